"""Reviewing proposals: what is accepted, corrected or rejected stays so, and nothing else in a file moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from starlette.testclient import TestClient

from teiedition import authority, config, tree
from teiedition.annotate import annotate
from teiedition.annotate.candidates import drafts
from teiedition.annotate.scan import scan
from teiedition.authority import Authority
from teiedition.review import Desk, application
from teiedition.review.decisions import Decision, decided
from teiedition.review.proposals import proposals

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>
  <listPerson>
    <person xml:id="ada-thorn"><persName type="main">Ada Thorn</persName><death>1970</death></person>
    <person xml:id="ben-thorn"><persName type="main">Ben Thorn</persName></person>
  </listPerson>
  <listPlace>
    <place xml:id="thornby"><placeName type="main">Thornby</placeName></place>
  </listPlace>
</standOff></TEI>
"""
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
  <titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>
  <sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><!-- caf&eacute; -->
  <p  rend='indent'>Minister Ada Thorn met Ben Thorn at Thornby on 3 March 1961. {more}</p>
  <p>Thorn said that 40 tons &amp; more had arrived. Comrade Olga Vessel agreed.</p>
</body></text></TEI>
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "names.xml").write_text(PERSONS, encoding="utf-8")
    return authority.load(folder)


@pytest.fixture
def edition(tmp_path: Path, known: Authority) -> Path:
    """Two documents with proposals, an authority file, and drafts."""
    folder = tmp_path / "tei" / "authority"
    (folder / "candidates").mkdir(parents=True)
    (tmp_path / "edition.toml").write_text('title = "Mill papers"\n', encoding="utf-8")
    (folder / "names.xml").write_text(PERSONS, encoding="utf-8")
    made = []
    for number, more in enumerate(("It rained.", "Ada Thorn left.")):
        tei = proposed(DOCUMENT.format(title=f"Talk {number}", more=more), known)
        (tmp_path / "tei" / f"talk-{number}.xml").write_text(tei, encoding="utf-8")
        made.append((f"talk-{number}", tei))
    for name, text in drafts(made, known, folder / "candidates").items():
        (folder / "candidates" / name).write_text(text, encoding="utf-8")
    return tmp_path


def proposed(tei: str, known: Authority) -> str:
    return annotate(tei, Path("talk.xml"), known).tei


class Editor:
    """Somebody with a browser: reads the page, fills in forms, sends them."""

    def __init__(self, edition: Path) -> None:
        self.folder = edition / "tei"
        self.client = TestClient(
            application(Desk(config.load(edition))), base_url="http://127.0.0.1", follow_redirects=False
        )

    def page(self, query: str = "") -> etree._Element:
        answer = self.client.get(f"/?{query}")
        assert answer.status_code == 200
        return etree.HTML(answer.text)

    def question(self, words: str, element: str = "") -> dict[str, list[str]]:
        """The fields of the form about these words, as the page fills them in."""
        for form in self.page(f"element={element}").iter("form"):
            heading = form.find("h2/b")
            if heading is not None and heading.text == words:
                fields: dict[str, list[str]] = {}
                for item in form.iter("input"):
                    checked = item.get("type") not in ("radio", "checkbox") or item.get("checked") is not None
                    if checked and item.get("name"):
                        fields.setdefault(item.get("name"), []).append(item.get("value", ""))
                return fields
        raise AssertionError(f"no question about {words}")

    def send(self, path: str, fields: dict[str, list[str]], **changes: str) -> tuple[int, str]:
        answer = self.client.post(path, data=fields | {name: [value] for name, value in changes.items()})
        return answer.status_code, answer.text

    def text(self, number: int = 0) -> str:
        return (self.folder / f"talk-{number}.xml").read_text(encoding="utf-8")


@pytest.fixture
def editor(edition: Path) -> Editor:
    return Editor(edition)


def words_of(tei: str) -> str:
    return " ".join("".join(tree.parse(tei.encode(), Path("x.xml")).itertext()).split())


def test_the_page_asks_one_question_wherever_the_same_words_stand(editor: Editor) -> None:
    fields = editor.question("Ben Thorn", "persName")
    assert [place.partition("@")[0] for place in fields["place"]] == ["talk-0", "talk-1"]
    assert fields["means"] == ["ben-thorn"]
    page = editor.page()
    assert "Thornby" in "".join(page.itertext()) and page.find(".//option[@value='ada-thorn']") is not None
    assert len(list(editor.page("document=talk-1").iter("form"))) < len(list(page.iter("form")))


