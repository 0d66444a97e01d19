"""From names and what they mean to mentions for the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from teiedition.annotate.names.discourse import Meaning
from teiedition.annotate.names.draft import ELEMENT, Draft
from teiedition.annotate.names.titles import Title
from teiedition.model import Mention


def mention(draft: Draft, meaning: Meaning, content: str, inner: Iterable[Mention] = ()) -> Mention:
    """The mention of a name; `inner` are the bodies and places within its titles."""
    children = tuple(_titles(draft, tuple(inner)))
    attributes = {"ref": meaning.entity.ref} if meaning.entity and meaning.entity.ref else {}
    candidates = () if attributes else meaning.candidates
    if candidates:
        attributes = {"xml:id": _id(draft, content)}
    return Mention(
        draft.outer_start, draft.end, ELEMENT[draft.kind], attributes,
        meaning.certainty, meaning.evidence, children, candidates,
    )  # fmt: skip


def title_alone(title: Title, inner: Iterable[Mention]) -> Mention:
    """A title that several persons share stands before their names, not in one of them."""
    within = tuple(item for item in inner if title.start <= item.start and item.end <= title.end)
    return Mention(title.start, title.end, "roleName", {}, 0.9, "a title of several persons", within)


def _titles(draft: Draft, inner: tuple[Mention, ...]) -> Iterator[Mention]:
    for title in draft.titles:
        within = tuple(item for item in inner if title.start <= item.start and item.end <= title.end)
        evidence = "a title before the name"
        yield Mention(title.start, title.end, "roleName", {}, min(0.95, draft.score), evidence, within)


def _id(draft: Draft, content: str) -> str:
    """An id that stays the same as long as the words around the mention do."""
    around = content[max(0, draft.start - 40) : draft.end + 40]
    return "m" + blake2b(f"{draft.start}\0{around}".encode(), digest_size=4).hexdigest()
