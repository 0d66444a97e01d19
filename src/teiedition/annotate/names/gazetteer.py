"""Every form of every entry of the authority files, found in a text at once (Aho-Corasick)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation
from rapidfuzz.distance import OSA, Levenshtein

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.folding import folded, folded_text, squeezed
from teiedition.authority import Authority, Entry, Form
from teiedition.authority.entry import SHORT
from teiedition.authority.lasting import lasting
from teiedition.authority.spelling import PARTICLES

_WORD = re.compile(r"[^\W_][\w'’]*")
_ARTICLE = re.compile(r"(?:the|The) (?=[A-Z])")
_MIDDLE_INITIAL = re.compile(r"(?<=\w) (?:\w\. ?)+(?=\w)")
_SPACED = re.compile(r"[A-Z]\.(?<![\w.]..)(?:(?: [A-Z]\.){2,5}(?!\w)| [A-Z]\.(?!\w| ?[A-Z]))")
"""Initials with spaces between them; of two, those that are not a person's."""
SYLLABLE = 5
"""Up to this length the parts of a given name may be written as one: "Il Sung", "Ilsung"."""
SLIP_LENGTH = 9
"""From this length on, a name is known with one slip in it; from twice this length, with two."""


SYMBOL = re.compile(r"/(?:[A-Z]+/)*\d")
"""What follows letters that are no name but begin the symbol of a document: "US/MC/28"."""

SPOKEN = 5
"""From this length on, initials are spoken as a word, and may be written as one: "Unesco"."""

BEARERS = 100
"""A family name that more entries have is left to the document: to whom it names in full."""


class Reading(NamedTuple):
    """An entry that some words may stand for, and the form by which."""

    entry: Entry
    form: Form


