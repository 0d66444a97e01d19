"""How a letter, cable or report opens: its number, date line, salutation, and what is said of it there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiedition.encode import status
from teiedition.encode.datelines import Datelines, namelike
from teiedition.encode.nodes import Child, Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.reading import Line
from teiedition.encode.vocabulary import Vocabulary

_MARKS = re.compile(r"[(),;:\"“”]")
_BRACKETS = str.maketrans("[]", "  ")
_LONGEST = 10
_RUN_IN = re.compile(
    r"(?P<greeting>(?:[^,:;.!?]|\b(?i:[MD]rs?|St|Gen|Hon|Rev)\.){2,45})(?P<end>:\s?[—–-]|:|[,.]\s?[—–]|,\s?-|—|!)\s*(?=[A-Z“\"\[])"
)
_RUN_ON = re.compile(r"(?P<greeting>[^,:;.!?]{2,45})(?P<end>,)\s+(?=(?:I|We|My|Your|The|In|On|It)\b)")
_DATED = re.compile(r"(?P<line>.{8,70}?\d\.?)\s?[—–]\s?(?=[A-Z“\"])")
_WIDE = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
"""The space between what stands at a line's left and at its right."""
_FIXED = ("dateline", "salute", "number")


class Opening(NamedTuple):
    """An opener, the parts behind it, and what it says: the words of the date line and the salutation, the
    document's number, and whether it was greeted."""

    opener: Node | None
    rest: list[Part]
    dateline: str = ""
    addressee: str = ""
    number: str = ""
    greeted: bool = False


