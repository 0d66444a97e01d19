"""OpenDocument texts: the same that a Word file gives, from the other office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition import sources
from teiedition.errors import InputError
from teiedition.model import Source

Opened = Callable[..., Source]
Told = Callable[..., list[tuple[str, str, str]]]

LISTS = """<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1"
    style:num-prefix="Art. " style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2"
    style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>
</text:list-style>
"""


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def item(*blocks: str, start: str = "") -> str:
    return (
        f"<text:list-item{f' text:start-value={start!r}' if start else ''}>{''.join(blocks)}</text:list-item>"
    )


def listed(style: str, *items: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}"{more}>{"".join(items)}</text:list>'


def test_paragraphs_headings_and_white_space(opened: Opened, told: Told) -> None:
    source = opened(
        p("Of ships", "Title") + '<text:h text:outline-level="2">A  head</text:h>'
        + p("\n one\n  <text:span>two </text:span> three<text:s text:c='2'/>x<text:tab/>y"
            "<text:line-break/> z")
        + p("")
    )  # fmt: skip
    assert source.text == "Of ships\n\nA head\n\none two three  x\ty\nz\n"
    assert told(source, "heading") == [("heading", "0", "Of ships"), ("heading", "2", "A head")]


def test_styles_of_words_and_paragraphs(opened: Opened, told: Told) -> None:
    automatic = """
    <style:style style:name="T1" style:family="text">
      <style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="T2" style:family="text" style:parent-style-name="tei_3a_persName">
      <style:text-properties fo:font-style="italic" style:text-position="super 58%"/></style:style>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Signature">
      <style:paragraph-properties fo:text-align="end"/>
      <style:text-properties style:text-underline-style="solid"/></style:style>
    <style:style style:name="P2" style:family="paragraph"
      style:parent-style-name="Quotations"/>"""
    styles = """<office:styles>
    <style:style style:name="tei_3a_persName" style:display-name="tei:persName" style:family="text"/>
    <style:style style:name="Signature" style:family="paragraph">
      <style:text-properties fo:font-weight="bold"/></style:style></office:styles>"""
    source = opened(
        p('a <text:span text:style-name="T1">b</text:span> '
          '<text:span text:style-name="T2">Adela</text:span>')
        + p("A. B.", "P1") + p("said", "P2"), automatic, styles,
    )  # fmt: skip
    assert told(source, "bold", "italic", "superscript", "underline", "align", "quote") == [
        ("bold", "", "b"), ("italic", "", "Adela"), ("superscript", "", "Adela"),
        ("align", "right", "A. B."), ("underline", "", "A. B."), ("quote", "", "said"),
    ]  # fmt: skip
    assert told(source, "style") == [
        ("style", "tei:persName", "Adela"), ("style", "Signature", "A. B."), ("style", "Quotations", "said"),
    ]  # fmt: skip


def test_lists_print_their_numbers(opened: Opened, told: Told) -> None:
    inner = listed("", item(p("sea")), item(p("land")))
    source = opened(
        listed("L1", item(p("Peace"), p("more"), inner), item(p("War")))
        + p("between") + listed("L1", item(p("Rest")), more=' text:continue-numbering="true"')
        + listed("L1", item(p("anew"))) + listed("L1", item(p("ninth"), start="9"))
        + listed("L2", item(p("salt"))),
        LISTS,
    )  # fmt: skip
    assert source.text.rstrip().split("\n\n") == [
        "Art. 1. Peace", "more", "1.a) sea", "1.b) land", "Art. 2. War", "between", "Art. 3. Rest",
        "Art. 1. anew", "Art. 9. ninth", "• salt",
    ]  # fmt: skip
    assert told(source, "list-item")[0][2] == "Art. 1. Peace\n\nmore\n\n1.a) sea\n\n1.b) land"
    assert [value for _, value, _ in told(source, "list")] == ["ordered"] * 5 + ["bulleted"]


def test_notes_stand_after_their_block_and_keep_their_lists(opened: Opened, told: Told) -> None:
    def note(sign: str, body: str, kind: str = "footnote") -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>{sign}</text:note-citation>'
            f"<text:note-body>{body}</text:note-body></text:note>"
        )

    first = note("1", p("Two:") + listed("L2", item(p("one"))))
    source = opened(p(f"It rained.{first} So.{note('i', p('End.'), 'endnote')}") + p("Later."), LISTS)
    assert source.text == "It rained.1 So.i\n\nTwo:\n\n• one\n\nEnd.\n\nLater.\n"
    assert told(source, "note-ref", "note", "list") == [
        ("note-ref", "foot1", "1"), ("note-ref", "end2", "i"),
        ("note", "foot1", "Two:\n\n• one"), ("list", "bulleted", "• one"), ("note", "end2", "End."),
    ]  # fmt: skip


def test_comments_on_words_and_on_a_place(opened: Opened, told: Told) -> None:
    ranged = (
        '<office:annotation office:name="c"><dc:creator>K. Thy</dc:creator><dc:date>2020</dc:date>'
        f'{p("sure?")}</office:annotation>third<office:annotation-end office:name="c"/>'
    )
    source = opened(p(f"The {ranged} ship<office:annotation>{p('which?')}</office:annotation>."))
    assert source.text == "The third ship.\n\nsure?\n\nwhich?\n"
    assert told(source, "comment-ref", "comment", "author") == [
        ("comment-ref", "comment1", "third"), ("comment-ref", "comment2", ""),
        ("comment", "comment1", "sure?"), ("author", "K. Thy", "sure?"), ("comment", "comment2", "which?"),
    ]  # fmt: skip


def test_tracked_changes(opened: Opened, told: Told) -> None:
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="i"><text:insertion><office:change-info>'
        "<dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region>"
        '<text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>B</dc:creator>'
        f"</office:change-info>{p('old ')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    inserted = '<text:change-start text:change-id="i"/>new <text:change-end text:change-id="i"/>'
    source = opened(tracked + p(f'a {inserted}<text:change text:change-id="d"/>b'))
    assert source.text == "a new old b\n"
    assert told(source, "inserted", "deleted") == [("inserted", "A", "new "), ("deleted", "B", "old ")]


def test_tables_and_merged_cells(opened: Opened, told: Told) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(text)}</table:table-cell>"

    covered, repeated = "<table:covered-table-cell/>", "table:number-columns-repeated"
    source = opened(
        "<table:table><table:table-columns/><table:table-header-rows><table:table-row>"
        + cell("Year", 'table:number-rows-spanned="2"') + cell("Tons", 'table:number-columns-spanned="2"')
        + covered + "</table:table-row></table:table-header-rows><table:table-row>" + covered
        + cell("salt") + cell("fish") + "</table:table-row><table:table-row>" + cell("1", f'{repeated}="2"') +
        f'<table:table-cell {repeated}="16000"/></table:table-row></table:table>' + p("After.")
    )  # fmt: skip
    assert source.text == "Year\tTons\nsalt\tfish\n1\t1\t\n\nAfter.\n"
    assert told(source, "cell")[:5] == [
        ("cell", "1,1,2,1", "Year"), ("cell", "1,2,1,2", "Tons"), ("cell", "2,2", "salt"),
        ("cell", "2,3", "fish"), ("cell", "3,1", "1"),
    ]  # fmt: skip
    assert [value for _, value, _ in told(source, "row")] == ["label", "", ""]


def test_pictures_boxes_links_and_fields(opened: Opened, told: Told) -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>The quay</svg:desc></draw:frame>'
    box = f"<draw:frame><draw:text-box>{p('Boxed.')}</draw:text-box></draw:frame>"
    link = '<text:a xlink:href="https://log.example/3">log</text:a>'
    field = (
        '<text:bookmark-ref text:ref-name="b">page 9</text:bookmark-ref><text:unheard-of>!</text:unheard-of>'
    )
    source = opened(p(f"See {frame} {box}{link} {field}"), files={"Pictures/a.png": b"PNG"})
    assert source.text == "See The quay log page 9!\n\nBoxed.\n"
    assert told(source, "image", "link") == [
        ("image", "a.png", "The quay"), ("link", "https://log.example/3", "log"), ("link", "#b", "page 9"),
    ]  # fmt: skip
    assert source.attachments == {"a.png": b"PNG"}


def test_pages_headers_and_footers(opened: Opened, told: Told) -> None:
    automatic = """<style:style style:name="P1" style:family="paragraph">
      <style:paragraph-properties fo:break-before="page"/></style:style>"""
    master = f"""<office:master-styles><style:master-page><style:header>{p("Secret")}</style:header>
      <style:footer>{p("<text:page-number>3</text:page-number>")}</style:footer></style:master-page>
      </office:master-styles>"""
    source = opened(p("One.") + p("Two.", "P1"), automatic, master)
    assert [(value, text.strip()) for _, value, text in told(source, "page")] == [
        ("1", "One."),
        ("2", "Two."),
    ]
    assert told(source, "furniture") == [("furniture", "header", "Secret")]


def test_a_protected_file(odt_file: Callable[..., bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(odt_file(p("x"), files={"META-INF/manifest.xml": b"<m:encryption-data/>"}))
    with pytest.raises(InputError, match="password-protected"):
        sources.read(path)


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zs", "Zl", "Zp"]), max_size=20
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.lists(TEXT, min_size=1, max_size=4), st.booleans(), TEXT), min_size=1, max_size=6)
)
def test_no_character_is_lost(opened: Opened, paragraphs: list[tuple[list[str], bool, str]]) -> None:
    body, expected = p("."), "."
    for words, in_list, noted in paragraphs:
        note = f"<text:note><text:note-body>{p(escape(noted))}</text:note-body></text:note>"
        block = p("".join(f"<text:span>{escape(word)}</text:span> " for word in words) + note)
        body += listed("L9", item(block)) if in_list else block
        expected += "".join(words) + noted
    assert "".join(opened(body).text.split()) == expected
