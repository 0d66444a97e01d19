"""Which of several persons or places that are called alike is meant, and when that is left open."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, annotated, found

from teiedition.authority import Authority, load

PERSONS = f"""<listPerson xmlns="{TEI}">
  <person xml:id="ann-selby"><persName>Ann Selby</persName><persName type="short">Selby</persName>
    <occupation from="1950" to="1960">Senator from Norland</occupation></person>
  <person xml:id="tom-selby"><persName>Tom Selby</persName><persName type="short">Selby</persName>
    <occupation>General</occupation>
    <occupation from="1950" to="1960">Director of Harbours</occupation></person>
  <person xml:id="jo-selby"><persName>Jo Selby</persName><persName type="short">Selby</persName>
    <occupation from="1946" to="1954">Ambassador in Sutland</occupation></person>
  <person xml:id="una-vane"><persName>Una Vane</persName><persName type="short">Vane</persName>
    <sex value="F"/></person>
  <person xml:id="kit-vane"><persName>Kit Vane</persName><persName type="short">Vane</persName>
    <occupation from="1950" to="1960">Premier of Norland</occupation></person>
  <person xml:id="earl"><persName>Max Storr, 4th Earl of Holm</persName></person>
  <person xml:id="lord-hale"><persName>Max Hale</persName><persName type="short">Hale</persName></person>
  <person xml:id="lady-hale"><persName>Ida Wren</persName><persName>Lady Hale</persName></person>
  <person xml:id="jan-tull"><persName>Jan Tull</persName><persName type="short">Tull</persName></person>
  <person xml:id="kay-tull"><persName>Kay Tull</persName><persName type="short">Tull</persName></person>
</listPerson>"""
PLACES = f"""<listPlace xmlns="{TEI}">
  <place xml:id="wick"><placeName type="main">Wick</placeName></place>
  <place xml:id="wick-norland"><placeName type="main">Wick</placeName>
    <placeName>Wick, Norland</placeName></place>
  <place xml:id="sund" type="town"><placeName type="main">Sund</placeName></place>
  <place xml:id="sund-province" type="province"><placeName type="main">Sund</placeName>
    <placeName>Sund Province</placeName>
    <place xml:id="holm" type="town"><placeName type="main">Holm</placeName></place></place>
</listPlace>"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    (folder / "persons.xml").write_text(PERSONS, encoding="utf-8")
    (folder / "places.xml").write_text(PLACES, encoding="utf-8")
    return load(folder)


def write(path: Path, element: str, entries: str) -> None:
    path.write_text(f'<{element} xmlns="{TEI}">{entries}</{element}>', encoding="utf-8")


def last(body: str, known: Authority, **facts: str) -> str:
    return found(body, known, **facts)[-1].partition(":")[2]


def test_who_held_the_office_goes_before_who_was_named_last(known: Authority) -> None:
    body = "<p>Tom Selby spoke. General Selby would talk to Senator Selby.</p>"
    assert last(body, known) == "/Senator/ Selby#ann-selby"


def test_a_shortened_title_is_the_whole_one(known: Authority) -> None:
    assert last("<p>Ann Selby and Jo Selby came. Gen. Selby did not.</p>", known) == "/Gen./ Selby#tom-selby"


def test_what_is_said_behind_a_name_tells_who_is_meant(known: Authority) -> None:
    body = "<p>The talks began. Selby, the former ambassador in Sutland, was there.</p>"
    assert last(body, known) == "Selby#jo-selby"
    body = "<p>Selby (in charge of harbours and their director) was there.</p>"
    assert last(body, known) == "Selby#tom-selby"


def test_a_husbands_name_without_her_title_is_not_the_wifes(known: Authority) -> None:
    assert last("<p>Lady Hale stayed. Hale went.</p>", known) == "Hale#lord-hale"


def test_in_one_sentence_the_last_one_named_is_meant(known: Authority) -> None:
    body = (
        "<p>Jan Tull came. Tull spoke.</p><p>Vance drove with Kay Tull to the mill, where Tull sat down.</p>"
    )
    assert last(body, known) == "Tull#kay-tull"


def test_two_who_are_named_in_one_paragraph_stay_open(known: Authority) -> None:
    mention = annotated("<p>Jan Tull met Kay Tull. Later Tull left.</p>", known).mentions[-1]
    assert {ref for ref, _ in mention.candidates} == {"#jan-tull", "#kay-tull"}


