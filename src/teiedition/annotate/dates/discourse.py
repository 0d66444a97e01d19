"""Works out what a date means where it stands: from its words, from the dates before it, from the
date of the document.

docs/encoding.md: "11 July" in a document of 1961 is 1961-07-11; "last year" and "yesterday" are counted
from the document's date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from teiedition import calendars
from teiedition.annotate.dates.readers import on_feast
from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.slashes import decided
from teiedition.calendars import Stretch, written

Day = tuple[int, int, int]
"""Year, month and day; 0 for what is not known."""

FORWARD = 7
"""So many months back, a date that opens a sentence is rather of the next year."""

BESIDE, SINCE = 10, 45
"""So many days after the document's date, and before it, a day without its year is rather of that time."""

HISTORY = 20
"""A text written so many years after what it tells of is a history."""

LATELY = 5
"""So many years back, a date is no date to count on from where the sentence speaks of what is to come."""

SOON = 21
"""So many days ahead past New Year, a day without its year is rather that than one long gone."""

WRITTEN_OUT = 0.98
FROM_DOCUMENT = 0.95
FROM_CONTEXT = 0.85
GUESSED = 0.5


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a date means: no stretch where it can't be told. `why` is a sentence for the editor."""

    stretch: Stretch | None
    why: str
    certainty: float


