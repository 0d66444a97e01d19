"""What stands around a shelfmark: the names of files, a document, the archive behind it."""

from __future__ import annotations

import re

from teiedition.annotate.citations.descriptions import described_parts, names_document
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, is_years, said
from teiedition.model import Mention

PART = re.compile(r"\d+(?:(?:[/–-]| of )\d+)*")
"""Which part of a folder, or of which dates: "(3/8)", "(5/14/82–5/19/82)", "1/24/77–3/24/77"."""
FROM = re.compile(r"from (?:the )?(?=\w)")
FILE = re.compile(r"\d+(?:\.\d+)? [A-Z].*")
"""A file that has its number before its name: "075 Visits"."""
LED_TO = re.compile(r".*(?: (?:in|from|at|of) (?:the )?|: )(?=[A-Z])")
SENT = re.compile(r"[A-Z]{1,3}\.? ?\d+(?:/\d+)+")
"""The number of a message: "T.271/62"."""
LONGEST_REMARK = 30
HOUR = re.compile(r"\d{1,2}(?::\d\d)?(?:[–-]\d{1,2}(?::\d\d)?)? ?[ap]\. ?m\.?")
"""An hour, as recordings of conversations are cited with."""
INITIALS = re.compile(r"[A-Z][A-Za-z]?(?:[A-Z]{1,5}|[A-Z-][\w-]*[A-Z][\w-]*)")


def behind(
    text: str, shelf: tuple[int, int], tokens: list[Token], reader: Reader, told: bool
) -> tuple[list[Mention], int]:
    """The parts of a citation behind its shelfmark, and how many tokens they take.

    `told`: what stands under the shelfmark was said before it.
    """
    joined = _joined(text, shelf[1], tokens, reader)
    scopes, used = reader.tail(text, tokens[joined:])
    used += joined
    used += _kept_in(text, tokens[used:], reader)
    box = joined or reader.words.lone_label.match(text, *shelf) or text[shelf[0]] == "#"
    named = 0 if told else _described_behind(text, tokens[used:], reader)
    first = tokens[used] if used < len(tokens) else None
    addressed = first is not None and reader.people.has_addressee(text, first.start, first.end)
    letter = named == 2 and (addressed or reader.words.document.search(said(text, tokens[used])) is not None)
    titled = named == 1 and len(said(text, tokens[used]).split()) > 2  # a folder has a shorter name
    if box and not (letter or titled):
        return scopes, used + filed_in(text, tokens[used:], reader)
    described = [_without_from(text, token) for token in tokens[used : used + named]]
    parts = described_parts(text, described, reader) if named else []
    used += named
    used += bool(named and used < len(tokens) and SENT.fullmatch(said(text, tokens[used])))
    return [*scopes, *parts], used + fillers(text, tokens[used:], reader)


def _joined(text: str, end: int, tokens: list[Token], reader: Reader) -> int:
    """How many tokens go on from a shelfmark without a comma: "NSC 00049 3 May 82", "POL 3/Land"."""
    count = 0
    for token in tokens:
        words = said(text, token)
        if token.start > end + 1 or reader.words.verb.search(words):
            return count
        if token.kind != "text" and (token.kind != "paren" or not count or reader.small_words(words[1:-1])):
            return count
        counted = text[end - 1 : end] == ")" or text[token.start].isdigit()
        if not counted and reader.scopes.read(text, token):
            return count
        count, end = count + 1, token.end
    return count


def fillers(text: str, tokens: list[Token], reader: Reader) -> int:
    """Whether ", respectively" ends a citation of two files: the one token."""
    return int(bool(tokens) and reader.words.is_filler.fullmatch(said(text, tokens[0])) is not None)


