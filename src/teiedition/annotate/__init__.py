"""Marks up mentions in TEI: names, dates, times, measures, citations.

The contract with finders
-------------------------
A finder is one module and one row in `finders.FINDERS`. It is a pure function

    find(text: Text, context: Context) -> Iterable[Mention]

- `text` (`annotate.text`) is the document's reading text with its blocks and the marks already in it;
  a finder goes through `text.blocks`, e.g. `pattern.finditer(text.content, block.start, block.end)`.
- `context` (`annotate.context`) has the authority, the document's date, its participants, its language.
- A `Mention` has offsets into `text.content`, never across a newline; its `children` lie within it and
  don't overlap each other (a `roleName` in a `persName`; `author title biblScope idno …` in a `bibl`).
  Children may have children.
- `attributes` are TEI's, without `@resp` and `@cert`: `insert` adds them. It makes of `certainty`
  "high" from 0.9, "medium" from 0.6, "low" below. A finder that gives `@cert` itself is obeyed.
- A finder gives the best reading it has, once; it need not look out for other finders. It need not
  mind existing marks either: what crosses an editor's mark or repeats it is left out by `overlaps`.

Which mentions stay is decided in `overlaps` alone; how they get into the XML, in `insert` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from teiedition import tree
from teiedition.annotate import context as contexts
from teiedition.annotate import fill, frame, insert, memory, overlaps, report
from teiedition.annotate.citations.links import Documents, link
from teiedition.annotate.elements import NAMES
from teiedition.annotate.encoding import parseable
from teiedition.annotate.explain import Explanation, explain
from teiedition.annotate.finders import FINDERS, Finder
from teiedition.annotate.markup import Edit, apply
from teiedition.annotate.scan import Scan, scan
from teiedition.authority import Authority
from teiedition.authority.lasting import uncollected
from teiedition.model import Mention

__all__ = ["Annotated", "annotate"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated document.

    `tei` is its XML; `mentions` are what was marked up, in the order of the text; `left_out` what was
    found and not marked up, each with the reason; `text` what the offsets of both count in.
    """

    tei: str
    mentions: tuple[Mention, ...]
    left_out: tuple[overlaps.LeftOut, ...]
    text: str

    @property
    def report(self) -> Mapping[str, Any]:
        """Counts a kind: found, linked, ambiguous, unknown; fit for JSON."""
        return report.counts(self.mentions, self.left_out)

    @property
    def titular(self) -> frozenset[tuple[int, int]]:
        """Where what looked like names was the title of a cited work or part of one: start, end of each."""
        parts = [part for mention in self.mentions if mention.element == "bibl" for part in mention.children]
        titles = [part for part in parts if part.element == "title"]
        said = {self.text[title.start : title.end] for title in titles}
        return frozenset(
            (name.start, name.end)
            for name, _ in self.left_out
            if name.element in NAMES
            and (
                any(title.start <= name.start and name.end <= title.end for title in titles)
                or self.text[name.start : name.end] in said
            )
        )

    def explain(self, asked: str | int) -> list[Explanation]:
        """Which rules and facts led to the mentions at an offset of `text`, or with the words `asked`."""
        return explain(self.text, self.mentions, self.left_out, asked)


@uncollected()
def annotate(
    tei: str,
    file: Path,
    authority: Authority | None = None,
    language: str = "en",
    finders: Sequence[Finder] = FINDERS,
    recognize: contexts.Recognizer | None = None,
    documents: Documents | None = None,
) -> Annotated:
    """Mark up the mentions in a TEI document; the document's text and its existing markup stay as they are.

    `file` is named in errors. `language` counts where the document does not name its own. `recognize` is
    a recognizer of names from `recognizers`; `documents` are those of the edition, to which citations are
    linked. Raises InputError where `tei` is not well-formed.
    """
    root = tree.parse(parseable(tei), file)
    undone = memory.Undone(tei)
    if memory.TARGET in tei:
        undone = memory.undo(scan(tei))
        root = tree.parse(parseable(undone.xml), file)
    document = scan(undone.xml)
    context = contexts.of(root, authority, language, recognize)
    found = [mention for find in finders for mention in find(document.text, context)]
    if documents is not None:
        found = link(found, document.text.content, documents, file.name)
    refusals = tuple(memory.Fingerprints(document.text.content).places(undone.refused, undone.standing))
    decision = overlaps.decide(document.text, found, refusals, undone.standing)
    places, homeless = _placed(document, _arriving(document, decision.kept))
    fills = tuple(fill.fills(document, [place.mention for place in places], found, refusals))
    return Annotated(
        tei=_written(document, places, fills, undone.refused),
        mentions=tuple(place.mention for place in places if not place.depth),
        left_out=decision.left_out + homeless,
        text=document.text.content,
    )


def _arriving(document: Scan, kept: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions without pointers at a citation that is not marked up after all."""
    if not any("corresp" in mention.attributes for mention in kept):
        return kept
    places, _ = _placed(document, kept)
    ids = {f"#{place.mention.attributes.get('xml:id')}" for place in places}
    ids |= {f"#{found}" for found in re.findall(r"""\bxml:id\s*=\s*["']([^"']+)""", document.xml)}
    return [
        mention
        if mention.attributes.get("corresp", "") in {"", *ids}
        else replace(mention, attributes={k: v for k, v in mention.attributes.items() if k != "corresp"})
        for mention in kept
    ]


def _placed(
    document: Scan, kept: Sequence[Mention]
) -> tuple[list[insert.Placed], tuple[overlaps.LeftOut, ...]]:
    places: list[insert.Placed] = []
    homeless: list[overlaps.LeftOut] = []
    for item in insert.placed(document, kept):
        if isinstance(item, insert.Placed):
            places.append(item)
        else:
            homeless.append(overlaps.LeftOut(item, "the markup that is there can't hold it"))
    return places, tuple(homeless)


def _written(
    document: Scan,
    places: Sequence[insert.Placed],
    fills: Sequence[fill.Fill],
    refused: tuple[memory.Trace, ...],
) -> str:
    prints = memory.Fingerprints(document.text.content)
    made = [prints.trace(p.mention.start, p.mention.end, p.mention.element, p.tag) for p in places]
    edits = insert.tags(document, places)
    for item in fills:
        edit = insert.attribute_edit(document, item.element, {item.name: item.value})
        edits.append(edit)
        made.append(prints.trace(item.start, item.end, item.code, edit.text))
    questions = [
        question
        for question in frame.open_questions(places, document)
        if memory.question_trace(question) not in refused
    ]
    made += map(memory.question_trace, questions)
    frames = [frame.declaration(document) if places else None, frame.standoff(document, questions)]
    end = document.elements[0].close_start
    frames.append(Edit(end, end, memory.instruction(memory.Memory(tuple(made), refused))))
    return apply(document.xml, edits + [edit for edit in frames if edit])
