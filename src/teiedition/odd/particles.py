"""Content models made fit for XML Schema, which asks that each be deterministic.

XML Schema 1.0 wants that a reader knows, at every element and without looking ahead, which part of the
model it stands for ("unique particle attribution", section 3.8.6). A model that is not so is loosened:
the parts in conflict become "any of these elements, any number of times". What comes out accepts all
that the model accepts, and more where it had to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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
    repeat,
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
        every = [element for elements in grammar.foreign.values() for element in elements]
        self._external = ANYTHING if any(map(self._may_be_own, every)) else OTHER

    def of(self, pattern: Pattern) -> Pattern:
        """A deterministic model that accepts at least what `pattern` does; text is left out of it."""
        found = self.flat(pattern)
        return Repeat(ANYTHING, 0, None) if ANYTHING in symbols(found) else deterministic(found)

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
                return _any_of(sequence(found), all(map(nullable, found)))
            case Repeat(part, least, most):
                found_part = self.flat(part)
                if isinstance(found_part, NotAllowed):
                    return EMPTY if least == 0 else NOT_ALLOWED
                return _repeated(found_part, least, most)
            case AnyElement():
                return OTHER
            case Foreign(element):
                if local(element) == "attribute":
                    return EMPTY
                return ANYTHING if self._may_be_own(element) else OTHER
            case NotAllowed():
                return NOT_ALLOWED
        return EMPTY

    def _reference(self, name: str) -> Pattern:
        target = self.grammar.patterns.get(name)
        combined = name in self.grammar.foreign
        if isinstance(target, ElementOf):
            return Ref(name) if self.is_own(target) else OTHER
        if target is None:
            return self._external
        if isinstance(target, AnyElement):
            return OTHER
        if name not in self._flat:
            self._flat[name] = EMPTY
            found = self.flat(target)
            self._flat[name] = _one_of([found, self._external]) if combined else found
        return self._flat[name]

    def has_foreign_attributes(self, pattern: Pattern, within: frozenset[str] = frozenset()) -> bool:
        """Whether a content model, as another grammar's may, allows attributes that are not known here."""
        if isinstance(pattern, Foreign):
            return local(pattern.element) != "element"
        if isinstance(pattern, Ref):
            target = self.grammar.patterns.get(pattern.name)
            if pattern.name in self.grammar.foreign:
                return True
            if target is None or isinstance(target, ElementOf) or pattern.name in within:
                return False
            return self.has_foreign_attributes(target, within | {pattern.name})
        return any(self.has_foreign_attributes(part, within) for part in parts(pattern))

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
    return _repeated(one, 0, 1) if may_be_empty else one


def _repeated(part: Pattern, least: int, most: int | None) -> Pattern:
    """A repetition; one directly within another is drawn into it where both have no limit."""
    if isinstance(part, Repeat) and most in (1, None) and least in (0, 1) and part.most is None:
        return repeat(part.part, min(least, 1) * min(part.least, 1), None) if part.least < 2 else part
    return repeat(part, least, most)


def nullable(pattern: Pattern) -> bool:
    """Whether a model is met by nothing at all."""
    match pattern:
        case Seq(inner):
            return all(map(nullable, inner))
        case Choice(inner):
            return any(map(nullable, inner))
        case Repeat(part, least, _):
            return least == 0 or nullable(part)
    return isinstance(pattern, Empty)


def symbols(pattern: Pattern) -> Iterator[Ref]:
    """The elements that a model names."""
    if isinstance(pattern, Ref):
        yield pattern
    for part in parts(pattern):
        yield from symbols(part)


def _any_of(pattern: Pattern, may_be_empty: bool) -> Pattern:
    """Any of a model's elements, any number of times."""
    return repeat(choice(symbols(pattern)), 0 if may_be_empty else 1, None)


