"""Navigation: the citable units of a document, from the root, a unit or a range, to the depth asked for."""

from __future__ import annotations

from collections.abc import Sequence

from teiedition.harvest.answer import Answer
from teiedition.harvest.dts.collection import resource
from teiedition.harvest.dts.request import Fault, Request
from teiedition.harvest.dts.writing import Json, view, written
from teiedition.harvest.repository import Unit

Range = tuple[int, int]
"""Where in the list of units the first and the last asked for stand."""


def answer(request: Request) -> Answer:
    """The units asked for (specification, Usage of `down`, `ref`, `start` and `end`)."""
    id = request.resource()
    units = units_of(request, id)
    span = passage(request, units)
    down, page = request.number("down", -1), request.number("page", 1)
    members = _members(request, units, span, down)
    facts: Json = {
        "@id": request.links.asked(request.address, request.parameters),
        "@type": "Navigation",
        "resource": resource(request, id),
    }
    if span is not None:
        names = ("ref", "ref") if "ref" in request.parameters else ("start", "end")
        facts |= {name: _unit(units[place]) for name, place in zip(names, span, strict=True)}
    if members is not None:
        size = request.links.units
        last = max(1, -(-len(members) // size))
        if page is not None and page > last:
            raise Fault(404, f"there is no page {page}; the last is {last}")
        start = ((page or 1) - 1) * size
        facts["member"] = [_unit(unit) for unit in members[start : start + size]]
        if last > 1 or page is not None:
            facts["view"] = view(request.address, request.parameters, page or 1, last)
    return written(facts)


def units_of(request: Request, id: str) -> Sequence[Unit]:
    """The units of the tree that is asked for, the default where none is. Raises Fault."""
    tree = request.parameters.get("tree", "")
    if tree and tree not in request.repository.trees(id):
        raise Fault(404, "the document has no citation tree of this name; leave out tree for the default")
    return request.repository.units(id, tree)


def passage(request: Request, units: Sequence[Unit]) -> Range | None:
    """The passage that `ref` or `start` and `end` name; None where they are absent. Raises Fault."""
    given = request.parameters
    if "ref" in given and ("start" in given or "end" in given):
        raise Fault(400, "ref can't be used together with start and end")
    if ("start" in given) != ("end" in given):
        raise Fault(400, "start and end are used together")
    names = [given[name] for name in ("ref", "start", "end") if name in given]
    if not names:
        return None
    places = {unit.name: place for place, unit in enumerate(units)}
    if missing := [name for name in names if name not in places]:
        raise Fault(404, f"the document has no passage {missing[0][:80]}")
    first, last = places[names[0]], places[names[-1]]
    if first > last:
        raise Fault(400, "start comes after end")
    return first, last


def _members(
    request: Request, units: Sequence[Unit], span: Range | None, down: int | None
) -> Sequence[Unit] | None:
    if down is None:
        if span is None:
            raise Fault(400, "one of down, ref, or start and end is needed")
        return None
    if down == 0:
        if span is None or "ref" not in request.parameters:
            raise Fault(400, "down=0 goes with ref only")
        parent = units[span[0]].parent
        return [unit for unit in units if unit.parent == parent]
    if span is None:
        return [unit for unit in units if down < 0 or unit.level <= down]
    first, last = span
    end = last + 1
    while end < len(units) and units[end].level > units[last].level:
        end += 1
    deepest = max(units[first].level, units[last].level) + down
    return [unit for unit in units[first:end] if down < 0 or unit.level <= deepest]


def _unit(unit: Unit) -> Json:
    facts: Json = {
        "identifier": unit.name, "@type": "CitableUnit", "level": unit.level, "parent": unit.parent or None,
        "citeType": unit.type,
    }  # fmt: skip
    return facts | ({"dublinCore": {"title": [{"lang": "und", "value": unit.title}]}} if unit.title else {})
