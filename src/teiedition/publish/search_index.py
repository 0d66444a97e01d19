"""An index that Pagefind's script searches, put together of packs of words, and lean: searches move little.

A search fetches the list of all pages, a file of words for each word, a file of a facet for each value
chosen, and a file of each page that is shown. So these are made small: files are divided; a word that
stands in most pages keeps only its first positions in each.
"""

from __future__ import annotations

import gzip
import heapq
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import cbor2

from teiedition.files import digest
from teiedition.publish.search_words import (
    ENTRY,
    Pack,
    Page,
    Places,
    Word,
    head_of_array,
    unpacked,
    written,
)

OFTEN = "often.json"
"""Words whose positions are not all in the index: {"everywhere": […], "often": […]}, folded as `folded` does.
Those that stand everywhere narrow no search down."""

WORD, FILE = 24_000, 12_000
"""So many pages and positions a word may have, and a file of several words; each is a byte or two."""
EVERYWHERE = 0.75
"""The share of all pages from which on a word stands everywhere."""
COMMONEST = 30_000
"""So many numbers of pages the list of a facet's commonest values may have."""

Forms = list[tuple[set[str], list[int]]]


def index(packs: Iterable[bytes]) -> dict[str, bytes]:
    """The files of an index, by their paths, of what `search_words.packed` made of the pages, in their order.

    Files are named by what is in them. The same packs give the same bytes.
    """
    made: dict[str, bytes] = {}
    languages: dict[str, list[Pack]] = {}
    for same, found in map(unpacked, packs):
        made |= same
        for pack in found:
            languages.setdefault(pack.language, []).append(pack)
    often, entry = _Often(), json.loads(made[ENTRY])
    entry["languages"] = {
        name: _Language(name, found, often, made).make() for name, found in sorted(languages.items())
    }
    made[OFTEN] = often.written()
    return made | {ENTRY: json.dumps(entry, sort_keys=True).encode()}


@dataclass(slots=True)
class _Often:
    """The words that keep only their first positions, as they stand in the texts."""

    everywhere: set[str] = field(default_factory=set)
    often: set[str] = field(default_factory=set)

    def written(self) -> bytes:
        lists = {"everywhere": sorted(self.everywhere), "often": sorted(self.often - self.everywhere)}
        return json.dumps(lists, ensure_ascii=False).encode()


