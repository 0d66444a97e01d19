"""Content models made deterministic, as XML Schema asks of them.

XML Schema 1.0 wants that a reader knows, at every element and without looking ahead, which part of the
model it stands for ("unique particle attribution", section 3.8.6). A model that is not so is loosened:
the parts in conflict become "any of these elements, any number of times". What comes out accepts all
that the model accepts, and more where it had to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from teiedition.odd.pattern import Choice, Empty, Pattern, Ref, Repeat, Seq, choice, parts, repeat


def repeated(part: Pattern, least: int, most: int | None) -> Pattern:
    """A repetition; one directly within another is drawn into it where both have no limit."""
    if isinstance(part, Repeat) and most in (1, None) and least in (0, 1) and part.most is None:
        if part.least < 2:
            return repeat(part.part, least * part.least, None)
        return part if least else repeat(part, 0, 1)
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


def any_of(pattern: Pattern, may_be_empty: bool) -> Pattern:
    """Any of a model's elements, any number of times."""
    return repeat(choice(symbols(pattern)), 0 if may_be_empty else 1, None)


def deterministic(pattern: Pattern) -> Pattern:
    """The model, loosened as far as it takes to make it deterministic."""
    if _is_plain(pattern) or conflict(pattern) is None:
        return pattern
    match pattern:
        case Repeat(part, least, most):
            loosened = repeated(deterministic(part), least, most)
            return loosened if conflict(loosened) is None else any_of(pattern, nullable(pattern))
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
        merged = any_of(Seq(tuple(drawn)), test(map(nullable, drawn)))
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
