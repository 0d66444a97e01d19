"""Counts of what was found, and the line that people read."""

from __future__ import annotations

from teiedition.annotate.report import counts, summary
from teiedition.model import Mention


def test_the_line_says_what_each_kind_has() -> None:
    role = Mention(0, 5, "roleName")
    mentions = [
        Mention(0, 9, "persName", {"ref": "#orr"}, children=(role,)),
        Mention(12, 15, "persName", candidates=(("#a", 0.5), ("#b", 0.5))),
        Mention(20, 24, "date", {"when": "1955"}),
        Mention(30, 37, "date"),
        Mention(40, 60, "bibl", {"corresp": "#bibl-orr"}),
    ]
    report = counts(mentions, [])
    assert summary(report) == (
        "1 bibl, 2 date (1 with a value), 2 persName (1 linked, 1 ambiguous), 1 roleName"
    )
    assert report["kinds"]["date"] == {"found": 2, "linked": 1, "ambiguous": 0, "unknown": 1}
