"""What stands between a document's title and its text: time, place, participants, subject, from and to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiedition.encode import labels, status
from teiedition.encode.endings import ends_clause
from teiedition.encode.facts import Facts
from teiedition.encode.flow import Markup
from teiedition.encode.letters import Letters
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.reading import Line
from teiedition.encode.speakers import Cast
from teiedition.encode.turns import Turns
from teiedition.encode.vocabulary import Vocabulary

_FARTHEST = 25
_FARTHEST_LINE = 40
_LONGEST_REMARK = 160
_PEOPLE = ("present", "translator", "note-taker", "author")


class Preamble:
    """Reads the labelled facts before a document's text."""

    def __init__(self, words: Vocabulary, letters: Letters, writer: Writer, cast: Cast, facts: Facts) -> None:
        self._words, self._letters, self._writer = words, letters, writer
        self._cast, self._facts = cast, facts
        self.dateline: Part | None = None
        """A date line that stands among the labelled facts."""

    def take(self, parts: Sequence[Part], turns: Turns) -> tuple[list[Node], list[Part]]:
        """The elements of the preamble, and the parts behind it."""
        count = self._length(parts, turns)
        nodes: list[Node] = []
        at = 0
        while at < count:
            part = parts[at]
            nodes += part.before
            found = labels.fields(part.text, self._words, loose=True)
            if not found and not self._state(part.text) and self._letters.datelines.matches(part.text):
                self.dateline = part
                at += 1
            elif len(found) == 1 and not part.text[found[0].text :].strip():
                end = self._listed(parts, at + 1, count, found[0])
                nodes += self._list(part, found[0], parts[at + 1 : end])
                at = end
            else:
                nodes += self._part(part)
                at += 1
        return nodes, list(parts[count:])

    def _length(self, parts: Sequence[Part], turns: Turns) -> int:
        """How many parts belong to the preamble: up to the last field before the text begins."""
        last = at = 0
        pure = True  # no sentence has come yet
        while at < min(len(parts), _FARTHEST) and not turns.starts(parts[at].text) and not parts[at].rows:
            text = parts[at].text
            found = labels.fields(text, self._words, loose=True)
            if found and (pure or turns.found) and not text[found[-1].text :].strip():
                at = self._listed(parts, at + 1, len(parts), found[-1])
                last = at
                continue
            if found and (pure or turns.found) or pure and self._belongs(text, turns):
                last = at + 1
            elif not turns.found and len(text) > 160:
                break
            elif ends_clause(text) or len(text) > _LONGEST_REMARK:
                pure = pure and (self._letters.datelines.matches(text) or text.endswith((" a.m.", " p.m.")))
            at += 1
        return last

    def _listed(self, parts: Sequence[Part], start: int, end: int, label: labels.Field) -> int:
        """Where the lines under a label that stands alone end: at the next label, gap or long paragraph.
        People may be listed in groups with gaps between."""
        at = start
        while at < end and 0 < len(parts[at].text) < 160 and not self._begins_other(parts[at].text):
            if at > start and parts[at].first.gap > 0:
                texts = [part.text for part in parts[at : at + 2]]
                if not _is_people(label) or not _next_group(texts, self._words):
                    break
            at += 1
        return at

    def _begins_other(self, text: str) -> bool:
        found = bool(labels.fields(text, self._words, loose=True)) or self._status(text)
        return found or text.endswith((".", ":")) and len(text) > 60

    def _belongs(self, text: str, turns: Turns) -> bool:
        """Does a line without a label show that the text has not begun yet? A letter's are its opening's."""
        told = turns.found or self._facts.genre == "minutes"
        return told and bool(self._state(text)) or text.isupper() and self._repeats_title(text)

    def _status(self, text: str) -> bool:
        return bool(self._state(text)) or text.isupper() and 3 < len(text) < 80

    def _state(self, text: str) -> str:
        """The kind of remark that a line is on the text itself: its state, its secrecy."""
        return status.kind(text, self._words)

    def _part(self, part: Part) -> list[Node]:
        nodes: list[Node] = []
        close = part.text.find(")") + 1 if part.text.startswith("(") else 0
        if 0 < close < len(part.text) and self._state(part.text[:close]):
            status, part = part.cut(part.start + close)
            nodes.append(self._writer.element("note", status, {"type": "status"}))
        if state := self._state(part.text):
            return [*nodes, self._writer.element("note", part, {"type": state})]
        found = labels.fields(part.text, self._words, loose=True)
        if not found:
            name = "head" if self._repeats_title(part.text) else "p"
            return [*nodes, self._writer.element(name, part)]
        if found[0].start:
            prefix, part = part.cut(part.start + found[0].start)
            nodes += self._title_and_state(prefix)
            found = labels.fields(part.text, self._words, loose=True)
        pieces = part.cut(*(part.start + field.start for field in found[1:]))
        for item, piece in zip(found, pieces, strict=True):
            label = Markup(part.start + item.start, part.start + item.label, Node("label"))
            nodes.append(self._writer.element("p", piece, more=[label]))
            self._note(part.text[item.text : item.end].strip(), item.meanings)
        return nodes

    def _title_and_state(self, part: Part) -> list[Node]:
        """A title said again, and a remark on the text's state behind it: "Minutes of … (unreviewed)"."""
        opened = part.text.rfind("(")
        if opened > 0 and self._state(part.text[opened:]):
            title, state = part.cut(part.start + opened)
            return [*self._part(title), self._writer.element("note", state, {"type": "status"})]
        return self._part(part)

    def _list(self, part: Part, label: labels.Field, parts: Sequence[Part]) -> list[Node]:
        mark = Markup(part.start + label.start, part.start + label.label, Node("label"))
        node = self._writer.element("p", part, more=[mark])
        if len(parts) == 1:
            self._note(parts[0].text, label.meanings)
            value = self._writer.element("seg", parts[0])
            node.children += [" ", *parts[0].before, *value.children]
            return [node]
        for at, item in enumerate(parts):
            if not _is_people(label):
                self._note(item.text, label.meanings)
            elif not _heads_group(item, parts[at + 1 : at + 2], at == 0, self._words):
                self._note(item.text.partition(",")[0], label.meanings)
        items = [node for item in parts for node in (*item.before, self._writer.element("item", item))]
        node.children += [Node("list", {}, list(items))] if items else []
        return [node]

    def _repeats_title(self, text: str) -> bool:
        mine = {word.lower() for word in re.findall(r"\w{4,}", text)}
        title = {word.lower() for word in re.findall(r"\w{4,}", self._facts.title)}
        named = bool(self._words.genre_pattern.search(text)) and len(text) < 200
        return bool(mine) and (len(mine & title) * 2 >= len(mine) or named and text.isupper())

    def _note(self, value: str, meanings: Sequence[str]) -> None:
        """Take note of a field's value."""
        facts = self._facts
        for meaning in meanings:
            if meaning in _PEOPLE:
                self._cast.add(value, meaning)
            elif meaning == "time":
                facts.time = f"{facts.time}, {value}" if facts.time else value
            elif meaning == "place":
                facts.location = facts.location or value
            elif meaning == "from":
                facts.sender = facts.sender or (value,)
            elif meaning == "to":
                facts.addressees += (value,)
            elif meaning == "copy":
                facts.copies += (value,)
            elif meaning == "number":
                facts.number = value


