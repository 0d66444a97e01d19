"""`profileDesc`: when and where, in which language, who spoke, who wrote to whom, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiedition.encode.dates import Dates
from teiedition.encode.facts import Facts
from teiedition.encode.hours import hours
from teiedition.encode.nodes import Child, Node, element
from teiedition.encode.reading import Line
from teiedition.encode.record import Section, spaced
from teiedition.encode.speakers import Cast
from teiedition.encode.vocabulary import Vocabulary

_BRACKETS = str.maketrans("[]", "  ")
_ROLES = ("speaker", "interpreter", "translator", "note-taker", "present", "author", "from", "to")


def profile(facts: Facts, cast: Cast | None, words: Vocabulary, dates: Dates) -> Node:
    """The `profileDesc` of a document."""
    date = element("date", facts.date_words, attributes=facts.date) if facts.date else None
    place = [" ", element("placeName", facts.place)] if facts.place else []
    sections = facts.record.section("summary") if facts.record else []
    return element(
        "profileDesc",
        element("creation", *([date, *place] if date or place else ["Date not stated."])),
        *(
            element("abstract", *(element("p", *children) for children in _summary(section)))
            for section in sections
        ),
        _languages(facts, words),
        _correspondence(facts),
        _participants(cast),
        _setting(facts, dates),
    )


def _summary(section: Section) -> Iterator[list[Child]]:
    """The paragraphs of a summary, its label before the first."""
    groups: list[list[Line]] = [[]]
    for line in section.lines:
        if groups[-1] and line.gap:
            groups.append([])
        groups[-1].append(line)
    yield section._replace(lines=tuple(groups[0])).labelled()
    for group in groups[1:]:
        yield spaced(group)


def _languages(facts: Facts, words: Vocabulary) -> Node:
    record = facts.record
    found = []
    for section in [*record.section("language"), *record.section("contents")] if record else []:
        codes = words.languages(re.findall(r"[\w-]+", section.text))
        code = codes[0][1] if codes else facts.language
        found.append(element("language", *section.labelled(), attributes={"ident": code}))
    return element("langUsage", *(found or [element("language", attributes={"ident": facts.language})]))


def _correspondence(facts: Facts) -> Node | None:
    if not facts.sender and not facts.addressees:
        return None
    date = element("date", facts.date_words, attributes=facts.date) if facts.date else None
    place = element("placeName", facts.place) if facts.place else None
    named = {
        "sent": [element("name", name) for name in facts.sender] + [node for node in (place, date) if node],
        "received": [element("name", name) for name in facts.addressees],
        "copied": [element("name", name) for name in facts.copies],
    }
    kinds = {
        "sent": {"type": "sent"},
        "received": {"type": "received"},
        "copied": {"type": "received", "subtype": "copy"},
    }
    actions = [
        element("correspAction", *nodes, attributes=kinds[kind]) for kind, nodes in named.items() if nodes
    ]
    return element("correspDesc", *actions)


def _participants(cast: Cast | None) -> Node | None:
    if cast is None or not cast.people:
        return None
    people = []
    for person in cast.people:
        role = next((role for role in _ROLES if role in person.parts), "present")
        where = {"role": role, "corresp": person.ref} if person.entry else {"xml:id": person.id, "role": role}
        people.append(element("person", element("persName", person.name), attributes=where))
    return element("particDesc", element("listPerson", *people))


def _setting(facts: Facts, dates: Dates) -> Node | None:
    """Where and when a conversation took place, as its fields or its date line say."""
    location, said = facts.location or facts.place, facts.time or facts.date_words
    if facts.genre != "minutes" or not location and not said:
        return None
    found = dates.find(said.translate(_BRACKETS))
    day = element("date", said, attributes=found[0].attributes if found else facts.date) if said else None
    if facts.time and not found:
        day = element("time", facts.time, attributes=hours(facts.time))
        clock = None
    else:
        times = hours(_without(said, found[0].start, found[0].end)) if facts.time and found else facts.hours
        clock = element("time", attributes=times) if times else None
    place = element("placeName", location) if location else None
    return element("settingDesc", element("setting", place, day, clock))


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"
