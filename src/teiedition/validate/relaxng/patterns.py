"""Patterns in simple form (RELAX NG specification, 6.2), each made only once.

Equal patterns are one object, so that states of a validation can be looked up instead of worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from teiedition.validate.relaxng.datatypes import Context, Datatype
from teiedition.validate.relaxng.names import NameClass


class Pattern:
    """A pattern. `nullable`: it matches nothing at all; `attributes`: it has attributes to match."""

    parts: tuple[Pattern, ...] = ()
    nullable = False
    attributes = False
    contextual = False
    """Whether a match depends on more than the text, as that of a QName does."""

    @cached_property
    def front(self) -> tuple[Leaf, ...]:
        """The leaves that may match first, each once."""
        return tuple(dict.fromkeys(self._front()))

    def _front(self) -> Iterable[Leaf]:
        return ()


class Empty(Pattern):
    """Matches the empty sequence."""

    nullable = True


class NotAllowed(Pattern):
    """Matches nothing."""


class Leaf(Pattern):
    """A pattern that matches one thing: an element, an attribute, text."""

    def _front(self) -> Iterable[Leaf]:
        return (self,)


class Text(Leaf):
    """Matches any text, the empty one too."""

    nullable = True


class Element(Leaf):
    """Matches an element with a name of `names` and attributes and content as in `content`."""

    def __init__(self, names: NameClass, content: Callable[[], Pattern]) -> None:
        self.names, self._content = names, content

    @cached_property
    def content(self) -> Pattern:
        """Attributes and content; compiled when first asked for."""
        return self._content()


class Attribute(Leaf):
    """Matches an attribute with a name of `names` and a value as in `value`."""

    attributes = True

    def __init__(self, names: NameClass, value: Pattern) -> None:
        self.names, self.value, self.contextual = names, value, value.contextual


class Data(Leaf):
    """Matches text that `datatype` allows and `exclude` does not match."""

    def __init__(self, datatype: Datatype, exclude: Pattern) -> None:
        self.datatype, self.exclude = datatype, exclude
        self.contextual = datatype.contextual or exclude.contextual


class Value(Leaf):
    """Matches text that means the same as `text` in `datatype`."""

    def __init__(self, datatype: Datatype, text: str, context: Context) -> None:
        self.datatype, self.text, self.meaning = datatype, text, datatype.value(text, context)
        self.contextual = datatype.contextual


class List(Leaf):
    """Matches text whose tokens, in order, match `part`."""

    def __init__(self, part: Pattern) -> None:
        self.part, self.contextual = part, part.contextual


class Choice(Pattern):
    """Matches what one of `parts` matches."""

    def __init__(self, parts: tuple[Pattern, ...]) -> None:
        self.parts = parts
        self.nullable = any(part.nullable for part in parts)
        self.attributes = any(part.attributes for part in parts)
        self.contextual = any(part.contextual for part in parts)

    def _front(self) -> Iterable[Leaf]:
        return (leaf for part in self.parts for leaf in part.front)


class Pair(Pattern):
    """Two patterns that must both match."""

    def __init__(self, first: Pattern, second: Pattern) -> None:
        self.first, self.second = self.parts = first, second
        self.nullable = first.nullable and second.nullable
        self.attributes = first.attributes or second.attributes
        self.contextual = first.contextual or second.contextual

    def _front(self) -> Iterable[Leaf]:
        return (*self.first.front, *self.second.front)


class Group(Pair):
    """Matches `first` and then `second`; of attributes, in any order."""

    def _front(self) -> Iterable[Leaf]:
        return (*self.first.front, *self.second.front) if self.first.nullable else self.first.front


class Interleave(Pair):
    """Matches `first` and `second`, mingled."""


class OneOrMore(Pattern):
    """Matches `part` once or several times."""

    def __init__(self, part: Pattern) -> None:
        self.part, self.parts, self.nullable = part, (part,), part.nullable
        self.attributes, self.contextual = part.attributes, part.contextual

    def _front(self) -> Iterable[Leaf]:
        return self.part.front


EMPTY, NOT_ALLOWED, TEXT = Empty(), NotAllowed(), Text()


class Patterns:
    """Makes patterns, equal ones once, in the simplest form that matches the same."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Pattern] = {}

    def __len__(self) -> int:
        return len(self._made)

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """The choice between the parts."""
        flat: dict[Pattern, None] = {}
        for part in parts:
            if type(part) is Choice:
                flat.update(dict.fromkeys(part.parts))
            elif part is not NOT_ALLOWED:
                flat[part] = None
        if EMPTY in flat and any(part.nullable for part in flat if part is not EMPTY):
            del flat[EMPTY]
        if len(flat) < 2:
            return next(iter(flat), NOT_ALLOWED)
        found = self._made.get((Choice, *(ordered := sorted(flat, key=id))))
        return found or self._keep((Choice, *ordered), Choice(tuple(flat)))

    def group(self, first: Pattern, second: Pattern) -> Pattern:
        """The two patterns in order."""
        return self._pair(Group, first, second)

    def interleave(self, first: Pattern, second: Pattern) -> Pattern:
        """The two patterns mingled."""
        if id(second) < id(first):
            first, second = second, first
        return self._pair(Interleave, first, second)

    def one_or_more(self, part: Pattern) -> Pattern:
        """The pattern repeated."""
        if part is NOT_ALLOWED or part is EMPTY or type(part) is OneOrMore:
            return part
        return self._made.get((OneOrMore, part)) or self._keep((OneOrMore, part), OneOrMore(part))

    def optional(self, part: Pattern) -> Pattern:
        """The pattern or nothing."""
        return self.choice((part, EMPTY))

    def sequence(self, parts: Sequence[Pattern], join: Callable[[Pattern, Pattern], Pattern]) -> Pattern:
        """All parts joined by `group` or `interleave`, as a tree of little depth."""
        if len(parts) < 2:
            return parts[0] if parts else EMPTY
        middle = len(parts) // 2
        return join(self.sequence(parts[:middle], join), self.sequence(parts[middle:], join))

    def _pair(self, kind: type[Pair], first: Pattern, second: Pattern) -> Pattern:
        if first is NOT_ALLOWED or second is NOT_ALLOWED:
            return NOT_ALLOWED
        if first is EMPTY:
            return second
        if second is EMPTY:
            return first
        key = (kind, first, second)
        return self._made.get(key) or self._keep(key, kind(first, second))

    def _keep(self, key: tuple[object, ...], pattern: Pattern) -> Pattern:
        self._made[key] = pattern
        return pattern
