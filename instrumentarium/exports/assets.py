"""The folder of what pages load, which is named by its content: ``assets/3f9a…/``.

A page of one release and a part of another never meet, whatever a browser or a host keeps: what has another content
has another address, and may be kept for good.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from instrumentarium.model.download import Download

FOLDER = "assets"
_LED_TO = re.compile(rf"\b{FOLDER}/([0-9a-f]+)/")
# Enough for two releases never to have the same, and short enough to be read.
_LENGTH = 12


def loaded(files: Iterable[Download], /) -> Iterator[tuple[str, bytes]]:
    """Yield the files that pages load, with their paths among the assets; they can be downloaded elsewhere, too."""
    for file in files:
        name = PurePosixPath(file.path).name
        if name == "search.json":
            yield f"{FOLDER}/search/{file.language}.json", file.content
        elif name == "offers.json":
            yield f"{FOLDER}/{name}", file.content


def name_by_content(site: Path, /) -> str:
    """Move the assets of a finished site into a folder that their content names; return that name.

    Every page is made to lead there. Scripts find each other as they did: all of them move together.
    """
    assets = site / FOLDER
    files = {path.relative_to(assets).as_posix(): path for path in sorted(assets.rglob("*")) if path.is_file()}
    digest = hashlib.sha256()
    for name, path in files.items():
        digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    release = digest.hexdigest()[:_LENGTH]
    before = assets.rename(site / f".{FOLDER}")
    assets.mkdir()
    before.rename(assets / release)
    address = re.compile(  # it begins with letters, which are found at once; what stands before them is looked at then
        rf"""{FOLDER}/(?<=["'/:|]{FOLDER}/)(?=(?:{"|".join(map(re.escape, files))})["'?# ])""".encode()
    )
    for page in site.rglob("*.html"):
        content = page.read_bytes()
        page.write_bytes(address.sub(f"{FOLDER}/{release}/".encode(), content))
    return release


def keep(old: Path, new: Path, /) -> str:
    """Copy what the pages of an old site load into a new one, for those who still have one of them open.

    Return the name of that folder; FileNotFoundError where the old site has no home page that leads to one, or where
    there is no new site.
    """
    if not (new / FOLDER).is_dir():
        raise FileNotFoundError(new / FOLDER)
    release = release_of((old / "index.html").read_text(encoding="utf-8"))
    if not release:
        raise FileNotFoundError(old / FOLDER)
    shutil.copytree(old / FOLDER / release, new / FOLDER / release, dirs_exist_ok=True)
    return release


def release_of(page: str, /) -> str | None:
    """Return the name of the folder that a page loads its assets from; None where it loads none."""
    found = _LED_TO.search(page)
    return found and found[1]
