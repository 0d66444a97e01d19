"""What a quantity is a quantity of: "300,000 tons of chemical fertilizer"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from teiedition.annotate.language import alternatives, any_of, table
from teiedition.annotate.measures.goods import Goods, goods
from teiedition.annotate.measures.quantities import Quantity

WORD = re.compile(r"\[?([^\W\d_][\w’'–-]*)\]?(,?)")
LONGEST = 5
PARTED = re.compile(r"[.?!;] (?=[\W\d]*[A-Z])|; ")
RESPECTIVELY = re.compile(r",? respectively(?!\w)")
LISTED = re.compile(r"[;:] ([^\W\d_]\w+(?: [a-z]+)?), $")
CLAUSE = re.compile(r"[.;:\n]|, (?!and )")
MARK = 4
"""A mark, a number or a bracket may stand before the quantity that opens a sentence."""
CARRIED = 2
"""Over so many ends of sentences, a quantity is one of what the last of its kind was of; one in another unit
over no full stop."""
TOLD = frozenset(["mass", "volume", "area", "energy", "count"])
"""Kinds of units of which the sentence tells what they measure; a length may be any distance in it."""
SHORT = 4
"""Shorter forms of units are abbreviations, which are singular and plural."""
LONGEST_NUMBER, LONGEST_SENTENCE = 40, 600


class Commodities:
    """Reads of what a quantity is: behind it, before it, carried on from the last, or asked for."""

    def __init__(self, words: dict[str, Any], numbers: Iterable[str], known: Goods) -> None:
        self._goods = known
        self._of = re.compile(rf"(?:{any_of(words.get('rates', []))}|(?: per |/)\w+)? \[?of ")
        self._ends = set(words.get("commodity_ends", []))
        counted = alternatives(numbers)
        self._sorts = re.compile(rf"(?:{counted} )?{alternatives(words.get('sorts', []))} (?:of )?")
        self._number = re.compile(rf"{counted}(?!\w)")
        self._participle = re.compile(words.get("participle", "(?!)"))
        self._skips = set(words.get("commodity_skips", []))
        self._equal = re.compile(rf"{alternatives(words.get('equal', []))} $")
        self._uncarried = re.compile(rf"(?<!\w){alternatives(words.get('uncarried', []))} $")
        self._tonnage = re.compile(rf" {alternatives(words.get('tonnage', []))}(?!\w)")
        self._near = re.compile(rf"(?<!\w){alternatives(words.get('near', []))} (?:\w+ )?$")
        self._asked = re.compile(rf"(?<!\w){alternatives(words.get('how_much', []))} ")
        amounts, of = alternatives(words.get("amounts", [])), alternatives(words.get("amount_of", []))
        self._amount = re.compile(rf"(?<!\w){amounts} {of} ")

    def of(self, text: str, start: int, found: list[Quantity], number: int, last: dict[str, str]) -> str:
        """What the quantity with this number among those of a block is of; empty where nothing says it.

        `start` is where the block begins. `last` has what the last quantity of each kind was of.
        """
        quantity, at = found[number], found[number].start
        if self._equal.search(text, max(0, at - 30), at) or self._tonnage.match(text, quantity.end):
            return ""
        behind = "" if self._near.search(text, max(0, at - 20), at) else self.behind(text, quantity.end)
        if behind and number + 1 < len(found):
            behind = _without_label(text, quantity, behind, found[number + 1])
        if behind or _is_compound(text, quantity) or self._uncarried.search(text, max(0, at - 24), at):
            return behind
        sentence = _sentence(text, max(start, at - LONGEST_SENTENCE), at)
        return (
            self._goods.linked(text, quantity.end, quantity.unit.kind)
            or self._respectively(text, sentence, found, number)
            or self._told(text, max(sentence, start), found, number)
            or self._opened(text, sentence, quantity)
            or self._listed(text, quantity)
            or self._carried(text, found[:number], quantity, last)
            or self._stated(text, start, at)
        )

    def behind(self, text: str, end: int) -> str:
        """The words behind a measure: "chemical fertilizer"; empty where none are."""
        match = self._of.match(text, end)
        return self._words(text, match.end()) if match else ""

    def _told(self, text: str, sentence: int, found: list[Quantity], number: int) -> str:
        """The goods of a sentence before its quantity: a label, of which an amount is told, the only ones."""
        quantity, before = found[number], found[number - 1] if number else None
        begin = max(sentence, before.end) if before else sentence
        named = self._goods.named(text, begin, quantity.start, quantity.unit.kind)
        if not named:
            earlier = self._goods.named(text, sentence, quantity.start, quantity.unit.kind)
            alone = {name.words for name in earlier}
            return alone.pop() if len(alone) == 1 and quantity.unit.kind in TOLD else ""
        told, whole = named[-1].words, self.behind(text, before.end) if before else ""
        if self._goods.is_label(text, named[-1], quantity.start):
            return told.rpartition(" and ")[2] if told in whole else told
        if quantity.unit.kind not in TOLD:
            return ""
        since = [name for name in named if name.words not in whole] or named
        amounts = [name.words for name in since if self._goods.is_amount(text, name)]
        only = {name.words for name in since}
        told = amounts[-1] if amounts else only.pop() if len(only) == 1 else ""
        return whole if told in whole else told  # found again behind the quantity before

    def _opened(self, text: str, sentence: int, quantity: Quantity) -> str:
        """The only goods that follow in a sentence which the quantity opens: "Four tons, if you add rye"."""
        if quantity.start - sentence > MARK or quantity.unit.kind not in TOLD:
            return ""
        stop = CLAUSE.search(text, quantity.end)
        named = self._goods.named(text, quantity.end, stop.start() if stop else len(text), quantity.unit.kind)
        return named[0].words if len(named) == 1 else ""

    def _respectively(self, text: str, sentence: int, found: list[Quantity], number: int) -> str:
        """Of "oats and barley amounted to 5 tons and 6 tons, respectively" the oats or the barley."""
        if RESPECTIVELY.match(text, found[number].end):
            which, first = 1, number - 1
        elif number + 1 < len(found) and RESPECTIVELY.match(text, found[number + 1].end):
            which, first = 0, number
        else:
            return ""
        named = self._goods.named(text, sentence, found[first].start, found[number].unit.kind)
        pairs = [name.words.split(" and ") for name in named if name.words.count(" and ") == 1]
        return pairs[-1][which] if pairs else ""

    def _listed(self, text: str, quantity: Quantity) -> str:
        """A word that stands as a label in a list, whatever it means: "; hexogen, 5 tons"."""
        match = LISTED.search(text, max(0, quantity.start - 40), quantity.start)
        return match[1] if match and quantity.unit.kind in TOLD else ""

    def _carried(self, text: str, found: list[Quantity], quantity: Quantity, last: dict[str, str]) -> str:
        """What the last quantity of the same kind was of, or the goods that alone were named since."""
        before = next((one for one in reversed(found) if one.unit.kind == quantity.unit.kind), None)
        known = last.get(quantity.unit.kind)
        if before is None or not known:
            return ""
        ends = PARTED.findall(text, before.end, quantity.start)
        if len(ends) > CARRIED or (before.unit != quantity.unit and any(end[0] != ";" for end in ends)):
            return ""
        named = self._goods.named(text, found[-1].end, quantity.start, quantity.unit.kind)
        since = {name.words for name in named if name.words not in known}
        return since.pop() if len(since) == 1 else "" if since else known

    def _stated(self, text: str, start: int, end: int) -> str:
        """Of what "the amount of fertilizer … is" is an amount, within one sentence before `end`."""
        begin = max(text.rfind(". ", start, end), start)
        ends = [match.end() for match in self._amount.finditer(text, begin, end)]
        words = self._words(text, ends[-1]) if ends else ""
        return words if words.islower() else ""

    def asked(self, question: str) -> str:
        """What a question asks for: "How much land was sown?" asks for land."""
        if not question.rstrip(" ”\"'’").endswith("?"):
            return ""
        ends = [match.end() for match in self._asked.finditer(question)]
        if ends:
            return self._words(question, ends[-1])
        named = self._goods.named(question, _sentence(question, 0, len(question) - 1), len(question), "")
        return named[0].words if len(named) == 1 else ""

    def _words(self, text: str, at: int) -> str:
        """Words up to the next that can't belong: a verb, a preposition, a capital, a stop."""
        found: list[str] = []
        if sorts := self._sorts.match(text, at):
            at = sorts.end()
        while len(found) < LONGEST and (match := WORD.match(text, at)):
            word = match[1]
            if found and found[0][0].isupper() and word[0].isupper():
                return ""  # "Jacob Green’s" is nothing that is measured
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


def _without_label(text: str, quantity: Quantity, behind: str, following: Quantity) -> str:
    """What is behind a quantity, without the label of the next: "5 tons of tin and zinc, 4 tons"."""
    first, joiner, label = behind.rpartition(" and ")
    return first if joiner and text[quantity.end : following.start].endswith(f" and {label}, ") else behind


def _sentence(text: str, start: int, end: int) -> int:
    """Where the sentence, or the part of a list, begins in which an offset lies."""
    ends = (match.end() for match in PARTED.finditer(text, start, end + LONGEST_NUMBER))
    return max((found for found in ends if found <= end), default=start)


def _is_compound(text: str, quantity: Quantity) -> bool:
    """Whether a quantity only qualifies what follows: "a 600,000 kilowatt power plant"."""
    form = text[slice(*quantity.unit_at)]
    singular = len(form) >= SHORT and form == quantity.unit.name and quantity.least != 1
    return singular and text[quantity.end : quantity.end + 2].strip().isalpha()


@cache
def commodities(language: str = "en") -> Commodities:
    """The commodities of a language (see `annotate/language`)."""
    numbers = table("numbers", language).get("cardinals", {})
    return Commodities(table("measures", language), numbers, goods(language))