def test_a_full_name_far_behind_does_not_settle_a_name_before(known: Authority) -> None:
    mention = annotated(
        "<p>Tull spoke of mills.</p><p>Much later Kay Tull arrived by train at noon.</p>", known
    )
    assert {ref for ref, _ in mention.mentions[0].candidates} == {"#jan-tull", "#kay-tull"}


def test_a_signature_settles_a_name_before(known: Authority) -> None:
    body = "<head>Tull to the Board</head><p>The mills stand.</p><closer><signed>Kay Tull</signed></closer>"
    assert found(body, known)[0] == "P:Tull#kay-tull"


def test_who_writes_i_does_not_name_himself(known: Authority) -> None:
    body = "<p>I am sure that Tull has told you.</p><closer><signed>Kay Tull</signed></closer>"
    assert found(body, known)[0] != "P:Tull#kay-tull"


def test_a_place_with_a_longer_name_needs_it(known: Authority) -> None:
    assert last("<p>They went to Wick.</p>", known) == "Wick#wick"


def test_the_sort_of_a_place_tells_which_is_meant(known: Authority) -> None:
    assert last("<p>The harvest in the province of Sund was good.</p>", known) == "Sund#sund-province"
    assert last("<p>They met at Sund.</p>", known) == "Sund#sund"


def test_the_place_before_a_comma_tells_in_which_it_is(known: Authority) -> None:
    assert last("<p>She taught at Holm, Sund.</p>", known) == "Sund#sund-province"


def test_a_name_alone_in_a_bracket_is_one_though_it_is_a_common_word(tmp_path: Path) -> None:
    person = (
        '<person xml:id="jo-page"><persName>Jo Page</persName><persName type="short">Page</persName></person>'
    )
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}">{person}</listPerson>', encoding="utf-8"
    )
    assert last("<p>The Ambassador in Sutland (Page) wrote it.</p>", load(tmp_path)) == "Page#jo-page"


def test_the_explanation_of_an_open_name_says_what_speaks_for_each(known: Authority) -> None:
    told = annotated("<p>Jan Tull met Kay Tull. Later Tull left.</p>", known).mentions[-1].evidence
    assert "Jan Tull (named in full before: Jan Tull" in told and "Kay Tull (named in full" in told


def test_the_explanation_says_who_else_might_have_been_meant(known: Authority) -> None:
    told = annotated("<p>Tom Selby spoke to Senator Selby.</p>", known).mentions[-1].evidence
    assert "held the office at the time: Senator from Norland" in told and "rather than" in told


def test_the_head_of_a_state_goes_before_the_head_of_a_body(tmp_path: Path) -> None:
    persons = (
        '<person xml:id="ann-orr"><persName>Ann Orr</persName>'
        '<occupation from="1950" to="1960">President of Norland</occupation></person>'
        '<person xml:id="jo-lee"><persName>Jo Lee</persName>'
        '<occupation from="1950" to="1960">President of the Harbour Council</occupation></person>'
    )
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}">{persons}</listPerson>', encoding="utf-8"
    )
    assert last("<p>The speech of the President was short.</p>", load(tmp_path)) == "the President#ann-orr"
    names = found("<p>The board has a new head, and the President is Tom Hale.</p>", load(tmp_path))
    assert not [name for name in names if name.startswith("R:")]


def test_no_woman_is_mr(known: Authority) -> None:
    assert last("<p>Una Vane came. Mr. Vane did not.</p>", known) == "/Mr./ Vane#kit-vane"


def test_whom_the_text_calls_mrs_it_does_not_call_by_the_family_name_alone(known: Authority) -> None:
    mention = annotated(
        "<p>Mrs. Una Vane was there. A picture of Vane hung on the wall.</p>", known
    ).mentions[-1]
    assert mention.attributes.get("ref") != "#una-vane"


def test_an_office_that_stands_alone_names_somebody_as_a_full_name_does(known: Authority) -> None:
    body = "<p>Una Vane wrote. The Premier did not answer.</p><p>At noon Vane saw the mill.</p>"
    mention = annotated(body, known).mentions[-1]
    assert {ref for ref, _ in mention.candidates} == {"#una-vane", "#kit-vane"}
    assert "spoken of before as “The Premier”" in mention.evidence


