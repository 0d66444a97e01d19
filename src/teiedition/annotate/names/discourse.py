"""Whom or what a name means here: the entry that the document's own course of speech points to.

Every entity that the words may stand for gets points for what speaks for it; the sums decide. What
counts: the last full name before, titles and offices held at the document's date, who takes part and who
is speaking, labels that the text declares, the dates of a life, the state that speaker and body belong
to, and how the same words were understood before. Where two come close, the mention is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from teiedition.annotate.context import Context
from teiedition.annotate.names.affinity import Affinity
from teiedition.annotate.names.bearers import Bearers, Rivals
from teiedition.annotate.names.cast import Cast, Entity, is_bare, is_full, is_wifes, of_draft
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer
from teiedition.annotate.names.homonyms import Homonyms
from teiedition.annotate.names.offices import Offices, Reason, covers
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.text import Block, Text
from teiedition.authority import Entry, Occupation
from teiedition.authority.entry import SHORT

ENOUGH, AHEAD = 1.5, 1.0
"""The points that a meaning must have, and by how many it must lead, to be taken."""

_LINE = 50
"""So long is a line that does little more than name somebody: a signature, a list of who took part."""
_HEADINGS = frozenset(["head", "title", "titleStmt"])
_STOP = re.compile(r"(?<=[a-z\d)”\"’])[.!?;] ")
_NEAR = 400
"""How far behind a short name the full one may stand and still explain it, as in a note."""


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
    called: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By a family name, folded, the key of the person who was called so with a title last, and where."""
    _in_office: dict[str, bool] = field(default_factory=dict)
    _headed: set[str] = field(default_factory=set)
    """The keys of those whom headings name."""
    _said: list[tuple[int, str]] = field(default_factory=list)
    """Whose speeches there are so far, and where they begin."""
    _rivals: Rivals = Rivals()
    """Who may be meant by the name at hand."""
    _alike: list[list[int]] = field(default_factory=list)
    """Where those who may be meant by the name at hand are named in full."""
    _last: tuple[str, float] = ("", 0.0)
    """The key of who of the name at hand was named in full last, and the points for that."""
    _listed: frozenset[str] = frozenset()
    """The ids of the entries that have the name at hand as a form."""
    _expressly: frozenset[str] = frozenset()
    """Of these, those that have it as a name by itself; with the others it follows from a longer one."""

    def meaning(self, draft: Draft) -> Meaning:
        """What a name means. To be asked for one name after the other."""
        meaning = self._meaning(draft)
        if meaning.entity:
            block = self.text.block_at(draft.start)
            if block and block.element == "speaker" and draft.kind == "person":
                self._said.append((draft.start, meaning.entity.key))
            self.understood[draft.kind, self._words(draft)] = meaning.entity.key
            if draft.kind == "person" and len(draft.entries) > 1 and is_full(draft, self.text.content):
                insort(self.cast.full_names.setdefault(meaning.entity.key, []), draft.start)
            if block and block.element == "head":
                self._headed.add(meaning.entity.key)
            if draft.kind == "person" and draft.titles and not is_full(draft, self.text.content):
                self.called[folded(draft.name(self.text.content))] = (meaning.entity.key, draft.start)
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
        bare, rated = is_bare(draft), []
        self._listed = frozenset(() if bare else (reading.entry.id for reading in draft.readings))
        self._rivals = self.bearers.rivals(draft, entities)
        self._last = self._last_of(entities, draft.start)
        expressly = (entry.id for entry, form in draft.readings if form.type not in SHORT and not form.role)
        self._expressly = frozenset(() if bare else expressly)
        self._alike = [self.cast.full_names.get(entity.key, []) for entity in entities]
        for entity in entities:
            reasons = list(self._reasons(draft, name, entity, self._rivals.alone and not bare))
            rated.append((entity, sum(points for points, _ in reasons), [why for _, why in reasons if why]))
        meaning = chosen(rated, draft)
        return self._meaning(draft._replace(readings=())) if bare and not meaning.entity else meaning

    def _words(self, draft: Draft) -> str:
        """A mention's words, titles and all: "Minister Orr" is not remembered as "Orr" is."""
        return folded(self.text.content[draft.outer_start : draft.first_end or draft.end])

    def _possible(self, draft: Draft, name: str) -> tuple[Entity, ...]:
        if not draft.readings and is_full(draft, self.text.content):
            return of_draft(draft, name)
        listed = (Entity(entry.id, entry.label, entry.kind, entry) for entry in draft.entries)
        called = self._called(draft, name) if draft.kind == "person" else ()
        return tuple({entity.key: entity for entity in (*listed, *called)}.values())

    def _called(self, draft: Draft, name: str) -> tuple[Entity, ...]:
        """The entities of the document that a person's short name may mean."""
        words = self.titles.words
        heads = {title.head.lower() for title in draft.titles if title.office}
        in_office = bool(heads) and not heads & words.reigning
        return self.cast.called(name, bool(draft.titles), in_office, is_wifes(draft, words))

    def _reasons(self, draft: Draft, name: str, entity: Entity, alone: bool) -> Iterator[Reason]:
        yield from self._from_course(draft, name, entity)
        if draft.kind == "person":
            yield from self.bearers.reasons(draft, entity, self._rivals, self._writers)
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
            if entity.key == self._last[0]:
                yield self._last[1], "the last of this name who was named in full"
        elif places and (draft.kind != "place" or self._rivals.alone):
            yield self._from_further_on(draft, places), f"named in full further on: {entity.label}"
        if self.understood.get((draft.kind, self._words(draft))) == entity.key:
            block = self.text.block_at(draft.start)
            label = block is not None and block.element == "speaker"
            yield (3.0 if label else 1.5), "meant so before"
        if self.labels.get(folded(name)) == entity.key:
            yield (1.0 if draft.titles else 8.0), "the text declares this label"
        if self.takes_part(entity.key):
            yield 1.0, "takes part"
        elif not self._rivals.alone and draft.kind == "person":
            yield from self._from_speech(draft, entity.key)
        called, place = self.called.get(folded(name), ("", 0))
        if called == entity.key:
            here = not draft.titles and self._goes_on(place, draft.start)
            yield (4.5 if here else 1.0), "the last person called so" + " with a title" * here
        if entity.entry and entity.entry.id in self._listed:
            yield 0.75, "the authority files list this form"
            if draft.kind == "person" and not draft.titles and entity.entry.id in self._expressly:
                yield 1.25, "and say that the name alone is this person's"

    def _from_speech(self, draft: Draft, key: str) -> Iterator[Reason]:
        """Who speaks in turns is addressed and spoken of in them; who is named in the heading signs."""
        block = self.text.block_at(draft.start)
        if block is None:
            return
        if block.element == "signed" and key in self._headed:
            yield 2.0, "named in the heading of what is signed"
        elif "sp" in block.path and block.element != "speaker" and self.has_spoken(key):
            yield 1.0, "speaks in this talk"

    def _goes_on(self, place: int, offset: int) -> bool:
        """Whether a paragraph goes on to speak of whom it called by a title: nobody else of those who may be
        meant was named in full since."""
        since = (places[bisect_left(places, place) :] for places in self._alike)
        named = any(places and places[0] < offset for places in since)
        return not named and self.text.block_at(place) is self.text.block_at(offset)

    def _from_further_on(self, draft: Draft, places: Sequence[int]) -> float:
        """The points of full names further on. Who signs, is listed or explained in a note, or is named again
        and again, is meant before too; else a full name may well tell somebody from who was named before."""
        block, here = self.text.block_at(places[0]), self.text.block_at(draft.start)
        if block is None or len(places) > 1 or (here is not None and here.element in _HEADINGS):
            return 1.0
        noted = block.element == "note" and places[0] - draft.start < _NEAR
        ends = block.end - places[0] < _LINE and self.text.content.endswith((". ", "\n"), 0, places[0])
        by_itself = block.element == "signed" or ends
        return 1.0 if noted or by_itself else 0.75

    def _last_of(self, entities: Sequence[Entity], offset: int) -> tuple[str, float]:
        """The key of the one of several who was named in full last, in a later block than all others, and
        what that is worth: most where it is the same sentence. Empty where two were named in one block."""
        named = sorted(
            (places[before - 1], entity.key)
            for entity in entities
            if (before := bisect_left(places := self.cast.full_names.get(entity.key, []), offset))
        )
        if len(named) < 2 or self.text.block_at(named[-1][0]) is self.text.block_at(named[-2][0]):
            return "", 0.0
        place, key = named[-1]
        block = self.text.block_at(offset)
        if block is self.text.block_at(place) and not _STOP.search(self.text.content, place, offset):
            return key, 3.0
        return key, 1.0

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
        if draft.kind == "place" and len(draft.entries) > 1:
            yield from self.homonyms.reasons(draft, entry, self.cast.full_names)
        if draft.kind == "organisation":
            yield from self._from_whole(entry)
        if draft.kind == "organisation" and self.affinity.states(entry) & self.speaker_states(
            self.text.block_at(draft.start)
        ):
            yield 1.5, "of the state of the speaker or writer"

    def _from_whole(self, entry: Entry) -> Iterator[Reason]:
        if entry.id in self._wholes or self.affinity.wholes(entry) & self.cast.full_names.keys():
            yield 1.5, "a part of it or the whole that it is part of is named"

    def _spoken_of(self, entry: Entry) -> bool:
        """Whether a longer form of the name occurs with an ending: "Norland" in "Norlandish"."""
        forms = [re.escape(form.text) for form in entry.forms if " " in form.text]
        pattern = rf"(?<!\w)(?:{'|'.join(forms)})[a-z]{{1,4}}(?!\w)"
        return bool(forms) and bool(re.search(pattern, self.text.content))

    def _has_offices(self, entry: Entry, draft: Draft) -> bool:
        """Whether the authority files have somebody who held an office of a place at the document's date, by
        a name of it that no other place has which may be meant. The land before the state has no offices.
        Where offices have the common name alone, that may be another state's."""
        if entry.id not in self._in_office:
            others = {form.text for other in draft.entries if other is not entry for form in other.forms}
            names = [re.escape(form.text) for form in entry.forms if form.text not in others]
            named = re.compile(rf"(?<!\w)(?:{'|'.join(names) or '(?!)'})(?!\w)")
            common = re.compile(rf"(?:(?! of ).)+ of (?:the )?{re.escape(draft.name(self.text.content))}")
            offices = [office.text for office in self._offices_then]
            self._in_office[entry.id] = any(map(named.search, offices)) and not any(
                map(common.fullmatch, offices)
            )
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

    def speaking(self, block: Block | None) -> tuple[Entry, ...]:
        """The entries of who speaks in a block, or else of who wrote the document."""
        entries = self.context.authority.entries
        return tuple(entries[key] for key in self.speakers(block) or self._writers if key in entries)

    def speaker_states(self, block: Block | None) -> frozenset[str]:
        """The states of who speaks in a block, or else of who wrote the document."""
        return frozenset(state for entry in self.speaking(block) for state in self.affinity.states(entry))

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
    def bearers(self) -> Bearers:
        """What the words around a person's name say for a meaning."""
        return Bearers(self.text, self.context, self.titles, self.offices, self.cast)

    @cached_property
    def homonyms(self) -> Homonyms:
        """What the words around a place's name say for a meaning."""
        return Homonyms(self.text, self.titles.words, self.affinity)

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self._keys(person.role for person in self.context.participants))

    @cached_property
    def _writers(self) -> tuple[str, ...]:
        known = self.context.authority.entries
        written = tuple(self._keys(["sender", "author", "signatory"]))
        written = written or tuple(key for key in self._signing() if key in known)
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
        others = [entity.label for entity, points, _ in ranking[1:4] if points > 0]
        rather = [f"rather than {', '.join(others)}"] if others else []
        return Meaning(best, certainty, f"{draft.evidence}; {'; '.join([*reasons, *rather])}")
    total = sum(2**points for _, points, _ in ranking)
    candidates = tuple((entity.ref, 2**points / total) for entity, points, _ in ranking[:5] if entity.entry)
    said = [f"{entity.label} ({', '.join(why) or 'the name alone'})" for entity, _, why in ranking[:5]]
    evidence = f"{draft.evidence}; open between {'; '.join(said)}"
    return Meaning(None, min(draft.score, 0.5), evidence, candidates)
