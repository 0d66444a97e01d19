"""The build: which outputs are stale, making them, publishing all at once.

1. The inputs' sizes and times are as after the last build, and its outputs stand: nothing to do.
2. A record is made of each TEI file that changed; a file that fails keeps its last good record.
3. From records and authority files follow all other steps; those with an unknown key are carried out.
4. The published folders are exchanged for the new ones. What failed stays as it last was.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from teiedition import authority, catalogue, corpus, publish, tree
from teiedition.authority import Authority
from teiedition.build import cluster
from teiedition.build.store import FOLDERS, Entry, Manifest, Store, line_of
from teiedition.build.workers import Job, Outcome, carry_out, problem_of
from teiedition.config import FILE, Config
from teiedition.corpus import Corpus
from teiedition.files import digest
from teiedition.model import Problem
from teiedition.publish import ledger
from teiedition.publish.assets import Assets, gather
from teiedition.publish.step import WHOLE, FileDigests, Step, program_digest
from teiedition.resources import resource

SCHEMA = resource("schema", "teiedition.rng")
_KEPT_APART = tuple(
    f"{folder}/"
    for folder in (publish.RECORDS, publish.CHECKS, publish.CHAPTERS, publish.CROSSWALKS, publish.WORDS)
)

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


@dataclass(slots=True)
class Report:
    """What a build did: outputs made anew, kept, removed; problems; stylesheets' messages by output."""

    documents: int = 0
    made: list[str] = field(default_factory=list)
    kept: int = 0
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    messages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seconds: float = 0.0


def build(
    config: Config,
    outputs: Sequence[str] = (),
    jobs: int | None = None,
    progress: Progress = lambda *_: None,
    scheduler: str = "",
) -> Report:
    """Build the edition into `config.build`. `outputs` are of `config.OUTPUTS`; all configured ones if empty.

    Steps are carried out by `jobs` processes, or by the cluster of the Dask `scheduler` at this address.
    Problems in single documents are reported, and the rest is built. Raises InputError where there is
    nothing to build or the authority files can't be read, EnvironmentFault where it can't be written.
    """
    start = time.perf_counter()
    wanted = tuple(outputs or config.outputs)
    store = Store(config.build)
    found = corpus.survey(config, store.cache / "documents")
    if found.title and not (config.folder / FILE).exists():
        config = replace(config, title=found.title)
    with store.locked():
        run = _Run(config, wanted, store, partial(_carried_out, jobs, scheduler), progress, found)
        report = run.unchanged(found.documents) or run.all(found.documents)
    report.documents = len(found.documents)
    problems = [replace(problem, file=found.origin(problem.file)) for problem in report.problems]
    report.problems = [*problems, *found.remarks]
    report.seconds = time.perf_counter() - start
    return report


def _carried_out(processes: int | None, scheduler: str, jobs: Sequence[Job]) -> Iterator[Outcome]:
    return cluster.carry_out(jobs, scheduler) if scheduler else carry_out(jobs, processes)


