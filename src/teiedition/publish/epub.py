"""E-books (EPUB 3.3): `epub/ID.epub` a document, `epub/edition.epub` the edition, in volumes as in print.

A document becomes a chapter by `xslt/epub-chapter.xsl`, which is kept and not published; chapters become a
book by `xslt/epub.xsl`. So a changed document has its chapter made anew, and the two books it is bound in.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teiedition import saxon
from teiedition.catalogue import C, Catalogue, Cited, volumes
from teiedition.catalogue.pictures import IMAGES
from teiedition.files import read_bytes
from teiedition.harvest.identifiers import identifier
from teiedition.publish import identity
from teiedition.publish.assets import Assets
from teiedition.publish.ledger import last_change
from teiedition.publish.step import WHOLE, Step
from teiedition.publish.typesetting import drawn
from teiedition.tree import Element

FOLDER = "chapters"
PAGES = "pages/"
"""Before the name of an editorial page, among the chapters."""
PICTURES = (".gif", ".jpg", ".jpeg", ".png", ".svg", ".webp")
"""The pictures that every reading system shows (EPUB 3.3, 3.2)."""
COVER = (1200, 1600)
"""Width and height in pixels of an edition's cover, a picture, since some readers show no drawing. The book
of one document has the drawing: the picture would be most of the book."""
_PICTURE = re.compile(r'<img src="([^"]+)"')
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def chapters(catalogue: Catalogue, documents: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step for each document and each of the edition's own pages."""
    locale, sheet = assets.locale(catalogue.config.language), assets.stylesheet("epub-chapter.xsl")

    def chapter(name: str, source: Path, context: str, document: str = "") -> Step:
        parameters = (("path", f"{Path(name).name}.html"), ("locale", str(locale)))
        output = f"{FOLDER}/{name}.xml"
        return Step(output, "transform", source, document, sheet, context, parameters, (locale,))

    for id, path in documents.items():
        yield chapter(id, path, catalogue.context("document", catalogue.records[id]), id)
    for stem in catalogue.pages:
        path = catalogue.config.pages / f"{stem}.xml"
        yield chapter(PAGES + stem, path, catalogue.context("editorial"))


def steps(catalogue: Catalogue, chapters: Mapping[str, Path], assets: Assets) -> Iterator[Step]:
    """One step a document, and one for each volume of the edition; `chapters` are their files by name."""
    host = identity.facts(catalogue.config)["identifier"]
    locale, style = assets.locale(catalogue.config.language), assets.files("css")["book.css"]
    pictures, works = _pictures(catalogue, assets), _Works(catalogue)

    def book(name: str, kind: str, parts: Sequence[str], document: str, volume: str = "") -> Step:
        ids = [part for part in parts if not part.startswith(PAGES)]
        files = [chapters[part] for part in parts]
        shown = _shown(files, pictures)
        modified = last_change(catalogue.records[id].get("changed", "") for id in ids)
        parameters = (
            ("identifier", identifier(host, name)), ("modified", modified),
            ("volume", volume), ("pictures", "\n".join(shown)), ("locale", str(locale)), ("kind", kind),
        )  # fmt: skip
        return Step(
            f"epub/{name}.epub", "epub", "\n".join(map(str, files)), document,
            assets.stylesheet("epub.xsl"), works.added_to(catalogue.book_context(ids), ids), parameters,
            (locale, style, *shown.values()),
        )  # fmt: skip

    for id in catalogue.records:
        if id in chapters:
            yield book(id, "document", [id], id)
    if not catalogue.records.keys() <= chapters.keys():
        return  # a book with a document missing would not be the book
    pages = [name for stem in catalogue.pages if (name := PAGES + stem) in chapters]
    books = volumes(catalogue.records)
    for number, ids in enumerate(books, 1):
        one = len(books) == 1
        name, volume = ("edition", "") if one else (f"edition-{number}", str(number))
        yield book(name, "edition", [*pages, *ids], WHOLE, volume)


class _Works:
    """The works cited, by the documents that cite them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._order = {id: place for place, id in enumerate(catalogue.works)}
        self._cited_in: dict[str, list[Cited]] = defaultdict(list)
        for cited in catalogue.works.values():
            for document in cited.citations:
                self._cited_in[document].append(cited)

    def added_to(self, context: str, ids: Sequence[str]) -> str:
        """A context with the works that these documents cite, in the order of a bibliography."""
        root = etree.fromstring(context)
        lines: dict[str, Element] = {}
        for id in ids:
            for cited in self._cited_in.get(id, ()):
                line = lines.setdefault(cited.id, cited.line())
                etree.SubElement(line, f"{{{C}}}in", id=id, at=cited.citations[id][0][0].anchor)
        root.extend(lines[id] for id in sorted(lines, key=self._order.__getitem__))
        return etree.tostring(root, encoding="unicode")


def _pictures(catalogue: Catalogue, assets: Assets) -> dict[str, Path]:
    """What can be packed of the site's pictures, by their paths in it."""
    own = {f"{IMAGES}{name}": path for name, path in assets.files("images").items()}
    named = {
        picture.path: picture.file for found in catalogue.pictures.values() for picture in found.values()
    }
    return {name: path for name, path in (own | named).items() if path.suffix.lower() in PICTURES}


def _shown(files: Sequence[Path], pictures: Mapping[str, Path]) -> dict[str, Path]:
    """The pictures that chapters show, by their paths in the site."""
    if not pictures:
        return {}
    found = {unquote(path) for file in files for path in _PICTURE.findall(read_bytes(file).decode())}
    return {name: path for name, path in pictures.items() if name in found}


def bind(step: Step) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of an e-book, and the stylesheet's messages."""
    assert step.stylesheet is not None
    facts = dict(step.parameters)
    locale, style, *pictures = step.watched
    texts = "".join(read_bytes(Path(file)).decode() for file in str(step.source).splitlines())
    source = f'<c:book xmlns:c="{C}">{texts}</c:book>'
    parameters: dict[str, saxon.Parameter] = {
        **facts,
        "context": saxon.Xml(step.context),
        "locale": saxon.Xml(read_bytes(locale).decode()),
    }
    result = saxon.stylesheet(step.stylesheet).run(source, Path(step.output), parameters)
    made: dict[str, str] = json.loads(result.text)
    files = {name: text.encode() for name, text in made.items()}
    files["EPUB/book.css"] = read_bytes(style)
    if facts["kind"] == "edition":
        files["EPUB/cover.png"] = drawn(files.pop("EPUB/cover.svg").decode(), *COVER)
    for number, picture in enumerate(pictures, 1):
        files[f"EPUB/pictures/{number}{picture.suffix.lower()}"] = read_bytes(picture)
    return packed(files), result.messages


def packed(files: Mapping[str, bytes]) -> bytes:
    """A container (EPUB 3.3, 4): the media type first and as it is, all files with one and the same date."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        book.writestr(_entry("mimetype", zipfile.ZIP_STORED), b"application/epub+zip")
        for name in sorted(files):
            book.writestr(_entry(name, zipfile.ZIP_DEFLATED), files[name])
    return archive.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type, entry.create_system, entry.external_attr = method, 3, 0o644 << 16
    return entry
