"""Family names that stand alone: those of persons named in full elsewhere; and the particles before them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.gazetteer import is_whole
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Text

_PLACE = re.compile(rf"{CAPITAL}(?! [{UPPER}])")
_LAST = re.compile(r"(\w+) $")


def short_names(text: Text, names: Collection[str], taken: Taken, capitals: Capitals) -> list[Draft]:
    """Where family names of persons named in full elsewhere stand alone."""
    found = []
    for number, token in capitals.places(lambda token: _is_called(token, names)):
        run = capitals.runs[number]
        known = token.traits.folded in names or _is_behind_article(text.content, token)
        if known and taken.is_free(token.start, token.end):
            ordinary = token is run.tokens[0] and run.after_stop and capitals.common[token.word]
            if not ordinary and not _goes_on(run, token):
                evidence = "the short name of a person named in full in this document"
                start = before_particles(text.content, run.block.start, token.start, capitals.words)
                found.append(Draft(start, token.end, "person", (), 0.85, evidence))
    return found


def _is_called(token: Token, names: Collection[str]) -> bool:
    """Whether this is one of these names, or the plural of one: "the Orrs"."""
    name = token.traits.folded
    return name in names or (token.word[-1] == "s" and name[:-1] in names)


def _is_behind_article(content: str, token: Token) -> bool:
    return content[max(0, token.start - 4) : token.start].lower() == "the "


def peers(text: Text, taken: Taken, words: Words) -> list[Draft]:
    """Persons who are called after a place: "the Earl of Selby"."""
    return [
        Draft(start, place.end(), "person", (), 0.8, "a title with the place that it is called after")
        for _, start, behind in _peers(words).find_matches_as_indexes(text.content)
        if (place := _PLACE.match(text.content, behind))
        and is_whole(text.content, start, place.end())
        and taken.is_free(start, place.end())
    ]


@cache
def _peers(words: Words) -> AhoCorasick:
    forms = [form for peer in words.peers for form in (f"{peer} of ", f"{peer} OF ".upper())]
    return AhoCorasick(sorted(forms) or ["\0"], matchkind=MatchKind.LeftmostLongest)


def before_particles(content: str, floor: int, start: int, words: Words) -> int:
    """Where a family name begins with the particles before it: "de Orr"."""
    pattern, last_words = _particles(words)
    near = max(floor, start - 16)
    last = _LAST.search(content, max(near, content.rfind(" ", near, start - 1)), start)
    match = pattern.search(content, near, start) if last and last[1].lower() in last_words else None
    return match.start() if match else start


@cache
def _particles(words: Words) -> tuple[re.Pattern[str], frozenset[str]]:
    """The particles at the end of some words; and the words that these may end with."""
    ends = frozenset(re.findall(r"\w+", " ".join(words.particle_words).lower()))
    return re.compile(rf"(?<![\w-])(?:(?i:{words.particles}) )+$"), ends


def _goes_on(run: Run, token: Token) -> bool:
    """Whether a word is the first of a longer capitalised phrase, and so perhaps not a name by itself."""
    following = [other for other in run.tokens if other.start > token.end]
    return bool(following) and following[0].start == token.end + 1
