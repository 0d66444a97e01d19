"""Authority files: what is read from them, and which entries a name may stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiedition import authority
from teiedition.errors import InputError

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
PERSONS = f"""<TEI {TEI}><standOff><listPerson>
  <person xml:id="ann-orr">
    <persName type="main">Ann Orr</persName>
    <persName type="romanization">Än Ōrr</persName>
    <persName type="short"><roleName>Harbour Master</roleName> Orr</persName>
    <birth when="1901-02-03"/><death notBefore="1977"/>
    <occupation from="1950" to="1961-05">Harbour Master of Selby</occupation>
    <note>Kept the tide books.</note>
  </person>
  <person xml:id="jo-orr"><persName><surname>Orr</surname>, <forename>Jo</forename>, Jr.</persName></person>
</listPerson></standOff></TEI>"""
ORGS = f"""<listOrg {TEI}>
  <org xml:id="harbour-board"><orgName>Harbour Board of Selby</orgName></org>
  <org xml:id="dredging"><orgName>Dredging Office</orgName></org>
  <listRelation><relation name="partOf" active="#dredging" passive="#harbour-board"/></listRelation>
</listOrg>"""
PLACES = f"""<listPlace {TEI}><place xml:id="selby" type="city"><placeName>Selby</placeName>
  <place xml:id="old-quay"><placeName>Old Quay</placeName></place></place></listPlace>"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def known(tmp_path: Path) -> authority.Authority:
    return authority.load(write(tmp_path, persons_xml=PERSONS, orgs_xml=ORGS, places_xml=PLACES))


def test_an_entry_holds_what_the_file_says(known: authority.Authority) -> None:
    entry = known.entries["ann-orr"]
    assert (entry.kind, entry.label, entry.dates) == ("person", "Ann Orr", "1901–1977")
    assert ("Harbour Master Orr", "short", "Harbour Master") in entry.forms
    assert entry.occupations == (("Harbour Master of Selby", "1950", "1961-05"),)
    assert entry.description == "Kept the tide books."
    assert (entry.file.name, entry.line) == ("persons.xml", 2)


def test_part_of_comes_from_relations_and_from_nesting(known: authority.Authority) -> None:
    assert known.entries["dredging"].part_of == ("harbour-board",)
    assert known.entries["old-quay"].part_of == ("selby",)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("AN  ORR", ["ann-orr"]),
        ("ann-orr", ["ann-orr"]),
        ("Harbour Master Ann Orr", ["ann-orr"]),
        ("Jo Orr", ["jo-orr"]),
        ("Jo Orr, Jr.", ["jo-orr"]),
        ("Orr", ["jo-orr"]),
        ("Harbour", []),
        ("Corporal Orr", []),
        ("", []),
    ],
)
def test_candidates(known: authority.Authority, name: str, ids: list[str]) -> None:
    assert [entry.id for entry in known.candidates(name)] == ids


def test_candidates_of_one_kind(known: authority.Authority) -> None:
    assert known.candidates("Selby", "person") == ()
    assert [entry.id for entry in known.candidates("Selby", "place")] == ["selby"]


def test_a_printed_list_of_persons_will_do(tmp_path: Path) -> None:
    text = f"""<TEI {TEI}><text><front><list type="persons">
      <item><hi><persName xml:id="p_OJ1">Orr, Commander Jo P., Jr.</persName>,</hi> Harbour Master until
        1951</item>
      <item><persName>Lee, Ann</persName>, nobody points at her</item></list></front></text></TEI>"""
    (entry,) = authority.load(write(tmp_path, list_xml=text)).entries.values()
    assert (entry.id, entry.description) == ("p_OJ1", "Harbour Master until 1951")
    assert {"Commander Jo P. Orr Jr.", "Commander Jo P. Orr", "Orr"} <= {form.text for form in entry.forms}


