"""The one place where it is decided which mentions stay.

Two mentions may not cross, and only some may stand in others. An existing mark is somebody's decision:
nothing of its kind is put over, around or into it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

from teiedition.annotate import credited
from teiedition.annotate.elements import NAMES, WRAPPED
from teiedition.annotate.memory import Refusal
from teiedition.annotate.text import Mark, Text
from teiedition.model import Mention

FAMILIES = (
    NAMES,
    frozenset(["date", "time", "docDate", "origDate"]),
    frozenset(["measure", "num"]),
    frozenset(["bibl", "biblStruct", "biblFull", "cit"]),
    frozenset(["roleName"]),
    frozenset(["author", "editor"]),
    frozenset(["ref", "ptr"]),
    frozenset(["q", "quote", "said", "soCalled", "mentioned"]),
)
"""Elements that say the same sort of thing: of one family, one mark is enough."""

MAY_HOLD = {
    "rs": frozenset(["placeName", "orgName", "persName"]),
    "bibl": NAMES | {"date", "time", "measure", "ref", "foreign", "note", "title"},
    "roleName": frozenset(["placeName", "orgName"]),
    "q": NAMES | {"date", "time", "measure", "num", "bibl", "title", "ref", "ptr", "foreign", "note", "term"},
}
"""Which mentions may stand in which others, beyond a mention's own children."""

SEALED = frozenset([
    "title", "idno", "ref", "ptr", "code", "ident", "email", "biblScope", "pubPlace", "publisher", "formula",
    "num", "series", "edition", "gi", "att", "val", "tag",
])  # fmt: skip
"""Elements in which nothing is marked up."""

HARMLESS = WRAPPED | {
    "foreign", "note", "forename", "surname", "addName", "genName", "nameLink", "roleName", "lb", "pb", "cb",
}  # fmt: skip
"""Existing elements that a mention of any kind may go around."""

Item = TypeVar("Item", Mention, Refusal)


class LeftOut(NamedTuple):
    """A mention that does not get into the document, and why."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What stays, in the order of the text, an outer mention before an inner one; and what does not."""

    kept: tuple[Mention, ...]
    left_out: tuple[LeftOut, ...]


def decide(
    text: Text,
    mentions: Iterable[Mention],
    refusals: Sequence[Refusal] = (),
    standing: Container[tuple[int, int, str]] = (),
) -> Decision:
    """Choose among mentions: citations first, then the longest, the surest, the first given; quotations last.

    Of a mention that an editor has decided otherwise, those parts stay that an earlier run marked up
    and the editor left alone; `standing` has their start, end and element.
    """
    left_out: list[LeftOut] = []
    free: list[Mention] = []
    refused = _Stretches(refusals)
    mentions = tuple(mentions)
    periodicals = _periodicals(text, mentions)
    for mention in mentions:
        if reason := _misplaced(text, mention):
            left_out.append(LeftOut(mention, reason))
        elif _is_unknown(mention) and text.content[mention.start : mention.end] in periodicals:
            left_out.append(LeftOut(mention, "a periodical that is cited is called so"))
        elif reason := _against_decisions(text, mention, refused):
            left_out.append(LeftOut(mention, reason))
            free += (part for part in mention.children if (part.start, part.end, part.element) in standing)
        else:
            children = _free_children(text, mention, refused) if mention.children else ()
            free.append(mention if children == mention.children else replace(mention, children=children))
    kept: list[Mention] = []
    ranking = sorted(free, key=lambda m: (_rank(m), m.start - m.end, -m.certainty))
    accepted = _Stretches[Mention]()
    for mention in ranking:
        if (reason := _clash_with(mention, accepted)) is None:
            accepted.add(mention)
            kept.append(mention)
        else:
            left_out.append(LeftOut(mention, reason))
    kept = credited.with_refs(text.content, kept, [mention for mention, _ in left_out])
    kept.sort(key=lambda m: (m.start, -m.end))
    return Decision(tuple(kept), tuple(left_out))


def _rank(mention: Mention) -> int:
    """Citations come first; and a quotation that a name crosses is none."""
    return {"bibl": 0, "q": 2}.get(mention.element, 1)


def _misplaced(text: Text, mention: Mention) -> str | None:
    """Why a mention is none at all: finders may come from anywhere."""
    words = text.content[mention.start : mention.end]
    if not words or words != words.strip():
        return "it is empty, or begins or ends with a space"
    return "it goes over the border of a block" if "\n" in words else None


