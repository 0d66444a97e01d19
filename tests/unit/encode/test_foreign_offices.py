"""Telegrams, despatches, notes, treaties and memoranda in the forms that foreign offices print them in."""

from __future__ import annotations

import pytest

from encoded import lines, only, words
from teiedition.encode.dates import Dates
from teiedition.encode.hours import hours
from teiedition.encode.parties import Correspondents
from teiedition.encode.vocabulary import vocabulary


def test_the_number_of_the_file_above_a_telegram() -> None:
    telegram = only(
        "811.3340/17: Telegram\n\nThe Minister in Varnia (Tarrant) to the Secretary of the Board\n\n"
        "Port Orlan, June 4, 1931—6 p.m.\n[Received June 5—1:20 a.m.]\n\n"
        "31. The buoy has gone.\n\nNobody has seen it go.\n\nTarrant\n"
    )
    assert (telegram.genre, telegram.date, telegram.shelfmark) == ("cable", "1931-06-04", "811.3340/17")
    assert lines(telegram)[:3] == [
        '<note type="source"><bibl type="archival"><idno type="shelfmark">811.3340/17</idno></bibl>: '
        "Telegram</note>",
        "<head>The Minister in Varnia (Tarrant) to the Secretary of the Board</head>",
        "<opener><dateline>Port Orlan, June 4, 1931—6 p.m.</dateline> "
        '<note type="status"><supplied>Received June 5—1:20 a.m.</supplied></note></opener>',
    ]
    assert words(telegram, "correspAction/name") == ["Minister in Varnia (Tarrant)", "Secretary of the Board"]
    assert words(telegram, "closer/signed") == ["Tarrant"]


def test_a_despatch_with_letterhead_number_run_in_salutation_and_address() -> None:
    despatch = only(
        "Mr. Orme to Mr. Tarrant.\n\nOffice of Lights,\nSelby, May 3, 1871.\nNo. 12.]\n\n"
        "SIR: I have your letter of the 2d, with the goat.\n\nThe goat will be answered separately.\n\n"
        "I am, sir, your obedient servant,\n\nGILES ORME.\n\nWILLIAM TARRANT, Esq., &c., &c.\n"
    )
    assert lines(despatch) == [
        "<head>Mr. Orme to Mr. Tarrant.</head>",
        '<opener><dateline>Office of Lights, Selby, May 3, 1871.</dateline> <idno type="number">No. 12.]'
        "</idno> <salute>SIR:</salute></opener>",
        "<p>I have your letter of the 2d, with the goat.</p>",
        "<p>The goat will be answered separately.</p>",
        "<closer><salute>I am, sir, your obedient servant,</salute> <signed>GILES ORME.</signed> "
        "<address><addrLine>WILLIAM TARRANT, Esq., &amp;c., &amp;c.</addrLine></address></closer>",
    ]
    assert words(despatch, "correspAction[@type='sent']/*") == ["Mr. Orme", "Selby", "May 3, 1871"]
    assert words(despatch, "publicationStmt/idno[@type='number']") == ["12"]


def test_a_number_above_the_title_and_a_paper_enclosed() -> None:
    despatch = only(
        "No. 7\nConsul Pell to the Earl of Orlan\n(Received June 4)\n\nSelby, May 21, 1884\n\nMy Lord,\n\n"
        "I HAVE the honour to enclose a Report on goats.\n\nI have, &c.\n(Signed) A. PELL\n\n"
        "Inclosure in No. 7\n\nReport on the Goats of Selby\n\nThere are two.\n\nNeither gives milk.\n\n"
        "R. THACKRAY\nSelby, May 20, 1884\n"
    )
    assert despatch.title == "No. 7 Consul Pell to the Earl of Orlan"
    assert words(despatch, "body/closer/signed") == ["(Signed) A. PELL"]
    assert words(despatch, "back/div[@type='enclosure']/head") == [
        "Inclosure in No. 7",
        "Report on the Goats of Selby",
    ]
    assert words(despatch, "back/div/p") == ["There are two.", "Neither gives milk."]
    assert words(despatch, "back/div/closer/*") == ["R. THACKRAY", "Selby, May 20, 1884"]


def test_a_note_verbale() -> None:
    note = only(
        "The Ministry of Waterways to the Legation of Varnia\n\nNo. 4/K\n\n"
        "The Ministry presents its compliments "
        "to the Legation and has the honour to return the buoy.\n\nSelby, 12 May 1951\n"
    )
    assert (note.genre, note.date) == ("letter", "1951-05-12")
    assert words(note, "opener/idno") == ["No. 4/K"]
    assert words(note, "closer/dateline") == ["Selby, 12 May 1951"]


