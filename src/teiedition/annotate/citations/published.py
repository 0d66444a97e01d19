"""Published works: articles, chapters, theses, papers, books, newspapers."""

from __future__ import annotations

import re

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.imprints import title_in
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, is_years, said
from teiedition.model import Mention

LONGEST_PERIODICAL = 7


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
    kind, level, children, used = _where_it_appeared(text, rest, reader)
    if kind == "prose":
        return None
    if kind == "nowhere":
        if not (people or text[title.inner[1] - 1] == ","):
            return None
        kind, level = ("short", "a") if used and people else ("article", "a" if used else "u")
    children = [*people, title_in(text, title.inner, level), *children]
    scopes, more = reader.tail(text, rest[used:])
    return citation(kind, tokens[0].start, tokens[: place + 1 + glosses + used + more], children + scopes)


def _where_it_appeared(text: str, rest: list[Token], reader: Reader) -> tuple[str, str, list[Mention], int]:
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
        (i for i, token in enumerate(tokens) if token.kind == "paren" and _closes(text, token, reader)), None
    )
    is_editor = bool(people) and people[0].element == "editor"
    named = taken and len(tokens) > 1 and reader.people.names(text, inside.start, inside.end)
    if not is_editor and not (named and _begins_title(text, tokens[1], reader)):
        people, taken = [], 0
    if paren is None and is_editor and taken < len(tokens):
        return "chapter", "a", [*people, *book_title(text, tokens[taken:], reader)], len(tokens)
    if paren is None or paren <= taken:
        return _container(text, tokens, reader)
    book = book_title(text, tokens[taken:paren], reader)
    children = [*_as_editors(people), *book, *reader.imprint(text, tokens[paren]).children]
    return "chapter", "a", children, paren + 1


def _begins_title(text: str, token: Token, reader: Reader) -> bool:
    """Whether a title may begin there: no volume, no "ed. Jane Quill" that would go on with a title."""
    words = said(text, token)
    behind = (reader.words.editor_before, reader.words.translator_before)
    return (
        token.kind == "text"
        and not any(pattern.match(words) for pattern in behind)
        and not reader.scopes.read(text, token)
    )


def _as_editors(people: list[Mention]) -> list[Mention]:
    return [Mention(m.start, m.end, "editor", m.attributes) if m.element == "author" else m for m in people]


def _closes(text: str, token: Token, reader: Reader) -> bool:
    return reader.imprint(text, token).kind in ("imprint", "date")


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


