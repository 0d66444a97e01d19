"""Bundles: all that is published of one document for machines, in one file, each part readable alone.

A file of lines: the name of a part, a tab, the part as JSON. `id`; the document in each format as text
(`oai_dc tei mods …`, `html`, `turtle`, `jsonld`, and if there are such `letter`, `manifest`); `units`; its
rows of each table (tables.py). Bundles are not published themselves; the catalogue and the files of `data/`
are made of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from teiedition.publish.step import Step

Bundle = dict[str, Any]


def written(bundle: Mapping[str, Any]) -> bytes:
    """A bundle as the bytes of its file."""
    return "".join(
        f"{name}\t{json.dumps(bundle[name], ensure_ascii=False)}\n" for name in sorted(bundle)
    ).encode()


def read(file: str, *wanted: str) -> Bundle:
    """The parts `wanted` of a bundle; all if none is named. A part that the document has not is missing."""
    with open(file, "rb") as lines:
        named = (line.partition(b"\t") for line in lines)
        return {
            name.decode(): json.loads(part)
            for name, _, part in named
            if not wanted or name.decode() in wanted
        }


def parts(step: Step, name: str) -> Iterator[Any]:
    """One part of each bundle that a step's source lists, where there is one."""
    start = f"{name}\t".encode()
    for file in str(step.source).splitlines():
        with open(file, "rb") as lines:
            for line in lines:
                if line.startswith(start):
                    yield json.loads(line[len(start) :])
                    break
