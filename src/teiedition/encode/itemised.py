"""Lists that the file's format knew: which paragraphs are items, how deep, and which belong to one item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiedition.encode import labels
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.reading import Line


class Open(NamedTuple):
    """A list's item to which more may come: how deep it is, where it begins in the source."""

    depth: int
    begin: int
    holder: Node
    item: Node


def end(pieces: Sequence[Part], at: int) -> int:
    """The index behind the pieces of the list that begins at a piece."""
    root = pieces[at].first.list_begin
    after = at
    while after < len(pieces) and pieces[after].first.item and pieces[after].first.list_begin == root:
        after += 1
    return after


def built(pieces: Sequence[Part], writer: Writer) -> Node:
    """The list that pieces make; items nest as the format has them."""
    root = Node("list")
    opened: list[Open] = []
    for piece in pieces:
        depth, begin = piece.first.item, piece.first.item_begin
        while opened and opened[-1].depth > depth:
            opened.pop()
        if opened and opened[-1].depth == depth and opened[-1].begin == begin >= 0:
            _go_on(opened[-1].item, piece, writer)
            continue
        if opened and opened[-1].depth == depth:
            holder = opened.pop().holder
        elif opened:
            holder = Node("list")
            opened[-1].item.children.append(holder)
        else:
            holder = root
        opened.append(Open(depth, begin, holder, _begin(holder, piece, writer)))
    return root


def _begin(holder: Node, piece: Part, writer: Writer) -> Node:
    """Append an item to a list; in a list of words and what they mean, the word is its label."""
    holder.children += piece.before
    if piece.first.glossed:
        holder.attributes["type"] = "gloss"
        item = Node("item")
        holder.children += [writer.element("label", piece), item]
        return item
    number = labels.number(piece.text)
    if number is None:
        item = writer.element("item", piece)
    else:
        item = writer.numbered("item", piece, number._replace(end=piece.start + number.end))
    holder.children.append(item)
    return item


def _go_on(item: Node, piece: Part, writer: Writer) -> None:
    """Add a paragraph to an item, or the first words to one that has none yet."""
    item.children += piece.before
    if item.children:
        item.children.append(writer.element("p", piece))
    else:
        item.children += writer.element("item", piece).children


def in_note(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of a note before a list in it, and those of each item; no items where there is no list.

    Where the format knew of no list, it takes two lines at least that begin with bullets or count on.
    """
    begins = [at for at, line in enumerate(lines) if at and (line.item or _is_marked(line.text))]
    marks = [labels.number(lines[at].text) for at in begins]
    known = [at for at in begins if lines[at].item]
    alike = len({mark.style for mark in marks if mark}) == 1 and len(begins) > 1
    if not known and not alike:
        return list(lines), []
    edges = [*begins, len(lines)]
    return list(lines[: begins[0]]), [list(lines[a:b]) for a, b in zip(edges, edges[1:], strict=False)]


def _is_marked(text: str) -> bool:
    number = labels.number(text)
    return number is not None and (number.is_bullet or number.style[-1] in "ai")
