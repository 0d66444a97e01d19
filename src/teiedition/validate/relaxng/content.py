"""The steps of a repair in words: what is unknown, misplaced, missing, out of order, doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from teiedition import tree
from teiedition.validate.relaxng.automaton import State
from teiedition.validate.relaxng.fault import Fault
from teiedition.validate.relaxng.names import local, namespace
from teiedition.validate.relaxng.patterns import Element
from teiedition.validate.relaxng.repair import Edit, Token
from teiedition.validate.relaxng.vocabulary import Vocabulary, near
from teiedition.validate.relaxng.wording import Names, both, either, quoted

_MOST = 20
"""How many allowed elements a fault lists."""


class ContentFaults:
    """Faults of content, in the words of one document."""

    def __init__(self, vocabulary: Vocabulary, names: Names, root: tree.Element) -> None:
        self._vocabulary, self._names = vocabulary, names
        self._uses = Counter(str(node.tag) for node in root.iter("*"))
        self._pairs = Counter((str(node.tag), str(child.tag)) for node in root.iter("*") for child in node)
        self._texts = Counter(str(node.tag) for node in root.iter("*") if (node.text or "").strip())

    def described(
        self, parent: tree.Element, tokens: Sequence[Token], steps: Sequence[Edit]
    ) -> Iterator[Fault]:
        """The faults that a repair of `parent`'s children mends."""
        moved = dict(_moves(tokens, steps))
        done = {id(insertion) for insertion in moved.values()}
        for (kind, place, name), group in groupby(steps, lambda step: _sort(step, tokens)):
            same = list(group)
            if kind == "insert":
                missing = [step for step in same if id(step) not in done]
                if missing:
                    yield self._missing(parent, tokens, place, missing)
            elif kind == "skip" and not name:
                yield from (self._text(parent, tokens[step.place], step.state) for step in same)
            elif kind == "skip" and same[0].place in moved:
                yield self._order(parent, tokens, same[0], moved[same[0].place])
            elif kind == "skip":
                yield self._more(self._skipped(parent, tokens, same[0], steps), len(same))
            elif kind == "end" and not same[0].state.accepted:
                yield self._incomplete(parent, same[0].state)
            elif kind == "replace":
                yield from (self._replaced(parent, tokens[step.place], step) for step in same)

    def _incomplete(self, parent: tree.Element, state: State) -> Fault:
        """What can be said when no repair was found: what may come at the end."""
        called = self._names.element(str(parent.tag))
        allowed = self._allowed(state)
        return Fault(
            parent, "end", "missing-element", called, f"{called} is not complete",
            f"Add {either(allowed)}.", allowed,
        )  # fmt: skip

    def foreign(self, node: tree.Element, twin: str) -> Fault:
        """An element that the grammar has in another namespace."""
        name = str(node.tag)
        called = local(name)
        found = f'in the namespace "{namespace(name)}"' if namespace(name) else "in no namespace"
        wanted = f'xmlns="{namespace(twin)}"' if namespace(twin) else 'xmlns=""'
        return Fault(
            node, "start", "namespace", called,
            f'{called} is {found}; the schema has it in "{namespace(twin)}"',
            f"Give {wanted} here, or drop the xmlns that says otherwise.", (f"{called} {wanted}",),
        )  # fmt: skip

    def twin(self, name: str, elements: Sequence[Element]) -> str | None:
        """The same local name in a namespace that fits."""
        listed = (other for element in elements for other in element.names.listed())
        return next((other for other in listed if other != name and local(other) == local(name)), None)

    def _missing(
        self, parent: tree.Element, tokens: Sequence[Token], place: int, steps: Sequence[Edit]
    ) -> Fault:
        called = self._names.element(str(parent.tag))
        before = next((token.node for token in tokens[place:] if not token.text), None)
        choices = [step.elements for step in steps] if len(steps) > 1 else [_fitting(steps[0], before)]
        missing = both([either(self._names.elements(elements)) for elements in choices])
        where = f" before {self._names.element(str(before.tag))}" if before is not None else ""
        return Fault(
            parent if before is None else before, "end" if before is None else "start",
            "missing-element", called,
            f"{called} lacks {missing}{where}", f"Add {missing}.",
            self._names.elements(choices[0])[:_MOST],
        )  # fmt: skip

    def _text(self, parent: tree.Element, token: Token, state: State) -> Fault:
        called = self._names.element(str(parent.tag))
        text = (token.node.tail if token.tail else token.node.text) or ""
        fitting = [item for item in state.front if self._vocabulary.contains_text(item)]
        wrappers = self._wrappers(fitting, self._texts) or self._favoured(fitting)
        return Fault(
            token.node, "tail" if token.tail else "text", "text", called,
            f"{called} can't contain text directly, as it does with {quoted(text)}",
            f"Put it in {_article(wrappers[0])}." if wrappers else "Move it or drop it.",
            self._allowed(state),
        )  # fmt: skip

    def _order(self, parent: tree.Element, tokens: Sequence[Token], step: Edit, insertion: Edit) -> Fault:
        back = insertion.place <= step.place
        anchor = tokens[insertion.place if back else insertion.place - 1].node
        side = f"{'before' if back else 'after'} {self._names.element(str(anchor.tag))}"
        return self._moved(tokens[step.place].node, parent, side)

    def _moved(self, node: tree.Element, parent: tree.Element, side: str) -> Fault:
        called, around = self._names.element(str(node.tag)), self._names.element(str(parent.tag))
        return Fault(
            node, "start", "order", called,
            f"{called} is out of order in {around}: it must stand {side}", f"Move it {side}.",
        )  # fmt: skip

    def _replaced(self, parent: tree.Element, token: Token, step: Edit) -> Fault:
        name = str(token.node.tag)
        twin = self.twin(name, step.elements)
        if twin and name not in self._vocabulary.elements:
            return self.foreign(token.node, twin)
        called, around = self._names.element(name), self._names.element(str(parent.tag))
        wanted = self._names.elements(step.elements)
        if name in self._vocabulary.elements:
            message = f"{called} can't stand here in {around}, where {either(wanted)} is wanted"
            remedy = self._home(token.node, parent, step.state)
            return Fault(token.node, "start", "misplaced-element", called, message, remedy, wanted[:_MOST])
        return self._unknown(
            token.node, [other for item in step.elements for other in item.names.listed()], step.state
        )

    def _skipped(
        self, parent: tree.Element, tokens: Sequence[Token], step: Edit, steps: Sequence[Edit]
    ) -> Fault:
        node = tokens[step.place].node
        name = str(node.tag)
        if name not in self._vocabulary.elements:
            here = [other for item in step.state.front for other in item.names.listed()]
            return self._unknown(node, here, step.state)
        called, around = self._names.element(name), self._names.element(str(parent.tag))
        if not any(self._vocabulary.contains(element, name) for element, _ in step.state.pairs):
            return self._misplaced(node, parent, step.state)
        kept = [tokens[other.place] for other in steps if other.kind == "keep" and other.place < step.place]
        if any(token.node.tag == name and not token.text for token in kept):
            message = f"{called} stands in {around} a second time, where it is allowed once"
            return Fault(node, "start", "repeated-element", called, message, "Join the two, or drop one.")
        chance = next(
            (other for other in steps if other.kind != "insert" and other.state.start(name).elements), None
        )
        if chance:
            back = chance.place < step.place
            anchor = tokens[chance.place if back else chance.place - 1].node
            return self._moved(
                node, parent, f"{'before' if back else 'after'} {self._names.element(str(anchor.tag))}"
            )
        allowed = self._allowed(step.state)
        message = f"{called} can't stand here in {around}; allowed is {either(allowed)}"
        return Fault(node, "start", "misplaced-element", called, message, "", allowed)

    def _misplaced(self, node: tree.Element, parent: tree.Element, state: State) -> Fault:
        called, around = self._names.element(str(node.tag)), self._names.element(str(parent.tag))
        return Fault(
            node, "start", "misplaced-element", called, f"{called} can't stand in {around}",
            self._home(node, parent, state), self._allowed(state),
        )  # fmt: skip

    def _home(self, node: tree.Element, parent: tree.Element, state: State) -> str:
        """Where an element that can't stand in `parent` may be meant to stand."""
        name = str(node.tag)
        fitting = [item for item in state.front if self._vocabulary.contains(item, name)]
        within = {above: count for (above, below), count in self._pairs.items() if below == name}
        wrappers = self._wrappers(fitting, within)
        parents = self._vocabulary.parents(name)
        above = next((other for other in parent.iterancestors() if str(other.tag) in parents), None)
        if wrappers:
            return f"Put it in {_article(wrappers[0])}."
        if above is not None:
            around = self._names.element(str(parent.tag))
            return f"Move it out of {around}, up into {self._names.element(str(above.tag))}."
        places = sorted(parents, key=lambda other: (-self._uses[other], other))
        return f"It can stand in {either([self._names.element(other) for other in places], 5)}."

    def _unknown(self, node: tree.Element, here: Sequence[str], state: State) -> Fault:
        name = str(node.tag)
        called = self._names.element(name)
        alike = near(name, here) or near(name, self._vocabulary.elements)
        meant = [self._names.element(other) for other in alike]
        return Fault(
            node, "start", "unknown-element", called, f"{called} is not an element of this schema",
            f"Did you mean {meant[0]}?" if meant else "Drop the tags, or use an element allowed here.",
            tuple(dict.fromkeys([*meant, *self._allowed(state)]))[:_MOST],
        )  # fmt: skip

    def _more(self, fault: Fault, count: int) -> Fault:
        if count == 1:
            return fault
        more = f"{fault.message} (so with the next{f' {count - 1}' if count > 2 else ''})"
        return Fault(fault.node, fault.at, fault.kind, fault.subject, more, fault.remedy, fault.allowed)

    def _allowed(self, state: State) -> tuple[str, ...]:
        """What may come in a state, elements that this document uses first."""
        return tuple(self._favoured(state.front))[:_MOST] or self._names.elements(state.front)[:_MOST]

    def _wrappers(self, elements: Sequence[Element], uses: Mapping[str, int]) -> list[str]:
        """Those of the elements that this document already uses so, most used first."""
        listed = {name: uses[name] for element in elements for name in element.names.listed() if name in uses}
        return [self._names.element(name) for name in sorted(listed, key=lambda name: (-listed[name], name))]

    def _favoured(self, elements: Iterator[Element] | Sequence[Element]) -> list[str]:
        """The names of elements, those that this document uses most first."""
        listed = dict.fromkeys(name for element in elements for name in element.names.listed())
        return [
            self._names.element(name) for name in sorted(listed, key=lambda name: (-self._uses[name], name))
        ]


