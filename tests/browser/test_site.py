"""What a reader does on the site, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from edition import document
from teiedition.cli import main

from .conftest import WIDTHS, Visitor

TALK = "1931-03-02-talk.html"
ARTICLE = "1932-article.html"
LETTER = "1930-05-01-letter.html"
ORLA = "persons/orla.html"
WORK = "works/bibl-maas.html"
ARCHIVE = "archives/town-archive.html"
KINDS = ("index.html", "documents.html", "documents-title.html", "documents-genre.html", "persons.html", ORLA,
         "places/ivel.html", "works.html", WORK, "archives.html", ARCHIVE, "about.html",
         TALK, ARTICLE, LETTER)  # fmt: skip


# ── the way from page to page ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("script", [True, False])
def test_home_document_person_another_document(visitor: Visitor, script: bool) -> None:
    page = visitor.open("index.html", script=script)
    page.get_by_role("link", name="Minutes of a Talk on the Quay").click()
    expect(page.locator("h1")).to_contain_text("Minutes of a Talk on the Quay")
    page.locator(".mentioned-here").get_by_role("link", name="Orla Varga").click()
    expect(page).to_have_url(visitor.address + ORLA)
    page.locator("section.in", has_text="Letter from Pavel Ilin").locator(".passages a").click()
    expect(page).to_have_url(visitor.address + LETTER + "#p2")
    expect(page.locator("#p2")).to_be_in_viewport()


def test_every_page_has_its_landmarks_and_a_way_past_the_menu(visitor: Visitor) -> None:
    for path in KINDS:
        page = visitor.open(path)
        assert page.locator("main h1").count() == 1
        assert page.locator("header.site nav, main, footer.site").count() == 3
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#main"


def test_lists_are_sorted_without_a_script(visitor: Visitor) -> None:
    page = visitor.open("documents.html", script=False)
    titles = page.locator(".documents .title")
    assert titles.first.inner_text().startswith("Letter")
    page.get_by_role("link", name="By title").click()
    assert titles.all_inner_texts() == sorted(titles.all_inner_texts())
    page.get_by_role("link", name="By kind").click()
    assert page.locator(".group h2").all_inner_texts() == ["Article", "Letter", "Minutes of conversation"]


def test_a_list_is_narrowed_as_one_types(visitor: Visitor) -> None:
    page = visitor.open("persons.html")
    page.get_by_label("Narrow the list").fill("varga")
    assert page.locator(".entities li:visible .label").all_inner_texts() == ["Orla Varga"]
    page.get_by_label("Narrow the list").fill("nobody")
    expect(page.locator("output")).to_have_text("Nothing here has these words.")


def test_it_opens_from_disk(visitor: Visitor, site: Path) -> None:
    page = visitor.open((site / ARTICLE).as_uri())
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"
    expect(page.locator("html.beside")).to_be_attached()
    page.get_by_role("link", name="the talk").click()
    expect(page.locator("h1")).to_contain_text("Minutes")


# ── cards ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_name_opens_a_card_and_then_its_page(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    name = page.locator(".text a.person", has_text="Orla Varga")
    name.click()
    card = page.locator("#card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("1890–1960")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(name).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    card.get_by_role("link", name="All mentions").click()
    expect(page).to_have_url(visitor.address + ORLA)


def test_a_name_clicked_twice_is_followed(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    page.locator(".text a.place").click()
    page.locator(".text a.place").click()
    expect(page).to_have_url(visitor.address + "places/ivel.html")


def test_a_card_tells_the_office_of_the_day_and_leads_to_other_places(visitor: Visitor) -> None:
    page = visitor.open(TALK)
    name = page.locator(".sp a.person[data-entity=orla]")
    name.first.click()
    card = page.locator("#card")
    expect(card).to_contain_text("Then: Head of the Ferry Guild")
    expect(card.get_by_role("link", name="Wikidata")).to_have_attribute(
        "href", "https://www.wikidata.org/wiki/Q1"
    )
    step = card.get_by_role("button", name="Next mention")
    step.press("Enter")
    expect(name.nth(1)).to_have_class(re.compile("here"))
    expect(name.nth(1)).to_be_in_viewport()
    expect(step).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator("a.name.here")).to_have_count(0)


def test_a_name_that_may_mean_several_says_so(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    page.locator("#m1").click()
    card = page.locator("#card")
    expect(card).to_contain_text("perhaps Pavel Ilin or Orla Varga")
    card.get_by_role("link", name="Pavel Ilin").click()
    expect(page).to_have_url(visitor.address + "persons/pavel.html")
    without = visitor.open(ARTICLE, script=False)
    without.locator("#m1").click()
    expect(without.locator("#perhaps-m1")).to_contain_text("perhaps Pavel Ilin")


def test_a_work_is_found_from_where_it_is_cited_and_back(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, script=False)
    page.locator(".cited-here a", has_text="Lamps of the River").click()
    expect(page).to_have_url(visitor.address + WORK)
    page.locator(".passages a").click()
    expect(page).to_have_url(f"{visitor.address}{ARTICLE}#bibl-maas")


def test_an_archive_has_its_documents(visitor: Visitor) -> None:
    page = visitor.open(TALK, script=False)
    page.locator(".facts").first.get_by_role("link", name="Town Archive").click()
    expect(page).to_have_url(visitor.address + ARCHIVE)
    page.locator(".documents a").last.click()
    expect(page.locator("h1")).to_be_visible()


def test_a_list_is_put_in_another_order_and_taken_along(visitor: Visitor) -> None:
    page = visitor.open("persons.html")
    names = page.locator(".entities li:visible .label")
    before = names.all_text_contents()
    assert before == sorted(before)
    page.get_by_label("Order").select_option("Most mentioned first")
    assert names.all_text_contents()[0] == "Orla Varga"
    expect(page.locator(".group:visible h2:visible")).to_have_count(0)
    page.get_by_label("Order").select_option("By name")
    assert names.all_text_contents() == before
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert b"Orla Varga" in Path(download.value.path()).read_bytes()


def test_a_quantity_tells_its_value_to_the_keyboard_too(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    quantity = page.locator(".measure")
    quantity.click()
    expect(page.locator("#card .value")).to_have_text("2 metres")
    page.keyboard.press("Escape")
    page.get_by_label("Quantities").check()
    quantity.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_visible()


# ── layers ────────────────────────────────────────────────────────────────────────────────────────


def test_layers_are_remembered_from_page_to_page(visitor: Visitor) -> None:
    page = visitor.open(TALK)
    variant = page.locator(".text .reason-romanization").first
    expect(variant).to_be_visible()
    page.get_by_label("Other romanisations").uncheck()
    expect(variant).to_be_hidden()
    page.get_by_label("Names").check()
    page.goto(visitor.address + ARTICLE)
    expect(page.get_by_label("Names")).to_be_checked()
    page.goto(visitor.address + TALK)
    expect(variant).to_be_hidden()


def test_brackets_of_editors_are_text_that_no_layer_takes_away(visitor: Visitor) -> None:
    page = visitor.open(TALK)
    for box in page.locator("form.layers input").all():
        box.uncheck()
    assert "[north]" in page.locator(".text").inner_text()
    assert "⟨their⟩" in page.locator(".text").inner_text()
    assert "thier" not in page.locator(".text").inner_text()


def test_a_voice_is_followed(visitor: Visitor) -> None:
    page = visitor.open(TALK)
    page.locator(".speakers").get_by_role("link", name="Pavel Ilin").click()
    assert page.locator(".sp.heard").count() == 16
    assert page.evaluate("location.hash") == "#s2"
    page.locator(".speakers").get_by_role("link", name="Pavel Ilin").click()
    assert page.locator(".sp.heard").count() == 0


def test_a_dark_page_is_remembered(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark page").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(visitor.address + TALK)
    assert page.evaluate(paper) == dark
    expect(page.get_by_role("button", name="Dark page")).to_have_attribute("aria-pressed", "true")


# ── notes and links ───────────────────────────────────────────────────────────────────────────────


def tops(page: Page, selector: str) -> list[tuple[float, float]]:
    """Where elements begin and end, in pixels from the top."""
    script = (
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.top, box.bottom] })"
    )
    return [tuple(pair) for pair in page.eval_on_selector_all(selector, script)]


def test_notes_stand_beside_their_marks_on_a_wide_screen(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, width=1440)
    notes, marks = tops(page, ".notes li"), tops(page, "sup.mark")
    assert len(notes) == len(marks) == 24
    assert all(later[0] >= former[1] for former, later in zip(notes, notes[1:], strict=False))
    assert all(-30 < note[0] - mark[0] < 150 for note, mark in zip(notes, marks, strict=True))
    page.locator("sup.mark a").nth(1).click()
    expect(page.locator("#n2")).to_be_focused()
    assert page.locator("#n2").evaluate("note => note.scrollHeight <= note.clientHeight + 1")
    page.keyboard.press("Escape")
    expect(page.locator("sup.mark a").nth(1)).to_be_focused()


def test_a_note_opens_in_the_text_on_a_narrow_screen(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, width=360)
    mark = page.locator("sup.mark a").nth(2)
    mark.click()
    here = page.locator("#p1 .note-here")
    expect(here).to_have_text("A drawing of it survives.")
    expect(mark).to_have_attribute("aria-expanded", "true")
    mark.press("Enter")
    expect(here).to_have_count(0)
    mark.press("Enter")
    expect(here).to_be_visible()
    page.keyboard.press("Escape")
    expect(here).to_have_count(0)
    expect(mark).to_be_focused()


def test_notes_are_a_list_without_a_script_and_on_paper(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, script=False)
    assert tops(page, ".notes li")[0][0] > tops(page, ".text")[0][1]
    page = visitor.open(ARTICLE)
    page.emulate_media(media="print")
    assert tops(page, ".notes li")[0][0] > tops(page, ".text")[0][1]
    expect(page.locator(".rail")).to_be_hidden()


def test_a_paragraph_has_a_link_to_copy(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    page.locator("#p2").hover()
    page.locator("#p2 .permalink").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == visitor.address + LETTER + "#p2"


def test_a_citation_is_copied_and_names_the_passage_linked_to(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    citing = page.locator(".citing")
    citing.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Citation copied")
    whole = page.evaluate("navigator.clipboard.readText()")
    assert whole.startswith("“Letter from Pavel Ilin") and whole.endswith(f"{visitor.address}{LETTER}.")
    page.locator("#p2").hover()
    page.locator("#p2 .permalink").click()
    expect(citing.locator(".chosen .citation")).to_contain_text(f"par. 2, {visitor.address}{LETTER}#p2.")


def test_the_style_of_citations_is_chosen_and_remembered(visitor: Visitor) -> None:
    page = visitor.open(f"{LETTER}#p2")
    page.get_by_label("Style").select_option("APA")
    shown = page.locator(".citing .citation:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(
        f", par. 2. Quay Press. Town Archive (TA 12-1). {visitor.address}{LETTER}#p2"
    )
    page.goto(visitor.address + TALK)
    expect(page.get_by_label("Style")).to_have_value("apa")
    expect(page.locator(".citing .citation:visible")).to_contain_text("(1931, March 2)")
    without = visitor.open(LETTER, script=False)
    expect(without.locator(".citing .citation:visible")).to_have_count(5)


def test_a_citation_can_be_taken_along_without_a_script(visitor: Visitor, site: Path) -> None:
    page = visitor.open(LETTER, script=False)
    page.locator(".citing summary", has_text="RIS").click()
    with page.expect_download() as download:
        page.locator(".citing details[open] a").click()
    assert Path(download.value.path()).read_bytes().startswith(b"TY  - ")
    assert download.value.suggested_filename == LETTER.replace(".html", ".ris")


def test_copies_of_a_document_are_compared_side_by_side(visitor: Visitor, site: Path) -> None:
    folder = site.parents[2] / "copies"
    folder.mkdir()
    copies = {"1951-01-01-fair": "The river is high today.", "1951-01-01-draft": "The river was high, today."}
    listed = "<listWit><witness><ref target='{}.xml'>The other copy</ref></witness></listWit>"
    for id, other in zip(copies, reversed(copies), strict=True):
        text = document(id, "Minutes", "1951-01-01", f"<p>{copies[id]}</p><p>All agreed.</p>")
        text = text.replace("<sourceDesc>", "<sourceDesc>" + listed.format(other))
        (folder / f"{id}.xml").write_text(text)
    result = CliRunner().invoke(
        main, ["build", "--tei", str(folder), "--out", str(folder / "out"), "--only", "site"]
    )
    assert result.exit_code == 0, result.output
    visitor.address = visitor.address.replace("papers/build", "copies/out")
    page = visitor.open("1951-01-01-fair.html", reduced_motion="reduce")
    page.get_by_role("link", name="Compare the copies").click()
    expect(page.locator("mark.substantive")).to_have_text(["was", "is"])
    expect(page.locator("mark.orthographic")).to_have_text(["high,", "high"])
    expect(page.get_by_text("All agreed.").first).to_be_visible()
    page.get_by_label("Show only passages that differ").check()
    expect(page.get_by_text("All agreed.").first).to_be_hidden()
    assert_accessible(page, "comparison")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page, "comparison, narrow")


def test_an_error_is_reported_with_its_place_and_words(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    link = page.get_by_role("link", name="Report an error")
    assert (link.get_attribute("href") or "").startswith("mailto:ada@quay.example.org?subject=Error%20in%20")
    page.locator("#p2").evaluate("block => getSelection().selectAllChildren(block)")
    words = page.evaluate("getSelection().toString()").split()
    link.focus()
    body = unquote((link.get_attribute("href") or "").partition("&body=")[2])
    assert f"{LETTER}#p2" in body and words[0] in body and words[-1] in body


def test_a_document_is_taken_along_as_plain_text(visitor: Visitor) -> None:
    page = visitor.open(LETTER, script=False)
    with page.expect_download() as download:
        page.get_by_role("link", name="Plain text").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert text.startswith("Letter from Pavel Ilin") and "<" not in text


@pytest.mark.parametrize("script", [True, False])
def test_a_former_address_leads_on(visitor: Visitor, script: bool) -> None:
    page = visitor.open("1930-ilin.html#p2", script=script)
    page.wait_for_url(visitor.address + LETTER + ("#p2" if script else ""))
    expect(page.locator("h1")).to_contain_text("Letter from Pavel Ilin")


# ── for everyone ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_to_better(visitor: Visitor, width: int) -> None:
    for path in KINDS:
        page = visitor.open(path, width=width, reduced_motion="reduce")
        unfold_aids(page)
        for box in page.locator("form.layers input").all():
            box.check()
        assert_accessible(page, path)
        for colours in ({"color_scheme": "dark"}, {"forced_colors": "active"}):
            page.emulate_media(**colours)  # type: ignore[arg-type]
            assert_accessible(page, f"{path} {colours}", OF_COLOUR)


def test_axe_finds_nothing_in_open_cards_and_notes_and_forced_colours(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, width=360, reduced_motion="reduce")
    page.locator("sup.mark a").first.click()
    page.locator(".text a.organisation").first.click()
    assert_accessible(page, "an open card")
    page = visitor.open(TALK, forced_colors="active", reduced_motion="reduce")
    assert_accessible(page, "forced colours")


def unfold_aids(page: Page) -> None:
    """Open the reading aids, which stand folded before the text where there is no room beside it."""
    for summary in page.locator(".aids summary:visible").all():
        summary.click()


EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
"""Also what WCAG 2.2 added, which axe asks for only if told to."""
OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What may be another in dark and in forced colours, which move nothing."""


def assert_accessible(page: Page, name: str, rules: dict[str, object] = EVERYTHING) -> None:
    found = Axe().run(page, options=rules).response["violations"]
    assert [(name, fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


SHIFT = """new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(0), 150);
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_screen_or_moves_while_it_loads(visitor: Visitor, width: int) -> None:
    for path in KINDS:
        page = visitor.open(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(SHIFT) < 0.01, path


def test_the_whole_document_is_reached_by_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open(LETTER)
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className || document.activeElement.name"))
    assert {"skip", "theme", "names", "name person", "permalink", "label", "next"} <= reached
