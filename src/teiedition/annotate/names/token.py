"""A word of a text with its place."""

from __future__ import annotations

from dataclasses import dataclass

from teiedition.annotate.names.traits import Traits


@dataclass(slots=True, eq=False)
class Token:
    """A capitalised word, or initials, and what is known of it."""

    start: int
    end: int
    word: str
    traits: Traits
