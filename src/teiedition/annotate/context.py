"""What annotators may know of a document beyond its text: its date, its people, the authority files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from teiedition import tree
from teiedition.authority import Authority

DATE_PLACES = (
    ".//tei:profileDesc/tei:creation//tei:date",
    ".//tei:profileDesc/tei:settingDesc//tei:date",
    ".//tei:correspAction[@type='sent']//tei:date",
    ".//tei:fileDesc/tei:titleStmt//tei:date",
    ".//tei:fileDesc/tei:sourceDesc//tei:origDate",
    ".//tei:fileDesc/tei:sourceDesc//tei:date",
    "./tei:text//tei:dateline//tei:date",
)


Recognizer = Callable[[str], Iterable[tuple[int, int, str]]]
"""Finds names in a text: start, end and kind (`person place organisation`) of each."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody of whom the header says that he took part: `role` is sender, addressee, speaker …"""

    name: str
    ref: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Facts about the document; all read-only.

    `not_before` and `not_after` are the document's date as W3C dates ("1961-07-11", "1961"), equal for
    a document of one day or year, and empty where the document is undated. `language` is a BCP 47 tag.
    """

    authority: Authority = field(default_factory=lambda: Authority({}))
    language: str = "en"
    not_before: str = ""
    not_after: str = ""
    genre: str = ""
    participants: tuple[Participant, ...] = ()
    recognize: Recognizer | None = None
    """A recognizer of names that the editor has installed; its word counts beside the rules'."""


def of(
    root: tree.Element,
    authority: Authority | None = None,
    language: str = "en",
    recognize: Recognizer | None = None,
) -> Context:
    """The context that a document's own header gives. `language` counts where the document names none."""
    not_before, not_after = next(_dates(root), ("", ""))
    body = root.find("tei:text", tree.NS)
    tag = (body.get(tree.XML_LANG) if body is not None else None) or root.get(tree.XML_LANG) or language
    return Context(
        authority=authority or Authority({}),
        language=tag,
        not_before=not_before,
        not_after=not_after,
        genre=(body.get("type") or "") if body is not None else "",
        participants=tuple(_participants(root)),
        recognize=recognize,
    )


def _dates(root: tree.Element) -> Iterator[tuple[str, str]]:
    for place in DATE_PLACES:
        for date in root.iterfind(place, tree.NS):
            when = date.get("when")
            start = when or date.get("from") or date.get("notBefore")
            end = when or date.get("to") or date.get("notAfter")
            if start or end:
                yield start or end or "", end or start or ""


def _participants(root: tree.Element) -> Iterator[Participant]:
    for person in root.iterfind(".//tei:particDesc//tei:person", tree.NS):
        name = person.find("tei:persName", tree.NS)
        ref = person.get("corresp") or (name.get("ref") if name is not None else None) or ""
        yield Participant(tree.words(name), ref, person.get("role", ""))
    for action in root.iterfind(".//tei:correspAction", tree.NS):
        role = {"sent": "sender", "received": "addressee"}.get(action.get("type", ""), "")
        for name in action.iterchildren(tree.tag("persName"), tree.tag("orgName"), tree.tag("name")):
            yield Participant(tree.words(name), name.get("ref", ""), role)
