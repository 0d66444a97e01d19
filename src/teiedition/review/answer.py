"""From the fields of a form to decisions.

`verdict` is "accept" or "reject"; each `place` is ID@AT, each `state` ID:DIGEST. Of what is accepted, a
name has `means` (the id of an entry or of a draft of one; empty for nobody) and `other` (an id or a name,
which is obeyed before `means`); any other proposal has `attributes` as they are written in TEI.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from teiedition.annotate.names.draft import ELEMENT
from teiedition.authority import Authority, Entry
from teiedition.review.decisions import Decision, attributes_in
from teiedition.review.desk import Document
from teiedition.review.proposals import Proposal

Fields = Mapping[str, list[str]]


class Unclear(Exception):
    """The form can't be carried out; the words say why, and what to do."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an editor may choose from: the entries of the authority files, and drafts of entries."""

    authority: Authority
    drafts: Authority

    def entry(self, id: str) -> Entry | None:
        """The entry or draft with this id."""
        return self.authority.entries.get(id) or self.drafts.entries.get(id)


@dataclass(frozen=True, slots=True)
class Answer:
    """Decisions by file, each with the state in which they were taken; accepted drafts; all in words."""

    decisions: dict[Path, tuple[str, list[Decision]]]
    drafts: tuple[Entry, ...]
    words: str


def answer(fields: Fields, known: Known, documents: Iterable[Document]) -> Answer:
    """What a form says. Raises Unclear."""
    by_id = {document.id: document for document in documents}
    states = dict(state.rpartition(":")[::2] for state in fields.get("state", []))
    places = [_proposal(place, by_id) for place in fields.get("place", [])]
    if not places:
        raise Unclear("No place was chosen, so there is nothing to decide. Tick at least one.")
    accepted = _one(fields, "verdict") == "accept"
    entry = _entry(fields, known) if accepted and any(proposal.is_name for _, proposal in places) else None
    taken: dict[Path, tuple[str, list[Decision]]] = {}
    for document, proposal in places:
        decision = _accepted(proposal, fields, entry) if accepted else _rejected(proposal)
        taken.setdefault(document.path, (states.get(document.id, ""), []))[1].append(decision)
    drafts = (entry,) if entry and entry.id not in known.authority.entries else ()
    words = Counter(proposal.words for _, proposal in places)
    what = "; ".join(f"“{item}”" + (f" ({count})" if count > 1 else "") for item, count in words.items())
    return Answer(taken, drafts, f"{'Accepted' if accepted else 'Rejected'}: {what}")


def _proposal(place: str, documents: Mapping[str, Document]) -> tuple[Document, Proposal]:
    name, _, at = place.rpartition("@")
    document = documents.get(name)
    found = [item for item in document.proposals if str(item.at) == at] if document else []
    if document is None or not found:
        raise Unclear(
            f"{name or place} has changed since this page was made, so nothing was written. "
            "Go back, and decide on it as it is now."
        )
    return document, found[0]


def _rejected(proposal: Proposal) -> Decision:
    if not proposal.can_be_rejected:
        raise Unclear(f"A {proposal.element} can't simply be taken away. Change it in your XML editor.")
    return Decision(proposal.at, kept=False)


def _accepted(proposal: Proposal, fields: Fields, entry: Entry | None) -> Decision:
    if not proposal.is_name:
        return _with_attributes(proposal, _one(fields, "attributes"))
    if entry is None:
        return _pointing(proposal, _one(fields, "means"), proposal.element)
    return _pointing(
        proposal, entry.id, proposal.element if proposal.element == "rs" else ELEMENT[entry.kind]
    )


def _pointing(proposal: Proposal, ref: str, element: str) -> Decision:
    """Keep a name that means the entry with this id, or none."""
    if proposal.attributes.get("ref", "").removeprefix("#") == ref and element == proposal.element:
        return Decision(proposal.at, kept=True)
    others = {name: value for name, value in proposal.attributes.items() if name != "ref"}
    return Decision(proposal.at, True, element, {**({"ref": f"#{ref}"} if ref else {}), **others})


def _with_attributes(proposal: Proposal, written: str) -> Decision:
    attributes = attributes_in(written)
    if attributes is None:
        raise Unclear(
            f"“{written}” is not how attributes are written. "
            'Each is a name, an equals sign and a value in quotation marks: when="1961-03".'
        )
    return Decision(proposal.at, True, None, None if attributes == proposal.attributes else attributes)


def _entry(fields: Fields, known: Known) -> Entry | None:
    """The entry that the editor named or chose; None for nobody, or for one that no file has."""
    named = _one(fields, "other").strip().removeprefix("#")
    if not named:
        return known.entry(_one(fields, "means"))
    if (entry := known.entry(named)) is not None:
        return entry
    found = known.authority.candidates(named) or known.drafts.candidates(named)
    if len(found) == 1:
        return found[0]
    several = ", ".join(f"{entry.label} ({entry.id})" for entry in found)
    raise Unclear(
        f"“{named}” may be one of several: {several}. Give the id of the one you mean."
        if found
        else f"No authority file has an entry “{named}”. Write an id or a name of one, or add the entry."
    )


def _one(fields: Fields, name: str) -> str:
    return "".join(fields.get(name, [])[:1])
