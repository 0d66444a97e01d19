"""What an article says of itself besides its title: its authors, its series, and how late it must be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from teiedition.encode.datelines import namelike
from teiedition.encode.dates import Dates
from teiedition.encode.facts import Facts
from teiedition.encode.nodes import Node
from teiedition.encode.reading import Line, Reading

_MARKS = "*†‡ "
_LONGEST_BYLINE = 120
_SERIES = re.compile(r"(.{3,80}?)[\s,]*(?:#|[Nn]o\.?|[Nn]umber)\s*(\d+)")


def authors(line: str) -> tuple[str, ...]:
    """The authors whom a byline names; none where a line is not one."""
    plain = line.strip(_MARKS)
    if not 4 < len(plain) < _LONGEST_BYLINE or not namelike(plain) or " " not in plain or ":" in plain:
        return ()
    names = [name.strip(_MARKS) for name in re.split(r",\s*and\s+|,\s*|\s+and\s+|;\s*", plain)]
    return tuple(names) if all(1 < len(name.split()) < 6 for name in names) else ()


def not_before(lines: Iterable[Line], dates: Dates) -> tuple[dict[str, str], str]:
    """TEI's dating attributes, and the words for them, of an article that does not say its date: it is
    no earlier than the latest month, or year of a work cited, that it names."""
    best = ("", "")
    for line in lines:
        for found in dates.find(line.text):
            end = found.attributes.get("when", "")
            if len(end) > 4 or line.text[found.end : found.end + 1] == ")":
                best = max(best, (end[:7], line.text[found.start : found.end]))
    return ({"notBefore": best[0], "cert": "medium"}, f"not before {best[1]}") if best[0] else ({}, "")


def series(blocks: Sequence[Node], reading: Reading, facts: Facts) -> tuple[str, str]:
    """The series, and the number in it, that running heads name beside authors and title."""
    heads = {reading.words(*fw.slices()) for block in blocks for fw in block.find("fw")}
    for head in sorted(heads):
        rest = head.removeprefix(facts.title)
        for name in facts.authors:
            rest = rest.replace(name, "")
        rest = re.sub(r"^(?:[\s,;]|and\b)+", "", rest)
        if found := _SERIES.fullmatch(rest):
            return found[1].strip(), found[2]
    return "", ""