def _described_behind(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a shelfmark say what stands under it, with its date as the last.

    "FO 371/95123, Holt to Quill, 4 April 1951"; "CAB 129/45, ‘The Ferry’, memorandum, 9 April 1951".
    """
    if len(tokens) == 1 and tokens[0].kind == "quote":
        return 1
    place = next((index for index, token in enumerate(tokens) if reader.is_date(text, token)), 0)
    parts = [_without_from(text, token) for token in tokens[:place]]
    if not parts or not all(token.kind == "quote" or is_part(text, token, reader) for token in parts):
        return 0
    return place + 1 if names_document(text, parts, reader) else 0


def _is_place(text: str, token: Token, reader: Reader) -> bool:
    """Whether it may say where an archive is, or how it is shortened: "College Park", "(hereafter NA)"."""
    words = said(text, token)
    if token.kind == "paren":
        return words[1:-1].partition(" ")[0].rstrip(":") in reader.words.shortening
    named = reader.is_phrase(words) and len(words.split()) < 4 and not any(map(str.isdigit, words))
    return token.kind == "text" and named and not reader.words.verb.search(words)


def _is_archive(text: str, token: Token, reader: Reader) -> bool:
    """Whether a token names an archive, be it by initials ("JFKL") or as the same as before ("ibid.")."""
    words = said(text, token)
    known = reader.words.archive.search(words) or reader.words.ibid.fullmatch(words)
    return token.kind == "text" and bool(known or INITIALS.fullmatch(words))


def _without_from(text: str, token: Token) -> Token:
    """A token without the word that leads to it: "from the diary of Tom Orr"."""
    match = FROM.match(text, token.start, token.end)
    return Token(token.kind, match.end(), token.end, (match.end(), token.end)) if match else token


def _kept_in(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a shelfmark name the archive: "Box 12, Brown Papers, Ames Library"."""
    places = [index for index, token in enumerate(tokens) if _is_archive(text, token, reader)]
    count = places[-1] + 1 if places else 0
    where = tokens[count:] if count else []
    if where and all(_is_place(text, token, reader) for token in where):
        count = len(tokens)
    parts = (is_part(text, token, reader) or _is_archive(text, token, reader) for token in tokens[:count])
    return count if all(parts) else 0


def filed_in(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many tokens behind a box name what is in it, up to the end of the citation.

    "Box 12, Files for the Governor, Trade"; "RG 59, Harbor Files 1950–53".
    """
    for token in tokens:
        words = said(text, token)
        if token.kind in ("paren", "bracket", "quote"):
            if len(words) > LONGEST_REMARK or reader.small_words(words[1:-1]):
                return 0
            continue
        numbered = is_years(text, token) or PART.fullmatch(words) or FILE.fullmatch(words)
        named = words[:1].isupper() or token.colon or numbered
        if token.kind != "text" or not named or reader.words.verb.search(words):
            return 0
    return len(tokens)


def are_parts(text: str, tokens: list[Token], reader: Reader) -> bool:
    """Whether all tokens may belong to a citation; behind an archive also "1977–1980" and foreign names."""
    held = bool(tokens) and INITIALS.fullmatch(said(text, tokens[0])) is not None
    for count, token in enumerate(tokens):
        words = said(text, token)
        named = words[:1].isupper() or words[:1].isdigit() or reader.words.fonds.match(words)
        foreign = (held or count > 1) and named and not reader.words.verb.search(words)
        if not (is_part(text, token, reader) or foreign):
            return False
        held = held or reader.words.archive.search(words) is not None
    return True


def is_part(text: str, token: Token, reader: Reader) -> bool:
    """Whether it may belong to a citation and is not a sentence about something."""
    if token.kind != "text":
        return True
    words = reader.words.addressing.sub("", said(text, token))
    if reader.words.verb.search(words):
        return False
    told = reader.words
    known = (told.document, told.archive, told.collection, told.symbolled, told.files)
    return (
        reader.is_phrase(words)
        or reader.is_date(text, token)
        or HOUR.fullmatch(words) is not None
        or reader.words.dispatched.fullmatch(words) is not None
        or any(pattern.search(words) for pattern in known)
    )


def last_phrase(text: str, tokens: list[Token], reader: Reader) -> list[Token]:
    """The archive alone, where a sentence leads up to it."""
    kept: list[Token] = []
    for token in reversed(tokens):
        if not (is_part(text, token, reader) or is_years(text, token)):
            led = LED_TO.match(text, token.start, token.end)
            rest = led and Token("text", led.end(), token.end, (led.end(), token.end))
            return [rest, *kept] if rest and is_part(text, rest, reader) else kept
        kept.insert(0, token)
    return kept
