"""Where documents begin and end, which of them a source holds, and how sure that is."""

from __future__ import annotations

import pytest

from encoded import documents, lines, only, words
from teiedition.errors import InputError

EDITION = """\
THE ASKE PAPERS

1. Honor Aske to Will Aske

Orlan, 3 June 1834

Dear Will,

The oil boat came on Tuesday.

Yours,
Honor

2. Will Aske to Honor Aske

Port Orlan, 9 June 1834

Dear Honor,

The goat is sold.

Yours,
Will
"""
COMPOUND = """\
The Keeper and the Goat

Maud Grange

The goat of the Orlan light is mentioned twice in the records, and both times it is lost. What it did in the
meantime is the subject of this paper [Document 1].

* * *

Report on the Goat, 4 June 1834

[Source: Orlan Archives, 17-203. Pp. 4-5. Translated by Ida Moss.]

The goat is lost.

* * *

Letter from the Harbor Board to the Keeper, 11 June 1834

[Source: Orlan Archives, 17-204. P. 1. Translated by Ida Moss.]

To the Keeper of the Orlan Light:

Find it.

* * *

Maud Grange keeps the Orlan light. Her earlier papers are about oil, wicks and the price of both.
"""


def test_letters_of_an_edition_are_told_apart_by_number_parties_date_line_and_salutation() -> None:
    first, second = documents(EDITION)
    assert (first.id, second.id) == (
        "1834-06-03-1-honor-aske-will-aske",
        "1834-06-09-2-will-aske-honor-aske",
    )
    assert (first.first_line, first.last_line, second.first_line, second.last_line) == (1, 12, 14, 23)
    assert "the number after that of the document before" in second.reason
    assert lines(first)[0] == '<fw type="header">THE ASKE PAPERS</fw>'


def test_an_article_and_the_documents_appended_to_it_know_one_another() -> None:
    article, report, letter = documents(COMPOUND)
    assert [document.genre for document in (article, report, letter)] == ["article", "report", "letter"]
    assert [document.date for document in (report, letter)] == ["1834-06-04", "1834-06-11"]
    assert report.shelfmark == "17-203"
    assert f'<ref target="{report.id}.xml">Document 1</ref>' in article.tei
    assert f'<relatedItem type="host" target="{article.id}.xml"/>' in report.tei
    assert f'<relatedItem type="constituent" n="2" target="{letter.id}.xml"/>' in article.tei
    assert '<biblScope unit="document">2</biblScope>' in letter.tei


def test_lines_about_the_authors_at_the_end_belong_to_the_article() -> None:
    article, *_, letter = documents(COMPOUND)
    (note,) = words(article, "notesStmt/note[@type='appendix']")
    assert note.startswith("Maud Grange keeps the Orlan light.")
    assert "wicks" not in letter.tei


def test_what_speaks_for_a_boundary_makes_it_surer() -> None:
    letters, documents_of_article = documents(EDITION), documents(COMPOUND)
    assert 0.5 < letters[1].confidence < documents_of_article[1].confidence < 1
    assert "a note of its source beneath it" in documents_of_article[1].reason
    assert not any("is not sure" in doubt for doubt in documents_of_article[1].doubts)


def test_a_boundary_that_is_not_sure_is_a_doubt() -> None:
    _, note = documents(
        "211. Report on the Buoy, 9 July 1963\n\nIt is blue.\n\n\n212. Report on Paint\n\nIt is dry.\n"
    )
    assert note.confidence < 0.9
    assert note.doubts[0].startswith("That a document begins in line 6 is not sure: ")


def test_a_date_in_the_text_does_not_begin_a_document() -> None:
    text = "Report on the Goat, 4 June 1834\n\nIt was seen on\n\n5 June 1834\n\nand again on 6 June 1834.\n"
    assert len(documents(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Selby, 3rd May 1788.\n\nDear Ann,\n\nThe weir stands.\n\nYours,\nOrlan Selby\n",
        "Dear Ann,\n\nThe weir stands.\n\nYours,\nOrlan Selby\n\nSelby, 3 May 1788\n",
    ],
    ids=["date line above", "date line beneath"],
)
def test_a_letter_without_a_title_gets_one(text: str) -> None:
    letter = only(text)
    assert (letter.genre, letter.date, letter.title[:24]) == (
        "letter",
        "1788-05-03",
        "Letter from Orlan Selby,",
    )
    assert "The source gives the document no title; this one is made up." in letter.doubts
    assert not words(letter, "body/head")


def test_a_long_sentence_is_no_title() -> None:
    sentence = (
        f"The weir was built by {'the wardens and ' * 12}the miller, and it fell down in the same year."
    )
    assert words(only(f"{sentence}\n\nIt was not built again."), "body/p")[0] == sentence


@pytest.mark.parametrize("text", ["", " \n\n\t\n"])
def test_a_source_without_text_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match=r"source.txt: The source holds no text"):
        documents(text)


def test_a_character_that_xml_cannot_hold_is_an_error_that_says_where() -> None:
    with pytest.raises(InputError, match=r"source.txt:3: The character U\+0007"):
        documents("Report\n\nThe bell\x07 rang.")


def test_identifiers_are_the_same_again_and_differ_from_one_another() -> None:
    text = "Report on the Goat, 4 June 1834\n\n[Source: OA 1-2. Pp. 3-4.]\n\nIt is lost.\n\n* * *\n\n"
    ids = [document.id for document in documents(text * 3)]
    assert ids == ["1834-06-04-report-goat", "1834-06-04-report-goat-2", "1834-06-04-report-goat-3"]
    assert ids == [document.id for document in documents(text * 3)]


def test_despatches_one_after_another_and_a_letter_enclosed_in_one() -> None:
    despatch = (
        "Mr. {} to Mr. {}.\n\nOffice of Lights,\nSelby, May {}, 1871.\nNo. {}.]\n\n"
        "SIR: I have your letter about the goat.\n\nI am, &c.,\n\n{}.\n\n\n"
    )
    enclosed = (
        "[Enclosure]\n\nMr. Moss to Mr. Orme.\n\nSelby, April 30, 1871.\n\nSIR: It is my goat.\n\nMOSS.\n\n\n"
    )
    text = (
        despatch.format("Orme", "Tarrant", 3, 12, "ORME")
        + enclosed
        + despatch.format("Tarrant", "Orme", 9, 4, "TARRANT")
    )
    first, second = documents(text)
    assert (first.title, second.title) == ("Mr. Orme to Mr. Tarrant.", "Mr. Tarrant to Mr. Orme.")
    assert words(first, "back/div/head") == ["Enclosure", "Mr. Moss to Mr. Orme."]
    assert words(first, "back/div/opener/*") == ["Selby, April 30, 1871.", "SIR:"]


def test_telegrams_with_the_numbers_of_their_files() -> None:
    telegram = (
        "811.33/{}: Telegram\n\nThe Minister in Varnia (Tarrant) to the Secretary of the Board\n\n"
        "Port Orlan, June {}, 1931—6 p.m.\n\n{}. The buoy has gone.\n\nTarrant\n\n\n"
    )
    found = documents(telegram.format(17, 4, 31) + telegram.format(18, 5, 32))
    assert [document.shelfmark for document in found] == ["811.33/17", "811.33/18"]
    assert [document.date for document in found] == ["1931-06-04", "1931-06-05"]
    assert "the number of its file above it" in found[1].reason
