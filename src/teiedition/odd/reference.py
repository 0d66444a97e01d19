"""The reference pages of a schema: its prose, and for each element what it is for and how it is used.

What the pages say is gathered here as XML in the namespace `urn:teiedition:reference`; how they say it
is `xslt/odd-reference.xsl`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from teiedition import saxon
from teiedition.odd import prose
from teiedition.odd.contexts import SCH
from teiedition.odd.documents import load
from teiedition.odd.grammar import Grammar
from teiedition.odd.index import is_model, memberships
from teiedition.odd.notation import label, listed, model, types
from teiedition.odd.pattern import EMPTY, Attribute, ElementOf, Pattern, Ref, Repeat, names, parts
from teiedition.odd.specs import Spec
from teiedition.odd.usage import Usage
from teiedition.resources import resource
from teiedition.tree import Element, tag

NAMESPACE = "urn:teiedition:reference"
_SPECIFIES = ("schemaSpec", "specGrp", "elementSpec", "classSpec", "macroSpec", "dataSpec", "moduleRef")


def write(grammar: Grammar, usage: Usage) -> str:
    """The reference pages as one HTML document."""
    root = _Reference(grammar, usage).root()
    stylesheet = saxon.stylesheet(resource("xslt", "odd-reference.xsl"))
    words = resource("xslt", "odd", "words-en.xml").read_text(encoding="utf-8")
    source = etree.tostring(root, encoding="unicode")
    return stylesheet.run(source, grammar.schema.file, {"words": saxon.Xml(words)}).text


class _Reference:
    """What has to be known while the pages are gathered."""

    def __init__(self, grammar: Grammar, usage: Usage) -> None:
        self.grammar = grammar
        self.usage = usage
        self.language = grammar.schema.language
        self.holders: dict[str, list[str]] = {}
        """Pattern name → the elements whose models name it."""
        self._classes: dict[str, tuple[str, ...]] = {}
        for name, element in grammar.elements().items():
            for used in dict.fromkeys(names(element.content)):
                self.holders.setdefault(used, []).append(name)

    def root(self) -> Element:
        schema = self.grammar.schema
        stated = {"ident": schema.ident, "lang": self.language, "edition": schema.specs.edition}
        stated["provenance"] = schema.provenance
        root = _element("reference", stated | {"documents": str(self.usage.documents)})
        odd = load(schema.file)
        title = odd.find(f".//{tag('titleStmt')}/{tag('title')}")
        root.append(_element("title", text=prose.plain(title) if title is not None else schema.ident))
        root.append(self._prose(odd))
        specs = sorted(self.grammar.index.by_pattern.items(), key=lambda item: item[1].ident.lower())
        for name, spec in specs:
            pattern = self.grammar.patterns.get(name)
            if isinstance(pattern, ElementOf):
                root.append(self._of_element(name, spec, pattern))
            elif spec.kind == "class" and self._is_used(name):
                root.append(self._of_class(name, spec))
            elif spec.kind == "macro" and pattern is not None:
                root.append(self._described("macro", spec, [self._model(pattern)]))
        return root

    def _is_used(self, name: str) -> bool:
        return name in self.grammar.patterns or f"{name}.attributes" in self.grammar.patterns

    def _is_model(self, ident: str) -> bool:
        spec = self.grammar.index.find(ident)
        return spec is not None and is_model(spec) and self._is_used(ident)

    def _prose(self, odd: Element) -> Element:
        """The ODD's text without its specifications."""
        body = odd.find(f"{tag('text')}/{tag('body')}")
        found = _element("prose")
        if body is not None:
            copy = deepcopy(body)
            etree.strip_elements(copy, *map(tag, _SPECIFIES), with_tail=False)
            found.extend(list(copy))
        return found

    def _of_element(self, name: str, spec: Spec, pattern: ElementOf) -> Element:
        space = pattern.namespace or self.grammar.schema.namespace
        key = f"{{{space}}}{pattern.name}"
        counts = self.usage.counts.get(key, Counter())
        inner = [
            self._model(pattern.content),
            *(_element("class", {"name": key}) for key in memberships(spec.element) if self._is_model(key)),
            *(self._link("holder", holder) for holder in self.holders.get(name, ())),
            *self._attributes(pattern.attributes),
            *_rules(spec),
            *(_element("used", {"in": file, "times": str(times)}) for file, times in sorted(counts.items())),
        ]
        example = self.usage.examples.get(key)
        if example:
            inner.append(_element("example", {"file": example.file, "line": str(example.line)}, example.text))
        found = self._described("element", spec, inner)
        found.set("name", pattern.name)
        found.set("uses", str(sum(counts.values())))
        return found

    def _of_class(self, name: str, spec: Spec) -> Element:
        members = self.grammar.index.members.get(spec.ident, ())
        used = (member for member in members if self._is_used(self.grammar.index.pattern_name(member)))
        inner = [_element("member", {"name": member.ident, "kind": member.kind}) for member in used]
        for attribute in names(self.grammar.patterns.get(f"{name}.attributes", EMPTY)):
            if attribute.startswith(f"{name}.attribute."):
                inner.extend(self._attributes(self.grammar.patterns.get(attribute, EMPTY)))
        return self._described("class", spec, [*inner, *_rules(spec)])

    def _described(self, kind: str, spec: Spec, inner: list[Element]) -> Element:
        """A specification's name and words, and what else is said of it."""
        found = _element(kind, {"ident": spec.ident, "name": spec.ident, "module": spec.module})
        found.append(_element("gloss", text=prose.gloss(spec.element, self.language)))
        found.append(_element("desc", text=prose.desc(spec.element, self.language)))
        found.extend(inner)
        remarks = spec.element.find(tag("remarks"))
        if remarks is not None:
            copy = deepcopy(remarks)
            copy.tail = None
            found.append(copy)
        return found

    def _link(self, name: str, pattern_name: str) -> Element:
        spec = self.grammar.index.by_pattern.get(pattern_name)
        return _element(name, {"name": spec.ident if spec else pattern_name})

    def _attributes(self, pattern: Pattern) -> Iterator[Element]:
        """An element's own attributes in full, and the names of those that it has from classes."""
        inherited: dict[str, list[str]] = {}
        for item, required in _single(pattern):
            if isinstance(item, Attribute):
                yield self._attribute(item, required)
            else:
                owner = item.name.partition(".attribute")[0]
                inherited.setdefault(owner, []).extend(f"@{name}" for name in self._inherited(item.name))
        for name, attributes in inherited.items():
            yield _element("inherited", {"class": name, "names": ", ".join(attributes)})

    def _inherited(self, name: str) -> tuple[str, ...]:
        """The names of the attributes that stand under the name of a pattern, those of its classes too."""
        if name not in self._classes:
            found: list[str] = []
            for item, _ in _single(self.grammar.patterns.get(name, EMPTY)):
                found.extend([label(item)] if isinstance(item, Attribute) else self._inherited(item.name))
            self._classes[name] = tuple(found)
        return self._classes[name]

    def _attribute(self, attribute: Attribute, required: bool) -> Element:
        stated = {"name": label(attribute), "required": "yes" if required else "no"}
        if attribute.default:
            stated["default"] = attribute.default
        found = _element("attribute", stated)
        found.append(_element("desc", text=attribute.note))
        found.append(_element("datatype", text=types(attribute.value)))
        found.extend(_element("value", {"name": item.text}, item.note) for item in listed(attribute.value))
        return found

    def _model(self, pattern: Pattern) -> Element:
        """A content model, its names as links."""
        found = _element("model")
        for piece in model(pattern):
            if isinstance(piece, Ref):
                found.append(self._link("ref", piece.name))
            elif len(found):
                found[-1].tail = (found[-1].tail or "") + piece
            else:
                found.text = (found.text or "") + piece
        return found


def _single(pattern: Pattern, required: bool = True) -> Iterator[tuple[Attribute | Ref, bool]]:
    """The attributes, and references to attributes, that a pattern consists of; whether they are required."""
    match pattern:
        case Attribute() | Ref():
            yield pattern, required
        case Repeat(part, least, _):
            yield from _single(part, required and least > 0)
        case _:
            for part in parts(pattern):
                yield from _single(part, required)


def _rules(spec: Spec) -> Iterator[Element]:
    """What the rules of a specification say when they are broken."""
    for constraint in spec.element.iter(tag("constraintSpec")):
        for message in constraint.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report"):
            yield _element("rule", {"name": constraint.get("ident", "")}, prose.plain(message))


def _element(name: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    element = etree.Element(f"{{{NAMESPACE}}}{name}", attributes or {})
    element.text = text or None
    return element
