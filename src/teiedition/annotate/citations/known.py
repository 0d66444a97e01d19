"""What is cited already: short titles and "Ibid." find the full citation that they repeat."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from teiedition.annotate.citations.citation import Citation
from teiedition.annotate.citations.people import surnames
from teiedition.model import Mention

IDENTIFIED = frozenset(["article", "chapter", "book", "thesis", "paper"])
SUFFIX = re.compile(r",? (?:[JS]r\.?|I{2,3})$")
TYPO_FROM = 6
"""Words from this length on may differ in one letter."""


@dataclass(slots=True)
class Entry:
    """A citation in the order of the document, with what it repeats."""

    citation: Citation
    people: frozenset[str]
    title: tuple[str, ...]
    year: str
    names: tuple[str, ...] = ()
    """The authors and editors as they are written, those of the citation before for "idem"."""
    target: Entry | None = None
    why: str = ""
    wanted: bool = False
    """Something points at it."""
    given: str | None = None
    """The `xml:id` that it has where it is marked up already, empty where it has none."""

    @property
    def work(self) -> Entry:
        """The full citation: what this one repeats, or itself."""
        return self.target or self


class Known:
    """The citations of one document, read from front to back."""

    def __init__(self, ids_in_use: Collection[str] = (), idem: Collection[str] = ()) -> None:
        self._entries: list[Entry] = []
        self._works: list[Entry] = []
        self._by_title: dict[tuple[tuple[str, ...], str], list[Entry]] = {}
        self._by_word: dict[str, list[Entry]] = {}
        self._in_use, self._idem = set(ids_in_use), {word.strip(".") for word in idem}
        self.periodicals: set[str] = set()
        """The newspapers cited so far."""

    @property
    def last(self) -> Citation | None:
        """The citation read last."""
        return self._entries[-1].citation if self._entries else None

    def add(self, citation: Citation, text: str, listed: bool = False) -> bool:
        """Takes a citation; False for a short one that repeats nothing known and is doubtful by itself.

        `listed`: it stands in a list with others, and so is less doubtful.
        """
        names = tuple(citation.words(text, "author", "editor"))
        people = surnames(list(names))
        if people & self._idem and self._entries:
            names, people = self._entries[-1].names, self._entries[-1].people
        entry = Entry(citation, people, folded(citation.title(text)), citation.year(text), names)
        if citation.kind in ("ibid", "part"):
            self._follow(entry)
        elif self._is_bare(citation) and (again := self._short(entry)).target is not None:
            entry = replace(again, citation=_in_short(citation))
        elif citation.kind == "short":
            entry = self._short(entry)
            if entry.target is None and not (entry.people and entry.title) and not _telling(entry, listed):
                return False
        else:
            entry.target = self._same(entry)
            entry.why = "a full citation" if entry.target is None else "the work was cited before"
        if entry.target is None and not citation.repeats:
            self._learn(entry)
        if citation.kind == "periodical":
            self.periodicals.add(citation.title(text))
        self._entries.append(entry)
        return True

    def mentions(self, text: str, given: Sequence[tuple[int, int, str]] = ()) -> list[Mention]:
        """All citations as `bibl`: `xml:id` where something can point at them, `corresp` where they point.

        `given`: start, end and `xml:id` of what somebody has marked up before. These are pointed at as
        they are, and are not among the mentions.
        """
        for entry in self._entries:
            entry.given = next((name for start, end, name in given if _overlaps(entry, start, end)), None)
            if entry.target:
                entry.target.wanted = True
        ids: dict[int, str] = {}
        for entry in self._entries:
            if entry.given is not None:
                ids |= {id(entry): entry.given} if entry.given else {}
            elif entry.wanted or (entry.target is None and self._identified(entry)):
                ids[id(entry)] = self._free(_identifier(entry, text))
        return [_mention(entry, ids) for entry in self._entries if entry.given is None]

    def _is_bare(self, citation: Citation) -> bool:
        """Whether it is an author and a title, and no more: in full, or short for a work cited before."""
        elements = {child.element for child in citation.children}
        return citation.kind == "article" and elements == {"author", "title"} and len(citation.children) < 4

    def _identified(self, entry: Entry) -> bool:
        kind, described = entry.citation.kind, bool(entry.people and entry.title)
        return kind in IDENTIFIED or (kind in ("archival", "document") and described)

    def _follow(self, entry: Entry) -> None:
        if not self._entries:
            return
        before = self._entries[-1]
        if any(child.element == "idno" for child in entry.citation.children):
            held = (other for other in reversed(self._entries) if other.work.citation.kind == "archival")
            before = next(held, before)  # another box of the archive that was named last
        elif _in_volumes(entry.citation):
            printed = (other for other in reversed(self._entries) if other.work.citation.kind != "archival")
            before = next(printed, before)
        if entry.citation.kind == "ibid":
            entry.target, entry.why = before.work, "it repeats the citation before"
        elif before.target and before.citation.repeats:
            entry.target, entry.why = before.target, "it goes on from the citation before"

    def _short(self, entry: Entry) -> Entry:
        best = self._likest(entry, self._alike(entry)) or self._likest(entry, self._works)
        if best is None:
            return entry
        entry.target = best
        entry.why = "author and short title are those of a work cited in full"
        if not entry.people and len(entry.title) == 1 and entry.title[0] in best.people:
            entry = replace(entry, citation=_with_author(entry.citation))
        return entry

    def _alike(self, entry: Entry) -> list[Entry]:
        """The works that share an author, or the first word of the title, with a short citation."""
        words = entry.people or frozenset(entry.title[:1])
        return [work for word in sorted(words) for work in self._by_word.get(word, ())]

    def _likest(self, entry: Entry, works: list[Entry]) -> Entry | None:
        best = max(works, key=lambda work: _likeness(entry, work), default=None)
        return best if best and _likeness(entry, best) > 0 else None

    def _same(self, entry: Entry) -> Entry | None:
        """The earlier citation of the same work: same title, year, and a common author or none."""
        if not self._identified(entry) or not entry.title:
            return None
        for known in self._by_title.get((entry.title, entry.year), ()):
            if known.people & entry.people or known.people == entry.people:
                return known
        return None

    def _learn(self, entry: Entry) -> None:
        """Keeps a full citation where short ones will look for it."""
        self._works.append(entry)
        self._by_title.setdefault((entry.title, entry.year), []).append(entry)
        for word in {*entry.people, *entry.title[:1]}:
            self._by_word.setdefault(word, []).append(entry)

    def _free(self, wanted: str) -> str:
        identifier, number = wanted, 1
        while identifier in self._in_use:
            number += 1
            identifier = f"{wanted}-{number}"
        self._in_use.add(identifier)
        return identifier


def _overlaps(entry: Entry, start: int, end: int) -> bool:
    return entry.citation.start < end and start < entry.citation.end


def _in_volumes(citation: Citation) -> bool:
    return any(child.attributes.get("unit") == "volume" for child in citation.children)


def _telling(entry: Entry, listed: bool) -> bool:
    """Whether a title with pages is a citation although nothing else is known of it."""
    in_volumes = _in_volumes(entry.citation)
    paged = len(entry.title) > 2 and any(
        child.element == "biblScope" and child.attributes.get("unit") == "page" and entry.year
        for child in entry.citation.children
    )
    if entry.people and entry.year and not entry.title:
        return True  # "Quill 1998, 41"
    return bool(entry.title) and (in_volumes or paged or (listed and 1 < len(entry.title) < 7))


def _likeness(entry: Entry, known: Entry) -> float:
    """How well a short citation fits one known in full; 0 where it does not."""
    person = any(_alike(one, other) for one in entry.people for other in known.people)
    if not entry.title:
        return 1.0 if person and entry.year and entry.year == known.year else 0
    if not entry.people and len(entry.title) == 1:
        return 1.0 if entry.title[0] in known.people else _title_likeness(entry.title, known.title)
    title = _title_likeness(entry.title, known.title)
    if person and entry.title and title:
        return 2 + title
    return title if title and (not entry.people or len(entry.title) > 2) else 0


def _title_likeness(short: tuple[str, ...], full: tuple[str, ...]) -> float:
    """1 where the short title begins the full one, less where it stands further on, 0 elsewhere."""
    if not short or len(short) > len(full):
        return 0
    for start in range(len(full) - len(short) + 1):
        if all(_alike(one, other) for one, other in zip(short, full[start:], strict=False)):
            return 1.0 if start == 0 else 0.5
    return 0


def _alike(one: str, other: str) -> bool:
    """Equal but for one letter in a long word: Ellery and Ellerey."""
    if one == other:
        return True
    if min(len(one), len(other)) < TYPO_FROM or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    same_length = len(one) == len(other)
    shorter, longer = sorted((one, other), key=len)
    if same_length and one[start + 2 :] == other[start + 2 :]:
        return True  # one letter, or two neighbours, differ
    return not same_length and shorter[start:] == longer[start + 1 :]


def folded(words: str) -> tuple[str, ...]:
    """The words of a title for comparison: no case, accents, apostrophes, punctuation."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"\w+", re.sub(r"[’'‘ʼ`]", "", plain)))


def _in_short(citation: Citation) -> Citation:
    """A citation that turned out to be short for another; its quoted title is then of level `a`."""
    children = [
        replace(child, attributes={**child.attributes, "level": "a"}) if child.element == "title" else child
        for child in citation.children
    ]
    return replace(citation, kind="short", children=tuple(children))


def _with_author(citation: Citation) -> Citation:
    """A citation of which what looked like a title is an author ("Brown, 12")."""
    children = [
        replace(c, element="author", attributes={}) if c.element == "title" else c for c in citation.children
    ]
    return replace(citation, children=tuple(children))


def _identifier(entry: Entry, text: str) -> str:
    """bibl-surname-year, bibl-first-words-of-title-year, or bibl-shelfmark."""
    citation = entry.citation
    names = [_surname(words) for words in entry.names][:2]
    stem = (
        names
        or list(folded(citation.title(text))[:2])
        or list(folded(next(citation.words(text, "idno"), "item")))
    )
    year = citation.year(text)
    return "-".join(
        [
            "bibl",
            *(re.sub(r"[^a-z0-9]+", "", part) for word in stem for part in folded(word)),
            *([year] if year else []),
        ]
    )


def _surname(name: str) -> str:
    name = SUFFIX.sub("", name)
    turned = name.partition(", ")[0] if ", " in name else ""
    return turned or (name.replace(".", ". ").split()[-1] if name.split() else "")


def _mention(entry: Entry, ids: dict[int, str]) -> Mention:
    citation = entry.citation
    attributes = {"type": "archival"} if citation.kind == "archival" else {}
    if id(entry) in ids:
        attributes["xml:id"] = ids[id(entry)]
    if entry.target and id(entry.target) in ids:
        attributes["corresp"] = "#" + ids[id(entry.target)]
    sure = 0.7 if citation.kind == "short" and not entry.target else 0.9
    why = f"{citation.kind}: {entry.why or 'it has the form of a citation'}"
    return Mention(
        citation.start, citation.end, "bibl", attributes, sure, why, citation.children, closed=citation.closed
    )
