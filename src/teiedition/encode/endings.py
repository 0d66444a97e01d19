"""How a stretch of text ends: as a sentence, as a clause, or in the middle of one."""

from __future__ import annotations

CLOSING = "\"”’'»)]*"
"""Quotation marks, brackets and note marks that may stand behind a sentence's end."""

_LONGEST = 8


def last_mark(text: str) -> str:
    """The last character of a text, closing quotation marks and brackets aside."""
    return text[-_LONGEST:].rstrip(CLOSING)[-1:]


def ends_sentence(text: str) -> bool:
    """Does the text end with a full stop or the like?"""
    return last_mark(text) in tuple(".!?…")


def ends_clause(text: str) -> bool:
    """Does the text end with a full stop, a colon or a semicolon?"""
    return last_mark(text) in tuple(".!?…:;")
