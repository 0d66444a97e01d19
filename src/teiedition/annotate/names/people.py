"""Persons whom no authority file has: found by what their names look like and what stands around them.

Each occurrence of a name gathers points for and against its being a person's; the occurrences of one
name in a document share them, so that "Mr. Orr" in one place speaks for "Orr" in another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.draft import Draft, Taken
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.sightings import Sighting, together, words_before
from teiedition.annotate.names.surnames import before_particles
from teiedition.annotate.names.titles import Names, Title, Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import INITIAL, UPPER, Words
from teiedition.annotate.text import Block, Text

ENOUGH = 2.0
STRONG = 1.5
"""The points of words behind a full name that say something behind a single one too."""
PERSON_BLOCKS = frozenset(["speaker", "signed", "docAuthor", "author", "editor"])
_PERSON_PARENTS = frozenset(["person", "respStmt", "byline", "signed"])
_INITIAL = re.compile(rf"(?:{INITIAL} ?)+")
_ENUMERATOR = re.compile(rf"[{UPPER}]\.")
_APPOSED = 110
"""How far before a name in brackets the office may stand that the person has."""
_LISTED = re.compile(rf"\((?:[{UPPER}][\w’'-]+(?:,? and |, )?)+\)")
"""Family names in brackets: "(Orr)", "(Orr, Lee, and Selby)"."""
_HYPHENED = re.compile(r"\w+[-‐‑][^\W\d_]\w*")


class People:
    """Finds persons in one document."""

    def __init__(
        self,
        text: Text,
        capitals: Capitals,
        titles: Titles,
        named: Iterable[str] = (),
        recognized: Container[tuple[int, int]] = (),
    ) -> None:
        self.text, self.capitals, self.titles = text, capitals, titles
        self.words: Words = capitals.words
        self.named = frozenset(folded(name) for name in named if " " in name)
        """Whole names of whom the header says that they are persons."""
        self.accepted: set[str] = set()
        """Full names found to be persons' by an earlier search of the same text."""
        self.recognized = recognized
        """The places of what an installed recognizer takes for persons."""
        self.seen: dict[int, list[Sighting]] = {}
        """What was seen in each run of capitals by the last search."""
        self.free: list[tuple[bool, ...]] = [()] * len(capitals.runs)
        """Which words of each run were free at that search."""
        self.unsettled: set[int] = set()
        """The runs in which it takes the names around to tell which titles stand there."""
        self.alone = Counter(run.tokens[0].word for run in capitals.runs if len(run.tokens) == 1)
        """How often a capitalised word stands by itself."""
        self.known_reasons: dict[tuple[int, int, tuple[Title, ...]], list[tuple[float, str]]] = {}
        """What `_reasons` gave: the second search asks again for most names."""
        self.known_forms: dict[tuple[str, ...], list[tuple[float, str]]] = {}
        self.known_ordinary: dict[str, bool] = {}

    def find(self, taken: Taken, names: Names, changed: Container[int] | None = None) -> list[Draft]:
        """The persons in what is not taken by other names.

        A second search looks only at the blocks, by their starts, in which names have changed since, and
        at long runs of capitals, which may be names in a row.
        """
        sightings: dict[str, list[Sighting]] = defaultdict(list)
        for number, run in enumerate(self.capitals.runs):
            if changed is None or len(run.tokens) > 2 or run.block.start in changed:
                free = tuple([taken.is_free(token.start, token.end) for token in run.tokens])
                if free != self.free[number] or len(free) > 2 or number in self.unsettled:
                    self.seen[number] = list(self._sightings(number, free, names))
                    self.free[number] = free
            for sighting in self.seen[number]:
                sightings[folded(self.text.content[sighting.start : sighting.end])].append(sighting)
        found = [draft for name, seen in sightings.items() for draft in self._drafts(name, seen)]
        names_found = {folded(self.text.content[draft.start : draft.end]) for draft in found}
        self.accepted |= {name for name in names_found if " " in name}
        return found

    def _drafts(self, name: str, seen: list[Sighting]) -> Iterator[Draft]:
        best = max(seen, key=lambda sighting: sighting.points)
        against = sum(1 for sighting in seen if sighting.points < 0)
        if together(seen, best) < ENOUGH or against > len(seen) / 2:
            return
        for sighting in seen:
            reasons = sighting.reasons or (*best.reasons, "elsewhere")
            score = min(0.9, 0.5 + 0.1 * max(sighting.points, best.points - 1))
            evidence = f"looks like a person's name: {', '.join(reasons)}"
            yield Draft(sighting.start, sighting.end, "person", (), score, evidence, sighting.titles)

    def _sightings(self, number: int, free: tuple[bool, ...], names: Names) -> Iterator[Sighting]:
        run = self.capitals.runs[number]
        for tokens in self._names_in(run, free):
            if self.titles.may_end(self.text.content, run.block.start, tokens[0].start - 1):
                self.unsettled.add(number)
            start, end = tokens[0].start, tokens[-1].end
            titles = tuple(self.titles.before(self.text, run.block, start, names))
            with_particles = before_particles(self.text.content, run.block.start, start, self.words)
            if with_particles < start:
                titled = tuple(self.titles.before(self.text, run.block, with_particles, names))
                start, titles = (with_particles, titled) if titled else (start, titles)
            reasons = self.known_reasons.get((start, end, titles))
            if reasons is None:
                reasons = self.known_reasons[start, end, titles] = list(self._reasons(run, tokens, titles))
            if reasons or len(tokens) == 1:
                points = sum(weight for weight, _ in reasons)
                points += self._against(run, tokens, bool(reasons), titles)
                yield Sighting(start, end, titles, points, tuple(reason for _, reason in reasons))

    def _names_in(self, run: Run, free: tuple[bool, ...]) -> Iterator[tuple[Token, ...]]:
        """The parts of a run that may be names: between other names, without titles and ordinary words."""
        if True not in free:
            return
        for is_free, group in groupby(zip(free, run.tokens, strict=True), key=itemgetter(0)):
            if is_free:
                name = self._trimmed(run, [token for _, token in group])
                if len(name) == 3 and self.titles.stands_before(self.text.content, run.block.start, name[0]):
                    yield name
                    continue
                yield from (part for part in self._parts(name) if 0 < len(part) <= 5)

    def _trimmed(self, run: Run, tokens: list[Token]) -> tuple[Token, ...]:
        titled = [number for number in range(len(tokens)) if self._is_title(run.block, tokens, number)]
        tokens = tokens[titled[-1] + 1 :] if titled else tokens
        while tokens and self._is_plain(run, tokens[0]):
            tokens.pop(0)
        if len(tokens) > 1 and tokens[-1].word in self.words.estates:
            tokens.pop()
        if tokens and (tokens[0].word in self.words.given or tokens[0].word in self.words.family_first):
            while len(tokens) > 2 and self._is_office(run.block, tokens[-1]):
                tokens.pop()
        tokens = self._after_complement(run, tokens)
        while tokens and self.capitals.is_common(tokens[-1].word) and not _INITIAL.fullmatch(tokens[-1].word):
            tokens.pop()
        first = len(tokens) > 1 and tokens[0].start == run.block.start
        if first and _ENUMERATOR.fullmatch(tokens[0].word) and not self._is_label(run.block, tokens):
            tokens.pop(0)
        return tuple(tokens)

    def _is_label(self, block: Block, tokens: list[Token]) -> bool:
        """Whether an initial and a family name at the start of a block say who speaks: "J. ORR. I agree."."""
        ends = self.text.content[tokens[-1].end : min(block.end, tokens[-1].end + 2)]
        plain = self._is_ordinary(tokens[1].word) or tokens[1].word in self.words.given
        return len(tokens) == 2 and not plain and ends in (". ", ": ", ".\n")

    def _is_office(self, block: Block, token: Token) -> bool:
        """Whether a word behind a name says what somebody or something is: "Jo Orr Spokesman"."""
        if token.word in self.words.surnames or token.word in self.words.also_names:
            return False
        head = token.word in self.words.heads or token.word in self.words.employments.title().split("|")
        return head or self.titles.ends_at(self.text.content, block.start, token)

    def _after_complement(self, run: Run, tokens: list[Token]) -> list[Token]:
        """Of "Minister of Fisheries Tolland" the name, without what the office is one of."""
        content, floor = self.text.content, run.block.start
        initials = (at for at, token in enumerate(tokens) if at and _INITIAL.fullmatch(token.word))
        if (first := next(initials, 0)) and self._is_ordinary(tokens[first - 1].word):
            return tokens[first:]
        if len(tokens) < 2 or not self.titles.awaits_complement(content, floor, tokens[0].start):
            return tokens
        at = next((at for at, token in enumerate(tokens) if not self._is_ordinary(token.word)), len(tokens))
        if at == 0 and sum(points for points, _ in self._from_form(tuple(tokens))) < ENOUGH:
            at = 1
        return tokens[at:]

    def _parts(self, tokens: tuple[Token, ...]) -> list[tuple[Token, ...]]:
        """A row of words as the names it consists of: "Committee Ri Jeong-ok", two signatures in a row."""
        if len(tokens) < 3 or sum(points for points, _ in self._from_form(tokens)) >= ENOUGH:
            return [tokens]
        for start in range(len(tokens) - 1):
            for end in range(len(tokens), start + 1, -1):
                if (start, end) != (0, len(tokens)) and self._is_likely(tokens[start:end]):
                    start -= start == 1 and end == len(tokens) and not self._is_ordinary(tokens[0].word)
                    return [*self._parts(tokens[:start]), tokens[start:end], *self._parts(tokens[end:])]
        return [tokens]

    def _is_likely(self, tokens: tuple[Token, ...]) -> bool:
        """Whether some words are made like a person's name, or are one elsewhere in the text."""
        if folded(self.text.content[tokens[0].start : tokens[-1].end]) in self.accepted:
            return True
        return len(tokens) < 4 and sum(points for points, _ in self._from_form(tokens)) >= ENOUGH

    def _is_title(self, block: Block, tokens: list[Token], number: int) -> bool:
        """Whether a word is a title here, and no initial or family name of the same form."""
        token, content = tokens[number], self.text.content
        if not self.titles.ends_at(content, block.start, token):
            return False
        before = tokens[number - 1].word if number else ""
        if before and _ENUMERATOR.fullmatch(token.word):
            return before not in self.words.given and before[-1] != "." and self._is_ordinary(before)
        if number + 1 < len(tokens) or token.word not in self.words.also_names:
            return True
        named = bool(_INITIAL.fullmatch(before)) or before in self.words.given
        return not named and not self.titles.stands_before(content, block.start, token)

    def _is_plain(self, run: Run, token: Token) -> bool:
        words = self.words
        if token.word in words.given or (token.word in words.family_first and len(run.tokens) > 1):
            return False
        return (
            token.word in words.adjectives
            or token.word in words.plain
            or (run.after_stop and token is run.tokens[0] and self._opens(run, token))
        )

    def _opens(self, run: Run, token: Token) -> bool:
        """Whether the first word of a sentence has its capital from there: "Simultaneously Orr wrote"."""
        adverb = len(run.tokens) > 1 and token.word.endswith(self.words.adverb_endings)
        return adverb or self.capitals.is_common(token.word)

    def _reasons(
        self, run: Run, tokens: tuple[Token, ...], titles: tuple[Title, ...]
    ) -> Iterator[tuple[float, str]]:
        content, block = self.text.content, run.block
        start, end = tokens[0].start, tokens[-1].end
        yield from self._from_form(tokens)
        if len(tokens) > 1 and content[tokens[-2].end : tokens[-1].start].strip() in self.words.noble:
            yield 1.0, "a particle of families in it"
        before = words_before(content, block.start, start)
        if len(tokens) > 1:
            yield from self._from_cues(block, before, end)
        else:
            yield from self._around_one(block, before, tokens[0])
        if self.titles.apposed.match(content, end, block.end):
            yield 2.0, "an office behind it"
        elif len(tokens) == 1 and self.titles.stands_in_full_before(content, block.start, start):
            yield 2.2, "an office before it, with a comma"
        elif self.titles.employed.match(content, end, block.end):
            yield 1.5, "an office behind “as”"
        elif len(tokens) > 1 and self.titles.stands_apart_before(content, block.start, start):
            yield 1.5, "an office before it, with a comma"
        if titles:
            certain = titles[-1].words in self.words.courtesy
            yield 7.0 if certain else 3.0, f"the title “{titles[-1].words}” before it"
        elif before and before[-1] in self.words.descriptions:
            yield 2.5, f"“{before[-1]}” before it"
        if block.element == "signed" and len(tokens) > 1:
            yield 1.2, "in a signature"
        whole = (start, end) == (block.start, block.end) or content[end : block.end].strip(" :.") == ""
        if whole and (block.element in PERSON_BLOCKS or self._parent(block) in _PERSON_PARENTS):
            yield 3.0, f"it stands alone in a {block.element}"
        elif whole and start == block.start and len(tokens) > 1 and block.element not in HEADINGS:
            yield 1.2, "it stands alone"
        if folded(content[start:end]) in self.named:
            yield 5.0, "the header names the person"
        if (start, end) in self.recognized:
            yield 1.2, "the recognizer takes it for a person"
        if self.words.speech.match(content, end, min(block.end, end + 40)):
            yield 1.5, "speaks"

    def _from_cues(self, block: Block, before: list[str], end: int) -> Iterator[tuple[float, str]]:
        """What the words next to a full name say."""
        words = self.words
        for cue in (" ".join(before[-2:]).lower(), before[-1].lower() if before else ""):
            if weight := words.cues_before.get(cue):
                yield weight, f"“{cue}” before it"
                break
        if match := words.after.match(self.text.content, end, block.end):
            yield words.cues_after[match[0]], f"“{match[0]}” behind it"
        if before and before[-1].endswith(words.doer_endings) and before[-1] not in words.function:
            yield 1.3, f"“{before[-1]}” before it"

    def _around_one(self, block: Block, before: list[str], token: Token) -> Iterator[tuple[float, str]]:
        """What the words around a single word say."""
        cues, content = self.words.cues_single, self.text.content
        for cue in (" ".join(before[-2:]).lower(), before[-1].lower() if before else ""):
            if weight := cues.get(cue):
                yield weight, f"“{cue}” before it"
                break
        if not token.word.isupper():
            if match := self.words.possessed.match(content, token.end, block.end):
                yield 1.5, f"“{match[1]}” that is somebody's"
            if token.word.endswith(self.words.surname_endings) and len(token.word) > 5:
                yield 0.8, "the ending of a family name"
            if self.words.surname.match(token.word):
                yield 1.5, "the beginning of a family name"
            match = self.words.after.match(content, token.end, block.end)
            behind = self.words.cues_after[match[0]] if match else 0.0
            if match and behind >= STRONG:
                yield 0.8 * behind, f"“{match[0]}” behind it"
            if self.words.estate.match(content, token.end, block.end) and not self._is_ordinary(token.word):
                yield 2.0, "whose papers they are"
        elif len(token.word) > 4 and self._stands_out(block, token):
            yield 0.8, "in capitals, as the text around is not"
        bracket = content.rfind("(", max(block.start, token.start - _APPOSED), token.start)
        if bracket >= 0 and not token.word.isupper() and not self._is_ordinary(token.word):
            near = max(block.start, bracket - _APPOSED)
            listed = _LISTED.match(content, bracket, block.end)
            if listed and self.titles.ends_before(content, near, bracket):
                yield 3.2, "in brackets after an office"

    def _stands_out(self, block: Block, token: Token) -> bool:
        """Whether the text around a word in capitals is written in small letters."""
        content = self.text.content
        around = content[max(block.start, token.start - 24) : min(block.end, token.end + 24)]
        return sum(map(str.islower, around)) > len(token.word)

    def _from_form(self, tokens: tuple[Token, ...]) -> list[tuple[float, str]]:
        words = tuple([token.word for token in tokens])
        if words not in self.known_forms:
            self.known_forms[words] = list(self._from_words(words))
        return self.known_forms[words]

    def _from_words(self, words: tuple[str, ...]) -> Iterator[tuple[float, str]]:
        if len(words) > 1 and words[0] in self.words.given:
            yield 2.5, f"“{words[0]}” is a given name"
        if len(words) > 1 and any(_INITIAL.fullmatch(word) for word in words[:-1]):
            yield 2.5, "it has initials"
        if len(words) == 2 and words[0] in self.words.family_first and _HYPHENED.fullmatch(words[1]):
            yield 3.0, "a family name and a given name with a hyphen"
        elif 2 <= len(words) <= 3 and words[0] in self.words.family_first:
            yield 2.2, f"“{words[0]}” is a family name that stands first"
        elif len(words) == 2 and words[1] in self.words.family_first:
            yield 1.2, f"“{words[1]}” is a family name"
        if len(words) > 1 and self.words.surname.match(words[-1]):
            yield 2.0, f"“{words[-1]}” begins as family names do"
        if len(words) == 1 and words[0] in self.words.given:
            yield 1.0, "a given name"
        if len(words) == 2 and not any(self._is_ordinary(word) for word in words):
            yield 1.0, "two words that are no ordinary ones"
            if self.alone[words[1]] > 1:
                yield 0.7, f"“{words[1]}” also stands by itself"

    def _is_ordinary(self, word: str) -> bool:
        ordinary = self.known_ordinary.get(word)
        if ordinary is None:
            ordinary = self.known_ordinary[word] = self._seems_ordinary(word)
        return ordinary

    def _seems_ordinary(self, word: str) -> bool:
        words = self.words
        if word in words.given or word in words.family_first or _INITIAL.fullmatch(word):
            return False
        known = (words.heads, words.place_after, words.places, words.adjectives, words.directions)
        if "-" in word and all(part in words.places for part in word.split("-")):
            return True
        return (
            any(word in group for group in (*known, words.portfolios, words.possessors))
            or bool(words.ordinary.fullmatch(word))
            or self.capitals.is_common(word)
            or (word.isupper() and len(word) < 4)
        )

    def _against(self, run: Run, tokens: tuple[Token, ...], likely: bool, titles: tuple[Title, ...]) -> float:
        """What speaks against a person; of the unlikely, only whether a place is more likely."""
        words = [token.word for token in tokens]
        points = 0.0
        if len(words) == 1:
            before = words_before(self.text.content, run.block.start, tokens[0].start)
            said = " ".join(before[-2:]).lower() in self.words.cues_single
            points -= bool(before) and not said and before[-1] in self.words.place_prepositions
            if before and before[-1].lower() in self.words.determiners and not self._has_noun(run, tokens[0]):
                points -= 2.5
        if not likely:
            return points
        if words[0] in self.words.ships and self._is_ship(run.block, tokens[0]):
            return points - 9.0
        name = self.text.content[tokens[0].start : tokens[-1].end]
        if len(words) == 1 and titles and titles[-1].words in self.words.courtesy:
            return points
        if words[-1] in self.words.heads or words[-1] in self.words.place_after or name in self.words.places:
            points -= 5.0
        if all(self.capitals.is_common(word) for word in words):
            points -= 3.0
        elif any(self._is_ordinary(word) for word in words):
            points -= 0.0 if titles and words[-1] in self.words.surnames else 2.0
        if run.block.element in HEADINGS:
            points -= 1.0
        return points - max(0, len(words) - 3)

    def _has_noun(self, run: Run, token: Token) -> bool:
        """Whether the article before is that of what follows: "the Orr Papers", "the Orr clique"."""
        content, end = self.text.content, run.block.end
        behind = self.words.after.match(content, token.end, end)
        strong = behind is not None and self.words.cues_after[behind[0]] >= STRONG
        return strong or self.words.estate.match(content, token.end, end) is not None

    def _is_ship(self, block: Block, token: Token) -> bool:
        """Whether initials stand for a ship, and not for somebody's given names: "the M.S. Orr"."""
        article = self.text.content[max(block.start, token.start - 4) : token.start].lower()
        return "." not in token.word or article == "the "

    def _parent(self, block: Block) -> str:
        return block.path[-2] if len(block.path) > 1 else ""
