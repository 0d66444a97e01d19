"""What the words of one date say, before anything is worked out from it."""

from __future__ import annotations

from dataclasses import dataclass

from teiedition.calendars import Months

TELLING = (
    "year", "years", "month", "day", "season", "weekday", "easter", "part", "relation", "step", "unit",
    "bound",
)  # fmt: skip
"""The fields beside which a date says nothing else."""


@dataclass(frozen=True, slots=True)
class Said:
    """One date in words: each field holds what is said, None where the words are silent.

    "early July" is month 7 with part (1, 3); "the 1950s" is years (1950, 1959); "next April" is month 4
    with relation 1; "the following day" is step 1 with unit `day`; "the same year" step 0.
    """

    year: int | None = None
    two_digits: bool = False
    """The year has two figures only; the century is to be told from the document's date."""
    years: tuple[int, int] | None = None
    month: int | None = None
    day: int | None = None
    season: Months | None = None
    weekday: int | None = None
    easter: int | None = None
    """A feast so many days after Easter Sunday, which only a year gives its month and day."""
    part: tuple[int, int] | None = None
    """Which of how many equal parts of the rest: (1, 2) is the first half, (3, 3) late."""
    relation: int | None = None
    """Last, this, next (-1, 0, 1): counted from the document's date in `unit`s, or named months."""
    step: int | None = None
    """The same, the following: counted in `unit`s from the date last mentioned."""
    unit: str = ""
    bound: str = ""
    """`before` or `after`: pre-1950, post-1945."""
    calendar: str = ""
    clock: str = ""
    """The time that a time group adds to its day: "T16:05:00Z"."""
    figures: tuple[int, int] | None = None
    """Two figures of which one is the month and one the day: 3 and 4 of "3/4/1961"."""
    unknown: bool = False
    """It is a date, of which nothing can be told: "undated", or figures that may be read in two ways."""

    @property
    def has_year(self) -> bool:
        """Whether the year is known from the words alone, its century perhaps not."""
        return self.year is not None or self.years is not None

    @property
    def relative(self) -> bool:
        """Whether it is counted from another date ("last year", "the same day", "on Tuesday")."""
        return self.relation is not None or self.step is not None or self.only("weekday")

    def only(self, field: str) -> bool:
        """Whether nothing but this field is said: a bare year, a bare month, a bare day."""
        if getattr(self, field) in (None, ""):
            return False
        return all(name == field or getattr(self, name) in (None, "") for name in TELLING)
