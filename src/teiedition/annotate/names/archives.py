"""Institutions called in their own languages, archives above all: "Archiwum Akt Orrowych (AAO)"."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import is_whole
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Text

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


@cache
def _institutions(words: Words) -> AhoCorasick:
    return AhoCorasick(sorted(words.institutions) or ["\0"], matchkind=MatchKind.LeftmostLongest)


@cache
def _rest(words: Words) -> re.Pattern[str]:
    joined = rf" (?:(?:{words.foreign_joiners}) )?{CAPITAL}"
    return re.compile(rf"(?:{joined})*(?: \((?=[^)]*[{UPPER}])[\w .-]{{2,12}}\))?")
