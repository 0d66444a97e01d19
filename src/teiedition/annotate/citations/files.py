"""Names of files in a citation: what is called so names nobody and no day by itself.

In "Ames Library, Quill Files, POL 3 NORLAND 1952–54" the archive is a name, and that of the person whose
files they are; what has a number is named as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, is_years, said
from teiedition.model import Mention

DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
"""A day of the month: a document is of a day, a file of months."""
SENTENCE = re.compile(r"\b[^\W\d_A-Z][^\W\d_A-Z]+ [^\W\d_]")
"""A small word with another behind it: brackets with such words describe a document, "(lecture of 1952)"."""


def files(
    text: str, before: Sequence[Token], behind: Sequence[Token], reader: Reader
) -> tuple[tuple[int, int], ...]:
    """The stretches that name files: before the shelfmark, where the archive is named too, and behind it."""
    return (*_named(text, before, reader, False), *_named(text, behind, reader, True))


def _named(text: str, tokens: Sequence[Token], reader: Reader, shelved: bool) -> Iterator[tuple[int, int]]:
    for token in tokens:
        words = said(text, token)
        numbered = any(map(str.isdigit, words))
        if token.kind == "text" and not _says_what_it_is(text, token, words, reader):
            shelf = shelved and reader.is_phrase(words) and not reader.words.archive.search(words)
            if numbered or shelf or is_years(text, token):
                yield token.start, token.end
        elif token.kind == "paren" and numbered and not SENTENCE.search(words):
            yield token.inner


def _says_what_it_is(text: str, token: Token, words: str, reader: Reader) -> bool:
    """Whether a token describes a document, with its day and with persons: "letter to Orr", "5 May 1952"."""
    if (reader.is_date(text, token) and DAY.search(words)) or reader.words.dispatched.fullmatch(words):
        return True
    described = reader.words.document.search(words) is not None
    addressed = reader.people.has_addressee(text, token.start, token.end)
    return described or addressed


def subtitle(text: str, citation: Citation, reader: Reader) -> Citation:
    """A citation with the title of a volume, which stands behind its number: "vol. IV, Norland, p. 7"."""
    scopes = [child for child in citation.children if child.element == "biblScope"]
    if not scopes or scopes[0].attributes["unit"] not in ("volume", "part"):
        return citation
    last = max(
        (scope for scope in scopes[:2] if scope.attributes["unit"] in ("volume", "part")), key=lambda s: s.end
    )
    behind = next((child.start for child in citation.children if child.start >= last.end), citation.end)
    between = text[last.end : behind].lstrip(" ,:")
    start = behind - len(between)
    between = between.partition(" (")[0]
    field = between.partition(",")[0].strip()
    dated = reader.imprints.is_date(text, start, start + len(field))
    if not field[:1].isupper() or not reader.is_phrase(field) or dated or "(" in between:
        return citation
    title = Mention(start, start + len(between.rstrip(" ,")), "title", {"level": "m"})
    children = tuple(sorted((*citation.children, title), key=lambda child: child.start))
    return replace(citation, children=children)
