"""Whom or what a name means here: the entry that the document's own course of speech points to.

Every entity that the words may stand for gets points for what speaks for it; the sums decide. What
counts: the last full name before, titles and offices held at the document's date, who takes part and who
is speaking, labels that the text declares, the dates of a life, and how the same words were
understood before. Where two come close, the mention is left open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from teiedition.annotate.context import Context
from teiedition.annotate.names.cast import Cast, Entity, is_full, of_draft
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.text import Text
from teiedition.authority import Entry, Occupation

ENOUGH, AHEAD = 1.5, 1.0
"""The points that a meaning must have, and by how many it must lead, to be taken."""


@dataclass(frozen=True, slots=True)
class Meaning:
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
    labels: Mapping[str, str]
    """Short names that the text declares, folded, with the key of the entity."""
    offices: re.Pattern[str]
    understood: dict[tuple[str, str], str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()

    def meaning(self, draft: Draft) -> Meaning:
        """What a name means. To be asked for one name after the other."""
        name = self.text.content[draft.start : draft.end]
        entities = self._possible(draft, name)
        if not entities:
            return Meaning(None, draft.score, draft.evidence)
        if len(entities) == 1 and is_full(draft, self.text.content):
            return Meaning(entities[0], min(0.97, draft.score), draft.evidence)
        meaning = _chosen([(entity, *self._points(draft, name, entity)) for entity in entities], draft)
        if meaning.entity:
            self.understood[draft.kind, folded(name)] = meaning.entity.key
        return meaning

    def _possible(self, draft: Draft, name: str) -> tuple[Entity, ...]:
        if not draft.readings and is_full(draft, self.text.content):
            return of_draft(draft, name)
        listed = (Entity(entry.id, entry.label, entry.kind, entry) for entry in draft.entries)
        called = self.cast.called(name) if draft.kind == "person" else ()
        return tuple({entity.key: entity for entity in (*listed, *called)}.values())

    def _points(self, draft: Draft, name: str, entity: Entity) -> tuple[float, list[str]]:
        reasons: list[tuple[float, str]] = []
        reasons += self._from_course(draft, name, entity)
        if draft.kind == "person":
            reasons += self._from_titles(draft, entity)
            reasons += self._from_life(entity)
        return sum(points for points, _ in reasons), [reason for _, reason in reasons if reason]

    def _from_course(self, draft: Draft, name: str, entity: Entity) -> Iterable[tuple[float, str]]:
        places = self.cast.full_names.get(entity.key, [])
        before = bisect_left(places, draft.start)
        if before:
            distance = draft.start - places[before - 1]
            yield 2 + 1.5 / (1 + distance / 2000), f"named in full before: {entity.label}"
        elif places:
            yield 1.0, f"named in full further on: {entity.label}"
        if self.understood.get((draft.kind, folded(name))) == entity.key:
            yield 1.5, "meant so before"
        if self.labels.get(folded(name)) == entity.key:
            yield 8.0, "the text declares this label"
        if entity.key in self.present:
            yield 1.0, "takes part"
        if any(reading.entry is entity.entry for reading in draft.readings):
            yield 0.75, "the authority files list this form"

    def _from_titles(self, draft: Draft, entity: Entity) -> Iterable[tuple[float, str]]:
        heads = {folded(title.head) for title in draft.titles if title.office}
        named = {folded(words) for title in draft.titles for words in (title.words, title.head)}
        entry = entity.entry
        if not named or entry is None:
            return
        if named & {folded(form.role) for form in entry.forms if form.role}:
            yield 2.0, "the authority files have this title with the name"
        if not heads:
            return
        held = [occupation for occupation in entry.occupations if heads & self.heads(occupation.text)]
        if any(covers(occupation, self.context) for occupation in held):
            yield 2.0, f"held the office at the time: {held[0].text}"
        elif held:
            yield 0.5, f"held the office at another time: {held[0].text}"
        elif any(self.heads(occupation.text) for occupation in entry.occupations):
            yield -0.5, ""

    def _from_life(self, entity: Entity) -> Iterable[tuple[float, str]]:
        entry, date = entity.entry, self.context.not_after
        if entry and date and entry.birth and _year(entry.birth) + 14 > _year(date):
            yield -4.0, "not grown up at the document's date"
        if entry and date and entry.death and _year(entry.death) + 5 < _year(self.context.not_before):
            yield -1.0, "dead at the document's date"

    def heads(self, occupation: str) -> set[str]:
        """The offices that an occupation in the authority speaks of."""
        return {folded(match[0]) for match in self.offices.finditer(occupation)}


def covers(occupation: Occupation, context: Context) -> bool:
    """Whether an office was held at the document's date, as far as either is known."""
    if not context.not_before:
        return False
    begun = not occupation.start or occupation.start <= context.not_after + "~"
    return begun and (not occupation.end or occupation.end + "~" >= context.not_before)


def _chosen(rated: Sequence[tuple[Entity, float, list[str]]], draft: Draft) -> Meaning:
    ranking = sorted(rated, key=lambda item: -item[1])
    best, points, reasons = ranking[0]
    lead = points - ranking[1][1] if len(ranking) > 1 else points
    if points >= ENOUGH and lead >= AHEAD:
        certainty = min(0.96, 0.6 + 0.08 * points, 0.7 + 0.1 * lead, draft.score + 0.1)
        return Meaning(best, certainty, f"{draft.evidence}; {'; '.join(reasons)}")
    total = sum(2**points for _, points, _ in ranking)
    candidates = tuple((entity.ref, 2**points / total) for entity, points, _ in ranking[:5] if entity.entry)
    open_between = ", ".join(f"{entity.label} ({points:.1f})" for entity, points, _ in ranking[:5])
    return Meaning(None, min(draft.score, 0.5), f"{draft.evidence}; open between {open_between}", candidates)


def _year(date: str) -> int:
    match = re.match(r"-?\d+", date)
    return int(match[0]) if match else 0


def entry_of(meaning: Meaning) -> Entry | None:
    """The entry that a meaning points to."""
    return meaning.entity.entry if meaning.entity else None
