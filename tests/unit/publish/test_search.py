"""The index of words: put together of packs, lean, and complete."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2
import pytest

from teiedition.publish import search, search_index

TEXTS = {
    "1930.html": "The sluice of Halt was shut. Mills stood still, said O’Brien.",
    "1931.html": "The river was high; the mill’s wheel broke, and the river rose.",
    "1932.html": "Nobody saw the wheel again. “重工业。周” was planned, and the lock at Çay.",
    "1933.html": "The Cay road is older than the river lock: the lock-keeper said so.",
}


def page(text: str, year: str) -> str:
    return (
        f'<html lang="en"><head><meta data-pagefind-filter="year3[content]" content="{year}"></head><body>'
        f'<article data-pagefind-body><h1>Of {year}</h1><p id="p1">{text}</p></article></body></html>'
    )


def index(folder: Path, *groups: list[str]) -> dict[str, bytes]:
    """The index of pages that are read in these groups."""
    packs = {}
    for number, group in enumerate(groups):
        for name in group:
            (folder / name).write_text(page(TEXTS[name], name.removesuffix(".html")), "utf-8")
        (step,) = search.packs({name: folder / name for name in group})
        packs[str(number)] = folder / f"pack{number}"
        packs[str(number)].write_bytes(search.words(step))
    (step,) = search.steps(packs)
    return search.index(step)


def words(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Each word of an index with its places, and those of its variants."""
    parts = [cbor2.loads(gzip.decompress(files[name])[12:]) for name in files if name.endswith(".pf_index")]
    return {word: (places, variants) for (found,) in parts for word, places, variants in found}


def test_packs_give_the_same_index_however_pages_are_grouped(tmp_path: Path) -> None:
    whole = index(tmp_path, list(TEXTS))
    first, *others = TEXTS
    assert index(tmp_path, [first], others) == whole
    assert index(tmp_path, *([name] for name in TEXTS)) == whole
    assert json.loads(whole["pagefind-entry.json"])["languages"]["en"]["page_count"] == 4


def test_words_are_told_apart_where_they_have_apostrophes_or_no_spaces(tmp_path: Path) -> None:
    found = words(index(tmp_path, list(TEXTS)))
    assert {"obrien", "mill", "重", "工", "业", "周"} <= set(found)
    assert found["river"][0][0][:1] == [1] and len(found["river"][0]) == 2
    assert [form for form, _ in found["cay"][1]] == ["çay"]


def test_a_word_that_stands_everywhere_keeps_its_first_positions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = words(index(tmp_path, list(TEXTS)))
    monkeypatch.setattr(search_index, "WORD", 9)
    files = index(tmp_path, list(TEXTS))
    thin = words(files)
    assert [len(positions) for _, positions in whole["the"][0]] == [1, 3, 2, 3]
    assert [len(positions) for _, positions in thin["the"][0]] == [1, 1, 1, 1]
    assert {word for word in whole if whole[word] != thin[word]} == {"of", "the"}
    assert json.loads(files["often.json"]) == {"everywhere": ["of", "the"], "often": []}


def test_files_of_words_are_small_and_their_list_says_what_is_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "FILE", 12)
    files = index(tmp_path, list(TEXTS))
    (meta,) = (files[name] for name in files if name.endswith(".pf_meta"))
    listed = cbor2.loads(gzip.decompress(meta)[12:])[2]
    assert len(listed) > 4
    for first, last, name in listed:
        found = list(words({f"{name}.pf_index": files[f"index/{name}.pf_index"]}))
        assert [found[0], found[-1]] == [first, last] and found == sorted(found)


def test_a_facet_that_is_divided_has_a_list_of_its_commonest_values(tmp_path: Path) -> None:
    files = index(tmp_path, list(TEXTS))
    facets = [cbor2.loads(gzip.decompress(files[name])[12:]) for name in files if name.endswith(".pf_filter")]
    years = [[name.removesuffix(".html"), [number]] for number, name in enumerate(TEXTS)]
    assert sorted(facets) == [["year", years], ["year3", years]]


def test_a_new_page_changes_one_group_of_pages(tmp_path: Path) -> None:
    pages = {f"{number:05}.html": tmp_path / f"{number}" for number in range(5_000)}
    before = {step.output: step.source for step in search.packs(pages)}
    after = {step.output: step.source for step in search.packs(pages | {"02500-new.html": tmp_path / "new"})}
    assert len(before) > 4 and sum(before.get(name) != source for name, source in after.items()) <= 2
    assert sum(str(source).count("\n") + 1 for source in before.values()) == 5_000
