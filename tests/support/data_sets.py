"""What Google's search for data sets asks of their linked data, by its documentation of "Dataset".

https://developers.google.com/search/docs/appearance/structured-data/dataset
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Node = Mapping[str, Any]

# A day or a month, which is all the dates that there are.
_PERIOD = re.compile(r"\d{4}-\d\d(-\d\d)?/\d{4}-\d\d(-\d\d)?")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def _licences(node: Node) -> list[str]:
    told = node.get("license", "")
    return [told] if isinstance(told, str) else told


_RULES: Mapping[str, Callable[[Node], bool]] = {
    "name": lambda node: bool(node.get("name")),
    "description": lambda node: 50 <= len(node.get("description", "")) <= 5000,
    "creator": lambda node: node.get("creator", {}).get("@type") == "Organization" and bool(node["creator"]["name"]),
    "license": lambda node: all(one.startswith(("https://", "http://")) for one in _licences(node)),
    "isAccessibleForFree": lambda node: node.get("isAccessibleForFree") is True,
    "inLanguage": lambda node: bool(node.get("inLanguage")),
    "keywords": lambda node: all(isinstance(one, str) and one.strip() for one in node.get("keywords", ())),
    "temporalCoverage": lambda node: (
        "temporalCoverage" not in node or bool(_PERIOD.fullmatch(node["temporalCoverage"]))
    ),
    "distribution": lambda node: bool(node.get("distribution")),
    "encodingFormat": lambda node: all(
        _MEDIA_TYPE.fullmatch(file["encodingFormat"]) for file in node.get("distribution", ())
    ),
}


def faults(node: Node, address: str = "", /) -> list[str]:
    """Return the properties of a data set that break a rule; ``address`` is what all addresses begin with."""
    addresses = [node.get("url"), *(file.get("contentUrl") for file in node.get("distribution", ()))]
    missed = ["contentUrl"] if not all(one and one.startswith(address) for one in addresses) else []
    return [name for name, holds in _RULES.items() if not holds(node)] + missed
