"""What a quantity is a quantity of: "300,000 tons of chemical fertilizer"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from teiedition.annotate.language import alternatives, table

WORD = re.compile(r"\[?([^\W\d_][\w’'-]*)\]?(,?)")
LONGEST = 5


class Commodities:
    """Reads what stands behind "of", and what a question asked for."""

    def __init__(self, words: dict[str, Any], numbers: Iterable[str]) -> None:
        self._ends = set(words.get("commodity_ends", []))
        counted = alternatives(numbers)
        self._sorts = re.compile(rf"(?:{counted} )?{alternatives(words.get('sorts', []))} (?:of )?")
        self._number = re.compile(rf"{counted}(?!\w)")
        self._participle = re.compile(words.get("participle", "(?!)"))
        self._skips = set(words.get("commodity_skips", []))
        self._asked = re.compile(rf"(?<!\w){alternatives(words.get('how_much', []))} ")
        amounts, of = alternatives(words.get("amounts", [])), alternatives(words.get("amount_of", []))
        self._amount = re.compile(rf"(?<!\w){amounts} {of} ")

    def behind(self, text: str, end: int) -> str:
        """The words behind a measure: "chemical fertilizer"; empty where none are."""
        match = re.compile(r" \[?of ").match(text, end)
        return self._words(text, match.end()) if match else ""

    def stated(self, text: str, start: int, end: int) -> str:
        """Of what "the amount of fertilizer … is" is an amount, within one sentence before `end`."""
        begin = max(text.rfind(". ", start, end), start)
        ends = [match.end() for match in self._amount.finditer(text, begin, end)]
        return self._words(text, ends[-1]) if ends else ""

    def asked(self, question: str) -> str:
        """What a question asks for: "How much land was sown?" asks for land."""
        if not question.rstrip(" ”\"'’").endswith("?"):
            return ""
        ends = [match.end() for match in self._asked.finditer(question)]
        return self._words(question, ends[-1]) if ends else ""

    def _words(self, text: str, at: int) -> str:
        """Words up to the next that can't belong: a verb, a preposition, a capital, a stop."""
        found: list[str] = []
        if sorts := self._sorts.match(text, at):
            at = sorts.end()
        while len(found) < LONGEST and (match := WORD.match(text, at)):
            word = match[1]
            if not found and word.lower() in self._skips:
                at = match.end() + 1
                continue
            verb = found and self._participle.fullmatch(word)
            if word in self._ends or verb or self._number.match(word) or (word[0].isupper() and found):
                break
            found.append(word)
            if match[2] or not text.startswith(" ", match.end()):
                break
            at = match.end() + 1
        while found and found[-1] in ("and", "of"):
            found.pop()
        return " ".join(found)


@cache
def commodities(language: str = "en") -> Commodities:
    """The commodities of a language (see `annotate/language`)."""
    return Commodities(table("measures", language), table("numbers", language).get("cardinals", {}))
