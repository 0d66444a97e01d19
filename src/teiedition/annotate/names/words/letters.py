"""What capital letters, initials and numbers look like, and words taken from a listed form."""

from __future__ import annotations

import re

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
"""The capital letters of the Latin, Greek and Cyrillic scripts."""

TRANSCRIBED = ("Shch", "Dzh", "Ch", "Ia", "Ie", "Iu", "Kh", "Sh", "Ts", "Ya", "Ye", "Yo", "Yu", "Zh")
"""Initials that are one letter in Cyrillic and several in Latin: "Yu. V. Orlov"."""

INITIAL = rf"(?:[{UPPER}]|{'|'.join(TRANSCRIBED)})\."
INITIALS = rf"(?:{INITIAL}(?: (?={INITIAL}|S[Tt]\. [{UPPER}]\.))?|S[Tt]\. (?=[{UPPER}]\.))+(?![\w])"
CAPITAL = rf"[{UPPER}]\w*(?:[’'\-‐‑](?!s\b)\w+)*"

NUMBERED = r"(?:No\. ?|N[º°] ?|№ ?|Number |#)\d+"
"""The number of one of many: "No. 2"."""


def spaced(form: str) -> str:
    """Initials with spaces between them: "U. S. S. R."."""
    letters = form.replace(".", "")
    return " ".join(f"{letter}." for letter in letters) if letters.isalpha() and letters.isupper() else form


def words_of(form: str) -> list[str]:
    """The words of a form."""
    return re.findall(r"\w+", form)
