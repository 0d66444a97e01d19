"""Recognizers of names that an editor may install beside the rules.

A recognizer is a function from a text to the names in it (`context.Recognizer`); any library will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from teiedition.annotate.context import Recognizer
from teiedition.errors import EnvironmentFault

KINDS = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
}
_POSSESSIVE = re.compile(r"['’]s?$")


def spacy(model: str = "en_core_web_sm") -> Recognizer:
    """spaCy with a model, both installed by the editor (`pip install teiedition[ner]`).

    Raises EnvironmentFault where either is missing.
    """
    pipeline = _pipeline(model)

    def recognize(text: str) -> Iterator[tuple[int, int, str]]:
        lines = list(re.finditer(r"[^\n]+", text))
        for line, document in zip(lines, pipeline.pipe(line[0] for line in lines), strict=True):
            for entity in document.ents:
                words = _POSSESSIVE.sub("", entity.text)
                kind = KINDS.get(entity.label_)
                if kind and words.strip():
                    start = line.start() + entity.start_char
                    yield start, start + len(words), kind

    return recognize


@cache
def _pipeline(model: str) -> Any:
    try:
        library = import_module("spacy")
    except ImportError:
        remedy = "Install it: pip install teiedition[ner]"
        raise EnvironmentFault("the recognizer spaCy is not installed", remedy) from None
    try:
        return library.load(model, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    except OSError:
        remedy = f"Install it: python -m spacy download {model}"
        raise EnvironmentFault(f"spaCy has no model {model!r}", remedy) from None
