"""Parts of a text that lie in other files of its corpus (W3C XInclude 1.1), put where they are called for.

Only files inside the corpus' own folder are ever read, and only as far as the text asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag

from teiedition import tree
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.tree import Element

NAMESPACE = "http://www.w3.org/2001/XInclude"
_INCLUDE, _FALLBACK = f"{{{NAMESPACE}}}include", f"{{{NAMESPACE}}}fallback"
_DOCUMENTS = (tree.tag("TEI"), tree.tag("teiCorpus"))
_ID = re.compile(r"(?:(?:xpointer\(id|element)\(['\"]?)?([\w.-]+)['\"]?\)*")
"""The pointers that are understood: a bare id, `element(id)`, `xpointer(id('id'))`."""
_MOST = 20_000
"""So many parts a text may have; more are a file that calls for itself by a detour."""


@dataclass(slots=True)
class Inclusion:
    """What became of the calls for other files in one text.

    `included` are the files that are part of it now; `documents` those that are texts of their own, which
    the corpus has anyway; `failed` says which calls led nowhere, and why.
    """

    included: set[Path] = field(default_factory=set)
    documents: set[Path] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)


def include(root: Element, file: Path, folder: Path) -> Inclusion:
    """Put the parts in place that `root`, which came from `file`, calls for; `root` is changed.

    A call for a whole TEI document is taken away: it stays a document. A call that leads nowhere is answered
    by its xi:fallback, else it stays in the text.
    """
    found = Inclusion()
    _Includer(folder.resolve(), found).within(root, file.resolve(), ())
    return found


class _Includer:
    """Answers the calls in a tree, and those in what it puts there."""

    def __init__(self, folder: Path, found: Inclusion) -> None:
        self.folder, self.found = folder, found
        self.left = _MOST

    def within(self, root: Element, file: Path, above: tuple[Path, ...]) -> None:
        for call in list(_calls(root)):
            self.left -= 1
            try:
                self._answer(call, file, (*above, file))
            except _Unanswered as reason:
                fallback = call.find(_FALLBACK)
                if fallback is None:
                    self.found.failed.append(f"calls for {call.get('href', 'a part')!r}, {reason}")
                else:
                    _replace(call, list(fallback), fallback.text or "")

    def _answer(self, call: Element, file: Path, above: tuple[Path, ...]) -> None:
        target = self._target(call, file)
        if call.get("parse", "xml") == "text":
            _replace(call, [], read_bytes(target).decode(call.get("encoding", "utf-8"), "replace"))
            return
        try:
            root = tree.parse(read_bytes(target), target)
        except InputError as error:
            raise _Unanswered(str(error)) from None
        pointer = call.get("xpointer") or call.get("fragid") or urldefrag(call.get("href", "")).fragment
        if root.tag in _DOCUMENTS and not pointer:
            self.found.documents.add(target)
            _replace(call, [], "")
            return
        if target in above:
            raise _Unanswered("which is this text itself")
        part = _part(root, pointer) if pointer else root
        self.within(part, target, above)
        self.found.included.add(target)
        _replace(call, [part], "")

    def _target(self, call: Element, file: Path) -> Path:
        if self.left < 0:
            raise _Unanswered(f"but has more than {_MOST} parts already")
        href = unquote(urldefrag(call.get("href", "")).url)
        target = (file.parent / href).resolve() if href else file
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", href) or not target.is_relative_to(self.folder):
            raise _Unanswered("which lies outside the folder and is not read")
        if not target.is_file():
            raise _Unanswered("and there is no such file")
        return target


class _Unanswered(Exception):
    """Why a call can't be answered, as the end of a sentence."""


def _calls(root: Element) -> Iterator[Element]:
    """The outermost calls: those in a fallback are none unless it is used."""
    return (call for call in root.iter(_INCLUDE) if next(call.iterancestors(_INCLUDE), None) is None)


def _part(root: Element, pointer: str) -> Element:
    known = _ID.fullmatch(pointer)
    found = [part for part in root.iter() if known and part.get(tree.XML_ID) == known[1]]
    if not found:
        raise _Unanswered(f"of which it wants {pointer!r}, and that is not there")
    return deepcopy(found[0])


def _replace(call: Element, parts: list[Element], text: str) -> None:
    """Put parts, after some text, into the place of a call; what follows it stays."""
    parent = call.getparent()
    if parent is None:
        return
    place, after = parent.index(call), call.tail or ""
    call.tail = None
    parent.remove(call)
    before = parent[place - 1] if place else None
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    for number, part in enumerate(parts):
        if number < len(parts) - 1:
            parent.insert(place + number, part)
    if parts:
        last = parts[-1]
        last.tail = after if len(parts) == 1 or not last.tail else last.tail + after
        parent.insert(place + len(parts) - 1, last)
    elif before is None:
        parent.text = (parent.text or "") + after
    else:
        before.tail = (before.tail or "") + after
