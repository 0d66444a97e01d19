"""What a whole grammar knows: its elements by name, and what may stand in what; wanted to explain errors."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from teiedition.validate.relaxng.names import local
from teiedition.validate.relaxng.patterns import Attribute, Element, Pattern, Text
from teiedition.validate.relaxng.schema import Schema


class Vocabulary:
    """All elements of a grammar that a document can have."""

    def __init__(self, schema: Schema) -> None:
        self._start = schema.start
        self._inside: dict[Element, tuple[Pattern, ...]] = {}

    @cached_property
    def elements(self) -> dict[str, list[Element]]:
        """The element patterns by name, in the order in which the grammar reaches them."""
        found: dict[str, list[Element]] = {}
        todo, seen = list(_elements(_within(self._start))), set[Element]()
        for element in todo:  # grows while it is walked
            if element not in seen:
                seen.add(element)
                todo += self.children(element)
                for name in element.names.listed():
                    found.setdefault(name, []).append(element)
        return found

    def children(self, element: Element) -> list[Element]:
        """The elements that may stand in an element, in some order or other."""
        return list(_elements(self._parts(element)))

    def contains(self, element: Element, name: str) -> bool:
        """Whether an element of that name may stand in `element`."""
        return any(child.names.contains(name) for child in self.children(element))

    def contains_text(self, element: Element) -> bool:
        """Whether text may stand in `element` beside child elements."""
        return any(isinstance(part, Text) for part in self._parts(element))

    def parents(self, name: str) -> list[str]:
        """The names of the elements that list an element of that name among their children."""
        return [
            parent
            for parent, elements in self.elements.items()
            if any(name in child.names.listed() for element in elements for child in self.children(element))
        ]

    def _parts(self, element: Element) -> tuple[Pattern, ...]:
        if element not in self._inside:
            self._inside[element] = tuple(_within(element.content))
        return self._inside[element]


def near(word: str, others: Collection[str], most: int = 3) -> list[str]:
    """Those of the names or values that `word` may be a slip for, likeliest first: case, then spelling."""
    by_form: dict[str, list[str]] = {}
    for other in others:
        by_form.setdefault(local(other).casefold(), []).append(other)
    form = local(word).casefold()
    cutoff = 0.72 if len(form) > 3 else 0.6
    forms = difflib.get_close_matches(form, by_form, most, cutoff)
    return [other for form in forms for other in by_form[form]][:most]


def _within(pattern: Pattern) -> Iterator[Pattern]:
    """The leaves of a pattern; elements and attributes are not entered."""
    todo, seen = [pattern], set[Pattern]()
    while todo:
        item = todo.pop()
        if item in seen or isinstance(item, Attribute):
            continue
        seen.add(item)
        if item.parts:
            todo += reversed(item.parts)
        else:
            yield item


def _elements(parts: Iterable[Pattern]) -> Iterator[Element]:
    return (part for part in parts if isinstance(part, Element))
