"""What speaks a little for an unknown word's being a person's name, in texts that name many persons.

A capital amid a sentence, of which the text has no other account, is a person's name in a despatch, and a
product's or a rock's in a manual or a paper; so what is found here counts as much as a text names persons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiedition.annotate.names.capitals import HEADINGS, Run
from teiedition.annotate.names.forms import Forms
from teiedition.annotate.names.sightings import Before
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Block, Text

AMID, ACTS, HELPING, STATED = 0.6, 1.2, 0.6, 1.6
"""The points of a capital amid a sentence; of a verb of what persons do, of another verb, and of a state in
brackets behind it."""
TRACE = 0.01
"""The points of an ordinary word with a capital: nobody's name, but one more without account."""
PLACED = -1.0
SURELY = 0.8
"""The points of a word that stands before places rather than persons."""
LONGEST = 3
REACH = 60
_BEFORE_WORDS = (" ", "'", "’")
_JOINING = (", ", " and ", " or ")
_SMALL = (" of ", " for ", " on ", " against ", " and ")
_BEHIND = re.compile(r"(?P<of>['’]s?)? (?:(?:[a-z]+ly|also|then|had|has) )?(?P<verb>[a-z]+)")
_BRACKET = re.compile(rf" \(([{UPPER}][\w. ]+)\)")
_PHRASE = re.compile(rf"{CAPITAL} (?:of|for|on|against)(?:,? {CAPITAL}){{0,3}}(?:,? and)? $")
"""A phrase in capitals that goes on: "Group for ", "Treaty of Friendship and "."""
_JOINED_BEFORE = re.compile(rf"(?<![\w-])({CAPITAL})(?:,? (?:and|or) |, )$")
_JOINED_BEHIND = re.compile(rf"(?:,? (?:and|or) |, )({CAPITAL})")


class Hints:
    """Looks for hints in one document."""

    def __init__(self, text: Text, words: Words, forms: Forms) -> None:
        self.content, self.words, self.forms = text.content, words, forms

    def points(self, run: Run, tokens: Sequence[Token], before: Before | None) -> float:
        """The points of the hints at a possible name; `before` are the words before it. Less than none where
        it stands as places do, which its other places tell against as well."""
        if len(tokens) > LONGEST or run.block.element in HEADINGS or not all(map(self._is_strange, tokens)):
            return 0.0
        if before and (before.small in self.words.articles or self._placed(before)):
            return PLACED if self._surely_placed(before, tokens[-1].end) else 0.0
        if run.after_stop and tokens[0].word.endswith(self.words.opening_endings):
            return 0.0
        start, end = tokens[0].start, tokens[-1].end
        if self._beside_place(run.block, start, end) or self._is_part(run, start):
            return 0.0
        amid = AMID if len(run.tokens) == len(tokens) and not run.after_stop else 0.0
        said = self._said_behind(run.block, end, amid)
        if said is None:
            return 0.0
        return TRACE if all(_is_everyday(token) for token in tokens) else amid + said

    def _is_part(self, run: Run, start: int) -> bool:
        """Whether a name is rather part of a longer one of something else: "the Great Orr", "the Group for
        Berths and Orrs"; or stands in a note, whose capitals are those of titles of works."""
        if "note" in run.block.path or self._goes_on(run.block, start):
            return True
        inner = [token for token in run.tokens if token.start < start]
        return (
            bool(inner) and self.forms.ordinary[inner[-1].word] and not (run.after_stop and len(inner) == 1)
        )

    def _goes_on(self, block: Block, start: int) -> bool:
        """Whether a phrase in capitals goes on here."""
        floor = max(block.start, start - REACH)
        if not self.content.endswith(_SMALL, floor, start):
            return False
        return _PHRASE.search(self.content, floor, start) is not None

    def _is_strange(self, token: Token) -> bool:
        """Whether nothing is known of a word."""
        traits = token.traits
        return not (traits.no_family or traits.plain or self.forms.ordinary[token.word])

    def _placed(self, before: Before) -> bool:
        """Whether the words before stand rather before a place, and not before persons as well."""
        if before.two in self.words.cues_single:
            return False
        return self._place_cue(before) > 0

    def _surely_placed(self, before: Before, end: int) -> bool:
        """Whether the words before stand before places only: "at Selby", but not "at Orr's wish"."""
        return self._place_cue(before) >= SURELY and self.content[end : end + 1] not in "'’"

    def _place_cue(self, before: Before) -> float:
        """What the last word or two before a name say for a place."""
        cues = self.words.place_cues
        return cues.get(before.two, cues.get(before.small, 0.0))

    def _beside_place(self, block: Block, start: int, end: int) -> bool:
        """Whether a comma or a small word joins the name to that of a place."""
        places = self.words.places
        floor = max(block.start, start - 24)
        joined = self.content.endswith(_JOINING, floor, start)
        before = _JOINED_BEFORE.search(self.content, floor, start) if joined else None
        behind = _JOINED_BEHIND.match(self.content, end, block.end)
        return bool(before and before[1] in places) or bool(behind and behind[1] in places)

    def _said_behind(self, block: Block, end: int, amid: float) -> float | None:
        """What the next word says; None if it speaks for something else than a person."""
        words, content = self.words, self.content
        mark = content[end : end + 2]
        if mark == " (" and (state := _BRACKET.match(content, end, block.end)):
            return STATED - amid if state[1] in words.states_known else 0.0
        if mark[1:].isdigit():
            return None
        behind = _BEHIND.match(content, end, block.end) if mark[:1] in _BEFORE_WORDS else None
        if behind is None:
            return 0.0
        verb = behind["verb"]
        if verb in words.acts:
            return ACTS
        if verb in words.helping or behind["of"]:
            return HELPING
        if verb in words.function:
            return 0.0
        if words.speech.match(content, end, min(block.end, end + 40)):
            return ACTS
        return 0.0 if verb.endswith(words.adverb_endings) else None


def _is_everyday(token: Token) -> bool:
    return token.traits.everyday and not token.traits.given
