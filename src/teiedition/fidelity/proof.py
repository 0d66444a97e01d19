"""The account itself: matching source and TEI in passes, then asking what is left over on either side."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

from teiedition import tree
from teiedition.fidelity.counted import Counted, of_source
from teiedition.fidelity.encoded import Part, parts
from teiedition.fidelity.excuses import HYPHENS, Excuses
from teiedition.fidelity.matching import Matching
from teiedition.model import Source

BESIDE_TEXT = 20
"""Source characters in a row that must be absent from the running text before a header is asked for them."""
WHOLE_LINE = 3
"""Characters that a note or running head must have to be looked for as a whole line of the source."""
BETTER_PART = 0.6
"""How much of a header field must come from the source for the field to stand for source words."""
SIGNS = set("*#_<>`|\\^~>=-–—")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are on one side only. `line` counts in `file`: the source, or the TEI document."""

    file: Path
    line: int
    words: str
    """As they stand there, whole words, shortened in the middle."""
    characters: int


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a source. `share` is 1.0 only if no character is missing."""

    share: float
    missing: tuple[Piece, ...]
    """Words of the source that the TEI has not."""
    extra: tuple[Piece, ...]
    """Words of the TEI's text that the source has not."""
    moved: tuple[Piece, ...]
    """Words of the source that stand in another order in the TEI's running text."""
    joined: tuple[Piece, ...]
    """Words of the source between which the TEI has no white space."""

    @property
    def complete(self) -> bool:
        """Whether nothing was lost, nothing invented, and no words run together."""
        return not self.missing and not self.extra and not self.joined


def account(source: Source, teis: Sequence[tree.TeiFile | str]) -> Account:
    """Account for each character of `source` in the TEI documents encoded from it, all of them together.

    Documents may be given as text; such a one is called by its number in `Piece.file`. Rules: §2 of the
    encoding guidelines. Raises InputError for text that is not XML.
    """
    files = [tei if isinstance(tei, tree.TeiFile) else _parsed(tei, n) for n, tei in enumerate(teis, 1)]
    counted = of_source(source)
    found = _in_order_of(counted, parts(files))
    proof = _Proof(source, files, counted, found)
    return proof.account()


def _parsed(text: str, number: int) -> tree.TeiFile:
    path = Path(f"document {number}")
    return tree.TeiFile(path, tree.parse(text.encode(), path))


