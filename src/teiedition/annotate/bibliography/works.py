"""The works that an edition cites: what a bibliography is made of. No XML here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A person or body by whom a work is. `family` and `given` are empty where `full` is not to be split."""

    full: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    """ "Jr.", "III"."""
    ref: str = ""
    """The id in the authority files, without "#"."""


@dataclass(frozen=True, slots=True)
class Citing:
    """A place where a work is cited: a document, the `xml:id` of or around the citation, and the pages.

    `number` counts the citations in the document's text from 0.
    """

    document: str
    anchor: str = ""
    pages: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """A work or archival item.

    `kind` is `article chapter report book thesis paper periodical archival document`. `title` is the
    work's own, `host` that of the journal, book or series in which it appeared. `date` holds TEI's
    dating attributes. `scopes` are volume, issue, page … of the work itself.
    """

    id: str
    kind: str
    title: str
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    host: str = ""
    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    date: Mapping[str, str] = field(default_factory=dict)
    scopes: Mapping[str, str] = field(default_factory=dict)
    archive: str = ""
    collection: str = ""
    """What stands between archive and shelfmark: fonds, series, files."""
    shelfmark: str = ""
    address: str = ""
    """On the web, or "doi:10.…"."""
    cited: tuple[Citing, ...] = ()

    @property
    def year(self) -> str:
        """The year of the work; empty where it has none."""
        value = next(
            (self.date[name] for name in ("when", "from", "notBefore", "to") if name in self.date), ""
        )
        return value.split("-")[0]

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Published works by author and title, archival ones by archive and shelfmark."""
        people = self.authors or self.editors
        first = people[0].family or people[0].full if people else self.archive or self.title
        return first.casefold(), self.title.casefold(), self.shelfmark
