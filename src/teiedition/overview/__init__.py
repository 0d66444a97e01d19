"""The whole edition at a glance: the sources of the pages that show it as a timeline, a table of
quantities, a network of names and a map. Their vocabulary stands in docs/architecture.md.

Each part is a function from the catalogue to the source of a page, or to None where the edition has
nothing for it. A part shows the most telling so much and counts the rest, so that a page of five
thousand documents is no longer than a reader can use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from teiedition.catalogue import Catalogue, name
from teiedition.overview import network, places, quantities, timeline
from teiedition.overview.glance import base, of_document
from teiedition.tree import Element

PARTS: Mapping[str, Callable[[Catalogue], Element | None]] = {
    "timeline": timeline.source,
    "quantities": quantities.source,
    "network": network.source,
    "map": places.source,
}
"""The parts in the order in which they are shown; each has its page `overview-NAME.html`."""
OVERVIEW = "overview.html"
__all__ = ["OVERVIEW", "PARTS", "base", "of_document", "pages"]


def pages(catalogue: Catalogue) -> dict[str, str]:
    """The sources of all pages of the overview, by their path in the site; none for an empty edition."""
    if not catalogue.has_overview:
        return {}
    made = {part: source for part, make in PARTS.items() if (source := make(catalogue)) is not None}
    names = list(made)
    sources = {OVERVIEW: etree.Element(name("overview"), nsmap={"c": name("")[1:-1]})}
    sources.update({f"overview-{part}.html": source for part, source in made.items()})
    for source in sources.values():
        source.extend(etree.Element(name("part"), name=part) for part in names)
    return {path: etree.tostring(source, encoding="unicode") for path, source in sources.items()}
