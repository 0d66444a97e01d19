"""XSLT 3.0 by SaxonC-HE. The only module that imports saxonche.

A stylesheet compiles once in a process and is then run many times. A run is a pure function: text
in, text out; Python alone writes files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXdmValue, PyXsltExecutable

from teiedition.errors import EnvironmentFault, InputError


@dataclass(frozen=True, slots=True)
class Xml:
    """A parameter that is a document: its XML as text."""

    text: str


Parameter = str | int | float | bool | Xml


@dataclass(frozen=True, slots=True)
class Result:
    """What a transformation gave: its serialized output, and its messages."""

    text: str
    messages: tuple[str, ...] = ()


@cache
def _processor() -> PySaxonProcessor:
    """Saxon, which reads files that stylesheets name and nothing from the network, whoever wrote them."""
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "file")
    return processor


@cache
def stylesheet(path: Path) -> Stylesheet:
    """The compiled stylesheet at `path`. Raises EnvironmentFault when it does not compile."""
    return _compiled(path, stylesheet_file=str(path))


@cache
def stylesheet_of(text: str, path: Path) -> Stylesheet:
    """The stylesheet in `text`, which was made from what is at `path`. Raises as `stylesheet` does."""
    return _compiled(path, stylesheet_text=text)


def _compiled(path: Path, **source: str) -> Stylesheet:
    try:
        return Stylesheet(path, _processor().new_xslt30_processor().compile_stylesheet(**source))
    except PySaxonApiError as error:
        raise EnvironmentFault(f"{path}: the stylesheet does not compile: {error}") from error


@dataclass(frozen=True, slots=True, eq=False)
class Stylesheet:
    """A compiled stylesheet. Not shared between threads or processes."""

    path: Path
    executable: PyXsltExecutable

    def run(self, source: str, file: Path, parameters: Mapping[str, Parameter] | None = None) -> Result:
        """Transform the XML text `source`, which came from `file`, and return what comes back.

        `source` must be free of a document type declaration (`tree.read` sees to that), so that
        nothing outside it is ever read. Raises InputError with the stylesheet's own words.
        """
        executable = self.executable.clone()
        for name, value in (parameters or {}).items():
            executable.set_parameter(name, _xdm(value))
        executable.set_save_xsl_message(True)
        try:
            node = _parse(source)
            executable.set_global_context_item(xdm_item=node)
            text = executable.transform_to_string(xdm_node=node)
        except PySaxonApiError as error:
            raise InputError(f"{self.path.name}: {_words(error)}", file) from error
        return Result(text or "", _messages(executable))


def _parse(text: str) -> PyXdmNode:
    return _processor().parse_xml(xml_text=text)


def _xdm(value: Parameter) -> PyXdmValue:
    if isinstance(value, Xml):
        return _parse(value.text)
    if isinstance(value, bool):
        return _processor().make_boolean_value(value)
    if isinstance(value, int):
        return _processor().make_integer_value(value)
    if isinstance(value, float):
        return _processor().make_double_value(value)
    return _processor().make_string_value(value)


def _messages(executable: PyXsltExecutable) -> tuple[str, ...]:
    found = executable.get_xsl_messages()
    if found is None:
        return ()
    return tuple(str(found.item_at(index)) for index in range(found.size))


def _words(error: Exception) -> str:
    return " ".join(str(error).split())
