"""Whom a short name, a title or an office means."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, annotated, authority, found

from teiedition.authority import Authority, load


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"))


def persons(body: str, known: Authority, **facts: str) -> list[str]:
    return [name for name in found(body, known, **facts) if name[0] in "PR"]


def test_a_surname_is_the_last_person_named_in_full(known: Authority) -> None:
    assert persons("<p>Tom Orr came. Orr sat down.</p>", known)[-1] == "P:Orr#tom-orr"
    assert persons("<p>Ann Orr came. Orr sat down.</p>", known)[-1] == "P:Orr#ann-orr"


def test_a_title_tells_namesakes_apart(known: Authority) -> None:
    names = persons("<p>Ann Orr and Tom Orr came. Premier Orr spoke. Minister Orr wrote.</p>", known)
    assert names[2:] == ["P:/Premier/ Orr#ann-orr", "P:/Minister/ Orr#tom-orr"]


def test_an_office_counts_when_it_was_held(known: Authority) -> None:
    assert persons("<p>Minister Orr spoke.</p>", known, date="1955") == ["P:/Minister/ Orr#tom-orr"]


def test_an_article_of_later_times_counts_no_office_against_anybody(known: Authority) -> None:
    body = "<p>Much later Tom Orr was told of it and proposed a mill.</p><p>Orr then built it.</p>"
    assert persons(body, known, date="2012")[-1] == "P:Orr#tom-orr"


def test_a_declared_label_is_obeyed(known: Authority) -> None:
    body = "<p>Tom Orr (hereafter Orr) met Ann Orr, who was late. Orr smiled.</p>"
    assert persons(body, known)[-1] == "P:Orr#tom-orr"


def test_what_stays_open_has_no_reference_but_candidates(known: Authority) -> None:
    result = annotated("<p>Ann Orr and Tom Orr came. Both spoke. Orr went.</p>", known)
    last = result.mentions[-1]
    assert "ref" not in last.attributes
    assert {ref for ref, _ in last.candidates} == {"#ann-orr", "#tom-orr"}
    assert result.report["kinds"]["persName"] == {"found": 3, "linked": 2, "ambiguous": 1, "unknown": 0}


def test_the_only_bearer_of_a_name_is_meant_without_introduction(known: Authority) -> None:
    assert persons("<p>There was a cable from Vance.</p>", known) == ["P:Vance#leo-vance"]


def test_an_office_alone_is_marked_up_where_it_is_clear_who_holds_it(known: Authority) -> None:
    named = persons("<p>Premier Ann Orr came. Then the Premier left.</p>", known)
    assert named[-1] == "R:the Premier#ann-orr"
    assert persons("<p>Somebody came. Then the Premier left.</p>", known) == []


def test_an_office_alone_is_of_the_speakers_side(known: Authority) -> None:
    body = (
        "<p>Premier Ann Orr met Premier Una Quist.</p>"
        '<sp who="#tom-orr"><speaker>Tom Orr:</speaker><p>The Premier saw the harbour.</p></sp>'
    )
    assert persons(body, known)[-1] == "R:The Premier#una-quist"


def test_a_body_is_of_the_state_of_the_speaker(known: Authority) -> None:
    speech = '<sp who="#{}"><speaker>X:</speaker><p>We asked the Harbour Board.</p></sp>'
    assert "O:Harbour Board#norland-harbour-board" in found(speech.format("ann-orr"), known)
    assert "O:Harbour Board#sutland-harbour-board" in found(speech.format("tom-orr"), known)


def test_speeches_get_their_speaker(known: Authority) -> None:
    body = "<sp><speaker>Premier Orr:</speaker><p>Good.</p></sp>"
    assert '<sp who="#ann-orr">' in annotated(f"<p>Ann Orr came.</p>{body}", known).tei


def test_names_in_the_header_get_their_reference(known: Authority) -> None:
    header = "<particDesc><listPerson><person><persName>Ann Orr</persName></person></listPerson></particDesc>"
    tei = annotated("<p>Nobody came.</p>", known, header=header).tei
    assert '<persName ref="#ann-orr">Ann Orr</persName>' in tei


def test_correspondents_get_their_reference_and_kind_and_dates_stay_as_they_are(known: Authority) -> None:
    day = '<date when="1955-03-02">2 March 1955</date>'
    action = f'<correspAction type="sent"><name>{{}}</name>{day}</correspAction>'
    header = f"<correspDesc>{action.format('Ann Orr')}{action.format('Some Body')}</correspDesc>"
    tei = annotated("<p>Nobody came.</p>", known, header=header).tei
    assert action.format("Ann Orr").replace("<name>", '<name ref="#ann-orr" type="person">') in tei
    assert action.format("Some Body") in tei


def test_every_mention_can_be_explained(known: Authority) -> None:
    result = annotated("<p>Tom Orr came. Orr sat down.</p>", known)
    words = [str(item) for item in result.explain("Orr")]
    assert len(words) == 2
    assert "named in full before: Tom Orr" in words[1]
    assert result.explain(result.text.index("sat")) == []


def test_who_signs_has_an_office_in_the_body_that_writes(known: Authority) -> None:
    head = "<head>Telegram from the Ministry of Harbours</head>"
    body = f"{head}<p>We wait.</p><closer><signed>Orr</signed></closer>"
    assert persons(body, known) == ["P:Orr#tom-orr"]


def test_another_office_does_not_hide_the_only_bearer_of_a_name(known: Authority) -> None:
    assert persons("<p>President Quist wrote.</p>", known) == ["P:/President/ Quist#una-quist"]
    assert persons("<p>Ann Orr came. President Orr wrote.</p>", known)[-1] == "P:/President/ Orr#ann-orr"


def test_brackets_are_not_cut_in_two(known: Authority) -> None:
    assert persons("<p>Mr. [Leo] Vance came.</p>", known) == ["P:/Mr./ [Leo] Vance#leo-vance"]


def test_a_longer_place_is_not_the_shorter_one_of_the_files(known: Authority) -> None:
    assert found("<p>They went to East Germany and to Norland.</p>", known) == [
        "L:East Germany", "L:Norland#norland",
    ]  # fmt: skip


def test_the_body_of_another_state_is_not_that_of_the_files(known: Authority) -> None:
    assert found("<p>The Polish Harbour Board of Norland met.</p>", known) == [
        "O:Polish Harbour Board of Norland",
    ]  # fmt: skip


def test_the_office_before_a_bracket_tells_namesakes_apart(known: Authority) -> None:
    assert persons("<p>A note of the Minister of Harbours (Orr) came.</p>", known) == ["P:Orr#tom-orr"]


def test_a_given_name_behind_a_family_name_makes_another_person(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text("id,kind,name\nri,person,Ri Ju Bel\n", encoding="utf-8")
    assert persons("<p>Minister Ri Tol-len came. Minister Ri wept.</p>", load(tmp_path))[0] == (
        "P:/Minister/ Ri Tol-len"
    )


OFFICES = f"""<listPerson xmlns="{TEI}">
  <person xml:id="ann-orr"><persName>Ann Orr</persName>
    <occupation from="1950" to="1960">President of Norland</occupation></person>
  <person xml:id="una-quist"><persName>Una Quist</persName>
    <occupation from="1954" to="1958">Secretary of Harbours</occupation></person>
  <person xml:id="leo-vance"><persName>Leo Vance</persName>
    <occupation from="1953" to="1957">Secretary of Mills</occupation></person>
