"""A RELAX NG grammar in XML syntax → patterns in simple form (specification, section 4).

Elements are compiled when a document first has them, so that a grammar of a thousand elements costs only
what is used of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from teiedition import tree
from teiedition.errors import InputError
from teiedition.validate.relaxng.datatypes import Context, Datatype, DatatypeError, datatype
from teiedition.validate.relaxng.names import AnyName, Name, NameChoice, NameClass, qualified
from teiedition.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Data,
    Element,
    List,
    Pattern,
    Patterns,
    Value,
)
from teiedition.validate.relaxng.scopes import RNG, Files, Scope, Where, attribute, children, fault, kind


class Schema:
    """A grammar: the pattern that a document must match, and the maker of all patterns."""

    def __init__(self, path: Path) -> None:
        """Read the grammar at `path`. Raises InputError when it can't be read or is wrong."""
        self.path = path
        self.patterns = Patterns()
        self.identifying: set[str] = set()
        """The attributes, of what has been compiled, that are identifiers or refer to them."""
        self._files = Files(path)
        self.start = self._pattern(self._files.root(path), Where(path))
        self._check_references(path)

    def _check_references(self, path: Path) -> None:
        """What lazy compiling would find late or never: a reference to nothing."""
        root = self._files.root(path)
        if self._scope is None or next(root.iterdescendants(f"{{{RNG}}}grammar"), None) is not None:
            return
        for node in root.iter(f"{{{RNG}}}ref"):
            self._known(node, Where(path, self._scope), self._scope)

    _scope: Scope | None = None
    """The outermost grammar's."""

    def _pattern(self, node: tree.Element, where: Where) -> Pattern:
        compile_ = _COMPILE.get(kind(node))
        if compile_ is None:
            raise fault(f'there is no pattern "{kind(node)}"', where, node)
        return compile_(self, node, where.within(node))

    def _parts(self, node: tree.Element, where: Where) -> list[Pattern]:
        parts = [self._pattern(child, where) for child in children(node)]
        if not parts:
            raise fault(f'"{kind(node)}" is empty', where, node, 'Put a pattern in it, "empty" at least.')
        return parts

    def _group(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.sequence(self._parts(node, where), self.patterns.group)

    def _interleave(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.sequence(self._parts(node, where), self.patterns.interleave)

    def _choice(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.choice(self._parts(node, where))

    def _optional(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.optional(self._group(node, where))

    def _one_or_more(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.one_or_more(self._group(node, where))

    def _zero_or_more(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.optional(self._one_or_more(node, where))

    def _mixed(self, node: tree.Element, where: Where) -> Pattern:
        return self.patterns.interleave(self._group(node, where), TEXT)

    def _list(self, node: tree.Element, where: Where) -> Pattern:
        return List(self._group(node, where))

    def _element(self, node: tree.Element, where: Where) -> Pattern:
        names, rest = self._named(node, where)
        return Element(names, partial(self._content, node, rest, where))

    def _content(self, node: tree.Element, parts: list[tree.Element], where: Where) -> Pattern:
        if not parts:
            raise fault("an element without content", where, node, 'Put "empty" in it.')
        return self.patterns.sequence([self._pattern(part, where) for part in parts], self.patterns.group)

    def _attribute(self, node: tree.Element, where: Where) -> Pattern:
        own = replace(where, namespace="") if "name" in node.attrib and "ns" not in node.attrib else where
        names, rest = self._named(node, own)
        value = self._content(node, rest, where) if rest else TEXT
        if isinstance(value, Data) and value.datatype.kind.name in ("ID", "IDREF", "IDREFS"):
            self.identifying.update(names.listed())
        return Attribute(names, value)

    def _named(self, node: tree.Element, where: Where) -> tuple[NameClass, list[tree.Element]]:
        """The name class of an element or attribute, and the nodes of its content."""
        parts = list(children(node))
        if "name" in node.attrib:
            return Name(_qname(attribute(node, "name", where), node, where)), parts
        if not parts:
            raise fault(f'"{kind(node)}" has no name', where, node)
        return self._names(parts[0], where.within(parts[0])), parts[1:]

    def _names(self, node: tree.Element, where: Where) -> NameClass:
        if kind(node) == "name":
            return Name(_qname(node.text or "", node, where))
        inner = [self._names(part, where.within(part)) for part in children(node)]
        if kind(node) in ("choice", "except") and inner:
            return NameChoice(tuple(inner))
        if kind(node) in ("anyName", "nsName") and len(inner) < 2:
            return AnyName(where.namespace if kind(node) == "nsName" else None, inner[0] if inner else None)
        raise fault(f'"{kind(node)}" can\'t stand where a name is wanted', where, node)

    def _data(self, node: tree.Element, where: Where) -> Pattern:
        parameters, exclude = [], []
        for part in children(node):
            if kind(part) == "param":
                parameters.append((attribute(part, "name", where), part.text or ""))
            else:
                exclude.append(self._choice(part, where.within(part)))
        type_ = _datatype(where.library, attribute(node, "type", where), tuple(parameters), node, where)
        return Data(type_, self.patterns.choice(exclude))

    def _value(self, node: tree.Element, where: Where) -> Pattern:
        type_ = _datatype(
            where.library if "type" in node.attrib else "", node.get("type", "token"), (), node, where
        )
        context: Context = {prefix: name for prefix, name in node.nsmap.items() if prefix} | {
            None: where.namespace
        }
        try:
            return Value(type_, node.text or "", context)
        except DatatypeError as error:
            raise fault(str(error), where, node) from None

    def _ref(self, node: tree.Element, where: Where) -> Pattern:
        return self._definition(node, where, where.scope)

    def _parent_ref(self, node: tree.Element, where: Where) -> Pattern:
        return self._definition(node, where, where.scope.parent if where.scope else None)

    def _definition(self, node: tree.Element, where: Where, scope: Scope | None) -> Pattern:
        return self._known(node, where, scope).pattern(
            attribute(node, "name", where), self._group, self.patterns
        )

    def _known(self, node: tree.Element, where: Where, scope: Scope | None) -> Scope:
        name = attribute(node, "name", where)
        if scope is None or name not in scope.parts:
            raise fault(f'nothing is defined as "{name}"', where, node, "Define it, or mend the reference.")
        return scope

    def _grammar(self, node: tree.Element, where: Where) -> Pattern:
        scope = Scope(where.scope)
        inside = replace(where, scope=scope)
        scope.gather(node, inside, self._files)
        self._scope = self._scope or scope
        return scope.start(self._group, self.patterns, inside)

    def _external(self, node: tree.Element, where: Where) -> Pattern:
        path = self._files.named(node, where)
        inside = replace(where, file=path, scope=None, library="", outer=(*where.outer, where.file.resolve()))
        return self._pattern(self._files.root(path), inside)


_COMPILE: dict[str, Callable[[Schema, tree.Element, Where], Pattern]] = {
    "group": Schema._group,
    "interleave": Schema._interleave,
    "choice": Schema._choice,
    "optional": Schema._optional,
    "zeroOrMore": Schema._zero_or_more,
    "oneOrMore": Schema._one_or_more,
    "mixed": Schema._mixed,
    "list": Schema._list,
    "element": Schema._element,
    "attribute": Schema._attribute,
    "data": Schema._data,
    "value": Schema._value,
    "ref": Schema._ref,
    "parentRef": Schema._parent_ref,
    "externalRef": Schema._external,
    "grammar": Schema._grammar,
    "empty": lambda schema, node, where: EMPTY,
    "text": lambda schema, node, where: TEXT,
    "notAllowed": lambda schema, node, where: NOT_ALLOWED,
}


def _qname(text: str, node: tree.Element, where: Where) -> str:
    prefix, colon, local = text.strip().rpartition(":")
    if not colon:
        return qualified(where.namespace, local)
    if prefix == "xml":
        return tree.XML_ID.replace("id", local)
    if prefix not in node.nsmap:
        raise fault(f'the prefix "{prefix}" is not declared', where, node)
    return qualified(node.nsmap[prefix], local)


def _datatype(
    library: str, name: str, parameters: tuple[tuple[str, str], ...], node: tree.Element, where: Where
) -> Datatype:
    try:
        return datatype(library, name.strip(), parameters)
    except DatatypeError as error:
        raise fault(str(error), where, node) from None


__all__ = ["InputError", "Schema"]