def book(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A book: people, a title without quotation marks, place, publisher and year in brackets."""
    paren = next(
        (i for i, token in enumerate(tokens) if token.kind == "paren" and _closes(text, token, reader)), None
    )
    if not paren or any(token.kind == "quote" for token in tokens[:paren]):
        return None
    imprint = reader.imprint(text, tokens[paren])
    next_text = tokens[1] if paren > 1 and tokens[1].kind == "text" else None
    announcer, taken = _announced(text, tokens[0], next_text, reader)
    if taken and taken >= tokens[0].end:
        tokens, paren = tokens[1:], paren - 1
    elif taken:
        tokens = [Token("text", taken, tokens[0].end, (taken, tokens[0].end)), *tokens[1:]]
    people, taken = _authors(text, tokens[:paren], reader) if not announcer else (announcer, 0)
    title = book_title(text, tokens[taken:paren], reader)
    if not title or title[0].element != "title" or (imprint.kind == "date" and not people):
        return None
    if not reader.is_phrase(text[title[0].start : title[0].end].split()[0]):
        return None
    scopes, more = reader.tail(text, tokens[paren + 1 :])
    children = [*people, *title, *imprint.children, *scopes]
    start = people[0].start if announcer else tokens[0].start
    return citation("book", start, tokens[: paren + 1 + more], children)


def _announced(text: str, token: Token, behind: Token | None, reader: Reader) -> tuple[list[Mention], int]:
    """Where a title begins that a sentence announces, 0 where none does; and whose book it says it is.

    "Ada Quill’s book is Locks and Weirs"; "A selection was printed as Papers on Locks"; "Quill’s memoir,
    Days on the River", where the title is `behind` a comma.
    """
    words = said(text, token)
    match = reader.words.announcing.search(words)
    before = words[: match.start()] if match else ""
    owner = re.match(r"(.+?)[’']s? ", before)
    memoir = re.fullmatch(r"(.+?)[’'] ?s? [a-z]+(?: [a-z]+)?", words)
    if memoir and behind and reader.people.is_name(memoir[1]):
        return [Mention(token.start, token.start + memoir.end(1), "author")], behind.start
    if match is None or not reader.small_words(before):
        return [], 0
    if owner and reader.people.is_name(owner[1]):
        return [Mention(token.start, token.start + owner.end(1), "author")], token.start + match.end()
    return [], token.start + match.end()


def _authors(text: str, tokens: list[Token], reader: Reader) -> tuple[list[Mention], int]:
    """The people before an unquoted title: names, or whoever is called editor; else nobody."""
    texts = [
        index for index, token in enumerate(tokens) if token.kind == "text" and not is_years(text, token)
    ]
    if len(texts) < 2:
        return [], 0
    people, taken = reader.roles(text, tokens)
    if taken == 2 or any(child.element == "editor" for child in people):
        return people, taken
    names = reader.people.names(text, tokens[0].start, tokens[0].end)
    if names is None and not reader.words.idem.fullmatch(said(text, tokens[0])):
        return [], 0
    count = 1
    while count + 1 < len(texts) and _is_more_people(text, tokens[count], reader):
        people += reader.people.credits(text, _without_and(text, tokens[count]), "author")
        count += 1
    if count < len(tokens) and reader.words.is_editor.fullmatch(said(text, tokens[count])):
        return _as_editors(people), count + 1
    return people, count


def _is_more_people(text: str, token: Token, reader: Reader) -> bool:
    """Another author of a list: "B. Jones", "and C. Brown"; a name of two words at least."""
    inner = _without_and(text, token)
    words = said(text, inner).split()
    listed = inner.start > token.start or any(re.fullmatch(r"[A-Z]\.", word) for word in words[:-1])
    return token.kind == "text" and listed and len(words) > 1 and reader.people.is_name(said(text, inner))


def _without_and(text: str, token: Token) -> Token:
    match = re.match(r"(?:and|&) ", said(text, token))
    return Token(token.kind, token.start + (match.end() if match else 0), token.end, token.inner)


def book_title(text: str, tokens: list[Token], reader: Reader) -> list[Mention]:
    """The title that tokens make, and what stands between it and the imprint: a translator, a volume."""
    title: list[Token] = []
    children: list[Mention] = []
    translated: list[Mention] = []
    for token in tokens:
        words = said(text, token)
        if token.kind != "text":
            so_far = text[title[0].start : title[-1].end] if title else ""
            translated += reader.translation(text, token, so_far, "m") if title and not children else []
        elif match := reader.words.translator_before.match(words):
            inner = Token("text", token.start + match.end(), token.end, (0, 0))
            children += reader.people.credits(text, inner, "editor", "translator")
        elif match := reader.words.editor_before.match(words):
            children += reader.people.credits(
                text, Token("text", token.start + match.end(), token.end, (0, 0)), "editor"
            )
        elif title and reader.scopes.is_extent(words):
            continue
        elif reader.words.edition.fullmatch(words):
            children.append(Mention(token.start, token.end, "edition"))
        elif title and not is_years(text, token) and (scopes := reader.scopes.read(text, token)):
            children += scopes
        elif not children and not translated:
            title.append(token)
    if not title:
        return children
    return [Mention(title[0].start, title[-1].end, "title", {"level": "m"}), *translated, *children]


def periodical(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A newspaper or bulletin with a date: "The Courier, 3 May 1902, 8"; "Bulletin, no. 12 (3 May 1959)"."""
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
    dated = any(token.kind == "paren" or reader.is_date(text, token) for token in stretch)
    if not dated or used < len(tokens) - begin and not scopes:
        return None
    title = Mention(tokens[0].start, tokens[0].end, "title", {"level": "j"})
    glosses = [gloss for token in tokens[1:begin] for gloss in reader.translation(text, token, words, "j")]
    return citation("periodical", tokens[0].start, tokens[: begin + used], [title, *glosses, *scopes])


def continued(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """What goes on from the citation before: "25 June, 3", "vol. 2, 371"."""
    scopes, used = reader.tail(text, tokens)
    if not scopes or used < len(tokens) or (not reader.is_date(text, tokens[0]) and len(tokens) < 2):
        return None
    return citation("part", tokens[0].start, tokens, scopes)


def short(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """An author, a short title, or both, and pages: "Brown, River Trade, 12"."""
    tokens = [token for token in tokens if not reader.words.op_cit.fullmatch(said(text, token))]
    place = next((index for index in range(1, len(tokens)) if reader.tail(text, tokens[index:])[1]), None)
    if place is None or any(token.kind != "text" for token in tokens[:place]):
        return None
    scopes, used = reader.tail(text, tokens[place:])
    behind = tokens[place + used :]
    if len(behind) > 1 and behind[0].kind == "text" and reader.is_phrase(said(text, behind[0])):
        more, count = reader.tail(text, behind[1:])  # "vol. 19, China, doc. 45"
        scopes, used = [*scopes, *more], used + (count + 1 if count else 0)
        behind = tokens[place + used :]
    if not scopes or (behind and not reader.words.other.match(said(text, behind[0]))):
        return None
    tokens = tokens[: place + used]
    people, taken = _authors(text, tokens[:place], reader)
    title = book_title(text, tokens[taken:place], reader)
    if not title or not all(reader.is_phrase(said(text, token).split()[0]) for token in tokens[:place][:1]):
        return None
    return citation("short", tokens[0].start, tokens, [*people, *title, *scopes])
