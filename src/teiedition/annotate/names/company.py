"""Names in a row with persons: of "Orr, Lee, Selby and others" all are persons if one is known to be.

A comma joins less than "and" does, since places follow persons after commas: there the words must be of
the same make, family names beside a family name, full names beside a full one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.surnames import before_particles
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Text

PLACING = 0.8
"""The points of a word that stands before places rather than persons."""
_AND = re.compile(r"(?: \([^()]{1,40}\))?(?:,? and |; | or )(?:perhaps |also )?")
_QUOTES = frozenset("“\"‘'")
_FAR = 64
"""How far the next name stands at most, with a bracket between."""
_COMMA = re.compile(r"(?: \([^()]{1,40}\))?, ")
_GOES_ON = re.compile(
    r"(?: \([^()]{1,40}\))?(?:,? (?:and|or) |, )(?=[A-Z]\w|perhaps |several |many |others|the )"
)


def company(
    text: Text, capitals: Capitals, titles: Titles, persons: Sequence[Draft], taken: Taken
) -> list[Draft]:
    """Further persons, who stand in a row with these."""
    if not persons:
        return []
    finder = _Finder(text, capitals, titles)
    found: list[Draft] = []
    waiting = list(persons)
    while waiting:
        person = waiting.pop()
        for start, end in finder.beside(person):
            if taken.is_free(start, end):
                taken.add(start, end)
                evidence = f"in a row with “{text.content[person.start : person.end]}”"
                draft = Draft(start, end, "person", (), 0.65, evidence)
                found.append(draft)
                waiting.append(draft)
    return found


class _Finder:
    """Looks at the runs of capitals beside a name."""

    def __init__(self, text: Text, capitals: Capitals, titles: Titles) -> None:
        self.text, self.capitals, self.titles = text, capitals, titles
        self.starts = [run.tokens[0].start for run in capitals.runs]

    def beside(self, person: Draft) -> Iterator[tuple[int, int]]:
        """The names before and behind a person that a comma or an "and" joins to it."""
        content, runs = self.text.content, self.capitals.runs
        full = " " in content[person.start : person.end]
        number = bisect_left(self.starts, person.end)
        number += number < len(runs) and self._is_bracketed(runs[number])
        if number < len(runs) and runs[number].start - person.end < _FAR:
            run = runs[number]
            between = content[person.end : self._with_particles(run)]
            addressed = self._is_addressed(run.block.start, person.start)
            if self._joins(between, run, full, content[run.end : run.end + 60], addressed):
                yield self._with_particles(run), run.end
        number = bisect_left(self.starts, person.outer_start) - 1
        number -= number >= 0 and self._is_bracketed(runs[number])
        if number >= 0 and person.outer_start - runs[number].end < _FAR:
            run = runs[number]
            between = content[run.tokens[-1].end : person.outer_start]
            if self._joins(between, run, full, content[person.end : person.end + 60]):
                yield self._with_particles(run), run.end

    def _is_bracketed(self, run: Run) -> bool:
        """Whether a bracket behind a name has these words alone: "Jo Lee (Harbours) and Ann Orr"."""
        content = self.text.content
        return content[run.start - 1 : run.start] == "(" and content[run.end : run.end + 1] == ")"

    def _with_particles(self, run: Run) -> int:
        return before_particles(self.text.content, run.block.start, run.start, self.capitals.words)

    def _is_addressed(self, floor: int, start: int) -> bool:
        """Whether a title of several persons stands before the row: "To Comrades Orr, A. Lee, Vance"."""
        return (
            _several(self.capitals.words).search(self.text.content, max(floor, start - 160), start)
            is not None
        )

    def _joins(self, between: str, run: Run, full: bool, behind: str, addressed: bool = False) -> bool:
        same = (len(run.tokens) > 1) == full
        joined = _AND.fullmatch(between) or (
            _COMMA.fullmatch(between) and (addressed or (same and _GOES_ON.match(behind)))
        )
        named = [token for token in run.tokens if token.word not in self.capitals.words.surnames]
        if not joined or not named or len(run.tokens) > 3 or self._is_placed(run):
            return False
        if all(token.traits.initials for token in run.tokens):
            return False
        return not any(self._is_ordinary(run, token) for token in named)

    def _is_placed(self, run: Run) -> bool:
        """Whether the word before stands before places or things: "at Selby; Orr came", "the Lark; Orr"."""
        before = self.text.content[max(run.block.start, run.start - 14) : run.start].split(" ")
        words, said = self.capitals.words, before[-2] if len(before) > 1 else ""
        family = run.tokens[-1].word.endswith("s")  # "the Orrs and Jo Lee"
        return words.place_cues.get(said, 0.0) >= PLACING or (said in words.articles and not family)

    def _opens(self, token: Token) -> bool:
        """Whether the first word of a sentence may have its capital from there alone."""
        quoted = self.text.content[max(0, token.start - 1) : token.start] in _QUOTES
        return quoted or token.traits.everyday or token.word.endswith(self.capitals.words.opening_endings)

    def _is_ordinary(self, run: Run, token: Token) -> bool:
        return (
            token.traits.no_family
            or (run.after_stop and token is run.tokens[0] and self._opens(token))
            or self.titles.ends_at(self.text.content, run.block.start, token)
            or self.capitals.common[token.word]
        )


@cache
def _several(words: Words) -> re.Pattern[str]:
    titles = "|".join(map(re.escape, sorted(words.plural_honorifics))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{titles}) (?:[^.;:\n]|(?<=[{UPPER}])\.|(?<=[{UPPER}][a-z])\.)*$")
