"""Capitals in a text: runs of capitalised words, and the text's own habits with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from teiedition.annotate.names.answers import Answers
from teiedition.annotate.names.spellings import second_spellings
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import CAPITAL, INITIALS, UPPER, Words
from teiedition.annotate.text import Block, Text

HEADINGS = frozenset(["head", "titleStmt", "title", "docTitle", "titlePart", "label", "trailer"])
"""Blocks in which English writes most words with capitals."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*|[“\"‘(\[•*-]|\n|\n\(?[\da-zA-Z]{1,3}\)) *[“\"‘(\[]*$")
_SAINT = rf"(?:S[Tt]\.? (?=[{UPPER}]\w))?"
_LOWER = re.compile(r"(?<![\w-])[a-zà-öø-ÿ][\w-]+")


MANY_THINGS, THINGS = 12, 0.08
"""How many words for food and plants make a text one about them, and what share of its words."""
NOWHERE = Block(0, 0, "", {}, ())


@dataclass(slots=True, eq=False)
class Run:
    """Capitalised words in a row, with a small particle between them at most ("Charles de Gaulle")."""

    block: Block
    tokens: tuple[Token, ...]
    after_stop: bool
    """Whether it begins a sentence, so that its first capital says nothing."""
    start: int
    end: int


@dataclass(frozen=True)
class Capitals:
    """The capitals of one text."""

    text: Text
    words: Words

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of capitalised words, in the order of the text."""
        return tuple(self._found())

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, Token]]]:
        found: dict[str, list[tuple[int, Token]]] = {}
        for number, run in enumerate(self.runs):
            for token in run.tokens:
                found.setdefault(token.word, []).append((number, token))
        return found

    def places(self, asked: Callable[[Token], bool]) -> list[tuple[int, Token]]:
        """Where the words stand of which something is so, in the order of the text: the number of the run and
        the token. Each word is asked about once, so what stands around it must not matter."""
        found = [seen for seen in self._by_word.values() if asked(seen[0][1])]
        return sorted([place for seen in found for place in seen], key=_start)

    @cached_property
    def second_spellings(self) -> dict[int, int]:
        """Where the first spelling of a name that has two ends, and where the second does."""
        return second_spellings(self.text)

    @cached_property
    def common(self) -> dict[str, bool]:
        """Whether a capital letter says nothing about a word in this text, by the word."""
        return Answers(self._is_common)

    @cached_property
    def calls_things(self) -> bool:
        """Whether the text is about things that are called after persons and places: food, plants."""
        used = self._small.keys() | {word.lower() for word in self._large}
        things = sum([self.is_called_after(word) for word in used])
        return things >= MANY_THINGS and things >= THINGS * len(used)

    def is_called_after(self, word: str) -> bool:
        """Whether a word in small letters is one for such things."""
        called = self.words.called_after
        return word in called or word.removesuffix("s") in called

    @cached_property
    def _small(self) -> Counter[str]:
        return Counter(_LOWER.findall(self.text.content))

    @cached_property
    def _large(self) -> Counter[str]:
        """How often words have a capital without beginning a sentence."""
        return Counter([token.word for run in self.runs for token in run.tokens[run.after_stop :]])

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often words with a capital stand behind what no name stands behind: "a Vault", "every Node"."""
        content, ends = self.text.content, self.words.counting
        rows = [run for run in self.runs if not run.after_stop and content[run.start - 2 : run.start] in ends]
        before = [content[max(0, run.start - 9) : run.start].split(" ")[-2:-1] for run in rows]
        return Counter(
            [
                run.tokens[0].word
                for run, said in zip(rows, before, strict=True)
                if len(run.tokens) == 1 and said and said[0] in self.words.counters
            ]
        )

    def _is_common(self, word: str) -> bool:
        traits, large = traits_of(self.words)[word], self._large.get(word, 0)
        if traits.function or traits.plain or 0 < self._small.get(traits.small, 0) >= large:
            return True
        return bool(self._counted) and 3 * self._is_counted(word) > large and not traits.named

    def _is_counted(self, word: str) -> int:
        """How often a word stands so, in the singular or plural."""
        one = word.removesuffix("s")
        return self._counted.get(one, 0) + (self._counted.get(word, 0) if one != word else 0)

    def starts_sentence(self, block: Block, offset: int) -> bool:
        """Whether a sentence, a quotation or a bracket begins here."""
        content = self.text.content
        if offset == block.start:
            return True
        if offset - block.start > 1 and content[offset - 1] == " " and content[offset - 2].isalnum():
            return False
        return bool(_SENTENCE_START.search(content, max(block.start, offset - 8), offset))

    def _found(self) -> Iterator[Run]:
        content, second, known = self.text.content, self.second_spellings, traits_of(self.words)
        token, between = _patterns(self.words)
        blocks, row = iter(self.text.blocks), list[Token]()
        passed = last = 0
        block = next(blocks, NOWHERE)
        for match in token.finditer(content):
            start, end = match.span()
            if start < passed or (second and row and (passed := second.get(last, 0)) > start):
                continue
            straight = start == last + 1 and content[last] == " "
            if row and not straight and not _joined(content, max(last, passed), start, between):
                yield self._run(block, row)
                row = []
            while start >= block.end:
                block = next(blocks)
            word = match[0]
            traits = known[word]
            if not traits.function or self._is_name(word, row):
                row.append(Token(start, end, word, traits))
                last = end
            elif row:
                yield self._run(block, row)
                row = []
        if row:
            yield self._run(block, row)

    def _is_name(self, word: str, row: list[Token]) -> bool:
        """Whether a word that is none elsewhere is one here: "Ri So", "Au"."""
        named = bool(row) and word.istitle() and (row[-1].traits.family_first or self._goes_on(row))
        return named or word in self.words.abbreviated_places or word in self.words.abbreviated_organisations

    def _goes_on(self, row: list[Token]) -> bool:
        """Whether a name of syllables goes on: "Trinh Minh The"."""
        first = row[-2].traits if len(row) > 1 else None
        return first is not None and first.family_first and not first.given and len(row[-1].word) < 6

    def _run(self, block: Block, row: list[Token]) -> Run:
        start = row[0].start
        return Run(block, tuple(row), self.starts_sentence(block, start), start, row[-1].end)


def _start(place: tuple[int, Token]) -> int:
    return place[1].start


def _joined(content: str, end: int, start: int, between: re.Pattern[str]) -> bool:
    """Whether what stands between two capitalised words may stand within a name."""
    joined = between.match(content, end)
    return joined is not None and joined.end() == start


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A capitalised word; and what may stand between two in a row."""
    first = f"{UPPER}{''.join(sorted(prefix[0] for prefix in words.prefix_words))}"
    suffix = rf"(?:{words.suffixes})(?!\w)"
    suffix = rf"(?={suffix})(?!(?:{words.honorifics}) [{UPPER}]){suffix}"
    return (
        re.compile(
            rf"(?=[{first}])(?<![\w.+-])(?<!\w[’'])(?:(?=[{UPPER}])(?:{suffix}|{INITIALS}|{_SAINT}{CAPITAL})"
            rf"|(?:{words.prefixes})-{_SAINT}{CAPITAL})"
        ),
        re.compile(rf" (?:(?:{words.particles}) ){{0,2}}|, (?={suffix})"),
    )
