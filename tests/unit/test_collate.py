"""Collation: what differs is told, each witness can be read from it whole, as TEI too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edition import document
from teiedition.cli import main
from teiedition.collate import BREAK, Segment, Witness, collate, to_tei, witnesses
from teiedition.errors import InputError
from teiedition.tree import NS
from teiedition.validate import validate


def of(*texts: str) -> tuple[Witness, ...]:
    """Witnesses of these words; a stroke ends a block."""
    signs = "ABCDEFG"
    return tuple(
        Witness(signs[number], Path(f"{number}.xml"), "T", tuple(text.replace("|", BREAK).split(" ")))
        for number, text in enumerate(texts)
    )


def differing(*texts: str) -> list[tuple[str, ...]]:
    segments = collate(of(*texts))
    return [tuple(" ".join(words) for words in segment.readings) for segment in segments if not segment.same]


def test_a_word_changed_left_out_and_added() -> None:
    assert differing("the river is high", "the river is low") == [("high", "low")]
    assert differing("the very high river", "the high river") == [("very", "")]
    assert differing("the river", "the wide river") == [("", "wide")]
    assert differing("the river", "the river") == []


def test_three_witnesses_share_the_places_of_their_differences() -> None:
    assert differing("a red boat came", "a blue boat came", "a boat came in") == [
        ("red", "blue", ""),
        ("", "", "in"),
    ]


def test_capitals_and_punctuation_are_slight_differences() -> None:
    segments = [
        segment for segment in collate(of("Well, he said no", "well he said yes")) if not segment.same
    ]
    assert [(segment.slight, segment.readings) for segment in segments] == [
        (True, (("Well,",), ("well",))),
        (False, (("no",), ("yes",))),
    ]


def test_a_word_in_common_by_chance_does_not_part_a_passage() -> None:
    one, other = "he came to the old stone house at noon", "he left for that big and the wooden barn at noon"
    assert len(differing(one, other)) == 1


words = st.lists(st.sampled_from([*"abcdef", "A", "b,", BREAK]), min_size=1, max_size=30).map(tuple)


@settings(max_examples=300, deadline=None)
@given(st.lists(words, min_size=2, max_size=4))
def test_each_witness_can_be_read_from_the_collation(texts: list[tuple[str, ...]]) -> None:
    found = tuple(Witness("ABCD"[n], Path(f"{n}.xml"), "T", text) for n, text in enumerate(texts))
    segments = collate(found)
    for number, witness in enumerate(found):
        assert tuple(word for segment in segments for word in segment.readings[number]) == witness.words
    for segment in segments:
        assert isinstance(segment, Segment) and any(segment.readings)
    assert read(to_tei(found, segments), "A") == [word for word in texts[0] if word != BREAK]
    assert read(to_tei(found, segments), "B") == [word for word in texts[1] if word != BREAK]


def read(tei: str, sign: str) -> list[str]:
    """A witness's words as the TEI of a collation has them."""
    root = etree.fromstring(tei)
    for reading in root.xpath("//tei:rdg", namespaces=NS):
        if f"#{sign}" not in reading.get("wit").split():
            reading.text = ""
            for child in list(reading):
                reading.remove(child)
    return " ".join(root.xpath("//tei:body//text()", namespaces=NS)).split()


def test_the_reading_text_is_compared_without_notes_and_with_what_is_corrected(tmp_path: Path) -> None:
    bodies = {
        "one": "<p>The <choice><sic>tabel</sic><corr>table</corr> stood.<note>So it did.</note></choice></p>",
        "two": "<p>The ta<lb break='no'/>ble<pb/>stood.</p><p>It fell.</p>",
    }
    files = [tmp_path / f"{name}.xml" for name in bodies]
    for file, body in zip(files, bodies.values(), strict=True):
        file.write_text(document(file.stem, "Title", "1951-01-01", body))
    found = witnesses(files)
    assert found[0].words == ("The", "table", "stood.", BREAK)
    segments = collate(found)
    assert [one.readings for one in segments if not one.same] == [((), ("It", "fell.", BREAK))]
    root = etree.fromstring(to_tei(found, segments))
    assert root.xpath("//tei:witness/tei:ref/@target", namespaces=NS) == ["one.xml", "two.xml"]
    assert root.xpath("//tei:variantEncoding/@method", namespaces=NS) == ["parallel-segmentation"]


def test_what_cannot_be_compared_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty.xml"
    empty.write_text(document("empty", "Title", "1951-01-01", ""))
    with pytest.raises(InputError, match="two witnesses"):
        witnesses([empty])
    with pytest.raises(InputError, match="no text"):
        witnesses([empty, empty])


def test_the_command_writes_a_collation_and_counts(tmp_path: Path) -> None:
    files = [tmp_path / "one.xml", tmp_path / "two.xml"]
    for file, word in zip(files, ("high", "low"), strict=True):
        file.write_text(document(file.stem, "Title", "1951-01-01", f"<p>The river is {word}.</p>"))
    out = tmp_path / "collation.xml"
    result = CliRunner().invoke(main, ["collate", *map(str, files), "--out", str(out), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["differences"] == 1
    assert read(out.read_text(), "B") == ["The", "river", "is", "low."]
    assert validate([out]) == []
