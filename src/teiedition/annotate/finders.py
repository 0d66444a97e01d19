"""The table of finders: a new kind of mention is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from teiedition.annotate import citations, dates, foreign, measures, names, quotations, times
from teiedition.annotate.context import Context
from teiedition.annotate.text import Text
from teiedition.model import Mention

Finder = Callable[[Text, Context], Iterable[Mention]]


def finders(find_names: Finder = names.find) -> tuple[Finder, ...]:
    """All finders, with this one for names."""
    return (
        citations.find, find_names, dates.find, times.find, measures.find, foreign.find, quotations.find,
    )  # fmt: skip


FINDERS = finders()
