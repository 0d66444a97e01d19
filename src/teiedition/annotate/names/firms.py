"""Firms, called by the names of their partners or by the letters of a company behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teiedition.annotate.names.capitals import Capitals
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.traits import traits_of
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Text

_BEFORE_PARTNERS = re.compile(
    rf"(?<![\w’'.-])(?:Messrs\.? )?(?:[{UPPER}]\. ?){{0,3}}{CAPITAL}(?:(?:, | & | and | ){CAPITAL}){{0,2}}$"
)
_FIRM = re.compile(
    rf"(?<![\w’'&-])(?<!& )(?:Messrs\. )?{CAPITAL}(?:, {CAPITAL})*,? & (?:Co\.|Bros\.|{CAPITAL})"
    rf"(?![\w-]| [&{UPPER}])"
)
_ADJECTIVE = re.compile(rf"(?<![\w-])({CAPITAL}) $")
_PARTNER = re.compile(r"[\w’'-]+")
_ROW = re.compile(rf"(?<![\w’'-]){CAPITAL}(?: (?:of |and |& )?{CAPITAL}){{0,4}}$")
_AND = re.compile(r"[a-z],? & [a-z]")
"""A text that writes so for "and" anywhere."""
_ENDED = re.compile(r"& (?:Co|Bros)\.$")


def firms(text: Text, taken: Taken, words: Words) -> Iterator[Draft]:
    """The firms that are called by the names of their partners: "Orr & Quill"."""
    content = text.content
    joins = " & " in content and _AND.search(content) is not None
    for firm in _joined(content):
        others = any(part in words.given or part in words.places for part in _PARTNER.findall(firm[0]))
        # "Journal of Tide Studies, Diplomacy & Statecraft" is a row of other things.
        row = "," in firm[0] and _ADJECTIVE.search(content, max(0, firm.start() - 24), firm.start())
        joined = joins and not firm[0].startswith("Messrs") and not _ENDED.search(firm[0])
        if not (others or row or joined) and taken.is_free(firm.start(), firm.end()):
            letters = limited(words).match(content, firm.end())
            end = letters.end() if letters else firm.end()
            yield Draft(firm.start(), end, "organisation", (), 0.8, "the names of partners")


def _joined(content: str) -> Iterator[re.Match[str]]:
    """The names that "&" joins, in the lines that have the sign."""
    at = content.find(" & ")
    while at >= 0:
        end = content.find("\n", at)
        end = end if end >= 0 else len(content)
        yield from _FIRM.finditer(content, content.rfind("\n", 0, at) + 1, end)
        at = content.find(" & ", end)


def with_partners(content: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """Firms called after their partners, be these known as persons: "J. B. Orr & Co."."""
    for last in _partners(words).finditer(content):
        if name := _BEFORE_PARTNERS.search(content, max(0, last.start() - 60), last.start()):
            start = _own_start(content, name, last[0].startswith(" & "), words)
            yield start, last.end(), "a firm"


def companies(content: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """Those with the letters of a company behind a comma: "Norland Mills, Inc."."""
    for letters in _companies(words).finditer(content):
        if name := _ROW.search(content, max(0, letters.start() - 60), letters.start()):
            first = name[0].split(" ")[0]
            start = name.start() + (len(first) + 1 if first.lower() in words.articles else 0)
            yield start, letters.end(), "a company"


def called(capitals: Capitals) -> Iterator[tuple[int, int, str]]:
    """Firms that the text calls so, wherever they are named: "the firms Norcoal and Ortex", "VEB Norcoal"."""
    content, words = capitals.text.content, capitals.words
    if any(letters in content for letters in words.firm_letters):
        for match in _with_letters(words).finditer(content):
            yield *match.span(), "a company with its letters before it"
    if not any(word in content for word in words.firm_names):
        return
    rows = [match[1] or match[2] for match in _called(words).finditer(content)]
    names = {name for row in rows for name in _PARTNER.findall(row) if name[0].isupper()}
    known = traits_of(words)
    names = {name for name in names if len(name) > 3 and not (known[name].ordinary or known[name].plain)}
    if names := names - words.places - words.given:
        for _, token in capitals.places(lambda token: token.word in names):
            yield token.start, token.end, "called a firm"


@cache
def _called(words: Words) -> re.Pattern[str]:
    row = rf"{CAPITAL}(?:, {CAPITAL})*(?: (?:{words.conjunctions}) {CAPITAL})?(?! [{UPPER}])"
    return re.compile(
        rf"(?<!\w)(?:(?:[Tt]he (?:{words.firm_words})|(?:{words.firm_words})(?<=s)) ({row})"
        rf"|[Tt]he ({CAPITAL}) (?:{words.firm_words})(?![\w-]))"
    )


@cache
def _with_letters(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words.firms_before}) {CAPITAL}(?: {CAPITAL}){{0,2}}")


@cache
def limited(words: Words) -> re.Pattern[str]:
    """The letters of a company behind its name: " Ltd."."""
    return re.compile(rf",? (?:{words.companies})(?!\w)")


def _own_start(content: str, name: re.Match[str], sign: bool, words: Words) -> int:
    """Where the partners of a firm begin in what stands before "and Sons": behind another firm, behind "and"
    where a `sign` joins the partners, and behind the comma before a name of several words, "Selby Mills,
    John Orr"."""
    start = max((other.end() for other in _others(words).finditer(name[0])), default=0)
    start = max(start, name[0].rfind(" and ") + len(" and ")) if sign and " and " in name[0] else start
    parts = name[0][start:].split(", ")
    several = len(parts) > 1 and " " in parts[-1] and " & " not in parts[-1] and " and " not in parts[-1]
    return name.start() + (len(name[0]) - len(parts[-1]) if several else start)


@cache
def _others(words: Words) -> re.Pattern[str]:
    """A firm that ends before another one: "Orr and Sons and "."""
    return re.compile(rf"(?:{words.partners}),? (?:{words.conjunctions}) ")


@cache
def _partners(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf" (?:{words.conjunctions}) (?:{words.partners})(?![\w-])(?:\.?,? (?:Ltd\.?|Limited)(?!\w))?"
    )


@cache
def _companies(words: Words) -> re.Pattern[str]:
    """What stands behind the name of a company: "Norland Mills, Inc."."""
    return re.compile(rf", (?:{words.companies})(?!\w)")