def test_a_cross_reference_is_a_form_of_the_person_it_sends_to(tmp_path: Path) -> None:
    text = f"""<TEI {TEI}><text><front><list type="persons">
      <item><hi><persName xml:id="p_B1">Belo</persName>,</hi> <hi>see</hi>
        <persName corresp="#p_TVB1" type="alt">Tran Van Belo</persName></item>
      <item><persName xml:id="p_TVB1">Tran Van Belo</persName>, Harbour Master</item>
      <item><persName xml:id="p_O1">Orr, Ann</persName>, aide to <persName corresp="#p_TVB1">Belo</persName>
      </item></list></front></text></TEI>"""
    entries = authority.load(write(tmp_path, list_xml=text)).entries
    called = {id for id, entry in entries.items() if "Belo" in [form.text for form in entry.forms]}
    assert called == {"p_TVB1"} and set(entries) == {"p_B1", "p_TVB1", "p_O1"}


ABBREVIATIONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front><div type="section"><list>
      <item><hi rend="strong"><term xml:id="t_NTB1">NTB</term>,</hi> Norland Tide Board</item>
      <item><hi rend="strong"><term xml:id="t_T1">T/C</term>,</hi> Office of
        Charts, Norland Tide Ministry; Tidal Committee (<gloss target="#t_NTB1">NTB</gloss>)</item>
      <item xml:id="t_STF"><abbr>STF</abbr>: Special Selby Fund for Tides</item>
      <item><hi rend="strong"><term xml:id="t_NTBM1">NTBM</term>,</hi> Norland Tide Board Memorandum</item>
      <item><hi rend="strong"><term xml:id="t_MTW1">MTW</term>,</hi> mean time of the water</item>
      <item><hi rend="strong"><term xml:id="t_RG1">RG</term>,</hi> Record Group</item>
      <item><hi rend="strong"><term xml:id="t_NT1">Nortel</term>,</hi> series indicator for telegrams from the
        Tide Board</item>
      <item><hi>SHB</hi>, Selby Harbour Board, which has no id</item>
      <item>Ann Lee, Consul at the Selby Board</item></list>
      <list type="gloss"><label xml:id="t_SQ">SQ</label><item>Selby Quay Authority</item></list>
      </div></front></text></TEI>"""


def test_a_printed_list_of_abbreviations_will_do(tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(ABBREVIATIONS, encoding="utf-8")
    known = authority.load(tmp_path)
    assert {id: entry.label for id, entry in known.entries.items()} == {
        "t_NTB1": "Norland Tide Board",
        "t_T1": "Office of Charts, Norland Tide Ministry",
        "t_STF": "Special Selby Fund for Tides",
        "t_SQ": "Selby Quay Authority",
    }
    assert [entry.id for entry in known.candidates("T/C")] == ["t_T1"]


def test_a_list_of_abbreviations_adds_nothing_to_an_entry_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "volume.xml").write_text(ABBREVIATIONS, encoding="utf-8")
    (tmp_path / "bodies.csv").write_text("id,kind,name,variants\nboard,org,Tide Board of Norland,NTB\n")
    known = authority.load(tmp_path)
    assert [entry.id for entry in known.candidates("NTB")] == ["board"]
    assert "t_NTB1" not in known.entries


def test_a_number_behind_a_name_may_be_left_out(tmp_path: Path) -> None:
    table = authority.load(write(tmp_path, names_csv="id,kind,name\nv,person,Velle Sarassi V\n"))
    assert [form.text for form in table.entries["v"].forms] == ["Velle Sarassi V", "Velle Sarassi"]


def test_the_id_of_an_item_will_do_in_a_list_of_persons(tmp_path: Path) -> None:
    text = f"""<TEI {TEI}><text><front><div xml:id="persons"><list>
      <item xml:id="in1"><persName>Lee, Ann,</persName> Consul, sister of <persName>Jo Orr</persName></item>
      </list></div>
      <list><item xml:id="i2"><persName>Ann Lee</persName> spoke.</item></list></front></text></TEI>"""
    (entry,) = authority.load(write(tmp_path, list_xml=text)).entries.values()
    assert (entry.id, entry.label) == ("in1", "Lee, Ann")
    assert "Ann Lee" in {form.text for form in entry.forms}


def test_a_table_is_enough_to_start_with(tmp_path: Path) -> None:
    rows = "Kind;ID;name;variants;birth\norg;board;Harbour Board;HB | H. B.;\nperson;jo;Orr, Jo;;1920\n"
    known = authority.load(write(tmp_path, names_csv="\ufeff" + rows.replace("|", "|")))
    assert [form.text for form in known.entries["board"].forms] == ["Harbour Board", "HB", "H. B."]
    assert known.entries["jo"].dates == "born 1920"
    assert [entry.id for entry in known.candidates("jo orr")] == ["jo"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ann B. Orr", ["Orr"]), ("Jo de Lee", ["de Lee", "Lee"]), ("Kim Il Sung", ["Kim"]),
        ("Orr Jeong-bel", ["Orr"]),
        ("Ko Lee", ["Ko", "Lee"]), ("Queen Ann", []),
        ("Lord Jo Orr", ["Orr"]), ("Earl Orr", ["Orr"]),
        ("Ann Orr, 1st Earl Lee", ["Lee", "Orr"]), ("Ann Orr, 1st Earl of Lee", ["Orr"]),
        ("Paul VI", []), ("Orr", []), ("Orr, Jo", ["Orr"]),
        ("Orr Vega, Jo", ["Orr", "Orr Vega"]),
        ("the clerk of Selby", []), ("Jo Orr Jr.", ["Orr"]),
    ],
)  # fmt: skip
def test_family_names_are_known_where_the_file_does_not_say_so(
    tmp_path: Path, name: str, short: list[str]
) -> None:
    table = authority.load(write(tmp_path, names_csv=f'id,kind,name\njo,person,"{name}"\n'))
    assert [form.text for form in table.entries["jo"].forms if form.type == "short"] == short
    tei = (
        f'<TEI {TEI}><text><body><person xml:id="jo"><persName>{name}</persName></person></body></text></TEI>'
    )
    (tmp_path / "tei").mkdir()
    entry = authority.load(write(tmp_path / "tei", list_xml=tei)).entries["jo"]
    assert [form.text for form in entry.forms if form.type == "short"] == short


def test_what_follows_an_arabic_name_is_no_given_name(tmp_path: Path) -> None:
    table = authority.load(write(tmp_path, names_csv='id,kind,name\njo,person,"Orri, al-Selbi"\n'))
    assert {"Orri al-Selbi", "Orri Selbi"} <= {form.text for form in table.entries["jo"].forms}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Tule Aren IV", "Tule Aren"),
        ("Tule ibn Aren Al Selb", "Tule"),
        ("Orr Leal, Jo", "Orr"),
        ("Tule Aren Selb", "Tule"),
    ],
)
def test_short_forms_in_a_list_with_family_names_first(tmp_path: Path, name: str, called: str) -> None:
    rows = f'jo,person,"{name}"\na,person,"Ames, Ann"\nb,person,"Bode, Karl"\nc,person,"Cray, Jo"\n'
    table = authority.load(write(tmp_path, names_csv=f"id,kind,name\n{rows}"))
    assert called in {form.text for form in table.entries["jo"].forms}


def test_short_forms_follow_from_the_wholes_that_a_list_has(tmp_path: Path) -> None:
    rows = (
        "id,kind,name,variants\nnu,org,Norland Union,NU\nassembly,org,Norland Union Harbour Assembly,\n"
        'tides,org,Department of Tides,\noffice,org,"Office of Charts, Department of Tides",\n'
        "one,org,Norland Union Central Board,\ntwo,org,Central Board of Selby,\n"
        "bank,org,Selby Bank for Tides and Trade,\nfree,place,Free Republic of Norland,\n"
        "east,place,People's Republic of Sutland,\nwest,place,People's Republic of Selby,\n"
    )
    known = authority.load(write(tmp_path, names_csv=rows))

    def meant(name: str) -> list[str]:
        return [entry.id for entry in known.candidates(name)]

    assert meant("Harbour Assembly") == meant("NU Harbour Assembly") == ["assembly"]
    assert meant("Tides Department") == meant("Dept. of Tides") == ["tides"]
    assert meant("Office of Charts") == ["office"]
    assert meant("Selby Bank") == ["bank"]
    assert meant("Free Republic") == ["free"]
    assert meant("People's Republic") == []
    assert meant("Central Board") == []


def test_initials_follow_where_a_list_has_none(tmp_path: Path) -> None:
    rows = (
        "id,kind,name,variants\nnu,org,Norland Union,NU\nassembly,org,Norland Union Harbour Assembly,NUHA\n"
        "local,org,Local Harbour Assembly,\ntides,org,Tides and Charts Commission,\n"
        "one,org,Bureau of Tidal Research,\ntwo,org,Board of Tidal Resources,\n"
        "plan,org,Norland Tide Survey,\nother,place,Norland Tidal Strait,NTS\n"
    )
    known = authority.load(write(tmp_path, names_csv=rows))

    def meant(name: str) -> list[str]:
        return [entry.id for entry in known.candidates(name)]

    assert meant("Harbour Assembly") == meant("HA") == ["assembly"]
    assert meant("TCC") == ["tides"]
    assert meant("BTR") == []
    assert meant("NTS") == ["other"]


def test_umlauts_may_be_written_without_dots(tmp_path: Path) -> None:
    table = authority.load(write(tmp_path, names_csv='id,kind,name\njo,person,"Örri, Jürg"\n'))
    assert [entry.id for entry in table.candidates("Juerg Oerri")] == ["jo"]


@pytest.mark.parametrize(
    ("birth", "years"),
    [("1920?", "born 1920"), ("1920-05-03~", "born 1920"), ("192X", ""), ("1920/1922", "")],
)
def test_life_dates_in_a_table_may_be_uncertain(tmp_path: Path, birth: str, years: str) -> None:
    known = authority.load(write(tmp_path, names_csv=f"id,kind,name,birth\njo,person,Jo Orr,{birth}\n"))
    assert known.entries["jo"].dates == years


def test_drafts_in_a_folder_below_are_not_read(tmp_path: Path) -> None:
    drafts = tmp_path / "candidates"
    drafts.mkdir()
    write(drafts, persons_xml=PERSONS)
    assert not authority.load(tmp_path).entries


@pytest.mark.parametrize(
    ("files", "line", "says"),
    [
        (
            {"a_xml": f"<listPerson {TEI}>\n<person><persName>Jo</persName></person></listPerson>"},
            2,
            "no xml:id",
        ),
        ({"a_xml": f"<listPerson {TEI}>\n<person></listPerson>"}, 2, "not well-formed"),
        ({"a_xml": "<people/>"}, 1, "not TEI"),
        ({"a_xml": PLACES, "b_xml": PLACES}, 1, "'selby' is used twice; the first is in a.xml, line 1"),
        ({"a_csv": "id,kind,name\nselby,place,Selby\nquay,palce,Quay\n"}, 3, "'palce' is not known"),
        ({"a_csv": "id,kind,name\n1st,place,Selby\n"}, 2, "can't be an xml:id"),
        ({"a_csv": "id,kind,name\nselby,place,\n"}, 2, "the column name is empty"),
        ({"a_csv": "id,name\n"}, 1, "no column kind"),
        ({"a_csv": "id,kind,name,birth\njo,person,Jo Orr,about 1901\n"}, 2, "birth 'about 1901' is no date"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, files: dict[str, str], line: int, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        authority.load(write(tmp_path, **files))
    assert caught.value.line == line
    assert caught.value.remedy


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        authority.load(tmp_path / "none")
