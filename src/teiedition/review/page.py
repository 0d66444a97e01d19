"""The review page: what is on the desk as XML, and through XSLT as HTML.

<r:review title="…" open="1362" groups="568" page="1" pages="15" query="element=date" token="…" last="…">
  <r:choice of="element|cert|document" value="date" label="…" open="181" current="true|"/>…
  <r:fault>words of the error</r:fault>…
  <r:entry id="…" label="…"/>…                          who may be chosen, if not too many
  <r:group element="persName" words="…" cert="low" named="true|" removable="true|" attributes='when="1961"'>
    <r:meaning id="…" label="…" dates="…" description="…" proposed="true|"/>…   of a name: whom it may mean
    <r:state document="ID" is="digest"/>…
    <r:place document="ID" title="…" line="92" at="6671"><r:before/><r:words/><r:behind/></r:place>…
  </r:group>
</r:review>
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

from lxml import etree

from teiedition import saxon
from teiedition.annotate.insert import written
from teiedition.authority import Authority, Entry
from teiedition.resources import resource
from teiedition.review.desk import Desk, Document
from teiedition.review.groups import CERTAINTY, Group, Wanted, groups
from teiedition.review.proposals import Proposal
from teiedition.tree import Element

NAMESPACE = "urn:teiedition:review"
GROUPS = 30
"""Questions on a page."""
ENTRIES = 3000
"""Authority entries that a page offers for choice; of more, the editor types the name or the id."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an editor asks to see: which proposals, and which page of them, counted from 1."""

    wanted: Wanted
    page: int = 1

    def query(self, **other: str) -> str:
        """The query of the address for this, with some of it otherwise."""
        wanted = replace(self.wanted, **other)
        facts = {"element": wanted.element, "cert": wanted.cert, "document": wanted.document}
        return urlencode({name: value for name, value in facts.items() if value})


def page(desk: Desk, request: Request, token: str) -> str:
    """The page in HTML. Raises InputError where the authority files can't be read."""
    authority, drafts = desk.authority(), desk.drafts()
    documents = desk.documents()
    asked = groups(documents, request.wanted)
    pages = max(1, -(-len(asked) // GROUPS))
    number = min(max(1, request.page), pages)
    root = _element(
        None, "review", title=desk.config.title, token=token, last=desk.last, query=request.query(),
        open=sum(len(document.proposals) for document in documents), groups=len(asked), page=number,
        pages=pages, undo=desk.can_undo,
    )  # fmt: skip
    _choices(root, documents, request)
    for fault in desk.faults.values():
        _element(root, "fault").text = fault.format_message()
    if len(authority.entries) <= ENTRIES:
        for entry in sorted(authority.entries.values(), key=lambda entry: entry.label):
            _element(root, "entry", id=entry.id, label=_described(entry))
    for group in asked[(number - 1) * GROUPS : number * GROUPS]:
        _group(root, group, authority, drafts)
    return _styled(root)


def refusal(words: str, back: str) -> str:
    """A page that says why nothing was written."""
    root = _element(None, "refusal", back=back)
    root.text = words
    return _styled(root)


def _styled(root: Element) -> str:
    words = resource("xslt", "review", "words-en.xml").read_text(encoding="utf-8")
    style = saxon.stylesheet(resource("xslt", "review.xsl"))
    source = etree.tostring(root, encoding="unicode")
    return style.run(source, Path("review"), {"words": saxon.Xml(words)}).text


def _choices(root: Element, documents: Sequence[Document], request: Request) -> None:
    """The kinds, certainties and documents to choose from, each counted as if the others stayed chosen."""
    wanted = request.wanted
    counts = {of: Counter[str]() for of in ("element", "cert", "document")}
    others = {of: replace(wanted, **{of: ""}) for of in counts}
    for document in documents:
        for proposal in document.proposals:
            facts = {"element": proposal.element, "cert": proposal.cert, "document": document.id}
            for of, value in facts.items():
                counts[of][value] += others[of].meets(document, proposal)
    titles = {document.id: document.title for document in documents}
    rank = {cert: number for number, cert in enumerate(CERTAINTY)}
    for of, counted in counts.items():
        chosen = getattr(wanted, of)
        for value in sorted(filter(counted.get, counted), key=lambda value: (rank.get(value, 0), value)):
            _element(
                root, "choice", of=of, value=value, label=titles.get(value, "") if of == "document" else "",
                open=counted[value], current=value == chosen,
                query=request.query(**{of: "" if value == chosen else value}),
            )  # fmt: skip


def _group(root: Element, group: Group, authority: Authority, drafts: Authority) -> None:
    first = group.first
    item = _element(
        root, "group", element=first.element, words=first.words, cert=first.cert, named=first.is_name,
        removable=first.can_be_rejected, attributes="".join(written(first.attributes)).strip(),
    )  # fmt: skip
    if first.is_name:
        _meanings(item, first, authority, drafts)
    for document in group.documents.values():
        _element(item, "state", document=document.id, title=document.title, **{"is": document.state})
    for document, proposal in group.members:
        place = _element(item, "place", document=document.id, line=proposal.line, at=proposal.at)
        for name, text in (
            ("before", proposal.before),
            ("words", proposal.words),
            ("behind", proposal.behind),
        ):
            _element(place, name).text = _printable(text)


def _meanings(item: Element, asked: Proposal, authority: Authority, drafts: Authority) -> None:
    """Whom the name may mean: as proposed, or its candidates, or who else has that name; drafts come last."""
    proposed = asked.attributes.get("ref", "").removeprefix("#")
    refs = [proposed, *(ref.removeprefix("#") for ref in asked.candidates)]
    found = [authority.entries.get(ref) or ref for ref in refs if ref]
    named = [*authority.candidates(asked.words), *drafts.candidates(asked.words)]
    for entry in dict.fromkeys([*found, *named]):
        if isinstance(entry, str):
            _element(item, "meaning", id=entry, label=entry, proposed=entry == proposed)
            continue
        _element(
            item, "meaning", id=entry.id, label=entry.label, dates=entry.dates, description=_about(entry),
            proposed=entry.id == proposed, draft=entry.id not in authority.entries,
        )  # fmt: skip


def _about(entry: Entry) -> str:
    return entry.description or "; ".join(occupation.text for occupation in entry.occupations[:2])


def _described(entry: Entry) -> str:
    return " ".join(filter(None, [entry.label, entry.dates and f"({entry.dates})"]))


def _element(parent: Element | None, name: str, **facts: str | int | bool) -> Element:
    """An element with those facts that there are; of what is true or false, what is true."""
    shown = {
        key: "true" if value is True else str(value)
        for key, value in facts.items()
        if value is not False and value != ""
    }
    shown = {key: _printable(value) for key, value in shown.items()}
    tag = f"{{{NAMESPACE}}}{name}"
    if parent is None:
        return etree.Element(tag, shown, nsmap={"r": NAMESPACE})
    return etree.SubElement(parent, tag, shown)


def _printable(text: str) -> str:
    """Without characters that XML can't hold, which only a reference in a damaged file could bring."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def query_of(pairs: Iterable[tuple[str, str]]) -> Request:
    """What the query of an address asks for; what can't be understood counts as not asked."""
    facts = dict(pairs)
    number = facts.get("page", "")
    wanted = Wanted(facts.get("element", ""), facts.get("cert", ""), facts.get("document", ""))
    return Request(wanted, int(number) if number.isascii() and number.isdigit() else 1)
