"""Documents with one slip each, made from a good one, and what a report has to say of them.

Every slip is a change of the text between two offsets, so that the guilty line is known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

REQUIRED = (
    "fileDesc",
    "titleStmt",
    "publicationStmt",
    "sourceDesc",
    "titleStmt/title",
    "body",
    "teiHeader",
    "text",
)
ONCE = ("teiHeader", "fileDesc", "titleStmt", "publicationStmt", "body", "front")
HOMELESS = ("titleStmt", "person", "msIdentifier", "textLang", "language", "change")
WITHOUT_TEXT = (
    "TEI",
    "teiHeader",
    "fileDesc",
    "titleStmt",
    "msItem",
    "list",
    "sp",
    "body",
    "text",
    "listPerson",
)
ORDERED = (("titleStmt", "publicationStmt"), ("teiHeader", "text"), ("front", "body"))
WRONG = {
    "when": ("1958-13-04", "4 March 1958", "1958-3-4", ""),
    "notBefore": ("1958-02-30", "spring"),
    "cert": ("certain", "hihg"),
    "quantity": ("twelve", "12 tons"),
    "xml:id": ("7a", "two words", "a:b"),
    "who": ("http://[bad",),
    "type": ("two words", ""),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt document: the kind of slip, the text, the line and the name that a report must give.

    Of two things that changed places either may be named, and what is missing may be missed at the end
    of the parent: `other` is that place.
    """

    kind: str
    text: str
    line: int
    name: str
    other: tuple[int, str] | None = None


@dataclass(slots=True)
class Part:
    """An element of the good document: where it begins and ends, and its content does."""

    name: str
    parent: str
    begin: int
    inner: int
    outer: int = 0
    end: int = 0


def mutants(text: str, seed: int, each: int) -> list[Mutant]:
    """Up to `each` different mutants of every kind, the same for the same seed."""
    chance = random.Random(seed)
    found: list[Mutant] = []
    for maker in (_misspelt, _misnamed, _missing, _misplaced, _wrong, _stray, _doubled, _swapped, _foreign):
        made = list(dict.fromkeys(maker(text, list(_parts(text)), chance)))
        found += chance.sample(made, min(each, len(made)))
    return found


def doubled_identifiers(text: str, seed: int, each: int) -> list[Mutant]:
    """Up to `each` mutants in which an element has the identifier of an earlier one."""
    chance = random.Random(seed)
    identifiers = re.findall(r'\sxml:id="([^"]*)"', text)
    found = []
    for part in chance.sample(list(_parts(text)), 40):
        start = text[part.begin : part.inner]
        known = [value for value in identifiers if text.index(f'xml:id="{value}"') < part.begin]
        if known and "xml:id" not in start:
            value = chance.choice(known)
            place = part.begin + 1 + len(part.name)
            spoilt = f'{text[:place]} xml:id="{value}"{text[place:]}'
            found.append(Mutant("doubled identifier", spoilt, _line(text, part.begin), value))
    return found[:each]


def _parts(text: str) -> Iterator[Part]:
    """The elements of a document in ASCII, in its order."""
    found: list[Part] = []
    open_: list[Part] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        begin = parser.CurrentByteIndex
        tag = re.compile(r"""<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""").match(text, begin)
        assert tag
        found.append(Part(name, open_[-1].name if open_ else "", begin, tag.end()))
        open_.append(found[-1])

    def end(name: str) -> None:
        part = open_.pop()
        part.outer = parser.CurrentByteIndex
        empty = text[part.inner - 2] == "/"
        part.end = part.inner if empty else text.index(">", part.outer) + 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(text.encode("ascii"), True)
    yield from found


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _slip(word: str, chance: random.Random) -> str:
    """A word with one letter lost, doubled, or changed places with the next."""
    place = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] * 2 + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )
    )


