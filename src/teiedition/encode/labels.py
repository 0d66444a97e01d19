"""What a paragraph begins with: a speaker's name, the label of a field, a number, a bullet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from teiedition.encode.vocabulary import Vocabulary

_FARTHEST = 160
_SHORT = 40
_PEOPLE = ("present", "absent", "translator", "interpreter", "note-taker", "translator note-taker")
_SMALL_WORDS = frozenset(
    ["of", "the", "and", "to", "de", "la", "le", "von", "van", "der", "di", "da", "al", "bin", "ibn"]
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_TOKEN = re.compile(r"\[?[^\W\d_][\w’'‘ʼ.-]*\]?,?")
_BRACKETED = re.compile(r"(?:\([^()]{1,120}\)\s*)?(?P<last>\((?:[^()]|\([^()]*\)){1,400}\))\s*:")
_STOPPED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s+){0,5}?[A-Z][A-Z’'-]{2,})(?:\s*(?P<remark>\([^()]{1,120}\)))?"
    r"(?:\.\s?[—–]|\.(?=\s)|\s?[—–])(?=\s*[\[(“\"]?[A-Z])"
)
_MANNER = re.compile(r"\[([a-z]+)[^\[\]\n]{0,80}\](?=\s)")
_NUMBER = re.compile(
    r"(?P<label>\((?P<a>\d{1,3}|[a-zA-Z]|[ivxl]{1,6})\)|(?P<b>\d{1,3}|[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})(?:\.\)|\)|\.)"
    r"|(?P<word>Article|Clause|Paragraph|Section|§)\s*(?P<c>\d{1,3}|[IVXL]{1,6})\s*[:.)]?)(?=\s|$)"
)
_NAMES = re.compile(r"(?:[\s,]+[^\W\d_a-z][\w’'.-]*)+[\s,]*")
_BULLET = re.compile(r"(?P<label>[-–—•·▪◦*])\s?(?=[^\s\d\-–—*])")


class SpeakerLabel(NamedTuple):
    """A turn's beginning: where the label ends, where the remark after it stands (empty if none), the
    colon, and where the words begin."""

    end: int
    remark: tuple[int, int]
    colon: int
    text: int


class Number(NamedTuple):
    """A numbered or bulleted beginning. `style` tells one level of numbering from another."""

    end: int
    style: str
    value: str

    @property
    def is_bullet(self) -> bool:
        return self.style == "-"


def speaker(text: str, start: int = 0, roles: Collection[str] = ()) -> SpeakerLabel | None:
    """The speaker's label with which `text[start:]` begins, if it looks like one. A label with an office or
    courtesy among `roles` may end with a full stop or dash: "THE PRESIDENT. The meeting …"."""
    colon = text.find(":", start, start + _FARTHEST)
    if not (text[start : start + 1].isupper() or text[start : start + 1] == "["):
        return None
    found = _with_colon(text, start, colon) if colon >= 0 else None
    return found or (_with_stop(text, start, roles) if roles else None)


def _with_colon(text: str, start: int, colon: int) -> SpeakerLabel | None:
    remark = (colon, colon)
    end = name = colon
    opened = text.find("(", start, colon)
    if opened >= 0:
        brackets = _BRACKETED.match(text, opened)
        if brackets is None:
            return None
        colon, name = brackets.end() - 1, opened
        remark, end = brackets.span("last"), brackets.start("last")
    end = start + len(text[start:end].rstrip())
    name = start + len(text[start:name].rstrip())
    if not _looks_like_name(text[start:name]) or text[colon + 1 : colon + 2].isdigit():
        return None
    if text[colon + 1 : colon + 3] == "//":
        return None
    return SpeakerLabel(end, remark, colon, _words_after(text, colon))


def _with_stop(text: str, start: int, roles: Collection[str]) -> SpeakerLabel | None:
    found = _STOPPED.match(text, start)
    if not found:
        return None
    tokens = {token.lower() for token in found["name"].split()}
    if not (tokens - {"the"}) & set(roles) and not {f"{token}." for token in tokens} & set(roles):
        return None
    stop = found.end() - 1
    end = start + len(text[start : found.end("name")].rstrip())
    return SpeakerLabel(
        end, found.span("remark") if found["remark"] else (stop, stop), stop, _words_after(text, stop)
    )


def _words_after(text: str, mark: int) -> int:
    after = mark + 1
    while after < len(text) and text[after] == " ":
        after += 1
    return after


def _looks_like_name(label: str) -> bool:
    tokens = label.split()
    if not 1 <= len(tokens) <= 9 or label.count("[") != label.count("]"):
        return False
    inside = 0
    for token in tokens:
        inside += token.count("[")
        word = token.strip("[]().,")
        if not _TOKEN.fullmatch(token) and inside <= 0:
            return False
        if inside <= 0 and word[:1].islower() and word not in _SMALL_WORDS:
            return False
        if token.endswith(",") or token.endswith(".") and len(token) > 5:
            return False
        inside -= token.count("]")
    return True


def opening_remark(text: str, start: int, words: Vocabulary) -> tuple[int, int] | None:
    """A delivery remark in brackets with which the words of a turn begin; square ones must begin with a
    verb that says how something is said."""
    if found := _MANNER.match(text, start):
        return found.span() if found[1] in words.words("delivery", "verbs") else None
    if text[start : start + 1] != "(":
        return None
    depth = 0
    for at in range(start, min(len(text), start + 600)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return (start, at + 1) if at + 1 < len(text) and text[at + 1].isspace() else None
    return None


def number(text: str, start: int = 0, initials: bool = True) -> Number | None:
    """The number, letter or bullet with which `text[start:]` begins; `initials` says that a capital before
    a name is no number."""
    if found := _NUMBER.match(text, start):
        value = found["a"] or found["b"] or found["c"]
        single = found["b"] and len(value) == 1 and "F" < value <= "Z" and len(text) - start < _SHORT
        if single and (initials or value not in "IVXL") and _NAMES.fullmatch(text, found.end()):
            return None
        if value == "M" and found["b"] and not text.startswith("M)", start):
            return None  # Monsieur
        kind = (
            "1"
            if value.isdigit()
            else "i"
            if re.fullmatch("[ivxl]{2,}", value)
            else "I"
            if re.fullmatch("[IVXL]+", value)
            else "A"
            if value.isupper()
            else "a"
        )
        shape = found["word"] or found["label"].replace(value, "", 1)
        return Number(found.end("label"), shape + kind, value)
    if found := _BULLET.match(text, start):
        return Number(found.end("label"), "-", "")
    return None


class Field(NamedTuple):
    """A labelled fact before a document's text: "Time: 3 p.m."; half-open offsets in its paragraph."""

    start: int
    label: int
    text: int
    end: int
    meanings: tuple[str, ...]


