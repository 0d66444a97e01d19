"""Fields that say by themselves how they are read from a language's table.

    heads: frozenset[str] = all_of("organisations.heads")     the list `heads` in the part `organisations`

What a table lacks is empty, and a pattern of nothing matches nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from typing import Any, TypeVar

from teiedition.annotate import language

Data = Mapping[str, Any]
"""A language's table, as TOML has it."""
Made = TypeVar("Made")
_PLACE = re.compile(r"<([a-z_]+(?:\.[a-z_]+)+)>")


def made(kind: type[Made], data: Data) -> Made:
    """An object of a dataclass all of whose fields are declared by the functions below."""
    return kind(**{item.name: item.metadata["read"](data) for item in fields(kind)})  # type: ignore[arg-type]


def listed(data: Data, part: str) -> list[str]:
    """The words listed in a part of the table (`places.never.words`); of pairs, the first of each."""
    found: Any = data
    for name in part.split("."):
        found = found.get(name, {})
    return list(found)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first; a space in them is any one space or hyphen."""
    return language.any_of(words).replace(r"\ ", "[ -]").replace("'", "['’]")


def worked_out(read: Callable[[Data], Any]) -> Any:
    """A field that a function reads from the table."""
    return field(metadata={"read": read})


def all_of(part: str) -> Any:
    """The listed words, as a set."""
    return worked_out(lambda data: frozenset(listed(data, part)))


def endings(part: str) -> Any:
    """The listed endings of words."""
    return worked_out(lambda data: tuple(listed(data, part)))


def one_of(part: str) -> Any:
    """A pattern, as text, for any of the listed words."""
    return worked_out(lambda data: any_of(listed(data, part)))


def pattern(template: str) -> Any:
    """A pattern in which `<part.name>` stands for any of the words listed there."""

    def read(data: Data) -> re.Pattern[str]:
        return re.compile(_PLACE.sub(lambda place: any_of(listed(data, place[1])), template))

    return worked_out(read)


def pairs(part: str) -> Any:
    """Words, each with what the table says of it."""

    def read(data: Data) -> Any:
        found: Any = data
        for name in part.split("."):
            found = found.get(name, {})
        return found

    return worked_out(read)
