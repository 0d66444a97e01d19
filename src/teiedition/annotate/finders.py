"""The table of finders: a new kind of mention is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from teiedition.annotate import citations, dates, foreign, measures, names, quotations, times
from teiedition.annotate.context import Context
from teiedition.annotate.text import Text
from teiedition.model import Mention

Finder = Callable[[Text, Context], Iterable[Mention]]

FINDERS: tuple[Finder, ...] = (
    citations.find, names.find, dates.find, times.find, measures.find, foreign.find,
    quotations.find,
)  # fmt: skip
