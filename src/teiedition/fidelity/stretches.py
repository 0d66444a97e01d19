"""Comparing stretches of two texts: what they share at their ends, gaps that may be moved, runs in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Run = tuple[int, int, int]
"""Where in the one text, where in the other, how many characters."""
FAR = 200  # characters by which a gap may be moved


def heaviest_chain(blocks: Sequence[Run]) -> list[Run]:
    """Of runs sorted by place in `a`, those in the same order in both that are the most characters.

    Runs that overlap a chosen one are shortened.
    """
    ranks = {j: rank for rank, j in enumerate(sorted({block[1] for block in blocks}), 1)}
    heaviest = [(0, -1)] * (len(ranks) + 1)  # Fenwick tree: (weight of the best chain, its last block)
    before = [-1] * len(blocks)
    best = (0, -1)
    for number, (_, j, n) in enumerate(blocks):
        rank = ranks[j] - 1
        weight, previous = 0, -1
        while rank:
            weight, previous = max((weight, previous), heaviest[rank])
            rank -= rank & -rank
        before[number] = previous
        entry = (weight + n, number)
        best = max(best, entry)
        rank = ranks[j]
        while rank < len(heaviest):
            heaviest[rank] = max(heaviest[rank], entry)
            rank += rank & -rank
    return _chain(blocks, before, best[1])


def _chain(blocks: Sequence[Run], before: Sequence[int], last: int) -> list[Run]:
    chosen: list[Run] = []
    while last >= 0:
        chosen.append(blocks[last])
        last = before[last]
    chain: list[Run] = []
    end_i = end_j = 0
    for i, j, n in reversed(chosen):
        overlap = max(0, end_i - i, end_j - j)
        if overlap < n:
            chain.append((i + overlap, j + overlap, n - overlap))
            end_i, end_j = i + n, j + n
    return chain


def move(used: bytearray, start: int, end: int, shift: int) -> None:
    """Free `[start+shift, end+shift)` instead of `[start, end)`; what is used inside both stays so."""
    if shift > 0:
        used[start : start + shift] = b"\1" * shift
        begin = max(end, start + shift)
        used[begin : end + shift] = bytes(end + shift - begin)
    elif shift < 0:
        used[end + shift : end] = b"\1" * -shift
        stop = min(start, end + shift)
        used[start + shift : stop] = bytes(stop - start - shift)


def best_shift(text: str, start: int, end: int, left: int, right: int, fit: Callable[[int], int]) -> int:
    """By how much the gap `text[start:end]` is best moved, so that what is around it stays the same.

    `left` and `right` characters around it may be exchanged; `fit` tells how well a place bounds a gap.
    """
    best, shift = (fit(start) + fit(end), 0), 0
    for step in (-1, 1):
        for distance in range(1, min(left if step < 0 else right, FAR) + 1):
            at = distance * step
            gone, come = (start + at, end + at) if step < 0 else (end + at - 1, start + at - 1)
            if text[gone] != text[come]:
                break
            best, shift = max((best, shift), ((fit(start + at) + fit(end + at), -distance), at))
    return shift


def common_prefix(a: str, i: int, b: str, j: int, most: int) -> int:
    """How many characters `a[i:]` and `b[j:]` begin with in common, `most` at most."""
    n, step = 0, 64
    while n < most:
        step = min(step, most - n)
        if a[i + n : i + n + step] == b[j + n : j + n + step]:
            n, step = n + step, step * 2
        elif step == 1:
            break
        else:
            most, step = n + step, step // 2
    return n


def common_suffix(a: str, i: int, b: str, j: int, most: int) -> int:
    """How many characters `a[:i]` and `b[:j]` end with in common, `most` at most."""
    n, step = 0, 64
    while n < most:
        step = min(step, most - n)
        if a[i - n - step : i - n] == b[j - n - step : j - n]:
            n, step = n + step, step * 2
        elif step == 1:
            break
        else:
            most, step = n + step, step // 2
    return n