def test_a_treaty_and_its_signatures() -> None:
    treaty = only(
        "TREATY OF THE BUOY BETWEEN ORLAN AND VARNIA\n\nSigned at Selby, 14 March 1883\n\n"
        "The Parties have agreed:\n\n"
        "ARTICLE I\n\nThe buoy is common to both of them.\n\nARTICLE II\n\n"
        "It is to be painted every year in May.\n\n"
        "(L.S.) ANN ORR.\n(L.S.) TOM PLATT.\n"
    )
    assert (treaty.genre, treaty.date) == ("agreement", "1883-03-14")
    assert words(treaty, "opener/dateline") == ["Signed at Selby, 14 March 1883"]
    assert words(treaty, "div/head") == ["ARTICLE I", "ARTICLE II"]
    assert words(treaty, "closer/signed") == ["(L.S.) ANN ORR.", "(L.S.) TOM PLATT."]


def test_signatures_side_by_side_are_one_for_each_party() -> None:
    agreement = only(
        "Agreement on the Buoy, 3 May 1957\n\nThe buoy is blue.\n\n"
        "For the Government            For the Government\nof Orlan                      of Varnia\n\n"
        "Ann Orr                       Tom Platt\nKeeper of the Light           Inspector\n"
    )
    assert lines(agreement)[-1] == (
        "<closer><signed>For the Government<lb/>of Orlan<lb/>Ann Orr<lb/>Keeper of the Light</signed> "
        "<signed>For the Government<lb/>of Varnia<lb/>Tom Platt<lb/>Inspector</signed></closer>"
    )


def test_a_cable_of_another_service() -> None:
    cable = only(
        "Ciphered Telegram No. 3456\n\nTOP SECRET\nCopy No. 1\n\nFrom: Port Orlan\nTo: Selby\n\n"
        "Received 14:20, 1 July 1950\n\nTo Comrade MOSS.\n\nI report on the goat.\n\n"
        "It is well, and eats.\n\n"
        "ASKE\n\nNo. 42/k\n1 July 1950\n\n5 copies: Moss (2), Orr, Platt, file\n"
    )
    assert words(cable, "front/note") == ["TOP SECRET", "Copy No. 1"]
    assert words(cable, "opener/note") == ["Received 14:20, 1 July 1950"]
    assert words(cable, "opener/salute") == ["To Comrade MOSS."]
    assert words(cable, "closer/*") == ["ASKE", "No. 42/k", "1 July 1950"]
    assert words(cable, "trailer") == ["5 copies: Moss (2), Orr, Platt, file"]


def test_the_head_of_the_writing_paper_is_no_title() -> None:
    note = only(
        "Embassy of Orlan in Varnia\nPort Orlan, 3 December 1966\n\n"
        "Note on a conversation with Inspector Platt on "
        "2 December 1966 between 10.00 and 12.30 hours\n\n"
        "Participants in the conversation: Miss Orr, Attaché\n"
        "Mr. Moss, Clerk\n\nInspector Platt told us the following:\n\n1. On the goats\n"
        "They had been counted. There "
        "were four of them.\n\n2. On the buoy\nIt had not been counted.\n\nOrr\nAttaché\n\n"
        "Distribution:\n1x Ministry\n1x Embassy\n"
    )
    assert (note.genre, note.date) == ("minutes", "1966-12-02")
    assert note.title.startswith("Note on a conversation")
    assert words(note, "front/p")[:2] == ["Embassy of Orlan in Varnia", "Port Orlan, 3 December 1966"]
    assert words(note, "front/p/list/item") == ["Miss Orr, Attaché", "Mr. Moss, Clerk"]
    assert words(note, "div/head") == ["1. On the goats", "2. On the buoy"]
    assert words(note, "closer/signed") == ["Orr", "Attaché"]
    assert words(note, "trailer/list/item") == ["1x Ministry", "1x Embassy"]


def test_where_and_when_a_conversation_took_place() -> None:
    dated = only(
        "Memorandum of Conversation\n\nSelby, February 16, 1973, 2:15–6 p.m.\n\nPARTICIPANTS\n"
        "Ann Orr, Keeper\n"
        "Ida Moss, Interpreter\n\nMiss Orr thanked him.\n"
    )
    titled = only(
        "11. Memorandum of a Conversation, Office of Lights, Selby, October 4, 1956, 11 a.m.\n\n"
        "The Inspector came at his own request.\n\nHe went at ours.\n"
    )
    assert words(dated, "setting/*") == ["Selby", "February 16, 1973", ""]
    assert '<time from="14:15:00" to="18:00:00"/>' in dated.tei
    assert '<person xml:id="person-ida-moss" role="interpreter">' in dated.tei
    assert titled.date == "1956-10-04"
    assert words(titled, "setting/placeName") == ["Office of Lights, Selby"]
    assert '<time when="11:00:00"/>' in titled.tei


