"""Titles before a name: "Chinese Premier and Foreign Minister", "Ambassador to Norland", "Comrade"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from teiedition.annotate.names.declared import any_of
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.titlewords import Any, Ending, Endings, First, Last, at_end, last_word
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import CAPITAL, UPPER, Words
from teiedition.annotate.text import Block, Text

_NEAR, _FAR = 60, 170
SHORTEST = 3
_WORD = re.compile(r"(?<![\w-])\w+")
_PART = re.compile(r"\w+")
_THE = re.compile(r"[Tt]he (?<![\w-][Tt]he )(?=(\w+))")
_AND = re.compile(r"(?:, and|,| and| &) $")
_ARTICLE = re.compile(r"(?<!\w)(?:the|a|an) $", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"(?<!\w)(?:to|of) the $")
"""What stands before the office of another: "Assistant to the Minister"."""
_LETTER = re.compile(r"[a-z]\.")
"""A letter that may number a paragraph."""
_WORD_BEFORE = re.compile(rf"(?<![\w’'-])({CAPITAL}|[{UPPER}][{UPPER}.]+) $")


class Title(NamedTuple):
    """A title in the text. `plural` is one for several persons; `office` tells an office from a "Mr."."""

    start: int
    end: int
    words: str
    head: str
    office: bool = True
    plural: bool = False
    of_what: bool = False
    """Whether it says of what it is an office."""


class Names:
    """The names around: bodies and countries may belong to a title, a person's name may not."""

    def __init__(self, bodies: Iterable[tuple[int, int]], persons: Iterable[tuple[int, int]]) -> None:
        self.starts = {end: start for start, end in bodies}
        self.ends = sorted(end for _, end in persons)

    def body_ending(self, end: int, floor: int) -> int | None:
        """Where the body starts whose name ends here; None if there is none, or it starts before `floor`."""
        start = self.starts.get(end)
        return start if start is not None and start >= floor else None

    def last_person(self, floor: int, offset: int) -> int:
        """Where the last person's name before an offset ends; `floor` if there is none after that."""
        index = bisect_right(self.ends, offset)
        return max(floor, self.ends[index - 1]) if index else floor


