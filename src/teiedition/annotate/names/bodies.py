"""Organisations that no authority file has, known by the words they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from teiedition.annotate.names.capitals import Capitals, Run
from teiedition.annotate.names.claims import Claim, names_one
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.extents import Around, beginning, bracket_behind, ending
from teiedition.annotate.names.firms import called, companies, limited, with_partners
from teiedition.annotate.names.gazetteer import is_whole
from teiedition.annotate.names.nested import Nested
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, NUMBERED, UPPER, Words
from teiedition.annotate.text import Text
from teiedition.authority import Entry

_INITIALS = re.compile(rf"(?<![\w-])([{UPPER}][\w&]*[{UPPER}]) ([\[(]?)$")
_SPACED = re.compile(r"[A-Z]\.(?<![\w.]..)(?: [A-Z]\.){1,5}(?!\w)")
_LETTERS = re.compile(r"[A-Z]{2,8}")
_INITIALS_ROW = re.compile(r"(?<![\w-])(?:[A-Z]{2,8}, (?:the )?){2,}(?:and (?:the )?)?[A-Z]{2,8}(?![\w-])")
_BEFORE_LETTERS = (("the ", "The "), ("the ", "The ", " of ", " and ", " with ", " between ", " to "))
"""What stands before three letters with stops, and before more of them, that are a body's."""
_NUMERAL = re.compile(r"[IVXLCDM]+")
_EXPLAINED = re.compile(r"\(([^()]+)\)$")
_ADJECTIVE = re.compile(rf"(?<![\w-])({CAPITAL}) $")
_CAPITAL_BEHIND = re.compile(rf" ({CAPITAL})(?! of )")
_OF_PLACE = re.compile(rf" of (?:the )?({CAPITAL}(?: {CAPITAL})?)")
_WHERE = re.compile(rf" ({CAPITAL}(?: {CAPITAL})?)")
_MEMBERS = re.compile(r" of \d{1,3}(?![\w,.-]\d|\w)")
_NUMBER = re.compile(rf" {NUMBERED}(?![\w-])")
_NUMBER_BEFORE = re.compile(rf"(?<![\w-])(?:{CAPITAL} )?{NUMBERED} $")
_DIGITS = tuple("0123456789")
_ROMAN = re.compile(r" [IVX]{1,5}(?![\w.-])")


def organisations(
    text: Text, capitals: Capitals, taken: Taken, surnames: Taken, known: Sequence[Draft]
) -> list[Draft]:
    """Bodies that are named after what they are: "Harbour Board of Selby", "Norland Steel Works".

    They keep out of what is `taken`, and of `surnames` too unless they may be called after somebody. Of the
    `known` bodies they may have one inside them: "Friends of the Norland Board Society".
    """
    firm, nested = taken.with_more(known), Nested(text.content, known, capitals.words)
    found = [told for told in _known(text.content, capitals) if firm.is_free(told[0], told[1])]
    apart = Taken([*known, *(Draft(start, end, "organisation") for start, end, _ in found)])
    for number in _likely(capitals):
        run = capitals.runs[number]
        alone = len(run.tokens) == 1 and run.tokens[0].word in capitals.words.without_article
        if alone and firm.is_free(run.start, run.end) and _unarticled(text, run, capitals):
            found.append((run.start, run.end, "the only one of its kind"))
        draft = _body(text.content, number, capitals, Around(taken, surnames, apart))
        if draft and not nested.allows(draft):
            draft = _body(text.content, number, capitals, Around(firm, surnames, apart))
        if draft and taken.is_free(draft.start, draft.end) and nested.allows(draft):
            found.append((draft.start, draft.end, draft.evidence))
    found += with_partners(text.content, capitals.words)
    found += [firm_named for firm_named in called(capitals) if firm.is_free(firm_named[0], firm_named[1])]
    for _, token in capitals.places(lambda token: capitals.words.coined.fullmatch(token.word) is not None):
        if firm.is_free(token.start, token.end):
            found.append((token.start, token.end, "put together of the beginnings of words"))
    return [Draft(start, end, "organisation", (), 0.7, evidence) for start, end, evidence in found]


