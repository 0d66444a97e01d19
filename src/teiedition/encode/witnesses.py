"""Documents that more than one source carries: recognised across sources, joined by `listWit`.

Two documents are witnesses of one when they have the same date (or both none), their titles or shelfmarks
agree, and their words are alike. Each keeps its file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teiedition import tree
from teiedition.encode.encoded import EncodedDocument

_INDENT = " " * 8
_END = "\n      </sourceDesc>"
ALIKE = 0.5
"""The share of common word triples from which two texts count as one."""


def join_witnesses(documents: Sequence[EncodedDocument]) -> tuple[EncodedDocument, ...]:
    """The same documents; those that witness one another name each other in `listWit`.

    Their identifiers must differ. Within one source nothing is joined.
    """
    return tuple(
        replace(document, tei=_with_witnesses(document, others)) if others else document
        for document, others in zip(documents, _groups(documents), strict=True)
    )


def _groups(documents: Sequence[EncodedDocument]) -> list[list[EncodedDocument]]:
    """For each document, the other witnesses of it."""
    by_date: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        by_date[document.date].append(at)
    others: list[list[EncodedDocument]] = [[] for _ in documents]
    shingles: dict[int, frozenset[tuple[str, ...]]] = {}
    for same in by_date.values():
        for one, other in combinations(same, 2):
            if documents[one].source != documents[other].source and _alike(documents, one, other, shingles):
                others[one].append(documents[other])
                others[other].append(documents[one])
    return others


def _alike(
    documents: Sequence[EncodedDocument],
    one: int,
    other: int,
    shingles: dict[int, frozenset[tuple[str, ...]]],
) -> bool:
    a, b = documents[one], documents[other]
    same_mark = bool(a.shelfmark) and a.shelfmark == b.shelfmark
    titles = _telling(a.title), _telling(b.title)
    if not same_mark and len(titles[0] & titles[1]) * 2 < max(1, min(map(len, titles))):
        return False
    for at in (one, other):
        if at not in shingles:
            shingles[at] = _shingles(documents[at].tei)
    small = min(len(shingles[one]), len(shingles[other]))
    return bool(small) and len(shingles[one] & shingles[other]) >= ALIKE * small


def _shingles(tei: str) -> frozenset[tuple[str, ...]]:
    text = etree.fromstring(tei.encode()).find(tree.tag("text"))
    etree.strip_elements(text, tree.tag("head"), with_tail=False)
    words = _words(tree.words(text))
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others of its date."""
    return frozenset(word for word in _words(title) if len(word) > 3 and not word.isdigit())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "").replace("'", ""))


def _with_witnesses(document: EncodedDocument, others: Sequence[EncodedDocument]) -> str:
    """The document's TEI with a list of its witnesses at the end of `sourceDesc`."""
    witnesses = [(document.id, f"This file, from the source {escape(document.source)}.")]
    for other in others:
        link = f"<ref target={quoteattr(f'{other.id}.xml')}>{escape(other.id)}</ref>"
        witnesses.append((other.id, f"{link}, from the source {escape(other.source)}."))
    listed = "\n".join(f'{_INDENT}  <witness xml:id="wit-{id}">{words}</witness>' for id, words in witnesses)
    before, after = document.tei.split(_END, 1)
    return f"{before}\n{_INDENT}<listWit>\n{listed}\n{_INDENT}</listWit>{_END}{after}"