class Titles:
    """Finds titles. `learnt` are further ones, from the authority and the text at hand."""

    def __init__(self, words: Words, learnt: Iterable[str] = ()) -> None:
        extra = "".join(f"|{re.escape(title)}" for title in sorted(learnt, key=len, reverse=True))
        office = rf"(?:(?i:(?:(?:{words.modifiers})[ -])*(?:{words.offices}{extra}))|(?:{words.ranks}))"
        word = rf"(?:{CAPITAL}|[{UPPER}.]+)(?:['’]s?)?"
        joined = rf"{word}(?:[ -](?:(?:{words.joiners}|{words.conjunctions}) )?(?:{word}|\({word}\)))*"
        self.words = words
        self.particles = {part.lower() for particle in words.particle_words for part in particle.split()}
        self.awaiting = tuple(f" {of} {the}" for of in words.complement_words for the in ("", "the "))
        self.joining = {part for joiner in words.joiner_words for part in joiner.split()}
        self.joining |= words.conjunction_words
        self.is_last = Last(words.title_ends | {title.split()[-1].lower() for title in learnt})
        """Whether a word is the last of some title: asked first, since it is cheap."""
        self.initials = {form.strip(".").upper() for form in words.honorific_words if _is_small_alone(form)}
        self.begins = First(
            words.title_begins | {first[0] for title in learnt if (first := _WORD.search(title.lower()))},
            words.plural,
        )
        """Whether titles begin with a word."""
        self.office_anywhere = re.compile(rf"(?<![\w-]){office}(?![\w-])")
        self.endings = Endings(
            re.compile(rf"(?<![\w-])(?<!(?<!\w)[{UPPER}]\. )(?P<head>{_any_case(words.honorific_words)})$"),
            re.compile(rf"(?<![\w-])(?P<head>{office})(?P<plural>{words.plural})?$"),
            self.begins,
        )
        self.is_part = Any(
            words.title_words | {part for title in learnt for part in _PART.findall(title.lower())}
        )
        self.known_heads: dict[str, frozenset[str]] = {}
        self.rest = re.compile(rf" (?:{words.complement}|{words.charge}) |, {CAPITAL} $")
        self.in_small = re.compile(rf" (?:{words.complement})(?: [a-z]+){{1,4}}")
        self.rank = re.compile(words.ranks, re.IGNORECASE)
        self.apposed = _apposed(words, office)
        self.employed = re.compile(rf" as (?:[a-z-]+ ){{0,2}}(?:{office}|{words.employments})(?![\w-])")
        of = rf"(?<![\w-])(?P<head>{office})(?P<plural>{words.plural})? (?:{words.complement}) (?:the )?"
        self.with_body = re.compile(rf"{of}$")
        self.with_complement = re.compile(rf"{of}{joined}$")
        whose = "|".join(sorted(map(re.escape, words.adjectives), key=len, reverse=True)) or "(?!)"
        self.whose = frozenset(adjective.split()[0].split("-")[0] for adjective in words.adjectives)
        """The first words of the adjectives that may stand before an office."""
        small = "|".join(sorted((name.lower() for name in words.portfolios), key=len, reverse=True)) or "(?!)"
        self.office_alone = re.compile(
            rf"(?<![\w-])[Tt]he (?:(?P<whose>{whose}) )?(?:(?:{words.honorifics}) )?(?P<head>{office})"
            rf"(?P<rest> (?:{words.complement}) (?:the )?(?:{joined}|(?:{small})(?= |[.,;:]|$)))?(?![\w-])"
        )

    def before(self, text: Text, block: Block, start: int, names: Names) -> list[Title]:
        """The titles straight before `start`, in the order of the text."""
        found: list[Title] = []
        end = start - 1 if text.content[start - 1 : start] == " " else 0
        floor = names.last_person(block.start, end)
        while end > floor and (title := self._title(text.content, floor, end, names)):
            if found and (title.plural or _ARTICLE.search(text.content, floor, title.start)):
                break
            if title.start == block.start and _LETTER.fullmatch(title.words):
                break
            found.insert(0, title)
            if title.plural:
                break
            joined = _AND.search(text.content, max(floor, title.start - 8), title.start)
            another = joined and "and" in joined[0] and self.is_rank(folded(title.head))
            if joined and title.office and not another:
                end = joined.start()
            elif text.content[title.start - 1 : title.start] == " " and not self._closes(
                text.content, floor, title.start - 1
            ):
                end = title.start - 1
            else:
                break
        return found

    def _closes(self, content: str, floor: int, end: int) -> bool:
        """Whether a sentence ends here: with a full stop that is not that of a shortened title."""
        last = last_word(content, floor, end)
        return content[end - 1] == "." and not (self.is_last[last] and last not in self.initials)

    def heads(self, words: str) -> frozenset[str]:
        """The offices that some words of an authority file speak of, folded."""
        heads = self.known_heads.get(words)
        if heads is None:
            found = self.offices(words, 0, len(words))
            own = (match[0] for match in found if not _OF_ANOTHER.search(words, 0, match.start()))
            heads = frozenset(map(self.whole, own))
            self.known_heads[words] = heads
        return heads

    def whole(self, title: str) -> str:
        """A title folded, without shortened words: "lieutenant general" for "Lt. Gen."."""
        whole = self.words.whole_titles
        return " ".join(whole.get(word.rstrip("."), word) for word in folded(title).split())

    def may_end(self, content: str, floor: int, end: int) -> bool:
        """Whether the words before a space at `end` have to be looked at for a title and its complement;
        particles of the name may stand between."""
        if content[end : end + 1] != " ":
            return False
        last = last_word(content, floor, end)
        if not last:
            return content[end - 1] in "'’"
        return last[0].isupper() or last in self.particles or self.is_last[last]

    def ends_at(self, content: str, floor: int, token: Token) -> bool:
        """Whether a title without complement ends with this word."""
        if not self.is_last[token.word]:
            return False
        if any(self._ending(content, floor, token.end)):
            return True
        stopped = content[token.end : token.end + 1] == "."
        return stopped and any(self._ending(content, floor, token.end + 1))

    def stands_apart_before(self, content: str, floor: int, start: int) -> bool:
        """Whether an office and a comma stand before: "the Foreign Minister, Jo Lee"."""
        if not content.endswith(", ", floor, start):
            return False
        end = start - 2
        last = last_word(content, floor, end)
        return bool(last and self.is_last[last] and self._ending(content, floor, end).office)

    def stands_in_full_before(self, content: str, floor: int, start: int) -> bool:
        """The same of an office with what it is the office of: "the minister of harbours, Lee"."""
        if not content.endswith(", ", floor, start):
            return False
        offices = self.offices(content, max(floor, start - 2 - _NEAR), start - 2)
        return any(self.in_small.fullmatch(content, office.end(), start - 2) for office in offices)

    def ends_before(self, content: str, floor: int, end: int) -> bool:
        """Whether nothing but an office, and what it is the office of, ends here."""
        rests = (content[match.end() : end] for match in self.offices(content, floor, end))
        return any(rest == " " or self.rest.match(rest) for rest in rests)

    def is_rank(self, head: str) -> bool:
        """Whether a title, folded, is a rank, which says nothing against any office."""
        return bool(self.rank.fullmatch(head))

    def stands_before(self, content: str, floor: int, token: Token) -> bool:
        """Whether a title stands straight before this word: "Colonel King", not "Chief Justice"."""
        end = token.start - 1 if content.endswith(" ", floor, token.start) else token.start
        last = last_word(content, floor, end)
        if not last or not self.is_last[last]:
            return False
        office = self._ending(content, floor, token.end).office if self.is_last[token.word] else None
        if office and len(office[0]) > len(token.word):
            return False
        return any(self._ending(content, floor, end))

    def awaits_complement(self, content: str, floor: int, start: int) -> bool:
        """Whether an office stands before that has not said yet of what: "Minister of"."""
        near = max(floor, start - _NEAR)
        if not content.endswith(self.awaiting, near, start) or not self._has_office(content, near, start - 1):
            return False
        words = content[near:start]
        return bool(at_end(self.with_body, words, self.begins.starts(words)))

    def _ending(self, content: str, floor: int, end: int) -> Ending:
        """The titles without complement that end at `end`."""
        return self.endings[self.is_part.row(content, max(floor, end - _NEAR), end)]

    def _title(self, content: str, floor: int, end: int, names: Names) -> Title | None:
        """The title that ends at `end`."""
        last = last_word(content, floor, end)
        if not last:
            return None
        honorific, match = self._ending(content, floor, end) if self.is_last[last] else (None, None)
        if honorific and (match is None or len(honorific[0]) >= len(match[0])):
            plural = honorific["head"] in self.words.plural_honorifics
            return Title(end - len(honorific[0]), end, honorific[0], honorific["head"], False, plural)
        start, of_what = end, match is None
        if match is None:
            far = max(floor, end - _FAR)
            if not last[0].isupper():
                return None
            body = names.body_ending(end, far)
            start = body if body is not None else end
            if not self._has_office(content, far, start if body is None else start - 1):
                return None
            pattern = self.with_complement if body is None else self.with_body
            words = content[far:start]
            match = at_end(pattern, words, self.begins.starts(words))
        if match is None:
            return None
        start = self._premodified(content, floor, start - len(match[0]), match["head"], names)
        head = self.without_adjectives(match["head"])
        plural = bool(match["plural"]) or head.lower().endswith("ies")
        return Title(start, end, content[start:end], head, True, plural, of_what)

    def alone(self, content: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The offices with an article in a stretch of the text: "the Premier", "the Minister of Harbours"."""
        passed = start
        for article in _THE.finditer(content, start, end):
            if article.start() >= passed and (self.begins[article[1]] or article[1] in self.whose):
                office = self.office_alone.match(content, article.start(), end)
                if office:
                    passed = office.end()
                    yield office

    def offices(self, content: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The offices in a stretch of the text, wherever they stand."""
        passed = start
        for word in _WORD.finditer(content, start, end):
            if word.start() >= passed and self.begins[word[0]]:
                office = self.office_anywhere.match(content, word.start(), end)
                if office:
                    passed = office.end()
                    yield office

    def _has_office(self, content: str, floor: int, end: int) -> bool:
        """Whether the last word of a title with "of" behind it stands before the words that end here; these
        have capitals, but for small ones that join them."""
        while end > floor:
            start = content.rfind(" ", floor, end) + 1 or floor
            word = content[start:end]
            if word in self.words.complement_words:
                before = last_word(content, floor, start - 1)
                if before and self.is_last[before]:
                    return True
            elif word not in self.joining and not (word[:1].isupper() or word[:1] in "(."):
                return False
            end = start - 1
        return False

    def without_adjectives(self, head: str) -> str:
        """An office without the state whose it is: "Ambassador" of "Soviet Ambassador"."""
        first, _, rest = head.partition(" ")
        return self.without_adjectives(rest) if rest and first in self.words.adjectives else head

    def _premodified(self, content: str, floor: int, start: int, head: str, names: Names) -> int:
        """Where the title begins, with the adjective, body or portfolio that goes before the office."""
        while start > floor:
            body = names.body_ending(start - 1, floor) if content[start - 1] == " " else None
            if body is not None:
                start = body
                continue
            match = _WORD_BEFORE.search(content, max(floor, start - 40), start)
            if match is None or not self._may_modify(match[1], head):
                return start
            start = match.start()
        return start

    def _may_modify(self, word: str, head: str) -> bool:
        words = self.words
        if word in words.adjectives or word in words.directions or word in words.abbreviated_places:
            return True
        return word in words.portfolios and head[:1].isupper()


def _apposed(words: Words, office: str) -> re.Pattern[str]:
    """An office behind a name, with a comma or a dash: ", the chairman of"."""
    article = "|".join(sorted(words.determiners)) or "(?!)"
    whose = "|".join(sorted(map(re.escape, words.adjectives), key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?:, |(?:—| — | – )(?=[a-z]))(?:(?:{article}) )?(?:(?:{whose}) )?"
        rf"(?:(?!(?:{article}) )[a-z-]+ ){{0,3}}(?:{office}|{words.employments})"
        rf"(?=,? (?:of|for|in|to|at|and|who) |[.,;:)]|\n|$| [{UPPER}])"
    )


def _any_case(titles: Collection[str]) -> str:
    return any_of([*titles, *(title.upper() for title in titles if not _is_small_alone(title))])


def _is_small_alone(title: str) -> bool:
    """Whether a title is so short that in capitals it would be initials: "c."."""
    return title.islower() and len(title.strip(".")) < SHORTEST