_FIELD_HEAD = re.compile(r"(?:(?:\[[^\[\]\s]{1,20}\]\s)?[A-Z][\w’'-]*(?:an|ese|ish|ch|ean|side|sh|i)\s)?$")


def fields(text: str, words: Vocabulary, loose: bool) -> list[Field]:
    """The fields of a paragraph, which must begin with one, or have several behind a few words. `loose`
    takes any short words before the first colon for a label if one of them is a field's word."""
    meanings: Mapping[str, str] = words.table("fields")
    bare = meanings.get(text.lower()) if len(text) < _SHORT and text[:1].isupper() else None
    if bare and (text.isupper() or loose and bare in _PEOPLE):
        return [Field(0, len(text), len(text), len(text), tuple(bare.split()))]
    starts: list[tuple[int, int, str]] = []
    for found in re.finditer(":(?=\\s|$)", text):
        end = found.end()
        start, meaning = _label_before(
            text, found.start(), starts[-1][1] if starts else 0, words, loose and not starts
        )
        if meaning:
            starts.append((start, end, meanings[meaning]))
        elif not starts and loose and found.start() < _FARTHEST and text.count(":") < 3:
            return []
    if not starts or text[: starts[0][0]].strip() and (len(starts) < 2 or starts[0][0] > 2 * _FARTHEST):
        return []
    made = []
    for (start, end, meaning), after in zip(starts, [*starts[1:], (len(text), 0, "")], strict=True):
        value = end
        while value < after[0] and text[value].isspace():
            value += 1
        made.append(Field(start, end, value, after[0], tuple(meaning.split())))
    return made


def _label_before(text: str, colon: int, floor: int, words: Vocabulary, loose: bool) -> tuple[int, str]:
    """Where the label before a colon begins, and the field's word in it; empty where there is none."""
    window = text[max(floor, colon - 60) : colon]
    exact = [found for found in words.field_pattern.finditer(window) if found.end() == len(window)]
    if loose and floor == 0 and colon < 100 and "(" not in text[:colon]:
        for found in words.field_pattern.finditer(text[:colon]):
            people = words.table("fields")[found[0].lower()] in _PEOPLE
            if people or found.end() == colon and _labels(text[: found.start()]):
                return (0, found[0].lower()) if text[:1].isupper() or text[:1] == "[" else (0, "")
        return 0, ""
    if not exact:
        return 0, ""
    start = max(floor, colon - 60) + exact[0].start()
    head = _FIELD_HEAD.search(text[max(floor, start - 40) : start])
    if not text[start].isupper() and not (head and head[0]):
        return 0, ""
    return start - (len(head[0]) if head else 0), exact[0][0].lower()


def _labels(before: str) -> bool:
    """May the words before a field's word be part of its label: none, or a few with capitals or numbers?"""
    return all(not word[:1].islower() or word in _SMALL_WORDS for word in before.split())


def common_words(texts: Iterable[str]) -> dict[str, int]:
    """How often each word is written in each way; of a word in lower case, it is a common noun."""
    return Counter(chain.from_iterable(map(_WORD.findall, texts)))
