"""What the finders know of a language: tables, one folder a language, one TOML file a subject.

`en/dates.toml` holds English months, `de/dates.toml` would hold German ones; no finder knows a word of
any language itself. A word matches as it is listed, with a capital first letter, and in capitals.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

GAP = r"(?: \[?|\[)"
"""Between two words of an expression: a space, or an editor's opening bracket ("10 [December]")."""


@cache
def table(subject: str, language: str = "en") -> dict[str, Any]:
    """The table of a subject (`dates`, `numbers`, `measures`, `citations`) in a language.

    `language` is a BCP 47 tag, of which the first part counts. A language without a table of the
    subject gives an empty table, and the finders then find nothing.
    """
    place = files(__name__).joinpath(language.split("-")[0].lower(), f"{subject}.toml")
    return tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}


def spellings(word: str) -> tuple[str, ...]:
    """The ways in which a listed word may be written: as listed, Capitalised, CAPITALS."""
    return tuple(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


def dictionary(words: dict[str, Any]) -> dict[str, Any]:
    """The table's words in all their spellings, each with its value."""
    return {form: value for word, value in words.items() for form in spellings(word)}


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words in any spelling, longest first."""
    return f"(?:{any_of(form for word in words for form in spellings(word))})"


def any_of(forms: Iterable[str]) -> str:
    """A pattern that matches any of the forms as they are, longest first; to be put into brackets.

    What forms begin with in common is looked at once. Patterns that leave case aside may only hold forms
    without capitals.
    """
    return _branches(sorted(set(forms))) or "(?!)"


def _branches(forms: Iterable[str]) -> str:
    behind: dict[str, list[str]] = {}
    for form in forms:
        behind.setdefault(form[:1], []).append(form[1:])
    shorter = behind.pop("", None) is not None
    parts = [re.escape(letter) + _branches(rest) for letter, rest in behind.items()]
    if not shorter and len(parts) == 1:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + "?" * shorter if parts else ""
