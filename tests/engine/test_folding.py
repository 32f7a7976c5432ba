"""One cause, one message: what is told, what is counted, and what the command makes of it."""

from instrumentarium.sources.diagnostics import Diagnostic
from instrumentarium.sources.folding import folded
from tests.support import building
from tests.support.sources import Tree, edit

_DATE = ("meetings", "x", "date")


def _at(file: str, message: str = "wrong; mend it") -> Diagnostic:
    return Diagnostic(file, 1, 1, message)


def _told(*found: Diagnostic) -> list[str]:
    return [str(one) for one in folded(found, "de", ["en", "ar"])]


def test_a_fault_of_data_explains_those_of_every_language() -> None:
    """They are counted, the source language's not."""
    files = ("data/meetings.yml", "docs/de/note.md", "docs/en/note.md", "docs/ar/note.md")
    assert _told(*(_at(file).about(_DATE) for file in files)) == [
        "data/meetings.yml:1:1: wrong; mend it (and in 2 translations)"
    ]


def test_a_fault_of_a_translation_explains_its_own_alone() -> None:
    """What follows from it in the same language is not told; the other language is."""
    paragraph, quote = ("note", "p2"), ("instruments", "seeds", "quote")
    assert _told(
        _at("docs/en/note.md").about(paragraph),
        _at("docs/en/strings.yml").about(quote, paragraph),
        _at("docs/ar/strings.yml").about(quote, paragraph),
    ) == ["docs/en/note.md:1:1: wrong; mend it", "docs/ar/strings.yml:1:1: wrong; mend it"]


def test_what_is_about_a_part_follows_from_what_is_about_the_whole() -> None:
    """And what follows from a consequence follows from its cause; not the whole from a part."""
    whole, part = ("meetings", "x"), ("meetings", "x", "quote")
    assert _told(
        _at("data/a.yml").about(whole), _at("data/b.yml").about(part), _at("data/c.yml").about(("other",), part)
    ) == ["data/a.yml:1:1: wrong; mend it"]
    assert len(_told(_at("data/a.yml").about(part), _at("data/b.yml").about(whole))) == 2


def test_what_most_translations_have_is_told_of_the_source() -> None:
    """Of two at the least; where half of them have it, it is told there."""
    source = _at("docs/de/note.md", "the translations have it")
    both = [_at(f"docs/{code}/note.md").about(_DATE).or_in_source(source) for code in ("en", "ar")]
    assert _told(*both) == ["docs/de/note.md:1:1: the translations have it"]
    assert [str(one) for one in folded(both, "de", ["en", "ar", "fr"])] == [
        "docs/de/note.md:1:1: the translations have it (in 2 of 3 translations)"
    ]
    assert _told(both[0]) == ["docs/en/note.md:1:1: wrong; mend it"]
    assert [str(one) for one in folded(both[:1], "de", ["en"])] == ["docs/en/note.md:1:1: wrong; mend it"]


def test_errors_and_warnings_are_told_apart(tree: Tree) -> None:
    """A warning fails with --strict alone, an error in any case; they are counted apart."""
    root = tree()
    edit(root / "docs/en/about.md", "Nothing is", "Nothing (is")
    edit(root / "docs/ar/about.md", "# ", "# (")
    result = building.command(root, "check")
    assert result.exit_code == 0
    assert [line.split(": ")[1] for line in result.stdout.splitlines()] == ["warning", "warning"]
    assert result.stderr.splitlines()[-1] == "2 warnings"
    assert building.command(root, "check", "--strict").exit_code == 1
    edit(root / "docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    result = building.command(root, "check")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (1, "1 error, 2 warnings")


def test_a_language_hears_what_concerns_it(tree: Tree) -> None:
    """Of a fault of data, where it shows in the language; of another language, nothing."""
    root = tree()
    edit(root / "data/meetings.yml", "date: 2031-03-04", "date: 2031-03-14")
    edit(root / "docs/en/strings.yml", "quote: nest boxes", "quote: nesting boxes")
    told = {code: building.command(root, "check", code).stdout.splitlines() for code in ("en", "ar")}
    assert [line.partition(":")[0] for line in told["en"]] == ["data/meetings.yml", "docs/en/strings.yml"]
    assert [line.partition(":")[0] for line in told["ar"]] == ["data/meetings.yml"]


def test_a_draft_is_not_to_blame_for_the_source_language(tree: Tree) -> None:
    """Where that cannot be read, it alone is told, for a draft's translator, too."""
    root = tree()
    assert building.command(root, "new-language", "uk").exit_code == 0
    edit(root / "docs/de/strings.yml", "  name: Deutsch", '  name: "Deutsch')
    expected = 'docs/de/strings.yml:8:9: the quotation mark " is not closed; close it at the end of the text'
    for arguments in (["check"], ["check", "uk"]):
        assert building.command(root, *arguments).stdout.splitlines() == [expected]
