"""Places that no authority file has: those that everybody knows, and those that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from teiedition.annotate.names.capitals import HEADINGS, Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import SYMBOL, is_whole
from teiedition.annotate.names.states import states
from teiedition.annotate.names.traits import is_everyday, traits_of
from teiedition.annotate.names.words import CAPITAL, Words
from teiedition.annotate.text import Block, Text

_HOUSE = re.compile(r"(?<![\w,.:/£$-])\d{1,4}[A-Za-z]?,? $")
_OPEN, _CLOSE = frozenset('“"‘'), frozenset('”"’')
_PREFIXED = re.compile(r"(?<!\w)(?:pro|anti|non)-$")
_CAPITAL_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][a-z]+) $")
_AMID = re.compile(r"[a-z,’'] $")
_OF_PEOPLE = re.compile(r"[A-Z][a-z]+o")
"""What stands for an adjective before a hyphen: "Sino-"."""
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"(?<![\w-])([^\W\d_]+) $"), re.compile(r" ([^\W\d_]+)")
_FOLLOWING = re.compile(rf" ({CAPITAL})")


def places(text: Text, capitals: Capitals, taken: Taken) -> list[Draft]:
    """States and cities that everybody knows, rivers, provinces and the like."""
    found = list(_known(text.content, capitals))
    hints = _hints(capitals.words).find_matches_as_indexes(text.content)
    hinted = {block.start for _, start, _ in hints if (block := text.block_at(start))}
    for block in text.blocks:
        if block.start in hinted:
            found += _described(text.content, block, capitals)
    return [
        Draft(_with_number(text.content, start, end, capitals.words), end, "place", (), 0.85, evidence)
        for start, end, evidence in found
        if taken.is_free(start, end) and not _is_dish(text.content, start, end, capitals)
    ]


def _with_number(content: str, start: int, end: int, words: Words) -> int:
    """Where an address begins with the number of the house: "15 Selby Crescent"."""
    if content[max(0, end - 16) : end].rpartition(" ")[2] not in words.addresses:
        return start
    number = _HOUSE.search(content, max(0, start - 8), start)
    return number.start() if number else start


def longer(located: Iterable[Draft], known: Iterable[Draft]) -> list[Draft]:
    """Those that touch no place of the authority files, or go beyond one on one side: "East Norland" or
    "Norland River", where the files have "Norland"."""
    taken = [draft for draft in known if draft.kind == "place"]
    starts, free = {draft.end: draft.start for draft in taken}, Taken(taken)
    ends = {draft.start: draft.end for draft in taken}
    return [
        draft
        for draft in located
        if free.is_free(draft.start, draft.end)
        or starts.get(draft.end, draft.start) > draft.start
        or ends.get(draft.start, draft.end) < draft.end
    ]


def _known(content: str, capitals: Capitals) -> Iterator[tuple[int, int, str]]:
    words, unsure = capitals.words, dict[str, list[tuple[int, int, str]]]()
    for _, start, end in _places(words).find_matches_as_indexes(content):
        if not is_whole(content, start, end):
            continue
        following = _FOLLOWING.match(content, end)
        joined = content[end : end + 1] == "-" or content[start - 1 : start] in ("-", ".", "'", "’")
        joined = joined and not _PREFIXED.search(content, max(0, start - 5), start)
        joined = joined and not _is_pair(content, start, end, words)
        titled = _is_titled(content, start, words)
        adjective = following is not None and (
            following[1] in words.adjectives or following[1] in words.papers
        )
        if joined or adjective or titled or _is_ship(content, start, words) or SYMBOL.match(content, end):
            continue
        start = _with_direction(content, start, end, words)
        if content[start - 1 : start] in _OPEN and content[end : end + 1] in _CLOSE:
            continue  # a ship, a paper, a play
        name = content[start:end]
        found = (start, end, "a place that the language's table has")
        if _is_unsure(name, capitals):
            unsure.setdefault(name, []).append(found)
        else:
            yield found
    for name, seen in unsure.items():
        placed = [found for found in seen if _is_placed(content, found[0], capitals)]
        yield from placed if is_everyday(name.lower(), words) else seen if placed else ()


def _is_called(content: str, block: Block, match: re.Match[str], capitals: Capitals) -> bool:
    """Whether it is a given name and a word for a place as family name: "Ann Lake", not "in Ann Lake";
    or "Heo Dam"."""
    words, name = capitals.words, (match["name"] or "").split(" ")[-1]
    if name in words.family_first and match[0].rpartition(" ")[2] in words.place_syllables:
        return not content.endswith("the ", 0, match.start())
    if name not in words.given or match[0].split(" ")[-1] not in words.surnames:
        return False
    before = content[max(block.start, match.start() - 16) : match.start()].split(" ")
    said = before[-2].lower() if len(before) > 1 else ""
    return said not in words.articles and said not in words.place_cues and said != "of"


def _is_unsure(name: str, capitals: Capitals) -> bool:
    """Whether a place is more often something else, in such a text or anywhere."""
    words = capitals.words
    if name in words.unsure_places or (name.isupper() and name.title() in words.unsure_places):
        return True
    return capitals.calls_things and name not in words.states_known


def _is_placed(content: str, start: int, capitals: Capitals) -> bool:
    """Whether the word before stands before places; "of" before dishes as well."""
    before = content[max(0, start - 16) : start].split(" ")[-2:-1]
    if not before:
        return False
    return before[0] in capitals.words.place_prepositions or (before[0] == "of" and not capitals.calls_things)


def _with_direction(content: str, start: int, end: int, words: Words) -> int:
    """Where a place begins with the direction before it, amid a sentence ("in East Selby"), or a state with
    what it believes in: "Communist Norland"."""
    before = _CAPITAL_BEFORE.search(content, max(0, start - 20), start)
    if before is None:
        return start
    directed = before[1] in words.directions and _AMID.search(content, max(0, start - 24), before.start())
    regime = before[1] in words.state_creeds and content[start:end] in words.states_known
    if directed and (further := _CAPITAL_BEFORE.search(content, max(0, start - 20), before.start(1))):
        return further.start(1) if f"{further[1]} {before[1]}" in words.double_directions else before.start(1)
    return before.start(1) if directed or regime else start


def _is_ship(content: str, start: int, words: Words) -> bool:
    """Whether the word before says that it is a ship: "the steamer Selby"."""
    before = content[max(0, start - 16) : start].split(" ")[-2:-1]
    return bool(before) and before[0] in words.vessels


def _is_pair(content: str, start: int, end: int, words: Words) -> bool:
    """Whether these are two states' initials with a hyphen between them: "US-UK"."""
    before = content[max(0, start - 12) : start - 1].split()[-1:] if content[start - 1] == "-" else []
    behind = content[end + 1 : end + 12].split()[:1] if content[end : end + 1] == "-" else []
    beside = [word.strip(",;:()") for word in (*before, *behind)]
    beside += [word.rstrip(".") for word in beside]
    return content[start:end] in words.abbreviated_places and any(
        word in words.abbreviated_places or word in words.adjectives or _OF_PEOPLE.fullmatch(word)
        for word in beside
    )


