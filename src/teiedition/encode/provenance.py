"""The note of a document's source: "[Source: Archive 12-345. Pp. 6-7. Obtained by A and translated by B.]"

It is recognised whole or with letters lost in copying. What was lost is read from the rest of the
material: words from wherever they stand undamaged, a shelfmark from where it is cited.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from teiedition.encode.damage import corrected
from teiedition.encode.facts import Credit
from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node
from teiedition.encode.record import credits
from teiedition.encode.shelfmarks import Held, held
from teiedition.encode.vocabulary import Vocabulary

_TOKEN = re.compile(r"[^\W\d_]+|\.|[^\s]")
_CREDITS = re.compile(r"\b(?:Obtained|Translated|Contributed|Provided|Transcribed|Edited)\b", re.IGNORECASE)
_CITED = re.compile(
    r"(?P<mark>\d[\d/-]*\d)(?:,\s*pp?\.\s*(?P<pages>[\d, –-]+?))?\s*(?:\[Document (?P<number>\d+)\]|[;.,\n])"
)
_SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=(?!Pp?\b|P\s\.|L+\.|l+\.)(?:[A-Z][^\W\d_]{2,}|No\s[a-z]))")
_LONGEST = 4


class Reading(NamedTuple):
    """A stretch of the note and what it was before characters were lost."""

    start: int
    end: int
    words: str
    certainty: str


@dataclass(slots=True)
class Provenance:
    """What a source note says; `held` is its reference taken apart, which begins at `base` in the note;
    `inferred` the whole shelfmark where the printed one is damaged and it is cited elsewhere."""

    repository: str = ""
    shelfmark: str = ""
    pages: tuple[str, str] = ("", "")
    credits: list[Credit] = field(default_factory=list)
    damaged: bool = False
    inferred: str = ""
    certainty: str = ""
    readings: list[Reading] = field(default_factory=list)
    held: Held | None = None
    base: int = 0


class Lexicon:
    """The words of a source, and the shelfmarks that it cites, for mending source notes."""

    def __init__(self, texts: Sequence[str], words: Vocabulary) -> None:
        self._texts, self._formula = texts, words.words("source-notes", "formula")

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word, and each pair of capitalised words, stands in the source."""
        counts = Counter(self._formula)
        for text in self._texts:
            tokens = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
            counts.update(token for token in tokens if len(token) > 2)
            pairs = zip(tokens, tokens[1:], strict=False)
            counts.update(f"{a} {b}" for a, b in pairs if a[0].isupper() and b[0].isupper())
        return counts

    @cached_property
    def _list(self) -> str:
        return "\n".join(sorted(self.counts, key=lambda word: -self.counts[word]))

    @cached_property
    def _cited(self) -> list[re.Match[str]]:
        return [found for text in self._texts for found in _CITED.finditer(text)]

    def known(self, token: str) -> bool:
        """Is a word one that stands undamaged in the source?"""
        return token in self.counts or token.lower() in self.counts

    def mended(self, fragments: Sequence[str], first: bool) -> list[str]:
        """The words that become these fragments when letters are lost between them (and, if `first`,
        before them), the commonest first."""
        inner = ".{1,2}".join(map(re.escape, fragments))
        pattern = re.compile(rf"^{'.{0,3}' if first else ''}{inner}$", re.MULTILINE)
        joined = "".join(fragments)
        return [
            found[0] for found in pattern.finditer(self._list)
            if found[0] not in (joined, " ".join(fragments))
            and len(joined) >= len(found[0]) * (0.45 if len(fragments) > 2 else 0.6)
        ]  # fmt: skip

    def shelfmark(self, damaged: str, pages: tuple[str, str], number: str) -> tuple[str, str]:
        """A cited shelfmark that the damaged one may have been, and how certain that is."""
        parts = [part for part in re.split(r"[-/]", damaged) if part]
        fits = [found for found in self._cited if parts and _fits(parts, re.split(r"[-/]", found["mark"]))]
        wanted = "-".join(page for page in pages if page)
        by_number = [found for found in fits if found["number"] == number]
        by_pages = [
            f
            for f in by_number or fits
            if f["pages"] and wanted and wanted in re.split(r",\s*", f["pages"].strip())
        ]
        for found, certainty in ((by_pages, "high"), (by_number, "medium")):
            marks = {one["mark"] for one in found}
            if len(marks) == 1:
                return marks.pop(), certainty
        return "", ""


