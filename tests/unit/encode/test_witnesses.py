"""Documents that two sources carry."""

from __future__ import annotations

from dataclasses import replace

from encoded import EncodedDocument, only, words
from teiedition.encode import join_witnesses

TEXT = """\
{title}, 3 May 1901

The weir was found to be sound in all its parts, but for two piles on the side of the mill, which {verb} been
eaten by worms. The miller was told of it and said that he had known it since Easter.
"""


def document(name: str, id: str, title: str = "Report on the Weir", verb: str = "have") -> EncodedDocument:
    return replace(only(TEXT.format(title=title, verb=verb), name=f"{name}.txt"), id=id)


def test_two_witnesses_name_each_other() -> None:
    here, there = join_witnesses([document("north", "a"), document("south", "b", verb="had")])
    assert words(here, "listWit/witness") == [
        "This file, from the source north.",
        "b, from the source south.",
    ]
    assert '<ref target="a.xml">a</ref>' in there.tei


def test_other_texts_titles_dates_and_the_same_source_are_no_witnesses() -> None:
    first = document("north", "a")
    other_title = document("south", "b", title="Minutes of the Miller")
    same_source = document("north", "c")
    nothing = "Report on the Weir, 3 May 1901\n\nThere is nothing to report of it.\n"
    other_text = replace(only(nothing, name="east.txt"), id="d")
    other_date = replace(document("west", "e"), date="1902-05-03")
    documents = [first, other_title, same_source, other_text, other_date]
    assert join_witnesses(documents) == tuple(documents)


def test_damage_and_other_spellings_do_not_part_witnesses() -> None:
    text = TEXT.format(title="Report on the Weir", verb="have")
    damaged = replace(
        only(text.replace("miller", "mil er").replace("Easter", "East er"), name="south.txt"), id="b"
    )
    assert all("listWit" in joined.tei for joined in join_witnesses([document("north", "a"), damaged]))