def _misspelt(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    known = {part.name for part in parts}
    for part in parts:
        if len(part.name) > 3 and part.parent:
            name = _slip(part.name, chance)
            if name not in known:
                start = text[part.begin : part.inner].replace(part.name, name, 1)
                end = text[part.outer : part.end].replace(part.name, name, 1) if part.end > part.inner else ""
                spoilt = text[: part.begin] + start + text[part.inner : part.outer] + end + text[part.end :]
                yield Mutant("misspelt element", spoilt, _line(text, part.begin), name)


def _misnamed(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for match in re.finditer(r'\s(ref|when|type|quantity|unit|cert|place|notBefore|ident)="', text):
        name = match[1] + "x" if len(match[1]) < 4 else _slip(match[1], chance)
        if name != match[1]:
            spoilt = text[: match.start(1)] + name + text[match.end(1) :]
            yield Mutant("misspelt attribute", spoilt, _line(text, match.start(1)), f"@{name}")


def _missing(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for part in parts:
        if part.name in REQUIRED or f"{part.parent}/{part.name}" in REQUIRED:
            rest = text[part.end :]
            spoilt = text[: part.begin] + rest
            place = part.begin + len(rest) - len(rest.lstrip())
            parent = max(
                (other for other in parts if other.begin < part.begin < other.end), key=lambda it: it.begin
            )
            end = _line(spoilt, parent.outer - (part.end - part.begin)), part.parent
            yield Mutant("missing element", spoilt, _line(spoilt, place), part.parent, end)


def _misplaced(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for part in parts:
        if part.name in ("p", "item", "placeName") and _within(part, parts, "text"):
            name = chance.choice(HOMELESS)
            spoilt = text[: part.inner] + f"<{name}/>" + text[part.inner :]
            yield Mutant("misplaced element", spoilt, _line(text, part.inner), name)


def _within(part: Part, parts: list[Part], name: str) -> bool:
    return any(other.name == name and other.begin < part.begin < other.end for other in parts)


def _wrong(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    instructions = [range(*found.span()) for found in re.finditer(r"<\?.*?\?>", text, re.S)]
    for match in re.finditer(r'\s([\w:]+)="([^"]*)"', text):
        if any(match.start() in instruction for instruction in instructions):
            continue
        for value in WRONG.get(match[1], ()):
            spoilt = text[: match.start(2)] + value + text[match.end(2) :]
            yield Mutant("wrong value", spoilt, _line(text, match.start(1)), f"@{match[1]}")


def _stray(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for part in parts:
        if part.name in WITHOUT_TEXT:
            place = chance.choice((part.inner, part.outer))
            yield Mutant(
                "stray text", f"{text[:place]}stray words{text[place:]}", _line(text, place), part.name
            )


def _doubled(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for part in parts:
        if part.name in ONCE:
            copy = re.sub(r' xml:id="[^"]*"', "", text[part.begin : part.end])
            spoilt = f"{text[: part.end]}\n{copy}{text[part.end :]}"
            yield Mutant("doubled element", spoilt, _line(text, part.end) + 1, part.name)


def _swapped(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    by_name = {part.name: part for part in parts}
    pairs = [pair for pair in ORDERED if all(name in by_name for name in pair)]
    for earlier, later in ((by_name[first], by_name[second]) for first, second in pairs):
        pieces = (
            text[later.begin : later.end],
            text[earlier.end : later.begin],
            text[earlier.begin : earlier.end],
        )
        spoilt = text[: earlier.begin] + "".join(pieces) + text[later.end :]
        second = _line(spoilt, later.end - len(pieces[2])), earlier.name
        yield Mutant("swapped elements", spoilt, _line(text, earlier.begin), later.name, second)


def _foreign(text: str, parts: list[Part], chance: random.Random) -> Iterator[Mutant]:
    for part in parts:
        if part.name in ("p", "list", "sp", "persName"):
            place = part.begin + 1 + len(part.name)
            spoilt = f'{text[:place]} xmlns="http://example.org/other"{text[place:]}'
            yield Mutant("wrong namespace", spoilt, _line(text, part.begin), part.name)
