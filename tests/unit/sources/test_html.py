"""Web pages: their structure, their notes, and nothing of what only the browser needs."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiedition.errors import InputError
from teiedition.model import Source
from teiedition.sources import html

Told = Callable[..., list[tuple[str, str, str]]]


def page(body: str, head: str = "") -> Source:
    return html.read(
        Path("a.html"), f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    )


def test_blocks_words_and_white_space(told: Told) -> None:
    source = page("""<h1 class="title">Of ships</h1>
      <div>Loose <b>bold </b>text<p>A <i>para</i>graph<br> of two  lines</p> more</div>
      <h2>Head</h2><blockquote><p>said</p></blockquote><pre>a
  b</pre><p align="center">A. B.</p><hr><p>End&nbsp;.""")
    assert source.text == (
        "Of ships\n\nLoose bold text\n\nA paragraph\nof two lines\n\nmore\n\nHead\n\nsaid\n\na\n  b\n\nA. B."
        "\n\n* * *\n\nEnd\u00a0.\n"
    )
    assert told(source, "heading", "quote", "align") == [
        ("heading", "0", "Of ships"), ("heading", "2", "Head"), ("quote", "", "said"),
        ("align", "center", "A. B."),
    ]  # fmt: skip
    assert [text for _, _, text in told(source, "paragraph")] == [
        "Loose bold text", "A paragraph\nof two lines", "more", "said", "a\n  b", "A. B.", "End\u00a0.",
    ]  # fmt: skip
    assert told(source, "bold", "italic") == [("bold", "", "bold"), ("italic", "", "para")]


def test_scripts_styles_forms_and_hidden_things_are_left_out() -> None:
    source = page(
        "<script>x()</script><p>Text<template>t</template><!-- no --> stays</p><div hidden>h</div>"
        "<form><button>Go</button><input value=v>Kept</form><noscript>n</noscript>",
        "<title>t</title><style>p {}</style>",
    )
    assert source.text == "Text stays\n\nKept\n"


def test_menus_head_and_foot_of_the_site_are_furniture(told: Told) -> None:
    source = page(
        "<header>Archive</header><nav><a href='/'>Home</a></nav><main><header>By us</header>"
        "<p>Text</p></main>"
        "<footer>Contact</footer>"
    )
    assert told(source, "furniture") == [
        ("furniture", "header", "Archive"), ("furniture", "navigation", "Home"),
        ("furniture", "footer", "Contact"),
    ]  # fmt: skip
    assert not told(page("<header><h1>Of ships</h1></header><p>x"), "furniture")


def test_lists(told: Told) -> None:
    source = page(
        "<ol type=a start=2><li>sea<li value=7><p>land</p><p>more</p><ul><li>salt</ul><li>air</ol>"
        "<ol reversed><li>two<li>one</ol><dl><dt>Mole<dd>a pier<dd>an animal<dt>Quay<dd>a wharf</dl>"
    )
    assert source.text.rstrip().split("\n\n") == [
        "b. sea", "g. land", "more", "• salt", "h. air", "2. two", "1. one",
        "Mole", "a pier", "an animal", "Quay", "a wharf",
    ]  # fmt: skip
    assert [value for _, value, _ in told(source, "list")] == ["ordered", "bulleted", "ordered", "gloss"]
    items = told(source, "list-item")
    assert ("list-item", "1", "g. land\n\nmore\n\n• salt") in items
    assert items[-2:] == [
        ("list-item", "1", "Mole\n\na pier\n\nan animal"),
        ("list-item", "1", "Quay\n\na wharf"),
    ]
    assert ("label", "", "Mole") in told(source, "label")


def test_tables_and_merged_cells(told: Told) -> None:
    source = page(
        "<table><caption>Trade</caption><tr><th rowspan=2>Year<th colspan=2>Tons<tr><td>salt<td>fish"
        "<tr><td>1871<td><td><p>7</p><p>8</p></table><p>After"
    )
    assert source.text == "Trade\n\nYear\tTons\nsalt\tfish\n1871\t\t7\n8\n\nAfter\n"
    assert told(source, "cell") == [
        ("cell", "1,1,2,1", "Year"), ("cell", "1,2,1,2", "Tons"), ("cell", "2,2", "salt"),
        ("cell", "2,3", "fish"),
        ("cell", "3,1", "1871"), ("cell", "3,2", ""), ("cell", "3,3", "7\n8"),
    ]  # fmt: skip
    assert [value for _, value, _ in told(source, "row")] == ["label", "", ""]


@pytest.mark.parametrize(
    "notes",
    [
        # said so by the page
        '<p>It rained.<a href="#n" epub:type="noteref" id="r">1</a> So.</p>'
        '<aside epub:type="footnote" id="n">Log.</aside>',
        # as converters write it: a list of notes with a way back
        '<p>It rained.<a id="r" href="#n"><sup>1</sup></a> So.</p><section><hr><ol><li id="n"><p>Log.'
        ' <a href="#r">↩</a></p></li></ol></section>',
        # as Word writes it: each leads to the other
        '<p>It rained.<a href="#_ftn1" name="_ftnref1">[1]</a> So.</p>'
        '<div id="ftn1"><p class="MsoFootnoteText">'
        '<a href="#_ftnref1" name="_ftn1">[1]</a> Log.</p></div>',
        # by hand: the place it leads to begins with the same mark
        '<p>It rained.<sup><a href="#n">1</a></sup> So.</p><p><a name="n"></a>1 Log.</p>',
    ],
)
def test_notes(told: Told, notes: str) -> None:
    source = page(notes + "<p>Later.</p>")
    ((_, name, mark),) = told(source, "note-ref")
    ((_, same, text),) = told(source, "note")
    assert (name, same) == ("foot1", "foot1")
    assert mark.strip("[]") == "1"
    assert text in ("Log.", "1 Log.")
    assert source.text.startswith(f"It rained.{mark} So.\n\n{text}\n\nLater.")


def test_links_that_are_no_marks(told: Told) -> None:
    source = page(
        '<p>See <a href="#two">2</a> and <a href="https://log.example/3">log</a> <a href="#none">3</a>.</p>'
        '<div id="two"><h2>Second part</h2><p>Text</p></div>'
    )
    assert told(source, "link") == [
        ("link", "#two", "2"), ("link", "https://log.example/3", "log"), ("link", "#none", "3"),
    ]  # fmt: skip
    assert not told(source, "note")


def test_notes_keep_their_lists_and_two_marks_may_share_one(told: Told) -> None:
    source = page(
        '<ul><li>salt<a href="#n" class="footnote-ref">a</a><li>fish'
        '<a href="#n" class="footnote-ref">a</a></ul>'
        '<div class="footnote" id="n">Two:<ul><li>one</ul></div>'
    )
    assert source.text == "• salta\n\n• fisha\n\nTwo:\n\n• one\n"
    assert [value for _, value, _ in told(source, "note-ref")] == ["foot1", "foot1"]
    assert told(source, "note") == [("note", "foot1", "Two:\n\n• one")]


def test_pictures_languages_and_quotes(told: Told) -> None:
    source = page(
        'A<img src="quay.png" alt="The quay">B <span lang="da">havn</span> <q>so</q>'
        '<img src="data:image/png;base64,UE5H">'
    )
    assert source.text == "A The quay B havn “so”\n"
    assert told(source, "image") == [("image", "quay.png", "The quay"), ("image", "image1.png", "")]
    assert source.attachments == {"image1.png": b"PNG"}
    assert told(source, "language") == [("language", "da", "havn")]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("<meta charset=windows-1251><p>Министр".encode("cp1251"), "Министр\n", "windows-1251"),
        ("<meta charset=iso-8859-1><p>“it”".encode("cp1252"), "“it”\n", "windows-1252"),
        ("<meta charset=ascii-9><p>é".encode(), "é\n", "utf-8"),
        ("<meta charset=us-ascii><p>é\x81".encode(), "é\x81\n", "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?><html><body><p>é</p></body></html>'.encode(), "é\n", "utf-8"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    source = html.read(Path("a.html"), data)
    assert (source.text, source.encoding) == (text, encoding)


@pytest.mark.parametrize("body", ["", "<script>render()</script>", "<!-- only a comment -->"])
def test_a_page_without_text(body: str) -> None:
    with pytest.raises(InputError, match="holds no text"):
        page(body)


TAGS = st.sampled_from(
    ["p", "b", "i", "div", "li", "td", "span", "blockquote", "h2", "sup", "ul", "table", "br"]
)
NODE: st.SearchStrategy[str] = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=9).map(escape),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(
        lambda t: f"<{t[0]}>{' '.join(t[1])}</{t[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(NODE)
def test_no_character_is_lost(body: str) -> None:
    """Whatever a page nests into what, each character that its parser sees is in the text, once."""
    whole = f"<html><body>.{body}.</body></html>"
    seen = "".join(map(str, etree.fromstring(whole, etree.HTMLParser()).itertext()))
    source = html.read(Path("a.html"), f"<meta charset=utf-8>{whole}".encode())
    left = list(source.text)
    for span in source.spans:
        if span.kind == "label":
            left[span.start : span.end] = [""] * (span.end - span.start)
    assert sorted("".join("".join(left).split())) == sorted("".join(seen.split()))
