"""What a line above a text says of the text itself: how secret it is, which number it has, when it came in,
under which number it is filed."""

from __future__ import annotations

import re

from teiedition.encode.vocabulary import Vocabulary

_LONGEST = 160
_SHORT = 80
_NUMBER = re.compile(r"(?:no\.?|number|nr\.?|n°)\s*[\w/-]+")
_NUMBERED = re.compile(
    r"[\[(]?\s*(?:(?:Telegram|Des?i?spatch|Cable|Note|Letter|Document|Doc)\.?,?\s*)?"
    r"(?:N(?:o|r|umber)s?\.?|N[°º]|№)\s*(?P<number>[\w/.–-]*\d[\w/.–-]*)(?P<rest>(?:[\s.,;:]+[A-Z][\w.]*){0,3})\s*[\])]?\.?"
)
_FILED = re.compile(
    r"(?P<name>(?:[A-Z][\w.&-]*,?\s){0,5}?)"
    r"(?P<mark>(?:[A-Z]{1,6}\.?\s)?(?=[^\s:]*\d)[\w.&-]+(?:[/.–-][\w.–-]+)+(?:\s?[\w.–-]*/[\w.–-]+)*)"
    r"(?::\s*(?P<rest>[A-Z][\w ]{2,30}))?\.?"
)
_RECEIVED = re.compile(
    r"[\[(]?(?:(?:Printed|Distributed|Circulated|Registered|Filed|Received|Rec[’']?d|Rec\.|Recd\.|Sent|"
    r"Dispatched|Despatched|Eingegangen|Reçu)\b[^\[\]()]{0,90}|"
    r"(?:Copy|Copies|Paraphrase|Extract|Translation|Draft|Corrected copy)\b(?:\s\S+){0,2})[\])]?",
    re.IGNORECASE,
)


def number(text: str) -> str:
    """The number in a line that holds nothing but a document's number, "No. 63.]"; else empty."""
    found = _NUMBERED.fullmatch(text) if len(text) < _SHORT else None
    return found["number"].rstrip(".") if found else ""


def filed(text: str) -> tuple[str, str, str]:
    """The name, the mark, and the kind of document in a line that says where it is filed, "Peace Files
    184.1/61: Telegram"; empty strings for any other line."""
    found = _FILED.fullmatch(text) if len(text) < _SHORT else None
    if not found or number(text) or re.fullmatch(r"[\d.–-]+", text):
        return "", "", ""
    if not re.search(r"\d{2}|\d/", found["mark"]):
        return "", "", ""
    return found["name"].strip(" ,"), found["mark"], found["rest"] or ""


def kind(text: str, words: Vocabulary) -> str:
    """Which `note/@type` a remark on the text is: "classification", "status"; empty for any other line."""
    small = text.lower().strip("()[] .")
    secrecy = words.words("status", "classifications")
    if text.startswith("(") and text.endswith(")") and len(text) < _LONGEST:
        if set(re.split(r"[.;,/]\s*", small)) & set(secrecy):
            return "classification"
        if any(word in small for word in words.words("status", "words")) or _NUMBER.fullmatch(small):
            return "status"
    if len(text) >= _SHORT:
        return ""
    if any(small == word or small.startswith(tuple(f"{word}{mark}" for mark in ";/, ")) for word in secrecy):
        return "classification"
    return "status" if _RECEIVED.fullmatch(text) and not re.match(r"[^\W\d_]+(?: to)?:", text) else ""


def is_source_note(text: str) -> bool:
    """Is this a bracketed note of where a document comes from, whole or with letters lost?"""
    if not text.startswith("["):
        return text.startswith(("Source: ", "SOURCE: "))
    head = re.sub(r"[^A-Za-z]", "", text[1:10]).lower()
    return _subsequence(head[:5], "source") and head[:1] == "s" and len(head) >= 4


def is_sound(text: str) -> bool:
    """Has a note of the source lost nothing at its beginning, so that its words can be trusted?"""
    return text.lstrip("[").lower().startswith("source")


def _subsequence(short: str, whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in short)
