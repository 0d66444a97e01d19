"""Print: `print/ID.pdf` a document, `print/edition.pdf` the whole edition, by `xslt/print.xsl` and Typst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition import tree
from teiedition.catalogue import C, Catalogue
from teiedition.publish.assets import Assets
from teiedition.publish.step import WHOLE, Step


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a document, and one for the book."""
    locale = assets.locale(catalogue.config.language)

    def typeset(name: str, source: Path | str, context: str, document: str = "") -> Step:
        parameters = (("locale", str(locale)),)
        stylesheet = assets.stylesheet("print.xsl")
        return Step(f"print/{name}.pdf", "typeset", source, document, stylesheet, context, parameters, (locale,))

    for id, path in documents.items():
        yield typeset(id, path, catalogue.context("print", catalogue.records[id]), id)
    if len(documents) == len(catalogue.records):  # a book with a document missing would not be the book
        book = "".join(tree.read(documents[id]).text() for id in catalogue.records)
        yield typeset("edition", f'<c:book xmlns:c="{C}">{book}</c:book>', catalogue.context("book"), WHOLE)
