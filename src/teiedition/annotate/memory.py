"""What the program remembers of its own marks, so that no editor's decision is ever undone.

The last thing in an annotated file is a processing instruction with a fingerprint of every mark that
the program made there: its element, the words marked up with what stands before and behind them, and
the tag itself. A later run compares:

- A mark that has its fingerprint is still the program's own. It is taken out and decided anew.
- Any other mark is an editor's, whatever its `@resp` says, and stays as it is.
- A fingerprint without a mark is a decision too: an editor took the mark away, moved it or changed it.
  It is kept as a refusal, and the program does not mark up those words again as the same thing.

Words and their surroundings are compared without white space, and one of the two sides is enough, so
that a correction nearby does not make the program forget.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from teiedition.annotate import frame
from teiedition.annotate.elements import RESP
from teiedition.annotate.markup import Edit, Element, apply
from teiedition.annotate.scan import Scan

TARGET = "teiedition-marks"
AROUND = 24
"""How many characters on either side belong to a fingerprint."""

_INSTRUCTION = re.compile(rf"<\?{TARGET}\s(.*?)\?>", re.DOTALL)
_WORD = re.compile(r"[^\W\d]+|\d+|[^\w\s]")
_TOKEN = re.compile(r"(-?)(\d+)\.([\w-]{6})([\w-]{6})([\w-]{4})")


class Trace(NamedTuple):
    """The fingerprint of a mark. `element` is its name, or `sp@who` for an attribute given to an element.

    `length` counts the characters marked up, white space left out; `left` and `right` are digests of
    the words with what is before and behind them, `state` of the tag.
    """

    element: str
    length: int
    left: str
    right: str
    state: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An editor does not want these words marked up as that element."""

    start: int
    end: int
    element: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What a file remembers: the marks made by the last run, and what editors have refused so far."""

    made: tuple[Trace, ...] = ()
    refused: tuple[Trace, ...] = ()


class Fingerprints:
    """Makes and finds fingerprints in one document's text."""

    def __init__(self, content: str) -> None:
        self.content = content

    def trace(self, start: int, end: int, element: str, tag: str) -> Trace:
        """The fingerprint of a mark with that tag around `start:end`."""
        words = _letters(self.content[start:end])
        sides = _sides(element, self._before(start), words, self._behind(end))
        return Trace(element, len(words), *sides, _state(tag))

    def places(
        self, traces: Iterable[Trace], standing: Container[tuple[int, int, str]] = ()
    ) -> Iterator[Refusal]:
        """Where in the text the words of these fingerprints stand now; not where such a mark still stood."""
        traces = list(dict.fromkeys(traces))
        here: dict[Trace, list[int]] = defaultdict(list)
        near: dict[Trace, list[int]] = defaultdict(list)
        for at, trace, both in self._alike(traces):
            (here if both else near)[trace].append(at)
        for trace in traces:
            for at in here.get(trace) or near.get(trace) or ():
                start, end = self._offset(at), self._offset(at + trace.length - 1) + 1
                if (start, end, trace.element) not in standing:
                    yield Refusal(start, end, trace.element)

    def _alike(self, traces: Iterable[Trace]) -> Iterator[tuple[int, Trace, bool]]:
        """Where whole words begin that share a side with a fingerprint; and whether they share both.

        Words are tried as some fingerprint's only if they are as long, so that few have to be digested.
        """
        sought: dict[tuple[str, int, str], list[Trace]] = defaultdict(list)
        elements: dict[int, dict[str, None]] = defaultdict(dict)
        for trace in traces:
            if trace.length:
                elements[trace.length][trace.element] = None
                for side in (trace.left, trace.right):
                    sought[trace.element, trace.length, side].append(trace)
        edges = self._edges if elements else {}
        stretches = ((at, length) for at in edges for length in elements if at + length in edges)
        for at, length in stretches:
            for element in elements[length]:
                sides = self._sides_at(element, at, at + length)
                found = [trace for side in sides for trace in sought.get((element, length, side), ())]
                for trace in dict.fromkeys(found):
                    yield at, trace, (trace.left, trace.right) == sides

    @cached_property
    def _words(self) -> list[str]:
        return re.split(r"\s", self.content)

    @cached_property
    def _text(self) -> str:
        """The text without white space."""
        return "".join(self._words)

    @cached_property
    def _letters_before(self) -> list[int]:
        """For each white space in the text, how many other characters stand before it."""
        return list(accumulate(map(len, self._words[:-1])))

    @cached_property
    def _edges(self) -> Mapping[int, None]:
        """Where in the text without white space words and signs begin and end, in order; letters and figures
        make words of their own."""
        words = map(len, _WORD.findall(self.content))
        return dict.fromkeys(accumulate(words, initial=0))

    def _offset(self, at: int) -> int:
        """Where in the text a character stands of the text without white space."""
        return at + bisect_right(self._letters_before, at)

    def _sides_at(self, element: str, at: int, to: int) -> tuple[str, str]:
        text = self._text
        return _sides(element, text[max(0, at - AROUND) : at], text[at:to], text[to : to + AROUND])

    def _before(self, start: int) -> str:
        """The last characters before an offset, white space left out."""
        letters = _letters(self.content[max(0, start - 2 * AROUND) : start])
        if len(letters) < AROUND:
            letters = _letters(self.content[:start])
        return letters[-AROUND:]

    def _behind(self, end: int) -> str:
        """The next characters from an offset on, white space left out."""
        letters = _letters(self.content[end : end + 2 * AROUND])
        if len(letters) < AROUND:
            letters = _letters(self.content[end:])
        return letters[:AROUND]


