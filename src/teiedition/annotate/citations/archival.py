"""Archival items and documents named by what they are; interviews; "Ibid."."""

from __future__ import annotations

import re

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.imprints import title_in
from teiedition.annotate.citations.layout import Layout, Segment, Token
from teiedition.annotate.citations.reader import Reader, citation, said
from teiedition.annotate.citations.shelfmarks import Shelfmarks
from teiedition.model import Mention

ABBREVIATION = re.compile(r"[A-Z]{2,8}(?:-[A-Z]{2,6})?")
NUMBERED = re.compile(r"\d{1,4}(?:/\d{1,5}){1,3}[a-z]?")

DECIMAL = re.compile(r"\d{3}[A-Z]?\.\d{1,5}(?:[-–][A-Z]{2,5})?/\d{1,2}[-–]\d{2,6}")
"""A number of a decimal file, which needs no archive before it: "(611.68/10-1557)"."""

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
    idno = Mention(*shelf, "idno", {"type": "shelfmark"})
    children = [*_described(text, before, reader, archive_last=True), idno, *scopes]
    if not any(token.kind == "quote" or reader.is_date(text, token) for token in before):
        more = _described_behind(text, after[used:], reader)
        children += _described(text, after[used : used + more], reader, archive_last=False) if more else []
        used += more
    last = after[:used] or [Token("text", *shelf, shelf)]
    return citation("archival", before[0].start if before else shelf[0], last, children)


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


def unmarked(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An archive and its collections without a number: "Ames Library, Brown Papers, Trade"."""
    names = [token for token in tokens if token.kind == "text"]
    if not names or len(names) < len(tokens) or not all(_is_part(text, token, reader) for token in names):
        return None
    held = [token for token in names if reader.words.archive.search(said(text, token))]
    if not held or (len(names) < 2 and len(said(text, names[0]).split()) < 2):
        return None
    return citation("archival", names[0].start, names, [])


def _is_part(text: str, token: Token, reader: Reader) -> bool:
    """Whether it may belong to a citation and is not a sentence about something."""
    if token.kind != "text":
        return True
    words = said(text, token)
    if reader.words.verb.search(words):
        return False
    known = (reader.words.document, reader.words.archive, reader.words.collection)
    return (
        reader.is_phrase(words)
        or reader.is_date(text, token)
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


def _described(text: str, tokens: list[Token], reader: Reader, archive_last: bool) -> list[Mention]:
    """Title and author in what stands before date, archive and shelfmark."""
    quote = next((index for index, token in enumerate(tokens) if token.kind == "quote"), None)
    if quote is not None:
        people = _senders(text, tokens[0], reader) if quote else []
        return [*people, title_in(text, tokens[quote].inner, "u")]
    dates = [index for index, token in enumerate(tokens) if reader.is_date(text, token)]
    texts = [token for token in tokens[: dates[0] if dates else len(tokens)] if token.kind == "text"]
    texts = [token for token in texts if not reader.words.dispatched.fullmatch(said(text, token))]
    if not texts or (not dates and archive_last and not _is_described(text, texts[0], reader)):
        return []  # nothing but the archive
    if not dates and archive_last:
        texts = texts[:1]
    if reader.words.genre.fullmatch(said(text, texts[0])) and len(texts) > 1:
        genre = Mention(texts[0].start, texts[0].end, "title", {"level": "u"})
        if reader.words.conversation.search(said(text, texts[0])):
            return [genre]  # those who talked did not write it
        return [genre, *_senders(text, texts[1], reader)]
    return _author_and_title(text, texts, reader)


def _is_described(text: str, token: Token, reader: Reader) -> bool:
    """Whether an undated item is named before its archive: by its kind, or by sender and addressee."""
    words = said(text, token)
    if reader.words.archive.search(words):
        return False
    return bool(reader.words.document.search(words)) or reader.people.has_addressee(
        text, token.start, token.end
    )


def _author_and_title(text: str, texts: list[Token], reader: Reader) -> list[Mention]:
    """ "Soviet Embassy, Diary Report"; "Brown to Gray"; "Minutes of a talk", which has no author."""
    first = texts[0]
    words = said(text, first)
    document = reader.words.document.search(words)
    addressed = reader.people.has_addressee(text, first.start, first.end)
    sender_end = reader.people.senders(text, first.start, first.end)[-1][1] if addressed else first.end
    is_document = document is not None and first.start + document.start() < sender_end
    addressed = addressed and not is_document
    if len(texts) == 1 and (is_document or not (addressed or reader.people.is_name(words))):
        return [Mention(first.start, reader.before_dates(text, first), "title", {"level": "u"})]
    people = [] if is_document else _senders(text, first, reader)
    rest = texts if is_document else texts[1:]
    return [*people, Mention(rest[0].start, rest[-1].end, "title", {"level": "u"})] if rest else people


def _senders(text: str, token: Token, reader: Reader) -> list[Mention]:
    sent = reader.words.sent_from.match(text, token.start, token.end)
    if sent:
        token = Token("text", sent.end(), token.end, (sent.end(), token.end))
    return [
        Mention(start, end, "author") for start, end in reader.people.senders(text, token.start, token.end)
    ]


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
    children = _described(
        text, tokens[: date + reader.is_date(text, tokens[date])], reader, archive_last=False
    )
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


def described_parts(text: str, tokens: list[Token], reader: Reader) -> list[Mention]:
    """Title and author of a document in what stands before its date and with it."""
    return _described(text, tokens, reader, archive_last=False)


def names_document(text: str, tokens: list[Token], reader: Reader) -> bool:
    """Whether tokens say what a document is: "Minutes of a talk", "Brown to Gray"."""
    if any(token.kind == "quote" for token in tokens):
        return reader.is_phrase(said(text, tokens[0])) or tokens[0].kind == "quote"
    words = said(text, tokens[0])
    if reader.words.document.search(words):
        others = [word for word in reader.small_words(words) if not reader.words.document.match(word)]
        return len(others) < 3 and (words[0].isupper() or bool(reader.words.document.match(words)))
    texts = [token for token in tokens if token.kind == "text"]
    addressed = reader.people.has_addressee(text, tokens[0].start, tokens[0].end)
    return reader.is_phrase(words) and (addressed or len(texts) > 1)


def _is_place(text: str, token: Token, reader: Reader) -> bool:
    """Where a document is kept or printed: an archive, a collection, "in" something."""
    words = said(text, token)
    return bool(
        reader.words.archive.search(words)
        or reader.words.collection.search(words)
        or reader.words.ibid.fullmatch(words)
        or (reader.words.in_before.match(words) and reader.scopes.behind_title(text, token, "issue"))
        or token.kind == "paren"
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
    if match is None and len(tokens) > 2 and reader.people.is_name(first):
        named = reader.words.interview.match(said(text, tokens[1]))
        first, match = (said(text, tokens[1]).capitalize(), named) if named else (first, None)
    if match is None or (match.start() and not first[0].isupper()):
        return None
    dated = any(any(letter.isdigit() for letter in said(text, token)) for token in tokens)
    return citation("interview", tokens[0].start, tokens, []) if dated else None


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
    scopes, used = reader.tail(text, tokens)
    children = [Mention(*shelf, "idno", {"type": "shelfmark"}), *scopes] if shelf else scopes
    word = Token("text", segment.start, start, (segment.start, start))
    return citation("ibid", segment.start, tokens[:used] or [word], children)
