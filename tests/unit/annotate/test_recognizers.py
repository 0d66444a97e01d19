"""An installed recognizer's word counts beside the rules; a missing one is named with its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from names_of import document

from teiedition.annotate import annotate, names, recognizers
from teiedition.errors import EnvironmentFault

PLAIN = document("<p>They saw Zoran Belimov at sea.</p>")


def test_a_recognizer_tips_the_scales() -> None:
    def recognize(text: str) -> Iterable[tuple[int, int, str]]:
        start = text.index("Zoran")
        return [(start, start + len("Zoran Belimov"), "person")]

    alone = annotate(PLAIN, Path("t.xml"), finders=(names.find,))
    helped = annotate(PLAIN, Path("t.xml"), finders=(names.find,), recognize=recognize)
    assert not alone.mentions
    assert [helped.text[mention.start : mention.end] for mention in helped.mentions] == ["Zoran Belimov"]
    assert "the recognizer takes it for a person" in helped.mentions[0].evidence


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The “Zoran Belimov” put to sea.", []),
        ("Zoran Belimov froze. We saw Zoran Belimov. They left Zoran Belimov.", ["Zoran Belimov"] * 3),
        ("Zoran Belimov froze. They took Zoran Belimov, Zoran Belimov and Zoran Belimov.", []),
        ("Belimov froze.", []),
    ],
)
def test_a_recognizer_is_trusted_with_full_names_that_it_mostly_takes_for_persons(
    text: str, persons: list[str]
) -> None:
    """It finds the first two places of a name, as a recognizer that reads sentence by sentence may."""

    def recognize(text: str) -> Iterable[tuple[int, int, str]]:
        return [(*match.span(), "person") for match in re.finditer("(?:Zoran )?Belimov", text)][:2]

    found = annotate(document(f"<p>{text}</p>"), Path("t.xml"), finders=(names.find,), recognize=recognize)
    assert [found.text[mention.start : mention.end] for mention in found.mentions] == persons


def test_a_missing_library_or_model_is_named() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        list(recognizers.spacy("no_such_model_anywhere")("Some text."))
    assert caught.value.remedy and caught.value.remedy.startswith("Install it")