def test_the_protocol_of_a_session() -> None:
    protocol = only(
        "Protocol No. 7 of the Session of the Board, 15 March 1950\n\nPresent: Comrades Orr, Platt, Moss\n"
        "Absent: Comrade Aske (ill)\nAgenda:\n1. On oil.\n2. On goats.\n\n"
        "I. On oil, and on the lamp that burns it\n\n"
        "Comrade Platt reported that there was no oil and that none could be had before the summer.\n\n"
        "II. On goats\n\nComrade Moss reported at length.\n"
    )
    assert protocol.genre == "minutes"
    assert words(protocol, "front/p/label") == ["Present:", "Absent:", "Agenda:"]
    assert words(protocol, "front/p/list/item") == ["1. On oil.", "2. On goats."]
    assert words(protocol, "person/persName") == ["Orr", "Platt", "Moss"]
    assert words(protocol, "div/head") == ["I. On oil, and on the lamp that burns it", "II. On goats"]


def test_those_present_side_by_side_and_in_groups() -> None:
    meeting = only(
        "MEETING OF THE JOINT BOARD, SEPTEMBER 12, 1944, NOON\n\nPresent\n\n"
        "Orlan                  Varnia\nAdmiral Orr            General Platt\n"
        "Captain Moss           Major Aske\n\n"
        "The Board:—\n\nApproved the minutes.\n"
    )
    review = only(
        "Minutes of a Meeting of the Review Group\n\nSelby, March 31, 1970, 3–4 p.m.\n\nPARTICIPATION\n\n"
        "Chairman\nAnn B. Orr\n\nLights\nTom Platt\nIda Moss\n\nBuoys\nGen. Rolf Aske\n\n"
        "Miss Orr: I thought this was a good lamp.\n\nGen. Aske: So it is.\n"
    )
    assert (meeting.genre, meeting.date) == ("minutes", "1944-09-12")
    assert words(meeting, "person/persName") == ["Orr", "Platt", "Moss", "Aske"]
    assert words(review, "person/persName") == ["Ann B. Orr", "Tom Platt", "Ida Moss", "Rolf Aske"]


def test_an_agreement_reached_is_no_addressee() -> None:
    minutes = only(
        "Minutes of the Group, 31 March 1970\n\nIt was agreed to:\n\n1. revise the paper;\n2. meet again.\n"
    )
    assert "correspDesc" not in minutes.tei


def test_a_record_whose_contents_are_followed_by_the_text_at_once() -> None:
    cable = only(
        "May 20, 1967\nTelegram from Port Orlan to Selby, No. 76.1\nCitation:\n"
        '"Telegram from Port Orlan to Selby, No. 76.1," May 20, 1967, Lamp Archive, Ministry of Lights. '
        "Translated by Ida Moss.\nOriginal Language:\nRomanian\nContents:\nEnglish Translation\n"
        "From: Port Orlan\nTo: Selby\nDate: 20.05.1967\n\nThe goat is well.\n\nSigned: N. Aske\n"
    )
    assert words(cable, "langUsage/language") == [
        "Original Language: Romanian",
        "Contents: English Translation",
    ]
    assert words(cable, "correspAction/name") == ["Port Orlan", "Selby"]
    assert words(cable, "closer/signed") == ["Signed: N. Aske"]


