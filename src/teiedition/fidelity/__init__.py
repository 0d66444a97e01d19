"""The proof that nothing of a source is lost in its TEI, and nothing invented.

    counted.py   which characters of a text count          matching.py  two texts, character by character
    encoded.py   the words of TEI that stand for a source  excuses.py   what may become markup, and where
    proof.py     the account                               stretches.py ends in common, gaps, order

Every counted character of the source must be found in the TEI documents encoded from it, each character
of the TEI being used once: in the running text in the source's order; in footnotes and `fw` anywhere; in
header fields outside the running text, and then only if the field is found for the better part in one
place of the source, so that a header that repeats a name does not excuse its loss in the text. The other
way round, words of the TEI's text that the source has not are told too, unless somebody is named by
`@resp` as the one who added them; and words between which the source has white space and the TEI none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from teiedition import tree
from teiedition.errors import InputError
from teiedition.fidelity.proof import Account, Piece, account
from teiedition.model import Problem, Source
from teiedition.sources import inside, read

__all__ = ["Account", "Piece", "account", "check", "problems"]


def check(paths: Iterable[Path], sources: Path) -> list[Problem]:
    """Account for every source in the folder `sources` that one of the TEI files names as its own.

    A file names its source's stem in `publicationStmt/idno[@type='source']`. A source is accounted for
    over all files that name it: those in `paths` and those beside them. Files that can't be read, that
    name no source, or whose source is not at hand are left out. Where a header has a `samplingDecl`, the
    encoding is meant to be of a part, and only what it adds is told.
    """
    at_hand: dict[str, list[Path]] = {}
    for path in inside(sources):
        at_hand.setdefault(path.stem, []).append(path)
    groups = _by_source(paths, at_hand)
    return [problem for stem, files in sorted(groups.items()) for problem in _checked(at_hand[stem], files)]


def problems(result: Account, files: Sequence[tree.TeiFile]) -> list[Problem]:
    """An account as problems: words lost are errors; words added and words run together are warnings."""
    names = ", ".join(file.path.name for file in files[:3]) + (" …" if len(files) > 3 else "")
    found = [
        Problem(
            piece.file, piece.line, 0, "fidelity", f"lost in {names}: “{piece.words}”",
            remedy="Put the words back where they belong, or encode the source again.",
            subject=piece.words,
        )
        for piece in result.missing
    ]  # fmt: skip
    found += [
        Problem(
            piece.file, piece.line, 0, "fidelity", f"not in the source: “{piece.words}”", "warning",
            remedy="Take the words out, or name in @resp who added them.",
            subject=piece.words,
        )
        for piece in result.extra
    ]  # fmt: skip
    found += [
        Problem(
            piece.file, piece.line, 0, "fidelity", f"run together in {names}: “{piece.words}”", "warning",
            remedy="Put a space between the words.",
            subject=piece.words,
        )
        for piece in result.joined
    ]  # fmt: skip
    return found


def _by_source(paths: Iterable[Path], at_hand: Iterable[str]) -> dict[str, list[tree.TeiFile]]:
    given = list(dict.fromkeys(paths))
    groups: dict[str, list[tree.TeiFile]] = {}
    for path in given:
        _add(groups, path, at_hand)
    neighbours = {file for folder in {path.parent for path in given} for file in folder.glob("*.xml")}
    for path in sorted(neighbours - set(given)):
        _add(groups, path, groups)
    return groups


def _add(groups: dict[str, list[tree.TeiFile]], path: Path, stems: Iterable[str]) -> None:
    try:
        file = tree.read(path)
    except InputError:
        return
    stem = (file.root.findtext(".//tei:publicationStmt/tei:idno[@type='source']", "", tree.NS)).strip()
    if stem in stems:
        groups.setdefault(stem, []).append(file)


def _checked(paths: list[Path], files: list[tree.TeiFile]) -> list[Problem]:
    path = paths[0]
    if len(paths) > 1:
        names = " and ".join(each.name for each in paths)
        message = f"which of {names} is the source of {files[0].path.name} can't be told"
        return [
            Problem(path, 0, 0, "fidelity", message, remedy="Rename all but the one it was encoded from.")
        ]
    try:
        source: Source = read(path)
    except InputError as error:
        return [Problem(path, error.line or 0, 0, "fidelity", error.reason, remedy=error.remedy or "")]
    result = account(source, files)
    partial = any(file.root.find(".//tei:samplingDecl", tree.NS) is not None for file in files)
    return [problem for problem in problems(result, files) if not (partial and problem.severity == "error")]
