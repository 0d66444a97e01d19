"""What an authority file says about one person, place or organisation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

KINDS = ("person", "place", "organisation")

SHORT = frozenset(["short", "surname", "forename"])
"""The types of forms that say only in their context whom they mean."""


class Form(NamedTuple):
    """One way to write a name.

    `type` is the file's own (`main variant short abbreviation …`); `inverted` is a form made from
    "Surname, Given", and `short` is given to a surname told apart from its given names as well.
    `role` is the title within the form ("Premier" in "Premier Zhou").
    """

    text: str
    type: str = ""
    role: str = ""


class Occupation(NamedTuple):
    """An office and when it was held; the dates are W3C dates as the file has them, or empty."""

    text: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `kind` is one of KINDS; `type` the file's own word for what it is ("city", "party").

    `birth` and `death` are W3C dates or empty. `part_of` are the ids of the wholes that it belongs to.
    `see` is the id of the entry that a mere cross-reference ("Orr, see Ann Orr") sends to, or empty.
    `line` counts from 1. `sex` is the file's own value ("F", "2", "male" …).
    """

    id: str
    kind: str
    label: str
    forms: tuple[Form, ...]
    file: Path
    line: int
    type: str = ""
    sex: str = ""
    birth: str = ""
    death: str = ""
    occupations: tuple[Occupation, ...] = ()
    description: str = ""
    part_of: tuple[str, ...] = ()
    see: str = ""

    @property
    def dates(self) -> str:
        """Years of life for people to read: "1898–1976", "born 1920", "died 1976", or nothing."""
        born, died = _year(self.birth), _year(self.death)
        if born and died:
            return f"{born}–{died}"
        return f"born {born}" if born else f"died {died}" if died else ""


def _year(date: str) -> str:
    era, digits = ("-", date[1:]) if date.startswith("-") else ("", date)
    return era + digits.split("-")[0].lstrip("0") if digits else ""
