"""Whether what looks like a date is one: a bare number may be a year, a quantity, or the number of a file.

Dates that name day, month and year speak for themselves. A year, a month or a day alone needs words
around it that speak for it, and none against it.
"""

from __future__ import annotations

import re
from functools import cache

from teiedition.annotate.dates.expressions import Expression
from teiedition.annotate.dates.said import Said
from teiedition.annotate.dates.vocabulary import Vocabulary, vocabulary
from teiedition.annotate.language import alternatives, table

GLUED_BEFORE = re.compile(r"(?:[-–—/.,:#№$£€¥+=_&@]|\d\s?[-–/.])\Z")
GLUED_AFTER = re.compile(r"[-–/_%@]\w|[.,:]\d")
NEXT_WORD = re.compile(r" \[?([^\W\d_]+)")
EVENT_YEAR = re.compile(r" (?:[A-Z][\w’'-]+ ){1,3}of ([12]\d{3})(?!\d)")
SENTENCE_END = re.compile(r"[.?!;][”\"’')]? |\n")
SENTENCES = re.compile(f"(?s:.*)(?:{SENTENCE_END.pattern})")
NUMBERED_THING = re.compile(r"(?:(?<![^\W_])[A-Z]{2,}|=) $")
NUMBER_OF_TEXT = re.compile(r"\. \S")
"""Behind the number of a telegram or a paragraph, which begins its text: "1919. For the Secretary"."""
REACH = 40
IDIOM = 14
SENTENCE = 400


