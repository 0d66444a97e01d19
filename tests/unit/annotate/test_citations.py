"""A note is split into its citations, each taken apart, and short ones point at the full one."""

from __future__ import annotations

import pytest
from citations_of import cited, only, parts
from hypothesis import given, settings
from hypothesis import strategies as st

from teiedition.annotate.citations import find, find_citations
from teiedition.annotate.citations.scopes import full
from teiedition.annotate.context import Context
from teiedition.annotate.scan import scan

PUBLISHED = [
    (
        "Thomas R. Ashdown, The River Trade: Ames, 1780-1860 (Ames: Northfield Press, 1971), 44-9.",
        [
            "author: Thomas R. Ashdown",
            "title/m: The River Trade: Ames, 1780-1860",
            "pubPlace: Ames",
            "publisher: Northfield Press",
            "biblScope/page: 44-9 (44..49)",
        ],
    ),
    (
        "Ada Quill and Piers Holt, Locks (London: Weir & Sons; New York: Quay Books, 1999), p. 3.",
        [
            "author: Ada Quill",
            "author: Piers Holt",
            "title/m: Locks",
            "pubPlace: London",
            "publisher: Weir & Sons",
            "pubPlace: New York",
            "publisher: Quay Books",
            "biblScope/page: p. 3 (3..3)",
        ],
    ),
    (
        "A. Smith, B. Jones, and C. Brown (eds.), Bridges of Ames, 2nd ed. (London, 2004).",
        [
            "editor: A. Smith",
            "editor: B. Jones",
            "editor: C. Brown",
            "title/m: Bridges of Ames",
            "edition: 2nd ed.",
            "pubPlace: London",
        ],
    ),
    (
        "Lin Wei, Hedao shihua [Talks], trans. Jo Marsh, vol. 2 (Shanghai: Heliu Chubanshe, 1992), 8.",
        [
            "author: Lin Wei",
            "title/m: Hedao shihua",
            "title/m: Talks",
            "editor/translator: Jo Marsh",
            "biblScope/volume: vol. 2",
            "pubPlace: Shanghai",
            "publisher: Heliu Chubanshe",
            "biblScope/page: 8 (8..8)",
        ],
    ),
    (
        "Maud Ellery, “Tolls on the Upper Wend,” Journal of Inland Transport 12, no. 2 (May 1984): 101-19.",
        [
            "author: Maud Ellery",
            "title/a: Tolls on the Upper Wend",
            "title/j: Journal of Inland Transport",
            "biblScope/volume: 12",
            "biblScope/issue: no. 2",
            "biblScope/page: 101-19 (101..119)",
        ],
    ),
    (
        "Maud Ellery, ‘Tolls on the Upper Wend’, Journal of Inland Transport, 12 (1984), pp. 101–19.",
        [
            "author: Maud Ellery",
            "title/a: Tolls on the Upper Wend",
            "title/j: Journal of Inland Transport",
            "biblScope/volume: 12",
            "biblScope/page: pp. 101–19 (101..119)",
        ],
    ),
    (
        "Nina Orlova, “Reka i vlast’,” Voprosy rechnoi istorii, no. 4 (1998): 23–41.",
        [
            "author: Nina Orlova",
            "title/a: Reka i vlast’",
            "title/j: Voprosy rechnoi istorii",
            "biblScope/issue: no. 4",
            "biblScope/page: 23–41 (23..41)",
        ],
    ),
    (
        "Otto Brandt, “The “Lower Wend” Question,” NIH Working Paper 14 (Fall 2007/Winter 2008).",
        [
            "author: Otto Brandt",
            "title/a: The “Lower Wend” Question",
            "title/s: NIH Working Paper",
            "biblScope/issue: 14",
        ],
    ),
    (
        "Ivan Sokolov, “On the Canal,” in Paul Vale, ed., Canals, 1900-1950 (Bath: Weir, 2010), 33-58.",
        [
            "author: Ivan Sokolov",
            "title/a: On the Canal",
            "editor: Paul Vale",
            "title/m: Canals, 1900-1950",
            "pubPlace: Bath",
            "publisher: Weir",
            "biblScope/page: 33-58 (33..58)",
        ],
    ),
    (
        "Lena Marsh, “Locks and Keys” (PhD diss., Northfield University, 1999).",
        ["author: Lena Marsh", "title/u: Locks and Keys", "publisher: Northfield University"],
    ),
    (
        "Jon Beck, “Water Levels” (paper presented at “Rivers and Rule,” Ames University, Summer 2001).",
        ["author: Jon Beck", "title/u: Water Levels", "title/u: Rivers and Rule"],
    ),
    (
        "The Ames Courier, July 3, 1962, p. 1.",
        ["title/j: The Ames Courier", "biblScope/page: p. 1 (1..1)"],
    ),
    (
        "Daily Ferryman (London), no. 2719 (3 March 1959), 19-20.",
        ["title/j: Daily Ferryman", "biblScope/issue: no. 2719", "biblScope/page: 19-20 (19..20)"],
    ),
]


