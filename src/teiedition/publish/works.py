"""The works that the edition cites: `data/bibliography.xml` (TEI), `.json` (CSL-JSON), `.bib` (BibTeX)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.annotate.bibliography import Work, bibtex, csl, gather, listbibl
from teiedition.catalogue import Catalogue
from teiedition.publish.assets import Assets
from teiedition.publish.step import WHOLE, Step
from teiedition.tree import Element

_TEI = f"""<TEI xmlns="{tree.TEI}">
<teiHeader><fileDesc>
<titleStmt><title>Works cited</title></titleStmt>
<publicationStmt><p>Part of the edition.</p></publicationStmt>
<sourceDesc><p>Gathered from the citations in the edition's documents.</p></sourceDesc>
</fileDesc></teiHeader>
<standOff/>
</TEI>"""


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a format; none while a document can't be read, for then works would be missing."""
    if len(documents) == len(catalogue.records):
        files = tuple(documents[id] for id in catalogue.records)
        for suffix in FORMATS:
            name = f"data/bibliography.{suffix}"
            yield Step(name, "bibliography", suffix, WHOLE, watched=files)


def bibliography(step: Step) -> bytes:
    """The works cited in the documents that the step watches, in the format that it names."""
    works = gather(map(tree.read, step.watched))
    return FORMATS[str(step.source)](works).encode()


def _tei(works: Sequence[Work]) -> str:
    root = etree.fromstring(_TEI)
    bibliography = listbibl.element(works)
    for place in bibliography.iter(tree.tag("ref")):
        place.set("target", f"../site/{place.get('target')}")  # where the build puts the documents
    _standoff(root).append(bibliography)
    etree.indent(root)
    text: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _standoff(root: Element) -> Element:
    return next(root.iter(tree.tag("standOff")))


def _csl(works: Sequence[Work]) -> str:
    return json.dumps(csl.items(works), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Work]], str]] = {"xml": _tei, "json": _csl, "bib": bibtex.text}
