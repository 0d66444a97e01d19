"""Gathers the works that TEI files cite: one entry a work, with each place that cites it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from teiedition import tree
from teiedition.annotate.bibliography.works import Citing, Name, Work
from teiedition.annotate.citations.known import folded
from teiedition.annotate.citations.words import citation_words

DATING = ("when", "from", "to", "notBefore", "notAfter", "cert", "precision")
TRANSLATION = "translation"
SUFFIX = re.compile(r",? ([JS]r\.?|I{2,3})$")
BOX = re.compile(rf"{citation_words('en').any('box_labels')} |#|file ", re.I)
"""Shelfmarks that many archives have: they say something with archive and collection only."""
LEVELS = {"a": "article", "m": "book", "u": "document", "j": "periodical", "s": "periodical"}


@dataclass(slots=True)
class _Entry:
    """A work while its citations are being gathered."""

    work: Work
    cited: list[Citing] = field(default_factory=list)
    short_names: Counter[str] = field(default_factory=Counter)


def gather(files: Iterable[tree.TeiFile]) -> tuple[Work, ...]:
    """The works cited in TEI files, sorted, each with the places that cite it.

    A citation that points at another one (@corresp) counts for that one's work. The same work cited in
    full in several documents is one entry, with the id that it has in the first. Citations in a
    document's header, which say where it comes from itself, are left out.
    """
    entries: dict[tuple[str, ...], _Entry] = {}
    for file in files:
        _read(file, entries)
    works = [replace(_with_families(entry), cited=tuple(entry.cited)) for entry in entries.values()]
    return tuple(sorted(_with_own_ids(works), key=lambda work: work.sort_key))


def _read(file: tree.TeiFile, entries: dict[tuple[str, ...], _Entry]) -> None:
    by_id: dict[str, _Entry] = {}
    texts = file.root.iterfind("tei:text", tree.NS)
    bibls = [bibl for text in texts for bibl in text.iter(tree.tag("bibl"), tree.tag("biblStruct"))]
    before: tuple[tree.Element | None, str] = (None, "")
    for number, bibl in enumerate(bibls):
        work = None if bibl.get("corresp") else _work(bibl)
        if work is None:
            continue
        if work.kind == "archival" and not work.archive and bibl.getparent() is before[0]:
            work = replace(work, archive=before[1])
        before = (bibl.getparent(), work.archive)
        entry = by_id[work.id] = entries.setdefault(_key(work), _Entry(work))
        if work.title.startswith(f"{entry.work.title}: "):
            entry.work = replace(entry.work, title=work.title)
        entry.cited.append(_place(file, bibl, number))
    for number, bibl in enumerate(bibls):
        repeated = by_id.get((bibl.get("corresp") or "").rpartition("#")[2]) if bibl.get("corresp") else None
        if repeated is not None:
            repeated.cited.append(_place(file, bibl, number))
            authors = map(tree.words, _all(bibl, "author"))
            repeated.short_names.update(words for words in authors if " " not in words)


def _work(bibl: tree.Element) -> Work | None:
    """The work of a full citation; None for one that names neither title nor shelfmark."""
    titles = [(_level(title), _title(title)) for title in _all(bibl, "title")]
    titles = [(level, words) for level, words in titles if words and level != TRANSLATION]
    idno = next(map(tree.words, _all(bibl, "idno")), "")
    if not titles and not idno:
        return None
    own, host = _own_and_host(titles)
    kind = _kind(bibl, [level for level, _ in titles], bool(idno))
    held = _archive(bibl) if kind == "archival" else None
    scopes = {scope.get("unit", ""): _number(scope) for scope in reversed(_all(bibl, "biblScope"))}
    date = next((d for d in _all(bibl, "date")), None)
    return Work(
        id=bibl.get(tree.XML_ID) or "",
        kind=kind,
        title=own,
        authors=tuple(_names(bibl, "author")),
        editors=tuple(_names(bibl, "editor")),
        translators=tuple(_names(bibl, "editor", "translator")),
        host=host,
        places=tuple(map(tree.words, _all(bibl, "pubPlace"))),
        publishers=tuple(map(tree.words, _all(bibl, "publisher"))),
        date={} if date is None else {name: str(date.get(name)) for name in DATING if date.get(name)},
        scopes=scopes,
        archive="" if held is None else tree.words(held),
        collection="" if held is None else _collection(bibl, held),
        shelfmark=idno,
        address=next((str(ref.get("target")) for ref in _all(bibl, "ref") if ref.get("target")), ""),
    )


def _own_and_host(titles: list[tuple[str, str]]) -> tuple[str, str]:
    """The title of a work and of what it appeared in; a volume's own title goes with that of the whole."""
    parts: list[list[str]] = []
    before = ""
    for level, words in titles:
        if level == before == "m":
            parts[-1].append(words)
        else:
            parts.append([words])
        before = level
    named = [": ".join(words) for words in parts]
    return (named or [""])[0], next(iter(named[1:]), "")


def _archive(bibl: tree.Element) -> tree.Element | None:
    """The first body that is not an addressee: "to the Ministry"."""
    for body in _all(bibl, "orgName"):
        before = body.getprevious()
        holder = body.getparent()
        words = (
            holder.text
            if before is None and holder is not None
            else before.tail
            if before is not None
            else ""
        )
        if not re.search(r"\bto(?: the)?\s*$", words or ""):
            return body
    return None


