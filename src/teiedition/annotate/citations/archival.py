"""Items of archives with a shelfmark, or without one; "Ibid."."""

from __future__ import annotations

import re
from dataclasses import replace

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.descriptions import described_parts, names_document
from teiedition.annotate.citations.files import files
from teiedition.annotate.citations.layout import Layout, Segment, Token
from teiedition.annotate.citations.reader import Reader, citation, is_years, said
from teiedition.annotate.citations.shelfmarks import Shelfmarks
from teiedition.model import Mention

DECIMAL = re.compile(
    r"\d{3}[A-Z]?\.\d{1,5}(?:[-–][A-Z]{2,5})?/\d{1,2}[-–]\d{2,6}"
    r"|\d{3}\.\d{2,6}[A-Z]?(?: [A-Z][\w ]{1,12})?/\d{1,5}(?:[a-z]|½)?"
)
"""A number of a decimal file, which needs no archive before it: "(611.68/10-1557)"."""
PART = re.compile(r"\d+(?:(?:[/–-]| of )\d+)*")
"""Which part of a folder, or of which dates: "(3/8)", "(5/14/82–5/19/82)"."""
HOUR = re.compile(r"\d{1,2}(?::\d\d)?(?:[–-]\d{1,2}(?::\d\d)?)? ?[ap]\. ?m\.?")
"""An hour, as recordings of conversations are cited with."""

Shelf = tuple[int, int]


def archival(
    layout: Layout, segment: Segment, shelf: Shelf, reader: Reader, continues: bool
) -> Citation | None:
    """A citation with a shelfmark; `continues`: the archive may be that of the citation before."""
    text = layout.text
    before = layout.tokens(Segment(segment.start, shelf[0]))
    if not all(_is_part(text, token, reader) for token in before):
        before = _last_phrase(text, before, reader)
    if not before and not continues and not DECIMAL.fullmatch(text[slice(*shelf)]):
        return None
    after = layout.tokens(Segment(shelf[1], segment.end))
    scopes, used = reader.tail(text, after)
    used += _kept_in(text, after[used:], reader)
    if reader.words.lone_label.match(text, *shelf):
        used += _filed_in(text, after[used:], reader)
    idno = Mention(*shelf, "idno", {"type": "shelfmark"})
    children = [*described_parts(text, before, reader, archive_last=True), idno, *scopes]
    if not any(token.kind == "quote" or reader.is_date(text, token) for token in before):
        more = _described_behind(text, after[used:], reader)
        children += described_parts(text, after[used : used + more], reader) if more else []
        used += more
    last = after[:used] or [Token("text", *shelf, shelf)]
    found = citation("archival", before[0].start if before else shelf[0], last, children)
    return replace(found, closed=files(text, before[1:], after[:used], reader))


def _described_behind(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a shelfmark say what stands under it, with its date as the last.

    "FO 371/95123, Holt to Quill, 4 April 1951"; "CAB 129/45, ‘The Ferry’, memorandum, 9 April 1951".
    """
    place = next((index for index, token in enumerate(tokens) if reader.is_date(text, token)), 0)
    parts = tokens[:place]
    if not parts or not all(token.kind == "quote" or _is_part(text, token, reader) for token in parts):
        return 0
    return place + 1 if names_document(text, parts, reader) else 0


def _kept_in(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a shelfmark name the archive: "Box 12, Brown Papers, Ames Library"."""
    places = [index for index, token in enumerate(tokens) if reader.words.archive.search(said(text, token))]
    count = places[-1] + 1 if places else 0
    return count if all(_is_part(text, token, reader) for token in tokens[:count]) else 0


def _filed_in(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a box name what is in it, up to the end of the citation.

    "Box 12, Files for the Governor, Trade"; "RG 59, Harbor Files 1950–53".
    """
    for token in tokens:
        words = said(text, token)
        named = words[:1].isupper() or is_years(text, token)
        if token.kind != "text" or not named or reader.words.verb.search(words):
            return 0
    return len(tokens)


def unmarked(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An archive and its collections without a number: "Ames Library, Brown Papers, Trade (2)"."""
    if len(tokens) > 1 and tokens[-1].kind == "paren" and PART.fullmatch(text[slice(*tokens[-1].inner)]):
        found = unmarked(text, tokens[:-1], reader)
        return found and replace(found, end=tokens[-1].end, closed=(*found.closed, tokens[-1].inner))
    names = [token for token in tokens if token.kind == "text"]
    if not names or len(names) < len(tokens):
        return None
    if not all(_is_part(text, token, reader) or is_years(text, token) for token in names):
        return None
    held = [token for token in names if reader.words.archive.search(said(text, token))]
    if not held or (len(names) < 2 and len(said(text, names[0]).split()) < 2):
        return None
    found = citation("archival", names[0].start, names, [])
    return replace(found, closed=files(text, names[1:], [], reader))


def _is_part(text: str, token: Token, reader: Reader) -> bool:
    """Whether it may belong to a citation and is not a sentence about something."""
    if token.kind != "text":
        return True
    words = reader.words.addressing.sub("", said(text, token))
    if reader.words.verb.search(words):
        return False
    known = (reader.words.document, reader.words.archive, reader.words.collection)
    return (
        reader.is_phrase(words)
        or reader.is_date(text, token)
        or HOUR.fullmatch(words) is not None
        or reader.words.dispatched.fullmatch(words) is not None
        or any(pattern.search(words) for pattern in known)
    )


def _last_phrase(text: str, tokens: list[Token], reader: Reader) -> list[Token]:
    """The archive alone, where a sentence leads up to it."""
    kept: list[Token] = []
    for token in reversed(tokens):
        if not _is_part(text, token, reader):
            break
        kept.insert(0, token)
    return kept


def ibid(
    layout: Layout, segment: Segment, shelf: Shelf | None, reader: Reader, marks: Shelfmarks
) -> Citation | None:
    """ "Ibid., 12", "Ibid., d. 44"."""
    text = layout.text
    match = reader.words.ibid.match(text, segment.start, segment.end)
    if match is None:
        return None
    shelf = shelf or marks.part(text, match.end(), segment.end)
    start = shelf[1] if shelf else match.end()
    tokens = layout.tokens(Segment(start, segment.end))
    of_year = len(tokens) > 1 and is_years(text, tokens[0])  # "ibid., 1919, vol. i"
    scopes, used = reader.tail(text, tokens[of_year:])
    used += of_year and used > 0
    used += _filed_in(text, tokens[used:], reader)
    children = [Mention(*shelf, "idno", {"type": "shelfmark"}), *scopes] if shelf else scopes
    word = Token("text", segment.start, start, (segment.start, start))
    return citation("ibid", segment.start, tokens[:used] or [word], children)
