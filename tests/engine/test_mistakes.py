"""One cause, one message: what people do wrong is told once, where it is mended."""

import pytest

from instrumentarium import load
from instrumentarium.sources.diagnostics import SourceErrors
from tests.support import building
from tests.support.sources import Tree

from .mistakes import MISTAKES, Mistake


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once(mistake: Mistake, tree: Tree) -> None:
    """The command prints one line; what stops the build says the same, but for a warning (see ``test_faults``)."""
    root = tree()
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
