"""Folders of TEI that nobody prepared: what is taken, under which name, and what is passed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from edition import document
from teiedition import tree
from teiedition.build import Report, build
from teiedition.config import load, of_tei
from teiedition.corpus import survey
from teiedition.errors import InputError

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>{0}</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc>{1}</teiHeader>"
)
Write = Callable[[str, str], Path]


def tei(title: str, body: str, header: str = "", attributes: str = "") -> str:
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{attributes}>{HEADER.format(title, header)}'
        f"<text><body>{body}</body></text></TEI>"
    )


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the folder `tei`."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / "tei" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    return written


def ids(folder: Path) -> list[str]:
    return [path.stem for path in survey(of_tei(folder / "tei"), folder / "cache").documents]


def published(folder: Path) -> tuple[Report, Path]:
    config = of_tei(folder / "tei").with_build(folder / "out")
    return build(config, ("site",)), folder / "out" / "site"


def test_folders_within_are_searched_and_names_told_apart(write: Write, tmp_path: Path) -> None:
    for name in ("a.xml", "1801/letter.xml", "1802/letter.xml", "1802/b.tei", ".hidden/c.xml"):
        write(name, tei(name, "<p>Words.</p>"))
    assert ids(tmp_path) == ["a", "letter", "b", "1802-letter"]


def test_an_edition_that_was_set_up_has_its_documents_right_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "tei" / "drafts").mkdir(parents=True)
    for name in ("a.xml", "drafts/b.xml"):
        (tmp_path / "tei" / name).write_text(document("a", "A", "1950", "<p>Words.</p>"))
    assert [path.name for path in survey(load(tmp_path), tmp_path / "cache").documents] == ["a.xml"]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("a b.xml", "a-b"), ("50% #1?.xml", "50-1"), ("Überfahrt (1).xml", "Überfahrt-(1)"),
        ("index.xml", "index-text"), ("persons.xml", "persons-text"), ("x.y.xml", "x.y"),
    ],
)  # fmt: skip
def test_every_name_becomes_one_that_an_address_can_hold(
    write: Write, tmp_path: Path, name: str, id: str
) -> None:
    write(name, tei("A story", "<p>Words.</p>"))
    report, site = published(tmp_path)
    assert not report.problems
    assert "A story" in (site / f"{id}.html").read_text()
    assert "A story" in (site / "index.html").read_text()


def test_what_is_no_tei_is_passed_over_and_named(write: Write, tmp_path: Path) -> None:
    write("a.xml", tei("A", "<p>Words.</p>"))
    write("build.xml", "<project/>")
    write("broken.xml", "<p>no")
    write("old.xml", "<TEI.2><teiHeader/></TEI.2>")
    report, site = published(tmp_path)
    assert {problem.file.name: problem.severity for problem in report.problems} == {
        "build.xml": "info", "broken.xml": "info", "old.xml": "warning",
    }  # fmt: skip
    assert (site / "a.html").exists() and not (site / "build.html").exists()
    assert build(of_tei(tmp_path / "tei").with_build(tmp_path / "out"), ("site",)).made == []


def test_a_corpus_is_taken_apart(write: Write, tmp_path: Path) -> None:
    members = tei("First", "<p>One.</p>") + tei("Second", "<p>Two.</p>", attributes=' xml:id="second"')
    write(
        "corpus.xml",
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format("All", "")}{members}</teiCorpus>',
    )
    report, site = published(tmp_path)
    assert not report.problems
    assert "One." in (site / "corpus-1.html").read_text()
    assert "Two." in (site / "second.html").read_text()


INCLUDING = ' xmlns:xi="http://www.w3.org/2001/XInclude"'


def test_a_text_in_several_files_is_put_together(write: Write, tmp_path: Path) -> None:
    write("parts/1.xml", '<div xmlns="http://www.tei-c.org/ns/1.0"><p>The ferry left.</p></div>')
    write("parts/2.xml", '<p xmlns="http://www.tei-c.org/ns/1.0">No. <seg xml:id="s">One oar.</seg></p>')
    calls = (
        'Before <xi:include href="parts/1.xml"/>after <xi:include href="parts/2.xml" xpointer="s"/>'
        '<xi:include href="parts/3.xml"><xi:fallback><p>Instead of it.</p></xi:fallback></xi:include>end'
    )
    write("a.xml", tei("A", f"<div>{calls}</div>", attributes=INCLUDING))
    report, site = published(tmp_path)
    assert not report.problems and report.documents == 1
    page = html.fromstring((site / "a.html").read_text()).get_element_by_id("text").text_content()
    assert "".join(page.split()) == "BeforeTheferryleft.afterOneoar.Insteadofit.end"


def test_calls_that_lead_nowhere_are_told(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text('<p xmlns="http://www.tei-c.org/ns/1.0">Secret.</p>')
    targets = ("../secret.xml", "https://example.org/a.xml", "a.xml#none", "gone.xml")
    calls = "".join(f'<xi:include href="{target}"/>' for target in targets)
    write("a.xml", tei("A", f"<p>Words.</p>{calls}", attributes=INCLUDING))
    (remark,) = survey(of_tei(tmp_path / "tei"), tmp_path / "cache").remarks
    assert remark.severity == "warning"
    for words in (
        "secret.xml', which lies outside",
        "a.xml', which lies outside",
        "'a.xml#none', which is this text itself",
        "1 more such call",
    ):
        assert words in remark.message
    _, site = published(tmp_path)
    assert "Secret" not in (site / "a.html").read_text()


def test_a_text_that_calls_for_itself_comes_to_an_end(write: Write, tmp_path: Path) -> None:
    write(
        "b.xml",
        f'<div xmlns="http://www.tei-c.org/ns/1.0"{INCLUDING}><p>B.</p><xi:include href="b.xml"/></div>',
    )
    write("a.xml", tei("A", '<xi:include href="b.xml"/>', attributes=INCLUDING))
    (remark,) = survey(of_tei(tmp_path / "tei"), tmp_path / "cache").remarks
    assert "which is this text itself" in remark.message


def test_a_corpus_of_files_is_its_files(write: Write, tmp_path: Path) -> None:
    write("a.xml", tei("A", '<u who="#karg">Well.</u>'))
    write("persons.xml", BARE)
    calls = '<xi:include href="a.xml"/>'
    header = HEADER.format(
        "All", '<profileDesc><particDesc><xi:include href="persons.xml"/></particDesc></profileDesc>'
    )
    write(
        "corpus.xml", f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"{INCLUDING}>{header}{calls}</teiCorpus>'
    )
    found = survey(of_tei(tmp_path / "tei"), tmp_path / "cache")
    assert [path.stem for path in found.documents] == ["a"] and not found.remarks


OLD = (
    '<TEI.2 id="x"><teiHeader><fileDesc><titleStmt><title>Old</title></titleStmt></fileDesc></teiHeader>'
    '<text lang="de"><body><div1 id="a"><p>Ein <sic corr="Wort">Wrot</sic>, <ref target="a">dort</ref>.</p>'
    "</div1></body></text></TEI.2>"
)


def test_a_text_in_the_former_tei_is_read_in_todays_names(write: Write, tmp_path: Path) -> None:
    write("old.xml", OLD)
    write("bare.xml", tei("Bare", "<p>Words.</p>").replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""))
    report, site = published(tmp_path)
    assert {problem.file.name: problem.severity for problem in report.problems} == {
        "old.xml": "warning", "bare.xml": "warning",
    }  # fmt: skip
    assert "Words." in (site / "bare.html").read_text()
    page = html.fromstring((site / "old.html").read_text())
    assert [reading.text_content() for reading in page.find_class("reading")] == ["⟨Wort⟩"]
    assert page.xpath("//*[@id='text']//a[@href='#a']") and page.xpath("//*[@lang='de']")


def test_the_whole_is_called_what_its_texts_call_it(write: Write, tmp_path: Path) -> None:
    def called() -> str:
        return survey(of_tei(tmp_path / "tei"), tmp_path / "cache").title

    series = "</title><title level='s'>Letters of the Kargs"
    write("a.xml", tei("To Anna", "<p>One.</p>"))
    assert called() == "To Anna"
    write("a.xml", tei(f"To Anna{series}", "<p>One.</p>"))
    write("b.xml", tei(f"To Otto{series}", "<p>Two.</p>"))
    assert called() == "Letters of the Kargs"
    write("c.xml", tei("A play</title><title level='s'>Plays", "<p>Three.</p>"))
    assert called() == ""
    header = HEADER.format("All that is left", "")
    members = tei("One", "<p>Four.</p>")
    write("d.xml", f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{members}</teiCorpus>')
    assert called() == "All that is left"


PERSONS = (
    '<listPerson><person xml:id="karg"><persName>Anna Karg</persName><birth when="1780"/></person>'
    "<person><persName>Nameless</persName></person></listPerson>"
)
IN_HEADER = f"<profileDesc><particDesc>{PERSONS}</particDesc></profileDesc>"
BARE = PERSONS.replace(">", ' xmlns="http://www.tei-c.org/ns/1.0">', 1)


@pytest.mark.parametrize(
    ("file", "text", "ref"),
    [
        ("indices/listperson.xml", tei("Register", PERSONS), "indices/listperson.xml#karg"),
        ("names.xml", BARE, "#karg"),
        ("b.xml", tei("B", "<p>Words.</p>", IN_HEADER), "b.xml#karg"),
    ],
)
def test_lists_of_persons_are_found_wherever_they_are(
    write: Write, tmp_path: Path, file: str, text: str, ref: str
) -> None:
    write(file, text)
    write("a.xml", tei("A", f'<p>Then <persName ref="{ref}">A. K.</persName> came.</p>'))
    report, site = published(tmp_path)
    assert not report.problems
    person = (site / "persons" / "karg.html").read_text()
    assert "Anna Karg" in person and "A. K." in person
    assert not list(site.glob("listperson*"))


def test_a_list_of_persons_in_the_front_tells_who_they_are(write: Write, tmp_path: Path) -> None:
    items = (
        '<list><item><hi><persName xml:id="p_k">Karg, Anna</persName>,</hi> Harbour Master</item></list>'
        '<p>Then <persName corresp="#p_k">Karg</persName> came, and <persName corresp="#p_n">he</persName>'
        "</p>"
    )
    write("a.xml", tei("A", items))
    _, site = published(tmp_path)
    person = html.fromstring((site / "persons" / "p_k.html").read_text())
    assert [path.stem for path in (site / "persons").iterdir()] == ["p_k"]
    assert "Karg, Anna" in person.xpath("string(//h1)") and "Harbour Master" in person.text_content()


LETTER = (
    '<div type="letter" xml:id="l{0}" n="{0}"><head>{0}. To Anna<note>Box {0}.</note></head>'
    '<dateline><date when="1801-0{0}-02">2.{0}.</date></dateline>'
    '<p>{1} See <ref target="#l1">1</ref>.</p></div>'
)


def test_a_volume_of_letters_is_taken_apart(write: Write, tmp_path: Path) -> None:
    front = '<div><list><item><persName xml:id="k">Karg, Anna</persName>, rower</item></list></div>'
    letters = "".join(
        LETTER.format(n, '<persName corresp="#k">Anna</persName>' + " oars" * 40) for n in (1, 2, 3)
    )
    write("v.xml", tei("Letters", f"{front}<div><head>Spring</head>{letters}</div>"))
    config = replace(of_tei(tmp_path / "tei"), page_words=100).with_build(tmp_path / "out")
    report = build(config, ("site",))
    site = tmp_path / "out" / "site"
    assert not report.problems and report.documents == 4
    letter = html.fromstring((site / "v-l2.html").read_text())
    assert letter.xpath("string(//h1)").startswith("2. To Anna") and "2.2." in letter.text_content()
    assert {"v.html", "v-l1.html#l1", "persons/k.html"} <= set(letter.xpath("//article//a/@href"))
    volume = html.fromstring((site / "v.html").read_text())
    assert volume.xpath("//*[@id='text']//a[@href='v-l3.html']/text()") == ["3. To Anna"]
    assert "Box" not in volume.text_content() and volume.xpath("//*[@id='text']//a[@href='persons/k.html']")


def test_a_short_volume_stays_one_text(write: Write, tmp_path: Path) -> None:
    write("v.xml", tei("Letters", "".join(LETTER.format(n, "Oars.") for n in (1, 2, 3))))
    assert ids(tmp_path) == ["v"]


def test_names_by_declared_prefixes_keys_and_addresses(write: Write, tmp_path: Path) -> None:
    prefix = '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>'
    header = f"<encodingDesc><listPrefixDef>{prefix}</listPrefixDef></encodingDesc>"
    names = (
        '<persName ref="psn:karg">Anna</persName> <persName key="Wenk, Otto">Otto</persName>'
        ' <persName ref="https://names.example.org/id/77">Ada</persName>'
    )
    write("a.xml", tei("A", f"<p>{names}</p>", header))
    _, site = published(tmp_path)
    made = {path.stem for path in (site / "persons").iterdir()}
    assert made == {"karg", "Wenk-Otto", "names.example.org-id-77"}


def test_characters_of_a_document_type_that_is_elsewhere(write: Write, tmp_path: Path) -> None:
    declaration = (
        '<!DOCTYPE TEI SYSTEM "https://dtd.example.org/tei.dtd" [\n<!ENTITY boat "ferry">\n'
        '<!ENTITY % more SYSTEM "more.ent"> %more;\n]>\n'
    )
    path = write("a.xml", declaration + tei("Caf&eacute;", "<p>A &boat; &mdash; &amp; oars.</p>\n<p/>"))
    root = tree.read(path).root
    assert "A ferry — & oars." in tree.words(root) and "Café" in tree.words(root)
    assert root.sourceline == 5


def test_a_character_that_nobody_knows_is_an_error(write: Write) -> None:
    path = write(
        "a.xml",
        '<!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY % m SYSTEM "m.ent"> %m;]>' + tei("A", "<p>&warble;</p>"),
    )
    with pytest.raises(InputError, match="not well-formed"):
        tree.read(path)


def test_own_pictures_are_published_and_nothing_from_outside(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    write("letters/img/p 1.png", "picture")
    figures = (
        '<figure><graphic url="img/p%201.png"/></figure>'
        '<figure><graphic url="../../secret.png"/><figDesc>Hidden</figDesc></figure>'
    )
    write("letters/a.xml", tei("A", f'<pb n="1" facs="img/gone.jpg"/><p>Words.</p>{figures}'))
    report, site = published(tmp_path)
    assert not report.problems
    assert (site / "pictures" / "letters" / "img" / "p 1.png").read_text() == "picture"
    assert not [path for path in site.rglob("*") if path.is_file() and path.read_bytes() == b"secret"]
    page = (site / "a.html").read_text()
    assert 'src="pictures/letters/img/p%201.png"' in page
    assert "gone.jpg" not in page and "secret.png" not in page and "[Hidden]" in page


@pytest.mark.parametrize(
    "text",
    [
        '<text xmlns="http://www.tei-c.org/ns/1.0"><body><p>Words.</p></body></text>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words.</p></body></text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Words.</p></body></text></TEI>',
        tei("", "<p>Words.</p>"),
    ],
)
def test_a_text_without_a_title_has_its_files_name(write: Write, tmp_path: Path, text: str) -> None:
    write("ferry.xml", text)
    report, site = published(tmp_path)
    assert not report.problems
    page = html.parse(str(site / "ferry.html")).getroot()
    assert [heading.text_content() for heading in page.iter("h1")] == ["ferry"]
    assert "ferry" in html.parse(str(site / "documents.html")).getroot().find(".//main").text_content()


def test_what_is_tei_but_no_text_is_passed_over(write: Write, tmp_path: Path) -> None:
    write("a.xml", tei("A", "<p>Words.</p>"))
    write("features.xml", '<fLib xmlns="http://www.tei-c.org/ns/1.0"/>')
    report, _ = published(tmp_path)
    assert [(problem.file.name, problem.severity) for problem in report.problems] == [
        ("features.xml", "info")
    ]


def test_roles_of_two_plays_with_one_id_are_not_one_person(write: Write, tmp_path: Path) -> None:
    for name in ("hilda", "otto"):
        cast = f'<listPerson><person xml:id="king"><persName>King of {name}</persName></person></listPerson>'
        header = f"<profileDesc><particDesc>{cast}</particDesc></profileDesc>"
        write(f"{name}.xml", tei(name, '<sp who="#king"><speaker>King.</speaker><l>Aye.</l></sp>', header))
    _, site = published(tmp_path)
    assert not (site / "persons").exists()
    assert "King of hilda" in (site / "hilda.html").read_text()
    assert "King of otto" in (site / "otto.html").read_text()


def test_a_problem_names_the_users_own_file(write: Write, tmp_path: Path) -> None:
    path = write("a b.xml", tei("A", "<p>Words.</p>").replace("</p>", "", 1))
    write("c.xml", tei("C", "<p>Words.</p>"))
    report, site = published(tmp_path)
    assert [problem.file for problem in report.problems] == [path]
    assert (site / "c.html").exists()
