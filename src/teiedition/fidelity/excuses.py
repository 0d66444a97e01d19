"""What may be missing from the words of the TEI because it became markup, each case where it must have.

- A hyphen at a line's end, if the word goes on without it in the TEI.
- The number or sign of a footnote, at the note's mark or before its text, if the note has it in `@n`.
- A square bracket, if an element that can stand for one begins or ends there, or the bracket stands too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from teiedition.fidelity.counted import Counted
from teiedition.fidelity.encoded import Part
from teiedition.fidelity.matching import Matching

SLACK = 3
"""How many characters a footnote's mark and its note may stand apart: punctuation, a closing quote."""
HYPHENS = "-\u2010\u2011¬"
_LINE_END = re.compile(r"[^\S\n]*\n")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AROUND_NUMBER = "().,:;"


class Excuses:
    """Asks of what is missing whether it became markup."""

    def __init__(self, matching: Matching, source: Counted, parts: Sequence[Part]) -> None:
        self.matching, self.source, self.parts = matching, source, parts
        self.begins = [part.start for part in parts]
        self.line_begins = frozenset(source.lines)
        self.notes: dict[str, list[tuple[int, Part]]] = {}
        for part in parts:
            if part.anchor and part.n:
                host, raw = part.anchor
                anchor = host.start + host.counted.core_offset(raw)
                self.notes.setdefault(part.n.strip(_AROUND_NUMBER), []).append((anchor, part))

    def excused(self, start: int, end: int) -> bool:
        """Whether the missing `core[start:end]`, a word or part of one, became markup."""
        return self._hyphen(start, end) or self._number(start, end)

    def _hyphen(self, start: int, end: int) -> bool:
        source, matching = self.source, self.matching
        if end - start != 1 or source.core[start] not in HYPHENS or not start:
            return False
        before = matching.partner(start - 1)
        if before is None or not _LINE_END.match(source.text, source.place(start) + 1):
            return False
        part = self.part(before)
        after = before + 1 - part.start
        return (
            before + 1 < part.end
            and matching.b[before + 1].islower()
            and source.core[start - 1].isalpha()
            and not part.counted.begins_word(after)
        )

    def _number(self, start: int, end: int) -> bool:
        marks = self.source.core[start:end].strip(_AROUND_NUMBER).translate(_RAISED)
        return bool(marks) and all(self._note(mark, start, end) for mark in re.split("[,;]", marks))

    def _note(self, mark: str, start: int, end: int) -> bool:
        before, after = self.matching.partner(start - 1), self.matching.partner(end)
        for anchor, note in self.notes.get(mark, ()):
            begun = after is not None and note.start <= after < note.end
            if begun and not self.matching.used_b.count(1, note.start, after):
                return True
            # a number that begins a line is a page's or a paragraph's, and no mark
            if start not in self.line_begins and self._near(
                anchor, None if before is None else before + 1, after
            ):
                return True
        return False

    def _near(self, anchor: int, *places: int | None) -> bool:
        """Whether hardly any words of the source stand between a note's place and one of `places`."""
        for place in places:
            start, end = sorted((anchor, anchor if place is None else place))
            if place is not None and self.matching.used_b.count(1, start, end) <= SLACK:
                return True
        return False

    def part(self, at: int) -> Part:
        """The part in which a character of the TEI stands."""
        return self.parts[bisect_right(self.begins, at) - 1]

    def lost_brackets(self) -> Iterator[int]:
        """The characters inside square brackets that neither stand in the TEI nor became an element there."""
        edges: set[int] = set()
        literal: set[tuple[int, str]] = set()
        for part in self.parts:
            counted = part.counted
            edges.update(part.start + counted.core_offset(edge) for edge in part.edges)
            for match in re.finditer(r"[\[\]]", counted.text):
                literal.add((part.start + counted.core_offset(match.start()), match[0]))
        for match in re.finditer(r"[\[\]]", self.source.text):
            at = self.source.core_offset(match.start())
            inside = at if match[0] == "[" else at - 1
            before, after = self.matching.partner(at - 1), self.matching.partner(at)
            places = [] if before is None else [before + 1]
            places += [] if after is None else [after]
            stands = any(place in edges or (place, match[0]) in literal for place in places)
            if self.matching.partner(inside) is not None and not stands:
                yield inside
