"""What the words around a possible name say for and against its being a person's."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.forms import Forms, Reason
from teiedition.annotate.names.hints import TRACE, Hints
from teiedition.annotate.names.sightings import Sighting, words_before
from teiedition.annotate.names.titles import Title, Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import UPPER
from teiedition.annotate.text import Block, Text

STRONG = 1.5
"""The points of words behind a full name that say something behind a single one too."""
EVERYDAY, EVERYDAY_ROW, EVERYDAY_TITLED, EVERYDAY_REGNAL = 1.2, 0.8, 0.8, 3.0
"""What speaks against an ordinary word by itself, against several, one behind a title, one behind "King"."""
PERSON_BLOCKS = frozenset(["speaker", "signed", "docAuthor", "author", "editor"])
_PERSON_PARENTS = frozenset(["person", "respStmt", "byline", "signed"])
ENDING = 0.45
"""Too little to count again at each place: the ending of a word is the same everywhere."""
_CLOSED = re.compile("[ :.]*")
_ALIAS = r"(?: \[[^\[\]\n]+\])?"
_TO_SOMEBODY = re.compile(rf"{_ALIAS} to (?:[{UPPER}]\w*\. )?([{UPPER}]\w+)(?! of| and)")
_SENT = re.compile(r"(?:\d, | [Ff]rom )$")
_FROM_SOMEBODY = re.compile(rf"(?:\d, | [Ff]rom )([{UPPER}][\w’'-]+){_ALIAS} to $")
_ADDRESSED = re.compile(rf"{_ALIAS}(?:$|[,;(]| \(| in [A-Z]| \d)")
_APPOSED = 110
"""How far before a name in brackets the office may stand that the person has."""
_LISTED = re.compile(rf"\((?:[{UPPER}][\w’'-]+(?:,? and |, )?)+\)")
"""Family names in brackets: "(Orr)", "(Orr, Lee, and Selby)"."""
RECOGNIZED = 0.7
"""What a recognizer's word adds to the hints of a single word for which something else speaks."""


