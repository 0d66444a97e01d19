"""What the words around an unknown name say for its being a place's: "in" or "born at" before it, a harbour
or station behind it, a region behind a comma, a place at its side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Text

EVERYDAY = -1.5
"""What speaks against ordinary words with capitals: "in Butter"."""
DATELINES = frozenset(["dateline", "opener", "closer", "postmark"])
SPELLED_OUT, MOST_ARE = 5, 2
"""How long names in capitals are that are no initials, and how many of them make a habit."""
_ENCLOSED = re.compile(r", [^\W\d_]\w+(?: [^\W\d_]\w+)?(?:[,.;)]|$)", re.MULTILINE)
_PLACING = frozenset(["in", "at", "of", "from", "to", "near", "for", "via", "outside"])
_BESIDE = re.compile(r"(?: and |, and |, | or |–|—)$")
_BESIDE_BEHIND = re.compile(r"(?: and |, and |, | or |–|—)")
_TO, _AND = re.compile(r"(?: \w+)?,? (?:to|for) (?:the )?[A-Z]\w+"), re.compile(r" and [A-Z]\w+")
_OTHER_END = re.compile(
    r"\b(?:[Ff]rom [A-Z][\w-]+(?: [A-Z]\w+)? to|[Bb]etween [A-Z][\w-]+(?: [A-Z]\w+)? and) $"
)
_WITHIN = frozenset(["in", "at"])
_DATED = re.compile(r" (?:on|in|from|until|till|since|during) (?:the )?(?:\d|[A-Z]\w+ \d)")
_OWNED = re.compile(r"['’]s [a-z]")
_NUMBERED = re.compile(r" \d+(?! [A-Z])")
_DATE = re.compile(r",? (?:(?:the )?\d|[A-Z]\w+ \d)")
LONGEST_LIST = 120
"""How far before a name a list of places begins at most."""
SURE = 1.5
"""Words with more points than that stand before rivers and hills with "the"."""
CERTAIN = 2.0
"""Words with so many points stand before a place even if it seems to speak: "the member for Selby said"."""
LISTED = 0.9
"""How much a cue before a list counts for each name in it."""
FORM = 0.9
"""The points of a word that places' names begin or end with."""
_NAME = rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}}"
_JOINED = (", ", " and ", " or ")
_LIST = re.compile(
    rf"(?P<cue>[a-z]+(?: [a-z]+)?) (?:the )?(?:{_NAME}, )*(?:{_NAME},? (?:and|or) |{_NAME}, )$"
)
"""A list before a name, and the words before the list."""
_LIST_ENDS = re.compile(rf"(?:, {_NAME})*,? (?:and|or) {_NAME}")


class Sighting(NamedTuple):
    """A possible name of a place, and the points that speak for one."""

    start: int
    end: int
    points: float
    reasons: tuple[str, ...]
    run: Run


