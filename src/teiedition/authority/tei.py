"""Authority entries from TEI: `person`, `place` and `org`, wherever in the file they stand.

Lists as printed editions have them count too: an `item` that names somebody in an element with an id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from teiedition import tree
from teiedition.authority import glossary
from teiedition.authority.careers import offices, told_in_note
from teiedition.authority.entry import SHORT, Entry, Form, Occupation
from teiedition.authority.spelling import TELLING, by_father, derived, is_wifes, surnames, without_umlauts
from teiedition.errors import InputError
from teiedition.files import read_bytes

KIND_OF = {tree.tag("person"): "person", tree.tag("place"): "place", tree.tag("org"): "organisation"}
_NAMES = {
    "person": tuple(map(tree.tag, ("persName", "name"))),
    "place": tuple(
        map(tree.tag, ("placeName", "geogName", "name", "country", "region", "settlement", "district"))
    ),
    "organisation": tuple(map(tree.tag, ("orgName", "name"))),
}
_ROLE, _SURNAME, _OCCUPATION = tree.tag("roleName"), tree.tag("surname"), tree.tag("occupation")
_FAMILY, _GIVEN = frozenset(["surname", "nameLink"]), frozenset(["forename"])
_GENERATION = frozenset(["genName"])
_KIND_OF_NAME = {
    tree.tag("persName"): "person", tree.tag("placeName"): "place", tree.tag("orgName"): "organisation",
}  # fmt: skip
_ITEM = tree.tag("item")
_DESCRIPTIONS = tuple(map(tree.tag, ("note", "desc", "ab", "p")))
_TRAILING = " ,;:"
_SEE = frozenset(["see", "see under", "s", "siehe", "voir", "v", "véase", "vedi", "zie", "см", "→"])
MAIN = ("main", "preferred", "reg")


def read(path: Path, strict: bool = True) -> Iterator[Entry]:
    """The entries of an authority file. Raises InputError with the line where it can't be used.

    Unless `strict`, entries without an id are left out.
    """
    root = tree.parse(read_bytes(path), path)
    if not isinstance(root.tag, str) or not root.tag.startswith(f"{{{tree.TEI}}}"):
        raise InputError(
            f"is not TEI: its root element is {root.tag}", path, _line(root),
            remedy=f'Expected TEI or listPerson, listPlace, listOrg in the namespace "{tree.TEI}".',
        )  # fmt: skip
    wholes = _wholes(root)
    for element in root.iter(*KIND_OF):
        if strict or element.get(tree.XML_ID):
            yield _entry(element, path, wholes)
    yield from _items(root, path)
    yield from glossary.entries(root, path)


def _items(root: tree.Element, path: Path) -> Iterator[Entry]:
    """The items of a list such as "Orr, Ann, Harbour Master until 1951", with the name marked up.

    The id is the name's own or, where a list of persons or places has that, of the item that it begins.
    """
    for item in root.iter(_ITEM):
        for name in item.iter(*_KIND_OF_NAME):
            kind = _KIND_OF_NAME[str(name.tag)]
            id = name.get(tree.XML_ID) or _id_of_item(item, name, kind)
            if not id or next(name.iterancestors(_ITEM, *KIND_OF)) is not item:
                continue
            forms = _with_derived(_forms_of(name, kind), kind)
            description = tree.words(item).removeprefix(tree.words(name)).strip(" ,;:")
            yield Entry(
                id, kind, _label(forms) or id, forms, path, _line(name),
                occupations=offices(description) if kind == "person" else (),
                description=description, see=_sends_to(item, name),
            )  # fmt: skip


def _sends_to(item: tree.Element, name: tree.Element) -> str:
    """The id that "Orr, see Ann Orr" points at with its second name; empty for other items."""
    others = [other for other in item.iter(str(name.tag)) if other is not name]
    if len(others) != 1 or not tree.words(item).rstrip(_TRAILING + ".").endswith(tree.words(others[0])):
        return ""
    between = tree.words(item)[len(tree.words(name)) : -len(tree.words(others[0]))]
    said = between.strip(_TRAILING + ".()").lower() in _SEE or others[0].get("type") == "alt"
    return (others[0].get("corresp") or others[0].get("ref") or "").rpartition("#")[2] if said else ""


def _id_of_item(item: tree.Element, name: tree.Element, kind: str) -> str:
    around = [item.getparent(), next(item.iterancestors(tree.tag("div")), None)]
    said = {part.get(key, "").lower() for part in around if part is not None for key in ("type", tree.XML_ID)}
    is_register = any(word in saying for word in (kind, "name", "index") for saying in said)
    begins = next(item.iter(*_KIND_OF_NAME)) is name and tree.words(item).startswith(tree.words(name))
    return item.get(tree.XML_ID, "") if is_register and begins and not name.get("ref") else ""


def _entry(element: tree.Element, path: Path, wholes: Mapping[str, tuple[str, ...]]) -> Entry:
    kind, line = KIND_OF[str(element.tag)], _line(element)
    id = element.get(tree.XML_ID, "")
    if not id:
        raise InputError(
            f"this {tree.local(element)} has no xml:id, so that nothing can point at it", path, line,
            remedy='Give it one, such as xml:id="ann-orr".',
        )  # fmt: skip
    forms = _with_derived(_forms(element, kind), kind)
    description = _first(tree.words(item) for item in element.iterchildren(*_DESCRIPTIONS))
    occupations = tuple(_occupations(element))
    if kind == "person" and not occupations:
        occupations = told_in_note(description)
    return Entry(
        id, kind, _label(forms) or id, forms, path, line,
        type=element.get("type", ""), sex=_sex(element),
        birth=_date(element.find(tree.tag("birth"))), death=_date(element.find(tree.tag("death"))),
        occupations=occupations,
        description=description,
        part_of=wholes.get(id, ()) + _around(element),
    )  # fmt: skip


def _with_derived(given: Iterable[Form], kind: str) -> tuple[Form, ...]:
    """The forms that the file gives, each once, and those that follow from them."""
    forms = tuple(dict.fromkeys(given))
    if kind == "person" and all(form.type not in SHORT for form in forms):
        telling = [form.text for form in forms[:TELLING] if form is forms[0] or not is_wifes(form.text)]
        forms += tuple(dict.fromkeys(short for name in telling for short in surnames(name)))
    if kind == "person":
        forms += tuple(further for form in forms for further in by_father(form.text))
    return forms + tuple(dict.fromkeys(respelled for form in forms for respelled in without_umlauts(form)))


def _forms(element: tree.Element, kind: str) -> Iterator[Form]:
    for name in element.iterchildren(*_NAMES[kind]):
        yield from _forms_of(name, kind) if len(name) else _plain_forms(name, kind)


def _plain_forms(name: tree.Element, kind: str) -> Iterator[Form]:
    """The forms of a name without elements in it, as most are."""
    if text := " ".join((name.text or "").split()).rstrip(_TRAILING):
        form = Form(text, name.get("type", ""))
        yield form
        if kind == "person" and "," in text:
            yield from derived(form)


def _forms_of(name: tree.Element, kind: str) -> Iterator[Form]:
    type, role = name.get("type", ""), tree.words(name.find(_ROLE))
    text = tree.words(name).rstrip(_TRAILING)
    family, given = _joined(name, _FAMILY), _joined(name, _GIVEN)
    if kind == "person" and family and given and "," not in text:
        inverted = ", ".join(filter(None, [family, given, _joined(name, _GENERATION)]))
        yield Form(" ".join(filter(None, [role, given, family])), type, role)
        if tree.local(name[0]) in _FAMILY:
            yield Form(f"{family} {given}", "variant")
        yield from derived(Form(inverted, type, role), family)
    elif text:
        form = Form(text, type, role)
        yield form
        if kind == "person":
            yield from derived(form, tree.words(name.find(_SURNAME)))


def _joined(name: tree.Element, parts: frozenset[str]) -> str:
    """Those parts of a name in the order of the file: its forenames, or its surnames and their particles."""
    return " ".join(tree.words(part) for part in name if tree.local(part) in parts)


def _label(forms: tuple[Form, ...]) -> str:
    return _first(form.text for form in forms if form.type in MAIN) or _first(form.text for form in forms)


def _occupations(element: tree.Element) -> Iterator[Occupation]:
    for item in element.iterchildren(_OCCUPATION):
        start = _first(item.get(name) for name in ("from", "notBefore", "when"))
        end = _first(item.get(name) for name in ("to", "notAfter", "when"))
        yield Occupation(tree.words(item), start, end)


def _sex(element: tree.Element) -> str:
    inner = element.find(tree.tag("sex"))
    said = inner.get("value") or tree.words(inner) if inner is not None else ""
    return element.get("sex") or said


def _date(element: tree.Element | None) -> str:
    if element is None:
        return ""
    return _first(element.get(name) for name in ("when", "notBefore", "from", "to", "notAfter"))


def _first(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def _around(element: tree.Element) -> tuple[str, ...]:
    """The ids of the entries in which this one is nested."""
    return tuple(id for outer in element.iterancestors(*KIND_OF) if (id := outer.get(tree.XML_ID)))


def _wholes(root: tree.Element) -> Mapping[str, tuple[str, ...]]:
    """From `relation/@name="partOf"`: the ids of the wholes, by the id of the part."""
    found: dict[str, tuple[str, ...]] = {}
    for relation in root.iter(tree.tag("relation")):
        if relation.get("name") == "partOf":
            wholes = tuple(_ids(relation.get("passive", "")))
            for part in _ids(relation.get("active", "")):
                found[part] = found.get(part, ()) + wholes
    return found


def _line(element: tree.Element) -> int:
    return element.sourceline or 0  # type: ignore[return-value]  # the stubs leave its type open


def _ids(pointers: str) -> list[str]:
    return [pointer.rpartition("#")[2] for pointer in pointers.split()]
