"""What TEI's elements are to an annotator: which bear text, where blocks begin, which may be wrapped."""

from __future__ import annotations

SOFTWARE = "teiedition"
RESP = f"#{SOFTWARE}"
"""The `@resp` of everything that the program adds: the id of its `application` in the header."""

NAMES = frozenset([
    "persName", "placeName", "orgName", "geogName", "name", "rs", "country", "settlement", "region",
])  # fmt: skip
"""Elements that name or refer to somebody or something."""

BLOCKS = frozenset([
    "TEI", "teiCorpus", "text", "front", "body", "back", "group", "floatingText", "div", "div1", "div2",
    "div3", "div4", "div5", "div6", "div7", "lg", "list", "table", "listBibl", "listPerson",
    "listPlace", "listOrg", "listEvent", "titlePage", "figure", "cit", "castList", "sp", "spGrp", "p",
    "ab", "head", "l", "item", "label", "speaker", "stage", "opener", "closer", "salute", "signed",
    "dateline", "byline", "trailer", "postscript", "argument", "epigraph", "docTitle", "titlePart",
    "docAuthor", "docDate", "docImprint", "imprimatur", "row", "cell", "figDesc", "castItem", "address",
    "addrLine", "note", "person", "place", "org", "event", "teiHeader", "fileDesc", "titleStmt",
    "publicationStmt", "notesStmt", "sourceDesc", "editionStmt", "profileDesc", "abstract", "creation",
    "particDesc", "settingDesc", "setting", "correspDesc", "correspAction", "correspContext", "author",
    "editor", "funder", "sponsor", "principal", "respStmt", "publisher", "distributor", "authority",
    "resp",
])  # fmt: skip
"""Elements whose borders no mention crosses; of CREDITS only those in STATEMENTS."""

OPAQUE = frozenset([
    "fw", "gap", "facsimile", "sourceDoc", "standOff", "xenoData", "egXML", "rdg", "rdgGrp", "index",
    "binaryObject", "graphic", "encodingDesc", "revisionDesc", "availability", "langUsage", "textClass",
    "calendarDesc", "msDesc", "biblStruct", "biblFull", "recordingStmt", "scriptStmt", "seriesStmt",
    "extent",
])  # fmt: skip
"""Elements whose text annotators don't see."""

BREAKS = frozenset(["lb", "pb", "cb", "gb", "milestone"])
"""Empty elements that part words, unless they say `break="no"`."""

SIDE = frozenset(["note"])
"""Elements that interrupt the text around them."""

READINGS = {"choice": frozenset(["corr", "reg", "expan"]), "subst": frozenset(["add"])}
"""Of elements with alternatives, those children that give the text's reading."""

WRAPPED = frozenset([
    "supplied", "unclear", "choice", "corr", "reg", "expan", "sic", "orig", "abbr", "hi", "emph", "add",
    "damage", "surplus", "secl", "ex", "am", "g", "seg", "c", "w", "lem", "app", "subst",
])  # fmt: skip
"""Elements that a mention goes around if they are the whole of it: a name that is all `supplied`."""

CREDITS = frozenset(["author", "editor", "publisher"])
STATEMENTS = frozenset(["titleStmt", "editionStmt", "publicationStmt"])
"""Where in the header credits stand as blocks of their own; elsewhere they are part of a citation."""

DATA_PARENTS = frozenset([
    "respStmt", "person", "org", "place", "correspAction", "setting", "creation", "funder", "sponsor",
    "principal",
])  # fmt: skip
"""Header elements that hold names and dates as data: each one in them is a block of its own."""

DATA = NAMES | {"date", "time"}
"""What stands in them so."""

HEADER_PARTS = frozenset([
    "titleStmt", "publisher", "distributor", "authority", "notesStmt", "bibl", "abstract", "creation",
    "particDesc", "settingDesc", "correspDesc",
])  # fmt: skip
"""Parts of the header with text that annotators see."""

HEADER_SILENT = frozenset(["resp", "ref", "ptr", "email"])
"""Elements in those parts that they don't see."""
