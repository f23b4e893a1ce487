"""stories-jsonl: our own interchange, a story version a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story, StoryKind
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.jsoncopy import Record, records
from claims.wire.members import Members
from claims.wire.sniff import Clues

_OURS = frozenset(
    {"agency", "id", "headline", "published", "version", "kind", "dateline", "byline", "status", "credit"}
)


def sniffer(clues: Clues) -> bool:
    """A `body` beside members of ours, and none that only other people's articles have."""
    return "body" in clues.keys and bool(clues.keys & _OURS) and not clues.keys & {"title", "author", "authors"}


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The stories of the lines, a Problem for each line that is none."""
    for record in records(document):
        if isinstance(record, Problem):
            yield record
        else:
            yield or_problem(partial(_story, record, document, hint), document, record.where)


def _story(record: Record, document: Document, hint: Hint) -> Story:
    members = Members(record.value, hint.columns)
    if not (body := members.prose("body")) and members.value("body") is not None:
        raise MalformedStory("its body is no text")
    parts = Parts(
        body=body,
        headline=members.prose("headline"),
        agency=members.text("agency"),
        guid=members.text("id"),
        version=members.text("version"),
        published=members.text("published"),
        embargoed=members.text("embargoed"),
        kind=members.text("kind"),
        status=members.text("status"),
        slugline=members.text("slugline"),
        byline=members.people("byline"),
        dateline=members.text("dateline"),
        credit_line=members.text("credit"),
        ed_note=members.text("ed_note"),
        language=members.text("language"),
        url=members.text("url"),
        warnings=record.warnings,
    )
    made = story(replace(parts, warnings=(*parts.warnings, *members.warnings)), document, hint, "stories-jsonl")
    return replace(made, kind=StoryKind.UPDATE) if _is_later(made, parts) else made


def _is_later(made: Story, parts: Parts) -> bool:
    """Whether it is a later version that neither the line nor the wording calls anything else."""
    later = (made.version or "").isdigit() and int((made.version or "0")[:9]) > 1
    return later and made.kind is StoryKind.NEW and parts.kind != StoryKind.NEW
