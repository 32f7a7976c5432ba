"""Writes files whole or not at all: what fails, for want of room or of the right to, leaves what stood before."""

import shutil
from collections.abc import Mapping
from pathlib import Path


def write(path: Path, content: bytes, /) -> None:
    """Write a file; raises OSError that names it."""
    try:
        if path.exists() and not path.is_file():  # a device takes what is written; a folder does not
            path.write_bytes(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()
        beside = _beside(target)
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def write_folder(folder: Path, files: Mapping[str, str], /) -> None:
    """Write a folder that is not there yet, by the paths of its files; raises OSError that names it."""
    beside = _beside(folder)
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        try:
            for name, text in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from None


def _beside(path: Path) -> Path:
    """Return where something is written before it takes its place; whoever reads the sources passes it over."""
    return path.with_name(f".{path.name}.new")