class _Run:
    """One build: what it works with, and the report it fills."""

    def __init__(
        self,
        config: Config,
        wanted: tuple[str, ...],
        store: Store,
        carry_out: Callable[[Sequence[Job]], Iterator[Outcome]],
        progress: Progress,
        found: Corpus,
    ) -> None:
        self.config, self.wanted, self.store, self.found = config, wanted, store, found
        self.carry_out, self.progress = carry_out, progress
        self.old = store.manifest
        self.digests = FileDigests(self.old.digests)
        self.report = Report()
        self._unmade: set[str] = set()
        self.assets: Assets = gather(config.folder, store.cache)

    def unchanged(self, files: Sequence[Path]) -> Report | None:
        """The report of a build with nothing to do, if there is nothing to do."""
        if not self.old.signature or self.old.signature != self._signature(files):
            return None
        if not all(self.store.intact(name, entry) for name, entry in self._published() if _is_file(name)):
            return None
        report = Report(kept=len(_units(name for name, _ in self._published())))
        report.messages = {name: entry.messages for name, entry in self._published() if entry.messages}
        report.problems = self._found(self.old.outputs)
        return report

    def _published(self) -> Iterable[tuple[str, Entry]]:
        return ((name, entry) for name, entry in self.old.outputs.items() if _part(name) in self.wanted)

    def all(self, files: Sequence[Path]) -> Report:
        """Make what is stale, and publish."""
        signature = self._signature(files)
        records = self._make(list(publish.records(files, self.config, self.assets)), "Reading the documents")
        self._carry_over(records, files, publish.RECORDS)
        knowledge = self._catalogue(records)
        failed = self._failed()
        good = {path.stem: path for path in files if path.stem not in failed}
        documents = {id: good[id] for id in knowledge.records if id in good}
        wanted = publish.checks(list(good.values()), self.config, SCHEMA) if self.config.validate else ()
        checks = self._make(list(wanted), "Validating")
        steps = list(publish.outputs(knowledge, documents, self.assets, self.wanted))
        outputs = self._make(steps, "Making pages")
        self._carry_over(outputs, files, *self.wanted, publish.CHAPTERS, publish.CROSSWALKS)
        outputs |= self._search_index(knowledge, outputs, files)
        outputs |= self._books(knowledge, outputs, files)
        outputs |= self._data(knowledge, outputs, files)
        self._publish(records | checks | outputs, signature if not self.report.problems else "")
        self.report.problems += self._found(checks)
        return self.report

    def _make(self, steps: list[Step], what: str) -> dict[str, Entry]:
        """The entries of the steps' outputs: those known, and those made now."""
        keys = {step.output: step.key(self.digests) for step in steps}
        old = self.old.outputs
        stale = [step for step in steps if not self.store.usable(step.output, keys[step.output])]
        known = {output: old.get(line_of(output)) for output in keys}
        messages = {
            name: entry.messages for name, entry in known.items() if entry and entry.key == keys[name]
        }
        self.progress(what, 0, len(stale))
        jobs = [Job(step, self.store.object(keys[step.output])) for step in stale]
        for done, outcome in enumerate(self.carry_out(jobs), 1):
            messages[outcome.step.output] = outcome.messages
            if outcome.problem:
                self._problem(outcome.problem)
                self._unmade.add(outcome.step.output)
            elif not outcome.step.output.startswith(_KEPT_APART):
                self.report.made.append(outcome.step.output)
            self.progress(what, done, len(stale))
        self.report.made = sorted(set(self.report.made))
        made: dict[str, Entry] = {}
        for step in steps:
            if (output := step.output) not in self._unmade:
                made |= self.store.entries(output, keys[output], step.document, messages.get(output, ()))
        return made

    def _carry_over(self, outputs: dict[str, Entry], files: Sequence[Path], *folders: str) -> None:
        """What could not be made stays as it last was, as long as its document is there."""
        failed = {path.stem for path in files} & self._failed()
        unmade = {line_of(output) for output in self._unmade}
        folders_unmade = tuple(output for output in self._unmade if output.endswith("/"))
        for name, entry in self.old.outputs.items():
            without = name in unmade or name.startswith(folders_unmade)
            hurt = without or entry.document in failed or (failed and entry.document == WHOLE)
            if hurt and _part(name) in folders and self.store.untouched(entry.key, entry):
                outputs.setdefault(name, entry)

    def _search_index(
        self, knowledge: catalogue.Catalogue, outputs: Mapping[str, Entry], files: Sequence[Path]
    ) -> dict[str, Entry]:
        """The index is made of the finished pages, whether made now or kept."""
        if "site" not in self.wanted:
            return self._kept(f"{publish.WORDS}/")
        names = [page for record in knowledge.records.values() for page in catalogue.pages(record)]
        made_of = {page: outputs.get(f"site/{page}") for page in names}
        pages = {page: self.store.object(entry.key) for page, entry in made_of.items() if entry}
        steps = list(publish.search.packs(pages))
        packs = self._make(steps, "Reading the words")
        objects = {name: self.store.object(entry.key) for name, entry in packs.items()}
        made: dict[str, Entry] = {}
        if len(packs) == len(steps):
            forms = publish.search_names.source(knowledge)
            made = self._make(list(publish.search.steps(objects, forms)), "Indexing the words")
        else:
            self._unmade.add(publish.search.FOLDER)
        self._carry_over(made, files, "site")
        return packs | made

    def _books(
        self, knowledge: catalogue.Catalogue, outputs: Mapping[str, Entry], files: Sequence[Path]
    ) -> dict[str, Entry]:
        """E-books are made of the finished chapters, whether made now or kept."""
        prefix = f"{publish.CHAPTERS}/"
        if "epub" not in self.wanted:
            return self._kept(prefix)
        chapters = {
            name.removeprefix(prefix).removesuffix(".xml"): self.store.object(entry.key)
            for name, entry in outputs.items()
            if name.startswith(prefix)
        }
        made = self._make(list(publish.epub.steps(knowledge, chapters, self.assets)), "Binding e-books")
        self._carry_over(made, files, "epub")
        return made

    def _kept(self, prefix: str) -> dict[str, Entry]:
        """What the last build made for an output that is not wanted now: the next build may want it."""
        return {name: entry for name, entry in self.old.outputs.items() if name.startswith(prefix)}

    def _data(
        self, knowledge: catalogue.Catalogue, outputs: Mapping[str, Entry], files: Sequence[Path]
    ) -> dict[str, Entry]:
        """What carries datestamps. It comes last, so that the newest can be that of the publication.

        Should the work take longer than was allowed for, it is done again with more time allowed.
        """
        prefix = f"{publish.CROSSWALKS}/"
        if "data" not in self.wanted:
            return self._kept(prefix)
        bundles = {
            name.removeprefix(prefix).removesuffix(".txt"): self.store.object(entry.key)
            for name, entry in outputs.items()
            if name.startswith(prefix)
        }
        found = publish.data.contents(knowledge, bundles, self.digests)
        undated = self._make(list(publish.data.undated(found, self.assets)), "Making data")
        old = ledger.read((self._old_ledger(), self.config.folder / ledger.FILE))
        allowed = 0.2 + len(files) / 2000
        while True:
            new = old.advanced(
                found.digests,
                {path.stem for path in files},
                ledger.moment(allowed),
                lambda id: ledger.of_day(knowledge.records[id].get("changed", "")),
            )
            dated = self._make(list(publish.data.dated(found, new, self.assets)), "Making the catalogue")
            if new is old or not old.versions or ledger.in_time(new):
                break
            allowed *= 4
        database = (
            self.store.object(dated["data/catalogue.sqlite"].key)
            if "data/catalogue.sqlite" in dated
            else None
        )
        static = publish.static.steps(database, len(found.bundles), self.config) if database else ()
        made = undated | dated | self._make(list(static), "Making files for plain web hosts")
        self._carry_over(made, files, "data")
        return made

    def _old_ledger(self) -> Path:
        """The ledger of the last build; its object, should somebody have taken it out of the data."""
        published, entry = (
            self.config.build / "data" / ledger.FILE,
            self.old.outputs.get(f"data/{ledger.FILE}"),
        )
        return published if published.exists() or entry is None else self.store.object(entry.key)

    def _catalogue(self, records: dict[str, Entry]) -> catalogue.Catalogue:
        files = {Path(name).stem: self.store.object(entry.key) for name, entry in records.items()}
        roots = catalogue.ordered(tree.parse(path.read_bytes(), path) for path in files.values())
        known = authority.load(self.config.authority) if self.config.authority.is_dir() else Authority({})
        known = authority.with_found(known, self.found.registers)
        pages = catalogue.page_titles(self.config.pages) if self.config.pages.is_dir() else {}
        pictures = {
            path.stem: catalogue.pictures(self.config, roots[path.stem], self.found.origin(path))
            for path in self.found.documents
            if path.stem in roots
        }
        return catalogue.Catalogue(self.config, roots, files, known, pages, pictures)

    def _publish(self, outputs: dict[str, Entry], signature: str) -> None:
        self.store.publish(outputs, self.wanted)
        others = {
            name: entry
            for name, entry in self.old.outputs.items()
            if not name.startswith(_KEPT_APART) and _part(name) not in self.wanted
        }
        self.report.messages = {name: entry.messages for name, entry in outputs.items() if entry.messages}
        self.report.removed = sorted(_units(self.old.outputs) - _units(outputs) - _units(others))
        self.report.kept = len(_units(outputs)) - len(self.report.made)
        self.store.save(Manifest(others | outputs, self.digests.used, signature))

    def _found(self, checks: Mapping[str, Entry]) -> list[Problem]:
        """What validation found wrong with the documents, now or when they were last checked."""
        files = [
            self.store.object(entry.key)
            for name, entry in checks.items()
            if name.startswith(f"{publish.CHECKS}/")
        ]
        lines = [line for file in files for line in json.loads(file.read_bytes())]
        found = [
            Problem(**(line | {"file": Path(line["file"]), "allowed": tuple(line["allowed"])}))
            for line in lines
        ]
        return sorted(found, key=lambda problem: (str(problem.file), problem.line))

    def _problem(self, problem: Problem) -> None:
        if problem not in self.report.problems:
            self.report.problems.append(problem)

    def _failed(self) -> set[str]:
        return {problem.file.stem for problem in self.report.problems}

    def _signature(self, files: Sequence[Path]) -> str:
        """The state of everything that a build reads, from sizes and times alone."""
        config = self.config
        folders = [
            config.authority,
            config.pages,
            SCHEMA.parent,
            self.assets.xslt,
            *self.assets.site,
            config.folder / "xslt",
        ]
        inputs = [
            *files,
            *self.found.registers,
            *catalogue.in_folder(config),
            config.folder / FILE,
            *(path for folder in folders for path in sorted(folder.rglob("*"))),
        ]
        looks = [
            (str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in inputs if path.is_file()
        ]
        return digest(
            program_digest(),
            repr(self.wanted),
            os.environ.get("SOURCE_DATE_EPOCH", ""),
            repr(config),
            repr(looks),
        )


def _is_file(name: str) -> bool:
    """Does a line of the manifest stand for a published file? One of a folder stands for its list."""
    return not name.startswith(f"{FOLDERS}/")


def _part(name: str) -> str:
    """What an output belongs to: site, print, epub, data …"""
    return name.removeprefix(f"{FOLDERS}/").split("/")[0]


def _units(names: Iterable[str]) -> set[str]:
    """What is published, for a report: a folder made at once counts as one."""
    lines = {name for name in names if not name.startswith(_KEPT_APART)}
    folders = {name.removeprefix(f"{FOLDERS}/") for name in lines if not _is_file(name)}
    files = {name for name in lines if _is_file(name) and not name.startswith(tuple(folders))}
    return files | folders


__all__ = ["Report", "build", "problem_of"]
