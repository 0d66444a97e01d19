"""How letters, despatches and telegrams open and close, who wrote to whom, and what stands above them."""

from __future__ import annotations

import pytest

from encoded import documents, lines, only, words

DESPATCH = """\
No. 3. Mr. Tarrant to Sir Giles Orme

(No. 14. Confidential.)
Lisbon, February 7, 1891
(Received February 15)

Sir,

I HAVE the honour to report that the harbour-master called upon me yesterday.

He wished to know whether we intended to pay for the buoy.

I have, &c.
(Signed) W. TARRANT
"""
HAND = """\
[Letter 17]
From Honor Aske to her brother

[Orlan, about 3 June 1834]

Dear Will

We are all well here exept [sic] the goat. The weather is [illegible] and the lamp burns
[two words torn away] than last year.

Come at [Michael]mas if you can. If you come bring tea.

yr loving Sister
H. Aske

P.S. The goat is found.

[Addressed:] Mr. Wm. Aske, at the Dolphin, Port Orlan
"""
TELEGRAM = """\
118. Telegram From the Legation in Varnia to the Ministry of External Affairs

Port Orlan, March 4, 1952, 6 p.m.

Secret; Priority

441. Ref: Deptel 302.1 The Prime Minister received me this morning for forty minutes. He was
accompanied by his private secretary, Mr. Lenz, who took no notes.2

1. He opened by saying that the fisheries question could not wait for the
rains. I said that I had no instructions [less than 1 line not declassified].

Harcastle

1 Not printed.
2 Lenz later told the Counselor that he had been asked to remember everything.
"""
FIELDS = """\
Telegram on the Dredger, 15 October 1957

Number: 212
From: Port Orlan
To: Washville
Date: 15 October 1957
Time: 4:40 p.m.
Classification: Confidential; Priority
Subject: The dredger

1. The dredger has sunk.

HARCASTLE
"""


def test_a_despatch() -> None:
    despatch = only(DESPATCH)
    assert (despatch.genre, despatch.date) == ("letter", "1891-02-07")
    assert lines(despatch) == [
        "<head>No. 3. Mr. Tarrant to Sir Giles Orme</head>",
        '<opener><note type="classification">(No. 14. Confidential.)</note> <dateline>Lisbon, February 7, '
        '1891</dateline> <note type="status">(Received February 15)</note> <salute>Sir,</salute></opener>',
        "<p>I HAVE the honour to report that the harbour-master called upon me yesterday.</p>",
        "<p>He wished to know whether we intended to pay for the buoy.</p>",
        "<closer><salute>I have, &amp;c.</salute> <signed>(Signed) W. TARRANT</signed></closer>",
    ]
    assert words(despatch, "correspAction[@type='sent']/*") == ["Mr. Tarrant", "Lisbon", "February 7, 1891"]
    assert words(despatch, "correspAction[@type='received']/*") == ["Sir Giles Orme"]


def test_a_letter_in_a_hand_with_what_its_editor_says_of_it() -> None:
    letter = only(HAND)
    assert (letter.genre, letter.date) == ("letter", "1834-06-03")
    assert lines(letter) == [
        "<head><supplied>Letter 17</supplied> From Honor Aske to her brother</head>",
        "<opener><dateline><supplied>Orlan, about 3 June 1834</supplied></dateline> "
        "<salute>Dear Will</salute></opener>",
        '<p>We are all well here exept <note type="sic">sic</note> the goat. The weather is '
        '<gap reason="illegible"><desc>illegible</desc></gap> and the lamp burns '
        '<gap reason="lost"><desc>two words torn away</desc></gap> than last year.</p>',
        "<p>Come at <supplied>Michael</supplied>mas if you can. If you come bring tea.</p>",
        "<closer><salute>yr loving Sister</salute> <signed>H. Aske</signed></closer>",
        "<postscript><p>P.S. The goat is found.</p></postscript>",
        "<trailer><supplied>Addressed:</supplied> Mr. Wm. Aske, at the Dolphin, Port Orlan</trailer>",
    ]


