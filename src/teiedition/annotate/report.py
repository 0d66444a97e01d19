"""What was found, in numbers for a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from teiedition.annotate.elements import NAMES
from teiedition.annotate.overlaps import LeftOut
from teiedition.model import Mention

LINKABLE = NAMES | {"date", "time", "measure"}
VALUES = frozenset([
    "when", "from", "to", "notBefore", "notAfter", "quantity", "atLeast", "atMost", "corresp",
])  # fmt: skip


def counts(mentions: Iterable[Mention], left_out: Iterable[LeftOut]) -> dict[str, Any]:
    """Counts by element: `found`, and of names and dated or measured things how many of those are `linked`
    (to an entry, or given a value), `ambiguous` (candidates are in the stand-off) and `unknown`;
    `left_out` by reason.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in _all(mentions):
        states = [_state(mention)] if mention.element in LINKABLE else []
        kinds[mention.element].update(["found", *states])
    return {
        "kinds": {
            element: {state: count[state] for state in ("found", "linked", "ambiguous", "unknown")}
            for element, count in sorted(kinds.items())
        },
        "left_out": dict(sorted(Counter(item.reason for item in left_out).items())),
    }


def summary(report: Mapping[str, Any]) -> str:
    """What `counts` gives, as a line: "9 persName (7 linked, 1 ambiguous), 4 date (3 with a value)"."""
    return ", ".join(
        " ".join([f"{count['found']} {kind}", *_states(kind, count)])
        for kind, count in report["kinds"].items()
    )


def _states(kind: str, count: Mapping[str, int]) -> list[str]:
    """What is said of a kind in brackets: names are linked to entries, dates and quantities have values."""
    if kind not in LINKABLE:
        return []
    said = [f"{count['linked']} {'linked' if kind in NAMES else 'with a value'}"]
    said += [f"{count['ambiguous']} ambiguous"] if count["ambiguous"] else []
    return [f"({', '.join(said)})"]


def _state(mention: Mention) -> str:
    if mention.candidates:
        return "ambiguous"
    if "ref" in mention.attributes or (mention.element not in NAMES and VALUES & set(mention.attributes)):
        return "linked"
    return "unknown"


def _all(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _all(mention.children)
