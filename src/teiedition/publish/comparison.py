"""The pages on which the copies of a document are compared: `site/compare/ID.html`, ID the first copy.

Beside each stands the collation in TEI, `site/compare/ID.xml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition import collate
from teiedition.catalogue import C, Catalogue
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """Two steps a document with several copies, if all of them can be read."""
    locale = assets.locale(catalogue.config.language)
    for first, *others in sorted(set(catalogue.witnesses.values())):
        if not all(id in documents for id in (first, *others)):
            continue
        files = tuple(documents[id] for id in (first, *others))
        source, path = "\n".join(map(str, files)), f"compare/{first}.html"
        yield Step(f"site/compare/{first}.xml", "collation", source, first, watched=files)
        parameters = (("path", path), ("locale", str(locale)))
        context = catalogue.context("comparison")
        yield Step(
            f"site/{path}", "comparison", source, first, assets.stylesheet("html.xsl"), context, parameters,
            (locale, *files),
        )  # fmt: skip


def collation(step: Step) -> str:
    """The collation in TEI of the files that a step's source lists, the first being the base."""
    found = collate.witnesses([Path(line) for line in str(step.source).splitlines()])
    return collate.to_tei(found, collate.collate(found))


def page_source(step: Step) -> str:
    """The source of the page on which a collation is shown."""
    return f'<c:comparison xmlns:c="{C}">{collation(step)}</c:comparison>'
