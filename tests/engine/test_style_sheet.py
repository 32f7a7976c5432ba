"""The style sheet of the site: which of the theme's rules are in it, by what the pages and scripts have."""

from pathlib import Path

import pytest

from instrumentarium.mkdocs_plugin.page_elements import PageElements
from instrumentarium.mkdocs_plugin.style_sheet import StyleSheet
from tests.support import building, pages
from tests.support.sources import Tree


def layer(rules: str) -> str:
    """Return rules of the theme as they are sent."""
    return f"@layer theme{{{rules}}}"


class Sheets:
    """Style sheets and scripts, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sent(self, theme: str, *pages: str, own: str = "", script: str = "") -> str:
        """Return what is sent for pages, each of a language of its own."""
        folder = self._folder / str(len(list(self._folder.iterdir())))
        folder.mkdir()
        paths = [folder / name for name in ("theme.css", "own.css", "script.js")]
        for path, text in zip(paths, (theme, own, script), strict=True):
            path.write_text(text, encoding="utf-8")
        sheet = StyleSheet(theme=paths[0], own=(paths[1],), scripts=(paths[2],))
        trees = []
        for page in pages:
            elements = PageElements(sheet.asked)
            elements.add(page)
            trees.append(elements.tree)
        return sheet.of(trees, *sheet.texts()).decode()


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    """Return a folder of sheets."""
    return Sheets(tmp_path)


@pytest.mark.parametrize(
    ("selector", "page"),
    [
        ("p", "<p>A"),
        (".admonition", "<div class='note admonition'>A</div>"),
        (".md-typeset .admonition>p", "<div class=md-typeset><div class='admonition'><p>A</p></div></div>"),
        ("[dir=rtl] li", "<body dir='rtl'><ul><li>A</li></ul></body>"),
        ('[data-a="b c"]', "<p data-a='b c'>A</p>"),
        ('[href^="mailto:"]', '<a href="mailto:x">A</a>'),
        ("#fn", "<p id=fn>A</p>"),
        ("dt+dd", "<dl><dt>A</dt><dd>B</dd></dl>"),
        ("ul .a~.b", "<ul><li class='a'>A</li><li class='b'>B</li></ul>"),
        ("p:not(.a)", "<p class='b'>A</p>"),
        ("p:not(.a.b)", "<p class='a'>A</p>"),
        ("p:not(.a:hover)", "<p class='a'>A</p>"),
        (":is(.a,.b) p", "<div class='b'><p>A</p></div>"),
        ("p:nth-child(2n + 1):hover::before", "<p>A</p>"),
        ("*", "<p>A</p>"),
        ("tbody td", "<table><tr><td>A</td></tr></table>"),
        ("span", "<p title='a > b'>A<br><img src='a'/><span>B</span></p>"),
    ],
)
def test_a_rule_is_kept_where_a_page_has_what_it_asks_for(sheets: Sheets, selector: str, page: str) -> None:
    """By element, class, id and attribute, one inside the other."""
    assert "{color:red}" in sheets.sent(f"{selector}{{color:red}}", page)


@pytest.mark.parametrize(
    ("selector", "page"),
    [
        ("table", "<p>A</p>"),
        (".a", "<p class='b' title='a'>A</p>"),
        ("p.a", "<p>A</p><b class='a'>B</b>"),
        (".a .b", "<p class='b'>A</p><p class='a'>B</p>"),
        (".a .b", "<p class='a'>A</p><p class='b'>B</p>"),
        ("[dir=rtl] li", "<body dir='ltr'><ul><li dir='rtl'>A</li></ul></body>"),
        ("#fn", "<p id='other'>A</p>"),
        ("ul .a~.b", "<ul><li class='a'>A</li></ul><p class='b'>B</p>"),
        ("p:not([class])", "<p class='b'>A</p>"),
        (":is(.a,.b) p", "<div class='c'><p>A</p></div>"),
        ("p,.a", "<br class='b'>"),
    ],
)
def test_a_rule_goes_where_no_page_has_what_it_asks_for(sheets: Sheets, selector: str, page: str) -> None:
    """The words are in the page, but not where the selector asks for them."""
    assert sheets.sent(f"{selector}{{color:red}}", page) == ""


def test_of_a_list_of_selectors_those_that_match_are_kept(sheets: Sheets) -> None:
    """And a group without rules goes with them."""
    assert sheets.sent("p,.a,ul > li{color:red}", "<ul><li>A</li></ul>") == layer("ul>li{color:red}")
    assert sheets.sent("@media print{.a{color:red}}", "<p>A</p>") == ""
    assert sheets.sent("@media print{p{color:red}}", "<p>A</p>") == layer("@media print{p{color:red}}")
    assert sheets.sent("p{}", "<p>A</p>") == ""


def test_each_language_counts(sheets: Sheets) -> None:
    """What one language's pages have, is kept for all."""
    theme = "[dir=rtl] p{color:red}[dir=ltr] ul{color:red}[dir=rtl] ul{color:red}"
    pages = ("<body dir='ltr'><ul><li>A</li></ul></body>", "<body dir='rtl'><p>A</p></body>")
    assert sheets.sent(theme, *pages) == layer("[dir=rtl] p{color:red}[dir=ltr] ul{color:red}")


