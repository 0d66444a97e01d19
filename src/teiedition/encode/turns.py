"""Turns of a conversation: speakers' labels, remarks on how something was said, what happened between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from teiedition.encode import labels, lists
from teiedition.encode.datelines import namelike
from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.speakers import Cast
from teiedition.encode.vocabulary import Vocabulary

_PAREN = re.compile(r"\(([^()]{2,160})\)")
_BEGINNING = 200
_FIRST_PERSON = re.compile(r"\b(?:I|we|you|our|your|my|us|me)\b", re.IGNORECASE)


class Turns:
    """Recognises the turns of one document. Without a conversation in it, there are none."""

    def __init__(
        self, texts: Sequence[str], words: Vocabulary, spelling: Mapping[str, int], cast: Cast, minutes: bool
    ) -> None:
        """`texts` are the document's lines, `spelling` counts the source's words as they are written,
        `minutes` says that the title promises a conversation."""
        self._words, self._spelling, self._cast = words, spelling, cast
        self._labels: dict[str, str] = {}
        self._counts = Counter(self._label(text) for text in texts)
        del self._counts[""]
        self.found = self._is_conversation(len(texts), minutes)
        self._glued: re.Pattern[str] | None = None

    def _is_conversation(self, total: int, minutes: bool) -> bool:
        spoken = sum(count for label, count in self._counts.items() if self.is_label(label))
        if minutes:
            known = any(self._cast.knows(label.split()[-1]) for label in self._counts if self.is_label(label))
            return spoken >= (1 if known else 2)
        again = sum(count > 1 for label, count in self._counts.items() if self.is_label(label))
        return spoken >= 4 and again >= 1 and spoken * 3 >= total

    def _label(self, text: str) -> str:
        """The label of a speaker with which a text begins; it is asked for several times."""
        if text not in self._labels:
            self._labels[text] = self._read_label(text)
        return self._labels[text]

    def _read_label(self, text: str) -> str:
        found = labels.speaker(text, roles=self._words.roles)
        if found is None or labels.fields(text[:_BEGINNING], self._words, loose=True):
            return ""
        return text[: found.end]

    def settle(self, texts: Iterable[str]) -> None:
        """Forget what looked like turns and was a list of those present: no turn begins in the text."""
        self.found = self.found and any(map(self.starts, texts))

    def starts(self, text: str) -> bool:
        """Does a turn begin with `text`?"""
        return self.found and bool(label := self._label(text)) and self.is_label(label)

    def is_label(self, label: str) -> bool:
        """Is a label a name, rather than a common noun?"""
        tokens = re.findall(r"[^\W\d_]+", label)
        if label.lower().strip(" .") in self._words.words("delivery", "nobody"):
            return False
        strange = [token for token in tokens if token.lower() not in self._words.roles]
        common = bool(strange) and all(self._spelling.get(token.lower(), 0) for token in strange)
        return bool(tokens) and (not common or self._counts[label] >= 3 or self._cast.knows(strange[-1]))

    def apart(self, part: Part) -> list[Part]:
        """A part, cut where further turns begin in it: line ends were lost there."""
        if not self.found or part.rows:
            return [part]
        if self._glued is None:
            known = [label for label in self._counts if self.is_label(label)]
            self._glued = _glued([*known, *self._cast.short_names()])
        found = [found for found in self._glued.finditer(part.text) if found.end()]
        cuts = [cut.end() for cut in found if not self._is_title(part.text[: cut.start()])]
        return part.cut(*(part.start + at for at in cuts))

    def _is_title(self, before: str) -> bool:
        """Does a text end with a title or initial before a name, rather than with a sentence?"""
        word = before[-20:].rsplit(None, 1)[-1].lower()
        return word in self._words.roles or word.rstrip(".") in self._words.roles or len(word) < 3

    def turn(self, part: Part, writer: Writer) -> Node:
        """The turn that `part` is."""
        flow, base = part.flow, part.start
        label = labels.speaker(part.text, roles=self._words.roles)
        assert label is not None
        remark = part.text[label.remark[0] : label.remark[1]]
        person = self._cast.speaker(part.text[: label.end], remark)
        children: list[Node] = []

        def add(name: str, start: int, end: int, more: Sequence[Markup] = ()) -> None:
            attributes = {"type": "delivery"} if name == "stage" else {}
            piece = Part(flow, base + start, base + end, part.first)
            children.append(writer.element(name, piece, attributes, more))

        if remark and not self._cast.declares(remark) and not self._affiliates(remark):
            add("speaker", 0, label.end)
            add("stage", label.remark[0], label.colon + 1)
        else:
            add("speaker", 0, label.colon + 1)
        start = label.text
        if opening := labels.opening_remark(part.text, start, self._words):
            add("stage", *opening)
            start = opening[1] + 1
        if start < len(part.text):
            inline = [
                m._replace(start=m.start + base, end=m.end + base) for m in lists.inline(part.text, start)
            ]
            add("p", start, len(part.text), [*self.remarks(part, start), *inline])
        else:
            children.append(Node("p", {}, [Node("gap", {"reason": "lost"})]))
        node = Node("sp", {"who": ""}, list(children))
        self._cast.turn(node, person)
        return node

    def _affiliates(self, remark: str) -> bool:
        """Does a remark behind a name say whom the speaker speaks for, rather than how: "(United States)"?"""
        words = remark.strip("()").split()
        first = words[0].lower() if words else ""
        verbs = self._words.words("delivery", "verbs")
        if not words or first == "to" or first.endswith("ing") or {w.lower() for w in words} & set(verbs):
            return False
        office = words[0][:1].isupper() and {w.lower().strip(",.") for w in words} & self._words.roles
        return namelike(remark.strip("()")) or bool(office)

    def remarks(self, part: Part, start: int = 0) -> Iterator[Markup]:
        """Delivery remarks within a turn's words: "(To Premier A)", "(A laughs)"."""
        verbs = self._words.words("delivery", "verbs")
        for found in _PAREN.finditer(part.text, start):
            tokens = re.findall(r"[^\W\d_][\w’'-]*", found[1])
            if not tokens:
                continue
            if _is_aside(found[1], self._words):
                yield Markup(
                    part.start + found.start(), part.start + found.end(), Node("stage", {"type": "delivery"})
                )
                continue
            address = tokens[0].lower() == "to" and len(tokens) <= 6 and self._names(tokens[1:])
            acts = any(token in verbs for token in tokens) and (self._names(tokens) or tokens[0] in verbs)
            if address or acts and not _FIRST_PERSON.search(found[1]):
                yield Markup(
                    part.start + found.start(), part.start + found.end(), Node("stage", {"type": "delivery"})
                )

    def _names(self, tokens: Sequence[str]) -> bool:
        return any(
            token.lower() in self._words.roles and token[:1].isupper() or self._cast.knows(token)
            for token in tokens
        )

    def happens(self, text: str) -> bool:
        """Is a paragraph a remark in brackets on what happened? Square ones may hold other things, too."""
        if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
            return True
        events = (*self._words.words("delivery", "narration"), *self._words.words("delivery", "events"))
        told = text[1:].lower().startswith(events)
        return told and text.startswith("[") and text.endswith("]") and text.count("[") == 1

    def narrates(self, part: Part) -> bool:
        """Does a paragraph without a label tell what happened, rather than go on with the turn before?"""
        text = part.text
        if text.lower().startswith(self._words.words("delivery", "narration")):
            return True
        first = re.match(r"[^\W\d_][\w’'-]*", text)
        outside = re.sub(r"[“\"][^”\"]*[”\"]", "", text)
        return first is not None and self._cast.knows(first[0]) and not _FIRST_PERSON.search(outside)


def _is_aside(remark: str, words: Vocabulary) -> bool:
    """Does a remark in brackets tell what was heard: "Laughter", "Long applause"?"""
    heard = remark.lower().strip(" .")
    asides = words.words("delivery", "aside")
    return heard in asides or len(heard.split()) < 4 and heard.rsplit(None, 1)[-1] in asides


def _glued(labels_known: Sequence[str]) -> re.Pattern[str]:
    """Finds where one of the labels follows the end of a sentence."""
    longest = sorted(labels_known, key=len, reverse=True)
    label = "|".join(map(re.escape, longest))
    return re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][”’)\]]))\s*(?=(?:{label})(?:\s\([^()]*\))?:\s)")
