"""Articles as JSON from crawlers, search services and content systems: each names the same things otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, sender
from claims.wire.hint import Hint
from claims.wire.jsoncopy import Record, records
from claims.wire.members import NAMES, Members

_INSIDE = ("_source", "fields", "attributes", "article", "story", "item", "document", "content", "data", "node")
_TAG = re.compile(r"<(?:p|br|div|a|h[1-6]|ul|strong|em|span|article|body)\b[^>]{0,500}>", re.I)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The articles of a document, a list, an answer or lines; a Problem for each object without a text."""
    for record in records(document):
        if isinstance(record, Problem):
            yield record
        else:
            yield or_problem(partial(_story, record, document, hint), document, record.where)


def _story(record: Record, document: Document, hint: Hint) -> Story:
    members = Members(_flat(record.value), hint.columns)
    body, notes = members.copy()
    if not body:
        known = ", ".join(f"{name!r}" for name in list(record.value)[:6])
        raise MalformedStory(f"JSON without a story: no text among its members {known}", "--column body=NAME names it")
    url = members.named("url")
    parts = Parts(
        body=markup.from_html(body) if _TAG.search(body) else body,
        headline=markup.line_from_html(members.named("headline")),
        agency=sender(*_sources(members)),
        guid=members.named("guid") or url,
        version=members.named("version"),
        published=members.named("published"),
        status=members.named("status"),
        slugline=members.named("slugline"),
        byline=members.people(*NAMES["byline"]),
        dateline=members.named("dateline"),
        credit_line=members.named("credit_line"),
        ed_note=members.named("ed_note"),
        language=members.named("language"),
        url=url,
        warnings=(*record.warnings, *notes, *members.warnings),
    )
    return story(parts, document, hint, "news-json")


def _flat(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record with what stands in an inner object of it ("_source", "fields") beside its own members."""
    inner = {
        key: member for name in _INSIDE if isinstance(value.get(name), dict) for key, member in value[name].items()
    }
    return {**inner, **value} if inner else value


def _sources(members: Members) -> Iterator[str]:
    for name in NAMES["agency"]:
        yield members.text(name)
