"""Notes told from text, put together from their lines, and put where their marks stood."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from encoded import lines, only, root, words
from teiedition import fidelity, tree
from teiedition.model import Source

ARTICLE = """\
The Keeper's Third Winter

Maud Grange and Peter Aske

In the winter of 1833 the keeper of the Orlan light sold his boat{0} Nobody knows who bought it. The ledger
says only "to a man who could not swim,"{1} and the harbor books for that year were eaten by mice.

What the keeper did without a boat is a different question{2} He could not fish, and he could not leave.

{3} Aske's ledger, Orlan Archives, uncatalogued, f. 12.
{4} Ibid.
{5} It was asked first by Brandt, The Lonely Lamps (Port Orlan: Board of Trade, 1902), 88; and
for another view see Ida Moss, "Letters Without Stamps," Orlan Quarterly 4 (1911): 3-19.
"""
MARKS = {
    "figures": (".1", "2", ".3", "1.", "2.", "3."),
    "figures without stops": (".1", "2", ".3", "1", "2", "3"),
    "square brackets": (".[1]", "[2]", ".[3]", "[1]", "[2]", "[3]"),
    "parentheses": (".(1)", "(2)", ".(3)", "(1)", "(2)", "(3)"),
    "superscript": (".¹", "²", ".³", "1.", "2.", "3."),
    "superscript twice": (".¹", "²", ".³", "¹", "²", "³"),
    "symbols": (".*", "†", ".‡", "*", "†", "‡"),
}
PAGE = """\
Orlan Quarterly                                    The Lamp                                        17

The board which had charge of the light was composed of five
members, of whom three were merchants and two were the widows of
merchants. It met in the back room of the Dolphin.1 When the lamp
was out, and it was often out, the board was not told; and when it

1 Minutes of the Harbor Board, 4 June 1831, Orlan Archives, HB 3/17.

Orlan Quarterly                                    The Lamp                                        18

was told, it did not meet.2 The pilots complained to the Court of
Wrecks, which found that a complaint about a lamp must be brought
by the lamp.

2 Ibid., f. 12. The second page is torn. Compare the account in Brandt,
The Lonely Lamps (Port Orlan: Board of Trade, 1902), 88, which has the
pilots in the wrong.

Orlan Quarterly                                    The Lamp                                        19

That was in 1840. Nobody has brought one since.*

* The author thanks the keeper.
"""
LOST = """\
The Lamp and the Ledger

Maud Grange

