"""Offline copies of other editions: in other languages, from right to left, without some of the records."""

from pathlib import Path

from tests.support import offline

from .conftest import Built


def test_no_link_leads_out_of_a_copy(built: Built, tmp_path: Path) -> None:
    """In any language; the site's own address is known, and is the one to cite."""
    for path, content in offline.copies(built.root, built.site).items():
        zipped = tmp_path / Path(path).name
        zipped.write_bytes(content)
        folder = offline.unpacked(zipped, tmp_path)
        outside = [fault for fault in offline.broken(folder) if not fault.endswith("leads elsewhere")]
        assert outside == []
        assert offline.broken_beside(folder) == []
