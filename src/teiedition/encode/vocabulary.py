"""The words by which documents say what they are (`vocabulary.toml`), with a collection's own added."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from teiedition.errors import InputError

_FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True)
class Vocabulary:
    """The tables of `vocabulary.toml`; all words are in lower case."""

    tables: Mapping[str, Mapping[str, Any]]

    def table(self, name: str) -> Mapping[str, Any]:
        """The table of that name, e.g. `genres`: word → meaning."""
        return self.tables[name]

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """The list of words `name` in a table."""
        return tuple(self.tables[table][name])

    @cached_property
    def roles(self) -> frozenset[str]:
        """Words that stand before a person's name: offices, ranks, courtesies."""
        return frozenset(self.words("roles", "words"))

    @cached_property
    def institutions(self) -> frozenset[str]:
        """Words that end the name of an office or body, as a name may follow it: "Committee", "Affairs"."""
        return frozenset(self.words("roles", "institutions"))

    def classifies(self, text: str) -> bool:
        """Is a line nothing but marks of secrecy or urgency?"""
        marks = re.split(r"\s*[;,/()\[\]-]\s*", text.lower().strip(" .()[]"))
        return len(text) < 80 and set(marks) <= set(self.words("status", "classifications"))

    def languages(self, words: Iterable[str]) -> list[tuple[str, str]]:
        """Those of the words that name a language, with its BCP 47 tag."""
        tags = self.table("languages")
        return [(word, str(tags[word.lower()])) for word in words if word.lower() in tags]

    def genre(self, title: str) -> str:
        """The genre that a title names; empty for none. A record or protocol of a meeting is its minutes."""
        named = self.genre_pattern.search(title)
        records = self._records.search(title)
        if records and (not named or records.start() <= named.start()) and self._meetings.search(title):
            return "minutes"
        return str(self.table("genres")[named[0].lower()]) if named else ""

    @cached_property
    def _records(self) -> re.Pattern[str]:
        return either(self.words("meetings", "records"))

    @cached_property
    def _meetings(self) -> re.Pattern[str]:
        return either(self.words("meetings", "words"))

    @cached_property
    def genre_pattern(self) -> re.Pattern[str]:
        """Finds the words that name a genre, the longer before the shorter."""
        return either(self.table("genres"))

    @cached_property
    def field_pattern(self) -> re.Pattern[str]:
        """Finds the words that label a field before a document's text."""
        return either(self.table("fields"))


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words as a whole, in any case, the longer before the shorter."""
    longest = sorted(words, key=len, reverse=True)
    words_or = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<!\w)(?:{words_or})(?!\w)", re.IGNORECASE)


def vocabulary(own: Mapping[str, Any], file: Path | None = None) -> Vocabulary:
    """The program's tables with a collection's `own` ([encode] in edition.toml) laid over them.

    A list is added to the program's, a word with a meaning replaces or joins the program's words. Raises
    `InputError`, which names `file`, for a table that there is not, and a value of another kind.
    """
    if not own:
        return _program()
    tables = {name: dict(table) for name, table in _program().tables.items()}
    for name, additions in own.items():
        if name not in tables or not isinstance(additions, Mapping):
            there = ", ".join(sorted(tables))
            raise InputError(f"[encode.{name}] is no table of words.", file, remedy=f"There are {there}.")
        for key, value in additions.items():
            tables[name][key.lower()] = _joined(
                tables[name], key.lower(), value, f"[encode.{name}] {key}", file
            )
    return Vocabulary(tables)


@cache
def _program() -> Vocabulary:
    """The program's own words, the same for all sources."""
    return Vocabulary(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def _joined(table: Mapping[str, Any], key: str, value: object, where: str, file: Path | None) -> object:
    """A collection's value for a word, put together with the program's."""
    example = table.get(key, next(iter(table.values())))
    if isinstance(example, list):
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return [*table.get(key, ()), *(word.lower() if example[0].islower() else word for word in value)]
    elif type(value) is type(example):
        return value
    kind = "a list of words" if isinstance(example, list) else f"one like {example!r}"
    raise InputError(f"{where} has a value of the wrong kind: {value!r}.", file, remedy=f"Give {kind}.")