def test_what_is_accepted_is_the_editions_own_and_nothing_else_moves(
    editor: Editor, known: Authority
) -> None:
    before = editor.text()
    assert editor.send("/decide", editor.question("Ben Thorn", "persName"), verdict="accept")[0] == 303
    after = editor.text()
    assert '<persName ref="#ben-thorn">Ben Thorn</persName>' in after
    assert re.sub(r'<persName ref="#ben-thorn"[^>]*>', "", before) == re.sub(
        r'<persName ref="#ben-thorn"[^>]*>', "", after
    )
    again = proposed(after, known)
    assert '<persName ref="#ben-thorn">Ben Thorn</persName>' in again


def test_the_title_within_a_name_is_decided_with_it(editor: Editor) -> None:
    editor.send("/decide", editor.question("Minister Ada Thorn", "persName"), verdict="accept")
    assert '<persName ref="#ada-thorn"><roleName>Minister</roleName> Ada Thorn</persName>' in editor.text()


def test_what_is_rejected_is_not_proposed_again(editor: Editor, known: Authority) -> None:
    editor.send("/decide", editor.question("40 tons", "measure"), verdict="reject")
    assert "<measure" not in editor.text() and "40 tons &amp; more" in editor.text()
    assert "<measure" not in proposed(editor.text(), known)


def test_a_name_can_mean_another_by_id_or_by_name(editor: Editor) -> None:
    editor.send("/decide", editor.question("Ben Thorn", "persName"), verdict="accept", other="Ada Thorn")
    assert '<persName ref="#ada-thorn">Ben Thorn</persName>' in editor.text()
    editor.send("/decide", editor.question("Thornby", "placeName"), verdict="accept", other="#ben-thorn")
    assert '<persName ref="#ben-thorn">Thornby</persName>' in editor.text()


def test_a_name_that_no_file_has_is_answered_with_words(editor: Editor) -> None:
    before = editor.text()
    status, words = editor.send(
        "/decide", editor.question("Ben Thorn", "persName"), verdict="accept", other="Nobody Known"
    )
    assert status == 409 and "No authority file has an entry “Nobody Known”" in words
    assert editor.text() == before


def test_the_value_of_a_date_can_be_corrected(editor: Editor) -> None:
    fields = editor.question("3 March 1961", "date")
    status, words = editor.send("/decide", fields, verdict="accept", attributes="1961-03-04")
    assert status == 409 and "is not how attributes are written" in words
    editor.send("/decide", fields, verdict="accept", attributes='when="1961-03-04"')
    assert '<date when="1961-03-04">3 March 1961</date>' in editor.text()


def test_an_ambiguous_name_is_answered_by_choosing(editor: Editor) -> None:
    fields = editor.question("Thorn", "persName")
    assert "<certainty" in editor.text() and fields["means"] == [""]
    editor.send("/decide", fields, verdict="accept", means="ben-thorn")
    assert re.search(
        r'<persName[^>]* ref="#ben-thorn">Thorn</persName>', editor.text().replace("xml:id", " xml:id")
    )
    assert "<certainty" not in editor.text()


def test_a_drafted_entry_moves_to_the_authority_files_and_is_pointed_at(editor: Editor) -> None:
    fields = editor.question("Comrade Olga Vessel", "persName")
    assert editor.send("/decide", fields, verdict="accept", other="olga-vessel")[0] == 303
    assert '<persName ref="#olga-vessel"><roleName>Comrade</roleName> Olga Vessel</persName>' in editor.text(
        1
    )
    entry = authority.load(editor.folder / "authority").entries["olga-vessel"]
    assert (entry.label, entry.kind) == ("Olga Vessel", "person")
    names = (editor.folder / "authority" / "names.xml").read_text(encoding="utf-8")
    assert names.startswith(PERSONS.partition("  </listPerson>")[0].rstrip())
    assert 'type="context"' not in names and "urn:teiedition" not in names
    assert "olga-vessel" not in (editor.folder / "authority" / "candidates" / "persons.xml").read_text()


def test_an_authority_file_is_begun_where_there_is_none(editor: Editor) -> None:
    (editor.folder / "authority" / "names.xml").unlink()
    fields = editor.question("Comrade Olga Vessel", "persName")
    editor.send("/decide", fields, verdict="accept", other="olga-vessel")
    assert "olga-vessel" in authority.load(editor.folder / "authority").entries
    editor.send("/undo", fields)
    assert not (editor.folder / "authority" / "persons.xml").exists()


