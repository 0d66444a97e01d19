"""What is said of a document: its title, its sender, and whether words name a document at all."""

from __future__ import annotations

import re

from teiedition.annotate.citations.imprints import title_in
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, said
from teiedition.model import Mention

COUNTED = re.compile(r"[A-Z]{1,5} ?\(\d\d\) ?\d")
DESIGNATION = re.compile(r"[A-Z]{2,6} \d[\d–/-]*")
DISPATCH = re.compile(r"[A-Z]{0,3}[ -]?\d+(?:/\d+)+")


def described_parts(
    text: str, tokens: list[Token], reader: Reader, archive_last: bool = False
) -> list[Mention]:
    """Title and author of a document in what stands before date, archive and shelfmark.

    `archive_last`: the last token is, or may be, that of the archive.
    """
    if COUNTED.match(text, tokens[0].start) if tokens else False:
        return []  # a paper by its number: "COS(57)244"
    tokens = _with_glosses(text, tokens)
    quote = next((index for index, token in enumerate(tokens) if token.kind == "quote"), None)
    if quote is not None:
        known = quote and not DESIGNATION.fullmatch(said(text, tokens[0]))
        people = _senders(text, tokens[0], reader) if known else []
        return [*people, title_in(text, tokens[quote].inner, "u")]
    dates = [index for index, token in enumerate(tokens) if reader.is_date(text, token)]
    texts = [token for token in tokens[: dates[0] if dates else len(tokens)] if token.kind == "text"]
    texts = [token for token in texts if not _is_number(said(text, token), reader)]
    if texts and _is_archive(text, texts[0], reader):
        return []  # what is behind it names files
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


def _with_glosses(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens, with an editor's words amid those of sender and addressee: "Filin [Orr] to Quill"."""
    found: list[Token] = []
    for token in tokens:
        if (
            len(found) > 1
            and found[-1].kind == "bracket"
            and found[-2].kind == token.kind == "text"
            and token.start - found[-1].end < 2
        ):
            found.pop()
            start = found.pop().start
            token = Token("text", start, token.end, (start, token.end))
        found.append(token)
    return found


def _is_described(text: str, token: Token, reader: Reader) -> bool:
    """Whether an undated item is named before its archive: by its kind, or by sender and addressee."""
    words = said(text, token)
    if reader.words.archive.search(words):
        return False
    return bool(reader.words.document.search(words)) or reader.people.has_addressee(
        text, token.start, token.end
    )


def _is_number(words: str, reader: Reader) -> bool:
    """Whether it is the number of a dispatch: "tel. 112", "T381/56"."""
    return reader.words.dispatched.fullmatch(words) is not None or DISPATCH.fullmatch(words) is not None


def _is_archive(text: str, token: Token, reader: Reader) -> bool:
    words = said(text, token)
    if reader.people.has_addressee(text, token.start, token.end):
        return False
    return bool(reader.words.archive.search(words)) and not reader.words.genre.match(words)


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


def names_document(text: str, tokens: list[Token], reader: Reader) -> bool:
    """Whether tokens say what a document is: "Minutes of a talk", "Brown to Gray"."""
    if any(token.kind == "quote" for token in tokens):
        return reader.is_phrase(said(text, tokens[0])) or tokens[0].kind == "quote"
    words = said(text, tokens[0])
    if reader.words.verb.search(words):
        return False  # a sentence: "Reference is to the report of 5 May"
    if reader.words.document.search(words):
        others = [word for word in reader.small_words(words) if not reader.words.document.match(word)]
        return len(others) < 3 and (words[0].isupper() or bool(reader.words.document.match(words)))
    texts = [token for token in tokens if token.kind == "text"]
    addressed = reader.people.has_addressee(text, tokens[0].start, tokens[0].end)
    return reader.is_phrase(words) and (addressed or len(texts) > 1)
