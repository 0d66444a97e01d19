"""Works whose titles stand in quotation marks: articles, chapters, theses, papers."""

from __future__ import annotations

import re

from teiedition.annotate.citations.books import as_editors, book_title, closes, unbracketed
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.imprints import title_in
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, said
from teiedition.model import Mention

TRANSLATED = re.compile(r"(?P<title>[^\[\]]+) \[(?P<gloss>[A-Z][^\[\]]+)\][,.]?")


def quoted(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A work whose title stands in quotation marks: an article, a chapter, a thesis, a paper."""
    place = next((index for index, token in enumerate(tokens) if token.kind == "quote"), None)
    if place is None:
        return None
    people, taken = reader.roles(text, tokens[:place])
    if taken < place or (place and not reader.may_be_people(said(text, tokens[0]))):
        return None
    title, rest = tokens[place], tokens[place + 1 :]
    if not any(map(str.isalnum, text[slice(*title.inner)])):
        return None
    glosses = 0
    if len(rest) > 1 and rest[0].kind == "bracket":
        people = [*people, *reader.translation(text, rest[0], text[slice(*title.inner)], "a")]
        rest, glosses = rest[1:], 1
    if rest and reader.is_date(text, rest[0]):
        return None  # a document, with its date and its archive
    kind, level, children, used = where_it_appeared(text, rest, reader)
    if kind == "prose":
        return None
    if kind == "nowhere":
        if not (people or text[title.inner[1] - 1] == ","):
            return None
        kind, level = ("short", "a") if used and people else ("article", "a" if used else "u")
        if any(reader.words.is_unpublished.fullmatch(said(text, token)) for token in rest[:used]):
            kind, level = "paper", "u"
    children = [*people, *_titled(text, title.inner, level, reader), *children]
    scopes, more = reader.tail(text, rest[used:])
    return citation(kind, tokens[0].start, tokens[: place + 1 + glosses + used + more], children + scopes)


def _titled(text: str, inner: tuple[int, int], level: str, reader: Reader) -> list[Mention]:
    """The title in quotation marks, with its translation within these: “Reka [The River]”."""
    match = TRANSLATED.fullmatch(text, *inner)
    if match is None or reader.small_words(match["gloss"]):
        return [title_in(text, inner, level)]
    gloss = Mention(*match.span("gloss"), "title", {"level": level, "type": "translation"})
    return [title_in(text, match.span("title"), level), gloss]


def where_it_appeared(text: str, rest: list[Token], reader: Reader) -> tuple[str, str, list[Mention], int]:
    """Kind, level of the title, children and tokens used of what follows a quoted title.

    `nowhere` is a title alone, or with pages; `prose` a quotation that is no title at all.
    """
    if not rest:
        return "nowhere", "u", [], 0
    if rest[0].kind == "paren":
        imprint = reader.imprint(text, rest[0])
        if imprint.kind in ("thesis", "paper"):
            return imprint.kind, "u", list(imprint.children), 1
        if imprint.kind in ("date", "imprint"):
            return "article", "a", list(imprint.children), 1
    if rest[0].kind != "text":
        return "nowhere", "u", [], 0
    scopes, used = reader.tail(text, rest)
    if used:
        return "nowhere", "a", scopes, used
    numbered = reader.words.series.search(said(text, rest[0])) or reader.scopes.behind_title(
        text, rest[0], "issue"
    )
    if reader.words.archive.search(said(text, rest[0])) and not numbered:
        return "document", "u", [], 1
    if match := reader.words.in_before.match(said(text, rest[0])):
        return _host(text, rest, match.end(), reader)
    if reader.words.ibid.fullmatch(said(text, rest[0])):
        return "article", "a", [], 1
    if reader.is_phrase(said(text, rest[0])) or _is_numbered(text, rest, reader):
        return _container(text, rest, reader)
    return "prose", "u", [], 0


def _is_numbered(text: str, rest: list[Token], reader: Reader) -> bool:
    """Whether a title in small letters ("Problemy mira, no. 3") is known by its number or date."""
    if reader.scopes.behind_title(text, rest[0], "issue"):
        return True
    for token in rest[1:]:
        if token.kind == "text":
            return bool(reader.scopes.read(text, token)) or reader.is_date(text, token)
        if token.kind == "paren" and reader.imprint(text, token).kind == "date":
            return True
    return False


def _host(text: str, rest: list[Token], offset: int, reader: Reader) -> tuple[str, str, list[Mention], int]:
    """The book in which a chapter stands, or the series behind "in"."""
    inside = Token("text", rest[0].start + offset, rest[0].end, (0, 0))
    if reader.words.ibid.fullmatch(said(text, inside)):
        return "chapter", "a", [], 1
    tokens = [inside, *rest[1:]]
    people, taken = reader.roles(text, tokens)
    paren = next(
        (i for i, token in enumerate(tokens) if token.kind == "paren" and closes(text, token, reader)), None
    )
    is_editor = bool(people) and people[0].element == "editor"
    listed = taken and len(tokens) > 1 and " " in said(text, inside)
    named = listed and reader.people.names(text, inside.start, inside.end)
    if not is_editor and not (named and _begins_title(text, tokens[1], reader)):
        people, taken = [], 0
    if paren is None and is_editor and (cited := unbracketed(text, tokens, reader)):
        return "chapter", "a", list(cited.children), len(tokens)
    if paren is None and is_editor and taken < len(tokens):
        return "chapter", "a", [*people, *book_title(text, tokens[taken:], reader)], len(tokens)
    if paren is None or paren <= taken or _is_counted(text, tokens, paren, reader):
        return _container(text, tokens, reader)
    book = book_title(text, tokens[taken:paren], reader)
    children = [*as_editors(people), *book, *reader.imprint(text, tokens[paren]).children]
    return "chapter", "a", children, paren + 1


def _is_counted(text: str, tokens: list[Token], paren: int, reader: Reader) -> bool:
    """Whether it is a journal with its volume and year: "Quay Review 26 (1993)"."""
    alone = paren == 1 and reader.imprint(text, tokens[1]).kind == "date"
    return alone and reader.scopes.behind_title(text, tokens[0], "volume") is not None


def _begins_title(text: str, token: Token, reader: Reader) -> bool:
    """Whether a title may begin there: no volume, no "ed. Jane Quill" that would go on with a title."""
    words = said(text, token)
    behind = (reader.words.editor_before, reader.words.translator_before)
    return (
        token.kind == "text"
        and not any(pattern.match(words) for pattern in behind)
        and not reader.scopes.read(text, token)
    )


def _container(text: str, rest: list[Token], reader: Reader) -> tuple[str, str, list[Mention], int]:
    """A journal, series or newspaper with its volume and issue, its date in brackets."""
    first = rest[0]
    level = "s" if reader.words.series.search(said(text, first)) else "j"
    behind = next((token for token in rest[1:] if token.kind == "text"), None)
    following = reader.scopes.read(text, behind) if behind else None
    unit = "volume" if following and following[0].attributes["unit"] == "issue" else "issue"
    numbered = reader.scopes.behind_title(text, first, unit)
    end, scopes = numbered if numbered else (first.end, [])
    children, used = [Mention(first.start, end, "title", {"level": level}), *scopes], 1
    while used < len(rest) and rest[used].kind in ("paren", "bracket"):
        imprint = reader.imprint(text, rest[used]) if rest[used].kind == "paren" else None
        children += imprint.children if imprint else ()
        children += reader.translation(text, rest[used], text[first.start : end], level)
        used += 1
    return "article", "a", children, used
