"""Name classes (RELAX NG specification, 4.10 and 6.1): which element or attribute names a pattern covers.

A name is written as lxml does: `{namespace}local`, or `local` in no namespace.
"""

from __future__ import annotations

from dataclasses import dataclass


class NameClass:
    """A set of names."""

    __slots__ = ()

    def contains(self, name: str) -> bool:
        """Whether the name belongs to the class."""
        raise NotImplementedError

    def listed(self) -> tuple[str, ...]:
        """The names that the class lists one by one; wildcards have none."""
        return ()


@dataclass(frozen=True, slots=True)
class Name(NameClass):
    """One name."""

    name: str

    def contains(self, name: str) -> bool:
        return name == self.name

    def listed(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class AnyName(NameClass):
    """Every name but those of `exclude`; in one namespace only if `namespace` is given."""

    namespace: str | None = None
    exclude: NameClass | None = None

    def contains(self, name: str) -> bool:
        if self.namespace is not None and namespace(name) != self.namespace:
            return False
        return self.exclude is None or not self.exclude.contains(name)


@dataclass(frozen=True, slots=True)
class NameChoice(NameClass):
    """The names of any of several classes."""

    classes: tuple[NameClass, ...]

    def contains(self, name: str) -> bool:
        return any(item.contains(name) for item in self.classes)

    def listed(self) -> tuple[str, ...]:
        return tuple(name for item in self.classes for name in item.listed())


def namespace(name: str) -> str:
    """The namespace of a name; the empty string for none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def qualified(space: str, name: str) -> str:
    """The name in the namespace `space`, which may be empty."""
    return f"{{{space}}}{name}" if space else name
