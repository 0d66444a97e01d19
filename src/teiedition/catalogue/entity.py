"""Persons, places and organisations: what has a page of its own."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from teiedition import tree
from teiedition.authority import Entry, Occupation
from teiedition.catalogue.filing import filed
from teiedition.catalogue.vocabulary import element, sortable
from teiedition.tree import Element

KINDS = {"person": "persons", "place": "places", "organisation": "organisations"}
"""The kinds of entity, and the folder of the site in which their pages stand."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation that the edition mentions or its authority files describe.

    `filed` is the name as an index has it, "Dulles, John Foster".
    """

    kind: str
    ref: str
    label: str
    dates: str = ""
    description: str = ""
    entry: Element | None = None
    filed: str = ""
    offices: tuple[Occupation, ...] = ()

    @property
    def path(self) -> str:
        """Its page in the site."""
        return f"{KINDS[self.kind]}/{self.ref}.html"

    @property
    def sort(self) -> str:
        """What it is sorted by."""
        return sortable(self.filed or self.label)

    def line(self, **more: str) -> Element:
        """The entity as a list shows it: a `c:entity`."""
        return element(
            "entity", kind=self.kind, ref=self.ref, label=self.label, sort=self.sort,
            filed=self.filed if self.filed != self.label else "",
            dates=self.dates, description=self.description, **more,
        )  # fmt: skip

    def with_links(self, **more: str) -> Element:
        """As `line`, with what other authority files call it (`tei:idno`)."""
        made = self.line(**more)
        if self.entry is not None:
            made.extend(deepcopy(idno) for idno in self.entry.iterchildren(tree.tag("idno")))
        return made

    def office_at(self, when: str) -> str:
        """The offices held on a day, in a month or year (W3C date), with a semicolon between; else nothing.

        An office of which no date is known, or only that it was held at another time, is left out.
        """
        return "; ".join(office.text for office in self.offices if when and _held(office, when))


def described(entry: Entry, raw: Element | None) -> Entity:
    """The entity that an authority entry describes."""
    name = filed(entry.label, entry.forms, raw) if entry.kind == "person" else entry.label
    return Entity(
        entry.kind, entry.id, entry.label, entry.dates, entry.description, raw, name, entry.occupations
    )


def _held(office: Occupation, when: str) -> bool:
    """Dates of different precision are compared as far as both go."""
    if not (office.start or office.end):
        return False
    started = not office.start or when[: len(office.start)] >= office.start[: len(when)]
    ended = office.end and when[: len(office.end)] > office.end[: len(when)]
    return started and not ended
