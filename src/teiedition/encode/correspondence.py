"""Sender and addressees of a letter, cable or report, from its title, salutation and signature."""

from __future__ import annotations

import re

from teiedition.encode.dates import Dates
from teiedition.encode.facts import Facts
from teiedition.encode.letters import BEFORE_DATE, Frame

_FROM_TO = re.compile(
    r"\b[Ff]rom\s+(?P<sender>.+?)\s+[Tt]o\s+(?P<to>.+?)"
    r"(?:,\s*(?:\d|[A-Z][a-z]+ \d|[^\W\d_]+,? \d)|\s*\(Excerpt\)|$)"
)
_ONE_TO_ANOTHER = re.compile(
    r"(?:(?:No\.\s*)?\d+[.:]?\s+)?(?P<sender>[^\W\d_a-z][^:;]{2,60}?)\s+to\s+(?P<to>(?:the\s+)?[^\W\d_a-z].{2,60}?)"
    r"(?:,\s*(?:\d|[^\W\d_]+ \d)|$)"
)
_TO = re.compile(r"(?:\[?To\]?)\s+(.+?)[:,]?$", re.DOTALL)
_FOR = re.compile(r",\s+for\s.*", re.DOTALL)
_OWNER = re.compile(r"([^\W\d_a-z][\w.-]*(?:\s[^\W\d_a-z][\w.-]*){0,3})[’']s\s")
_COPIES = re.compile(r"\s*(?:and\s+)?cop(?:y|ies)\s+to\s+", re.IGNORECASE)
_LONGEST = 200
_GENRES = ("cable", "letter", "report", "instruction")


def correspondents(facts: Facts, frame: Frame, dates: Dates) -> None:
    """Fill the facts with who wrote to whom, when and where, as far as the document says so."""
    dated(facts, frame.dateline, dates)
    if facts.genre not in _GENRES:
        return
    title = re.sub(r"[\[\]]", "", facts.title)
    if (
        found := _FROM_TO.search(title.title() if title.isupper() else title)
        or facts.genre == "letter"
        and _ONE_TO_ANOTHER.match(title)
    ):
        if len(facts.sender) == 1 and not facts.place:
            facts.place = facts.sender[0]
        facts.sender = (found["sender"].removeprefix("the "),)
        facts.addressees = tuple(parties(found["to"]))
    salute = re.sub(r"\s+", " ", re.sub(r"[\[\]]", "", frame.addressee))
    if not facts.addressees and (found := _TO.fullmatch(salute)) and len(found[1]) < _LONGEST:
        named, *others = found[1].split(";")
        facts.addressees = tuple(parties(_FOR.sub("", named)))
        facts.copies += tuple(
            party
            for other in others
            if (copy := _COPIES.match(other))
            for party in parties(other[copy.end() :])
        )
    if not facts.sender and (found := _OWNER.match(title)):
        facts.sender = (found[1],)
    if not facts.sender and frame.signatories and (facts.addressees or facts.genre == "letter"):
        facts.sender = tuple(" ".join(re.sub(r"[\[\]]", "", name).split()) for name in frame.signatories[:2])


def dated(facts: Facts, dateline: str, dates: Dates) -> None:
    """Date and place of a date line: "Vienna, 3 March 1801"."""
    plain = dateline.translate(str.maketrans("[]", "  "))
    found = dates.find(plain)
    if not found:
        return
    if not facts.date:
        facts.date = dict(found[0].attributes)
        facts.date_words = " ".join(plain[found[0].start : found[0].end].split())
    place = re.sub(BEFORE_DATE, "", plain[: found[0].start]).strip(" ,.—-")
    if (
        not facts.place
        and 0 < len(place.split()) < 4
        and place[:1].isupper()
        and "," in plain[: found[0].start]
    ):
        facts.place = place


def parties(text: str) -> list[str]:
    """The addressees in "the A and the B, and C"."""
    found = re.split(r",\s*and\s+(?=the |[A-Z])|,\s*(?=the )|\s+and\s+(?:to\s+)?(?=the )", text)
    return [re.sub(r"^the\s+", "", part.strip(" ,.")) for part in found if part.strip(" ,.")]
