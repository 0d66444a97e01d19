"""Names that no authority file has: persons by form and context, bodies and places by their words."""

from __future__ import annotations

import pytest
from names_of import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Captain Brisk came aboard.", ["P:/Captain/ Brisk"]),
        ("Mr. Tolland laughed. Nobody knew Tolland well.", ["P:/Mr./ Tolland", "P:Tolland"]),
        ("A letter by Margaret Ollenshaw arrived.", ["P:Margaret Ollenshaw"]),
        ("He saw J. B. Quill.", ["P:J. B. Quill"]),
        ("They met Pak Jeong-bel there.", ["P:Pak Jeong-bel"]),
        ("They met Pak Jeong-bel [Pak Jong Bel] there.", ["P:Pak Jeong-bel [Pak Jong Bel]"]),
        ("It was signed by Zoran Belimov, who was ill.", ["P:Zoran Belimov"]),
        ("The ferryman Zoran Belimov waved.", ["P:Zoran Belimov"]),
        ("It is raining. Today we rest. The Moon rose. On Monday they met.", []),
        ("The Greenhouse was empty. A greenhouse is warm.", []),
        ("The Harbour Board of Selby met.", ["O:Harbour Board of Selby"]),
        ("The Norland Writers’ Union met.", ["O:Norland Writers’ Union"]),
        ("The committee and the government met.", []),
        ("The Chinese Government agreed; the Chinese people did too.", ["O:Chinese Government"]),
        ("The People’s Republic of Norland (PRN) lies north.", ["L:People’s Republic of Norland (PRN)"]),
        ("They sailed from France to Japan with French wine.", ["L:France", "L:Japan"]),
        ("The Selby River is wide. The river froze.", ["L:Selby River"]),
        ("Minister of Fisheries Tolland met Chancellor Brisk.",
         ["P:/Minister of Fisheries/ Tolland", "P:/Chancellor/ Brisk"]),
        ("Colonel King and Mr. White left. Then B. C. King wrote.",
         ["P:/Colonel/ King", "P:/Mr./ White", "P:B. C. King"]),
        ("The Chief Justice and the Vice President left.", []),
        ("It was drafted by Tolland and cleared with Ollen, Brisk and others.",
         ["P:Tolland", "P:Ollen", "P:Brisk"]),
        ("A note of the Minister of Fisheries (Tolland) was read.", ["P:Tolland"]),
        ("Sent to the Secretaries of Tides (Ollen, Brisk).", ["P:Ollen", "P:Brisk"]),
        ("It was asked of the new Foreign Minister, Gert Tolland.", ["P:Gert Tolland"]),
        ("He saw James Tolland, Jr., of San Francisco, the President of it.",
         ["P:James Tolland, Jr.", "L:San Francisco"]),
        ("They came from Ollenby, Norway.", ["L:Ollenby", "L:Norway"]),
        ("The Division of European Affairs answered.", ["O:Division of European Affairs"]),
        ("Gert von Ollen met Brigadier Abdul Karim and Mr. al-Brisk. Von Ollen sang.",
         ["P:Gert von Ollen", "P:/Brigadier/ Abdul Karim", "P:/Mr./ al-Brisk", "P:Von Ollen"]),
        ("Mme. Jo Tolland-Brisk, Sr. Raúl Ollen and John Lee, Jr., came.",
         ["P:/Mme./ Jo Tolland-Brisk", "P:/Sr./ Raúl Ollen", "P:John Lee, Jr."]),
        ("REPORT TO ROME ON TALKS WITH PRESIDENT OLLEN.", ["L:ROME", "P:/PRESIDENT/ OLLEN"]),
        ("The S.S. Tolland and the USS Brisk left; the New York Times told of it.", []),
        ("Secretary for Eastern Affairs W. Brisk Tolland came.",
         ["P:/Secretary for Eastern Affairs/ W. Brisk Tolland"]),
        ("The Norland Workers’ Party (NWP) met. The NWP is old.",
         ["O:Norland Workers’ Party (NWP)", "O:NWP"]),
        ("The American Consulate General at Rome", ["O:American Consulate General at Rome"]),
        ("It was signed by Lt. Col. William A. Ollen and Maj. Jo L. Brisk.",
         ["P:/Lt. Col./ William A. Ollen", "P:/Maj./ Jo L. Brisk"]),
        ("Mr. Pyo Wook Han met the US Navy.", ["P:/Mr./ Pyo Wook Han", "O:US Navy"]),
        ("The Ambassador’s report (Excerpt) was read.", []),
        ("We have Tolland’s reply, and he informed Tolland.", ["P:Tolland", "P:Tolland"]),
        ("After dinner Gert Tolland, second Secretary, sang.", ["P:Gert Tolland"]),
        ("Cde. Yu. V. Tollandov met Ye. Brisk.", ["P:/Cde./ Yu. V. Tollandov", "P:Ye. Brisk"]),
        ("A note by the Adviser on Tides (Tolland) was read.", ["P:Tolland"]),
        ("They agreed, with Tolland as spokesman, to wait.", ["P:Tolland"]),
        ("Nobody had heard of McTolland. Even McTolland's reply was late.", ["P:McTolland", "P:McTolland"]),
        ("It was said after the death of TOLLAND that the council was headed by TOLLAND alone.",
         ["P:TOLLAND", "P:TOLLAND"]),
        ("Mr. Tolland, Ollen and the others left.", ["P:/Mr./ Tolland", "P:Ollen"]),
        ("They met Ollen, Mr. Tolland and the others.", ["P:Ollen", "P:/Mr./ Tolland"]),
        ("Dear Tolland: I am well. Dear Sir: So am I.", ["P:Tolland"]),
        ("Agreed by the UK-US committee.", ["L:UK", "L:US"]),
        ("Word was had from Ollenby, and none to Ollenby. From Norway to Ollenby it is far. Go to Ollenby.",
         ["L:Ollenby", "L:Ollenby", "L:Norway", "L:Ollenby", "L:Ollenby"]),
        ("They lived in northern Ollenby, far from Norway.", ["L:Ollenby", "L:Norway"]),
        ("At the 12th Congress of the CPSU it was asked of the Committee on Tides.",
         ["O:CPSU", "O:Committee on Tides"]),
        ("Chairman M.S. Tolland met Ollen. J. OLLEN. I agree.",
         ["P:/Chairman/ M.S. Tolland", "P:Ollen", "P:J. OLLEN"]),
        ("Mr. von Ollen left.", ["P:/Mr./ von Ollen"]),
        ("The question was put to Ambassador Steel. The Ambassador Meeting is over.",
         ["P:/Ambassador/ Steel"]),
        ("See the Tolland Papers. Tolland’s attitude is known.", ["P:Tolland", "P:Tolland"]),
        ("An attempt was made on the life of the minister of internal affairs, Tolland.", ["P:Tolland"]),
        ("Only Ollen—assistant to the chancellor—said so.", ["P:Ollen"]),
        ("An interview between the Ambassador in Rome and Field-Marshal Tolland.",
         ["L:Rome", "P:/Field-Marshal/ Tolland"]),
        ("He was named Head of State of the city.", []),
        ("Tom Tolland met Ollen, Brisk, and Tolland.", ["P:Tom Tolland", "P:Ollen", "P:Brisk", "P:Tolland"]),
        ("The Fox, who said nothing, sat there. The Fox thought so. Said a Fox: no.", []),
        ("Welcome, comrade Tolland; Maj Gen Ollen and Vice Adm. Brisk are here.",
         ["P:/comrade/ Tolland", "P:/Maj Gen/ Ollen", "P:/Vice Adm./ Brisk"]),
        ("It was said in a letter to the Earl of Selby.", ["P:Earl of Selby"]),
        ("Mr. Dallas went to Rome.", ["P:/Mr./ Dallas", "L:Rome"]),
        ("The 7th Fleet and the Third Army met.", ["O:7th Fleet", "O:Third Army"]),
        ("The Embassy of Norway in Rome closed.", ["O:Embassy of Norway in Rome"]),
        ("The Central Committee of the Norland Workers’ Party and Comrade Jo Tolland agreed.",
         ["O:Central Committee of the Norland Workers’ Party", "P:/Comrade/ Jo Tolland"]),
        ("He sat in the CC of the CPSU.", ["O:CC of the CPSU"]),
        ("They were Chou Tol-Len, Shen Bel-huan Govt Spokesman, and two aides.",
         ["P:Chou Tol-Len", "P:Shen Bel-huan"]),
        ("It was Chief of Staff to Generalissimo Tolland.", ["P:/Generalissimo/ Tolland"]),
        ("After my conversation with Ollen the Norwegian Press was full of it.", ["P:Ollen"]),
        ("Tolland’s attitude was known. Simultaneously Tolland asked why.", ["P:Tolland", "P:Tolland"]),
        ("Word went by Rome to Ollen, and no word of Ollen came to Ollen.", ["L:Rome"]),
        ("They saw Jubb McTolland and Monsignor Ollen.", ["P:Jubb McTolland", "P:/Monsignor/ Ollen"]),
        ("The Embassy in Norland to the Ministry of Tides", ["O:Embassy in Norland", "O:Ministry of Tides"]),
        ("The Bureau of Tides in Rome closed in Paris.", ["O:Bureau of Tides", "L:Rome", "L:Paris"]),
        ("The Communist Party asked the Politburo, in Congress and out.",
         ["O:Communist Party", "O:Politburo", "O:Congress"]),
        ("Secretary Norwegian Labour Party spoke.", ["O:Norwegian Labour Party"]),
        ("It is kept as NHA, f. 3, op. 1. The NHA is cold.", ["O:NHA", "O:NHA"]),
        ("He was born in Ollenby and lives near Paris.", ["L:Ollenby", "L:Paris"]),
        ("He was held at Ollenby, Me., until May.", ["L:Ollenby"]),
        ("The train from Ollenby to Brisksund stops in Paris. In Ollenby it rains, and near Brisksund.",
         ["L:Ollenby", "L:Brisksund", "L:Paris", "L:Ollenby", "L:Brisksund"]),
        ("He went as far as Ollenby, Brisksund and Mallen, and died at Brisksund.",
         ["L:Ollenby", "L:Brisksund", "L:Mallen", "L:Brisksund"]),
        ("Then Ollenby, a small fishing village, was seen, and Wadi Mallen behind it, near Ollenby.",
         ["L:Ollenby", "L:Wadi Mallen", "L:Ollenby"]),
        ("He was at Mallen, near the town of Brisksund and the island of Ollenby.",
         ["L:Brisksund", "L:Ollenby"]),
        ("The member for Ollenby said so in Paris, and had seen the railway at Mallen.",
         ["L:Ollenby", "L:Paris", "L:Mallen"]),
        ("My interpreter, Belimo, fell ill; her cousin, Talla, who sang, did not.", ["P:Belimo", "P:Talla"]),
        ("North of Little Ollen and south of the Mallen Rapids they crossed the Brisk.",
         ["L:Little Ollen", "L:Mallen Rapids"]),
        ("They wrote it in Python. From Python to Rust they went.", []),
        ("The MPR asked the MFA; from Ollen oblast it went to Pyeongyang.",
         ["L:MPR", "O:MFA", "L:Ollen oblast", "L:Pyeongyang"]),
        ("Then com. Tolland and cde. Ollen left; coms. Brisk and Selby stayed.",
         ["P:/com./ Tolland", "P:/cde./ Ollen", "r:coms.", "P:Brisk", "P:Selby"]),
        ("The note was approved by Gosplan and the Collegium of the Ministry of Tides.",
         ["O:Gosplan", "O:Collegium of the Ministry of Tides"]),
    ],
)  # fmt: skip
def test_form_and_context(text: str, expected: list[str]) -> None:
    assert found(f"<p>{text}</p>") == expected


def test_a_speech_label_names_a_person() -> None:
    body = "<sp><speaker>Tolland:</speaker><p>Good morning.</p></sp><p>Later Tolland slept.</p>"
    assert found(body) == ["P:Tolland", "P:Tolland"]


def test_a_signature_names_a_person() -> None:
    assert found("<closer><signed>Zoran Belimov</signed></closer>") == ["P:Zoran Belimov"]


def test_nothing_is_marked_up_in_the_title_of_a_work() -> None:
    assert found("<p>as in <title>Life of Captain Brisk</title>.</p>") == []


def test_bases_are_places() -> None:
    assert found("<p>They spoke of Brisk Air Base, Quist Airbase.</p>") == [
        "L:Brisk Air Base", "L:Quist Airbase",
    ]  # fmt: skip
