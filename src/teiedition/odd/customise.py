"""A customisation applied to the TEI: from an ODD to the specifications of its schema.

The order of specifications is the order of class members in sequences, so it follows TEI's own
processor: the modules `tei` and `core`, the other modules as the ODD names them, then what the ODD
adds or refers to by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from teiedition.model import Problem
from teiedition.odd import doubts, origin
from teiedition.odd.documents import load, schema_spec, settings
from teiedition.odd.flatten import Item, items
from teiedition.odd.merge import change_spec
from teiedition.odd.schema import Schema
from teiedition.odd.specs import KINDS, Spec, Specs, gather, release
from teiedition.tree import TEI, Element, tag

_MODES = ("add", "change", "replace", "delete")
_NAMESPACE = "Give it the @ns that the specification has in the source, or none if that has none."
_REFERENCES = (tag("elementRef"), tag("classRef"), tag("macroRef"), tag("dataRef"))


@dataclass(slots=True)
class _Work:
    """What a customisation is made of while it is read."""

    odd: Path
    tei: Path
    element: Element
    warnings: list[Problem] = field(default_factory=list)
    sources: dict[Path, Specs] = field(default_factory=dict)

    def source(self, item: Item) -> Specs:
        """The specifications that an item customises: its own @source, the schema's, or the TEI's."""
        named = item.element.get("source") or self.element.get("source")
        file = origin.resolve(named, self.odd, self.tei)
        if file.resolve() == self.odd.resolve():
            raise item.fault("is its own @source", "Name the TEI release or the ODD that it customises.")
        if file not in self.sources:
            chained = file != self.tei and load(file).find(f".//{tag('moduleRef')}[@key]") is not None
            prose = settings(self.odd).get("prose") != "own"
            self.sources[file] = customise(file, self.tei).specs if chained else release(file, prose)
        return self.sources[file]

    def means(self, item: Item, spec: Spec) -> bool:
        """Whether an item is about this specification: its name and namespace are the same."""
        spaces = [part.get("ns", self.element.get("ns", TEI)) for part in (item.element, spec.element)]
        return spaces[0] == spaces[1]

    def warn(self, item: Item, message: str, remedy: str) -> None:
        self.warnings.append(doubts.warning(item, message, remedy))


def customise(odd: Path, tei: Path) -> Schema:
    """The schema that an ODD makes of the TEI release `tei` (a p5subset.xml).

    Raises InputError with the line for an ODD that can't be carried out; what is merely without
    effect is a warning of the schema.
    """
    element = schema_spec(odd)
    work = _Work(odd, tei, element)
    others = sum(1 for other in load(odd).iter(tag("schemaSpec")) if other is not element)
    if others:
        message = f"only the first schemaSpec, {element.get('ident')!r}, is compiled, of {others + 1}"
        work.warn(Item(element, odd), message, "Put each into an ODD of its own, which may include the rest.")
    found = list(items(odd, element))
    for item in found:
        _check(work, item)
    specs = _selected(work, found)
    deleted = frozenset(_deleted(work, found, specs))
    for item in found:
        _apply(work, item, specs, deleted)
    _restrict_classes(found, specs)
    source = work.source(Item(element, odd))
    external = tuple(item for item in found if _is_foreign(item))
    if not external:  # else a name may be that of a foreign pattern
        known = {*specs, *source.by_ident}
        for item in found:
            if item.element.tag in KINDS:
                work.warnings.extend(doubts.of_references(item, known, element.get("prefix", "")))
    kept = [spec for spec in specs.values() if spec.ident not in deleted]
    return Schema(
        file=odd,
        element=element,
        specs=gather(source.file, kept, source.edition),
        deleted=deleted,
        external=external,
        constraints=tuple(item.element for item in found if item.element.tag == tag("constraintSpec")),
        warnings=tuple(work.warnings),
    )


def _check(work: _Work, item: Item) -> None:
    if item.element.tag == tag("specGrpRef"):
        target = item.element.get("target", "")
        work.warn(item, f"there is no {target!r}", "Give the specGrp that is meant this xml:id.")
    if item.element.tag not in KINDS:
        return
    if not item.element.get("ident"):
        raise item.fault("has no @ident", "Give the name of what it specifies.")
    mode = item.element.get("mode", "add")
    if mode not in _MODES:
        raise item.fault(f"@mode is {mode!r}", f"A mode is one of {', '.join(_MODES)}.")


def _selected(work: _Work, found: list[Item]) -> dict[str, Spec]:
    """What the modules and references bring in, before any change."""
    named = {item.element.get("key") for item in found if item.element.tag in _REFERENCES}
    specs: dict[str, Spec] = {}
    for item in sorted(found, key=_module_rank):
        if item.element.tag == tag("moduleRef") and not _is_foreign(item):
            specs.update((spec.ident, spec) for spec in _module(work, item) if spec.ident not in named)
    for item in found:
        if item.element.tag in _REFERENCES:
            key = item.element.get("key", "")
            known = work.source(item).by_ident
            if key not in known:
                raise item.fault(f"there is no {key!r} in the source", doubts.likely(key, list(known)))
            specs[key] = known[key]
    return specs


def _is_foreign(item: Item) -> bool:
    return item.element.tag == tag("moduleRef") and bool(item.element.get("url"))


def _module_rank(item: Item) -> int:
    return {"tei": 0, "core": 1}.get(item.element.get("key", ""), 2)


def _module(work: _Work, item: Item) -> Iterator[Spec]:
    """A module's classes, macros and datatypes, then those of its elements that are wanted."""
    key = item.element.get("key", "")
    source = work.source(item)
    if not key:
        raise item.fault("has neither @key nor @url", "Name a module of the TEI, or a RELAX NG grammar.")
    if key not in source.by_module:
        raise item.fault(
            f"there is no module {key!r} in {source.file.name}", doubts.likely(key, list(source.by_module))
        )
    wanted, unwanted = item.element.get("include", "").split(), item.element.get("except", "").split()
    members = source.by_module[key]
    unknown = {*wanted, *unwanted} - {spec.ident for spec in members}
    for name in sorted(unknown):
        work.warn(
            item, f"module {key!r} has no {name!r}", doubts.likely(name, [spec.ident for spec in members])
        )
    yield from (spec for spec in members if spec.kind != "element")
    for spec in members:
        if spec.kind == "element" and (spec.ident in wanted if wanted else spec.ident not in unwanted):
            yield spec


