"""The signs of Markdown in a text: which characters are markup, and what they say of the words within."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from teiedition.encode import markdown_blocks, markdown_notes
from teiedition.encode.nodes import Slice
from teiedition.model import Span

_LINK = re.compile(r"<((?:https?|ftp)://[^<>\s]{1,2000}|mailto:[^<>\s]{1,200})>")
_NAMED_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\(((?:https?|ftp)://[^()\s]{1,2000}|mailto:[^()\s]{1,200})\)"
)
_BOLD = re.compile(r"(?<!\*)\*\*(?!\*)")
_ITALIC = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]{1,300})(?<=\S)_(?!\w)"
)
_QUOTE = re.compile(r"^>[ \t]?(?=\S)", re.MULTILINE)


class Markdown(NamedTuple):
    """`dropped` are the signs, `spans` the words that they mark: bold, italic, link, quote, note."""

    dropped: list[Slice]
    spans: list[Span]


def signs(text: str, format: str) -> Markdown:
    """The signs in a text. Plain text copied from elsewhere may have bold words and links; italics and
    quotations are looked for in Markdown files only."""
    found = Markdown([], [])
    for start, end in _bold(text):
        _mark(found, start, end, 2, Span(start, end, "bold"))
    for link in _LINK.finditer(text) if "<" in text else ():
        _mark(found, *link.span(1), 1, Span(*link.span(1), "link", link[1]))
    for named in _NAMED_LINK.finditer(text) if "](" in text else ():
        found.dropped.extend((Slice(named.start(), named.start(1)), Slice(named.end(1), named.end())))
        found.spans.append(Span(*named.span(1), "link", named[2]))
    dropped, notes = markdown_notes.notes(text)
    found.dropped.extend(dropped)
    found.spans.extend(notes)
    if format == "md":
        for line, heading in markdown_blocks.headings(text):
            found.dropped.append(line)
            found.spans.append(heading)
        found.spans.extend(markdown_blocks.items(text))
        for italic in _ITALIC.finditer(text):
            inner = italic.span(1) if italic[1] else italic.span(2)
            _mark(found, *inner, 1, Span(*inner, "italic"))
        for quote in _QUOTE.finditer(text):
            found.dropped.append(Slice(*quote.span()))
            end = text.find("\n", quote.end())
            found.spans.append(Span(quote.end(), end if end >= 0 else len(text), "quote"))
    return found


def _mark(found: Markdown, start: int, end: int, width: int, span: Span) -> None:
    found.dropped.extend((Slice(start - width, start), Slice(end, end + width)))
    found.spans.append(span)


def _bold(text: str) -> Iterator[tuple[int, int]]:
    """What stands between pairs of `**`, which a paragraph's end parts; a line of asterisks is no markup."""
    opened = -1
    for sign in _BOLD.finditer(text) if "**" in text else ():
        start = opened + 2
        if (
            opened < 0
            or start >= sign.start()
            or text[start].isspace()
            or "\n\n" in text[start : sign.start()]
        ):
            opened = sign.start()
        else:
            yield start, sign.start()
            opened = -1