def deterministic(pattern: Pattern) -> Pattern:
    """The model, loosened as far as it takes to make it deterministic."""
    if _is_plain(pattern) or conflict(pattern) is None:
        return pattern
    match pattern:
        case Repeat(part, least, most):
            loosened = _repeated(deterministic(part), least, most)
            return loosened if conflict(loosened) is None else _any_of(pattern, nullable(pattern))
        case Choice(inner):
            return _settle(Choice, [deterministic(part) for part in inner])
        case Seq(inner):
            return _settle(Seq, [deterministic(part) for part in inner])
    return pattern


def _is_plain(pattern: Pattern) -> bool:
    """Whether a model is one element, or a choice of elements, any number of times: most are."""
    part = pattern.part if isinstance(pattern, Repeat) else pattern
    return isinstance(part, Ref) or isinstance(part, Choice) and all(isinstance(p, Ref) for p in part.parts)


def _settle(kind: type[Seq] | type[Choice], found: list[Pattern]) -> Pattern:
    """Parts of a sequence or choice, those in conflict drawn together until none is."""
    while len(found) > 1:
        clash = conflict(kind(tuple(found)))
        if clash is None:
            return kind(tuple(found))
        places = [place for place, part in enumerate(found) if clash & set(symbols(part))]
        first, last = places[0], places[-1] if kind is Choice else places[1]
        drawn = found[first : last + 1] if kind is Seq else [found[place] for place in places]
        test = all if kind is Seq else any
        merged = _any_of(Seq(tuple(drawn)), test(map(nullable, drawn)))
        if kind is Seq:
            found[first : last + 1] = [merged]
        else:
            found = [part for place, part in enumerate(found) if place not in places] + [merged]
    return found[0]


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A place in a model: one element, or a choice of elements, which all lead to the same places."""

    names: frozenset[Ref]


@dataclass(slots=True)
class _Shape:
    """Where a model begins and ends, and what may follow what (after Glushkov)."""

    empty: bool
    first: list[_Place] = field(default_factory=list)
    last: list[_Place] = field(default_factory=list)


def conflict(pattern: Pattern) -> set[Ref] | None:
    """The elements that make a model ambiguous: one of them could stand for two of its places."""
    follow: dict[_Place, list[_Place]] = {}
    shape = _shape(pattern, follow)
    for places in (shape.first, *follow.values()):
        seen: set[Ref] = set()
        for place in dict.fromkeys(places):
            if seen & place.names:
                return seen & place.names
            seen |= place.names
    return None


def _shape(pattern: Pattern, follow: dict[_Place, list[_Place]]) -> _Shape:
    match pattern:
        case Ref():
            return _single(_Place(frozenset((pattern,))), follow)
        case Choice(inner):
            names = frozenset(part for part in inner if isinstance(part, Ref))
            shapes = [_shape(part, follow) for part in inner if not isinstance(part, Ref)]
            if names:
                shapes.append(_single(_Place(names), follow))
            return _Shape(
                any(shape.empty for shape in shapes),
                [place for shape in shapes for place in shape.first],
                [place for shape in shapes for place in shape.last],
            )
        case Seq(inner):
            return _in_row([_shape(part, follow) for part in inner], follow)
        case Repeat(part, least, most):
            shape = _shape(part, follow)
            if most != 1:
                _link(shape.last, shape.first, follow)
            return _Shape(shape.empty or least == 0, shape.first, shape.last)
    return _Shape(True)


def _single(place: _Place, follow: dict[_Place, list[_Place]]) -> _Shape:
    follow.setdefault(place, [])
    return _Shape(False, [place], [place])


def _in_row(shapes: list[_Shape], follow: dict[_Place, list[_Place]]) -> _Shape:
    row = _Shape(True)
    for shape in shapes:
        _link(row.last, shape.first, follow)
        row = _Shape(
            row.empty and shape.empty,
            row.first + shape.first if row.empty else row.first,
            row.last + shape.last if shape.empty else shape.last,
        )
    return row


def _link(before: list[_Place], after: list[_Place], follow: dict[_Place, list[_Place]]) -> None:
    for place in before:
        follow[place].extend(after)