def _likely(capitals: Capitals) -> list[int]:
    """The numbers of the runs of capitals that have a word for a body."""
    alone = capitals.words.without_article
    places = capitals.places(lambda token: token.traits.head or token.word in alone)
    return sorted({number for number, _ in places})


def with_adjectives(content: str, drafts: Iterable[Draft], words: Words) -> list[Draft]:
    """Bodies of the authority files with the adjective of a state before them, which says whose they are.

    "Norlandish Harbour Board" is no "Harbour Board" that the files have, unless they speak of Norland there.
    """
    found = []
    for draft in drafts:
        before = _ADJECTIVE.search(content, max(0, draft.start - 24), draft.start)
        style = before and before[1] in words.styles and content[draft.start : draft.end].split(" ")[0]
        if before and draft.kind == "organisation" and style and style in words.heads:
            draft = draft._replace(start=before.start(1), readings=())
        state = words.people_of.get(before[1]) if before and draft.kind == "organisation" else None
        if before and state:
            said = re.compile(rf"(?<!\w)(?:{re.escape(state)}|{re.escape(before[1])})(?!\w)")
            own = tuple(reading for reading in draft.readings if said.search(_told(reading.entry)))
            draft = draft._replace(start=before.start(1), readings=own)
        found.append(draft)
    return found


def _told(entry: Entry) -> str:
    return ". ".join([*(form.text for form in entry.forms), entry.description])


def tabled(content: str, words: Words) -> list[Draft]:
    """The bodies of several words that the language's table has: no person is called so."""
    return [
        Draft(start, end, "organisation", (), 0.7, "a body that the language's table has")
        for _, start, end in _bodies(words).find_matches_as_indexes(content)
        if " " in content[start:end] and is_whole(content, start, end)
    ]


def _known(content: str, capitals: Capitals) -> Iterator[tuple[int, int, str]]:
    words = capitals.words
    for match in words.units.finditer(content):
        if (start := _numbered(content, match.start(), words)) is not None:
            yield start, match.end(), "a part of the armed forces with its number"
    begun = capitals.places(lambda token: token.word in words.lettered_begins)
    for match in filter(None, [words.lettered.match(content, token.start) for _, token in begun]):
        start = _led(content, match.start(), words) if match[0].endswith(_DIGITS) else match.start()
        yield start, match.end(), "a committee or a factory with its letter or number"
    for _, start, end in _stations(words).find_matches_as_indexes(content):
        where = _WHERE.match(content, end)
        if where and where[1] in words.places and is_whole(content, start, where.end()):
            yield start, where.end(), "a station or a mission with its place"
    yield from companies(content, words)
    for _, start, end in _bodies(words).find_matches_as_indexes(content):
        if is_whole(content, start, end) and content[end : end + 1] != "-":
            before = _ADJECTIVE.search(content, max(0, start - 24), start)
            start = before.start(1) if before and before[1] in words.adjectives else start
            behind = _CAPITAL_BEHIND.match(content, end)
            organ = behind and behind[1] in words.heads and behind[1] not in words.meetings
            end = behind.end() if behind and organ else end
            whose = _OF_PLACE.match(content, end)
            end = whose.end(1) if whose and whose[1] in words.places else end
            end = bracket_behind(content, end, words) or _tail(content, end, words)
            yield start, end, "a body that the language's table has"


def _led(content: str, start: int, words: Words) -> int:
    """Where the name of a body with a number begins: "Norland Tide Works No. 2"."""
    for _ in range(3):
        before = _ADJECTIVE.search(content, max(0, start - 24), start)
        plain = before is None or before[1] in words.plain or before[1].lower() in words.function
        if before is None or plain or before[1].lower() in words.title_ends:
            break
        start = before.start(1)
    return start


def _numbered(content: str, start: int, words: Words) -> int | None:
    """Where the number of a part of the armed forces stands, of which two words may say more: "7th Guards
    Tank Army"."""
    for _ in range(3):
        if number := words.unit_numbers.search(content, max(0, start - 12), start):
            more = words.unit_lists.search(content, max(0, number.start() - 60), number.start())
            return more.start() if more else number.start()
        before = _ADJECTIVE.search(content, max(0, start - 24), start)
        if before is None:
            return None
        start = before.start(1)
    return None


