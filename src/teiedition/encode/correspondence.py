"""Sender and addressees of a letter, cable or report, from its title, salutation and signature."""

from __future__ import annotations

import re

from teiedition.encode.datelines import BEFORE_DATE
from teiedition.encode.dates import Dates
from teiedition.encode.facts import Facts
from teiedition.encode.hours import hours
from teiedition.encode.letters import Frame
from teiedition.encode.parties import Parties

_FROM_TO = re.compile(
    r"\b[Ff]rom\s+(?P<sender>.+?)\s+[Tt]o\s+(?P<to>.+?)"
    r"(?:,\s*(?:\d|[A-Z][a-z]+ \d|[^\W\d_]+,? \d)|\s*\(Excerpt\)|$)"
)
_TO = re.compile(r"(?:\[?To\]?)\s+(.+?)[:,]?$", re.DOTALL)
_FOR = re.compile(r",\s+for\s.*", re.DOTALL)
_OWNER = re.compile(r"([^\W\d_a-z][\w.-]*(?:\s[^\W\d_a-z][\w.-]*){0,3})[’']s\s")
_COPIES = re.compile(r"\s*(?:and\s+)?cop(?:y|ies)\s+to\s+", re.IGNORECASE)
_FORMULA = re.compile(
    r"^\s*(?:\w+\s+)?(?:at|in)\s+|,?\s+on\s*$|,?\s*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*$"
)
_PLACED = re.compile(r"[,.:]|\b(?:at|in|on)\s|^\s*\S+\s*$")
_LONGEST = 200
_GENRES = ("cable", "letter", "report", "instruction")


def correspondents(facts: Facts, frame: Frame, titled: Parties | None, dates: Dates) -> None:
    """Fill the facts with who wrote to whom, when and where, as far as the document says so; `titled` are
    those whom its title names."""
    dated(facts, frame.dateline, dates)
    facts.number = facts.number or frame.number
    if facts.genre not in _GENRES:
        return
    title = re.sub(r"[\[\]]", "", facts.title)
    found = _FROM_TO.search(title.title() if title.isupper() else title)
    sender = titled.sender if titled else found["sender"].removeprefix("the ") if found else ""
    if titled and not sender:
        facts.addressees = tuple(parties(titled.addressee))
    elif sender:
        if len(facts.sender) == 1 and not facts.place:
            seat = re.search(r"\bin\s+([^\W\d_a-z][\w-]+)$", facts.sender[0])
            facts.place = seat[1] if seat else facts.sender[0] if len(facts.sender[0].split()) < 4 else ""
        facts.sender = (sender,)
        facts.addressees = tuple(parties(titled.addressee if titled else found["to"] if found else ""))
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
        names = [" ".join(re.sub(r"[\[\]]", "", name).split()) for name in frame.signatories[:2]]
        facts.sender = tuple(name for at, name in enumerate(names) if not at or " of " not in name)


def dated(facts: Facts, dateline: str, dates: Dates) -> None:
    """Date and place of a date line: "Vienna, 3 March 1801"."""
    plain = dateline.translate(str.maketrans("[]", "  "))
    found = dates.find(plain)
    if not found:
        return
    if not facts.date:
        facts.date = dict(found[0].attributes)
        facts.date_words = " ".join(plain[found[0].start : found[0].end].split())
    facts.hours = facts.hours or hours(f"{plain[: found[0].start]} {plain[found[0].end :]}")
    before = plain[: found[0].start]
    place = re.sub(BEFORE_DATE, "", _FORMULA.sub("", before)).strip(" ,.:—-").rsplit(", ", 1)[-1].strip()
    words = place.split()
    if not facts.place and 0 < len(words) < 4 and place[:1].isupper() and _PLACED.search(before):
        facts.place = place


def parties(text: str) -> list[str]:
    """The addressees in "the A and the B, and C"."""
    found = re.split(r",\s*and\s+(?=the |[A-Z])|,\s*(?=the )|\s+and\s+(?:to\s+)?(?=the )", text)
    return [re.sub(r"^the\s+", "", part.strip(" ,.")) for part in found if part.strip(" ,.")]
