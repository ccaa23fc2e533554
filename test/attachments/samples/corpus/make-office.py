# Writes the Office samples with a password, and their plain twins, through a running LibreOffice (see make-office.sh).
import sys
import time
import zipfile

import uno
from com.sun.star.beans import NamedValue, PropertyValue

PASSWORD = "1234"


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    url = "uno:socket,host=localhost,port=%s;urp;StarOffice.ComponentContext" % sys.argv[1]
    for _ in range(60):
        try:
            return resolver.resolve(url)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def slides(path):
    """As much of a presentation as tells its type: Impress need not be installed."""
    main_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    types += '<Override PartName="/ppt/presentation.xml" ContentType="%s"/></Types>' % main_type
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", types)
        made.writestr("ppt/presentation.xml", "<presentation/>")


def main():
    folder = sys.argv[2]
    context = connect()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def store(document, name, filter_name, *more):
        document.storeToURL("file://%s/%s" % (folder, name), (prop("FilterName", filter_name), *more))

    password = prop("Password", PASSWORD)
    # The newer formats do not heed the plain property.
    keys = (NamedValue("OOXPassword", PASSWORD), NamedValue("CryptoType", "Standard"))
    encryption = prop("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", keys))
    text = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (prop("Hidden", True),))
    text.Text.setString("完税证明")
    store(text, "password.doc", "MS Word 97", password)
    store(text, "password.docx", "MS Word 2007 XML", encryption)
    text.close(True)
    sheet = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (prop("Hidden", True),))
    sheet.Sheets.getByIndex(0).getCellByPosition(0, 0).setString("营业收入")
    store(sheet, "password.xls", "MS Excel 97", password)
    store(sheet, "password.xlsx", "Calc MS Excel 2007 XML", encryption)
    sheet.protect(PASSWORD)
    store(sheet, "structure.xls", "MS Excel 97")
    store(sheet, "structure.xlsx", "Calc MS Excel 2007 XML")
    sheet.close(True)
    slides(folder + "/slides.pptx")
    try:
        desktop.terminate()
    except Exception:
        pass


main()
