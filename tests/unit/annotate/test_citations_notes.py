"""Notes of editions, monographs and articles in many habits: files, series, sentences, addresses."""

from __future__ import annotations

import pytest
from citations_of import cited, only, parts

from teiedition.annotate.citations import find_citations

NUMBERED_FILES = [
    ("Ames Library, Job 79–01025A, Box 76, Weirs.", "idno: Job 79–01025A, Box 76"),
    ("Harbor Department, Tide Files, POL 27–14 NORLAND/QUAY.", "idno: POL 27–14 NORLAND/QUAY"),
    ("Harbor Archives, RG 7, Tide Policy File, P840114–1808.", "idno: RG 7, Tide Policy File, P840114–1808"),
    ("Ames Library, Papers of Tom Q. Orr, #12 Weirs.", "idno: #12"),
    ("PA AA, B 130, Bd. 2650A.", "idno: B 130, Bd. 2650A"),
    ("AAN, KC PZWR, XIA/103, k. 536–545.", "biblScope/folio: k. 536–545 (536..545)"),
    ("Arhiv Weirs (AW), 507/IX, 86/I-42, “Zapis”.", "title/u: Zapis"),
    ("MAE, Cabinet du quai, Tom Orr, vol. 363.", "idno: vol. 363"),
    ("State Archive, f. R-9576, op. 19, d. 9, l. 44ob.", "biblScope/folio: l. 44ob (44..44)"),
    ("U.N. document A/4090, p. 12.", "idno: A/4090"),
    ("CAB 129/61, C(53)194, 7 July 1953.", "idno: CAB 129/61, C(53)194"),
]


@pytest.mark.parametrize(("note", "part"), NUMBERED_FILES)
def test_numbers_of_files_of_many_archives(note: str, part: str) -> None:
    assert part in only(note)


def test_letters_behind_the_number_of_a_file_end_a_sentence() -> None:
    assert cited("Harbor Archives, RG 7, Tide Files 1964–66, POL 27 WEIR S. Top Secret; Nodis.") == [
        "Harbor Archives, RG 7, Tide Files 1964–66, POL 27 WEIR S"
    ]


IN_SENTENCES = [
    (
        "See the discussion in Ada Quill, The Tolls: A History, 2nd edn (Ames, 1993), ch. 7, and the older "
        "view of Tom Orr, Weirs of 1951–55 (Ames, 1981), pp. 39–40.",
        ["Ada Quill, The Tolls: A History, 2nd edn (Ames, 1993), ch. 7",
         "Tom Orr, Weirs of 1951–55 (Ames, 1981), pp. 39–40"],
    ),
    ("Orr describes the trip in Days and Rivers, pp. 209–219.", ["Days and Rivers, pp. 209–219"]),
    ("Orr puts the matter differently: Days and Rivers (Ames: Quay, 1990), 3.",
     ["Days and Rivers (Ames: Quay, 1990), 3"]),
    ("The Mayor spoke of the flood in Selby, and 12 men left in 1950.", []),
]  # fmt: skip


@pytest.mark.parametrize(("note", "expected"), IN_SENTENCES)
def test_works_in_the_midst_of_a_sentence(note: str, expected: list[str]) -> None:
    assert cited(note) == expected


SERIES = [
    ("Quay Papers (QP), 1956, t. I, doc. 114, p. 245.", "title/m: Quay Papers"),
    ("Foreign Relations, 1952–1954, V, pp. 10–12.", "biblScope/volume: V"),
    ("H.C. Deb., 5th ser., vol. 515, cols. 895–7.", "title/m: H.C. Deb."),
    ("Weir Arkhiv, no. 1, 1997, p. 34.", "biblScope/issue: no. 1"),
]


@pytest.mark.parametrize(("note", "part"), SERIES)
def test_volumes_of_series(note: str, part: str) -> None:
    assert part in only(note)


def test_an_address_on_the_web_belongs_to_its_citation() -> None:
    note = "Ada Quill, “On Locks,” Harbor Post, https://example.org/locks/12 (accessed 14 March 2011)."
    assert only(note)[-1] == "ref: https://example.org/locks/12"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("See Quill 1998, 41–5.", ["author: Quill", "biblScope/page: 41–5 (41..45)"]),
        ("Quill and Orr 2005: 67.", ["author: Quill", "author: Orr", "biblScope/page: 67 (67..67)"]),
        ("Quill (1998), p. 41.", ["author: Quill", "biblScope/page: p. 41 (41..41)"]),
        ("May 1998, 41.", None),
    ],
)
def test_author_and_year(note: str, expected: list[str] | None) -> None:
    assert [parts(note, mention) for mention in find_citations(note)] == ([expected] if expected else [])


