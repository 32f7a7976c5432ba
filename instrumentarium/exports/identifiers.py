"""Identifiers that never change: the same for every host, language and build."""

import uuid

# Made once, at random (RFC 9562); changing it would make every calendar and feed show everything anew.
_NAMESPACE = uuid.UUID("d9006a93-cdfa-445a-85cc-4f7255be0079")


def uuid_of(*parts: str) -> uuid.UUID:
    """Return the UUID of a record by its id, or of a text by its language's code and its id."""
    return uuid.uuid5(_NAMESPACE, "/".join(parts))
