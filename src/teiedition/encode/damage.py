"""Characters lost in copying that leave a trace, and readings inferred from the rest of the material."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiedition.encode.flow import Markup
from teiedition.encode.nodes import Node

SOFTWARE = "#teiedition"

# A full stop with a small letter straight after it was a dash; so was one with a number after it, unless
# an abbreviation stands before it; and so was one behind a closing quotation mark.
_DASH = re.compile(
    r"(?<=[^\W\d_]{3})\.(?=\[?[^\W\d_A-Z]{2}|a [a-z])"
    r"|(?<=\s[a-z]{2})(?<!op|no|vs|ed|pp|ff|cf|ca|al|st|nr|jr)\.(?=[a-z]{2,}[ ,])"
    r"|(?<=[\])”’])\.(?=[^\W\d_A-Z])|(?<=\d)\.(?=[^\W\d_A-Z]{3})"
    r"|(?<=”)\.(?=[A-Z])|(?<=[^\W\d_A-Z]{4})\.(?=\d+\s)"
)
_HINT = re.compile(r"\.[\w\[]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|int|info|eu|uk|de|fr|cn|ru)\b\S*|\b\w+\.(?:txt|pdf|docx?|xml|html?)\b"
)


def lost_dashes(text: str) -> Iterator[Markup]:
    """Full stops that stand for lost dashes, each with the dash beside it."""
    if not _HINT.search(text):
        return
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    for found in _DASH.finditer(text):
        at = found.start()
        if not any(start <= at < end for start, end in addresses):
            certainty = "medium" if text[at + 1].isdigit() else "high"
            yield Markup(at, at + 1, corrected("—", certainty))


def corrected(reading: str, certainty: str, evidence: str = "") -> Node:
    """`choice` of the damaged characters, which the caller puts into `unclear`, and what they were."""
    attributes = {"cert": certainty, "resp": SOFTWARE}
    if evidence:
        attributes["evidence"] = evidence
    return Node("choice", {}, [Node("unclear", {"reason": "damage"}), Node("corr", attributes, [reading])])
