"""Which of the persons who are called alike is meant: what the words around a name say for one of them.

Titles and offices, a description before the name or behind it, the heading, the dates of a life, and who is
writing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from teiedition.annotate.context import Context
from teiedition.annotate.names.cast import Cast, Entity
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.offices import Offices, Reason
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.text import Text
from teiedition.authority import Entry

_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z]{4,}) $")
_APPOSED = re.compile(r"(?:, (?=(?:the|a|an|our|my|his|her|their|then|now|former) )| \()([^,;:.()\n]{4,160})")
"""What is said of somebody behind the name: ", the former Harbour Master", " (the sister of Jo Lee)"."""
_NOT_TOLD = frozenset(["head", "titleStmt", "note", "signed", "speaker"])
"""Where nobody tells anything of himself."""
_I = re.compile(r"(?<!\w)(?:I|my|My)(?!\w)")
_TELLING = re.compile(r"[^\W_][\w’'-]*")
_LONG_BEFORE = 110


class Rivals(NamedTuple):
    """Those who may be meant by one name, taken together."""

    alone: bool = True
    """Whether there is but one."""
    holders: frozenset[str] = frozenset()
    """The keys of those who held one of the offices before the name at the time."""
    in_office: bool = False
    """Whether one of them was in any office at the time."""
    by_office: Mapping[str, str] = MappingProxyType({})
    """By the keys of those who had an office that none of the others had, the words with which the text has
    it by itself before."""


@dataclass(frozen=True)
class Bearers:
    """The words around the names of persons in one document."""

    text: Text
    context: Context
    titles: Titles
    offices: Offices
    cast: Cast

    def rivals(self, draft: Draft, entities: Sequence[Entity]) -> Rivals:
        """Those who may be meant by a name."""
        if draft.kind != "person" or len(entities) < 2:
            return Rivals(len(entities) == 1)
        entries, heads = [entity.entry for entity in entities if entity.entry], self._offices_of(draft)
        holders = (one.id for one in entries if heads and self.offices.held(heads, one, draft.start))
        in_office = any(self.offices.in_office(entry, draft.start) for entry in entries)
        by_office = self.offices.spoken_of(entries, draft.start)
        return Rivals(False, frozenset(holders), in_office, by_office)

    def reasons(
        self, draft: Draft, entity: Entity, rivals: Rivals, writers: Collection[str]
    ) -> Iterator[Reason]:
        """What speaks for somebody's being meant; `writers` wrote the text."""
        entry = entity.entry
        if entry is None:
            return
        if not rivals.alone:
            yield from self._from_heading(draft, entry)
            yield from self._from_bracket(draft, entry)
            yield from self._from_apposition(draft, entry)
            yield from self.offices.from_times(entry, draft.start, rivals.in_office)
            yield from self._from_style(draft, entity)
            named = self.cast.full_names.get(entity.key)
            if entity.key in rivals.by_office and not (named and named[0] < draft.start):
                yield 2.5, f"spoken of before as “{rivals.by_office[entity.key]}”"
            if entity.key in writers and self._says_i(draft):
                yield -3.5, ""
        yield from self._from_description(draft, entry)
        yield from self._from_life(draft, entry, rivals.alone)
        yield from self._from_titles(draft, entity.key, entry, rivals)

    def _from_titles(self, draft: Draft, key: str, entry: Entry, rivals: Rivals) -> Iterator[Reason]:
        """What the titles before a name say. What one of several held is no title of another who had other
        offices."""
        heads = self._offices_of(draft)
        said = {title.words for title in draft.titles}
        named = {folded(words) for title in draft.titles for words in (title.words, title.head)}
        if not named:
            return
        roles = {folded(form.role) for form in entry.forms if form.role}
        if named & roles or heads & {word for role in roles for word in role.split()}:
            yield 2.0, "the authority files have this title with the name"
        if heads:
            yield from self.offices.from_title(heads, entry, draft.start, rivals.alone)
            if rivals.holders and key not in rivals.holders:
                yield (-3.5 if entry.occupations else -1.0), ""
        if said & self.titles.words.wives and self._is_wife(draft, entry):
            yield -4.0, "his wife, rather"
        if said & self.titles.words.mens and _is_woman(entry):
            yield -6.0, "a woman"

    def _from_style(self, draft: Draft, entity: Entity) -> Iterator[Reason]:
        """Whether the document gives somebody a title together with the full name, or other ones. Whom it
        calls "Mrs. Ann Orr" it does not call "Orr"."""
        styles = self.cast.styles.get(entity.key, frozenset())
        if not draft.titles:
            if styles & {folded(title) for title in self.titles.words.wives}:
                yield -2.5, "the document calls her by a title"
            return
        if said := next((title for title in draft.titles if folded(title.head) in styles), None):
            yield 1.0, f"called “{said.head}” with the full name"
        elif styles:
            yield -0.5, ""

    def _offices_of(self, draft: Draft) -> set[str]:
        """The offices before a name, folded, without shortened words."""
        heads = ((title.office, folded(title.head), self.titles.whole(title.head)) for title in draft.titles)
        return {whole for office, said, whole in heads if office or whole != said}

    def _from_heading(self, draft: Draft, entry: Entry) -> Iterator[Reason]:
        """Whether an office of somebody speaks of what the heading before names: who signs a telegram "from
        the Department of Harbours" is rather the Secretary of Harbours than a namesake."""
        headings = self._headings
        before = bisect_left(headings, (draft.start, frozenset())) - 1
        if before < 0:
            return
        held = [one.text for one in entry.occupations if self.offices.holds(one, draft.start)]
        said = ". ".join(held) if entry.occupations else entry.description
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
        found = (word for word in _TELLING.findall(folded(words)) if len(word) > 3)
        return frozenset(word for word in found if word not in self.titles.words.function)

    @cached_property
    def _of_men(self) -> str:
        """The ranks and courtesies that are not those of wives, as a pattern."""
        words = self.titles.words
        return "|".join([words.ranks, *map(re.escape, sorted(words.courtesy - words.wives))])

    def _is_wife(self, draft: Draft, entry: Entry) -> bool:
        """Whether a family name with "Mrs." is more likely that of an entry's wife."""
        content, name = self.text.content, draft.name(self.text.content)
        if " " in name or _is_woman(entry):
            return False
        beside = content[max(0, draft.outer_start - 5) : draft.outer_start].endswith(" and ")
        return (
            entry.sex[:1].upper() in ("M", "1")
            or beside
            or any(form.text.split()[0] in self.titles.words.men for form in entry.forms if " " in form.text)
            or f"and {content[draft.outer_start : draft.end]}" in content
            or re.search(rf"\b(?:{self._of_men})[ -]{re.escape(name)}\b", content) is not None
        )

    def _from_description(self, draft: Draft, entry: Entry) -> Iterator[Reason]:
        before = _WORD_BEFORE.search(self.text.content, max(0, draft.start - 30), draft.start)
        if before:
            said = ". ".join(occupation.text for occupation in entry.occupations)
            if re.search(rf"\b{before[1]}\b", f"{said}. {entry.description}", re.IGNORECASE):
                yield 1.0, f"a {before[1]}, as the authority files say"

    def _from_bracket(self, draft: Draft, entry: Entry) -> Iterator[Reason]:
        """How much of the office before a bracket somebody has: "the Secretary of Harbours (Orr)"."""
        content, block = self.text.content, self.text.block_at(draft.start)
        if block is None or content[draft.outer_start - 2 : draft.outer_start] != " (":
            return
        said = self._telling(content[max(block.start, draft.outer_start - _LONG_BEFORE) : draft.outer_start])
        if len(both := said & self._telling(_said_of(entry))) > 1:
            yield min(2.0, 0.5 * len(both)), "has the office before the bracket"

    def _from_apposition(self, draft: Draft, entry: Entry) -> Iterator[Reason]:
        """How much of what is said behind the name the authority files say of somebody."""
        apposed = _APPOSED.match(self.text.content, draft.end)
        if apposed is None:
            return
        said = self._telling(apposed[1])
        both = said & self._telling(f"{_said_of(entry)}. {entry.description}")
        if both:
            points = 1.0 if len(both) == 1 else 2.5
            yield points, f"“{apposed[1].strip()}”, as the authority files say"

    def _says_i(self, draft: Draft) -> bool:
        """Whether the paragraph says "I", so that who writes it hardly names himself in it."""
        block = self.text.block_at(draft.start)
        return (
            block is not None
            and block.element not in _NOT_TOLD
            and not block.who
            and _I.search(self.text.content, block.start, block.end) is not None
        )

    def _from_life(self, draft: Draft, entry: Entry, alone: bool) -> Iterator[Reason]:
        date = _year(self.context.not_after)
        if not date:
            return
        office = any(title.office for title in draft.titles)
        if entry.birth and _year(entry.birth) > date:
            yield -6.0, "not born at the document's date"
        elif entry.birth and _year(entry.birth) + 14 > date and (office or not alone):
            yield (-3.0 if office else -2.0), "a child at the document's date"
        block = self.text.block_at(draft.start)
        if entry.death and block and block.element == "speaker" and _year(entry.death) < date:
            yield -6.0, "dead when somebody of this name spoke"
        elif entry.death and _year(entry.death) + 5 < date:
            titled = office or (bool(draft.titles) and not alone)
            yield (-1.5 if titled else -0.25), "dead at the document's date"


def _is_woman(entry: Entry) -> bool:
    return entry.sex[:1].upper() in ("F", "2")


def _said_of(entry: Entry) -> str:
    """The offices that the authority files have of somebody, or else what they say of him."""
    return ". ".join(office.text for office in entry.occupations) or entry.description


@lru_cache(maxsize=1 << 12)
def _year(date: str) -> int:
    match = re.match(r"-?\d+", date)
    return int(match[0]) if match else 0