PUBLISHED += [
    (
        "Ada Quill, Piers Holt, and Una M. Weir, eds., The River War: Documents (Ames: Quay, 2002), 45n12.",
        [
            "editor: Ada Quill",
            "editor: Piers Holt",
            "editor: Una M. Weir",
            "title/m: The River War: Documents",
            "pubPlace: Ames",
            "publisher: Quay",
            "biblScope/page: 45n12 (45..45)",
        ],
    ),
    (
        "Ada Quill, ed., “Locks and Weirs,” River Working Paper no. 30 (Ames, August 2000).",
        [
            "editor: Ada Quill",
            "title/a: Locks and Weirs",
            "title/s: River Working Paper",
            "biblScope/issue: no. 30",
            "pubPlace: Ames",
        ],
    ),
]


PUBLISHED += [
    (
        "Foreign Relations, 1961–1968, vol. IV, Norland, May 1962–June 1964, Document 7.",
        [
            "title/m: Foreign Relations",
            "biblScope/volume: vol. IV",
            "title/m: Norland, May 1962–June 1964",
            "biblScope/document: Document 7",
        ],
    ),
    (
        "Tom Orr, Papers of Orr, vol. 3: The Lower Wend, 1953–1964, trans. Jo Weir (Ames: Quay, 2007), 4.",
        [
            "author: Tom Orr",
            "title/m: Papers of Orr",
            "biblScope/volume: vol. 3",
            "title/m: The Lower Wend, 1953–1964",
            "editor/translator: Jo Weir",
            "pubPlace: Ames",
            "publisher: Quay",
            "biblScope/page: 4 (4..4)",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED, ids=[text[:40] for text, _ in PUBLISHED])
def test_published_work(text: str, expected: list[str]) -> None:
    assert only(text) == expected


ARCHIVAL = [
    (
        "State Archive of Rivers (SAR), f. 12, op. 3, d. 45, ll. 67-8.",
        ["idno: f. 12, op. 3, d. 45", "biblScope/folio: ll. 67-8 (67..68)"],
    ),
    (
        "SAR, f. 012, op. 3, p. 45, d. 6, 170-72.",
        ["idno: f. 012, op. 3, p. 45, d. 6", "biblScope/page: 170-72 (170..172)"],
    ),
    (
        "Ames City Archives, no. 101-00012-03, p. 21.",
        ["idno: no. 101-00012-03", "biblScope/page: p. 21 (21..21)"],
    ),
    ("Ames City Archives, B 16-2-6, pp. 1-9.", ["idno: B 16-2-6", "biblScope/page: pp. 1-9 (1..9)"]),
    (
        "Memorandum by Colin Hartwell, 3 March 1921, TNA, FO 371/6042, ff. 12-14.",
        ["title/u: Memorandum by Colin Hartwell", "idno: FO 371/6042", "biblScope/folio: ff. 12-14 (12..14)"],
    ),
    ("Brand to Hartwell, 12 May 1921, TNA, CAB 24/123.", ["author: Brand", "idno: CAB 24/123"]),
    (
        "Embassy to Marland, Annual Report, 7 July 1924, Marland State Archives, f. 3, op. 1, d. 8.",
        ["author: Embassy to Marland", "title/u: Annual Report", "idno: f. 3, op. 1, d. 8"],
    ),
    (
        "Cable, Embassy in Marland to the Foreign Office, 1 May 1921, Ames City Archives, HB/2/14.",
        ["title/u: Cable", "author: Embassy in Marland", "idno: HB/2/14"],
    ),
    (
        "“Notes on a Ferry,” 2 June 1944, Box 12, Folder 4, Ellery Papers, Northfield University Library.",
        ["title/u: Notes on a Ferry", "idno: Box 12, Folder 4"],
    ),
    (
        "National Archives, RG 59, Central Files 1950-54, Box 30, 711.56/3-1552.",
        ["idno: RG 59, Central Files 1950-54, Box 30, 711.56/3-1552"],
    ),
    (
        "British Library, Add. MS 32,901, ff. 3-5.",
        ["idno: Add. MS 32,901", "biblScope/folio: ff. 3-5 (3..5)"],
    ),
    ("MOL, XIX-J-1-j, 5. doboz, 5/f, 005594/1956.", ["idno: XIX-J-1-j, 5. doboz, 5/f, 005594/1956"]),
]


ARCHIVAL += [
    (
        "Ames Library, RG 59, Tide Files 1952–54, POL 3 NORLAND.",
        ["idno: RG 59, Tide Files 1952–54, POL 3 NORLAND"],
    ),
    (
        "Weir National Archives (WOL), M-XY 288. f. 5/320. ő. e., pp. 14–19.",
        ["idno: M-XY 288. f. 5/320. ő. e.", "biblScope/page: pp. 14–19 (14..19)"],
    ),
    (
        "WNL OL, XIX-J-1-j-Weir, 5. doboz, 5/f, 002816/1954.",
        ["idno: XIX-J-1-j-Weir, 5. doboz, 5/f, 002816/1954"],
    ),
    ("AMWX, z. 6, t. 77, w. 12.", ["idno: z. 6, t. 77, w. 12"]),
    (
        "Arkivi i Locks (AQLo), F. 7/LK, MTSS-V. 1958, D. 21, fl. 3.",
        ["idno: F. 7/LK, MTSS-V. 1958, D. 21", "biblScope/folio: fl. 3 (3..3)"],
    ),
    ("AWIC, CC al WCR, d. 33/1964, ff. 5–9.", ["idno: d. 33/1964", "biblScope/folio: ff. 5–9 (5..9)"]),
    ("BWtU, MfX, ZAIG 4512, fols. 3–9.", ["idno: ZAIG 4512", "biblScope/folio: fols. 3–9 (3..9)"]),
    ("Weir Provincial Archives, ZE1-11, 5-12.", ["idno: ZE1-11", "biblScope/page: 5-12 (5..12)"]),
    (
        "Archiwum Locks (AWN), KC PZWR, 237/XXII-982, p. 34.",
        ["idno: 237/XXII-982", "biblScope/page: p. 34 (34..34)"],
    ),
    (
        "Weir Ministry Archive, fond 2, dans 1, khn 345, khuu. 12.",
        ["idno: fond 2, dans 1, khn 345", "biblScope/folio: khuu. 12 (12..12)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ARCHIVAL, ids=[text[:40] for text, _ in ARCHIVAL])
def test_archival_item(text: str, expected: list[str]) -> None:
    assert only(text) == expected
    assert find_citations(text)[0].attributes["type"] == "archival"


def test_document_without_a_shelfmark() -> None:
    text = "Minutes of a Talk between Holt and Marsh, 21 May 1960, author’s personal collection."
    assert only(text) == ["title/u: Minutes of a Talk between Holt and Marsh"]


def test_translation_of_a_title_in_round_brackets() -> None:
    text = "Hedao cankao (River Reference), no. 12 (3 May 1959), 19."
    title, translation = find_citations(text)[0].children[:2]
    assert text[translation.start : translation.end] == "River Reference"
    assert translation.attributes == {"level": "j", "type": "translation"}
    assert only("The Courier (New Ames), 3 May 1959, 19.") == [
        "title/j: The Courier",
        "biblScope/page: 19 (19..19)",
    ]


def test_interviews() -> None:
    text = "Author’s interview with Piers Holt, Ames, 14 May 2003; letter to the author, 3 June 2004."
    assert cited(text) == [
        "Author’s interview with Piers Holt, Ames, 14 May 2003",
        "letter to the author, 3 June 2004",
    ]


def test_note_is_split_and_its_sentences_are_left_alone() -> None:
    text = (
        "The Board disagreed; it was “a poor bargain.” See, for example, The Courier, 3 May 1902, 4, "
        "and 5 May, 1; Ames City Archives, B 16-2-6. For it, see Maud Ellery, “Tolls” (1984), quoted in "
        "Otto Brandt, Locks (Ames: Quay Press, 1990), 7. It was never built."
    )
    assert cited(text) == [
        "The Courier, 3 May 1902, 4",
        "5 May, 1",
        "Ames City Archives, B 16-2-6",
        "Maud Ellery, “Tolls” (1984)",
        "Otto Brandt, Locks (Ames: Quay Press, 1990), 7",
    ]


def test_initials_and_abbreviations_end_no_citation() -> None:
    text = (
        "J. B. Holt et al., River St. Mary vs. Ames Canal Co. (Ames: Quay Press, 1990). SAR, f. 5, op. 28. "
        "In 1958 it closed."
    )
    assert cited(text) == [
        "J. B. Holt et al., River St. Mary vs. Ames Canal Co. (Ames: Quay Press, 1990)",
        "SAR, f. 5, op. 28",
    ]


def test_quotation_opened_with_the_wrong_mark() -> None:
    assert cited(
        "Otto Brandt,”Tolls on the Wend,” River Bulletin 12/13 (Winter 1998-Spring 1999): 25-71."
    ) == ["Otto Brandt,”Tolls on the Wend,” River Bulletin 12/13 (Winter 1998-Spring 1999): 25-71"]


SHORT = """Thomas Ashdown, The River Trade: Barges and Bargemen (Ames: Northfield Press, 1971), 44.
Maud Ellery, “‘No Tolls’: A History of the Upper Wend,” River Bulletin 4 (1984): 3-9.
Ashdown, River Trade, 51; Ellery, “No Tolls,” 7.
Ibid., 8; The River Trade, 60.
Ashdown, op. cit., p. 12; idem, “On Barges,” River Bulletin 5 (1985): 2.
Ellerey, “‘No Tolls’,” 9.
Another Man, Other Book, 3."""


def test_short_citations_point_at_the_full_one() -> None:
    found = find_citations(SHORT)
    points = {
        SHORT[m.start : m.end]: m.attributes.get("corresp") for m in found if "xml:id" not in m.attributes
    }
    assert points == {
        "Ashdown, River Trade, 51": "#bibl-ashdown-1971",
        "Ellery, “No Tolls,” 7": "#bibl-ellery-1984",
        "Ibid., 8": "#bibl-ellery-1984",
        "The River Trade, 60": "#bibl-ashdown-1971",
        "Ashdown, op. cit., p. 12": "#bibl-ashdown-1971",
        "Ellerey, “‘No Tolls’,” 9": "#bibl-ellery-1984",
        "Another Man, Other Book, 3": None,
    }


def test_ids_are_unique_and_every_pointer_arrives() -> None:
    text = "\n".join(f"Ann Ashdown, Work {name} (Ames: Quay Press, 1990), 3.\nIbid., 4." for name in "ABC")
    found = find_citations(text)
    ids = [m.attributes["xml:id"] for m in found if "xml:id" in m.attributes]
    assert len(ids) == len(set(ids)) == 3
    assert [m.attributes["corresp"] for m in found if "corresp" in m.attributes] == [
        "#" + name for name in ids
    ]


@pytest.mark.parametrize(
    "text",
    [
        "After the war, nine mills stayed until 1958.",
        "Four marks were a dollar in the 1950s, or nearly so.",
        "He said, “I never wanted it,” and left in 1950.",
        "They were treated as “bad neighbours” and watched (4 people).",
        "The vote was 12 to 3, which surprised nobody.",
        "See above, note 3.",
        "A cover sheet, a note that it would come on May 3 (although not done until June 6, 1958), a table.",
        "",
    ],
)
def test_no_citation(text: str) -> None:
    assert cited(text) == []


def test_abbreviated_ranges() -> None:
    assert [full("122", "51"), full("163", "64"), full("9", "12"), full("xi", "xv")] == [
        "151",
        "164",
        "12",
        "xv",
    ]


def document(body: str) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>'
        f"{body}</body></text></TEI>"
    )


def test_find_reads_notes_and_not_the_text() -> None:
    text = scan(
        document(
            '<p xml:id="bibl-quill-1990">Ada Quill, Locks (Ames: Quay Press, 1990), is a book.'
            '<note place="foot">Ada Quill, Locks (Ames: Quay Press, 1990).</note>'
            '<note type="status">The Courier, 3 May 1902, 4.</note></p>'
        )
    ).text
    found = list(find(text, Context()))
    assert [(text.content[m.start : m.end], m.attributes) for m in found] == [
        ("Ada Quill, Locks (Ames: Quay Press, 1990)", {"xml:id": "bibl-quill-1990-2"})
    ]


def test_find_reads_archives_in_brackets_in_the_text() -> None:
    text = scan(document("<p>He agreed (Ames City Archives, B 16-2-6, p. 4), and left (in 1950).</p>")).text
    assert [text.content[m.start : m.end] for m in find(text, Context())] == [
        "Ames City Archives, B 16-2-6, p. 4"
    ]


@pytest.mark.parametrize(
    "item",
    ["Ellery Papers, Northfield Library", "Northfield Library, Quill Files, 1980–1986, Weirs 1985 (3/8)"],
)
def test_source_note_names_its_archive_even_without_a_number(item: str) -> None:
    text = scan(document(f'<p><note type="source">Source: {item}. Secret.</note></p>')).text
    assert [text.content[m.start : m.end] for m in find(text, Context())] == [item]


def test_shelfmarks_of_two_archives_joined_by_and() -> None:
    assert cited("NHA, Fond 45, Delo 7, Listy 1-2 and NSHA, Fond 59, Delo 4, Listy 3-4.") == [
        "NHA, Fond 45, Delo 7, Listy 1-2",
        "NSHA, Fond 59, Delo 4, Listy 3-4",
    ]


def test_a_paragraph_that_is_the_source_of_the_document() -> None:
    said = "<p>[NHA: A51, 12/3/4]</p><p>Source: NHA, f. 5, d. 7.</p><p>[He meant f. 5, d. 7.] They left.</p>"
    text = scan(document(said)).text
    assert [text.content[m.start : m.end] for m in find(text, Context())] == [
        "NHA: A51, 12/3/4",
        "NHA, f. 5, d. 7",
    ]


def test_gloss_behind_a_title_is_its_translation() -> None:
    text = scan(
        document(
            '<p>Water.<note place="foot">Lin Wei, Hedao shihua <note type="gloss">Talks on Waterways</note> '
            "(Shanghai: Heliu Chubanshe, 1992), 8.</note></p>"
        )
    ).text
    found = [m for m in find(text, Context()) if m.element == "title"]
    assert [text.content[m.start : m.end] for m in found] == ["Talks on Waterways"]
    assert found[0].attributes == {"level": "m", "type": "translation"}


TOKENS = [
    "Ann Holt", "Locks", ", ", "“", "”", "(", ")", "Ames: Quay Press, 1990", "; ", ". ", "12-14", "pp. ",
    "f. 5", "op. 3", "Ibid", "see ", "in ", "ed.", "3 May 1902", "vol. 2", "FO 371/12", "[", "]", "\n",
    "’", "‘", ": ",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=14))
def test_any_note_is_survived_and_parts_lie_in_their_citation(tokens: list[str]) -> None:
    text = "".join(tokens)
    end = 0
    for mention in find_citations(text):
        assert end <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        end = inner = mention.start
        for child in mention.children:
            assert inner <= child.start < child.end <= mention.end
            inner = child.end
        end = mention.end


def test_citation_that_an_editor_marked_up_is_pointed_at_as_it_is() -> None:
    full_citation = "Ada Quill, Locks (Ames: Quay Press, 1990)"
    for attributes, points in ((' xml:id="quill"', "#quill"), ("", None)):
        note = f'<note place="foot"><bibl{attributes}>{full_citation}</bibl>; Quill, Locks, 7.</note>'
        text = scan(document(f"<p>Water.{note}</p>")).text
        found = [(text.content[m.start : m.end], m.attributes.get("corresp")) for m in find(text, Context())]
        assert found == [("Quill, Locks, 7", points)]


ANNOUNCED = [
    (
        "A selection was printed as Papers on the Upper Locks, 3 vols. (Ames: Quay Books, 1971).",
        ["title/m: Papers on the Upper Locks", "pubPlace: Ames", "publisher: Quay Books"],
    ),
    (
        "Ada Quill’s book is Locks and Weirs (Ames: Quay Books, 1971), 12.",
        [
            "author: Ada Quill",
            "title/m: Locks and Weirs",
            "pubPlace: Ames",
            "publisher: Quay Books",
            "biblScope/page: 12 (12..12)",
        ],
    ),
    (
        "See also, for the view that the lock was too low, Ada Quill, Locks (Ames: Quay Books, 1971), 3.",
        [
            "author: Ada Quill",
            "title/m: Locks",
            "pubPlace: Ames",
            "publisher: Quay Books",
            "biblScope/page: 3 (3..3)",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED)
def test_words_that_announce_a_work_are_none_of_its_title(text: str, expected: list[str]) -> None:
    assert [parts(text, mention) for mention in find_citations(text)] == [expected]


def test_a_sentence_is_no_title_of_an_archival_item() -> None:
    assert cited("The sum is that of the toll report, State Archive, f. 3, op. 2, d. 1, l. 4.") == [
        "State Archive, f. 3, op. 2, d. 1, l. 4"
    ]


def test_a_document_in_a_series_of_an_archive() -> None:
    text = "Holt to Quill, 15 May 1907, LCA, Ames Agency, 1907/212, in Papers on Locks, vol. 3, 8-20."
    assert only(text) == [
        "author: Holt",
        "idno: 1907/212",
        "title/m: Papers on Locks",
        "biblScope/volume: vol. 3",
        "biblScope/page: 8-20 (8..20)",
    ]


def test_pages_before_an_appended_document() -> None:
    text = "State Archive, f. 3, op. 2, d. 1, pp. 4-7 Document 2"
    assert "biblScope/page: pp. 4-7 (4..7)" in only(text)


def test_a_title_without_more_repeats_the_one_cited_in_full() -> None:
    text = (
        "Ada Quill, “The Lock in the Hill” (lecture at the Ames Hall, 3 May 1962).\n"
        "Quill, “The Lock in the Hill.”"
    )
    first, second = find_citations(text)
    assert second.attributes["corresp"] == f"#{first.attributes['xml:id']}"
    assert "xml:id" not in second.attributes


def test_supplied_words_behind_a_title_are_its_translation() -> None:
    note = (
        '<p>The lock.<note place="foot">Ada Quill, Reka bez ustav <supplied>River without a Lock</supplied>'
        " (Ames: Quay Books, 1971), 3.</note></p>"
    )
    text = scan(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{note}</body></text></TEI>').text
    (mention,) = find(text, Context())
    assert parts(text.content, mention)[1:3] == ["title/m: Reka bez ustav", "title/m: River without a Lock"]
    assert mention.children[2].attributes["type"] == "translation"


MORE = [
    ("Hansard, House of Commons, vol. 487, cols. 1123-4, 2 May 1951.", "title/m: Hansard, House of Commons"),
    ("A. Holt, ‘The Lock’, Quay Review, lxxix (1964), 45-67.", "biblScope/volume: lxxix"),
    ("“The Ferry,” Ames Times, October 10, 1957, p. A12.", "biblScope/page: p. A12 (A12..A12)"),
    ("Bundesarchiv, R 43 II/1234, Bl. 12f.", "idno: R 43 II/1234"),
    ("HHStA, PA XII, Kt. 345, fol. 12r–14v.", "idno: Kt. 345"),
    ("TNA, CAB 129/45, CP (51) 112, ‘The Lock’, memorandum by Holt, 9 April 1951.", "title/u: The Lock"),
    ("Ames Archives, RG 59, Toll Files: Lot 63 D 123.", "idno: RG 59, Toll Files: Lot 63 D 123"),
    ("Holt to Quill, tel. 112, 14 March 1951, TNA, FO 371/95123.", "author: Holt"),
    ("Kurt Vogel, Die Fähre (Ames: Quay Verlag, 1971), S. 45 f.", "biblScope/page: S. 45 f. (45..45)"),
]


@pytest.mark.parametrize(("text", "part"), MORE)
def test_habits_of_other_archives_and_journals(text: str, part: str) -> None:
    (mention,) = find_citations(text)
    assert text.startswith(text[mention.start : mention.end].rstrip("."))
    assert part in parts(text, mention)


def test_those_who_talked_are_no_authors() -> None:
    text = "Memorandum of conversation, Holt and Quill, 3 July 1952, box 12, folder 3, Holt Papers."
    assert [part for part in only(text) if part.startswith("author")] == []


def test_files_of_an_archive_have_no_author() -> None:
    assert only("Ames Library, Holt File, NSC Records.") == []


def test_a_number_of_a_decimal_file_stands_alone() -> None:
    assert cited("Telegram 47, October 15, not printed. (660.68131/10–1557)") == ["660.68131/10–1557"]


def test_something_else_behind_the_pages_of_a_short_citation() -> None:
    assert cited("See Foreign Papers, 1949, vol. IV, p. 281, or 63 Stat. 2241.") == [
        "Foreign Papers, 1949, vol. IV, p. 281"
    ]


WORKING_PAPER = [
    (
        "Ada Quill, “Locks,” in Modern Canals, ed. Piers Holt and Li Bo (Ames: Quay, 2004), 1-3.",
        [
            "author: Ada Quill",
            "title/a: Locks",
            "title/m: Modern Canals",
            "editor: Piers Holt",
            "editor: Li Bo",
        ],
    ),
    (
        "Ada Quill, “On Locks,” in Selected Works, vol. 5 (Ames: Quay, 1977), 28.",
        ["author: Ada Quill", "title/a: On Locks", "title/m: Selected Works", "biblScope/volume: vol. 5"],
    ),
    ("PRC FMA 106-00581-03, 12-15.", ["idno: 106-00581-03", "biblScope/page: 12-15 (12..15)"]),
    ("PRC FMA, file no. 117-00667-02, p. 1.", ["idno: file no. 117-00667-02", "biblScope/page: p. 1 (1..1)"]),
    ("Ames Provincial Archives, 1/1-13/1957.59.", ["idno: 1/1-13/1957.59"]),
    ("PA AA, MfAA, A 5631, Bl. 3.", ["idno: A 5631", "biblScope/folio: Bl. 3 (3..3)"]),
    ("Central Archive, Prague, f. 02/2, a.j. 157.", ["idno: f. 02/2, a.j. 157"]),
    (
        "Li Bo nianpu, 2:345.",
        ["title/m: Li Bo nianpu", "biblScope/volume: 2", "biblScope/page: 345 (345..345)"],
    ),
    (
        "Cable from the Ames Embassy, “On Tolls,” 3 May 1958, State Archive, no. 106-00012-01.",
        ["author: Ames Embassy", "title/u: On Tolls", "idno: no. 106-00012-01"],
    ),
    ("Li Bo, interview by author, Ames, 12 June 2004.", []),
    (
        "FRC, 1958–1960, vol. 19, China, doc. 45.",
        ["title/m: FRC", "biblScope/volume: vol. 19", "title/m: China"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORKING_PAPER)
def test_notes_of_a_working_paper(text: str, expected: list[str]) -> None:
    assert only(text)[: len(expected)] == expected


def test_a_memoir_is_by_whom_the_sentence_names() -> None:
    (mention,) = find_citations("On this see Quill’s memoir, Days on the River (Ames: Quay, 1990), 12.")
    assert mention.children[0].element == "author"
    assert mention.attributes["xml:id"] == "bibl-quill-1990"


PRINTED = [
    (
        "Conversation between Holt and Quill, 5 May 1957, in Quill wenxuan (Ames: Quay, 1994), pp. 2-4.",
        ["title/u: Conversation between Holt and Quill", "title/m: Quill wenxuan"],
    ),
    (
        "Holt’s speech at the lock, 3 May 1958, in The Ames Courier, 4 May 1958, p. 1.",
        ["title/u: Holt’s speech at the lock", "title/j: The Ames Courier"],
    ),
    (
        "Holt’s telegram to Quill, 5 May 1950, in Li Bo, “On Locks,” Lock Notes, no. 6 (Winter 1995): 4-6.",
        ["title/u: Holt’s telegram to Quill", "author: Li Bo", "title/a: On Locks", "title/j: Lock Notes"],
    ),
    (
        "Ada Quill, “Tolls,” Quay Review 3, nos. 1-2 (Spring-Summer 1987), pp. 5-29.",
        ["author: Ada Quill", "title/a: Tolls", "title/j: Quay Review"],
    ),
    ("Piers Holt, “Sources,” in ibid., 200-12.", ["author: Piers Holt", "title/a: Sources"]),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_documents_cited_from_where_they_are_printed(text: str, expected: list[str]) -> None:
    found = only(text)
    assert found[: len(expected)] == expected
    assert found[-1].startswith("biblScope/page")
    assert sum(part.startswith("title") for part in found) == sum(p.startswith("title") for p in expected)


def test_idem_is_identified_by_whom_it_means() -> None:
    found = find_citations("Ada Quill, Locks (Ames: Quay, 1999); idem, Weirs (Ames: Quay, 1990).")
    assert [mention.attributes["xml:id"] for mention in found] == ["bibl-quill-1999", "bibl-quill-1990"]


def marked(text: str) -> list[str]:
    return [text[bibl.start : bibl.end] for bibl in find_citations(text)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Harbor Archives, RG 59, Trade Files 1950–53, TRD 7 US. Secret. Drafted by Quill on May 2.",
            ["Harbor Archives, RG 59, Trade Files 1950–53, TRD 7 US"],
        ),
        (
            "Ames Library, Brown Papers, Box 12, Files for the Governor, Weirs, May 1951 Trip.",
            ["Ames Library, Brown Papers, Box 12, Files for the Governor, Weirs, May 1951 Trip"],
        ),
        (
            "Department of Trade, Central Files, 320/12–1357. Secret.",
            ["Department of Trade, Central Files, 320/12–1357"],
        ),
        ("Ames Library, Quill Papers, Box CL 294, Weirs.", ["Ames Library, Quill Papers, Box CL 294, Weirs"]),
        ("See footnote 3, Document 12.", []),
        ("Reference is to the report of the Governor, May 2.", []),
        (
            "Message 12 from Selby, June 2. (Harbor Archives, Trade Files, Box 31)",
            ["Message 12 from Selby, June 2", "Harbor Archives, Trade Files, Box 31"],
        ),
        ("It was signed in May; see 3 UST (pt. 3) 3169 or TIAS 2490.", ["3 UST (pt. 3) 3169", "TIAS 2490"]),
        (
            "Texts in Papers of the Governor of Norland, 1971, pp. 819–820.",
            ["Papers of the Governor of Norland, 1971, pp. 819–820"],
        ),
        (
            "Harbor Bulletin, May 12, 1958, p. 776, and ibid., May 19, p. 827.",
            ["Harbor Bulletin, May 12, 1958, p. 776", "ibid., May 19, p. 827"],
        ),
    ],
)
def test_notes_of_documents_in_series(note: str, expected: list[str]) -> None:
    assert marked(note) == expected


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        (
            "Ada Quill, Les Écluses. Une histoire du Nord, 1958-1969, Paris, Quai, 1998, p. 515 sq.",
            [
                "author Ada Quill",
                "title Les Écluses. Une histoire du Nord, 1958-1969",
                "pubPlace Paris",
                "publisher Quai",
            ],
        ),
        (
            "Jan Brunn, Die Schleusen des Nordens, Bonn 1991, S. 45 f.",
            ["author Jan Brunn", "title Die Schleusen des Nordens", "pubPlace Bonn"],
        ),
        (
            "Jan Brunn, „Wehre und Schleusen“, in: Ada Quill, Flüsse im Wandel (Bonn: Kai, 1986), S. 16–18.",
            ["author Jan Brunn", "title Wehre und Schleusen", "editor Ada Quill", "title Flüsse im Wandel"],
        ),
    ],
)
def test_books_in_other_languages(note: str, parts: list[str]) -> None:
    (bibl,) = find_citations(note)
    found = [f"{child.element} {note[child.start : child.end]}" for child in bibl.children]
    assert found[: len(parts)] == parts


def test_the_same_author_in_german_notes() -> None:
    text = (
        "Jan Brunn, Die Schleusen des Nordens, Bonn 1991, S. 4; ders., Wehre, Berlin 1998, S. 2; ebd., S. 4."
    )
    first, second, third = find_citations(text)
    assert third.attributes["corresp"] == "#" + second.attributes["xml:id"]
    assert second.attributes["xml:id"] == "bibl-brunn-1998"
    assert "corresp" not in first.attributes


ENTRIES = [
    (
        "Quill, Ada. The long way of the river through the weirs and what became of it. Selby: Quay, 1990.",
        ["author Quill, Ada", "title The long way of the river through the weirs and what became of it",
         "pubPlace Selby", "publisher Quay"],
    ),
    (
        "Quill, Ada, and Tom Orr. Locks and Weirs. 2nd ed. Selby: Quay, 1990.",
        ["author Quill, Ada", "author Tom Orr", "title Locks and Weirs", "edition 2nd ed", "pubPlace Selby",
         "publisher Quay"],
    ),
    (
        "Quill, A. (1990). The long way of the river. Selby: Quay.",
        ["author Quill, A.", "title The long way of the river", "pubPlace Selby", "publisher Quay"],
    ),
    (
        "Quill, A. B. “Weirs of the North.” River Bulletin 4, no. 2 (May 1984): 3–9.",
        ["author Quill, A. B.", "title Weirs of the North", "title River Bulletin", "biblScope 4",
         "biblScope no. 2", "biblScope 3–9"],
    ),
    (
        "Quill, Ada. “Canals.” In Northern Waters, edited by Paul Vale, 33–58. Oxford: Weir Press, 2010.",
        ["author Quill, Ada", "title Canals", "title Northern Waters", "editor Paul Vale", "biblScope 33–58",
         "pubPlace Oxford", "publisher Weir Press"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "parts"), ENTRIES)
def test_an_entry_of_a_bibliography_is_read_whole(line: str, parts: list[str]) -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head>Bibliography</head>'
        f"<p>{line}</p></div><div><head>Afterword</head><p>{line}</p></div></body></text></TEI>"
    )
    document = scan(tei).text
    (bibl,) = find(document, Context())
    assert document.content[bibl.start : bibl.end] == line.rstrip(".")
    assert [
        f"{child.element} {document.content[child.start : child.end]}" for child in bibl.children
    ] == parts


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("724.3415/4211: Telegram", ["724.3415/4211"]),
        ("Quay Conf. 184.00101/23", ["Quay Conf. 184.00101/23"]),
        (
            "The minutes are in Ames Library, Brown Papers, Box H–114, Weirs, 1969.",
            ["Ames Library, Brown Papers, Box H–114, Weirs, 1969"],
        ),
        (
            "The text of it is in Yearbook of the Rivers, 1969, pp. 157–158.",
            ["Yearbook of the Rivers, 1969, pp. 157–158"],
        ),
        ("Selby dang’anguan, 106-00026-02, 12–15.", ["Selby dang’anguan, 106-00026-02, 12–15"]),
        ("Ames Library, f. 89, per. 28, dok. 12.", ["Ames Library, f. 89, per. 28, dok. 12"]),
        ("The Mayor is in Selby, 5 May 1969, with his wife.", []),
    ],
)
def test_files_and_what_stands_in_them(note: str, expected: list[str]) -> None:
    assert marked(note) == expected


def test_another_box_is_of_the_archive_named_last() -> None:
    text = "Ames Library, Brown Papers, Box 12; River Papers, 1969, pp. 5–6. The memorandum is ibid., Box 13."
    first, _, third = find_citations(text)
    assert third.attributes["corresp"] == "#" + first.attributes["xml:id"]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "The talks failed in May. (Jo Quill, History of the Harbour Board, p. 93) They went on later.",
            ["Jo Quill, History of the Harbour Board, p. 93"],
        ),
        (
            "See Foreign Relations, 1969–1972, vol. E–7, Document 57.",
            ["Foreign Relations, 1969–1972, vol. E–7, Document 57"],
        ),
        (
            "See Foreign Relations, 1969, vol. IV, Documents 3 and 7.",
            ["Foreign Relations, 1969, vol. IV, Documents 3 and 7"],
        ),
        ("The Board (all of its 12 members, on page 3) agreed.", []),
    ],
)
def test_works_in_brackets_and_parts_of_folders(note: str, expected: list[str]) -> None:
    assert marked(note) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Ames Library, Brown Papers, Box 5, Weirs, Vol. V. Secret.",
            ["Ames Library, Brown Papers, Box 5, Weirs, Vol. V"],
        ),
        (
            "See “Proclamation 4—Tide Day,” May 3, 1962, Public Papers: Quill, 1962, vol. I, pp. 27–28.",
            ["“Proclamation 4—Tide Day,” May 3, 1962, Public Papers: Quill, 1962, vol. I, pp. 27–28"],
        ),
        (
            "See Foreign Relations, 1961–1968, volume XI, Weirs I, 1961–1964.",
            ["Foreign Relations, 1961–1968, volume XI, Weirs I, 1961–1964"],
        ),
        (
            "Ames Library, Quill Files, CHRON 05/27/1962–05/31/1962.",
            ["Ames Library, Quill Files, CHRON 05/27/1962–05/31/1962"],
        ),
    ],
)
def test_whole_citations_of_files_and_series(note: str, expected: list[str]) -> None:
    assert marked(note) == expected


@pytest.mark.parametrize(
    ("note", "closed"),
    [
        ("Ann Orr, “The Bolt” (lecture at the Lodge, Selby, 8 May 1952), Ames Library, F. 12, d. 3.", []),
        ("Ames Library, RG 59, Letter from Quill to Orr, 5 May 1961.", []),
        ("Ames Library, Brown Papers, Box 5, Weirs, May–July 1962.", ["Weirs", "May–July 1962"]),
    ],
)
def test_nothing_is_named_in_the_names_of_files(note: str, closed: list[str]) -> None:
    (citation,) = find_citations(note)
    assert [note[start:end] for start, end in citation.closed] == closed
