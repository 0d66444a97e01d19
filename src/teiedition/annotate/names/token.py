"""A word of a text with its place."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A capitalised word, or initials."""

    start: int
    end: int
    word: str
