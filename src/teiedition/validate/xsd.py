"""W3C XML Schema, by the xmlschema package: slower than RELAX NG, and asked only where an XSD is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from teiedition import tree
from teiedition.errors import InputError
from teiedition.model import Problem
from teiedition.validate.places import Places, places

_NAMESPACE = re.compile(r"\{[^{}]*\}(?=[\w'])")

XSD = "http://www.w3.org/2001/XMLSchema"


class Definitions:
    """The definitions in an XSD file and those that it brings in from its own folder."""

    def __init__(self, path: Path) -> None:
        """Read the schema. Raises InputError when it is wrong or leads elsewhere."""
        import xmlschema  # takes long to load, and hardly any run needs it

        try:
            self._schema = xmlschema.XMLSchema11(str(path.resolve()), allow="sandbox", defuse="always")
        except (xmlschema.XMLSchemaException, OSError) as error:
            reason = str(getattr(error, "message", "") or error).strip().splitlines()[0]
            raise InputError(
                f"is not a W3C XML Schema that can be used: {reason}", path,
                remedy="Only files in the folder of the schema are read; put copies of what it needs there.",
            ) from None  # fmt: skip

    def check(self, root: tree.Element, path: Path) -> list[Problem]:
        """What the definitions have against a document: one problem for each element that is at fault."""
        errors = list(_first(self._errors(root)))
        if not errors:
            return []
        where = places(path, root)
        return [_problem(error, path, root, where) for error in errors]

    def _errors(self, root: tree.Element) -> Iterator[Any]:
        """All errors; schemas that the document names in `xsi:schemaLocation` are not looked for."""
        import xmlschema

        document = xmlschema.XMLResource(root, allow="local")
        yield from self._schema.iter_errors(document, use_location_hints=False)


def _first(errors: Iterator[Any]) -> Iterator[Any]:
    """The first error of each element: what follows from it is left out."""
    seen = set()
    for error in errors:
        if error.elem not in seen:
            seen.add(error.elem)
            yield error


def _problem(error: Any, path: Path, root: tree.Element, where: Places) -> Problem:
    guilty = getattr(error, "invalid_child", None)
    node = guilty if guilty is not None else error.elem if error.elem is not None else root
    name = tree.local(node)
    reason = _NAMESPACE.sub("", (error.reason or error.message).strip().splitlines()[0]).rstrip(".")
    line, column = where.of(node)
    return Problem(path, line, column, "xsd", f"{name}: {reason}", subject=name)
