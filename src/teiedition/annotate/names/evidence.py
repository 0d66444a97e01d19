"""What the words around a possible name say for and against its being a person's."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from teiedition.annotate.names.capitals import HEADINGS, Capitals, Run
from teiedition.annotate.names.folding import folded
from teiedition.annotate.names.forms import Forms, Reason
from teiedition.annotate.names.hints import TRACE, Hints
from teiedition.annotate.names.objections import STRONG, Objections
from teiedition.annotate.names.sightings import Before, Sighting, words_before
from teiedition.annotate.names.titles import Title, Titles
from teiedition.annotate.names.token import Token
from teiedition.annotate.names.words import UPPER
from teiedition.annotate.text import Block, Text

PERSON_BLOCKS = frozenset(["speaker", "signed", "docAuthor", "author", "editor"])
_PERSON_PARENTS = frozenset(["person", "respStmt", "byline", "signed"])
ENDING = 0.45
"""Too little to count again at each place: the ending of a word is the same everywhere."""
_CLOSING = (",", " who", ".", ";")
_CLOSED = re.compile("[ :.]*")
_ENCLOSED = re.compile(r", [a-z]")
_ALIAS = r"(?: [\[(][^\[\]()\n]+[\])])?"
_TO_SOMEBODY = re.compile(rf"{_ALIAS} to (?:[{UPPER}]\w*\. )?([{UPPER}]\w+)(?! of| and)")
_SENT = re.compile(r"(?:\d[,:] | [Ff]rom )$")
_FROM_SOMEBODY = re.compile(rf"(?:\d[,:] | [Ff]rom )([{UPPER}][\w’'-]+){_ALIAS} to $")
_ADDRESSED = re.compile(rf"{_ALIAS}(?:$|[,;(]| \(| in [A-Z]| \d)")
_APPOSED = 110
"""How far before a name in brackets the office may stand that the person has."""
_LISTED = re.compile(rf"\((?:[{UPPER}][\w’'-]+(?:,? and |, )?)+\)")
"""Family names in brackets: "(Orr)", "(Orr, Lee, and Selby)"."""
_QUOTED = ("” ", '" ', "’ ", "' ", "» ")
"""How quotations end, with the space behind them."""
THING, TOLD = 3.0, 1.0
"""What speaks against a name in a text about things that are called after persons; and what must stand
around it to say that a person is meant."""
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
        self.objections = Objections(capitals, forms)
        self.hints = Hints(text, capitals.words, forms)
        self.named = frozenset(folded(name) for name in named if " " in name)
        """Whole names of whom the header says that they are persons."""
        self.recognized = recognized
        """The places of what an installed recognizer takes for persons."""

    def is_nobody(self, name: str, tokens: Sequence[Token]) -> bool:
        """Whether these are the words of a place, a body or a thing, which only a title makes a person's."""
        return self.objections.are_of_thing(tokens) and name not in self.named

    def sighting(
        self, run: Run, tokens: Sequence[Token], start: int, titles: tuple[Title, ...]
    ) -> Sighting | None:
        """A possible name with its points; `start` is where its particles begin. None if nothing speaks for
        a name of several words."""
        content, block, end, one = self.text.content, run.block, tokens[-1].end, len(tokens) == 1
        if one and (tokens[0].traits.initials or self.words.shelfmark.match(content, end)):
            return None  # an archive
        before = words_before(content, block.start, start)
        around = self._around(block, tokens, before)
        reasons = [*self.forms.of(tokens).reasons, *around, *self._titled(before, titles)]
        free = not titles and not (before and self._is_continued(block, start, before))
        points = sum([weight for weight, _ in reasons])
        if self.capitals.calls_things and not self._is_told(around, titles):
            points -= THING
        continued = not (free or titles)
        points += self.objections.points(run, tokens, before, titles, bool(reasons), continued)
        hints = self.hints.points(run, tokens, before) if free else 0.0
        if free and points > 0 and hints >= 0 and one and self._is_recognized(tokens):
            hints += RECOGNIZED
        hints = min(hints, TRACE) if points < 0 else hints
        if not reasons and not hints and not one:
            return None
        why = tuple([why for _, why in reasons])
        return Sighting(start, end, titles, points, why, hints)

    def _titled(self, before: Before | None, titles: tuple[Title, ...]) -> list[Reason]:
        """What titles before a name say, or what somebody is."""
        if titles:
            certain = titles[-1].words in self.words.courtesy
            return [(7.0 if certain else 3.0, f"the title “{titles[-1].words}” before it")]
        if before and before.word in self.words.descriptions:
            return [(2.5, f"“{before.word}” before it")]
        return []

    def _is_told(self, around: Sequence[Reason], titles: tuple[Title, ...]) -> bool:
        """Whether somebody is meant, and nothing that is called so."""
        if titles and titles[-1].words in self.words.courtesy:
            return True
        return sum([weight for weight, _ in around]) >= TOLD

    def _around(self, block: Block, tokens: Sequence[Token], before: Before | None) -> list[Reason]:
        content, end, one = self.text.content, tokens[-1].end, len(tokens) == 1
        found = self._around_one(block, before, tokens[0]) if one else self._around_row(block, before, tokens)
        if office := self._office(block, tokens, content[end : end + 4]):
            found.append(office)
        if not one and block.element == "signed":
            found.append((1.2, "in a signature"))
        if _CLOSED.fullmatch(content, end, block.end) and (alone := _alone(block, tokens)):
            found.append(alone)
        if self.named and folded(content[tokens[0].start : end]) in self.named:
            found.append((5.0, "the header names the person"))
        if not one and self._is_recognized(tokens):
            found.append((1.2, "the recognizer takes it for a person"))
        if spoken := self._spoken(block, tokens[0].start, end, before):
            found.append(spoken)
        return found

    def _spoken(self, block: Block, start: int, end: int, before: Before | None) -> Reason | None:
        """What it says that somebody speaks: "Orr said", and more beside a quotation: "“No,” said Orr"."""
        content = self.text.content
        if before and before.small in self.words.speech_verbs:
            verb = start - len(before.word) - 1
            return (2.2, "speaks, behind a quotation") if content[verb - 2 : verb] in _QUOTED else None
        if content[end : end + 1] not in " ,)]":
            return None
        if not self.words.speech.match(content, end, min(block.end, end + 40)):
            return None
        if content[start - 2 : start] in _QUOTED and content[start - 3 : start - 2] == ",":
            return 2.2, "speaks, behind a quotation"
        return 1.5, "speaks"

    def _is_recognized(self, tokens: Sequence[Token]) -> bool:
        return (tokens[0].start, tokens[-1].end) in self.recognized

    def _office(self, block: Block, tokens: Sequence[Token], behind: str) -> Reason | None:
        """What an office in apposition says; `behind` are the first letters behind the name."""
        content, start, end = self.text.content, tokens[0].start, tokens[-1].end
        before = content.endswith(", ", block.start, start)
        dashed = behind[:1] in ",—" or behind[:2] in (" —", " –")
        if dashed and self.titles.apposed.match(content, end, block.end):
            return 2.0, "an office behind it"
        if before and len(tokens) == 1:
            if self.titles.stands_in_full_before(content, block.start, start):
                return 2.2, "an office before it, with a comma"
            if _ENCLOSED.match(behind) and self.titles.stands_apart_before(content, block.start, start):
                return 3.3, "between commas behind an office"
        if behind == " as " and self.titles.employed.match(content, end, block.end):
            return 1.5, "an office behind “as”"
        if before and len(tokens) > 1 and self.titles.stands_apart_before(content, block.start, start):
            return 1.5, "an office before it, with a comma"
        return None

    def _around_row(self, block: Block, before: Before | None, tokens: Sequence[Token]) -> list[Reason]:
        """What the words next to a full name say."""
        words, content, end = self.words, self.text.content, tokens[-1].end
        found: list[Reason] = []
        if content[tokens[-2].end : tokens[-1].start].strip() in words.noble:
            found.append((1.0, "a particle of families in it"))
        if before and (cue := _cue(before, words.cues_before)):
            found.append(cue)
        if content[end : end + 1] in " ," and (match := words.after.match(content, end, block.end)):
            found.append((words.cues_after[match[0]], f"“{match[0]}” behind it"))
        if before and before.word.endswith(words.doer_endings) and before.word not in words.function:
            found.append((1.3, f"“{before.word}” before it"))
        if content.startswith(("'s ", "’s "), end) and not tokens[-1].traits.upper:
            found.append((0.4, "a possessive"))
        return found

    def _around_one(self, block: Block, before: Before | None, token: Token) -> list[Reason]:
        """What the words around a single word say."""
        cue = _cue(before, self.words.cues_single) if before else None
        found = [cue] if cue else []
        if not token.traits.upper:
            found += self._behind_one(block, token)
            if self._is_apposed(block, token):
                found.append((2.2, "behind what somebody is, between commas"))
            if self._is_bracketed(block, token):
                found.append((3.2, "in brackets after an office"))
        elif len(token.word) > 4 and self._stands_out(block, token):
            found.append((0.8, "in capitals, as the text around is not"))
        if block.element in HEADINGS and self._corresponds(block, token):
            found.append((4.2, "sender or addressee in a heading"))
        return found

    def _behind_one(self, block: Block, token: Token) -> list[Reason]:
        """What the ending of a single word and the words behind it say."""
        words, content, end, last = self.words, self.text.content, token.end, block.end
        mark, found = content[end : end + 1], list[Reason]()
        if mark in "'’" and (match := words.possessed.match(content, end, last)):
            found.append((1.5, f"“{match[1]}” that is somebody's"))
        if token.traits.family_ending:
            found.append((ENDING, "the ending of a family name"))
        if token.traits.family_beginning:
            found.append((1.5, "the beginning of a family name"))
        if mark in " ," and (match := words.after.match(content, end, last)):
            behind = words.cues_after[match[0]]
            if behind >= STRONG:
                found.append((0.8 * behind, f"“{match[0]}” behind it"))
        if mark == " " and words.estate.match(content, end, last) and not self.forms.ordinary[token.word]:
            found.append((2.0, "whose papers they are"))
        return found

    def _corresponds(self, block: Block, token: Token) -> bool:
        """Whether a heading says who wrote to whom with this name: "Cable No. 5, Orr to Selby"."""
        if token.traits.ordinary or token.traits.plain:
            return False
        content, places = self.text.content, self.words.places
        if sent := _TO_SOMEBODY.match(content, token.end, block.end):
            near = max(block.start, token.start - 16)
            numbered = _SENT.search(content, near, token.start) or self.words.sent.search(
                content, near, token.start
            )
            return bool(numbered) and sent[1] not in places
        sender = _FROM_SOMEBODY.search(content, max(block.start, token.start - 60), token.start)
        ends = _ADDRESSED.match(content, token.end, block.end)
        return sender is not None and ends is not None and sender[1] not in places

    def _is_apposed(self, block: Block, token: Token) -> bool:
        """Whether a name stands between commas behind what somebody is: "my interpreter, Orr, fell ill"."""
        content, start = self.text.content, token.start
        if content[max(block.start, start - 2) : start] != ", " or not content.startswith(
            _CLOSING, token.end
        ):
            return False
        said = content[max(block.start, start - 40) : start - 2].split(" ")
        return said[-1] in self.words.people and len(said) > 1 and not self.forms.ordinary[token.word]

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

    def _is_continued(self, block: Block, start: int, before: Before) -> bool:
        """Whether the word before a name speaks for a thing: an article, or a small word with a capital
        amid a sentence, "the Great Turn"."""
        if before.small in self.words.articles:
            return True
        at = start - len(before.word) - 1
        capital = before.word[0].isupper() and before.small in self.words.function
        return capital and not self.capitals.starts_sentence(block, at)


def _cue(before: Before, cues: Mapping[str, float]) -> Reason | None:
    """What the last two words before a name say, or else the last one."""
    cue = before.two if before.two in cues else before.small
    weight = cues.get(cue)
    return (weight, f"“{cue}” before it") if weight else None


def _alone(block: Block, tokens: Sequence[Token]) -> Reason | None:
    """What it says that a name ends a block or is all of it."""
    parent = block.path[-2] if len(block.path) > 1 else ""
    if block.element in PERSON_BLOCKS or parent in _PERSON_PARENTS:
        return 3.0, f"it stands alone in a {block.element}"
    if tokens[0].start == block.start and len(tokens) > 1 and block.element not in HEADINGS:
        return 1.2, "it stands alone"
    return None
