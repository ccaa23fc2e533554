# Turns one document of a text file (marks explained in jiangsu-2021-product.txt) into flat OpenDocument XML for LibreOffice.
# -v want=PATH -v look=plain|letter|frame|landscape|sheet -v head=TEXT -v foot=TEXT -v seal=FILE(base64) -v year=YYYY
function esc(s) { gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); gsub(/>/, "\\&gt;", s); return s }
function trim(s) { sub(/^[ \t]+/, "", s); sub(/[ \t]+$/, "", s); return s }
function para(style, s) { endtable(); print "<text:p text:style-name=\"" style "\">" esc(s) "</text:p>" }
function endtable() { if (open) print "</table:table>" (sheet ? "" : "<text:p text:style-name=\"gap\"/>"); open = 0 }
function define(name, flow, text) {
  print "<style:style style:name=\"" name "\" style:family=\"paragraph\"><style:paragraph-properties " flow "/><style:text-properties " text "/></style:style>"
}
function font(family, size, more) {
  return "fo:font-size=\"" size "pt\" style:font-size-asian=\"" size "pt\" style:font-name=\"" family "\" style:font-name-asian=\"" family "\" fo:language=\"en\" fo:country=\"US\" style:language-asian=\"zh\" style:country-asian=\"CN\" " more
}
function bold() { return "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"" }
function family(name) { return "<style:font-face style:name=\"" name "\" svg:font-family=\"&apos;" name "&apos;\"/>" }
function opening(  wide, frame, body) {
  wide = look == "landscape"; frame = wide || look == "frame"
  body = wide ? 13 : look == "frame" ? 13 : look == "letter" ? 14 : 10.5; width = wide ? 243 : frame ? 146 : 166
  print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  print "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\" office:mimetype=\"application/vnd.oasis.opendocument." (sheet ? "spreadsheet" : "text") "\">"
  print "<office:meta><meta:creation-date>2021-08-01T09:00:00</meta:creation-date><dc:date>2021-08-01T09:00:00</dc:date><dc:creator>江苏示例精密机械有限公司</dc:creator></office:meta>"
  print "<office:font-face-decls>" family("Noto Serif CJK SC") family("Noto Sans CJK SC") "</office:font-face-decls><office:styles>"
  if (!sheet) {
    print "<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:line-break=\"strict\" style:punctuation-wrap=\"hanging\"/><style:text-properties " font("Noto Serif CJK SC", body) "/></style:default-style>"
    define("text", "fo:text-indent=\"" 2 * body "pt\" fo:line-height=\"" (wide ? 165 : frame ? 190 : 150) "%\" fo:margin-bottom=\"3pt\" fo:text-align=\"justify\"", font("Noto Serif CJK SC", body))
    define("flush", "fo:line-height=\"" (wide ? 165 : frame ? 190 : 150) "%\"", font("Noto Serif CJK SC", body))
    define("title", "fo:text-align=\"center\" fo:margin-top=\"" (wide ? 2 : 8) "pt\" fo:margin-bottom=\"9pt\" fo:keep-with-next=\"always\"", font(frame ? "Noto Serif CJK SC" : "Noto Sans CJK SC", wide ? 34 : frame ? 26 : 19, bold() " fo:letter-spacing=\"" (frame ? 6 : 2) "pt\""))
    define("sub", "fo:text-align=\"center\" fo:margin-bottom=\"9pt\" fo:keep-with-next=\"always\"", font("Noto Serif CJK SC", body))
    define("heading", "fo:margin-top=\"10pt\" fo:margin-bottom=\"4pt\" fo:keep-with-next=\"always\"", font("Noto Sans CJK SC", body + 0.5, bold()))
    define("right", "fo:text-align=\"end\" fo:line-height=\"170%\" fo:margin-right=\"10mm\"", font("Noto Serif CJK SC", body))
    define("note", "fo:text-align=\"center\" fo:line-height=\"140%\"", font("Noto Serif CJK SC", 8, "fo:color=\"#666666\""))
    define("head", "fo:border-bottom=\"0.5pt solid #888888\" fo:padding-bottom=\"2pt\"", font("Noto Serif CJK SC", 8, "fo:color=\"#444444\""))
    define("cell", "fo:line-height=\"" (frame ? 140 : 112) "%\"", font("Noto Serif CJK SC", frame ? body : 10))
    define("number", "fo:text-align=\"end\" fo:line-height=\"112%\"", font("Noto Serif CJK SC", 10))
    define("column", "fo:text-align=\"center\" fo:line-height=\"112%\"", font("Noto Serif CJK SC", 9.5))
    define("gap", "", font("Noto Serif CJK SC", 5))
    define("break", "fo:break-before=\"page\"", font("Noto Serif CJK SC", 2))
  }
  print "</office:styles><office:automatic-styles>"
  if (sheet) {
    print "<style:style style:name=\"first\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"62mm\"/></style:style>"
    print "<style:style style:name=\"w\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"32mm\"/></style:style>"
    print "<number:number-style xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" style:name=\"n2\"><number:number number:decimal-places=\"2\" number:min-decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
    print "<style:style style:name=\"money\" style:family=\"table-cell\" style:data-style-name=\"n2\"><style:table-cell-properties fo:border=\"0.5pt solid #000000\"/></style:style>"
    print "<style:style style:name=\"plain\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000000\"/></style:style>"
    print "<style:style style:name=\"top\" style:family=\"table-cell\"><style:text-properties " bold() "/></style:style>"
    print "</office:automatic-styles><office:body><office:spreadsheet>"
    return
  }
  print "<style:page-layout style:name=\"pl\"><style:page-layout-properties fo:page-width=\"" (wide ? "297mm" : "210mm") "\" fo:page-height=\"" (wide ? "210mm" : "297mm") "\" style:print-orientation=\"" (wide ? "landscape" : "portrait") "\" fo:margin=\"" (frame ? "14mm" : "22mm") "\"" (frame ? " fo:border=\"4.5pt double #8a6d2f\" fo:padding=\"" (wide ? 11 : 16) "mm\"" : "") "/><style:header-style><style:header-footer-properties fo:min-height=\"8mm\" fo:margin-bottom=\"4mm\"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height=\"8mm\" fo:margin-top=\"3mm\"/></style:footer-style></style:page-layout>"
  print "<style:style style:name=\"cb\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"" (frame ? "1.2mm" : "0.9mm") "\" style:vertical-align=\"middle\" fo:border=\"" (frame ? "none" : "0.5pt solid #000000") "\"/></style:style>"
  print "<style:style style:name=\"gseal\" style:family=\"graphic\"><style:graphic-properties style:wrap=\"run-through\" style:run-through=\"foreground\" style:horizontal-pos=\"right\" style:horizontal-rel=\"paragraph\" style:vertical-pos=\"from-top\" style:vertical-rel=\"paragraph\"/></style:style>"
  print "<style:style style:name=\"tb\" style:family=\"table\"><style:table-properties style:width=\"" width "mm\" table:align=\"center\" style:shadow=\"none\"/></style:style>"
  for (i = 1; i <= width; i++) print "<style:style style:name=\"c" i "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" i "mm\"/></style:style>"
  print "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"pl\">"
  if (!frame) print "<style:header><text:p text:style-name=\"head\">" esc(head) "</text:p></style:header>"
  print "<style:footer>" (frame ? "" : "<text:p text:style-name=\"note\">第 <text:page-number text:select-page=\"current\"/> 页  共 <text:page-count/> 页</text:p>") "<text:p text:style-name=\"note\">" esc(foot) "</text:p></style:footer></style:master-page></office:master-styles><office:body><office:text>"
}
function row(line,  n, cells, i, v, isnum) {
  n = split(line, cells, "|")
  if (cells[1] ~ /^%/) {              # a figure of every year: keep the report's year and the one before
    cells[1] = trim(substr(cells[1], 2)); i = year - 2017 + 2
    cells[2] = cells[i]; cells[3] = cells[i - 1]; n = 3
  }
  print "<table:table-row>"
  for (i = 1; i <= n; i++) {
    v = trim(cells[i]); isnum = v ~ /^-?[0-9][0-9,]*(\.[0-9]+)?$/ && n > 2 && i > 1
    if (sheet && v ~ /^#=/) { print "<table:table-cell table:style-name=\"plain\" table:formula=\"of:" substr(v, 2) "\"/>"; continue }
    if (sheet && v ~ /^=/) { print "<table:table-cell table:style-name=\"money\" table:formula=\"of:" v "\"/>"; continue }
    if (sheet && isnum) { print "<table:table-cell table:style-name=\"" (v ~ /\./ ? "money" : "plain") "\" office:value-type=\"float\" office:value=\"" v "\"/>"; continue }
    print "<table:table-cell table:style-name=\"" (sheet ? (n > 1 ? "plain" : "top") : "cb") "\" office:value-type=\"string\"><text:p" (sheet ? "" : " text:style-name=\"" (headrow ? "column" : isnum ? "number" : "cell") "\"") ">" esc(v) "</text:p></table:table-cell>"
  }
  print "</table:table-row>"; headrow = 0
}
BEGIN { sheet = look == "sheet" }
/^=== / { if (on) exit; on = trim(substr($0, 5)) == want; if (on) { opening(); started = 1 }; next }
!on || /^\/\// { next }
{ gsub(/\{Y\}/, year); gsub(/\{Y-1\}/, year - 1); gsub(/\{Y\+1\}/, year + 1) }
/^#TABLE / { endtable(); open = 1; headrow = !sheet; n = split($0, w, " "); print "<table:table table:name=\"" (sheet ? w[2] : "t" ++tables) "\"" (sheet ? "" : " table:style-name=\"tb\"") ">"
  sum = 0; for (i = 2; i <= n; i++) sum += w[i]
  for (i = sheet ? 3 : 2; i <= n; i++) if (w[i] != 0) print "<table:table-column table:style-name=\"" (sheet ? (i == 3 ? "first" : "w") : "c" int(w[i] / sum * width + 0.5)) "\"/>"; if (w[2] == 0) headrow = 0; next }
/^\|/ { row(substr($0, 2)); next }
/^#T / { para("title", substr($0, 4)); next }
/^#S / { para("sub", substr($0, 4)); next }
/^#H / { para("heading", substr($0, 4)); next }
/^#R / { para("right", substr($0, 4)); next }
/^#N / { para("flush", substr($0, 4)); next }
/^#P/ { para("break", ""); next }
/^#SEAL/ { endtable(); printf "<text:p text:style-name=\"gap\"><draw:frame draw:style-name=\"gseal\" text:anchor-type=\"paragraph\" svg:width=\"34mm\" svg:height=\"34mm\" svg:y=\"-2mm\"><draw:image><office:binary-data>"; while ((getline line < seal) > 0) print line; close(seal); print "</office:binary-data></draw:image></draw:frame></text:p>"; next }
/[^ ]/ { para("text", $0) }
END { if (started) { endtable(); print (sheet ? "</office:spreadsheet>" : "</office:text>") "</office:body></office:document>" } }