def _deleted(work: _Work, found: list[Item], specs: dict[str, Spec]) -> Iterator[str]:
    """The names of what is deleted; without a namespace, the one of that name, whatever its own is."""
    for item in found:
        if item.element.tag in KINDS and item.element.get("mode") == "delete":
            ident = item.element.get("ident", "")
            if not item.element.get("ns") or ident not in specs or work.means(item, specs[ident]):
                yield ident


def _apply(work: _Work, item: Item, specs: dict[str, Spec], deleted: frozenset[str]) -> None:
    """Add, change or replace one specification."""
    if item.element.tag not in KINDS:
        return
    ident, mode = item.element.get("ident", ""), item.element.get("mode", "add")
    if mode == "add":
        specs[ident] = Spec(item.element, item.file, own=True)
    elif ident not in specs:
        if not work.source(item).by_ident.get(ident):
            kind = item.element.tag
            known = [spec.ident for spec in work.source(item).by_ident.values() if spec.element.tag == kind]
            work.warn(item, f"there is no {ident!r} to {mode}", doubts.likely(ident, known))
    elif ident not in deleted and not work.means(item, specs[ident]):
        work.warn(item, f"{ident!r} of another namespace is meant, so nothing is done", _NAMESPACE)
    elif mode == "replace":
        specs[ident] = Spec(item.element, item.file, own=True)
    elif mode == "change":
        work.warnings.extend(doubts.of_values(item, specs[ident].element))
        specs[ident] = Spec(change_spec(specs[ident].element, item.element, deleted), item.file, own=True)


def _restrict_classes(found: list[Item], specs: dict[str, Spec]) -> None:
    """Keep of an attribute class only what a `classRef` with @include or @except leaves of it."""
    for item in found:
        wanted, unwanted = item.element.get("include", "").split(), item.element.get("except", "").split()
        spec = specs.get(item.element.get("key", ""))
        if item.element.tag != tag("classRef") or not (wanted or unwanted) or spec is None:
            continue
        change = item.element.makeelement(tag("classSpec"), {"ident": spec.ident})
        attributes = item.element.makeelement(tag("attList"))
        change.append(attributes)
        for name in (attribute.get("ident", "") for attribute in spec.element.iter(tag("attDef"))):
            if name not in wanted if wanted else name in unwanted:
                attributes.append(attributes.makeelement(tag("attDef"), {"ident": name, "mode": "delete"}))
        specs[spec.ident] = Spec(change_spec(spec.element, change, frozenset()), spec.file, own=True)
