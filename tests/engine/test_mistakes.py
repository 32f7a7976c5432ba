"""One cause, one message: what people do wrong is told once, where it is mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from instrumentarium import load
from instrumentarium.sources.diagnostics import SourceErrors
from tests.support import building
from tests.support.sources import SMALL, copied

from .mistakes import MISTAKES, Mistake


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tree that the mistakes are made in, one after the other."""
    return copied(SMALL, tmp_path_factory.mktemp("mistakes") / "tree")


@pytest.fixture
def root(shared: Path) -> Iterator[Path]:
    """Return the tree as it was before any mistake."""
    before = {path: path.read_bytes() for path in _sources(shared)}
    yield shared
    for path in {*_sources(shared)} - {*before}:
        path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def _sources(root: Path) -> list[Path]:
    found = [root / "mkdocs.yml", *(root / "data").rglob("*"), *(root / "docs").rglob("*")]
    return [path for path in found if path.is_file() or path.is_symlink()]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once(mistake: Mistake, root: Path) -> None:
    """The command prints one line; what stops the build says the same, but for a warning (see ``test_faults``)."""
    mistake.change(root)
    result = building.command(root, "check", "--strict")
    expected = f"{mistake.message}\n" if mistake.message else "everything: all in order\n"
    assert (result.stdout, result.exit_code) == (expected, 1 if mistake.message else 0)
    if mistake.message and ": warning: " not in mistake.message:
        with pytest.raises(SourceErrors) as errors:
            load.edition(root)
        assert str(errors.value) == mistake.message
    else:
        assert set(load.edition(root).languages) == {"de", "en", "ar"}
