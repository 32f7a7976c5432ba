"""Each server of hosting/ sends each file of the site as what it is, with the policy, to be kept while it holds."""

import re
from pathlib import Path

import pytest

from instrumentarium.exports import registry
from instrumentarium.model.edition import Edition
from tests.support import pages
from tests.support.sources import ROOT

from .conftest import COMPRESSED, HOSTING, Host

# Beside those to download.
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_POLICY = re.search(r"Content-Security-Policy: (.+)", (ROOT / "README.md").read_text(encoding="utf-8"))
_SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "access-control-allow-origin": "*",
}
_PACKED = (".gz", ".br")
# What every host knows, and what these two know besides.
_BY_ALL = ("text/html", "image/png")
_KNOWN = ("text/css", "text/javascript", "text/csv", "image/svg+xml", "application/json", "application/pdf")


def _files(site: Path) -> list[str]:
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix not in _PACKED)
    return sorted(path.relative_to(site).as_posix() for path in found if path.name != ".htaccess")


def _types(site: Path, edition: Edition) -> dict[str, str]:
    """Return the media type of each file: of those to download, what the registry of the exports says."""
    told = {file.path: file.media_type for file in registry.site_formats(edition)}
    for code, language in edition.languages.items():
        for file in registry.language_formats(edition, language):
            told[pages.beside(edition, code, file.path)] = file.media_type
    return {path: told.get(path) or _TYPES[Path(path).suffix] for path in _files(site)}


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _assert_safe(headers: dict[str, str]) -> None:
    assert _POLICY
    assert {name: headers.get(name) for name in _SECURITY} == _SECURITY
    policy = headers["content-security-policy"]
    assert policy.startswith(f"{_POLICY[1]}; ")
    assert policy.endswith("frame-ancestors 'none'")


def test_every_file_is_sent_as_what_it_is(host: Host, edition: Edition) -> None:
    """Its bytes, with its own type and the encoding of its letters; assets are kept for good."""
    types = _types(host.site, edition)
    assert len(types) > 700
    for path, type in types.items():
        address = path.removesuffix("index.html") if path.endswith("index.html") else path
        answer = host.get(address)
        assert (answer.status, answer.type) == (200, type), path
        assert answer.charset == ("utf-8" if _is_text(answer.body) else ""), path
        assert answer.body == (host.site / path).read_bytes(), path
        kept = "max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        assert answer.headers["cache-control"] == kept, path
        _assert_safe(dict(answer.headers))


@pytest.mark.parametrize("path", ["nope", "en/note/nope", "a/b/c/nope", "assets/0123456789ab/js/site.js"])
def test_what_does_not_exist_is_told_at_any_depth(host: Host, path: str) -> None:
    """By the site's page for it, which nobody keeps."""
    answer = host.get(path)
    assert (answer.status, answer.type, answer.charset) == (404, "text/html", "utf-8")
    assert answer.body == (host.site / "404.html").read_bytes()
    assert answer.headers["cache-control"] == "no-cache"
    _assert_safe(dict(answer.headers))


def test_no_folder_is_listed(host: Host) -> None:
    """What has no page of its own has none."""
    release = pages.assets(host.site).name
    for path in ("assets/", f"assets/{release}/", "data/schema/"):
        answer = host.get(path)
        assert answer.status in (403, 404), path
        assert answer.body == (host.site / "404.html").read_bytes()


def test_an_address_without_its_slash_leads_to_the_one_with_it(host: Host) -> None:
    """On the same host, whatever name and port it is reached by."""
    for path in ("en", "en/note", "note"):
        answer = host.get(path)
        assert answer.status in (301, 302, 307, 308)
        where = re.sub(r"^http://(127\.0\.0\.1|localhost):\d+", "", answer.headers["location"])
        assert where in (f"{host.prefix}{path}/", f"{path.rpartition('/')[2]}/")


def test_files_that_lie_there_compressed_are_sent_so(host: Host, edition: Edition) -> None:
    """As what they are, and as they lie there; the others are compressed on the way."""
    types = _types(host.site, edition)
    for path in COMPRESSED:
        answer = host.get(path.removesuffix("index.html"), "gzip")
        assert (answer.status, answer.type, answer.charset) == (200, types[path], "utf-8"), path
        assert answer.headers.get("content-encoding") == "gzip", path
        assert "accept-encoding" in answer.headers["vary"].lower(), path
        assert answer.body == (host.site / f"{path}.gz").read_bytes(), path
        best = host.get(path.removesuffix("index.html"), "gzip, deflate, br")
        suffix = "br" if host.takes_brotli else "gz"
        assert (best.type, best.charset) == (answer.type, "utf-8"), path
        assert best.body == (host.site / f"{path}.{suffix}").read_bytes(), path
    answer = host.get("fr/note/", "gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.body) < (host.site / "fr/note/index.html").stat().st_size / 3


def test_every_recipe_has_the_policy() -> None:
    """That of the README, in each file that sets one."""
    assert _POLICY
    for name in ("nginx.conf", ".htaccess", "Caddyfile", "lighttpd.conf", "_headers", "serve.json"):
        assert f"{_POLICY[1]}; " in (HOSTING / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize(("name", "known"), [("lighttpd.conf", ()), ("serve.json", ()), ("_headers", _KNOWN)])
def test_the_others_name_every_type(site: Path, edition: Edition, name: str, known: tuple[str, ...]) -> None:
    """Those that no test starts: all types, but for what their hosts know by themselves."""
    text = (HOSTING / name).read_text(encoding="utf-8")
    named = set(_types(site, edition).values()) - set(known)
    assert {one for one in named if one not in text and one not in _BY_ALL} == set()
