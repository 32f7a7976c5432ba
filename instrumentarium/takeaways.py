"""Makes the files that can be taken away: those of the languages beside each other, then the common ones."""

from collections.abc import Sequence

from instrumentarium import workers
from instrumentarium.exports import common_files, files_beside
from instrumentarium.model.download import Export
from instrumentarium.model.edition import Edition
from instrumentarium.model.site import Release


class Takeaways:
    """The files of an Edition; between the builds of a server it keeps those of the languages that did not change."""

    def __init__(self) -> None:
        self._beside: dict[str, list[Export]] = {}

    def make(self, edition: Edition, changed: Sequence[str], release: Release, /, *, fork: bool) -> list[Export]:
        """Return all files, those of the ``changed`` languages made anew."""

        def beside(code: str) -> list[Export]:
            return list(files_beside(edition, edition.languages[code], release))

        self._beside |= zip(changed, workers.spread(beside, changed, fork=fork), strict=True)
        files = [file for code in edition.languages for file in self._beside[code]]
        return [*files, *common_files(edition, files, release)]
