"""In which language is a text? Told from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from teiedition.encode.vocabulary import Vocabulary

ENGLISH = "en"
_ENOUGH = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)


def language(text: str, words: Vocabulary) -> str:
    """The BCP 47 tag of a text's language; English where nothing else is likelier."""
    sample = text[:_ENOUGH]
    seen = Counter(word.lower() for word in _WORD.findall(sample))
    counts = {
        tag: sum(seen[word] for word in common) for tag, common in words.table("function-words").items()
    }
    likeliest = max(counts, key=lambda tag: (counts[tag], tag == ENGLISH))
    if counts[likeliest] * 20 > sum(seen.values()):
        return likeliest
    for tag, script in _SCRIPTS:
        if len(script.findall(sample)) * 4 > len(sample.replace(" ", "")):
            return tag
    return ENGLISH