</listPerson>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>He told the President of it.</p>", ["R:the President#ann-orr"]),
        ("<p>President: Well, go on.</p>", ["R:President#ann-orr"]),
        ("<p>He told the Secretary of it.</p>", []),
        ("<p>He told the Secretary of Mills of it.</p>", ["R:the Secretary of Mills#leo-vance"]),
        ("<p>He told the Secretary of Mills, Leo Vance, of it.</p>", ["P:Leo Vance#leo-vance"]),
        ("<p>He met Leo Vance, the Secretary of Mills.</p>", ["P:Leo Vance#leo-vance"]),
    ],
)
def test_the_only_holder_of_an_office_is_meant_by_it(body: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(OFFICES, encoding="utf-8")
    assert persons(body, load(tmp_path)) == expected


ENVOYS = """<listPerson xmlns="http://www.tei-c.org/ns/1.0">
  <person xml:id="ida-moss"><persName>Ida Moss</persName>
    <occupation from="1951" to="1955">Ambassador of Norland to Sutland</occupation></person>
  <person xml:id="jan-reed"><persName>Jan Reed</persName>
    <occupation from="1955" to="1962">Ambassador of Norland to Sutland</occupation></person>
  <person xml:id="kay-bell"><persName>Kay Bell</persName>
    <occupation from="1950" to="1962">Ambassador of Norland to Westmark</occupation></person>
  <person xml:id="lea-fox"><persName>Lea Fox</persName>
    <occupation from="1950" to="1962">Minister of Mills of Norland</occupation></person>
  <person xml:id="pia-gray"><persName>Pia Gray</persName>
    <occupation from="1950" to="1962">Premier of Sutland</occupation></person>
</listPerson>"""
LANDS = """<listPlace xmlns="http://www.tei-c.org/ns/1.0">
  <place xml:id="norland"><placeName>Norland</placeName></place>
  <place xml:id="sutland"><placeName>Sutland</placeName></place>
  <place xml:id="westmark"><placeName>Westmark</placeName></place></listPlace>"""


@pytest.fixture(scope="module")
def envoys(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("envoys")
    (folder / "persons.xml").write_text(ENVOYS, encoding="utf-8")
    (folder / "places.xml").write_text(LANDS, encoding="utf-8")
    return load(folder)


def test_an_envoy_is_the_one_to_the_state_that_is_spoken_of(envoys: Authority) -> None:
    body = "<p>Ambassador Kay Bell, Ambassador Jan Reed and Pia Gray met. Gray told the ambassador of it.</p>"
    assert persons(body, envoys)[-1] == "R:the ambassador#jan-reed"


def test_whoever_is_introduced_by_an_office_has_it_from_then_on(envoys: Authority) -> None:
    body = (
        "<p>In 1955 Ambassador Ida Moss left. The new ambassador, Jan Reed, came.</p>"
        "<p>Pia Gray told the ambassador of it.</p>"
    )
    assert persons(body, envoys, date="1955")[-1] == "R:the ambassador#jan-reed"


def test_an_office_of_something_else_is_nobodys(envoys: Authority) -> None:
    body = "<p>Minister Lea Fox spoke. Then the Minister of Harbours left, then the Minister of Mills.</p>"
    assert persons(body, envoys) == ["P:/Minister/ Lea Fox#lea-fox", "R:the Minister of Mills#lea-fox"]


def test_an_office_that_introduces_somebody_is_no_reference(envoys: Authority) -> None:
    body = "<p>Premier Pia Gray came. It was the Premier, Pia Gray, who spoke.</p>"
    assert [name for name in persons(body, envoys) if name[0] == "R"] == []


def test_a_speech_may_begin_with_an_office_alone(envoys: Authority) -> None:
    body = (
        '<p>Premier Pia Gray.</p><sp who="#pia-gray"><speaker>Premier:</speaker><p>Yes.</p></sp>'
        '<sp who="#jan-reed"><speaker>Jan Reed:</speaker><p>What does the Comrade Premier say?</p></sp>'
    )
    assert [name for name in persons(body, envoys) if name[0] == "R"] == [
        "R:Premier#pia-gray", "R:the Comrade Premier#pia-gray",
    ]  # fmt: skip


def test_the_only_known_holder_of_an_office_is_meant_by_it(envoys: Authority) -> None:
    assert persons("<p>He asked the Premier.</p>", envoys) == ["R:the Premier#pia-gray"]
    assert persons("<p>He asked the Premier.</p>", envoys, date="1970") == []
    assert persons("<p>He asked the ambassador.</p>", envoys) == []


def test_a_title_has_all_that_its_office_is_for(known: Authority) -> None:
    assert persons("<p>The Minister for Mills and Harbours Tom Orr spoke.</p>", known) == [
        "P:/Minister for Mills and Harbours/ Tom Orr#tom-orr"
    ]


CALLED = f"""<listPerson xmlns="{TEI}">
  <person xml:id="len-orr"><persName>Orr, Leonard</persName></person>
  <person xml:id="jo-quist"><persName>Quist, Thomas</persName></person>
  <person xml:id="praphan"><persName>Praphan Chorasit, General</persName></person>
</listPerson>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<head>Letter to Orr</head><p>Dear Len: I thank you.</p>", "P:Len#len-orr"),
        ("<head>Letter to Quist</head><p>Dear Len: I thank you.</p>", "P:Len"),
        ("<head>Letter to Orr</head><p>He met Lord Leonard.</p>", "P:/Lord/ Leonard"),
        ("<p>I saw Quist and sent my regards to Mrs. Quist.</p>", "P:/Mrs./ Quist"),
        ("<p>General Praphan agreed.</p>", "P:/General/ Praphan#praphan"),
    ],
)
def test_given_names_of_those_who_are_named(body: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(CALLED, encoding="utf-8")
    assert persons(body, load(tmp_path))[-1] == expected


def test_an_office_with_its_field_in_small_letters(tmp_path: Path) -> None:
    text = OFFICES.replace("Secretary of Mills", "Minister of the Interior").replace(
        "Secretary of Harbours", "Minister of Finance"
    )
    (tmp_path / "persons.xml").write_text(text, encoding="utf-8")
    found = persons("<p>I told the minister of the interior of it.</p>", load(tmp_path))
    assert found == ["R:the minister of the interior#leo-vance"]


STATES = """<listPlace xmlns="http://www.tei-c.org/ns/1.0">
  <place xml:id="upper-tarn"><placeName type="main">Upper Tarn</placeName><placeName>Tarn</placeName></place>
  <place xml:id="tarn"><placeName type="main">Tarn</placeName></place></listPlace>"""
HEADS = """<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="jo-ash"><persName>Jo Ash</persName>
  <occupation from="1950" to="1960">Premier of Upper Tarn</occupation></person></listPerson>"""


def test_a_land_is_the_state_that_had_offices_at_the_time(tmp_path: Path) -> None:
    (tmp_path / "places.xml").write_text(STATES, encoding="utf-8")
    (tmp_path / "persons.xml").write_text(HEADS, encoding="utf-8")
    known = load(tmp_path)
    assert found("<p>He helped Tarn.</p>", known, date="1955") == ["L:Tarn#upper-tarn"]
    assert found("<p>He helped Tarn.</p>", known, date="1930") == ["L:Tarn#tarn"]


def test_a_body_is_of_the_state_of_who_signs(known: Authority) -> None:
    body = "<p>The Harbour Board agrees.</p><closer><signed>{}</signed></closer>"
    assert "O:Harbour Board#norland-harbour-board" in found(body.format("Ann Orr"), known)
    assert "O:Harbour Board#sutland-harbour-board" in found(body.format("Tom Orr"), known)


MOSS = """<listPlace xmlns="http://www.tei-c.org/ns/1.0">
  <place xml:id="tarn"><placeName>Tarn</placeName><placeName type="short">the Republic</placeName></place>
  <place xml:id="moss"><placeName>Moss</placeName><placeName>Free Republic of Moss</placeName></place>
</listPlace>"""
BOARDS = """<listOrg xmlns="http://www.tei-c.org/ns/1.0">
  <org xml:id="tarn-board"><orgName>Tide Board of Tarn</orgName>
    <orgName type="short">Tide Board</orgName></org>
  <org xml:id="moss-board"><orgName>Tide Board of the Free Republic of Moss</orgName>
    <orgName type="short">Tide Board</orgName></org>
  <org xml:id="moss-mill"><orgName>Mill Office of the Free Republic of Moss</orgName></org></listOrg>"""


def test_a_states_name_does_not_speak_of_what_is_called_by_a_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "places.xml").write_text(MOSS, encoding="utf-8")
    (tmp_path / "orgs.xml").write_text(BOARDS, encoding="utf-8")
    signed = "<closer><signed>Mill Office of the Free Republic of Moss</signed></closer>"
    assert "O:Tide Board#moss-board" in found(f"<p>The Tide Board agrees.</p>{signed}", load(tmp_path))


def test_who_speaks_is_not_named_in_what_he_says(known: Authority) -> None:
    body = (
        "<head>Talk of Premier Ann Orr with Una Quist</head><p>Premier Quist is ill.</p>"
        "<p>The Premier: Is Premier Quist ill?</p><p>The Premier: And how long?</p>"
    )
    named = [name for name in persons(body, known) if name[0] == "R"]
    assert named == ["R:The Premier#ann-orr", "R:The Premier#ann-orr"]


def test_an_office_before_a_plural_is_one_of_several(known: Authority) -> None:
    assert persons("<p>Premier Ann Orr came. He told the Premier Negotiators.</p>", known)[1:] == []


BOTH = f"""<listPerson xmlns="{TEI}">
  <person xml:id="selby-queen"><persName>Selby</persName></person>
</listPerson>"""
TOWN = f"""<listPlace xmlns="{TEI}">
  <place xml:id="selby-town"><placeName>Selby</placeName></place>
</listPlace>"""


def test_where_something_is_a_place_is_meant(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(BOTH, encoding="utf-8")
    (tmp_path / "places.xml").write_text(TOWN, encoding="utf-8")
    assert found("<p>They shall meet at Selby.</p>", load(tmp_path)) == ["L:Selby#selby-town"]