def test_a_peer_is_known_by_his_title(known: Authority) -> None:
    assert last("<p>They wrote to Lord Holm.</p>", known) == "Lord Holm#earl"
    assert last("<p>They wrote to Max Storr.</p>", known) == "Max Storr#earl"


def test_who_speaks_in_turns_is_spoken_of_in_them(known: Authority) -> None:
    body = (
        "<sp><speaker>Jan Tull</speaker><p>Kay Tull wrote.</p></sp>"
        "<sp><speaker>Hale</speaker><p>No, Tull, that is not so.</p></sp>"
    )
    assert annotated(body, known).mentions[-1].attributes.get("ref") != "#kay-tull"


def test_a_place_named_behind_another_of_its_land_is_in_that_land(tmp_path: Path) -> None:
    places = (
        '<place xml:id="norland"><placeName>Norland</placeName>'
        '<place xml:id="wick-n"><placeName>Wick</placeName></place>'
        '<place xml:id="holm"><placeName>Holm</placeName></place></place>'
        '<place xml:id="wick-s"><placeName>Wick</placeName></place>'
    )
    write(tmp_path / "places.xml", "listPlace", places)
    assert last("<p>They came from Holm and from Wick.</p>", load(tmp_path)) == "Wick#wick-n"


def test_a_name_is_no_slip_of_that_of_a_wife(tmp_path: Path) -> None:
    person = (
        '<person xml:id="mrs"><persName>Ida Longworth</persName><persName>Mrs. Longworth</persName></person>'
    )
    (tmp_path / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI}">{person}</listPerson>', encoding="utf-8"
    )
    told = annotated("<p>Tell Mr. Longworth.</p>", load(tmp_path)).mentions[-1].evidence
    assert "all but" not in told


def test_who_speaks_is_a_person_though_a_place_is_called_so(tmp_path: Path) -> None:
    names = '<persName>Max Holm</persName><persName type="short">Holm</persName>'
    person = f'<person xml:id="max-holm">{names}</person>'
    place = '<place xml:id="holm"><placeName>Holm</placeName></place>'
    write(tmp_path / "persons.xml", "listPerson", person)
    write(tmp_path / "places.xml", "listPlace", place)
    known = load(tmp_path)
    assert found("<p>That day Holm replied that he was ill.</p>", known) == ["P:Holm#max-holm"]
    assert found("<p>That day they drove to Holm in the rain.</p>", known) == ["L:Holm#holm"]


def test_a_name_within_a_longer_word_is_none(known: Authority) -> None:
    assert found("<p>See the file Jan_Tull_Vane there.</p>", known) == []
    assert last("<p>They saw _Jan Tull_ there.</p>", known) == "Jan Tull#jan-tull"


def test_a_given_name_that_fits_another_sex_is_another_person(tmp_path: Path) -> None:
    names = '<persName>Mario Brant</persName><persName type="short">Brant</persName>'
    write(tmp_path / "persons.xml", "listPerson", f'<person xml:id="mario">{names}</person>')
    assert last("<p>They saw Mary Brant there.</p>", load(tmp_path)) == "Mary Brant"
    assert last("<p>They saw M. Brant there.</p>", load(tmp_path)) == "M. Brant#mario"


def test_a_title_is_given_to_the_living(tmp_path: Path) -> None:
    persons = (
        '<person xml:id="old"><persName>Abel Rusk</persName><death when="1924"/></person>'
        '<person xml:id="new"><persName>Carl Rusk</persName><birth when="1902"/></person>'
    )
    write(tmp_path / "persons.xml", "listPerson", persons)
    mention = annotated("<p>What will Mr. Rusk say?</p>", load(tmp_path)).mentions[-1]
    assert [ref for ref, _ in mention.candidates] == ["#new", "#old"]


def test_an_office_before_a_comma_is_not_always_his_who_follows(tmp_path: Path) -> None:
    persons = (
        '<person xml:id="key"><persName>Abel Rusk</persName><occupation>Harbour Master</occupation></person>'
        '<person xml:id="head"><persName>Ann Orr</persName>'
        '<occupation from="1950" to="1960">Premier of Norland</occupation></person>'
    )
    write(tmp_path / "persons.xml", "listPerson", persons)
    body = "<p>When we sat down with the Premier, Abel Rusk rose.</p><p>I saw the Premier later.</p>"
    assert "R:the Premier#key" not in found(body, load(tmp_path))
