"""Finds times of day and gives them their values in `hh:mm:ss` (docs/encoding.md; TEI P5 #NDDATE)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from teiedition.annotate.context import Context
from teiedition.annotate.language import GAP, alternatives, any_of, dictionary, table
from teiedition.annotate.schedules import hours
from teiedition.annotate.text import Text
from teiedition.model import Mention

FIGURES = {
    "hour": r"(?P<hour>[01]?\d|2[0-4])",
    "hour4": r"(?P<hour>[01]\d|2[0-4])",
    "hour_early": r"(?P<early>0)(?P<hour>\d)",
    "minute": r"(?P<minute>[0-5]\d)(?!\d|[.,:/]\d)",
    "minute_second": r"(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?!\d)",
    "day": r"(?P<day>[0-3]\d)",
    "zulu": r"(?P<zulu>Z)(?!\w)",
    "plain": r"(?P<plain>:)",
}
POINTED = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)(?!\d)")
ENDS = re.compile(r"$|[,;:)\]\n]|\.(?:\s|$)", re.MULTILINE)
COUNTED = re.compile(r" (?!was|has|is|as|this|his)[a-z]+s(?!\w)|[-–/]| ?[A-Z%°$£]")
"""A plural, a name, a unit: what is behind a number, and not behind a time."""
FIVES = re.compile(r"([1-9]|1\d|2[0-3])\.([0-5][05])(?!\d|[.,:/%]\d)")
FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?!\d|[.,:/]\d)")
EARLIEST = 6
"""From which hour on figures with a full stop are rather a time of day than a price."""
WORDS = {
    "zone": "zones", "clock": "clocks", "half_day": "half_days", "in_half_day": "in_half_days",
    "hours_word": "hours_words", "past": "pasts", "named": "named",
}  # fmt: skip


class Times:
    """The times of day of a language."""

    def __init__(self, words: dict[str, Any], numbers: dict[str, Any], months: Iterable[str] = ()) -> None:
        self._month = re.compile(rf"(?<!\w){alternatives(months)}\.? $")
        self._tables = {name: dictionary(words.get(source, {})) for name, source in WORDS.items()}
        hours = {word: value for word, value in numbers.get("cardinals", {}).items() if 1 <= value <= 12}
        self._tables["hour_word"] = dictionary(hours)
        self._forms = [re.compile(self._compile(form)) for form in words.get("forms", [])]
        self._joiner = re.compile(alternatives(words.get("through", [])))
        self._zones = dictionary(words.get("zones", {}))
        self._zone = re.compile(rf" \(?(?P<zone>{alternatives(self._zones)})\)?(?!\w)")
        begins = r"(?:^|[,;(—–-]\]?|(?<=[^\W\d_]):)"
        month = rf"(?<!\w){alternatives(months)}\.?"
        dated = rf"(?<!\d)\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|{month} \d{{1,2}},?"
        follow = alternatives(words.get("follow", []))
        begun = rf"(?<!\d)[0-2]\d[0-5]\d{alternatives(words.get('through', []))}"
        self._follow = re.compile(rf"(?:{begins}|(?<!\w){follow}:?|{dated}|{begun}) ?\[?$")
        named = alternatives(words.get("named_follow", []))
        self._named_follow = re.compile(
            rf"(?:{begins}|(?<!\w){named}:?|(?<!\d)[12]\d{{3}}|{month} \d{{1,2}}) ?\[?$"
        )
        self._not_follow = re.compile(rf"(?<!\w){alternatives(words.get('not_follow', []))} $")
        self._met = re.compile(rf"(?<!\w){alternatives(words.get('met', []))} $")
        cue = rf"(?<!\w){alternatives(words.get('bare_follow', []))} "
        self._at = re.compile(rf"{cue}$")
        half = alternatives(self._tables["half_day"])
        self._shapes = [
            (FOUR, re.compile(rf"{cue}0\d[0-5]\d(?![\d.,:/])")),
            (FIVES, re.compile(rf"\d\.[0-5]\d ?{half}")),
        ]
        """Ways to write times, each with what can be nothing else."""
        self._between = re.compile(rf"(?<!\w){alternatives(words.get('between', []))} \[?$")
        self._half_days_behind: dict[str, int] = words.get("half_days_behind", {})
        self._behind = re.compile(rf"{alternatives(self._half_days_behind)}(?!\w)")
        before = {**dictionary(words.get("in_half_days", {})), **_stripped(self._half_days_behind)}
        self._half_days_before: dict[str, int] = before
        self._ahead = re.compile(rf"({any_of(before)})(?: {follow})? $")
        self._clock = re.compile(alternatives(words.get("clocks", [])))
        hour = alternatives(self._tables["hour_word"])
        self._two_hours = re.compile(rf"(?P<hour>1[0-2]|[1-9]|{hour}){alternatives(words.get('and', []))}")
        first = alternatives({*self._tables["hour_word"], *self._tables["past"], *self._tables["named"]})
        self.trigger = re.compile(rf"(?<![\w.,:/+–-])(?:\d|{first}(?!\w))" if self._forms else "(?!)")

    def _compile(self, form: str) -> str:
        form = form.replace(" ?", "\0").replace(" ", GAP).replace("\0", " ?")
        return re.sub(r"\{([a-z_0-9]{3,})\}", lambda match: self._pattern(match[1]), form)

    def _pattern(self, name: str) -> str:
        return FIGURES.get(name) or rf"(?P<{name}>{alternatives(self._tables[name])})(?!\w)"

    def read(self, text: str, at: int) -> tuple[dict[str, str], int] | None:
        """The attributes and the end of the time, or the stretch between two, that begins at a place."""
        first = self._time(text, at)
        if first is None:
            return self._pointed(text, at) or self._shared_half(text, at)
        value, end, half = first
        joiner = self._joiner.match(text, end)
        second = self._time(text, joiner.end()) or self._four(text, at, joiner.end()) if joiner else None
        if half is None and second and second[2] is not None and (shared := self._shared_half(text, at)):
            return shared
        if second and joiner and self._may_join(text, at, joiner[0], None not in (half, second[2])):
            return {"from": value, "to": second[0]}, second[1]
        return {"when": value}, end

    def shapes(self, text: str) -> list[re.Pattern[str]]:
        """How a text writes times without a word: in four figures, with a full stop."""
        return [shape for shape, sure in self._shapes if sure.search(text)]

    def bare(
        self, text: str, at: int, shapes: Iterable[re.Pattern[str]]
    ) -> tuple[dict[str, str], int] | None:
        """ "At 2216 sighted": figures that stand as a time does, and before nothing that is counted."""
        if not self._at.search(text, max(0, at - 10), at):
            return None
        match = next((match for shape in shapes if (match := shape.match(text, at))), None)
        if match is None or COUNTED.match(text, match.end()):
            return None
        return {"when": _written(int(match[1]), int(match[2]))}, match.end()

    def _four(self, text: str, at: int, behind: int) -> tuple[str, int, None] | None:
        """The 2100 of "0730-2100": four figures behind four that can only be a time."""
        match = FOUR.match(text, behind) if text[at] == "0" and text[at + 1].isdigit() else None
        return (_written(int(match[1]), int(match[2])), match.end(), None) if match else None

    def _pointed(self, text: str, at: int) -> tuple[dict[str, str], int] | None:
        """ "from 9.00 to 9.40", "met at 9.00": hours of the day with full stops, in steps of five minutes."""
        first = POINTED.match(text, at)
        joiner = self._joiner.match(text, first.end()) if first else None
        second = POINTED.match(text, joiner.end()) if joiner else None
        if first and second is None and self._met.search(text, max(0, at - 20), at):
            return {"when": _written(int(first[1]), int(first[2]))}, first.end()
        if first is None or second is None or not ENDS.match(text, second.end()):
            return None
        (hour, minute), (hour2, minute2) = ((int(told[1]), int(told[2])) for told in (first, second))
        likely = hour >= EARLIEST and (hour, minute) < (hour2, minute2) and not (minute % 5 or minute2 % 5)
        if not likely or not self._follow.search(text[max(0, at - 20) : at]):
            return None
        return {"from": _written(hour, minute), "to": _written(hour2, minute2)}, second.end()

    def _may_join(self, text: str, at: int, joiner: str, halves_named: bool) -> bool:
        """ "and" joins after "between" only; a full stop is a dash that was lost in copying."""
        if joiner == " and ":
            return bool(self._between.search(text[max(0, at - 20) : at]))
        return joiner != ". " or halves_named

    def _shared_half(self, text: str, at: int) -> tuple[dict[str, str], int] | None:
        """ "from 9 to 11 a.m.": the first takes its half of the day from the second. In "May 9—11 a.m." it
        is a day."""
        if self._month.search(text, max(0, at - 12), at):
            return None
        match = re.compile(r"(1[0-2]|[1-9])(?:[:.]([0-5]\d))?(?!\d)").match(text, at)
        joiner = self._joiner.match(text, match.end()) if match else None
        between = joiner and joiner[0] == " and " and self._between.search(text, max(0, at - 20), at)
        apart = joiner is None or (joiner[0] in (". ", " and ") and not between)
        second = None if joiner is None or apart else self._time(text, joiner.end())
        if match is None or second is None or second[2] is None:
            return self._shared_clock(text, at)
        hour = int(match[1]) % 12 + second[2]
        hour -= 12 if hour > int(second[0][:2]) else 0
        return {"from": _written(max(hour, 0), int(match[2] or 0)), "to": second[0]}, second[1]

    def _shared_clock(self, text: str, at: int) -> tuple[dict[str, str], int] | None:
        """ "between 2 and 3 o'clock": the first is an hour because the second is one."""
        match = self._two_hours.match(text, at)
        second = self._time(text, match.end()) if match else None
        if match is None or second is None or not self._clock.search(text, match.end(), second[1]):
            return None
        if not self._between.search(text[max(0, at - 20) : at]):
            return None
        first = self._tables["hour_word"].get(match["hour"]) or int(match["hour"]) + (second[2] or 0)
        return {"from": _written(first, 0), "to": second[0]}, second[1]

    def _time(self, text: str, at: int) -> tuple[str, int, int | None] | None:
        """Value, end, and the hours that the half of the day adds, where it is named."""
        for form in self._forms:
            match = form.match(text, at)
            groups = match.groupdict() if match else {}
            if match and (read := self._value(groups)) and self._stands(text, at, groups):
                zone = self._zone.match(text, match.end())
                if zone and not read[0].endswith("Z"):
                    return read[0] + self._zones[zone["zone"]], zone.end(), read[1]
                return (
                    self._of_the_day(text, at, read[0], match.end()) if read[1] is None else read[0],
                    match.end(),
                    read[1],
                )
        return None

    def _of_the_day(self, text: str, at: int, value: str, end: int) -> str:
        """The time, twelve hours later where it is "7:30 tonight" or "this evening at 7:30"."""
        hour = int(value[:2])
        if not 0 < hour < 12:
            return value
        behind, ahead = self._behind.match(text, end), self._ahead.search(text, max(0, at - 36), at)
        later = (
            self._half_days_behind[behind[0]] if behind else self._half_days_before[ahead[1]] if ahead else 0
        )
        return f"{hour + later:02d}{value[2:]}"

    def _stands(self, text: str, at: int, said: dict[str, str | None]) -> bool:
        """Whether what may be something else ("John 3:16", "1200 hours of work") stands as a time does."""
        bare = said.get("in_half_day") and not (said.get("clock") or said.get("past"))
        hours = said.get("hours_word") and text[at] != "0"
        doubtful = bare or said.get("plain") or hours or said.get("named") or said.get("early")
        line = text.rfind("\n", max(0, at - 20), at) + 1
        named = said.get("named") or ""
        follow = self._named_follow if named else self._follow
        before = text[max(line, at - 20) : at]
        if not doubtful or named[:1].isdigit():
            return True
        return bool(follow.search(before)) and not self._not_follow.search(before)

    def _value(self, said: dict[str, str | None]) -> tuple[str, int | None] | None:
        half: int | None = None
        for name in ("half_day", "in_half_day"):
            word = said.get(name)
            half = self._tables[name][word] if word else half
        named, word = said.get("named"), said.get("hour_word")
        hour = self._tables["named"][named] if named else self._tables["hour_word"][word] if word else None
        hour = int(said.get("hour") or 0) if hour is None else hour
        if half is not None:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + half
        past = said.get("past")
        minutes = hour * 60 + int(said.get("minute") or 0) + (self._tables["past"][past] if past else 0)
        if minutes > 24 * 60:
            return None
        value = _written(minutes // 60 % 24, minutes % 60, int(said.get("second") or 0))
        return value + ("Z" if said.get("zulu") else ""), half


def _stripped(words: dict[str, int]) -> dict[str, int]:
    return {word.strip(): value for word, value in words.items()}


def _written(hour: int, minute: int, second: int = 0) -> str:
    return f"{hour:02d}:{minute:02d}:{second:02d}"


@cache
def times(language: str = "en") -> Times:
    """The times of day of a language (see `annotate/language`)."""
    return Times(
        table("times", language), table("numbers", language), table("dates", language).get("months", {})
    )


def find_times(
    text: str,
    language: str = "en",
    start: int = 0,
    end: int | None = None,
    shapes: Iterable[re.Pattern[str]] = (),
) -> list[Mention]:
    """Find times of day between two offsets of a text.

    Values are `hh:mm:ss`, with "Z" where the text names Greenwich. `shapes`: how the text writes times
    without a word (`Times.shapes`), so that "at 2216" is one. Nothing raises.
    """
    clock, found, at = times(language), list[Mention](), start
    while trigger := clock.trigger.search(text, at, len(text) if end is None else end):
        at = trigger.end()
        sure, why = 0.97, "a time of day, written out"
        read = clock.read(text, trigger.start())
        if read is None and shapes:
            read = clock.bare(text, trigger.start(), shapes)
            sure, why = 0.985, "figures, in a text that has times so"  # surer than a year
        if read:
            attributes, at = read
            found.append(Mention(trigger.start(), at, "time", attributes, sure, why))
    return found


def find(text: Text, context: Context) -> Iterable[Mention]:
    """The times of day in a document."""
    yield from hours(text)
    shapes = times(context.language).shapes(text.content)
    for block in text.blocks:
        yield from find_times(
            text.content, block.language or context.language, block.start, block.end, shapes
        )
