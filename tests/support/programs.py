"""The programs of the machine that the tests call; where one is not there, it is got."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Error, Playwright

ARGUMENTS = [
    *("--no-sandbox", "--disable-quic", "--disable-background-networking"),
    # A page is loaded once: to optimize its scripts, in threads of their own, takes more time than it saves.
    "--js-flags=--no-opt,--single-threaded",
]
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def curl() -> str:
    """Return the path of curl; where there is none, the distribution's is got."""
    return _program("curl", "curl")


def msgfmt() -> str:
    """Return the path of gettext's msgfmt; where there is none, the distribution's is got."""
    return _program("msgfmt", "gettext")


def firefox() -> str:
    """Return the path of Firefox, or of what $FIREFOX names; where there is none, the distribution's is got."""
    found = os.environ.get("FIREFOX") or shutil.which("firefox")
    return found or _program("firefox-esr", "firefox-esr")


def server(name: str, package: str) -> str:
    """Return the path of a server; where there is none, the distribution's is got, and not started."""
    return _program(name, package)


def npm_package(config: pytest.Config, package: str, version: str, /) -> Path:
    """Return the folder of a package of npm, kept in pytest's cache; where it is not there, one worker gets it."""
    assert config.cache is not None
    folder = config.cache.mkdir(f"{package.rpartition('/')[2]}-{version}")
    found = folder / "node_modules" / package
    options = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
    with FileLock(folder / "lock"):
        if not (found / "package.json").exists():
            command = [_program("npm", "npm"), "install", "--prefix", str(folder), *options, f"{package}@{version}"]
            got = subprocess.run(command, capture_output=True, text=True, check=False)
            if got.returncode:
                pytest.fail(
                    f"The tests need {package} {version}, which npm could not get:\n{got.stderr}", pytrace=False
                )
    return found


def _program(name: str, package: str) -> str:
    if not _found(name):
        _install(package)
    return _found(name) or pytest.fail(f"The tests need {name}: install {package}.", pytrace=False)


def _found(name: str) -> str | None:
    """Return the path of a program, also of one that Debian keeps for its administrators."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin")


def chromium(playwright: Playwright, /) -> Browser:
    """Start the installed browser; where there is none, get playwright's, else the distribution's."""
    if path := installed_chromium():
        return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
    try:
        return playwright.chromium.launch(args=ARGUMENTS)
    except Error:
        _install("chromium")
    if path := installed_chromium():
        return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    return pytest.fail("The browser tests need Chromium: install it, or name one in $CHROMIUM.", pytrace=False)


def installed_chromium() -> str | None:
    """Return the path of Chromium or Chrome, or of what $CHROMIUM names; None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUMS)), None)


def _install(package: str) -> None:
    """Get a package of the distribution, where that can be done; one worker at a time, as apt wants it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        # On this run level, Debian starts no service that it installs.
        environment = os.environ | {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}
        with FileLock(Path(tempfile.gettempdir()) / "instrumentarium-packages.lock"):
            for command in (["update"], ["install", "-y", package]):
                subprocess.run(["apt-get", "-q", *command], capture_output=True, check=False, env=environment)
