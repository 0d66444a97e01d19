"""Persons who are meant without being named: "the Premier", "the Soviet ambassador in Norville".

An office alone is marked up only where the document fixes who holds it: by a title given to somebody
before, by an office held at the document's date, by the state, by who is speaking.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

from teiedition.annotate.names.cast import Entity
from teiedition.annotate.names.discourse import Discourse, Meaning, chosen
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.offices import Reason
from teiedition.annotate.names.words import Words
from teiedition.annotate.text import Block
from teiedition.authority import Entry, Occupation
from teiedition.model import Mention

ENOUGH = 3.0
"""The points that somebody must have to be meant by an office alone."""

_CLOSE = 1.0
Rated = tuple[Entity, float, list[str]]
"""Somebody who may be meant, the points for that, and what they are for."""
_OF_SOMETHING = re.compile(r" of (?:the|our|his|her|their|its) [a-z]")
_MORE = re.compile(r" [A-Z][a-z]+s(?!\w)")
"""What follows an office and makes it one of several: "the Chief Negotiators"."""
_INTRODUCTION = 60
"""How far before a name the words begin at most that introduce somebody by his office."""
_ARTICLED = re.compile(r"(?:\b[Tt]he|\b[Oo]ur|['’]s) (?:[\w-]+ ){0,4}$")
_SENTENCE_LENGTH = 300
_SENTENCE = re.compile(r"[.!?][”\"’')\]]* (?=[A-Z“\"\[])|\n")


def references(discourse: Discourse, meant: Sequence[tuple[Draft, Meaning]]) -> Iterator[Mention]:
    """The references to persons by their office; to be asked for when all names are settled."""
    named = Taken([draft for draft, _ in meant if draft.kind == "person"])
    for draft, _ in meant:
        if draft.titles:
            named.add(draft.outer_start, draft.end)
    holders = _holders(discourse, meant)
    persons = [
        (draft.start, meaning.entity) for draft, meaning in meant if meaning.entity and draft.kind == "person"
    ]
    present = {entity.key for _, entity in persons}
    spoke: dict[str, str] = {}
    for block, matches in discourse.offices.alone:
        for match in matches:
            if not named.is_free(match.start(), match.end()) or _names_somebody(discourse, match, named):
                continue
            groups = match.groupdict()
            head = folded(groups.get("head") or match[0])
            office = Office(
                block, match.start(), match.end(), head, groups.get("whose") or "", groups.get("rest") or "",
                _beside(discourse, block, match.start(), persons),
            )  # fmt: skip
            if label := discourse.text.content.startswith(": ", match.end()) and match.start() == block.start:
                office = replace(office, spoken_of=_named_in(block, persons), spoke=spoke.get(head, ""))
            meaning = _meaning(discourse, office, holders, present)
            if meaning and meaning.entity:
                spoke |= {head: meaning.entity.key} if label else {}
                attributes = {"type": "person", "ref": meaning.entity.ref}
                evidence = meaning.evidence
                yield Mention(match.start(), match.end(), "rs", attributes, meaning.certainty, evidence)


def _names_somebody(discourse: Discourse, match: re.Match[str], named: Taken) -> bool:
    """Whether a name stands beside, of which the office is a title or says what somebody is; or it is of
    something that has no name."""
    content = discourse.text.content
    if _OF_SOMETHING.match(content, match.end()) or _MORE.match(content, match.end()):
        return True
    copula = discourse.titles.words.copula.match(content, match.end())
    behind = (
        copula.end() if copula else match.end() + (2 if content.startswith((", ", " ["), match.end()) else 1)
    )
    if not named.is_free(behind, behind + 1):
        return True
    return content.endswith(", ", 0, match.start()) and not named.is_free(
        match.start() - 3, match.start() - 2
    )


def _holders(
    discourse: Discourse, meant: Sequence[tuple[Draft, Meaning]]
) -> dict[str, list[tuple[int, Entity]]]:
    """Who is named with which office in the document, and where."""
    found: dict[str, list[tuple[int, Entity]]] = {}
    for draft, meaning in meant:
        if meaning.entity and meaning.entity.entry and draft.kind == "person":
            heads = [title.head for title in draft.titles if title.office]
            for head in heads or _introduced(discourse, draft):
                found.setdefault(folded(head), []).append((draft.start, meaning.entity))
    return found


def _introduced(discourse: Discourse, draft: Draft) -> Iterator[str]:
    """The office with which somebody is introduced: "the new Norlandish ambassador, Ann Orr". Of whom the
    authority files know other offices alone, one may stand before the comma by chance."""
    content, end = discourse.text.content, draft.outer_start - 2
    block = discourse.text.block_at(draft.start)
    if block is None or content[end : draft.outer_start] != ", ":
        return
    floor = max(block.start, end - _INTRODUCTION)
    for office in discourse.titles.offices(content, floor, end):
        if office.end() == end and _ARTICLED.search(content, floor, office.start()):
            head = discourse.titles.without_adjectives(office[0])
            known = [held for entry in draft.entries for held in entry.occupations]
            if not known or any(folded(head) in discourse.titles.heads(held.text) for held in known):
                yield head


@dataclass(frozen=True, slots=True)
class Office:
    """An office that stands alone: where, its head, what is said of whose and of what it is, and the states
    of which the sentence speaks before it."""

    block: Block
    start: int
    end: int
    head: str
    whose: str
    of_what: str
    beside: frozenset[str]
    spoken_of: frozenset[str] = frozenset()
    """Of one that a turn of a talk begins with, the keys of whom the turn names, who is not its speaker."""
    spoke: str = ""
    """And who spoke under it before."""


def _named_in(block: Block, persons: Sequence[tuple[int, Entity]]) -> frozenset[str]:
    first, last = (bisect_left(persons, at, key=itemgetter(0)) for at in (block.start, block.end))
    return frozenset(entity.key for _, entity in persons[first:last])


def _beside(
    discourse: Discourse, block: Block, start: int, persons: Sequence[tuple[int, Entity]]
) -> frozenset[str]:
    """The states that the sentence names before `start`, and that of the last person named in it."""
    content = discourse.text.content
    floor = max(block.start, start - _SENTENCE_LENGTH)
    begin = max((end.end() for end in _SENTENCE.finditer(content, floor, start + 1)), default=floor)
    states = discourse.affinity.states_in(content[begin:start])
    index = bisect_left(persons, start, key=itemgetter(0))
    if index and persons[index - 1][0] >= begin and (entry := persons[index - 1][1].entry):
        states |= discourse.affinity.states(entry)
    return states


def _meaning(
    discourse: Discourse,
    office: Office,
    holders: Mapping[str, list[tuple[int, Entity]]],
    present: Collection[str],
) -> Meaning | None:
    named = holders.get(office.head, [])
    entities = {entity.key: entity for _, entity in named}
    holding = discourse.offices.holding(office.head, office.start)
    for entry in holding:
        entities.setdefault(entry.id, Entity(entry.id, entry.label, "person", entry))
    only = _only_holder(discourse, office, holding, present)
    rated = []
    for entity in entities.values():
        places = [place for place, other in named if other.key == entity.key]
        reasons = [*_from_course(office, places), *_from_entry(discourse, office, entity)]
        if entity.key in office.spoken_of:
            reasons.append((-3.0, ""))
        if entity.key == office.spoke:
            reasons.append((2.0, "spoke under this name before"))
        if entity.key == only:
            reasons.append((1.5, "nobody else of whom it may be said held the office at the time"))
        rated.append((entity, sum(points for points, _ in reasons), [why for _, why in reasons if why]))
    if not rated or max(points for _, points, _ in rated) < ENOUGH:
        return None
    rated = _with_last(rated, [entity.key for place, entity in named if place < office.start])
    words = discourse.text.content[office.start : office.end]
    return chosen(rated, Draft(office.start, office.end, "person", (), 0.8, f"“{words}” by itself"))


def _only_holder(
    discourse: Discourse, office: Office, holders: Sequence[Entry], present: Collection[str]
) -> str:
    """Who alone held an office at the time, by the id; empty where several did. Of those who followed one
    another in it, who is named in the document; the same of those of several states, if the document's title
    names his. The head of a body goes behind that of a state."""
    if office.of_what:
        holders = [
            entry
            for entry in holders
            if _speaks_of(discourse, _held(discourse, office, entry), office.of_what)
        ]
    else:
        holders = [one for one in holders if not _is_of_body(discourse, office, one)] or holders
    here = [entry for entry in holders if entry.id in present] or holders
    states = {discourse.affinity.states(entry) for entry in holders}
    if len(here) > 1 or not here:
        return ""
    of_title = here[0].id in present and discourse.affinity.states(here[0]) & discourse.titled
    return here[0].id if len(holders) == 1 or len(states) == 1 or of_title else ""


def _is_of_body(discourse: Discourse, office: Office, entry: Entry) -> bool:
    """Whether somebody has an office in a body, "President of the Harbour Council", and none in a state."""
    heads = discourse.titles.words.heads
    return all(set(one.text.split()) & heads for one in _held(discourse, office, entry))


def _with_last(rated: list[Rated], named: Sequence[str]) -> list[Rated]:
    """The meanings, with a point for the one named last with the office among those that come close."""
    best = max((points for _, points, _ in rated), default=0.0)
    close = {entity.key for entity, points, _ in rated if points > best - _CLOSE}
    last = next((key for key in reversed(named) if key in close), "")
    return [
        (entity, points + 1, [*why, "the last one named with it"])
        if entity.key == last else (entity, points, why)
        for entity, points, why in rated
    ]  # fmt: skip


def _from_course(office: Office, places: Sequence[int]) -> Iterator[Reason]:
    before = [place for place in places if place < office.start]
    if before:
        yield 2 + 1.5 / (1 + (office.start - before[-1]) / 2000), "named with this office before"
    elif places:
        yield 1.0, "named with this office further on"


def _held(discourse: Discourse, office: Office, entry: Entry) -> list[Occupation]:
    return [one for one in entry.occupations if office.head in discourse.titles.heads(one.text)]


def _is_of_state(discourse: Discourse, office: Office, entry: Entry | None) -> bool:
    """Whether somebody has an office from the state that is named with it, if one is: the Norlandish
    ambassador is the "Ambassador of Norland to Sutland", not that of Sutland to Norland."""
    if not office.whose:
        return True
    if entry is None:
        return False
    affinity, posted = discourse.affinity, _posted(discourse.titles.words)
    senders = (posted.split(one.text, maxsplit=1)[0] for one in _held(discourse, office, entry))
    states = frozenset(state for words in senders for state in affinity.states_in(words))
    return bool(affinity.states_in(office.whose) & (states or affinity.states(entry)))


def _from_entry(discourse: Discourse, office: Office, entity: Entity) -> Iterator[Reason]:
    entry = entity.entry
    if entry is None:
        return
    held = _held(discourse, office, entry)
    if now := [one for one in held if discourse.offices.holds(one, office.start)]:
        yield 1.5, f"held the office at the time: {now[0].text}"
    elif any(one.start or one.end for one in held):
        yield -1.5, ""
    if office.whose:
        own = _is_of_state(discourse, office, entry)
        yield (1.5, "of the state named with it") if own else (-3.0, "")
    if office.of_what and not _speaks_of(discourse, held, office.of_what):
        yield -5.0, ""
    if office.block.element == "speaker":
        yield from _from_label(discourse, office, entry)
    elif entry.id in discourse.speakers(office.block):
        yield -4.0, ""
    else:
        yield from _from_sides(discourse, office, entry, held)


def _from_label(discourse: Discourse, office: Office, entry: Entry) -> Iterator[Reason]:
    """What speaks for somebody who is called by an office alone where a speech begins."""
    if entry.id in discourse.speakers(office.block):
        yield (4.0, "the speech is that person's") if office.block.who else (-2.0, "")
    elif discourse.has_spoken(entry.id) or discourse.takes_part(entry.id):
        yield 1.5, "takes part"


def _from_sides(
    discourse: Discourse, office: Office, entry: Entry, held: Iterable[Occupation]
) -> Iterator[Reason]:
    """What speaks for somebody by the state of the speaker, or of what the sentence is about."""
    states, speech = discourse.affinity.states_in, "sp" in office.block.path
    side = discourse.speaker_states(office.block)
    posts = (_posted(discourse.titles.words).split(one.text, maxsplit=1)[1:] for one in held)
    sent = frozenset(state for words in posts for state in states(" ".join(words)))
    if sent and (here := side if speech else office.beside):
        own = 1.0 if speech else 1.5
        yield (own, "sent to the state of which it is spoken") if sent & here else (-1.0, "")
    elif side and discourse.affinity.states(entry) & side:
        yield 1.0, "of the speaker's side"
    elif _hosts(discourse, office) & discourse.affinity.states(entry):
        return
    elif side and not office.whose and not (states(office.of_what) if speech else office.of_what):
        yield (-1.0 if entry.id in discourse.titled else -2.5), ""
    if speech and (discourse.has_spoken(entry.id) or discourse.takes_part(entry.id)):
        yield 1.0, "takes part"


def _hosts(discourse: Discourse, office: Office) -> frozenset[str]:
    """The states to which who speaks or writes was sent at the time."""
    posted, offices = _posted(discourse.titles.words), discourse.offices
    posts = (
        posted.split(one.text, maxsplit=1)[1:]
        for entry in discourse.speaking(office.block)
        for one in entry.occupations
        if offices.holds(one, office.start)
    )
    return frozenset(state for words in posts for state in discourse.affinity.states_in(" ".join(words)))


@cache
def _posted(words: Words) -> re.Pattern[str]:
    """What parts an office from where its holder is sent."""
    return re.compile(rf" (?:{words.posted}) ")


def _speaks_of(discourse: Discourse, held: Iterable[Occupation], of_what: str) -> bool:
    """Whether an office that somebody held is that of what is said: a state, a body, a portfolio."""
    states = discourse.affinity.states_in(of_what)
    words = {word for word in folded(of_what).split() if len(word) > 3}
    return any(
        states & discourse.affinity.states_in(occupation.text) or words & set(folded(occupation.text).split())
        for occupation in held
    )
