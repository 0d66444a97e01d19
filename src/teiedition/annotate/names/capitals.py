"""Capitals in a text: runs of capitalised words, and the text's own habits with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from teiedition.annotate.names.spellings import second_spellings
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, INITIALS, UPPER, Words
from teiedition.annotate.text import Block, Text

HEADINGS = frozenset(["head", "titleStmt", "title", "docTitle", "titlePart", "label", "trailer"])
"""Blocks in which English writes most words with capitals."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*|[“\"‘(\[•*-]|\n) *[“\"‘(\[]*$")
_LOWER = re.compile(r"\b[a-zà-öø-ÿ][\w-]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with a small particle between them at most ("Charles de Gaulle")."""

    block: Block
    tokens: tuple[Token, ...]
    after_stop: bool
    """Whether it begins a sentence, so that its first capital says nothing."""


@dataclass(frozen=True)
class Capitals:
    """The capitals of one text."""

    text: Text
    words: Words

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of capitalised words, in the order of the text."""
        return tuple(run for block in self.text.blocks for run in self._of_block(block))

    @cached_property
    def second_spellings(self) -> dict[int, int]:
        """Where the first spelling of a name that has two ends, and where the second does."""
        return second_spellings(self.text)

    @cached_property
    def _common(self) -> dict[str, bool]:
        """What is known of words that were asked for before."""
        return {}

    @cached_property
    def _small(self) -> Counter[str]:
        return Counter(_LOWER.findall(self.text.content))

    @cached_property
    def _large(self) -> Counter[str]:
        """How often words have a capital without beginning a sentence."""
        inner = (token for run in self.runs for token in run.tokens[run.after_stop :])
        return Counter(token.word for token in inner)

    def is_common(self, word: str) -> bool:
        """Whether a capital letter says nothing about this word in this text."""
        common = self._common.get(word)
        if common is None:
            common = self._common[word] = self._is_common(word)
        return common

    def _is_common(self, word: str) -> bool:
        small = word.lower()
        if small in self.words.function or word in self.words.plain:
            return True
        return 0 < self._small[small] >= self._large[word]

    def starts_sentence(self, block: Block, offset: int) -> bool:
        """Whether a sentence, a quotation or a bracket begins here."""
        return bool(_SENTENCE_START.search(self.text.content, max(block.start, offset - 8), offset)) or (
            offset == block.start
        )

    def _of_block(self, block: Block) -> Iterator[Run]:
        content = self.text.content
        token, between = _patterns(self.words)
        row: list[Token] = []
        passed = block.start
        for match in token.finditer(content, block.start, block.end):
            if match.start() < passed:
                continue
            end = self.second_spellings.get(row[-1].end, 0) if row else 0
            if match.start() < end:
                passed = end
                continue
            joined = between.match(content, max(row[-1].end, end)) if row else None
            if row and (joined is None or joined.end() != match.start()):
                yield self._run(block, row)
                row = []
            named = row and row[-1].word in self.words.family_first and match[0].istitle()
            named = named or match[0] in self.words.abbreviated_places
            if match[0].lower() in self.words.function and not named:
                if row:
                    yield self._run(block, row)
                row = []
            else:
                row.append(Token(match.start(), match.end(), match[0]))
        if row:
            yield self._run(block, row)

    def _run(self, block: Block, row: list[Token]) -> Run:
        return Run(block, tuple(row), self.starts_sentence(block, row[0].start))


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A capitalised word; and what may stand between two in a row."""
    suffix = rf"(?!(?:{words.honorifics}) [{UPPER}])(?:{words.suffixes})(?!\w)"
    return (
        re.compile(rf"(?<![\w’'.-])(?:{suffix}|{INITIALS}|(?:(?:{words.prefixes})-)?{CAPITAL})"),
        re.compile(rf" (?:(?:{words.particles}) ){{0,2}}|, (?={suffix})"),
    )
