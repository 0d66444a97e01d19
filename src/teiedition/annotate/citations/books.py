"""Books: people, a title without quotation marks, place, publisher and year."""

from __future__ import annotations

import re

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.layout import Token
from teiedition.annotate.citations.reader import Reader, citation, is_years, said
from teiedition.model import Mention

PLACE_YEAR = re.compile(r"(?:(?P<place>[^\W\d_a-z][^\d,]{2,30}) )?[12]\d{3}")


def book(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A book: people, a title without quotation marks, place, publisher and year in brackets."""
    paren = next(
        (i for i, token in enumerate(tokens) if token.kind == "paren" and closes(text, token, reader)), None
    )
    if not paren or any(token.kind == "quote" for token in tokens[:paren]):
        return None
    titled = paren + 1 < len(tokens) and closes(text, tokens[paren + 1], reader)
    if titled and tokens[paren + 1].kind == "paren":
        tokens = _with_years(tokens, paren)  # "Wehre (1927–1992) (Berlin: Kai, 2015)"
    imprint = reader.imprint(text, tokens[paren])
    if imprint.kind == "date" and len(tokens) > paren + 2 and (found := unbracketed(text, tokens, reader)):
        return found
    next_text = tokens[1] if paren > 1 and tokens[1].kind == "text" else None
    announcer, taken = _announced(text, tokens[0], next_text, reader)
    if taken and taken >= tokens[0].end:
        tokens, paren = tokens[1:], paren - 1
    elif taken:
        tokens = [Token("text", taken, tokens[0].end, (taken, tokens[0].end)), *tokens[1:]]
    people, taken = authors(text, tokens[:paren], reader) if not announcer else (announcer, 0)
    title = book_title(text, tokens[taken:paren], reader)
    if not title or title[0].element != "title" or (imprint.kind == "date" and not people):
        return None
    if not people and reader.words.verb.search(text, title[0].start, title[0].end):
        return None
    first = text[title[0].start : title[0].end].split()[0]
    if not reader.is_phrase(first) and not (people and first.isdigit()):
        return None
    scopes, more = reader.tail(text, tokens[paren + 1 :])
    children = [*people, *title, *imprint.children, *scopes]
    start = people[0].start if announcer else tokens[0].start
    return citation("book", start, tokens[: paren + 1 + more], children)


def _with_years(tokens: list[Token], paren: int) -> list[Token]:
    """The tokens, with the years in brackets put to the title before them."""
    title = tokens[paren - 1]
    span = (title.start, tokens[paren].end)
    return [*tokens[: paren - 1], Token("text", *span, span), *tokens[paren + 1 :]]


def unbracketed(text: str, tokens: list[Token], reader: Reader) -> Citation | None:
    """A book whose imprint stands between commas, as in French and German notes.

    "Ada Quill, Les Écluses, Paris, Quai, 1998, p. 12"; "Ada Quill, Die Schleusen, Bonn 1998, S. 12".
    """
    place = next((i for i, token in enumerate(tokens) if i > 1 and _ends_imprint(text, token, reader)), 0)
    if not place:
        return None
    people, taken = authors(text, tokens[:place], reader)
    if not all(token.kind == "text" or closes(text, token, reader) for token in tokens[taken:place]):
        return None
    where = PLACE_YEAR.fullmatch(said(text, tokens[place]))
    fields = tokens[taken + 1 : place][-2:]
    if where is not None and where["place"]:
        start = tokens[place].start
        imprint = [Mention(start, start + len(where["place"]), "pubPlace")]
        fields = []
    else:
        while fields and not _is_house(text, fields[0], reader):
            fields = fields[1:]
        names = ("pubPlace", "publisher")
        imprint = [Mention(f.start, f.end, name) for f, name in zip(fields, names, strict=False)]
    if not people or not imprint:
        return None
    title = book_title(text, tokens[taken : place - len(fields)], reader)
    scopes, more = reader.tail(text, tokens[place + 1 :])
    if not title or title[0].element != "title" or place + 1 + more < len(tokens):
        return None
    years = next((token for token in tokens[taken:place] if token.kind == "paren"), None)
    if years and years.start <= title[0].end + 1:
        title[0] = Mention(title[0].start, years.end, "title", title[0].attributes)
    return citation("book", tokens[0].start, tokens, [*people, *title, *imprint, *scopes])


def _ends_imprint(text: str, token: Token, reader: Reader) -> bool:
    return PLACE_YEAR.fullmatch(said(text, token)) is not None and not reader.is_date(text, token)


def _is_house(text: str, token: Token, reader: Reader) -> bool:
    """Whether it may be a place or a publisher: a short name without a number."""
    words = said(text, token)
    return reader.is_phrase(words) and len(words.split()) < 5 and not any(map(str.isdigit, words))


def _announced(text: str, token: Token, behind: Token | None, reader: Reader) -> tuple[list[Mention], int]:
    """Where a title begins that a sentence announces, 0 where none does; and whose book it says it is.

    "Ada Quill’s book is Locks and Weirs"; "A selection was printed as Papers on Locks"; "Quill’s memoir,
    Days on the River", where the title is `behind` a comma.
    """
    words = said(text, token)
    colon = words.find(": ")
    if colon > 0 and len(reader.small_words(words[:colon])) > 1 and words[colon + 2].isupper():
        return [], token.start + colon + 2
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


def authors(text: str, tokens: list[Token], reader: Reader) -> tuple[list[Mention], int]:
    """The people before an unquoted title: names, or whoever is called editor; else nobody."""
    texts = [
        index for index, token in enumerate(tokens) if token.kind == "text" and not is_years(text, token)
    ]
    if len(texts) < 2:
        return [], 0
    people, taken = reader.roles(text, tokens)
    if taken > 1 or any(child.element == "editor" for child in people):
        return people, taken
    if reader.words.body.match(said(text, tokens[0])) and " of " in said(text, tokens[0]):
        return people, taken
    names = reader.people.names(text, tokens[0].start, tokens[0].end)
    if names is None and not reader.words.idem.fullmatch(said(text, tokens[0])):
        return [], 0
    count = max(1, _listed(text, [tokens[index] for index in texts], reader))
    for token in tokens[1:count]:
        people += reader.people.credits(text, _without_and(text, token), "author")
    while count + 1 < len(texts) and _is_more_people(text, tokens[count], reader):
        people += reader.people.credits(text, _without_and(text, tokens[count]), "author")
        count += 1
    if count < len(tokens) and reader.words.is_editor.fullmatch(said(text, tokens[count])):
        return as_editors(people), count + 1
    return people, count


def _listed(text: str, tokens: list[Token], reader: Reader) -> int:
    """How many of the first tokens are names in a list that "and" or "eds." ends."""
    for count, token in enumerate(tokens):
        inner = _without_and(text, token)
        if count > 1 and reader.words.is_editor.fullmatch(said(text, token)):
            return count
        if len(said(text, inner).split()) < 2 or not reader.people.is_name(said(text, inner)):
            return 0
        if count > 1 and inner.start > token.start:
            return count + 1
    return 0


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
    ended = False
    for token in tokens:
        words = said(text, token)
        if reader.words.series_number.fullmatch(words):
            ended = bool(title)
            continue
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
        elif title and (numbered := _in_series(text, token, reader)):
            children += numbered
        elif title and reader.scopes.is_extent(words):
            continue
        elif reader.words.edition.fullmatch(words):
            children.append(Mention(token.start, token.end, "edition"))
        elif title and not is_years(text, token) and (scopes := reader.scopes.read(text, token)):
            children += scopes
        elif title and not _has_title(children) and (volume := reader.scopes.titled(text, token)):
            children += volume
        elif children and children[-1].element == "title":
            children[-1] = Mention(children[-1].start, token.end, "title", {"level": "m"})
        elif not children and not translated and not ended:
            title.append(token)
    if not title:
        return children
    return [Mention(title[0].start, title[-1].end, "title", {"level": "m"}), *translated, *children]


def _has_title(children: list[Mention]) -> bool:
    return any(child.element == "title" for child in children)


def _in_series(text: str, token: Token, reader: Reader) -> list[Mention]:
    """The series and its number that stand behind a title: "Harbor Working Paper 22"."""
    if not reader.words.series.search(said(text, token)):
        return []
    found = reader.scopes.behind_title(text, token, "issue")
    return [Mention(token.start, found[0], "title", {"level": "s"}), *found[1]] if found else []


def as_editors(people: list[Mention]) -> list[Mention]:
    """People as editors, whatever they were taken for."""
    return [Mention(m.start, m.end, "editor", m.attributes) if m.element == "author" else m for m in people]


def closes(text: str, token: Token, reader: Reader) -> bool:
    """Whether brackets hold an imprint or a date, and so end a title."""
    return reader.imprint(text, token).kind in ("imprint", "date")
