"""How a letter, cable or report ends: valedictions, signatures, date lines, postscripts, notes below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.encode import status
from teiedition.encode.datelines import Datelines, namelike
from teiedition.encode.nodes import Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.signatures import Signatures, Signed, repeated, without_hour
from teiedition.encode.vocabulary import Vocabulary

_BRACKETS = str.maketrans("[]", "  ")
_MOST = 10
_LONGEST = 220
_SHORT_LINE = 120
_ADDRESS = re.compile(r"&c\.|\bEsq|\betc\.|^(?:To|The|His|Her)\b")
_ABBREVIATED = re.compile(r"\b[A-Za-z]\.$|\b(?:Jr|Sr|Esq|Bart|M\.?P|K\.?C\.?B|&c)\.$")
_VOLUME = re.compile(r"\b(?:vol|fol|ff?|pp?|no|Bd|Bl)\.\s?(?:\d|[IVXLC]+\b)")
_SIGLA = re.compile(
    r"(?:[A-Z]{1,5}[a-z]?S?|[A-Z][A-Za-z]{0,3}C|MSS?|Ms|AL?S|Text|Source|Printed|Published|From)\b[.:,;]?\s.*[\d(]"
)


@dataclass(slots=True)
class Closing:
    """What ends a text, as elements; who signed it; the date line among it; words of a note on its source."""

    body: list[Part]
    nodes: list[Node] = field(default_factory=list)
    signed: Signed = field(default_factory=Signed)
    source: Part | None = None
    bidden: bool = False
    """Whether there is a valediction."""


class Closings:
    """Finds closings. `sender` are the words of the name of who wrote, as far as the title says so."""

    def __init__(
        self, words: Vocabulary, datelines: Datelines, writer: Writer, sender: Sequence[str] = ()
    ) -> None:
        self._words, self._datelines, self._writer, self._sender = words, datelines, writer, frozenset(sender)
        self._lines = Signatures(words, datelines, writer)
        self._farewells = self._lines.farewells
        self._signed = words.words("letters", "signed")
        self._postscripts = words.words("letters", "postscripts")
        self._enclosures = words.words("letters", "enclosures")
        self._distribution = words.words("letters", "distribution")

    def take(self, parts: Sequence[Part]) -> Closing:
        """Part the closing from the parts of a text."""
        found = Closing(list(parts))
        copies = self._distributed(found)
        below = self._below(found)
        places = self._places(found)
        columns = self._columns(found)
        start = self._valediction(found.body)
        found.bidden = start is not None
        signed = found.body[start:] if start is not None else self._signatures(found.body)
        if signed:
            del found.body[len(found.body) - len(signed) :]
        elif not columns:
            signed = self._signature_within(found)
        if not signed and not columns and any(kind == "source" for kind, _ in below):
            found.body += [part for _, part in below]
            below = []
        for part in places:
            columns += [*part.before, self._writer.element("dateline", part)]
        self._write(found, signed, columns, below)
        found.nodes += copies
        return found

    def _write(
        self,
        found: Closing,
        signed: Sequence[Part],
        columns: Sequence[Node],
        below: Sequence[tuple[str, Part]],
    ) -> None:
        """Write the closing's elements in the order of the text."""
        closer = Node("closer")
        for part in signed:
            self._lines.close(part, closer, found.signed)
        for node in columns:
            closer.children += [" ", node] if closer.children else [node]
        found.nodes += [closer] if closer.children else []
        for kind, part in below:
            if kind == "postscript":
                found.nodes.append(Node(kind, {}, [*part.before, self._writer.element("p", part)]))
            elif kind == "source":
                found.source = part
                found.nodes += [*part.before, self._writer.element("note", part, {"type": "source"})]
            else:
                found.nodes += [*part.before, self._writer.element(kind, part)]

    # what stands below the signature

    def _below(self, found: Closing) -> list[tuple[str, Part]]:
        """Postscripts, enclosures named, notes on the manuscript: taken off the end, with their kinds."""
        below: list[tuple[str, Part]] = []
        while len(found.body) > 1 and len(below) < _MOST and (kind := self._appended(found.body)):
            below.insert(0, (kind, found.body.pop()))
        return below

    def _distributed(self, found: Closing) -> list[Node]:
        """The list of those who have copies, under a label of its own."""
        for at in range(len(found.body) - 2, max(0, len(found.body) - 2 * _MOST), -1):
            part = found.body[at]
            names = (*self._distribution, *self._enclosures)
            if part.text.rstrip(" :").lower() in names and part.text.endswith(":"):
                below = found.body[at + 1 :]
                if not all(len(part.text) < _SHORT_LINE and not part.rows for part in below):
                    return []
                del found.body[at:]
                trailer = self._writer.element("trailer", part)
                items = [node for p in below for node in (*p.before, self._writer.element("item", p))]
                trailer.children += [" ", Node("list", {}, list(items))]
                return [*part.before, trailer]
        return []

    def _appended(self, body: Sequence[Part]) -> str:
        part = body[-1]
        text, small = part.text, part.text.lower()
        if part.rows or part.first.level:
            return ""
        if small.startswith(self._postscripts):
            return "postscript"
        if small.startswith(self._enclosures) and len(text) < 200:
            return "trailer"
        told = small.lstrip("0123456789x ").startswith(self._distribution)
        if told and len(text) < 300 and (":" in text[:40] or small[:1].isdigit()):
            return "trailer"
        if len(body) < 3 or len(text) > 400 or not self._is_source(text):
            return ""
        above = body[-2]
        return "source" if self._signs(above) or above.text.lower().startswith(self._postscripts) else ""

    @staticmethod
    def _is_source(text: str) -> bool:
        return bool(
            status.filed(text)[1] or _SIGLA.match(text) or _VOLUME.search(text)
        ) and not text.startswith(("Mr", "No"))

    def _signs(self, part: Part) -> bool:
        plain = " ".join(part.text.translate(_BRACKETS).split())
        return (
            len(plain) < 80
            and not part.rows
            and namelike(plain.strip(" ,"))
            or self._datelines.matches(part.text, True)
        )

    # signatures side by side

    def _places(self, found: Closing) -> list[Part]:
        """Lines with place and date beneath signatures side by side."""
        at = next((n for n in range(1, min(4, len(found.body))) if self._is_signed(found.body[-1 - n])), 0)
        below = found.body[len(found.body) - at :] if at else []
        told = all(namelike(p.text) and len(p.text) < 60 or self._datelines.matches(p.text) for p in below)
        if not below or not told or not any(self._datelines.matches(part.text) for part in below):
            return []
        del found.body[len(found.body) - at :]
        return below

    def _columns(self, found: Closing) -> list[Node]:
        """The signatures of parties that signed side by side: a column of a table is one."""
        tables: list[Part] = []
        while len(found.body) > 1 and self._is_signed(found.body[-1]):
            tables.insert(0, found.body.pop())
        rows = [(part, cells) for part in tables for _, cells in part.rows]
        width = max((len(cells) for _, cells in rows), default=0)
        nodes = [node for part in tables for node in part.before]
        for column in range(width):
            cells = [row[column] for _, row in rows if column < len(row)]
            lines = [self._writer.element("signed", cell) for cell in cells if cell]
            children = [child for line in lines for child in (Node("lb"), *line.children)]
            if children:
                nodes.append(Node("signed", {}, children[1:]))
                found.signed.names.append(" ".join(cell.text for cell in cells if cell))
        return nodes

    def _is_signed(self, part: Part) -> bool:
        """Is a table nothing but names and offices side by side?"""
        cells = [cell for _, row in part.rows for cell in row if cell]
        narrow = 0 < len(part.rows) <= _MOST and all(2 <= len(row) <= 3 for _, row in part.rows)
        return narrow and all(
            namelike(f"The {cell.text.strip(' ,._')}")
            or self._datelines.matches(cell.text)
            or set(cell.text) <= set("_. ")
            for cell in cells
        )

    # valedictions and signatures

    def _valediction(self, body: Sequence[Part]) -> int | None:
        """The part with which the ending begins, if it begins with words of farewell."""
        for at in range(len(body) - 1, max(0, len(body) - 1 - _MOST), -1):
            if self._bids(body, at):
                while at > 1 and self._leads_on(body[at - 1]):
                    at -= 1
                return at
            if not self._may_stand_below(body[at]):
                return None
        return None

    def _bids(self, body: Sequence[Part], at: int) -> bool:
        """Does a part bid farewell?"""
        part = body[at]
        plain = " ".join(part.text.translate(_BRACKETS).split())
        small = plain.lower()
        if part.rows or part.first.level or len(plain) > _LONGEST or plain.endswith((":", ";")):
            return False
        last = at == len(body) - 1
        words = small.split()
        told = self._lines.bids_alone(small)
        ends = plain.endswith((".", "!", "?")) and not re.search(r"(?:&c|etc)\.$", plain)
        if self._farewells.match(small):
            if last and self._datelines.dates.last(without_hour(plain)):
                return True
            if not ends:
                return told or not last and len(plain) < 120
            return told and not last and len(plain) < 140
        return told and not last and len(words) <= 14 and (not ends or plain.endswith((",", "&c.", "etc.")))

    def _leads_on(self, part: Part) -> bool:
        """Does a line go on in the words of farewell beneath it?"""
        plain = part.text.strip()
        return not part.rows and len(plain) < 100 and plain[-1:] not in '.!?:;”"' and not part.first.level

    def _may_stand_below(self, part: Part) -> bool:
        """May a part stand below words of farewell: a name, an office, an address, a date?"""
        plain = " ".join(part.text.translate(_BRACKETS).split())
        if part.rows or part.first.level or len(plain) > 120 or plain.endswith((":", ";", "?")):
            return False
        if plain.lower().startswith(self._signed) or self._datelines.matches(part.text):
            return True
        if status.number(plain) or _ADDRESS.search(plain) and len(plain) < 100:
            return True
        return namelike(plain.strip(" ,.*†")) and len(plain.split()) <= 12

    def _signatures(self, body: Sequence[Part]) -> list[Part]:
        """The signatures of a text without words of farewell."""
        count = 0
        while count < min(len(body) - 1, 6) and self._closes(body[-1 - count], count > 0):
            count += 1
        kept = list(body[len(body) - count :])
        return kept if any(map(self._names, kept)) else []

    def _names(self, part: Part) -> bool:
        return (
            not status.number(part.text) and not part.text[:1].isdigit() or self._datelines.matches(part.text)
        )

    def _closes(self, part: Part, begun: bool) -> bool:
        plain = " ".join(part.text.translate(_BRACKETS).split())
        if (
            len(plain) > _LONGEST
            or plain.endswith((":", ";"))
            or part.rows
            or part.first.item
            or part.first.level
        ):
            return False
        if re.fullmatch(r"/[^/]+/", plain):
            return namelike(plain.strip("/"))
        if re.fullmatch(r"\([^()]{3,60}\)", plain) and not begun and self._is_office(plain.strip("()")):
            return True
        if plain.startswith(("(", "/")) or plain.lower().startswith(self._signed):
            return plain.lower().startswith(self._signed) and len(plain) < 120
        if self._datelines.matches(part.text, closing=True) or status.number(plain):
            return True
        if begun and plain.endswith(",") and len(plain) < 160:
            return True
        if (
            len(plain) < 100
            and part.first.end - part.first.start < len(part.text)
            and namelike(part.first.text)
        ):
            return not part.closed
        ends = part.closed and not _ABBREVIATED.search(plain)
        if not begun and self._is_office(plain) and not ends:
            return True
        name, _, office = plain.partition(",")
        if namelike(name) and len(name.split()) < 5 and self._is_office(office.strip(" .")):
            return True
        if part.closed and not _ABBREVIATED.search(plain) and not self._is_senders(plain):
            return False
        ended = self._datelines.dates.last(plain)
        name = plain[: ended.start] if ended else plain
        named = namelike(name.strip(" ,."))
        return named and (len(name.split()) <= 12 or bool(ended) or len(repeated(plain)) > 1)

    def _is_office(self, plain: str) -> bool:
        """Is a line the office of who signed: "Chargé d'affaires a.i."?"""
        words = plain.split()
        return 0 < len(words) <= 8 and words[0].lower().strip(".,") in self._words.roles - {"the"}

    def _is_senders(self, plain: str) -> bool:
        """Is a line the sender's name, or one in capitals, with a full stop behind it?"""
        words = [word.strip(".,").lower() for word in plain.split()]
        return len(words) <= 6 and (plain.isupper() or bool(words) and words[-1] in self._sender)

    def _signature_within(self, found: Closing) -> list[Part]:
        """Names behind the last sentence of the last paragraph."""
        part = found.body[-1] if found.body else None
        if part is None or part.rows or part.closed:
            return []
        ends = list(re.finditer(r"[.!?]\s+(?=[A-Z\[])", part.text))
        if not ends:
            return []
        names = part.text[ends[-1].end() :].translate(_BRACKETS)
        ended = self._datelines.dates.last(without_hour(names))
        plain = (names[: ended.start] if ended else names).strip(" ,")
        if not namelike(plain) or not 2 <= len(names.split()) <= 12:
            return []
        found.body.pop()
        text, signature = part.cut(part.start + ends[-1].end())
        found.body.append(text)
        return [signature]