def _in_order_of(source: Counted, found: list[Part]) -> list[Part]:
    """Running texts in the order in which the source has them, then the rest."""
    grams: dict[str, int] = {}
    for at in source.starts:
        gram = source.core[at : at + 24]
        grams[gram] = -1 if gram in grams else at

    def position(part: Part) -> tuple[bool, int]:
        if part.kind != "flow":
            return True, 0
        starts, core = part.counted.starts, part.counted.core
        hits = sorted(
            hit for at in starts[:: len(starts) // 200 + 1] if (hit := grams.get(core[at : at + 24], -1)) >= 0
        )
        return False, hits[len(hits) // 2] if hits else len(source.core)

    return sorted(found, key=position)


class _Proof:
    def __init__(
        self, source: Source, files: Sequence[tree.TeiFile], counted: Counted, found: list[Part]
    ) -> None:
        self.source, self.files, self.counted, self.parts = source, files, counted, found
        at, starts = 0, list[int]()
        for part in found:
            part.start = at
            starts += [at + start for start in part.counted.starts]
            at = part.end + 1
        text = "\0".join(part.counted.core for part in found)
        self.matching = Matching(counted.core, counted.starts, text, starts)
        for part in found[:-1]:
            self.matching.used_b[part.end] = 1
        self.excuses = Excuses(self.matching, counted, found)

    def account(self) -> Account:
        matching = self.matching
        end = max((part.end for part in self.parts if part.kind == "flow"), default=0)
        self.whole_lines()
        matching.in_order(end, set(self.counted.lines))
        ordered = set(matching.runs)
        self.beside_text = [span for span in matching.free_a() if span[1] - span[0] >= BESIDE_TEXT]
        for size in (32, 16, 8):
            matching.anywhere(size, self.allowed)
        self.short_fields()
        self.short_moves(end)
        moved = [run for run in matching.runs if run not in ordered and self.kind(run[1]) == "flow"]
        for _ in range(2):
            matching.beside(end)
        self.revoke_headers()
        missing = list(self.missing())
        lost = sum(piece.characters for piece in missing)
        total = len(matching.a) + len(re.findall(r"[\[\]]", self.counted.text))
        return Account(
            1 - lost / total if total else 1.0,
            tuple(missing),
            tuple(self.extra()),
            tuple(self.source_piece(i, i + n) for i, _, n in moved),
            tuple(self.joined()),
        )

    def whole_lines(self) -> None:
        """Match notes and running heads that are whole lines of the source, as often in both.

        So early, lest words of the text are taken for words of a note that stands in between.
        """
        counted = self.counted
        alike: dict[str, list[Part]] = {}
        for part in self.parts:
            if part.kind in ("note", "fw") and len(part.counted.core) >= WHOLE_LINE:
                alike.setdefault(part.counted.core, []).append(part)
        begins = {core[:WHOLE_LINE] for core in alike}
        places: dict[str, list[int]] = {}
        for at in counted.starts:
            if (gram := counted.core[at : at + WHOLE_LINE]) in begins:
                places.setdefault(gram, []).append(at)
        lines = {*counted.lines, len(counted.core)}
        for core, group in alike.items():
            equal = [at for at in places.get(core[:WHOLE_LINE], ()) if counted.core.startswith(core, at)]
            found = [at for at in equal if at + len(core) in lines and self.number(at) is not None]
            if len(found) == len(group):
                self.pair(found, group)

    def pair(self, places: list[int], group: list[Part]) -> None:
        """Match equal notes or heads with as many places in the source, by their number, then in order."""
        by_number: dict[str | None, list[Part]] = {}
        for part in reversed(group):
            by_number.setdefault(part.n, []).append(part)
        unpaired = []
        for at in places:
            parts = by_number.get(self.number(at))
            if parts:
                self.matching.take(at, parts.pop().start, len(group[0].counted.core))
            else:
                unpaired.append(at)
        left = sorted((part.start for parts in by_number.values() for part in parts), reverse=True)
        for at in unpaired:
            self.matching.take(at, left.pop(), len(group[0].counted.core))

    def number(self, at: int) -> str | None:
        """The number or sign that alone precedes a source character in its line, "" for none, else None."""
        lines = self.counted.lines
        before = self.counted.core[lines[bisect_right(lines, at) - 1] : at].strip("().")
        return before if len(before) < 4 and not any(map(str.isalpha, before)) else None

    def kind(self, at: int) -> str:
        return self.excuses.part(at).kind

    def allowed(self, i: int, j: int, n: int) -> int:
        """How fit it is that `n` source characters stand at `j`: 0 is not at all."""
        part = self.excuses.part(j)
        if part.kind == "header":
            return 1 if self.region(i) is not None else 0
        if part.kind == "flow":
            return 2
        if part.n and part.n == self.number(i):
            return 5
        return 4 if n == len(part.counted.core) else 3

    def short_fields(self) -> None:
        """Match short lines of the source with notes, heads and fields that are just as short."""
        matching, free = self.matching, dict[str, list[int]]()
        for start, end in matching.free_b():
            if end - start < 8 and self.kind(start) != "flow":
                free.setdefault(matching.b[start:end], []).append(start)
        ends = {*self.counted.lines, len(matching.a)}
        for start, end in [line for stretch in matching.free_a() for line in self.lines(*stretch)]:
            places = free.get(matching.a[start:end], []) if start in ends and end in ends else []
            place = next((j for j in places if self.allowed(start, j, end - start)), None)
            if place is not None:
                matching.take(start, place, end - start)
                places.remove(place)

    def short_moves(self, end: int) -> None:
        """Match what is left of a line of the source with the same words, left over elsewhere in the text."""
        matching, free = self.matching, dict[str, list[int]]()
        for start, stop in matching.free_b(0, end):
            free.setdefault(matching.b[start:stop], []).append(start)
        for start, stop in [line for stretch in matching.free_a() for line in self.lines(*stretch)]:
            places = free.get(matching.a[start:stop], [])
            words = any(map(str.isalpha, matching.a[start:stop]))
            if places and words and WHOLE_LINE <= stop - start < BESIDE_TEXT:
                matching.take(start, places.pop(0), stop - start)

    def lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """A stretch of the source's characters, cut where lines end."""
        begins = self.counted.lines
        return list(pairwise([start, *begins[bisect_right(begins, start) : bisect_left(begins, end)], end]))

    def region(self, at: int) -> int | None:
        """Which of the stretches that are absent from the running text a source character is in."""
        number = bisect_right(self.beside_text, (at, len(self.matching.a))) - 1
        return number if number >= 0 and at < self.beside_text[number][1] else None

    def revoke_headers(self) -> None:
        """A header field stands for source words of one place only, and if they are the better part of it."""
        runs = sorted(self.matching.runs, key=itemgetter(1))
        places = [run[1] for run in runs]
        for part in self.parts:
            if part.kind == "header":
                inside = runs[bisect_left(places, part.start) : bisect_left(places, part.end)]
                weights = Counter[int | None]()
                for i, _, n in inside:
                    weights[self.region(i)] += n
                region, weight = max(weights.items(), key=itemgetter(1), default=(None, 0))
                for run in inside:
                    if weight < BETTER_PART * len(part.counted.core) or self.region(run[0]) != region:
                        self.matching.revoke(run)

    def missing(self) -> Iterator[Piece]:
        """Each stretch of the source that is not accounted for."""
        for start, end in self.matching.free_a():
            words = list(self.chunks(start, end))
            left = [word for word in words if not self.excuses.excused(*word)]
            if left:
                yield self.source_piece(left[0][0], left[-1][1], sum(b - a for a, b in left))
        for at in self.excuses.lost_brackets():
            yield self.source_piece(at, at + 1, 1)

    def chunks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        starts = self.counted.starts
        inside = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        yield from pairwise([start, *inside, end])

    def extra(self) -> Iterator[Piece]:
        """Each stretch of the TEI's text that the source has not and nobody signs for."""
        for start, end in self.matching.free_b():
            part = self.excuses.part(start)
            if part.kind == "address" or (part.kind == "header" and not self.is_verbatim(part)):
                continue
            line, attributed = part.origin(start - part.start)
            if attributed or set(self.matching.b[start:end]) <= SIGNS:
                continue
            words = part.counted.words(start - part.start, end - part.start)
            yield Piece(self.files[part.file].path, line, _short(words), end - start)

    def joined(self) -> Iterator[Piece]:
        """Places where white space parts two words of the source, and nothing parts them in the TEI."""
        counted, matching = self.counted, self.matching
        for i, j, n in matching.runs:
            theirs = matching.starts_b[
                bisect_right(matching.starts_b, j) : bisect_left(matching.starts_b, j + n)
            ]
            parted = {at - j + i for at in theirs}
            first, last = bisect_right(counted.starts, i), bisect_left(counted.starts, i + n)
            for word in range(first, last):
                at, place = counted.starts[word], counted.places[word]
                if at not in parted and counted.text[place - 1].isspace() and self.parts_words(at):
                    yield self.source_piece(at - 1, at + 1, 0)

    def parts_words(self, at: int) -> bool:
        """Whether white space before a source character parts words: not after a hyphen, nor in Chinese."""
        before, after = self.counted.core[at - 1], self.counted.core[at]
        wide = unicodedata.east_asian_width(before) in "WF" and unicodedata.east_asian_width(after) in "WF"
        return before not in HYPHENS and not wide

    def is_verbatim(self, part: Part) -> bool:
        """Whether a header field is there for the source's words, and is them for the better part."""
        return part.verbatim and self.matching.used_b[part.start : part.end].count(1) >= BETTER_PART * len(
            part.counted.core
        )

    def source_piece(self, start: int, end: int, characters: int | None = None) -> Piece:
        words = _short(self.counted.words(start, end))
        return Piece(
            self.source.path,
            self.counted.line(start),
            words,
            end - start if characters is None else characters,
        )


def _short(words: str) -> str:
    """Long words shortened in the middle."""
    return (
        words if len(words) <= 160 else f"{words[:100].rsplit(' ', 1)[0]} … {words[-50:].split(' ', 1)[-1]}"
    )
