"""Running heads and page numbers, told from text by what only they do: they come again, far apart, and
the text goes on beneath them as if they were not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from teiedition.encode.endings import last_mark
from teiedition.encode.reading import Line

_LONGEST = 140
_APART = 8
_PAGE = re.compile(
    r"[-–—\[(\s]*(?:page\s+|p\.\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\])\s]*",
    re.IGNORECASE,
)


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The lines that belong to the page, not to the text: line number → TEI's `fw/@type`."""
    found = {line.number: "header" for group in _repeated(lines) for line in group}
    found.update({line.number: "pageNum" for line in _page_numbers(lines)})
    return found


def page_number(text: str) -> str:
    """The number that a page number's line prints."""
    found = _PAGE.fullmatch(text)
    return found[1] if found else ""


def _repeated(lines: Sequence[Line]) -> list[list[Line]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if (
            5 <= len(line.text) <= _LONGEST
            and not line.is_rule
            and last_mark(line.text) not in tuple(".!?:;,")
        ):
            places[_key(line.text)].append(at)
    return [[lines[at] for at in group] for key, group in places.items() if _is_head(key, group, lines)]


def _key(text: str) -> str:
    return " ".join(re.sub(r"\d+", "#", text.lower()).split())


def _is_head(key: str, places: Sequence[int], lines: Sequence[Line]) -> bool:
    if len(places) < 3 or not re.search(r"[^\W\d_]{3}", key) or ":" in key or key[0] in "([":
        return False
    near = sum(b - a < _APART for a, b in zip(places, places[1:], strict=False))
    after = [lines[at + 1].text[:1] for at in places if at + 1 < len(lines)]
    goes_on = sum(first.islower() or first.isdigit() for first in after)
    steps = _steps([lines[at].text for at in places])
    if steps == {2}:
        return True  # the heads of left or right pages
    if goes_on * 4 < len(places):
        return False
    return near * 4 <= len(places) or bool(steps) and steps <= {1, 2}


def _steps(texts: Sequence[str]) -> set[int]:
    """By how much the numbers at the beginnings or ends of lines grow; empty where there are none."""
    for edge in (r"^\d+", r"\d+$"):
        found = [re.search(edge, text) for text in texts]
        numbers = [int(number[0]) for number in found if number]
        if len(numbers) == len(texts):
            return {b - a for a, b in zip(numbers, numbers[1:], strict=False)}
    return set()


def _page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Lines that hold nothing but a number, each a little higher than the one before."""
    chains: dict[int, list[int]] = {}  # the number that a chain ends with → its lines
    for at, line in enumerate(lines):
        if len(line.text) > 24 or not (found := _PAGE.fullmatch(line.text)):
            continue
        value = int(found[1]) if found[1].isdigit() else _roman(found[1].lower())
        before = [last for last in range(value - 3, value) if last in chains and at - chains[last][-1] >= 2]
        best = max(before, key=lambda last: len(chains[last]), default=None)
        chain = [*chains.pop(best), at] if best is not None else [at]
        chains[value] = max(chain, chains.get(value, []), key=len)
    longest = max(chains.values(), key=len, default=[])
    return [lines[at] for at in longest] if len(longest) >= 3 else []


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for here, after in zip(text, [*text[1:], "i"], strict=True):
        total += -values[here] if values[here] < values[after] else values[here]
    return total
