"""Derivatives: what a pattern comes to when something has been read, and whether text matches it.

The derivative of a pattern with respect to something that was read is the pattern that matches what
may follow (J. A. Brzozowski 1964; for RELAX NG: James Clark, An algorithm for RELAX NG validation, 2002).
Here a child element is read as one letter, the element pattern that it was found to match, so that
a state knows nothing of the elements around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from teiedition.validate.relaxng.datatypes import Context
from teiedition.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Group,
    Leaf,
    List,
    OneOrMore,
    Pair,
    Pattern,
    Patterns,
    Text,
    Value,
)

_TOKEN = re.compile(r"[^ \t\r\n]+")


class Derivative:
    """The derivative of patterns with respect to one thing read, which `leaf` tells leaves about.

    `leaf` gives what is left of a leaf: EMPTY when it matched, TEXT for text that goes on, else NOT_ALLOWED.
    With `attributes`, a group is taken in any order, since attributes have none.
    """

    def __init__(self, patterns: Patterns, leaf: Callable[[Leaf], Pattern], attributes: bool = False) -> None:
        self._patterns, self._leaf, self._attributes = patterns, leaf, attributes
        self._known: dict[Pattern, Pattern] = {}

    def of(self, pattern: Pattern) -> Pattern:
        """What must follow if `pattern` was to match; NOT_ALLOWED if it could not have."""
        if self._attributes and not pattern.attributes:
            return NOT_ALLOWED
        if isinstance(pattern, Leaf):
            return self._leaf(pattern)
        found = self._known.get(pattern)
        if found is None:
            found = self._known[pattern] = self._inner(pattern)
        return found

    def _inner(self, pattern: Pattern) -> Pattern:
        make = self._patterns
        if isinstance(pattern, Choice):
            return make.choice(self.of(part) for part in pattern.parts)
        if isinstance(pattern, Group) and not self._attributes:
            here = make.group(self.of(pattern.first), pattern.second)
            return make.choice((here, self.of(pattern.second))) if pattern.first.nullable else here
        if isinstance(pattern, Pair):
            join = make.group if isinstance(pattern, Group) else make.interleave
            first, second = pattern.first, pattern.second
            return make.choice((join(self.of(first), second), join(first, self.of(second))))
        if isinstance(pattern, OneOrMore):
            return make.group(self.of(pattern.part), make.optional(pattern))
        return NOT_ALLOWED


def _missing(leaf: Attribute) -> Pattern:
    return NOT_ALLOWED


def without_attributes(
    patterns: Patterns, pattern: Pattern, missing: Callable[[Attribute], Pattern] = _missing
) -> Pattern:
    """The pattern once the start tag is over; `missing` says what an attribute still wanted comes to."""
    if not pattern.attributes:
        return pattern
    if isinstance(pattern, Attribute):
        return missing(pattern)
    inner = [without_attributes(patterns, part, missing) for part in pattern.parts]
    if isinstance(pattern, Choice):
        return patterns.choice(inner)
    if isinstance(pattern, OneOrMore):
        return patterns.one_or_more(*inner)
    return (patterns.group if isinstance(pattern, Group) else patterns.interleave)(*inner)


def matches(patterns: Patterns, pattern: Pattern, text: str, context: Context) -> bool:
    """Whether a whole text, of an attribute or of an element without children, matches the pattern."""
    if pattern.nullable and not text.strip(" \t\r\n"):
        return True
    if isinstance(pattern, Choice):
        return any(matches(patterns, part, text, context) for part in pattern.parts)
    if isinstance(pattern, (Data, Value, List)):
        return _allows(patterns, pattern, text, context)
    return after_text(patterns, pattern, text, context).nullable


def after_text(patterns: Patterns, pattern: Pattern, text: str, context: Context) -> Pattern:
    """The derivative with respect to a text node."""

    def leaf(item: Leaf) -> Pattern:
        if isinstance(item, Text):
            return TEXT
        return EMPTY if _allows(patterns, item, text, context) else NOT_ALLOWED

    return Derivative(patterns, leaf).of(pattern)


def _allows(patterns: Patterns, leaf: Leaf, text: str, context: Context) -> bool:
    if isinstance(leaf, Data):
        return leaf.datatype.allows(text, context) and not matches(patterns, leaf.exclude, text, context)
    if isinstance(leaf, Value):
        return leaf.datatype.same(text, context, leaf.meaning)
    if isinstance(leaf, List):
        rest = leaf.part
        for token in _TOKEN.findall(text):
            rest = after_text(patterns, rest, token, context)
        return rest.nullable
    return False
