"""Whom the authors and editors of citations are: they carry the `@ref` of the names found in their place.

Where a short citation repeats a full one, its family name is that of the full citation's author or editor,
whoever else may be called so: "Orr, Mills of Norland, 7" is by the Tom Orr who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from teiedition.annotate.elements import NAMES
from teiedition.model import Mention

CREDITED = frozenset(["author", "editor"])

Credits = Sequence[tuple[frozenset[str], str]]
"""The words of each name that is credited with a work, folded, and its reference, empty where it has none."""


def with_refs(content: str, kept: Sequence[Mention], left_out: Iterable[Mention]) -> list[Mention]:
    """The mentions, with references for the people of citations. `left_out` are those that don't get into
    the document, as names in the place of an author don't."""
    refs = {
        (name.start, name.end): name.attributes["ref"]
        for name in left_out
        if name.element in NAMES and "ref" in name.attributes
    }
    named = [_credited(mention, refs) for mention in kept]
    full = {f"#{m.attributes['xml:id']}": _credits(content, m) for m in named if "xml:id" in m.attributes}
    return [_as_in_full(content, m, full.get(m.attributes.get("corresp", ""), ())) for m in named]


def _credited(mention: Mention, refs: Mapping[tuple[int, int], str]) -> Mention:
    """A citation whose authors and editors have the `@ref` of the name that was found in their place."""
    if mention.element != "bibl" or not any(child.element in CREDITED for child in mention.children):
        return mention
    children = tuple(
        replace(child, attributes={**child.attributes, "ref": refs[child.start, child.end]})
        if child.element in CREDITED and "ref" not in child.attributes and (child.start, child.end) in refs
        else child
        for child in mention.children
    )
    return replace(mention, children=children)


def _credits(content: str, citation: Mention) -> Credits:
    people = [child for child in citation.children if child.element in CREDITED]
    return [(_words(content, child), child.attributes.get("ref", "")) for child in people]


def _as_in_full(content: str, citation: Mention, full: Credits) -> Mention:
    """A short citation whose family names mean who has them in the full citation."""
    if not any(child.element in CREDITED for child in citation.children) or not full:
        return citation
    return replace(citation, children=tuple(_meant(content, child, full) for child in citation.children))


def _meant(content: str, child: Mention, full: Credits) -> Mention:
    said = _words(content, child)
    if child.element not in CREDITED or len(said) != 1:
        return child
    refs = {ref for words, ref in full if said <= words and words != said}
    if len(refs) != 1:
        return child
    attributes = {name: value for name, value in child.attributes.items() if name != "ref"}
    if ref := refs.pop():
        attributes["ref"] = ref
    return replace(child, attributes=attributes)


def _words(content: str, child: Mention) -> frozenset[str]:
    return frozenset(content[child.start : child.end].casefold().replace("-", " ").split())
