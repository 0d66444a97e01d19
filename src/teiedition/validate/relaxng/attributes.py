"""What is wrong with the attributes of an element: unknown, of a bad value, missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiedition import tree
from teiedition.validate.relaxng.automaton import Automaton, attributes
from teiedition.validate.relaxng.derivatives import Derivative, matches, without_attributes
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.patterns import EMPTY, NOT_ALLOWED, Attribute, Element, Pattern
from teiedition.validate.relaxng.vocabulary import near
from teiedition.validate.relaxng.wording import Names, both, either, expected, quoted, values

_MOST = 20
"""How many allowed attributes or values a fault lists."""


class AttributeFaults:
    """The faults of one element's attributes against one pattern; `rest` is the content left to match."""

    def __init__(self, automaton: Automaton, names: Names, node: tree.Element, element: Element) -> None:
        self._automaton, self._names, self._node, self.element = automaton, names, node, element
        self._called = names.element(str(node.tag))
        self._leaves = attributes(element.content)
        self._rest = element.content
        self.faults = [*self._unfit(), *self._missing()]
        self.rest = without_attributes(automaton.patterns, self._rest, lambda leaf: EMPTY)

    def _unfit(self) -> Iterator[Fault]:
        for key, text in self._node.items():
            name, value = str(key), str(text)
            after = self._automaton.after_attribute(self._rest, name, value, self._node)
            if after is NOT_ALLOWED:
                yield self._unfit_one(name, value)
            else:
                self._rest = after

    def _unfit_one(self, name: str, value: str) -> Fault:
        wanted = [leaf for leaf in attributes(self._rest) if leaf.names.contains(name)]
        if wanted:
            self._take(wanted)
            return self._bad_value(name, value, wanted)
        called = self._names.attribute(name)
        if any(leaf.names.contains(name) for leaf in self._leaves):
            others = [self._names.attribute(str(other)) for other, _ in self._node.items() if other != name]
            message = f"{called} can't stand on {self._called} together with {either(others)}"
            return Fault(self._node, f"@{name}", "attribute-conflict", called, message, "Keep one of them.")
        return self._unknown(name, called)

    def _take(self, leaves: Sequence[Attribute]) -> None:
        """Go on as if these attributes, of which one was meant, had been read."""
        derive = Derivative(
            self._automaton.patterns, lambda leaf: EMPTY if leaf in leaves else NOT_ALLOWED, attributes=True
        )
        rest = derive.of(self._rest)
        self._rest = self._rest if rest is NOT_ALLOWED else rest

    def _unknown(self, name: str, called: str) -> Fault:
        listed = [
            other for leaf in self._leaves for other in leaf.names.listed() if other not in self._node.attrib
        ]
        alike = near(name, [other for other in listed if other != name])
        self._take([leaf for leaf in self._leaves if alike and leaf.names.contains(alike[0])])
        remedy = (
            f"Did you mean {self._names.attribute(alike[0])}?" if alike else "Drop it, or choose another."
        )
        allowed = self._names.attributes(self._leaves)
        first = [self._names.attribute(other) for other in alike]
        return Fault(
            self._node, f"@{name}", "unknown-attribute", called,
            f"{called} is not an attribute of {self._called}", remedy, _shortened(first, allowed),
        )  # fmt: skip

    def _bad_value(self, name: str, value: str, wanted: Sequence[Attribute]) -> Fault:
        called = self._names.attribute(name)
        listed = list(dict.fromkeys(item for leaf in wanted for item in values(leaf.value)))
        words = list(dict.fromkeys(item for leaf in wanted for item in expected(leaf.value)))
        meant = near(value, listed) or self._mended(value, [leaf.value for leaf in wanted])
        return Fault(
            self._node, f"@{name}", "attribute-value", called,
            f"{called} of {self._called} is {quoted(value)}, not {either(words, 4)}",
            f'Did you mean "{meant[0]}"?' if meant else f"Give {either(words, 2)}.",
            _shortened(meant, listed or words),
        )  # fmt: skip

    def _mended(self, value: str, wanted: Sequence[Pattern]) -> list[str]:
        """The value in a form that is allowed, if a slip of writing is all that is wrong with it."""
        patterns = self._automaton.patterns
        return [
            form
            for form in _forms(value)
            if form and any(matches(patterns, pattern, form, self._node.nsmap) for pattern in wanted)
        ][:1]

    def _missing(self) -> Iterator[Fault]:
        patterns = self._automaton.patterns
        if without_attributes(patterns, self._rest) is not NOT_ALLOWED:
            return
        left = attributes(self._rest)
        if not left:
            message = f"{self._called} can't be right here, whatever it has or contains"
            yield Fault(self._node, "start", "misplaced-element", self._called, message, "Drop it.")
            return
        needed = [leaf for leaf in left if self._needs(leaf)]
        groups = [[leaf] for leaf in needed] or [[leaf for leaf in left if self._suffices(leaf)] or left]
        called = both([either(self._names.attributes(group)) for group in groups])
        message = f"{self._called} lacks the attribute{'s' if len(groups) > 1 else ''} {called}"
        words = expected(groups[0][0].value)
        remedy = f"Add it: {either(words, 4)}." if len(groups) == 1 else "Add them."
        yield Fault(self._node, "start", "missing-attribute", self._called, message, remedy, (called,))

    def _needs(self, leaf: Attribute) -> bool:
        """Whether there is no way without this attribute, whatever others are added."""
        without = lambda other: NOT_ALLOWED if other is leaf else EMPTY  # noqa: E731
        return without_attributes(self._automaton.patterns, self._rest, without) is NOT_ALLOWED

    def _suffices(self, leaf: Attribute) -> bool:
        """Whether this attribute alone would mend it."""
        with_it = lambda other: EMPTY if other is leaf else NOT_ALLOWED  # noqa: E731
        return without_attributes(self._automaton.patterns, self._rest, with_it) is not NOT_ALLOWED


def _shortened(first: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*first, *others]))[:_MOST]


def _forms(value: str) -> Iterator[str]:
    """Other ways to write a value: padded dates, no spaces at the ends or within, small letters."""
    parts = re.fullmatch(r"\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\s*", value)
    if parts:
        yield "-".join(part.zfill(2) for part in parts.groups() if part)
    yield value.lower()
    yield "-".join(value.split())
    if "/" not in value:
        yield "-".join(re.findall(r"[\w.]+", value))
