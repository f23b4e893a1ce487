"""What a file looks like, from its first bytes: gathered once, asked by every row of the format table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from claims.errors import MalformedStory
from claims.records import Document
from claims.wire.encoding import decode
from claims.wire.jsoncopy import Record, records
from claims.wire.members import key

_HEAD = 65_536
_PROLOGUE = re.compile(
    r"\s*(?:<\?[^>]{0,2000}?\?>|<!--.{0,20000}?-->|<!DOCTYPE\b[^\[>]{0,2000}(?:\[[^\]]*\]\s*)?>)", re.S | re.I
)
_ROOT = re.compile(r"\s*<(?:([\w.-]+):)?([A-Za-z_][\w.-]*)((?:\s[^>]{0,8000})?)/?>?")
_JSON_START = re.compile(r"\{|\[\s*(?:[\[{\"\]\d]|null|true|false)")
_JSON_KEY = re.compile(r'"((?:[^"\\\n]|\\.){1,60})"\s*:')


@dataclass(frozen=True, slots=True)
class Clues:
    """The head of a file as bytes and text, the root element, the keys of JSON, and the name's ending."""

    head: bytes
    text: str  # the head decoded; white space in front cut off
    root: str  # local name of the XML, SGML or HTML root element, lower case; "" for anything else
    attributes: str  # the root's attributes as written: namespaces, version
    json: bool  # whether it begins as JSON does
    keys: frozenset[str]  # JSON member names of the first record, as `members.key` writes them
    extension: str  # ".xml", lower case; "" where the name has none


Sniffer = Callable[[Clues], bool]


def clues(content: bytes, origin: str) -> Clues:
    """What the first 64 kB of `content` and the file's name tell."""
    head = content[:_HEAD]
    text = decode(head).text.lstrip("\ufeff \t\r\n\x00\x0b\x0c")
    root, attributes = _root(text)
    begins = _JSON_START.match(text) is not None
    members = _keys(content, text) if begins else frozenset()
    return Clues(head, text, root, attributes, begins, members, _extension(origin))


def _keys(content: bytes, text: str) -> frozenset[str]:
    """Of the first record; where the JSON is broken, whatever looks like a member's name."""
    try:
        first = next((found for found in records(Document("", content)) if isinstance(found, Record)), None)
    except MalformedStory:
        return frozenset(key(name) for name in _JSON_KEY.findall(text))
    return frozenset(key(name) for name in first.value) if first else frozenset()


def _root(text: str) -> tuple[str, str]:
    at = 0
    doctype = ""
    while match := _PROLOGUE.match(text, at):
        at = match.end()
        if match.group().lstrip()[:9].upper() == "<!DOCTYPE":
            doctype = match.group().lower()
    if match := _ROOT.match(text, at):
        return match.group(2).lower(), match.group(3)
    return ("html", "") if "doctype html" in doctype else ("", "")


def _extension(origin: str) -> str:
    name = re.split(r"[/\\!]", origin)[-1].lower()
    return "." + name.rpartition(".")[2] if "." in name.lstrip(".") else ""


def root(*names: str) -> Sniffer:
    """Whether the root element has one of these local names."""
    lower = frozenset(name.lower() for name in names)
    return lambda clues: clues.root in lower


def keys(*required: str) -> Sniffer:
    """Whether it is JSON whose first record has all of these members."""
    wanted = frozenset(required)
    return lambda clues: wanted <= clues.keys


def starts(*marks: bytes) -> Sniffer:
    """Whether the bytes begin with one of these."""
    return lambda clues: clues.head.startswith(marks)


def says(root_name: str, pattern: str) -> Sniffer:
    """Whether a root element of that name has `pattern` somewhere in the head below it."""
    wanted = re.compile(pattern)
    return lambda clues: clues.root == root_name and wanted.search(clues.text) is not None


def matches(pattern: str) -> Sniffer:
    """Whether the text begins so, white space in front aside."""
    wanted = re.compile(pattern)
    return lambda clues: wanted.match(clues.text) is not None


def anything(clues: Clues) -> bool:
    """Whether it is text at all; the last row's sniffer."""
    return bool(clues.text)


def json(clues: Clues) -> bool:
    """Whether it begins as JSON does."""
    return clues.json
