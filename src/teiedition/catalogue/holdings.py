"""Where the documents come from: the sources that they were taken out of, the archives that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from teiedition.catalogue.entity import Entity
from teiedition.catalogue.vocabulary import element, name, slug
from teiedition.tree import Element

_WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Holding:
    """A source or an archive with its documents in order.

    `kind` is `source` or `archive`; `id` the end of its address in the site. Of an archive, `ref` is the
    entity that it is, `url` the address that the TEI gives it.
    """

    kind: str
    id: str
    label: str
    records: tuple[Element, ...]
    ref: str = ""
    url: str = ""

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"{self.kind}s/{self.id}.html"

    @property
    def pages(self) -> int:
        """How many pages of it the documents fill, as far as they say."""
        return sum(pages_of(_source(record).get("pages", "")) for record in self.records)

    def line(self) -> Element:
        """The holding as a list shows it: a `c:holding`."""
        days = sorted(record.get("when", "") for record in self.records if record.get("when"))
        shelfmarks = {_source(record).get("shelfmark", "") for record in self.records} - {""}
        words = sum(int(record.get("words") or 0) for record in self.records)
        return element(
            "holding", kind=self.kind, id=self.id, label=self.label, ref=self.ref, url=self.url,
            path=self.path, documents=str(len(self.records)), words=str(words),
            shelfmarks=str(len(shelfmarks) or ""), pages=str(self.pages or ""),
            **({"from": days[0], "to": days[-1]} if days else {}),
        )  # fmt: skip


def sources(records: Mapping[str, Element]) -> dict[str, Holding]:
    """The sources by their ids, in order of their titles.

    A source is named after the document that holds the others, else after its only document, else by its id.
    """
    found: dict[str, list[Element]] = {}
    for record in records.values():
        if id := _source(record).get("id", ""):
            found.setdefault(id, []).append(record)
    made = [
        Holding("source", slug(id), _title(id, group), tuple(sorted(group, key=_position)))
        for id, group in found.items()
    ]
    return _by_id(made)


def archives(records: Mapping[str, Element], entities: Mapping[str, Entity]) -> dict[str, Holding]:
    """The archives by their ids, in order of their names, each with its documents by shelfmark."""
    found: dict[str, list[Element]] = {}
    for record in records.values():
        if key := archive_key(record):
            found.setdefault(key, []).append(record)
    made = []
    for key, group in found.items():
        ref, first = _source(group[0]).get("ref", ""), _source(group[0])
        entity = entities.get(ref)
        made.append(
            Holding(
                "archive", slug(key), entity.label if entity else first.get("repository", ""),
                tuple(sorted(group, key=_shelf)), ref if entity else "", ref if _WEB.fullmatch(ref) else "",
            )
        )  # fmt: skip
    return _by_id(made)


def archive_key(record: Element) -> str:
    """What two records of one archive have in common: its authority entry, else its name."""
    source = _source(record)
    ref = source.get("ref", "")
    return ref if ref and not _WEB.fullmatch(ref) else source.get("repository", "")


def pages_of(extent: str) -> int:
    """How many pages "57-67", "12", "3–5, 9" and "123-7" are; 0 where that can't be told."""
    total = 0
    for first, last in re.findall(r"(\d+)(?:\s*[-–—]\s*(\d+))?", extent):
        end = last or first
        if len(end) < len(first):
            end = first[: len(first) - len(end)] + end
        total += max(0, int(end) - int(first) + 1)
    return total


def _source(record: Element) -> Element:
    found = record.find(name("source"))
    return element("source") if found is None else found


def _title(id: str, group: list[Element]) -> str:
    hosts = [record for record in group if any(link.get("type") == "constituent" for link in record)]
    one = hosts or group if len(group) == 1 else hosts
    return one[0].get("title", id) if len(one) == 1 else id


def _position(record: Element) -> tuple[int, str]:
    position = _source(record).get("position", "")
    return (int(position) if position.isdecimal() else 0), record.get("when", "")


def _shelf(record: Element) -> tuple[list[tuple[int, str]], str]:
    """Shelfmarks in the order in which people count: 9 before 10."""
    parts = re.findall(r"\d+|\D+", _source(record).get("shelfmark", ""))
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], record.get("when", "")


def _by_id(made: Iterable[Holding]) -> dict[str, Holding]:
    """Holdings by id in order of their labels; a second one of the same id gets a number."""
    found: dict[str, Holding] = {}
    for holding in sorted(made, key=lambda one: (one.label.casefold(), one.id)):
        number, id = 1, holding.id
        while id in found:
            number += 1
            id = f"{holding.id}-{number}"
        found[id] = Holding(holding.kind, id, holding.label, holding.records, holding.ref, holding.url)
    return found
