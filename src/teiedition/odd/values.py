"""Simple types of XML Schema for the values that a grammar allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiedition.odd.grammar import Grammar
from teiedition.odd.pattern import (
    Choice,
    Data,
    Empty,
    ListOf,
    Pattern,
    Ref,
    Repeat,
    Seq,
    Value,
    choice,
)
from teiedition.odd.text import quoteattr

_CHECKED_ELSEWHERE = {"IDREF": "NCName", "IDREFS": "NMTOKENS", "ENTITY": "NCName", "ENTITIES": "NMTOKENS"}
"""Types that ask for more than a form: whether a reference resolves is not the grammar's business."""


class Values:
    """Simple types, each written once and referred to by name."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.named: dict[str, str] = {}
        """The definition of a type → its name."""

    def attribute(self, pattern: Pattern) -> str:
        """The `type` of an attribute as XML Schema's attribute; empty where any text will do."""
        found = self.type(pattern)
        return f" type={quoteattr(found)}" if found else ""

    def type(self, pattern: Pattern) -> str:
        """The name of the type that a value has; empty where any text will do."""
        found = self._resolved(pattern)
        match found:
            case Data(name, ()):
                return f"xs:{_CHECKED_ELSEWHERE.get(name, name)}"
            case Data() | Value() | Empty():
                return self._name(self._restriction([found]))
            case Choice(inner):
                return self._union(inner)
            case Repeat(part, 0, 1):
                return self._union((Empty(), part))
            case ListOf(part):
                return self._list(part)
        return ""

    def content(self, pattern: Pattern) -> str | None:
        """The type of an element that holds a value and nothing else; None for any other content."""
        found = self._resolved(pattern)
        return self.type(found) or None if self._is_value(found) else None

    def _is_value(self, pattern: Pattern) -> bool:
        match self._resolved(pattern):
            case Data() | Value() | ListOf():
                return True
            case Choice(inner):
                return all(map(self._is_value, inner))
        return False

    def _resolved(self, pattern: Pattern) -> Pattern:
        """What a reference to a macro or a datatype of an older release stands for."""
        seen = set[str]()
        while isinstance(pattern, Ref) and pattern.name in self.grammar.patterns and pattern.name not in seen:
            seen.add(pattern.name)
            pattern = self.grammar.patterns[pattern.name]
        return pattern

    def _union(self, inner: tuple[Pattern, ...]) -> str:
        found = list(self._members(inner))
        listed = [item for item in found if isinstance(item, Value | Empty)]
        types = [self.type(item) for item in found if not isinstance(item, Value | Empty)]
        if not all(types):
            return ""
        if listed:
            types.insert(0, self._name(self._restriction(listed)))
        return types[0] if len(types) == 1 else self._name(f'<xs:union memberTypes="{" ".join(types)}"/>')

    def _members(self, inner: tuple[Pattern, ...]) -> Iterator[Pattern]:
        for item in map(self._resolved, inner):
            if isinstance(item, Choice):
                yield from self._members(item.parts)
            else:
                yield item

    def _restriction(self, found: Sequence[Pattern]) -> str:
        base, facets = "token", ""
        for item in found:
            if isinstance(item, Value | Empty):
                text = " ".join(item.text.split()) if isinstance(item, Value) else ""
                facets += f"<xs:enumeration value={quoteattr(text)}/>"
            elif isinstance(item, Data):
                base = _CHECKED_ELSEWHERE.get(item.type, item.type)
                facets += "".join(f"<xs:{name} value={quoteattr(value)}/>" for name, value in item.facets)
        return f'<xs:restriction base="xs:{base}">{facets}</xs:restriction>'

    def _list(self, part: Pattern) -> str:
        items, least, most = self._items(part)
        one = self.type(choice(items)) if items else ""
        listed = self._name(f"<xs:list itemType={quoteattr(one or 'xs:token')}/>")
        facets = f'<xs:minLength value="{least}"/>' if least else ""
        facets += "" if most is None else f'<xs:maxLength value="{most}"/>'
        if not facets:
            return listed
        return self._name(f"<xs:restriction base={quoteattr(listed)}>{facets}</xs:restriction>")

    def _items(self, pattern: Pattern) -> tuple[list[Pattern], int, int | None]:
        """What a list holds, the fewest and the most items that it can have."""
        match self._resolved(pattern):
            case Seq(inner):
                found = [self._items(part) for part in inner]
                limits = [most for _, _, most in found]
                total = None if None in limits else sum(most for most in limits if most is not None)
                return [item for items, _, _ in found for item in items], sum(n for _, n, _ in found), total
            case Repeat(part, least, most):
                items, fewest, largest = self._items(part)
                total = None if most is None or largest is None else most * largest
                return items, least * fewest, total
            case Empty():
                return [], 0, 0
            case found_one:
                return [found_one], 1, 1

    def _name(self, definition: str) -> str:
        return self.named.setdefault(definition, f"value-{len(self.named) + 1}")

    def definitions(self) -> Iterator[str]:
        """The named types, as lines of a schema document."""
        for definition, name in self.named.items():
            yield f" <xs:simpleType name={quoteattr(name)}>{definition}</xs:simpleType>"
