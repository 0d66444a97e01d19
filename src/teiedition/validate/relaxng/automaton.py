"""A grammar as an automaton that is built while documents are read, and looked up from then on.

A state is what is known inside one open element: for each element pattern that it may match, what must
still follow. Nothing of the surroundings is in it, so a few thousand states serve any number of documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from teiedition import tree
from teiedition.validate.relaxng.derivatives import Derivative, matches, without_attributes
from teiedition.validate.relaxng.names import Name
from teiedition.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Data,
    Element,
    List,
    Pattern,
    Text,
    Value,
)
from teiedition.validate.relaxng.schema import Schema

Matched = tuple[Element, ...]
"""The element patterns that an element of the document matches; none if it is not valid."""

Items = tuple[tuple[str | bytes, str | bytes], ...]

_SPACE = " \t\r\n"
_MOST = 100_000
"""How many states and start tags are remembered before all are forgotten, which bounds memory."""


class Automaton:
    """The states of a grammar, as far as documents have needed them."""

    def __init__(self, schema: Schema) -> None:
        self.schema, self.patterns = schema, schema.patterns
        self._states: dict[tuple[tuple[Element, Pattern], ...], State] = {}
        self._starts: dict[Matched, Start] = {}
        self._wanted: dict[tuple[Pattern, str], list[Attribute]] = {}
        self._steps: dict[tuple[Pattern, str, tuple[bool, ...]], Pattern] = {}
        self._closed: dict[Pattern, Pattern] = {}
        self.remembered = 0
        root = Element(Name(""), lambda: schema.start)
        self.initial = State(self, ((root, schema.start),))

    def valid(self, root: tree.Element) -> bool:
        """Whether a document, given by its root element, matches the grammar."""
        if self.remembered > _MOST:
            self.__init__(self.schema)  # type: ignore[misc]
        inside = self.initial.start(str(root.tag)).open(root)
        return inside is not None and self.initial.child(read(root, inside)) is not None

    def state(self, pairs: Iterable[tuple[Element, Pattern]]) -> State | None:
        """The state of these pairs, those that can't match any more left out; None if none is left."""
        alive = tuple(pair for pair in pairs if pair[1] is not NOT_ALLOWED)
        if alive and alive not in self._states:
            self._states[alive] = State(self, alive)
            self.remembered += 1
        return self._states[alive] if alive else None

    def start(self, elements: Matched) -> Start:
        """The start tag of an element that may match any of these patterns."""
        if elements not in self._starts:
            self._starts[elements] = Start(self, elements)
        return self._starts[elements]

    def after_attributes(self, element: Element, node: tree.Element) -> Pattern:
        """What is left of an element pattern's content once the attributes of `node` are read."""
        rest = element.content
        for name, value in node.items():
            rest = self.after_attribute(rest, str(name), str(value), node)
        if rest not in self._closed:
            self._closed[rest] = without_attributes(self.patterns, rest)
        return self._closed[rest]

    def after_attribute(self, pattern: Pattern, name: str, value: str, node: tree.Element) -> Pattern:
        """What is left of a pattern once an attribute is read."""
        if (pattern, name) not in self._wanted:
            leaves = attributes(pattern)
            self._wanted[pattern, name] = [leaf for leaf in leaves if leaf.names.contains(name)]
        wanted = self._wanted[pattern, name]
        fits = tuple(matches(self.patterns, leaf.value, value, node.nsmap) for leaf in wanted)
        key = (pattern, name, fits)
        if key not in self._steps:
            read = {leaf for leaf, fit in zip(wanted, fits, strict=True) if fit}
            derive = Derivative(
                self.patterns, lambda leaf: EMPTY if leaf in read else NOT_ALLOWED, attributes=True
            )
            self._steps[key] = derive.of(pattern)
        return self._steps[key]


