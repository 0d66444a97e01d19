"""A request as the endpoints see it, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from teiedition.harvest.answer import Arguments
from teiedition.harvest.dts.writing import Links
from teiedition.harvest.repository import Repository

LIMIT = 2000
"""Characters in a parameter."""


class Fault(Exception):
    """A request that can't be met: an HTTP status, 400 or 404, and words for people."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(status, words)
        self.status, self.words = status, words


@dataclass(frozen=True, slots=True)
class Request:
    """Parameters by name; an empty one counts as absent. `address` is where the request came to."""

    repository: Repository
    parameters: Mapping[str, str]
    links: Links
    address: str

    @classmethod
    def of(cls, repository: Repository, given: Arguments, links: Links, address: str) -> Request:
        """A request with these parameters. Raises Fault where one is repeated or too long."""
        parameters: dict[str, str] = {}
        for name, value in given:
            if name in parameters:
                raise Fault(400, f"{name[:40]} is given more than once")
            if len(value) > LIMIT:
                raise Fault(400, f"{name[:40]} is longer than {LIMIT} characters")
            parameters[name] = value
        return cls(repository, {name: value for name, value in parameters.items() if value}, links, address)

    def number(self, name: str, least: int) -> int | None:
        """A parameter that is a whole number, if it is given. Raises Fault."""
        text = self.parameters.get(name)
        if text is None:
            return None
        try:
            number = int(text) if len(text) < 10 else least - 1
        except ValueError:
            number = least - 1
        if number < least:
            raise Fault(400, f"{name} must be a whole number from {least} on")
        return number

    def resource(self) -> str:
        """The document asked for. Raises Fault."""
        id = self.parameters.get("resource")
        if id is None:
            raise Fault(400, "resource is missing: the identifier of a document")
        if self.repository.head(id) is None:
            raise Fault(404, "there is no document with this identifier")
        return id
