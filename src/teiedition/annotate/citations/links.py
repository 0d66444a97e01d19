"""Links between documents: a citation of another document of the edition points at it.

Pure functions over mentions and a table of the edition's documents; `citations.find` knows nothing of
other documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from teiedition.annotate.citations.known import folded
from teiedition.model import Mention

Key = TypeVar("Key", str, tuple[str, ...])

NUMBERED = re.compile(r"\[?(?P<words>[A-Z][^\W\d_]+) (?P<number>\d+)\]?")
LINKABLE = ("idno", "title")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the edition, as citations may name it.

    `file` is what @target says ("1953-11-23-remarks.xml"). `date` is in W3C form. `host` and `position`
    are the article to which it is appended, and its number there.
    """

    file: str
    title: str
    date: str = ""
    shelfmark: str = ""
    host: str = ""
    position: int = 0


class Documents:
    """The documents of an edition, looked up by shelfmark, by title and date, and by number."""

    def __init__(self, documents: Iterable[KnownDocument]) -> None:
        self._documents = tuple(documents)
        self._by_shelfmark = _unique((_shelf(d.shelfmark), d) for d in self._documents)
        self._by_title = _unique((folded(_undated(d.title)), d) for d in self._documents)
        self._dated = _unique(((*folded(_undated(d.title)), "|", d.date), d) for d in self._documents)

    def cited(self, shelfmark: str, title: str, date: str = "") -> KnownDocument | None:
        """The one document that a citation means; None where none or several fit.

        A title alone is enough where it is the only one such in the edition, and no other date is cited.
        """
        if found := self._by_shelfmark.get(_shelf(shelfmark)):
            return found
        words = folded(_undated(title))
        if found := self._dated.get((*words, "|", date)) if date and words else None:
            return found
        found = self._by_title.get(words) if len(words) > 2 else None
        return found if found and (not date or not found.date or found.date == date) else None

    def appended(self, host: str, number: int) -> KnownDocument | None:
        """The document with that number among those appended to an article."""
        return next((d for d in self._documents if d.host == host and d.position == number), None)


def link(mentions: Iterable[Mention], text: str, documents: Documents, own: str = "") -> list[Mention]:
    """The mentions, with a `ref` in each citation of another document, around its shelfmark or its title.

    `own` is the file that the mentions stand in, which never points at itself.
    """
    found = list(mentions)
    return [_linked(m, text, documents, own, _date_in(m, found)) if m.element == "bibl" else m for m in found]


def numbered(
    text: str, host: str, documents: Documents, words: Sequence[str] = ("Document",)
) -> list[Mention]:
    """References by number in an article, "[Document 5]", as `ref` to the document appended to it."""
    mentions = []
    for match in NUMBERED.finditer(text):
        document = documents.appended(host, int(match["number"])) if match["words"] in words else None
        if document:
            why = f"number {match['number']} of the documents appended here"
            mentions.append(Mention(match.start(), match.end(), "ref", {"target": document.file}, 0.95, why))
    return mentions


def _linked(bibl: Mention, text: str, documents: Documents, own: str, date: str) -> Mention:
    words = {
        name: next((text[c.start : c.end] for c in bibl.children if c.element == name), "")
        for name in LINKABLE
    }
    document = documents.cited(words["idno"], words["title"], date)
    if document is None or document.file == own:
        return bibl
    part = next(child for name in LINKABLE for child in bibl.children if child.element == name)
    why = f"names a document of this edition: {document.title}"
    ref = Mention(part.start, part.end, "ref", {"target": document.file}, 0.9, why)
    within = replace(ref, children=(part,)) if part.element == "idno" else None
    holder = within or replace(part, children=(ref,))
    return replace(bibl, children=tuple(holder if child is part else child for child in bibl.children))


def _date_in(bibl: Mention, mentions: Sequence[Mention]) -> str:
    """The day of a citation, from the dates that were found in it."""
    inside = (m for m in mentions if m.element == "date" and bibl.start <= m.start and m.end <= bibl.end)
    return next((m.attributes["when"] for m in inside if "when" in m.attributes), "")


def _shelf(shelfmark: str) -> str:
    """A shelfmark for comparison: its letters and figures, without what labels a number."""
    return re.sub(r"^nos?(?=\d)", "", re.sub(r"\W", "", shelfmark.casefold()))


def _undated(title: str) -> str:
    """A title without the date at its end: a comma, or none, and day, month and year."""
    return re.sub(r",? (?:\d{1,2} [^\W\d_]+|[^\W\d_]+ \d{1,2},) \d{4}$", "", title.strip())


def _unique(pairs: Iterable[tuple[Key, KnownDocument]]) -> dict[Key, KnownDocument]:
    """A table without the keys that more than one document has, and without empty ones."""
    table: dict[Key, KnownDocument] = {}
    twice: set[Key] = set()
    for key, document in pairs:
        if key in table:
            twice.add(key)
        table[key] = document
    return {key: document for key, document in table.items() if key and key not in twice}
