"""Drafted authority entries that an editor accepts: each is moved from `candidates/` to the authority files.

What else stands in both files stays byte for byte.
"""

from __future__ import annotations

import re
from pathlib import Path

from teiedition import tree
from teiedition.annotate.candidates import ENTRIES, FILES, LISTS
from teiedition.annotate.markup import Edit, Element, apply
from teiedition.annotate.scan import Scan, scan
from teiedition.authority import Entry
from teiedition.errors import InputError

FOLDER = "candidates"
"""Where drafts wait, in the folder of the authority files."""
_WORKING = frozenset(["count", "context"])
"""Notes of a draft that help to decide on it and are of no use afterwards."""
_DRAFTED = re.compile(r"""\s+(?:resp|cert)=(?:"[^"]*"|'[^']*')""")


def moved(draft: str, home: str, entry: Entry) -> tuple[str, str]:
    """The file of drafts without an entry, and the authority file with it. KeyError if it is no draft."""
    drafts, place = scan(draft), scan(home)
    element = _by_id(drafts, entry)
    line = draft.rfind("\n", 0, element.open_start)
    start = line if draft[line : element.open_start].isspace() else element.open_start
    at, indent = _end(place, entry.kind)
    accepted = re.sub(r"\n\s*", f"\n{indent}  ", _accepted(drafts, element))
    accepted = re.sub(r"\s*(</\w+>)$", rf"\n{indent}\1", accepted)
    return (
        apply(draft, [Edit(start, element.close_end, "")]),
        apply(home, [Edit(at, at, f"\n{indent}{accepted}")]),
    )


def home_of(folder: Path, kind: str) -> Path | None:
    """The authority file in which entries of a kind are listed: the first that has such a list."""
    for path in sorted(folder.glob("*.xml")):
        if next(tree.read(path).root.iter(tree.tag(LISTS[kind])), None) is not None:
            return path
    return None


def beginning(kind: str) -> tuple[str, str]:
    """The name and the text of an authority file for a kind of which there is none yet."""
    name = FILES[kind]
    return (
        name,
        f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="{tree.TEI}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{name.removesuffix(".xml").title()}</title></titleStmt>
      <publicationStmt><p>Part of this edition.</p></publicationStmt>
      <sourceDesc><p>Entries accepted by the editors.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <{LISTS[kind]}>
    </{LISTS[kind]}>
  </standOff>
</TEI>
""",
    )


def _by_id(drafts: Scan, entry: Entry) -> Element:
    for element in drafts.elements:
        if element.name == ENTRIES[entry.kind] and element.attributes.get("xml:id") == entry.id:
            return element
    raise KeyError(entry.id)


def _end(place: Scan, kind: str) -> tuple[int, str]:
    """Behind which character of an authority file an entry goes, and what its lines begin with."""
    for element in place.elements:
        if element.name == LISTS[kind] and element.close_end > element.close_start:
            inside = place.xml[element.open_end : element.close_start]
            entries = re.findall(rf"\n([ \t]*)<{place.prefix}{ENTRIES[kind]}\b", inside)
            return element.open_end + len(inside.rstrip()), entries[-1] if entries else "      "
    raise InputError(
        f"has no {LISTS[kind]} to which an entry can be added", remedy="Put an empty one into it."
    )


def _accepted(drafts: Scan, element: Element) -> str:
    """The entry as the edition's own, without what helped to decide on it."""
    start = element.open_start
    tag = drafts.xml[start : element.open_end]
    edits = [Edit(0, len(tag), _DRAFTED.sub("", tag))]
    for child in drafts.elements:
        if child.parent is element and child.name == "note" and child.attributes.get("type") in _WORKING:
            before = len(drafts.xml[: child.open_start].rstrip())
            edits.append(Edit(before - start, child.close_end - start, ""))
    return apply(drafts.xml[start : element.close_end], edits)
