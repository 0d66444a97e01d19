"""Letters of other centuries and languages: how they open and close, and what their editors print below."""

from __future__ import annotations

import pytest

from encoded import lines, only, words


def test_a_letter_of_the_seventeenth_century() -> None:
    letter = only(
        "Sir Giles Orme to Secretary Moss\n\nSelby, 12/22 March 1638[/9]\n\nRight Honorable,\n\n"
        "My last unto you was of the 5th present, & of the goat I have no newes.\n\n"
        "So with remembrance of my service I rest\n\nYour Honors most humble servant\n\nGi: Orme\n\n"
        "[Endorsed:] 12 March 1638. Sir Gi: Orme. Rec. the 30th.\n"
    )
    assert (letter.genre, letter.date) == ("letter", "1639-03-22")
    assert words(letter, "opener/salute") == ["Right Honorable,"]
    assert lines(letter)[-2:] == [
        "<closer><salute>So with remembrance of my service I rest</salute> "
        "<salute>Your Honors most humble servant</salute> <signed>Gi: Orme</signed></closer>",
        "<trailer><supplied>Endorsed:</supplied> 12 March 1638. Sir Gi: Orme. Rec. the 30th.</trailer>",
    ]
    assert words(letter, "correspAction[@type='sent']/placeName") == ["Selby"]


def test_a_letter_of_the_eighteenth_century_with_its_editors_note() -> None:
    letter = only(
        "From Tom Platt to Honor Aske\n\nSelby May 11. 1785.\n\nDear Madam\n\nThe goat has just arrived.\n\n"
        "It is thinner than you wrote. I inclose the bill.\n\n"
        "I am with sincere esteem Dear Madam Your friend & servant,\n\nT: Platt\n\n"
        "P.S. The clock strikes ten.\n\nRC (Orlan Library, Ms. E.6.13); endorsed.\n"
    )
    assert (letter.genre, letter.date) == ("letter", "1785-05-11")
    assert words(letter, "correspAction/name") == ["Tom Platt", "Honor Aske"]
    assert words(letter, "closer/*")[-1] == "T: Platt"
    assert words(letter, "postscript/p") == ["P.S. The clock strikes ten."]
    assert words(letter, "body/note[@type='source']") == ["RC (Orlan Library, Ms. E.6.13); endorsed."]


def test_a_date_line_without_a_year_beneath_an_address() -> None:
    letter = only(
        "Honor Aske to W. Orr   [25 January 1862]\n\nThe Light Orlan\nJan 25th\n\nMy dear Orr\n\n"
        "I shall be glad of the oil. The goat is worse.\n\nGood night | Ever yours affectionately\n"
        "H. Aske\n\nORL 11: 42\n"
    )
    assert (letter.genre, letter.date) == ("letter", "1862-01-25")
    assert words(letter, "opener/*") == ["The Light Orlan Jan 25th", "My dear Orr"]
    assert words(letter, "closer/*") == ["Good night | Ever yours affectionately", "H. Aske"]
    assert words(letter, "note[@type='source']") == ["ORL 11: 42"]


@pytest.mark.parametrize(
    ("letter", "salutes"),
    [
        (
            "Ida von Moss an Carl Orr\n\nRom, den 22. Oktober 1803\n\nLiebster Freund!\n\nIch bin da.\n"
            "\nIhr\nMoss\n",
            2,
        ),
        (
            "Jeanne Orr à Tom Platt\n\nParis, 3 mai 1790\n\nMonsieur,\n\nJe suis là.\n\nVotre dévouée\n"
            "\nJeanne Orr\n",
            2,
        ),
    ],
)
def test_letters_in_other_languages(letter: str, salutes: int) -> None:
    document = only(letter)
    assert document.genre == "letter"
    assert len(words(document, "salute")) == salutes
    assert len(words(document, "closer/signed")) == 1
    assert len(words(document, "correspAction/name")) == 2


def test_a_sentence_with_a_colon_is_no_salutation() -> None:
    report = only(
        "Report on the Goat, 3 May 1901\n\nComrade Platt gave the following information:\n\nIt is lost.\n"
    )
    assert words(report, "salute") == []


def test_a_letter_whose_title_says_only_to_whom() -> None:
    letter = only(
        "[Jan. 20, 1801]\n\nTO WILLIAM ASKE\n\nMonday, 20th January, 1801.\n\n"
        "SIR,—I have your letter of the 14th.\n\n"
        "I shall lay it before the goat.\n\nI have the honor to be,\nwith great respect,\nSir,\n"
        "your most obedient humble servant,\nT. PLATT\n"
    )
    assert letter.title == "TO WILLIAM ASKE"
    assert words(letter, "opener/*") == ["Monday, 20th January, 1801.", "SIR,—"]
    assert words(letter, "correspAction/name") == ["T. PLATT", "William Aske"]


def test_a_note_in_spanish() -> None:
    note = only(
        "Nota de la Embajada de Orlan al Ministerio de Luces\n\nMéxico, 4 de mayo de 1938\n\n"
        "La Embajada saluda al Ministerio y tiene el honor de comunicarle que la cabra ha llegado.\n\n"
        "La Embajada aprovecha la oportunidad para reiterar su consideración.\n"
    )
    assert (note.genre, note.date) == ("letter", "1938-05-04")
    assert words(note, "correspAction[@type='received']/name") == ["Ministerio de Luces"]


def test_a_letter_in_a_calendar() -> None:
    letter = only(
        "Charles Aske to the Duke of Orlan.\n\n"
        "Selby, 1662, Aug. 9.—Right trusty and beloved cousin, we greet you.\n\n"
        "By his Majesty's command,\nHenry Moss.\n\nSignet Office, vol. V., p. 123.\n"
    )
    assert (letter.genre, letter.date) == ("letter", "1662-08-09")
    assert words(letter, "opener/dateline") == ["Selby, 1662, Aug. 9.—"]
    assert words(letter, "closer/*") == ["By his Majesty's command,", "Henry Moss."]
    assert words(letter, "note[@type='source']") == ["Signet Office, vol. V., p. 123."]


def test_a_letter_to_a_board_with_place_and_date_beneath_the_name() -> None:
    letter = only(
        "To the Right Honourable the Lords Commissioners of Lights.\n\nOrlan, October 20th. 1764.\n\n"
        "My Lords,\n\n"
        "I have the honor of your Lordships letter, with the inclosed goat.\n\nI am with great submission\n\n"
        "My Lords\n\nYour Lordships most obedient and faithful servant\n\nHONOR ASKE\n\n"
        "Orlan 20 October 1764.\n"
    )
    assert (letter.genre, letter.date) == ("letter", "1764-10-20")
    assert words(letter, "correspAction[@type='received']/name") == [
        "Right Honourable the Lords Commissioners of Lights"
    ]
    assert words(letter, "closer/*") == [
        "I am with great submission",
        "My Lords",
        "Your Lordships most obedient and faithful servant",
        "HONOR ASKE",
        "Orlan 20 October 1764.",
    ]
