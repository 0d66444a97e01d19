"""Newspapers with their dates, and what repeats or goes on from a work cited before."""

from __future__ import annotations

import re

from teiedition.annotate.citations.books import authors, book_title
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, is_years, said
from teiedition.annotate.citations.scopes import is_roman
from teiedition.model import Mention

LONGEST_PERIODICAL = 7
SHORTENED = re.compile(r"[A-Z][A-Za-z]*[A-Z]|(?:here(?:in)?after|henceforth):? (?:cited as )?.+")
YEAR = re.compile(r"[12]\d{3}")


def periodical(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A newspaper or bulletin with a date: "The Courier, 3 May 1902, 8"; "Bulletin, no. 12 (3 May 1959)"."""
    tokens = [_behind_colon(text, tokens[0], reader), *tokens[1:]]
    words = said(text, tokens[0])
    length = len(words.split())
    if tokens[0].kind != "text" or length > LONGEST_PERIODICAL or reader.words.document.search(words):
        return None
    if not (reader.is_phrase(words) or (length < 4 and reader.is_phrase(words.split()[0]))):
        return None
    begin = next((index for index, token in enumerate(tokens[1:], 1) if token.kind == "text"), len(tokens))
    if any(token.kind == "quote" for token in tokens[:begin]):
        return None
    scopes, used = reader.tail(text, tokens[begin:])
    stretch = tokens[begin : begin + used]
    dated = any(
        token.kind == "paren" or reader.is_date(text, token) or _of_issue(text, token, reader)
        for token in stretch
    )
    if not dated or used < len(tokens) - begin and not scopes:
        return None
    title = Mention(tokens[0].start, tokens[0].end, "title", {"level": "j"})
    glosses = [gloss for token in tokens[1:begin] for gloss in reader.translation(text, token, words, "j")]
    return citation("periodical", tokens[0].start, tokens[: begin + used], [title, *glosses, *scopes])


def continued(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """What goes on from the citation before: "25 June, 3", "vol. 2, 371"."""
    while len(tokens) > 1 and reader.words.is_filler.fullmatch(said(text, tokens[-1])):
        tokens = tokens[:-1]
    scopes, used = reader.tail(text, tokens)
    if all(scope.attributes["unit"] in ("note", "document") for scope in scopes):
        return None  # "footnote 3, Document 12" are of this edition
    if used < len(tokens) or (not reader.is_date(text, tokens[0]) and len(tokens) < 2):
        return None
    return citation("part", tokens[0].start, tokens, scopes)


def short(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An author, a short title, or both, and pages: "Brown, River Trade, 12"."""
    tokens = [token for token in tokens if not reader.words.op_cit.fullmatch(said(text, token))]
    place = next((index for index in range(1, len(tokens)) if reader.tail(text, tokens[index:])[1]), None)
    if place is not None and place > 1 and _is_numeral(text, tokens[place - 1]):
        place -= 1  # "1952–1954, V, p. 3": a volume without its label
    if place is None or not all(token.kind == "text" or _shortened(text, token) for token in tokens[:place]):
        return None
    scopes, used = _tail(text, tokens[place:], reader)
    if reader.words.archive.search(said(text, tokens[0])) and not _has_pages(scopes):
        return None  # "Ames Library, Country File, Vol. II"
    behind = tokens[place + used :]
    if len(behind) > 1 and behind[0].kind == "text" and reader.is_phrase(said(text, behind[0])):
        named = 2 if is_years(text, behind[1]) else 1
        more, count = reader.tail(text, behind[named:])  # "vol. 19, China, 1950–53, doc. 45"
        whole = len(behind) == named and reader.words.series.match(text, tokens[0].start) is not None
        scopes, used = [*scopes, *more], used + (count + named if count or whole else 0)
        behind = tokens[place + used :]
    ended = behind and (
        reader.words.other.match(said(text, behind[0])) or reader.words.verb.match(said(text, behind[0]))
    )
    if not scopes or (behind and not ended):
        return None
    tokens = tokens[: place + used]
    people, taken = authors(text, tokens[:place], reader)
    if place - taken > 1 and _are_dates(text, tokens[taken:place], reader):
        place -= 1  # "Papers of the Governor, 1971, p. 12": the year in which they appeared
    title = book_title(text, tokens[taken:place], reader)
    if reader.words.verb.search(text, tokens[0].start, tokens[place - 1].end):
        return None
    if not any(child.element == "title" for child in title) or not all(
        reader.is_phrase(said(text, token).split()[0]) for token in tokens[:place][:1]
    ):
        return None
    kind = "series" if reader.words.series.match(text, tokens[0].start) else "short"
    return citation(kind, tokens[0].start, tokens, [*people, *title, *scopes])


def _behind_colon(text: str, token: Token, reader: Reader) -> Token:
    """A token without the words of a sentence that lead to it: "The list of visitors: The Courier"."""
    colon = text.find(": ", token.start, token.end)
    if colon < 0 or len(reader.small_words(text[token.start : colon])) < 2:
        return token
    return Token(token.kind, colon + 2, token.end, (colon + 2, token.end))


def _are_dates(text: str, tokens: list[Token], reader: Reader) -> bool:
    """Whether the last token says of which years a volume is, and does not belong to a title.

    "Papers of the Governor, 1971"; of a series or its initials also "Foreign Relations, 1952–1954".
    """
    last = said(text, tokens[-1])
    if YEAR.fullmatch(last):
        return True
    series = reader.words.series.match(text, tokens[0].start) or said(text, tokens[0]).isupper()
    return is_years(text, tokens[-1]) and bool(series)


def _is_numeral(text: str, token: Token) -> bool:
    words = said(text, token)
    return token.kind == "text" and words.isupper() and is_roman(words)


def _tail(text: str, tokens: list[Token], reader: Reader) -> tuple[list[Mention], int]:
    if tokens and _is_numeral(text, tokens[0]):
        scopes, used = reader.tail(text, tokens[1:])
        return [Mention(tokens[0].start, tokens[0].end, "biblScope", {"unit": "volume"}), *scopes], used + 1
    return reader.tail(text, tokens)


def _shortened(text: str, token: Token) -> bool:
    """Whether brackets say how a title is shortened: "(DPN)", "(hereafter Papers)"."""
    return token.kind in ("paren", "bracket") and SHORTENED.fullmatch(text[slice(*token.inner)]) is not None


def _of_issue(text: str, token: Token, reader: Reader) -> bool:
    """A year or a season behind an issue: "no. 1, 1997", "n° 108, hiver 2001"."""
    return YEAR.fullmatch(said(text, token)) is not None


def _has_pages(scopes: list[Mention]) -> bool:
    return any(scope.attributes["unit"] == "page" for scope in scopes)