def _letters(text: str) -> str:
    return "".join(text.split())


def _sides(element: str, before: str, words: str, behind: str) -> tuple[str, str]:
    """The digests of the words with what is before them, and with what is behind."""
    both = _hash(f"{element}\0{before}\0<{words}") + _hash(f"{element}\0{words}>\0{behind}")
    letters = urlsafe_b64encode(both).decode()  # twelve for each
    return letters[:6], letters[12:18]


@lru_cache(maxsize=1 << 12)
def _state(tag: str) -> str:
    """The digest of a tag; most tags stand in a document many times."""
    return digest(tag, 4)


def digest(text: str, length: int) -> str:
    """A short name for a text, of letters, digits, `-` and `_`."""
    return urlsafe_b64encode(_hash(text)).decode()[:length]


def _hash(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=9).digest()


def recall(xml: str) -> Memory:
    """What the file remembers; nothing where the program has not been at work before."""
    match = _instruction(xml)
    made: list[Trace] = []
    refused: list[Trace] = []
    for line in match[1].splitlines() if match else ():
        element, _, traces = line.partition(": ")
        for minus, length, *rest in _TOKEN.findall(traces):
            (refused if minus else made).append(Trace(element.strip(), int(length), *rest))
    return Memory(tuple(made), tuple(refused))


def instruction(memory: Memory) -> str:
    """The processing instruction that holds a memory; nothing where there is nothing to remember."""
    lines: dict[str, list[str]] = defaultdict(list)
    for sign, traces in (("", memory.made), ("-", memory.refused)):
        for trace in traces:
            lines[trace.element].append(f"{sign}{trace.length}.{trace.left}{trace.right}{trace.state}")
    text = "\n".join(f"{element}: {' '.join(traces)}" for element, traces in sorted(lines.items()))
    return f"<?{TARGET}\n{text}\n?>" if text else ""


CITED = frozenset(["idno", "biblScope"])
"""Parts of citations that stand nowhere else."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A document without the program's own marks.

    `standing` are those marks: start, end, element. `refused` is what editors have refused so far.
    """

    xml: str
    standing: frozenset[tuple[int, int, str]] = frozenset()
    refused: tuple[Trace, ...] = ()


def undo(scan: Scan) -> Undone:
    """Take out of a document what is still the program's own, and learn from what no longer is."""
    memory = recall(scan.xml)
    prints = Fingerprints(scan.text.content)
    left = _Remaining(memory.made)
    own = tuple(_own_marks(scan, prints, left))
    edits = [edit for _, _, edit in own]
    edits += frame.undo(scan, list(_own_questions(scan, left)))
    if (match := _instruction(scan.xml)) is not None:
        edits.append(Edit(match.start(), match.end(), ""))
    standing = frozenset((element.start, element.end, name) for element, name, _ in own)
    return Undone(apply(scan.xml, edits), standing, memory.refused + left.traces())


