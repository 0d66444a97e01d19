"""RELAX NG grammars of other vocabularies, brought in by `moduleRef/@url` (TEI Guidelines 23.8.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from pathlib import Path

from teiedition.errors import InputError
from teiedition.odd.documents import line_of, load
from teiedition.odd.flatten import Item
from teiedition.odd.origin import beside
from teiedition.tree import Element, local

RNG = "http://relaxng.org/ns/structure/1.0"
_INHERITED = ("ns", "datatypeLibrary")


def definitions(modules: tuple[Item, ...]) -> dict[str, tuple[Element, ...]]:
    """The definitions of all grammars that a schema names, by name, each with its `ns` stated.

    What the `moduleRef` itself holds, or an `include`, comes in place of what it names, unless it
    says how the two combine.
    """
    found: dict[str, list[tuple[int, Element]]] = {}
    for item in modules:
        url, prefix = item.element.get("url", ""), item.element.get("prefix", "")
        try:
            file = beside(url, item.file)
        except InputError as error:
            raise item.fault(error.reason, error.remedy) from error
        for depth, element in _grammar(file, prefix, 1, {}):
            found.setdefault(element.get("name", ""), []).append((depth, element))
        for content in item.element:
            for element in content.iter(f"{{{RNG}}}define") if isinstance(content.tag, str) else ():
                found.setdefault(element.get("name", ""), []).append((0, element))
    return {name: tuple(_in_force(items)) for name, items in found.items()}


def beside_own(
    external: dict[str, tuple[Element, ...]], own: Collection[str]
) -> dict[str, tuple[Element, ...]]:
    """The foreign definitions but for those under names of the schema's own, unless they combine."""
    kept = {
        name: tuple(element for element in elements if name not in own or element.get("combine"))
        for name, elements in external.items()
    }
    return {name: elements for name, elements in kept.items() if elements}


def _in_force(items: list[tuple[int, Element]]) -> Iterator[Element]:
    shallowest = min(depth for depth, _ in items)
    for depth, element in items:
        if depth == shallowest or element.get("combine") or any(other.get("combine") for _, other in items):
            yield element


def _grammar(
    file: Path, prefix: str, depth: int, scope: dict[str, str], within: tuple[Path, ...] = ()
) -> Iterator[tuple[int, Element]]:
    root = load(file)
    if root.tag != f"{{{RNG}}}grammar":
        raise InputError(
            "is not a RELAX NG grammar", file, line_of(root), remedy="Name a .rng file with a grammar."
        )
    if file in within:
        raise InputError("includes itself", file, line_of(root))
    yield from _part(root, file, prefix, depth, scope, (*within, file))


def _part(
    part: Element, file: Path, prefix: str, depth: int, scope: dict[str, str], within: tuple[Path, ...]
) -> Iterator[tuple[int, Element]]:
    scope = scope | {name: part.get(name, "") for name in _INHERITED if name in part.attrib}
    for child in part:
        if not isinstance(child.tag, str) or not child.tag.startswith(f"{{{RNG}}}"):
            continue
        match local(child):
            case "define":
                yield depth, _define(child, prefix, scope)
            case "div":
                yield from _part(child, file, prefix, depth, scope, within)
            case "include":
                href = child.get("href", "")
                inner = scope | {name: child.get(name, "") for name in _INHERITED if name in child.attrib}
                yield from _grammar(beside(href, file), prefix, depth + 1, inner, within)
                yield from _part(child, file, prefix, depth, inner, within)


def _define(element: Element, prefix: str, scope: dict[str, str]) -> Element:
    """A definition fit to stand in another grammar: prefixed, and with what it inherited."""
    copy = settled(element)
    for name, value in scope.items():
        if name not in copy.attrib:
            copy.set(name, value)
    for item in (copy, *copy.iter(f"{{{RNG}}}ref")):
        item.set("name", prefix + item.get("name", ""))
    return copy


def attributes(
    name: str, external: Mapping[str, tuple[Element, ...]], within: frozenset[str] = frozenset()
) -> Iterator[Element]:
    """The attributes that a foreign pattern gives the element it is used in."""
    waiting = [] if name in within else list(external.get(name, ()))
    while waiting:
        item = waiting.pop()
        if item.tag == f"{{{RNG}}}attribute":
            yield item
        elif item.tag == f"{{{RNG}}}ref":
            yield from attributes(item.get("name", ""), external, within | {name})
        elif item.tag != f"{{{RNG}}}element":
            waiting.extend(item.iterchildren(f"{{{RNG}}}*"))


def settled(element: Element) -> Element:
    """A copy whose names need no declared prefixes: each prefix is turned into an `ns`."""
    copy = deepcopy(element)
    copy.tail = None
    for old, new in zip(element.iter(f"{{{RNG}}}*"), copy.iter(f"{{{RNG}}}*"), strict=True):
        name = (new.text or "") if local(new) == "name" else new.get("name", "")
        prefix, colon, rest = name.strip().partition(":")
        if colon and prefix != "xml" and prefix in old.nsmap:
            new.set("ns", old.nsmap[prefix])
            if local(new) == "name":
                new.text = rest
            else:
                new.set("name", rest)
    return copy
