"""A folder of TEI that nobody prepared, in a browser: a text of several pages, pictures of its pages."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from teiedition.cli import main

from .conftest import Visitor, served

WORDS = "The lamp burned all night over the narrow water and no ship was seen to pass. "
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{0}</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)
CHAPTERS = "".join(
    f'<div xml:id="c{number}"><head>Chapter {number}</head>{f"<p>{WORDS * 10}</p>" * 40}</div>'
    for number in (1, 2, 3)
)
DIARY = f'<pb n="1" facs="img/1.png"/><p>{WORDS * 60}</p><pb n="2" facs="img/2.png"/><p>{WORDS * 60}</p>'
ELSEWHERE = (
    f'<pb n="1" facs="https://pictures.example.org/iiif/1/full/full/0/default.jpg"/><p>{WORDS * 9}</p>'
)

LINES = "".join(f'<zone xml:id="l{n}" points="5,{20 * n} 50,{20 * n} 50,{20 * n + 9}"/>' for n in (1, 2, 3))
SURFACE = (
    f'<surface xml:id="s1" ulx="0" uly="0" lrx="60" lry="90"><graphic url="img/1.png"/>{LINES}</surface>'
)
FRAMED = (
    f'<pb n="1" facs="#s1"/><p><lb facs="#l1"/>No ship <lb facs="#l2"/>was seen.</p>'
    f'<p facs="#l3">{WORDS * 60}</p>'
)


def picture(width: int, height: int) -> bytes:
    """A grey PNG (ISO 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\xcc" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of a stranger's folder is served."""
    folder = tmp_path_factory.mktemp("stranger")
    (folder / "tei" / "img").mkdir(parents=True)
    for name, body in {"novel": CHAPTERS, "diary": DIARY, "elsewhere": ELSEWHERE}.items():
        (folder / "tei" / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(name)}<text><body>{body}</body></text></TEI>'
        )
    framed = f"<facsimile>{SURFACE}</facsimile><text><body>{FRAMED}</body></text>"
    (folder / "tei" / "framed.xml").write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format("framed")}{framed}</TEI>'
    )
    for name in ("1.png", "2.png"):
        (folder / "tei" / "img" / name).write_bytes(picture(60, 90))
    command = ["build", "--tei", str(folder / "tei"), "--out", str(folder / "out"), "--only", "site"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    with served(folder) as root:
        yield f"{root}out/site/"


@pytest.fixture
def guest(browser: Browser, stranger: str) -> Iterator[Visitor]:
    """A visitor of that site; the test fails if a page had any fault."""
    guest = Visitor(browser, stranger)
    yield guest
    for context in browser.contexts:
        context.close()
    assert guest.faults == []


def test_a_text_of_several_pages_is_read_through(guest: Visitor) -> None:
    page = guest.open("novel.html", script=False)
    page.locator(".all-parts").get_by_role("link", name="Chapter 2").click()
    expect(page.get_by_role("heading", name="Chapter 2")).to_be_visible()
    page.locator(".pager .next").click()
    expect(page.get_by_role("heading", name="Chapter 3")).to_be_visible()
    page.locator("h1 a").click()
    expect(page).to_have_url(f"{guest.address}novel.html")


@pytest.mark.parametrize(
    ("anchor", "part"), [("p100", "novel/c3.html"), ("c2", "novel/c2.html"), ("h3", "novel/c3.html")]
)
def test_a_link_to_the_first_page_finds_its_part(guest: Visitor, anchor: str, part: str) -> None:
    page = guest.open(f"novel.html#{anchor}")
    expect(page).to_have_url(f"{guest.address}{part}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_the_picture_of_the_page_read_stands_beside_the_text(guest: Visitor) -> None:
    page = guest.open("diary.html")
    shown = page.locator("aside.facsimile img")
    expect(shown).to_have_attribute("src", f"{guest.address}pictures/img/1.png")
    page.locator("p.p").last.scroll_into_view_if_needed()
    expect(shown).to_have_attribute("src", f"{guest.address}pictures/img/2.png")
    expect(shown).to_be_in_viewport()
    page.get_by_role("checkbox", name="Pictures of the pages").uncheck()
    expect(page.locator("aside.facsimile")).to_be_hidden()


def test_a_line_is_framed_on_the_picture_and_found_from_there(guest: Visitor) -> None:
    page = guest.open("framed.html")
    page.get_by_text("was seen.").hover()
    frame = page.get_by_role("link", name="was seen.")
    expect(frame).to_have_class("at")
    page.get_by_role("link", name="No ship", exact=True).focus()
    expect(page.locator(".source-line.at")).to_have_text("No ship")
    expect(frame).not_to_have_class("at")
    page.locator("p.p").last.scroll_into_view_if_needed()
    frame.click()
    expect(page.get_by_text("was seen.")).to_be_in_viewport()


def test_on_a_narrow_screen_the_mark_of_a_page_opens_its_picture(guest: Visitor) -> None:
    page = guest.open("diary.html", width=390)
    expect(page.locator("aside.facsimile")).to_be_hidden()
    mark = page.get_by_role("link", name="page 2, Picture")
    mark.click()
    expect(page.locator(".facsimile-here img")).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    mark.click()
    expect(page.locator(".facsimile-here")).to_have_count(0)


def test_without_scripts_the_mark_of_a_page_leads_to_its_picture(guest: Visitor) -> None:
    page = guest.open("diary.html", script=False)
    expect(page.get_by_role("link", name="page 1, Picture")).to_have_attribute("href", "pictures/img/1.png")


def test_nothing_is_asked_of_another_host_before_the_reader_asks(browser: Browser, stranger: str) -> None:
    guest = Visitor(browser, stranger)
    page = guest.open("elsewhere.html")
    page.get_by_role("checkbox", name="Pictures of the pages").check()
    button = page.get_by_role("button", name="Show the pictures, which come from pictures.example.org")
    expect(button).to_be_visible()
    assert guest.faults == []
    with page.expect_request("https://pictures.example.org/iiif/1/full/1200,/0/default.jpg"):
        button.click()
    page.context.close()


@pytest.mark.parametrize(
    "path", ["novel.html", "novel/c2.html", "diary.html", "elsewhere.html", "framed.html", "index.html"]
)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_nobody_is_shut_out(guest: Visitor, path: str, width: int, scheme: str) -> None:
    page = guest.open(path, width=width, scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [
        (violation["id"], [node["html"][:120] for node in violation["nodes"]]) for violation in found
    ] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
