"""A document in the making, and what all documents of a source share."""

from __future__ import annotations

from dataclasses import dataclass, field

from teiedition.authority import Authority
from teiedition.encode.dates import Dates
from teiedition.encode.facts import Facts
from teiedition.encode.interventions import Brackets
from teiedition.encode.notes import Note
from teiedition.encode.provenance import Lexicon
from teiedition.encode.reading import Reading
from teiedition.encode.segments import Segment
from teiedition.encode.speakers import Cast
from teiedition.encode.structure import Text
from teiedition.encode.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """What all documents of a source share. `spelling` counts its words as they are written, `furniture`
    are the lines that belong to its pages: line number → TEI's `fw/@type`."""

    reading: Reading
    words: Vocabulary
    dates: Dates
    authority: Authority | None
    spelling: dict[str, int]
    furniture: dict[int, str]
    brackets: Brackets
    lexicon: Lexicon


@dataclass(slots=True)
class Draft:
    """A document encoded but for its identifier and its ties to others."""

    segment: Segment
    reading: Reading
    first_line: int
    last_line: int
    facts: Facts = field(default_factory=Facts)
    text: Text = field(default_factory=Text)
    cast: Cast | None = None
    notes: list[Note] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
