"""The review page in a browser: by mouse, by keys, without scripts; for everybody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from server import served
from teiedition import config
from teiedition.review import Desk, application

from .conftest import Visitor

SPECIMEN = Path(__file__).resolve().parents[2]
TELEGRAM = "1957-10-15-no-47-telegram-agent-belgrade-harbottle"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A copy of two documents of the specimen edition and of its authority files."""
    (tmp_path / "tei").mkdir()
    shutil.copytree(SPECIMEN / "tei" / "authority", tmp_path / "tei" / "authority")
    for path in sorted((SPECIMEN / "tei").glob("1957-1*.xml")):
        shutil.copy(path, tmp_path / "tei")
    return tmp_path


@pytest.fixture
def editor(browser: Browser, edition: Path) -> Iterator[Visitor]:
    with served(application(Desk(config.load(edition)))) as root:
        visitor = Visitor(browser, f"{root}/")
        yield visitor
        for context in browser.contexts:
            context.close()
        assert visitor.faults == []


def test_a_question_is_answered_by_keys_and_taken_back(editor: Visitor, edition: Path) -> None:
    file = edition / "tei" / f"{TELEGRAM}.xml"
    before = file.read_text(encoding="utf-8")
    page = editor.open(f"?element=placeName&document={TELEGRAM}")
    words = page.locator(".question h2 b").first.inner_text()
    page.keyboard.press("j")
    expect(page.locator(".question").first.get_by_role("button", name="Accept")).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text(f"Accepted: “{words}”")
    assert file.read_text(encoding="utf-8") != before
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("status")).to_have_count(0)
    assert file.read_text(encoding="utf-8") == before


def test_everything_works_without_scripts(editor: Visitor) -> None:
    page = editor.open("", script=False)
    page.get_by_role("link", name="quantity").click()
    question = page.locator(".question").first
    words = question.locator("h2 b").inner_text()
    question.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_contain_text(f"Rejected: “{words}”")
    expect(page.get_by_role("link", name="quantity")).to_have_attribute("aria-current", "true")


def test_a_place_that_is_not_ticked_stays_open(editor: Visitor) -> None:
    page = editor.open("?element=persName")
    question = page.locator(".question", has=page.locator("summary")).first
    words = question.locator("h2 b").inner_text()
    places = question.locator("input[name=place]")
    many = places.count()
    assert many > 6
    question.locator("summary").click()
    for box in places.all()[1:]:
        box.uncheck()
    question.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("status")).to_have_text(f"Accepted: “{words}”")
    left = page.locator(".question", has=page.locator("h2 b", has_text=words)).first
    expect(left.locator("input[name=place]")).to_have_count(many - 1)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_axe_finds_nothing_and_nothing_is_too_wide(editor: Visitor, width: int, scheme: str) -> None:
    page = editor.open("", width=width, scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
