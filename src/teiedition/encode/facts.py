"""What is known of a document, for its header."""

from __future__ import annotations

from dataclasses import dataclass, field

from teiedition.encode.nodes import Node
from teiedition.encode.record import Record

Credit = tuple[str, tuple[str, ...]]
"""A deed and who did it: ("Translated by", ("Ann Orr",))."""


@dataclass(slots=True)
class Archival:
    """Where the original is: repository, shelfmark and pages as printed; `inferred` is the shelfmark
    where the printed one is damaged and it is cited elsewhere, with its certainty."""

    repository: str = ""
    shelfmark: str = ""
    pages: tuple[str, str] = ("", "")
    damaged: bool = False
    inferred: str = ""
    certainty: str = ""


@dataclass(slots=True)
class Printed:
    """A printed work; `series` is the series' title and the number in it."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    series: tuple[str, str] = ("", "")
    date: dict[str, str] = field(default_factory=dict)
    date_words: str = ""


@dataclass(slots=True)
class Facts:
    """What is known of a document.

    `date` holds TEI's dating attributes, `date_words` the words for them. `order` is the document's
    number among those appended to `host`; `parts` are the numbers and ids of those appended to it.
    """

    title: str = ""
    genre: str = ""
    language: str = "en"
    date: dict[str, str] = field(default_factory=dict)
    date_words: str = ""
    place: str = ""
    hours: dict[str, str] = field(default_factory=dict)
    """TEI's dating attributes for the hour, or the hours from and to."""
    record: Record | None = None
    archival: Archival = field(default_factory=Archival)
    authors: tuple[str, ...] = ()
    series: tuple[str, str] = ("", "")
    credits: list[Credit] = field(default_factory=list)
    original: list[str] = field(default_factory=list)
    sender: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    number: str = ""
    time: str = ""
    location: str = ""
    order: str = ""
    host: Printed | None = None
    parts: list[tuple[str, str]] = field(default_factory=list)
    appendix: Node | None = None
    """What stands at the source's end and speaks of the whole: about the authors, most often."""

    @property
    def day(self) -> str:
        """The W3C date by which the document is listed; empty for none."""
        return next((self.date[name] for name in ("when", "notBefore", "from") if name in self.date), "")
