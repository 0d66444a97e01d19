"""Documents that are cited from where they are printed."""

from __future__ import annotations

from teiedition.annotate.citations.articles import quoted
from teiedition.annotate.citations.books import book
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.descriptions import described_parts, names_document
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.periodicals import periodical, short
from teiedition.annotate.citations.reader import Reader, citation, said

HOSTS = (quoted, book, periodical, short)


def printed(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A document with its date, "in" a book, an article or a newspaper that is cited in full.

    "Talk between Brown and Gray, 5 May 1957, in Ada Quill, ed., Locks (Ames: Quay, 1994), 12".
    """
    date = next((index for index, token in enumerate(tokens) if reader.is_date(text, token)), 0)
    if not date or date + 1 >= len(tokens) or not names_document(text, tokens[:date], reader):
        return None
    behind = tokens[date + 1]
    inside = reader.words.in_before.match(said(text, behind))
    if inside is None and not reader.words.series.match(text, behind.start):
        return None
    start = behind.start + (inside.end() if inside else 0)
    host = [Token("text", start, behind.end, (start, behind.end)), *tokens[date + 2 :]]
    for form in HOSTS:
        if found := form(text, host, reader):
            children = [*described_parts(text, tokens[: date + 1], reader), *found.children]
            whole = [Token("text", tokens[0].start, found.end, (tokens[0].start, found.end))]
            return citation("document", tokens[0].start, whole, children)
    return None
