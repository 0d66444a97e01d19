"""The promises to editors, kept with all finders and an authority together, on an invented record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from names_of import TEI, authority, document

from teiedition.annotate import annotate
from teiedition.authority import Authority

RECORD = """<head>Record of a Conversation between Ann Orr and Tom Orr, 2 March 1955</head>
<p>Premier Ann Orr (hereafter Orr) received Minister Tom Orr in Selby at 6:00 p.m. on 2 March 1955.</p>
<sp><speaker>Orr:</speaker>
<p>Last year Norland bought 300 tons of <supplied>barley</supplied> from Sutland.</p></sp>
<sp><speaker>Minister Orr:</speaker>
<p>The Premier of Norland will remember Ri Ju-behl <supplied reason="romanization">Ri Ju Bel</supplied>.<note
place="foot">Leo Vance, <hi>The Barley Trade</hi> (Selby: Quay Press, 1950), 12-14; Vance,
<hi>Barley Trade</hi>, 20; Harbour Board of Norland, f. 3, op. 2, d. 1, l. 4.</note> He knew Vance.</p></sp>
<p>The talk ended at 7 p.m. The Harbour Board of Norland (HBN) was told, &amp; so was Orr.
He said that “the <hi>barley</hi> of Norland will come by 3 May 1956.”</p>
<closer><signed>Una Quist</signed></closer>"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"))


def run(tei: str, known: Authority) -> str:
    return annotate(tei, Path("record.xml"), known).tei


def body(tei: str) -> etree._Element:
    found = etree.fromstring(tei.encode()).find(f".//{{{TEI}}}body")
    assert found is not None
    return found


def marks(tei: str) -> list[tuple[str, str, str]]:
    """The elements of the body with the text before them and in them, white space left out."""
    root, found = body(tei), []
    for element in root.iter(f"{{{TEI}}}*"):
        before = "".join(map(str, element.xpath("preceding::text()[ancestor::*[local-name()='body']]")))
        words = "".join(map(str, element.itertext()))
        found.append((etree.QName(element).localname, "".join(before.split()), "".join(words.split())))
    return found


def test_all_kinds_are_found_and_the_text_stays(known: Authority) -> None:
    tei = document(RECORD)
    once = run(tei, known)
    names = {name for name, _, _ in marks(once)}
    assert {
        "persName",
        "roleName",
        "placeName",
        "orgName",
        "date",
        "time",
        "measure",
        "bibl",
        "rs",
        "q",
    } <= names
    assert "".join(body(once).itertext()) == "".join(body(tei).itertext())
    assert run(once, known) == once


@pytest.mark.parametrize("language", ["de", "fr", "ru", "zh-Latn"])
def test_a_document_in_any_language_is_survived(known: Authority, language: str) -> None:
    tei = document(RECORD).replace("<text", f'<text xml:lang="{language}"', 1)
    assert "".join(body(run(tei, known)).itertext()) == "".join(body(tei).itertext())


def test_a_citation_that_is_but_the_name_of_an_archive_goes_around_it() -> None:
    note = '<note place="foot">Source: Tolland Library. Top Secret.</note>'
    marked = annotate(document(f"<p>It ended.{note}</p>"), Path("record.xml")).tei
    found = body(marked).find(f".//{{{TEI}}}bibl")
    assert [child.text for child in found] == ["Tolland Library"]


def test_every_mark_says_whose_it_is_and_how_sure(known: Authority) -> None:
    before = {element.tag for element in body(document(RECORD)).iter()}
    for element in body(run(document(RECORD), known)).iter():
        if element.tag not in before:
            assert element.get("resp") == "#teiedition"
            assert element.get("cert") in ("high", "medium", "low")


@given(which=st.integers(0, 200))
@settings(deadline=None, max_examples=60)
def test_a_mark_taken_away_stays_away(known: Authority, which: int) -> None:
    once = run(document(RECORD), known)
    tags = list(re.finditer(r"<(\w+)\b[^>]*resp=\"#teiedition\"[^>]*>", once[: once.index("</body>")]))
    tag = tags[which % len(tags)]
    edited = once[: tag.start()] + without_end(once[tag.end() :], tag[1])
    gone = set(marks(once)) - set(marks(edited))
    rerun = run(edited, known)
    assert gone.isdisjoint(marks(rerun))
    assert set(marks(edited)) <= set(marks(rerun))
    assert run(rerun, known) == rerun


def without_end(rest: str, name: str) -> str:
    """`rest` without the end-tag of the element in which it begins."""
    depth = 1
    for tag in re.finditer(rf"<(/?){name}\b[^>]*?(/?)>", rest):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if not depth:
            return rest[: tag.start()] + rest[tag.end() :]
    raise AssertionError("no end-tag")


def test_a_family_name_in_a_short_citation_is_that_of_the_full_one(known: Authority) -> None:
    words = (
        "<p>Ann Orr came.</p><p>It is told.<note>Tom Orr, <hi>The Barley Trade</hi> "
        "(Selby: Quay Press, 1950), 12.</note> And again.<note>Orr, <hi>Barley Trade</hi>, 20.</note></p>"
    )
    assert run(document(words), known).count('<author ref="#tom-orr"') == 2


def test_a_body_that_writes_has_no_article_in_its_name(known: Authority) -> None:
    words = (
        "<p>It is told.<note>Report, the Harbour Board of Norland to the Ministry of Mills, 3 May 1950, "
        "Selby Archive, f. 3, op. 2, d. 1.</note></p>"
    )
    assert 'the <author ref="#norland-harbour-board"' in run(document(words), known)


def test_a_newspaper_that_is_cited_is_nobody(known: Authority) -> None:
    told = "<p>It is told.</p><p>Ruda Morava told him so, and Ruda Morava lied.{}</p>"
    assert "<persName" in run(document(told.format("")), known)
    cited = told.format("<note>Ruda Morava, 3 May 1950, 2.</note>")
    made = annotate(document(cited), Path("record.xml"), known)
    assert "<persName" not in made.tei
    assert {made.text[start:end] for start, end in made.titular} == {"Ruda Morava"}
