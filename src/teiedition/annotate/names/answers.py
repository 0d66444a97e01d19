"""Answers to one question about any word, remembered: texts have the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
MOST = 1 << 16
"""How many answers are remembered."""


class Answers(dict[str, Answer]):
    """What is answered to a question, by the word; the question is asked when a word is first looked up."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self.ask = ask

    def __missing__(self, word: str) -> Answer:
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self.ask(word)
        return answer
