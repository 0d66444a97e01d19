"""States by what they call themselves, and the entries that the authority files have for them.

"People's Republic of Norland", "Norlandish People's Republic", "PR of Norland", "PRN" may all be one entry
of which the authority has one name only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from teiedition.annotate.names.draft import Draft
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Gazetteer, Reading
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Block

SEVERAL = re.compile(rf"(?:, (?:the )?{CAPITAL}(?: {CAPITAL})?)+,? (?:and|AND) (?:the )?[{UPPER}]")
_OF = re.compile(r" (?:of )?(?:the )?", re.IGNORECASE)


def states(content: str, block: Block, words: Words) -> Iterator[tuple[int, int, str]]:
    """States in a block with what sort of state they are."""
    at = block.start
    while match := _state(words).search(content, at, block.end):
        at = match.end()
        if match["whose"] and match["whose"] not in words.adjectives:
            at = match.end("whose")
        elif match["name"] and match["name"].split(" ")[0] in words.adjectives:
            continue  # a body: "Federation of Norlandish Mills"
        elif match["name"] and SEVERAL.match(content, match.end()):
            continue  # what several are in together: "a Federation of Norland, Sutland and Selby"
        elif not _of_office(words).search(content, max(block.start, match.start() - 24), match.start() + 6):
            yield match.start(), _end(match, words), "a state by what it calls itself"


def _end(match: re.Match[str], words: Words) -> int:
    """Where the name ends: before somebody's, if the first of two words is a state's by itself."""
    first, _, rest = (match["name"] or "").partition(" ")
    alone = rest and first in words.places and f"{first} {rest}" not in words.places
    return match.start("name") + len(first) if alone else match.end()


def with_entries(
    content: str, located: Iterable[Draft], known: Sequence[Draft], forms: Gazetteer, words: Words
) -> list[Draft]:
    """Places that the language's table has, with the entry of the state of which they are another name."""
    inner = {draft.end: draft.readings for draft in known if draft.kind == "place"}
    found = []
    for draft in located:
        name = content[draft.start : draft.end]
        kind, _, rest = name.partition(" ")
        said = words.same_place.get(name, "")
        readings: Sequence[Reading] = ()
        if rest and kind in words.state_initials:
            said = f"{words.state_initials[kind]} of {_OF.sub('', f' {rest}', count=1)}"
            readings = inner.get(draft.end, ())
        elif kind.lower() in words.articles:
            readings = inner.get(draft.end, ())
        elif kind in words.state_creeds:
            said = rest
        elif rest and kind in words.people_of and not said:
            said = words.people_of[kind]
        entries = forms.readings.get(folded(said), ()) if said else ()
        readings = [reading for reading in entries if reading.entry.kind == "place"] or readings
        found.append(draft._replace(readings=tuple(readings)) if readings else draft)
    return found


@cache
def _state(words: Words) -> re.Pattern[str]:
    """A state with what sort of state it is: "People's Republic of Norland (PRN)"."""
    name = rf"{CAPITAL}(?: {CAPITAL})?"
    kind = rf"(?:(?:{words.state_modifiers}) )*(?:{words.states}) of (?:the )?(?P<name>{name})"
    adjective = rf"(?P<whose>{CAPITAL}) (?:(?:{words.state_modifiers}) )*(?:{words.republics})"
    initials = "|".join(sorted(words.state_initials)) or "(?!)"
    short = rf"(?:{initials}) (?:of|OF) (?:(?:the|THE) )?{CAPITAL}"
    return re.compile(rf"(?<![\w’'-])(?=[{UPPER}])(?:{short}|{kind}|{adjective})(?: \([{UPPER}]{{2,6}}\))?")


@cache
def _of_office(words: Words) -> re.Pattern[str]:
    """What makes part of an office of what looks like a state: "Head of State of Norland"."""
    office = rf"(?:{words.offices}|{words.employments})"
    return re.compile(rf"(?<!\w){office} (?:{words.complement}) State $", re.IGNORECASE)
