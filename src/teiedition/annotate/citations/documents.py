"""Documents named by what they are, in an archive, a collection, or nowhere; interviews."""

from __future__ import annotations

import re

from teiedition.annotate.citations.archival import unmarked
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.descriptions import described_parts, names_document
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, said
from teiedition.model import Mention

ABBREVIATION = re.compile(r"[A-Z]{2,8}(?:-[A-Z]{2,6})?")
WEB = re.compile(r"https?://")
NUMBERED = re.compile(r"\d{1,4}(?:/\d{1,5}){1,3}[a-z]?")


def described(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A document named by what it is, with its date, in an archive or a collection, or nowhere.

    "Minutes of a talk between Brown and Gray, 21 May 1960, authors’ personal collection".
    """
    date = next((index for index, token in enumerate(tokens) if reader.is_date(text, token)), None)
    if date is None:
        if all(_is_held(text, token, reader) for token in tokens):
            return unmarked(text, tokens, reader)
        date = _dated_inside(text, tokens, reader)
    if not date or not names_document(text, tokens[:date], reader):
        return None
    if any(reader.scopes.read(text, token) for token in tokens[:date] if token.kind == "text"):
        return None  # volume and columns: something printed
    rest = tokens[date:]
    children = described_parts(text, tokens[: date + reader.is_date(text, tokens[date])], reader)
    used, scopes = 0, list[Mention]()
    while used < len(rest):
        found, more = reader.tail(text, rest[used:])
        if not more and not _is_place(text, rest[used], reader):
            kept = _kept_behind(text, rest, used, reader)
            if kept is None:
                break
            found = kept
        elif not more and (inside := reader.words.in_before.match(said(text, rest[used]))):
            found = _in_series(text, rest[used], inside.end(), reader)
        scopes += found
        used += more or 1
    if used < len(rest):
        return None
    kind = "archival" if any(child.element == "idno" for child in scopes) else "document"
    return citation(kind, tokens[0].start, tokens, [*children, *scopes])


def _kept_behind(text: str, tokens: list[Token], place: int, reader: Reader) -> list[Mention] | None:
    """What a token says of the place where a document is kept or printed; None where it says something else.

    "FCA, Belgrade Agency, 1957/212, in Papers on Locks, vol. 3": an archive by its letters, a series
    within it, a number, a volume of documents.
    """
    token = tokens[place]
    words = said(text, token)
    if ABBREVIATION.fullmatch(words) or reader.words.dispatched.fullmatch(words):
        return []
    held = any(
        ABBREVIATION.fullmatch(said(text, other)) or reader.words.archive.search(said(text, other))
        for other in tokens[:place]
    )
    if held and NUMBERED.fullmatch(words):
        return [Mention(token.start, token.end, "idno", {"type": "shelfmark"})]
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    inside = reader.words.in_before.match(words)
    if inside and behind and behind.kind == "text" and reader.scopes.read(text, behind):
        return [Mention(token.start + inside.end(), token.end, "title", {"level": "m"})]
    return [] if held and token.kind == "text" and reader.is_phrase(words) else None


def _is_held(text: str, token: Token, reader: Reader) -> bool:
    """Whether a token names an archive or its files and nothing else: "Whitman File", "NSC Records"."""
    words = said(text, token)
    held = reader.words.archive.search(words) or reader.words.files.search(words)
    return token.kind == "text" and reader.is_phrase(words) and held is not None


def _dated_inside(text: str, tokens: list[Token], reader: Reader) -> int | None:
    """Where the archive stands, if the first token has its own date ("Report for 1953, State Archives")."""
    place = next(
        (i for i, token in enumerate(tokens[1:], 1) if reader.words.archive.search(said(text, token))), None
    )
    return place if place and all(reader.is_phrase(said(text, token)) for token in tokens[:place]) else None


def _is_place(text: str, token: Token, reader: Reader) -> bool:
    """Where a document is kept or printed: an archive, a collection, "in" something."""
    words = said(text, token)
    return bool(
        reader.words.archive.search(words)
        or reader.words.collection.search(words)
        or reader.words.ibid.fullmatch(words)
        or (reader.words.in_before.match(words) and reader.scopes.behind_title(text, token, "issue"))
        or token.kind == "paren"
        or WEB.match(words)
    )


def _in_series(text: str, token: Token, offset: int, reader: Reader) -> list[Mention]:
    inner = Token("text", token.start + offset, token.end, (0, 0))
    numbered = reader.scopes.behind_title(text, inner, "issue")
    series = reader.words.series.search(said(text, inner))
    level = "s" if series else "j" if numbered else "m"
    end, scopes = numbered if numbered else (inner.end, [])
    return [Mention(inner.start, end, "title", {"level": level}), *scopes]


def interview(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An interview or a personal communication, with its date."""
    first = said(text, tokens[0])
    match = reader.words.interview.search(first)
    people: list[Mention] = []
    if match is None and len(tokens) > 2 and reader.people.is_name(first):
        named = reader.words.interview.match(said(text, tokens[1]))
        first, match = (said(text, tokens[1]).capitalize(), named) if named else (first, None)
        people = [Mention(tokens[0].start, tokens[0].end, "author")]
    if match is None or (match.start() and not first[0].isupper()):
        return None
    dated = any(any(letter.isdigit() for letter in said(text, token)) for token in tokens)
    pages = (
        reader.scopes.read(text, tokens[-1]) if reader.words.page_label.match(text, tokens[-1].start) else []
    )
    return citation("interview", tokens[0].start, tokens, [*people, *(pages or [])]) if dated else None
