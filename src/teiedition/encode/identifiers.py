"""Identifiers of documents: the date and a slug of the title."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from teiedition.encode.vocabulary import Vocabulary

_WORDS = 6
_LENGTH = 60


def slug(title: str, words: Vocabulary) -> str:
    """The words of a title that tell it from others, in lower-case ASCII joined by hyphens."""
    text = unicodedata.normalize("NFKD", title)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    small = set(words.words("slug", "without"))
    found = [
        word for word in re.findall(r"[a-z0-9]+", re.sub(r"[’']s?\b", "", text).lower()) if word not in small
    ]
    chosen = ""
    for word in found[:_WORDS]:
        if len(chosen) + len(word) >= _LENGTH:
            break
        chosen = f"{chosen}-{word}" if chosen else word
    return chosen or "document"


def identifier(date: str, title: str, words: Vocabulary) -> str:
    """A document's identifier, e.g. `1961-03-02-minutes-conversation-ann-orr`; `undated-…` without a date."""
    return f"{date or 'undated'}-{slug(title, words)}"


def unique(identifiers: Iterable[str]) -> list[str]:
    """The same identifiers; those that come again get `-2`, `-3` … in order."""
    seen: Counter[str] = Counter()
    found = []
    for name in identifiers:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return found