class Hit(NamedTuple):
    """Words of the text that are a form of one or more entries of one kind."""

    start: int
    end: int
    kind: str
    readings: tuple[Reading, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, each once, in the authority's order."""
        return tuple({reading.entry.id: reading.entry for reading in self.readings}.values())


class Gazetteer:
    """The forms of an authority, ready to be looked for. Made once for an authority; read-only."""

    def __init__(self, authority: Authority) -> None:
        self.readings: dict[str, list[Reading]] = defaultdict(list)
        for entry in authority.entries.values():
            for form in entry.forms:
                reading = Reading(entry, form)
                for spelling in _spellings(form, entry.kind):
                    self.readings[spelling].append(reading)
        for spelling in [known for known, them in self.readings.items() if len(them) > BEARERS]:
            if all(form.type in SHORT for _, form in self.readings[spelling]):
                del self.readings[spelling]
        self.roles = {form.role for entry in authority.entries.values() for form in entry.forms if form.role}
        """The titles that the forms have."""
        self.alike = Answers(self._alike)
        """The entries with a long form that some words are, but for a slip or two of pen or scanner."""
        self.patterns = sorted(self.readings)
        self.automaton = (
            AhoCorasick(self.patterns, implementation=Implementation.ContiguousNFA) if self.patterns else None
        )

    def hits(self, text: str, without: Collection[tuple[int, int]] = ()) -> list[Hit]:
        """All forms in a text, overlapping ones too, in the order of their starts, the longest first.

        Forms are found over the stretches `without` as well as over the whole.
        """
        if self.automaton is None:
            return []
        found: dict[tuple[int, int, str], dict[Reading, None]] = defaultdict(dict)
        for start, end, pattern in sorted(set(self._matches(text, without))):
            words = text[start:end]
            for reading in self.readings[pattern]:
                kind = reading.entry.kind
                if _written_as(words, reading) and _parted(text, start, end, kind):
                    found[start, end, kind][reading] = None
        hits = (Hit(*place, tuple(sorted(them, key=_order))) for place, them in found.items())
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def _alike(self, words: str) -> tuple[Reading, ...]:
        name = folded(words)
        if len(name) < SLIP_LENGTH:
            return ()
        limit = 1 if len(name) < 2 * SLIP_LENGTH else 2
        parts = name.split()
        if not 2 <= len(parts) <= 8:
            return ()
        lengths = range(len(name) - limit, len(name) + limit + 1)
        known = [place for place in _places(parts) if place[0] in self.long_form_words]
        keys = [(*place, length) for place in known for length in lengths]
        likely = {form for key in keys for form in self._by_part.get(key, ())}
        near = [
            form
            for form in likely
            if 0 < Levenshtein.distance(name, form, score_cutoff=limit) <= limit
            and not name.startswith(form)
            and not form.startswith(name)
            and _differ_by_slips(parts, form.split())
        ]
        return tuple(reading for form in sorted(near) for reading in self.readings[form])

    def _matches(self, text: str, without: Collection[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        """Where whole words of a text are a pattern, as they stand and with characters dropped from them."""
        assert self.automaton is not None
        for number, start, end in self.automaton.find_matches_as_indexes(folded_text(text), overlapping=True):
            if is_whole(text, start, end):
                yield start, end, self.patterns[number]
        for match in _SPACED.finditer(text):
            if (letters := match[0].replace(". ", "").rstrip(".").lower()) in self.readings:
                yield match.start(), match.end(), letters
        for less in (squeezed(text), squeezed(text, without)) if without else (squeezed(text),):
            for number, start, end in self.automaton.find_matches_as_indexes(less.text, overlapping=True):
                if less.is_squeezed(start, end):
                    first, last = less.offset(start), less.offset(end - 1) + 1
                    if is_whole(text, first, last):
                        yield first, last, self.patterns[number]

    def namesakes(self, word: str) -> frozenset[str]:
        """The ids of all persons with this word as the first or the last of a full name."""
        return self._by_end.get(folded(word), frozenset())

    @cached_property
    def _by_end(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        with lasting():
            for form, readings in self.readings.items():
                if " " in form:
                    for end in (form.split()[0], form.split()[-1]):
                        persons = (entry for entry, _ in readings if entry.kind == "person")
                        found[end].update(entry.id for entry in persons if _may_be_called(entry, end))
            return {word: frozenset(ids) for word, ids in found.items()}

    @cached_property
    def long_form_words(self) -> frozenset[str]:
        """The words of long forms, folded: beside one of them, another may have a slip in it."""
        return frozenset([part for part, _, _ in self._by_part])

    @cached_property
    def _by_part(self) -> Mapping[tuple[str, int, int], list[str]]:
        """The longer forms by each of their words, by where in them it stands, and by their lengths."""
        found: dict[tuple[str, int, int], list[str]] = defaultdict(list)
        with lasting():
            for form in self.patterns:
                if len(form) >= SLIP_LENGTH and " " in form:
                    for place in _places(form.split()):
                        found[(*place, len(form))].append(form)
        return found


@lru_cache(maxsize=4)
def gazetteer(authority: Authority) -> Gazetteer:
    """The gazetteer of an authority, made when it is first asked for."""
    with lasting():
        return Gazetteer(authority)


def _places(words: list[str]) -> list[tuple[str, int]]:
    """Each word with its place, counted from the first and from the last: a slip may part words."""
    return [(word, at) for start in (0, -len(words)) for at, word in enumerate(words, start)]


def _differ_by_slips(one: list[str], other: list[str]) -> bool:
    """Whether the words of two names differ by slips alone, not as "Far" and "Near", "East" and "West" do."""
    pairs = zip(one, other, strict=True) if len(one) == len(other) else ()
    return all(OSA.distance(a, b) <= max(1, len(a) // 4) for a, b in pairs)


def _may_be_called(entry: Entry, word: str) -> bool:
    """Whether a word may be somebody's family name, as far as the authority tells that from given names."""
    families = {folded(form.text) for form in entry.forms if form.type == "short"}
    return not families or word in families


def _spellings(form: Form, kind: str) -> Iterable[str]:
    text = _without_role(form.text, form)
    if text[:4] in ("the ", "The "):
        text = _ARTICLE.sub("", text, count=1)
    if len(text) < 2 or (text.islower() and not text[0].isdigit()):
        return ()
    plain = folded_text(text)
    forms: tuple[str, ...] = (plain,)
    if not (text.isascii() and text.replace(" ", "").isalpha()):
        forms += (squeezed(text).text,)
        if kind == "person" and "." in text:
            forms += (folded_text(_MIDDLE_INITIAL.sub(" ", text)),)
    if kind == "person" and (particle := plain.split(" ", 1))[0] in PARTICLES and len(particle) > 1:
        forms += (particle[0] + particle[1],)
    if kind == "person" and "." not in text and plain.count(" ") == 2:
        first, second, third = plain.split(" ")
        if len(second) <= SYLLABLE and len(third) <= SYLLABLE:
            forms += (f"{first} {second}{third}",)
    return forms if len(forms) == 1 else dict.fromkeys(filter(None, forms))


def _without_role(text: str, form: Form) -> str:
    """A form's words without the title before them."""
    return text.removeprefix(f"{form.role} ") if form.role else text


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether these are whole words; a possessive may follow."""
    if start and (text[start - 1].isalnum() or not text[start].isalnum()):
        return False
    if end < len(text) and text[end].isalnum():
        return False
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before == "_" and text[start - 2 : start - 1].isalnum():
        return False
    if behind == "_" and text[end + 1 : end + 2].isalnum():
        return False
    if behind in ("'", "’") and text[end + 1 : end + 2].isalpha():
        return text[end + 1] == "s" and not text[end + 2 : end + 3].isalpha()
    return True


def _parted(text: str, start: int, end: int, kind: str) -> bool:
    """Whether hyphens at the edges part it from its neighbours: "Orr-Lee talks" does, "Ju-yeon" does not. Of
    two names the second is one that has several words: "the Orr-De Selby talks"."""
    if kind != "person":
        return True
    before = text[start - 2 : start] if start > 1 else ""
    behind = text[end : end + 2]
    joined_before = len(before) == 2 and before[1] in "-‐‑" and before[0].isalpha()
    joined_before = joined_before and not (text[start].isupper() and " " in text[start:end])
    joined_behind = len(behind) == 2 and behind[0] in "-‐‑" and behind[1].islower()
    return not joined_before and not joined_behind


def _written_as(words: str, reading: Reading) -> bool:
    """Whether the words have their capitals where the form has them, or everywhere."""
    form = reading.form.text
    if words == form:
        return True
    form = _without_role(_ARTICLE.sub("", form, count=1), reading.form)
    return _has_capitals_of(words, form, reading.entry.kind == "person")


@lru_cache(maxsize=1 << 16)
def _has_capitals_of(words: str, form: str, lenient: bool) -> bool:
    ours, theirs = _WORD.findall(words), _WORD.findall(form)
    if len(theirs) == 1 and theirs[0].isupper() and len(theirs[0]) > 1:
        mixed = words[0].isupper() and words[-1].isupper()
        return words.isupper() or mixed or (len(words) >= SPOKEN and words.istitle())
    if words.isupper() and len(words) > 2:
        return True
    if len(ours) != len(theirs):
        return bool(ours) and ours[0][0].isupper() >= theirs[0][0].isupper()
    return all(
        our[0].isupper()
        or not their[0].isupper()
        or (lenient and (folded(our) in PARTICLES or (number > 0 and f"-{our}" in words)))
        or (lenient and 0 < number < len(ours) - 1)
        for number, (our, their) in enumerate(zip(ours, theirs, strict=True))
    )


def _order(reading: Reading) -> tuple[str, int]:
    return str(reading.entry.file), reading.entry.line
