"""OAI-PMH: every verb, every error, dates and sets, lists that go on over a rebuild."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from papers import publish, write, write_papers
from teiedition.harvest import Repository, oai
from teiedition.harvest.oai import arguments, verbs
from teiedition.harvest.oai.token import LIFETIME

ADDRESS = "https://papers.example.org/oai"
NOW = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
O = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}  # noqa: E741
Ask = Callable[..., etree._Element]


def asked(repository: Repository, query: str, now: datetime = NOW) -> etree._Element:
    return etree.fromstring(
        oai.answer(repository, parse_qsl(query, keep_blank_values=True), ADDRESS, now).body
    )


@pytest.fixture
def ask(repository: Repository) -> Ask:
    return lambda query, now=NOW: asked(repository, query, now)


def texts(answer: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in answer.iterfind(f".//{path}", O)]


def error(answer: etree._Element) -> str | None:
    found = answer.find("o:error", O)
    return None if found is None else found.get("code")


def test_every_answer_says_when_and_to_what_it_answers(ask: Ask) -> None:
    answer = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:papers.example.org:nothing")
    assert texts(answer, "o:responseDate") == ["2030-01-02T03:04:05Z"]
    request = answer.find("o:request", O)
    assert request is not None and request.text == ADDRESS and request.get("metadataPrefix") == "oai_dc"


def test_identify(ask: Ask) -> None:
    answer = ask("verb=Identify")
    facts = {
        name: texts(answer, f"o:{name}")
        for name in ("repositoryName", "baseURL", "adminEmail", "deletedRecord")
    }
    assert facts == {
        "repositoryName": ["Harbour papers"],
        "baseURL": [ADDRESS],
        "adminEmail": ["desk@papers.example.org"],
        "deletedRecord": ["persistent"],
    }
    assert texts(answer, "o:granularity") == ["YYYY-MM-DDThh:mm:ssZ"]
    described = [etree.QName(child[0]).localname for child in answer.iterfind(".//o:description", O)]
    assert described == ["oai-identifier", "rightsManifest", "friends", "branding"]
    assert "Harbour &amp; Sons" in etree.tostring(answer, encoding="unicode")


def test_formats_are_those_that_records_come_in(ask: Ask) -> None:
    answer = ask("verb=ListMetadataFormats")
    assert texts(answer, "o:metadataPrefix") == ["oai_dc", "tei", "mods", "marcxml", "mets", "oai_openaire"]
    (identifier, *_) = texts(ask("verb=ListIdentifiers&metadataPrefix=tei"), "o:identifier")
    for prefix, namespace in zip(
        texts(answer, "o:metadataPrefix"), texts(answer, "o:metadataNamespace"), strict=True
    ):
        record = ask(f"verb=GetRecord&identifier={identifier}&metadataPrefix={prefix}").find(
            ".//o:metadata", O
        )
        assert record is not None and etree.QName(record[0]).namespace == namespace


def test_a_record_holds_what_the_document_says(ask: Ask) -> None:
    answer = ask(
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:papers.example.org:1951-02-02-report-0001"
    )
    assert texts(answer, "dc:title") == ["Report 1 of A < B"]
    assert texts(answer, "dc:date") == ["1951-02-02"] and texts(answer, "dc:coverage") == ["Riga"]
    assert "https://papers.example.org/1951-02-02-report-0001.html" in texts(answer, "dc:identifier")
    assert {"genre:report", "archive:Harbour~20Archive", "person:anna-berg"} <= set(
        texts(answer, "o:setSpec")
    )


def test_sets_are_listed_with_the_kinds_above_them_and_can_be_harvested(ask: Ask) -> None:
    sets = dict(
        zip(texts(ask("verb=ListSets"), "o:setSpec"), texts(ask("verb=ListSets"), "o:setName"), strict=True)
    )
    assert sets["person:otto-lind"] == "Otto Lind" and sets["archive:Harbour~20Archive"] == "Harbour Archive"
    for spec in sets:
        listed = ask(f"verb=ListIdentifiers&metadataPrefix=oai_dc&set={spec}")
        members = [texts(header, "o:setSpec") for header in listed.iterfind(".//o:header", O)]
        assert members and all(any(f"{member}:".startswith(f"{spec}:") for member in own) for own in members)
    everything = texts(ask("verb=ListIdentifiers&metadataPrefix=oai_dc"), "o:identifier")
    genres = [
        texts(ask(f"verb=ListIdentifiers&metadataPrefix=oai_dc&set=genre:{g}"), "o:identifier")
        for g in ("letter", "report", "note")
    ]
    assert sorted(sum(genres, [])) == everything


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=", "badVerb"),
        ("verb=Dance", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&set=genre", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=x", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=tei", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-03T10:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-03&until=2024-02-03T10:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-04&until=2024-02-03", "badArgument"),
        ("verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc", "badArgument"),
        (f"verb=ListRecords&metadataPrefix=oai_dc&set={'x' * 3000}", "badArgument"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=AAAA", "badResumptionToken"),
        ("verb=ListRecords&metadataPrefix=pigeon", "cannotDisseminateFormat"),
        (
            "verb=GetRecord&identifier=oai:papers.example.org:x&metadataPrefix=pigeon",
            "cannotDisseminateFormat",
        ),
        ("verb=GetRecord&identifier=oai:papers.example.org:x&metadataPrefix=oai_dc", "idDoesNotExist"),
        ("verb=GetRecord&identifier=1951-02-02-report-0001&metadataPrefix=oai_dc", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=oai:papers.example.org:x", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=genre:poem", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=1960-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2199-01-01", "noRecordsMatch"),
        ("verb=Identify&x=%00%0b<&y=%ff", "badArgument"),
    ],
)
def test_what_is_wrong_with_a_request_is_said_in_the_protocols_words(ask: Ask, query: str, code: str) -> None:
    answer = ask(query)
    assert error(answer) == code
    request = answer.find("o:request", O)
    assert request is not None
    if code in ("badVerb", "badArgument"):
        assert not request.attrib


NAMES = ["verb", "metadataPrefix", "identifier", "from", "until", "set", "resumptionToken", "x"]
VALUES = ["ListRecords", "ListSets", "GetRecord", "Identify", "oai_dc", "2024-01-01", "genre:note"]
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=30))


@settings(deadline=None)
@given(st.lists(PAIRS, max_size=5))
def test_whatever_is_asked_the_answer_is_xml_and_says_so(
    repository: Repository, given: list[tuple[str, str]]
) -> None:
    answer = etree.fromstring(oai.answer(repository, given, ADDRESS, NOW).body)
    assert len(answer) == 3 and etree.QName(answer[2]).localname in {"error", *arguments.ALLOWED}


def harvest(repository: Callable[[], Repository], query: str, verb: str = "ListIdentifiers") -> list[str]:
    """All identifiers of a list, page by page; `repository` gives the catalogue for each page."""
    found: list[str] = []
    answer = asked(repository(), f"verb={verb}&{query}")
    while True:
        assert error(answer) is None
        found += texts(answer, "o:identifier")
        token = texts(answer, "o:resumptionToken")
        if not token or not token[0]:
            return found
        answer = asked(repository(), f"verb={verb}&resumptionToken={token[0]}")


@pytest.mark.parametrize("verb", ["ListIdentifiers", "ListRecords"])
def test_a_list_in_pages_is_the_list(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    whole = harvest(lambda: repository, "metadataPrefix=oai_dc", verb)
    monkeypatch.setattr(verbs, "HEADERS", 5)
    monkeypatch.setattr(verbs, "RECORDS", 7)
    assert harvest(lambda: repository, "metadataPrefix=oai_dc", verb) == whole and len(whole) == 24
    assert harvest(lambda: repository, "metadataPrefix=tei&set=genre:note", verb) == [
        i for i in whole if "note" in i
    ]


def test_a_page_ends_when_it_is_long_enough(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "BYTES", 1)
    answer = asked(repository, "verb=ListRecords&metadataPrefix=tei")
    assert len(texts(answer, "o:identifier")) == 1
    assert len(harvest(lambda: repository, "metadataPrefix=tei", "ListRecords")) == 24


def test_tokens_tell_where_the_list_stands_and_end_with_it(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "HEADERS", 10)
    cursors = []
    answer = ask("verb=ListIdentifiers&metadataPrefix=oai_dc")
    while True:
        token = answer.find(".//o:resumptionToken", O)
        assert token is not None
        cursors.append((token.get("cursor"), token.get("completeListSize")))
        if not token.text:
            break
        answer = ask(f"verb=ListIdentifiers&resumptionToken={token.text}")
    assert cursors == [("0", "24"), ("10", "24"), ("20", "24")]


def test_a_token_that_is_old_damaged_or_anothers_is_refused(
    ask: Ask, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "HEADERS", 10)
    (token,) = texts(ask("verb=ListIdentifiers&metadataPrefix=oai_dc"), "o:resumptionToken")
    query = f"verb=ListIdentifiers&resumptionToken={token}"
    assert error(ask(query, NOW + LIFETIME - timedelta(seconds=1))) is None
    assert error(ask(query, NOW + LIFETIME)) == "badResumptionToken"
    assert error(ask(query.replace("ListIdentifiers", "ListRecords"))) == "badResumptionToken"
    for place in range(0, len(token), 7):
        letter = "A" if token[place] != "A" else "B"
        assert (
            error(ask(f"{query[: len(query) - len(token)]}{token[:place]}{letter}{token[place + 1 :]}"))
            == "badResumptionToken"
        )
    monkeypatch.setattr(repository, "edition", {**repository.edition, "identifier": "other.example.org"})
    assert error(ask(query)) == "badResumptionToken"


@pytest.fixture
def changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of 40 documents that was built once, on the first of January 2024."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())))
    folder = write_papers(tmp_path / "edition", 40)
    publish(folder)
    return folder


def rebuilt(folder: Path, monkeypatch: pytest.MonkeyPatch, day: int) -> Repository:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2024, 1, day, tzinfo=UTC).timestamp())))
    return Repository(publish(folder))


def path_of(folder: Path, number: int) -> Path:
    (found,) = folder.glob(f"tei/*-{number:04}.xml")
    return found


def test_changes_and_deletions_are_told_from_the_day_they_were_published(
    changing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(changing, 3, "And went.")
    write(changing, 77)
    path_of(changing, 5).unlink()
    repository = rebuilt(changing, monkeypatch, 2)
    answer = asked(repository, "verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-02")
    heads = {
        identifier.split("-")[-1]: header.get("status")
        for header in answer.iterfind(".//o:header", O)
        for identifier in texts(header, "o:identifier")
    }
    assert heads == {"0003": None, "0005": "deleted", "0077": None}
    assert len(answer.findall(".//o:metadata", O)) == 2
    assert set(texts(answer, "o:datestamp")) == {"2024-01-02T00:00:00Z"}
    assert (
        len(
            texts(
                asked(repository, "verb=ListIdentifiers&metadataPrefix=oai_dc&until=2024-01-01"),
                "o:identifier",
            )
        )
        == 38
    )
    rest = rebuilt(changing, monkeypatch, 3)
    assert error(asked(rest, "verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-03")) == "noRecordsMatch"
    (path,) = (changing / "build/data").glob("ledger.tsv")
    (id,) = {line.split("\t")[0] for line in path.read_text().splitlines() if "-0005\t" in line}
    gone = asked(rest, f"verb=GetRecord&metadataPrefix=mods&identifier=oai:papers.example.org:{id}")
    assert gone.find(".//o:header[@status='deleted']", O) is not None
    assert gone.find(".//o:metadata", O) is None


def test_nothing_is_skipped_and_nothing_comes_twice_while_builds_go_on(
    changing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "HEADERS", 10)
    states = iter(range(9))

    def between() -> Repository:
        state = next(states)
        if state == 1:
            write(changing, 0, "Changed behind the reader.")
            write(changing, 39, "Changed before the reader.")
            path_of(changing, 38).unlink()
        if state == 2:
            write(changing, 100)
            path_of(changing, 1).unlink()
        return rebuilt(changing, monkeypatch, 2 + state)

    first = harvest(between, "metadataPrefix=oai_dc")
    assert len(first) == len(set(first))
    there_all_the_time = {f"{number:04}" for number in range(40)}
    assert there_all_the_time <= {identifier.split("-")[-1] for identifier in first}
    monkeypatch.setattr(verbs, "HEADERS", 500)
    latest = Repository(changing / "build/data/catalogue.sqlite")
    since = harvest(lambda: latest, "metadataPrefix=oai_dc&from=2024-01-02")
    assert {identifier.split("-")[-1] for identifier in since} == {"0000", "0001", "0038", "0039", "0100"}


def test_entity_tags_tell_answers_apart_and_not_by_their_time(repository: Repository) -> None:
    def tag(query: str, now: datetime = NOW) -> str:
        return oai.answer(repository, parse_qsl(query), ADDRESS, now).tag

    assert tag("verb=Identify") == tag("verb=Identify", NOW + timedelta(hours=1))
    assert tag("verb=Identify") != tag("verb=ListSets")
    assert tag("verb=Nonsense") == ""


def test_identifiers_keep_to_the_form_that_the_protocol_gives(repository: Repository) -> None:
    form = re.compile(
        r"oai:[a-zA-Z][a-zA-Z0-9\-]*(\.[a-zA-Z][a-zA-Z0-9\-]*)+:[a-zA-Z0-9\-_.!~*'();/?:@&=+$,%]+"
    )
    assert all(form.fullmatch(identifier) for identifier in harvest(lambda: repository, "metadataPrefix=tei"))
