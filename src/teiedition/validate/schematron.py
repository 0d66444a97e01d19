"""ISO Schematron rules, from a file of their own or within a RELAX NG grammar, run on SaxonC.

`xslt/schematron.xsl` makes a stylesheet of the rules, which is compiled once in a process.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from lxml import etree

from teiedition import saxon, tree
from teiedition.errors import EnvironmentFault, InputError
from teiedition.files import read_bytes
from teiedition.model import Problem
from teiedition.resources import resource
from teiedition.validate.places import Places, places

SCH = "http://purl.oclc.org/dsdl/schematron"
_SVRL = "http://purl.oclc.org/dsdl/svrl"
_SEVERITIES = {
    "warning": ("warning", "warn", "nonfatal"),
    "info": ("info", "information", "hint"),
}
"""The words in @role that make less than an error of a failed assertion; any other is an error."""

_DEEPEST = 100
"""How many elements may be open at once in what Saxon reads."""

_STEP = re.compile(
    r"/(?:Q\{([^}]*)\}([^\[/]+)\[(\d+)\]|(@)(?:Q\{([^}]*)\})?([^/]+)|(text|comment|processing-)[^/]*)"
)


class Rules:
    """The rules of one schema, ready to be asked of documents."""

    def __init__(self, path: Path) -> None:
        """Read the rules in a Schematron or RELAX NG file. Raises InputError when they are wrong."""
        self.path = path
        root = _included(tree.parse(read_bytes(path), path), path)
        maker = saxon.stylesheet(resource("xslt", "schematron.xsl"))
        made = maker.run(etree.tostring(root, encoding="unicode"), path).text
        self._stylesheet = _compiled(made, path) if "<" in made else None

    def check(self, root: tree.Element, path: Path) -> list[Problem]:
        """What the rules have against a document with this root, read from the file at `path`."""
        if self._stylesheet is None:
            return []
        try:
            report = self._stylesheet.run(etree.tostring(root, encoding="unicode"), path).text
        except InputError as error:
            return [self._unasked(root, path, error.reason)]
        outcome = etree.fromstring(report.encode())
        found = list(outcome.iter(f"{{{_SVRL}}}failed-assert", f"{{{_SVRL}}}successful-report"))
        if not found:
            return []
        where = places(path, root)
        return [_problem(item, path, *_located(root, item.get("location", "")), where) for item in found]

    def _unasked(self, root: tree.Element, path: Path, reason: str) -> Problem:
        """That the rules could not be asked, and why: most likely elements without end in one another."""
        deep = etree.XPath(f"(//*[count(ancestor::*) = {_DEEPEST}])[1]")(root)
        said = f"the rules of {self.path.name} could not be asked of this document: "
        if not isinstance(deep, list) or not deep:
            return Problem(path, 1, 0, "rules", said + reason)
        node = cast(tree.Element, deep[0])
        said += f"here {tree.local(node)} stands {_DEEPEST} elements deep, and more are not read"
        place = places(path, root).of(node)
        return Problem(
            path, *place, "rules", said, remedy="Close the elements that were meant to end before."
        )


def _problem(item: tree.Element, path: Path, node: tree.Element, at: str, where: Places) -> Problem:
    role = item.get("role", "error").casefold()
    severity = next((name for name, words in _SEVERITIES.items() if role in words), "error")
    text, *more = [tree.words(part) for part in item]
    name = f"rules/{item.get('id')}" if item.get("id") else "rules"
    subject = at if at.startswith("@") else tree.local(node)
    line, column = where.of(node, at)
    return Problem(path, line, column, name, text, severity, " ".join(more), subject)


def _located(root: tree.Element, location: str) -> tuple[tree.Element, str]:
    """The element that a path of XPath's `path()` leads to, and where in it, as `places` has it."""
    node, at = None, "start"
    for match in _STEP.finditer(location):
        space, name, number, attribute, attribute_space, attribute_name, _ = match.groups()
        if number and node is None:
            node = root
        elif number and node is not None:
            wanted = node.iterchildren(f"{{{space}}}{name}" if space else name)
            node = next((child for place, child in enumerate(wanted, 1) if place == int(number)), node)
        elif attribute:
            at = f"@{{{attribute_space}}}{attribute_name}" if attribute_space else f"@{attribute_name}"
    return (root if node is None else node), at


def _included(root: tree.Element, path: Path) -> tree.Element:
    """The schema with what its `include`s and `extends` name, from files in its own folder."""
    for node in list(root.iter(f"{{{SCH}}}include", f"{{{SCH}}}extends")):
        href, parent = node.get("href"), node.getparent()
        if href is None or parent is None:
            continue
        parts = urlsplit(href)
        file = (path.parent / unquote(parts.path)).resolve()
        if parts.scheme or parts.netloc or not file.is_relative_to(path.parent.resolve()):
            raise InputError(
                f'Schematron: "{href}" is not read: only files in the folder of the schema are', path,
                cast("int | None", node.sourceline), remedy="Put a copy beside the schema and name that.",
            )  # fmt: skip
        other = _included(tree.parse(read_bytes(file), file), file)
        if parts.fragment:
            other = next((part for part in other.iter("*") if part.get("id") == parts.fragment), other)
        parent.replace(node, other)
    return root


def _compiled(made: str, path: Path) -> saxon.Stylesheet:
    try:
        return saxon.stylesheet_of(made, path)
    except EnvironmentFault as error:
        raise InputError(
            f"Schematron: a rule is not right: {error.reason.partition(': ')[2]}", path,
            remedy="Mend the XPath named; prefixes need an ns element.",
        ) from error  # fmt: skip
