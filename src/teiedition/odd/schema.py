"""What an ODD specifies, with all its changes made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from teiedition.model import Problem
from teiedition.odd.flatten import Item
from teiedition.odd.specs import Specs
from teiedition.tree import TEI, Element

_TEI = "TEI: TEI Consortium, CC BY 3.0 or BSD 2-Clause."


@dataclass(frozen=True, slots=True)
class Schema:
    """What an ODD specifies, with all its changes made."""

    file: Path
    element: Element
    """The `schemaSpec`."""
    specs: Specs
    deleted: frozenset[str] = frozenset()
    external: tuple[Item, ...] = ()
    """`moduleRef`s that name a RELAX NG grammar."""
    constraints: tuple[Element, ...] = ()
    """`constraintSpec`s of the schema as a whole."""
    warnings: tuple[Problem, ...] = ()

    @property
    def ident(self) -> str:
        """The schema's name."""
        return self.element.get("ident", "")

    @property
    def namespace(self) -> str:
        """The namespace of elements that state none."""
        return self.element.get("ns", TEI)

    @property
    def prefix(self) -> str:
        """What the names of patterns begin with, so that they differ from a foreign grammar's."""
        return self.element.get("prefix", "")

    @property
    def provenance(self) -> str:
        """What was compiled, and whose TEI it is made from."""
        edition = f"TEI P5 {self.specs.edition}".strip().replace("--", "-")
        file = self.file.name.replace("--", "-")
        return f"Compiled from {file}, a customisation of {edition}. {_TEI}"

    @property
    def language(self) -> str:
        """The language of its documentation."""
        return self.element.get("docLang") or self.element.get("targetLang") or "en"
