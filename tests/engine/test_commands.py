"""The commands: what they refuse, with one message each, and what of CONTRIBUTING they keep."""

import errno
import re
import shlex
import shutil
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from instrumentarium import locales, writing
from instrumentarium.cli import main
from tests.support import building
from tests.support.sources import ROOT, Tree, edit
from tests.support.translating import change_the_source

OF_A_LANGUAGE = [("check",), ("status",), ("status", "--json"), ("sync",), ("export",), ("import", "mkdocs.yml")]


def _told(result: Result) -> str:
    """Return what a command says that ends with exit code 1, by itself and not by a traceback."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    return result.output.removeprefix("Reading the sources …\n")


@pytest.mark.parametrize("command", OF_A_LANGUAGE, ids=" ".join)
@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("xx", "there is no language 'xx'; there are de, en"),
        ("EN", "the language 'EN' is written 'en'; there are de, en"),
        ("eng", "the language 'eng' is written 'en'; there are de, en"),
        ("", "there is no language ''; there are de, en"),
        ("fr", "there is no language 'fr'; there are de, en, and `instrumentarium new-language fr` starts it"),
    ],
)
def test_a_language_that_is_not_there_is_an_error(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], code: str, message: str
) -> None:
    """In every command alike, with those that there are."""
    monkeypatch.chdir(tree("de", "en"))
    name, *rest = command
    assert _told(CliRunner().invoke(main, [name, code, *rest])) == f"{message}\n"


@pytest.mark.parametrize("command", [("status",), ("status", "--json"), ("sync",), ("export",)], ids=" ".join)
def test_the_source_language_is_no_translation(tree: Tree, command: tuple[str, ...]) -> None:
    """It is told what there is to translate into."""
    name, *rest = command
    told = _told(building.command(tree("de", "en"), name, "de", *rest))
    assert told == "'de' is the source language; the translations are en\n"


def test_a_draft_that_cannot_be_read_is_told(tree: Tree) -> None:
    """With the command that says why."""
    root = tree("de", "en")
    building.command(root, "new-language", "fr")
    (root / "docs/fr/note.md").write_bytes(b"\xff")
    told = _told(building.command(root, "status", "fr"))
    assert told == "docs/fr/ cannot be read; `instrumentarium check fr` tells what is to mend\n"


def test_what_status_tells_sync_takes(tree: Tree) -> None:
    """Every key and every page, as it is printed."""
    root = tree("de", "en")
    change_the_source(root, "Schließlich wird", "Zum Schluss wird")
    edit(root / "docs/de/about.md", "Nichts wird von", "Es wird nichts von")
    edit(root / "docs/de/strings.yml", "name: Nistkästen", "name: Die Nistkästen")
    lines = building.command(root, "status", "en").stdout.splitlines()
    keys = [line.split()[1] for line in lines if line.startswith("  docs/en/")]
    assert len(keys) == 3
    for key in keys:
        assert building.command(root, "sync", "en", key).stdout.endswith("1 of 1 synced\n")
    for page in {line.split()[0] for line in lines if not line.startswith(" ")}:
        assert building.command(root, "sync", "en", page).exit_code == 0
    assert building.command(root, "status", "en").stdout.count(" 0 stale") == len(lines) - len(keys)


def test_a_key_without_its_page_is_told_with_it(tree: Tree) -> None:
    """Two pages may have a heading of that name."""
    root = tree("de", "en")
    told = _told(building.command(root, "sync", "en", "privacy:2"))
    assert told == "there is no page, paragraph, sentence or key 'privacy:2'; did you mean about:privacy:2?\n"
    for accepted in ("about", "about:privacy:2", "p3s1", "note:p3s1", "strings:instruments.nest-boxes"):
        assert building.command(root, "sync", "en", accepted).exit_code == 0


@pytest.mark.parametrize("command", [*OF_A_LANGUAGE, ("new-language",)], ids=" ".join)
def test_outside_the_root_a_command_says_where_to_go(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """To the folder above that is one, where there is; nothing is written."""
    root = tree("de", "en")
    monkeypatch.chdir(root / "docs/en")
    name, *rest = command
    rest = [str(root / one) if one == "mkdocs.yml" else one for one in rest]
    here = f"there is no data/ and docs/ in {root / 'docs/en'}"
    assert _told(CliRunner().invoke(main, [name, "fr", *rest])) == f"{here}; go to {root}, or name it with --root\n"


@pytest.mark.parametrize("command", ["check", "status", "release", "schema"])
def test_outside_any_root_a_command_asks_for_one(tmp_path: Path, command: str) -> None:
    """And makes no folder there."""
    told = _told(building.command(tmp_path, command))
    where = "go to the folder of an edition, or name it with --root"
    assert told == f"there is no data/ and docs/ in {tmp_path}; {where}\n"
    assert list(tmp_path.iterdir()) == []


WRITING = {
    "sync": ("sync", "en"),
    "new-language": ("new-language", "fr"),
    "export": ("export", "en", "--output", "en.xlf"),
    "import": ("import", "en", "en.po"),
    "release": ("release",),
    "schema": ("schema",),
}


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("code", [errno.EROFS, errno.ENOSPC, errno.EACCES], ids=errno.errorcode.get)
def test_what_cannot_be_written_is_told(tree: Tree, monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    """A folder that is read-only, a disk that is full: one message, and nothing is half written."""
    root = tree("de", "en")
    monkeypatch.chdir(root)
    runner = CliRunner()
    runner.invoke(main, ["export", "en", "--format", "po"])
    edit(root / "en.po", "first step", "first pace")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def refuse(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:9])
        raise OSError(code, "not now")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    told = _told(runner.invoke(main, WRITING[name]))
    (line,) = told.splitlines()
    assert re.fullmatch(r"\S+: not now; see that it can be read and written, and run the command again", line)
    assert ".new" not in line
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_all_is_written_though_nobody_reads_what_is_told(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the output goes to `head`, which ends before the command does."""
    root, file = tree("de", "en"), tmp_path / "en.po"
    building.command(root, "export", "en", "--format", "po", "--output", str(file))
    for find, put in (("first step", "first pace"), ("Nothing is loaded", "Nothing comes")):
        edit(file, find, put)

    def refuse(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    with monkeypatch.context() as patch:
        patch.setattr("instrumentarium.cli.common.click.echo", lambda what, *, err=False: None if err else refuse())
        building.command(root, "import", "en", str(file))
    told = building.command(root, "import", "en", str(file)).stdout.splitlines()
    assert len(told) == 1
    assert told[0].endswith(" as they were")


@pytest.mark.parametrize("target", ["", "docs/note/", "mkdocs.yml/"])
def test_a_path_that_is_no_file_is_told(tmp_path: Path, target: str) -> None:
    """A folder, or something below a file."""
    (tmp_path / "docs/note").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    path = tmp_path / target / ("file" if target == "mkdocs.yml/" else "")
    with pytest.raises(OSError, match=re.escape(str(path))):
        writing.write(path, b"x")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["docs", "mkdocs.yml", "note"]


def test_a_schema_that_is_a_folder_is_told(tree: Tree) -> None:
    """By the command that would write it."""
    root = tree("de")
    (root / "data/schema/note.json").unlink()
    (root / "data/schema/note.json").mkdir()
    told = _told(building.command(root, "schema")).splitlines()
    assert told[-1].startswith(f"{root}/data/schema/note.json: Is a directory; ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_device_is_written_to_and_not_replaced(tree: Tree) -> None:
    """As whoever exports to a pipe expects."""
    told = _told(building.command(tree("de", "en"), "export", "en", "--output", "/dev/full"))
    assert told.startswith("/dev/full: No space left on device; ")
    assert Path("/dev/full").is_char_device()


def test_a_link_to_a_file_stays_one(tmp_path: Path) -> None:
    """Its target is written."""
    (tmp_path / "target").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    writing.write(tmp_path / "link", b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"after"


def test_it_says_its_version() -> None:
    """That of the package."""
    result = CliRunner().invoke(main, ["--version"], prog_name="instrumentarium")
    assert (result.exit_code, result.output) == (0, f"instrumentarium {version('instrumentarium')}\n")


@pytest.mark.parametrize(
    ("code", "what"),
    [("en", "'en' is what its words are translated from"), ("xx", "'xx' is no language of the engine's words")],
)
def test_the_engines_words_have_translations_alone(code: str, what: str) -> None:
    """English is named as their source, and not among those that there are."""
    told = _told(CliRunner().invoke(main, ["interface", code]))
    assert told.startswith(f"{what}; the translations are bg, cs, da, de, el, es, ")


def test_the_shell_completes_languages(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that there are; outside the root there are none, and nothing is told."""
    root = tree()
    monkeypatch.chdir(root)
    for folder, codes in ((root, ["en"]), (root / "data", [])):
        monkeypatch.chdir(folder)
        complete = ShellComplete(main, {}, "instrumentarium", "_INSTRUMENTARIUM_COMPLETE")
        for name in ("check", "status", "sync", "export", "import"):
            assert [item.value for item in complete.get_completions([name], "e")] == codes


def _commands(text: str) -> list[list[str]]:
    """Return the command lines of a guide that are ours: in `…`, or a line of a block."""
    found = re.findall(r"(?<=`)instrumentarium [^`]+(?=`)|^(?:\s*|.*bin/)instrumentarium .*$", text, re.MULTILINE)
    return [shlex.split(line.split("instrumentarium", 1)[1]) for line in found]


@pytest.mark.parametrize("guide", ["CONTRIBUTING.md", "TRANSLATING.md"])
def test_the_commands_of_a_guide_run_as_written(tree: Tree, monkeypatch: pytest.MonkeyPatch, guide: str) -> None:
    """One after the other, on an edition that has a French translation; `check` may find faults."""
    root, runner = tree("de", "en"), CliRunner()
    shutil.copytree(root / "docs/en", root / "docs/fr")
    pins = shutil.copytree(locales.pins_file("fr").parent, root / "pins")
    monkeypatch.setattr(locales, "pins_file", lambda code: pins / f"{code}.yml")
    monkeypatch.chdir(root)
    shutil.copy(root / "data/source/note.de.txt", root / "received.txt")
    commands = _commands((ROOT / guide).read_text(encoding="utf-8"))
    if any(name == "offline" for name, *_ in commands):
        building.build(root, root / "site")
    assert {"export", "import", "sync", "check"} <= {name for name, *_ in commands}
    assert isinstance(main, click.Group)
    for command in commands:
        called = main.commands.get(command[0])
        if called and len(command) == 1 and any(one.required for one in called.params):
            continue  # no more than its name
        if command[0] == "import" and not Path(command[2]).exists():  # a translator's tool makes it
            form = "po" if command[2].endswith(".po") else "xliff"
            runner.invoke(main, ["export", command[1], "--format", form, "--output", command[2]])
        result = runner.invoke(main, command)
        assert result.exit_code in ((0, 1) if command[0] == "check" else (0,)), (command, result.output)


def test_contributing_makes_the_commands_known() -> None:
    """No shell knows those of an environment before it is activated; every command is named."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    first = text.index("`. .venv/bin/activate`")
    assert first < text.index("`instrumentarium ")
    assert isinstance(main, click.Group)
    assert set(main.commands) <= {name for name, *_ in _commands(text)}


def test_every_command_has_an_example() -> None:
    """In its help."""
    assert isinstance(main, click.Group)
    for name in main.commands:
        told = CliRunner().invoke(main, [name, "--help"]).stdout
        assert re.search(rf"^  (Examples?: |          )+instrumentarium {name}\b", told, re.MULTILINE), told
        assert "\\b" not in told
