"""Which links of a web page are marks of notes, and which elements are the notes.

A link within the page is a mark if page or link say so (`role`, `epub:type`, the classes of the common
converters), or if it looks like one and the place it leads to leads back to it or begins with the same mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiedition.tree import Element

_MARK = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,4})\s*[\])]?\.?", re.I)
_SAYS_MARK = re.compile(r"\b((doc-)?noteref|footnote[-_]?ref(erence)?|MsoFootnoteReference)\b", re.I)
_SAYS_NOTE = re.compile(r"\b(doc-(foot|end)notes?|(foot|end|rear)note|Mso(Foot|End)noteText)\b", re.I)
_SAYS_END = re.compile(r"(?<!doc-)\b(endnotes?|rearnote|MsoEndnoteText|_edn\d+)\b", re.I)
_HOLDERS = frozenset({"li", "p", "div", "aside", "section", "td", "tr", "dd"})
_BACK = re.compile(r"[\s↩↑^⏎↵\ufe0e\ufe0f←▲]*")


@dataclass(frozen=True)
class Notes:
    """The notes of a page: by their id ("foot1"), and what refers to them."""

    marks: dict[Element, str]
    """The links that are marks → the id of their note."""
    notes: dict[str, Element]
    back: frozenset[Element]
    """Links from a note to its mark, which are not words of the note."""


def find(root: Element) -> Notes:
    """The marks and notes of a page, by their order in it."""
    targets = {name: element for element in root.iter() for name in _names(element)}
    marks: dict[Element, str] = {}
    notes: dict[str, Element] = {}
    holders: dict[Element, str] = {}
    back: set[Element] = set()
    for link in root.iter("a"):
        target = targets.get((link.get("href") or "").removeprefix("#")) if _within(link) else None
        if target is None or any(above in holders for above in _above(link)):
            continue
        holder = _holder(target)
        if holder is None or holder is link or any(above is holder for above in _above(link)):
            continue
        if holder not in holders:
            if not _is_mark(link, target, holder):
                continue
            place = "end" if _SAYS_END.search(_words_of(target) + " " + _words_of(holder)) else "foot"
            holders[holder] = f"{place}{len(holders) + 1}"
            notes[holders[holder]] = holder
        marks[link] = holders[holder]
        back.update(_back(holder, link))
    return Notes(marks, notes, frozenset(back))


def text(element: Element) -> str:
    """An element's words."""
    return " ".join("".join(map(str, element.itertext())).split())


def _is_mark(link: Element, target: Element, holder: Element) -> bool:
    said = any(_SAYS_MARK.search(_words_of(each)) for each in (link, *_above(link)[:2], *link))
    if said or _SAYS_NOTE.search(_words_of(target) + " " + _words_of(holder)):
        return True
    mark = text(link)
    if not _MARK.fullmatch(mark):
        return False
    bare = mark.strip("[](). ")
    return bool(_back(holder, link)) or bool(re.match(rf"[\[(]?{re.escape(bare)}(?!\w)", text(holder)))


def _back(holder: Element, link: Element) -> list[Element]:
    """The links in a note that lead back to its mark: those of a sign alone, or of the mark again."""
    names = {name for each in (link, *_above(link)[:2], *link.iter()) for name in _names(each)}
    mark = text(link).strip("[](). ")
    return [
        each
        for each in holder.iter("a")
        if (each.get("href") or "#").removeprefix("#") in names
        and (_BACK.fullmatch(text(each)) or text(each).strip("[](). ") == mark)
    ]


def _holder(target: Element) -> Element | None:
    """The block that a link's target is or stands in."""
    return next((each for each in (target, *_above(target)) if each.tag in _HOLDERS), None)


def _within(link: Element) -> bool:
    return (link.get("href") or "").startswith("#")


def _names(element: Element) -> list[str]:
    names = (element.get("id"), element.get("name") if element.tag == "a" else None)
    return [name for name in names if name]


def _above(element: Element) -> list[Element]:
    return list(element.iterancestors())


def _words_of(element: Element) -> str:
    """What an element says of itself: role, kind, classes, id."""
    return " ".join(element.get(name) or "" for name in ("role", "epub:type", "class", "id"))
