"""What a request is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Arguments = list[tuple[str, str]]
"""The parameters of a request as they came, decoded, in order; a name may occur twice."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body and its media type, further header fields.

    `tag` is the same for two answers that say the same (for an entity tag); empty: not to be remembered.
    """

    body: bytes
    media_type: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    tag: str = ""