def _fits(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Are the remaining parts of a shelfmark, in order, parts of the whole one, the first the same?"""
    rest = iter(whole[1:])
    return parts[0] == whole[0] and len(whole) > len(parts) and all(part in rest for part in parts[1:])


def parse(text: str, lexicon: Lexicon, number: str) -> Provenance:
    """Take a source note apart. `number` is that of the document among those of its source."""
    found = Provenance(readings=list(_readings(text, lexicon)))
    mended = _applied(text, found.readings)
    begins = re.match(r"\W*\w+\s?\w*\s*[:.]\s*", text)
    start = begins.end() if begins else 0
    credited = _CREDITS.search(text, start)
    end = min([credited.start() if credited else len(text), *_people(text, found.readings)])
    sentence = _SENTENCE.search(text[start:end])
    if sentence:
        end = start + sentence.start()
    _hold(found, text, start, end, lexicon, number)
    if credit := _CREDITS.search(mended):
        found.credits = [(deed, names) for deed, names in credits(mended[credit.start() :])]
    return found


def _people(text: str, readings: Sequence[Reading]) -> Iterator[int]:
    """Where mended words stand behind the first number, which are credits and names, not the archive's."""
    digit = re.search(r"\d", text)
    for reading in readings:
        if (
            _CREDITS.match(reading.words)
            or digit
            and reading.start > digit.start()
            and len(reading.words) > 3
        ):
            yield reading.start


def _hold(found: Provenance, text: str, start: int, end: int, lexicon: Lexicon, number: str) -> None:
    part = found.held = held(text[start:end])
    found.base = start
    found.shelfmark, found.pages = part.shelfmark, part.pages
    found.damaged = part.open_pages[1] > 0
    if "--" in found.shelfmark or found.shelfmark.endswith("-"):
        found.damaged = True
        found.inferred, found.certainty = lexicon.shelfmark(found.shelfmark, found.pages, number)
    name_end = start + part.name_end
    inside = [r for r in found.readings if start <= r.start and r.end <= name_end]
    shifted = [r._replace(start=r.start - start, end=r.end - start) for r in inside]
    found.repository = _applied(text[start:name_end], shifted).strip(" ,.")


def _applied(text: str, readings: Sequence[Reading]) -> str:
    for reading in sorted(readings, reverse=True):
        text = text[: reading.start] + reading.words + text[reading.end :]
    return text


def _readings(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        size, reading = _mend(tokens[at : at + _LONGEST + 2], lexicon, text)
        if reading:
            yield reading
        at += size


def _mend(tokens: Sequence[re.Match[str]], lexicon: Lexicon, text: str) -> tuple[int, Reading | None]:
    """Mend the fragments with which `tokens` begin; how many tokens they are."""
    if not tokens[0][0].isalpha() or lexicon.known(tokens[0][0]) and not _broken(tokens, lexicon):
        return 1, None
    for size in range(min(len(tokens), _LONGEST + 1), 0, -1):
        fragments = [token[0] for token in tokens[:size]]
        apart = all(text[a.end() : b.start()] == " " for a, b in zip(tokens, tokens[1:size], strict=False))
        letters = all(fragment.isalpha() for fragment in fragments[:-1]) and (
            fragments[-1].isalpha() or fragments[-1] == "."
        )
        if not apart or not letters or all(lexicon.known(fragment) for fragment in fragments) and size == 1:
            continue
        before = text[tokens[0].start() - 1 : tokens[0].start()]
        lost_start = before in " -" and (fragments[0][0].islower()) and (size > 2 or len(fragments[0]) > 4)
        words = lexicon.mended(fragments, lost_start)
        if words and (size > 1 or lost_start):
            end = tokens[size - 1].end()
            word = words[0]
            if word == "Source" and text[end : end + 1] == ".":
                word, end = "Source:", end + 1
            alike = len({w for w in words if lexicon.counts[w] * 3 > lexicon.counts[words[0]]}) == 1
            certain = alike and sum(map(len, fragments)) >= 4 or word in ("Pp.", "pp.")
            return size, _trimmed(
                text, Reading(tokens[0].start(), end, word, "high" if certain else "medium")
            )
    return 1, None


def _trimmed(text: str, reading: Reading) -> Reading:
    """The reading without the words at its ends that stand in the text as they are."""
    start, end, words, certainty = reading
    while " " in words and text.startswith(first := words.split(" ", 1)[0] + " ", start):
        start, words = start + len(first), words.removeprefix(first)
    while " " in words and text[start:end].endswith(last := " " + words.rsplit(" ", 1)[1]):
        end, words = end - len(last), words.removesuffix(last)
    return Reading(start, end, words, certainty)


def _broken(tokens: Sequence[re.Match[str]], lexicon: Lexicon) -> bool:
    """Does a fragment that is no word follow?"""
    return len(tokens) > 1 and (not tokens[1][0].isalpha() or not lexicon.known(tokens[1][0]))


def markups(found: Provenance) -> list[Markup]:
    """The markup of a source note: the citation, its shelfmark and pages, and the damage."""
    marks = [Markup(r.start, r.end, corrected(r.words, r.certainty)) for r in found.readings]
    part, base = found.held, found.base
    if part is None or not (found.repository or found.shelfmark):
        return marks
    last = max(part.mark[1], part.pages_at[1], part.name_end)
    marks.append(Markup(base, base + last, Node("bibl", {"type": "archival"})))
    if found.shelfmark:
        marks.append(Markup(base + part.mark[0], base + part.mark[1], _idno(found)))
    if found.pages[0]:
        attributes = {"unit": "page", "from": found.pages[0], "to": found.pages[1]}
        kept = {name: value for name, value in attributes.items() if value}
        marks.append(Markup(base + part.pages_at[0], base + part.pages_at[1], Node("biblScope", kept)))
    if part.open_pages[1]:
        damage = Node("unclear", {"reason": "damage"})
        marks.append(Markup(base + part.open_pages[0], base + part.open_pages[1], damage))
    return marks


def _idno(found: Provenance) -> Node:
    idno = Node("idno", {"type": "shelfmark"})
    if "--" not in found.shelfmark and not found.shelfmark.endswith("-"):
        return idno
    unclear = Node("unclear", {"reason": "damage"}, [idno])
    if not found.inferred:
        return unclear
    reading = corrected("", found.certainty, "internal").children[1]
    assert isinstance(reading, Node)
    reading.children = [Node("idno", {"type": "shelfmark"}, [found.inferred])]
    return Node("choice", {}, [unclear, reading])
