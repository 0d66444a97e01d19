"""Finding: words, phrases, facets, and the way from a hit to its place in a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import WIDTHS, Visitor
from .test_site import ARTICLE, TALK, assert_accessible


def found(page: Page) -> list[str]:
    """The titles found, once the search is done."""
    expect(page.locator(".state")).not_to_have_text("Searching …")
    return page.locator(".results .title").all_inner_texts()


def search(visitor: Visitor, query: str, **more: object) -> Page:
    page = visitor.open("search.html", **more)  # type: ignore[arg-type]
    page.get_by_label("Words to find").fill(query)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".results > li, .state:text('Nothing')").first).to_be_visible()
    return page


def test_a_hit_leads_to_its_place_and_marks_it(visitor: Visitor) -> None:
    page = search(visitor, "dredge")
    expect(page.locator(".state")).to_have_text("1 document")
    passage = page.locator(".hits a").first
    expect(passage.locator("mark")).to_have_text("dredged.")
    passage.click()
    expect(page).to_have_url(visitor.address + TALK + "?find=dredged#p7")
    expect(page.locator("#p7 mark.found")).to_have_text("dredged")
    expect(page.locator("#p7")).to_be_in_viewport()


def test_quotation_marks_keep_words_together(visitor: Visitor) -> None:
    assert found(search(visitor, "falling river"))
    assert found(search(visitor, '"falling river"')) == []
    assert len(found(search(visitor, '"river is falling"'))) == 1


def test_facets_narrow_the_search_and_are_kept_in_the_address(visitor: Visitor) -> None:
    page = search(visitor, "river")
    everything = found(page)
    assert len(everything) > 1
    page.locator(".facets summary", has_text="Kind").click()
    page.get_by_label("Minutes of conversation").check()
    expect(page.locator(".results > li")).to_have_count(1)
    expect(page.get_by_label("Minutes of conversation")).to_be_focused()
    page.reload()
    expect(page.locator(".results > li")).to_have_count(1)
    page.get_by_label("Minutes of conversation").uncheck()
    expect(page.locator(".results > li")).to_have_count(len(everything))


def test_what_somebody_said_is_told_from_what_others_said(visitor: Visitor) -> None:
    page = search(visitor, "falling")
    assert found(page)
    pavel, orla = (page.locator(f"[name=speaker][value='{who}']") for who in ("Pavel Ilin", "Orla Varga"))
    page.locator(".facets summary", has_text="Said by").click()
    pavel.check()
    expect(page.locator(".state")).to_have_text("Nothing has these words.")
    pavel.uncheck()
    orla.check()
    expect(page.locator(".results > li")).to_have_count(1)


def test_a_facet_alone_lists_its_documents(visitor: Visitor) -> None:
    page = visitor.open("search.html?person=Orla+Varga")
    expect(page.locator(".results > li").first).to_be_visible()
    expect(page.locator(".browse")).to_be_hidden()
    page = visitor.open("search.html")
    expect(page.locator(".browse")).to_be_visible()


def test_without_a_script_and_from_disk_the_lists_are_there(visitor: Visitor, site: Path) -> None:
    page = visitor.open("search.html", script=False)
    expect(page.locator("noscript p")).to_contain_text("needs JavaScript")
    expect(page.locator("form.search")).to_be_hidden()
    page.locator(".facet.by-speaker").get_by_role("link", name="Orla Varga").click()
    expect(page.locator("h1")).to_have_text("Orla Varga")
    page = visitor.open((site / "search.html").as_uri())
    expect(page.locator(".state")).to_contain_text("needs a web server")
    expect(page.get_by_label("Words to find")).to_be_disabled()
    page.locator(".facet.by-year").get_by_role("link", name="1932").click()
    expect(page.locator("#group-1932")).to_be_visible()


def test_words_marked_for_a_reader_are_not_those_of_markup(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE + "?find=%3Cb%3E&find=the")
    marks = page.locator("mark.found").all_inner_texts()
    assert marks and {mark.lower() for mark in marks} == {"the"}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visitor: Visitor, width: int, scheme: str) -> None:
    page = visitor.open("search.html", width=width, scheme=scheme, reduced_motion="reduce")
    assert_accessible(page, "browse")
    page = search(visitor, "river", width=width, scheme=scheme, reduced_motion="reduce")
    for summary in page.locator(".facets summary:visible").all():
        summary.click()
    assert_accessible(page, "search")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_search_by_a_name_alone_fetches_no_words_and_no_other_names(visitor: Visitor) -> None:
    page = visitor.open("persons/orla.html")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.get_by_role("link", name="Search documents that name this").click()
    expect(page.get_by_role("status").first).to_contain_text("document")
    assert found(page)
    assert not [url for url in fetched if url.endswith(".pf_index")]
    assert len([url for url in fetched if url.endswith(".pf_filter")]) == 1


def test_a_person_s_page_leads_to_what_that_person_says(visitor: Visitor) -> None:
    page = visitor.open("persons/pavel.html")
    page.get_by_role("link", name="Search what this person says").click()
    page.get_by_label("Words to find").fill("dredged")
    expect(page.locator(".results")).to_contain_text("dredged")


def test_a_facet_of_many_values_is_narrowed_by_a_box(visitor: Visitor) -> None:
    page = search(visitor, "river")
    page.evaluate(
        """() => {
            const counts = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`Name ${n}`, 90 - n]));
            facets.open("person");
            facets.show({ filters: { person14: counts }, totalFilters: {} });
            document.querySelector("[data-facet=person]").open = true;
        }"""
    )
    facet = page.locator("[data-facet=person]")
    expect(facet.locator("li")).to_have_count(40)
    expect(facet.locator(".rest")).to_have_text("50 more")
    facet.get_by_role("searchbox").fill("name 7")
    expect(facet.locator("li")).to_have_count(11)


def test_a_phrase_is_told_by_its_words_as_they_stand(visitor: Visitor) -> None:
    assert found(search(visitor, '"river was falling"')) == []  # "is falling" has the same stems
    assert len(found(search(visitor, "„river is falling“"))) == 1
    page = search(visitor, 'dredged "river is falling"')
    marks = page.locator(".hits mark").all_inner_texts()
    assert "river is falling" in " ".join(marks)


def test_a_phrase_is_marked_where_it_goes_on_in_another_element(visitor: Visitor) -> None:
    page = search(visitor, '"the Ferry Guild will want it"')
    page.locator(".hits a").first.click()
    marks = page.locator("mark.found")
    expect(marks.first).to_be_visible()
    assert marks.all_inner_texts()[:3] == ["The ", "Ferry Guild", " will want it"]


def test_the_way_back_leads_to_the_same_results(visitor: Visitor) -> None:
    page = search(visitor, "river", width=360)
    page.locator(".facets summary", has_text="Kind").click()
    page.get_by_label("Minutes of conversation").check()
    expect(page.locator(".results > li")).to_have_count(1)
    page.evaluate("scrollTo(0, 150)")
    page.locator(".hits a").first.click()
    expect(page.locator("mark.found").first).to_be_visible()
    page.go_back()
    expect(page.locator(".results > li")).to_have_count(1)
    expect(page.get_by_label("Words to find")).to_have_value("river")
    expect(page.get_by_label("Minutes of conversation")).to_be_checked()
    page.wait_for_function("scrollY === 150")


def test_where_nothing_is_found_other_ways_are_offered(visitor: Visitor) -> None:
    page = search(visitor, 'river "falling zither"')
    advice = page.locator(".advice li")
    expect(advice).to_have_text(
        ["river · 3 documents", "falling · 2 documents", "zither · Nothing has these words.",
         "The words without quotation marks"]
    )  # fmt: skip
    advice.get_by_role("link", name="river").click()
    expect(page.locator(".results > li")).to_have_count(3)


ASKED = [
    ("mine", "The mines were shut, and mining ceased.", "mines mining"),
    ('"mine"', "The mine and other mines", "mine"),
    ("Il-sung", "Kim Il Sung, Kim Il-sung, Kim Ilsung, an ill song", "Il Sung, Il-sung, Ilsung,"),
    ("“North Bank’s mine”", "The North Bank's mine, north of the bank", "North Bank's mine,"),
    ("kimchi", "Kim ate", ""),
    ("Nam Il", "Nam Il and the others were ill", "Nam Il"),
    ("Tu Bong", "Turned to Tu Bong in turn", "Tu Bong"),
    ("11 July", "On 11 July, not the 114th of July", "11 July, July"),
    ("106-01381-06", "no. 106-01381-06, and 106-01", "106-01381-06,"),
    ("Chŏng-ae", "Pak Chong-ae's letter", "Chong-ae's"),
    ("重工业", "发 展 重 工 业 的 工 业", "重 工 业"),
    ('"강철수 동지"', "강철수 동지는 말했다", "강철수 동지는"),
]


@pytest.mark.parametrize(("query", "text", "hits"), ASKED)
def test_words_are_told_by_the_text(visitor: Visitor, query: str, text: str, hits: str) -> None:
    """The index gives every word that may be meant; what of a text is shown, the text decides."""
    page = visitor.open("search.html")
    found = page.evaluate(
        """([query, text]) => {
            const words = text.split(/\\s+/);
            const asked = window.query.read(query, { everywhere: [], often: [] });
            return asked.hits(words.map((_, at) => at), words).map((at) => words[at]).join(" ");
        }""",
        [query, text],
    )
    assert found == hits
