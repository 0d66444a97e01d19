"""Works cited by author and year: "Quill 1998, 41–5"; "Quill and Orr 2005: 67"; "Quill (1998), p. 41"."""

from __future__ import annotations

import re

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, said
from teiedition.model import Mention

YEAR = r"[12]\d{3}[a-z]?"
DATED = re.compile(rf"(?P<people>[^\d,(]+?) {YEAR}(?:: ?(?P<pages>\d+(?:[-–]\d+)?))?")
IN_BRACKETS = re.compile(rf"{YEAR}(?:[:,] ?(?P<pages>(?:pp?\. ?)?\d+(?:[-–]\d+)?))?")
LONGEST_NAMES = 6


def author_date(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A work by surnames and year, with its pages; None without pages, as a year alone says too little."""
    first, rest = tokens[0], tokens[1:]
    match = DATED.fullmatch(text, first.start, first.end) if first.kind == "text" else None
    end = match.end("people") if match else first.end
    if match is None and rest and rest[0].kind == "paren":
        match, rest = IN_BRACKETS.fullmatch(text, *rest[0].inner), rest[1:]
    if match is None or first.kind != "text" or reader.is_date(text, first):
        return None
    people = reader.people.names(text, first.start, end)
    if people is None or len(said(text, first).split()) > LONGEST_NAMES or not _surnames(text, people):
        return None
    if match["pages"]:
        pages = Token("text", *match.span("pages"), match.span("pages"))
        scopes, used = reader.scopes.read(text, pages) or [], 0
    else:
        scopes, used = reader.tail(text, rest)
    if not scopes or used < len(rest):
        return None
    authors = [Mention(start, stop, "author") for start, stop in people]
    return citation("short", first.start, tokens, [*authors, *scopes])


def _surnames(text: str, people: list[tuple[int, int]]) -> bool:
    """Whether all are named as in short citations: by the surname, or with initials before it."""
    names = [text[start:stop].split() for start, stop in people]
    return all(len(name) == 1 or all("." in word for word in name[:-1]) for name in names)
