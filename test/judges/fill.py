# Fills workbooks as a person does: LibreOffice opens each, every value is typed into its cell, and the file is saved.
# Reads jobs from the file named first: [{"from": …, "to": …, "cells": [[sheet, column, row, text], …]}, …].
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.util import NumberFormat


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(6000):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


def fill(desktop, job):
    url = uno.systemPathToFileUrl
    book = desktop.loadComponentFromURL(url(job["from"]), "_blank", 0, properties(Hidden=True))
    sheets = {name: book.Sheets.getByName(name) for name in {cell[0] for cell in job["cells"]}}
    locked = {name: sheet.isProtected() for name, sheet in sheets.items()}
    types = {}
    for name, column, row, text in job["cells"]:
        cell = sheets[name].getCellByPosition(column, row)
        if locked[name] and cell.CellProtection.IsLocked:
            raise SystemExit(f"{name} {column} {row} is locked")
        key = cell.NumberFormat
        if key not in types:
            types[key] = book.NumberFormats.getByKey(key).Type
        # What is typed into a cell of text stays as it is; in any other a figure becomes a number.
        if types[key] & NumberFormat.TEXT:
            cell.setString(text)
        else:
            cell.setFormula(text)
    book.calculateAll()
    book.storeToURL(url(job["to"]), properties(FilterName="Calc MS Excel 2007 XML"))
    book.close(True)


def main():
    jobs, profile = sys.argv[1:3]
    pipe = f"zjtx{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation=file://{profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        context = connect(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        with open(jobs, encoding="utf-8") as file:
            for job in json.load(file):
                fill(desktop, job)
    finally:
        # The launcher and what it started; all is saved by now.
        os.killpg(office.pid, signal.SIGKILL)
        office.wait(600)


main()
