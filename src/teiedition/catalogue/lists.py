"""The sources of the pages of works cited, of sources and of archives: their lists, and a page each."""

from __future__ import annotations

from teiedition.catalogue.citing import Cited
from teiedition.catalogue.holdings import Holding
from teiedition.catalogue.knowledge import Catalogue
from teiedition.catalogue.vocabulary import element, head, text


def bibliography(catalogue: Catalogue) -> str:
    """The source of the list of all works cited."""
    root = element("works")
    root.extend(cited.line() for cited in catalogue.works.values())
    return text(root)


def work(catalogue: Catalogue, cited: Cited) -> str:
    """The source of the page of a work."""
    root = cited.line()
    root.append(cited.entry())
    root.extend(element("form", form) for form in cited.forms())
    root.extend(cited.places(catalogue.records))
    return text(root)


def holdings(catalogue: Catalogue, kind: str) -> str:
    """The source of the list of sources or of archives; `kind` is `source` or `archive`."""
    root = element("holdings", kind=kind)
    found = catalogue.sources if kind == "source" else catalogue.archives
    root.extend(holding.line() for holding in found.values())
    return text(root)


def holding(catalogue: Catalogue, held: Holding) -> str:
    """The source of the page of a source or an archive: its documents in order."""
    root = held.line()
    if entity := catalogue.entities.get(held.ref):
        root.append(entity.with_links())
    root.extend(map(head, held.records))
    return text(root)
