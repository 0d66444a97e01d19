"""Lists of those who were present: where they end, which of their lines name a side, which a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from teiedition.encode import labels
from teiedition.encode.datelines import namelike
from teiedition.encode.parts import Part
from teiedition.encode.reading import Line
from teiedition.encode.vocabulary import Vocabulary

PEOPLE = ("present", "interpreter", "translator", "note-taker", "author")
"""Meanings of fields whose values name persons."""

_FARTHEST_LINE = 60
_LONGEST_SIDE = 4
_SENTENCE = re.compile(
    r"\b(?:that|was|were|had|has|have|is|are|said|be|been|will|would|which|who|he|she|it|they|we|did|came|told)\b"
)
_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*\s?){2,4}")


def listed(lines: Sequence[Line], words: Vocabulary) -> frozenset[int]:
    """The numbers of the lines under a label ("PARTICIPANTS:"), each a thing of its own: under one that
    stands alone, or that has the first of several persons beside it."""
    found: set[int] = set()
    for at, line in enumerate(lines[:_FARTHEST_LINE]):
        fields = labels.fields(line.text[:200], words, loose=True)
        if len(fields) != 1:
            continue
        alone = not line.text[fields[0].text :].strip()
        if alone or is_people(fields[0]):
            found.update(
                after.number for after in _under(lines[at + 1 : _FARTHEST_LINE], fields[0], alone, words)
            )
    return frozenset(found)


def _under(lines: Sequence[Line], label: labels.Field, alone: bool, words: Vocabulary) -> Iterable[Line]:
    for number, line in enumerate(lines):
        if labels.fields(line.text[:200], words, loose=False) or "\t" in line.text:
            return
        if not alone and (line.gap or not is_entry(line.text) or not is_person(line.text, words)):
            return
        if number and line.gap:
            after = lines[number + 1] if number + 1 < len(lines) else line._replace(text="")
            if not is_people(label) or not next_group(line.text, after.text, not after.gap, words):
                return
        yield line


def is_people(label: labels.Field) -> bool:
    """Does a field's value name persons?"""
    return not set(label.meanings).isdisjoint(PEOPLE)


def next_group(text: str, after: str, joined: bool, words: Vocabulary) -> bool:
    """Does a list of people go on behind a gap with a line, after which another stands, `joined` to it or
    behind a gap of its own?"""
    if not is_entry(text):
        return False
    names = _NAME.fullmatch(text) is not None and (not after or _NAME.fullmatch(after) is not None)
    return is_person(text, words) or joined and is_entry(after) or names


def is_entry(text: str) -> bool:
    """Is a line short and mostly capitalised, without a sentence's end or a colon, as names in a list are?"""
    tokens = text.split()
    small = sum(token[:1].islower() for token in tokens)
    told = bool(_SENTENCE.search(text)) or small > 1 and "," not in text
    sentence = text.endswith((".", "?", "!")) and told
    plain = ": " not in text and not text.endswith((":", ":—")) and not text[:1].isdigit()
    return len(text) < 120 and small * 2 <= len(tokens) and not sentence and plain


def is_side_with_names(text: str) -> bool:
    """Does a line name a side, a colon, and its people: "Varnia: Mr. Orr, Miss Moss"?"""
    said = labels.speaker(text)
    names = text[said.text :] if said else ""
    return bool(names) and len(text) < 200 and namelike(names) and not names.endswith((".", "?", "!"))


def is_person(text: str, words: Vocabulary) -> bool:
    """Does a line of a list name a person with a title or an office?"""
    first = text.split(None, 1)[0].lower() if text.strip() else ""
    return "," in text or "(" in text or first in words.roles or first.rstrip(".") in words.roles


def sides(parts: Sequence[Part], words: Vocabulary) -> list[bool]:
    """Of each line in a list of people, whether it names the side of those beneath it."""
    grouped = _grouped(parts)
    found = []
    for at, part in enumerate(parts):
        begins = at == 0 or part.first.gap > 0
        after = parts[at + 1] if at + 1 < len(parts) else None
        if not begins or after is None or after.first.gap or is_person(part.text, words):
            found.append(False)
        else:
            found.append(grouped or is_person(after.text, words))
    return found


def _grouped(parts: Sequence[Part]) -> bool:
    """Do several groups, with gaps between, each begin with a few words that stand alone?"""
    begins = [at for at, part in enumerate(parts) if at == 0 or part.first.gap]
    edges = [*begins, len(parts)]
    sizes = [b - a for a, b in zip(edges, edges[1:], strict=False)]
    short = all(len(parts[at].text.split()) <= _LONGEST_SIDE and "," not in parts[at].text for at in begins)
    return len(begins) > 1 and min(sizes) > 1 and short


def part_of(text: str, meanings: Sequence[str], words: Vocabulary) -> Sequence[str]:
    """The meanings of a line of a list: what its own words say ("Ann Orr, Interpreter"), else the label's."""
    table = words.table("fields")
    for said in text.replace("(", ",").replace(")", "").split(",")[1:]:
        if table.get(said.strip().lower()) in PEOPLE:
            return str(table[said.strip().lower()]).split()
    return meanings
