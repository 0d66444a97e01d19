"""The lines of a closing, written: words of farewell, names, numbers, places and dates, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.encode import status
from teiedition.encode.datelines import Datelines, namelike
from teiedition.encode.nodes import Node
from teiedition.encode.openings import number_or_more
from teiedition.encode.parts import Part, Writer
from teiedition.encode.vocabulary import Vocabulary

_BRACKETS = str.maketrans("[]", "  ")
_ADDRESSEE = re.compile(r"&c\.|\bEsq|^To\b")


@dataclass(slots=True)
class Signed:
    """Who signed, as printed, and the date line among the signatures."""

    names: list[str] = field(default_factory=list)
    dateline: str = ""


class Signatures:
    """Writes the lines of a closing. `farewells` finds words of farewell at a line's beginning."""

    def __init__(self, words: Vocabulary, datelines: Datelines, writer: Writer) -> None:
        self._datelines, self._writer = datelines, writer
        self.farewells = beginning(words.words("letters", "closings"))
        self._valedictions = frozenset(words.words("letters", "valedictions"))
        self._signed = words.words("letters", "signed")

    def close(self, part: Part, closer: Node, signed: Signed) -> None:
        """Append what a closing line holds to a closer, and take note of names and date."""
        for kind, piece in self._pieces(part, bool(signed.names)):
            closer.children += [" "] if closer.children else []
            attributes = {"type": "number"} if kind == "idno" else {}
            node = number_or_more(self._writer.element(kind, piece, attributes))
            node = Node("address", {}, [node]) if kind == "addrLine" else node
            last = closer.children[-2] if len(closer.children) > 1 else None
            if kind == "dateline" and isinstance(last, Node) and last.name == kind:
                last.children += [" ", *piece.before, *node.children]
                closer.children.pop()
                continue
            closer.children += [*piece.before, node]
            if kind == "signed":
                signed.names.append(piece.text)
            elif kind == "dateline":
                signed.dateline = signed.dateline or piece.text

    def _pieces(self, part: Part, named: bool) -> list[tuple[str, Part]]:
        """A closing line taken apart: "Regards A. Orr 4 May 1801" is a salute, a signature and a date.

        `named` says that a signature stands above it.
        """
        text = part.text.translate(_BRACKETS)
        if self._datelines.matches(text, closing=not named):
            return [("dateline", part)]
        if status.number(part.text):
            return [("idno", part)]
        small = text.lower()
        signed = small.startswith(self._signed)
        if named and not signed and _ADDRESSEE.search(text):
            return [("addrLine", part)]
        if text.rstrip().endswith(",") and not signed:
            placed = namelike(text) and not self.farewells.match(small) and not self.bids_alone(small)
            placed = placed and ("," in text.strip(" ,") or named)
            return [("dateline" if placed else "salute", part)]
        greeting = "" if signed or not (found_at := self.farewells.match(small)) else found_at[0]
        if not greeting and not signed and self.bids_alone(small) and not named:
            return [("salute", part)]
        cuts = self._cuts(text, greeting)
        ended = self._datelines.dates.last(without_hour(text))
        if ended and ended.start > (cuts[-1][0] if cuts else 0):
            cuts.append((_with_place(text, ended.start), "dateline"))
        pieces = part.cut(*(part.start + at for at, _ in cuts[1:]))
        return list(zip([kind for _, kind in cuts], pieces, strict=False))

    def bids_alone(self, small: str) -> bool:
        """Is a line words of farewell, whatever it begins with?"""
        return bool({word.strip(".,!|—-") for word in small.split()} & self._valedictions)

    def _cuts(self, text: str, greeting: str) -> list[tuple[int, str]]:
        """Where the greeting and the signatures of a line begin."""
        if not greeting:
            return [(start, "signed") for start in repeated(text)]
        ended = self._datelines.dates.last(without_hour(text))
        comma = text.find(",", len(greeting))
        stop = len(greeting) if ended or comma < 0 else comma + 1
        cuts = [(0, "salute")]
        if text[stop:].strip(" ,.") and (ended or 0 <= comma < 80 and namelike(text[stop:].strip(" ,."))):
            cuts.append((stop, "signed"))
        return cuts


def beginning(words: Sequence[str]) -> re.Pattern[str]:
    """Finds any of the words at a text's beginning, the longer before the shorter."""
    longest = sorted((word.strip() for word in words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _with_place(text: str, at: int) -> int:
    """A place and a comma before the date belong to the date line."""
    found = re.search(r"(?:^|(?<=[.,;])\s)[^\W\d_a-z][\w-]+,\s*$", text[:at])
    return found.start() if found and found.start() else at


def without_hour(text: str) -> str:
    """The text without an hour at its end."""
    found = re.search(r",?\s*\d{1,2}[:.]\d{2}\s*[ap]\.?m\.?\s*$", text)
    return text[: found.start()] if found else text


def repeated(text: str) -> list[int]:
    """Where signatures begin that begin with the same words: "For the A Name For the B Name"."""
    found = re.match(r"((?:For|On behalf of|Representative of|Signed for)\b(?: the)?)", text)
    if not found:
        return [0]
    return [again.start() for again in re.finditer(re.escape(found[1]), text)]
