"""The servers of hosting/, each with the built site at its root and below a path."""

import gzip
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import brotli
import pytest

from tests.support import programs
from tests.support.sources import ROOT

HOSTING = ROOT / "hosting"
COMPRESSED = [
    f"en/{path}"
    for path in ("note/index.html", "note.xml", "data/meetings.csv", "search.json", "timeline.atom", "note.bib")
]
"""The files of the site that lie there compressed, too."""

_NGINX = """
daemon off;
pid {work}/pid;
error_log {work}/log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {work}/site.conf;
}}
"""
_APACHE = """
ServerName localhost
ServerRoot {work}
DefaultRuntimeDir {work}
PidFile {work}/pid
ErrorLog {work}/log
Listen 127.0.0.1:{port}
User nobody
Group nogroup
TypesConfig /dev/null
DocumentRoot {folder}
<Directory {folder}>
  AllowOverride All
  Require all granted
  Options Indexes FollowSymLinks
</Directory>
"""
_MODULES = ("mpm_event", "authz_core", "autoindex", "deflate", "dir", "filter", "headers", "mime", "rewrite")
_OF_APACHE = Path("/usr/lib/apache2/modules")


@dataclass(frozen=True)
class Answer:
    """What a server answers; ``type`` and ``charset`` are the two parts of its Content-Type."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def charset(self) -> str:
        """The encoding, in small letters, as it may be written in any."""
        return self.headers.get("content-type", "").partition("charset=")[2].lower()


@dataclass(frozen=True)
class Host:
    """A running server: the folder of the site, and the path below which it is served, with both its slashes.

    ``takes_brotli`` is whether our configuration has it send files that are compressed by Brotli.
    """

    takes_brotli: bool
    site: Path
    prefix: str
    connection: HTTPConnection

    def get(self, path: str, encoding: str = "identity") -> Answer:
        """Ask for a path below the site's root."""
        self.connection.request("GET", self.prefix + path, headers={"Accept-Encoding": encoding})
        answer = self.connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, headers, answer.read())


def _nginx(work: Path, folder: Path, below: str, port: int) -> list[str]:
    text = (HOSTING / "nginx.conf").read_text(encoding="utf-8")
    for find, put in (
        ("listen 8080", f"listen 127.0.0.1:{port}"),
        ("root /srv/site", f"root {folder}"),
        ("/404.html;", f"{below}/404.html;"),
    ):
        assert text.count(find) == 1
        text = text.replace(find, put)
    (work / "site.conf").write_text(text, encoding="utf-8")
    (work / "conf").write_text(_NGINX.format(work=work), encoding="utf-8")
    return [programs.server("nginx", "nginx"), "-p", str(work), "-e", f"{work}/log", "-c", str(work / "conf")]


def _apache(work: Path, folder: Path, below: str, port: int) -> list[str]:
    text = (HOSTING / ".htaccess").read_text(encoding="utf-8")
    assert text.count(" /404.html\n") == 2
    (folder / below[1:] / ".htaccess").write_text(text.replace(" /404.html\n", f" {below}/404.html\n"))
    program = programs.server("apache2", "apache2-bin")
    modules = "".join(f"LoadModule {name}_module {_OF_APACHE}/mod_{name}.so\n" for name in _MODULES)
    (work / "conf").write_text(modules + _APACHE.format(work=work, folder=folder, port=port), encoding="utf-8")
    return [program, "-f", str(work / "conf"), "-D", "FOREGROUND"]


def _caddy(work: Path, folder: Path, below: str, port: int) -> list[str]:
    own = {"ADDRESS": f":{port}", "SITE": folder, "BELOW": below, "CADDY_ADMIN": f"unix/{work}/admin", "HOME": work}
    settings = [f"{name}={value}" for name, value in own.items()]
    program, config = programs.server("caddy", "caddy"), str(HOSTING / "Caddyfile")
    return ["env", *settings, program, "run", "--adapter", "caddyfile", "--config", config]


_SERVERS: Mapping[str, Callable[[Path, Path, str, int], list[str]]] = {
    "nginx": _nginx,
    "apache": _apache,
    "caddy": _caddy,
}


@pytest.fixture(scope="module", params=[(name, below) for name in _SERVERS for below in ("", "/below")])
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    """Return a server with our configuration, and with the site at its root or below a path."""
    name, below = request.param
    with tempfile.TemporaryDirectory() as temporary, socket.socket() as free:
        work, folder = Path(temporary), Path(temporary, "srv")
        work.chmod(0o755)  # some servers read it as a user of their own
        own = folder / below[1:]
        shutil.copytree(site, own, copy_function=shutil.copyfile)
        for path in COMPRESSED:
            content = (site / path).read_bytes()
            (own / f"{path}.gz").write_bytes(gzip.compress(content))
            (own / f"{path}.br").write_bytes(brotli.compress(content, quality=5))
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        command = _SERVERS[name](work, folder, below, port)
        free.close()
        with (work / "said").open("wb") as said:
            process = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            connection = _connected(port)
            if connection is None:
                logs = [work / "said", work / "log"]
                pytest.fail("\n".join(log.read_text() for log in logs if log.exists()), pytrace=False)
            yield Host(name != "nginx", own, f"{below}/", connection)
            connection.close()
        finally:
            process.terminate()
            process.wait(20)


def _connected(port: int) -> HTTPConnection | None:
    """Return a connection to a server, once it answers; None where it does not."""
    for _ in range(100):
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.1)
        else:
            return connection
    return None
