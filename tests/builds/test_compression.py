"""Files are written compressed where the host says so, beside themselves."""

import gzip
from pathlib import Path

import brotli

from tests.support import building
from tests.support.sources import Tree


def test_files_are_compressed_where_the_host_says_so(tree: Tree, tmp_path: Path) -> None:
    """Those that are worth it; nothing else is different, and the same sources give the same bytes."""
    root = tree()
    plain = building.build(root, tmp_path / "plain", SOURCE_DATE_EPOCH="0")
    site = building.build(root, tmp_path / "site", SOURCE_DATE_EPOCH="0", COMPRESS="1")
    added = {path for path in site.rglob("*") if path.suffix in (".gz", ".br")}
    names = {path.relative_to(site).as_posix() for path in added}
    assert {"index.html.gz", "index.html.br", "note.xml.gz", "data/edition.json.br"} < names
    assert not {name for name in names if name.startswith(("note.pdf", "card.png", "robots.txt"))}
    assert any(name.startswith("assets/") and name.endswith(".css.br") for name in names)
    for path in added:
        content, packed = path.with_suffix("").read_bytes(), path.read_bytes()
        assert len(packed) < len(content)
        assert (gzip.decompress if path.suffix == ".gz" else brotli.decompress)(packed) == content
        # RFC 1952: no name (flags), no time.
        assert path.suffix == ".br" or packed[3:8] == bytes(5)
    again = building.build(root, tmp_path / "again", SOURCE_DATE_EPOCH="0", COMPRESS="1")
    assert building.same(site, again)
    for path in added:
        path.unlink()
    assert building.same(site, plain)