def _periodicals(text: Text, mentions: Iterable[Mention]) -> frozenset[str]:
    """The titles of the newspapers and journals that are cited."""
    parts = (part for mention in mentions if mention.element == "bibl" for part in mention.children)
    titles = (part for part in parts if part.element == "title" and part.attributes.get("level") == "j")
    return frozenset(text.content[title.start : title.end] for title in titles)


def _is_unknown(mention: Mention) -> bool:
    return mention.element == "persName" and "ref" not in mention.attributes


class _Stretches(Generic[Item]):
    """Mentions or refusals, found by the stretches of text that they share a character with."""

    LENGTH = 64

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self.by_stretch: dict[int, list[Item]] = {}
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        for number in range(item.start // self.LENGTH, (item.end - 1) // self.LENGTH + 1):
            self.by_stretch.setdefault(number, []).append(item)

    def near(self, item: Mention) -> Sequence[Item]:
        """What may share a character with an item; some of it twice."""
        if not self.by_stretch:
            return ()
        first, last = item.start // self.LENGTH, (item.end - 1) // self.LENGTH
        if first == last:
            return self.by_stretch.get(first, ())
        return [other for number in range(first, last + 1) for other in self.by_stretch.get(number, ())]


def _clash_with(mention: Mention, accepted: _Stretches[Mention]) -> str | None:
    for other in accepted.near(mention):
        if reason := _clash(mention, other):
            return reason
    return None


def _clash(mention: Mention, other: Mention) -> str | None:
    """Why a mention can't stand beside one that was accepted before; None where it can."""
    if mention.end <= other.start or other.end <= mention.start:
        return None
    if _inside(mention, other):
        if mention.element not in MAY_HOLD.get(other.element, ()):
            return f"it lies in a {other.element}"
        child = next((child for child in other.children if _overlap(child, mention)), None)
        if any(start < mention.end and mention.start < end for start, end in other.closed):
            return "it lies in what a citation names as a whole"
        return f"it lies in the {child.element} of a citation" if child else None
    if _inside(other, mention) and other.element in MAY_HOLD.get(mention.element, ()):
        return None
    return f"it overlaps a {other.element} that was preferred"


def _against_decisions(text: Text, mention: Mention, refused: _Stretches[Refusal]) -> str | None:
    """Which decision of an editor a mention would go against."""
    for refusal in refused.near(mention):
        same_words = (mention.start, mention.end) == (refusal.start, refusal.end)
        same_kind = mention.element == refusal.element
        if (same_kind and _overlap(mention, refusal)) or (
            same_words and _family(mention.element, refusal.element)
        ):
            return f"an editor took the {refusal.element} away here"
    for mark in text.marks_over(mention.start, mention.end):
        if reason := _against_mark(text, mention, mark):
            return reason
    return None


def _against_mark(text: Text, mention: Mention, mark: Mark) -> str | None:
    inside = _inside(mention, mark)
    if _family(mention.element, mark.element):
        outer, inner = (mark, mention) if inside else (mention, mark)
        same = inside and _inside(mark, mention)
        if inner.element in MAY_HOLD.get(outer.element, ()) and _inside(inner, outer) and not same:
            return None
        return f"there is a {mark.element} already"
    if inside and mark.element in SEALED | credited.CREDITED and not _own_title(text, mark):
        return f"it lies in a {mark.element}"
    if inside and mark.element in NAMES | {"date", "time"} and mention.element != "roleName":
        return f"it lies in a {mark.element} that is there already"
    around = _inside(mark, mention) and not inside
    if around and mark.element not in HARMLESS and mark.element not in MAY_HOLD.get(mention.element, ()):
        return f"it would go around a {mark.element}"
    return None


def _own_title(text: Text, mark: Mark) -> bool:
    """Whether a title is that of the document itself, in which names are marked up."""
    block = text.block_at(mark.start)
    return mark.element == "title" and block is not None and block.element == "titleStmt"


def _free_children(text: Text, mention: Mention, refused: _Stretches[Refusal]) -> tuple[Mention, ...]:
    return tuple(
        replace(child, children=_free_children(text, child, refused)) if child.children else child
        for child in mention.children
        if not _against_decisions(text, child, refused)
    )


def _family(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in FAMILIES)


def _inside(inner: Mention | Mark, outer: Mention | Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _overlap(one: Mention | Mark, other: Mention | Mark | Refusal) -> bool:
    return one.start < other.end and other.start < one.end