@pytest.mark.parametrize(
    ("said", "attributes"),
    [
        ("2:15–6 p.m.", {"from": "14:15:00", "to": "18:00:00"}),
        ("11 a.m. to 12:30 p.m.", {"from": "11:00:00", "to": "12:30:00"}),
        ("between 10.00 and 12.30 hours", {"from": "10:00:00", "to": "12:30:00"}),
        ("at 9.30 a.m.", {"when": "09:30:00"}),
        ("noon", {"when": "12:00:00"}),
        ("8 and 9, room 12", {}),
    ],
)
def test_hours(said: str, attributes: dict[str, str]) -> None:
    assert hours(said) == attributes


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("12/22 March 1638[/9]", "1639-03-22"),
        ("3 Jan. 1700/1", "1701-01-03"),
        ("May 11. 1785.", "1785-05-11"),
        ("20.05.1967", "1967-05-20"),
    ],
)
def test_dates_of_other_countries_and_centuries(said: str, when: str) -> None:
    assert [found.attributes["when"] for found in Dates(vocabulary({})).find(said)] == [when]


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Mr. Orme to Mr. Tarrant.", ("Mr. Orme", "Mr. Tarrant")),
        ("14. Honor Aske to Will Aske [3 June 1834]", ("Honor Aske", "Will Aske")),
        (
            "Telegram From the Embassy in Varnia to the Board of Lights",
            ("Embassy in Varnia", "Board of Lights"),
        ),
        ("Ida von Moss an Carl Orr", ("Ida von Moss", "Carl Orr")),
        ("The Consul (Pell) to the Board (Received May 3)", ("Consul (Pell)", "Board")),
        ("Aid to Varnia", None),
        ("Instruction of the Board to the Keeper", None),
    ],
)
def test_titles_that_say_from_whom_to_whom(title: str, parties: tuple[str, str] | None) -> None:
    words_of = vocabulary({})
    found = Correspondents(words_of, Dates(words_of)).of(title)
    assert (found and (found.sender, found.addressee)) == parties


def test_a_memorandum_under_the_head_of_a_writing_paper_has_no_title_of_its_own() -> None:
    memo = only(
        "Board of Lights\nSelby, D.C. 20506\n\nSECRET\n\nJanuary 14, 1976\n\nMEMORANDUM FOR:    ANN ORR\n"
        "FROM:              TOM PLATT\nSUBJECT:           The Goat\n\n"
        "The attached paper is about the goat.\n\n"
        "APPROVE ______   DISAPPROVE ______\n\nAttachments:\nTab I - The goat\n"
    )
    assert memo.title == "Memorandum from Tom Platt to Ann Orr, January 14, 1976"
    assert words(memo, "front/p/label") == ["MEMORANDUM FOR:", "FROM:", "SUBJECT:"]
    assert words(memo, "trailer") == ["Attachments: Tab I - The goat"]
    assert words(memo, "head") == []


def test_conclusions_of_a_cabinet() -> None:
    cabinet = only(
        "CABINET 20 (38)\n\nCONCLUSIONS of a Meeting of the Cabinet held at 1, Mill Lane, on 14th "
        "April, 1938, at "
        "11.0 a.m.\n\nPRESENT:\n\nThe Right Hon. Ann Orr, M.P., Keeper of the Light. (In the Chair.)\n"
        "The Viscount Aske, K.G., Master of the Goats, and of the Mill.\n"
        "Sir M.P. Moss, G.C.B., Secretary.\n\n"
        "1. THE BUOY.\n\nThe Keeper said that its position had not changed.\n\n2. THE GOAT.\n\n"
        "The Cabinet agreed—\n\n(i) To feed it;\n(ii) To report again.\n\nMill Lane, S.W.1.,\n"
        "14th April, 1938.\n"
    )
    assert (cabinet.genre, cabinet.date) == ("minutes", "1938-04-14")
    assert words(cabinet, "person/persName") == ["Ann Orr", "Aske", "M.P. Moss"]
    assert words(cabinet, "div/head") == ["1. THE BUOY.", "2. THE GOAT."]
    assert words(cabinet, "div/list/item") == ["(i) To feed it;", "(ii) To report again."]
    assert words(cabinet, "closer/dateline") == ["Mill Lane, S.W.1., 14th April, 1938."]


def test_delegations_with_their_people() -> None:
    record = only(
        "SUMMARY RECORD OF THE FIRST MEETING\n"
        "held in the Mill, Selby, on Monday, April 26, 1954, at 3 p.m.\n\n"
        "Chairman: Prince Aske (Varnia)\n\nPresent:\n\nOrlan: Mr. T. Platt, Miss I. Moss\nVarnia: M. Orr\n\n"
        "The Chairman declared the meeting open.\n\nM. Orr supported it.\n\nIt rose at 4 p.m.\n"
    )
    assert words(record, "person/persName") == ["Aske", "T. Platt", "I. Moss", "M. Orr"]
    assert words(record, "setting/placeName") == ["Selby"]
    assert words(record, "body/p")[1] == "M. Orr supported it."


def test_a_list_of_those_who_have_copies_and_a_signature_between_strokes() -> None:
    record = only(
        "Record of Conversation with Premier Aske, 12 March 1960\n\n"
        "I visited the Premier and told him of the goat. "
        "He thanked me.\n\nAMBASSADOR OF ORLAN IN VARNIA\n\n/T. PLATT/\n\nDistributed to:\nCde. Moss\n"
        "Cde. Orr\n"
    )
    assert words(record, "closer/signed") == ["AMBASSADOR OF ORLAN IN VARNIA", "/T. PLATT/"]
    assert words(record, "trailer/list/item") == ["Cde. Moss", "Cde. Orr"]


