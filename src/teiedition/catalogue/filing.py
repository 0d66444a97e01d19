"""Under which word a person's name is filed: "Dulles, John Foster", but "Kim Il Sung".

What the authority file says goes first: `surname` in the name, or the same name written with a comma.
Else the order is told where something shows it: a form with initials ("J. F. Dulles"), a short form or a
title before the last word ("Secretary Dulles"), a first word that is a known given name. Nothing is told
of a name that begins with a family name known to stand first, or of which another form has the other order.
A name of which nothing is known stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from teiedition import tree
from teiedition.annotate.names.words import words
from teiedition.authority import Form
from teiedition.tree import Element

NAMES = "en"
"""The language whose table of persons' names is used; it holds names of many languages."""
_INITIAL = re.compile(r"[^\W\d_]\.(-?[^\W\d_]\.)*")
_SURNAME = tree.tag("surname")


def filed(label: str, forms: Iterable[Form] = (), entry: Element | None = None) -> str:
    """The name as an index has it: with a comma where the family name had to be moved to the front."""
    if entry is not None and (tagged := _tagged(entry, label)):
        return tagged
    parts, others = label.split(), tuple(forms)
    inverted = [form.text for form in others if _is_inverted(form.text, parts)]
    if inverted:
        return inverted[0]
    if len(parts) < 2 or "," in label or not _surname_is_last(parts, others):
        return label
    return f"{parts[-1]}, {' '.join(parts[:-1])}"


def western(label: str) -> bool:
    """Is nothing known of the name that speaks against its last word being the family's?"""
    return label.split()[0] not in words(NAMES).family_first


def _is_inverted(form: str, parts: list[str]) -> bool:
    return form.count(",") == 1 and sorted(form.replace(",", " ").split()) == sorted(parts)


def _tagged(entry: Element, label: str) -> str:
    """The name whose parts the entry marks, its surname first."""
    for form in entry.iterchildren(tree.tag("persName")):
        surname = tree.words(form.find(_SURNAME))
        if surname and " ".join(tree.words(form).split()) == label:
            if label.startswith(surname):
                return label
            rest = " ".join(label.replace(surname, "", 1).split()).strip(" ,")
            return f"{surname}, {rest}" if rest else surname
    return ""


def _surname_is_last(parts: list[str], forms: tuple[Form, ...]) -> bool:
    known, first, last = words(NAMES), parts[0], parts[-1]
    particle = any(part[0].islower() for part in parts)
    if particle or first in known.family_first or last in known.given or re.fullmatch(known.suffixes, last):
        return False
    spelled = [form.text.removeprefix(form.role).split() for form in forms]
    if [first] in spelled or any(len(words) > 1 and words[0] == last for words in spelled):
        return False
    return (
        any(_has_initials(words, last) for words in [*spelled, parts])
        or [last] in spelled
        or (first in known.given and len(parts) == 2)
    )


def _has_initials(form: list[str], last: str) -> bool:
    """Is it "J. F. Dulles", or "John F. Dulles"?"""
    if len(form) < 2 or form[-1] != last:
        return False
    initials = [_INITIAL.fullmatch(word) is not None for word in form[:-1]]
    return all(initials) or (len(initials) > 1 and all(initials[1:]))