def _own_marks(scan: Scan, prints: Fingerprints, left: _Remaining) -> Iterator[tuple[Element, str, Edit]]:
    given = {trace.element for trace in left.made if "@" in trace.element}
    likely = list(_likely_marks(scan, prints, given))
    taken = left.taken([trace for _, trace, _ in likely])
    for (element, trace, edits), own in zip(likely, taken, strict=True):
        if own and not ("@" not in trace.element and _is_accepted_with(element)):
            yield from ((element, trace.element, edit) for edit in edits)


def _likely_marks(
    scan: Scan, prints: Fingerprints, given: Container[str]
) -> Iterator[tuple[Element, Trace, tuple[Edit, ...]]]:
    """The marks that may be the program's own, and the attributes `given` by it, each with the edits that
    take it out."""
    for element in scan.elements:
        if element.start < 0:
            continue
        if RESP in element.raw:
            tag = scan.xml[element.open_start : element.open_end]
            opening = Edit(element.open_start, element.open_end, "")
            closing = Edit(element.close_start, element.close_end, "")
            yield element, prints.trace(element.start, element.end, element.name, tag), (opening, closing)
        for match in re.finditer(r"""\s([\w:]+)="[^"]*\"""", element.raw) if given else ():
            code = f"{element.name}@{match[1]}"
            if code in given:
                at = element.open_start + 1 + len(scan.prefix + element.name)
                edit = Edit(at + match.start(), at + match.end(), "")
                yield element, prints.trace(element.start, element.end, code, match[0]), (edit,)


def _is_accepted_with(element: Element) -> bool:
    """Whether it is part of a citation that an editor has made her own, and so no longer the program's: no
    finder marks up these parts but in a citation of its own."""
    parent = element.parent
    return element.name in CITED and parent is not None and parent.name == "bibl" and RESP not in parent.raw


def _own_questions(scan: Scan, left: _Remaining) -> Iterator[Element]:
    for element in scan.elements:
        if element.name == "certainty" and RESP in element.raw:
            values = element.attributes
            tag = scan.xml[element.open_start : element.open_end]
            question = frame.Question(values.get("target", "")[1:], values.get("assertedValue", ""), tag)
            if left.take(question_trace(question)):
                yield element


def question_trace(question: frame.Question) -> Trace:
    """The fingerprint of an open question."""
    about = digest(f"{question.target}\0{question.ref}", 6)
    return Trace("certainty", 0, about, about, digest(question.tag, 4))


class _Remaining:
    """Traces that have not been met in the document yet."""

    def __init__(self, made: tuple[Trace, ...]) -> None:
        self.made = made
        self.count = Counter(made)
        self.by_side: dict[tuple[str, ...], list[Trace]] = defaultdict(list)
        for trace in made:
            self.by_side[trace.element, trace.state, "left", trace.left].append(trace)
            self.by_side[trace.element, trace.state, "right", trace.right].append(trace)

    def take(self, met: Trace) -> bool:
        """Whether this mark is one of them; if so, it is one fewer."""
        return self._take_one([met]) or self._take_one(self._like(met))

    def taken(self, met: Sequence[Trace]) -> list[bool]:
        """Which of these marks are among them. Those that are the same in all go before those that share a
        side: of two places with the same words, an editor's mark is not taken for the one beside it."""
        same = [self._take_one([trace]) for trace in met]
        return [one or self._take_one(self._like(trace)) for one, trace in zip(same, met, strict=True)]

    def _like(self, met: Trace) -> Iterator[Trace]:
        yield from self.by_side.get((met.element, met.state, "left", met.left), ())
        yield from self.by_side.get((met.element, met.state, "right", met.right), ())

    def _take_one(self, traces: Iterable[Trace]) -> bool:
        for trace in traces:
            if self.count[trace] > 0:
                self.count[trace] -= 1
                return True
        return False

    def traces(self) -> tuple[Trace, ...]:
        return tuple(self.count.elements())


def _instruction(xml: str) -> re.Match[str] | None:
    at = xml.rfind(f"<?{TARGET}")
    return _INSTRUCTION.search(xml, at) if at >= 0 else None
