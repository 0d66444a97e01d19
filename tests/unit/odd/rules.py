"""A small Schematron engine for tests: what the rules of a schema say of a document.

It knows what `teiedition.odd.schematron` writes (patterns, rules, lets, asserts, reports, value-of) and
takes XPath from elementpath, so that a rule is tested apart from the program's own engine.
"""

from __future__ import annotations

import io
from typing import Any

from elementpath import XPath2Parser, select
from lxml import etree

SCH = "{http://purl.oclc.org/dsdl/schematron}"


def broken(schematron: bytes, document: str) -> list[str]:
    """The ids of the patterns whose rules the document breaks, each as often as it is broken."""
    return [pattern for pattern, _ in messages(schematron, document)]


def messages(schematron: bytes, document: str) -> list[tuple[str, str]]:
    """Pattern id and message of all that the rules say of a document."""
    schema = etree.fromstring(schematron)
    tree = etree.parse(io.BytesIO(document.encode()))
    namespaces = {item.get("prefix"): item.get("uri") for item in schema.iter(f"{SCH}ns")}
    found = []
    for pattern in schema.iter(f"{SCH}pattern"):
        seen: list[Any] = []
        for rule in pattern.iter(f"{SCH}rule"):
            context = rule.get("context", "")
            nodes = _xpath(tree, f"//({context})" if not context.startswith("/") else context, namespaces)
            for node in nodes:
                if any(node is other for other in seen):
                    continue  # in a pattern only the first rule that fits a node is asked of it
                seen.append(node)
                found += [(pattern.get("id", ""), text) for text in _asked(rule, node, tree, namespaces)]
    return found


def _asked(rule: Any, node: Any, tree: Any, namespaces: dict[str, str]) -> list[str]:
    variables: dict[str, Any] = {}
    said = []
    for item in rule:
        if item.tag == f"{SCH}let":
            variables[item.get("name")] = _xpath(tree, item.get("value"), namespaces, node, variables)
        elif item.tag in (f"{SCH}assert", f"{SCH}report"):
            holds = _xpath(tree, f"boolean({item.get('test')})", namespaces, node, variables)
            if holds is (item.tag == f"{SCH}report"):
                said.append(_message(item, node, tree, namespaces, variables))
    return said


def _message(item: Any, node: Any, tree: Any, namespaces: dict[str, str], variables: dict[str, Any]) -> str:
    text = item.text or ""
    for part in item:
        value = _xpath(tree, f"string(({part.get('select')})[1])", namespaces, node, variables)
        text += str(value) + (part.tail or "")
    return " ".join(text.split())


def _xpath(tree: Any, path: str, namespaces: Any, node: Any = None, variables: Any = None) -> Any:
    return select(tree, path, namespaces, XPath2Parser, item=node, variables=variables or {})
