"""Where languages are built before they become the site: a room for each, beside the site's folder."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


class Rooms:
    """A temporary folder beside ``site``, with a folder for each language."""

    def __init__(self, site: Path, /) -> None:
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        self._folder = tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent)

    def of(self, language: str, /) -> Path:
        """Return the room of a language; it exists once something is built in it."""
        return Path(self._folder.name) / language

    def publish(
        self, source: str, languages: Iterable[str], files: Mapping[str, bytes], /, *, everything: bool
    ) -> None:
        """Make the rooms the site, with ``files`` below its root.

        Everything replaces the whole site in one step; less than that is laid over what stands.
        """
        whole = self.of("site")
        self.of(source).rename(whole) if source in languages else whole.mkdir()
        for language in languages:
            if language != source:
                self.of(language).joinpath(language).rename(whole / language)
        for path, content in files.items():
            (whole / path).parent.mkdir(parents=True, exist_ok=True)
            (whole / path).write_bytes(content)
        if everything and not self.site.is_mount():
            if self.site.exists():
                self.site.rename(self.of("before"))
            whole.rename(self.site)
        else:
            if everything:
                for old in self.site.iterdir():
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            shutil.copytree(whole, self.site, dirs_exist_ok=True)

    def close(self) -> None:
        """Clear the rooms away."""
        self._folder.cleanup()
