"""The scripts as they are sent: each with those that it imports, so that what a reader asks for comes in one file.

Without comments and spaces, which only those who write them read.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import rjsmin

# As Biome prints them; our scripts export constants alone.
_IMPORT = re.compile(r"^import \{([^}]*)\} from \"\./([\w-]+)\.js\";$", re.MULTILINE)
_EXPORT = re.compile(r"^export const (\w+)", re.MULTILINE)
_LOADED = re.compile(r"\b(?:use|adorn)\(\"([\w-]+)\"")
# The script of every page, which is imported as it is: what it knows is not to be had twice.
_SHARED = "site"

Scripts = Mapping[str, Path]
"""Scripts by their paths in the theme."""


def parts(scripts: Scripts, /) -> frozenset[str]:
    """Return the paths of those that are sent only as a part of others."""
    texts = {path: file.read_text(encoding="utf-8") for path, file in scripts.items()}
    loaded = {name for text in texts.values() for name in _LOADED.findall(text)}
    imported = {_beside(path, name) for path, text in texts.items() for _, name in _IMPORT.findall(text)}
    return frozenset(path for path in imported if PurePosixPath(path).stem not in loaded | {_SHARED})


def sent(scripts: Scripts, /) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts that pages load, each with what it imports."""
    for path in scripts.keys() - parts(scripts):
        # A comment that begins with "!" is to be kept by those who pass a script on, such as a licence.
        yield path, rjsmin.jsmin(_whole(path, scripts), keep_bang_comments=True).encode()


def _whole(path: str, scripts: Scripts) -> str:
    """Return a script after those that it imports, each of which is a function of its own that returns its exports."""
    found: dict[str, str] = {}

    def add(one: str) -> str:
        text = scripts[one].read_text(encoding="utf-8")
        for _, name in _IMPORT.findall(text):
            if name != _SHARED and _beside(one, name) not in found:
                imported = add(_beside(one, name))
                names = ", ".join(_EXPORT.findall(imported))
                body = _EXPORT.sub(r"const \1", _linked(imported))
                found[_beside(one, name)] = (
                    f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"
                )
        return text

    own = _linked(add(path))
    return "".join(found.values()) + own


def _linked(text: str) -> str:
    """Return a script that takes what it imports from the variables of the scripts before it."""

    def link(match: re.Match[str]) -> str:
        names, name = match.groups()
        return match[0] if name == _SHARED else f"const {{{names.replace(' as ', ': ')}}} = {_variable(name)};"

    return _IMPORT.sub(link, text)


def _variable(name: str) -> str:
    return "$" + name.replace("-", "_")


def _beside(path: str, name: str) -> str:
    return str(PurePosixPath(path).with_name(f"{name}.js"))
