"""Whom or what a name means here: the entry that the document's own course of speech points to.

Every entity that the words may stand for gets points for what speaks for it; the sums decide. What
counts: the last full name before, titles and offices held at the document's date, who takes part and who
is speaking, labels that the text declares, the dates of a life, the state that speaker and body belong
to, and how the same words were understood before. Where two come close, the mention is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from teiedition.annotate.context import Context
from teiedition.annotate.names.affinity import Affinity
from teiedition.annotate.names.cast import Cast, Entity, is_full, of_draft
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer
from teiedition.annotate.names.offices import Offices, Reason, covers
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.text import Block, Text
from teiedition.authority import Entry, Occupation

ENOUGH, AHEAD = 1.5, 1.0
"""The points that a meaning must have, and by how many it must lead, to be taken."""

_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z]{4,}) $")


class Meaning(NamedTuple):
    """What a name was found to mean: an entity, or none and the candidates with their degrees."""

    entity: Entity | None
    certainty: float
    evidence: str
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass
class Discourse:
    """Reads a document's names in their order and remembers how they were understood."""

    text: Text
    context: Context
    cast: Cast
    titles: Titles
    gazetteer: Gazetteer
    affinity: Affinity
    declared: dict[int, str] = field(default_factory=dict)
    """Labels that the text declares, by the start of the name that they are declared for."""
    labels: dict[str, str] = field(default_factory=dict)
    """Of the labels declared so far, folded, the key of the entity."""
    understood: dict[tuple[str, str], str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    """By a family name, folded, the key of the person who was called so with a title last."""
    _in_office: dict[str, bool] = field(default_factory=dict)
    _said: list[tuple[int, str]] = field(default_factory=list)
    """Whose speeches there are so far, and where they begin."""
    _listed: frozenset[str] = frozenset()
    """The ids of the entries that have the name at hand as a form."""

    def meaning(self, draft: Draft) -> Meaning:
        """What a name means. To be asked for one name after the other."""
        meaning = self._meaning(draft)
        if meaning.entity:
            block = self.text.block_at(draft.start)
            if block and block.element == "speaker" and draft.kind == "person":
                self._said.append((draft.start, meaning.entity.key))
            self.understood[draft.kind, self._words(draft)] = meaning.entity.key
            if draft.kind == "person" and draft.titles and not is_full(draft, self.text.content):
                self.called[folded(draft.name(self.text.content))] = meaning.entity.key
            if label := self.declared.get(draft.start):
                self.labels[folded(label)] = meaning.entity.key
        return meaning

    def _meaning(self, draft: Draft) -> Meaning:
        name = draft.name(self.text.content)
        entities = self._possible(draft, name)
        if not entities:
            return Meaning(None, draft.score, draft.evidence)
        if len(entities) == 1 and is_full(draft, self.text.content):
            return Meaning(entities[0], min(0.97, draft.score), draft.evidence)
        rated = []
        self._listed = frozenset(reading.entry.id for reading in draft.readings)
        for entity in entities:
            reasons = list(self._reasons(draft, name, entity, len(entities) == 1))
            rated.append((entity, sum(points for points, _ in reasons), [why for _, why in reasons if why]))
        return chosen(rated, draft)

    def _words(self, draft: Draft) -> str:
        """A mention's words, titles and all: "Minister Orr" is not remembered as "Orr" is."""
        return folded(self.text.content[draft.outer_start : draft.first_end or draft.end])

    def _possible(self, draft: Draft, name: str) -> tuple[Entity, ...]:
        if not draft.readings and is_full(draft, self.text.content):
            return of_draft(draft, name)
        listed = (Entity(entry.id, entry.label, entry.kind, entry) for entry in draft.entries)
        called = self.cast.called(name, bool(draft.titles)) if draft.kind == "person" else ()
        return tuple({entity.key: entity for entity in (*listed, *called)}.values())

    def _reasons(self, draft: Draft, name: str, entity: Entity, alone: bool) -> Iterator[Reason]:
        yield from self._from_course(draft, name, entity)
        if draft.kind == "person":
            if not alone:
                yield from self._from_heading(draft, entity)
                yield from self._from_bracket(draft, entity)
                yield from self.offices.from_times(entity.entry, draft.start)
            yield from self._from_titles(draft, entity, alone)
            yield from self._from_description(draft, entity)
            yield from self._from_life(draft, entity)
            if entity.key in self.titled:
                yield 1.5, "named in the document's title"
            if entity.entry and folded(name) in self.cast.given_names:
                yield 1.5, "of those named here the only one with this given name"
            alone = alone and not self.gazetteer.namesakes(name) - {entity.key}
        else:
            yield from self._from_state(draft, entity)
        if alone and entity.entry:
            yield 1.0, "nobody and nothing else in the authority files is called so"

    def _from_course(self, draft: Draft, name: str, entity: Entity) -> Iterator[Reason]:
        places = self.cast.full_names.get(entity.key, [])
        before = bisect_left(places, draft.start)
        if before:
            distance = draft.start - places[before - 1]
            yield 2 + 1.5 / (1 + distance / 2000), f"named in full before: {entity.label}"
        elif places:
            yield 1.0, f"named in full further on: {entity.label}"
        if self.understood.get((draft.kind, self._words(draft))) == entity.key:
            yield 1.5, "meant so before"
        if self.labels.get(folded(name)) == entity.key:
            yield (1.0 if draft.titles else 8.0), "the text declares this label"
        if self.takes_part(entity.key):
            yield 1.0, "takes part"
        if self.called.get(folded(name)) == entity.key:
            yield 1.0, "the last person called so"
        if entity.entry and entity.entry.id in self._listed:
            yield 0.75, "the authority files list this form"

    def _from_titles(self, draft: Draft, entity: Entity, alone: bool) -> Iterator[Reason]:
        heads = {folded(title.head) for title in draft.titles if title.office}
        named = {folded(words) for title in draft.titles for words in (title.words, title.head)}
        entry = entity.entry
        if not named or entry is None:
            return
        roles = {folded(form.role) for form in entry.forms if form.role}
        if named & roles or heads & {word for role in roles for word in role.split()}:
            yield 2.0, "the authority files have this title with the name"
        if heads:
            yield from self.offices.from_title(heads, entry, draft.start, alone)
        if any(title.words in self.titles.words.wives for title in draft.titles) and self._is_wife(
            draft, entry
        ):
            yield -4.0, "his wife, rather"

    def _from_heading(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        """Whether an office of somebody speaks of what the heading before names: who signs a telegram "from
        the Department of Harbours" is rather the Secretary of Harbours than a namesake."""
        headings = self._headings
        before = bisect_left(headings, (draft.start, frozenset())) - 1
        if before < 0 or entity.entry is None:
            return
        said = " ".join(office.text for office in entity.entry.occupations) or entity.entry.description
        if (headings[before][1] & self._telling(said)) - self.titles.words.title_ends:
            block = self.text.block_at(draft.start)
            signed = block is not None and block.element == "signed"
            yield (1.5 if signed else 1.0), "has an office in what the heading names"

    @cached_property
    def _headings(self) -> list[tuple[int, frozenset[str]]]:
        """Where the headings stand, with their longer words."""
        blocks = [block for block in self.text.blocks if block.element == "head" and not block.in_header]
        content = self.text.content
        return [(block.start, self._telling(content[block.start : block.end])) for block in blocks]

    def _telling(self, words: str) -> frozenset[str]:
        found = (word for word in folded(words).split() if len(word) > 3)
        return frozenset(word for word in found if word not in self.titles.words.function)

    @cached_property
    def _of_men(self) -> str:
        """The ranks and courtesies that are not those of wives, as a pattern."""
        words = self.titles.words
        return "|".join([words.ranks, *map(re.escape, sorted(words.courtesy - words.wives))])

    def _is_wife(self, draft: Draft, entry: Entry) -> bool:
        """Whether a family name with "Mrs." is more likely that of an entry's wife."""
        content, name = self.text.content, draft.name(self.text.content)
        if " " in name or entry.sex[:1].upper() in ("F", "2"):
            return False
        beside = content[max(0, draft.outer_start - 5) : draft.outer_start].endswith(" and ")
        return (
            entry.sex[:1].upper() in ("M", "1")
            or beside
            or any(form.text.split()[0] in self.titles.words.men for form in entry.forms if " " in form.text)
            or f"and {content[draft.outer_start : draft.end]}" in content
            or re.search(rf"\b(?:{self._of_men})[ -]{re.escape(name)}\b", content) is not None
        )

    def _from_description(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        before = _WORD_BEFORE.search(self.text.content, max(0, draft.start - 30), draft.start)
        if before and entity.entry:
            said = ". ".join(occupation.text for occupation in entity.entry.occupations)
            if re.search(rf"\b{before[1]}\b", f"{said}. {entity.entry.description}", re.IGNORECASE):
                yield 1.0, f"a {before[1]}, as the authority files say"

    def _from_bracket(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        """How much of the office before a bracket somebody has: "the Secretary of Harbours (Orr)"."""
        content, block = self.text.content, self.text.block_at(draft.start)
        if (
            block is None
            or entity.entry is None
            or content[draft.outer_start - 2 : draft.outer_start] != " ("
        ):
            return
        said = self._telling(content[max(block.start, draft.outer_start - 110) : draft.outer_start])
        held = self._telling(". ".join(occupation.text for occupation in entity.entry.occupations))
        if len(both := said & held) > 1:
            yield min(2.0, 0.5 * len(both)), "has the office before the bracket"

    def _from_life(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        entry, date = entity.entry, _year(self.context.not_after)
        if entry is None or not date:
            return
        office = any(title.office for title in draft.titles)
        if entry.birth and _year(entry.birth) > date:
            yield -6.0, "not born at the document's date"
        elif entry.birth and office and _year(entry.birth) + 14 > date:
            yield -3.0, "a child at the document's date"
        block = self.text.block_at(draft.start)
        if entry.death and block and block.element == "speaker" and _year(entry.death) < date:
            yield -6.0, "dead when somebody of this name spoke"
        elif entry.death and _year(entry.death) + 5 < date:
            yield (-1.5 if office else -0.25), "dead at the document's date"

    def _from_state(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        entry = entity.entry
        if entry is None:
            return
        named = {reading.form.text for reading in draft.readings if reading.entry is entry}
        if draft.kind == "place" and entry.label in named:
            yield 1.0, "it is the main form of this name"
        if draft.kind == "place" and len(draft.entries) > 1 and self._has_offices(entry, draft):
            yield 2.0, "a state in whose offices somebody was at the document's date"
        if draft.kind == "place" and self._spoken_of(entry):
            yield 1.5, "the text uses the adjective of this name"
        if draft.kind == "organisation":
            if entry.id in self._wholes or self.affinity.wholes(entry) & self.cast.full_names.keys():
                yield 1.5, "a part of it or the whole that it is part of is named"
            if self.affinity.states(entry) & self.speaker_states(self.text.block_at(draft.start)):
                yield 1.5, "of the state of the speaker or writer"

    def _spoken_of(self, entry: Entry) -> bool:
        """Whether a longer form of the name occurs with an ending: "Norland" in "Norlandish"."""
        forms = [re.escape(form.text) for form in entry.forms if " " in form.text]
        pattern = rf"(?<!\w)(?:{'|'.join(forms)})[a-z]{{1,4}}(?!\w)"
        return bool(forms) and bool(re.search(pattern, self.text.content))

    def _has_offices(self, entry: Entry, draft: Draft) -> bool:
        """Whether the authority files have somebody who held an office of a place at the document's date, by
        a name of it that no other place has which may be meant. The land before the state has no offices."""
        if entry.id not in self._in_office:
            others = {form.text for other in draft.entries if other is not entry for form in other.forms}
            names = [re.escape(form.text) for form in entry.forms if form.text not in others]
            named = re.compile(rf"(?<!\w)(?:{'|'.join(names) or '(?!)'})(?!\w)")
            self._in_office[entry.id] = any(named.search(office.text) for office in self._offices_then)
        return self._in_office[entry.id]

    @cached_property
    def _offices_then(self) -> list[Occupation]:
        """The offices with dates that were held at the document's date."""
        entries, then = self.context.authority.entries.values(), self.context
        return [
            office
            for entry in entries
            for office in entry.occupations
            if office.start and office.end and covers(office, then.not_before, then.not_after)
        ]

    def speakers(self, block: Block | None) -> tuple[str, ...]:
        """Who speaks in a block; nobody outside speeches."""
        if block is None or "sp" not in block.path:
            return ()
        known = tuple(pointer.lstrip("#") for pointer in block.who.split())
        if known and all(key in self.context.authority.entries for key in known):
            return known
        index = bisect_left(self._said, (block.start, ""))
        return (self._said[index - 1][1],) if index else ()

    def speaker_states(self, block: Block | None) -> frozenset[str]:
        """The states of who speaks in a block, or else of who wrote the document."""
        keys = self.speakers(block) or self._writers
        entries = (self.context.authority.entries.get(key) for key in keys)
        return frozenset(state for entry in entries if entry for state in self.affinity.states(entry))

    def takes_part(self, key: str) -> bool:
        """Whether the header has somebody among those who take part."""
        return key in self._present

    def has_spoken(self, key: str) -> bool:
        """Whether somebody has had a speech in the document."""
        return any(key == speaker for _, speaker in self._said)

    @cached_property
    def offices(self) -> Offices:
        """What the offices of the authority say for a meaning."""
        return Offices(self.text, self.context, self.titles)

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self._keys(person.role for person in self.context.participants))

    @cached_property
    def _writers(self) -> tuple[str, ...]:
        written = tuple(self._keys(["sender", "author", "signatory"])) or tuple(self._signing())
        return written or tuple(key for key in self.titled if self.cast.entities[key].kind != "place")

    def _signing(self) -> Iterator[str]:
        """Who signs, in full or by a name that nobody else in the authority files has."""
        signed = [block for block in self.text.blocks if block.element == "signed"]
        yield from self._named_in(signed)
        for block in signed:
            words = self.text.content[block.start : block.end].strip(" .,")
            found = self.context.authority.candidates(words, "organisation")
            if len(found) == 1:
                yield found[0].id

    def _keys(self, roles: Iterable[str]) -> Iterator[str]:
        """The participants with one of these roles, as far as the authority has them."""
        wanted = set(roles)
        for participant in self.context.participants:
            if participant.role in wanted:
                yield participant.ref.lstrip("#")
                found = self.context.authority.candidates(participant.name, "person")
                yield from (entry.id for entry in found if entry.id in self.cast.full_names)

    @cached_property
    def titled(self) -> frozenset[str]:
        """Who and what the document's title names."""
        blocks = [block for block in self.text.blocks if block.element == "titleStmt" and block.in_header]
        return frozenset(self._named_in(blocks))

    def _named_in(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Who and what these blocks name in full."""
        for key, places in self.cast.full_names.items() if blocks else ():
            if any(block.start <= place < block.end for block in blocks for place in places):
                yield key

    @cached_property
    def _wholes(self) -> frozenset[str]:
        """What the bodies named in full are part of."""
        entries = (self.cast.entities[key].entry for key in self.cast.full_names)
        return frozenset(whole for entry in entries if entry for whole in self.affinity.wholes(entry))


def chosen(rated: Sequence[tuple[Entity, float, list[str]]], draft: Draft) -> Meaning:
    """The meaning with most points, if it has enough of them and a clear lead."""
    ranking = sorted(rated, key=lambda item: -item[1])
    best, points, reasons = ranking[0]
    lead = points - ranking[1][1] if len(ranking) > 1 else points
    if points >= ENOUGH and lead >= AHEAD:
        certainty = min(0.96, 0.5 + 0.1 * points, 0.7 + 0.1 * lead, draft.score + 0.1)
        return Meaning(best, certainty, f"{draft.evidence}; {'; '.join(reasons)}")
    total = sum(2**points for _, points, _ in ranking)
    candidates = tuple((entity.ref, 2**points / total) for entity, points, _ in ranking[:5] if entity.entry)
    open_between = ", ".join(f"{entity.label} ({points:.1f})" for entity, points, _ in ranking[:5])
    return Meaning(None, min(draft.score, 0.5), f"{draft.evidence}; open between {open_between}", candidates)


def _year(date: str) -> int:
    match = re.match(r"-?\d+", date)
    return int(match[0]) if match else 0
