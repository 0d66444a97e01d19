"""Which words in a run of capitals may be a person's name: without titles, ordinary words, other names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import groupby
from operator import itemgetter

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.forms import Forms
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Block, Text

ENOUGH = 2.0
SIGNED = frozenset(["signed", "speaker", "docAuthor", "author", "editor"])
"""Blocks that do not begin with the number of a paragraph."""
_LETTER = re.compile(rf"([{UPPER}])\. ")
LONGEST = 5
"""How many words a person's name has at most."""


def _letter(text: Text, block: Block) -> re.Match[str] | None:
    return _LETTER.match(text.content, block.start, block.end)


class Cuts:
    """Cuts the runs of capitals of one document to what may be persons' names."""

    def __init__(self, text: Text, capitals: Capitals, titles: Titles, forms: Forms) -> None:
        self.text, self.capitals, self.titles, self.forms = text, capitals, titles, forms
        self.words = capitals.words
        self.initials, self.employments = _initials(self.words), _employments(self.words)
        self.whole = Answers(self._is_whole)
        """Whether a word is one at which nothing is cut off, wherever in a row it stands."""
        self.accepted: set[str] = set()
        """Full names found to be persons' by an earlier search of the same text."""

    def names(self, run: Run, free: Sequence[bool]) -> list[tuple[Token, ...]]:
        """The parts of a run that may be names; `free` says of each word that no other name has it."""
        if False not in free:
            return self._names(run, run.tokens)
        found = []
        for is_free, group in groupby(zip(free, run.tokens, strict=True), key=itemgetter(0)):
            if is_free:
                found += self._names(run, tuple([token for _, token in group]))
        return found

    def _names(self, run: Run, tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
        if len(tokens) == 1:
            return [tokens] if self._may_be_one(run, tokens) else []
        name = self._trimmed(run, tokens)
        if len(name) < 3:
            return [name] if name else []
        if len(name) <= LONGEST and self._is_one(run, name):
            return [name]
        return [part for part in self._parts(name) if 0 < len(part) <= LONGEST]

    def _is_one(self, run: Run, name: Sequence[Token]) -> bool:
        """Whether a row of words behind a title is one name, in which no other begins."""
        if not self.titles.stands_before(self.text.content, run.block.start, name[0]):
            return False
        begun = any(token.traits.named or self.forms.ordinary[token.word] for token in name[2:])
        return len(name) == 3 or not begun

    def _may_be_one(self, run: Run, tokens: tuple[Token, ...]) -> bool:
        """Whether a word by itself may be a name."""
        token = tokens[0]
        if self._is_empty(token) or self._is_plain(run, token):
            return False
        return not self.titles.is_last[token.word] or not self._is_title(run.block, tokens, 0)

    def _is_whole(self, word: str) -> bool:
        traits, words = traits_of(self.words)[word], self.words
        cut = traits.plain or traits.adjective or traits.head or traits.initials or self.capitals.common[word]
        told = word in self.employments or word in self.initials or word.endswith(words.adverb_endings)
        told = told or word in words.estates or word in words.of_persons or word in words.substitutes
        return not (cut or told or self.titles.is_last[word])

    def _trimmed(self, run: Run, row: tuple[Token, ...]) -> tuple[Token, ...]:
        common = self.capitals.common
        if self._is_called_names(run, row):
            row = row[1:]
        if not [token for token in row if not self.whole[token.word]]:
            return tuple(self._after_complement(run, [*row]))
        if not [token for token in row if not common[token.word] or token.traits.initials]:
            return ()
        tokens = self._without_front(run, self._behind_title(run, self._before_office(run.block, row)))
        if len(tokens) < 2:
            return () if not tokens or self._is_empty(tokens[0]) else (tokens[0],)
        if tokens[-1].word in self.words.estates or tokens[-1].word in self.words.of_persons:
            tokens.pop()
        tokens = self._after_complement(run, tokens)
        while tokens and self._is_empty(tokens[-1]) and not self._is_syllable(tokens):
            tokens.pop()
        numbered = len(tokens) > 1 and tokens[0].traits.enumerator and tokens[0].start == run.block.start
        numbered = numbered and run.block.element not in SIGNED and self._is_counted(run, tokens[0].word)
        if numbered and not self._is_label(run.block, tokens):
            tokens.pop(0)
        return tuple(tokens)

    @cached_property
    def _counted(self) -> frozenset[str]:
        """The letters with which paragraphs begin that have full stops behind them."""
        return frozenset(match[1] for block in self.text.blocks if (match := _letter(self.text, block)))

    def _is_counted(self, run: Run, letter: str) -> bool:
        """Whether a letter numbers a heading or a paragraph: "A." does, others if the one before does."""
        return run.block.element in HEADINGS or letter == "A." or chr(ord(letter[0]) - 1) in self._counted

    def _behind_title(self, run: Run, tokens: Sequence[Token]) -> list[Token]:
        """What stands behind the last title among some words."""
        is_last = self.titles.is_last
        for number in range(len(tokens) - 1, -1, -1):
            if is_last[tokens[number].word] and self._is_title(run.block, tokens, number):
                return [*tokens[number + 1 :]]
        return [*tokens]

    def _without_front(self, run: Run, tokens: list[Token]) -> list[Token]:
        """Some words without those at their beginning that begin no name."""
        while tokens and self._is_plain(run, tokens[0]):
            tokens.pop(0)
            if tokens and tokens[0].traits.enumerator:
                tokens.pop(0)  # "Part B. Orr"
        while len(tokens) > 1 and tokens[0].word in self.initials:
            tokens.pop(0)
        return tokens

    def _is_called_names(self, run: Run, row: Sequence[Token]) -> bool:
        """Whether an ordinary word opens a sentence before somebody's family name: "Poor Orr came"."""
        first = row[0].traits
        if len(row) != 2 or not (first.everyday and run.after_stop and row[0] is run.tokens[0]):
            return False
        return not first.given and (row[1].traits.common_family or row[1].traits.famous)

    def _before_office(self, block: Block, tokens: Sequence[Token]) -> Sequence[Token]:
        """A name without the office behind it: "Jo Orr Deputy Director of the Harbour Board"."""
        if not (tokens[0].traits.given or tokens[0].traits.family_first):
            return tokens
        count = len(tokens)
        while count > 2 and (
            self._is_office(block, tokens[count - 1])
            or (count < len(tokens) and tokens[count - 1].word in self.words.substitutes)
            or (count < len(tokens) and tokens[count - 1].traits.adjective)
        ):
            count -= 1
        return tokens[:count]

    def _is_empty(self, token: Token) -> bool:
        """Whether a word says nothing at the end of a name."""
        return self.capitals.common[token.word] and not token.traits.initials

    def _is_syllable(self, tokens: Sequence[Token]) -> bool:
        """Whether a small word is the last syllable of a name: "Trinh Minh The"."""
        last = tokens[-1]
        return (
            len(tokens) > 2 and tokens[0].traits.family_first and last.traits.function and last.word.istitle()
        )

    def _is_label(self, block: Block, tokens: list[Token]) -> bool:
        """Whether an initial and a family name at the start of a block say who speaks: "J. ORR. I agree."."""
        ends = self.text.content[tokens[-1].end : min(block.end, tokens[-1].end + 2)]
        plain = self.forms.ordinary[tokens[1].word] or tokens[1].traits.given
        return len(tokens) == 2 and not plain and ends in (". ", ": ", ".\n")

    def _is_office(self, block: Block, token: Token) -> bool:
        """Whether a word behind a name says what somebody or something is: "Jo Orr Spokesman"."""
        if token.word in self.words.surnames or token.word in self.words.also_names:
            return False
        head = token.traits.head or token.word in self.employments
        return head or self.titles.ends_at(self.text.content, block.start, token)

    def _after_complement(self, run: Run, tokens: list[Token]) -> list[Token]:
        """Of "Minister of Fisheries Tolland" the name, without what the office is one of."""
        if len(tokens) < 2:
            return tokens
        ordinary = self.forms.ordinary
        for at in range(1, len(tokens)):
            if tokens[at].traits.initials:
                if ordinary[tokens[at - 1].word]:
                    return tokens[at + self._is_lettered(tokens, at) :]
                break
        if not self.titles.awaits_complement(self.text.content, run.block.start, tokens[0].start):
            return tokens
        at = next((at for at, token in enumerate(tokens) if not ordinary[token.word]), len(tokens))
        if at == 0 and self.forms.of(tokens).points < ENOUGH:
            at = 1
        if 0 < at < len(tokens) and self._describes(tokens[at - 1]):
            at += 1
        return tokens[at:]

    def _describes(self, token: Token) -> bool:
        """Whether a word says of what kind the next one is, as in "Director of Pastoral Care"."""
        ending = token.word.endswith(self.words.describing_endings)
        return ending and token.word not in self.words.portfolios and not token.traits.everyday

    def _is_lettered(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a letter is that of the thing named before it: "Group C. Jo Orr came"."""
        whole = len(tokens) == at + 3 and not self.forms.ordinary[tokens[at + 1].word]
        return whole and tokens[at].traits.enumerator and tokens[at - 1].word in self.words.with_letters

    def _parts(self, tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
        """A row of words as the names it consists of: "Committee Ri Jeong-ok", two signatures in a row."""
        if len(tokens) < 3 or self.forms.of(tokens).points >= ENOUGH:
            return [tokens]
        for start in range(len(tokens) - 1):
            for end in range(len(tokens), start + 1, -1):
                if (start, end) != (0, len(tokens)) and self._is_likely(tokens[start:end]):
                    start -= start == 1 and end == len(tokens) and not self.forms.ordinary[tokens[0].word]
                    return [*self._parts(tokens[:start]), tokens[start:end], *self._parts(tokens[end:])]
        return [tokens]

    def _is_likely(self, tokens: tuple[Token, ...]) -> bool:
        """Whether some words are made like a person's name, or are one elsewhere in the text."""
        if folded(self.text.content[tokens[0].start : tokens[-1].end]) in self.accepted:
            return True
        return len(tokens) < 4 and self.forms.of(tokens).points >= ENOUGH

    def _is_title(self, block: Block, tokens: Sequence[Token], number: int) -> bool:
        """Whether the last word of titles is one here, and no initial or family name of the same form."""
        token, content = tokens[number], self.text.content
        if not self.titles.ends_at(content, block.start, token):
            return False
        before = tokens[number - 1] if number else None
        if before and token.traits.enumerator:
            return not before.traits.given and before.word[-1] != "." and self.forms.ordinary[before.word]
        if number + 1 < len(tokens) and before and before.traits.family_first:
            return False  # "Le Duc Bel"
        if number + 1 < len(tokens) or token.word.title() not in self.words.also_names:
            return True
        named = before is not None and (
            tokens[0].traits.family_first
            or before.traits.initials
            or before.traits.given
            or self.titles.stands_before(content, block.start, before)
        )
        return not named and not self.titles.stands_before(content, block.start, token)

    def _is_plain(self, run: Run, token: Token) -> bool:
        traits = token.traits
        if traits.given or (traits.family_first and len(run.tokens) > 1):
            return False
        opening = run.after_stop and token is run.tokens[0]
        return traits.adjective or traits.plain or (opening and self._opens(run, token))

    def _opens(self, run: Run, token: Token) -> bool:
        """Whether the first word of a sentence has its capital from there: "Simultaneously Orr wrote"."""
        alone = len(run.tokens) == 1 and self.text.content[token.end : token.end + 1] != ","
        adverb = not alone and token.word.endswith(self.words.adverb_endings)
        return adverb or self.capitals.common[token.word]


@cache
def _initials(words: Words) -> frozenset[str]:
    """Of bodies and states, without the full stops that a person's have."""
    return frozenset(filter(str.isalpha, words.abbreviated_organisations | words.abbreviated_places))


@cache
def _employments(words: Words) -> frozenset[str]:
    return frozenset(map(str.title, words.employment_words))
