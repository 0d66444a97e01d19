"""Where the name of a body begins and ends around the word for what it is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.draft import Taken
from teiedition.annotate.names.listed import list_before, list_behind
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, UPPER, Words

ABBREVIATED = re.compile(rf" \([{UPPER}](?=[^)]*[{UPPER}])[\w&.-]{{1,9}}\)")
"""Initials in brackets behind a name."""

_FOR = (" for ", " on ")
_SEATS = frozenset([" in ", " in the ", " at ", " at the ", " to ", " to the "])
_NOUN_BEHIND = re.compile(r" ([a-z]+)")
_AND_OWNERS = re.compile(r"['’],? (?:and|&) |['’], ")
_NUMBER_BEHIND = re.compile(r",? \d")
_POSSESSIVE = re.compile(r"['’]s? ")


class Around(NamedTuple):
    """What stands around a name: it keeps out of what is `taken`, and of `surnames` unless it may be called
    after somebody. A list within it meets nothing that is `apart`."""

    taken: Taken
    surnames: Taken
    apart: Taken


def beginning(
    content: str, number: int, at: int, capitals: Capitals, around: Around
) -> tuple[int, list[str]]:
    """Where a body's name begins, and the words of it that stand before the one for what it is."""
    run = capitals.runs[number]
    tokens = list(run.tokens[:at])
    words = capitals.words
    if (
        tokens
        and run.after_stop
        and (tokens[0].word in words.plain - words.creeds or _is_said(tokens[0], words))
    ):
        tokens.pop(0)
    while (
        len(tokens) > 1
        and (tokens[0].word.lower() in words.title_ends or tokens[0].word in words.classified)
        and tokens[1].word in words.adjectives
    ):
        tokens.pop(0)
    if len(tokens) == 1 and tokens[0].traits.enumerator:
        tokens.pop()
    if tokens and content.endswith(", ", 0, tokens[0].start):
        office = _office(words).match(content, tokens[0].start, tokens[-1].start)
        while office and tokens[0].start < office.end():
            tokens.pop(0)
    eponymous = run.tokens[at].word in words.named_after
    while tokens and not (
        around.taken.is_free(tokens[0].start, tokens[0].end)
        and (eponymous or around.surnames.is_free(tokens[0].start, tokens[0].end))
    ):
        tokens.pop(0)
    start = tokens[0].start if tokens else run.tokens[at].start
    if number and start == run.tokens[0].start:
        before = capitals.runs[number - 1]
        possessor = before.block is run.block and _may_own(before.tokens[-1], run.tokens[at].word, words)
        possessive = possessor and _POSSESSIVE.fullmatch(content, before.tokens[-1].end, start)
        if possessive or (tokens and _and_more(content, before, run, start, capitals)):
            owners = _owners(content, number - 1, capitals) if possessive else [before]
            tokens = [*(token for owner in owners for token in owner.tokens), *tokens]
            start = owners[0].start
    said = [token.word for token in tokens]
    head = run.tokens[at].word
    first = list_before(content, start, run.block.start, head, around.apart, words) if tokens else start
    first = _with_dashes(content, number, first, capitals, around) if first == run.start else first
    leading = _leading(words).search(content, max(run.block.start, first - 8), first)
    if leading and not capitals.starts_sentence(run.block, leading.start()):
        first = leading.start()
    return first, [*re.findall(CAPITAL, content[first:start]), *said]


def _owners(content: str, number: int, capitals: Capitals) -> list[Run]:
    """The run of people whose body it is, with those before it: "Traders' and Growers' "."""
    runs = capitals.runs
    owners = [runs[number]]
    while number and runs[number - 1].block is owners[0].block:
        before = runs[number - 1]
        joined = _AND_OWNERS.fullmatch(content, before.end, owners[0].start)
        if not joined or not _may_own(before.tokens[-1], "", capitals.words):
            break
        owners.insert(0, before)
        number -= 1
    return owners


def _may_own(token: Token, head: str, words: Words) -> bool:
    """Whether a body may be that of these people, "Norland Writers' Union", "Tide Traders' Board", or called
    after somebody: "Orr's Rifles"."""
    if token.word in words.possessors:
        return True
    traits = token.traits
    if head in words.eponymous and not (traits.ordinary or traits.plain or traits.small.endswith("s")):
        return True
    people = traits.small.endswith(words.people_endings)
    people = people or (traits.small.endswith("s") and traits.small[:-1] in words.people)
    return people and not (traits.common_family or traits.famous or traits.given or traits.adjective)