The keeper of the light at Orlan was a widower named Aske, who paid for the oil himself.His ledger, which
survives, shows that he sold his boat in the third winter to a man who could not swim.The harbor books for
that year were eaten by mice, and what is known of the mice comes from the report of the Court of Wrecks on
Aske, Ledger of the Light, Orlan Archives, HB 3/17, f. 12.
Maud Grange, The Price of Oil (Port Orlan: Board of Trade, 1902), 88-91.
the state of the books.The court had been asked for something else. It had been asked who owned the light,
and after two years it found that a light belongs to nobody. The pilots took this badly.
Reports of the Court of Wrecks, vol. 2 (Port Orlan: Board of Trade, 1841), 88.
"""


def notes(text: str) -> list[tuple[str | None, str, str]]:
    """Of each note: its number, the nine characters before its place, its words."""
    found = []
    document = root(only(text))
    for note in document.iter(tree.tag("note")):
        before = note.getprevious().tail if note.getprevious() is not None else note.getparent().text
        found.append((note.get("n"), (before or "")[-9:], " ".join("".join(note.itertext()).split())))
    return found


def plain(mark: str) -> str:
    """A mark without brackets, its figures not raised."""
    return unicodedata.normalize("NFKC", mark).strip(".()[]")


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_marks_that_are_there_to_be_seen(marks: tuple[str, ...]) -> None:
    found = notes(ARTICLE.format(*marks))
    assert [before for _, before, _ in found] == ["his boat.", 'ot swim,"', "question."]
    assert [number for number, _, _ in found] == [plain(mark) for mark in marks[3:]]
    assert found[0][2] == "Aske's ledger, Orlan Archives, uncatalogued, f. 12."
    assert found[2][2].endswith('"Letters Without Stamps," Orlan Quarterly 4 (1911): 3-19.')


def test_numbered_notes_stand_where_their_marks_were_without_doubt() -> None:
    document = only(ARTICLE.format(*MARKS["figures"]))
    assert document.counts["notes"] == document.counts["anchored"] == 3
    assert "cert=" not in document.tei.partition("<text")[2]
    assert words(document, "docAuthor") == ["Maud Grange", "Peter Aske"]


def test_a_page_with_notes_in_its_midst_is_read_on() -> None:
    document = only(PAGE)
    text, last = words(document, "body/p")
    assert "and when it Orlan Quarterly The Lamp 18was told" in text
    assert lines(document)[1].count('<pb cert="high"/><fw type="header">') == 1
    assert last.startswith("That was in 1840.")
    first, second, third = notes(PAGE)
    assert first == ("1", " Dolphin.", "Minutes of the Harbor Board, 4 June 1831, Orlan Archives, HB 3/17.")
    assert second[:2] == ("2", "not meet.")
    assert second[2].startswith("Ibid., f. 12. The second page is torn. Compare the account in Brandt, The")
    assert second[2].endswith("(Port Orlan: Board of Trade, 1902), 88, which has the pilots in the wrong.")
    assert third == ("*", "ne since.", "The author thanks the keeper.")


def test_notes_whose_marks_were_lost_are_put_where_traces_and_words_speak_for_it() -> None:
    document = only(LOST)
    assert document.counts["notes"] == 3
    found = notes(LOST)
    assert [before for _, before, _ in found][:2] == [" himself.", "not swim."]
    assert {note.get("cert") for note in root(document).iter(tree.tag("note"))} <= {"high", "medium", "low"}
    assert all(note.get("resp") == "#teiedition" for note in root(document).iter(tree.tag("note")))


def test_a_note_that_may_not_belong_where_it_stands_is_a_doubt() -> None:
    document = only(LOST)
    low = sum(note.get("cert") == "low" for note in root(document).iter(tree.tag("note")))
    assert low == sum('cert="low"' in doubt for doubt in document.doubts)


@pytest.mark.parametrize("heading", ["Notes", "ENDNOTES", "References"])
def test_notes_collected_behind_the_text(heading: str) -> None:
    text = ARTICLE.format(*MARKS["figures"]).replace("\n1. Aske", f"\n{heading}\n\n1. Aske")
    document = only(text)
    assert [note.get("place") for note in root(document).iter(tree.tag("note"))] == ["end"] * 3
    assert lines(document)[-1] == f'<fw type="label">{heading}</fw>'


def test_paragraphs_with_numbers_are_no_notes() -> None:
    paragraphs = ["1. The weir fell in 1.", "2. It fell again in 2.", "3. It lies there."]
    document = only("\n\n".join(["Report on the Weir, 3 May 1901", *paragraphs]))
    assert document.counts["notes"] == 0
    assert words(document, "body/p") == paragraphs


def test_a_citation_in_the_text_is_no_note() -> None:
    cited = "See Brandt, The Lonely Lamps (Port Orlan: Board of Trade, 1902), 88."
    assert only(f"Report on Lamps\n\n{cited}\n\nIt is out.\n").counts["notes"] == 0


def test_the_same_numbers_on_every_page() -> None:
    page = (
        "The {0} lamp was lit by the keeper.1 It was dim, and it burned.\n\n1 The {0} stood on the pier.\n\n"
    )
    found = notes("The Lamps of Orlan\n\n" + page.format("first") + page.format("second"))
    assert [(number, words[:10]) for number, _, words in found] == [("1", "The first "), ("1", "The second")]


def test_a_list_with_numbers_is_no_apparatus() -> None:
    items = ["1. Take the lamp down.", "2. Fill it with oil.", "3. Trim the wick.", "4. Light it."]
    document = only(
        "How a Lamp Is Lit\n\nThere are four things to do.\n\n" + "\n".join(items) + "\n\nThat is all.\n"
    )
    assert document.counts["notes"] == 0


def test_numbers_at_the_foot_whose_marks_are_lost() -> None:
    text = LOST.replace("Aske, Ledger", "1 Aske, Ledger").replace("Maud Grange, The", "2 Maud Grange, The")
    document = only(
        text.replace("Reports of the Court of Wrecks, vol", "3 Reports of the Court of Wrecks, vol")
    )
    found = [note.get("n") for note in root(document).iter(tree.tag("note"))]
    assert found == ["1", "2", "3"]
    assert document.counts["anchored"] == 3
    assert all(note.get("cert") for note in root(document).iter(tree.tag("note")))


def test_marks_whose_notes_have_lost_their_numbers_number_them() -> None:
    bare = ARTICLE.replace("\n{3} ", "\n").replace("\n{4} ", "\n").replace("\n{5} ", "\n")
    found = notes(bare.format(".1", "2", ".3", "", "", ""))
    assert [(number, before) for number, before, _ in found] == [
        ("1", "his boat."),
        ("2", 'ot swim,"'),
        ("3", "question."),
    ]


MARKDOWN = """\
# The Lamps of Orlan

The keeper was paid.[^1] He was not thanked.[^board] The lamp is out.

[^1]: Ledger of the Light, f. 12.
[^board]: Minutes of the Harbor Board, 4 June
    1831. The second page is torn.

Nobody has lit it since.
"""


@pytest.mark.parametrize("name", ["lamps.md", "lamps.txt"])
def test_footnotes_of_markdown(name: str) -> None:
    document = only(MARKDOWN, name=name)
    found = [(note.get("n"), "".join(note.itertext())) for note in root(document).iter(tree.tag("note"))]
    assert found == [
        ("1", "Ledger of the Light, f. 12."),
        ("board", "Minutes of the Harbor Board, 4 June 1831. The second page is torn."),
    ]
    source = Source(Path(name), MARKDOWN, name.rpartition(".")[2])
    assert fidelity.account(source, [document.tei]).complete
    assert words(document, "body/p")[-1] == "Nobody has lit it since."


def test_numbers_in_brackets_with_colons() -> None:
    text = ARTICLE.format(".[1]", "[2]", ".[3]", "[1]:", "[2]:", "[3]:")
    assert [number for number, _, _ in notes(text)] == ["1", "2", "3"]
    assert fidelity.account(Source(Path("a.txt"), text), [only(text).tei]).complete
