"""Finds words of other languages that a language's table lists (docs/encoding.md; TEI P5 #COHQHF)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick

from teiedition.annotate.context import Context
from teiedition.annotate.language import any_of, table
from teiedition.annotate.text import Text
from teiedition.model import Mention


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The listed words of other languages in a document's text; not in its header."""
    for block in text.blocks:
        if not block.in_header:
            yield from find_foreign(text.content, block.language or context.language, block.start, block.end)


def find_foreign(text: str, language: str = "en", start: int = 0, end: int | None = None) -> list[Mention]:
    """The listed words between two offsets, each a `foreign` with its language. Nothing raises."""
    anywhere, pattern, languages = _words(language)
    stop = len(text) if end is None else end
    if not anywhere.find_matches_as_indexes(text[start:stop]):
        return []
    return [
        Mention(
            match.start(), match.end(), "foreign", {"xml:lang": languages[match[0]]}, 0.9,
            "a word of another language",
        )
        for match in pattern.finditer(text, start, stop)
    ]  # fmt: skip


@cache
def _words(language: str) -> tuple[AhoCorasick, re.Pattern[str], dict[str, str]]:
    """What finds quickly whether any of the words is there; a pattern of them; and their languages."""
    listed: dict[str, list[str]] = table("foreign", language).get("words", {})
    languages = {word: name for name, words in listed.items() for word in words}
    pattern = re.compile(rf"(?<![\w-])(?:{any_of(languages)})(?![\w-])")
    return AhoCorasick(sorted(languages) or ["\0"]), pattern, languages
