"""Who speaks in a conversation, what is said, and what happens in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from encoded import lines, only, root, words
from teiedition import authority, tree

TITLE = "Minutes of Conversation between Keeper Ann Orr and Inspector Tom Platt, 14 August 1952"
AUTHORITY = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Persons</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="ann-orr"><persName type="main">Orr, Ann</persName></person>
<person xml:id="tom-platt"><persName type="main">Platt, Tom</persName>
<occupation from="1950" to="1955">Inspector of Lights</occupation></person>
<person xml:id="ann-orr-elder"><persName type="main">Orr, Ann</persName><death when="1890"/></person>
</listPerson></standOff></TEI>"""


@pytest.fixture
def persons(tmp_path: Path) -> authority.Authority:
    (tmp_path / "persons.xml").write_text(AUTHORITY)
    return authority.load(tmp_path)


def speakers(text: str, **more: object) -> list[tuple[str, str]]:
    """Each turn's @who and the words of its label."""
    turns = root(only(text, **more)).iter(tree.tag("sp"))
    return [(turn.get("who", ""), "".join(turn[0].itertext())) for turn in turns]


def test_turns_bind_to_persons_of_the_document() -> None:
    text = f"{TITLE}\n\nOrr: The lamp was out.\n\nPlatt: For an hour.\n\nKeeper: For ten minutes.\n"
    assert speakers(text) == [
        ("#person-ann-orr", "Orr:"),
        ("#person-tom-platt", "Platt:"),
        ("#person-ann-orr", "Keeper:"),
    ]


def test_turns_bind_to_the_authority_file(persons: authority.Authority) -> None:
    text = f"{TITLE}\n\nKeeper Orr: The lamp was out.\n\nInspector: For an hour.\n\nMiss Grange: So it was.\n"
    document = only(text, authority=persons)
    assert [turn.get("who") for turn in root(document).iter(tree.tag("sp"))] == [
        "#ann-orr",
        "#tom-platt",
        "#person-grange",
    ]
    assert '<person role="speaker" corresp="#ann-orr">' in document.tei
    assert "The authority files have no entry for Grange." in document.doubts


def test_an_office_binds_to_whom_the_authority_says_that_it_was_held_by(persons: authority.Authority) -> None:
    title = "Minutes of Conversation between Ann Orr and Tom Platt, 14 August 1952"
    text = f"{title}\n\nOrr: The lamp was out.\n\nThe Inspector: For an hour.\n"
    assert speakers(text, authority=persons)[1] == ("#tom-platt", "The Inspector:")


def test_declared_abbreviations() -> None:
    declared = "Keeper Orr (hereafter K): Yes.\n\nInspector Platt (hereafter I): No."
    text = f"{TITLE}\n\n{declared}\n\nK: Yes.\n\nI: No.\n"
    assert [who for who, _ in speakers(text)] == ["#person-ann-orr", "#person-tom-platt"] * 2


def test_a_name_spelt_in_two_ways_is_one_person() -> None:
    present = "Participants: Ann Orr, Tom Platt, Ștefan Zhaltov"
    text = f"{TITLE}\n\n{present}\n\nStefan Zhultov: I am here.\n\nOrr: So am I.\n"
    assert speakers(text)[0][0] == "#person-stefan-zhaltov"


def test_an_office_before_a_name_is_no_part_of_it() -> None:
    text = (
        "Record of Conversation, 3 May 1901\n\nParticipants: the chairman of the Weir Commission "
        "Aurel Stirbu, Harbor Master Ilie Coco\n\n"
        "Stirbu: It holds.\n\nHarbor Master: It does not.\n\nStirbu: It will.\n"
    )
    document = only(text)
    assert words(document, "person/persName") == ["Aurel Stirbu", "Ilie Coco"]


def test_what_is_said_and_how_it_is_said() -> None:
    text = (
        f"{TITLE}\n\nOrr (after consulting a paper): An hour.\n\nPlatt: (rising) I see. (To Orr) Do you?\n\n"
        "[Laughter]\n\nOrr: [interrupting] I do.\n\nIt was dark.\n\n(The meeting closed at noon.)\n"
    )
    assert lines(only(text))[1:] == [
        '<sp who="#person-ann-orr">',
        "<speaker>Orr</speaker>",
        '<stage type="delivery">(after consulting a paper):</stage>',
        "<p>An hour.</p>",
        "</sp>",
        '<sp who="#person-tom-platt">',
        "<speaker>Platt:</speaker>",
        '<stage type="delivery">(rising)</stage>',
        '<p>I see. <stage type="delivery">(To Orr)</stage> Do you?</p>',
        "</sp>",
        "<stage><supplied>Laughter</supplied></stage>",
        '<sp who="#person-ann-orr">',
        "<speaker>Orr:</speaker>",
        '<stage type="delivery"><supplied>interrupting</supplied></stage>',
        "<p>I do.</p>",
        "<p>It was dark.</p>",
        "</sp>",
        "<stage>(The meeting closed at noon.)</stage>",
    ]


