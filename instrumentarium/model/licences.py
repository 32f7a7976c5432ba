"""The licences of the files to download: see LICENSE-CONTENT."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Licence:
    """A licence's own name (None: each language has its words for it), and its address."""

    name: str | None
    address: str


CC_BY = Licence(name="CC BY 4.0", address="https://creativecommons.org/licenses/by/4.0/")
# Council Decision (EU) 2017/1842 on the open data policy of the Council.
EU = Licence(name=None, address="http://data.europa.eu/eli/dec/2017/1842/oj")
