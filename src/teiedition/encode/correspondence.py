"""Sender and addressees of a letter, cable or report, from its title, salutation and signature."""

from __future__ import annotations

import re

from teiedition.encode.header import Facts
from teiedition.encode.letters import Frame
from teiedition.encode.vocabulary import Vocabulary

_FROM_TO = re.compile(
    r"\b[Ff]rom\s+(?P<sender>.+?)\s+[Tt]o\s+(?P<to>.+?)(?:,\s*(?:\d|[A-Z][a-z]+ \d|[^\W\d_]+,? \d)|\s*\(Excerpt\)|$)"
)
_TO = re.compile(r"(?:\[?To\]?)\s+(.+?)[:,]?$", re.DOTALL)
_GENRES = ("cable", "letter", "report", "instruction")


def correspondents(facts: Facts, frame: Frame, words: Vocabulary) -> None:
    """Fill the facts with who wrote to whom, where the document says so."""
    if facts.genre not in _GENRES:
        return
    title = re.sub(r"[\[\]]", "", facts.title)
    if found := _FROM_TO.search(title):
        facts.sender = facts.sender or (found["sender"],)
        facts.addressees = facts.addressees or tuple(parties(found["to"]))
    salute = re.sub(r"\s+", " ", re.sub(r"[\[\]]", "", frame.addressee))
    if not facts.addressees and (found := _TO.fullmatch(salute)) and len(found[1]) < 120:
        facts.addressees = tuple(parties(found[1]))
    if not facts.sender and frame.signatories and (facts.addressees or facts.genre == "letter"):
        facts.sender = tuple(" ".join(re.sub(r"[\[\]]", "", name).split()) for name in frame.signatories[:2])


def parties(text: str) -> list[str]:
    """The addressees in "the A and the B, and C"."""
    found = re.split(r",\s*and\s+(?=the |[A-Z])|,\s*(?=the )|\s+and\s+(?=the )", text)
    return [re.sub(r"^the\s+", "", part.strip(" ,.")) for part in found if part.strip(" ,.")]
