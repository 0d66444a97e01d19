"""A word of a text with its place."""

from __future__ import annotations

from typing import NamedTuple

from teiedition.annotate.names.traits import Traits


class Token(NamedTuple):
    """A capitalised word, or initials, and what is known of it."""

    start: int
    end: int
    word: str
    traits: Traits
