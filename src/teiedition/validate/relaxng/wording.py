"""Names, values and lists in the words of a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from teiedition.tree import XML
from teiedition.validate.relaxng.names import AnyName, NameClass, local, namespace
from teiedition.validate.relaxng.patterns import Attribute, Data, Element, List, Pattern, Text, Value

_MOST = 8
"""How many of the allowed things a message names."""


class Names:
    """How names are written for people: those of the document's main namespace without more ado."""

    def __init__(self, main: str, prefixes: Mapping[str, str]) -> None:
        """`prefixes`: namespace → the prefix that the document gives it."""
        self._main, self._prefixes = main, {**prefixes, XML: "xml"}

    def element(self, name: str) -> str:
        """An element's name."""
        space = namespace(name)
        if space == self._main:
            return local(name)
        if not space:
            return f"{local(name)} (in no namespace)"
        prefix = self._prefixes.get(space)
        return f"{prefix}:{local(name)}" if prefix else f"{local(name)} (of {space})"

    def attribute(self, name: str) -> str:
        """An attribute's name, with the at sign."""
        space = namespace(name)
        prefix = self._prefixes.get(space)
        if not space:
            return f"@{name}"
        return f"@{prefix}:{local(name)}" if prefix else f"@{local(name)} (of {space})"

    def elements(self, elements: Iterable[Element]) -> tuple[str, ...]:
        """The names of element patterns, each once, by the alphabet."""
        found = {name for element in elements for name in self._listed(element.names)}
        return tuple(sorted(found, key=lambda name: (name.startswith("any "), name.casefold())))

    def attributes(self, leaves: Iterable[Attribute]) -> tuple[str, ...]:
        """The names of attribute patterns, each once, by the alphabet."""
        return tuple(sorted({self.attribute(name) for leaf in leaves for name in leaf.names.listed()}))

    def _listed(self, names: NameClass) -> list[str]:
        if isinstance(names, AnyName):
            return [f"any element of {names.namespace}" if names.namespace else "any element"]
        return [self.element(name) for name in names.listed()]


def either(items: Sequence[str], most: int = _MOST) -> str:
    """The items as a list ending in "or"; of a long list, the beginning."""
    if len(items) > most:
        return f"{', '.join(items[:most])} or {len(items) - most} others"
    return " or ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else "nothing"


def both(items: Sequence[str]) -> str:
    """The items as a list ending in "and"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def quoted(text: str, most: int = 40) -> str:
    """A value or a piece of text in quotation marks, shortened, on one line."""
    folded = " ".join(text.split())
    return f'"{folded[:most].rstrip()}…"' if len(folded) > most else f'"{folded}"'


def values(pattern: Pattern) -> list[str]:
    """The values that a pattern lists one by one, in the grammar's order."""
    if isinstance(pattern, Value):
        return [pattern.text]
    if isinstance(pattern, List):
        return values(pattern.part)
    return list(dict.fromkeys(value for part in pattern.parts for value in values(part)))


def expected(pattern: Pattern) -> list[str]:
    """What text a pattern wants, alternative by alternative, in words."""
    listed = values(pattern)
    return [
        *([either([f'"{value}"' for value in listed])] if listed else []),
        *dict.fromkeys(_types(pattern)),
    ]


def _types(pattern: Pattern) -> Iterable[str]:
    if isinstance(pattern, Data):
        yield _type(pattern)
    elif isinstance(pattern, Text):
        yield "any text"
    elif isinstance(pattern, List):
        inner = either(list(dict.fromkeys(_types(pattern.part))))
        if inner != "nothing":
            yield f"{inner}, or several with spaces between" if _repeats(pattern.part) else inner
    for part in pattern.parts:
        yield from _types(part)


def _repeats(pattern: Pattern) -> bool:
    return type(pattern).__name__ == "OneOrMore" or any(_repeats(part) for part in pattern.parts)


_MEANINGS = {
    r"[^\p{C}\p{Z}]+": "a word without spaces",
    r"\S+": "",
}
"""Expressions so common in TEI grammars that they have words of their own; "" adds nothing to the type."""


def _type(data: Data) -> str:
    kind = data.datatype.kind
    facets = [
        _MEANINGS.get(text, f"text of the form {text}") if name == "pattern" else f"{_BOUNDS[name]} {text}"
        for name, text in data.datatype.parameters
    ]
    named = [text for text in facets if text]
    if kind.words == "any text" and named:
        return ", ".join(named)
    return ", ".join([kind.words, *named])


_BOUNDS = {
    "minInclusive": "at least",
    "maxInclusive": "at most",
    "minExclusive": "more than",
    "maxExclusive": "less than",
    "length": "of the length",
    "minLength": "of a length of at least",
    "maxLength": "of a length of at most",
    "totalDigits": "with digits, at most",
    "fractionDigits": "with decimal places, at most",
}
