"""How each kind of step makes its bytes. Runs in worker processes; nothing here writes a file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import typst

from teiedition import overview, saxon, tree, validate
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.publish import (
    bundles,
    citestructure,
    comparison,
    database,
    epub,
    linked,
    search,
    static,
    tables,
    works,
)
from teiedition.publish.step import Step
from teiedition.publish.typesetting import is_far, typeset

Made = tuple[bytes | Mapping[str, bytes], tuple[str, ...]]
"""An output's bytes (of a folder, its files' by path), and the stylesheet's messages."""


def make(step: Step) -> Made:
    """Carry out a step. Raises InputError when its source or the stylesheet won't have it."""
    return ACTIONS[step.action](step)


def _copy(step: Step) -> Made:
    return (step.source.encode() if isinstance(step.source, str) else read_bytes(step.source)), ()


def _stylesheet(step: Step) -> Made:
    """A style sheet with each part that it imports in the place of its @import: pages then load one file."""
    assert isinstance(step.source, Path)
    parts = {path.name.encode(): path for path in step.watched}

    def part(found: re.Match[bytes]) -> bytes:
        return read_bytes(parts[found[1]]) if found[1] in parts else found[0]

    return _IMPORT.sub(part, read_bytes(step.source)), ()


_IMPORT = re.compile(rb'@import "([^"]+)";')


def _transform(step: Step) -> Made:
    result = _transformed(step)
    return result.text.encode(), result.messages


def _typeset(step: Step) -> Made:
    """TEI to Typst by XSLT, Typst to a tagged PDF/A-2a (ISO 19005-2).

    The fonts are Typst's own, the same everywhere. Characters that they lack are looked for in the
    system's fonts; a PDF with characters that no font shows is made all the same, and says so. So is one
    that can't be made to the standard, such as one with links that have no words.
    """
    result = _transformed(step)
    far = is_far(result.text)
    try:
        return typeset(result.text, system_fonts=far), result.messages
    except typst.TypstError as error:
        if "PDF/A" in error.message and _MISSING not in error.message:
            words = f"print is a PDF, but none for archives: {error.message}"
            made = typeset(result.text, system_fonts=far, archival=False)
            return made, (*result.messages, words)
        if _MISSING not in error.message:
            raise InputError(f"can't be typeset: {error.message}; {error.diagnostic}", _file(step)) from error
    try:
        return typeset(result.text, system_fonts=True), result.messages
    except typst.TypstError as error:
        words = f"print lacks a font ({error.message.split(': ', 1)[-1]}): install one, such as Noto"
        return typeset(result.text, system_fonts=True, archival=False), (*result.messages, words)


_MISSING = "could not be displayed"


def _transformed(step: Step) -> saxon.Result:
    assert step.stylesheet is not None
    source = step.source if isinstance(step.source, str) else tree.read(step.source).text()
    parameters: dict[str, saxon.Parameter] = dict(step.parameters)
    if step.context:
        parameters["context"] = saxon.Xml(step.context)
    for name, path in list(parameters.items()):
        if name == "locale":
            parameters[name] = _document(Path(str(path)))
    return saxon.stylesheet(step.stylesheet).run(source, _file(step), parameters)


def _citations(step: Step) -> Made:
    """A document's citation in each format: what the stylesheet made, as files named after the document."""
    result = _transformed(step)
    formats: dict[str, str] = json.loads(result.text)
    return {f"{step.document}.{ending}": text.encode() for ending, text in formats.items()}, result.messages


def _check(step: Step) -> Made:
    """What is wrong with a TEI file, as JSON. A worker reads grammar and authority files once."""
    assert isinstance(step.source, Path)
    places = {name: Path(value) for name, value in step.parameters if value}
    found = validate.validate([step.source], schema=places["schema"], authority=places.get("authority"))
    return json.dumps([asdict(problem) | {"file": str(problem.file)} for problem in found]).encode(), ()


def _crosswalk(step: Step) -> Made:
    """A document's bundle: what the stylesheet made of it, the document itself, its rows in tables."""
    assert isinstance(step.source, Path)
    result = _transformed(step)
    file = tree.read(step.source)
    bundle = json.loads(result.text) | {"id": step.document, "tei": file.text()}
    declared = citestructure.declared(file.root)
    bundle["units"] = citestructure.rows(declared, bundle["units"])
    (record,) = step.watched
    rows = tables.rows_of(tree.parse(read_bytes(record), record), bundle)
    del bundle["cited"]
    return bundles.written(bundle | rows), (*result.messages, *declared.messages)


@cache
def _document(path: Path) -> saxon.Xml:
    return saxon.Xml(read_bytes(path).decode())


def _file(step: Step) -> Path:
    return step.source if isinstance(step.source, Path) else Path(step.output)


def _plain(make: Callable[[Step], bytes | Mapping[str, bytes]]) -> Callable[[Step], Made]:
    return lambda step: (make(step), ())


ACTIONS: Mapping[str, Callable[[Step], Made]] = {
    "copy": _copy,
    "check": _check,
    "stylesheet": _stylesheet,
    "transform": _transform,
    "citations": _citations,
    "collation": _plain(lambda step: comparison.collation(step).encode()),
    "comparison": lambda step: _transform(replace(step, source=comparison.page_source(step))),
    "map base": lambda step: _transform(replace(step, source=overview.base(str(step.source)))),
    "typeset": _typeset,
    "epub": epub.bind,
    "crosswalk": _crosswalk,
    "bibliography": _plain(works.bibliography),
    "catalogue.sqlite": _plain(database.database),
    "csv": _plain(tables.csv_file),
    "parquet": _plain(tables.parquet_file),
    "ttl": _plain(linked.turtle),
    "jsonld": _plain(linked.json_ld),
    "letters": _plain(linked.letters),
    "part": _plain(linked.part),
    "static oai": _plain(static.oai_repository),
    "static dts": _plain(static.dts_files),
    "search words": _plain(search.words),
    "search index": _plain(search.index),
}
