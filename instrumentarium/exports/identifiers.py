"""Identifiers that never change: the same for every host, language and build, and no other edition's."""

import uuid

from instrumentarium.model.edition import Facts


def uuid_of(facts: Facts, /, *parts: str) -> uuid.UUID:
    """Return the UUID of a record by its id, or of a text by its language's code and its id (RFC 9562, version 5)."""
    return uuid.uuid5(uuid.UUID(facts.note.identity), "/".join(parts))
