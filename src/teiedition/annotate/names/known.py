"""Names that the authority files have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken, longest
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import SYMBOL, Gazetteer, Hit, Reading
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import UPPER, Words
from teiedition.annotate.text import Text
from teiedition.authority import entry as authority_entry

_GAP = 9
"""The longest small words within a name: " for the "."""

_FOLLOWING = re.compile(rf" ([{UPPER}]\w*)")
_PART = re.compile(r"/[A-Z](?![\w/])")
_STOPPED = re.compile(r"(?:[A-Z]\. ?)+[A-Z]")
_OFFICE = 40
"""How far before a name an office begins at most."""
_AND = re.compile(r" and ")
_OF = re.compile(r" of (?:the )?")
BARE = "bare"
"""The type of a form that stands for a name without whose the body is: "Ministry of Tides"."""
SHORT = authority_entry.SHORT | {BARE}
"""Types of forms that mean something only beside a longer form."""


def find(text: Text, gazetteer: Gazetteer, capitals: Capitals) -> list[Draft]:
    """The names of entries in a text, without overlaps; a second spelling in brackets is part of the name."""
    words = capitals.words
    second = [(start, end) for start, end in capitals.second_spellings.items()]
    hits = (hit for hit in gazetteer.hits(text.content, second) if _is_name(text, hit, capitals))
    drafts = [_with_suffix(text.content, draft) for draft in map(_draft, hits)]
    exact = [
        draft
        for draft in drafts
        if not _in_another(text, draft, words) and not _are_two(text.content, draft, gazetteer)
    ]
    exact = list(_where_they_are(text.content, exact, words))
    drafts = longest([*exact, *_with_slips(text, gazetteer, capitals, Taken(exact))])
    return list(_with_wholes(text.content, list(_joined(text.content, drafts)), gazetteer))


def _are_two(content: str, draft: Draft, gazetteer: Gazetteer) -> bool:
    """Whether it is an organ and its whole, which the files have each by itself: "Tide Office, Harbour
    Board"."""
    organ, comma, whole = content[draft.start : draft.end].rpartition(", ")
    return bool(
        comma
        and draft.kind == "organisation"
        and gazetteer.readings.get(folded(organ))
        and gazetteer.readings.get(folded(whole))
    )


def _where_they_are(content: str, drafts: list[Draft], words: Words) -> Iterator[Draft]:
    """The names; of those that are a person's and a place's, the person's where somebody acts or stands
    beside another person, and the place's where a place is spoken of."""
    kinds: dict[tuple[int, int], set[str]] = defaultdict(set)
    for draft in drafts:
        kinds[draft.start, draft.end].add(draft.kind)
    persons = {start for (start, _), known in kinds.items() if known == {"person"}}
    for draft in drafts:
        if {"person", "place"} <= kinds[draft.start, draft.end]:
            behind = _AND.match(content, draft.end)
            acts = words.speech.match(content, draft.end) or (behind and behind.end() in persons)
            before = content[max(0, draft.start - 12) : draft.start].split()
            placed = before and before[-1] in words.place_prepositions and content[draft.start - 1] == " "
            if draft.kind == ("place" if acts else "person" if placed else ""):
                continue
        yield draft


def _with_slips(text: Text, gazetteer: Gazetteer, capitals: Capitals, exact: Taken) -> Iterator[Draft]:
    """Long names that have a slip of the pen or of the scanner in them."""
    runs, words = capitals.runs, gazetteer.long_form_words
    likely = {number for number, _ in capitals.places(lambda token: token.traits.folded in words)}
    for number in sorted({before for at in likely for before in range(max(0, at - 2), at + 1)}):
        for first in runs[number].tokens[:3]:
            if not exact.is_free(first.start, first.end):
                continue
            for last in _ends(capitals, number, first):
                readings = gazetteer.alike[text.content[first.start : last.end]]
                if len({reading.entry.id for reading in readings}) == 1 and not _is_office(
                    text.content[first.start : last.end], readings[0].form.text, capitals.words
                ):
                    reading = readings[0]
                    evidence = f"all but “{reading.form.text}” of #{reading.entry.id} in the authority files"
                    yield Draft(first.start, last.end, reading.entry.kind, readings, 0.75, evidence)


def _is_office(said: str, form: str, words: Words) -> bool:
    """Whether what looks like a slip is an office, "Minister of Tides" for the Ministry of Tides, or several
    bodies, "Banks of Norland", or the husband, "Mr. Orr"."""
    changed = [word for word in said.split() if word not in form.split()]
    courtesy = any(word.rstrip(".") in words.courtesy or word in words.courtesy for word in changed)
    return courtesy or any(
        word.lower() in words.title_ends or word.removesuffix("s") in words.heads for word in changed
    )


def _ends(capitals: Capitals, number: int, first: Token) -> Iterator[Token]:
    """The words with which a long name may end that begins with this one: in the run, or a run or two on."""
    run = capitals.runs[number]
    before = run.tokens[-1]
    if before is not first and before.word not in capitals.words.adjectives:
        yield before
    for following in capitals.runs[number + 1 : number + 3]:
        if following.block is not run.block or following.tokens[0].start - before.end > _GAP:
            return
        before = following.tokens[-1]
        yield before


def _draft(hit: Hit) -> Draft:
    short = all(reading.form.type in SHORT for reading in hit.readings)
    forms = dict.fromkeys(f"“{form.text}” of #{entry.id}" for entry, form in hit.readings)
    evidence = f"in the authority files as {', '.join(forms)}"
    return Draft(hit.start, hit.end, hit.kind, hit.readings, 0.8 if short else 1.0, evidence)


