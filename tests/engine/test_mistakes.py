"""One cause, one message: what people do wrong is told once, where it is mended."""

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from instrumentarium import load
from tests.support import building
from tests.support.sources import Tree

from .mistakes import MISTAKES, Mistake


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once(mistake: Mistake, tree: Tree) -> None:
    """The command prints one line, and the build stops with the same, but for a warning."""
    root = tree()
    mistake.change(root)
    result = building.command(root, "check", "--strict")
    expected = f"{mistake.message}\n" if mistake.message else "everything: all in order\n"
    assert (result.stdout, result.exit_code) == (expected, 1 if mistake.message else 0)
    if ": warning: " in mistake.message:
        assert set(load.edition(root).languages) == {"de", "en", "ar"}
    elif mistake.message:
        with pytest.raises(Abort) as aborted:
            build(load_config(str(root / "mkdocs.yml")))
        assert str(aborted.value) == mistake.message
