"""Given names and initials before a family name of the authority: "N. S. Orr", "Andy Orr", "Jo Orr".

The authority has a person under one full form; texts have others. What stands before the family name
tells which of its bearers is meant, or that it is none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken, longest
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.gazetteer import Reading
from teiedition.annotate.names.known import SHORT
from teiedition.annotate.names.surnames import before_particles
from teiedition.annotate.names.titles import Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.traits import is_everyday
from teiedition.annotate.names.words import INITIAL, TRANSCRIBED, UPPER, Words
from teiedition.annotate.text import Text
from teiedition.authority import Entry, Form

_INITIALS = re.compile(rf"(?:{INITIAL}[ -]?)+|[{UPPER}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"\w+[-‐‑]\w+")
_YOD = re.compile(r"j|[yi][aeou]")
_SMALL_MIDDLE = re.compile(rf" ([a-z]{{2,6}}) ([{UPPER}][^\W\d_]{{1,6}})(?![\w-])")
MOST = 3


def with_given_names(text: Text, drafts: Sequence[Draft], capitals: Capitals, titles: Titles) -> list[Draft]:
    """The names with the given names before them; those of other persons of that family without readings."""
    others = Taken([draft for draft in drafts if not is_family_name(draft)])
    starts = [run.tokens[0].start for run in capitals.runs]
    found = []
    for draft in drafts:
        if is_family_name(draft):
            run = capitals.runs[bisect_right(starts, draft.start) - 1] if starts else None
            before = [token for token in run.tokens if token.end < draft.start] if run else []
            behind = [token for token in run.tokens if token.start > draft.end] if run else []
            note = (run.block.start, run.block.end) if run and run.block.element == "note" else (-1, -1)
            draft = _whole(text.content, draft, before, capitals, titles, others, *note)
            if not draft.readings:
                draft = _with_second_surname(text.content, draft, capitals, starts, titles, others)
            if draft.end - draft.start == len(text.content[draft.start : draft.end].split()[0]):
                draft = _with_following(text.content, draft, behind, capitals, titles, others)
        elif draft.kind == "person" and text.content[draft.end + 1 : draft.end + 2].isupper():
            draft = _with_second_surname(text.content, draft, capitals, starts, titles, others)
        found.append(draft)
    return longest(found)


def is_family_name(draft: Draft) -> bool:
    """Whether this is a person's name of which the authority files have but the family name here."""
    return draft.kind == "person" and all(reading.form.type in SHORT for reading in draft.readings)


def _whole(
    content: str,
    draft: Draft,
    before: list[Token],
    capitals: Capitals,
    titles: Titles,
    others: Taken,
    floor: int,
    ceiling: int,
) -> Draft:
    """The name with the words before it, if they are given names, or with it all of a note that begins and
    ends at `floor` and `ceiling`; `before` are the words of the same run."""
    given: list[Token] = []
    start = before_particles(content, max(0, draft.start - 16), draft.start, capitals.words)
    draft = draft._replace(start=start)
    end = draft.start
    for token in reversed(before[-MOST:]):
        if token.end + 1 != end or not others.is_free(token.start, token.end):
            break
        if not _may_be_given(content, token, capitals, titles):
            break
        given.insert(0, token)
        end = token.start
    words = capitals.words
    while given:
        names = [token.word for token in given]
        entries = [
            entry for entry in draft.entries if agree(names, given_names(entry, draft, content), words)
        ]
        sure = all(name in words.given or _INITIALS.fullmatch(name) for name in names)
        sure = sure or (
            len(names) < 3 and given[0].start == floor and content[draft.end : ceiling] in (".", "")
        )
        titled = not entries and len(given) == 1 and titles.ends_at(content, given[0].start, given[0])
        if entries or (sure and not titled):
            start = given[0].start
            form = Form(content[start : draft.end], "variant")
            readings = tuple(Reading(entry, form) for entry in entries)
            how = "a family name and given names that fit" if entries else "another person of a known family"
            return draft._replace(
                start=start, readings=readings, evidence=f"{draft.evidence}; {how}", score=0.9
            )
        given.pop(0)
    return draft


def _with_following(
    content: str, draft: Draft, behind: list[Token], capitals: Capitals, titles: Titles, others: Taken
) -> Draft:
    """The name with the given names behind it, where the family name stands first: "Li Bel", "Ngo tu Bel"."""
    if content[draft.start : draft.end] not in capitals.words.family_first:
        return draft
    end = _end_of_given(content, draft, behind, capitals, titles)
    if not end or not others.is_free(draft.end, end):
        return draft
    said = folded(content[draft.start : end])
    entries = [entry for entry in draft.entries if any(folded(form.text) == said for form in entry.forms)]
    readings = tuple(Reading(entry, Form(content[draft.start : end], "variant")) for entry in entries)
    how = "a family name and the given name behind it"
    return draft._replace(end=end, readings=readings, evidence=f"{draft.evidence}; {how}", score=0.9)


