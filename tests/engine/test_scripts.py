"""The scripts as they are sent: each with what it imports, so that what a reader asks for comes in one file."""

from pathlib import Path

from instrumentarium import themes
from instrumentarium.mkdocs_plugin import scripts
from tests.support.sources import ROOT

FOLDER = "assets/js/"
MADE = {
    "site": 'export const tell = () => 1;\nconst load = () => adorn("chosen", () => {});\n',
    "page": 'import { both as all } from "./deep.js";\nimport { tell } from "./site.js";\nconst own = all + tell();\n',
    "deep": 'import { one } from "./chosen.js";\n\nconst own = 2;\nexport const both = own + one;\n',
    "chosen": "/*! A licence. */\n// A comment.\nexport const one = 1;\n",
}


def _scripts(folder: Path, made: dict[str, str]) -> dict[str, Path]:
    paths = {f"{FOLDER}{name}.js": folder / f"{name}.js" for name in made}
    for path, text in zip(paths.values(), made.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_a_script_has_what_it_imports(tmp_path: Path) -> None:
    """What it imports stands before it, with names of its own; the script of the page is shared."""
    made = _scripts(tmp_path, MADE)
    sent = {path.removeprefix(FOLDER): script.decode() for path, script in scripts.sent(made)}
    assert sent.keys() == {"site.js", "page.js", "chosen.js"}
    assert scripts.parts(made) == {f"{FOLDER}deep.js"}
    assert sent["page.js"].strip() == (
        "const $chosen=(()=>{/*! A licence. */const one=1;return{one};})();"
        "const $deep=(()=>{const{one}=$chosen;const own=2;const both=own+one;return{both};})();"
        'const{both:all}=$deep;import{tell}from"./site.js";const own=all+tell();'
    )
    assert "A comment" not in sent["chosen.js"]


def test_no_script_of_the_site_is_sent_twice_over() -> None:
    """What is loaded by name is a file, and what is only imported is none."""
    every = themes.files(ROOT, "**/*.js")
    sent = dict(scripts.sent(every))
    assert {"site.js", "search.js", "verify.js", "places.js"} <= {path.removeprefix(FOLDER) for path in sent}
    assert sent.keys() | scripts.parts(every) == every.keys()
    for path, script in sent.items():
        assert script.count(b"import{") == (path in {f"{FOLDER}touch.js", f"{FOLDER}verify.js"}), path
