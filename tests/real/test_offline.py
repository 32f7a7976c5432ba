"""Offline copies of the real site: small, whole, the same each time, with no link that leads out of them."""

import json
import zipfile
from pathlib import Path

import pytest

from instrumentarium.model.edition import Edition
from tests.support import building, offline, pages
from tests.support.sources import ROOT

MOST = 3_000_000
"""So many bytes a copy may have."""


@pytest.fixture(scope="module")
def copies(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the copies of all languages; made once for all workers."""

    def make(folder: Path) -> None:
        for path, content in offline.copies(ROOT, site).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)

    return building.shared(tmp_path_factory, "copies", make) / "offline"


def test_each_language_has_a_small_one(copies: Path, edition: Edition) -> None:
    """By the short name of the document, below three megabytes."""
    sizes = {path.name: path.stat().st_size for path in copies.iterdir()}
    assert set(sizes) == {f"instrumentarium-{code}.zip" for code in edition.languages}
    assert max(sizes.values()) <= MOST


def test_the_same_site_gives_the_same_bytes(copies: Path, site: Path) -> None:
    """Made for one language alone, too."""
    ((path, content),) = offline.copies(ROOT, site, ["el"]).items()
    assert (copies / Path(path).name).read_bytes() == content


@pytest.mark.parametrize("code", ["bg", "nl"])
def test_a_copy_holds_what_it_is_for(copies: Path, site: Path, tmp_path: Path, edition: Edition, code: str) -> None:
    """All pages and files of its language, those of all languages, what its scripts read; and no other copy."""
    folder = offline.unpacked(copies / f"instrumentarium-{code}.zip", tmp_path)
    assert (folder / "index.html").is_file()
    own = "" if code == edition.source.code else f"{code}/"
    for name in pages.NAMES:
        assert (folder / own / name / "index.html").is_file()
    for path in ("note.pdf", "timeline.ics", "data/terms.csv", "search.json"):
        assert (folder / own / path).read_bytes() == (site / own / path).read_bytes()
    assert (folder / "data/edition.json").read_bytes() == (site / "data/edition.json").read_bytes()
    for other in edition.languages:
        index = pages.assets(folder) / "search" / f"{other}.json.js"
        assert json.loads(offline.answer(index)) == json.loads(
            (pages.assets(site) / "search" / f"{other}.json").read_bytes()
        )
        assert (folder / own / "offline" / other / "note").is_dir() is (other != code)
    assert not list(folder.rglob("*.zip"))


def test_no_link_leads_out_of_a_copy(copies: Path, tmp_path: Path, edition: Edition) -> None:
    """Nor to a folder, of which a browser shows the files; there is no module, which none would run."""
    faults = []
    for code in edition.languages:
        folder = offline.unpacked(copies / f"instrumentarium-{code}.zip", tmp_path)
        faults += [f"{code}: {fault}" for fault in offline.broken(folder)]
        if code in ("bg", "nl"):
            faults += [f"{code}: {fault}" for fault in offline.broken_beside(folder)]
    assert faults == []


def test_a_copy_has_no_date(copies: Path) -> None:
    """Of the day on which it was made; its files are in order, below one folder."""
    with zipfile.ZipFile(copies / "instrumentarium-mt.zip") as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {name.partition("/")[0] for name in names} == {"instrumentarium-mt"}
