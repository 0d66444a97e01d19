"""What stands above a text: an archive's record, a title, the note of its source, damaged or not."""

from __future__ import annotations

from encoded import documents, lines, only, words

RECORD = """\
Orlan Digital Archive
orlan.example.org

June 4, 1934

Report by Ida Moss on the Light at Orlan

Citation:

"Report by Ida Moss on the Light at Orlan," June 4, 1934, Orlan Digital Archive, HB, Box 3, \
Folder 17, pp. 4-9. Obtained by Maud Grange and translated by Peter Aske. https://orlan.example.org/document/417

Summary:

Ida Moss counts the nights on which the lamp was out.

Original Language:

Varnian

Contents:

Translation - English

To the Harbor Board:

The lamp was out on eleven nights.

Ida Moss
"""


def test_a_record_fills_the_header_and_stays_in_its_words() -> None:
    report = only(RECORD)
    assert (report.id, report.genre, report.date) == (
        "1934-06-04-report-ida-moss-light-orlan",
        "report",
        "1934-06-04",
    )
    assert words(report, "abstract/p") == ["Summary: Ida Moss counts the nights on which the lamp was out."]
    assert words(report, "titleStmt/title") == ["Report by Ida Moss on the Light at Orlan June 4, 1934"]
    (citation,) = words(report, "sourceDesc/bibl[@type='citation']")
    assert citation.startswith(
        'Citation: "Report by Ida Moss on the Light at Orlan," June 4, 1934, Orlan Digital'
    )
    assert words(report, "respStmt/persName") == ["Maud Grange", "Peter Aske"]
    assert words(report, "langUsage/language")[0] == "Original Language: Varnian"


def test_the_text_begins_behind_the_record() -> None:
    report = only(RECORD)
    assert words(report, "front/fw") == ["Orlan Digital Archive", "orlan.example.org"]
    assert words(report, "body/p") == ["The lamp was out on eleven nights."]
    assert words(report, "correspAction[@type='received']/name") == ["Harbor Board"]


def test_a_source_note_gives_shelfmark_pages_and_credits() -> None:
    source = "[Source: Orlan Archives 17-203-04. Pp. 4-5. Translated by Ida Moss.]"
    report = only(f"Report on the Goat, 4 June 1834\n\n{source}\n\nIt is lost.")
    assert report.shelfmark == "17-203-04"
    assert words(report, "msIdentifier/repository") == ["Orlan Archives"]
    assert words(report, "body/note/bibl/biblScope") == ["Pp. 4-5"]
    assert words(report, "titleStmt/respStmt") == ["Translated by Ida Moss"]


def test_a_source_note_over_several_lines_is_one() -> None:
    source = "[Source: Orlan Archives 17-203-04.\nPp. 4-5. Translated by\nIda Moss.]"
    report = only(f"Report on the Goat, 4 June 1834\n\n{source}\n\nIt is lost.")
    assert words(report, "body/note") == [" ".join(source.strip("[]").split())]


def test_a_source_named_beneath_the_text_counts_as_well() -> None:
    text = (
        "7. Report on the Buoy, 9 July 1963\n\nThe buoy is blue.\n\nIt was painted.\n\n"
        "Source: External Archive, Lower River Files, 63/14. Confidential. Drafted by Tuck.\n"
    )
    report = only(text)
    assert report.shelfmark == "63/14"
    assert words(report, "body/p") == ["The buoy is blue.", "It was painted."]
    assert lines(report)[-1].startswith('<note type="source">Source: <bibl type="archival">External Archive')


def test_letters_lost_from_a_source_note_stay_lost_with_a_reading_beside_them() -> None:
    sound = "[Source: Orlan Archives 17-203-04. Pp. 4-5. Obtained by Maud Grange.]"
    damaged = "[So rce: Orlan Arc ives 17-204-01. Pp. 6-7. Obtained by Maud Grange.]"
    text = "\n\n".join(
        ["Report on the Goat, 4 June 1834", sound, "It is lost.", "* * *"]
        + ["Report on the Sheep, 5 June 1834", damaged, "The Archives have it."]
    )
    _, report = documents(text)
    (note,) = [line for line in lines(report) if line.startswith("<note")]
    reading = (
        '<choice><unclear reason="damage">{}</unclear><corr cert="high" resp="#teiedition">{}</corr></choice>'
    )
    assert reading.format("So rce", "Source") in note
    assert reading.format("Arc ives", "Archives") in note
    assert words(report, "msIdentifier/repository") == ["Orlan Archives"]


def test_a_damaged_shelfmark_is_read_from_where_the_source_cites_it() -> None:
    text = "\n\n".join(
        [
            "The Goat and the Light",
            "Maud Grange",
            "The report says little [see OA 17-203-04, pp. 4-5, Document 1]. No more is known.",
            "* * *",
            "Report on the Goat, 4 June 1834",
            "[Source: OA 17--04. Pp. 4-5. Obtained by Maud Grange.]",
            "It is lost.",
        ]
    )
    _, report = documents(text)
    assert report.shelfmark == "17--04"
    assert any(doubt.startswith("The shelfmark") for doubt in report.doubts)


def test_marks_of_secrecy_above_the_title_are_no_title() -> None:
    cable = only(
        "SECRET\n\nFROM PORT ORLAN TO FOREIGN OFFICE\n\n5 June 1953\n\nThe dredger has been returned."
    )
    assert (cable.genre, cable.date) == ("cable", "1953-06-05")
    assert words(cable, "front/note[@type='classification']") == ["SECRET"]
    assert words(cable, "correspAction/name") == ["Port Orlan", "Foreign Office"]


def test_a_date_stands_in_the_lines_above_the_text_or_in_the_formula_beneath_it() -> None:
    minutes = only(
        "MINUTES OF THE LIGHT COMMITTEE\nheld at Orlan on 9 November 1948, at 3 p.m.\n\nThere was no oil."
    )
    treaty = only("Treaty of the Buoy\n\nThe buoy is blue.\n\nDone at Orlan, the 1st day of August, 1964.")
    assert (minutes.date, treaty.date) == ("1948-11-09", "1964-08-01")


def test_the_language_is_told_from_the_text() -> None:
    german = only(
        "Brief an Anna\n\nLiebe Freundin,\n\nich habe den Brief nicht, und das Licht ist aus.\n\nKarl"
    )
    assert 'xml:lang="de"' in german.tei
    assert german.genre == "letter"


def test_a_footnote_that_names_the_source_is_the_note_of_the_source() -> None:
    cable = only(
        "Telegram From the Legation in Varnia to the Board1\n\nPort Orlan, March 4, 1952, 6 p.m.\n\n"
        "441. The goat is well.2\n\nIt eats.\n\n"
        "1 Source: Board of Lights, Central Files, 611.81/9-1355. Secret.\n"
        "2 Not printed.\n"
    )
    assert words(cable, "note[@type='source'][@place='foot']") == [
        "Source: Board of Lights, Central Files, 611.81/9-1355. Secret."
    ]
    assert cable.shelfmark == "611.81/9-1355"


def test_a_citation_may_end_without_credits() -> None:
    copy = RECORD.replace(
        "Obtained by Maud Grange and translated by Peter Aske.", "Copy in the Harbor Museum."
    )
    report = only(copy)
    assert words(report, "respStmt/persName") == []
    assert "Copy in the Harbor Museum" in words(report, "sourceDesc/bibl[@type='citation']")[0]
