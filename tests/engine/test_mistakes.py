"""One cause, one message: what people do wrong is told once, where it is mended."""

from pathlib import Path

import pytest
from lxml import html

from instrumentarium import load
from instrumentarium.mkdocs_plugin.preview import faults
from instrumentarium.mkdocs_plugin.preview.banner import Banner
from tests.support import building
from tests.support.sources import Tree

from .mistakes import MISTAKES, Mistake


def _in_the_browser(root: Path) -> list[str]:
    """Return what the banner of a preview tells, once a save has been built and checked."""
    banner = Banner(root)
    banner.saved(faults.of_build(lambda: load.edition(root), root), epoch=1)
    answer = banner.answer("/livereload/checked")
    assert answer is not None
    return [" ".join(item.text_content().split()) for item in html.fromstring(answer.content.decode()).iter("li")]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once(mistake: Mistake, tree: Tree) -> None:
    """The command prints one line, and the browser shows it; what stops the build says the same (``test_faults``)."""
    root = tree()
    mistake.change(root)
    result = building.command(root, "check", "--strict")
    expected = f"{mistake.message}\n" if mistake.message else "everything: all in order\n"
    assert (result.stdout, result.exit_code) == (expected, 1 if mistake.message else 0)
    assert _in_the_browser(root) == ([" ".join(mistake.message.split())] if mistake.message else [])
    if not mistake.message or ": warning: " in mistake.message:
        assert set(load.edition(root).languages) == {"de", "en", "ar"}
