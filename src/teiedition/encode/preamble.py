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
from teiedition.encode.participants import (
    PEOPLE,
    is_entry,
    is_people,
    is_person,
    is_side_with_names,
    next_group,
    part_of,
    sides,
)
from teiedition.encode.parts import Part, Writer
from teiedition.encode.speakers import Cast
from teiedition.encode.turns import Turns
from teiedition.encode.vocabulary import Vocabulary

_FARTHEST = 25
_LONGEST_REMARK = 160
_COUNTRIES = re.compile(r"\b(?:following|countries|delegations)\b|:\s")
"""What shows that those present are not named."""


class Preamble:
    """Reads the labelled facts before a document's text."""

    def __init__(self, words: Vocabulary, letters: Letters, writer: Writer, cast: Cast, facts: Facts) -> None:
        self._words, self._letters, self._writer = words, letters, writer
        self._cast, self._facts = cast, facts
        self._turns: Turns | None = None
        self.dateline: Part | None = None
        """A date line that stands among the labelled facts."""

    def take(self, parts: Sequence[Part], turns: Turns) -> tuple[list[Node], list[Part]]:
        """The elements of the preamble, and the parts behind it."""
        self._turns = turns
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
            elif len(found) == 1 and (end := self._beside(parts, at + 1, count, found[0])) > at + 1:
                label, first = part.cut(part.start + found[0].text)
                nodes += self._list(label, found[0], [first, *parts[at + 1 : end]])
                at = end
            else:
                nodes += self._part(part)
                at += 1
        return nodes, list(parts[count:])

    def _length(self, parts: Sequence[Part], turns: Turns) -> int:
        """How many parts belong to the preamble: up to the last field before the text begins."""
        last = at = 0
        pure = True  # no sentence has come yet
        while at < min(len(parts), _FARTHEST) and not parts[at].rows:
            text = parts[at].text
            found = labels.fields(text, self._words, loose=True)
            if not found and turns.starts(text):
                if not self._goes_on(parts, at, turns):
                    break
                last = at = at + 1
                continue
            if found and (pure or turns.found) and not text[found[-1].text :].strip():
                at = self._listed(parts, at + 1, len(parts), found[-1])
                last = at
                continue
            if found and (pure or turns.found) or pure and self._belongs(text, turns):
                last = at + 1
                if len(found) == 1:
                    last = at = self._beside(parts, last, len(parts), found[0])
                    continue
            elif not turns.found and len(text) > 160:
                break
            elif ends_clause(text) or len(text) > _LONGEST_REMARK:
                pure = pure and (self._letters.datelines.matches(text) or text.endswith((" a.m.", " p.m.")))
            at += 1
        return last

    def _goes_on(self, parts: Sequence[Part], at: int, turns: Turns) -> bool:
        """Does a line that looks like a turn name an office and who holds it; or do those present follow it,
        before another turn does?"""
        said = labels.speaker(parts[at].text)
        value = parts[at].text[said.text :] if said else ""
        if len(value.split()) > 1 and is_side_with_names(parts[at].text) and is_person(value, self._words):
            return True
        for part in parts[at + 1 : at + 4]:
            if turns.starts(part.text):
                return False
            if any(map(is_people, labels.fields(part.text[:200], self._words, loose=False))):
                return True
        return False

    def _listed(self, parts: Sequence[Part], start: int, end: int, label: labels.Field) -> int:
        """Where the lines under a label that stands alone end: at the next label, gap or long paragraph.
        People may be listed in groups with gaps between, or side by side in a table."""
        at = start
        if at < end and parts[at].rows and is_people(label):
            return at + 1
        people = is_people(label)
        while at < end and 0 < len(parts[at].text) < 160 and not self._ends(parts[at].text, people):
            if at > start and parts[at].first.gap > 0:
                after = parts[at + 1] if at + 1 < len(parts) else parts[at]
                joined = not after.first.gap
                if not is_people(label) or not next_group(parts[at].text, after.text, joined, self._words):
                    break
            at += 1
        return at

    def _beside(self, parts: Sequence[Part], start: int, end: int, label: labels.Field) -> int:
        """Where the lines end that go on a list of people which begins beside its label."""
        at = start
        while at < end and is_people(label) and not parts[at].first.gap and not parts[at].rows:
            text = parts[at].text
            if self._begins_other(text) or not is_entry(text) or not is_person(text, self._words):
                break
            at += 1
        return at

    def _ends(self, text: str, people: bool) -> bool:
        """Does a list under a label end before a line?"""
        if people and is_side_with_names(text):
            return False
        if people and is_entry(text) and is_person(text, self._words):
            return bool(labels.fields(text, self._words, loose=True)) or self._status(text)
        return self._begins_other(text)

    def _begins_other(self, text: str) -> bool:
        if self._turns and (self._turns.starts(text) or self._turns.happens(text)):
            return True
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
        if not found and (said := labels.speaker(part.text)):
            office = self._cast.name(part.text[: said.end])[0]
            for person in self._cast.add(part.text[said.text :].strip(" ."), "present"):
                person.roles |= office
            label = Markup(part.start, part.start + said.colon + 1, Node("label"))
            return [*nodes, self._writer.element("p", part, more=[label])]
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
        if len(parts) == 1 and parts[0].rows:
            self._take_table(parts[0], label)
            node.children += [" ", *parts[0].before, self._writer.block(parts[0])]
            return [node]
        if len(parts) == 1:
            self._note(parts[0].text, label.meanings)
            value = self._writer.element("seg", parts[0])
            node.children += [" ", *parts[0].before, *value.children]
            return [node]
        self._take_list(parts, label)
        people = is_people(label)
        items = [node for item in parts for node in (*item.before, self._item(item, people))]
        node.children += [Node("list", {}, list(items))] if items else []
        return [node]

    def _item(self, part: Part, people: bool) -> Node:
        number = None if people else labels.number(part.text)
        if number is None:
            return self._writer.element("item", part)
        return self._writer.numbered("item", part, number._replace(end=part.start + number.end))

    def _take_list(self, parts: Sequence[Part], label: labels.Field) -> None:
        """Take note of what the lines of a list say."""
        for item, side in zip(parts, sides(parts, self._words), strict=True):
            if not is_people(label):
                self._note(item.text, label.meanings)
            elif not side:
                self._take_person(item.text, label.meanings)

    def _take_person(self, text: str, meanings: Sequence[str]) -> None:
        if is_side_with_names(text) and (said := labels.speaker(text)):
            self._note(text[said.text :], meanings)
        else:
            self._note(text.partition(",")[0], part_of(text, meanings, self._words))

    def _take_table(self, part: Part, label: labels.Field) -> None:
        """Take note of the people in a table, whose first row may name their sides."""
        for number, (_, cells) in enumerate(part.rows):
            texts = [cell.text for cell in cells if cell]
            if number or any(is_person(text, self._words) for text in texts):
                for text in texts:
                    self._note(text.partition(",")[0], part_of(text, label.meanings, self._words))

    def _repeats_title(self, text: str) -> bool:
        mine = {word.lower() for word in re.findall(r"\w{4,}", text)}
        title = {word.lower() for word in re.findall(r"\w{4,}", self._facts.title)}
        named = bool(self._words.genre_pattern.search(text)) and len(text) < 200
        return bool(mine) and (len(mine & title) * 2 >= len(mine) or named and text.isupper())

    def _note(self, value: str, meanings: Sequence[str]) -> None:
        """Take note of a field's value."""
        facts = self._facts
        for meaning in meanings:
            if meaning in PEOPLE and not _COUNTRIES.search(value):
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
