"""The inside of paragraphs of an OpenDocument text (OpenDocument 1.3 part 3, §6, §7, §14)."""

from __future__ import annotations

import posixpath
import re
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from teiedition.sources.archive import Archive
from teiedition.sources.composer import Composer, Opened
from teiedition.sources.numerals import integer
from teiedition.sources.odt.styles import DC, DRAW, OFFICE, SVG, TABLE, TEXT, XLINK, Styles
from teiedition.tree import XML_ID, Element

_SPACES = re.compile("[ \t\r\n]+")
SILENT = frozenset(
    {f"{TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls",
                                  "note-citation", "page-number", "page-count", "list-level-style-number")}
    | {f"{OFFICE}forms", f"{DC}creator", f"{DC}date", f"{TABLE}table-column", f"{TABLE}table-columns",
       f"{SVG}title", f"{SVG}desc", f"{TEXT}soft-page-break"}
)  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """Text that stands outside the running text: kind and value of its span, its blocks, its author."""

    kind: str
    value: str
    element: Element
    author: str = ""


class Words:
    """Writes the insides of paragraphs; collects what has to stand after them.

    An element that is not known is gone through for the text in it.
    """

    def __init__(self, composer: Composer, archive: Archive, styles: Styles, content: Element) -> None:
        self.composer, self.archive, self.styles = composer, archive, styles
        regions = content.iter(f"{TEXT}changed-region")
        self.changes = {region.get(XML_ID) or region.get(f"{TEXT}id") or "": region for region in regions}
        self.ranged = {end.get(f"{OFFICE}name") for end in content.iter(f"{OFFICE}annotation-end")}
        """Names of the comments on stretches; a comment on a place has no end."""
        self.waiting: deque[Waiting] = deque()
        self.opened: dict[str, Opened] = {}
        self.commented: dict[str, tuple[Opened, str]] = {}
        self.notes = self.comments = 0
        self.spaced = True
        """Whether white space that follows is none."""
        self.label = ""
        """What has to be printed before the next paragraph."""

    def write_label(self) -> None:
        """Write the label that the item or heading that has begun is due."""
        label, self.label = self.label, ""
        if label:
            with self.composer.span("label"):
                self.composer.write(label)
            self.composer.write(" ")

    def write(self, element: Element) -> None:
        """Write an element's words, child by child."""
        if element.tag in INLINE:
            INLINE[element.tag](self, element)
            return
        self.inside(element)

    def inside(self, element: Element) -> None:
        """Write what an element holds, whatever it is itself."""
        self._characters(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in SILENT:
                self.write(child)
            self._characters(child.tail)

    def _characters(self, text: str | None) -> None:
        """Write characters; white space counts as one space, and as none after another one (§6.1.2)."""
        folded = _SPACES.sub(" ", text or "")
        if self.spaced and folded.startswith(" "):
            folded = folded[1:]
        if folded:
            self.composer.write(folded)
            self.spaced = folded.endswith(" ")

    def _span(self, element: Element) -> None:
        with ExitStack() as spans:
            for kind, value in self.styles.words("text", element.get(f"{TEXT}style-name", "")):
                spans.enter_context(self.composer.span(kind, value))
            self.inside(element)

    def _link(self, element: Element) -> None:
        with self.composer.span("link", element.get(f"{XLINK}href", "")):
            self.inside(element)

    def _reference(self, element: Element) -> None:
        with self.composer.span("link", "#" + element.get(f"{TEXT}ref-name", "")):
            self.inside(element)

    def _spaces(self, element: Element) -> None:
        self.composer.write(" " * min(integer(element.get(f"{TEXT}c"), 1), 1000))
        self.spaced = False

    def _tab(self, element: Element) -> None:
        self.composer.write("\t")
        self.spaced = False

    def _line_break(self, element: Element) -> None:
        self.composer.write("\n")
        self.spaced = True

    def _bookmark(self, element: Element) -> None:
        self.composer.close(self.composer.open(), "anchor", element.get(f"{TEXT}name", ""))

    def _note(self, element: Element) -> None:
        self.notes += 1
        place = "end" if element.get(f"{TEXT}note-class") == "endnote" else "foot"
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        with self.composer.span("note-ref", f"{place}{self.notes}"):
            self.composer.write("" if citation is None else "".join(map(str, citation.itertext())).strip())
        self.spaced = False
        if body is not None:
            self.waiting.append(Waiting("note", f"{place}{self.notes}", body))

    def _annotation(self, element: Element) -> None:
        self.comments += 1
        name = f"comment{self.comments}"
        author = element.findtext(f"{DC}creator") or ""
        self.waiting.append(Waiting("comment", name, element, author))
        opened, key = self.composer.open(), element.get(f"{OFFICE}name", "")
        if key in self.ranged:
            self.commented[key] = (opened, name)
        else:
            self.composer.close(opened, "comment-ref", name)

    def _annotation_end(self, element: Element) -> None:
        opened, name = self.commented.pop(element.get(f"{OFFICE}name", ""), (None, ""))
        if opened:
            self.composer.close(opened, "comment-ref", name)

    # -- changes

    def _change_start(self, element: Element) -> None:
        self.opened[element.get(f"{TEXT}change-id", "")] = self.composer.open()

    def _change_end(self, element: Element) -> None:
        key = element.get(f"{TEXT}change-id", "")
        if key in self.opened:
            self.composer.close(self.opened.pop(key), "inserted", _author(self.changes.get(key)))

    def _change(self, element: Element) -> None:
        """A place where words were deleted, which stand apart."""
        region = self.changes.get(element.get(f"{TEXT}change-id", ""))
        deletion = None if region is None else region.find(f"{TEXT}deletion")
        if deletion is None:
            return
        with self.composer.span("deleted", _author(region)):
            first = True
            for paragraph in deletion.iter(f"{TEXT}p", f"{TEXT}h"):
                if not first:
                    self._line_break(paragraph)
                self.inside(paragraph)
                first = False

    def _frame(self, element: Element) -> None:
        """A frame: a picture with its description, or a box of text, which stands after the paragraph."""
        words = " ".join(filter(None, (element.findtext(f"{SVG}title"), element.findtext(f"{SVG}desc"))))
        for child in element:
            if child.tag == f"{DRAW}image":
                self.composer.image(self._attach(child.get(f"{XLINK}href", "")), words)
                self.spaced = False
                return
            if child.tag == f"{DRAW}text-box":
                self.waiting.append(Waiting("style", "text box", child))

    def _attach(self, target: str) -> str:
        target = target.removeprefix("./")
        if target not in self.archive.names:
            return target
        name = posixpath.basename(target)
        self.composer.attachments[name] = self.archive.contents(target)
        return name


INLINE: Mapping[str, Callable[[Words, Element], None]] = {
    f"{TEXT}span": Words._span,
    f"{TEXT}a": Words._link,
    f"{TEXT}s": Words._spaces,
    f"{TEXT}tab": Words._tab,
    f"{TEXT}line-break": Words._line_break,
    f"{TEXT}bookmark": Words._bookmark,
    f"{TEXT}bookmark-start": Words._bookmark,
    f"{TEXT}reference-mark": Words._bookmark,
    f"{TEXT}reference-mark-start": Words._bookmark,
    f"{TEXT}bookmark-ref": Words._reference,
    f"{TEXT}reference-ref": Words._reference,
    f"{TEXT}note": Words._note,
    f"{TEXT}change-start": Words._change_start,
    f"{TEXT}change-end": Words._change_end,
    f"{TEXT}change": Words._change,
    f"{OFFICE}annotation": Words._annotation,
    f"{OFFICE}annotation-end": Words._annotation_end,
    f"{DRAW}frame": Words._frame,
}


def _author(region: Element | None) -> str:
    return "" if region is None else next((c.text or "" for c in region.iter(f"{DC}creator")), "")
