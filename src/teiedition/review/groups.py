"""Proposals that are one question: the same words, marked up in the same way, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from teiedition.review.desk import Document
from teiedition.review.proposals import Proposal

CERTAINTY = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which proposals an editor wants to see; an empty word stands for all."""

    element: str = ""
    cert: str = ""
    document: str = ""

    def meets(self, document: Document, proposal: Proposal) -> bool:
        """Whether a proposal of that document is one of them."""
        return (
            self.element in ("", proposal.element)
            and self.cert in ("", proposal.cert)
            and self.document in ("", document.id)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """One question, with the places where it is asked. All have the same words, element and attributes."""

    members: tuple[tuple[Document, Proposal], ...]

    @property
    def first(self) -> Proposal:
        """Any of them, to be asked about."""
        return self.members[0][1]

    @property
    def documents(self) -> dict[str, Document]:
        """The documents that it concerns, by id."""
        return {document.id: document for document, _ in self.members}


def groups(documents: Iterable[Document], wanted: Wanted) -> list[Group]:
    """The questions: ambiguous names first, then the least certain, then the most frequent."""
    alike: dict[tuple[object, ...], list[tuple[Document, Proposal]]] = defaultdict(list)
    for document in documents:
        for proposal in document.proposals:
            if wanted.meets(document, proposal):
                alike[_question(proposal)].append((document, proposal))
    return sorted((Group(tuple(members)) for members in alike.values()), key=_urgency)


def _question(proposal: Proposal) -> tuple[object, ...]:
    attributes = tuple(sorted(proposal.attributes.items()))
    return (proposal.element, proposal.words.casefold(), attributes, proposal.candidates)


def _urgency(group: Group) -> tuple[bool, int, int, str]:
    doubts = [CERTAINTY.index(item.cert) for _, item in group.members if item.cert in CERTAINTY]
    return (not group.first.candidates, min(doubts, default=2), -len(group.members), group.first.words)