def test_author_and_year_point_at_the_work() -> None:
    first, second = find_citations("Ada Quill, Locks (Ames: Quay, 1998). Cf. Quill 1998, 41.")
    assert second.attributes["corresp"] == "#" + first.attributes["xml:id"]


def test_a_body_and_its_parts_are_one_author() -> None:
    note = "Norland Congress, Senate, Committee on Weirs, The Tolls (Ames: Quay, 1984), p. 3."
    assert only(note)[:2] == ["author: Norland Congress, Senate, Committee on Weirs", "title/m: The Tolls"]


def test_years_in_brackets_belong_to_a_title_whose_imprint_follows() -> None:
    assert only("Ada Quill, La voie des écluses (1964–1974), Paris, Quai, 1991, p. 4.")[:3] == [
        "author: Ada Quill", "title/m: La voie des écluses (1964–1974)", "pubPlace: Paris",
    ]  # fmt: skip


BOOKS_AND_ITEMS = [
    ("Holt to Quill, Oct. 10, 1961, Box 68, Gen. Corresp., QRS Papers.", "idno: Box 68"),
    ("Tom Orr to Quill, n.d., Box 30, Weir Papers.", "author: Tom Orr"),
    ("Lincoln to Orr, Aug. 30, 1962, Box 96, POF, ibid.", "idno: Box 96"),
    ("Tom Orr, Jr., Locks (Ames: Quay, 1978), p. 3.", "author: Tom Orr, Jr."),
    ("Harbor Department, Tide files, lot 65 D 101, “Weirs”.", "idno: lot 65 D 101"),
    ("Ames State Archive, file 117-00103-02, “Talk with Mr. Orr”.", "title/u: Talk with Mr. Orr"),
    ("APRF, f. 3, op. 65, d. 363, ll. 2–3, Filin [Orr] to Quill, 1 November 1950.", "author: Filin [Orr]"),
    ("Weir nianpu, 1949–1976, 1: 288–90.", "biblScope/volume: 1"),
    ("Ada Quill, “Tolls” (Harbor Working Paper no. 9, Ames, July 2002), 1.", "title/s: Harbor Working Paper"),
    ("“Zui da de hedao [The Greatest River],” Courier, 9 March 1953.", "title/a: The Greatest River"),
    ("AJ, 837, KPR, I-3-a/SSSR, Zapis, 5 June 1956.", "idno: 837, KPR, I-3-a/SSSR"),
    ("ANIC, fond CC al PCR, Secţia Externe, dosar nr. 33/1957, f. 12–19.", "idno: dosar nr. 33/1957"),
    ("AAN, KC PZPR, sygn. 1675, k. 44–47, Notatka, 12 November 1956.", "title/u: Notatka"),
    ("PRO, PREM 11/1177, Orr to Holt, T381/56, 6 Sept. 1956.", "author: Orr"),
    ("Ada Quill, 1956 in Ames (Paris: Quai, 1976), p. 151.", "title/m: 1956 in Ames"),
    ("D. R. Orr, Weirs (London, 2003), passim.", "title/m: Weirs"),
    ("Embassy of Norland in Ames to the MfAA, 2 July 1968, SAPMO-BArch, DY 30/3.",
     "author: Embassy of Norland in Ames"),
    ("Ada Quill, “Locks,” unpublished manuscript, 2004, copy in author’s possession.", "title/u: Locks"),
    ("Ada Quill, “Locks,” Quay Review 3, no. 2 (2008): 1–3, doi:10.1525/vs.2008.3.",
     "ref: doi:10.1525/vs.2008.3"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "part"), BOOKS_AND_ITEMS, ids=[note[:30] for note, _ in BOOKS_AND_ITEMS])
def test_habits_of_endnotes(note: str, part: str) -> None:
    assert part in only(note)


