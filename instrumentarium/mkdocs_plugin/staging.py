"""Where languages are built before they become the site: a folder for each, beside the site's."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


class StagingArea:
    """A temporary folder beside ``site``, with a folder for each language; one process owns it."""

    def __init__(self, site: Path, /) -> None:
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        self._folder = tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent)

    def of(self, language: str, /) -> Path:
        """Return the folder of a language; it exists once something is built in it."""
        return Path(self._folder.name) / language

    def publish(
        self,
        source: str,
        languages: Iterable[str],
        files: Mapping[str, bytes],
        /,
        *,
        everything: bool,
        finish: Iterable[Callable[[Path], object]] = (),
    ) -> None:
        """Publish what was built as the site, with ``files`` below its root; before that, each of ``finish`` is done.

        Everything replaces the whole site, in one step where the platform lets an open folder be renamed;
        less than that is copied over the site.
        """
        whole = self.of("site")
        self.of(source).rename(whole) if source in languages else whole.mkdir()
        for language in languages:
            if language != source:
                self.of(language).joinpath(language).rename(whole / language)
        write(whole, files)
        for step in finish:
            step(whole)
        if not (everything and self._swap(whole)):
            if everything:
                for old in self.site.iterdir():
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            shutil.copytree(whole, self.site, dirs_exist_ok=True)

    def _swap(self, whole: Path) -> bool:
        """Replace the site by a new one in one step; return whether that was possible."""
        if self.site.is_mount():
            return False
        before = self.of("before")
        try:
            if self.site.exists():
                self.site.rename(before)
            whole.rename(self.site)
        except OSError:
            if before.exists() and not self.site.exists():
                before.rename(self.site)
            return False
        return True

    def close(self) -> None:
        """Clear the folder away."""
        self._folder.cleanup()


def write(folder: Path, files: Mapping[str, bytes], /) -> None:
    """Write files below a folder, by their paths."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
