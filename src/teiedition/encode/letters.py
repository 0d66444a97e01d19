"""How a letter, cable or report opens and closes: date lines, salutations, signatures, postscripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from teiedition.encode.dates import Dates
from teiedition.encode.nodes import Child, Node
from teiedition.encode.parts import Part, Writer
from teiedition.encode.vocabulary import Vocabulary

_NAMELIKE = re.compile(
    r"[^\W\d_a-z][\w’'.\-‘]*|of|the|and|for|de|du|la|le|von|van|der|to|in|on|\[[^\[\]]*\]|&"
)
_MARKS = re.compile(r"[(),;:\"“”]")
_BRACKETS = str.maketrans("[]", "  ")
_LONGEST_DATELINE = 90
BEFORE_DATE = r"[,\s]+(?:den|le|the|on|about|circa|ca?\.|probably|early|late|mid)\s*$"
"""A small word between a place and a date."""


@dataclass(slots=True)
class Frame:
    """A text's opening and closing, as elements; `body` are the parts between."""

    body: list[Part]
    opener: Node | None = None
    closing: list[Node] = field(default_factory=list)
    signatories: list[str] = field(default_factory=list)
    addressee: str = ""
    dateline: str = ""


class Letters:
    """Finds openings and closings."""

    def __init__(self, words: Vocabulary, dates: Dates, writer: Writer) -> None:
        self._dates, self._writer = dates, writer
        self._salutes = words.words("letters", "salutes")
        self._begins = tuple(f"{word} " for word in self._salutes)
        self._closings = words.words("letters", "closings")
        self._signed = words.words("letters", "signed")
        self._postscripts = words.words("letters", "postscripts")
        self._enclosures = words.words("letters", "enclosures")

    def frame(self, parts: Sequence[Part]) -> Frame:
        """Part a document's opening and closing from its body."""
        frame = Frame(list(parts))
        self._open(frame)
        self._close(frame)
        return frame

    # opening

    def _open(self, frame: Frame) -> None:
        found: list[Child] = []
        while (
            len(frame.body) > 1
            and len(found) < 6
            and (kind := self._opening(frame.body[0].text, bool(found)))
        ):
            part = frame.body.pop(0)
            found += [" "] if found else []
            found += [*part.before, self._writer.element(kind, part)]
            if kind == "salute":
                frame.addressee = frame.addressee or part.text
            else:
                frame.dateline = part.text
        if found:
            frame.opener = Node("opener", {}, found)

    def _opening(self, text: str, begun: bool) -> str:
        plain = " ".join(text.translate(_BRACKETS).split())
        small = plain.lower()
        if len(plain) < _LONGEST_DATELINE and self._is_dateline(plain):
            return "dateline"
        word = small.rstrip(" ,:!.—-")
        if (word in self._salutes or small.startswith(self._begins)) and len(plain) < 500:
            ends = plain.endswith((":", ",", "!")) or plain.endswith((".", "—", "-")) and len(plain) < 40
            if ends:
                return "salute"
        bare = small.startswith(self._begins) and not small.startswith("to ") and len(plain) < 40
        if bare and namelike(plain) and not _MARKS.search(plain):
            return "salute"
        return "salute" if plain.endswith("!") and " dear " in small and len(plain) < 120 else ""

    def is_dateline(self, text: str) -> bool:
        """Is a text nothing but a date with the hour and a place?"""
        plain = " ".join(text.translate(_BRACKETS).split())
        return len(plain) < _LONGEST_DATELINE and self._is_dateline(plain)

    def _is_dateline(self, plain: str, closing: bool = False) -> bool:
        """A date, with a place before it at most; at a text's end, a name without a comma is a signature."""
        found = self._dates.find(plain)
        if not found or len(plain) - (found[-1].end - found[-1].start) > 45:
            return False
        before = plain[: found[0].start].rstrip(" —-")
        if closing and before and not before.endswith((",", " on", " in", " at", " the")):
            return False
        before = re.sub(BEFORE_DATE, "", before).strip(" ,.")
        rest = re.sub(
            r"(?:\d{1,2}[:.]\d{2}|\d{1,2})\s*(?:[ap]\.?m\.?)?|noon|midnight", "", plain[found[-1].end :]
        )
        return (not before or namelike(before) and len(before.split()) <= 6) and len(rest.strip(" ,.()")) < 12

    # closing

    def _close(self, frame: Frame) -> None:
        after: list[Node] = []
        while len(frame.body) > 1 and (kind := self._appended(frame.body[-1].text)):
            after[:0] = self._after(kind, frame.body.pop())
        signed: list[Part] = []
        while len(frame.body) > 1 and len(signed) < 6 and self._closes(frame.body[-1], bool(signed)):
            signed.insert(0, frame.body.pop())
        if not signed and frame.body:
            signed = self._signature_within(frame)
        closer = Node("closer")
        for part in signed:
            for kind, piece in self._pieces(part):
                if closer.children:
                    closer.children.append(" ")
                closer.children += [*piece.before, self._writer.element(kind, piece)]
                if kind == "signed":
                    frame.signatories.append(piece.text)
                elif kind == "dateline":
                    frame.dateline = frame.dateline or piece.text
        if closer.children:
            frame.closing.append(closer)
        frame.closing += after

    def _appended(self, text: str) -> str:
        small = text.lower()
        if small.startswith(self._postscripts):
            return "postscript"
        return "trailer" if small.startswith(self._enclosures) and len(text) < 200 else ""

    def _after(self, kind: str, part: Part) -> list[Node]:
        if kind == "postscript":
            return [Node(kind, {}, [*part.before, self._writer.element("p", part)])]
        return [*part.before, self._writer.element(kind, part)]

    def _closes(self, part: Part, begun: bool) -> bool:
        plain = " ".join(part.text.translate(_BRACKETS).split())
        if len(plain) > 220 or plain.endswith((":", ";")) or part.rows or part.first.item or part.first.level:
            return False
        if plain.startswith(("(", "/")):
            return plain.lower().startswith(self._signed)
        if self._is_dateline(plain, closing=True):
            return True
        if plain.lower().startswith(self._closings) and (len(plain) < 120 or plain.endswith(",")):
            return begun or not plain.endswith(".")
        if begun and plain.endswith(",") and len(plain) < 160:
            return True
        if (
            len(plain) < 100
            and part.first.end - part.first.start < len(part.text)
            and namelike(part.first.text)
        ):
            return not part.closed
        if part.closed and not re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr|Esq)\.$", plain):
            return False
        ended = self._dates.last(plain)
        name = plain[: ended.start] if ended else plain
        return namelike(name.strip(" ,")) and (
            len(name.split()) <= 12 or bool(ended) or len(_repeated(plain)) > 1
        )

    def _pieces(self, part: Part) -> list[tuple[str, Part]]:
        """A closing line taken apart: "Regards A. Orr 4 May 1801" is a salute, a signature and a date."""
        text = part.text.translate(_BRACKETS)
        if self._is_dateline(" ".join(text.split()), closing=True):
            return [("dateline", part)]
        cuts: list[tuple[int, str]] = []
        greeting = next(
            (w for w in sorted(self._closings, key=len, reverse=True) if text.lower().startswith(w)), ""
        )
        ended = self._dates.last(_without_hour(text))
        if text.rstrip().endswith(","):
            return [("salute", part)]
        if greeting:
            comma = text.find(",", len(greeting))
            stop = len(greeting) if ended or comma < 0 else comma + 1
            cuts.append((0, "salute"))
            if text[stop:].strip(" ,.") and (ended or comma >= 0 and comma < 80):
                cuts.append((stop, "signed"))
        else:
            cuts += [(start, "signed") for start in _repeated(text)]
        if ended and ended.start > (cuts[-1][0] if cuts else 0):
            cuts.append((self._with_place(text, ended.start), "dateline"))
        edges = [at for at, _ in cuts[1:]]
        pieces = part.cut(*(part.start + at for at in edges))
        return list(zip([kind for _, kind in cuts], pieces, strict=False))

    @staticmethod
    def _with_place(text: str, at: int) -> int:
        """A place and a comma before the date belong to the date line."""
        found = re.search(r"(?:^|(?<=[.,;])\s)[^\W\d_a-z][\w-]+,\s*$", text[:at])
        return found.start() if found and found.start() else at

    def _signature_within(self, frame: Frame) -> list[Part]:
        """Names behind the last sentence of the last paragraph."""
        part = frame.body[-1]
        ends = list(re.finditer(r"[.!?]\s+(?=[A-Z\[])", part.text))
        if not ends or part.closed:
            return []
        found = ends[-1]
        names = part.text[found.end() :].translate(_BRACKETS)
        ended = self._dates.last(_without_hour(names))
        if (
            not namelike((names[: ended.start] if ended else names).strip(" ,"))
            or len(names.split()) > 12
            or len(names.split()) < 2
        ):
            return []
        frame.body.pop()
        text, signature = part.cut(part.start + found.end())
        frame.body.append(text)
        return [signature]


def _without_hour(text: str) -> str:
    """The text with an hour at its end blanked, offsets kept."""
    found = re.search(r",?\s*\d{1,2}[:.]\d{2}\s*[ap]\.?m\.?\s*$", text)
    return text[: found.start()] if found else text


def namelike(text: str) -> bool:
    """Is the text nothing but capitalised words and the small words between names?"""
    plain = _MARKS.sub(" ", text)
    tokens = plain.split()
    return bool(tokens) and all(_NAMELIKE.fullmatch(token) for token in tokens) and tokens[0][:1].isupper()


def _repeated(text: str) -> list[int]:
    """Where signatures begin that begin with the same words: "For the A Name For the B Name"."""
    found = re.match(r"((?:For|On behalf of|Representative of|Signed for)\b(?: the)?)", text)
    if not found:
        return [0]
    return [again.start() for again in re.finditer(re.escape(found[1]), text)]