class State:
    """What may follow within an open element: pairs of an element pattern and the rest of its content."""

    def __init__(self, automaton: Automaton, pairs: tuple[tuple[Element, Pattern], ...]) -> None:
        self._automaton, self.pairs = automaton, pairs
        self.after: dict[Matched, State | None] = {}
        self.starts: dict[str, Start] = {}
        self.accepted: Matched = tuple(element for element, rest in pairs if rest.nullable)
        self.data = any(isinstance(leaf, (Data, Value, List)) for _, rest in pairs for leaf in rest.front)

    @property
    def front(self) -> list[Element]:
        """The element patterns of which one may come next."""
        leaves = (leaf for _, rest in self.pairs for leaf in rest.front)
        return list(dict.fromkeys(leaf for leaf in leaves if isinstance(leaf, Element)))

    @cached_property
    def text(self) -> State | None:
        """The state after text that is more than white space; None where no text is allowed."""
        derive = Derivative(
            self._automaton.patterns, lambda leaf: TEXT if isinstance(leaf, Text) else NOT_ALLOWED
        )
        return self._automaton.state((element, derive.of(rest)) for element, rest in self.pairs)

    @cached_property
    def filled(self) -> Matched:
        """The patterns that match when text follows and nothing more."""
        return self.text.accepted if self.text else ()

    def start(self, name: str) -> Start:
        """What a child of that name may be."""
        found = tuple(element for element in self.front if element.names.contains(name))
        self.starts[name] = self._automaton.start(found)
        return self.starts[name]

    def child(self, matched: Matched) -> State | None:
        """The state after a child that matched these patterns."""
        derive = Derivative(self._automaton.patterns, lambda leaf: EMPTY if leaf in matched else NOT_ALLOWED)
        self.after[matched] = self._automaton.state(
            (element, derive.of(rest)) for element, rest in self.pairs
        )
        return self.after[matched]

    def whole(self, text: str, node: tree.Element) -> Matched:
        """The patterns that match when `text` is all that the element contains."""
        patterns = self._automaton.patterns
        return tuple(element for element, rest in self.pairs if matches(patterns, rest, text, node.nsmap))


class Start:
    """A start tag: the element patterns that its name leaves possible."""

    def __init__(self, automaton: Automaton, elements: Matched) -> None:
        self._automaton, self.elements = automaton, elements
        self._contextual = any(element.content.contextual for element in elements)
        self.opened: dict[Items, State | None] = {}

    def open(self, node: tree.Element) -> State | None:
        """The state inside the element, by its attributes; None when they fit no pattern."""
        automaton = self._automaton
        pairs = [(element, automaton.after_attributes(element, node)) for element in self.elements]
        state = automaton.state(pairs)
        if not self._contextual:
            automaton.remembered += 1
            self.opened[tuple(node.items())] = state
        return state


def attributes(pattern: Pattern) -> list[Attribute]:
    """The attribute patterns in a pattern, elements' not entered."""
    found: dict[Attribute, None] = {}
    seen: set[Pattern] = set()
    todo = [pattern]
    while todo:
        item = todo.pop()
        if not item.attributes or item in seen:
            continue
        seen.add(item)
        if isinstance(item, Attribute):
            found[item] = None
        else:
            todo += item.parts
    return list(found)


def read(node: tree.Element, state: State) -> Matched:
    """The element patterns, of those that `state` leaves possible, that the content of `node` matches.

    Every element of every document comes through here, hence the look-ups in place of calls.
    """
    if state.data and not (len(node) and next(node.iterchildren("*"), None) is not None):
        return state.whole("".join([node.text or "", *(child.tail or "" for child in node)]), node)
    text = None if state.text is state else node.text
    for child in node:
        if text and text.strip(_SPACE):
            if state.text is None:
                return ()
            state = state.text
        name = child.tag
        if isinstance(name, str):
            try:
                start = state.starts[name]
            except KeyError:
                start = state.start(name)
            try:
                inside = start.opened[tuple(child.items())]
            except KeyError:
                inside = start.open(child)
            if inside is None:
                return ()
            if len(child) or inside.data:
                matched = read(child, inside)
            elif inside.filled is inside.accepted:
                matched = inside.accepted
            else:
                text = child.text
                matched = inside.filled if text and text.strip(_SPACE) else inside.accepted
            try:
                after = state.after[matched]
            except KeyError:
                after = state.child(matched)
            if after is None:
                return ()
            state = after
        text = None if state.text is state else child.tail
    return state.filled if text and text.strip(_SPACE) else state.accepted