def _end_of_given(content: str, draft: Draft, behind: list[Token], capitals: Capitals, titles: Titles) -> int:
    """Where the one or two given names behind a family name end, the former of two perhaps written small."""
    if small := _SMALL_MIDDLE.match(content, draft.end):
        plain = _is_ordinary(content, small[1], capitals.words) or capitals.common[small[2]]
        return 0 if plain else small.end()
    if not behind or behind[0].start != draft.end + 1:
        return 0
    if _HYPHENED.fullmatch(behind[0].word):
        return behind[0].end
    for count in (2, 1):
        row, following = behind[:count], behind[count : count + 1]
        ends = not following or following[0].word in capitals.words.substitutes
        ends = ends or titles.begins[following[0].word]
        if len(row) == count and ends and _are_given(content, row, capitals, titles):
            return row[-1].end
    return 0


def _is_ordinary(content: str, word: str, words: Words) -> bool:
    """Whether a small word between two names is one of the language: "Ngo told Bel"; so is one that the text
    has elsewhere as well."""
    listed = word in words.function or word in words.pasts or word in words.speech_verbs
    return (
        listed
        or word.endswith(words.inflections)
        or is_everyday(word, words)
        or len(re.findall(rf"(?<!\w){word}(?!\w)", content))
        > len(re.findall(rf"[{UPPER}]\w* {word} (?=[{UPPER}])", content))
    )


def _are_given(content: str, row: Sequence[Token], capitals: Capitals, titles: Titles) -> bool:
    """Whether words side by side may be given names; one of them may look like a particle, "Van"."""
    beside = all(one.end + 1 == other.start for one, other in pairwise(row))
    sure = [token for token in row if token.traits.small not in capitals.words.particle_words]
    return (
        beside
        and bool(sure)
        and all(token.word.istitle() for token in row)
        and all(_may_be_given(content, token, capitals, titles) for token in sure)
    )


def _with_second_surname(
    content: str, draft: Draft, capitals: Capitals, starts: Sequence[int], titles: Titles, others: Taken
) -> Draft:
    """The name with a further family name behind it, as Spanish names have: "Raúl Orr Vance"."""
    first = content[draft.start : draft.end].split()[0]
    if first not in capitals.words.given or content[draft.end] != " ":
        return draft
    run = capitals.runs[bisect_right(starts, draft.start) - 1]
    behind = [token for token in run.tokens if token.start > draft.end]
    if len(behind) != 1 or behind[0].start != draft.end + 1:
        return draft
    token = behind[0]
    fits = _may_be_given(content, token, capitals, titles) and not (
        token.traits.given or token.traits.initials
    )
    return draft._replace(end=token.end) if fits and others.is_free(token.start, token.end) else draft


def _may_be_given(content: str, token: Token, capitals: Capitals, titles: Titles) -> bool:
    words, word = capitals.words, token.word
    if _INITIALS.fullmatch(word) or word in words.given:
        return True
    ordinary = any(word in group for group in (words.adjectives, words.places, words.heads, words.fields))
    ordinary = ordinary or capitals.common[word] or word.isupper()
    return not ordinary and not titles.ends_at(content, max(0, token.start - 60), token)


def given_names(entry: Entry, draft: Draft, content: str) -> list[str]:
    """The given names of an entry, as its fullest form has them."""
    family = set(folded(content[draft.start : draft.end]).split())
    full = [form for form in entry.forms if form.type not in SHORT and "," not in form.text]
    words = max((list(_words(form.text, form.role)) for form in full), key=len, default=[])
    return [word for word in words if folded(word) not in family]


def _words(name: str, role: str) -> Iterator[str]:
    yield from _LETTERS.findall(name.removeprefix(role))


def agree(names: Iterable[str], known: Sequence[str], words: Words) -> bool:
    """Whether given names may be these of the authority: initials, short forms, some left out."""
    said = [part for name in names for part in _LETTERS.findall(name)]
    shorter, longer = sorted((said, list(known)), key=len)
    rest = iter(longer)
    return bool(shorter) and all(any(_may_be(one, other, words) for other in rest) for one in shorter)


def _may_be(one: str, other: str, words: Words) -> bool:
    """Whether two given names may be one, as they stand or for what they are short."""
    ones, others = ((name, words.nicknames.get(name, name)) for name in (one, other))
    return any(_same(this, that, words) for this in dict.fromkeys(ones) for that in dict.fromkeys(others))


def _same(one: str, other: str, words: Words) -> bool:
    initial = one in TRANSCRIBED or other in TRANSCRIBED
    names = one in words.given and other in words.given
    one, other = sorted((folded(one), folded(other)), key=len)
    if len(one) == 1 or initial:
        return other.startswith(one) or _sounds_alike(one, other)
    if names and one != other:
        return _shortens(one, other, words)
    return one == other or (one[:3] == other[:3] and len(one) < 5)


def _shortens(short: str, name: str, words: Words) -> bool:
    """Whether of two names that are both given to people one is short for the other: "Alex" for "Alexander",
    not "Paul" for "Pauline"."""
    rest = name.removeprefix(short)
    return len(short) < 5 and rest != name and len(rest) > 2 and not rest.endswith(words.feminine)


def _sounds_alike(one: str, other: str) -> bool:
    """Whether an initial writes the sound of Y otherwise: "J. Orr" or "Iu. Orr" for Yuri Orr."""
    return one[0] in "ijy" and bool(_YOD.match(other)) and (len(one) == 1 or one[1:] == other[1 : len(one)])
