"""Marks up mentions in TEI: names, dates, times, measures, citations.

The contract with finders
-------------------------
A finder is one module and one row in `finders.FINDERS`. It is a pure function

    find(text: Text, context: Context) -> Iterable[Mention]

- `text` (`annotate.text`) is the document's reading text with its blocks and the marks already in it;
  a finder goes through `text.blocks`, e.g. `pattern.finditer(text.content, block.start, block.end)`.
- `context` (`annotate.context`) has the authority, the document's date, its participants, its language.
- A `Mention` has offsets into `text.content`, never across a newline; its `children` lie within it and
  don't overlap each other (a `roleName` in a `persName`; `author title biblScope idno …` in a `bibl`).
  Children may have children.
- `attributes` are TEI's, without `@resp` and `@cert`: `insert` adds them. It makes of `certainty`
  "high" from 0.9, "medium" from 0.6, "low" below. A finder that gives `@cert` itself is obeyed.
- A finder gives the best reading it has, once; it need not look out for other finders. It need not
  mind existing marks either: what crosses an editor's mark or repeats it is left out by `overlaps`.

Which mentions stay is decided in `overlaps` alone; how they get into the XML, in `insert` alone.
"""

from __future__ import annotations