def test_turns_on_one_line_are_parted_and_wrapped_ones_joined() -> None:
    text = f"{TITLE}\nOrr: The lamp\nwas out. Platt: For an hour.\nOrr: For ten minutes.\n"
    assert words(only(text), "sp/p") == ["The lamp was out.", "For an hour.", "For ten minutes."]


def test_a_colon_makes_no_speaker() -> None:
    text = (
        f"{TITLE}\n\nOrr: There are three things: oil, wicks and patience.\n\nPlatt: The answer: none.\n\n"
        "Orr: At 7:30 the lamp was lit.\n"
    )
    assert len(speakers(text)) == 3
    assert not speakers("Report on the Lamp\n\nNote: it is out.\n\nReason: no oil.\n\nRemedy: oil.\n")


def test_a_conversation_told_of_has_no_turns() -> None:
    text = f"{TITLE}\n\nKeeper Orr said that the lamp was out. Inspector Platt asked why.\n"
    document = only(text)
    assert document.counts["speeches"] == 0
    assert words(document, "person/persName") == ["Ann Orr", "Tom Platt"]


def test_participants_in_groups() -> None:
    document = only(
        "Memorandum of Conversation\n\nWashville, April 2, 1961\n\nSUBJECT\nThe Dredger\n\nPARTICIPANTS\n"
        "Varnia\nAmbassador Ilse Kromer\nMr. Paul Odling, First Secretary\n\n"
        "Orlan\nMr. Amos Tuck (interpreter)\n"
        "Miss Ida Moss\n\nAmbassador Kromer thanked Miss Moss for coming on a Sunday.\n"
    )
    assert words(document, "person/persName") == ["Ilse Kromer", "Paul Odling", "Amos Tuck", "Ida Moss"]
    assert words(document, "front/p/list/item")[0] == "Varnia"
    assert words(document, "body/p") == ["Ambassador Kromer thanked Miss Moss for coming on a Sunday."]


def test_minutes_of_a_meeting_in_numbered_points() -> None:
    document = only(
        "MINUTES OF THE THIRD MEETING OF THE LIGHT COMMITTEE\nheld at Orlan on 9 November 1948, at 3 p.m.\n\n"
        "Present: Alderman J. Pryce (Chairman); Councillors M. Dunn and T. Abel; Mr. H. Lister, Surveyor.\n\n"
        "1. Minutes\nThe minutes of the second meeting were read.\n\n2. Oil\nThe price of oil had risen.\n\n"
        "J. Pryce, Chairman\n"
    )
    assert (document.genre, document.date) == ("minutes", "1948-11-09")
    assert words(document, "person/persName") == ["J. Pryce", "M. Dunn", "T. Abel", "H. Lister"]
    assert words(document, "div/head") == ["1. Minutes", "2. Oil"]
    assert words(document, "closer/signed") == ["J. Pryce, Chairman"]


def test_labels_of_parliaments_end_with_a_stop_or_a_dash() -> None:
    hansard = (
        "THE LAMP\n\n14 March 1951\n\nTHE KEEPER. I beg to move.\n\nTHE MINISTER. What?\n\n"
        "THE KEEPER. That the lamp be lit. (Laughter.)\n\nTHE MINISTER. I am content.\n"
    ).replace("KEEPER", "PRESIDENT")
    assert [label for _, label in speakers(hansard)] == ["THE PRESIDENT.", "THE MINISTER."] * 2
    assert words(only(hansard), "p/stage") == ["(Laughter.)"]
    dashed = f"{TITLE}\n\nMr. PLATT (Orlan) — The lamp is out.\n\nMiss ORR — So it is.\n"
    assert [label for _, label in speakers(dashed)] == ["Mr. PLATT (Orlan) —", "Miss ORR —"]


def test_whom_a_speaker_speaks_for_is_part_of_the_label() -> None:
    text = (
        "RECORD OF THE SEVENTH MEETING, 25 June 1950\n\nPresident: Sir Giles ORME (Orlan).\n\n"
        "Present: The representatives of the following countries: Orlan, Varnia.\n\n"
        "The PRESIDENT: The lamp is before the Board.\n\nMr. PLATT (Varnia): It is out.\n\n"
        "Miss MOSS (Orlan) (translated from French): It is.\n\n[There was a short break.]\n\n"
        "The PRESIDENT: So.\n"
    )
    assert speakers(text)[0] == ("#person-giles-orme", "The PRESIDENT:")
    assert [label for _, label in speakers(text)][1:3] == ["Mr. PLATT (Varnia):", "Miss MOSS (Orlan)"]
    assert words(only(text), "stage") == ["(translated from French):", "There was a short break."]
    assert words(only(text), "front/p/label") == ["President:", "Present:"]


def test_initials_bind_to_the_persons_of_the_title() -> None:
    text = (
        "CONVERSATION BETWEEN T. PLATT AND THE AMBASSADOR OF VARNIA, MR. ASKE\n5 May 1939\n\n"
        "P.: Is it lit?\n\nA.: It is not.\n\nP.: Why?\n"
    )
    assert speakers(text) == [
        ("#person-t-platt", "P.:"),
        ("#person-aske", "A.:"),
        ("#person-t-platt", "P.:"),
    ]
    assert words(only(text), "person/persName") == ["T. Platt", "Aske"]
