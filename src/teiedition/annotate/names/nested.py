"""Bodies of the authority files inside the names of others: "the Society of Friends of the Norland Board"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.known import SHORT
from teiedition.annotate.names.words import Words

_PURPOSE = re.compile(r" (?:for|on) (?:the )?[A-Z]")
"""What a body is for, behind the short name of another that is for something else."""


class Nested:
    """Tells whether a name that was put together may take bodies of the authority files into itself.

    It may have a short form that means something only by itself ("Board" in "Harbour Board"), but for the
    one that organs of several places are of ("Municipal Board Committees"), and any that is
    neither its beginning nor its head ("the Society for Norland Board Pensions").
    """

    def __init__(self, content: str, known: Iterable[Draft], words: Words) -> None:
        self.content, self.words = content, words
        self.known = [draft for draft in known if draft.kind == "organisation"]
        self.places = Taken(self.known)

    def allows(self, whole: Draft) -> bool:
        """Whether the name may have all bodies in it that it meets; it may meet none."""
        if self.places.is_free(whole.start, whole.end):
            return True
        met = (draft for draft in self.known if draft.start < whole.end and whole.start < draft.end)
        return all(self._is_part(draft, whole) for draft in met)

    def _is_part(self, part: Draft, whole: Draft) -> bool:
        if not (whole.start <= part.start and part.end <= whole.end) or part.end - part.start == (
            whole.end - whole.start
        ):
            return False
        if " " not in self.content[part.start : part.end] and all(
            reading.form.type in SHORT for reading in part.readings
        ):
            return part.end < whole.end or not _organs(self.words).match(self.content, whole.end)
        if part.start == whole.start and all(reading.form.type in SHORT for reading in part.readings):
            return _PURPOSE.match(self.content, part.end) is not None
        joined = _joined(self.words).search(self.content, whole.start, part.start)
        return joined is not None and (part.end < whole.end or not joined[0].startswith(" of "))


@cache
def _organs(words: Words) -> re.Pattern[str]:
    """Organs of which there are several, behind the body that they are of."""
    return re.compile(rf" (?:{'|'.join(map(re.escape, sorted(words.heads)))})s(?!\w)")


@cache
def _joined(words: Words) -> re.Pattern[str]:
    """A small word that ends what stands before."""
    return re.compile(rf" (?:{words.joiners}) (?:the )?$")