def _sort(step: Edit, tokens: Sequence[Token]) -> tuple[str, int, str]:
    """What steps have in common that make one fault: insertions at one place, neighbours of one name."""
    if step.kind in ("insert", "end"):
        return step.kind, step.place, ""
    token = tokens[step.place]
    return step.kind, 0, "" if token.text else str(token.node.tag)


def _fitting(step: Edit, before: tree.Element | None) -> tuple[Element, ...]:
    """All elements that mend a gap as well as those of the repair do."""
    fitting = []
    for element in step.state.front:
        after = step.state.child((element,))
        if after and (after.accepted if before is None else after.start(str(before.tag)).elements):
            fitting.append(element)
    return tuple(fitting) or step.elements


def _moves(tokens: Sequence[Token], steps: Sequence[Edit]) -> Iterator[tuple[int, Edit]]:
    """The places of tokens that were skipped and are missing elsewhere, with the step that inserts them."""
    insertions = [step for step in steps if step.kind == "insert"]
    for step in steps:
        if step.kind == "skip" and not tokens[step.place].text:
            name = str(tokens[step.place].node.tag)
            for insertion in insertions:
                if any(element.names.contains(name) for element in insertion.elements):
                    insertions.remove(insertion)
                    yield step.place, insertion
                    break


def _article(name: str) -> str:
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
