"""Pagefind's index put in order and made lean, so that a search of 10,000 documents moves little.

An index's files are gzip over a signature of 12 bytes and CBOR (RFC 8949), of a fragment JSON:

    pagefind.LANG_HASH.pf_meta   [version, pages, word files, facet files, sorts, names of meta data]
    index/NAME.pf_index          [[[word, places, [[variant, places]…]]…]]
    filter/NAME.pf_filter        [facet, [[value, numbers of pages]…]]
    fragment/NAME.pf_fragment    {"url", "content", "anchors" …}: what a hit in a page is shown with

The places of a word are [number of pages since the last, positions, positions in meta data]; positions are
differences too, and a negative number among them is a weight.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import cbor2

from teiedition.files import digest

OFTEN = "often.json"
"""Words whose positions are not all in the index: {"everywhere": […], "often": […]}, folded as `folded` does.
Those that stand everywhere narrow no search down."""

LARGE_FILE = 36_000
"""A file of words with more bytes than that is divided."""
WORD, FILE = 24_000, 20_000
"""So many pages and positions a word may have, and a file of several words; each is a byte or two."""
EVERYWHERE = 0.75
"""The share of all pages from which on a word stands everywhere."""
COMMONEST = 30_000
"""So many numbers of pages the list of a facet's commonest values may have."""
_SIGNATURE = 12
_ENTRY = "pagefind-entry.json"


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index's files by their paths: nothing left to chance, and nothing in them that no search needs.

    Pagefind orders facets and their values by chance. Files are named by what is in them, so one that names
    others is changed with them.
    """
    entry = json.loads(files[_ENTRY])
    made = {name: content for name, content in files.items() if "/" not in name}
    often = _Often()
    for language in entry["languages"].values():
        signature, meta = _read(made.pop(f"pagefind.{language['hash']}.pf_meta"))
        _Language(files, meta, often, made).make()
        packed = _written(signature, meta)
        language["hash"] = f"{language['hash'].rpartition('_')[0]}_{digest(packed)[:10]}"
        made[f"pagefind.{language['hash']}.pf_meta"] = packed
    made[OFTEN] = often.written()
    return made | {_ENTRY: json.dumps(entry, sort_keys=True).encode()}


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
    """The index of one language: Pagefind's files, its meta data, which are changed, and the files made."""

    files: Mapping[str, bytes]
    meta: list[Any]
    often: _Often
    made: dict[str, bytes]
    thinned: dict[int, list[tuple[set[str], list[int]]]] = field(default_factory=dict)
    """By a page's number, positions of the words that lose some, with the set that gathers their forms."""

    def make(self) -> None:
        self.meta[2] = [part for file in self.meta[2] for part in self._words(*file)]
        self.meta[1] = [self._page(number, *page) for number, page in enumerate(self.meta[1])]
        self.meta[3] = self._facets()

    def _words(self, first: str, last: str, name: str) -> Iterator[list[str]]:
        """A file of words, as it is or as several: [first word, last word, name] each."""
        path = f"index/{name}.pf_index"
        if len(self.files[path]) <= LARGE_FILE:
            self.made[path] = self.files[path]
            yield [first, last, name]
            return
        signature, (words,) = _read(self.files[path])
        for part in _divided([self._thinned(word) for word in words]):
            packed = _written(signature, [part])
            name = f"{name.rpartition('_')[0]}_{digest(packed)[:7]}"
            self.made[f"index/{name}.pf_index"] = packed
            yield [part[0][0], part[-1][0], name]

    def _thinned(self, word: list[Any]) -> list[Any]:
        """A word with as many of its first positions in each page as the index has room for."""
        key, places, variants = word
        lists = [places, *(found for _, found in variants)]
        if sum(map(_weight, lists)) <= WORD:
            return word
        share = sum(map(len, lists)) / len(self.meta[1])
        forms = self.often.everywhere if share >= EVERYWHERE else self.often.often
        for found in lists:
            number = 0
            for delta, positions, *_ in found:
                number += delta
                self.thinned.setdefault(number, []).append((forms, positions))
        most = _most(lists)
        return [key, _first(places, most), [[form, _first(found, most)] for form, found in variants]]

    def _page(self, number: int, name: str, words: int) -> list[Any]:
        """A page, [name, words]: named by half as much, its words counted roughly, as ranking asks for."""
        unpacked = gzip.decompress(self.files[f"fragment/{name}.pf_fragment"])
        fragment = json.loads(unpacked[_SIGNATURE:])
        for anchor in fragment["anchors"]:
            anchor["text"] = ""  # stands in the content already
        fragment["filters"] = {}
        said = fragment["content"].split("\u200b" if "\u200b" in fragment["content"] else None)
        for forms, positions in self.thinned.get(number, ()):
            forms.update(folded(said[at]) for at in _absolute(positions))
        text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
        packed = gzip.compress(unpacked[:_SIGNATURE] + text.encode(), mtime=0)
        length, whole = 5, digest(packed)
        while self.made.get(path := f"fragment/{whole[:length]}.pf_fragment", packed) != packed:
            length += 1
        self.made[path] = packed
        return [whole[:length], words // 16 * 16 or words]

    def _facets(self) -> list[list[str]]:
        """The facets' files, [facet, name] each, and one with the commonest values of each divided facet."""
        made: list[list[str]] = []
        whole: dict[str, list[list[Any]]] = {}
        for facet, name in sorted(self.meta[3]):
            signature, (_, values) = _read(self.files[f"filter/{name}.pf_filter"])
            whole.setdefault(re.sub(r"\d+$", "", facet), []).extend(values)
            made.append(self._facet(signature, facet, values, name))
        for facet in sorted(set(whole) - {facet for facet, _ in made}):
            made.append(self._facet(signature, facet, _commonest(whole[facet]), name))
        return sorted(made)

    def _facet(self, signature: bytes, facet: str, values: list[list[Any]], like: str) -> list[str]:
        packed = _written(signature, [facet, sorted(values)])
        name = f"{like.rpartition('_')[0]}_{digest(packed)[:7]}"
        self.made[f"filter/{name}.pf_filter"] = packed
        return [facet, name]


def _divided(words: Sequence[list[Any]]) -> Iterator[list[list[Any]]]:
    """Words in files of a bearable size, in their order."""
    part: list[list[Any]] = []
    size = 0
    for word in words:
        weight = _weight(word[1]) + sum(_weight(found) for _, found in word[2])
        if part and size + weight > FILE:
            yield part
            part, size = [], 0
        part.append(word)
        size += weight
    yield part


def _weight(places: Sequence[list[Any]]) -> int:
    return len(places) + sum(len(positions) for _, positions, *_ in places)


def _most(lists: Sequence[Sequence[list[Any]]]) -> int:
    """How many positions in a page a word may keep; one at least."""
    counts = [len(positions) for places in lists for _, positions, *_ in places]
    most = 1
    while len(counts) + sum(min(count, most + 2) for count in counts) <= WORD:
        most += 1
    return most


def _first(places: Sequence[list[Any]], most: int) -> list[list[Any]]:
    return [[delta, _beginning(positions, most), *rest] for delta, positions, *rest in places]


def _beginning(positions: Sequence[int], most: int) -> list[int]:
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


def _commonest(values: list[list[Any]]) -> list[list[Any]]:
    """The values that most pages have, as many as there is room for."""
    room = COMMONEST
    kept = []
    for value in sorted(values, key=lambda value: (-len(value[1]), value[0])):
        room -= len(value[1])
        if room < 0:
            break
        kept.append(value)
    return kept


@cache
def folded(word: str) -> str:
    """A word as `site/js/search-query.js` compares words: its letters and digits, small, without accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if letter.isalnum()).lower()


def _read(file: bytes) -> tuple[bytes, Any]:
    packed = gzip.decompress(file)
    return packed[:_SIGNATURE], cbor2.loads(packed[_SIGNATURE:])


def _written(signature: bytes, content: Any) -> bytes:
    return gzip.compress(signature + cbor2.dumps(content), mtime=0)
