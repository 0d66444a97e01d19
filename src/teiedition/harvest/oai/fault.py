"""What can be wrong with a request (OAI-PMH, 3.6)."""

from __future__ import annotations


class Fault(Exception):
    """A request that can't be met: `code` is one of the protocol's, `words` are for people."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(code, words)
        self.code, self.words = code, words
