"""Drafts of authority entries: what becomes one entry, and what an editor can do with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from names_of import authority, document

from teiedition.annotate import annotate
from teiedition.annotate.candidates import drafts
from teiedition.annotate.clusters import Gathering, clusters, of_document
from teiedition.annotate.finders import finders
from teiedition.authority import load

FIRST = document("<p>A letter by Zoran Belimov, who was ill. Then Belimov left. Mr. Z. Belimov returned.</p>")
SECOND = document(
    "<p>The ferryman Zoran Belimov waved at Captain Brisk. They met Pak Jeong-bel [Pak Jong Bel].</p>"
)


def best(*documents: str) -> dict[str, tuple[int, set[str]]]:
    """The persons' clusters: best form, number of mentions, all forms."""
    found = clusters((f"d{number}", tei) for number, tei in enumerate(documents))
    return {
        cluster.best: (len(cluster.members), set(cluster.forms) | set(cluster.short_forms))
        for cluster in found
        if cluster.kind == "person"
    }


def test_one_person_is_one_entry_across_documents() -> None:
    found = best(FIRST, SECOND)
    assert found["Zoran Belimov"] == (4, {"Zoran Belimov", "Belimov", "Z. Belimov"})
    assert found["Brisk"] == (1, {"Brisk"})


def test_annotating_tells_the_unknown_names_as_well() -> None:
    gathering = Gathering()
    made = annotate(SECOND, Path("d.xml"), finders=finders(gathering.find))
    assert made.tei == annotate(SECOND, Path("d.xml")).tei
    assert gathering.clusters("d") == of_document("d", SECOND) != []


def test_a_second_spelling_is_a_variant() -> None:
    assert best(SECOND)["Pak Jeong-bel"] == (1, {"Pak Jeong-bel", "Pak Jong Bel"})


def groups(text: str) -> list[set[str]]:
    """The forms of each cluster of places and bodies."""
    found = clusters([("one", document(f"<p>{text}</p>"))])
    return sorted((set(cluster.forms) for cluster in found), key=lambda forms: sorted(forms))


def test_a_state_is_one_under_all_its_names() -> None:
    text = (
        "He left the USSR for South Korea. The Soviet Union helps the DPRK; ROK ships sail. U.S. and UK ships"
    )
    assert groups(text) == [{"DPRK"}, {"ROK", "South Korea"}, {"Soviet Union", "USSR"}, {"U.S."}, {"UK"}]


def test_a_body_is_one_with_its_state_before_and_behind() -> None:
    text = "The Norwegian Embassy and the Embassy of Norway; the Swedish Embassy"
    assert groups(text) == [{"Embassy of Norway", "Norwegian Embassy"}, {"Swedish Embassy"}]


def test_a_short_name_explained_in_brackets_joins_its_person() -> None:
    text = "The ferryman Rado Belimov waved. Mr. Bellimov [Rado Belimov] left."
    assert len(clusters([("one", document(f"<p>{text}</p>"))])) == 1


def test_namesakes_stay_apart() -> None:
    other = document("<p>The ferryman Rado Belimov waved. Somebody saw Zoran Belimov, who left.</p>")
    assert best(FIRST, other)["Rado Belimov"][0] == 1


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (["Orlow, Iu. V.", "Orlow Y. V.", "Y. Orlow", "Yuri Orlow"], 1),
        (["J. Orlow", "John Orlow", "James Orlow"], 3),
        (["Bill Vance", "William Vance"], 1),
        (["Austin Orlow", "Joseph Austin Orlow", "Joseph Orlow"], 1),
        (["James Orlow, Jr.", "James Orlow"], 1),
        (["Nikolai Ceravescu", "Nikolai Cerevescu"], 1),
    ],
)
def test_given_names_tell_who_is_one(names: list[str], apart: int) -> None:
    documents = [document(f"<p>We met Mr. {name} there.</p>") for name in names]
    assert len(best(*documents)) == apart, best(*documents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norland Harbour Commission met. The Harbour Commission of Selby rose.", 2),
        ("The Norland Harbour Commission met. Then the Harbour Commission rose.", 1),
        ("The Harbour Commission of the Norland Labour Party met. The Norland Labour Party rose.", 2),
        ("He wrote to the Treasury Department. The Treasury did not answer.", 1),
    ],
)
def test_a_body_is_called_by_part_of_its_name(text: str, expected: int) -> None:
    bodies = clusters([("d", document(f"<p>{text}</p>"))])
    assert len([body for body in bodies if body.kind == "organisation"]) == expected


