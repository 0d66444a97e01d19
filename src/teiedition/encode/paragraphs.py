"""Lines put together to paragraphs, across line ends, hyphens and page breaks.

Whether a line goes on in the next is decided from the two lines and from the habits of the whole text:
whether its lines were broken at a width, and whether empty lines stand between its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from teiedition.encode.nodes import Node
from teiedition.encode.reading import Line

_CLOSED = re.compile(r"[.!?:;…][\"”’'»)\]*]*$")
_HYPHEN = re.compile(r"\w[-‐\u00ad]$")
_OPENER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]{1,2}\s|[-–—•·▪]\s*\S|(?:Article|Section|Chapter|§)\s+\w+[.:]?)"
)
_WIDEST = 140


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph. `joints[i]` joins line `i` to line `i + 1`; `breaks` are the
    elements (page breaks, running heads) that stand between them; `before` what stands before it."""

    lines: list[Line]
    joints: list[str] = field(default_factory=list)
    breaks: dict[int, list[Node]] = field(default_factory=dict)
    before: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        parts = [self.lines[0].text]
        for joint, line in zip(self.joints, self.lines[1:], strict=True):
            parts += [joint, line.text]
        return "".join(parts)


class Habits:
    """How a text breaks its lines, learnt from all of them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        lengths = sorted(len(line.text) for line in lines)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0
        longer = sum(length > self.width * 1.15 + 3 for length in lengths)
        pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
        unclosed = sum(not _CLOSED.search(a.text) for a, _ in pairs)
        self.wrapped = (
            self.width <= _WIDEST and len(pairs) > 2 and longer * 20 <= len(lengths)
            and unclosed * 3 >= len(pairs) and self.width >= 30
        )  # fmt: skip
        self._words = Counter(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text))
        self._begins = Counter(
            found[1] for line in lines for found in re.finditer(r"[.!?][\"”’)\]]*\s+([^\W\d_]+)", line.text)
        )

    def begins_sentence(self, word: str) -> bool:
        """Is a capitalised word one that is written so only at the beginning of sentences?"""
        return word[:1].isupper() and self._words[word.lower()] > 0 and self._words[word] <= self._begins[word] + 1

    def continues(self, line: Line, after: Line) -> bool:
        """Does the sentence or paragraph of `line` go on in the line `after` it?"""
        if line.is_rule or after.is_rule or line.level or after.level or line.bold != after.bold:
            return False
        small = after.text[:1].islower()
        if _HYPHEN.search(line.text) and (small or after.text[:1].isupper()):
            return True
        if after.bold:
            return not after.gap and not _CLOSED.search(line.text)
        closed = bool(_CLOSED.search(line.text))
        if small and not closed and not _OPENER.match(after.text):
            return True
        if _OPENER.match(after.text) or after.indent > line.indent + 1:
            return False
        return self._goes_on(line, after, closed)

    def _goes_on(self, line: Line, after: Line, closed: bool) -> bool:
        word = after.text.split(None, 1)[0]
        if self.wrapped:
            full = len(line.text) + len(word) >= self.width * 0.97
            if after.gap:
                return not closed and full
            return full if closed else len(line.text) >= self.width * 0.6
        if closed or after.gap:
            return False
        begins = re.match(r"[^\W\d_]+", after.text)
        return len(line.text) > 60 and not (begins and self.begins_sentence(begins[0]))

    def joint(self, line: Line, after: Line) -> str | None:
        """What joins two lines: a space, or nothing after a hyphen; None where a hyphen goes as well."""
        if not _HYPHEN.search(line.text):
            return " "
        head = re.search(r"[^\W\d_]+(?=.$)", line.text)
        tail = re.match(r"[^\W\d_]+", after.text)
        if line.text[-1] == "\u00ad":
            return None
        if not head or not tail or not after.text[0].islower():
            return ""
        whole = self._words[(head[0] + tail[0]).lower()] + self._words[head[0] + tail[0]]
        parts = self._words[f"{head[0]}-{tail[0]}"]
        known = self._words[head[0].lower()] > 0 and self._words[tail[0]] > 1
        return None if whole > parts or not (parts or known) else ""


def paragraphs(lines: Iterable[Line], habits: Habits, furniture: dict[int, list[Node]]) -> list[Paragraph]:
    """Put lines together. `furniture` holds, by line number, what stood between that line and the one
    before: page breaks and running heads."""
    found: list[Paragraph] = []
    for line in lines:
        between = furniture.get(line.number, [])
        last = found[-1].lines[-1] if found else None
        if last is not None and habits.continues(last, line):
            _append(found[-1], line, habits, between)
        else:
            found.append(Paragraph([line], before=list(between)))
    return found


def _append(paragraph: Paragraph, line: Line, habits: Habits, between: list[Node]) -> None:
    last = paragraph.lines[-1]
    joint = habits.joint(last, line)
    if joint is None:
        paragraph.lines[-1] = last._replace(end=last.end - 1, text=last.text[:-1])
        joint = ""
    nodes = list(between)
    if line.gap and not any(node.name == "pb" for node in nodes):
        nodes.insert(0, Node("pb", {"cert": "high"}))
    if nodes:
        paragraph.breaks[len(paragraph.lines) - 1] = nodes
    paragraph.joints.append(joint)
    paragraph.lines.append(line)
