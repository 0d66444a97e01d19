"""Why a mention was marked up as it was, or why it was not: `annotate --explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teiedition.annotate.overlaps import LeftOut
from teiedition.model import Mention


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mention with the words it stands on and the reasons; `reason` says why it was left out, if it was."""

    words: str
    context: str
    mention: Mention
    reason: str = ""

    def __str__(self) -> str:
        """The explanation as a paragraph for people."""
        values = "".join(f' {name}="{value}"' for name, value in self.mention.attributes.items())
        lines = [
            self.context,
            f"  {self.mention.element}{values}, certainty {self.mention.certainty:.2f}",
            f"  {self.mention.evidence or 'no reason given'}",
        ]
        lines += (f"  perhaps {ref}: {degree:.0%}" for ref, degree in self.mention.candidates)
        if self.reason:
            lines.append(f"  not marked up: {self.reason}")
        return "\n".join(lines)


def explain(
    text: str, mentions: Iterable[Mention], left_out: Iterable[LeftOut], asked: str | int
) -> list[Explanation]:
    """The explanations of all mentions at an offset of the text, or on or within the words asked for."""
    found = [(mention, "") for mention in _all(mentions)] + [(item.mention, item.reason) for item in left_out]
    found.sort(key=lambda item: (item[0].start, -item[0].end))
    return [
        Explanation(text[mention.start : mention.end], _context(text, mention), mention, reason)
        for mention, reason in found
        if _is_asked(text, mention, asked)
    ]


def _is_asked(text: str, mention: Mention, asked: str | int) -> bool:
    if isinstance(asked, int):
        return mention.start <= asked < mention.end
    return asked.casefold() in text[mention.start : mention.end].casefold()


def _context(text: str, mention: Mention) -> str:
    """The words with a little of what stands around them."""
    before = text[max(0, mention.start - 40) : mention.start].rpartition("\n")[2]
    behind = text[mention.end : mention.end + 40].partition("\n")[0]
    return f"…{before}»{text[mention.start : mention.end]}«{behind}…"


def _all(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _all(mention.children)
