"""Lists: items told from numbered paragraphs, several on one line parted, levels nested as meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiedition.encode import labels
from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer

_BULLET_WITHIN = re.compile(
    r"(?<=[.;:!?)\]])\s*(?=[-–•]\s?[A-Z\[])|(?<=[a-z])\s+(?=-[A-Z])|(?<=;)\s+(?=[-–•]\s[^\W\d])"
)
_NUMBER_WITHIN = re.compile(r"(?<=[.;:,!?)\]a-z])\s+(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:\)|\.\))\s)")
_PARENTHESISED = re.compile(r"(?<=[\s(:])(?:\((\d{1,2}|[a-z])\)|(\d{1,2}|[a-z])\))(?=\s)")


def apart(part: Part) -> list[Part]:
    """A part that begins with an item's mark, cut where further items begin on the same line."""
    first = labels.number(part.text)
    if first is None:
        return [part]
    cuts = {found.end() for found in _BULLET_WITHIN.finditer(part.text)}
    last = {first.style: first.value}
    for found in _NUMBER_WITHIN.finditer(part.text):
        number = labels.number(part.text, found.end())
        if number and (
            follows(last.get(number.style, ""), number.value)
            or number.style not in last
            and number.value in "1a"
        ):
            last[number.style] = number.value
            cuts.add(found.end())
    begun = first.end  # a bullet straight behind the number is no item of its own
    cuts = {at for at in cuts if part.text[begun:at].strip() or at <= begun}
    return part.cut(*(part.start + at for at in sorted(cuts) if 0 < at < len(part.text)))


def follows(before: str, value: str) -> bool:
    """Is `value` the number or letter after `before`?"""
    if before.isdigit() and value.isdigit():
        return int(value) == int(before) + 1
    return len(before) == len(value) == 1 and ord(value) == ord(before) + 1


def is_item(part: Part, number: labels.Number | None, before: labels.Number | None, led_in: bool) -> bool:
    """Is a part an item of a list, rather than a numbered paragraph?

    `before` is the number of the item just before it, `led_in` says that a colon came before the list.
    """
    if number is None:
        return False
    if number.is_bullet or number.style[-1] in "ai" and number.style[0] != "A":
        return True
    if before is not None and before.style == number.style and follows(before.value, number.value):
        return True
    rest = part.text[number.end :].strip()
    small = rest[:1].islower() or rest.endswith((";", ","))
    return small and (led_in or number.value == "1")


def nested(items: Sequence[tuple[Part, labels.Number]], writer: Writer) -> Node:
    """A list of the items; a style of numbering within another is a list within its item."""
    root = Node("list")
    levels: list[tuple[str, Node]] = [(items[0][1].style, root)]
    for part, number in items:
        styles = [style for style, _ in levels]
        if number.style in styles:
            del levels[styles.index(number.style) + 1 :]
        else:
            inner = Node("list")
            host = levels[-1][1].children[-1]
            assert isinstance(host, Node)
            host.children.append(inner)
            levels.append((number.style, inner))
        shifted = number._replace(end=part.start + number.end)
        levels[-1][1].children += [*part.before, writer.numbered("item", part, shifted)]
    return root


def inline(text: str, start: int) -> Iterator[Markup]:
    """Markup for an enumeration within a sentence: "(1) … (2) … (3) …" from the text's `start` on."""
    marks = _run(list(_PARENTHESISED.finditer(text, start)))
    if len(marks) < 2:
        return
    end = _end_of(text, marks[-1].end())
    yield Markup(marks[0].start(), end, Node("list", {"rend": "inline"}))
    for mark, after in zip(marks, [*(m.start() for m in marks[1:]), end], strict=True):
        stop = after
        while stop > mark.end() and text[stop - 1].isspace():
            stop -= 1
        yield Markup(mark.start(), stop, Node("item", {"n": mark[1] or mark[2]}))
        yield Markup(mark.start(), mark.end(), Node("label"))


def _run(marks: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The first marks that count up from 1 or a in one style."""
    found: list[re.Match[str]] = []
    for mark in marks:
        value = mark[1] or mark[2]
        if not found:
            found = [mark] if value in ("1", "a") else []
        elif mark[0].startswith("(") == found[0][0].startswith("(") and follows(
            found[-1][1] or found[-1][2], value
        ):
            found.append(mark)
    return found


def _end_of(text: str, start: int) -> int:
    """The end of the sentence in which the last item stands."""
    found = re.compile(r"[.!?][\"”’')\]]*(?=\s|$)").search(text, start)
    return found.end() if found else len(text)


def romanised(items: Sequence[tuple[Part, labels.Number]]) -> list[tuple[Part, labels.Number]]:
    """The items; a letter i, v or x beside a Roman number in the same brackets is one, too."""
    styles = {number.style for _, number in items}
    found = []
    for part, number in items:
        style = f"{number.style[:-1]}i"
        roman = number.value in ("i", "v", "x") and number.style.endswith("a") and style in styles
        found.append((part, number._replace(style=style) if roman else number))
    return found