def test_a_despatch_whose_date_line_stands_beside_its_salutation() -> None:
    despatch = only(
        "Mr. Platt to Sir G. Orme.—(Received October 14.)\n(No. 142.)\n"
        "Sir,                                        Selby, October 9, 1912.\n"
        "WITH reference to my telegram No. 98 of the 6th instant, I have the honour to\n"
        "transmit herewith the goat, which was handed to the Keeper of the Light by the\n"
        "Inspector yesterday, and which has since been fed at the expense of the Board.\n\n"
        "                              I have, &c.\n                                 T. PLATT.\n"
    )
    assert words(despatch, "opener/*") == ["(No. 142.)", "Sir,", "Selby, October 9, 1912."]
    assert words(despatch, "correspAction/name") == ["Mr. Platt", "Sir G. Orme"]
    assert words(despatch, "body/p")[0].startswith("WITH reference")
    assert words(despatch, "closer/*") == ["I have, &c.", "T. PLATT."]


def test_fields_set_in_columns_and_an_office_beneath_the_name() -> None:
    dispatch = only(
        "Dispatch from N. Aske to the Ministry of Lights, 'Report on the Goat'\n\nOctober 11, 1958\n\n"
        "From:                The Embassy in Selby\nTo:                  The Ministry of Lights\n"
        "Ref. No.:            044/1958\n\nThe goat arrived on 2 October.\n\nIt is well.\n\n"
        "Aske\nChargé d'affaires a.i.\n"
    )
    assert words(dispatch, "front/p/label") == ["From:", "To:", "Ref. No.:"]
    assert words(dispatch, "correspAction/*") == [
        "N. Aske",
        "Selby",
        "October 11, 1958",
        "Ministry of Lights",
    ]
    assert words(dispatch, "closer/signed") == ["Aske", "Chargé d'affaires a.i."]


def test_resolutions_are_not_spoken() -> None:
    minutes = only(
        "MINUTES\n\nof the 14th Meeting of the Board of the Mill\nheld on Thursday the 9th November 1848\n\n"
        "Present: J. Pryce, Esq., in the Chair\nM. Dunn, Esq.\nIn attendance: Mr. H. Lister, Surveyor\n\n"
        "Resolved: That the gate be mended.\n\nResolved: That the Surveyor be thanked for it.\n\n"
        "J. PRYCE, Chairman.\n"
    )
    assert minutes.title.startswith("MINUTES of the 14th Meeting of the Board of the Mill")
    assert words(minutes, "person/persName") == ["J. Pryce", "M. Dunn", "H. Lister"]
    assert (words(minutes, "sp"), words(minutes, "closer/signed")) == ([], ["J. PRYCE, Chairman."])


def test_place_and_date_beneath_three_signatures_side_by_side() -> None:
    protocol = only(
        "PROTOCOL on the Buoy\n\nLondon, 12th September, 1944.\n\n"
        "The buoy is common to all three of them.\n\n"
        "For Orlan         For Varnia        For Selby\nANN ORR           TOM PLATT         IDA MOSS\n\n"
        "Mill House,\nLondon, S.W.1.\n12th September, 1944.\n"
    )
    assert words(protocol, "closer/signed") == [
        "For OrlanANN ORR",
        "For VarniaTOM PLATT",
        "For SelbyIDA MOSS",
    ]
    assert words(protocol, "closer/dateline") == ["Mill House,", "London, S.W.1.", "12th September, 1944."]


def test_a_number_with_brackets_in_it_is_no_idno() -> None:
    note = only(
        "The Legation of Orlan to the Ministry of Lights\n\n[No. 17]\n\n"
        "The Legation returns the goat to the Ministry.\n\n"
        "Selby, 3 May 1901\n"
    )
    assert words(note, "opener/seg[@type='number']") == ["No. 17"]


def test_a_telegram_that_begins_with_its_fields() -> None:
    telegram = only(
        "Sender: The Keeper\nAddressee: The Board\nDate: 11 March 1941\n\nTelegram No. 212\n\n"
        "The goat is well.\n\nASKE\n"
    )
    assert (telegram.genre, telegram.title) == (
        "cable",
        "Telegram from The Keeper to The Board, 11 March 1941",
    )
    assert words(telegram, "front/p/label") == ["Sender:", "Addressee:", "Date:"]
    assert words(telegram, "opener/idno") == ["Telegram No. 212"]