def test_a_state_by_its_adjective_is_the_state_and_a_river_no_town() -> None:
    assert {"French Republic", "France"} in groups("They left France. The French Republic signed.")
    assert {"Selby"} in groups("They met in Selby, Norway. Then they crossed the Selby River.")


def test_a_draft_is_an_authority_file(tmp_path: Path) -> None:
    files = drafts([("first", FIRST), ("second", SECOND)])
    (tmp_path / "persons.xml").write_text(files["persons.xml"], encoding="utf-8")
    known = load(tmp_path)
    assert [entry.id for entry in known.candidates("Zoran Belimov")] == ["zoran-belimov"]
    assert '<note type="count">4</note>' in files["persons.xml"]
    assert 'n="second">The ferryman Zoran Belimov waved' in files["persons.xml"]


def test_nothing_in_an_entry_points_at_the_file_that_it_stands_in() -> None:
    entry = drafts([("first", FIRST)])["persons.xml"].partition("<person ")[2].partition("</person>")[0]
    assert "#" not in entry and "../" not in entry


def test_accepting_a_draft_ends_it(tmp_path: Path) -> None:
    (tmp_path / "persons.xml").write_text(drafts([("first", FIRST)])["persons.xml"], encoding="utf-8")
    assert "persons.xml" not in drafts([("first", FIRST)], load(tmp_path))


def test_what_an_editor_put_aside_is_not_drafted_again(tmp_path: Path) -> None:
    (tmp_path / "refused.xml").write_text(drafts([("first", FIRST)])["persons.xml"], encoding="utf-8")
    assert "persons.xml" not in drafts([("first", FIRST)], folder=tmp_path)


def test_known_names_are_not_drafted(tmp_path: Path) -> None:
    known = authority(tmp_path)
    assert not drafts([("d", document("<p>Ann Orr met Una Quist in Selby.</p>"))], known)


def test_ids_do_not_collide_with_those_in_use(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("id,kind,name\nzoran-belimov,place,Somewhere\n")
    assert 'xml:id="zoran-belimov-2"' in drafts([("first", FIRST)], load(tmp_path))["persons.xml"]


@pytest.mark.parametrize("folder", [None, Path("no-such-folder")])
def test_a_folder_need_not_be_there(folder: Path | None) -> None:
    assert "persons.xml" in drafts([("first", FIRST)], folder=folder)


def test_a_wife_is_another_person() -> None:
    found = best(document("<p>Chairman Belimov came late. Mrs. Belimov stayed at home. Belimov spoke.</p>"))
    assert found["Mrs. Belimov"] == (1, {"Mrs. Belimov"})
    assert found["Belimov"] == (2, {"Belimov"})


def test_a_womans_name_is_no_short_form_of_a_mans() -> None:
    found = best(document("<p>Paul Belimov wrote to Paula Belimov. Later Marie Brisk met Marc Brisk.</p>"))
    assert {"Paul Belimov", "Paula Belimov", "Marie Brisk", "Marc Brisk"} <= found.keys()


def test_a_family_name_that_is_a_given_name_too_is_no_given_name_behind_an_office() -> None:
    found = best(document("<p>Allen Brisk came. Ambassador Allen did not write. Brisk spoke.</p>"))
    assert found["Allen Brisk"] == (2, {"Allen Brisk", "Brisk"})
    assert found["Allen"] == (1, {"Allen"})


def test_two_names_side_by_side_are_two_persons() -> None:
    found = best(document("<p>They met Z. Belimov and Zoran Belimov at noon.</p>"))
    assert found["Z. Belimov"] == (1, {"Z. Belimov"})
