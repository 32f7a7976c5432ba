"""What mkdocs.yml lacks is told, also where our plugin is what it lacks."""

from tests.support import building
from tests.support.sources import Tree, edit


def test_a_build_without_the_plugin_for_languages_says_so(tree: Tree) -> None:
    """MkDocs then calls nothing of ours but macros.py, which tells what is missing without a traceback."""
    root = tree("de", "en")
    own = '  - languages:\n      contact_url: !ENV [CONTACT_URL, ""]\n      drafts: !ENV [DRAFTS, false]\n'
    edit(root / "mkdocs.yml", f"{own}      compress: !ENV [COMPRESS, false]\n", "")
    result = building.run(root, "mkdocs", "build")
    assert result.returncode == 1
    assert "mkdocs.yml:31:1: the plugin 'languages' is missing; add '- languages'\n" in result.stderr
    assert "Traceback" not in result.stderr
