"""Persons who are meant without being named: "the Premier", "the Soviet ambassador in Norville".

An office alone is marked up only where the document fixes who holds it: by a title given to somebody
before, by an office held at the document's date, by the state, by who is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from teiedition.annotate.names.cast import Entity
from teiedition.annotate.names.discourse import Discourse, Meaning, chosen
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.offices import Reason
from teiedition.annotate.text import Block
from teiedition.authority import Entry, Occupation
from teiedition.model import Mention

ENOUGH = 3.0
"""The points that somebody must have to be meant by an office alone."""

_OUTSIDE = frozenset([
    "titleStmt", "title", "author", "persName", "orgName", "label", "head", "publisher", "funder",
])  # fmt: skip


def references(discourse: Discourse, meant: Sequence[tuple[Draft, Meaning]]) -> Iterator[Mention]:
    """The references to persons by their office; to be asked for when all names are settled."""
    named = Taken([draft for draft, _ in meant if draft.kind == "person"])
    for draft, _ in meant:
        if draft.titles:
            named.add(draft.outer_start, draft.end)
    holders = _holders(meant)
    present = {meaning.entity.key for draft, meaning in meant if draft.kind == "person" and meaning.entity}
    for block in discourse.text.blocks:
        if block.element in _OUTSIDE:
            continue
        for match in _offices(discourse, block):
            if not named.is_free(match.start(), match.end()) or _names_somebody(
                discourse.text.content, match, named
            ):
                continue
            groups = match.groupdict()
            head = folded(groups.get("head") or match[0])
            office = Office(
                block, match.start(), match.end(), head, groups.get("whose") or "", groups.get("rest") or ""
            )
            meaning = _meaning(discourse, office, holders, present)
            if meaning and meaning.entity:
                attributes = {"type": "person", "ref": meaning.entity.ref}
                evidence = meaning.evidence
                yield Mention(match.start(), match.end(), "rs", attributes, meaning.certainty, evidence)


def _offices(discourse: Discourse, block: Block) -> Iterator[re.Match[str]]:
    content, titles = discourse.text.content, discourse.titles
    if block.element == "speaker":
        match = titles.office_anywhere.match(content, block.start)
        if match and not content[match.end() : block.end].strip(" :"):
            yield match
        return
    label = titles.office_anywhere.match(content, block.start) if block.element == "p" else None
    if label and content.startswith(": ", label.end(), block.end):
        yield label
    yield from titles.alone(content, block.start, block.end)


def _names_somebody(content: str, match: re.Match[str], named: Taken) -> bool:
    """Whether a name stands beside, of which the office is a title or says what somebody is."""
    behind = match.end() + (2 if content.startswith(", ", match.end()) else 1)
    if not named.is_free(behind, behind + 1):
        return True
    return content.endswith(", ", 0, match.start()) and not named.is_free(
        match.start() - 3, match.start() - 2
    )


def _holders(meant: Sequence[tuple[Draft, Meaning]]) -> dict[str, list[tuple[int, Entity]]]:
    """Who is named with which office in the document, and where."""
    found: dict[str, list[tuple[int, Entity]]] = {}
    for draft, meaning in meant:
        if meaning.entity and meaning.entity.entry:
            for title in draft.titles:
                if title.office:
                    found.setdefault(folded(title.head), []).append((draft.start, meaning.entity))
    return found


@dataclass(frozen=True, slots=True)
class Office:
    """An office that stands alone: where, its head, what is said of whose and of what it is."""

    block: Block
    start: int
    end: int
    head: str
    whose: str
    of_what: str


def _meaning(
    discourse: Discourse,
    office: Office,
    holders: Mapping[str, list[tuple[int, Entity]]],
    present: Collection[str],
) -> Meaning | None:
    named = holders.get(office.head, [])
    entities = {entity.key: entity for _, entity in named}
    at_the_time = discourse.offices.holding(office.head, office.start)
    for entry in at_the_time:
        entities.setdefault(entry.id, Entity(entry.id, entry.label, "person", entry))
    only = _only_holder(discourse, office, at_the_time, present)
    rated = []
    for entity in entities.values():
        places = [place for place, other in named if other.key == entity.key]
        reasons = [*_from_course(office, places), *_from_entry(discourse, office, entity)]
        if entity.key == only:
            reasons.append((1.5, "nobody else of whom it may be said held the office at the time"))
        rated.append((entity, sum(points for points, _ in reasons), [why for _, why in reasons if why]))
    if not rated or max(points for _, points, _ in rated) < ENOUGH:
        return None
    words = discourse.text.content[office.start : office.end]
    return chosen(rated, Draft(office.start, office.end, "person", (), 0.8, f"“{words}” by itself"))


def _only_holder(
    discourse: Discourse, office: Office, holders: Sequence[Entry], present: Collection[str]
) -> str:
    """Who alone held an office at the time, by the id; empty where several did. Of those who followed one
    another in it, who is named in the document."""
    if office.of_what:
        holders = [
            entry
            for entry in holders
            if _speaks_of(discourse, _held(discourse, entry, office.head), office.of_what)
        ]
    here = [entry for entry in holders if entry.id in present] or holders
    states = {discourse.affinity.states(entry) for entry in holders}
    return here[0].id if len(here) == 1 and (len(holders) == 1 or len(states) == 1) else ""


def _from_course(office: Office, places: Sequence[int]) -> Iterator[Reason]:
    before = [place for place in places if place < office.start]
    if before:
        yield 2 + 1.5 / (1 + (office.start - before[-1]) / 2000), "named with this office before"
    elif places:
        yield 1.0, "named with this office further on"


def _from_entry(discourse: Discourse, office: Office, entity: Entity) -> Iterator[Reason]:
    entry, states = entity.entry, discourse.affinity.states_in
    if entry is None:
        return
    held = _held(discourse, entry, office.head)
    if now := [occupation for occupation in held if discourse.offices.holds(occupation, office.start)]:
        yield 1.5, f"held the office at the time: {now[0].text}"
    own = discourse.affinity.states(entry)
    if office.whose:
        yield (1.5, "of the state named with it") if states(office.whose) & own else (-3.0, "")
    if office.of_what and not _speaks_of(discourse, held, office.of_what):
        yield -3.0, ""
    if entry.id in discourse.speakers(office.block):
        yield -4.0, ""
    elif side := discourse.speaker_states(office.block):
        other = -1.0 if entity.key in discourse.titled else -2.5
        if own & side:
            yield 1.0, "of the speaker's side"
        elif not office.whose and not office.of_what:
            yield other, ""


def _held(discourse: Discourse, entry: Entry, head: str) -> list[Occupation]:
    heads = discourse.titles.heads
    return [occupation for occupation in entry.occupations if head in heads(occupation.text)]


def _speaks_of(discourse: Discourse, held: Iterable[Occupation], of_what: str) -> bool:
    """Whether an office that somebody held is that of what is said: a state, a body, a portfolio."""
    states = discourse.affinity.states_in(of_what)
    words = {word for word in folded(of_what).split() if len(word) > 3}
    return any(
        states & discourse.affinity.states_in(occupation.text) or words & set(folded(occupation.text).split())
        for occupation in held
    )
