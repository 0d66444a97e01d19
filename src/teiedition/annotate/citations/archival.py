"""Items of archives with a shelfmark, or without one; "Ibid."."""

from __future__ import annotations

import re
from dataclasses import replace

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.descriptions import described_parts
from teiedition.annotate.citations.filed import (
    PART,
    are_parts,
    behind,
    filed_in,
    fillers,
    is_part,
    last_phrase,
)  # fmt: skip
from teiedition.annotate.citations.files import files
from teiedition.annotate.citations.layout import Layout, Segment, Token
from teiedition.annotate.citations.reader import Reader, citation, is_years, said
from teiedition.annotate.citations.shelfmarks import Shelfmarks
from teiedition.model import Mention

ALONE = re.compile(
    r"\d{3}[A-Z]?\.\d{1,5}(?:[A-Z]\d{0,4})?(?:[-–][A-Z]{2,5})?/\d{1,2}[-–]\d{2,6}"
    r"|\d{3}\.\d{2,6}[A-Z]?(?: [A-Z][\w ]{1,12})?/\d{1,5}(?:[a-z]|½)?|[A-Z]{2,5} \d{1,4}/\d{2,6}(?:, .+)?"
)
"""What needs no archive before it: "(611.68/10-1557)" of a decimal file, "CAB 129/45" of a series."""

Shelf = tuple[int, int]


def archival(
    layout: Layout, segment: Segment, shelf: Shelf, reader: Reader, continues: bool
) -> Citation | None:
    """A citation with a shelfmark; `continues`: the archive may be that of the citation before."""
    text = layout.text
    before = layout.tokens(Segment(segment.start, shelf[0]))
    if not are_parts(text, before, reader):
        before = last_phrase(text, before, reader)
    if not before and not continues and not ALONE.fullmatch(text[slice(*shelf)]):
        return None
    after = layout.tokens(Segment(shelf[1], segment.end))
    told = any(token.kind == "quote" or reader.is_date(text, token) for token in before)
    parts, used = behind(text, shelf, after, reader, told)
    idno = Mention(*shelf, "idno", {"type": "shelfmark"})
    children = [*described_parts(text, before, reader, archive_last=True), idno, *parts]
    series = next((token for token in before if reader.words.series.match(text, token.start)), None)
    if series is not None and not any(child.element == "title" for child in children):
        children.append(Mention(series.start, series.end, "title", {"level": "m"}))
    last = after[:used] or [Token("text", *shelf, shelf)]
    start = before[0].start if before else shelf[0]
    found = citation("archival" if series is None else "document", start, last, children)
    return replace(found, closed=files(text, before[1:], after[:used], reader))


def unmarked(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An archive and its collections without a number: "Ames Library, Brown Papers, Trade (2)"."""
    if len(tokens) > 1 and tokens[-1].kind == "paren" and PART.fullmatch(text[slice(*tokens[-1].inner)]):
        found = unmarked(text, tokens[:-1], reader)
        return found and replace(found, end=tokens[-1].end, closed=(*found.closed, tokens[-1].inner))
    names = [token for token in tokens if token.kind == "text"]
    if not names or len(names) < len(tokens):
        return None
    if not all(
        is_part(text, token, reader) or is_years(text, token) or PART.fullmatch(said(text, token))
        for token in names
    ):
        return None
    held = [token for token in names if reader.words.archive.search(said(text, token))]
    if not held or (len(names) < 2 and len(said(text, names[0]).split()) < 2):
        return None
    found = citation("archival", names[0].start, names, [])
    return replace(found, closed=files(text, names[1:], [], reader))


def ibid(
    layout: Layout, segment: Segment, shelf: Shelf | None, reader: Reader, marks: Shelfmarks
) -> Citation | None:
    """ "Ibid., 12", "Ibid., d. 44"."""
    text = layout.text
    match = reader.words.ibid.match(text, segment.start, segment.end)
    if match is None:
        return None
    shelf = shelf or marks.part(text, match.end(), segment.end) or marks.lone(text, match.end(), segment.end)
    start = shelf[1] if shelf else match.end()
    tokens = layout.tokens(Segment(start, segment.end))
    of_year = len(tokens) > 1 and is_years(text, tokens[0])  # "ibid., 1919, vol. i"
    scopes, used = reader.tail(text, tokens[of_year:])
    used += of_year and used > 0
    named = filed_in(text, tokens[used:], reader)
    more = (reader.scopes.read(text, token) for token in tokens[used : used + named] if token.kind == "text")
    scopes += [scope for found in more for scope in found or ()]
    used += named
    used += fillers(text, tokens[used:], reader)
    children = [Mention(*shelf, "idno", {"type": "shelfmark"}), *scopes] if shelf else scopes
    word = Token("text", segment.start, start, (segment.start, start))
    return citation("ibid", segment.start, tokens[:used] or [word], children)
