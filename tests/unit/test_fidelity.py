"""Nothing lost, nothing invented: each such case is found and named by line and words."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition import fidelity
from teiedition.errors import InputError
from teiedition.model import Source, Span

TEXT = """**3 May 1874**

**Memorandum of a conversation between Adela Brandt and
the Agent of the Harbour Board**

**Citation:**

"Memorandum of a conversation between Adela Brandt and the Agent of the Harbour Board",
3 May 1874, Sound Archive, HB 12-0044, 3-9. <https://archive.example/record/77>

**Original Language:**

Danish

**Contents:**

Translation - English

Mrs Brandt [Adela]: Whether the piers are sound, the engineer will tell you.1 Were there any signs of sub-
sidence last winter?

The Agent: There were none. We looked with care, and we shall look again.
1 Harbour Gazette, 14 October 1873, 1.
Papers of the Harbour Board #4
Mr Lund: I asked the foreman what he had seen. He said

you ask as though I were a stranger! Nordhavn [Nord Havn] quay [i.e., the Coal Quay] (page torn).
Harbour Gazette, 14 October 1873, 1.
* * *
Papers of the Harbour Board #4
The evening ended late.*
* Written down the same night.

A. Brandt

11 May 1874
"""

HEADER = """<teiHeader><fileDesc><titleStmt><title>Memorandum of a conversation between Adela Brandt and
the Agent of the Harbour Board <date when="1874-05-03">3 May 1874</date></title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><bibl><fw>Citation:</fw> "Memorandum of a conversation
between Adela Brandt and the Agent of the Harbour Board", 3 May 1874, Sound Archive, <idno>HB 12-0044</idno>,
<biblScope>3-9</biblScope>. <ptr target="https://archive.example/record/77"/></bibl></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="da"><fw>Original Language:</fw> Danish</language>
<language ident="en"><fw>Contents:</fw> Translation - English</language></langUsage>
<particDesc><p>A. Brandt</p></particDesc>
<correspDesc><correspAction><date>11 May 1874</date></correspAction></correspDesc></profileDesc>
</teiHeader>"""

BODY = """<sp><speaker>Mrs Brandt <supplied>Adela</supplied>:</speaker>
<p>Whether the piers are sound, the engineer will tell
you.<note place="foot" n="1">Harbour Gazette, 14 October 1873, 1.</note>
Were there any signs of subsidence last winter?</p></sp>
<sp><speaker>The Agent:</speaker><p>There were none. We looked with care, and we shall look again.</p></sp>
<fw>Papers of the Harbour Board #4</fw><fw>Papers of the Harbour Board #4</fw>
<sp><speaker>Mr Lund:</speaker><p>I asked the foreman what he had seen. He said
you ask as though I were a stranger!
<placeName>Nordhavn <supplied>Nord Havn</supplied></placeName> quay
<note type="gloss">i.e., the Coal Quay</note>
<gap reason="damage"><desc>(page torn)</desc></gap>.
<note place="foot" cert="low">Harbour Gazette, 14 October 1873, 1.</note></p></sp>
<milestone unit="section"/><p>The evening ended
late.<note place="foot" n="*">Written down the same night.</note></p>
<closer><signed>A. Brandt</signed> <date>11 May 1874</date></closer>"""


def tei(body: str = BODY, header: str = HEADER) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'


def account(*teis: str, text: str = TEXT, format: str = "txt") -> fidelity.Account:
    return fidelity.account(Source(Path("talk.txt"), text, format), teis)


def line(beginning: str) -> int:
    """The number of the line of TEXT that begins so."""
    return next(n for n, words in enumerate(TEXT.splitlines(), 1) if words.startswith(beginning))


def test_a_faithful_encoding_is_complete() -> None:
    result = account(tei())
    assert (result.missing, result.extra, result.moved) == ((), (), ())
    assert result.share == 1.0
    assert result.complete


@pytest.mark.parametrize(
    ("gone", "words", "begins"),
    [
        ("There were none.", "There were none.", "The Agent"),
        ('<note place="foot" cert="low">Harbour Gazette, 14 October 1873, 1.</note>', "Harbour", "Harb"),
        ("<fw>Papers of the Harbour Board #4</fw>", "Papers of the Harbour Board #4", "Papers"),
        ("<signed>A. Brandt</signed>", "A. Brandt", "A. Brandt"),
        ("<date>11 May 1874</date></closer>", "11 May 1874", "11 May"),
        ("<signed>A. Brandt</signed> <date>11 May 1874</date>", "A. Brandt 11 May 1874", "A. Brandt"),
        ("<desc>(page torn)</desc>", "(page torn).", "you ask"),
        ("<supplied>Nord Havn</supplied>", "[Nord Havn]", "you ask"),
        ("He said", "He said", "Mr Lund"),
        ("late", "late.*", "The evening"),
        (" Danish", "Danish", "Danish"),
        ("<fw>Citation:</fw>", "Citation:", "**Citation"),
        ('<ptr target="https://archive.example/record/77"/>', "https://archive", "3 May 1874, S"),
        ('n="1"', "you.1", "Mrs Brandt"),
        ('n="*"', "late.*", "The evening"),
    ],
)  # fmt: skip
def test_what_is_dropped_is_named(gone: str, words: str, begins: str) -> None:
    whole = tei()
    assert gone in whole
    result = account(whole.replace(gone, "</closer>" if gone.endswith("</closer>") else "", 1))
    assert result.share < 1.0
    first = result.missing[0]
    assert first.words.startswith(words)
    # of two equal lines it can't be known which one was dropped
    assert first.line in [n for n, text in enumerate(TEXT.splitlines(), 1) if text.startswith(begins)]
    assert not result.extra


def test_every_dropped_word_is_found() -> None:
    whole = tei()
    words = [
        match
        for match in re.finditer(r"[^\s<>]+(?=[^<>]*<)", whole)
        if match.start() > whole.index("<title>")
    ]
    words = [
        word
        for word in words
        if whole[: word.start()].count("<particDesc>") == 0 or "<body>" in whole[: word.start()]
    ]
    assert len(words) > 120
    for word in words:
        result = account(whole[: word.start()] + whole[word.end() :])
        assert result.missing, word[0]


def test_every_doubled_word_is_found() -> None:
    for word in re.finditer(r"[\w.]+(?=[^<>]*<)", BODY):
        doubled = BODY[: word.end()] + " " + word[0] + BODY[word.end() :]
        assert account(tei(doubled)).extra, word[0]


def test_a_doubled_sentence_is_named_with_its_line() -> None:
    result = account(tei(BODY.replace("There were none.", "There were none. There were none.")))
    assert [piece.words for piece in result.extra] in (["There were none."], ["There were none."])
    assert result.extra[0].file == Path("document 1")
    assert tei(BODY).splitlines()[result.extra[0].line - 1].startswith("<sp><speaker>The Agent")


def test_a_sentence_said_twice_and_encoded_once_is_lost() -> None:
    text = "He knew it well. Nobody asked. He knew it well. Nobody answered.\n"
    result = account(tei("<p>He knew it well. Nobody asked. Nobody answered.</p>", ""), text=text)
    assert [piece.words for piece in result.missing] == ["He knew it well."]


def test_an_invented_word_is_named() -> None:
    result = account(tei(BODY.replace("ended\nlate", "ended very late")))
    assert [piece.words for piece in result.extra] == ["very"]
    assert result.share == 1.0
    assert not result.complete


def test_a_changed_letter_is_lost_and_invented() -> None:
    result = account(tei(BODY.replace("foreman", "forman")))
    assert [(piece.words, piece.characters) for piece in result.missing] == [("foreman", 1)]
    result = account(tei(BODY.replace("foreman", "foremen")))
    assert [piece.words for piece in result.missing] == ["foreman"]
    assert [piece.words for piece in result.extra] == ["foremen"]


def test_words_of_the_header_do_not_excuse_a_loss_in_the_text() -> None:
    """The header says the names and the date again; they are missing all the same."""
    header = HEADER.replace("<title>", "<title>A. Brandt, Mr Lund: ").replace(
        "</title>", " 11 May 1874</title>"
    )
    result = account(tei(BODY.replace("<signed>A. Brandt</signed> <date>11 May 1874</date>", ""), header))
    assert [piece.words for piece in result.missing] == ["A. Brandt 11 May 1874"]


def test_text_moved_is_kept_but_told() -> None:
    sentence = "<p>We looked with care, and we shall look again.</p>"
    body = sentence + BODY.replace("We looked with care, and we shall look again.", "")
    result = account(tei(body))
    assert result.complete
    assert [piece.words for piece in result.moved] == ["We looked with care, and we shall look again."]
    assert result.moved[0].line == line("The Agent")


def test_notes_may_stand_anywhere() -> None:
    note = '<note place="foot" cert="low">Harbour Gazette, 14 October 1873, 1.</note>'
    assert account(tei(BODY.replace(note, "") + f"<div>{note}</div>")).complete


def test_two_documents_in_any_order() -> None:
    cut = BODY.index("<sp><speaker>Mr Lund")
    one, two = tei(BODY[:cut]), tei(BODY[cut:], "<teiHeader/>")
    assert account(one, two).complete
    assert account(two, one).complete
    assert account(one).missing[0].line == line("Mr Lund")


def test_brackets_left_out_without_markup_are_named() -> None:
    result = account(tei(BODY.replace("<supplied>Nord Havn</supplied>", "Nord Havn")))
    assert [(piece.words, piece.line) for piece in result.missing] == [
        ("[Nord", line("you")),
        ("Havn]", line("you")),
    ]
    assert account(tei(BODY.replace("<supplied>Nord Havn</supplied>", "[Nord Havn]"))).complete


def test_a_mark_far_from_its_note_is_not_excused() -> None:
    text = "The first ship came in.1 The second was lost at sea that winter.\n1 Log book, 3.\n"
    note = '<note place="foot" n="1">Log book, 3.</note>'
    assert account(
        tei(f"<p>The first ship came in.{note} The second was lost at sea that winter.</p>", ""), text=text
    ).complete
    far = account(
        tei(f"<p>The first ship came in. The second was lost at sea that winter.{note}</p>", ""), text=text
    )
    assert [piece.words for piece in far.missing] == ["in.1"]


@pytest.mark.parametrize(
    ("text", "body", "missing"),
    [
        ("the Soviet-\nEnglish talks\n", "the Soviet-English talks", []),
        ("the Soviet-\nEnglish talks\n", "the Soviet English talks", ["Soviet-"]),
        ("the Soviet-\nEnglish talks\n", "the SovietEnglish talks", ["Soviet-"]),
        ("the har-\nbour was shut\n", "the harbour was shut", []),
        ("the har-\nbour was shut\n", "the har bour was shut", ["har-"]),
        ("the har\u00adbour was shut\n", "the harbour was shut", []),
        ("a well-known man\n", "a wellknown man", ["well-known"]),
    ],
)
def test_hyphens(text: str, body: str, missing: list[str]) -> None:
    assert [piece.words for piece in account(tei(f"<p>{body}</p>", ""), text=text).missing] == missing


@pytest.mark.parametrize(
    ("format", "text", "body", "missing"),
    [
        ("txt", "## A head\n\nSome **bold words\nhere** and *slanting* ones.\n\n---\n",
         "A head Some bold words here and slanting ones.", 0),
        ("txt", "Two * three and 5 < 7 #4\n", "Two * three and 5 < 7 #4", 0),
        ("txt", "Two * three and 5 < 7 #4\n", "Two three and 5 7 4", 3),
        ("txt", "under_scored _words_ `here`\n", "underscored words here", 5),
        ("md", "> _Slanting_ `words`, 2 \\* 3\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
         "Slanting words, 2 * 3 a b 1 2", 0),
        ("md", "See [the log](https://log.example/1).\n",
         'See <ref target="https://log.example/1">the log</ref>.', 0),
        ("md", "See [the log](https://log.example/1).\n", "See <ref>the log</ref>.", 21),
        ("txt", "See [the log](https://log.example/1).\n",
         'See <ref target="https://log.example/1">the log</ref>.', 0),
        ("txt", "See [the log](below).\n", "See <ref>the log</ref>below.", 2),
        ("docx", "**stars** and # signs\n", "stars and signs", 5),
        ("txt", "One line.\n...\nAnother.\n", "One line. Another.", 3),
        ("txt", "x\u0301a caf\u00e9\n", "x\u0301a cafe\u0301", 0),
    ],
)  # fmt: skip
def test_signs_of_plain_text(format: str, text: str, body: str, missing: int) -> None:
    body = re.sub(r"<(?![/r])", "&lt;", body)
    result = account(tei(f"<p>{body}</p>", ""), text=text, format=format)
    assert sum(piece.characters for piece in result.missing) == missing


def test_damage_read_by_an_editor_is_neither_lost_nor_invented() -> None:
    text = "[So rce: HB 12-0 44, f. 9.\n"
    body = """<note type="source">
        <choice><unclear reason="damage">So rce</unclear><corr>Source</corr></choice>:
        <choice><sic>HB 12-0 44</sic><corr>HB 12-0044</corr></choice>, f. 9.</note>"""
    assert account(tei(body, ""), text=text).complete


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        ("<p>The Harbour Board’s office was shut.</p>", []),
        ("<p>The HarbourBoard’s office was shut.</p>", ["Harbour Board’s"]),
        ("<p>The <orgName>Harbour Board’s</orgName>office was shut.</p>", ["Board’s office"]),
        ("<p>The Harbour<lb/>Board’s office was shut.</p>", []),
        ('<p>The Harbour<lb break="no"/>Board’s office was shut.</p>', ["Harbour Board’s"]),
        ("<head>The Harbour</head><p>Board’s office was shut.</p>", []),
    ],
)
def test_words_that_run_together_are_named(body: str, joined: list[str]) -> None:
    result = account(tei(body, ""), text="The Harbour\nBoard’s office was shut.\n")
    assert [" ".join(piece.words.split()) for piece in result.joined] == joined
    assert result.share == 1.0
    assert result.complete == (not joined)


def test_chinese_lines_run_together_as_they_should() -> None:
    assert account(tei("<p>部长说政府准备签署协定</p>", ""), text="部长说政府\n准备签署协定\n").complete


def test_an_invention_in_an_abstract_or_citation_is_named() -> None:
    whole = tei(
        header=HEADER.replace("Sound Archive", "Sound and Sea Archive").replace(
            "<bibl>", '<bibl type="citation">'
        )
    )
    assert [piece.words for piece in account(whole).extra] == ["and Sea"]
    other = HEADER.replace("<langUsage>", "<abstract><p>What an editor says of it.</p></abstract><langUsage>")
    assert account(tei(header=other)).complete


def test_what_an_editor_signs_for_is_no_invention() -> None:
    note = '<note resp="#kt">Compare the harbour map of 1869.</note>'
    assert account(tei(BODY.replace("late.", f"late.{note}"))).complete
    assert account(tei(BODY.replace("late.", f"late.{note}".replace(' resp="#kt"', "")))).extra


def test_a_note_of_a_word_file_whose_mark_is_in_the_text_only() -> None:
    source = Source(
        Path("a.docx"), "It was lost.1 Gone.\n\nSee the log.\n", "docx", (Span(12, 13, "note-ref", "foot1"),)
    )
    body = '<p>It was lost.<note place="foot" n="1">See the log.</note> Gone.</p>'
    assert fidelity.account(source, [tei(body, "")]).complete
    assert [p.words for p in fidelity.account(source, [tei(body.replace(' n="1"', ""), "")]).missing] == [
        "lost.1"
    ]


def test_a_note_broken_by_a_page_with_a_running_head_inside() -> None:
    text = "Ships came in.1 Ships left.\n1 Log book of the harbour mas-\nPapers 12\nter, 7.\nNone returned.\n"
    body = """<p>Ships came in.<note place="foot" n="1">Log book of the harbour master, 7.</note>
        Ships left.</p><fw>Papers 12</fw><p>None returned.</p>"""
    assert account(tei(body, ""), text=text).complete


def test_nothing_at_all() -> None:
    assert account(tei("<p/>", ""), text="***\n").share == 1.0
    assert account(tei("<p/>", ""), text="Words.\n").share == 0.0
    assert account(text="Words.\n").missing[0].words == "Words."
    assert not account(tei("<p>Words.</p>", ""), text="***\n").complete


def test_text_that_is_not_xml() -> None:
    with pytest.raises(InputError, match="document 2:1"):
        account(tei(), "<TEI>")


SOME = [
    "the",
    "ship",
    "came",
    "to",
    "harbour",
    "at",
    "4",
    "May,",
    "Lund",
    "said:",
    "no",
    "(yes)",
    "[so]",
    "£9.",
]
WORDS = st.lists(st.sampled_from(SOME), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_any_text_is_whole_and_any_loss_is_counted(paragraphs: list[list[str]], data: st.DataObject) -> None:
    """However often words repeat, as many characters are missing as were dropped, and none else."""
    text = "\n\n".join(" ".join(words) for words in paragraphs)

    def encoded(paragraphs: list[list[str]]) -> str:
        return tei("".join(f"<p>{' '.join(words)}</p>" for words in paragraphs), "")

    assert account(encoded(paragraphs), text=text).complete
    place = data.draw(st.integers(0, len(paragraphs) - 1))
    word = data.draw(st.integers(0, len(paragraphs[place]) - 1))
    fewer = [list(words) for words in paragraphs]
    dropped = fewer[place].pop(word)
    result = account(encoded(fewer), text=text)
    assert sum(piece.characters for piece in result.missing) == len(dropped.strip("[]"))
    assert not result.extra
    result = account(encoded(paragraphs), text="\n\n".join(" ".join(words) for words in fewer))
    assert sum(piece.characters for piece in result.extra) == len(dropped.strip("[]"))


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "talk.txt").write_text(TEXT, "utf-8")
    (tmp_path / "tei").mkdir()
    named = HEADER.replace("<publicationStmt><p/>", '<publicationStmt><p/><idno type="source">talk</idno>')
    cut = BODY.index("<sp><speaker>Mr Lund")
    (tmp_path / "tei" / "one.xml").write_text(tei(BODY[:cut], named), "utf-8")
    second = '<teiHeader><publicationStmt><idno type="source">talk</idno></publicationStmt></teiHeader>'
    (tmp_path / "tei" / "two.xml").write_text(tei(BODY[cut:], second), "utf-8")
    (tmp_path / "tei" / "other.xml").write_text(tei("<p>Of no source at hand.</p>"), "utf-8")
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_check_takes_the_documents_of_a_source_together(edition: Path) -> None:
    folder = edition / "sources"
    assert fidelity.check(sorted((edition / "tei").glob("*.xml")), folder) == []
    assert fidelity.check([edition / "tei" / "one.xml"], folder) == []
    assert fidelity.check([edition / "tei" / "one.xml"], edition / "none") == []
    (edition / "tei" / "two.xml").unlink()
    found = fidelity.check([edition / "tei" / "one.xml"], folder)
    assert {problem.file for problem in found} == {folder / "talk.txt"}


def test_check_names_line_and_words_on_both_sides(edition: Path) -> None:
    spoil(edition / "tei" / "two.xml", "He said", "He cried")
    lost, added = fidelity.check([edition / "tei" / "two.xml"], edition / "sources")
    assert (lost.file, lost.line, lost.severity) == (
        edition / "sources" / "talk.txt",
        line("Mr Lund"),
        "error",
    )
    assert "“said”" in lost.message and lost.remedy
    assert (added.file, added.severity) == (edition / "tei" / "two.xml", "warning")
    assert "“cried”" in added.message
    assert "He cried" in (edition / "tei" / "two.xml").read_text("utf-8").splitlines()[added.line - 1]


def test_check_of_a_part_meant_as_such(edition: Path) -> None:
    (edition / "tei" / "two.xml").unlink()
    spoil(
        edition / "tei" / "one.xml",
        "<profileDesc>",
        "<encodingDesc><samplingDecl><p/></samplingDecl></encodingDesc><profileDesc>",
    )
    assert fidelity.check([edition / "tei" / "one.xml"], edition / "sources") == []


def test_check_of_two_sources_of_one_name(edition: Path) -> None:
    (edition / "sources" / "talk.md").write_text(TEXT, "utf-8")
    (problem,) = fidelity.check([edition / "tei" / "one.xml"], edition / "sources")
    assert "talk.md and talk.txt" in problem.message


def test_check_of_a_source_that_cannot_be_read(edition: Path) -> None:
    (edition / "sources" / "talk.txt").write_bytes(b"a\0b")
    (problem,) = fidelity.check([edition / "tei" / "one.xml"], edition / "sources")
    assert "NUL" in problem.message


def test_on_the_hand_made_encodings(shared: Path) -> None:
    """What people encoded with care counts as whole, and nothing in it as invented."""
    problems = fidelity.check(sorted((shared / "gold" / "dev").glob("*.xml")), shared / "sources")
    assert problems == []


def assembly(random: Random) -> tuple[str, str]:
    """A page-wise source with notes, lost marks, running heads and broken words, and its faithful TEI."""
    vocabulary = ["".join(random.choices("abcdeghilmnorstu", k=random.randint(1, 8))) for _ in range(60)]

    def sentence() -> str:
        return " ".join(random.choices(vocabulary, k=random.randint(2, 12))).capitalize() + "."

    lines: list[str] = []
    encoded: list[str] = []
    due: list[str] = []
    number = page = 0
    for _ in range(random.randint(2, 12)):
        source, tei = [], []
        for words in [sentence() for _ in range(random.randint(1, 4))]:
            source.append(words.replace(" ", " [so] ", 1) if random.random() < 0.2 else words)
            tei.append(source[-1].replace("[so]", "<supplied>so</supplied>"))
            if random.random() < 0.25:
                number, note = number + 1, sentence()
                source[-1] += random.choice(["", str(number)])
                tei[-1] += f'<note place="foot" n="{number}">{note}</note>'
                due.append(f"{number} {note}")
        broken = textwrap.wrap(" ".join(source), 50, break_on_hyphens=False)
        if random.random() < 0.3:
            page += 1
            at = random.randint(0, len(broken))
            broken[at:at] = [*due, "Papers of the Board", str(page)]
            encoded.append(f"<fw>Papers of the Board</fw><fw>{page}</fw>")
            due.clear()
        lines += [*broken, ""]
        encoded.append(f"<p>{' '.join(tei)}</p>")
    return "\n".join(lines + due), "\n".join(encoded)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_pages_with_notes_and_heads_are_whole_and_no_word_is_dropped_unseen(seed: int) -> None:
    random = Random(seed)
    text, body = assembly(random)
    result = account(tei(body, ""), text=text)
    assert (result.missing, result.extra, result.joined) == ((), (), ())
    word = random.choice(list(re.finditer(r"[^\s<>]+(?=[^<>]*<)", body)))
    assert account(tei(body[: word.start()] + body[word.end() :], ""), text=text).missing
    assert account(tei(f"{body[: word.start()]}zzz {body[word.start() :]}", ""), text=text).extra


def test_a_few_words_moved_are_kept() -> None:
    text = "Letter of the Agent\n\n(No. 9.)\n\nThe piers are sound and will stand for a hundred years.\n"
    body = "<p>The piers are sound and will stand for a hundred years.</p>"
    front = "<text><front><note>(No. 9.)</note></front><body><head>Letter of the Agent</head>"
    document = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{front}{body}</body></text></TEI>'
    assert fidelity.account(Source(Path("letter.txt"), text), [document]).complete
    without = document.replace("(No. 9.)", "")
    assert [
        piece.words for piece in fidelity.account(Source(Path("letter.txt"), text), [without]).missing
    ] == ["(No. 9.)"]
