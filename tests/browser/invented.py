"""Pages of invented text, marked for the search as the pages of documents are, as many as are wanted."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from teiedition.files import digest
from teiedition.publish import search

FREQUENT = (  # noqa: SIM905
    "the of and to in a that is was he for it with as his on be at by had this not are but from or have an "
    "they which one you were her all she there would their we him been has when who will more no if"
).split()
CONSONANTS = "b br d dr f g gr h k kl l m n p pl r s st t tr v z".split()  # noqa: SIM905
VOWELS = "a e i o u ai ea ou".split()  # noqa: SIM905
ENDINGS = ("", "", "n", "r", "s", "l", "nd", "ing", "ed", "ment")
KINDS = ("Letter", "Minutes of conversation", "Report", "Telegram", "Treaty")
FIRST, LAST = 1945, 1990


class Invention:
    """An edition that never was: words, persons and places in proportions that texts have (Zipf's)."""

    def __init__(self, words: int = 60_000, persons: int = 5_000, places: int = 1_500) -> None:
        self.chance = random.Random(1961)
        self.words = [*FREQUENT, *self._words(words)]
        self.weights = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))))
        self.persons = [f"{self._word().title()} {self._word().title()}" for _ in range(persons)]
        self.places = [self._word().title() for _ in range(places)]

    def pages(self, number: int, words: int = 900) -> Iterator[tuple[str, str]]:
        """So many pages, of about so many words each: names and HTML."""
        for place in range(number):
            year = FIRST + place * (LAST - FIRST + 1) // number
            yield f"{year}-document-{place:05}.html", self._page(year, words)

    def _page(self, year: int, words: int) -> str:
        persons, places = self._some(self.persons, 10), self._some(self.places, 6)
        length = max(60, int(self.chance.lognormvariate(math.log(words) - 0.3, 0.8)))
        text = self.chance.choices(self.words, cum_weights=self.weights, k=length)
        for name in [*persons, *places]:
            text[self.chance.randrange(length)] = name
        facets = [("year", str(year)), ("genre", self.chance.choice(KINDS)), ("speaker", persons[0])]
        facets += [("person", name) for name in sorted(set(persons))]
        facets += [("place", name) for name in sorted(set(places))]
        title = " ".join(text[:6]).capitalize()
        return (
            f'<!doctype html><html lang="en"><head><title>{title}</title>'
            f'<meta data-pagefind-meta="title[content]" content="{title}">'
            f"{''.join(_facet(*facet) for facet in facets)}</head><body><article data-pagefind-body>"
            f'<h1>{title}</h1><div id="text">{"".join(self._paragraphs(text))}</div></article></body></html>'
        )

    def _paragraphs(self, text: list[str]) -> Iterator[str]:
        start = number = 0
        while start < len(text):
            number, length = number + 1, self.chance.randint(40, 120)
            yield f'<p id="p{number}">{" ".join(text[start : start + length])}.</p>'
            start += length

    def _some(self, names: list[str], number: int) -> list[str]:
        """Some names, a few of which are in many documents."""
        ranks = (min(int(self.chance.paretovariate(0.5)), len(names)) for _ in range(number))
        return [names[rank - 1] for rank in ranks]

    def _words(self, number: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < number:
            found[self._word()] = None
        return list(found)

    def _word(self) -> str:
        syllables = self.chance.choice((2, 2, 3, 4))
        parts = (self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(syllables))
        return "".join(parts) + self.chance.choice(ENDINGS)


def _facet(name: str, value: str) -> str:
    part = sum(map(ord, value)) % 32
    return f'<meta data-pagefind-filter="{name}{part}[content]" content="{value}">'


def write_pages(folder: Path, documents: int) -> dict[str, Path]:
    """Write so many invented pages; their files by name."""
    folder.mkdir()
    for name, text in Invention().pages(documents):
        (folder / name).write_text(text, "utf-8")
    return {path.name: path for path in folder.iterdir()}


def write_packs(folder: Path, pages: dict[str, Path]) -> dict[str, Path]:
    """Read the words of pages, those of which nothing is known yet, as the build does; the packs' files."""
    folder.mkdir(exist_ok=True)
    packs = {}
    for step in search.packs(pages):
        files = [line.partition("\t")[2] for line in str(step.source).splitlines()]
        packs[step.output] = folder / digest(*(Path(file).read_bytes() for file in files))
        if not packs[step.output].exists():
            packs[step.output].write_bytes(search.words(step))
    return packs


def write_index(site: Path, packs: dict[str, Path]) -> None:
    """Give a site the index of these packs."""
    (step,) = search.steps(packs)
    for name, file in search.index(step).items():
        target = site / "pagefind" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file)
