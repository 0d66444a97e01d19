"""Which of several persons or places that are called alike is meant, and when that is left open."""

from __future__ import annotations

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