def _collection(bibl: tree.Element, archive: tree.Element) -> str:
    """The words between an archive and the shelfmark, where both stand in the citation itself."""
    words, between = [archive.tail or ""], list(archive.itersiblings())
    for element in between:
        if tree.local(element) == "idno":
            return " ".join("".join(words).split()).strip(" ,;:.")
        words += [tree.words(element), element.tail or ""]
    return ""


def _kind(bibl: tree.Element, levels: list[str], has_shelfmark: bool) -> str:
    if has_shelfmark or bibl.get("type") == "archival":
        return "archival"
    words, said = citation_words(bibl.get(tree.XML_LANG) or "en"), tree.words(bibl)
    first, rest = levels[0], levels[1:]
    if first == "u" and words.thesis.search(said):
        return "thesis"
    if first == "u" and words.paper.search(said):
        return "paper"
    if first == "a":
        return "chapter" if "m" in rest else "report" if "s" in rest else "article"
    return LEVELS.get(first, "document")


def _key(work: Work) -> tuple[str, ...]:
    """What two citations of one work have in common; of a newspaper, its title."""
    people = work.authors or work.editors
    if work.kind == "archival":
        held = (work.archive, work.collection) if BOX.match(work.shelfmark) else ()
        return ("archival", *folded(work.shelfmark), "|", *folded(" ".join((work.title, *held))))
    if work.kind == "periodical":
        return ("periodical", *folded(work.title))
    volume = () if people or work.publishers else (work.scopes.get("volume", ""), work.scopes.get("part", ""))
    title = work.title.partition(": ")[0] if any(volume) else work.title  # some name the volume's title, too
    return (work.year, *folded(people[0].full if people else "")[-1:], "|", *folded(title), *volume)


def _place(file: tree.TeiFile, bibl: tree.Element, number: int) -> Citing:
    holders = [bibl, *bibl.iterancestors()]
    anchor = next((str(holder.get(tree.XML_ID)) for holder in holders[:-1] if holder.get(tree.XML_ID)), "")
    pages = ", ".join(_number(scope) for scope in _all(bibl, "biblScope") if scope.get("unit") == "page")
    return Citing(file.id, anchor, pages, number)


def _names(bibl: tree.Element, element: str, role: str = "") -> Iterator[Name]:
    for person in _all(bibl, element):
        if (person.get("role") or "") == role:
            yield Name(tree.words(person), ref=(person.get("ref") or "").lstrip("#"))


def _all(bibl: tree.Element, name: str) -> list[tree.Element]:
    """The descendants of a name that belong to this citation: in no title, no note, no bibl within it."""
    apart = ("note", "bibl", "title")
    return [
        element
        for element in bibl.iter(tree.tag(name))
        if not any(tree.local(up) in apart for up in element.iterancestors() if _within(up, bibl))
    ]


def _within(element: tree.Element, bibl: tree.Element) -> bool:
    return element is not bibl and bibl in element.iterancestors()


def _level(title: tree.Element) -> str:
    return TRANSLATION if title.get("type") == TRANSLATION else title.get("level", "")


def _title(title: tree.Element) -> str:
    """The words of a title without the notes of editors."""
    copy = etree.fromstring(etree.tostring(title, with_tail=False))
    etree.strip_elements(copy, tree.tag("note"), tree.tag("corr"), with_tail=False)
    return tree.words(copy).strip(' ,.“”"')


def _number(scope: tree.Element) -> str:
    """The numbers of a scope: its @from and @to, else what its words say without their label."""
    first, last = scope.get("from"), scope.get("to")
    if first:
        return first if last in (None, first) else f"{first}–{last}"
    number = re.search(r"\d+(?:[/–-]\d+)*|\b[IVXLCivxlc]+$", tree.words(scope))
    return number[0] if number else tree.words(scope)


def _with_families(entry: _Entry) -> Work:
    """The work with its people's names parted; short citations show which part is the family's."""
    work, short = entry.work, entry.short_names
    return replace(
        work,
        authors=tuple(_parted(name, short) for name in work.authors),
        editors=tuple(_parted(name, short) for name in work.editors),
        translators=tuple(_parted(name, short) for name in work.translators),
    )


def _parted(name: Name, short_names: Counter[str]) -> Name:
    if suffix := SUFFIX.search(name.full):
        return replace(
            _parted(replace(name, full=name.full[: suffix.start()]), short_names),
            full=name.full,
            suffix=suffix[1],
        )
    if "[" in name.full:
        return name  # somebody's pseudonym, and who it was
    if ", " in name.full:  # turned round, as in a list of works
        surname, _, forenames = name.full.partition(", ")
        return replace(name, family=surname, given=forenames)
    words = name.full.split()
    if not 2 <= len(words) <= 4 or any(word[0].islower() and len(word) > 3 for word in words):
        return name
    family = max(reversed(words), key=lambda word: short_names[word])
    given = [word for word in words if word != family]
    known = {form for word in citation_words("en").listed("particles") for form in (word, word.capitalize())}
    particles = [word for word in given if word[0].islower() or word in known]
    return replace(
        name,
        family=" ".join([*particles, family]),
        given=" ".join(word for word in given if word not in particles),
    )


def _with_own_ids(works: list[Work]) -> Iterator[Work]:
    """Every work with an id of its own."""
    taken: set[str] = set()
    for work in works:
        stem = work.id or "-".join(["bibl", *(word for word in folded(work.title or work.shelfmark)[:4])])
        number, wanted = 1, stem
        while wanted in taken:
            number += 1
            wanted = f"{stem}-{number}"
        taken.add(wanted)
        yield replace(work, id=wanted)
