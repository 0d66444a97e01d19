"""Times of day in four figures that stand before the lines of a schedule: "0815 Depart for the port".

One such line may be anything (a year, a room), several in a row that rise are the hours of a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiedition.annotate.text import Text
from teiedition.model import Mention

HOUR = r"([01]\d|2[0-3])([0-5]\d)"
LINE = re.compile(
    rf"(?:ca?\.? ?)?(?P<time>{HOUR}(?: ?[-–] ?{HOUR})?)(?=[:.]? [^\W\d_]|[:.]? ?[-–—(\[]|[:.]?$)"
)
FEWEST = 3
"""So many lines in a row make a schedule."""


def hours(text: Text) -> Iterator[Mention]:
    """The times before the lines of the schedules in a document."""
    run: list[re.Match[str]] = []
    for block in text.blocks:
        at = None if block.in_header else LINE.match(text.content, block.start, block.end)
        falls = bool(at and run and at["time"][:4] < run[-1]["time"][:4])
        if falls or (at is None and block.element not in _BETWEEN):
            yield from _schedule(run)
            run = []
        if at is not None:
            run.append(at)
    yield from _schedule(run)


_BETWEEN = frozenset(["cell", "note", "label"])
"""Blocks that may stand between two lines of a schedule, as the other cells of a row do."""


def _schedule(run: list[re.Match[str]]) -> Iterator[Mention]:
    """The times of a run of lines; none where all of them may as well be years."""
    if len(run) < FEWEST or not any(match["time"].startswith("0") for match in run):
        return
    for match in run:
        hour, minute, hour2, minute2 = match.groups()[1:]
        first = f"{hour}:{minute}:00"
        values = {"from": first, "to": f"{hour2}:{minute2}:00"} if hour2 else {"when": first}
        yield Mention(match.start("time"), match.end("time"), "time", values, 0.99, "a line of a schedule")
