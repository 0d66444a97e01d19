"""Annotating adds marks and changes nothing else; and what editors decide stays decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiedition.annotate import annotate
from teiedition.annotate.context import Context
from teiedition.annotate.encoding import decoded, encoded
from teiedition.annotate.text import Text
from teiedition.errors import InputError
from teiedition.model import Mention

FILE = Path("letter.xml")
TEI = "http://www.tei-c.org/ns/1.0"
CAPITALS = re.compile(r"(?:(Mayor) )?([A-Z]\w+(?: [A-Z]\w+)*)")


def find_capitals(text: Text, context: Context) -> Iterable[Mention]:
    """Stands in for a finder: words with a capital, with a title before them, are names."""
    for block in text.blocks:
        for match in CAPITALS.finditer(text.content, block.start, block.end):
            start = match.start()
            role = Mention(start, start + 5, "roleName") if match[1] else None
            ref = f"#{match[2].lower().replace(' ', '-')}"
            doubt = match[2] == "Orr"
            yield Mention(
                start,
                match.end(),
                "persName",
                {"xml:id": f"m{start}"} if doubt else {"ref": ref},
                certainty=0.95,
                children=(role,) if role else (),
                candidates=(("#a", 0.5),) if doubt else (),
            )


def run(tei: str) -> str:
    return annotate(tei, FILE, finders=(find_capitals,)).tei


def words(tei: str) -> str:
    body = etree.fromstring(tei.encode()).find(f".//{{{TEI}}}body")
    assert body is not None
    return "".join(map(str, body.itertext()))


def document(body: str, header: str = "<fileDesc/>") -> str:
    return (
        f'<?xml version="1.0"?>\n<!DOCTYPE TEI [<!ENTITY town "Selby">]>\n'
        f'<TEI xmlns="{TEI}">\n<teiHeader>{header}</teiHeader>\n<text><body>{body}</body></text>\n</TEI>\n'
    )


def marked(body: str) -> str:
    """The body of a document after one run, without what every machine mark carries."""
    out = run(document(body))
    return re.sub(r' resp="#teiedition" cert="high"', "", out[out.index("<body>") + 6 : out.index("</body>")])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>by Ann Orr.</p>", '<p>by <persName ref="#ann-orr">Ann Orr</persName>.</p>'),
        (
            "<p>by Ann\n    Orr</p>",
            '<p>by <persName ref="#ann-orr">Ann\n    Orr</persName></p>',
        ),
        (
            "<p>by <supplied>Ann</supplied> Orr</p>",
            '<p>by <persName ref="#ann-orr"><supplied>Ann</supplied> Orr</persName></p>',
        ),
        (
            "<p>by Mayor <supplied>Ann</supplied></p>",
            '<p>by <persName ref="#ann"><roleName>Mayor</roleName> <supplied>Ann</supplied></persName></p>',
        ),
        (
            "<p><hi>by Ann</hi> Orr</p>",
            "<p><hi>by Ann</hi> Orr</p>",
        ),
        (
            "<p><q>Ann Lee</q> in &town;&#33;</p>",
            '<p><q><persName ref="#ann-lee">Ann Lee</persName></q> in '
            '<persName ref="#selby">&town;</persName>&#33;</p>',
        ),
        (
            "<p>by Ann<note>in Selby</note> Lee</p>",
            '<p>by <persName ref="#ann-lee">Ann<note>in <persName ref="#selby">Selby</persName></note> '
            "Lee</persName></p>",
        ),
        (
            "<p>by <choice><sic>Anm</sic><corr>Ann</corr></choice> Lee</p>",
            '<p>by <persName ref="#ann-lee"><choice><sic>Anm</sic><corr>Ann</corr></choice> '
            "Lee</persName></p>",
        ),
        ("<p>by <title>Ann Lee</title></p>", "<p>by <title>Ann Lee</title></p>"),
        ("<p>by <!-- Ann --><fw>Ann</fw><?x Ann?></p>", "<p>by <!-- Ann --><fw>Ann</fw><?x Ann?></p>"),
        ("<p>by <rs>Ann</rs></p>", "<p>by <rs>Ann</rs></p>"),
    ],
)
def test_where_tags_go(body: str, expected: str) -> None:
    assert marked(body) == expected


def test_a_prefix_is_kept() -> None:
    tei = f'<t:TEI xmlns:t="{TEI}"><t:teiHeader/><t:text><t:p>Ann</t:p></t:text></t:TEI>'
    assert '<t:p><t:persName ref="#ann" resp="#teiedition" cert="high">Ann</t:persName></t:p>' in run(tei)


def test_the_software_is_declared_once_beside_what_is_declared() -> None:
    prose = document("<p>Ann</p>", "<fileDesc/><encodingDesc><p>by hand</p></encodingDesc>")
    other = document("<p>Ann</p>", "<fileDesc/><encodingDesc><appInfo><x/></appInfo></encodingDesc>")
    for tei in (document("<p>Ann</p>"), prose, other):
        root = etree.fromstring(run(run(tei)).encode())
        assert len(root.findall(f".//{{{TEI}}}application")) == 1
    assert "<appInfo><x/><application " in run(other)


def test_an_ambiguous_mention_has_its_candidates_in_the_stand_off() -> None:
    root = etree.fromstring(run(document("<p>by Orr</p>")).encode())
    certainty = root.find(f"{{{TEI}}}standOff/{{{TEI}}}certainty")
    name = root.find(f".//{{{TEI}}}persName")
    assert certainty is not None and name is not None
    assert certainty.get("target") == "#" + name.get("{http://www.w3.org/XML/1998/namespace}id", "")
    assert [certainty.get(name) for name in ("assertedValue", "degree", "cert")] == ["#a", "0.50", "low"]


NAMES = ["Ann Orr", "Mayor Lee", "Selby", "Orr", "Jo Lee"]
FILLING = ["went to", "saw", "in &amp; near", "&town;", "and\n  also", "<lb/>", "<!-- x -->", "<pb n='2'/>"]
PLAIN = st.lists(st.sampled_from(NAMES + FILLING), min_size=1, max_size=5).map(" ".join)
WRAPPED = st.tuples(st.sampled_from(["supplied", "hi", "note", "q"]), PLAIN).map(
    lambda part: f"<{part[0]}>{part[1]}</{part[0]}>"
)
PARAGRAPH = st.lists(PLAIN | WRAPPED, min_size=1, max_size=6).map(" ".join)
BODY = st.lists(PARAGRAPH.map("<p>{}</p>".format), min_size=1, max_size=4).map("\n".join)
"""Documents of a few paragraphs with names, notes, entities, comments and markup."""


@given(BODY)
@settings(deadline=None)
def test_the_text_never_changes(body: str) -> None:
    tei = document(body)
    assert words(run(tei)) == words(tei)


@given(BODY)
@settings(deadline=None)
def test_without_its_marks_the_file_is_what_it_was(body: str) -> None:
    tei = run(document(body))
    tei = re.sub(r'<(/?)(?:persName|roleName)(?: [^>]*resp="#teiedition"[^>]*)?>', "", tei)
    tei = re.sub(r"<\?teiedition-marks.*?\?>|<standOff.*?</standOff>\n", "", tei, flags=re.DOTALL)
    assert re.sub(r"<encodingDesc>.*</encodingDesc>\n", "", tei) == document(body)


@given(BODY)
@settings(deadline=None)
def test_twice_is_the_same_as_once(body: str) -> None:
    once = run(document(body))
    assert run(once) == once


def spans(tei: str) -> list[tuple[str, int, int, str, str]]:
    """All names in a document: element, where its text stands (white space not counted), ref and resp."""
    found: list[tuple[str, int, int, str, str]] = []
    at = 0

    def walk(element: etree._Element) -> None:
        nonlocal at
        start = at
        at += len("".join((element.text or "").split())) if isinstance(element.tag, str) else 0
        for child in element:
            walk(child)
            at += len("".join((child.tail or "").split()))
        if etree.QName(element).localname.endswith("Name") if isinstance(element.tag, str) else False:
            name = etree.QName(element).localname
            found.append((name, start, at, element.get("ref", ""), element.get("resp", "")))

    body = etree.fromstring(tei.encode()).find(f".//{{{TEI}}}body")
    assert body is not None
    walk(body)
    return found


def delete(tei: str, tag: re.Match[str]) -> str:
    return tei[: tag.start()] + with_end_tag(tei[tag.end() :], "")


def with_end_tag(rest: str, new: str) -> str:
    """`rest` with another end-tag for the persName in which it begins."""
    depth = 1
    for tag in re.finditer(r"<(/?)persName\b[^>]*>", rest):
        depth += -1 if tag[1] else 1
        if not depth:
            return rest[: tag.start()] + new + rest[tag.end() :]
    raise AssertionError("no end-tag")


def change(tei: str, tag: re.Match[str]) -> str:
    return tei[: tag.start()] + '<persName ref="#changed">' + tei[tag.end() :]


def change_the_reference_alone(tei: str, tag: re.Match[str]) -> str:
    return tei[: tag.start()] + re.sub(r"( ref| xml:id)=", r' n="1"\1=', tag[0]) + tei[tag.end() :]


def accept(tei: str, tag: re.Match[str]) -> str:
    return tei[: tag.start()] + tag[0].replace("#teiedition", "#editor") + tei[tag.end() :]


def rename(tei: str, tag: re.Match[str]) -> str:
    return tei[: tag.start()] + '<orgName ref="#changed">' + with_end_tag(tei[tag.end() :], "</orgName>")


EDITS = [delete, change, change_the_reference_alone, accept, rename]


@given(BODY, st.sampled_from(EDITS), st.integers(0, 30), st.integers(1, 3))
@settings(deadline=None, max_examples=300)
def test_what_an_editor_does_to_a_mark_stays(body: str, edit: object, which: int, runs: int) -> None:
    once = run(document(body))
    own = list(re.finditer(r'<persName [^>]*resp="#teiedition"[^>]*>', once))
    if not own or not callable(edit):
        return
    edited = str(edit(once, own[which % len(own)]))
    decided = set(spans(edited)) - set(spans(once))
    undone = {span[:3] for span in set(spans(once)) - set(spans(edited))}
    rerun = edited
    for _ in range(runs):
        rerun = run(rerun)
    after = spans(rerun)
    assert decided <= set(after)
    assert len(after) == len(spans(edited))
    assert {span[:3] for span in after if span not in decided}.isdisjoint(undone)
    assert words(rerun) == words(once)


@given(BODY, st.integers(0, 99), st.integers(1, 3))
@settings(deadline=None)
def test_what_an_editor_adds_stays(body: str, which: int, runs: int) -> None:
    once = run(document(body))
    places = list(re.compile(r">[^<>&]*?\b(\w+)\b").finditer(once, once.index("<body>")))
    if not places:
        return
    place = places[which % len(places)]
    edited = once[: place.start(1)] + "<placeName>" + place[1] + "</placeName>" + once[place.end(1) :]
    added = set(spans(edited)) - set(spans(once))
    for _ in range(runs):
        edited = run(edited)
    assert added <= set(spans(edited))


def test_a_correction_nearby_does_not_make_the_program_forget() -> None:
    once = run(document("<p>the visit of Mayor Lee was sucessful.</p>"))
    tag = re.search(r"<persName [^>]*>", once)
    assert tag
    edited = delete(once, tag).replace("sucessful", "successful")
    assert "persName" not in run(edited).partition("<?teiedition-marks")[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He cites “‘Far Harbours’: A Tale”10 of Lee.", "‘Far Harbours’: A Tale"),
        ("It is in Tides of Selby12, no. 3.", "Tides of Selby"),
        ("They came to Selby.", "Selby"),
    ],
)
def test_a_deletion_is_remembered_wherever_the_words_begin_and_end(text: str, words: str) -> None:
    def find_words(text: Text, context: Context) -> Iterable[Mention]:
        for match in re.finditer(re.escape(words), text.content):
            yield Mention(match.start(), match.end(), "title")

    once = annotate(document(f"<p>{text}</p>"), FILE, finders=(find_words,)).tei
    tag = re.search(r"<title [^>]*>", once)
    assert tag
    deleted = once.replace(f"{tag[0]}{words}</title>", words)
    assert deleted != once
    assert f"<p>{text}</p>" in annotate(deleted, FILE, finders=(find_words,)).tei


def test_a_better_finder_replaces_the_programs_own_marks_only() -> None:
    tei = run(document("<p>Ann Lee met Jo Lee.</p>"))
    tei = tei.replace('ref="#ann-lee"', 'ref="#anne"')

    def better(text: Text, context: Context) -> Iterable[Mention]:
        for name in find_capitals(text, context):
            yield Mention(name.start, name.end, "persName", {"ref": "#better"})

    assert [span[3] for span in spans(annotate(tei, FILE, finders=(better,)).tei)] == ["#anne", "#better"]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 4), (0, 99)])
def test_a_finder_that_errs_does_no_harm(start: int, end: int) -> None:
    def err(text: Text, context: Context) -> Iterable[Mention]:
        yield Mention(start, end, "persName")

    tei = document("<p>Ann Lee</p><p>met Jo.</p>")
    result = annotate(tei, FILE, finders=(err,))
    assert result.tei == tei
    assert len(result.left_out) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_file_keeps_its_encoding_and_its_line_ends(encoding: str) -> None:
    tei = f'<?xml version="1.0" encoding="{encoding}"?>\r\n<TEI xmlns="{TEI}">\r\n<p>in Fürth</p>\r\n</TEI>'
    text, name = decoded(tei.encode(encoding), FILE)
    data = encoded(annotate(text, FILE, finders=(find_capitals,)).tei, name)
    root = etree.fromstring(data)
    assert root.findtext(f".//{{{TEI}}}persName") == "Fürth"
    assert data.decode(encoding).count("\r\n") == 3


def test_a_wrong_encoding_is_named() -> None:
    with pytest.raises(InputError, match="utf-8") as caught:
        decoded(b'<?xml version="1.0" encoding="utf-8"?><TEI>\xfc</TEI>', FILE)
    assert caught.value.remedy


def test_an_accepted_citation_keeps_its_parts() -> None:
    cited = "NHA, f. 3, op. 7, d. 12, ll. 1-3. Printed in Papers of the River, vol. 3, pp. 1-4."
    once = annotate(document(f"<p>It ebbs.<note place='foot'>{cited}</note></p>"), FILE).tei
    accepted = re.sub(r'(<bibl\b[^<>]*?) resp="#teiedition" cert="\w+"', r"\1", once)
    parts = re.findall(r"<(?:idno|biblScope)\b[^<>]*>[^<>]*", accepted)
    assert len(parts) > 1
    again = annotate(accepted, FILE).tei
    assert re.findall(r"<(?:idno|biblScope)\b[^<>]*>[^<>]*", again) == parts
    assert annotate(again, FILE).tei == again


def find_unlinked(text: Text, context: Context) -> Iterable[Mention]:
    """The same names where the authority files no longer have anybody."""
    return [replace(mention, attributes={}, candidates=()) for mention in find_capitals(text, context)]


def test_of_two_places_with_the_same_words_each_keeps_its_own_decision() -> None:
    same = "and after a long time of waiting in Selby"
    tei = run(document(f"<p>{same}, it rained</p><p>{same}, it snowed</p>"))
    decided = tei.replace(' ref="#selby"', "", 1)
    without = annotate(decided, FILE, finders=(find_unlinked,)).tei
    assert annotate(without, FILE, finders=(find_unlinked,)).tei == without
    again = run(without)
    assert again[again.index("<body>") : again.index("</body>")].count(' ref="#selby"') == 1
    assert again.index(' ref="#selby"') > again.index("rained")
