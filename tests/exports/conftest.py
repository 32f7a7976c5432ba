"""The files that can be taken away, as a host gets them that has said the site's address, and as one that has not."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from instrumentarium.exports.registry import Exports
from instrumentarium.model.download import Download
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import SiteInfo
from tests import building
from tests.conftest import ROOT

ADDRESS = "https://host.invalid/below/"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

Files = Mapping[str, Download]


@pytest.fixture(scope="session", params=[ADDRESS, ""], ids=["published", "unpublished"])
def files(request: pytest.FixtureRequest, edition: Edition) -> Files:
    """Return every file by its path."""
    site = SiteInfo(url=request.param, build_date=MOMENT)
    made = Exports().make(edition, site, processes=1)
    assert len({file.path for file in made}) == len(made)
    return {file.path: file for file in made}


@pytest.fixture(scope="session")
def address(files: Files) -> str:
    """Return the address of the site that the files are for; "" where it is not known."""
    return ADDRESS if ADDRESS.encode() in files["robots.txt"].content else ""


def beside(edition: Edition, code: str, path: str) -> str:
    """Return the path of a file of a language."""
    return path if code == edition.source.code else f"{code}/{path}"


def page_texts(edition: Edition, code: str) -> dict[str, str]:
    """Return what the note says in a language, by the id of each sentence."""
    return {sentence.id: sentence.text for sentence in edition.languages[code].note.numbered()}


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the whole site, built for a host that has said its address."""
    return building.build(ROOT, tmp_path_factory.mktemp("published") / "site", SITE_URL=ADDRESS)
