"""The forms that numbers of archives have by themselves, as patterns; the labels are the language's."""

from __future__ import annotations

SERIES = (
    r"(?:\d{1,3} (?=[A-Z]{1,3} \d+/))?[A-Z]{1,5}(?:[ -]?[A-Z]{2,4})? ?\d+(?:/[\w.]+)+(?:[ –]\d+(?:/\d+)+)?"
    r"|[A-Z]{1,3} \d+ [IVX]+/\d+"
    r"|[A-Z]{1,5}(?:/[\w.]+){2,}|\d{1,4}/\d{4}/[A-Z]\w+|[A-Z] ?\d{4} ?\x02{3} ?\d{4}/\d+"
    r"|[A-Z]{1,2}-[A-Z]{1,2}\x02{4} ?\d+|\d{3,4}, (?:[A-Z]{2,5}, )?[IVX]+[-/][A-Za-z\d/-]*[A-Za-z\d]"
    r"|[DNP]\d{6}[–-]\d{4}(?!\w)|[AES]/(?:PV|SR|RES|AC|L)[./]\d[\w./]*\w"
)
ROMAN = (
    r"(?:[A-Z]{2,5} )?[IVXLC]{1,6}-(?:\d+-[a-z](?:/(?:\d+(?:-\d+)*|[A-Z]{2,6}))?"
    r"|[A-Z]-\d+(?:-[a-z]{1,2})?(?:[-/][^\W\d_a-z][^\W\d_]+)?)(?!\w)"
)
DASHED = r"(?:(?:[A-Z]{1,2}[ -]?)?\d+(?:-\d+){2,5}|\d{2,3}-\d{4,6}|\d{4}-\d{5,6})(?:\x02{3})?(?![-\d])"
"""Also with a number in brackets, which are masked: "109-00873-15(1)"."""
DAMAGED = r"\d{2,5}(?:-\d*)?--\d*(?:-\d+)?|\d{3}-\d{3,5}-(?!\d)"
DECIMAL = (
    r"(?<![\w.-])\d{3}\.\d{2,6}[A-Z]?(?: [A-Z][\w ]{1,12})?/\d{1,5}(?:[a-z]|½)?(?![\w/–-])"
    r"|(?<![\w.-])\d{3}[A-Z]?(?:\.\d{1,5}(?:[A-Z]\d{0,4})?(?:[-–][A-Z]{2,5})?/\d{1,2}[-–]\d{2,6}|/\d{1,2}[-–]\d{3,6})(?!\w)"
    r"|(?:(?<=Files, )|(?<=Files )|(?<=File, )|(?<=File ))\d{3}[A-Z]?\.\d{1,4}(?!\w)"
)
MANUSCRIPT = r"(?<!\w)(?:[A-Z][a-z]+\.? )?MSS?\.? (?:[A-Za-z]+\.? ){0,3}\d+(?:,\d{3}|/\d+)*"
BOX = r"(?:doboz|dob\.|cs\.|csomó|tétel|ő\. ?e\.|őe\.)"
NUMBERED_BOX = (
    rf"(?:(?:[A-Z]{{1,2}}-[A-Z]{{1,3}}[ -])?\d+\. ?f\.,? ?(?:\d+(?:/\d+)*\. ?{BOX}?)?"
    rf"|(?<![\d/])\d+\. ?{BOX})"
)
"""Numbers before what they count, as in Hungary: "M-XY 12. f. 3/45. ő. e."."""
LOT = r"(?:(?<=[Ll]ot )|(?<=[Ll]ot [Ff]ile ))\d{2} ?[A-Z]{1,2} ?\d+"
ACCESSION = r"(?<![\w-])[A-Z]{2,4} \d{2} [A-Z] \d{2,5}(?![\w/–-])"
"""Of a records center: "FRC 70 A 4443"."""
COLONED = (
    r"(?:(?<=[A-Z]:)|(?<=[A-Z]: )|(?<=[A-Z] : )|(?<=\x02: ))[A-Z]{1,3} ?\d+(?:/\d+)*(?:, [\w./-]*\d[\w./-]*)*"
)
"""Behind the initials of an archive and a colon: "NHA: A51, 12/3/4"."""
SYMBOL = (
    r"(?:(?<=[Dd]oc\. )|(?<=[Dd]ocument )|(?<=[Dd]ocs\. )|(?<=[Dd]ocuments ))"
    r"[A-Z]{1,4}/[A-Z\d][\w./]*\d(?:/\w+)*(?:[–-]\d+)?"
)
"""Of a document of the United Nations: "U.N. document A/1234"."""
NUMBER = (
    rf"(?:{COLONED}|{SYMBOL}"
    rf"|(?:(?<=[,;] )[A-Z][a-z]{{3,15}} )?(?<![\w/.-])(?:{SERIES}|{ROMAN}|{DASHED}|{DAMAGED}))"
)
SUBJECT = (
    r"(?<![\w/–-])(?:[A-Z]{2,6}(?: \x02{3,5})? \d{1,3}(?:[.–-]\d{1,3}){0,3}(?: [A-Z]+(?:[ /–-][A-Z]+){0,3})?"
    r"|[A-Z]{2,3} \d{4}(?![\d/]| [A-Z][a-z])"
    r"|[A-Z]{2,4} [A-Z]{2,}[–-][A-Z]{2,}|[DNP]\d{6}[–-]\d{4})(?![\w/])"
)
"""Of files by subject and country ("POL 27–14 NOR S"), and of a film ("P840114–1808")."""
COUNTED = r"(?:(?:[A-Z]{1,3} )?\x02{4} ?|[A-Z]{1,3}\x02{4} ?)\d+(?:st|nd|rd|th)?(?!\w)"
"""Of papers counted by the year, of which the brackets are masked: "CP (51) 112", "C(53)194"."""
CONTINUED = (
    r"(?:t\. ?|[wtp]-)\d+(?!\w)|\d+/[a-z]{1,2}(?!\w)|\d{4,6}(?:/\d{1,4}){1,3}(?!\d)"
    rf"|{COUNTED}|{ACCESSION}|{SUBJECT}"
)
"""What only goes on from a part: "24/b"; "002815/1953"."""
BARE = (
    rf"(?<=, )(?:{ACCESSION}|{SUBJECT}|[A-Z]{{1,5}} ?\d{{2,6}}(?:/\d+)*|[A-Z]{{1,3}}\d{{1,4}}-\d+(?:-\d+)*"
    r"|\d+/[IVXLC]+(?:[-/]\d+)?(?:, \d+/[IVXLC]+-\d+)?|[IVX]+ ?[A-Z]?/\d+(?:[/-]\d+)*"
    r"|[A-Z]{1,2}-[A-Z]{1,2} \d+|[A-Z]{1,2}[–-]\d{1,4}[–-]\d{2,4}|[A-Z]{1,2}[a-z][A-Z]{1,2} \d{2,6}|#\d+"
    r"|\d{1,3} ?[A-Z]{1,4} ?\d+(?: \d+)?(?:/\d+)*"
    r"|(?!\d{1,2}/\d{1,2}/)\d[\d.-]*/(?:\d+[a-z]?[/.-])*[\d.-]*\d)(?![\w/-]|\.\d)"
)
"""Behind the name of an archive a number is enough: "A 5631", "XI A/130", "1/1-13/1957.59"."""
VALUE = r"(?:[A-Z]{1,3}[ –-]?)?\d[\w./–-]*(?:\x02{3,4}[\w./–-]*){0,2}"
