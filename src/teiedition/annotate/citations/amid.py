"""Works that a sentence names in its midst: "the best account is Ada Quill, Locks (Ames: Quay, 1990)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiedition.annotate.citations.articles import quoted, where_it_appeared
from teiedition.annotate.citations.books import book, unbracketed
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Layout, Segment, Token
from teiedition.annotate.citations.periodicals import short
from teiedition.annotate.citations.reader import Reader, citation

BEGINNING = re.compile(r"(?<=[a-z:—,] )(?=[A-Z\x01])")
"""Behind a small word: a name, a title or a quotation may begin here."""
HINT = re.compile(r"[12]\d{3}\)|\d(?: ?ff?)?\.?$")
"""An imprint, or a page at the end: without it there is no work."""
MOST = 12
"""How many beginnings are tried."""


def works(layout: Layout, segment: Segment, reader: Reader, behind: bool) -> Iterator[Citation]:
    """The works in a sentence, in order: those by somebody, with an imprint; a short title "in" which
    something stands on a page, or that stands `behind` another citation."""
    text, at, tried = layout.text, segment.start, 0
    if not HINT.search(text, segment.start, segment.end):
        return
    masked = layout.masked[: segment.end - layout.start]
    while tried < MOST and (match := BEGINNING.search(masked, at - layout.start)):
        tried += 1
        start = layout.start + match.start()
        found = _work(layout, Segment(start, segment.end), reader, behind)
        if found:
            yield found
        at = found.end if found else start + 1


def _work(layout: Layout, segment: Segment, reader: Reader, behind: bool) -> Citation | None:
    text, tokens = layout.text, reader.joined(layout.text, layout.tokens(segment))
    if len(tokens) < 2:
        return None
    cue = reader.words.in_behind.search(text, max(0, segment.start - 8), segment.start)
    for form in (quoted, book, unbracketed):
        found = form(text, tokens, reader)
        elements = {child.element for child in found.children} if found else set()
        known = elements & {"author", "editor"} or (cue and elements & {"pubPlace", "publisher"})
        if found and known and elements & {"pubPlace", "publisher", "biblScope"}:
            return found
    if found := _in_journal(text, tokens, reader):
        return found
    series = reader.words.series.match(text, segment.start)
    led = behind or series or cue
    if led and reader.words.page_label.search(text, segment.start, segment.end):
        found = short(text, tokens, reader)
        whole = found and (series or found.end == segment.end) and " " in found.title(text)
        return found if whole else None
    if reader.words.said_before.search(text, max(0, segment.start - 6), segment.start):
        found = short(text, tokens, reader)  # "the view of Quill, Locks and Weirs, 13–14"
        people = found is not None and found.children[0].element == "author"
        return found if people and found and found.end == segment.end and " " in found.title(text) else None
    return None


def _in_journal(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A journal with number, date in brackets and pages: "Quay Bulletin 30 (May 1954): 107–10"."""
    dated = tokens[1].kind == "paren" and reader.imprint(text, tokens[1]).kind == "date"
    if not dated or not reader.scopes.behind_title(text, tokens[0], "volume"):
        return None
    _, _, children, used = where_it_appeared(text, tokens, reader)
    pages, more = reader.tail(text, tokens[used:])
    if not pages or not children:
        return None
    return citation("periodical", tokens[0].start, tokens[: used + more], [*children, *pages])
