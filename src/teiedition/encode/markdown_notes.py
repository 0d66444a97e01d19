"""Footnotes as Markdown has them, after GitHub's rules: "text[^1]" and, elsewhere, "[^1]: The note"."""

from __future__ import annotations

import re

from teiedition.encode.nodes import Slice
from teiedition.model import Span

_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(?=\S)", re.MULTILINE)
_NEXT = re.compile(r"\n(?:[ \t]*\n(?! {4}|\t)|[ \t]*\n[ \t]*\n| {0,3}\[\^[^\]\s]{1,40}\]:)|\Z")
"""Where a note ends: at an empty line without an indented one beneath it, or where another begins."""
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\](?!:)")


def notes(text: str) -> tuple[list[Slice], list[Span]]:
    """The signs before footnotes, and the footnotes with their marks. None where two notes have one name,
    as they have where numbers begin again on each page: their order must tell which is which."""
    begun = list(_NOTE.finditer(text)) if "[^" in text else []
    named = {found[1]: found for found in begun}
    if len(named) < len(begun):
        return [], []
    spans = [_note(text, found) for found in begun]
    marks = {found[1]: found for found in reversed(list(_MARK.finditer(text))) if found[1] in named}
    spans += [Span(*mark.span(), "note-ref", f"foot {name}") for name, mark in marks.items()]
    return [Slice(*found.span()) for found in begun], spans


def _note(text: str, begun: re.Match[str]) -> Span:
    end = _NEXT.search(text, begun.end())
    return Span(begun.end(), end.start() if end else len(text), "note", f"foot {begun[1]}")
