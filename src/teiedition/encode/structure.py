"""The blocks of a document's body: headings and divisions, paragraphs, lists, tables, turns, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from teiedition.encode import itemised, labels, lists
from teiedition.encode.endings import last_mark
from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer, unwrapped
from teiedition.encode.turns import Turns
from teiedition.encode.vocabulary import Vocabulary

_ENDS = tuple(".!?;,…")
_LONGEST_HEAD = 110
_SHORT = 250


@dataclass(slots=True)
class Text:
    """What a document's text is made of."""

    front: list[Node] = field(default_factory=list)
    head: list[Node] = field(default_factory=list)
    opener: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    closing: list[Node] = field(default_factory=list)
    back: list[Node] = field(default_factory=list)


class Structure:
    """Builds a body's blocks from its parts."""

    def __init__(self, writer: Writer, turns: Turns, words: Vocabulary, sectioned: bool) -> None:
        """`sectioned` says that a text before the first heading is a division as well."""
        self._words = words
        self._writer, self._turns, self._sectioned = writer, turns, sectioned
        self._styles: set[str] = set()
        self._numbered: dict[str, str] = {}
        """The style of the paragraphs' numbers → the last number."""
        self._roman = False
        self._heads: frozenset[str] = frozenset()
        """Styles of numbers that stand before headings only."""

    def blocks(self, parts: Sequence[Part]) -> list[Node]:
        """The blocks, in divisions where there are headings."""
        pieces = [piece for part in parts for turn in self._turns.apart(part) for piece in lists.apart(turn)]
        self._roman = any(piece.text.startswith("II.") for piece in pieces)
        self._heads = self._heading_styles(pieces)
        root: list[Node] = []
        divisions: list[tuple[str, Node]] = []
        at = 0
        while at < len(pieces):
            style = self._heading(pieces, at)
            target = divisions[-1][1].children if divisions else root
            if style and self._goes_on(divisions, pieces[at]):
                divisions[-1][1].children.append(self._writer.element("head", pieces[at]))
                at += 1
            elif style:
                self._styles.add(style)
                self._divide(style, pieces[at], root, divisions)
                at += 1
            else:
                at = self._block(pieces, at, target)  # type: ignore[arg-type]  # these lists hold nodes only
        return self._wrapped(root)

    def _wrapped(self, root: list[Node]) -> list[Node]:
        first = next((at for at, node in enumerate(root) if node.name == "div"), 0)
        if first and self._sectioned and any(node.name != "fw" for node in root[:first]):
            return [Node("div", {"type": "section"}, list(root[:first])), *root[first:]]
        return root

    # headings

    def _heading_styles(self, pieces: Sequence[Part]) -> frozenset[str]:
        """Styles of numbers behind which nothing but a few words stand each time, with text beneath."""
        titled: dict[str, list[bool]] = {}
        for piece, after in zip_longest(pieces, pieces[1:]):
            number = labels.number(piece.text, initials=not self._roman) if not piece.rows else None
            if number and not number.is_bullet and number.style[-1] in "1IA" and not piece.first.item:
                titled.setdefault(number.style, []).append(
                    after is not None and _titles(piece, number, after)
                )
        return frozenset(style for style, all_of in titled.items() if len(all_of) > 1 and all(all_of))

    def _heading(self, pieces: Sequence[Part], at: int) -> str:
        """The style of the heading that a piece is; empty for none."""
        piece = pieces[at]
        text, line = piece.text, piece.first
        if line.level:
            return f"#{line.level}"
        if (
            piece.rows
            or self._turns.found
            or at + 1 >= len(pieces)
            or len(text) > _LONGEST_HEAD
            or line.is_rule
        ):
            return ""
        number = labels.number(text, initials=not self._roman)
        if line.bold:
            return "bold"
        if number and not number.is_bullet:
            return number.style if self._numbered_heading(pieces, at, number) else ""
        return self._plain_heading(pieces, at)

    def _numbered_heading(self, pieces: Sequence[Part], at: int, number: labels.Number) -> bool:
        """A number and a few words, with text of their own beneath them."""
        title = pieces[at].text[number.end :].strip()
        if number.style in self._heads:
            return True
        after = labels.number(pieces[at + 1].text)
        if (
            not title[:1].isupper()
            and title[:1] not in '[-“"'
            or number.style[-1] in "ai"
            and number.style[0] != "A"
        ):
            return False
        if after and after.style == number.style or len(title.split()) > 12:
            return False
        if lists.follows(self._numbered.get(number.style, ""), number.value):
            return False  # it goes on with numbered paragraphs
        words = [word for word in title.split() if len(word) > 3]
        titled = sum(word[:1].isupper() for word in words) * 5 >= len(words) * 3
        itemised = len(title.split()) <= 4 and pieces[at + 1].text[:1] in "-–•"
        if titled and number.style in self._styles and len(words) > 1 and ". " not in title:
            return True
        return last_mark(title) not in _ENDS and (titled or len(title.split()) <= 5) or itemised

    def _plain_heading(self, pieces: Sequence[Part], at: int) -> str:
        text = pieces[at].text
        words = text.split()
        asks = (
            self._sectioned
            and text.endswith("?")
            and pieces[at].first.gap > 0
            and pieces[at + 1].first.gap > 0
        )
        ends = last_mark(text) in _ENDS and not asks
        if len(words) > 12 or not text[:1].isupper() or ends or text.endswith(":"):
            return ""
        if (
            at
            and not pieces[at - 1].closed
            and pieces[at].first.gap == 0
            and len(pieces[at - 1].text) > _LONGEST_HEAD
        ):
            return ""
        if text.isupper():
            return "" if "__" in text else "capitals"
        long = [word for word in words if len(word) > 3]
        titled = all(word[:1].isupper() or not word[:1].isalpha() for word in long)
        stands_alone = pieces[at].first.gap > 0 and len(words) <= 8
        after = pieces[at + 1].text
        number = labels.number(after)
        after = after[number.end :].strip() if number and not number.is_bullet else after
        beneath = len(after) > len(text) + 20 and after[:1].isupper()
        return "words" if beneath and (titled and len(words) <= 10 or stands_alone) else ""

    @staticmethod
    def _goes_on(divisions: list[tuple[str, Node]], piece: Part) -> bool:
        """Is a heading the second line of the one before it: "CHAPTER I", "The Buoy"?"""
        last = divisions[-1][1].children[-1] if divisions else None
        headed = isinstance(last, Node) and last.name == "head"
        return headed and not piece.first.gap and not piece.before and not labels.number(piece.text)

    def _divide(self, style: str, piece: Part, root: list[Node], divisions: list[tuple[str, Node]]) -> None:
        known = [one for one, _ in divisions]
        if style in known:
            del divisions[known.index(style) :]
        number = labels.number(piece.text, initials=not self._roman)
        attributes = {"type": "section"}
        if number and number.value:
            attributes["n"] = number.value
            head = self._writer.numbered("head", piece, number._replace(end=piece.start + number.end))
            del head.attributes["n"]
        else:
            head = self._writer.element("head", piece)
        division = Node("div", attributes, [*piece.before, head])
        (divisions[-1][1].children if divisions else root).append(division)
        divisions.append((style, division))

    # other blocks

    def _block(self, pieces: Sequence[Part], at: int, target: list[Node]) -> int:
        """Append the block that begins at a piece; the index of the piece behind it."""
        piece = pieces[at]
        if piece.rows:
            target += [*piece.before, self._writer.block(piece)]
        elif piece.first.is_rule:
            target += [*piece.before, Node("milestone", {"unit": "section", "rend": "asterisks"})]
            target += [node for _, node in piece.flow.points]
        elif piece.first.quoted:
            return self._quote(pieces, at, target)
        elif self._turns.starts(piece.text):
            target += [*piece.before, self._turns.turn(piece, self._writer)]
        elif self._turns.found:
            self._between_turns(piece, target)
        else:
            return self._paragraph(pieces, at, target)
        return at + 1

    def _quote(self, pieces: Sequence[Part], at: int, target: list[Node]) -> int:
        end = next((n for n in range(at, len(pieces)) if not pieces[n].first.quoted), len(pieces))
        quoted = [node for part in pieces[at:end] for node in (*part.before, self._writer.block(part))]
        target.append(Node("quote", {}, list(quoted)))
        return end

    def _between_turns(self, piece: Part, target: list[Node]) -> None:
        target += piece.before
        text = piece.text
        if self._turns.happens(text):
            node = unwrapped(self._writer.element("p", piece))
            if node.name == "p":
                for note in node.find("note"):
                    if note.attributes.get("type") == "gloss":
                        note.name, note.attributes = "supplied", {}
                node = Node("stage", {}, node.children)
            target.append(node)
            return
        node = unwrapped(self._writer.element("p", piece, more=list(self._turns.remarks(piece))))
        if target and target[-1].name == "sp" and node.name == "p" and not self._turns.narrates(piece):
            target[-1].children.append(node)
        else:
            target.append(node)

    def _paragraph(self, pieces: Sequence[Part], at: int, target: list[Node]) -> int:
        piece = pieces[at]
        if piece.first.item:
            end = itemised.end(pieces, at)
            target.append(itemised.built(pieces[at:end], self._writer))
            return end
        number = labels.number(piece.text)
        led_in = at > 0 and pieces[at - 1].text.endswith((":", ","))
        if number and lists.is_item(piece, number, None, led_in):
            items = [(piece, number)]
            while at + len(items) < len(pieces):
                after = pieces[at + len(items)]
                found = labels.number(after.text) if not after.first.item else None
                same = [item for _, item in items if found and item.style == found.style]
                if found is None or not lists.is_item(after, found, (same or [number])[-1], False):
                    break
                if items[-1][0].closed and found.style not in {item.style for _, item in items}:
                    break  # a list of its own
                items.append((after, found))
            if len(items) > 1 or number.is_bullet or number.value in ("1", "a", "i"):
                target.append(lists.nested(lists.romanised(items), self._writer))
                return at + len(items)
        target += piece.before
        if number and not number.is_bullet:
            self._numbered[number.style] = number.value
            target.append(self._writer.numbered("p", piece, number._replace(end=piece.start + number.end)))
        elif (
            len(piece.text) < _SHORT
            and len(named := labels.fields(piece.text, self._words, loose=False)) == 1
        ):
            label = Markup(piece.start + named[0].start, piece.start + named[0].label, Node("label"))
            target.append(self._writer.element("p", piece, more=[label]))
        else:
            inline = [
                m._replace(start=m.start + piece.start, end=m.end + piece.start)
                for m in lists.inline(piece.text, 0)
            ]
            target.append(unwrapped(self._writer.element("p", piece, more=inline)))
        return at + 1


def _titles(piece: Part, number: labels.Number, after: Part) -> bool:
    """Does a numbered piece look like a heading of the piece after it?"""
    title = piece.text[number.end :].strip()
    below = labels.number(after.text)
    ends = last_mark(title) in (*_ENDS, ":") and not title.isupper()
    if not title[:1].isupper() or len(title.split()) > 12 or ends:
        return False
    stands = len(after.text) > 20 or title.isupper()
    return stands and not (below and below.style == number.style)