def test_a_telegram_with_numbered_paragraphs_and_numbered_notes() -> None:
    telegram = only(TELEGRAM)
    assert (telegram.genre, telegram.date, telegram.counts["notes"]) == ("cable", "1952-03-04", 2)
    assert words(telegram, "opener/note") == ["Secret; Priority"]
    first, second = words(telegram, "body/p")
    assert first.startswith("441. Ref: Deptel 302.Not printed. The Prime Minister")
    assert second.startswith(
        "1. He opened by saying that the fisheries question could not wait for the rains."
    )
    assert words(telegram, "closer/signed") == ["Harcastle"]
    assert words(telegram, "correspAction/name") == ["Legation in Varnia", "Ministry of External Affairs"]


def test_the_fields_above_a_telegram() -> None:
    telegram = only(FIELDS)
    assert words(telegram, "front/p/label")[:3] == ["Number:", "From:", "To:"]
    assert words(telegram, "front/p")[6] == "Subject: The dredger"
    assert words(telegram, "correspAction[@type='sent']/name") == ["Port Orlan"]
    assert words(telegram, "correspAction[@type='received']/name") == ["Washville"]
    assert words(telegram, "closer/signed") == ["HARCASTLE"]


def test_fields_end_where_the_text_begins() -> None:
    memo = only(
        "MEMORANDUM\n\nTO: The Director of Canals\nFROM: R. Oakes, Lock Section\nDATE: 12 May 1934\n\n"
        "1. The lower gate leaks: badly.\n\n2. It has leaked since it was hung.\n\nNote: the miller agrees.\n"
    )
    assert words(memo, "front/p") == [
        "TO: The Director of Canals",
        "FROM: R. Oakes, Lock Section",
        "DATE: 12 May 1934",
    ]
    assert words(memo, "body/p")[-1] == "Note: the miller agrees."
    assert (memo.date, memo.genre) == ("1934-05-12", "report")


def test_copies_and_what_an_address_says_besides() -> None:
    order = only(
        "Instruction to the Keeper, 2 May 1957\n\nTo Keeper Aske, for his attention; copies to the Board "
        "and to the Clerk:\n\nLight the lamp.\n\nIda Moss\n12 October 1957\n"
    )
    assert words(order, "correspAction[@type='received']/name") == ["Keeper Aske", "Board", "Clerk"]
    assert words(order, "correspAction[@subtype='copy']/name") == ["Board", "Clerk"]


@pytest.mark.parametrize(
    ("closing", "signatures"),
    [
        ("With respect,\n\nAnn Orr", ["Ann Orr"]),
        ("Respectfully submitted,\n\nA. Pell\nR. Thackray\n\n2 June 1903", ["A. Pell", "R. Thackray"]),
        ("For the Weir Ann Orr For the Mill Tom Platt", ["For the Weir Ann Orr", "For the Mill Tom Platt"]),
        ("Regards A. Orr 4 May 1801", ["A. Orr"]),
        ("Votre\n\nJeanne Orr", ["Jeanne Orr"]),
    ],
)
def test_signatures(closing: str, signatures: list[str]) -> None:
    letter = only(f"Letter on the Weir\n\nDear Tom,\n\nThe weir has fallen down.\n\n{closing}\n")
    assert words(letter, "closer/signed") == signatures
    assert words(letter, "body/p") == ["The weir has fallen down."]


def test_the_last_sentence_of_a_text_is_no_signature() -> None:
    report = only(
        "Report on the Weir, 3 May 1901\n\nThe weir has fallen down.\n\nMr. Platt Built It Badly.\n"
    )
    assert words(report, "closer") == []


def test_two_documents_of_one_hand_keep_their_own_openings() -> None:
    first, second = documents(
        DESPATCH + "\n\nNo. 4. Sir Giles Orme to Mr. Tarrant\n\nLondon, February 18, 1891\n\n"
        "Sir,\n\nThe buoy is his own.\n\nI am, &c.\n(Signed) ORME\n"
    )
    assert [words(document, "opener/dateline") for document in (first, second)] == [
        ["Lisbon, February 7, 1891"],
        ["London, February 18, 1891"],
    ]


def test_an_hour_behind_the_date_of_a_signature() -> None:
    letter = only("Letter on the Weir\n\nDear Tom,\n\nIt fell.\n\nRegards A. Orr 4 May 1801, 10:00 p.m.\n")
    assert words(letter, "closer/*") == ["Regards", "A. Orr", "4 May 1801, 10:00 p.m."]
