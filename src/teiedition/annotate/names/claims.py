"""Whether words around one for what a body is name one body: the "Harbour Board", but no "Planning Board"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.states import SEVERAL
from teiedition.annotate.names.words import Words

_INDEFINITE = re.compile(r"(?<!\w)[Aa]n? $")


class Claim(NamedTuple):
    """Words that may name a body."""

    run: Run
    at: int
    """Which word of the run says what the body is."""
    start: int
    end: int
    modifiers: list[str]
    """The words before that one."""
    complement: list[str]
    """The words behind it that say of what it is one."""

    def head(self, words: Words) -> str:
        """The word for what the body is, as the table has it."""
        token = next(token for token in reversed(self.run.tokens[: self.at + 1]) if token.traits.head)
        return token.word if token.word in words.heads else token.word.capitalize()


def names_one(content: str, claim: Claim, capitals: Capitals) -> bool:
    """Whether a claim is good: it is neither a meeting nor a person nor a sort of bodies, and it has a word
    that is this body's own."""
    words, head = capitals.words, claim.head(capitals.words)
    said = content[claim.start : claim.run.tokens[claim.at].end]
    if (
        said in words.places
        or words.never.match(content, claim.end)
        or words.concerns.match(content, claim.end)
    ):
        return False
    if claim.complement and re.fullmatch(words.states, head) and SEVERAL.match(content, claim.end):
        return False
    if head in words.offices_together and _are_persons(claim, words):
        return False
    if _is_meeting(said, head, claim, words) or _is_person(head, claim.modifiers, words):
        return False
    if words.sessions.search(
        content, max(claim.run.block.start, claim.start - 12), claim.start + len(said) + 1
    ):
        return False
    creeds = [word for word in claim.modifiers if word in words.creeds]
    telling = [word for word in claim.modifiers if word not in words.plain or word in words.creeds]
    claim = claim._replace(modifiers=[word for word in telling if word not in words.substitutes])
    return not _is_common(content, head, claim, words) and _is_proper(head, claim, creeds, capitals)


def _is_meeting(said: str, head: str, claim: Claim, words: Words) -> bool:
    """Whether it is a meeting, of the body named before it: "NWP Congress", but no congress of a state."""
    if said in words.meetings and " ".join(claim.complement) not in words.states_known:
        return True
    before = [word for word in claim.modifiers if word not in words.heads and head in words.meetings]
    return bool(before) and (before[-1].isupper() or before[-1] in words.known_bodies)


def _is_person(head: str, modifiers: Sequence[str], words: Words) -> bool:
    """Whether it is somebody with titles whose family is called as bodies are: "Deputy Minister Bank"."""
    return head in words.family_first and all(word.lower() in words.title_ends for word in modifiers)


def _are_persons(claim: Claim, words: Words) -> bool:
    """Whether it is several persons with an office: "High Commissioners", "the Norlandish Commissioners"."""
    return (bool(claim.modifiers) and claim.modifiers[-1].lower() in words.title_begins) or all(
        word.lower() in words.title_begins or word in words.adjectives or word in words.places
        for word in claim.modifiers
    )


def _is_common(content: str, head: str, claim: Claim, words: Words) -> bool:
    """Whether it is any body of its sort: "the Norlandish Government", "a Planning Committee"."""
    modifiers = claim.modifiers
    if claim.complement:
        return False
    if not modifiers or (head in words.generic and all(word in words.adjectives for word in modifiers)):
        return True
    indefinite = _INDEFINITE.search(content, max(0, claim.start - 4), claim.start)
    return indefinite is not None and _is_sort(modifiers, words)


def _is_sort(modifiers: Sequence[str], words: Words) -> bool:
    """Whether the words before a head say no more than of what sort a body is: "a Planning Committee"."""
    word = modifiers[0] if len(modifiers) == 1 else ""
    return word in words.portfolios or words.matter.fullmatch(word) is not None


def _is_proper(head: str, claim: Claim, creeds: Sequence[str], capitals: Capitals) -> bool:
    """Whether a word of it is this body's own, and no family's name before a word such as "Group"."""
    words, run = capitals.words, claim.run
    modifiers, complement = claim.modifiers, claim.complement
    if (
        head in words.of_persons
        and len(modifiers) == 1
        and (modifiers[0] in words.common_family or modifiers[0] in words.famous)
    ):
        return False
    titled = run.block.element in HEADINGS and not run.block.in_header
    placed = any(" ".join(modifiers[: size + 1]) in words.places for size in range(len(modifiers)))
    if titled and not (complement or creeds or placed) and head in words.weak_heads:
        return False
    if creeds or _telling(head, claim, capitals):
        return True
    purposes = set(complement) & words.portfolios
    if head in words.weak_heads and not (len(complement) > 1 and purposes):
        return False
    return bool(modifiers or purposes or (complement and not titled and not run.after_stop))


def _is_family(word: str, words: Words) -> bool:
    return word in words.common_family or word in words.famous


def _telling(head: str, claim: Claim, capitals: Capitals) -> list[str]:
    """The words of a claim that are neither ordinary nor such as many bodies have."""
    words, common = capitals.words, capitals.common
    telling = [
        word
        for word in claim.modifiers + claim.complement
        if not common[word] or word in words.abbreviated_places
    ]
    telling = [word for word in telling if word not in words.heads and word not in words.portfolios]
    if head in words.weak_heads and len(claim.modifiers) == 1:
        telling = [word for word in telling if not word.endswith(words.participle_endings)]
    return [word for word in telling if not re.fullmatch(words.offices, word, re.IGNORECASE)]
