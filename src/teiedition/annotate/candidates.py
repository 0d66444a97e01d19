"""Drafts of authority entries for names that no authority file has yet.

Each cluster of mentions that are one person, place or body becomes an entry with its best form, its
variants, how often it occurs, and three places where. An editor accepts one by moving it to the authority
files.

What an editor has put into another file of the same folder is not drafted again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from teiedition import __version__, tree
from teiedition import authority as authorities
from teiedition.annotate.clusters import Cluster, clusters
from teiedition.annotate.elements import SOFTWARE
from teiedition.annotate.names.draft import ELEMENT
from teiedition.annotate.names.folding import squeezed
from teiedition.authority import Authority

FILES = {"person": "persons.xml", "place": "places.xml", "organisation": "organisations.xml"}
LISTS = {"person": "listPerson", "place": "listPlace", "organisation": "listOrg"}
ENTRIES = {"person": "person", "place": "place", "organisation": "org"}
AUTHOR = f"urn:{SOFTWARE}"
"""Who drafted an entry: no pointer into the file, since accepted entries move to another."""


def drafts(
    documents: Iterable[tuple[str, str]],
    authority: Authority | None = None,
    folder: Path | None = None,
    language: str = "en",
) -> Mapping[str, str]:
    """The draft authority files for documents, given as id and TEI text; by file name.

    `folder` is where they lie, or will.
    """
    return of_clusters(clusters(documents, authority, language), authority, folder)


def of_clusters(
    found: Iterable[Cluster], authority: Authority | None = None, folder: Path | None = None
) -> Mapping[str, str]:
    """The draft authority files for the clusters of an edition, as `clusters.merged` gives them."""
    taken = set(authority.entries) if authority else set()
    seen = _seen(folder)
    entries: dict[str, list[str]] = defaultdict(list)
    for cluster in found:
        if seen is None or not any(seen.candidates(form, cluster.kind) for form in cluster.forms):
            id = _id(cluster.best, taken)
            taken.add(id)
            entries[cluster.kind].append(_entry(cluster, id))
    return {FILES[kind]: _file(kind, items) for kind, items in entries.items()}


def _seen(folder: Path | None) -> Authority | None:
    """What an editor has put into files of their own beside the drafts."""
    if folder is None or not folder.is_dir():
        return None
    own = [path for path in folder.glob("*.xml") if path.name not in FILES.values()]
    entries = (entry for path in own for entry in authorities.tei.read(path))
    return Authority({entry.id: entry for entry in entries})


def _id(form: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", squeezed(form).text).strip("-") or "unnamed"
    base = base if base[0].isalpha() else f"n-{base}"
    return next(id for id in (base, *(f"{base}-{n}" for n in range(2, 1000))) if id not in taken)


def _entry(cluster: Cluster, id: str) -> str:
    name, element = ELEMENT[cluster.kind], ENTRIES[cluster.kind]
    lines = [f'    <{element} xml:id={quoteattr(id)} resp="{AUTHOR}" cert="medium">']
    lines.append(f'      <{name} type="main">{escape(cluster.best)}</{name}>')
    for form, _ in cluster.forms.most_common():
        if form != cluster.best:
            lines.append(f'      <{name} type="variant">{escape(form)}</{name}>')
    for form, _ in cluster.short_forms.most_common():
        if form != cluster.best:
            lines.append(f'      <{name} type="short">{escape(form)}</{name}>')
    lines.append(f'      <note type="count">{len(cluster.members)}</note>')
    for document, words_around in cluster.contexts:
        # A name, no pointer: an accepted entry moves to another folder, from where a path would lead nowhere.
        lines.append(f'      <note type="context" n={quoteattr(document)}>{escape(words_around)}</note>')
    return "\n".join([*lines, f"    </{element}>"])


def _file(kind: str, entries: list[str]) -> str:
    """A draft file: TEI with a minimal header and one list."""
    inner = "\n".join(entries)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="{tree.TEI}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Drafted entries: {LISTS[kind]}</title></titleStmt>
      <publicationStmt><p>To accept an entry, move it to the authority files.</p></publicationStmt>
      <sourceDesc><p>Names found in the documents.</p></sourceDesc>
    </fileDesc>
    <encodingDesc>
      <appInfo>
        <application ident="{SOFTWARE}" version="{__version__}">
          <label>{SOFTWARE}</label>
        </application>
      </appInfo>
    </encodingDesc>
  </teiHeader>
  <standOff>
    <{LISTS[kind]}>
{inner}
    </{LISTS[kind]}>
  </standOff>
</TEI>
"""