class Discourse:
    """The thread of dates in one text, read from front to back.

    `document_date` is in W3C form, at any precision; None where the document has none.
    """

    def __init__(self, document_date: str | None = None) -> None:
        self._document = calendars.parts(document_date) if document_date else None
        self._last: Day | None = None
        # Who writes or speaks on a certain day does so of that day, until he says otherwise.
        self._told: Day | None = self._document if self._document and self._document[2] else None
        self._left: Day | None = None
        self._years: dict[tuple[int, int], int] = {}
        self.events: dict[tuple[int, str], int] = {}
        """The years of events called after a month: "the August 1956 incident" is (8, "incident")."""
        self.order = ""
        """The order of day and month in dates with slashes, where the document has shown it."""
        self._fresh = False
        self.aside = False
        """It is the text of a note, whose writer may look ahead of the document."""
        self.recurring = False
        """The date last mentioned comes back every year, so nothing can be counted from it."""

    def fork(self) -> Discourse:
        """A thread that goes on from here apart, as a footnote does."""
        twin = Discourse()
        twin._document, twin._last, twin._told = self._document, self._last, self._told
        twin._fresh, twin.events, twin.aside = self._fresh, dict(self.events), True
        twin._left, twin._years, twin.recurring = self._left, dict(self._years), self.recurring
        twin.order = self.order
        return twin

    def new_paragraph(self) -> None:
        """Where a paragraph begins, what is told goes on from the date that last opened a sentence.

        So a glance back or ahead in the paragraph before ("the crisis of October 1956") is forgotten; not
        so the return from a look back, to where the story had been left.
        """
        self._fresh = False
        if self._last is None or self._told is None:
            return
        returned = self._left is not None and abs(self._last[0] - self._left[0]) < 2
        if self._last < self._told or (self._last[0] > self._told[0] + 1 and not returned):
            self._last = self._told

    def written_on(self, day: str) -> None:
        """Takes the day, in W3C form, of a letter that begins here within the document, as enclosures do."""
        written_on = calendars.parts(day) if day else None
        if written_on and written_on[2] and written_on != self._document:
            self._document = self._last = self._told = written_on
            self._left, self._fresh, self.recurring = None, False, False

    def settle(self) -> None:
        """The date last mentioned is the time of what is told from here on, as that of a heading is."""
        self._told = self._last

    def remember(self, said: Said, opens: bool = False) -> None:
        """Takes a date with its year as the one to which the next incomplete one belongs.

        A bare year in the midst of a sentence ("the plan for 1957") is none; it is one where it `opens`
        the sentence.
        """
        if said.year is None or said.two_digits or said.bound:
            return
        bare = not (said.month or said.season or said.part)
        if bare and self._document and said.year > self._document[0]:
            return  # the year of a plan
        day: Day = (said.year, said.month or (said.season[0] if said.season else 0), said.day or 0)
        if opens:
            if self._last and self._last[0] > day[0] + 1:
                self._left = self._last
            self._told = day
        if opens or not bare or (self._last is None and not self._is_of_late(said.year)):
            self._last, self.recurring, self._fresh = day, False, True
        if said.month and said.day:
            self._years.setdefault((said.month, said.day), said.year)

    def _is_of_late(self, year: int) -> bool:
        """Whether a year is so near the document's that it may be named in passing; a history tells of it."""
        return self._document is not None and self._document[0] - year < HISTORY

    @property
    def document_year(self) -> int | None:
        """The year of the document, if known."""
        return self._document[0] if self._document else None

    def ordered(self, said: Said) -> Said:
        """The date with its month and day, where two figures may be either."""
        return decided(said, self.order, self._document)

    def lies_ahead(self, said: Said) -> bool:
        """Whether a date comes after the document's."""
        day = (said.year or 0, said.month or 0, said.day or 0)
        return self._document is not None and day > self._document

    def begins_soon(self, said: Said) -> bool:
        """Whether a date is in the month of the document's or one of the next two, as that of a plan is."""
        document = self._document
        if document is None or not document[1] or not (said.year and said.month):
            return False
        return 0 <= 12 * (said.year - document[0]) + said.month - document[1] < 3

    def complete(
        self, said: Said, future: bool = False, opens: bool = False, past: bool = False
    ) -> tuple[Said, str, float]:
        """The date with its year, month and day filled in, where from, and how sure that is.

        `future`: the sentence speaks of what is to come. `opens`: the date opens it. `past`: it is the
        date of something that is there already.
        """
        if said.two_digits:
            return self._with_century(said)
        if said.relation is not None:
            return self._from_document(said)
        if said.step is not None:
            return self._from_last(said)
        if said.unit and said.part and not said.has_year:
            return self._of_this_year(said)
        if said.only("weekday"):
            return self._weekday(said, 1 if future else -1, GUESSED)
        if said.has_year or said.unknown or said.weekday and not (said.month or said.day):
            return said, "written out", WRITTEN_OUT
        return self._with_year(said, future, opens, past)

    def lately(self, said: Said) -> tuple[Said, str, float]:
        """The last such month before the document's date, to which what began in it goes on."""
        if self._document is None:
            return self.complete(said)
        return self._from_document(replace(said, relation=-1))

    def _of_this_year(self, said: Said) -> tuple[Said, str, float]:
        """The year of "the first half of the year": of which the paragraph speaks, else the document's."""
        anchor = (self._last if self._fresh else None) or self._document or self._last
        if anchor is None:
            return said, "no date before it to complete it from", GUESSED
        why = f"completed from {written(*anchor)}"
        return replace(said, year=anchor[0], unit=""), why, FROM_CONTEXT

    def _with_century(self, said: Said) -> tuple[Said, str, float]:
        """The century that brings two figures nearest to the document."""
        near = (self._last or self._document or (1950, 0, 0))[0]
        figures = said.years[0] if said.years else said.year or 0
        year = min(
            (near // 100 * 100 + step + figures for step in (-100, 0, 100)), key=lambda y: abs(y - near)
        )
        why, sure = f"the century is that of {near}", FROM_CONTEXT
        if said.years:
            return replace(said, years=(year, year + 9), two_digits=False), why, sure
        return replace(said, year=year, two_digits=False), why, sure

    def _with_year(self, said: Said, future: bool, opens: bool, past: bool) -> tuple[Said, str, float]:
        """A day or a month without its year: of the date last mentioned, else of the document's."""
        last, document = self._last, self._document
        if last and said.day and self._years.get((said.month or 0, said.day)) == last[0]:
            return replace(said, year=last[0]), f"the day of {last[0]} that was named before", FROM_CONTEXT
        alone = said.month is None and said.season is None
        if (
            last
            and document
            and last > document
            and not future
            and not ((alone or self.aside) and self._fresh)
        ):
            last = None  # what is still to come does not date what is told
        if last and document and document[2] and future and 0 < document[0] - last[0] <= LATELY:
            last = None  # nor does what has passed date what is to come
        anchor = last or document
        if anchor is None:
            return said, "no date before it to complete it from", GUESSED
        why = f"completed from {written(*anchor)}, " + ("mentioned before" if last else "the document's date")
        if alone:
            if document and document[2] and not self._fresh:
                anchor = document  # "the 21st" goes on from a month of the same paragraph only
            anchor = anchor if anchor[1] else document or anchor
            if not anchor[1]:
                return said, "no month before it to complete it from", GUESSED
            return replace(said, year=anchor[0], month=anchor[1]), why, FROM_CONTEXT
        if last is None or (document and document[2] and last[0] == document[0]):
            soon = document and not (past or opens) and _soon(said, document)
            year = document[0] + 1 if document and soon else _near(said, document or anchor, future, past)
        else:
            year = self._told_year(said, last, opens)
        return replace(said, year=year), why, FROM_CONTEXT

    def _told_year(self, said: Said, last: Day, opens: bool) -> int:
        """The year of the date before; of a day that was named before; or the next, as the story goes on.

        A day that was named of an earlier year is rather another day.
        Days on either side of the document's own are of its year, where what is told is.
        Where the date before glanced back ("the talk of 30 November 1956") and this one would go back still
        further in its year, it rather goes on from what is told.
        """
        known = self._years.get((said.month or 0, said.day or 0))
        if known and (not last[1] or known > last[0]):
            return known
        month = said.month or (said.season or (1, 1))[0]
        told = self._told
        if told and self._document and told[0] == self._document[0] and _beside(said, self._document):
            return told[0]
        if told and last[0] < told[0] and 0 < told[1] <= month < last[1]:
            return told[0]
        ahead = opens or (self._document is not None and last[0] + 1 == self._document[0])
        return last[0] + 1 if ahead and last[1] - month >= FORWARD else last[0]

    def _from_document(self, said: Said) -> tuple[Said, str, float]:
        if self._document is None:
            return said, "the document has no date to count from", GUESSED
        why = f"counted from the document's date, {written(*self._document)}"
        if said.easter is not None:
            return _feast(said, self._document), why, FROM_DOCUMENT
        if said.weekday and not said.unit:
            return self._weekday(said, said.relation or 0, FROM_DOCUMENT)
        if said.unit:
            moved = _moved(said, self._document, said.relation or 0)
        else:
            moved = replace(said, year=_occurrence(said, self._document))
        return moved, why, FROM_DOCUMENT

    def _from_last(self, said: Said) -> tuple[Said, str, float]:
        if self._last is None or self.recurring:
            return said, "no date before it to count from", GUESSED
        why = f"counted from {written(*self._last)}, mentioned before"
        if said.month and not said.unit:
            return replace(said, year=_month_beside(said, self._last)), why, FROM_CONTEXT
        return _moved(said, self._last, said.step or 0), why, FROM_CONTEXT

    def _weekday(self, said: Said, direction: int, sure: float) -> tuple[Said, str, float]:
        """The next such day after the document's, or the last before it; "this" is of the same week."""
        if self._document is None or not all(self._document):
            return said, "the document has no day to count from", GUESSED
        year, month, day = self._document
        days = (said.weekday or 1) - date(year, month, day).isoweekday()
        if direction:
            days = (days * direction) % 7 * direction or 7 * direction
        moved = calendars.shifted(year, month, day, days)
        why = f"counted from the document's date, {written(*self._document)}"
        return replace(said, year=moved[0], month=moved[1], day=moved[2]), why, sure


def _near(said: Said, document: Day, future: bool, past: bool) -> int:
    """The document's year, or the one before or after where tense and distance speak for it."""
    year, month, _ = document
    apart = (said.month or (said.season or (1, 1))[0]) - (month or 6)
    if apart > (1 if past and said.day and month else 6) and not future:
        return year - 1
    return year + 1 if apart < -6 and future else year


def _beside(said: Said, document: Day) -> bool:
    """Whether a day is, in the document's own year, close to the document's date."""
    if not (said.day and said.month and document[2]):
        return False
    year, month, day = document
    first, last = calendars.shifted(year, month, day, -SINCE), calendars.shifted(year, month, day, BESIDE)
    return first <= (year, said.month, said.day) <= last


def _soon(said: Said, document: Day) -> bool:
    """Whether a day comes so soon after the New Year that follows the document that it is rather that one."""
    if not (said.day and said.month and document[2]):
        return False
    year, month, day = calendars.shifted(*document, SOON)
    return year > document[0] and (said.month, said.day) <= (month, day)


def _occurrence(said: Said, document: Day) -> int:
    """The year of "next April", "last winter", "this March"."""
    year, month, day = document
    named = said.month or (said.season or (1, 1))[0]
    over = bool(said.season and said.season[1] < said.season[0])
    if not month or not said.relation:
        return year - 1 if over and month and month < 3 and not said.relation else year + (said.relation or 0)
    if said.day and day and named == month and not said.season:
        passed = said.day < day
        return year if passed == (said.relation < 0) else year + said.relation
    if said.relation > 0:
        return year if named > month else year + 1
    ended = named + 2 if said.season else named
    return year if ended < month else year - 1


def _month_beside(said: Said, last: Day) -> int:
    """The year of "the following April", "the same March" or "the previous July" after another date."""
    year, month, _ = last
    if not said.step:
        return year
    later = (said.month or 0) > (month or (0 if said.step > 0 else 13))
    return year + (said.step > 0 and not later) - (said.step < 0 and later)


def _feast(said: Said, document: Day) -> Said:
    """The feast "last Easter" or "next Easter" is: the nearest one before the document, or after it."""
    year, relation = document[0], said.relation or 0
    days = [on_feast(said, year + step) for step in (-1, 0, 1)]
    if not relation:
        return days[1]
    day = (year, document[1] or 6, document[2] or 15)
    before = [found for found in days if (found.year or 0, found.month or 0, found.day or 0) < day]
    return before[-1] if relation < 0 else days[len(before)]


def _moved(said: Said, anchor: Day, steps: int) -> Said:
    """So many units from a date, at the unit's precision; unchanged where the date is not that precise."""
    year, month, day = anchor
    if said.unit == "year":
        return replace(said, year=year + steps)
    if said.unit in ("decade", "century"):
        count = 10 if said.unit == "decade" else 100
        begin = (year // count + steps) * count
        return replace(said, years=(begin, begin + count - 1))
    if said.unit == "month" and month:
        months = year * 12 + month - 1 + steps
        return replace(said, year=months // 12, month=months % 12 + 1)
    if said.unit == "day" and month and day:
        moved = calendars.shifted(year, month, day, steps)
        return replace(said, year=moved[0], month=moved[1], day=moved[2])
    if said.unit == "week" and month and day:
        monday = calendars.shifted(year, month, day, 7 * steps - date(year, month, day).weekday())
        return replace(said, year=monday[0], month=monday[1], day=monday[2])
    return said
