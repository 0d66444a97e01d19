"""The sets that a document belongs to, by which libraries harvest a part of the edition.

    genre:minutes   source:ID   archive:ID-or-name   person:ID

A set's name keeps letters, digits and `-_.!*'()`; other characters are `~` and two digits for each byte
of UTF-8 (OAI-PMH, setSpec).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from teiedition.catalogue import Entity, name
from teiedition.tree import Element

KINDS = {"genre": "Genres", "source": "Sources", "archive": "Archives", "person": "Persons"}
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*'()")


def sets_of(record: Element, entities: Mapping[str, Entity]) -> dict[str, str]:
    """The sets of a document and what people call them, ordered."""
    return {f"{kind}:{spec(key)}": label for kind, key, label in sorted(_sets(record, entities)) if key}


def spec(key: str) -> str:
    """A key as part of a set's name."""
    return "".join(chr(byte) if byte in _PLAIN else f"~{byte:02X}" for byte in key.encode())


def _sets(record: Element, entities: Mapping[str, Entity]) -> Iterator[tuple[str, str, str]]:
    genre = record.get("genre", "")
    yield "genre", genre, genre
    source = record.find(name("source"))
    if source is not None:
        yield "source", source.get("id", ""), source.get("id", "")
        archive = source.get("repository", "")
        yield "archive", source.get("ref") or archive, archive
    for person in record.iterchildren(name("person"), name("mention")):
        entity = entities.get(person.get("ref", ""))
        if entity is not None and entity.kind == "person":
            yield "person", entity.ref, entity.label