@pytest.mark.parametrize(
    "script",
    [
        'document.createElement("mark")',
        'element.className = "note mark";',
        "element.classList.toggle('mark', true)",
        'element.setAttribute("mark", "")',
        "element.mark = true",
    ],
)
def test_what_a_script_adds_counts(sheets: Sheets, script: str) -> None:
    """Anywhere: elements, classes and attributes that it names in quotation marks, and properties."""
    theme = "p mark{color:red}p .mark{color:red}p [mark]{color:red}p .other{color:red}"
    sent = sheets.sent(theme, "<p>A</p>", script=script)
    assert "mark" in sent
    assert "other" not in sent


def test_ours_stand_whole_outside_the_layer(sheets: Sheets) -> None:
    """So that they win; comments and white space are left out, and nothing that says something."""
    own = """
    /* A comment; not sent. */
    .never > .anywhere + p :is(a, b):hover {
      margin: calc(1rem + 2px) -1px;
      font: 1rem / 1.5 "A  B", serif;
      color: red !important;
    }
    @media (min-width: 60em) and (hover: none) { a ~ b { content: "/* a */ b"; } }
    """
    expected = (
        '.never>.anywhere+p :is(a,b):hover{margin:calc(1rem + 2px) -1px;font:1rem/1.5 "A  B",serif;'
        'color:red!important}@media (min-width:60em) and (hover:none){a~b{content:"/* a */ b"}}'
    )
    assert sheets.sent("table{color:red}", "<p>A</p>", own=own) == expected


def test_a_custom_property_is_kept_while_something_names_it(sheets: Sheets) -> None:
    """Also through others, and through our sheets."""
    theme = ":root{--a:var(--b);--b:1px;--c:var(--d);--d:2px;--e:3px}p{margin:var(--a)}table{margin:var(--c)}"
    assert sheets.sent(theme, "<p>A</p>") == layer(":root{--a:var(--b);--b:1px}p{margin:var(--a)}")
    sent = sheets.sent(theme, "<p>A</p>", own="p{padding:calc(1px + var(--e, 0))}:root{--unused:1px}")
    assert ":root{--a:var(--b);--b:1px;--e:3px}" in sent
    assert "--unused" not in sent
    assert "--unused" in sheets.sent("", own=":root{--unused:1px}", script='style.getPropertyValue("--unused")')


def test_a_custom_property_that_is_ours_is_not_the_themes(sheets: Sheets) -> None:
    """Of the root; what the theme sets elsewhere it sets."""
    theme = ":root{--a:1px;--b:2px}[data-a]{--a:3px}p{margin:var(--a) var(--b)}"
    expected = layer(":root{--b:2px}[data-a]{--a:3px}p{margin:var(--a) var(--b)}") + ":root{--a:4px}"
    assert sheets.sent(theme, "<p data-a>A</p>", own=":root{--a:4px}") == expected


def test_an_animation_is_kept_while_a_rule_names_it(sheets: Sheets) -> None:
    """With all its frames, and the custom properties in them."""
    theme = ":root{--to:1}@keyframes grow{from{opacity:0}to{opacity:var(--to)}}p{animation:1s grow}"
    assert sheets.sent(theme, "<p>A</p>") == layer(theme)
    assert sheets.sent(theme, "<b>A</b>") == ""


def _built(root: Path, site: Path) -> str:
    return (pages.assets(building.build(root, site)) / "css/site.css").read_text(encoding="utf-8")


def test_a_page_gets_the_themes_rules_for_what_it_has(tree: Tree, tmp_path: Path) -> None:
    """A table and an admonition that an editor adds; no rule for other directions of writing."""
    root = tree("de", "en")
    before = _built(root, tmp_path / "before")
    page = root / "docs/en/about.md"
    added = '\n\n<div class="admonition"><p>A</p></div>\n\n| A | B |\n| - | - |\n| a | b |\n'
    page.write_text(page.read_text(encoding="utf-8") + added, encoding="utf-8")
    after = _built(root, tmp_path / "after")
    for rule in (".md-typeset .admonition>:last-child", ".md-typeset table:not([class]){"):
        assert rule not in before
        assert rule in after
    assert "[dir=ltr] .md-typeset ul" in before
    assert "[dir=rtl]" not in after


def test_a_language_from_right_to_left_gets_its_rules(tree: Tree, tmp_path: Path) -> None:
    """Beside those of the others."""
    sheet = _built(tree(), tmp_path / "site")
    for direction in ("ltr", "rtl"):
        assert f"[dir={direction}] .md-typeset ul" in sheet
