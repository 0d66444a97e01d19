"""The table of finders: a new kind of mention is one module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from teiedition.annotate.context import Context
from teiedition.annotate.text import Text
from teiedition.model import Mention

Finder = Callable[[Text, Context], Iterable[Mention]]

FINDERS: tuple[Finder, ...] = ()
