"""The one place where mentions get into the XML: as tags in the file's own text.

Everything that stood there before stays byte for byte: comments, entities, white space, attributes.
A mention that begins or ends inside another element goes around that element if it begins or ends with
it ("[North] Korea"), and is left out if it can't be made well-formed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from teiedition.annotate.elements import RESP, WRAPPED
from teiedition.annotate.markup import Edit, Element, escaped
from teiedition.annotate.scan import Scan
from teiedition.model import Mention


class Placed(NamedTuple):
    """A mention, the tags that mark it up, and where in the file they go."""

    mention: Mention
    start: int
    end: int
    depth: int
    tag: str


def placed(scan: Scan, mentions: Iterable[Mention]) -> Iterator[Placed | Mention]:
    """Each mention and its children with their places; a mention that has none comes back as it is.

    The children of a mention without a place have none either.
    """
    waiting = [(mention, 0) for mention in mentions][::-1]
    while waiting:
        mention, depth = waiting.pop()
        place = _place(scan, mention.start, mention.end)
        if place is None:
            yield mention
            continue
        yield Placed(mention, *place, depth, start_tag(scan.prefix + mention.element, mention))
        waiting += [(child, depth + 1) for child in reversed(mention.children)]


def tags(scan: Scan, places: Iterable[Placed]) -> list[Edit]:
    """The edits that put the tags in. At one place an end-tag comes before a start-tag; of two start-tags
    the outer one comes first, of two end-tags the inner one. Of two mentions of the same stretch the first
    given is the outer one."""
    events: list[tuple[tuple[int, bool, int, int, int], str]] = []
    for number, item in enumerate(places):
        events.append(((item.start, True, -item.end, item.depth, number), item.tag))
        name = scan.prefix + item.mention.element
        events.append(((item.end, False, -item.start, -item.depth, -number), f"</{name}>"))
    return [Edit(key[0], key[0], tag) for key, tag in sorted(events, key=lambda event: event[0])]


def start_tag(name: str, mention: Mention) -> str:
    """The start-tag of a mention, which names the software and how sure it is."""
    return _start_tag(name, tuple(mention.attributes.items()), certainty_word(mention.certainty))


@lru_cache(maxsize=1 << 12)
def _start_tag(name: str, attributes: tuple[tuple[str, str], ...], certainty: str) -> str:
    """The same from what it says; most tags stand in a document many times."""
    values = {**dict(attributes), "resp": RESP}
    values.setdefault("cert", certainty)
    return f"<{name}{''.join(written(values))}>"


def written(values: Mapping[str, str]) -> Iterator[str]:
    """Attributes as they stand in a tag."""
    return (f' {name}="{escaped(value)}"' for name, value in values.items())


def certainty_word(certainty: float) -> str:
    """TEI's word for a certainty between 0 and 1 (`teidata.certainty`)."""
    return "high" if certainty >= 0.9 else "medium" if certainty >= 0.6 else "low"


def attribute_edit(scan: Scan, element: Element, values: Mapping[str, str]) -> Edit:
    """The edit that gives an element of the file further attributes."""
    at = element.open_start + 1 + len(scan.prefix + element.name) + len(element.raw.rstrip())
    return Edit(at, at, "".join(written(values)))


def _place(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    begin, finish, first, last = scan.place(start, end)
    common = _common(first, last)
    while first is not common:
        if first.start != start or first.parent is None:
            return None
        begin, first = first.open_start, first.parent
    while last is not common:
        if last.end != end or last.parent is None:
            return None
        finish, last = last.close_end, last.parent
    while common.parent and common.name in WRAPPED and (common.start, common.end) == (start, end):
        begin, finish, common = common.open_start, common.close_end, common.parent
    return begin, finish


def _common(first: Element, last: Element) -> Element:
    """The innermost element around both."""
    if first is last:
        return first
    around = [first, *first.ancestors()]
    common = last
    while common not in around:
        assert common.parent is not None  # the root is around everything
        common = common.parent
    return common
