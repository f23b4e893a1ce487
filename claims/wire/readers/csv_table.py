"""Tables of stories or of claims: CSV with a header, its delimiter told from it, columns as outlets name them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup
from claims.wire.attributed import Row, grouped
from claims.wire.encoding import Decoded, decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, sender
from claims.wire.hint import Hint
from claims.wire.members import NAMES, Members, key
from claims.wire.sniff import Clues

_DELIMITERS = ",;\t|"
_ANYTHING = frozenset(name for names in NAMES.values() for name in names)
_CLAIM_COLUMNS = frozenset({"claimant", "via", "story"})


def sniffer(clues: Clues) -> bool:
    """A first line of several column names, a text among them; a file named .csv or .tsv is a table anyway."""
    columns = _header(clues.text)
    known = columns & _ANYTHING
    return (len(known) >= 2 and bool(known & set(NAMES["body"]))) or clues.extension in (".csv", ".tsv")


def claims_sniffer(clues: Clues) -> bool:
    """A table with a `text` and with columns that only claims have."""
    columns = _header(clues.text)
    return "text" in columns and bool(columns & _CLAIM_COLUMNS) and not columns & {"body", "title", "content"}


def _header(text: str) -> frozenset[str]:
    first = re.split(r"[\r\n]", text[:4_000], maxsplit=1)[0]
    fields = next(csv.reader([first.replace("\x00", "")], delimiter=_delimiter(first)), []) if first else []
    named = len(fields) > 1 and all(len(field.split()) <= 3 for field in fields)
    return frozenset(key(field) for field in fields) if named else frozenset()


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """A story a row; a Problem for each row without a text. Raises MalformedStory where no column holds the text."""
    for where, row, notes in _rows(document, hint, "body"):
        yield or_problem(partial(_story, Members(row, hint.columns), notes, document, hint), document, where)


def read_claims(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """claims-csv: the columns of claims-jsonl; several `via` stand with "; " between them."""
    return grouped(_claims(document, hint), document, hint, "claims-csv")


def _claims(document: Document, hint: Hint) -> Iterator[Row]:
    for where, row, notes in _rows(document, hint, "text"):
        members = Members(row, hint.columns)
        yield Row(
            text=members.text("text"),
            where=where,
            external_id=members.text("id"),
            claimant=members.text("claimant"),
            via=tuple(name.strip() for name in members.text("via").split(";") if name.strip()),
            agency=members.text("agency"),
            published=members.text("published"),
            headline=members.text("headline"),
            url=members.text("url"),
            story=members.text("story"),
            warnings=notes,
        )


def _rows(document: Document, hint: Hint, wanted: str) -> Iterator[tuple[str, Mapping[str, str], tuple[str, ...]]]:
    """Each row with its place and what was odd about it: "row 3, line 7"."""
    decoded = decode(document.content)
    csv.field_size_limit(max(hint.max_size, 131_072))  # the limit is the process's; ours is the size of the file
    text = decoded.text.replace("\x00", "\ufffd")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0]))
    header = next(reader, [])
    _check(header, hint, wanted)
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise MalformedStory(f"no CSV: {error}", "save it as CSV again", where=f"line {line}") from error
        if row is None:
            return
        number += 1
        if any(field.strip() for field in row):
            yield f"row {number}, line {line}", _paired(header, row), _odd(header, row, decoded, number, line)


def _check(header: list[str], hint: Hint, wanted: str) -> None:
    columns = [key(name) for name in header]
    names: tuple[str, ...] = (wanted,)
    if wanted == "body":
        names = NAMES["body"] + (NAMES["teaser"] if set(NAMES["headline"]) & set(columns) else ())
    theirs = hint.columns.get(wanted)
    if (key(theirs) if theirs else None) in columns or (not theirs and set(names) & set(columns)):
        return
    listed = ", ".join(repr(name[:30]) for name in header[:8]) or "none"
    remedy = f"--column {wanted}=NAME says which it is; a table needs a header"
    raise MalformedStory(f"no column that holds the text; its columns are {listed}", remedy, where="line 1")


def _paired(header: list[str], row: list[str]) -> Mapping[str, str]:
    """The row by column; of columns with one name the first counts."""
    return dict(reversed(list(zip(header, row, strict=False))))


def _odd(header: list[str], row: list[str], decoded: Decoded, number: int, line: int) -> tuple[str, ...]:
    notes = decoded.warnings if number == 1 else ()
    if number == 1 and len(set(header)) < len(header):
        notes = (*notes, "two columns have one name; the first counts")
    if len(row) == len(header):
        return notes
    return (*notes, f"row {number} (line {line}) has {len(row)} fields, the header {len(header)}")


def _story(members: Members, notes: tuple[str, ...], document: Document, hint: Hint) -> Story:
    body, teased = members.copy()
    if not body:
        raise MalformedStory("a row without a text")
    url = members.named("url")
    parts = Parts(
        body=body,
        headline=markup.line_from_html(members.named("headline")),
        agency=sender(*(members.text(name) for name in NAMES["agency"])),
        guid=members.named("guid") or url,
        version=members.named("version"),
        published=members.named("published"),
        status=members.named("status"),
        kind=members.named("kind"),
        slugline=members.named("slugline"),
        byline=members.people(*NAMES["byline"]),
        dateline=members.named("dateline"),
        credit_line=members.named("credit_line"),
        language=members.named("language"),
        url=url,
        warnings=(*notes, *teased),
    )
    return story(parts, document, hint, "csv")
