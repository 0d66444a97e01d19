"""The build: incremental, whole or not at all, reproducible, and patient with bad documents."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from edition import ANNA, document, write_edition
from teiedition import config
from teiedition.build import Report, build
from teiedition.errors import EnvironmentFault, InputError

LETTER, REPORT, NOTE = "1951-01-02-letter", "1952-03-04-report", "1953-05-06-note"
BOOK = "print/edition.pdf"
"""What shows the words of every document, besides the data and the index."""
INDEX = "site/pagefind/"
"""The index of all words: a folder that one step makes."""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return write_edition(tmp_path / "edition")


def run(edition: Path, **options: object) -> Report:
    return build(config.load(edition), jobs=1, **options)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def published(edition: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(edition / "build").items() if not name.startswith(".cache")}


def replace(edition: Path, id: str, old: str, new: str) -> None:
    path = edition / "tei" / f"{id}.xml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_every_document_gets_its_page_its_tei_and_its_pdf(edition: Path) -> None:
    report = run(edition)
    assert report.documents == 3 and not report.problems
    for id in (LETTER, REPORT, NOTE):
        assert {f"site/{id}.html", f"site/{id}.xml", f"print/{id}.pdf"} <= set(report.made)
    assert {"site/index.html", "site/persons/anna-berg.html", "site/places/riga.html"} <= set(report.made)
    assert (edition / "build/site" / f"{NOTE}.xml").read_bytes() == (
        edition / "tei" / f"{NOTE}.xml"
    ).read_bytes()


def test_a_second_build_makes_nothing(edition: Path) -> None:
    first = run(edition)
    second = run(edition)
    assert not second.made and second.kept == len(first.made) + first.kept


def test_a_file_that_was_touched_but_not_changed_is_not_made_again(edition: Path) -> None:
    run(edition)
    os.utime(edition / "tei" / f"{NOTE}.xml", (1, 1))
    assert not run(edition).made


def test_a_changed_document_is_made_again_with_what_shows_it_and_nothing_else(edition: Path) -> None:
    run(edition)
    replace(edition, NOTE, "The lamp at", "The second lamp at")
    made = set(run(edition).made)
    own = {
        f"site/{NOTE}.html",
        f"site/{NOTE}.xml",
        f"site/{NOTE}.txt",
        f"site/cite/{NOTE}/",
        f"print/{NOTE}.pdf",
        f"epub/{NOTE}.epub",
    }
    shows_its_words = {"site/places/riga.html", INDEX}
    lists_its_length = {"site/index.html", "site/documents.html", "site/documents-title.html",
                        "site/documents-genre.html", "site/sources.html", "site/archives.html",
                        f"site/sources/{NOTE}.html", "site/archives/harbour-archive.html"}  # fmt: skip
    assert own | shows_its_words | {BOOK, "epub/edition.epub", "data/catalogue.sqlite"} <= made
    rest = made - own - shows_its_words - {BOOK, "epub/edition.epub"} - lists_its_length
    assert {name for name in rest if not name.startswith("data/")} == set()


def test_a_changed_title_reaches_the_pages_that_link_to_it(edition: Path) -> None:
    run(edition)
    replace(edition, NOTE, "Note on the lamp", "Note on the buoy")
    made = run(edition).made
    assert f"site/{REPORT}.html" in made and f"site/{LETTER}.html" not in made
    assert "Note on the buoy" in (edition / "build/site" / f"{REPORT}.html").read_text()


def test_a_new_authority_entry_changes_the_pages_that_name_it(edition: Path) -> None:
    run(edition)
    names = edition / "tei/authority/names.xml"
    names.write_text(names.read_text().replace("Pilot of the eastern harbour", "Pilot, later inspector"))
    made = run(edition).made
    assert "site/persons/anna-berg.html" in made and f"site/{NOTE}.html" not in made


def test_a_broken_document_is_reported_and_its_last_good_pages_stay(edition: Path) -> None:
    run(edition)
    before = published(edition)
    replace(edition, REPORT, "</p>", "")
    replace(edition, NOTE, "The lamp", "The red lamp")
    report = run(edition)
    (problem,) = report.problems
    assert (
        problem.file.name == f"{REPORT}.xml" and problem.line == 17 and "not well-formed" in problem.message
    )
    after = published(edition)
    for name in (
        f"site/{REPORT}.html",
        f"print/{REPORT}.pdf",
        "print/edition.pdf",
        "site/persons/otto-lind.html",
    ):
        assert after[name] == before[name]
    assert "The red lamp" in after[f"site/{NOTE}.html"].decode()
    assert run(edition).problems == report.problems  # until it is mended


def test_a_document_broken_from_the_start_does_not_stop_the_others(edition: Path) -> None:
    replace(edition, REPORT, "</TEI>", "")
    report = run(edition)
    assert len(report.problems) == 1
    names = published(edition)
    assert f"site/{LETTER}.html" in names and f"site/{REPORT}.html" not in names


def test_a_mended_document_is_built(edition: Path) -> None:
    replace(edition, REPORT, "</p>", "")
    run(edition)
    replace(edition, REPORT, "of sand.", "of sand.</p>")
    assert not run(edition).problems
    assert f"site/{REPORT}.html" in published(edition)


def test_what_is_gone_from_the_edition_goes_from_the_site(edition: Path) -> None:
    run(edition)
    (edition / "tei" / f"{REPORT}.xml").unlink()
    report = run(edition)
    assert f"site/{REPORT}.html" in report.removed and "site/persons/otto-lind.html" in report.removed
    assert not {name for name in published(edition) if REPORT in name}


def test_a_former_name_leads_on_unless_another_document_has_it(edition: Path) -> None:
    former = "".join(f'<idno type="former">{id}</idno>' for id in ("old-note", LETTER, "../x"))
    replace(edition, NOTE, "</publicationStmt>", f"{former}</publicationStmt>")
    run(edition, outputs=("site",))
    site = edition / "build/site"
    assert f'url={NOTE}.html"' in (site / "old-note.html").read_text()
    assert "Letter to the board" in (site / f"{LETTER}.html").read_text()
    assert not (site.parent / "x.html").exists()


def index_of(edition: Path) -> dict[str, bytes]:
    return {name: data for name, data in published(edition).items() if name.startswith(INDEX)}


def test_the_index_of_words_is_made_when_a_page_changes_and_only_then(edition: Path) -> None:
    assert INDEX in run(edition).made
    before = index_of(edition)
    assert {"site/pagefind/pagefind.js", "site/pagefind/pagefind-entry.json"} <= set(before)
    names = edition / "tei/authority/names.xml"
    names.write_text(names.read_text().replace("56.95 24.11", "56.95 24.12"))
    assert INDEX not in run(edition).made
    replace(edition, NOTE, "The lamp at", "The second lamp at")
    report = run(edition)
    after = index_of(edition)
    assert INDEX in report.made and INDEX not in report.removed
    unchanged = {name for name in before if before[name] == after.get(name)}
    fragments = {name for name in before if "/fragment/" in name}
    assert len(fragments) == 3 and len(fragments & unchanged) == 2 and set(after) != set(before)


def test_a_file_of_the_index_that_was_tampered_with_is_made_again(edition: Path) -> None:
    run(edition)
    before = index_of(edition)
    (edition / "build" / INDEX / "pagefind.js").write_text("no more")
    (edition / "build" / next(name for name in before if "/fragment/" in name)).unlink()
    assert INDEX in run(edition).made
    assert index_of(edition) == before


def test_an_index_stays_while_other_outputs_are_built(edition: Path) -> None:
    run(edition)
    before = index_of(edition)
    replace(edition, NOTE, "The lamp at", "The second lamp at")
    build(config.load(edition), ("data",), jobs=1)
    assert index_of(edition) == before
    replace(edition, NOTE, "The second lamp at", "The lamp at")
    assert INDEX not in run(edition).made


def test_the_same_edition_gives_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    run(edition)
    twin = write_edition(tmp_path / "twin")
    build(config.load(twin), jobs=2)
    one, two = published(edition), published(twin)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_one_process_and_several_give_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    for number in range(60):  # enough that several processes are used
        id = f"1954-{number % 12 + 1:02}-{number // 12 + 1:02}-letter"
        (edition / "tei" / f"{id}.xml").write_text(
            document(id, f"Letter {number}", id[:10], f"<p>To {ANNA}.</p>")
        )
    run(edition)
    one = published(edition)
    build(config.load(edition).with_build(tmp_path / "several"), jobs=2)
    assert one == {
        name: data for name, data in tree(tmp_path / "several").items() if not name.startswith(".cache")
    }


def test_an_edition_too_long_for_one_book_is_set_in_volumes(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teiedition.catalogue.books.VOLUME", 16)
    run(edition)
    assert {name for name in published(edition) if name.startswith("print/edition")} == {
        "print/edition-1.pdf", "print/edition-2.pdf"}  # fmt: skip
    replace(edition, NOTE, "The lamp", "The dim lamp")
    assert {name for name in run(edition).made if name.startswith("print/")} == {
        f"print/{NOTE}.pdf", "print/edition-2.pdf"}  # fmt: skip


def test_only_the_outputs_asked_for_are_touched(edition: Path) -> None:
    run(edition)
    before = published(edition)
    replace(edition, NOTE, "The lamp", "The green lamp")
    report = run(edition, outputs=("site",))
    assert all(name.startswith("site/") for name in report.made)
    after = published(edition)
    changed = {name for name in before if before[name] != after.get(name)}
    assert {name for name in changed if not name.startswith(INDEX)} <= set(report.made)


def test_a_published_file_that_was_deleted_or_changed_comes_back(edition: Path) -> None:
    run(edition)
    before = published(edition)
    (edition / "build/site/index.html").unlink()
    (edition / "build/site" / f"{NOTE}.html").write_text("scribbled over")
    run(edition)
    assert published(edition) == before


def test_a_file_that_the_user_put_there_stays(edition: Path) -> None:
    run(edition)
    (edition / "build/site/CNAME").write_text("papers.example.org")
    replace(edition, NOTE, "The lamp", "The blue lamp")
    run(edition)
    assert (edition / "build/site/CNAME").read_text() == "papers.example.org"


def test_a_folder_that_no_build_made_is_not_replaced(edition: Path) -> None:
    (edition / "build/site").mkdir(parents=True)
    (edition / "build/site/thesis.txt").write_text("years of work")
    with pytest.raises(EnvironmentFault, match="was not made by a build"):
        run(edition)
    assert (edition / "build/site/thesis.txt").read_text() == "years of work"


def test_there_must_be_something_to_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        run(tmp_path / "nowhere")
    (tmp_path / "tei").mkdir()
    with pytest.raises(InputError, match="holds no TEI file"):
        run(tmp_path)


def test_the_users_own_stylesheet_module_and_words_are_used(edition: Path, root: Path) -> None:
    (edition / "xslt/print").mkdir(parents=True)
    own = (root / "xslt/print/edition.typ").read_text().replace("17pt", "21pt")
    (edition / "xslt/print/edition.typ").write_text(own)
    (edition / "site/css").mkdir(parents=True)
    (edition / "site/css/tokens.css").write_text(":root { --accent: teal }")
    plain = write_edition(edition.parent / "plain")
    run(edition)
    run(plain)
    assert "--accent: teal" in (edition / "build/site/css/edition.css").read_text()
    pdf = f"print/{NOTE}.pdf"
    assert published(edition)[pdf] != published(plain)[pdf]


def test_a_pdf_is_of_the_day_on_which_its_text_last_changed(edition: Path) -> None:
    path = edition / "tei" / f"{NOTE}.xml"
    change = '<revisionDesc><change when="2024-05-06">A word corrected.</change></revisionDesc></teiHeader>'
    path.write_text(path.read_text().replace("</teiHeader>", change))
    run(edition)
    for name in (f"print/{NOTE}.pdf", BOOK):
        facts = pypdf.PdfReader(edition / "build" / name).metadata
        assert facts and facts.creation_date and f"{facts.creation_date:%Y-%m-%d}" == "2024-05-06"


COMMAND = [sys.executable, "-m", "teiedition", "build", "--edition"]


def settled(started: Callable[[], subprocess.Popen[bytes]], delay: float) -> None:
    process = started()
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_killed_build_leaves_the_old_site_or_the_new_and_the_next_run_completes(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # both editions tell the same moment
    run(edition)
    old = {name: data for name, data in published(edition).items() if name.startswith("site/")}
    replace(edition, NOTE, "The lamp", "The white lamp")
    twin = edition.parent / "twin"
    ledger = edition / "build/data/ledger.tsv"  # and have the same past
    subprocess.run(
        ["cp", "-r", edition / "tei", edition / "edition.toml", ledger, twin.mkdir() or twin], check=True
    )
    run(twin)
    new = {name: data for name, data in published(twin).items() if name.startswith("site/")}
    assert old != new
    for delay in (0.05, 0.15, 0.25, 0.35, 0.45, 0.6):
        settled(lambda: subprocess.Popen([*COMMAND, edition, "--quiet"]), delay)
        assert tree(edition / "build/site") in [
            {n.removeprefix("site/"): d for n, d in state.items()} for state in (old, new)
        ]
    run(edition)
    assert published(edition) == published(twin)


def test_a_full_disk_gets_one_message_and_loses_nothing(edition: Path) -> None:
    run(edition)
    before = published(edition)
    replace(edition, NOTE, "The lamp", "The lost lamp")

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    ended = subprocess.run([*COMMAND, edition], capture_output=True, text=True, preexec_fn=small_disk)
    assert ended.returncode == 2
    assert "can't be written" in ended.stderr and "Traceback" not in ended.stderr
    assert published(edition) == before


def test_an_unknown_reference_is_reported_each_time_and_the_page_is_built(edition: Path) -> None:
    replace(edition, NOTE, "#riga", "#rigga")
    for _ in range(2):
        report = run(edition)
        (problem,) = report.problems
        assert problem.file.name == f"{NOTE}.xml" and problem.line == 16 and "#rigga" in problem.message
        assert f"site/{NOTE}.html" in published(edition)
    replace(edition, NOTE, "#rigga", "#riga")
    assert not run(edition).problems


def test_two_builds_at_once_in_one_folder_are_refused(edition: Path) -> None:
    from teiedition.build.store import Store

    with Store(edition / "build").locked(), pytest.raises(EnvironmentFault, match="another build"):
        run(edition)
