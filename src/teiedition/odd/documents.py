"""Reading ODDs, TEI releases and grammars, with what they include from files beside them."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.errors import InputError
from teiedition.files import read_bytes
from teiedition.tree import XML, XML_ID, Element, tag

_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_FALLBACK = "{http://www.w3.org/2001/XInclude}fallback"
_BASE = f"{{{XML}}}base"
_SETTING = re.compile(r"""([\w-]+)\s*=\s*["']([^"']*)["']""")
_POINTER_PART = re.compile(r"(xmlns|xpointer|element)\(((?:[^()^]|\([^()]*\))*)\)")


def load(file: Path) -> Element:
    """The root element of an XML file, its XIncludes of local files carried out.

    It is read once for all and must not be changed. Raises InputError where the file is missing or
    not well-formed, or where an inclusion leads elsewhere, to nothing, or back to itself.
    """
    return _load(file, file.stat().st_mtime_ns if file.is_file() else 0)


def schema_spec(odd: Path) -> Element:
    """The first `schemaSpec` of an ODD. Raises InputError where there is none, or it has no name."""
    root = load(odd)
    found = next(root.iter(tag("schemaSpec")), None)
    if found is None:
        raise InputError(
            "has no schemaSpec, so it specifies no schema",
            odd,
            line_of(root) or 1,
            remedy="An ODD holds one schemaSpec with moduleRef, elementSpec and the like in it.",
        )
    if not found.get("ident"):
        raise InputError(
            "the schemaSpec has no @ident",
            odd,
            line_of(found),
            remedy="Its @ident names the schema and the files that are written.",
        )
    if not re.fullmatch(r"[\w.-]*\w[\w.-]*", found.get("ident", "")):
        raise InputError(
            f"the schemaSpec's @ident {found.get('ident')!r} can't be the name of a file",
            odd,
            line_of(found),
            remedy="Use letters, figures, hyphens and dots.",
        )
    return found


def settings(odd: Path) -> dict[str, str]:
    """What an ODD asks of this program, in an instruction such as `<?teiedition prose="own"?>`.

    `prose="own"` leaves out all words of TEI's, rules with their messages among them; `documents` is
    the folder, seen from the ODD, of the edition whose files serve as examples.
    """
    found = load(odd).getroottree().xpath("//processing-instruction('teiedition')")
    stated: dict[str, str] = {}
    for item in found if isinstance(found, list) else ():
        if isinstance(item, etree._ProcessingInstruction):
            stated.update(_SETTING.findall(item.text or ""))
    return stated


def line_of(element: Element) -> int | None:
    """The line of its file that an element begins on; None for one that was made here."""
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line


def file_of(element: Element, file: Path) -> Path:
    """The file in which an element of `file` is written: another one, if it was included."""
    for item in (element, *element.iterancestors()):
        if item.get(_BASE):
            return file.parent / item.get(_BASE, "")
    return file


@cache
def _load(file: Path, _time: int) -> Element:
    return read(file)


def read(file: Path, within: tuple[Path, ...] = ()) -> Element:
    """As `load`, but read anew, so that the caller may change it. `within` are the files that include it."""
    root = tree.parse(read_bytes(file), file)
    for include in list(root.iter(_INCLUDE)):
        if not any(
            isinstance(outer.tag, str) and _EXAMPLES in outer.tag for outer in include.iterancestors()
        ):
            _replace(include, _included(include, file, (*within, file.resolve())))
    return root


def _included(include: Element, file: Path, within: tuple[Path, ...]) -> list[Element]:
    href, line = include.get("href", ""), line_of(include)
    target = file.parent / href if href else file
    if "://" in href:
        raise InputError(
            f"includes {href!r}, which is not on this machine",
            file,
            line,
            remedy="Copy it beside the ODD and include that.",
        )
    if include.get("parse") == "text":
        return []
    fallback = include.find(_FALLBACK)
    if not target.is_file() and fallback is not None:
        return [deepcopy(child) for child in fallback if isinstance(child.tag, str)]
    if target.resolve() in within and href:
        raise InputError(f"includes {href!r}, which leads back to itself", file, line)
    root = read(target, within) if href else include.getroottree().getroot()
    found = [deepcopy(element) for element in _pointed(root, include.get("xpointer", ""), file, line)]
    for element in found:
        element.set(_BASE, href)
    return found


def _pointed(root: Element, pointer: str, file: Path, line: int | None) -> list[Element]:
    """What an XPointer picks: the whole document, an xml:id, or the elements of an XPath."""
    if not pointer:
        return [root]
    if "(" not in pointer:
        return [element for element in root.iter() if element.get(XML_ID) == pointer]
    namespaces: dict[str, str] = {}
    for scheme, data in _POINTER_PART.findall(pointer):
        if scheme == "xmlns":
            prefix, _, uri = data.partition("=")
            namespaces[prefix.strip()] = uri.strip()
        elif scheme == "xpointer":
            try:
                found = root.getroottree().xpath(data, namespaces=namespaces)
            except etree.XPathError as error:
                raise InputError(f"xpointer {data!r}: {error}", file, line) from None
            nodes = found if isinstance(found, list) else []
            return [element for element in nodes if isinstance(element, etree._Element)]
    raise InputError(
        f"xpointer {pointer!r} is not understood", file, line, remedy="Use an xml:id or xpointer(XPath)."
    )


def _replace(include: Element, found: list[Element]) -> None:
    parent = include.getparent()
    if parent is None:
        return
    place = parent.index(include)
    tail = include.tail
    parent[place : place + 1] = found
    if found:
        found[-1].tail = tail
