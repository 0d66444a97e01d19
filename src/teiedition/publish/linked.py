"""Linked data of the whole edition, put together from what the crosswalks made of each document."""

from __future__ import annotations

import json
from pathlib import Path

from teiedition import saxon
from teiedition.publish import bundles
from teiedition.publish.step import Step

PREFIXES = {
    "schema": "https://schema.org/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def turtle(step: Step) -> bytes:
    """The edition, its persons, places and organisations, its documents, as Turtle."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return "\n".join((head, *(both[0] for both in _resources(step)), *bundles.parts(step, "turtle"))).encode()


def json_ld(step: Step) -> bytes:
    """The same statements as one JSON-LD document."""
    nodes = ",\n".join((*(both[1] for both in _resources(step)), *bundles.parts(step, "jsonld")))
    return f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [\n{nodes}\n]}}\n'.encode()


def letters(step: Step) -> bytes:
    """The letters of the edition in one file, by the step's stylesheet."""
    source = (
        f'<c:letters xmlns:c="urn:teiedition:catalogue">{"".join(bundles.parts(step, "letter"))}</c:letters>'
    )
    return _run(step, source, *(name for name, _ in step.parameters)).encode()


def part(step: Step) -> bytes:
    """One part of the bundle that is the step's source; an empty object where the document has none."""
    name = dict(step.parameters)["part"]
    return str(bundles.read(str(step.source), name).get(name, "{}")).encode()


def _resources(step: Step) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = json.loads(_run(step, dict(step.parameters)["entities"]))
    return found


def _run(step: Step, source: str, *parameters: str) -> str:
    assert step.stylesheet is not None
    given: dict[str, saxon.Parameter] = {name: value for name, value in step.parameters if name in parameters}
    context = saxon.Xml(step.context)
    return (
        saxon.stylesheet(step.stylesheet).run(source, Path(step.output), {**given, "context": context}).text
    )
