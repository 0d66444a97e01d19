"""Content models in terms of element names only: classes and macros resolved, text left out."""

from __future__ import annotations

from collections.abc import Callable

from teiedition.odd.deterministic import any_of, deterministic, nullable, repeated, symbols
from teiedition.odd.foreign import RNG
from teiedition.odd.grammar import Grammar
from teiedition.odd.pattern import (
    EMPTY,
    NOT_ALLOWED,
    AnyElement,
    Choice,
    Data,
    ElementOf,
    Empty,
    Foreign,
    Interleave,
    ListOf,
    NotAllowed,
    Pattern,
    Ref,
    Repeat,
    Seq,
    Text,
    Value,
    choice,
    parts,
    sequence,
)
from teiedition.tree import Element, local

OTHER = Ref("#other")
"""Stands for any element of another namespace."""
ANYTHING = Ref("#anything")
"""Stands for any element at all: one that another grammar adds to the schema's own namespace."""


class Particles:
    """Works out the content models of one grammar in terms of element names only."""

    def __init__(self, grammar: Grammar, is_own: Callable[[ElementOf], bool]) -> None:
        self.grammar = grammar
        self.is_own = is_own
        """Whether an element belongs to the namespace that the schema document describes."""
        self._flat: dict[str, Pattern] = {}
        self._foreign: dict[str, bool] = {}
        self._has_anything = False
        every = [element for elements in grammar.foreign.values() for element in elements]
        self._may_add_own = any(map(self._may_be_own, every))

    def of(self, pattern: Pattern) -> Pattern:
        """A deterministic model that accepts at least what `pattern` does; text is left out of it."""
        found = self.flat(pattern)
        if self._has_anything and ANYTHING in symbols(found):
            return Repeat(ANYTHING, 0, None)
        return deterministic(found)

    def has_text(self, pattern: Pattern, within: frozenset[str] = frozenset()) -> bool:
        """Whether text may stand in a model, be it free or a value."""
        if isinstance(pattern, Text | Data | Value | ListOf | Foreign):
            return True
        if isinstance(pattern, Ref):
            target = self.grammar.patterns.get(pattern.name)
            if pattern.name in self.grammar.foreign:
                return True
            if isinstance(target, ElementOf | AnyElement) or pattern.name in within:
                return False
            return target is not None and self.has_text(target, within | {pattern.name})
        return any(self.has_text(part, within) for part in parts(pattern))

    def flat(self, pattern: Pattern) -> Pattern:
        """The model with classes and macros resolved, and each alternative named once."""
        match pattern:
            case Ref(name):
                return self._reference(name)
            case Seq(inner):
                found = [self.flat(part) for part in inner]
                return NOT_ALLOWED if any(isinstance(part, NotAllowed) for part in found) else sequence(found)
            case Choice(inner):
                return _one_of([self.flat(part) for part in inner])
            case Interleave(inner):
                found = [self.flat(part) for part in inner]
                return any_of(sequence(found), all(map(nullable, found)))
            case Repeat(part, least, most):
                found_part = self.flat(part)
                if isinstance(found_part, NotAllowed):
                    return EMPTY if least == 0 else NOT_ALLOWED
                return repeated(found_part, least, most)
            case AnyElement():
                return OTHER
            case Foreign(element):
                if local(element) == "attribute":
                    return EMPTY
                return self._stranger(self._may_be_own(element))
            case NotAllowed():
                return NOT_ALLOWED
        return EMPTY

    def _reference(self, name: str) -> Pattern:
        target = self.grammar.patterns.get(name)
        combined = name in self.grammar.foreign
        if isinstance(target, ElementOf):
            return Ref(name) if self.is_own(target) else OTHER
        if target is None:
            return self._stranger(self._may_add_own)
        if isinstance(target, AnyElement):
            return OTHER
        if name not in self._flat:
            self._flat[name] = EMPTY
            found = self.flat(target)
            self._flat[name] = _one_of([found, self._stranger(self._may_add_own)]) if combined else found
        return self._flat[name]

    def _stranger(self, may_be_own: bool) -> Ref:
        self._has_anything = self._has_anything or may_be_own
        return ANYTHING if may_be_own else OTHER

    def has_foreign_attributes(self, pattern: Pattern) -> bool:
        """Whether a content model, as another grammar's may, allows attributes that are not known here."""
        if isinstance(pattern, Foreign):
            return local(pattern.element) != "element"
        if not isinstance(pattern, Ref):
            return any(map(self.has_foreign_attributes, parts(pattern)))
        name = pattern.name
        if name not in self._foreign:
            target = self.grammar.patterns.get(name)
            self._foreign[name] = name in self.grammar.foreign
            if target is not None and not isinstance(target, ElementOf) and not self._foreign[name]:
                self._foreign[name] = self.has_foreign_attributes(target)
        return self._foreign[name]

    def _may_be_own(self, element: Element) -> bool:
        """Whether an element of another grammar can be one of the schema's own namespace."""
        own = self.grammar.schema.namespace
        for item in element.iter(f"{{{RNG}}}element"):
            if item.get("name"):
                scope = (
                    outer.get("ns") for outer in (item, *item.iterancestors()) if outer.get("ns") is not None
                )
                if next(scope, own) == own:
                    return True
            elif not any(name.get("ns") == own for name in item.iter(f"{{{RNG}}}nsName")):
                return True
        return False


def _one_of(found: list[Pattern]) -> Pattern:
    """One of several; where one of them may be empty, the choice may be left out."""
    kept = [item for item in found if not isinstance(item, NotAllowed | Empty)]
    may_be_empty = any(isinstance(item, Empty) for item in found)
    if not kept:
        return EMPTY if may_be_empty else NOT_ALLOWED
    one = choice(kept)
    return repeated(one, 0, 1) if may_be_empty else one
