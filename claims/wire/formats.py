"""The formats, as one table: name, what it looks like, who reads it, and the endings that break a tie.

The first row whose sniffer says yes reads the file, so what is surer stands higher: magic bytes, wire control bytes,
XML roots, JSON members, mail headers, archive separators, table headers, and text last. A reader is a function
`(document, hint) → iterator of Story | Problem`, one format a file; inside it raises StoryError, and `wire.read` turns
that into a Problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.errors import UnknownFormat
from claims.records import Document, Problem, Story
from claims.wire import sniff
from claims.wire.hint import Hint
from claims.wire.readers import apjson, claims_jsonl, news_json, ninjs, stories_jsonl, text
from claims.wire.sniff import Sniffer

Reader = Callable[[Document, Hint], Iterator[Story | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """One row: its name is what `--format` takes and what `Story.format` says."""

    name: str
    sniffer: Sniffer
    reader: Reader
    extensions: tuple[str, ...] = ()


FORMATS: tuple[Format, ...] = (
    # JSON, by the members of its first record
    Format("apjson", apjson.sniffer, apjson.read, (".json",)),
    Format("ninjs", ninjs.sniffer, ninjs.read, (".json",)),
    Format("stories-jsonl", stories_jsonl.sniffer, stories_jsonl.read, (".jsonl", ".json")),
    Format("claims-jsonl", claims_jsonl.sniffer, claims_jsonl.read, (".jsonl", ".json")),
    Format("news-json", sniff.json, news_json.read, (".json", ".jsonl")),
    # whatever is left
    Format("text", sniff.anything, text.read, (".txt",)),
)


def named(name: str) -> Format:
    """The format of that name. Raises UnknownFormat with the names there are."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownFormat(f"there is no format {name!r}", "one of: auto, " + ", ".join(row.name for row in FORMATS))


def sniffed(document: Document) -> Format:
    """The format the document's content looks like. Raises UnknownFormat where it is like none."""
    found = sniff.clues(document.content, document.origin)
    for row in FORMATS:
        if row.sniffer(found):
            return row
    raise UnknownFormat("none of the formats that are read")
