"""Web pages (.html).

notes.py  which links are marks of notes, and which elements the notes    writer.py  blocks and words
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from teiedition.errors import InputError
from teiedition.model import Source
from teiedition.sources.composer import Composer
from teiedition.sources.decoding import decode
from teiedition.sources.html.notes import find
from teiedition.sources.html.writer import Writer
from teiedition.tree import Element

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_END = re.compile(r"</(?:body|html)\s*>", re.I)  # libxml2 drops what stands after them; browsers don't
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
ATTRIBUTES = 1000  # of one tag: libxml2 takes time by their square
_ANEW = "Open it in a browser and save it anew, or save its text."
_EMPTY = "If the page fills itself by a script, save it from the browser once it shows its text."


def read(path: Path, data: bytes) -> Source:
    """A page's text and structure; scripts, styles, forms and what is hidden are left out.

    The encoding is the page's own word where it has one and it holds.
    """
    text, encoding = _decoded(path, data)
    root = _parsed(path, text)
    composer = Composer()
    writer = Writer(composer, find(root))
    writer.element(root)
    writer.finish()
    source = composer.source(path, "html", _EMPTY)
    return Source(path, source.text, "html", source.spans, source.attachments, encoding)


def _parsed(path: Path, text: str) -> Element:
    """The root of a page. What its parser gives up on is an error: it would leave out the rest."""
    if any(len(_QUOTED.sub("", tag[0]).split()) > ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise InputError(f"has a tag of more than {ATTRIBUTES} attributes", path, remedy=_ANEW)
    parser = etree.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_END.sub("", _DECLARATION.sub("", text)), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"can't be read as HTML: {error.msg}", path, remedy=_ANEW) from None
    fatal = next((entry for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), None)
    if fatal:
        reason = fatal.message.strip().split(",")[0]
        raise InputError(f"can't be read as HTML: {reason}", path, fatal.line, remedy=_ANEW)
    if root is None:
        raise InputError("holds no text", path, remedy=_EMPTY)
    return root


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    if declared and b"\0" not in data:
        try:
            name = declared[1].decode().lower()
            name = "windows-1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name  # as browsers do
            return data.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself
    return decode(data, path)
