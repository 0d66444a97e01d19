"""Persons whom no authority file has: found by what their names look like and what stands around them.

Each occurrence of a name gathers points for and against its being a person's; the occurrences of one
name in a document share them, so that "Mr. Orr" in one place speaks for "Orr" in another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run, Token
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.titles import Names, Title, Titles
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Block, Text

ENOUGH = 2.0
PERSON_BLOCKS = frozenset(["speaker", "signed", "docAuthor", "author", "editor"])
_PERSON_PARENTS = frozenset(["person", "respStmt", "byline", "signed"])
_INITIAL = re.compile(rf"(?:[{UPPER}]\. ?)+")
_HYPHENED = re.compile(r"\w+[-‐‑][a-z]\w*")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A possible name: where it stands, and the points that speak for and against a person."""

    start: int
    end: int
    titles: tuple[Title, ...]
    points: float
    reasons: tuple[str, ...]


class People:
    """Finds persons in one document."""

    def __init__(self, text: Text, capitals: Capitals, titles: Titles, named: Iterable[str] = ()) -> None:
        self.text, self.capitals, self.titles = text, capitals, titles
        self.words: Words = capitals.words
        self.named = frozenset(map(folded, named))
        """Whole names of whom the header says that they are persons."""

    def find(self, taken: Taken, names: Names) -> list[Draft]:
        """The persons in what is not taken by other names."""
        sightings: dict[str, list[Sighting]] = defaultdict(list)
        for run in self.capitals.runs:
            for sighting in self._sightings(run, taken, names):
                sightings[folded(self.text.content[sighting.start : sighting.end])].append(sighting)
        return [draft for name, seen in sightings.items() for draft in self._drafts(name, seen)]

    def _drafts(self, name: str, seen: list[Sighting]) -> Iterator[Draft]:
        best = max(seen, key=lambda sighting: sighting.points)
        against = sum(1 for sighting in seen if sighting.points < 0)
        if best.points < ENOUGH or against > len(seen) / 2:
            return
        for sighting in seen:
            reasons = sighting.reasons or (*best.reasons, "elsewhere")
            score = min(0.9, 0.5 + 0.1 * max(sighting.points, best.points - 1))
            evidence = f"looks like a person's name: {', '.join(reasons)}"
            yield Draft(sighting.start, sighting.end, "person", (), score, evidence, sighting.titles)

    def _sightings(self, run: Run, taken: Taken, names: Names) -> Iterator[Sighting]:
        for tokens in self._names_in(run, taken):
            start, end = tokens[0].start, tokens[-1].end
            titles = tuple(self.titles.before(self.text, run.block, start, names))
            reasons = list(self._reasons(run, tokens, titles))
            if reasons or len(tokens) == 1:
                points = sum(weight for weight, _ in reasons)
                speaking_for = tuple(reason for weight, reason in reasons if weight > 0)
                yield Sighting(start, end, titles, points, speaking_for)

    def _names_in(self, run: Run, taken: Taken) -> Iterator[tuple[Token, ...]]:
        """The parts of a run that may be names: between other names, without titles and ordinary words."""
        for free, tokens in groupby(run.tokens, key=lambda token: taken.is_free(token.start, token.end)):
            name = self._trimmed(run, list(tokens)) if free else ()
            if 0 < len(name) <= 5:
                yield name

    def _trimmed(self, run: Run, tokens: list[Token]) -> tuple[Token, ...]:
        titled = [number for number, token in enumerate(tokens) if self._is_title(run.block, token)]
        tokens = tokens[titled[-1] + 1 :] if titled else tokens
        while tokens and self._is_plain(run, tokens[0]):
            tokens.pop(0)
        while tokens and self.capitals.is_common(tokens[-1].word) and not _INITIAL.fullmatch(tokens[-1].word):
            tokens.pop()
        return self._likely_end(tuple(tokens))

    def _likely_end(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Of "Committee Ri Jeong-ok" the part that is made like a person's name, if the whole is not."""
        if len(tokens) < 3 or any(self._from_form(tokens)):
            return tokens
        ends = (tokens[start:] for start in range(1, len(tokens) - 1))
        likely = (end for end in ends if sum(points for points, _ in self._from_form(end)) >= ENOUGH)
        return next(likely, tokens)

    def _is_title(self, block: Block, token: Token) -> bool:
        return self.titles.ends_at(self.text.content, block.start, token.end)

    def _is_plain(self, run: Run, token: Token) -> bool:
        words = self.words
        return token.word in words.adjectives or token.word in words.plain or (
            run.after_stop and token is run.tokens[0] and self.capitals.is_common(token.word)
        )

    def _reasons(
        self, run: Run, tokens: tuple[Token, ...], titles: tuple[Title, ...]
    ) -> Iterator[tuple[float, str]]:
        content, block = self.text.content, run.block
        start, end = tokens[0].start, tokens[-1].end
        yield from self._from_form(tokens)
        if titles:
            yield 3.0, f"the title “{titles[-1].words}” before it"
        elif self.words.descriptions.search(content, max(block.start, start - 24), start):
            yield 2.5, "what is said of the person before it"
        whole = (start, end) == (block.start, block.end) or content[end : block.end].strip(" :.") == ""
        if whole and (block.element in PERSON_BLOCKS or self._parent(block) in _PERSON_PARENTS):
            yield 3.0, f"it stands alone in a {block.element}"
        if folded(content[start:end]) in self.named:
            yield 5.0, "the header names the person"
        if self.words.speech.match(content, end, min(block.end, end + 40)):
            yield 1.5, "speaks"
        yield from self._against(run, tokens)

    def _from_form(self, tokens: tuple[Token, ...]) -> Iterator[tuple[float, str]]:
        words = [token.word for token in tokens]
        if len(words) > 1 and words[0] in self.words.given:
            yield 2.5, f"“{words[0]}” is a given name"
        if len(words) > 1 and any(_INITIAL.fullmatch(word) for word in words[:-1]):
            yield 2.5, "it has initials"
        if len(words) == 2 and words[0] in self.words.family_first and _HYPHENED.fullmatch(words[1]):
            yield 3.0, "a family name and a given name with a hyphen"
        elif 2 <= len(words) <= 3 and words[0] in self.words.family_first:
            yield 2.2, f"“{words[0]}” is a family name that stands first"
        elif len(words) == 2 and words[1] in self.words.family_first:
            yield 1.2, f"“{words[1]}” is a family name"
        if len(words) == 1 and words[0] in self.words.given:
            yield 1.0, "a given name"

    def _against(self, run: Run, tokens: tuple[Token, ...]) -> Iterator[tuple[float, str]]:
        words = [token.word for token in tokens]
        if words[-1] in self.words.heads or words[-1] in self.words.place_after:
            yield -5.0, ""
        if all(self.capitals.is_common(word) for word in words):
            yield -3.0, ""
        if len(words) == 1 and self.words.place_prepositions.search(
            self.text.content, max(run.block.start, tokens[0].start - 12), tokens[0].start
        ):
            yield -1.0, ""
        if run.block.element in HEADINGS:
            yield -1.0, ""
        if len(words) > 3:
            yield -1.0 * (len(words) - 3), ""

    def _parent(self, block: Block) -> str:
        return block.path[-2] if len(block.path) > 1 else ""


def short_names(text: Text, names: Collection[str], taken: Taken, capitals: Capitals) -> list[Draft]:
    """Where family names of persons named in full elsewhere stand alone."""
    found = []
    for run in capitals.runs:
        for token in run.tokens:
            if folded(token.word) in names and taken.is_free(token.start, token.end):
                ordinary = token is run.tokens[0] and run.after_stop and capitals.is_common(token.word)
                if not ordinary and not _goes_on(run, token):
                    evidence = "the short name of a person named in full in this document"
                    found.append(Draft(token.start, token.end, "person", (), 0.85, evidence))
    return found


def _goes_on(run: Run, token: Token) -> bool:
    """Whether a word is the first of a longer capitalised phrase, and so perhaps not a name by itself."""
    following = [other for other in run.tokens if other.start > token.end]
    return bool(following) and following[0].start == token.end + 1
