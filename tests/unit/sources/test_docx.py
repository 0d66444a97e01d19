"""Word files: what an editor wrote comes out in its order, with all that Word knew about it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition import sources
from teiedition.errors import InputError
from teiedition.model import Source

Word = Callable[..., Source]
Told = Callable[..., list[tuple[str, str, str]]]

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Chapter"/>
  <w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Sig"><w:name w:val="Signature"/>
  <w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="pers"><w:name w:val="tei:persName"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="Clause"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def note(identifier: int, *blocks: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identifier}">{"".join(blocks)}</w:{kind}>'


def mark(identifier: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def test_paragraphs_are_parted_by_blank_lines(word: Word, told: Told) -> None:
    source = word(p("One ", "and more.") + p() + p("Two.") + "<w:sectPr/>")
    assert source.text == "One and more.\n\nTwo.\n"
    assert told(source) == [("paragraph", "", "One and more."), ("paragraph", "", "Two.")]
    assert source.format == "docx"


def test_headings_by_name_by_descent_and_by_outline_level(word: Word, told: Told) -> None:
    outline = '<w:outlineLvl w:val="2"/>'
    body = p("Top", style="Titel") + p("One", style="berschrift1") + p("Two", style="Kapitel")
    source = word(body + p("Three", properties=outline), styles=STYLES)
    assert told(source, "heading") == [
        ("heading", "0", "Top"), ("heading", "1", "One"), ("heading", "1", "Two"), ("heading", "3", "Three"),
    ]  # fmt: skip
    assert told(source, "style") == [("style", "Chapter", "Two")]


def test_formatting_of_words(word: Word, told: Told) -> None:
    source = word(
        p(r("bo", "<w:b/>"), r("ld", '<w:b w:val="true"/>'), r(" plain ", '<w:b w:val="0"/>'),
          r("it", "<w:i/>"), r("both", "<w:b/><w:i/>"),
          r("2", '<w:vertAlign w:val="superscript"/>'), r("u", '<w:u w:val="single"/>'),
          r("n", '<w:u w:val="none"/>'), r("sc", "<w:smallCaps/>"), r("x", "<w:strike/>"),
          r("strong", '<w:rStyle w:val="Fett"/>'), r("not", '<w:rStyle w:val="Fett"/><w:b w:val="0"/>')),
        styles=STYLES,
    )  # fmt: skip
    assert source.text == "bold plain itboth2unscxstrongnot\n"
    assert told(source, "bold") == [("bold", "", "bold"), ("bold", "", "both"), ("bold", "", "strong")]
    assert told(source, "italic") == [("italic", "", "itboth")]
    assert told(source, "superscript", "underline", "small-caps", "strikethrough") == [
        ("superscript", "", "2"), ("underline", "", "u"),
        ("small-caps", "", "sc"), ("strikethrough", "", "x"),
    ]  # fmt: skip


def test_styles_named_after_tei_elements_keep_their_names(word: Word, told: Told) -> None:
    named = '<w:rStyle w:val="pers"/>'
    body = p("met ", r("Adela ", named), r("Brandt", named + "<w:i/>"), ".") + p("A. B.", style="Sig")
    source = word(body, styles=STYLES)
    assert told(source, "style") == [
        ("style", "tei:persName", "Adela Brandt"),
        ("style", "Signature", "A. B."),
    ]
    assert told(source, "align") == [("align", "right", "A. B.")]


def test_quotations(word: Word, told: Told) -> None:
    assert told(word(p("Said he.", style="Zitat"), styles=STYLES), "quote") == [("quote", "", "Said he.")]


def test_numbers_of_lists_are_printed_and_lists_nest(word: Word, told: Told) -> None:
    body = (
        item("Peace.", 1)
        + item("At sea", 1, 1)
        + item("on land", 1, 1)
        + item("both", 1, 2)
        + item("War.", 1)
    )
    source = word(body + p("End."), numbering=NUMBERING, styles=STYLES)
    assert source.text.split("\n\n") == [
        "Article 1. Peace.", "(a) At sea", "(b) on land", "1.b.iii both", "Article 2. War.", "End.\n",
    ]  # fmt: skip
    assert [label for _, _, label in told(source, "label")] == [
        "Article 1.",
        "(a)",
        "(b)",
        "1.b.iii",
        "Article 2.",
    ]
    items = told(source, "list-item")
    assert [depth for _, depth, _ in items] == ["1", "2", "2", "3", "1"]
    assert items[0][2].startswith("Article 1.") and items[0][2].endswith("both")
    assert [kind for _, kind, _ in told(source, "list")] == ["ordered"] * 3


def test_a_list_goes_on_after_other_text_and_starts_anew_where_told(word: Word, told: Told) -> None:
    body = item("a", 1) + p("between") + item("b", 1) + item("c", 3) + p("by style", style="Liste")
    source = word(body, numbering=NUMBERING, styles=STYLES)
    labels = [label for _, _, label in told(source, "label")]
    assert labels == ["Article 1.", "Article 2.", "Article 5.", "Article 6."]


def test_bullets(word: Word, told: Told) -> None:
    source = word(item("salt", 2) + item("fish", 2), numbering=NUMBERING)
    assert source.text == "• salt\n\n• fish\n"
    assert told(source, "list") == [("list", "bulleted", "• salt\n\n• fish")]


def test_an_item_may_have_several_paragraphs(word: Word, told: Told) -> None:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    source = word(
        item("Peace.", 1) + p("At sea too.", properties=none) + item("War.", 1) + p("End."),
        numbering=NUMBERING,
    )
    assert [text for _, _, text in told(source, "list-item")] == [
        "Article 1. Peace.\n\nAt sea too.", "Article 2. War.",
    ]  # fmt: skip


def test_footnotes_stand_after_the_paragraph_of_their_mark(word: Word, told: Told) -> None:
    source = word(
        p("It rained.", mark(4), " So", mark(5), " we left.") + p("Later."),
        footnotes=note(-1, p("-")).replace('w:id="-1"', 'w:id="-1" w:type="separator"')
        + note(4, p('<w:r><w:footnoteRef/></w:r>', " Log, 3.")) + note(5, p("Letter."), p("Copy.")),
    )  # fmt: skip
    assert source.text == "It rained.1 So2 we left.\n\nLog, 3.\n\nLetter.\n\nCopy.\n\nLater.\n"
    assert told(source, "note-ref", "note") == [
        ("note-ref", "foot4", "1"), ("note-ref", "foot5", "2"),
        ("note", "foot4", "Log, 3."), ("note", "foot5", "Letter.\n\nCopy."),
    ]  # fmt: skip


def test_a_list_inside_a_footnote_stays_a_list(word: Word, told: Told) -> None:
    source = word(
        p("See", mark(1), "."),
        numbering=NUMBERING,
        footnotes=note(1, p("Two:"), item("one", 2), item("two", 2)),
    )
    assert [value for _, value, _ in told(source, "list", "list-item")] == ["bulleted", "1", "1"]
    ((_, _, text),) = told(source, "note")
    assert text == "Two:\n\n• one\n\n• two"


def test_links_and_alignment_in_footnotes_are_kept(word: Word, told: Told) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="l"'
        ' Type="x/hyperlink" TargetMode="External" Target="https://log.example/3"/></Relationships>'
    )
    source = word(
        p("See", mark(1), "."),
        {"word/_rels/footnotes.xml.rels": relation.encode()},
        footnotes=note(
            1, p(f'<w:hyperlink r:id="l">{r("the log")}</w:hyperlink>', properties='<w:jc w:val="center"/>')
        ),
    )
    assert told(source, "link") == [("link", "https://log.example/3", "the log")]
    assert told(source, "align") == [("align", "center", "the log")]


def test_endnotes_have_their_own_numbers_and_own_marks_are_kept(word: Word, told: Told) -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>†</w:t></w:r>'
    source = word(
        p("a", mark(1), " b", own, " c", mark(1, "endnote"), " d", mark(2, "endnote")),
        footnotes=note(1, p("one")) + note(2, p("dagger")),
        endnotes=note(1, p("e one"), kind="endnote") + note(2, p("e two"), kind="endnote"),
    )
    assert told(source, "note-ref") == [
        ("note-ref", "foot1", "1"), ("note-ref", "foot2", "†"),
        ("note-ref", "end1", "i"), ("note-ref", "end2", "ii"),
    ]  # fmt: skip
    assert told(source, "note")[-1] == ("note", "end2", "e two")


def test_number_formats_of_notes(word: Word, told: Told) -> None:
    setting = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    source = word(p("a", mark(1)), footnotes=note(1, p("n")), settings=setting)
    assert told(source, "note-ref") == [("note-ref", "foot1", "IV")]


def test_a_note_in_a_table_stands_after_the_table_and_one_without_mark_at_the_end(word: Word) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('salt', mark(1))}</w:tc><w:tc>{p('5')}</w:tc></w:tr></w:tbl>"
    source = word(table + p("End."), footnotes=note(1, p("sea salt")) + note(2, p("orphan")))
    assert source.text == "salt1\t5\n\nsea salt\n\nEnd.\n\norphan\n"


def test_comments_are_kept_with_their_words_and_author(word: Word, told: Told) -> None:
    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body = p("The ", start, "third", end, '<w:r><w:commentReference w:id="0"/></w:r>', " ship.") + p("Next.")
    comment = note(0, p("or the fourth?"), kind="comment").replace(
        "<w:comment ", '<w:comment w:author="K. Thy" '
    )
    source = word(body, comments=comment)
    assert source.text == "The third ship.\n\nor the fourth?\n\nNext.\n"
    assert told(source, "comment-ref", "comment", "author") == [
        ("comment-ref", "comment0", "third"),
        ("comment", "comment0", "or the fourth?"),
        ("author", "K. Thy", "or the fourth?"),
    ]


def test_tracked_changes(word: Word, told: Told) -> None:
    body = p(
        "a ", f'<w:ins w:author="A">{r("new ")}</w:ins>',
        '<w:del w:author="B"><w:r><w:delText>old </w:delText></w:r></w:del>',
        f'<w:moveFrom w:author="A">{r("here ")}</w:moveFrom>', "b",
    )  # fmt: skip
    source = word(body)
    assert source.text == "a new old here b\n"
    assert told(source, "inserted", "deleted") == [
        ("inserted", "A", "new "), ("deleted", "B", "old "), ("deleted", "A", "here "),
    ]  # fmt: skip


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_tables_and_merged_cells(word: Word, told: Told) -> None:
    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        '<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>'
        + cell("Year", begin) + cell("Tons", '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>" + cell("", goes_on) + cell("salt") + cell("fish")
        + "</w:tr><w:tr>" + cell("1871") + cell("") + cell("7") + "</w:tr></w:tbl>"
    )  # fmt: skip
    source = word(p("Before.") + body + p("After."))
    assert source.text == "Before.\n\nYear\tTons\nsalt\tfish\n1871\t\t7\n\nAfter.\n"
    assert told(source, "cell") == [
        ("cell", "1,1,2,1", "Year"), ("cell", "1,2,1,2", "Tons"),
        ("cell", "2,2", "salt"), ("cell", "2,3", "fish"),
        ("cell", "3,1", "1871"), ("cell", "3,2", ""), ("cell", "3,3", "7"),
    ]  # fmt: skip
    assert [value for _, value, _ in told(source, "row")] == ["label", "", ""]
    assert told(source, "table")[0][2] == "Year\tTons\nsalt\tfish\n1871\t\t7"


def test_paragraphs_and_tables_inside_a_cell(word: Word, told: Told) -> None:
    inner = f"<w:tbl><w:tr>{cell('in')}{cell('ner')}</w:tr></w:tbl>"
    source = word(f"<w:tbl><w:tr><w:tc>{p('one')}{p('two')}{inner}</w:tc>{cell('x')}</w:tr></w:tbl>")
    assert source.text == "one\ntwo\nin\tner\tx\n"
    assert len(told(source, "table")) == 2


def test_pictures_are_taken_out_by_name(word: Word, told: Told) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="The quay"/><a:graphic><a:graphicData>'
        '<a:blip r:embed="p"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    source = word(
        p("See ", picture),
        {"word/media/image1.png": b"PNG"},
        relations='<Relationship Id="p" Type="x/image" Target="media/image1.png"/>',
    )
    assert told(source, "image") == [("image", "image1.png", "The quay")]
    assert source.attachments == {"image1.png": b"PNG"}


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("instruction", "link"),
    [
        (' HYPERLINK "https://a.example/1" ', "https://a.example/1"),
        (' HYPERLINK \\l "Quay" ', "#Quay"),
        (' HYPERLINK "https://a.example/" \\l "top" ', "https://a.example/#top"),
        (" REF _Ref12 \\h  \\* MERGEFORMAT ", "#_Ref12"),
        (" REF _Ref12 \\* MERGEFORMAT ", None),
        (" REF  \\* MERGEFORMAT ", None),
        (' UNHEARDOF "x" \\y z ', None),
        ("", None),
    ],
)
def test_fields_are_their_results(word: Word, told: Told, instruction: str, link: str | None) -> None:
    source = word(p("see ", field(instruction, "page 9"), "."))
    assert source.text == "see page 9.\n"
    assert told(source, "link") == ([("link", link, "page 9")] if link else [])


def test_fields_inside_fields_and_fields_without_end(word: Word) -> None:
    outer = (
        field("X", "@")
        .replace("<w:instrText", f"{field('IF 1', 'hidden')}<w:instrText")
        .replace("@", "shown")
    )
    assert word(p("a ", outer, " b") + p(field("Y", "c").rpartition("<w:r><w:fldChar")[0], " d")).text == (
        "a shown b\n\nc d\n"
    )


def test_text_boxes_controls_and_alternatives_are_read_once(word: Word, told: Told) -> None:
    box = f"<w:txbxContent>{p('Boxed.')}</w:txbxContent>"
    choice, fallback = f"<mc:Choice>{box}</mc:Choice>", f"<mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Chosen.')}</w:sdtContent></w:sdt>"
    source = word(p("Text.", f"<w:r>{both}</w:r>") + control + f"<w:unheardOf>{p('Kept.')}</w:unheardOf>")
    assert source.text == "Text.\n\nBoxed.\n\nChosen.\n\nKept.\n"
    assert ("style", "text box", "Boxed.") in told(source, "style")


def test_signs_that_are_elements(word: Word) -> None:
    signs = '<w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br/><w:sym w:font="Symbol" w:char="F061"/>'
    assert (
        word(p(f"<w:r><w:t>a</w:t>{signs}</w:r>", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")).text
        == "a\t\u2011\u00ad\nαx=1\n"
    )


def test_pages_broken_by_hand_and_anchors(word: Word, told: Told) -> None:
    source = word(
        p("One.", '<w:bookmarkStart w:name="here" w:id="1"/>')
        + p('<w:r><w:br w:type="page"/></w:r>', "Two.")
        + p("Three.", properties="<w:pageBreakBefore/>")
    )
    assert [(value, text.strip()) for _, value, text in told(source, "page")] == [
        ("1", "One."), ("2", "Two."), ("3", "Three."),
    ]  # fmt: skip
    assert told(source, "anchor") == [("anchor", "here", "")]


def test_headers_and_footers_are_furniture_without_their_page_numbers(word: Word, told: Told) -> None:
    source = word(p("Text."), header=p("Secret"), footer=p("Page ", field("PAGE", "7")))
    assert source.text == "Text.\n\nSecret\n\nPage \n"
    assert told(source, "furniture") == [("furniture", "header", "Secret"), ("furniture", "footer", "Page ")]


def test_strict_files_are_read_too(word_file: Callable[..., bytes], tmp_path: Path) -> None:
    path = tmp_path / "strict.docx"
    path.write_bytes(word_file(p("Text.")))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            strict = b"http://purl.oclc.org/ooxml/"
            content = content.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/", strict + b"officeDocument/"
            )
            content = content.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/", strict + b"wordprocessingml/"
            )
            archive.writestr(name, content)
    assert sources.read(path).text == "Text.\n"


def test_a_file_without_text(word: Word) -> None:
    with pytest.raises(InputError, match="holds no text") as caught:
        word(p())
    assert "OCR" in str(caught.value.remedy)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30)
RUN = st.tuples(TEXT, st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:rStyle w:val="pers"/>']))
PARAGRAPH = st.tuples(
    st.lists(RUN, max_size=4),
    st.sampled_from(["", "berschrift1", "Liste", "Zitat"]),
    st.lists(TEXT, max_size=2),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
def test_no_character_is_lost(
    word: Word, paragraphs: list[tuple[list[tuple[str, str]], str, list[str]]]
) -> None:
    """What was written into runs and notes comes back, every character, in its order."""
    body, footnotes, expected = "", "", "."
    for runs, style, notes in paragraphs:
        words = "".join(text for text, _ in runs)
        marks = ""
        for text in notes:
            number = footnotes.count("<w:footnote ") + 1
            footnotes += note(number, p(r(text)))
            marks += mark(number)
        body += p(*(r(text, properties) for text, properties in runs), marks or r(""), style=style)
        expected += words + "".join(notes)
    source = word(p(".") + body, styles=STYLES, footnotes=footnotes)
    generated = [span for span in source.spans if span.kind in ("note-ref", "label")]
    left = list(source.text)
    for span in generated:
        left[span.start : span.end] = [""] * (span.end - span.start)
    assert "".join("".join(left).split()) == "".join(expected.split())
    assert all(0 <= span.start <= span.end <= len(source.text) for span in source.spans)