@cache
def _stations(words: Words) -> AhoCorasick:
    return AhoCorasick(sorted(words.stations | words.seated) or ["\0"], matchkind=MatchKind.LeftmostLongest)


@cache
def _bodies(words: Words) -> AhoCorasick:
    typeset = words.known_bodies | {body.replace("'", "’") for body in words.known_bodies}
    forms = typeset | {body.upper() for body in typeset if " " in body}
    return AhoCorasick(sorted(forms) or ["\0"], matchkind=MatchKind.LeftmostLongest)


def _unarticled(text: Text, run: Run, capitals: Capitals) -> bool:
    before = text.content[run.block.start : run.tokens[0].start].split(" ")
    words = capitals.words
    if len(before) < 2 or text.content.startswith(" of ", run.end):
        return False
    return before[-2].isalpha() and before[-2].islower() and before[-2] not in words.determiners


def abbreviations(text: Text, capitals: Capitals, taken: Taken, bodies: Iterable[Draft]) -> list[Draft]:
    """The initials of bodies: of those that everybody knows, and of those named in full in the document."""
    bodies = [body for body in bodies if body.kind == "organisation"]
    names = [text.content[body.start : body.end] for body in bodies]
    initials = {"".join(word[0] for word in re.findall(CAPITAL, name)) for name in names if " " in name}
    initials |= {match[1] for name in names if (match := _EXPLAINED.search(name))}
    initials |= set(_explained_behind(text, bodies))
    known = capitals.words.abbreviated_organisations | _archives(text.content, capitals)
    known |= _in_rows(text.content, known | set(names), capitals.words)
    places = capitals.words.abbreviated_places | capitals.words.no_bodies
    long = {letters for letters in initials if len(letters) > 2}
    spaced = [
        Draft(match.start(), match.end(), "organisation", (), 0.75, "the initials of a body")
        for match in _SPACED.finditer(text.content)
        if match[0] in capitals.words.abbreviated_organisations and taken.is_free(match.start(), match.end())
    ]
    short = capitals.places(
        lambda token: (
            token.word in known
            or token.word in initials
            or token.word.replace(".", "") in long
            or (token.traits.upper and any(_abridges(token.word, full) for full in initials))
        )
    )
    short += [
        (number, token)
        for number, token in capitals.places(lambda token: _is_pointed(token, capitals.words))
        if text.content.endswith(_BEFORE_LETTERS[token.word.count(".") > 3], 0, token.start)
        and token is capitals.runs[number].tokens[-1]
    ]
    return spaced + [
        Draft(token.start, end, "organisation", (), 0.75, "the initials of a body")
        for _, token in short
        if token.word in known or len(token.word) > 2 or _is_pair(text.content, token, places)
        if taken.is_free(token.start, end := _tail(text.content, token.end, capitals.words))
    ]


def _is_pointed(token: Token, words: Words) -> bool:
    """Whether a word is initials with stops, three or more, that are no state's, honours or an office."""
    if not token.traits.initials or token.word.count(".") < 3 or " " in token.word:
        return False
    others = (words.honours, words.initials_of_persons, words.abbreviated_places)
    return token.word.replace(".", "") not in words.no_bodies and not any(
        token.word in them for them in others
    )


def _in_rows(content: str, known: Set[str], words: Words) -> set[str]:
    """The initials that stand in rows most of which are known bodies: "of the NWP, NHB, TUC and CPSU"."""
    found = set[str]()
    for row in _INITIALS_ROW.finditer(content):
        said = {letters for letters in _LETTERS.findall(row[0]) if not _NUMERAL.fullmatch(letters)}
        bodies = said & known if said.isdisjoint(words.abbreviated_places | words.no_bodies) else set()
        found |= said if len(bodies) > 1 and 2 * len(bodies) >= len(said) else bodies
    return found


def _abridges(word: str, initials: str) -> bool:
    """Whether initials are those of a body but for one: "NHBA" of a "Norland Harbour Beach Air Agency"."""
    if not (3 < len(word) == len(initials) - 1) or word[0] != initials[0] or word[-1] != initials[-1]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in word)


def _is_pair(content: str, token: Token, others: frozenset[str]) -> bool:
    """Whether two letters are a word of their own that means nothing else."""
    meant = token.word in others or _NUMERAL.fullmatch(token.word)
    return not meant and content[token.end : token.end + 1] not in tuple("-–/.&")


