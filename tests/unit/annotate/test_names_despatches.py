"""Names as despatches, cabinet papers, debates and diaries have them."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import TEI, authority, found

from teiedition.authority import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Squadron Leader Tolland met the Duc de Brisk.",
         ["P:/Squadron Leader/ Tolland", "P:/Duc/ de Brisk"]),
        ("Lieut.-Commander Ollen spoke.", ["P:/Lieut.-Commander/ Ollen"]),
        ("The post of General Manager is open.", []),
        ("Her Majesty's Government asked the Admiralty.", ["O:Her Majesty's Government", "O:Admiralty"]),
        ("They left the European Council and the Ollen Rifles.", ["O:European Council", "O:Ollen Rifles"]),
        ("It was hidden in the Ollen mountains, near Ollen gaol.", ["L:Ollen", "L:Ollen"]),
    ],
)  # fmt: skip
def test_titles_bodies_and_places(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


DESPATCH = (
    "<p>Mr. Selbourne met Lady Hathersage, General Quist, Dr. Ollen, M. Dubrique, Herr Tannhof, "
    "Count Belimov, Sir Jo Varden, Captain Lisk and Professor Hanlow in London; Mr. Orme, Mr. Tarrick, "
    "Mrs. Helm, Dr. Sorley, Lord Nesbit and Lady Garrow were in Paris.</p>"
)


@pytest.mark.parametrize(
    "text",
    [
        "We hear that Tolland never will arrive.",
        "Tolland rang at noon from Paris.",
        "He thought little of Tolland, of the weather, of us.",
        "The friends of Tolland’s went home.",
        "I wrote to Tolland of it.",
        "Tolland (Norway) said nothing.",
    ],
)
def test_among_many_persons_a_capital_without_another_account_is_one(text: str) -> None:
    assert "P:Tolland" in found(f"{DESPATCH}<p>{text}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "We hear that Tollandite never will arrive.",
        "Feldspar, Mica and Quartzite lie on Tollandite, on Brisk, on Ollenite.",
        "Run Beacon from any shell, with Gossip or with Raft, and pass its output to Consul.",
    ],
)
def test_among_many_capitals_and_no_persons_none_is_one(text: str) -> None:
    assert found(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was suggested that Tolland’s letter be read. He saw Tolland.", ["P:Tolland", "P:Tolland"]),
        ("Mr. St. Ollen and M. DE TOLLAND spoke.", ["P:/Mr./ St. Ollen", "P:/M./ DE TOLLAND"]),
        ("Mr. B. St. J. Tolland wrote.", ["P:/Mr./ B. St. J. Tolland"]),
        ("Present: Sir IAN TOLLAND, M.P., Mr. ANN ORR, Q.C.", ["P:/Sir/ IAN TOLLAND", "P:/Mr./ ANN ORR"]),
        ("It is crossed by the Ollen Dyke, an old one.", []),
        ("See Part B. Invoices shall be paid.", []),
        ("They occur in Bed 14 and in Bed 17; Bed 18 has none.", []),
        ("The Norwegian Government of the Norwegian hostages said no.", ["O:Norwegian Government"]),
        ("The Indemnifying Party shall have the Unlimited Service.", []),
        ("The Norwegian Republic and the Danish Kingdom agreed.",
         ["L:Norwegian Republic", "L:Danish Kingdom"]),
        ("Split Brain is an error; she sailed from Split.", ["L:Split"]),
        ("The “Florida” was repaired at Brest.", ["L:Brest"]),
        ("the MARQUESS OF SELBY, the Earl of Selby and others", ["P:MARQUESS OF SELBY", "P:Earl of Selby"]),
        ("THE COUNCIL OF EUROPE", ["O:COUNCIL OF EUROPE"]),
    ],
)  # fmt: skip
def test_names_and_what_only_looks_like_one(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_title_is_no_initial_of_another_person(tmp_path: Path) -> None:
    assert found("<p>M. Hale spoke; M. Quist spoke.</p>", authority(tmp_path)) == [
        "P:M. Hale#moritz-hale",
        "P:/M./ Quist#una-quist",
    ]


NAMESAKES = f"""<listPerson xmlns="{TEI}">
  <person xml:id="old-brand"><persName>Otto Brand</persName><death when="1931"/>
    <occupation from="1920" to="1929">Minister of Tides</occupation></person>
  <person xml:id="young-brand"><persName>Jo Brand</persName>
    <occupation from="1950" to="1958">Prime Minister of Norland</occupation></person>
  <person xml:id="general-lisk"><persName>A. B. Lisk</persName>
    <occupation>Major General, Commander of the Norland Force</occupation></person>
  <person xml:id="john-lisk"><persName>John Lisk</persName><death when="1920"/></person>
</listPerson>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The Prime Minister (Mr. Brand) rose.</p>", "P:/Mr./ Brand#young-brand"),
        ("<sp><speaker>Mr. Brand</speaker><p>Yes.</p></sp>", "P:/Mr./ Brand#young-brand"),
        ("<p>It went on since 1948. Prime Minister Brand knew.</p>", "P:/Prime Minister/ Brand#young-brand"),
        ("<p>General Lisk flew in.</p>", "P:/General/ Lisk#general-lisk"),
    ],
)
def test_offices_tell_namesakes_apart(tmp_path: Path, body: str, expected: str) -> None:
    (tmp_path / "persons.xml").write_text(NAMESAKES, encoding="utf-8")
    assert expected in found(body, load(tmp_path))


def test_a_title_of_wives_is_not_of_a_general(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(NAMESAKES, encoding="utf-8")
    assert "P:/Mrs./ Lisk" in found("<p>General Lisk came; Mrs. Lisk wept.</p>", load(tmp_path))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The villages of Ollenkoi and Avratolan were burnt.", ["L:Ollenkoi", "L:Avratolan"]),
        ("Mr. Quist was held at Ollenby; Mr. Brisk was not.", ["P:/Mr./ Quist", "P:/Mr./ Brisk"]),
        ("He sat in Tolland’s study.", []),
        ("They asked Barbara Castle.", ["P:Barbara Castle"]),
        ("They met near Ollen Castle.", ["L:Ollen Castle"]),
        ("The Committee of Twenty-Four agreed.", ["O:Committee of Twenty-Four"]),
    ],
)  # fmt: skip
def test_places_are_no_persons(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_an_initial_in_a_signature_is_no_number() -> None:
    assert found("<closer><signed>A. TOLLAND.</signed></closer>") == ["P:A. TOLLAND"]


def test_where_many_places_are_named_one_word_before_another_is_enough() -> None:
    places = "London, Paris, Rome, Berlin, Vienna, Madrid, Lisbon, Athens and Warsaw"
    body = f"<p>He knew {places}. He was told not to speak at Ollenby ever since, and was not looked at.</p>"
    assert "L:Ollenby" in found(body)
    assert "L:Tolland" not in found(body.replace("speak at Ollenby", "be looked at Tolland"))


def test_a_word_for_a_place_behind_the_first_of_a_sentence_makes_none() -> None:
    places = "London, Paris, Rome, Berlin, Vienna, Madrid, Lisbon, Athens and Warsaw"
    assert "L:Train" not in found(f"<p>Train ferry between {places}.</p>")
