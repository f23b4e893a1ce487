"""AP Media API JSON: https://api.ap.org/media/v/docs/ . Often it holds only a link to the text: then it is no story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.jsoncopy import Record, records
from claims.wire.members import Members
from claims.wire.sniff import Clues

_FRIENDLY_KEY = '"friendlykey"'


def sniffer(clues: Clues) -> bool:
    """An answer of the API, or the item out of one: only AP's items have a friendly key."""
    return {"apiversion", "data"} <= clues.keys or (clues.json and _FRIENDLY_KEY in clues.text)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The items of the answer; a Problem for each that only links to its text."""
    for record in records(document):
        if isinstance(record, Problem):
            yield record
        else:
            yield or_problem(partial(_story, record, document, hint), document, record.where)


def _story(record: Record, document: Document, hint: Hint) -> Story:
    item = _item(record.value)
    members, ids = Members(item), Members(_object(item.get("altids")))
    if not (body := _body(record.value, item)):
        raise MalformedStory("no text in it, only a link to the text", "fetch the NITF rendition and import that")
    parts = Parts(
        body=body,
        headline=markup.line_from_html(members.prose("headline")),
        agency=members.text("provider") or "AP",
        guid=ids.text("itemid") or members.text("uri"),
        version=members.text("version"),
        published=members.text("versioncreated", "firstcreated"),
        embargoed=members.text("embargoed"),
        status=members.text("pubstatus"),
        slugline=members.text("slugline"),
        byline=members.people("bylines", "byline"),
        credit_line=members.text("copyrightnotice"),
        located=members.text("located"),
        ed_note=members.text("ednote"),
        language=members.text("language"),
        url=_canonical(item.get("links")),
        warnings=(*record.warnings, *members.warnings),
    )
    return story(parts, document, hint, "apjson")


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _item(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item inside an answer ({"data": {"item": …}}), inside a list of items, or on its own."""
    inner = _object(value.get("data")) or value
    return _object(inner.get("item")) or inner


def _body(*holders: Mapping[str, Any]) -> str:
    """The text where it was fetched along: as the member `nitf`, or as a body of the item."""
    for holder in holders:
        nested = (holder, _object(holder.get("nitf")), _object(_object(holder.get("renditions")).get("nitf")))
        for place in nested:
            found = Members(place)
            if text := found.prose("body_html", "body_nitf", "body_xhtml", "body_text", "body"):
                return markup.from_html(text)
    return ""


def _canonical(links: Any) -> str:
    found = [_object(link) for link in links] if isinstance(links, list) else []
    hrefs = (link.get("href") for link in found if link.get("rel") == "canonical")
    return next((href for href in hrefs if isinstance(href, str)), "")
