"""One citation as it was read, before it is known what it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from teiedition.model import Mention


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: where it stands, of which kind it is, and its parts in order.

    `kind` is `article chapter book thesis paper periodical archival document interview treaty` or `short
    ibid part`; `short`, `ibid` and `part` (", vol. 2, 371") repeat another citation, the rest may do so.
    `part_of` is the kind of citation that a `part` goes on from.
    """

    start: int
    end: int
    kind: str
    children: tuple[Mention, ...] = ()
    closed: tuple[tuple[int, int], ...] = ()
    """Where it names files: nothing else is marked up there."""

    @property
    def repeats(self) -> bool:
        """Whether it can only be understood from another citation."""
        return self.kind in ("short", "ibid", "part", "op-cit")

    def words(self, text: str, *elements: str) -> Iterator[str]:
        """The words of its parts of one element: `citation.words(text, "author", "editor")`."""
        return (text[child.start : child.end] for child in self.children if child.element in elements)

    def title(self, text: str) -> str:
        """Its first title; empty where it has none."""
        return next(self.words(text, "title"), "")

    def year(self, text: str) -> str:
        """The last year that stands in it outside titles and scopes; empty where none does."""
        letters = list(text[self.start : self.end])
        for child in self.children:
            if child.element in ("title", "biblScope", "idno"):
                letters[child.start - self.start : child.end - self.start] = " " * (child.end - child.start)
        years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", "".join(letters))
        return str(years[-1]) if years else ""