def test_nothing_is_written_where_a_file_has_changed_since(editor: Editor) -> None:
    fields = editor.question("Ben Thorn", "persName")
    path = editor.folder / "talk-1.xml"
    path.write_text(editor.text(1).replace("left.", "left soon."), encoding="utf-8")
    before = editor.text(0), editor.text(1)
    status, words = editor.send("/decide", fields, verdict="accept")
    assert status == 409 and "talk-1.xml has changed since" in words
    assert (editor.text(0), editor.text(1)) == before


def test_the_last_decision_can_be_taken_back(editor: Editor) -> None:
    before = editor.text(0), editor.text(1)
    fields = editor.question("Ben Thorn", "persName")
    editor.send("/decide", fields, verdict="reject")
    assert "Rejected: “Ben Thorn” (2)" in "".join(editor.page().itertext())
    assert editor.send("/undo", fields)[0] == 303
    assert (editor.text(0), editor.text(1)) == before


def test_a_decision_on_a_file_changed_since_is_not_taken_back(editor: Editor) -> None:
    fields = editor.question("Ben Thorn", "persName")
    editor.send("/decide", fields, verdict="accept")
    path = editor.folder / "talk-0.xml"
    path.write_text(editor.text().replace("It rained.", "It snowed."), encoding="utf-8")
    assert editor.send("/undo", fields)[0] == 409
    assert "It snowed." in editor.text()


def test_forms_of_other_pages_are_not_obeyed(editor: Editor) -> None:
    before = editor.text()
    fields = editor.question("Ben Thorn", "persName")
    assert editor.send("/decide", fields, verdict="accept", token="guessed")[0] == 403
    assert editor.client.get("/", headers={"host": "evil.example.org"}).status_code == 400
    assert editor.text() == before


def test_a_form_without_a_place_says_so(editor: Editor) -> None:
    fields = editor.question("Ben Thorn", "persName")
    del fields["place"]
    status, words = editor.send("/decide", fields, verdict="accept")
    assert status == 409 and "No place was chosen" in words


def test_a_file_that_cant_be_read_is_told_and_the_others_go_on(editor: Editor) -> None:
    (editor.folder / "broken.xml").write_text("<TEI", encoding="utf-8")
    page = editor.page()
    assert "broken.xml:1" in page.findtext(".//p[@role='alert']")
    assert editor.question("Ben Thorn", "persName")


def test_when_nothing_is_left_to_decide_the_page_says_so(editor: Editor) -> None:
    for path in editor.folder.glob("*.xml"):
        path.unlink()
    words = " ".join(editor.page().itertext())
    assert "0 open proposals" in words and "Everything is decided" in words


def test_a_file_in_another_encoding_keeps_it(editor: Editor) -> None:
    path = editor.folder / "talk-0.xml"
    path.write_bytes(
        editor.text().replace("UTF-8", "ISO-8859-1", 1).replace("It rained.", "Café.").encode("latin-1")
    )
    editor.send("/decide", editor.question("Thornby", "placeName"), verdict="accept")
    assert b"Caf\xe9." in path.read_bytes() and b'<placeName ref="#thornby">' in path.read_bytes()


def test_a_note_can_be_accepted_and_not_taken_away(editor: Editor) -> None:
    path = editor.folder / "talk-0.xml"
    note = '<note place="foot" resp="#teiedition" cert="low">See the map.</note>'
    path.write_text(editor.text().replace("It rained.", f"It rained.{note}"), encoding="utf-8")
    fields = editor.question("See the map.")
    status, words = editor.send("/decide", fields, verdict="reject")
    assert status == 409 and "Change it in your XML editor" in words
    editor.send("/decide", fields, verdict="accept")
    assert '<note place="foot">See the map.</note>' in editor.text()


@given(st.data())
def test_no_decision_changes_the_words_of_a_document(known: Authority, data: st.DataObject) -> None:
    tei = proposed(DOCUMENT.format(title="Talk of 4 May 1960", more="Ada Thorn left for Thornby."), known)
    open_ones = list(proposals(scan(tei)))
    chosen = data.draw(st.lists(st.sampled_from(open_ones), unique_by=lambda item: item.at))
    kept = [data.draw(st.booleans()) for _ in chosen]
    decisions = [Decision(item.at, keep) for item, keep in zip(chosen, kept, strict=True)]
    after = decided(scan(tei), decisions)
    assert words_of(after) == words_of(tei)
    assert len(list(proposals(scan(after)))) == len(open_ones) - len(chosen)
