"""The persons that an installed recognizer of names finds, as far as it is to be trusted in a text."""

from __future__ import annotations

from collections import Counter

from teiedition.annotate.context import Context
from teiedition.annotate.text import Text

QUOTES = ('"', "“")


def persons(text: Text, context: Context) -> frozenset[tuple[int, int]]:
    """The places of what the context's recognizer takes for persons; none without a recognizer.

    Recognizers decide sentence by sentence, so that one name may be a person in one and a city in the next. A
    name counts, at all its places, if it was taken for a person at most of them. Ships and newspapers, in
    quotation marks, are often taken for persons: those don't count.
    """
    if context.recognize is None:
        return frozenset()
    content = text.content
    found = [
        (start, end, kind)
        for start, end, kind in context.recognize(content)
        if content[max(0, start - 1) : start] not in QUOTES
    ]
    names = Counter(content[start:end] for start, end, kind in found if kind == "person")
    often = {name for name in names if 2 * _within(name, names) > content.count(name)}
    return frozenset((start, end) for start, end, _ in found if content[start:end] in often)


def _within(name: str, names: Counter[str]) -> int:
    """How often a name was found, alone or as part of a longer one."""
    return sum(count for other, count in names.items() if name in other)