def _with_dashes(content: str, number: int, start: int, capitals: Capitals, around: Around) -> int:
    """Where a name begins that has words before it with dashes between them: "State–Navy Harbour Board"."""
    block = capitals.runs[number].block
    for before in reversed(capitals.runs[:number]):
        joined = before.block is block and before.end == start - 1 and content[before.end] == "–"
        if not joined or not around.taken.is_free(before.start, before.end):
            break
        start = before.tokens[-1].start
        if len(before.tokens) > 1:
            break
    return start


def bracket_behind(content: str, end: int, words: Words) -> int:
    """Where a bracket ends that belongs to the name before it: its initials, another name of it, its wing;
    0 where none does."""
    match = ABBREVIATED.match(content, end) or words.wings.match(content, end)
    match = match or _bracketed(words).match(content, end)
    return match.end() if match else 0


def _and_more(content: str, before: Run, run: Run, start: int, capitals: Capitals) -> bool:
    """Whether "and" joins what stands before: "Foreign Economic and Trade Committee", or two ordinary words
    that are no bodies by themselves: "Selby Coal and Oil Mills"."""
    if before.block is not run.block or content[before.tokens[-1].end : start] != " and ":
        return False
    words, last = capitals.words, before.tokens[-1]
    if content[before.start : before.end] in words.services and run.tokens[0].word in words.services:
        return len(run.tokens) > 2
    if all(token.word in words.portfolios or capitals.common[token.word] for token in before.tokens):
        return True
    goods = (last.traits, run.tokens[0].traits)
    ordinary = all(
        (said.everyday or said.ordinary or said.small.endswith("ing")) and not said.head for said in goods
    )
    return ordinary and len(before.tokens) > 1 and len(run.tokens) > 1


def ending(content: str, number: int, at: int, capitals: Capitals, around: Around) -> tuple[int, list[str]]:
    """Where a body's name ends, and the words of it that say of what it is one."""
    run, words = capitals.runs[number], capitals.words
    end, complement = run.tokens[at].end, list[str]()
    seat, last, way = False, run.tokens[at].word, ""
    if at < len(run.tokens) - 1:
        return end, complement
    for following in capitals.runs[number + 1 :]:
        if following.block is not run.block:
            break
        if complement and (more := _listed(content, end, following, way, around.apart, words)) > end:
            complement += re.findall(CAPITAL, content[end:more])
            end, last = more, complement[-1]
        if following.start < end:
            continue
        joiner = content[bracket_behind(content, end, words) or end : following.tokens[0].start]
        joiner = _leading(words).sub("", joiner)
        if not _joiners(words.joiners).fullmatch(joiner) or not _belongs(
            content, joiner, last, way, following, words
        ):
            break
        if joiner.endswith("the ") and _is_somebodys(content, following, around):
            break
        if run.tokens[at].word in words.complete and not joiner.startswith((" of ", "'", "’")):
            break
        if joiner in _SEATS:
            where = {content[following.start : following.end], following.tokens[0].word}
            region = way in _FOR and joiner.startswith(" in ") and not where.isdisjoint(words.places)
            region = region or (joiner == " in " and last in words.dealings)
            if not region and (seat or (complement and joiner != " in ") or not _is_seated(run, at, words)):
                break
            seat = True
        way = way or joiner[: joiner.find(" ", 1) + 1]
        for token in following.tokens:
            if len(run.tokens[at].word) > 3 and run.tokens[at].traits.upper and not token.traits.upper:
                return end, complement
            beside = token is following.tokens[-1] and _is_beside(token, last, words)
            titled = token is not following.tokens[0] and _title(words).match(content, token.start)
            if beside or titled or not around.taken.is_free(token.start, token.end):
                return end, complement
            end, last = token.end, token.word
            complement.append(last)
    return end, complement


