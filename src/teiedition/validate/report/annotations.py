"""Problems for build servers: JUnit's XML, and the workflow commands by which GitHub annotates lines."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from teiedition.model import Problem

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_junit(problems: Sequence[Problem]) -> str:
    """One failed test for each error, a passed one for each other problem, and one if there is none."""
    errors = sum(problem.severity == "error" for problem in problems)
    facts = {"name": "teiedition validate", "tests": str(max(len(problems), 1)), "failures": str(errors)}
    suites = etree.Element("testsuites", facts)
    suite = etree.SubElement(suites, "testsuite", facts)
    if not problems:
        etree.SubElement(suite, "testcase", classname="teiedition", name="no problem found")
    for problem in problems:
        case = etree.SubElement(
            suite, "testcase", classname=problem.rule, name=_place(problem), file=problem.file.as_posix()
        )
        kind = "failure" if problem.severity == "error" else "system-out"
        report = etree.SubElement(case, kind)
        if kind == "failure":
            report.set("message", problem.message)
            report.set("type", problem.rule)
        report.text = str(problem)
    text: str = etree.tostring(suites, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def as_github(problems: Sequence[Problem]) -> str:
    """One workflow command a problem."""
    return "".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    facts = {
        "file": problem.file.as_posix(),
        "line": problem.line or None,
        "col": problem.column or None,
        "title": problem.rule,
    }
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in facts.items() if value)
    text = f"{problem.message}\n→ {problem.remedy}" if problem.remedy else problem.message
    return f"::{_COMMANDS[problem.severity]} {properties}::{_escaped(text)}\n"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _place(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
