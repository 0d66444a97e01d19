"""Which of the places that are called alike is meant: what the words around a name say for one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from teiedition.annotate.names.affinity import Affinity
from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.offices import Reason
from teiedition.annotate.names.words import Words
from teiedition.annotate.text import Text
from teiedition.authority import Entry

_SORT_BEFORE = re.compile(r"(?<![\w-])([A-Za-z]{4,}) of (?:the )?(?:[A-Z][\w-]+(?:, | and |, and ))*$")
"""What sort of place is named: "the district of", "the provinces of Norland and"."""
_SORT_BEHIND = re.compile(r" ([A-Za-z]{4,})(?![\w-])")
_AT = re.compile(r"(?<!\w)[Aa]t $")
_WITHIN = re.compile(r"((?:[A-Z][\w.’'-]*[ -]?){1,4}), $")
"""The place before a comma, which is in the one behind it: "Selby, Norland"."""
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_AROUND = 60
_BESIDE = 60


@dataclass(frozen=True)
class Homonyms:
    """The words around the names of places in one document."""

    text: Text
    words: Words
    affinity: Affinity
    _parts: dict[str, frozenset[str]] = field(default_factory=dict)
    """By the id of an entry, the ids of what is part of it."""

    def reasons(self, draft: Draft, entry: Entry, named: Mapping[str, Sequence[int]]) -> Iterator[Reason]:
        """What speaks for one of several places. What sort of place it is the text may say, by a word that
        the entry has in its longer names or as its type. Where no word of its longer names is in the text,
        it is rather not meant: "Selby" is hardly "Selby, Norland" where Norland is not named. `named` says
        where places are named, by their ids."""
        content = self.text.content
        name, sorts = folded(content[draft.start : draft.end]), self._sorts(draft)
        marks = self._marks(name, entry)
        if said := sorts & (marks | {folded(entry.type)}):
            yield 2.0, f"the text says “{min(said)}”, as the authority files do"
        elif (
            marks
            and folded(entry.label) == name
            and not any(mark in self._said for mark in marks - self._divisions)
        ):
            yield -1.25, ""
        if self._is_settlement(entry) and self._is_spot(draft):
            yield 1.0, "a town, as the authority files say, and the text speaks of a spot"
        yield from self._from_others(draft, entry, named)
        around = _WITHIN.search(content, max(0, draft.start - _AROUND), draft.start)
        if around and folded(around[1]) in self._names_of_parts(entry):
            yield 4.0, f"“{around[1]}” is in it, as the authority files say"

    def _from_others(
        self, draft: Draft, entry: Entry, named: Mapping[str, Sequence[int]]
    ) -> Iterator[Reason]:
        """What speaks for a place by the others that the text names: what it is part of, its parts, and what
        is in the same land and stands straight before. What stands far behind tells it from another."""
        wholes = set(self.affinity.wholes(entry))
        related = [place for id in wholes | self._parts_of(entry) for place in named.get(id, ())]
        if any(place < draft.end + len(", ") + 1 for place in related):
            yield 1.25, "a part of it or the whole that it is part of is named"
        elif related:
            yield 0.5, "a part of it or the whole that it is part of is named further on"
        beside = [id for id, at in named.items() if self._is_beside(draft, at) and id != entry.id]
        entries = [other for id in beside if (other := self.affinity.authority.entries.get(id))]
        if any(wholes & self.affinity.wholes(other) for other in entries):
            yield 2.0, "in the same land as the place named before"

    def _is_beside(self, draft: Draft, places: Sequence[int]) -> bool:
        at = bisect_left(places, draft.start)
        return at > 0 and draft.start - places[at - 1] < _BESIDE

    @cached_property
    def _said(self) -> frozenset[str]:
        """The words of the text, folded."""
        return frozenset(_words(self.text.content))

    @cached_property
    def _divisions(self) -> frozenset[str]:
        return frozenset(map(folded, self.words.divisions))

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Small words, and those of the formal names of states."""
        return self.words.function | frozenset(map(folded, self.words.realms))

    def _sorts(self, draft: Draft) -> set[str]:
        content = self.text.content
        before = _SORT_BEFORE.search(content, max(0, draft.start - _AROUND), draft.start)
        behind = _SORT_BEHIND.match(content, draft.end)
        found = {folded(match[1]) for match in (before, behind) if match}
        return found | {word.removesuffix("s") for word in found}

    def _marks(self, name: str, entry: Entry) -> frozenset[str]:
        """The words that an entry has in its longer names, beside the one that stands here. A capital is
        known without them."""
        own = set(_words(name))
        longer = [words for form in entry.forms if own < set(words := _words(form.text))]
        known = any(form.text in self.words.places and folded(form.text) != name for form in entry.forms)
        if known:
            return frozenset()
        return frozenset(word for words in longer for word in words if word not in own | self._plain)

    def _is_settlement(self, entry: Entry) -> bool:
        return entry.type.lower() in self.words.settlements

    def _is_spot(self, draft: Draft) -> bool:
        """Whether the text speaks of a spot: "at Selby", or where and when something was written."""
        block = self.text.block_at(draft.start)
        return _AT.search(self.text.content, max(0, draft.start - 4), draft.start) is not None or (
            block is not None and block.element in ("dateline", "placeName")
        )

    def _parts_of(self, entry: Entry) -> frozenset[str]:
        """The ids of what is part of a place."""
        if entry.id not in self._parts:
            entries = self.affinity.authority.entries.values()
            self._parts[entry.id] = frozenset(part.id for part in entries if entry.id in part.part_of)
        return self._parts[entry.id]

    def _names_of_parts(self, entry: Entry) -> frozenset[str]:
        entries = self.affinity.authority.entries
        return frozenset(folded(form.text) for id in self._parts_of(entry) for form in entries[id].forms)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
