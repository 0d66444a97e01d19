"""Entries of a bibliography: the name turned round, full stops between the parts.

"Quill, Ada. Locks and Weirs. Selby: Quay Press, 1990."; "Quill, A. (1990). “Weirs.” River Bulletin 4: 3–9."
"""

from __future__ import annotations

import re

from teiedition.annotate.citations.articles import where_it_appeared
from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.imprints import title_in
from teiedition.annotate.citations.layout import Group, Layout, Segment, Token
from teiedition.annotate.citations.reader import Reader
from teiedition.model import Mention

CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'-]*"
GIVEN = rf"{CAPITAL}(?:\.(?=[ ,(])(?! {CAPITAL} ))?(?:[ -][A-Z]\.| {CAPITAL}(?=[.,]))*"
TURNED = re.compile(rf"{CAPITAL}(?: {CAPITAL}){{0,2}}, {GIVEN}")
FURTHER = rf"(?P<name>(?:{CAPITAL}\.? ){{1,3}}{CAPITAL})(?=[,.]| \()"
YEAR = re.compile(r"(?P<year>[12]\d{3})[a-z]?(?=[.,] )")
IN_BRACKETS = re.compile(r"[12]\d{3}[a-z]?")
PLACE = (
    r"(?P<place>[^\W\d_a-z][^.:,;]{1,40}(?:, [A-Z][\w. ]{1,20})?)(?:: (?P<publisher>[^,]{2,80}?))?"
    r"(?:, (?P<year>[12]\d{3})|$)"
)
REST = re.compile(r"[., ]*")
BOOK = re.compile(
    rf"(?P<title>[^.]{{3,200}}?(?:[.?] [^.:]{{3,120}}?)??)(?P<edition>\. [^.]{{2,12}} ed)?[.,] {PLACE}"
)


def entry(text: str, start: int, end: int, reader: Reader) -> Citation | None:
    """The work that an entry of a bibliography is; None where it does not begin with a name turned round."""
    while end > start and text[end - 1] in ". ":
        end -= 1
    layout = Layout(text, start, end)
    people, at = _people(layout, reader)
    if not people:
        return None
    at = _past(layout.masked, at)
    group = _group(layout, at)
    dated = YEAR.match(layout.masked, at)
    if group and group.kind == "paren" and IN_BRACKETS.fullmatch(text, *group.inner):
        at, dated = _past(layout.masked, group.end - start), IN_BRACKETS.match(text, group.inner[0])
    elif dated:
        at = _past(layout.masked, dated.end())
    group = _group(layout, at)
    if group and group.kind == "quote":
        return _chapter(layout, reader, people, group) or _article(layout, reader, people, group)
    book = BOOK.match(layout.masked, at)
    if book is None or not (dated or book["year"]):
        return None
    title = Mention(start + book.start("title"), start + book.end("title"), "title", {"level": "m"})
    edition = [Mention(start + book.start("edition") + 2, start + book.end("edition"), "edition")]
    parts = [*people, title, *(edition if book["edition"] else []), *_imprint(book, start)]
    return Citation(start, start + book.end(), "book", tuple(parts))


def _people(layout: Layout, reader: Reader) -> tuple[list[Mention], int]:
    """Authors, or editors where they are called so, and where they end."""
    first = TURNED.match(layout.masked)
    if first is None:
        return [], 0
    at = first.end()
    end = at - (first[0].endswith(".") and len(first[0].rstrip(".").split()[-1]) > 1)
    people = [Mention(layout.start, layout.start + end, "author")]
    further = re.compile(rf",? (?:{reader.words.any('conjunctions')} )?{FURTHER}")
    while match := further.match(layout.masked, at):
        people.append(Mention(layout.start + match.start("name"), layout.start + match.end("name"), "author"))
        at = match.end()
    edited = re.compile(rf",? {reader.words.is_editor.pattern}(?!\w)", re.I).match(layout.masked, at)
    if edited is None:
        return people, at
    return [Mention(person.start, person.end, "editor") for person in people], edited.end()


def _chapter(layout: Layout, reader: Reader, people: list[Mention], quoted: Group) -> Citation | None:
    """ "In Northern Waters, edited by Paul Vale, 33–58. Oxford: Weir Press, 2010"."""
    start, at = layout.start, quoted.end - layout.start
    editor = rf"(?:, (?i:{reader.words.editor_before.pattern})(?P<editor>[^,]+))?"
    pages = r"(?:, (?P<pages>\d+(?:[-–]\d+)?))?"
    before = rf"[., ]*(?i:{reader.words.in_before.pattern})"
    match = re.compile(rf"{before}(?P<host>[^,.]+){editor}{pages}\. {PLACE}").match(layout.masked, at)
    if match is None:
        return None
    parts = [*people, title_in(layout.text, quoted.inner, "a")]
    parts.append(Mention(start + match.start("host"), start + match.end("host"), "title", {"level": "m"}))
    if match["editor"]:
        parts.append(Mention(start + match.start("editor"), start + match.end("editor"), "editor"))
    if match["pages"]:
        span = (start + match.start("pages"), start + match.end("pages"))
        parts += reader.scopes.read(layout.text, Token("text", *span, span)) or []
    return Citation(start, start + match.end(), "chapter", (*parts, *_imprint(match, start)))


def _article(layout: Layout, reader: Reader, people: list[Mention], quoted: Group) -> Citation | None:
    tokens = layout.tokens(Segment(quoted.end, layout.end))
    kind, level, children, used = where_it_appeared(layout.text, tokens, reader)
    if kind in ("prose", "nowhere"):
        return None
    scopes, more = reader.tail(layout.text, tokens[used:])
    parts = [*people, title_in(layout.text, quoted.inner, level), *children, *scopes]
    end = tokens[used + more - 1].end if used + more else quoted.end
    return Citation(layout.start, end, kind, tuple(sorted(parts, key=lambda part: part.start)))


def _imprint(match: re.Match[str], offset: int) -> list[Mention]:
    return [
        Mention(offset + match.start(name), offset + match.end(name), element)
        for name, element in (("place", "pubPlace"), ("publisher", "publisher"))
        if match[name]
    ]


def _group(layout: Layout, at: int) -> Group | None:
    return next((group for group in layout.groups if group.start == layout.start + at), None)


def _past(masked: str, at: int) -> int:
    match = REST.match(masked, at)
    return match.end() if match else at
