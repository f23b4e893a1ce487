"""JSON from outside: an object, an array, a wrapper around a list, or an object a line. Records out, with their places.

Lines end at "\\n" only (U+2028 stands in real copy). NaN is no JSON, a number of 6,000 digits no number, a key given
twice two facts: each is mended where it can be and said so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.errors import MalformedStory
from claims.records import Document, Problem
from claims.wire.encoding import decode

_MOST_DIGITS = 18  # what a 64-bit integer holds; a longer number is kept as its digits
_LISTS = frozenset(
    "items stories articles results response docs documents hits entries news data value posts records _items "
    "newsitems contents feed".split()
)
_DEEPEST_WRAPPER = 4


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON object that may be a story, where in the document it stood, and what was mended in it."""

    value: Mapping[str, Any]
    where: str = ""
    warnings: tuple[str, ...] = ()


def records(document: Document, declared: str | None = None) -> Iterator[Record | Problem]:
    """The objects of a document, in order. Raises MalformedStory where nothing in it is JSON.

    In an array or in lines, what is broken or no object is a Problem that names its place; the rest goes on.
    """
    decoded = decode(document.content, declared)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    skipped = len(decoded.text) - len(text)
    first, end, notes = _parse(text, decoded.text, skipped)
    notes = (*decoded.warnings, *notes)
    if not text[end:].strip("\ufeff \t\r\n\x00"):
        yield from _unwrapped(first, document, "", notes, 0)
    elif "\n" in text[:end].strip() and not isinstance(first, dict):
        raise _broken(end, "more after the end of the JSON", decoded.text, skipped)
    else:
        yield from _by_line(decoded.text, document, decoded.warnings)


def _parse(text: str, whole: str = "", skipped: int = 0) -> tuple[Any, int, tuple[str, ...]]:
    """The first JSON value of `text`, where it ends, and warnings."""
    notes: dict[str, None] = {}

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, member in pairs:
            if key in found:
                notes[f"the member {key[:40]!r} stands in it twice; the last counts"] = None
            found[key] = member
        return found

    def constant(name: str) -> None:
        notes[f"{name} is no JSON value; left out"] = None

    decoder = json.JSONDecoder(object_pairs_hook=members, parse_constant=constant, parse_int=_integer)
    try:
        value, end = decoder.raw_decode(text)
    except json.JSONDecodeError as error:
        raise _broken(error.pos, error.msg, whole or text, skipped) from error
    except RecursionError:
        raise MalformedStory("JSON nested too deeply", "no story looks like that") from None
    return value, end, tuple(notes)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _broken(at: int, why: str, whole: str, skipped: int) -> MalformedStory:
    line = whole.count("\n", 0, at + skipped) + 1
    column = at + skipped - whole.rfind("\n", 0, at + skipped)
    return MalformedStory(f"no JSON: {why}", "send the file again whole", where=f"line {line}, column {column}")


def _by_line(text: str, document: Document, notes: tuple[str, ...]) -> Iterator[Record | Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip("\ufeff \t\r\x00")
        if not line:
            continue
        where = f"line {number}"
        try:
            value, end, found = _parse(line)
            if line[end:].strip():
                raise MalformedStory("no JSON: more after the end of the object")
        except MalformedStory as error:
            yield Problem(document.origin, error.message, where, "each line holds one JSON object")
            continue
        yield from _unwrapped(value, document, where, (*notes, *found), 0)


def _unwrapped(
    value: Any, document: Document, where: str, notes: tuple[str, ...], depth: int
) -> Iterator[Record | Problem]:
    if isinstance(value, list):
        for number, element in enumerate(value, start=1):
            place = f"{where}, item {number}".removeprefix(", ")
            if isinstance(element, dict) and element:
                yield from _unwrapped(element, document, place, notes, depth + 1)
            else:
                yield Problem(document.origin, f"{_named(element)}, no story", place)
    elif isinstance(value, dict):
        inner = _wrapped(value, _DEEPEST_WRAPPER) if depth < _DEEPEST_WRAPPER else None
        if inner is None:
            yield Record(value, where, notes)
        else:
            yield from _unwrapped(inner, document, where, notes, depth + 1)
    else:
        yield Problem(document.origin, f"{_named(value)}, no story", where)


def _wrapped(value: Mapping[str, Any], depth: int) -> list[Any] | None:
    """The list of records inside an answer of a news service; None where the value is a record itself."""
    for name, inner in value.items():
        if name.lower() not in _LISTS:
            continue
        if isinstance(inner, list) and inner and all(isinstance(element, dict) for element in inner):
            return inner
        if isinstance(inner, dict) and depth and (found := _wrapped(inner, depth - 1)) is not None:
            return found
    return None


def _named(value: Any) -> str:
    names = {type(None): "null", str: "a string", bool: "a truth value", int: "a number", float: "a number"}
    return names.get(type(value), "an empty list" if isinstance(value, list) else "an empty object")
