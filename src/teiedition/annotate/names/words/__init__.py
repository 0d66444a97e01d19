"""The words by which names are known in a language, compiled from its table (`language/en/names.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from teiedition.annotate.language import table
from teiedition.annotate.names.declared import made
from teiedition.annotate.names.words.bodies import BodyWords
from teiedition.annotate.names.words.letters import CAPITAL, INITIAL, INITIALS, NUMBERED, TRANSCRIBED, UPPER
from teiedition.annotate.names.words.persons import PersonWords
from teiedition.annotate.names.words.places import PlaceWords
from teiedition.annotate.names.words.plain import PlainWords
from teiedition.annotate.names.words.titles import TitleWords

__all__ = ["CAPITAL", "INITIAL", "INITIALS", "NUMBERED", "TRANSCRIBED", "UPPER", "Words", "words"]


@dataclass(frozen=True, eq=False)
class Words(TitleWords, PersonWords, BodyWords, PlaceWords, PlainWords):
    """A language's words about names. Sets hold words as they are written; patterns match at any place."""


@cache
def words(language: str) -> Words:
    """The words of a language; of one without a table, none."""
    return made(Words, {**table("names", language), "everyday": table("everyday", language)})
