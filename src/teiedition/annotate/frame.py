"""What an annotated document needs beside the marks themselves: who made them, and the open questions.

- `encodingDesc/appInfo/application` in the header says which software `#teiedition` is.
- `standOff/certainty` (TEI P5, chapter 22.1.2) lists, for a mention that is ambiguous, whom it may mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from teiedition import __version__
from teiedition.annotate.elements import RESP, SOFTWARE
from teiedition.annotate.insert import Placed, certainty_word, written
from teiedition.annotate.markup import Edit, Element
from teiedition.annotate.scan import Scan

STANDOFF = "teiedition-open-questions"


class Question(NamedTuple):
    """Whether a mention means a candidate: the mention's `xml:id`, the candidate's `@ref`, the tag."""

    target: str
    ref: str
    tag: str


def declaration(scan: Scan) -> Edit | None:
    """The edit that declares the software; None where it is declared, or there is no header."""
    if any(element.attributes.get("xml:id") == SOFTWARE for element in _likely(scan)):
        return None
    encoding = _first(scan, "encodingDesc")
    application = _element(
        scan, "application", _element(scan, "label", SOFTWARE),
        {"xml:id": SOFTWARE, "ident": SOFTWARE, "version": __version__},
    )  # fmt: skip
    if (info := _first(scan, "appInfo")) is not None:
        return Edit(info.close_start, info.close_start, application)
    text = _element(scan, "appInfo", application)
    if encoding is not None and not _in_prose(scan, encoding):
        return Edit(encoding.close_start, encoding.close_start, text)
    described = _first(scan, "fileDesc")
    if encoding is None and described is None:
        return None
    at = encoding.open_start if encoding else described.close_end if described else 0
    return Edit(at, at, _element(scan, "encodingDesc", text) + "\n")


def open_questions(places: Iterable[Placed], scan: Scan) -> Iterator[Question]:
    """A `certainty` for each candidate of each ambiguous mention."""
    for place in places:
        target = place.mention.attributes.get("xml:id", "")
        for ref, degree in place.mention.candidates:
            values = {
                "target": f"#{target}", "match": "@ref", "locus": "value", "assertedValue": ref,
                "degree": f"{degree:.2f}", "resp": RESP, "cert": certainty_word(degree),
            }  # fmt: skip
            yield Question(target, ref, f"<{scan.prefix}certainty{''.join(written(values))}/>")


def standoff(scan: Scan, questions: Iterable[Question]) -> Edit | None:
    """The edit that writes these questions down; None where there are none."""
    lines = "".join(f"\n  {question.tag}" for question in questions)
    if not lines or scan.elements[0].name != "TEI":
        return None
    mine = next((element for element in scan.elements if is_standoff(element)), None)
    if mine is not None:
        return Edit(mine.close_start, mine.close_start, f"{lines}\n")
    at = scan.elements[0].close_start
    return Edit(at, at, _element(scan, "standOff", lines + "\n", {"xml:id": STANDOFF}) + "\n")


def undo(scan: Scan, taken: Iterable[Element]) -> list[Edit]:
    """The edits that remove answered questions, and the stand-off element if none is left in it."""
    gone = dict.fromkeys(taken)
    for mine in filter(is_standoff, scan.elements):
        if all(element in gone for element in scan.elements if element.parent is mine):
            line = scan.xml[mine.close_end : mine.close_end + 1] == "\n"
            return [Edit(mine.open_start, mine.close_end + line, "")]
    return [Edit(element.open_start, element.close_end, "") for element in gone]


def is_standoff(element: Element) -> bool:
    """Whether an element is the one that holds the program's open questions."""
    return element.name == "standOff" and element.attributes.get("xml:id") == STANDOFF


def _likely(scan: Scan) -> Iterator[Element]:
    return (element for element in scan.elements if "xml:id" in element.raw and SOFTWARE in element.raw)


def _element(scan: Scan, name: str, content: str, values: dict[str, str] | None = None) -> str:
    name = scan.prefix + name
    return f"<{name}{''.join(written(values or {}))}>{content}</{name}>"


def _first(scan: Scan, name: str) -> Element | None:
    return next((element for element in scan.elements if element.name == name), None)


def _in_prose(scan: Scan, encoding: Element) -> bool:
    """Whether the description consists of paragraphs, beside which `appInfo` may not stand; or of nothing."""
    children = [element for element in scan.elements if element.parent is encoding]
    return not children or any(child.name in ("p", "ab") for child in children)
