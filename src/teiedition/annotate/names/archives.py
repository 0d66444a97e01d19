"""Bodies whose initials follow them, and archives and others called in their own languages."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import is_whole
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Text

_BRACKETED = re.compile(rf" \((?<=\w \()([{UPPER}]{{3,7}})s?\)")
_CAPITALISED = re.compile(rf"(?<![\w’'-]){CAPITAL}(?:['’]s?)?")
_SMALL = re.compile(r" (?:(?:of|for|and|the|on|in|to|with) ){0,2}|-")
_BEFORE = re.compile(rf"(?:(?<![\w’'-]){CAPITAL} )+$")


def archives(text: Text, taken: Taken, words: Words) -> list[Draft]:
    """The institutions with a word of another language for what they are, in names of two words or more."""
    content, found, last = text.content, list[Draft](), 0
    for _, start, stop in _institutions(words).find_matches_as_indexes(content):
        if start < last or not is_whole(content, start, stop):
            continue
        rest = _rest(words).match(content, stop)
        end = rest.end() if rest else stop
        if before := _BEFORE.search(content, max(last, start - 60), start):
            parts = before[0].split(" ")
            kept = next((at for at, word in enumerate(parts) if word.lower() not in words.function), 0)
            start = before.start() + len(" ".join(parts[:kept])) + (kept > 0)
        name = content[start:end]
        if " " in name and name[0].isupper() and taken.is_free(start, end):
            found.append(Draft(start, end, "organisation", (), 0.85, "an institution in its own language"))
            last = end
    return found


def explained(text: Text, taken: Taken, words: Words) -> list[Draft]:
    """Bodies whose initials stand behind them in brackets: "Norland Harbour Unity (NHU)"."""
    found = []
    for match in _BRACKETED.finditer(text.content):
        floor = max(0, match.start() - 90)
        before = list(_CAPITALISED.finditer(text.content, floor, match.start()))[-len(match[1]) :]
        initials = "".join(word[0][0] for word in before)
        if initials != match[1] or _is_other(before, words):
            continue
        start, end = before[0].start(), match.end()
        gaps = (text.content[a.end() : b.start()] for a, b in zip(before, before[1:], strict=False))
        joined = text.content[before[-1].end()] == " " and all(_SMALL.fullmatch(gap) for gap in gaps)
        if joined and taken.is_free(start, end):
            evidence = "a name with its initials behind it"
            found.append(Draft(start, end, "organisation", (), 0.8, evidence))
    return found


def _is_other(parts: list[re.Match[str]], words: Words) -> bool:
    """Whether the words are the name of a state, a person, a treaty or the like."""
    said = [part[0] for part in parts]
    state = any(re.fullmatch(words.states, word) for word in said)
    return state or said[-1] in words.no_body_ends or said[0] in words.given or said[0] in words.family_first


@cache
def _institutions(words: Words) -> AhoCorasick:
    return AhoCorasick(sorted(words.institutions) or ["\0"], matchkind=MatchKind.LeftmostLongest)


@cache
def _rest(words: Words) -> re.Pattern[str]:
    joined = rf" (?:(?:{words.foreign_joiners}) ){{0,2}}(?:[ld]['’])?{CAPITAL}"
    return re.compile(rf"(?:{joined})*(?: \((?=[^)]*[{UPPER}])[\w .-]{{2,12}}\))?")
