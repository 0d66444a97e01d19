"""What is wrong with a document, in words: one fault for each cause.

The document is walked beside the grammar. Where they part, the cheapest repair is looked for, described,
and taken as done, so that the rest is judged as if the fault had been mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiedition import tree
from teiedition.validate.relaxng.attributes import AttributeFaults
from teiedition.validate.relaxng.automaton import Automaton, Matched, Start, State, read
from teiedition.validate.relaxng.content import ContentFaults
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.names import local, namespace
from teiedition.validate.relaxng.repair import Edit, Judge, Token, repair
from teiedition.validate.relaxng.vocabulary import Vocabulary, near
from teiedition.validate.relaxng.wording import Names, either, expected, quoted, values

_SPACE = " \t\r\n"


def explain(automaton: Automaton, vocabulary: Vocabulary, root: tree.Element) -> list[Fault]:
    """The faults of a document that the grammar does not allow."""
    return list(_Walk(automaton, vocabulary, root).document(root))


class _Walk:
    """The walk through one document."""

    def __init__(self, automaton: Automaton, vocabulary: Vocabulary, root: tree.Element) -> None:
        self._automaton, self._vocabulary = automaton, vocabulary
        main = next((namespace(name) for leaf in automaton.initial.front for name in leaf.names.listed()), "")
        prefixes = {name: prefix for node in root.iter("*") for prefix, name in node.nsmap.items() if prefix}
        self._names = Names(main, prefixes)
        self._content = ContentFaults(vocabulary, self._names, root)
        self._judge = Judge(self._matched, lambda name: name in vocabulary.elements)

    def document(self, root: tree.Element) -> Iterator[Fault]:
        """The faults of the root element and all that is in it."""
        start = self._automaton.initial.start(str(root.tag))
        if start.elements:
            yield from self._element(root, start)
            return
        yield self._root(root)
        yield from self._apart(root)

    def _root(self, root: tree.Element) -> Fault:
        name = str(root.tag)
        listed = [other for leaf in self._automaton.initial.front for other in leaf.names.listed()]
        twins = [other for other in listed if local(other) == local(name)]
        if twins:
            return self._content.foreign(root, twins[0])
        called = self._names.element(name)
        alike = [] if name in self._vocabulary.elements else near(name, listed)
        remedy = f"Did you mean {self._names.element(alike[0])}?" if alike else "Put it in one of them."
        allowed = self._names.elements(self._automaton.initial.front)
        return Fault(
            root, "start", "root-element", called,
            f"{called} can't be the root element of a document; {either(allowed)} can", remedy, allowed,
        )  # fmt: skip

    def _element(self, node: tree.Element, start: Start) -> Iterator[Fault]:
        """The faults of an element that may match one of the patterns of `start`."""
        inside = start.open(node)
        if inside is None:
            tries = [
                AttributeFaults(self._automaton, self._names, node, element) for element in start.elements
            ]
            best = min(tries, key=lambda attempt: len(attempt.faults))
            yield from best.faults
            inside = self._automaton.state([(best.element, best.rest)])
        if inside is not None and not read(node, inside):
            yield from self._inside(node, inside)

    def _inside(self, node: tree.Element, state: State) -> Iterator[Fault]:
        tokens = list(_tokens(node))
        if state.data and all(token.text for token in tokens):
            yield self._text_value(node, state)
            return
        tokens = [token for token in tokens if not (token.text and state.data)]
        steps = repair(tokens, state, self._judge)
        yield from self._content.described(node, tokens, steps)
        for step in steps:
            if step.kind not in ("insert", "end") and not tokens[step.place].text:
                yield from self._child(tokens[step.place].node, state, step)

    def _child(self, node: tree.Element, parent: State, step: Edit) -> Iterator[Fault]:
        name = str(node.tag)
        if step.kind == "keep":
            yield from self._element(node, step.state.start(name))
        elif any(self._vocabulary.contains(element, name) for element, _ in parent.pairs):
            yield from self._apart(node)
        else:  # what it directly contains was meant for another element; what is deeper can be judged
            for child in node.iterchildren("*"):
                yield from self._apart(child)

    def _apart(self, node: tree.Element) -> Iterator[Fault]:
        """The faults within an element that stands where it can't: of itself, if its name is known."""
        known = self._vocabulary.elements.get(str(node.tag))
        if known:
            yield from self._element(node, self._automaton.start(tuple(known)))
            return
        for child in node.iterchildren("*"):
            yield from self._apart(child)

    def _matched(self, token: Token, start: Start) -> Matched:
        """The patterns that a child matches; if it matches none for faults of its own, all that it may."""
        inside = start.open(token.node)
        return (read(token.node, inside) if inside else ()) or start.elements

    def _text_value(self, node: tree.Element, state: State) -> Fault:
        text = "".join([node.text or "", *(child.tail or "" for child in node)])
        called = self._names.element(str(node.tag))
        words = list(dict.fromkeys(item for _, rest in state.pairs for item in expected(rest)))
        listed = [value for _, rest in state.pairs for value in values(rest)]
        alike = near(text, listed)
        return Fault(
            node, "text" if text.strip(_SPACE) else "start", "text-value", called,
            f"{called} contains {quoted(text)}, not {either(words, 4)}",
            f'Did you mean "{alike[0]}"?' if alike else "", tuple(dict.fromkeys([*alike, *listed]))[:20],
        )  # fmt: skip


def _tokens(node: tree.Element) -> Iterator[Token]:
    """The children of an element, and its stretches of text that are more than white space."""
    if (node.text or "").strip(_SPACE):
        yield Token(node, text=True)
    for child in node:
        if isinstance(child.tag, str):
            yield Token(child)
        if (child.tail or "").strip(_SPACE):
            yield Token(child, text=True, tail=True)