class Evidence:
    """The words of a language that speak for and against incomplete dates."""

    def __init__(self, words: Vocabulary, units: set[str], scales: set[str]) -> None:
        self._words = words
        self._before = {name: _ending(words.listed(name)) for name in (
            "between", "not_after", "not_before", "each", "prepositions", "determiners", "quantities",
            "determiners_before_step", "before_bare_day", "before_decade_word", "before_decade_word_not",
            "before_weekday", "before_weekday_not",
            "due", "deadline", "written", "year_marks",
        )}  # fmt: skip
        self._idiom = re.compile(rf"(?<!\w){alternatives(words.listed('idioms'))}(?!\w)")
        labels = alternatives(words.listed("labels"))
        self._label = re.compile(rf"(?:^|[^\w])(?:{labels}\.?|{labels}\. ?)[ #]?$")
        plain = table("names", words.language).get("plain", {})
        self._pasts, self._past = frozenset(plain.get("pasts", ())), tuple(plain.get("past_endings", ()))
        self._each_after = re.compile(rf" {alternatives(words.listed('each_after'))}(?!\w)")
        self._future = re.compile(rf"(?<![^\W_]){alternatives(words.listed('future'))}(?![^\W_])")
        events: dict[str, int] = words.words.get("events", {})
        self._years_of_events = {name.lower(): year for name, year in events.items()}
        self._events = re.compile(rf"{alternatives(events)}(?!\w)")
        perfect, since = alternatives(words.listed("perfect")), alternatives(words.listed("since"))
        self._habit = re.compile(rf"(?<!\w){alternatives(words.listed('habits'))}(?!\w)")
        asked = alternatives(words.listed("asked"))
        self._asked = re.compile(rf"(?<!\w){asked} [^?.\n]*\?[”\"'’)]?\s(?:\w+:?\s){{0,4}}$")
        self._ongoing = re.compile(rf"(?<!\w){perfect} (?:\w+ ){{1,8}}{since} (?:the )?$")
        self._counted = units | scales | set(words.listed("counted"))
        self._opening, self._conjunctions = set(words.listed("opening")), set(words.listed("conjunctions"))
        self._after_ordinal = set(words.listed("after_ordinal"))
        self._behind_weekday = set(words.listed("behind_weekday"))
        self._not_counted = set(words.listed("not_counted"))

    def between(self, text: str, start: int) -> bool:
        """Whether "between" stands before."""
        return self._stands("between", text, start)

    def bound(self, text: str, start: int) -> str:
        """`notAfter` or `notBefore` where "not later than" or "not earlier than" stands before."""
        for name, attribute in (("not_after", "notAfter"), ("not_before", "notBefore")):
            if self._stands(name, text, start):
                return attribute
        return ""

    def recurs(self, text: str, start: int, end: int) -> bool:
        """Whether a date is every year's: "each March", "December of each year", "usually in May"."""
        if self._stands("each", text, start) or self._each_after.match(text, end):
            return True
        begin, stop = _sentence_start(text, start), SENTENCE_END.search(text, end, end + SENTENCE)
        close = stop.start() if stop else end
        if self._habit.search(text, begin, start) or self._habit.search(text, end, close):
            return True
        alone = close == end and start - begin <= len("during ")
        return alone and bool(self._asked.search(text, max(0, begin - SENTENCE), begin))

    def future(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence speaks of what is to come."""
        stop = SENTENCE_END.search(text, end, end + SENTENCE)
        before = text[_sentence_start(text, start) : start]
        return bool(
            self._future.search(before)
            or self._future.search(text, end, stop.start() if stop else end + SENTENCE)
        )

    def told(self, text: str, start: int, end: int) -> bool:
        """Whether a verb of the sentence tells of what has been."""
        stop = SENTENCE_END.search(text, end, end + SENTENCE)
        before, behind = (
            text[_sentence_start(text, start) : start],
            text[end : stop.start() if stop else None],
        )
        words = {*before.lower().split(), *behind[:SENTENCE].lower().split()}
        return any(word.strip(",;") in self._pasts or word.strip(",;").endswith(self._past) for word in words)

    def ongoing(self, text: str, start: int) -> bool:
        """Whether something has gone on from the date to the day of writing: "has moved since October"."""
        return bool(self._ongoing.search(text[max(_sentence_start(text, start), start - REACH * 2) : start]))

    def due(self, text: str, start: int) -> bool:
        """Whether something is to be done by the date: "by Thursday", "until Monday"."""
        return self._stands("due", text, start)

    def deadline(self, text: str, start: int) -> bool:
        """Whether something is to be done or to begin by then: "by mid-January", "as from 1 March"."""
        return self._stands("deadline", text, start)

    def written(self, text: str, start: int) -> bool:
        """Whether something is referred to by its date: "your telegram of 5 May", "a note dated 9 June"."""
        return self._stands("written", text, start)

    def opens(self, text: str, start: int) -> bool:
        """Whether the date opens its sentence and so sets the time of what is told: "In early 1957, …"."""
        begin = _sentence_start(text, start)
        if text[max(0, begin - 2) : begin] == "; " and text[begin : begin + 1].islower():
            return False  # "; in 1960 it had been less" glances back
        words = text[begin:start].lower().split()
        while words and (words[0].endswith(",") or words[0] in self._conjunctions):
            words.pop(0)
        return 0 < len(words) < 4 and words[0] in self._opening

    def event_year(self, text: str, end: int) -> int | None:
        """The year of an event that a month names: 1956 of "the August Crisis of 1956"."""
        match = EVENT_YEAR.match(text, end)
        return int(match[1]) if match else None

    def event(self, text: str, start: int, end: int) -> str:
        """The noun of an event that a month names: "incident" of "the “August Incident”"; else empty."""
        match = NEXT_WORD.match(text, end)
        return match[1].lower() if match and self._stands("determiners", text, start) else ""

    def named_event(self, text: str, start: int) -> int | None:
        """The year of an event that everybody knows without it: 1917 of "the October Revolution"."""
        named = self._events.match(text, start)
        return self._years_of_events[named[0].lower()] if named else None

    def stands(self, text: str, expression: Expression, document_year: int | None) -> bool:
        """Whether the words around let an expression be a date."""
        start, end, said = expression.start, expression.end, expression.first
        if said.year and said.day and said.month and not expression.second:
            numbered = said.two_digits and self._label.search(text[max(0, start - REACH) : start])
            return not (numbered or start and text[start - 1] in "-–/.,_" or GLUED_AFTER.match(text, end))
        if text[start].isdigit() and (GLUED_BEFORE.search(text[max(0, start - 3) : start])):
            return False
        if text[end - 1].isdigit() and GLUED_AFTER.match(text, end):
            return False
        if expression.second:
            return not self._label.search(text[max(0, start - REACH) : start])
        return self._alone(text, start, end, said, document_year)

    def _alone(self, text: str, start: int, end: int, said: Said, document_year: int | None) -> bool:
        if said.step is not None or said.relation is not None:
            if text[start - 1 : start] == "-":
                return False  # "day-to-day"
            if said.unit == "day" and self._idiom.search(text, max(0, start - IDIOM), start + IDIOM):
                return False
            return self._counted_from_another(text, start, said)
        if said.only("year") and not said.two_digits:
            return self._year(text, start, end, said.year or 0, document_year)
        if said.only("month"):
            return self._month(text, start, end)
        if said.only("day"):
            return self._day(text, start, end)
        if said.only("weekday"):
            return self._stands("before_weekday", text, start) or self._bare_weekday(text, start, end)
        if said.two_digits and said.years:
            before = self._stands("before_decade_word", text, start) or said.part is not None
            return before and not self._stands("before_decade_word_not", text, start)
        if said.only("year"):
            return self._stands("prepositions", text, start) or self._stands("year_marks", text, start)
        return not (said.years and self._label.search(text[max(0, start - REACH) : start]))

    def _counted_from_another(self, text: str, start: int, said: Said) -> bool:
        """ "the following day", "the next day", but "next year"; "the last year" is no date at all."""
        determined = self._stands("determiners_before_step", text, start)
        if said.step is not None:
            return determined
        ambiguous = (
            said.unit in ("year", "month", "week", "decade", "century") and abs(said.relation or 0) == 1
        )
        whole = not (said.day or said.month or said.season or said.part)
        return not (determined and ambiguous and whole)

    def _year(self, text: str, start: int, end: int, year: int, document_year: int | None) -> bool:
        before = text[max(0, start - REACH) : start]
        if text[start - 1 : start] in ("", "\n") and NUMBER_OF_TEXT.match(text, end):
            return False
        if year < 1000:
            return True  # only with its era does so early a year match
        if self._label.search(before) or self._before["quantities"].search(before):
            return False
        if NUMBERED_THING.search(before) and not self._before["year_marks"].search(before):
            return bool(self._before["prepositions"].search(before.lower()))
        introduced = bool(self._before["prepositions"].search(before)) or before.endswith("(")
        near = document_year or 1900
        if self._counts(text, end):
            known = introduced or bool(self._before["determiners"].search(before))
            return known and near - 80 <= year <= near + 30
        if introduced:
            return year <= (document_year or 2040) + 60
        return near - (250 if document_year else 500) <= year <= near + (60 if document_year else 160)

    def _counts(self, text: str, end: int) -> bool:
        """Whether a noun follows that can be counted: "1200 representatives", "1099 kg", "2000 people"."""
        match = NEXT_WORD.match(text, end)
        if match is None:
            return False
        word = match[1]
        plural = word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith("ss")
        return word in self._counted or (plural and word not in self._not_counted)

    def _month(self, text: str, start: int, end: int) -> bool:
        """A month alone: behind a preposition, or as part of a name or of a phrase ("the July session")."""
        if self._stands("prepositions", text, start) or text[start - 1 : start] + text[end : end + 1] == "()":
            return True
        name = text[start:end].rstrip(".").capitalize()
        following = NEXT_WORD.match(text, end)
        if name in self._words.listed("with_preposition_only"):
            noun = following is not None and following[1].islower()
            return noun and text[start].isupper() and self._stands("determiners_before_step", text, start)
        opens = _sentence_start(text, start) == start
        return not (opens and following and following[1].islower())

    def _day(self, text: str, start: int, end: int) -> bool:
        if not self._stands("before_bare_day", text, start):
            return False
        match = NEXT_WORD.match(text, end)
        return (
            match is None or (match[1].islower() or match[1] == "I") and match[1] not in self._after_ordinal
        )

    def _bare_weekday(self, text: str, start: int, end: int) -> bool:
        """A weekday without a preposition, as telegrams have it: "our message to Bern Saturday"."""
        if self._stands("before_weekday_not", text, start) or not text[start].isupper():
            return False
        match = NEXT_WORD.match(text, end)
        return text[end : end + 1] not in "-–s’'" and (match is None or match[1] in self._behind_weekday)

    def _stands(self, name: str, text: str, start: int) -> bool:
        return bool(self._before[name].search(text[max(0, start - REACH) : start]))


def _sentence_start(text: str, start: int) -> int:
    """Where the sentence begins in which an offset lies, not further back than a sentence is long."""
    begin = max(0, start - SENTENCE)
    before = SENTENCES.match(text, begin, start)
    return before.end() if before else begin


def _ending(words: list[str]) -> re.Pattern[str]:
    """Matches text that ends with one of the words, and the gap behind it."""
    return re.compile(rf"(?<![^\W_]){alternatives(words)} [\[“\"'‘]?$" if words else "(?!)")


@cache
def evidence(language: str = "en") -> Evidence:
    """The evidence for dates in a language (see `annotate/language`)."""
    units = {form for unit in table("measures", language).get("units", []) for form in unit.get("forms", [])}
    scales = set(table("numbers", language).get("scales", {}))
    return Evidence(vocabulary(language), units, scales)
