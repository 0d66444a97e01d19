"""Who is named together with whom: in the same paragraph of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from teiedition.catalogue.vocabulary import name
from teiedition.tree import Element

LISTED = 12
"""So many are told of each, those most often named with it."""
CROWD = 40
"""A paragraph that names more than so many is a list of names, and says nothing of any two of them."""


def company(records: Iterable[Element]) -> Mapping[str, Sequence[tuple[str, int]]]:
    """For each entity those named in the same paragraphs, and in how many; the most frequent first."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        for refs in paragraphs(record.iterchildren(name("mention"))):
            for ref in refs:
                together[ref].update(refs - {ref})
    return {
        ref: sorted(others.items(), key=lambda item: (-item[1], item[0]))[:LISTED]
        for ref, others in together.items()
    }


def paragraphs(mentions: Iterable[Element]) -> Iterator[set[str]]:
    """Whom each paragraph names that is no list; the name before a speech is not in its paragraph."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if (ref := mention.get("ref")) and not mention.get("label"):
            found[mention.get("at", "")].add(ref)
    return (refs for refs in found.values() if len(refs) <= CROWD)
