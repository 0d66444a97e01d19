"""The words of some pages, read out of Pagefind's files and packed, so that packs make an index.

Pagefind's files are gzip over a signature of 12 bytes and CBOR (RFC 8949), of a fragment JSON:

    pagefind.LANG_HASH.pf_meta   [version, pages, word files, facet files, sorts, names of meta data]
    index/NAME.pf_index          [[[word, places, [[variant, places]…]]…]]
    filter/NAME.pf_filter        [facet, [[value, numbers of pages]…]]
    fragment/NAME.pf_fragment    {"url", "content", "anchors" …}: what a hit in a page is shown with

The places of a word are [number of pages since the last, positions, positions in meta data] each; positions
are differences too, and a negative number among them is the weight of those that follow. Pagefind numbers
pages in an order of its own; a pack has them in that of their addresses.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import cbor2

from teiedition.files import digest

ENTRY = "pagefind-entry.json"
_SIGNATURE = 12
_USUAL = -25


class Places(NamedTuple):
    """Where a word stands in a pack's pages, the first apart: only its number changes in an index."""

    pages: int
    positions: int
    first: int
    """The number of the first page in the pack."""
    last: int
    content: bytes
    """In CBOR, the positions in the first page; of each other page, [pages since the last, positions]."""


Word = tuple[str, Places, list[tuple[str, Places]]]
"""A word as it is looked for, its places as it stands so, and those of each variant with other accents."""


class Page(NamedTuple):
    """A page: the digest of what its hits are shown with, the number of its words, and the former packed."""

    name: str
    words: int
    fragment: bytes


class Pack(NamedTuple):
    """The words of some pages in one language; the facets: [facet, [[value, numbers of pages]…]]."""

    language: str
    script: str
    """Which of Pagefind's files of WebAssembly knows the language."""
    signature: bytes
    version: str
    pages: list[Page]
    words: list[Word]
    facets: list[tuple[str, list[tuple[str, list[int]]]]]


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pagefind's files, by their paths, as one: a pack for each language, and the files that never change."""
    entry = json.loads(files[ENTRY])
    packs = [
        _pack(files, language, found["wasm"] or "unknown", f"pagefind.{found['hash']}.pf_meta")
        for language, found in sorted(entry.pop("languages").items())
    ]
    same = {name: file for name, file in files.items() if "/" not in name and not name.endswith(".pf_meta")}
    same[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return cbor2.dumps([same, packs])


def unpacked(file: bytes) -> tuple[dict[str, bytes], list[Pack]]:
    """What `packed` made: the files that never change, and the packs."""
    same, packs = cbor2.loads(file)
    return same, [_restored(*pack) for pack in packs]


def _restored(
    language: str, script: str, signature: bytes, version: str, pages: Any, words: Any, facets: Any
) -> Pack:
    read = [
        (word, Places(*places), [(form, Places(*found)) for form, found in variants])
        for word, places, variants in words
    ]
    return Pack(language, script, signature, version, [Page(*page) for page in pages], read, facets)


def _pack(files: Mapping[str, bytes], language: str, script: str, meta: str) -> Pack:
    signature, (version, pages, words, facets, *_) = read(files[meta])
    found = [_page(files[f"fragment/{name}.pf_fragment"], number) for name, number in pages]
    order = sorted(range(len(found)), key=lambda number: found[number][0])
    numbers = {old: new for new, old in enumerate(order)}
    return Pack(
        language,
        script,
        signature,
        version,
        [found[number][1] for number in order],
        sorted(word for *_, name in words for word in _words(files[f"index/{name}.pf_index"], numbers)),
        sorted(_facet(files[f"filter/{name}.pf_filter"], numbers) for _, name in facets),
    )


def _facet(file: bytes, numbers: Mapping[int, int]) -> tuple[str, list[tuple[str, list[int]]]]:
    facet, values = read(file)[1]
    return facet, sorted((value, sorted(numbers[page] for page in pages)) for value, pages in values)


def _page(file: bytes, words: int) -> tuple[str, Page]:
    """A page's address, and the page without what stands in it twice, or in the index besides."""
    unpacked = gzip.decompress(file)
    fragment = json.loads(unpacked[_SIGNATURE:])
    for anchor in fragment["anchors"]:
        anchor["text"] = ""  # its words are in the content
    fragment["filters"] = {}
    text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
    made = gzip.compress(unpacked[:_SIGNATURE] + text.encode(), mtime=0)
    return fragment["url"], Page(digest(made), words, made)


def _words(file: bytes, numbers: Mapping[int, int]) -> Iterator[Word]:
    """The words of a file. What stands in meta data only is left out: the title is in the text too."""
    for word, places, variants in read(file)[1][0]:
        found = [(form, _places(each, numbers)) for form, each in variants]
        kept = [(form, each) for form, each in found if each.pages]
        if (own := _places(places, numbers)).pages or kept:
            yield word, own, sorted(kept)


def _places(found: Sequence[list[Any]], numbers: Mapping[int, int]) -> Places:
    """The places of a word, in the order of the pages' new numbers."""
    old = 0
    kept: list[tuple[int, list[int]]] = []
    for delta, positions, *_ in found:
        old += delta
        if positions:
            kept.append((numbers[old], positions[1:] if positions[0] == _USUAL else positions))
    if not kept:
        return Places(0, 0, 0, 0, b"")
    kept.sort()
    (first, beginning), last = kept[0], kept[-1][0]
    rest = [(new - former, positions) for (former, _), (new, positions) in pairwise(kept)]
    count = sum(len(positions) for _, positions in kept)
    content = cbor2.dumps(beginning) + cbor2.dumps(rest)[len(head_of_array(len(rest))) :]
    return Places(len(kept), count, first, last, content)


def head_of_array(length: int) -> bytes:
    """The bytes with which CBOR begins an array of so many items (RFC 8949, 3.1: major type 4)."""
    if length < 24:
        return bytes([0x80 + length])
    size = 1 if length < 1 << 8 else 2 if length < 1 << 16 else 4
    return bytes([{1: 0x98, 2: 0x99, 4: 0x9A}[size]]) + length.to_bytes(size, "big")


def read(file: bytes) -> tuple[bytes, Any]:
    """One of Pagefind's files of CBOR: its signature, its content."""
    unpacked = gzip.decompress(file)
    return unpacked[:_SIGNATURE], cbor2.loads(unpacked[_SIGNATURE:])


def written(signature: bytes, content: bytes) -> bytes:
    """A file that Pagefind's script reads, of content in CBOR."""
    return gzip.compress(signature + content, mtime=0)
