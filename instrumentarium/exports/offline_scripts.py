"""The scripts of an offline copy: all of them in one that is no module, and what they read as scripts that hold it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

FIRST = "site"
"""The script of every page, which asks for the others."""

_RUN = Path(__file__).with_name("offline.js")
# As they are sent, without spaces; our scripts export constants alone.
_IMPORT = re.compile(r'\bimport\{([^}]*)\}from"\./([\w-]+)\.js";')
_LATER = re.compile(r"\bimport\(")
_EXPORT = re.compile(r"\bexport const (\w+)")
_NAMES = re.compile(r"\bexport\{([^}]*)\};")
_ASKED_FOR = re.compile(r'\b(?:(?:use|adorn)\("|(?:from|import\()"\./)([\w-]+)')


def together(modules: Mapping[str, str], /) -> str:
    """Return one script that does what modules do, which are given by their names: "site", and those it asks for."""
    functions = ",\n".join(f"{json.dumps(name)}:{_function(modules[name])}" for name in sorted(_needed(modules)))
    run = _EXPORT.sub(r"const \1", _RUN.read_text(encoding="utf-8"))
    return f'(()=>{{"use strict";\n{run}run({{{functions}}});\n}})();\n'


def holding(content: str, /) -> bytes:
    """Return the script that holds what a file has, which is given as JSON; offline.js reads it."""
    return f"document.currentScript.answer={content};\n".encode()


def _needed(modules: Mapping[str, str]) -> set[str]:
    needed: set[str] = set()

    def add(names: Iterator[str]) -> None:
        for name in names:
            if name not in needed:
                needed.add(name)
                add(iter(_ASKED_FOR.findall(modules[name])))

    add(iter((FIRST,)))
    return needed


def _function(text: str) -> str:
    """Return a module as a function that returns its exports."""
    names = [*_EXPORT.findall(text), *(name for some in _NAMES.findall(text) for name in some.split(","))]
    body = _IMPORT.sub(lambda match: f'const{{{match[1]}}}=$from("{match[2]}");', text)
    body = _LATER.sub("$import(", _NAMES.sub("", _EXPORT.sub(r"const \1", body)))
    return f"($from,$import,fetch,XMLHttpRequest)=>{{{body}\nreturn{{{','.join(names)}}};}}"
