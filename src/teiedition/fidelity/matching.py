"""Matching two texts character by character: each character of either is used once at most.

Three passes, each linear but for small rests:
1. `in_order`: words that both have once anchor stretches, ever shorter ones in what lies between them
   (patience diff over word beginnings), the rest word by word. For running text.
2. `anywhere`: what is left, longest first, wherever it stands in what is left of the other text.
3. `beside`: small rests next to what was matched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from teiedition.fidelity.stretches import Run, best_shift, common_prefix, common_suffix, heaviest_chain, move

SMALL = 60_000  # words × words that are compared by difflib
_TAKEN = "\2"  # stands for a character that is matched already
_FREE = re.compile(b"\0+")


class Matching:
    """Two texts and what of them is matched so far. `starts_*` are the word beginnings, sorted."""

    def __init__(self, a: str, starts_a: Sequence[int], b: str, starts_b: Sequence[int]) -> None:
        self.a, self.starts_a, self.b, self.starts_b = a, starts_a, b, starts_b
        self.used_a, self.used_b = bytearray(len(a)), bytearray(len(b))
        self.runs: list[Run] = []

    def take(self, i: int, j: int, n: int) -> None:
        """Match `a[i:i+n]` with `b[j:j+n]`, which are equal and free."""
        if n > 0:
            self.used_a[i : i + n] = self.used_b[j : j + n] = b"\1" * n
            insort(self.runs, (i, j, n))

    def revoke(self, run: Run) -> None:
        """Undo a run."""
        i, j, n = run
        self.used_a[i : i + n] = self.used_b[j : j + n] = bytes(n)
        self.runs.remove(run)

    def free_a(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """The stretches of `a` that are not matched."""
        yield from (match.span() for match in _FREE.finditer(self.used_a, start, _end(end, self.a)))

    def free_b(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """The stretches of `b` that are not matched."""
        yield from (match.span() for match in _FREE.finditer(self.used_b, start, _end(end, self.b)))

    def partner(self, i: int) -> int | None:
        """Where `a[i]` is in `b`."""
        at = bisect_right(self.runs, (i, len(self.b), 0)) - 1
        if at < 0 or i >= self.runs[at][0] + self.runs[at][2] or i < 0:
            return None
        return self.runs[at][1] + i - self.runs[at][0]

    def in_order(self, end_b: int, lines: set[int]) -> None:
        """Match `a` with `b[:end_b]` so that what is matched has the same order in both.

        What was matched before is passed over. `lines` are the places in `a` where lines begin.
        """
        whole = self.a
        self.a = "".join(
            _TAKEN * (end - start) if used[0] else whole[start:end]
            for used, start, end in ((m[0], *m.span()) for m in re.finditer(b"\0+|\1+", self.used_a))
        )
        before, self.runs = self.runs, []
        self._in_order(end_b)
        self._settle(lines)
        self.a, self.runs = whole, sorted(before + self.runs)

    def _in_order(self, end_b: int) -> None:
        gaps = [(0, len(self.a), 0, end_b, 0)]
        while gaps:
            i0, i1, j0, j1, level = gaps.pop()
            i0, i1, j0, j1 = self._ends(i0, i1, j0, j1)
            if i0 >= i1 or j0 >= j1:
                continue
            if level == len(_GRAMS):
                self._whole(i0, i1, j0, j1)
                continue
            chain = heaviest_chain(self._unique(i0, i1, j0, j1, _GRAMS[level]))
            for i, j, n in chain:
                gaps.append((i0, i, j0, j, level + 1))
                self.take(i, j, n)
                i0, j0 = i + n, j + n
            gaps.append((i0, i1, j0, j1, level + 1))

    def _ends(self, i0: int, i1: int, j0: int, j1: int) -> tuple[int, int, int, int]:
        """Match the words that two stretches begin and end with; what lies between."""
        n = common_prefix(self.a, i0, self.b, j0, min(i1 - i0, j1 - j0))
        if n in (i1 - i0, j1 - j0) or n >= 8 or self._parted(i0 + n, j0 + n):
            self.take(i0, j0, n)
            i0, j0 = i0 + n, j0 + n
        n = common_suffix(self.a, i1, self.b, j1, min(i1 - i0, j1 - j0))
        if n in (i1 - i0, j1 - j0) or n >= 8 or self._parted(i1 - n, j1 - n):
            self.take(i1 - n, j1 - n, n)
            i1, j1 = i1 - n, j1 - n
        return i0, i1, j0, j1

    def _parted(self, i: int, j: int) -> bool:
        """Whether a word begins at both places."""
        return _has(self.starts_a, i) and _has(self.starts_b, j)

    def _settle(self, lines: set[int]) -> None:
        """Move gaps that could as well stand a little to the left or right to where words or `lines` begin.

        Matched is then the full stop of its own sentence, and not that of the footnote in between.
        """
        runs = self.runs
        for at in range(len(runs) - 1):
            (i, j, n), (i2, j2, n2) = runs[at], runs[at + 1]
            if j + n == j2 and i + n < i2:
                gap, text, used = (i + n, i2), self.a, self.used_a
                shift = best_shift(text, *gap, n, n2, lambda at: (at in lines) + _has(self.starts_a, at))
            elif i + n == i2 and j + n < j2 and "\0" not in self.b[j + n : j2]:
                gap, text, used = (j + n, j2), self.b, self.used_b
                shift = best_shift(text, *gap, n, n2, lambda at: _has(self.starts_b, at))
            else:
                continue
            move(used, *gap, shift)
            runs[at], runs[at + 1] = (i, j, n + shift), (i2 + shift, j2 + shift, n2 - shift)
        self.runs = [run for run in runs if run[2]]

    def _unique(self, i0: int, i1: int, j0: int, j1: int, size: int) -> list[Run]:
        """Stretches that begin words, are unique in both, as long as they go, by place in `a`."""
        mine = self._grams(self.a, self.starts_a, i0, i1, size)
        other = self._grams(self.b, self.starts_b, j0, j1, size)
        blocks: list[Run] = []
        for gram, i in mine.items():
            j = other.get(gram, -1)
            if i < 0 or j < 0:
                continue
            if blocks:
                bi, bj, bn = blocks[-1]
                if i - j == bi - bj and i < bi + bn:
                    continue
            back = common_suffix(self.a, i, self.b, j, min(i - i0, j - j0))
            ahead = common_prefix(self.a, i, self.b, j, min(i1 - i, j1 - j))
            blocks.append((i - back, j - back, back + ahead))
        return blocks

    @staticmethod
    def _grams(text: str, starts: Sequence[int], start: int, end: int, size: int) -> dict[str, int]:
        """Stretches of `size` that begin words → where; -1 where there are several."""
        grams: dict[str, int] = {}
        last = end - size
        for at in starts[bisect_left(starts, start) : bisect_right(starts, last)]:
            gram = text[at : at + size]
            grams[gram] = -1 if gram in grams else at
        return grams

    def _whole(self, i0: int, i1: int, j0: int, j1: int) -> None:
        """A small gap: match the shorter side where it stands whole in the other, or both by words."""
        a, b = self.a[i0:i1], self.b[j0:j1]
        if 2 < len(b) <= len(a) and a.count(b) == 1:
            self.take(i0 + a.index(b), j0, len(b))
        elif 2 < len(a) <= len(b) and b.count(a) == 1:
            self.take(i0, j0 + b.index(a), len(a))
        else:
            self.words(i0, i1, j0, j1, 8)

    def words(self, i0: int, i1: int, j0: int, j1: int, least: int) -> None:
        """Match two stretches word by word, in runs of `least` characters or more."""
        mine, other = _cut(self.starts_a, i0, i1), _cut(self.starts_b, j0, j1)
        if len(mine) * len(other) > SMALL:
            return
        left = [self.a[start:end] for start, end in pairwise(mine)]
        right = [self.b[start:end] for start, end in pairwise(other)]
        for x, y, n in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            if n and mine[x + n] - mine[x] >= least:
                self.take(mine[x], other[y], mine[x + n] - mine[x])

    def anywhere(self, size: int, allowed: Callable[[int, int, int], int]) -> None:
        """Match what is free of `a` with the longest equal stretch of `size` or more that is free in `b`.

        `allowed(i, j, n)` is 0 where that may not be, else the higher the better among equals.
        """
        index: dict[str, deque[int]] = {}
        for start, end in self.free_b():
            for at in _cut(self.starts_b, start, end - size + 1)[:-1] if end - start >= size else ():
                index.setdefault(self.b[at : at + size], deque()).append(at)
        for start, end in list(self.free_a()):
            for at in _cut(self.starts_a, start, end - size + 1)[:-1] if end - start >= size else ():
                if not self.used_a[at]:
                    self._best(at, start, end, index.get(self.a[at : at + size], deque()), allowed)

    def _best(
        self, i: int, start: int, end: int, places: deque[int], allowed: Callable[[int, int, int], int]
    ) -> None:
        best: tuple[int, int, Run] | None = None
        tried = 0
        while places and self.used_b[places[0]]:
            places.popleft()
        for j in places:
            if self.used_b[j]:
                continue
            room = self.used_b.find(1, j)
            back_room = j - self.used_b.rfind(1, 0, j) - 1
            ahead = common_prefix(
                self.a, i, self.b, j, min(end - i, (room if room >= 0 else len(self.b)) - j)
            )
            back = common_suffix(self.a, i, self.b, j, min(i - start, back_room))
            run = (i - back, j - back, back + ahead)
            rank = allowed(*run) if not any(self.used_a[run[0] : i]) else 0
            if rank and (best is None or (run[2], rank) > best[:2]):
                best = (run[2], rank, run)
            tried += 1
            if tried > 50:
                break
        if best:
            self.take(*best[2])

    def beside(self, end_b: int) -> None:
        """Match what is free of `b` with what is free of `a` next to the same neighbours, also in part.

        `end_b` as in `in_order`: what begins and ends the texts counts as next to each other.
        """
        ends = {0: 0} | {j + n: i + n for i, j, n in self.runs}
        begins = {end_b: len(self.a)} | {j: i for i, j, _ in self.runs}
        for start, end in list(self.free_b()):
            room = 2 * (end - start) + 40
            after, before = ends.get(start), begins.get(end)
            if after is not None:
                stop = self.used_a.find(1, after, after + room)
                self._close(after, stop if stop >= 0 else min(after + room, len(self.a)), start, end)
            if before is not None and not any(self.used_b[start:end]):
                first = max(before - room, 0)
                self._close(self.used_a.rfind(1, first, before) + 1 or first, before, start, end)

    def _close(self, i0: int, i1: int, j0: int, j1: int) -> None:
        n = common_prefix(self.a, i0, self.b, j0, min(i1 - i0, j1 - j0))
        self.take(i0, j0, n)
        i0, j0 = i0 + n, j0 + n
        n = common_suffix(self.a, i1, self.b, j1, min(i1 - i0, j1 - j0))
        self.take(i1 - n, j1 - n, n)
        self.words(i0, i1 - n, j0, j1 - n, 1)
        for start_a, end_a in list(self.free_a(i0, i1 - n)):
            for start_b, end_b in list(self.free_b(j0, j1 - n)):
                if (end_a - start_a) * (end_b - start_b) <= SMALL:
                    self._letters(start_a, end_a, start_b, end_b)

    def _letters(self, i0: int, i1: int, j0: int, j1: int) -> None:
        """Match letter by letter, in runs of four or of half the shorter side."""
        if any(self.used_a[i0:i1]) or any(self.used_b[j0:j1]):
            return
        least = min(4, (min(i1 - i0, j1 - j0) + 1) // 2)
        matcher = SequenceMatcher(None, self.a[i0:i1], self.b[j0:j1], autojunk=False)
        for i, j, n in matcher.get_matching_blocks():
            if n >= least:
                self.take(i0 + i, j0 + j, n)


_GRAMS = (32, 16, 8)


def _cut(starts: Sequence[int], start: int, end: int) -> list[int]:
    """The word beginnings within a stretch, with its own begin and end."""
    if start >= end:
        return [start]
    inside = starts[bisect_right(starts, start) : bisect_left(starts, end)]
    return [start, *inside, end]


def _has(starts: Sequence[int], at: int) -> bool:
    place = bisect_left(starts, at)
    return place < len(starts) and starts[place] == at


def _end(end: int | None, text: str) -> int:
    return len(text) if end is None else end