def _described(content: str, block: Block, capitals: Capitals) -> Iterator[tuple[int, int, str]]:
    words = capitals.words
    yield from states(content, block, words)
    if block.element in HEADINGS:
        return
    for match in _described_place(words).finditer(content, block.start, block.end):
        names = re.findall(CAPITAL, match["name"] or match["named"])
        start = match.start()
        if match["name"] and _opens(content, block, start, names[0].lower(), capitals):
            start += len(names.pop(0)) + 1
        if (
            match["name"]
            and match[0].rpartition(" ")[2] in words.streets
            and not _are_strange(names, capitals)
        ):
            continue
        if match["named"] and names[0].lower() in words.title_ends:
            continue  # "Port Captain"
        if _is_called(content, block, match, capitals) or _ends_before_hyphen(names, words):
            continue
        whose = match["name"] is not None and match[0].endswith(tuple(words.realms))
        if any(not capitals.common[name] and (whose or name not in words.adjectives) for name in names):
            yield start, match.end(), "a name with the word for what it is"


def _opens(content: str, block: Block, start: int, small: str, capitals: Capitals) -> bool:
    """Whether a small word is no part of a place's name: "The Selby River", but "on Old Selby Island"."""
    if small not in capitals.words.function:
        return False
    return small in capitals.words.articles or capitals.starts_sentence(block, start)


def _is_dish(content: str, start: int, end: int, capitals: Capitals) -> bool:
    """Whether a word for a dish or plant stands beside a place in a text about such: "Selby pudding"."""
    if not capitals.calls_things or content[start:end] in capitals.words.states_known:
        return False
    near = (_WORD_BEFORE.search(content, max(0, start - 24), start), _WORD_BEHIND.match(content, end))
    return any(capitals.is_called_after(word[1].lower()) for word in near if word)


def _are_strange(names: Sequence[str], capitals: Capitals) -> bool:
    """Whether none of some words is an ordinary one: "Cutler Row", no "Front Row"."""
    known = traits_of(capitals.words)
    return not any(known[name].everyday or known[name].plain or capitals.common[name] for name in names)


def _ends_before_hyphen(names: Sequence[str], words: Words) -> bool:
    """Whether a hyphen joins two places: "Selby Gulf-Norland Peninsula"."""
    return any("-" in name and name.split("-")[0] in words.place_after for name in names)


@cache
def _hints(words: Words) -> AhoCorasick:
    """Finds quickly where looking for described places is worth it."""
    return AhoCorasick(sorted(words.place_hints) or ["\0"])


@cache
def _places(words: Words) -> AhoCorasick:
    capitals = {place.upper() for place in words.places if len(place) > 3}
    known = sorted(words.places | words.abbreviated_places | capitals)
    return AhoCorasick(known or ["\0"], matchkind=MatchKind.LeftmostLongest)


def _is_titled(content: str, start: int, words: Words) -> bool:
    """Whether a courtesy stands before, so that a family name is meant, be it a place too: "Mr. Selby"."""
    ends, titled = _titled(words)
    near = max(0, start - 16)
    return content.endswith(ends, near, start) and titled.search(content, near, start) is not None


@cache
def _titled(words: Words) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The courtesies with the space behind them; and the same as a pattern."""
    forms = sorted(words.courtesy | words.lords)
    before = "|".join(map(re.escape, forms)) or "(?!)"
    return tuple(f"{form} " for form in forms), re.compile(rf"(?<![\w-])(?:{before}) $")


@cache
def _described_place(words: Words) -> re.Pattern[str]:
    kinds = words.place_after | words.streets
    after = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True)) or "(?!)"
    whose = "|".join(sorted(map(re.escape, words.of_somebody), key=len, reverse=True)) or "(?!)"
    described = rf"(?P<name>{CAPITAL}(?: {CAPITAL})?)(?: (?:{after})|['’]s (?:{whose}))"
    return re.compile(rf"(?<![\w’'-])(?:{described}|(?:{words.place_before}) (?P<named>{CAPITAL}))(?![\w-])")
