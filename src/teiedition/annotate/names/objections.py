"""What speaks against a possible name's being a person's: its words, and the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.forms import Forms
from teiedition.annotate.names.sightings import Before
from teiedition.annotate.names.titles import Title
from teiedition.annotate.names.token import Token
from teiedition.annotate.text import Block

STRONG = 1.5
"""The points of words behind a full name that say something behind a single one too."""
EVERYDAY, EVERYDAY_ROW, EVERYDAY_TITLED, EVERYDAY_REGNAL = 1.2, 0.8, 0.8, 3.0
"""What speaks against an ordinary word by itself, against several, one behind a title, one behind "King" or
behind a title that may be an adjective: "General Relativity"."""
SURELY_NOT = 9.0
NO_PERSON = 2.5
_NOUNLESS = re.compile(r"$|[.,;:)]|\n| (?:and|or|is|was|has|had|with|in|on|at|by|for|as|than|which|that)\b")
"""What stands behind something with an article that is called by a whole name: "the Jo Orr was sold"; and how
much that says."""
NUMBERED = (" No. ", " no. ", " Nos. ", " Mark ")
"""What stands behind the name of one of several things: "Orr No. 2"."""


class _Weighed(NamedTuple):
    """What the words of a name say against a person's wherever it stands."""

    everyday: bool
    portfolio: bool
    points: float
    ordinary: bool
    """Whether it has an ordinary word, which counts less behind some titles."""
    thing: bool
    """Whether it is made like the name of a place, a body or a thing."""


class Objections:
    """Weighs what speaks against possible names in one document."""

    def __init__(self, capitals: Capitals, forms: Forms) -> None:
        self.capitals, self.forms, self.words = capitals, forms, capitals.words
        self.content = capitals.text.content
        self.known: dict[str, _Weighed] = {}

    def points(
        self,
        run: Run,
        tokens: Sequence[Token],
        before: Before | None,
        titles: tuple[Title, ...],
        likely: bool,
        continued: bool,
    ) -> float:
        """What speaks against a person, less than none; of the unlikely, only whether a place is more likely.
        `continued` says that the word before is one before things."""
        words, weighed, one = self.words, self._weighed(tokens), len(tokens) == 1
        points = self._from_article(run, tokens[0], before) if one and before else 0.0
        if not one and before and not titles and before.small in words.articles:
            points -= NO_PERSON if _NOUNLESS.match(self.content, tokens[-1].end) else 0.0
        if weighed.everyday:
            points -= self._from_everyday(tokens, titles)
        if continued and not one and not any(token.traits.named for token in tokens[:-1]):
            points -= 1.5
        if not likely:
            return points
        if before and before.word in words.vessels and not titles:
            return points - SURELY_NOT
        if tokens[0].word in words.ships and self._is_ship(run.block, tokens[0]):
            return points - SURELY_NOT
        if one and titles and titles[-1].words in words.courtesy:
            return points
        if one and titles and titles[-1].words in words.lords and tokens[0].word in words.places:
            return points
        if weighed.portfolio or (not titles and self._is_thing(tokens[-1].end, before)):
            return points - SURELY_NOT
        if weighed.ordinary and not (titles and self._may_be_ordinary(titles[-1], tokens[-1])):
            points -= 2.0
        return points + weighed.points - (run.block.element in HEADINGS)

    def are_of_thing(self, tokens: Sequence[Token]) -> bool:
        """Whether some words are the name of a place, a body or a thing, wherever they stand."""
        return self._weighed(tokens).thing

    def _weighed(self, tokens: Sequence[Token]) -> _Weighed:
        name = self.content[tokens[0].start : tokens[-1].end]
        weighed = self.known.get(name)
        if weighed is None:
            weighed = self.known[name] = self._weigh(name, tokens)
        return weighed

    def _weigh(self, name: str, tokens: Sequence[Token]) -> _Weighed:
        words, first, last = self.words, tokens[0].traits, tokens[-1]
        called = first.given and last.word in words.surnames
        called = called or (first.family_first and last.word in words.place_syllables)
        placed = last.traits.head or last.word in words.place_after or name in words.places
        common = not [token for token in tokens if not self.capitals.common[token.word]]
        in_capitals = first.family_first and all(token.traits.upper for token in tokens)
        ordinary = not (called or common or in_capitals)
        return _Weighed(
            everyday=first.everyday and all(token.traits.everyday for token in tokens),
            portfolio=name in words.portfolios,
            points=-5.0 * (placed and not called) - 3.0 * common - max(0, len(tokens) - 3),
            ordinary=ordinary and bool([token for token in tokens if self.forms.ordinary[token.word]]),
            thing=placed and not called and last.traits.no_family,
        )

    def _may_be_ordinary(self, title: Title, last: Token) -> bool:
        """Whether even an ordinary word behind a title is a name: a family name, any behind "Comrade"."""
        traits = last.traits
        no_office = not (title.office or traits.head or traits.adjective or traits.plain or traits.upper)
        return no_office or last.word in self.words.surnames

    def _from_everyday(self, tokens: Sequence[Token], titles: tuple[Title, ...]) -> float:
        """How much an ordinary word speaks against a person: "Queen Rook", "V. Full Screen"."""
        if titles and titles[-1].words in self.words.courtesy:
            return 0.0
        if len(tokens) > 1:
            return EVERYDAY_ROW
        if tokens[0].traits.given:
            return 0.0
        if titles:
            head = titles[-1].head
            other = head in self.words.also_adjectives and not self._acts(tokens[-1].end)
            return EVERYDAY_REGNAL if other or head in self.words.regnal else EVERYDAY_TITLED
        return EVERYDAY

    def _is_thing(self, end: int, before: Before | None) -> bool:
        """Whether it is one of several of a name, or the party of a lawsuit: "Orr No. 2", "Orr v Lee"."""
        if self.content.startswith(NUMBERED, end) or (
            before is not None and before.word in self.words.against
        ):
            return True
        return self.content.startswith(" v", end) and self.words.suit.match(self.content, end) is not None

    def _acts(self, end: int) -> bool:
        """Whether what persons do stands behind: "General Wood inquired"."""
        verb = self.content[end + 1 : end + 24].partition(" ")[0].rstrip(".,;")
        return verb in self.words.acts or self.words.speech.match(self.content, end) is not None

    def _from_article(self, run: Run, token: Token, before: Before) -> float:
        """What the word before a single word says against a person."""
        points = 0.0
        if before.word in self.words.place_prepositions:
            points -= before.two not in self.words.cues_single
        if before.small in self.words.articles and not self._has_noun(run, token):
            points -= 2.5
        return points

    def _has_noun(self, run: Run, token: Token) -> bool:
        """Whether the article before is that of what follows: "the Orr Papers", "the Orr clique"."""
        content, end = self.content, run.block.end
        behind = self.words.after.match(content, token.end, end)
        strong = behind is not None and self.words.cues_after[behind[0]] >= STRONG
        return strong or self.words.estate.match(content, token.end, end) is not None

    def _is_ship(self, block: Block, token: Token) -> bool:
        """Whether initials stand for a ship, and not for somebody's given names: "the M.S. Orr"."""
        article = self.content[max(block.start, token.start - 4) : token.start].lower()
        return "." not in token.word or article == "the " or token.word.count(".") > 2
