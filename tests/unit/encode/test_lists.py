"""Lists that a format knew: Markdown's and web pages', with items within items, and lists in notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from encoded import lines, only, words
from teiedition import fidelity, sources
from teiedition.config import Config
from teiedition.encode import encode

MARKDOWN = """\
Report on the Goat
==================

3 May 1901

First Part
----------

Of goats there are[^1]

- the old one
- the new one
  - its kid
    which is small
  - its other kid
- the one on the buoy

| Year | Goats |
|------|-------|
| 1900 | 3     |

1. A numbered paragraph stays one.

2. And so does this.

[^1]: As the keeper has it:
    - they eat
    - they sleep
"""
PAGE = """<h1>Report on the Goat, 3 May 1901</h1><ul><li>old<ol><li>kid</li><li>other kid</li></ol></li>
<li>new<p>It is white.</p></li></ul><ol><li>first</li></ol><dl><dt>Goat</dt><dd>An animal.</dd></dl>"""


def test_headings_and_lists_of_markdown() -> None:
    report = only(MARKDOWN, name="goat.md")
    assert (report.title, words(report, "div/head")) == ("Report on the Goat", ["First Part"])
    assert lines(report)[5:10] == [
        "<list>",
        "<item><label>-</label> the old one</item>",
        "<item><label>-</label> the new one<list><item><label>-</label> its kid which is small</item>"
        "<item><label>-</label> its other kid</item></list></item>",
        "<item><label>-</label> the one on the buoy</item>",
        "</list>",
    ]
    assert words(report, "row/cell") == ["Year", "Goats", "1900", "3"]
    assert words(report, "p/label") == ["1.", "2."]
    assert words(report, "note/list/item") == ["- they eat", "- they sleep"]


@pytest.mark.parametrize(("name", "text"), [("goat.md", MARKDOWN), ("goat.html", PAGE)])
def test_nothing_of_it_is_lost(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    source = sources.read(tmp_path / name)
    documents = encode(source, Config(folder=tmp_path))
    assert fidelity.account(source, [document.tei for document in documents]).complete


def test_lists_of_a_web_page(tmp_path: Path) -> None:
    (tmp_path / "goat.html").write_text(PAGE, "utf-8")
    (report,) = encode(sources.read(tmp_path / "goat.html"), Config(folder=tmp_path))
    assert lines(report)[1:] == [
        "<list>",
        '<item><label>•</label> old<list><item n="1"><label>1.</label> kid</item>'
        '<item n="2"><label>2.</label> other kid</item></list></item>',
        "<item><label>•</label> new<p>It is white.</p></item>",
        "</list>",
        "<list>",
        '<item n="1"><label>1.</label> first</item>',
        "</list>",
        '<list type="gloss">',
        "<label>Goat</label>",
        "<item>An animal.</item>",
        "</list>",
    ]


def test_a_list_in_a_printed_note() -> None:
    report = only(
        "Report on the Goat, 3 May 1901\n\nIt is well.1 It eats.\n\nIt sleeps.2 So do we.\n\n"
        "1 The keeper says:\n(a) it is old;\n(b) it is loud.\n2 At night.\n"
    )
    assert words(report, "note/list/item") == ["(a) it is old;", "(b) it is loud."]
