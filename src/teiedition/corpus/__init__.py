"""The files of an edition: which are documents, under which ids, and which list the names in them.

An edition that was set up keeps its documents right in its TEI folder. A folder that nobody prepared is
searched with all folders in it, and each file is looked at: what is no TEI is passed over, what only lists
persons, places or organisations tells who they are, a corpus of several texts is taken apart, a text that
lies in several files is put together (`inclusion`), an old one is read in today's names (`older`), a volume
of documents becomes documents (`volumes`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from teiedition import tree
from teiedition.config import Config
from teiedition.corpus import inclusion, older, volumes
from teiedition.errors import InputError
from teiedition.files import read_bytes, write_whole
from teiedition.model import Problem
from teiedition.tree import Element

SUFFIXES = (".xml", ".tei")
RESERVED = frozenset([
    "index", "documents", "documents-title", "documents-genre", "persons", "places", "organisations", "works",
    "sources", "archives", "search", "overview", "about", "principles", "compare", "cite", "css", "js",
    "images", "pictures", "pagefind", "404",
])  # fmt: skip
"""Names that pages and folders of the site have."""
_LISTS = tuple(map(tree.tag, ("listPerson", "listPlace", "listOrg")))
_WORTH_A_LOOK = re.compile(
    rb"<(?:\w+:)?(listPerson|listPlace|listOrg|teiCorpus)\b"
    rb"|<item\b[^>]*>\s*(?:<\w[^>]*>\s*)?<(?:pers|place|org)Name\b[^>]*\sxml:id="
    rb"|<div\d?\b[^>]*\stype=[\"'](?:document|letter|charter)[\"']"
    rb"|" + re.escape(inclusion.NAMESPACE.encode())
)
_NAMES = tuple(map(tree.tag, ("persName", "placeName", "orgName")))
_READY = re.compile(rb"<TEI\b.*?<titleStmt\b[^>]*>\s*(?:<!--.*?-->\s*)*<title\b", re.DOTALL)
"""How a text begins that has a header with a title."""
_SERIES = re.compile(
    rb"""<titleStmt\b.*?<title\b[^>]*\slevel=["']s["'][^>]*>([^<]+)</title>.*?</titleStmt>""", re.DOTALL
)
"""The series that a text says it is in."""
_NAMESPACE = tree.TEI.encode()
_LONG = 90
"""Characters of a title that is too long to stand on every page."""
_FEW_WORDS = 60
"""A text with no more words than these beside its lists is no more than its lists."""


@dataclass(frozen=True)
class Corpus:
    """Documents, whose ids are the stems of their files; lists of names; where each document was found.

    `origins` has the user's own file of those documents that were laid elsewhere, by id: of a part of a
    corpus, or of a file whose name can't be an id. `remarks` say what was passed over. `title` is what the
    texts call the whole: the header of their corpus, the series that they are in, the only text itself.
    """

    documents: tuple[Path, ...]
    registers: tuple[Path, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()
    title: str = ""

    def origin(self, document: Path) -> Path:
        """The user's own file of a document; any other file is itself."""
        return self.origins.get(document.stem, document) if document in self.documents else document


def survey(config: Config, cache: Path) -> Corpus:
    """The files of an edition. Raises InputError where there is no document.

    A folder is searched to the bottom if it is the edition's own, so that nothing but TEI can be meant.
    Documents that need another name are written to `cache`.
    """
    folder = config.tei
    if not folder.is_dir():
        raise InputError("there is no such folder", folder, remedy="Name the folder with your TEI files.")
    deep = folder.resolve() == config.folder.resolve()
    found = _Survey(config, cache).of(_files(folder)) if deep else Corpus(tuple(_right_in(folder)))
    if not found.documents:
        others = "".join(f"; {remark.file.name} {remark.message}" for remark in found.remarks[:3])
        raise InputError(
            f"holds no TEI file{others}",
            folder,
            remedy="Put .xml files in it, or make some with `teiedition encode`.",
        )
    return found


def _right_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())


def _files(folder: Path) -> Iterator[Path]:
    """The XML files below a folder, those right in it first; not what is hidden, or was built."""
    yield from _right_in(folder)
    for inner in sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()):
        if not inner.name.startswith(".") and not (inner / ".cache" / "manifest.json").exists():
            yield from _files(inner)