def test_words_before_a_colon_lead_to_a_citation() -> None:
    assert cited(
        "Orr wrote Quill: RGASPI, 17/137/944, p. 181. The list of visitors: Arkhiv, no. 1, 1997, p. 3."
    ) == [
        "RGASPI, 17/137/944, p. 181",
        "Arkhiv, no. 1, 1997, p. 3",
    ]


def test_the_same_series_in_another_volume_is_no_file() -> None:
    first, _, third = find_citations(
        "Foreign Relations, 1952, vol. XII, p. 366. He asked (751G.00/4–554; see ibid., vol. XIII, p. 12)."
    )
    assert third.attributes["corresp"] == "#" + first.attributes["xml:id"]


MORE_HABITS = [
    ("RGASPI. F. 17. Op. 162. D. 45. L. 12.", "idno: F. 17. Op. 162. D. 45"),
    ("AVP RF. F. 0100. Op. 46. P. 374. D. 121. Ll. 35–47.", "idno: F. 0100. Op. 46. P. 374. D. 121"),
    ("Riksarkivet (RA), Hamndepartementet, 1920 års system, HP 1, vol. 123, Orr to Holt, 5 May 1951.",
     "author: Orr"),
    ("NL-HaNA, Waterstaat, 2.05.118, inv.nr. 12345.", "idno: 2.05.118, inv.nr. 12345"),
    ("Weir Federal Archives, E 2001 (E) 1969/121, Bd. 34.", "idno: E 2001 (E) 1969/121, Bd. 34"),
    ("Weir Archives, C-R(56)70, p. 12.", "idno: C-R(56)70"),
    ("Archivo del Puerto, Asuntos, caja 82/9876.", "idno: caja 82/9876"),
    ("Ames Archive (NAN): A1838, 3034/10/1.", "idno: A1838, 3034/10/1"),
    ("GAOR, 10th Sess., 559th plen. mtg., para. 12.", "title/m: GAOR"),
    ("UN Doc. A/RES/1761 (XVII), 6 November 1962.", "idno: A/RES/1761"),
    ("Holt to Orr, 3 May 1953, RG 5, 794A.5/11-3053, Ames Archives, College Park (hereafter AA).",
     "author: Holt"),
    ("Tom Orr, Locks, vol. 2, The Quay (Ames: Weir, 1984), pp. 177–85.", "title/m: The Quay"),
    ("Ada Quill, ed., The Diaries (Ames: Weir, 1981), p. 323, entry for 20 March 1956.",
     "biblScope/page: p. 323 (323..323)"),
    ("Ada Quill, Der Zoll. Die Note vom 10. März 1952 und die Wehre, Berlin/Bonn 1985, S. 23.",
     "pubPlace: Berlin/Bonn"),
    ("Jan Brunn, „Die Note“, in: Quai Archiv 26 (1993), S. 786–805.", "title/j: Quai Archiv"),
    ("Jo Marsh, «Les écluses», in Ada Quill et Tom Orr (dir.), Le fleuve, Paris, Quai, 1988, p. 7.",
     "editor: Tom Orr"),
    ("Tom Orr, Vozvrashchenie k “Vorotam shliuza” (Ames, 2002), s. 44.",
     "title/m: Vozvrashchenie k “Vorotam shliuza”"),
]  # fmt: skip


MORE_HABITS += [
    ("Harbor Department, Tide Files, 033.84A11/3–1560.", "idno: 033.84A11/3–1560"),
    ("Harbor Department, Tide Files: Lot 64 D 559, CF 1623.", "idno: Lot 64 D 559, CF 1623"),
    ("AMSZ, Zespół Depesz, 1961, wiązka 50, teczka 611.", "idno: 1961, wiązka 50, teczka 611"),
    ("Memcon, Holt and Orr, 7 May 1957, RG 5, 611.62A/5-757, NARA.", "title/u: Memcon"),
    ("FRUS, 1958–60, 7 (pt. 2): 211.", "biblScope/part: pt. 2"),
    ("Ada Quill and Tom Orr, eds., A Quay of Sand? The River, 1955–1991 (Ames: Weir, 2005), pp. 8–9.",
     "title/m: A Quay of Sand? The River, 1955–1991"),
]  # fmt: skip


