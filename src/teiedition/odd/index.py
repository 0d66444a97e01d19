"""What a schema's specifications are to each other: names in the grammar, members of classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from teiedition.odd import prose
from teiedition.odd.schema import Schema
from teiedition.odd.specs import Spec
from teiedition.tree import Element, tag

EXPANSIONS = (
    "alternation",
    "sequence",
    "sequenceOptional",
    "sequenceOptionalRepeatable",
    "sequenceRepeatable",
)
"""What a class may be expanded to, where it is referred to (TEI Guidelines, `classRef/@expand`)."""


@dataclass(slots=True)
class Index:
    """Ways to find a schema's specifications, worked out once."""

    schema: Schema
    members: dict[str, list[Spec]] = field(default_factory=dict)
    """Class → elements and classes that belong to it, in the schema's order."""
    by_pattern: dict[str, Spec] = field(default_factory=dict)
    """Name of a pattern, prefix included → specification."""

    def __post_init__(self) -> None:
        for spec in self.schema.specs.by_ident.values():
            self.by_pattern[self.pattern_name(spec)] = spec
            for key in memberships(spec.element):
                self.members.setdefault(key, []).append(spec)

    def find(self, ident: str) -> Spec | None:
        """The specification of that name, or None."""
        return self.schema.specs.by_ident.get(ident)

    def of_kind(self, kind: str) -> Iterator[Spec]:
        """All specifications of a kind."""
        return (spec for spec in self.schema.specs.by_ident.values() if spec.kind == kind)

    def pattern_name(self, spec: Spec) -> str:
        """What a specification is called in the grammar: its own prefix or the schema's, and its name."""
        return spec.element.get("prefix", self.schema.prefix) + spec.ident

    def reference(self, name: str, automatic: bool = True) -> str:
        """What a name in a content model is called in the grammar.

        A name may stand with its expansion (`model.nameLike_sequence`), or with its prefix already;
        what is not specified here is the name of a foreign pattern.
        """
        base, _, suffix = name.rpartition("_")
        ident = base if suffix in EXPANSIONS else name
        spec = self.find(ident) if automatic else None
        if spec is None:
            return name
        prefix = spec.element.get("prefix", self.schema.prefix)
        return name if prefix and name.startswith(prefix) else prefix + name

    def words(self, element: Element) -> str:
        """What a schema says of an element, an attribute or a value."""
        return prose.note(element, self.schema.language)


def memberships(spec: Element) -> list[str]:
    """The classes that a specification says it belongs to."""
    return [
        item.get("key", "")
        for classes in spec.iterchildren(tag("classes"))
        for item in classes.iterchildren(tag("memberOf"))
        if item.get("mode") != "delete"
    ]


def visible_name(spec: Element) -> str:
    """The name that documents use: the alternative name where there is one."""
    alternative = spec.findtext(tag("altIdent"))
    return " ".join(alternative.split()) if alternative else spec.get("ident", "")


def is_model(spec: Spec) -> bool:
    """Whether a class is one of elements in content models, rather than of attributes."""
    return spec.element.get("type", "model" if spec.ident.startswith("model.") else "atts") == "model"