class Whereabouts:
    """Looks at runs of capitals in one document."""

    def __init__(self, text: Text, capitals: Capitals, known: Sequence[Draft]) -> None:
        self.text, self.capitals, self.words = text, capitals, capitals.words
        self.ends, self.starts = {draft.end for draft in known}, {draft.start for draft in known}
        """Where known places end and start."""
        large = {name for draft in known if (name := text.content[draft.start : draft.end]).isupper()}
        self.in_capitals = sum(len(name) >= SPELLED_OUT for name in large) >= MOST_ARE
        """Whether the text writes the names of places in capitals throughout, as cables do."""
        self.ordinary = Answers(self._is_ordinary)
        """Whether a word is in no name of an unknown place."""

    def sightings(self, run: Run, taken: Taken) -> Iterator[Sighting]:
        """The possible names in a run: what is left of it between other names, without ordinary words."""
        if not [token for token in run.tokens if not self.ordinary[token.word]]:
            return
        free = taken.free(run)
        if True not in free:
            return
        for is_free, group in groupby(zip(free, run.tokens, strict=True), key=itemgetter(0)):
            tokens = [token for _, token in group] if is_free else []
            if (
                len(tokens) > 1
                and run.after_stop
                and tokens[0] is run.tokens[0]
                and tokens[0].traits.everyday
            ):
                tokens.pop(0)  # "Close Selby"
            named = tokens[1:] if len(tokens) > 1 and self._qualifies(tokens[0].word) else tokens
            if 0 < len(tokens) < 4 and not any(self._is_no_name(run, token) for token in named):
                start, end = tokens[0].start, tokens[-1].end
                reasons = [*self._from_form(tokens), *self._reasons(run, start, end, tokens)]
                points = sum(weight for weight, _ in reasons)
                why = tuple(why for weight, why in reasons if weight > 0)
                yield Sighting(start, end, points, why, run)

    def _is_of_river(self, said: list[str]) -> bool:
        """Whether "the" stands behind words that are said of rivers and hills: "north of the Orr"."""
        return said[-2:-1] == ["of"] and self.words.place_cues.get(" ".join(said[-3:-1]), 0.0) > SURE

    def _qualifies(self, word: str) -> bool:
        return word in self.words.place_beginnings or word in self.words.place_qualifiers

    def _is_ordinary(self, word: str) -> bool:
        no_place = traits_of(self.words)[word].no_place
        return no_place or word in self.words.directions or self.capitals.common[word]

    def _is_no_name(self, run: Run, token: Token) -> bool:
        in_capitals = token.traits.upper and not self._is_spelled_out(run, token)
        return in_capitals or self.ordinary[token.word]

    def _is_spelled_out(self, run: Run, token: Token) -> bool:
        """Whether a word in capitals is rather a name than initials: in the line of a place and a date, or
        where names are in capitals and the text around them is not."""
        if run.block.element in DATELINES:
            return True
        if not self.in_capitals or len(token.word) < 4:
            return False
        return not self.text.content[run.block.start : run.block.end].isupper()

    def _is_listed(self, run: Run, start: int) -> bool:
        """Whether the list it stands in is called one of places: "towns like Selby, Norville and Tolland"."""
        content = self.text.content
        near = max(run.block.start, start - LONGEST_LIST)
        if content[start - 2 : start] != ", " and content[start - 1 : start] != " ":
            return False
        return self.words.listed_places.search(content, near, start) is not None

    def _is_one_end(self, run: Run, said: list[str], start: int, end: int) -> bool:
        """Whether it is an end of "from Selby to Norville", "between Selby and Norville"."""
        behind = self.text.content[end : min(run.block.end, end + 24)]
        first = said[-1:] in (["from"], ["From"]) and _TO.match(behind)
        first = first or (said[-1:] in (["between"], ["Between"]) and _AND.match(behind))
        before = self.text.content[max(run.block.start, start - 40) : start]
        return bool(first) or (before.endswith((" to ", " and ")) and bool(_OTHER_END.search(before)))

    def _reasons(self, run: Run, start: int, end: int, tokens: list[Token]) -> Iterator[tuple[float, str]]:
        content, words, floor = self.text.content, self.words, run.block.start
        before = content[max(floor, start - 32) : start]
        said = before.split() if before.endswith(" ") else []
        facility = run.block.element not in HEADINGS and words.facilities.match(content, end, run.block.end)
        if said[-1:] == ["the"] and (facility or self._is_of_river(said)):
            said.pop()
        for cue in (" ".join(said[-2:]), said[-1] if said else ""):
            if weight := words.place_cues.get(cue.lower()):
                yield weight, f"“{cue}” before it"
                break
        else:
            if before.endswith(_JOINED) and (listed := self._before_list(floor, start, end, run.block.end)):
                yield listed
        if said and said[-1] in _WITHIN and _DATED.match(content, end, run.block.end):
            yield 0.8, "a date behind it"
        if self._is_listed(run, start):
            yield 2.5, "in a list of places"
        if self._is_one_end(run, said, start, end):
            yield 0.9, "one of two places that something goes between"
        if facility:
            land = words.lands.match(content, end, run.block.end)
            yield (1.8 if land else 0.9), "a word for a place behind it"
        if words.regions.match(content, end, run.block.end):
            yield 2.5, "a region behind it"
        if content[end : end + 1] in ", " and _described(words).match(content, end, run.block.end):
            yield 2.0, "what sort of place it is, behind it"
        if run.block.element in DATELINES and start == floor and _DATE.match(content, end, run.block.end):
            yield 2.5, "before the date of a document"
        if all(token.traits.everyday for token in tokens):
            yield EVERYDAY, ""
        if content.startswith(" of ", end) and content[end + 4 : end + 5].isupper():
            yield -2.0, ""
        if _OWNED.match(content, end, run.block.end):
            yield -1.0, ""
        if (said and said[-1] in words.against) or words.suit.match(content, end):
            yield -3.0, ""
        if _NUMBERED.match(content, end, run.block.end) and run.block.element not in DATELINES:
            yield -3.0, ""
        placed = words.place_cues.get(" ".join(said[-2:]).lower(), 0.0) >= CERTAIN
        if not placed and words.speech.match(content, end, min(run.block.end, end + 40)):
            yield -2.0, ""

    def _from_form(self, tokens: list[Token]) -> Iterator[tuple[float, str]]:
        first, last = tokens[0].word, tokens[-1].word
        if len(tokens) > 1 and first in self.words.place_beginnings:
            yield 2 * FORM, f"“{first}” begins names of places"
        elif len(tokens) > 1 and first in self.words.place_qualifiers:
            yield FORM, f"“{first}” begins names of places"
        elif last.endswith(self.words.place_endings) and len(last) > 5:
            yield FORM, "the ending of a place's name"

    def _before_list(self, floor: int, start: int, end: int, ceiling: int) -> tuple[float, str] | None:
        """What stands before the list in which a name stands: "in Selby, Norville and Orrow"."""
        content = self.text.content
        found = _LIST.search(content, max(floor, start - LONGEST_LIST), start)
        if found is None or (content[start - 2] == "," and not _LIST_ENDS.match(content, end, ceiling)):
            return None
        cue = found["cue"]
        cues = self.words.place_cues
        weight = cues.get(cue) or cues.get(cue.rpartition(" ")[2])
        return (LISTED * weight, f"“{cue}” before the list") if weight else None

    def beside(self, sighting: Sighting) -> Iterator[tuple[float, str]]:
        """What the places say that are known by now, next to a name."""
        content, start, end = self.text.content, sighting.start, sighting.end
        before = content[max(sighting.run.block.start, start - 32) : start]
        if content.startswith(", ", end) and end + 2 in self.starts:
            said = before.split()[-1:] if before.endswith(" ") else []
            placed = said and said[0].lower() in _PLACING and _ENCLOSED.match(content, end)
            yield (1.7 if placed else 0.8), "a place behind it"
        elif self._touches(before, start, end):
            yield 0.8, "beside a place"

    def _touches(self, before: str, start: int, end: int) -> bool:
        """Whether a small word joins it to a place before or behind it."""
        if (joined := _BESIDE.search(before)) and start - len(joined[0]) in self.ends:
            return True
        behind = _BESIDE_BEHIND.match(self.text.content, end)
        return behind is not None and behind.end() in self.starts

    def add(self, sightings: Sequence[Sighting]) -> None:
        """Know that these are places."""
        self.ends.update([sighting.end for sighting in sightings])
        self.starts.update([sighting.start for sighting in sightings])


@cache
def _described(words: Words) -> re.Pattern[str]:
    """Behind a name, what sort of place it is: ", a fishing village", " is a low headland"."""
    return re.compile(rf"(?:,| is| was) (?:an?|the) (?:[a-z-]+ ){{0,3}}(?:{words.sorts_of_places})(?![\w-])")
