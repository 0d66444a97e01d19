"""Paragraphs to TEI blocks: headings and divisions, numbered paragraphs, lists, turns, openers, closers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from teiedition.encode import labels
from teiedition.encode.dates import Dates
from teiedition.encode.flow import Flow, Markup
from teiedition.encode.header import Facts
from teiedition.encode.interventions import Brackets
from teiedition.encode.nodes import Node
from teiedition.encode.paragraphs import Paragraph
from teiedition.encode.speakers import Cast
from teiedition.encode.vocabulary import Vocabulary

_CLOSED = re.compile(r"[.!?:;,][\"”’')\]]*$")
_HEAD_LENGTH = 120


@dataclass(slots=True)
class Text:
    """What a document's text is made of."""

    front: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    back: list[Node] = field(default_factory=list)


class Builder:
    """Builds the blocks of one document."""

    def __init__(self, words: Vocabulary, dates: Dates, brackets: Brackets, flow: Callable[[Paragraph], Flow]) -> None:
        self._words, self._dates, self._brackets, self._flow = words, dates, brackets, flow

    def block(self, name: str, paragraph: Paragraph, attributes: dict[str, str] | None = None) -> Node:
        """A paragraph as an element, its number or label marked."""
        flow = self._flow(paragraph)
        return self.part(name, flow, 0, len(flow.text), attributes)

    def part(self, name: str, flow: Flow, start: int, end: int, attributes: dict[str, str] | None = None,
             more: Sequence[Markup] = ()) -> Node:  # fmt: skip
        """A part of a flow as an element, with what stands in brackets marked."""
        markups = sorted([*self._brackets.markups(flow.text, name == "note"), *more], key=lambda m: (m.start, -m.end))
        return Node(name, dict(attributes or {}), flow.children(start, end, markups))

    def blocks(self, paragraphs: Sequence[Paragraph], cast: Cast | None, is_label: Callable[[str], bool]) -> list[Node]:
        """The blocks of a document's body."""
        found: list[Node] = []
        for paragraph in paragraphs:
            found += paragraph.before
            text = paragraph.text
            if paragraph.lines[0].is_rule:
                found.append(Node("milestone", {"unit": "section", "rend": "asterisks"}))
            elif cast and (turn := self._turn(paragraph, cast, is_label)):
                found.append(turn)
            else:
                node = self._paragraph(paragraph, text)
                if cast and found and found[-1].name == "sp" and node.name == "p" and not self._narrates(text):
                    found[-1].children.append(node)
                else:
                    found.append(node)
        return found

    def _narrates(self, text: str) -> bool:
        return text.lower().startswith(self._words.words("delivery", "narration"))

    def _paragraph(self, paragraph: Paragraph, text: str) -> Node:
        number = labels.number(text)
        if number and not number.is_bullet:
            flow = self._flow(paragraph)
            label = Markup(0, number.end, Node("label"))
            return self.part("p", flow, 0, len(flow.text), {"n": number.value}, [label])
        node = self.block("p", paragraph)
        if len(node.children) == 1 and isinstance(node.children[0], Node) and node.children[0].name == "gap":
            return node.children[0]
        return node

    def _turn(self, paragraph: Paragraph, cast: Cast, is_label: Callable[[str], bool]) -> Node | None:
        flow = self._flow(paragraph)
        label = labels.speaker(flow.text)
        if label is None or not is_label(flow.text[: label.end]):
            return None
        remark = flow.text[label.remark[0] : label.remark[1]]
        person = cast.speaker(flow.text[: label.end], remark)
        declares = any(phrase in remark.lower() for phrase in self._words.words("delivery", "abbreviation"))
        children: list[Node] = []
        start = label.text
        if remark and not declares:
            children.append(self.part("speaker", flow, 0, label.end))
            children.append(self.part("stage", flow, label.remark[0], label.colon + 1, {"type": "delivery"}))
        else:
            children.append(self.part("speaker", flow, 0, label.colon + 1))
        if opening := labels.opening_remark(flow.text, start):
            children.append(self.part("stage", flow, *opening, {"type": "delivery"}))
            start = opening[1] + 1
        if start < len(flow.text):
            children.append(self.part("p", flow, start, len(flow.text)))
        if children[-1].name == "speaker" or children[-1].name == "stage":
            children.append(Node("p", {}, [Node("gap", {"reason": "lost"})]))
        turn = Node("sp", {"who": ""}, children)
        cast.turn(turn, person)
        return turn

    def fields(self, paragraph: Paragraph, cast: Cast, facts: Facts) -> list[Node]:
        """A paragraph before a conversation: its labelled facts, or a remark on the text's state."""
        flow = self._flow(paragraph)
        text = flow.text
        nodes: list[Node] = []
        start = 0
        if text.startswith("("):
            end = text.find(")") + 1
            nodes.append(self.part("note", flow, 0, end, {"type": "status"}))
            start = end
            while start < len(text) and text[start].isspace():
                start += 1
        for item in labels.fields(text[start:], self._words, loose=True):
            label = Markup(start + item.start, start + item.label, Node("label"))
            nodes.append(self.part("p", flow, start + item.start, start + item.end, None, [label]))
            self._take(text[start + item.text : start + item.end].strip(), item.meanings, cast, facts)
            last = start + item.end
        if len(nodes) == 0 or (start < len(text) and nodes[-1].name == "note"):
            nodes.append(self.part("p", flow, start, len(text)))
        return nodes

    def _take(self, value: str, meanings: tuple[str, ...], cast: Cast, facts: Facts) -> None:
        for meaning in meanings:
            if meaning in ("present", "translator", "note-taker", "author"):
                cast.add(value, meaning)
            elif meaning == "time":
                facts.setting = (value, facts.setting[1])
            elif meaning == "place":
                facts.setting = (facts.setting[0], value)
