"""The bibliography of an edition, from the citations in its TEI files: as TEI, CSL-JSON and BibTeX.

    files ─ gather ─▶ tuple[Work, ...] ─ listbibl.element / csl.items / bibtex.text ─▶ output

Pure functions: nothing is read but the trees given, nothing is written.
"""

from __future__ import annotations

from teiedition.annotate.bibliography import bibtex, csl, listbibl
from teiedition.annotate.bibliography.gather import gather
from teiedition.annotate.bibliography.works import Citing, Name, Work

__all__ = ["Citing", "Name", "Work", "bibtex", "csl", "gather", "listbibl"]
