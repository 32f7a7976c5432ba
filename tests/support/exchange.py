"""What tests of the exchange with translators' tools do: export, change what a tool changes, import."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import Result
from lxml import etree
from translate.storage import factory

from instrumentarium.sources import reader
from instrumentarium.sources.units import of_file

from . import building

SUFFIXES = {"xliff": "xlf", "po": "po"}
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


def export(root: Path, code: str, form: str, folder: Path) -> Path:
    """Export a language; return the file."""
    file = folder / f"{code}.{SUFFIXES[form]}"
    result = building.command(root, "export", code, "--format", form, "--output", str(file))
    assert result.exit_code == 0, result.output
    return file


def key(unit: Any) -> str:
    """Return our key of a unit as the toolkit has it."""
    return str(unit.getcontext() if hasattr(unit, "msgidcomments") else unit.getid().rpartition("\x04")[2])


def translate(file: Path, translations: Mapping[str, str], *, unfinished: bool = False) -> None:
    """Write translations into a file as a translator's tool does, finished or not."""
    store = factory.getobject(str(file))
    left = dict(translations)
    for unit in store.units:
        if key(unit) in left:
            unit.target = left.pop(key(unit))
            unit.markfuzzy(unfinished)
            if not unfinished and file.suffix == ".xlf":
                unit.xmlelement.find(f"{XLIFF}target").set("state", "translated")
    assert left == {}
    store.savefile(str(file))


def give_back(root: Path, code: str, file: Path, *options: str) -> Result:
    """Import a file."""
    result = building.command(root, "import", code, str(file), *options)
    assert result.exit_code == 0, result.output
    return result


def said(root: Path, code: str) -> dict[str, str]:
    """Return what a language's folder says, by key."""
    texts = reader.texts(root, code)
    return {str(one): unit.text for name, text in texts.items() for one, unit in of_file(name, text).items()}


def told(result: Result, what: str) -> list[str]:
    """Return the keys that an import told of, below the line with that text."""
    lines = result.output.split("\n")
    start = next((number for number, line in enumerate(lines) if what in line), None)
    if start is None:
        return []
    found = []
    for line in lines[start + 1 :]:
        if not line.startswith("       "):
            break
        found.append(line.strip())
    return found


def as_omegat(project: Path) -> Path:
    """Fill the XLIFF of a project from its memory as OmegaT 3.6 does; return the translated file."""
    (source,) = (project / "source").iterdir()
    translations = {}
    for unit in etree.parse(project / "omegat/project_save.tmx").iter("tu"):
        props = {one.get("type"): one.text for one in unit.iter("prop")}
        assert props["file"] == source.name
        text, translation = (one.text for one in unit.iter("seg"))
        translations[props["id"], text] = translation
    tree = etree.parse(source)
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        target = unit.find(f"{XLIFF}target")
        target.text = translations.get((unit.get("id"), target.text), target.text)
    tree.write(project / "target" / source.name, encoding="UTF-8", xml_declaration=True)
    return project / "target" / source.name