class Openings:
    """Finds openings. `corresponds` says that the title names who writes to whom."""

    def __init__(self, words: Vocabulary, datelines: Datelines, writer: Writer, corresponds: bool) -> None:
        self._words, self._datelines, self._writer = words, datelines, writer
        self._corresponds = corresponds
        self._salutes = words.words("letters", "salutes")
        self._begins = tuple(f"{word} " for word in self._salutes)

    def take(self, parts: Sequence[Part]) -> Opening:
        """Part the opening from the parts of a text."""
        parts = self._apart(parts)
        kinds = self._kinds(parts)
        while kinds and kinds[-1] == "letterhead":
            kinds.pop()
        if not any(kind in _FIXED or kind == "status" for kind in kinds):
            kinds = []
        rest = list(parts[len(kinds) :])
        children: list[Child] = []
        said = {"dateline": "", "salute": "", "number": ""}
        before = ""
        for kind, part in zip(kinds, parts, strict=False):
            goes_on = before == "letterhead" and kind in ("letterhead", "dateline")
            self._append(children, kind, part, goes_on)
            words = status.number(part.text) if kind == "number" else part.text
            key = "dateline" if kind == "letterhead" else kind
            if key in said:
                said[key] = f"{said[key]} {words}".strip() if goes_on else said[key] or words
            before = kind
        if not kinds and rest and (at := self._dateline_end(rest[0])):
            dateline, text = rest[0].cut(rest[0].start + at)
            self._append(children, "dateline", dateline, False)
            said["dateline"], rest = dateline.text.rstrip("—–- "), [text, *rest[1:]]
        greeting, rest = self._run_in(rest) if "salute" not in kinds else (None, rest)
        if greeting:
            children += [" ", *greeting.children] if children else greeting.children
        greeted = bool(greeting) or bool(said["salute"])
        opener = Node("opener", {}, children) if children else None
        return Opening(opener, rest, said["dateline"], said["salute"], said["number"], greeted)

    def lines(self, lines: Sequence[Line]) -> frozenset[int]:
        """The numbers of lines before which a paragraph ends: they or those above them open a letter."""
        found: set[int] = set()
        for line, after in zip(lines[:_LONGEST], lines[1 : _LONGEST + 1], strict=False):
            pieces = _WIDE.split(line.text)
            if len(pieces) > 1 and all(map(self._opens, pieces)):
                found |= {line.number, after.number}
        return frozenset(found)

    def _opens(self, text: str) -> bool:
        return self._datelines.matches(text) or self._is_salute(text, False) or bool(status.number(text))

    def _apart(self, parts: Sequence[Part]) -> list[Part]:
        """The parts; the first ones cut where a date line stands beside a salutation."""
        found: list[Part] = []
        for part in parts[:_LONGEST]:
            pieces = _WIDE.split(part.text) if not part.rows else []
            if len(pieces) > 1 and all(map(self._opens, pieces)):
                found += part.cut(*(part.start + gap.end() for gap in _WIDE.finditer(part.text)))
            else:
                found.append(part)
        return [*found, *parts[_LONGEST:]]

    def greets(self, parts: Sequence[Part]) -> bool:
        """Is there a salutation among the first parts?"""
        near = parts[:8]
        if any(self._is_salute(" ".join(part.text.translate(_BRACKETS).split()), False) for part in near):
            return True
        return any(self._run_in_end(part) for part in near)

    def _kinds(self, parts: Sequence[Part]) -> list[str]:
        """What each of the first parts is, as far as they belong to the opening."""
        kinds: list[str] = []
        for at, part in enumerate(parts[:_LONGEST]):
            if at + 1 >= len(parts) or part.rows or part.first.is_rule:
                break
            if "salute" in kinds[-1:] and not self._datelines.matches(part.text):
                break
            kind = self._kind(parts, at, bool(kinds))
            if not kind:
                break
            kinds.append(kind)
        return kinds

    def _kind(self, parts: Sequence[Part], at: int, begun: bool) -> str:
        part = parts[at]
        plain = " ".join(part.text.translate(_BRACKETS).split())
        state = status.kind(part.text, self._words)
        if state and not (state == "status" and status.number(part.text)):
            return state
        if self._datelines.matches(part.text):
            return "dateline"
        if status.number(part.text) or status.filed(part.text)[1] and not begun:
            return "number"
        if self._is_salute(plain, False):
            return "salute"
        if self._heads(parts, at):
            return "letterhead"
        return "salute" if self._is_salute(plain, begun or self._corresponds) else ""

    def _heads(self, parts: Sequence[Part], at: int) -> bool:
        """Is a part the head of the writing paper, which the date line beneath it goes on?"""
        text, after = parts[at].text, parts[at + 1]
        if len(text) > 60 or not namelike(text) or parts[at].first.level or after.first.gap > 1:
            return False
        if self._datelines.matches(after.text):
            return text.endswith(",") or not after.first.gap or text.isupper()
        return at + 2 < len(parts) and not after.first.gap and self._heads(parts, at + 1)

    def _is_salute(self, plain: str, begun: bool) -> bool:
        small = plain.lower()
        word = small.rstrip(" ,:!.—-")
        ends = plain.endswith((":", ",", "!")) or plain.endswith((".", "—", "-")) and len(plain) < 40
        greeting = max((w for w in self._begins if small.startswith(w)), key=len, default="")
        name = plain[len(greeting) :]
        brief = greeting == "to " and len(plain) < 500 or len(name.split()) <= 4 or namelike(name)
        if ends and (word in self._salutes or greeting and brief):
            return True
        if greeting not in ("", "to ") and len(plain) < 40 and namelike(name) and not _MARKS.search(name):
            return True
        if plain.endswith("!") and " dear " in small and len(plain) < 120:
            return True
        if begun and greeting == "to " and namelike(name) and len(name.split()) < 6:
            return True
        if plain.endswith(":") and not namelike(plain[:-1]) or sum(w.islower() for w in plain.split()) > 2:
            return False
        named = begun and len(plain) < 60 and plain.endswith((",", ":", "!")) and len(plain.split()) <= 8
        parted = "," in plain[:-1] and not namelike(plain[:-1])
        return named and plain[:1].isupper() and not parted and not plain.isupper()

    def _append(self, children: list[Child], kind: str, part: Part, goes_on: bool) -> None:
        """Append a part to an opener; a date line goes on from the letterhead above it."""
        if goes_on and isinstance(last := children[-1], Node):
            last.children += [" ", *part.before, *self._writer.element("dateline", part).children]
            return
        name, attributes = {
            "letterhead": ("dateline", {}),
            "number": ("idno", {"type": "number"}),
            "status": ("note", {"type": "status"}),
            "classification": ("note", {"type": "classification"}),
        }.get(kind, (kind, {}))
        children += [" "] if children else []
        children += [*part.before, number_or_more(self._writer.element(name, part, attributes))]

    def _run_in(self, parts: list[Part]) -> tuple[Node | None, list[Part]]:
        """A salutation with which the first paragraph begins: "Sir: I have the honour …"."""
        at = self._run_in_end(parts[0]) if parts else 0
        if not at:
            return None, parts
        greeting, text = parts[0].cut(parts[0].start + at)
        salute = self._writer.element("salute", greeting)
        return Node("opener", {}, [*greeting.before, salute]), [text, *parts[1:]]

    def _dateline_end(self, part: Part) -> int:
        """Where a date line ends with which the first paragraph begins: "Selby, 3 May 1662.—We …"."""
        found = _DATED.match(part.text) if not part.rows else None
        return found.end() if found and self._datelines.matches(found["line"]) else 0

    def _run_in_end(self, part: Part) -> int:
        """Where a salutation at a paragraph's beginning ends; 0 for none."""
        if part.rows:
            return 0
        for pattern in (_RUN_IN, _RUN_ON):
            found = pattern.match(part.text)
            small = found["greeting"].lower() if found else ""
            if found and not small.startswith("to ") and (
                small in self._salutes or small.startswith(self._begins) and len(small.split()) <= 6
            ):  # fmt: skip
                return found.end("end")
        return 0


def number_or_more(node: Node) -> Node:
    """An `idno` that holds elements (a bracket's, a note), which TEI's may not, as a `seg`."""
    if node.name == "idno" and any(isinstance(child, Node) for child in node.children):
        node.name = "seg"
    return node