def _listed(content: str, end: int, following: Run, way: str, apart: Taken, words: Words) -> int:
    """Where a name ends if a list goes on in the following run: "of Trade and Industry", "for Asia and the
    Pacific"."""
    places = _and_place(words).match(content, end) if way in _FOR else None
    if places and places[1] in words.places and apart.is_free(places.start(1), places.end()):
        return places.end()
    return list_behind(content, end, following.block.end, apart, words)


def _belongs(content: str, joiner: str, last: str, way: str, following: Run, words: Words) -> bool:
    """Whether what a small word joins to a body may be part of its name."""
    first = following.tokens[0]
    if joiner[0] in "'’":
        return not first.traits.plain and (last in words.possessors or _has_head(following, words))
    if joiner.startswith(" of "):
        dated = first.traits.plain and _NUMBER_BEHIND.match(content, first.end)
        return not dated and not _is_people(content, following, words)
    if joiner == " from ":
        return way == " on "
    if joiner == " on the ":
        matter = _NOUN_BEHIND.match(content, following.end)
        titled = following.block.element in HEADINGS
        return last in words.inquiring and not titled and (matter is None or matter[1] in words.function)
    doing = first.word.endswith("ing") and first.word not in words.fields and len(following.tokens) > 1
    about = doing and following.block.element in HEADINGS
    return not (joiner == " on " and (first.traits.plain or about))


def _is_somebodys(content: str, run: Run, around: Around) -> bool:
    """Whether what follows is called after somebody: "the Board of the Orr administration"."""
    alone = len(run.tokens) == 1 and not around.surnames.is_free(run.start, run.end)
    return alone and content[run.end : run.end + 2].strip(" ").islower()


def _is_beside(token: Token, last: str, words: Words) -> bool:
    """Whether a name ends before a word: "Ministry of Foreign Affairs Vestibule"."""
    belongs = token.traits.ordinary or token.traits.plain or token.word.removesuffix("s") in words.heads
    return last in words.portfolios and not belongs


def _is_people(content: str, run: Run, words: Words) -> bool:
    """Whether a run is but a state's adjective before a small word: "of the Norlandish hostages"."""
    return (
        len(run.tokens) == 1
        and run.tokens[0].traits.adjective
        and content[run.tokens[0].end : run.tokens[0].end + 2].strip(" ").islower()
    )


def _has_head(run: Run, words: Words) -> bool:
    """Whether a run has a word for what a body is."""
    return any(token.word in words.heads for token in run.tokens)


def _is_said(token: Token, words: Words) -> bool:
    """Whether a sentence begins with a verb of saying, as telegrams have it: "Said Harbour Board agreed"."""
    return words.speech.fullmatch(f" {token.traits.small}") is not None


def _is_seated(run: Run, at: int, words: Words) -> bool:
    """Whether a place behind it belongs to the name of a body with this word for what it is."""
    said = [token.word for token in run.tokens[max(0, at - 1) : at + 1]]
    return not words.seated.isdisjoint((*said, " ".join(said)))


@cache
def _office(words: Words) -> re.Pattern[str]:
    """An office, a rank or a courtesy: behind it comes a person."""
    office = rf"(?i:(?:(?:{words.modifiers})[ -])*(?:{words.offices}))"
    return re.compile(rf"(?:{office}|{words.ranks}|{words.honorifics})(?![\w-])")


@cache
def _title(words: Words) -> re.Pattern[str]:
    """A rank or a courtesy, behind which a person comes."""
    return re.compile(rf"(?:{words.ranks}|{words.honorifics})(?![\w-])")


@cache
def _leading(words: Words) -> re.Pattern[str]:
    """A small word that is part of a name behind it: "New"."""
    return re.compile(rf"(?<![\w-])(?:{words.leading}) $")


@cache
def _bracketed(words: Words) -> re.Pattern[str]:
    known = "|".join(sorted((re.escape(body) for body in words.known_bodies if " " not in body), key=len))
    return re.compile(rf" [(\[](?:{known or '(?!)'})[)\]]")


@cache
def _and_place(words: Words) -> re.Pattern[str]:
    return re.compile(rf" (?:{words.conjunctions}) (?:the )?({CAPITAL}(?: {CAPITAL})?)")


@cache
def _joiners(joiners: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{joiners}|from) | of (?:the )?(?-i:{CAPITAL}) |['’]s? ", re.IGNORECASE)