class _Survey:
    """Looks at files one after the other and gathers what they are."""

    def __init__(self, config: Config, cache: Path) -> None:
        self.config, self.cache = config, cache
        self.documents: dict[str, Path] = {}
        self.registers: list[Path] = []
        self.origins: dict[str, Path] = {}
        self.remarks: list[Problem] = []
        self.included: set[Path] = set()
        self.titles: list[str] = []
        self.series: list[str] = []

    def of(self, files: Iterable[Path]) -> Corpus:
        """What the files are."""
        for path in files:
            if path.parent == self.config.authority:
                continue
            data = read_bytes(path)
            if _NAMESPACE not in data:
                self._take_without_namespace(path, data)
            elif _WORTH_A_LOOK.search(data) or not _READY.search(data):
                self._parse_and_look_at(path, data)
            else:
                self._take(path, path.stem)
        parts = {id for id, path in self.documents.items() if self._file(id, path) in self.included}
        remarks = [remark for remark in self.remarks if remark.file.resolve() not in self.included]
        return Corpus(
            tuple(path for id, path in self.documents.items() if id not in parts),
            tuple(self.registers),
            self.origins,
            tuple(remarks),
            self._title(),
        )

    def _title(self) -> str:
        """What the texts call the whole; nothing where they don't agree."""
        if len(self.documents) == 1 and not self.titles:
            try:
                title = _title_of(tree.read(next(iter(self.documents.values()))).root)
                return title if len(title) <= _LONG else ""
            except InputError:
                return ""
        agreed = len(set(self.series)) == 1 and 2 * len(self.series) > len(self.documents)
        called = self.titles or (self.series if agreed else [])
        return called[0] if len(set(called)) == 1 and len(called[0]) <= _LONG else ""

    def _file(self, id: str, path: Path) -> Path:
        return self.origins.get(id, path).resolve()

    def _take_without_namespace(self, path: Path, data: bytes) -> None:
        """TEI of before 2007, or by somebody who left out the namespace; anything else is passed over."""
        p4 = older.is_p4(data)
        if p4 is None:
            self._remark(path, "is not TEI; it is passed over", "info")
            return
        try:
            root = older.modernised(tree.parse(data, path))
        except InputError as error:
            self._remark(path, f"can't be read: {error}; it is passed over", "warning", error.remedy or "")
            return
        told = "is TEI P4, which has no namespace" if p4 else f"has no namespace; TEI's is {tree.TEI!r}"
        remedy = (
            "Convert it to TEI P5, for instance with TEI's own stylesheets."
            if p4
            else f'Write <{tree.local(root)} xmlns="{tree.TEI}"> at its beginning.'
        )
        if next(root.iter(tree.tag("text"), tree.tag("sourceDoc"), tree.tag("facsimile")), None) is None:
            self._remark(path, f"{told}, and has no text; it is passed over", "warning", remedy)
            return
        self._remark(path, f"{told}; it is read as TEI P5 as far as both agree", "warning", remedy)
        self._look_at(path, root, changed=True)

    def _remark(self, path: Path, words: str, severity: str, remedy: str = "") -> None:
        self.remarks.append(Problem(path, 0, 0, "passed-over", words, severity, remedy))

    def _parse_and_look_at(self, path: Path, data: bytes) -> None:
        try:
            root = tree.parse(data, path)
        except InputError:
            self._take(path, path.stem)  # the build says what is wrong with it
            return
        found = inclusion.include(root, path, self.config.tei)
        if found.failed:
            more = f"; and {len(found.failed) - 3} more such calls" if len(found.failed) > 3 else ""
            words = "; ".join(found.failed[:3]) + more
            self._remark(path, words, "warning", "Put the parts there, or mend the calls.")
        self.included |= found.included
        has_texts_elsewhere = root.tag == tree.tag("teiCorpus") and bool(found.documents)
        self._look_at(
            path, root, changed=bool(found.included or found.documents), only_head=has_texts_elsewhere
        )

    def _look_at(self, path: Path, root: Element, changed: bool, only_head: bool = False) -> None:
        """`changed`: the text is not as the file has it; `only_head`: the corpus' texts are other files."""
        if next(root.iter(*_LISTS), None) is not None or _lists_names(root):
            self.registers.append(path)
        if root.tag == tree.tag("teiCorpus") and (title := _title_of(root)):
            self.titles.append(title)
        if texts := _members(root):
            self._take_apart(path, texts)
        elif only_head or (path in self.registers and _is_register(root)):
            return
        elif root.tag not in (tree.tag("TEI"), tree.tag("text")):
            words = f"is no text: its root element is {tree.local(root)}; it is passed over"
            self._remark(path, words, "info")
        elif parts := volumes.taken_apart(root, self._id(path, path.stem), self.config.page_words):
            for id, part in parts.items():
                self._lay(path, self._id(path, id), _written(part))
        elif root.find("tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title", tree.NS) is None:
            self._lay(path, self._id(path, path.stem), _with_title(root, path.stem))
        elif changed:
            self._lay(path, self._id(path, path.stem), _written(root))
        else:
            self._take(path, path.stem)

    def _take_apart(self, path: Path, texts: list[Element]) -> None:
        for number, text in enumerate(texts, 1):
            id = self._id(path, text.get(tree.XML_ID) or f"{path.stem}-{number}")
            self._lay(path, id, _written(text))

    def _take(self, path: Path, stem: str) -> None:
        id = self._id(path, stem)
        if id == path.stem:
            self.documents[id] = path
            self._note_series(read_bytes(path))
        else:
            self._lay(path, id, read_bytes(path))

    def _note_series(self, data: bytes) -> None:
        if found := _SERIES.search(data[:65_536]):
            self.series.append(" ".join(html.unescape(found[1].decode("utf-8", "replace")).split()))

    def _lay(self, path: Path, id: str, data: bytes) -> None:
        self._note_series(data)
        laid = self.cache / f"{id}.xml"
        if not laid.exists() or laid.read_bytes() != data:  # else it keeps the time it is known by
            write_whole(laid, data)
        self.documents[id], self.origins[id] = laid, path

    def _id(self, path: Path, stem: str) -> str:
        """A name for a document that an address can hold and no other has: with its folder's before it."""
        bare = re.sub(r"[^\w.~,()+=@-]+", "-", stem).strip("-.") or "text"
        folders = path.parent.relative_to(self.config.tei).parts
        names = [bare] if bare not in RESERVED else []
        names += ["-".join((*folders[-depth:], bare)) for depth in range(1, len(folders) + 1)]
        names += [f"{bare}-text", *(f"{bare}-{number}" for number in range(2, len(self.documents) + 3))]
        taken = {id.casefold() for id in self.documents}
        return next(name for name in names if name.casefold() not in taken)


