"""Pictures that documents name and the edition's folders hold: they are published beside the pages.

A document names a picture by its path from the document's own file. Nothing outside the edition's folder is
ever published, whatever a document names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from teiedition.catalogue.vocabulary import element, name
from teiedition.config import Config
from teiedition.tree import Element

FOLDER = "pictures"
IMAGES = "images/"
"""The edition's own pictures of its pages are published under this path as they are (`site/images`)."""
SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif")
"""The kinds of pictures that browsers show."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place in the site, and its file."""

    path: str
    file: Path


def pictures(config: Config, record: Element, origin: Path) -> dict[str, Picture]:
    """The pictures that a document names, by how it names them; `origin` is its own file."""
    root = config.folder.resolve()
    found = {url: _file(config, url, origin) for url in _named(record)}
    return {
        url: Picture(f"{FOLDER}/{file.relative_to(root).as_posix()}", file)
        for url, file in found.items()
        if file is not None
    }


def in_folder(config: Config) -> Iterator[Path]:
    """The pictures in the TEI folder, which a document may name."""
    return (file for file in config.tei.rglob("*") if file.suffix.lower() in SUFFIXES)


def picture_lines(record: Element, found: Mapping[str, Picture]) -> Iterator[Element]:
    """What a page is told of pictures: a `c:picture` each, without @path if there is no file."""
    for url in _named(record):
        path = found[url].path if url in found else url if url.startswith(IMAGES) else ""
        yield element("picture", url=url, path=path)


def _named(record: Element) -> list[str]:
    return [picture.get("url", "") for picture in record.iterchildren(name("picture"))]


def _file(config: Config, url: str, origin: Path) -> Path | None:
    root, relative = config.folder.resolve(), unquote(url.split("?")[0])
    for base in (origin.parent, config.tei, config.folder):
        file = (base / relative).resolve()
        if file.suffix.lower() in SUFFIXES and file.is_relative_to(root) and file.is_file():
            return file
    return None
