"""Bodies put together with what they are organs of: "NWP CC Presidium", "Department of the NWP CC".

The authority files or the language's table may have a part of such a name only; the name is the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Text
from teiedition.authority import Entry

_ABBREVIATED = re.compile(rf" \((?=[^)]*[{UPPER}])[\w&.-]{{2,10}}\)(?= [{UPPER}])")
_OF = re.compile(r" (?:of|OF) (?:(?:the|THE|our|your|their|its) )?")
_OF_BEFORE = re.compile(r" of (?:(?:the|our|your|their|its) )?$")
_IN = re.compile(r" (?:in|at) (?:the )?")
_UNDER = re.compile(r" under (?:the )?")
_AND = re.compile(r" and (?:the )?")
_JOINED = re.compile(r" (?:of|for|on) ")
_OWN = re.compile(r"['’]s? ")
_MATTER = re.compile(rf" (?:of|for) ({CAPITAL}(?: {CAPITAL}){{0,2}})(?![\w-]| and)")
_PART_OF_REGIMENT = re.compile(r"\d+(?:st|nd|rd|th) (?:Battalion|Squadron|Company|Battery|Bn\.?)")
_CAPITAL_BEHIND = re.compile(rf" \(?[{UPPER}]")


def with_organs(
    text: Text, drafts: Iterable[Draft], capitals: Capitals, forms: Gazetteer, persons: Taken
) -> list[Draft]:
    """The names, with bodies that stand beside or inside each other made one."""
    finder = _Finder(text.content, sorted(drafts, key=lambda draft: draft.start), capitals, forms, persons)
    return list(finder.wholes())


class _Finder:
    """Grows each body over what follows it."""

    def __init__(
        self, content: str, drafts: Sequence[Draft], capitals: Capitals, forms: Gazetteer, persons: Taken
    ) -> None:
        self.content, self.drafts, self.capitals = content, drafts, capitals
        self.forms, self.persons, self.words = forms, persons, capitals.words
        self.starts = [run.start for run in capitals.runs]
        self.at = {draft.start: draft for draft in drafts if draft.kind != "person"}

    def wholes(self) -> Iterator[Draft]:
        """The drafts; those that have become part of another are left out."""
        end = 0
        for draft in self.drafts:
            if draft.start >= end:
                if draft.kind == "organisation":
                    draft = self._led_up_to(draft, end) or draft
                if draft.kind == "place" and not self.at.keys().isdisjoint((draft.end + 1, draft.end + 2)):
                    draft = self._of_state(draft) or draft
                while draft.kind == "organisation" and (longer := self._longer(draft)) is not None:
                    draft = longer
                yield draft
                end = draft.end
            elif draft.end > end:
                yield draft

    def _longer(self, body: Draft) -> Draft | None:
        """The body with what stands behind it, if that belongs to its name."""
        longer = self._with_organ(body) or self._with_whole(body) or self._with_state(body)
        return longer or self._with_partner(body)

    def _of_state(self, state: Draft) -> Draft | None:
        """ "PRN Foreign Ministry": the initials of a state before a body."""
        body = self.at.get(state.end + 1)
        bracketed = self.content[state.start - 1 : state.start] == "["
        if body is None and bracketed and self.content.startswith("] ", state.end):
            body = self.at.get(state.end + 2)
        elif self.content[state.end] != " ":
            return None
        if body is None or body.kind != "organisation":
            return None
        if self.content[state.start : state.end] not in self.words.abbreviated_places:
            return None
        return self._joined(state, body.end, self._own(body, state))

    def _with_state(self, body: Draft) -> Draft | None:
        """ "Harbour Ministry PRN": the initials of a state behind a body, with no name behind them."""
        state = self.at.get(body.end + 1)
        if state is None or state.kind != "place" or self.content[body.end] != " ":
            return None
        initials = self.content[state.start : state.end] in self.words.abbreviated_places
        if not initials or not self._ends_with_head(body) or _CAPITAL_BEHIND.match(self.content, state.end):
            return None
        name = self.content[body.start : body.end]
        spelled = (
            f"{name} of {the}{form.text}"
            for entry in state.entries
            for form in entry.forms
            for the in ("the ", "")
        )
        readings = [reading for form in spelled for reading in self.forms.readings.get(folded(form), ())]
        return self._joined(body, state.end, tuple(dict.fromkeys(readings)) or self._own(body, state))

    def _with_organ(self, body: Draft) -> Draft | None:
        """ "NWP CC Presidium", "NWP’s Central Committee", "Party (NWP) Secretariat"."""
        if own := _OWN.match(self.content, body.end):
            organ = self.at.get(own.end())
            if organ and organ.kind == "organisation":
                return self._joined(body, organ.end, ())
            ends = [token.end for token in self._tokens(own.end()) if self._is_head(token)]
            return self._joined(body, ends[-1], ()) if ends else None
        abbreviated = _ABBREVIATED.match(self.content, body.end)
        start = (abbreviated.end() if abbreviated else body.end) + 1
        tokens = list(self._tokens(start)) if self.content[start - 1 : start] == " " else []
        heads = [number for number, token in enumerate(tokens) if self._is_head(token)]
        while heads and self._is_office(tokens[heads[-1] :]):
            heads.pop()
        if not heads or " ".join(token.word for token in tokens[: heads[-1] + 1]) in self.words.meetings:
            return self._with_parent(body)
        organ = self.at.get(start)
        if organ and organ.kind == "organisation" and organ.end >= tokens[heads[-1]].end:
            return self._joined(body, organ.end, ())
        return self._joined(body, self._with_matter(tokens[heads[-1]].end), ())

    def _with_matter(self, end: int) -> int:
        """Where an organ's name ends with what it is for: "Harbour Ministry Office of Information"."""
        match = _MATTER.match(self.content, end)
        what = match[1].split(" ") if match else []
        fits = all(self.words.matter.fullmatch(word) or word in self.words.fields for word in what)
        free = match and self.persons.is_free(*match.span()) and match.start(1) not in self.at
        return match.end() if match and fits and free else end

    def _with_parent(self, body: Draft) -> Draft | None:
        """ "CC NWP": the initials of an organ before those of the body; "1st Battalion Norland Rifles"."""
        if _PART_OF_REGIMENT.fullmatch(self.content, body.start, body.end):
            regiment = self.at.get(body.end + 1) or self.at.get(body.end + 2)
            joined = regiment and self.content[body.end : regiment.start] in (" ", ", ")
            if regiment and joined and regiment.kind == "organisation":
                return self._joined(body, regiment.end, ())
        parent = self.at.get(body.end + 1)
        if parent is None or parent.kind != "organisation" or self.content[body.end] != " ":
            return None
        initials = self.content[body.start : body.end] in self.words.abbreviated_organisations
        return self._joined(body, parent.end, ()) if initials and self._ends_with_head(body) else None

    def _with_whole(self, body: Draft) -> Draft | None:
        """ "Politburo of the NWP CC", "Council of Norland", "Embassy of Norland in the PRS"."""
        seat = _IN.match(self.content, body.end) if self._is_seated(body) else None
        of = _OF.match(self.content, body.end) or seat or self._under(body)
        whole = self.at.get(of.end()) if of else None
        if whole is None or not self._ends_with_head(body) and not seat:
            return None
        if whole.kind == "place":
            return (
                self._joined(body, whole.end, self._own(body, whole))
                if seat or self._is_state(whole) or self._is_party(body)
                else None
            )
        organ = self.content[body.start : whole.start]
        spelled = (
            self.forms.readings.get(folded(organ + form.text), ()) for e in whole.entries for form in e.forms
        )
        readings = tuple(reading for found in spelled for reading in found)
        return self._joined(body, whole.end, readings or self._own(body, whole))

    def _with_partner(self, body: Draft) -> Draft | None:
        """ "Joint Staff of the NWP and the TUC": the second of the bodies that have one together."""
        joined = _AND.match(self.content, body.end)
        other = self.at.get(joined.end()) if joined else None
        first, *rest = self.content[body.start : body.end].split(" ")
        if other is None or other.kind != "organisation" or first not in self.words.joint:
            return None
        if "of" not in rest or not rest[-1].isupper():
            return None
        return self._joined(body, other.end, ())

    def _under(self, body: Draft) -> re.Match[str] | None:
        """What joins a body and the highest organ of a state that it is under."""
        under = _UNDER.match(self.content, body.end)
        whole = self.at.get(under.end()) if under else None
        above = whole and self.words.above.search(self.content, whole.start, whole.end)
        return under if above else None

    def _led_up_to(self, body: Draft, floor: int) -> Draft | None:
        """ "Harbour Division of the NWP": the organ before a body, which says nothing by itself."""
        of = _OF_BEFORE.search(self.content, max(floor, body.start - 10), body.start)
        number = bisect_right(self.starts, body.start) - 2
        if of is None or number < 0 or self.capitals.runs[number].end != of.start():
            return None
        run = self.capitals.runs[number]
        if self.content[run.start : body.end] in self.words.known_bodies:
            return self._joined(body._replace(start=run.start, end=run.end), body.end, body.readings)
        tokens = [token for token in run.tokens if token.start >= floor]
        while tokens and (tokens[0].traits.plain or self._is_spoken_for(tokens[0])):
            tokens.pop(0)
        alone = len(tokens) == 1 and tokens[0].word in self.words.governing
        if not (alone or len(tokens) > 1) or not self._is_head(tokens[-1]):
            return None
        if tokens[-1].word in self.words.meetings and not alone:
            return None
        first = body._replace(start=tokens[0].start, end=tokens[-1].end, readings=())
        return self._joined(first, body.end, ())

    def _is_spoken_for(self, token: Token) -> bool:
        taken = self.at.get(token.start)
        return taken is not None or not self.persons.is_free(token.start, token.end)

    def _joined(self, first: Draft, end: int, readings: tuple[Reading, ...]) -> Draft | None:
        if not self.persons.is_free(first.end, end):
            return None
        last = self.content[first.start : end].rpartition(" ")[2]
        if f"{last}." in self.words.abbreviated_heads and self.content[end : end + 1] == ".":
            end += 1
        said = self._said(first, end)
        bodies = tuple(reading for reading in said if reading.entry.kind == "organisation")
        evidence = f"{first.evidence}; with the name that it belongs to"
        return Draft(first.start, end, "organisation", bodies or readings, 0.8, evidence)

    def _said(self, first: Draft, end: int) -> Sequence[Reading]:
        """The entries that have the whole as a form, be it the other way round: "Presidium of the NWP CC"."""
        said = self.forms.readings.get(folded(self.content[first.start : end]))
        if said or self.content[first.end : first.end + 1] != " ":
            return said or ()
        organ = self.content[first.end + 1 : end]
        names = [self.content[first.start : first.end]]
        names += [form.text for entry in first.entries for form in entry.forms]
        turned = (folded(f"{organ} of {the}{name}") for name in names for the in ("the ", ""))
        return [reading for form in turned for reading in self.forms.readings.get(form, ())]

    def _own(self, body: Draft, state: Draft) -> tuple[Reading, ...]:
        """The readings of a body that speak of the state."""
        names = {form.text for entry in state.entries for form in entry.forms}
        names.add(self.content[state.start : state.end])
        said = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
        return tuple(reading for reading in body.readings if said.search(_told(reading.entry)))

    def _tokens(self, start: int) -> Iterator[Token]:
        """The capitalised words from here on, in one row, that are nobody's name."""
        number = bisect_right(self.starts, start) - 1
        run: Run = self.capitals.runs[number]
        for token in run.tokens if number >= 0 else ():
            if token.start >= start:
                if not self.persons.is_free(token.start, token.end) or (
                    token.start == start and not run.start <= start
                ):
                    return
                yield token

    def _is_office(self, tokens: Sequence[Token]) -> bool:
        """Whether a word for a body belongs to the office behind it: "NWP Party Secretary"."""
        portfolio = tokens[0].word in self.words.portfolios
        return portfolio and len(tokens) > 1 and tokens[1].word.lower() in self.words.title_ends

    def _is_head(self, token: Token) -> bool:
        upper = token.traits.upper and len(token.word) > 3
        return token.traits.head or (upper and token.word.capitalize() in self.words.heads)

    def _ends_with_head(self, body: Draft) -> bool:
        """Whether a word for what a body is ends its name, or begins it: "Office of Tides and Charts"."""
        name = self.content[body.start : body.end]
        said, before = re.findall(r"\w+", name), re.findall(r"\w+", _JOINED.split(name, maxsplit=1)[0])
        telling = {said[0], said[-1], before[-1]}
        if name in self.words.known_bodies or self.words.lettered.fullmatch(name):
            return True
        return not telling.isdisjoint(self.words.heads)

    def _is_seated(self, body: Draft) -> bool:
        return _seated(self.words).search(self.content, body.start, body.end) is not None

    def _is_party(self, body: Draft) -> bool:
        return self.content[body.start : body.end].split()[-1] in self.words.parties

    def _is_state(self, place: Draft) -> bool:
        name = self.content[place.start : place.end]
        states = self.words.people_of.values()
        return name in states or name in self.words.abbreviated_places or name in self.words.same_place


def _told(entry: Entry) -> str:
    return ". ".join([*(form.text for form in entry.forms), entry.description])


@cache
def _seated(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words.seated)))})(?!\w)")
