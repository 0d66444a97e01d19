"""Content models and values as a small algebra, after RELAX NG's own patterns.

Whatever notation a specification uses (TEI's `sequence` and `alternate`, or embedded RELAX NG), it is
read into these values once; the grammar, the XML Schema and the reference pages are written from them.
See RELAX NG, ISO/IEC 19757-2, section 4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing, and nothing is needed."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """What can't be satisfied: a class that has no members."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text."""


@dataclass(frozen=True, slots=True)
class Ref:
    """What stands under a name in the grammar: an element, a class, a macro."""

    name: str


@dataclass(frozen=True, slots=True)
class Data:
    """A value of an XML Schema datatype, with facets, e.g. `Data("token", (("pattern", "[a-z]+"),))`."""

    type: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value, compared as a token unless `type` says otherwise. `note` says what it means."""

    text: str
    note: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Seq:
    """One after another."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Interleave:
    """All of them, in any order."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A value that is a list of values, parted by white space."""

    part: Pattern


@dataclass(frozen=True, slots=True)
class Repeat:
    """`part` from `least` to `most` times; `most` None has no limit."""

    part: Pattern
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute and its value. `namespace` is empty for most."""

    name: str
    namespace: str
    value: Pattern
    default: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ElementOf:
    """An element: its content, and its attributes as a pattern of their own."""

    name: str
    namespace: str
    content: Pattern
    attributes: Pattern
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnyElement:
    """Elements of other vocabularies: all but those of the namespaces and (namespace, name)s in `but`.

    `name` is its own, as such elements may hold their like.
    """

    name: str
    but: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """A RELAX NG element, attribute or name class that is taken over as it is written."""

    element: etree._Element


Pattern = (
    Empty
    | NotAllowed
    | Text
    | Ref
    | Data
    | Value
    | Seq
    | Choice
    | Interleave
    | ListOf
    | Repeat
    | Attribute
    | ElementOf
    | AnyElement
    | Foreign
)

EMPTY = Empty()
NOT_ALLOWED = NotAllowed()
TEXT = Text()


def parts(pattern: Pattern) -> tuple[Pattern, ...]:
    """The patterns directly within `pattern`."""
    if isinstance(pattern, Seq | Choice | Interleave):
        return pattern.parts
    if isinstance(pattern, ElementOf):
        return (pattern.content, pattern.attributes)
    if isinstance(pattern, Attribute):
        return (pattern.value,)
    return (pattern.part,) if isinstance(pattern, ListOf | Repeat) else ()


def sequence(items: Iterable[Pattern]) -> Pattern:
    """One after another; a single one stands for itself."""
    found = tuple(item for item in items if not isinstance(item, Empty))
    return Seq(found) if len(found) > 1 else found[0] if found else EMPTY


def choice(items: Iterable[Pattern]) -> Pattern:
    """One of them, each named once; a single one stands for itself, none is empty."""
    found = tuple(dict.fromkeys(_alternatives(items)))
    return Choice(found) if len(found) > 1 else found[0] if found else EMPTY


def _alternatives(items: Iterable[Pattern]) -> Iterator[Pattern]:
    for item in items:
        if isinstance(item, Choice):
            yield from _alternatives(item.parts)
        else:
            yield item


def repeat(part: Pattern, least: int, most: int | None) -> Pattern:
    """`part` from `least` to `most` times."""
    if (least, most) == (1, 1) or isinstance(part, Empty):
        return part
    return EMPTY if most == 0 else Repeat(part, least, most)


def names(pattern: Pattern) -> Iterator[str]:
    """The names that a pattern refers to."""
    if isinstance(pattern, Ref):
        yield pattern.name
    elif isinstance(pattern, Foreign):
        for ref in pattern.element.iter("{*}ref"):
            yield ref.get("name", "")
    for part in parts(pattern):
        yield from names(part)