MORE_HABITS += [
    ("U.N. docs. S/PV.1022–1025.", "idno: S/PV.1022–1025"),
    ("Ames University Library, Orr Papers, Weirs, T–206–69.", "idno: T–206–69"),
    ("Jan Brunn, Die Wehre: Genese (1927–1992) (Ames: Kai, 2015).", "title/m: Die Wehre: Genese (1927–1992)"),
    ("Orr to Holt, 14 November 1959, AJ, 507, III/79.", "idno: 507, III/79"),
    ("Airgram A-215, Selby to Ames, 7 September 1961, Box 38, RG 5, NARA.", "author: Selby"),
    ("Minutes of the talk, 5 June 1961, Ministry of Weirs, File 18(8)-UNII/61, Ames Archives, Selby.",
     "idno: File 18(8)-UNII/61"),
    ("TNA, PREM 11/4229, Orr to Holt, 3 June 1962, T.271/62.", "author: Orr"),
    ("Jan Brunn, ‘On Weirs’, Quay and Lock, 7/3 (1996), 652–87.", "biblScope/volume: 7"),
    ("Parl. Debs. (Commons), vol. 669, col. 895, 17 Dec. 1962.", "biblScope/volume: vol. 669"),
    ("“Neutrals,” Ames Times, September 3, 1961, E5.", "biblScope/page: E5 (E5..E5)"),
]  # fmt: skip


MORE_HABITS += [
    ("Harbor Department, Tide File, Electronic Telegrams, D830474–0561.", "idno: D830474–0561"),
    ("Harbor Library, Secretariat, S/P, Lot 86D157, Tide Memoranda.", "idno: Lot 86D157"),
    ("Ada Quill, ed., Talks on Tolls, Harbor Working Paper 22 (Ames: Weir, 1998), 85–88.",
     "title/s: Harbor Working Paper"),
    ("Ada Quill, Locks (Ames: Weir, 2015), ix–x, 41.", "biblScope/page: ix–x (ix..x)"),
    ("Archives du Port, Selby, Papiers Orr, dossier 4.", "idno: dossier 4"),
    ("Norland Senate, Committee on Weirs, Tolls: A Report, 94th Cong., 1st sess., 1975, S. Rep. 94-5, 14–16.",
     "title/m: Tolls: A Report"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "part"), MORE_HABITS, ids=[note[:30] for note, _ in MORE_HABITS])
def test_habits_of_other_countries(note: str, part: str) -> None:
    assert part in only(note)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "See Foreign Relations, 1952, vol. XIV, Document 134, and Quill, Quay Years, pp. 35–37.",
            ["Foreign Relations, 1952, vol. XIV, Document 134", "Quill, Quay Years, pp. 35–37"],
        ),
        (
            "Text in Public Papers: Orr, 1972, pp. 635–642 or Quay State Bulletin, June 26, 1972, p. 9.",
            ["Public Papers: Orr, 1972, pp. 635–642", "Quay State Bulletin, June 26, 1972, p. 9"],
        ),
        (
            "Orr gives an account in Story of a River (Ames: Quay Press, 1976), p. 231.",
            ["Story of a River (Ames: Quay Press, 1976), p. 231"],
        ),
        (
            "It is set out in Foreign Relations, 1952–1954, vol. IX, Part 1, pp. 1348 ff.",
            ["Foreign Relations, 1952–1954, vol. IX, Part 1, pp. 1348 ff."],
        ),
        (
            "A copy of this letter is in Ames Library, Security File, Nations and Rivers, Weir.",
            ["Ames Library, Security File, Nations and Rivers, Weir"],
        ),
        ("This is also the view of Quill, Locks and Weirs, 133–34.", ["Quill, Locks and Weirs, 133–34"]),
        ("He spoke of Selby, Minister of Tolls, in May.", []),
        ("Tab E is telegram 431 from Selby, May 5.", []),
        ("Printed from a copy that indicates Orr signed the original. See footnote 4, Document 86.", []),
        ("Quill, In Confidence, p. 251, gives another account.", ["Quill, In Confidence, p. 251"]),
        (
            "The phrase is from Orr’s speech of 12 May 1954, Quay Bulletin 30 (25 May 1954): 107.",
            ["Quay Bulletin 30 (25 May 1954): 107"],
        ),
        (
            "Orr’s argument has been questioned by Ada Quill, Locks (Ames: Quay Press, 1996), 184.",
            ["Ada Quill, Locks (Ames: Quay Press, 1996), 184"],
        ),
    ],
)
def test_several_citations_and_comments(note: str, expected: list[str]) -> None:
    assert cited(note) == expected