@dataclass(slots=True)
class _Language:
    """The index of one language: its packs, and the files made."""

    name: str
    packs: list[Pack]
    often: _Often
    made: dict[str, bytes]
    thinned: dict[int, Forms] = field(default_factory=dict)
    """By a page's number, positions of the words that lose some, with the set that gathers their forms."""

    @property
    def count(self) -> int:
        return sum(len(pack.pages) for pack in self.packs)

    def make(self) -> dict[str, Any]:
        """Make the files; what Pagefind's script must know of the language to find them."""
        pack = self.packs[0]
        words = [self._file(part) for part in _divided(map(self._merged, self._by_word()))]
        pages = [self._page(number, page) for number, page in enumerate(self._pages())]
        facets = [self._facet(facet, values) for facet, values in sorted(self._facets().items())]
        file = written(pack.signature, cbor2.dumps([pack.version, pages, words, facets, [], []]))
        name = f"{self.name}_{digest(file)[:10]}"
        self.made[f"pagefind.{name}.pf_meta"] = file
        return {"hash": name, "page_count": self.count, "wasm": pack.script}

    def _pages(self) -> Iterator[Page]:
        for pack in self.packs:
            yield from pack.pages

    def _page(self, number: int, page: Page) -> list[Any]:
        """A page as [name, words]: its words are counted roughly, as ranking asks for."""
        if number in self.thinned:
            said = json.loads(gzip.decompress(page.fragment)[len(self.packs[0].signature) :])["content"]
            words = said.split("\u200b" if "\u200b" in said else None)
            for forms, positions in self.thinned[number]:
                forms.update(folded(words[at]) for at in _absolute(positions))
        names = (page.name[:length] for length in range(5, len(page.name)))
        name = next(name for name in names if self._is_free(f"fragment/{name}.pf_fragment", page.fragment))
        self.made[f"fragment/{name}.pf_fragment"] = page.fragment
        return [name, page.words // 16 * 16 or page.words]

    def _is_free(self, path: str, file: bytes) -> bool:
        return self.made.get(path, file) == file

    def _by_word(self) -> Iterator[list[tuple[str, int, Word]]]:
        """A word's entries in the packs, with the number of a pack's first page."""
        starts, start = [], 0
        for pack in self.packs:
            starts.append([(word[0], start, word) for word in pack.words])
            start += len(pack.pages)
        for _, found in groupby(heapq.merge(*starts, key=itemgetter(0, 1)), key=itemgetter(0)):
            yield list(found)

    def _merged(self, found: list[tuple[str, int, Word]]) -> tuple[str, int, bytes]:
        """A word with its places in all pages: the word, how many there are, and CBOR."""
        variants: dict[str, list[tuple[int, Places]]] = {}
        for _, start, (_, _, forms) in found:
            for form, places in forms:
                variants.setdefault(form, []).append((start, places))
        lists = [[(start, places) for _, start, (_, places, _) in found if places.pages], *variants.values()]
        size = sum(places.pages + places.positions for each in lists for _, places in each)
        parts = [_joined(each) for each in lists]
        if size > WORD:
            parts = self._thinned(parts)
            size = WORD
        own, *others = parts
        named = [b"\x82" + cbor2.dumps(form) + part for form, part in zip(variants, others, strict=True)]
        content = b"\x83" + cbor2.dumps(found[0][0]) + own + head_of_array(len(named)) + b"".join(named)
        return found[0][0], size, content

    def _thinned(self, parts: list[bytes]) -> list[bytes]:
        """Places with as many of the first positions in each page as there is room for."""
        lists = [cbor2.loads(part) for part in parts]
        share = sum(map(len, lists)) / self.count
        forms = self.often.everywhere if share >= EVERYWHERE else self.often.often
        for places in lists:
            number = 0
            for delta, positions in places:
                number += delta
                self.thinned.setdefault(number, []).append((forms, positions))
        most = _most([len(positions) for places in lists for _, positions in places])
        return [cbor2.dumps([[delta, _first(at, most)] for delta, at in places]) for places in lists]

    def _file(self, words: Sequence[tuple[str, int, bytes]]) -> list[str]:
        """A file of words: [first word, last word, name]."""
        content = b"\x81" + head_of_array(len(words)) + b"".join(word for _, _, word in words)
        return [words[0][0], words[-1][0], self._named("index", "pf_index", content)]

    def _facets(self) -> dict[str, dict[str, list[int]]]:
        """The pages of each value of each facet, and of the commonest values of a facet that is divided."""
        facets: dict[str, dict[str, list[int]]] = {}
        start = 0
        for pack in self.packs:
            for facet, values in pack.facets:
                for value, pages in values:
                    numbers = facets.setdefault(facet, {}).setdefault(value, [])
                    numbers += [start + page for page in pages]
            start += len(pack.pages)
        whole: dict[str, dict[str, list[int]]] = {}
        for facet, found in facets.items():
            whole.setdefault(re.sub(r"\d+$", "", facet), {}).update(found)
        return {facet: _commonest(found) for facet, found in whole.items()} | facets

    def _facet(self, facet: str, values: dict[str, list[int]]) -> list[str]:
        return [facet, self._named("filter", "pf_filter", cbor2.dumps([facet, sorted(values.items())]))]

    def _named(self, folder: str, ending: str, content: bytes) -> str:
        file = written(self.packs[0].signature, content)
        name = f"{self.name}_{digest(file)[:7]}"
        self.made[f"{folder}/{name}.{ending}"] = file
        return name


def _joined(found: Sequence[tuple[int, Places]]) -> bytes:
    """Places in several packs as one array in CBOR; with each, the number of its pack's first page."""
    parts, last = [head_of_array(sum(places.pages for _, places in found))], 0
    for start, places in found:
        parts += [b"\x82", cbor2.dumps(start + places.first - last), places.content]
        last = start + places.last
    return b"".join(parts)


def _divided(words: Iterable[tuple[str, int, bytes]]) -> Iterator[list[tuple[str, int, bytes]]]:
    """Words in files of a bearable size, in their order."""
    part: list[tuple[str, int, bytes]] = []
    size = 0
    for word in words:
        if part and size + word[1] > FILE:
            yield part
            part, size = [], 0
        part.append(word)
        size += word[1]
    if part:
        yield part


def _most(counts: Sequence[int]) -> int:
    """How many positions in a page a word may keep, to judge by how many it has in each; one at least."""
    most = 1
    while len(counts) + sum(min(count, most + 1) for count in counts) <= WORD:
        most += 1
    return most


def _first(positions: Sequence[int], most: int) -> list[int]:
    kept: list[int] = []
    for number in positions:
        if most == 0:
            break
        kept.append(number)
        most -= number >= 0
    return kept


def _absolute(positions: Sequence[int]) -> Iterator[int]:
    at = 0
    for number in positions:
        at = 0 if number < 0 else at + number
        if number >= 0:
            yield at


def _commonest(values: dict[str, list[int]]) -> dict[str, list[int]]:
    """The values that most pages have, as many as there is room for."""
    room = COMMONEST
    kept = {}
    for value, pages in sorted(values.items(), key=lambda item: (-len(item[1]), item[0])):
        room -= len(pages)
        if room < 0:
            break
        kept[value] = pages
    return kept


@cache
def folded(word: str) -> str:
    """A word as `site/js/search-query.js` compares words: its letters and digits, small, without accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if letter.isalnum()).lower()
