"""Books of the whole edition: one that is too much for a single book becomes volumes, in order of date.

So a changed document has one volume made again, memory is bounded by a volume, and so is what a reader
carries; print and e-books are divided alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from teiedition.tree import Element

VOLUME = 100_000
"""Words in a volume, at most: some 300 pages."""


def volumes(records: Mapping[str, Element]) -> Sequence[Sequence[str]]:
    """The documents' ids by volume, none over VOLUME words unless a single document is."""
    books: list[list[str]] = [[]]
    room = VOLUME
    for id, record in records.items():
        words = int(record.get("words", "0"))
        if words > room and books[-1]:
            books.append([])
            room = VOLUME
        books[-1].append(id)
        room -= words
    return books