def _with_suffix(content: str, draft: Draft) -> Draft:
    """Initials with their last stop, "N.H.B."; those of a body with the letter of the part that is meant:
    "NHB/S"."""
    if content[draft.end : draft.end + 1] == "." and _STOPPED.fullmatch(content, draft.start, draft.end):
        return draft._replace(end=draft.end + 1)
    part = _PART.match(content, draft.end) if draft.kind == "organisation" else None
    return draft._replace(end=part.end()) if part and content[draft.start : draft.end].isupper() else draft


def _is_name(text: Text, hit: Hit, capitals: Capitals) -> bool:
    """Whether a form of one word is likely to be that name here, and no ordinary word."""
    words = text.content[hit.start : hit.end]
    bracketed = text.content[hit.start - 1 : hit.start] == "(" and text.content[hit.end : hit.end + 1] == ")"
    if " " in words or not capitals.common[words] or (bracketed and hit.kind == "person"):
        return True
    block = text.block_at(hit.start)
    if block is not None and words.isupper() and len(words) > 1:
        return not text.content[block.start : block.end].isupper() or hit.start > block.start
    return block is not None and not capitals.starts_sentence(block, hit.start) and words[:1].isupper()


def _in_another(text: Text, draft: Draft, words: Words) -> bool:
    """Whether the words are part of something else: "North" of "the North Korean side", a plan."""
    content, name = text.content, text.content[draft.start : draft.end]
    following = _FOLLOWING.match(content, draft.end)
    if following and name.split()[-1] in words.directions:
        return True
    if draft.kind == "organisation" and (
        (words.never.match(content, draft.end) and not name.isupper())
        or _lacks_capitals(name, draft.readings)
        or (draft.score < 1 and _office_of(words).search(content, max(0, draft.start - _OFFICE), draft.start))
    ):
        return True
    if draft.kind == "place" and (
        SYMBOL.match(content, draft.end)
        or (following and following[1] in words.papers)
        or _is_titled(content, draft.start, words)
    ):
        return True
    if draft.kind == "person" and following:
        if following[1] in words.events or (draft.score < 1 and _is_common_noun(name, words)):
            return True
        return " " not in name and _is_thing(content, name, following[1], words)
    articled = all(reading.form.text[:4].lower() == "the " for reading in draft.readings)
    return articled and content[max(0, draft.start - 4) : draft.start].lower() != "the "


def _is_thing(content: str, name: str, following: str, words: Words) -> bool:
    """Whether somebody's name begins that of a thing, which has an article: "the Tule Baro", a party."""
    traits = traits_of(words)[following]
    said = traits.everyday or traits.head or traits.plain or (traits.ordinary and not traits.adjective)
    return not said and f"the {name} {following}" in content


@cache
def _office_of(words: Words) -> re.Pattern[str]:
    """An office that waits for what it is one of: "Secretary of" before "Harbours"."""
    return re.compile(rf"(?<![\w-])(?i:{words.offices}) of $")


def _is_titled(content: str, start: int, words: Words) -> bool:
    """Whether a courtesy stands before a place's name, so that it is somebody's: "Lord Selby"."""
    said = content[max(0, start - 10) : start - 1].split() if content[start - 1 : start] == " " else []
    return bool(said) and (said[-1] in words.courtesy or said[-1] in words.lords)


def _lacks_capitals(name: str, readings: Iterable[Reading]) -> bool:
    """Whether the last word has a small letter that all forms write with a capital: "Selby government"."""
    last = name.rpartition(" ")[2]
    return last.islower() and all(form.text.rpartition(" ")[2][:1].isupper() for _, form in readings)


def _is_common_noun(word: str, words: Words) -> bool:
    return word in words.heads or word in words.portfolios or bool(words.ordinary.fullmatch(word))


def _with_wholes(content: str, drafts: list[Draft], gazetteer: Gazetteer) -> Iterator[Draft]:
    """Put together a body and the one that it is an organ of: "Council" and "NP" in "Council of the NP".

    That is the organ's entry if one of its forms says the same with another form of the whole.
    """
    waiting = iter([*drafts, None])
    current = next(waiting)
    while current is not None:
        following = next(waiting)
        bodies = following is not None and current.kind == following.kind == "organisation"
        if bodies and following and _OF.fullmatch(content, current.end, following.start):
            organ = content[current.start : following.start]
            forms = (form.text for whole in following.entries for form in whole.forms)
            spelled = (gazetteer.readings.get(folded(organ + form), ()) for form in forms)
            readings = tuple(reading for found in spelled for reading in found)
            if readings or not set(current.entries) & set(following.entries):
                current = current._replace(end=following.end, readings=readings)
                following = next(waiting)
        yield current
        current = following


def _joined(content: str, drafts: list[Draft]) -> Iterator[Draft]:
    """Put together what names one thing twice: "Pyeongyang [Pyongyang]", "Harbour Board (HB)"."""
    current: Draft | None = None
    for draft in drafts:
        if current is not None and (end := _repeats(content, current, draft)):
            current = current._replace(end=end, first_end=current.first_end or current.end)
            continue
        if current is not None:
            yield current
        current = draft
    if current is not None:
        yield current


def _repeats(content: str, one: Draft, other: Draft) -> int:
    """Where the two names end if the second repeats the first beside it; 0 where it does not."""
    between = content[one.end : other.start]
    same = {entry.id for entry in one.entries} & {entry.id for entry in other.entries}
    if one.kind != other.kind or not same:
        return 0
    if between == " ":
        return other.end
    if between in (" (", " [") and content[other.end : other.end + 1] in (")", "]"):
        return other.end + 1
    return 0