def _members(root: Element) -> list[Element]:
    """The texts of a corpus, each with its own header; none where the file is one text."""
    inner = [text for text in root.iter(tree.tag("TEI")) if text is not root]
    return [text for text in inner if text.find(tree.tag("TEI")) is None]


def _title_of(root: Element) -> str:
    """The title that a header gives the whole, in the order of `f:title-element` (xslt/modules/plain.xsl)."""
    titles = root.findall("tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title", tree.NS)
    own = [title for title in titles if title.get("level") not in ("s", "j")]
    main = [title for title in own if title.get("type") == "main"]
    plain = [title for title in own if not title.get("type") or title.get("level") == "a"]
    return next((words for title in (*main, *plain, *own, *titles) if (words := tree.words(title))), "")


def _lists_names(root: Element) -> bool:
    """Has it a list as books have them, in whose items names have ids?"""
    items = root.iter(tree.tag("item"))
    return any(name.get(tree.XML_ID) for item in items for name in item.iter(*_NAMES))


def _is_register(root: Element) -> bool:
    """Does a file list names, and hardly anything else?"""
    if root.tag in _LISTS:
        return True
    parts = [part for local in ("text", "standOff") for part in root.iterchildren(tree.tag(local))]
    listed = sum(len(tree.words(item).split()) for part in parts for item in _outermost(part))
    words = sum(len(tree.words(part).split()) for part in parts)
    return listed > 0 and words - listed <= _FEW_WORDS


def _with_title(root: Element, title: str) -> bytes:
    """A text that has no header, or no title in it, with one."""
    if root.tag == tree.tag("text"):
        whole = etree.Element(tree.tag("TEI"))
        whole.append(root)
        root = whole
    place = root
    for local in ("teiHeader", "fileDesc", "titleStmt", "title"):
        below = place.find(tree.tag(local))
        if below is None:
            below = etree.Element(tree.tag(local))
            place.insert(0, below)
        place = below
    place.text = title
    return _written(root)


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, with_tail=False)


def _outermost(part: Element) -> Iterator[Element]:
    return (item for item in part.iter(*_LISTS) if next(item.iterancestors(*_LISTS), None) is None)
