"""Texts encoded for tests, and their TEI in a form that is easy to compare."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from teiedition import tree
from teiedition.authority import Authority
from teiedition.config import Config
from teiedition.encode import EncodedDocument, encode
from teiedition.model import Source, Span


def documents(
    text: str,
    name: str = "source.txt",
    authority: Authority | None = None,
    spans: tuple[Span, ...] = (),
    **own: dict[str, Any],
) -> tuple[EncodedDocument, ...]:
    """The documents of a text; `own` is what a collection says under [encode]."""
    path = Path(name)
    source = Source(path, text, path.suffix.removeprefix("."), spans)
    return encode(source, Config(folder=Path(), encode=own), authority)


def only(text: str, **more: Any) -> EncodedDocument:
    """The only document of a text."""
    (document,) = documents(text, **more)
    return document


def root(document: EncodedDocument) -> tree.Element:
    return tree.parse(document.tei.encode(), Path(f"{document.id}.xml"))


def lines(document: EncodedDocument, name: str = "text") -> list[str]:
    """The lines of the first element `name`, without indentation; of `text`, what `body` and `front` hold."""
    element = next(root(document).iter(tree.tag(name)))
    xml = etree.tostring(element, encoding="unicode", with_tail=False).replace(f' xmlns="{tree.TEI}"', "")
    found = [line.strip() for line in xml.split("\n")]
    frame = re.compile(r"</?(?:text|front|body)\b[^<>]*>")
    return [line for line in found if not (name == "text" and frame.fullmatch(line))]


def text(words: str, **more: Any) -> str:
    """What becomes of a text without a title: the lines of its only document's TEI."""
    return "\n".join(lines(only(words, **more)))


def words(document: EncodedDocument, path: str) -> list[str]:
    """The words of the elements that a path with TEI names ("sp/speaker") leads to."""
    steps = "/".join(re.sub(r"^[\w]+", lambda found: tree.tag(found[0]), step) for step in path.split("/"))
    return [" ".join("".join(found.itertext()).split()) for found in root(document).iterfind(f".//{steps}")]