def _explained_behind(text: Text, bodies: Iterable[Draft]) -> Iterator[str]:
    """Initials with a body in brackets behind them that says what they stand for: "NHA [Harbour Agency]"."""
    supplied = {mark.start for mark in text.marks if mark.element == "supplied"}
    for body in bodies:
        match = _INITIALS.search(text.content, max(0, body.start - 12), body.start)
        if match and (match[2] or {body.start, body.start - 1} & supplied):
            yield match[1]


def _archives(content: str, capitals: Capitals) -> set[str]:
    """The initials with which shelfmarks begin."""
    behind, others = capitals.words.shelfmark, capitals.words.no_bodies
    large = capitals.places(
        lambda token: (
            2 < len(token.word) < 13 and token.word not in others and sum(map(str.isupper, token.word)) > 2
        )
    )
    return {token.word for _, token in large if behind.match(content, token.end)}


def _body(content: str, number: int, capitals: Capitals, around: Around) -> Draft | None:
    """The body named by the run of capitals with that number, if it has a word for one."""
    run, words = capitals.runs[number], capitals.words
    at = _head(run, words)
    if at is None:
        return None
    start, modifiers = beginning(content, number, at, capitals, around)
    before = words.unit_numbers.search(content, max(run.block.start, start - 12), start)
    if before and run.tokens[at].word in words.numbered:
        start, modifiers = before.start(), [*modifiers, before[0]]
    if run.tokens[at].word in words.by_number and (
        first := _NUMBER_BEFORE.search(content, max(run.block.start, start - 40), start)
    ):
        start, modifiers = first.start(), [*modifiers, first[0]]
    end, complement = ending(content, number, at, capitals, around)
    claim = Claim(run, at, start, end, modifiers, complement)
    if not names_one(content, claim, capitals):
        return None
    head = claim.head(words)
    if end == run.tokens[at].end and f"{head}." in words.abbreviated_heads and content[end : end + 1] == ".":
        end += 1
    bracket = bracket_behind(content, end, words)
    if bracket and around.taken.is_free(end, bracket):
        end = _organ(content, number, bracket, capitals)
    end = _tail(content, end, words)
    return Draft(start, end, "organisation", (), 0.7, f"a name with the word “{head}”")


def _head(run: Run, words: Words) -> int | None:
    """Which word of a run says what a body is: the last that may, but "League" of "Tide League Congress"."""
    heads = [number for number, token in enumerate(run.tokens) if token.traits.head]
    if not heads:
        return None
    at = heads[-1]
    if run.tokens[at].word in words.meetings and len(heads) > 1 and 0 < heads[-2] == at - 1:
        return at if run.tokens[at - 2].traits.upper else at - 1
    is_general = [token.word for token in run.tokens[at + 1 :]] == ["General"]
    return at + 1 if is_general and run.tokens[at].word in words.seated else at


def _tail(content: str, end: int, words: Words) -> int:
    """Where the name ends if its wing, its number or that of its members follows: "Harbour Party (b)",
    "Shipping Section IV", "Tide Committee of 33", "Norland Factory No. 2"."""
    if wing := words.wings.match(content, end):
        return wing.end()
    if letters := limited(words).match(content, end):
        return letters.end()
    last = content[max(0, end - 16) : end].split()[-1:]
    if last and f"{last[0]}." in words.abbreviated_heads and content[end : end + 1] == ".":
        return end + 1
    if last and last[0] in words.governing and (members := _MEMBERS.match(content, end)):
        return members.end()
    number = _ROMAN.match(content, end) if last and last[0] in words.numbered else None
    number = number or (_NUMBER.match(content, end) if last and last[0] in words.by_number else None)
    return number.end() if number else end


def _organ(content: str, number: int, end: int, capitals: Capitals) -> int:
    """Where the name ends if an organ of the body follows its initials: "Norland Party (NP) Council"."""
    for run in capitals.runs[number + 1 : number + 3]:
        if run.tokens[0].start == end + 1 and run.tokens[-1].word in capitals.words.heads:
            end = run.tokens[-1].end
            return bracket_behind(content, end, capitals.words) or end
    return end
