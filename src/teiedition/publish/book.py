"""Print: `print/ID.pdf` a document, `print/edition.pdf` the whole edition, by `xslt/print.xsl` and Typst.

An edition that is too much for one book becomes volumes, `print/edition-1.pdf` and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from teiedition import tree
from teiedition.catalogue import C, Catalogue, volumes
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import last_change
from teiedition.publish.step import WHOLE, Step


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a document, and one for each volume of the book."""
    locale = assets.locale(catalogue.config.language)

    def typeset(name: str, source: Path | str, context: str, ids: Iterable[str], document: str) -> Step:
        modified = last_change(catalogue.records[id].get("changed", "") for id in ids)
        parameters = (("locale", str(locale)), ("modified", modified))
        stylesheet = assets.stylesheet("print.xsl")
        return Step(
            f"print/{name}.pdf", "typeset", source, document, stylesheet, context, parameters, (locale,)
        )

    for id, path in documents.items():
        yield typeset(id, path, catalogue.context("print", catalogue.records[id]), [id], id)
    if len(documents) < len(catalogue.records):
        return  # a book with a document missing would not be the book
    books = volumes(catalogue.records)
    for number, ids in enumerate(books, 1):
        name, volume = ("edition", "") if len(books) == 1 else (f"edition-{number}", f' volume="{number}"')
        texts = "".join(tree.read(documents[id]).text() for id in ids)
        source = f'<c:book xmlns:c="{C}"{volume}>{texts}</c:book>'
        yield typeset(name, source, catalogue.book_context(ids), ids, WHOLE)