def listed(lines: Sequence[Line], words: Vocabulary) -> frozenset[int]:
    """The numbers of the lines under a label that stands alone ("PARTICIPANTS:"), each a thing of its own."""
    found: set[int] = set()
    for at, line in enumerate(lines[:_FARTHEST_LINE]):
        bare = line.text.endswith(":") or line.text.isupper()
        if not bare or len(labels.fields(line.text, words, loose=True)) != 1:
            continue
        (label,) = labels.fields(line.text, words, loose=True)
        for number, after in enumerate(lines[at + 1 : _FARTHEST_LINE], start=at + 1):
            if labels.fields(after.text[:200], words, loose=False):
                break
            if number > at + 1 and after.gap:
                texts = [line.text for line in lines[number : number + 2]]
                if not _is_people(label) or not _next_group(texts, words):
                    break
            found.add(after.number)
    return frozenset(found)


def _is_people(label: labels.Field) -> bool:
    return not set(label.meanings).isdisjoint(_PEOPLE)


def _next_group(texts: Sequence[str], words: Vocabulary) -> bool:
    """Does a list of people go on behind a gap, with the first of the texts?"""
    return _is_entry(texts[0]) and (_is_person(texts[0], words) or all(map(_is_entry, texts[1:])))


def _is_entry(text: str) -> bool:
    """Is a line short and mostly capitalised, without a sentence's end or a colon, as names in a list are?"""
    tokens = text.split()
    small = sum(token[:1].islower() for token in tokens)
    sentence = text.endswith((".", "?", "!")) and small > 1
    return len(text) < 120 and small * 2 <= len(tokens) and not sentence and ": " not in text


def _is_person(text: str, words: Vocabulary) -> bool:
    """Does a line of a list name a person with a title or an office?"""
    first = text.split(None, 1)[0].lower()
    return "," in text or "(" in text or first in words.roles or first.rstrip(".") in words.roles


def _heads_group(part: Part, after: Sequence[Part], first: bool, words: Vocabulary) -> bool:
    """Is a line in a list of people the name of their side?"""
    if not (first or part.first.gap) or not after or after[0].first.gap or _is_person(part.text, words):
        return False
    return _is_person(after[0].text, words)
