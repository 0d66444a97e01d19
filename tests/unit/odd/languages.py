"""Two RELAX NG grammars compared, element by element, by what their content models and attributes accept.

Content models are regular expressions over the names of elements, compared by their derivatives
(Brzozowski 1964): two are equal when no sequence of children leads to a place where one may end and the
other not. Values of attributes are compared as they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

R = "{http://relaxng.org/ns/structure/1.0}"
EMPTY, NEVER = ("empty",), ("never",)
TEXT = ("name", "text")
Language = tuple[Any, ...]
Attributes = dict[str, frozenset[str]]


def _either(parts: Iterator[Language]) -> Language:
    found: set[Language] = set()
    for part in parts:
        found |= part[1] if part[0] == "either" else {part}
    found.discard(NEVER)
    return ("either", frozenset(found)) if len(found) > 1 else next(iter(found), NEVER)


def _then(first: Language, second: Language) -> Language:
    if NEVER in (first, second):
        return NEVER
    if EMPTY in (first, second):
        return second if first == EMPTY else first
    return ("then", first[1], _then(first[2], second)) if first[0] == "then" else ("then", first, second)


def _many(part: Language) -> Language:
    if part[0] in ("empty", "never", "many"):
        return part if part[0] == "many" else EMPTY
    return ("many", part)


def _mixed(first: Language, second: Language) -> Language:
    if NEVER in (first, second):
        return NEVER
    if EMPTY in (first, second):
        return second if first == EMPTY else first
    return ("mixed", first, second)


@cache
def _may_end(language: Language) -> bool:
    kind, *parts = language
    if kind == "either":
        return any(map(_may_end, parts[0]))
    return kind in ("empty", "many") or (kind in ("then", "mixed") and all(map(_may_end, parts)))


@cache
def _names(language: Language) -> frozenset[str]:
    kind, *parts = language
    if kind == "name":
        return frozenset(parts)
    inner = parts[0] if kind == "either" else [part for part in parts if isinstance(part, tuple)]
    return frozenset().union(*map(_names, inner))


@cache
def _after(language: Language, name: str) -> Language:
    """What may follow once an element of that name has been read."""
    kind, *parts = language
    if name not in _names(language):
        return NEVER
    if kind == "name":
        return EMPTY
    if kind == "either":
        return _either(_after(part, name) for part in parts[0])
    if kind == "many":
        return _then(_after(parts[0], name), language)
    first, second = parts
    if kind == "mixed":
        one = _mixed(_after(first, name), second), _mixed(first, _after(second, name))
        return _either(iter(one))
    rest = _after(second, name) if _may_end(first) else NEVER
    return _either(iter((_then(_after(first, name), second), rest)))


def _witness(a: Language, b: Language, wrong: Callable[[bool, bool], bool]) -> str | None:
    """Children that one accepts and the other does not."""
    seen, waiting = {(a, b)}, [(a, b, "")]
    while waiting:
        one, other, read = waiting.pop(0)
        if wrong(_may_end(one), _may_end(other)):
            return read or "nothing"
        for name in sorted(_names(one) | _names(other)):
            pair = _after(one, name), _after(other, name)
            if pair[0] != pair[1] and pair not in seen and len(seen) < 5000:
                seen.add(pair)
                waiting.append((*pair, f"{read} {name}".strip()))
    return None


class Grammar:
    """A RELAX NG grammar: for each element that a document can hold, its content and its attributes."""

    def __init__(self, source: Path | bytes) -> None:
        parser = etree.XMLParser(collect_ids=False, huge_tree=True)
        data = source.read_bytes() if isinstance(source, Path) else source
        self.root = etree.fromstring(data, parser)
        self.defined: dict[str, list[Any]] = {}
        for define in self.root.iter(f"{R}define"):
            self.defined.setdefault(define.get("name"), []).append(define)
        self._resolved: dict[str, Language] = {}
        self._met: dict[str, Any] = {}
        start = self.root.find(f"{R}start")
        self.start = self._row(start)
        self.elements: dict[str, tuple[Language, Attributes]] = {}
        waiting = list(_names(self.start))
        while waiting:
            name = waiting.pop()
            if name in self._met and name not in self.elements:
                element = self._met[name]
                self.elements[name] = self._row(element), dict(self._attributes(element))
                waiting += _names(self.elements[name][0])

    def _row(self, parent: Any) -> Language:
        row: Language = EMPTY
        for child in reversed(list(parent.iterchildren(f"{R}*"))):
            row = _then(self._read(child), row)
        return row

    def _read(self, item: Any) -> Language:
        children = list(item.iterchildren(f"{R}*"))
        match item.tag.removeprefix(R):
            case "ref":
                return self._reference(item.get("name"))
            case "element":
                name = _element_name(item)
                self._met.setdefault(name, item)
                return ("name", name)
            case "group" | "div":
                return self._row(item)
            case "choice":
                return _either(map(self._read, children))
            case "optional":
                return _either(iter((EMPTY, self._row(item))))
            case "zeroOrMore":
                return _many(self._row(item))
            case "oneOrMore":
                row = self._row(item)
                return _then(row, _many(row))
            case "interleave":
                found: Language = EMPTY
                for child in children:
                    found = _mixed(found, self._read(child))
                return found
            case "text":
                return _many(TEXT)
            case "notAllowed":
                return NEVER
            case "data" | "value" | "list":
                return ("name", " | ".join(sorted(self._values(item))))
        return EMPTY

    def _reference(self, name: str) -> Language:
        if name not in self._resolved:
            self._resolved[name] = _either(self._row(define) for define in self.defined[name])
        return self._resolved[name]

    def _values(self, item: Any) -> set[str]:
        """The alternatives of a value, each as it is written."""
        children = list(item.iterchildren(f"{R}*"))
        match item.tag.removeprefix(R):
            case "value":
                return {f"'{' '.join((item.text or '').split())}'"}
            case "data":
                facets = sorted(f"{param.get('name')}={param.text}" for param in children)
                return {f"{item.get('type')}{facets}"}
            case "choice":
                return set().union(*map(self._values, children))
            case "ref":
                return set().union(*(self._values(child) for child in self.defined[item.get("name")][0]))
            case "optional":
                return {"''"} | self._values(children[0])
            case "text":
                return {"any text"}
        values, least, most = self._items(item)
        return {f"{least} to {most} of {' | '.join(sorted(values))}"}

    def _items(self, item: Any) -> tuple[set[str], int, float]:
        """What a list holds, the fewest and the most of them."""
        kind = item.tag.removeprefix(R)
        if kind not in ("list", "group", "optional", "zeroOrMore", "oneOrMore"):
            return self._values(item), 1, 1
        found = [self._items(child) for child in item.iterchildren(f"{R}*")]
        values: set[str] = set().union(*(inner for inner, _, _ in found))
        least = 0 if kind in ("optional", "zeroOrMore") else sum(fewest for _, fewest, _ in found)
        most = (
            float("inf") if kind in ("zeroOrMore", "oneOrMore") else sum(largest for _, _, largest in found)
        )
        return values, least, most

    def _attributes(self, parent: Any, needed: bool = True) -> Iterator[tuple[str, frozenset[str]]]:
        """The attributes of an element; among the values of one that is not needed stands `absent`."""
        for item in parent.iterchildren(f"{R}*"):
            kind = item.tag.removeprefix(R)
            if kind == "attribute":
                values = [child for child in item.iterchildren(f"{R}*") if "ame" not in child.tag]
                found = set().union(*map(self._values, values)) or {"any text"}
                yield _attribute_name(item), frozenset(found if needed else found | {"absent"})
            elif kind == "ref":
                for define in self.defined[item.get("name")]:
                    if define.find(f"{R}element") is None:
                        yield from self._attributes(define, needed)
            elif kind != "element":
                optional = kind in ("optional", "zeroOrMore", "choice")
                yield from self._attributes(item, needed and not optional)


def _element_name(element: Any) -> str:
    name = element.get("name")
    if name is None:
        return "any but " + " ".join(
            sorted(
                f"{x.get('ns')}#{(x.text or '').strip()}" for x in element[0].iter(f"{R}nsName", f"{R}name")
            )
        )
    prefix, colon, local = name.strip().partition(":")
    scope = next((x.get("ns") for x in (element, *element.iterancestors()) if "ns" in x.attrib), "")
    return f"{{{element.nsmap[prefix]}}}{local}" if colon else f"{{{scope}}}{prefix}"


def _attribute_name(attribute: Any) -> str:
    name = attribute.get("name") or "any"
    prefix, colon, local = name.strip().partition(":")
    namespace = attribute.nsmap.get(prefix, prefix) if colon else attribute.get("ns", "")
    return f"{{{namespace}}}{local or prefix}"


def differences(a: Grammar, b: Grammar) -> list[str]:
    """Where two grammars accept different documents; empty when they accept the same."""
    found = [f"only one has {name}" for name in sorted(a.elements.keys() ^ b.elements.keys())]
    for name in sorted(a.elements.keys() & b.elements.keys()):
        (content, attributes), (other, others) = a.elements[name], b.elements[name]
        children = _witness(content, other, lambda x, y: x != y)
        found += [f"{name} with {children}"] if children is not None else []
        known = attributes.keys() | others.keys()
        found += [f"{name}/@{key}" for key in sorted(known) if attributes.get(key) != others.get(key)]
    return found


def excess(a: Grammar, b: Grammar) -> list[str]:
    """What `a` accepts and `b` does not; empty when every document of `a` is one of `b`."""
    found = [f"{name} is unknown" for name in sorted(a.elements.keys() - b.elements.keys())]
    for name in sorted(a.elements.keys() & b.elements.keys()):
        (content, attributes), (other, others) = a.elements[name], b.elements[name]
        children = _witness(content, other, lambda x, y: x and not y)
        found += [f"{name} with {children}"] if children is not None else []
        for key in sorted(attributes.keys() | others.keys()):
            mine = attributes.get(key, frozenset({"absent"}))
            allowed = others.get(key, frozenset({"absent"}))
            extra = {value for value in mine - allowed if not _covered(value, allowed)}
            found += [f"{name}/@{key}: {value}" for value in sorted(extra)]
    return found


def _covered(value: str, allowed: frozenset[str]) -> bool:
    """Whether a listed word is one of the words without blanks that the other allows; lists likewise."""
    if value.startswith("'"):
        return " " not in value and any(other.startswith("token[") for other in allowed)
    limits, of, items = value.partition(" of ")
    others = [
        frozenset(other.partition(" of ")[2].split(" | "))
        for other in allowed
        if other.startswith(f"{limits} of ")
    ]
    return bool(of) and any(
        all(i in other or _covered(i, other) for i in items.split(" | ")) for other in others
    )