class Evidence:
    """Looks around possible names in one document."""

    def __init__(
        self,
        text: Text,
        capitals: Capitals,
        titles: Titles,
        forms: Forms,
        named: Iterable[str],
        recognized: Container[tuple[int, int]],
    ) -> None:
        self.text, self.capitals, self.titles, self.forms = text, capitals, titles, forms
        self.words = capitals.words
        self.hints = Hints(text, capitals.words, forms)
        self.named = frozenset(folded(name) for name in named if " " in name)
        """Whole names of whom the header says that they are persons."""
        self.recognized = recognized
        """The places of what an installed recognizer takes for persons."""

    def sighting(
        self, run: Run, tokens: Sequence[Token], start: int, titles: tuple[Title, ...]
    ) -> Sighting | None:
        """A possible name with its points; `start` is where its particles begin. None if nothing speaks for
        a name of several words."""
        if len(tokens) == 1 and self.words.shelfmark.match(self.text.content, tokens[0].end):
            return None  # an archive
        before = words_before(self.text.content, run.block.start, start)
        reasons = [*self.forms.of(tokens).reasons, *self._around(run.block, tokens, before, titles)]
        if len(tokens) == 1 and tokens[0].traits.initials:
            return None
        points = sum([weight for weight, _ in reasons])
        points += self._against(run, tokens, before, bool(reasons), titles)
        free = not titles and not (before and self._is_continued(run.block, start, before))
        hints = self.hints.points(run, tokens, before) if free else 0.0
        if free and points > 0 and hints >= 0 and len(tokens) == 1 and self._is_recognized(tokens):
            hints += RECOGNIZED
        hints = min(hints, TRACE) if points < 0 else hints
        if not reasons and not hints and len(tokens) > 1:
            return None
        name = folded(self.text.content[start : tokens[-1].end])
        why = tuple([why for _, why in reasons])
        return Sighting(start, tokens[-1].end, titles, points, why, name, hints)

    def _around(
        self, block: Block, tokens: Sequence[Token], before: list[str], titles: tuple[Title, ...]
    ) -> Iterator[Reason]:
        content, end = self.text.content, tokens[-1].end
        if len(tokens) > 1:
            if content[tokens[-2].end : tokens[-1].start].strip() in self.words.noble:
                yield 1.0, "a particle of families in it"
            yield from self._from_cues(block, before, end)
            if content.startswith(("'s ", "’s "), end) and not tokens[-1].traits.upper:
                yield 0.4, "a possessive"
        else:
            yield from self._around_one(block, before, tokens[0])
            if block.element in HEADINGS and self._corresponds(block, tokens[0]):
                yield 4.2, "sender or addressee in a heading"
        if office := self._office(block, tokens, content[end : end + 4]):
            yield office
        if titles:
            certain = titles[-1].words in self.words.courtesy
            yield 7.0 if certain else 3.0, f"the title “{titles[-1].words}” before it"
        elif before and before[-1] in self.words.descriptions:
            yield 2.5, f"“{before[-1]}” before it"
        if block.element == "signed" and len(tokens) > 1:
            yield 1.2, "in a signature"
        if _CLOSED.fullmatch(content, end, block.end) and (alone := _alone(block, tokens)):
            yield alone
        if self.named and folded(content[tokens[0].start : end]) in self.named:
            yield 5.0, "the header names the person"
        if len(tokens) > 1 and self._is_recognized(tokens):
            yield 1.2, "the recognizer takes it for a person"
        if content[end : end + 1] in " ,)]" and self.words.speech.match(
            content, end, min(block.end, end + 40)
        ):
            yield 1.5, "speaks"

    def _is_recognized(self, tokens: Sequence[Token]) -> bool:
        return (tokens[0].start, tokens[-1].end) in self.recognized

    def _office(self, block: Block, tokens: Sequence[Token], behind: str) -> Reason | None:
        """What an office in apposition says; `behind` are the first letters behind the name."""
        content, start, end = self.text.content, tokens[0].start, tokens[-1].end
        dashed = behind[:1] in ",—" or behind[:2] in (" —", " –")
        if dashed and self.titles.apposed.match(content, end, block.end):
            return 2.0, "an office behind it"
        if len(tokens) == 1 and self.titles.stands_in_full_before(content, block.start, start):
            return 2.2, "an office before it, with a comma"
        if behind == " as " and self.titles.employed.match(content, end, block.end):
            return 1.5, "an office behind “as”"
        if len(tokens) > 1 and self.titles.stands_apart_before(content, block.start, start):
            return 1.5, "an office before it, with a comma"
        return None

    def _from_cues(self, block: Block, before: list[str], end: int) -> Iterator[Reason]:
        """What the words next to a full name say."""
        words = self.words
        if before:
            yield from _cue(before, words.cues_before)
        if match := words.after.match(self.text.content, end, block.end):
            yield words.cues_after[match[0]], f"“{match[0]}” behind it"
        if before and before[-1].endswith(words.doer_endings) and before[-1] not in words.function:
            yield 1.3, f"“{before[-1]}” before it"

    def _around_one(self, block: Block, before: list[str], token: Token) -> Iterator[Reason]:
        """What the words around a single word say."""
        words, content, end = self.words, self.text.content, token.end
        if before:
            yield from _cue(before, words.cues_single)
        if not token.traits.upper:
            if content[end : end + 1] in "'’" and (match := words.possessed.match(content, end, block.end)):
                yield 1.5, f"“{match[1]}” that is somebody's"
            if token.traits.family_ending:
                yield ENDING, "the ending of a family name"
            if token.traits.family_beginning:
                yield 1.5, "the beginning of a family name"
            match = words.after.match(content, end, block.end)
            behind = words.cues_after[match[0]] if match else 0.0
            if match and behind >= STRONG:
                yield 0.8 * behind, f"“{match[0]}” behind it"
            if words.estate.match(content, end, block.end) and not self.forms.ordinary[token.word]:
                yield 2.0, "whose papers they are"
            if self._is_bracketed(block, token):
                yield 3.2, "in brackets after an office"
        elif len(token.word) > 4 and self._stands_out(block, token):
            yield 0.8, "in capitals, as the text around is not"

    def _corresponds(self, block: Block, token: Token) -> bool:
        """Whether a heading says who wrote to whom with this name: "Cable No. 5, Orr to Selby"."""
        if token.traits.ordinary or token.traits.plain:
            return False
        content, places = self.text.content, self.words.places
        if sent := _TO_SOMEBODY.match(content, token.end, block.end):
            numbered = _SENT.search(content, max(block.start, token.start - 8), token.start)
            return bool(numbered) and sent[1] not in places
        sender = _FROM_SOMEBODY.search(content, max(block.start, token.start - 60), token.start)
        ends = _ADDRESSED.match(content, token.end, block.end)
        return sender is not None and ends is not None and sender[1] not in places

    def _is_bracketed(self, block: Block, token: Token) -> bool:
        """Whether a name stands in a bracket of names behind an office."""
        content = self.text.content
        bracket = content.rfind("(", max(block.start, token.start - _APPOSED), token.start)
        if bracket < 0 or self.forms.ordinary[token.word] or not _LISTED.match(content, bracket, block.end):
            return False
        return self.titles.ends_before(content, max(block.start, bracket - _APPOSED), bracket)

    def _stands_out(self, block: Block, token: Token) -> bool:
        """Whether the text around a word in capitals is written in small letters, and these are no initials
        of an archive or of a body just named: "Norland Archives (NHA)"."""
        content = self.text.content
        bracketed = content[token.start - 1 : token.start] + content[token.end : token.end + 1] == "()"
        if bracketed or self.words.shelfmark.match(content, token.end):
            return False
        around = content[max(block.start, token.start - 24) : min(block.end, token.end + 24)]
        return sum(map(str.islower, around)) > len(token.word)

    def _against(
        self, run: Run, tokens: Sequence[Token], before: list[str], likely: bool, titles: tuple[Title, ...]
    ) -> float:
        """What speaks against a person; of the unlikely, only whether a place is more likely."""
        points = self._against_one(run, tokens[0], before) if len(tokens) == 1 else 0.0
        if all(token.traits.everyday for token in tokens):
            points -= self._against_everyday(tokens, titles)
        if (
            len(tokens) > 1
            and not titles
            and before
            and self._is_continued(run.block, tokens[0].start, before)
        ):
            points -= 0.0 if self._is_made_of_names(tokens) else 1.5
        if not likely:
            return points
        words, last = self.words, tokens[-1]
        if tokens[0].word in words.ships and self._is_ship(run.block, tokens[0]):
            return points - 9.0
        if len(tokens) == 1 and titles and titles[-1].words in words.courtesy:
            return points
        name = self.text.content[tokens[0].start : last.end]
        if name in words.portfolios:
            return points - 9.0
        called = tokens[0].traits.given and last.word in words.surnames
        called = called or (tokens[0].traits.family_first and last.word in words.place_syllables)
        if not called and (last.traits.head or last.word in words.place_after or name in words.places):
            points -= 5.0
        if all(self.capitals.common[token.word] for token in tokens):
            points -= 3.0
        elif not _in_capitals(tokens) and any(self.forms.ordinary[token.word] for token in tokens):
            called = called or bool(
                titles and (last.word in words.surnames or _is_courtesy(titles[-1], last))
            )
            points -= 0.0 if called else 2.0
        if run.block.element in HEADINGS:
            points -= 1.0
        return points - max(0, len(tokens) - 3)

    def _against_everyday(self, tokens: Sequence[Token], titles: tuple[Title, ...]) -> float:
        """How much an ordinary word speaks against a person: "Queen Rook", "V. Full Screen"."""
        if titles and titles[-1].words in self.words.courtesy:
            return 0.0
        if len(tokens) > 1:
            return EVERYDAY_ROW
        if tokens[0].traits.given:
            return 0.0
        if titles:
            return EVERYDAY_REGNAL if titles[-1].head in self.words.regnal else EVERYDAY_TITLED
        return EVERYDAY

    def _against_one(self, run: Run, token: Token, before: list[str]) -> float:
        """What the word before a single word says against a person."""
        if not before:
            return 0.0
        points = 0.0
        if before[-1] in self.words.place_prepositions:
            points -= " ".join(before[-2:]).lower() not in self.words.cues_single
        if before[-1].lower() in self.words.articles and not self._has_noun(run, token):
            points -= 2.5
        return points

    def _is_continued(self, block: Block, start: int, before: list[str]) -> bool:
        """Whether the word before a name speaks for a thing: an article, or a small word with a capital
        amid a sentence, "the Great Turn"."""
        small = before[-1].lower()
        if small in self.words.articles:
            return True
        at = start - len(before[-1]) - 1
        capital = before[-1][0].isupper() and small in self.words.function
        return capital and not self.capitals.starts_sentence(block, at)

    def _is_made_of_names(self, tokens: Sequence[Token]) -> bool:
        """Whether one of the words is a given name or initials."""
        return any(token.traits.named for token in tokens[:-1])

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


def _is_courtesy(title: Title, token: Token) -> bool:
    """Whether a title is no office, so that even an ordinary word behind it is a name: "Comrade Verity"."""
    traits = token.traits
    return not title.office and not (traits.head or traits.adjective or traits.plain or traits.upper)


def _cue(before: list[str], cues: Mapping[str, float]) -> Iterator[Reason]:
    """What the last two words before a name say, or else the last one."""
    for cue in (" ".join(before[-2:]).lower(), before[-1].lower()):
        if weight := cues.get(cue):
            yield weight, f"“{cue}” before it"
            return


def _alone(block: Block, tokens: Sequence[Token]) -> Reason | None:
    """What it says that a name ends a block or is all of it."""
    parent = block.path[-2] if len(block.path) > 1 else ""
    if block.element in PERSON_BLOCKS or parent in _PERSON_PARENTS:
        return 3.0, f"it stands alone in a {block.element}"
    if tokens[0].start == block.start and len(tokens) > 1 and block.element not in HEADINGS:
        return 1.2, "it stands alone"
    return None


def _in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a name that begins with its family name is written in capitals: "KIM IL BEL"."""
    return tokens[0].traits.family_first and all(token.traits.upper for token in tokens)
