"""The reading site: `site/…`. Every page is made by `xslt/html.xsl`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from teiedition import overview
from teiedition.catalogue import ORDERS, Catalogue, parts, places
from teiedition.catalogue import path as part_path
from teiedition.publish import comparison, facets, identity, lists
from teiedition.publish.assets import Assets
from teiedition.publish.step import Step

COPIED = ("js", "images")
LISTS = {"date": "documents.html", "title": "documents-title.html", "genre": "documents-genre.html"}


def steps(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a page, one a TEI file to download, one a static file."""
    locale = assets.locale(catalogue.config.language)

    def page(path: str, source: Path | str, context: str, document: str = "") -> Step:
        parameters = (("path", path), ("locale", str(locale)))
        stylesheet = assets.stylesheet("html.xsl")
        return Step(f"site/{path}", "transform", source, document, stylesheet, context, parameters, (locale,))

    bases: set[str] = set()
    for id, file in documents.items():
        record = catalogue.records[id]
        names, seen = parts(record), overview.of_document(catalogue, record)
        bases.update(one.get("base", "") for one in seen)
        for part in names or [""]:
            more = () if part else seen
            context = catalogue.context("document", record, part if names else None, more)
            yield page(part_path(id, part), file, context, id)
        if names:
            yield Step(f"site/{id}/places.js", "copy", places(record), id)
    for base in sorted(bases - {""}):
        yield Step(f"site/maps/{base}.svg", "map base", base, "", assets.stylesheet("map-base.xsl"))
    yield from _downloads(catalogue, documents, assets)
    for old in catalogue.former:
        yield page(f"{old}.html", catalogue.moved(old), catalogue.context("moved"))
    yield from comparison.steps(catalogue, documents, assets)
    yield page("index.html", catalogue.home(), catalogue.context("home"))
    yield page("404.html", catalogue.missing(), catalogue.context("moved"))
    yield page("search.html", facets.page(catalogue), catalogue.context("search"))
    for stem in catalogue.pages:
        yield page(f"{stem}.html", catalogue.config.pages / f"{stem}.xml", catalogue.context("editorial"))
    for order in ORDERS:
        yield page(LISTS[order], catalogue.documents(order), catalogue.context("list"))
    sources = lists.lists(catalogue)
    for plural, source in sources.items():
        yield page(f"{plural}.html", source, catalogue.context("list"))
    for address, source in lists.entries(catalogue):
        yield page(address, source, catalogue.context("entity"))
    for name, content in lists.files(catalogue, sources):
        yield Step(f"site/{name}", "copy", content)
    for entity in catalogue.entities.values():
        yield page(entity.path, catalogue.entity(entity), catalogue.context("entity"))
    for name, source in overview.pages(catalogue).items():
        yield page(name, source, catalogue.context("overview"))
    yield from _for_robots(catalogue, assets)
    pictures = {picture for found in catalogue.pictures.values() for picture in found.values()}
    for picture in sorted(pictures, key=lambda picture: picture.path):
        yield Step(f"site/{picture.path}", "copy", picture.file)
    for folder in COPIED:
        for name, path in assets.files(folder).items():
            yield Step(f"site/{folder}/{name}", "copy", path)
    yield from _style(assets.files("css"))


def _for_robots(catalogue: Catalogue, assets: Assets) -> Iterator[Step]:
    """What leads a search engine: robots.txt, and the site map with the same pages as that of the data."""
    context, sheet = catalogue.context("list"), assets.stylesheet("sitemap.xsl")
    yield Step("site/sitemap.xml", "transform", catalogue.sitemap(), "", sheet, context)
    yield Step("site/robots.txt", "copy", identity.robots(catalogue.config, "sitemap.xml"))


def _downloads(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """What a reader takes along of a document: its TEI, its plain text, its citation in several formats."""
    locale, context = assets.locale(catalogue.config.language), catalogue.context("citation")
    text, citations = assets.stylesheet("text.xsl"), assets.stylesheet("citations.xsl")
    for id, file in documents.items():
        parameters = (("path", f"{id}.html"), ("locale", str(locale)))
        yield Step(f"site/{id}.xml", "copy", file, id)
        yield Step(f"site/{id}.txt", "transform", file, id, text, context, parameters, (locale,))
        yield Step(f"site/cite/{id}/", "citations", file, id, citations, context, parameters, (locale,))


def _style(files: Mapping[str, Path]) -> Iterator[Step]:
    """`css/edition.css` with all that it imports, and pictures; its parts need no files of their own."""
    parts = tuple(path for name, path in files.items() if name.endswith(".css"))
    for name, path in files.items():
        if name == "edition.css":
            yield Step(f"site/css/{name}", "stylesheet", path, watched=parts)
        elif path not in parts:
            yield Step(f"site/css/{name}", "copy", path)
