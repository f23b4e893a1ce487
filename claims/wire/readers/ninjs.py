"""IPTC ninjs 1, 2 and 3: https://iptc.org/standards/ninjs/ (1 has `body_text`, 2 `bodies`, 3 camelCase)."""

from __future__ import annotations

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
from claims.wire.members import Members, key
from claims.wire.sniff import Clues

_HTML_FIRST = ("bodyxhtml", "bodyhtml", "bodyrichtext", "bodynitf", "bodytext")
_PICTURES = frozenset({"picture", "video", "audio", "graphic", "planning", "event", "component"})


def sniffer(clues: Clues) -> bool:
    """An id, and at least two of the members that only ninjs has under these names."""
    ours = {
        "pubstatus",
        "versioncreated",
        "representationtype",
        "bodies",
        "headlines",
        "bodytext",
        "bodyhtml",
        "bodyxhtml",
    }
    return bool(clues.keys & {"uri", "guid"}) and len(clues.keys & (ours | {"type", "profile", "standard"})) >= 2


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The item, or the items of a list; a Problem for each that has no text."""
    for record in records(document):
        if isinstance(record, Problem):
            yield record
        else:
            yield or_problem(partial(_story, record, document, hint), document, record.where)


def _story(record: Record, document: Document, hint: Hint) -> Story:
    members = Members(record.value, hint.columns)
    kind = members.text("type").lower()
    if not (body := _body(members)) and kind in _PICTURES:
        raise MalformedStory(f"{kind}, no story: it has no text")
    headline = markup.line_from_html(members.prose("headline") or _main(members.value("headlines"), "value"))
    parts = Parts(
        body=body,
        headline=headline,
        agency=sender(*_sources(members)),
        guid=members.text("uri", "guid"),
        version=members.text("version"),
        published=members.text("versioncreated", "contentmodified", "firstcreated", "contentcreated"),
        embargoed=members.text("embargoed", "embargo"),
        status=members.text("pubstatus"),
        slugline=members.text("slugline", "slug"),
        byline=members.people("byline", "by"),
        credit_line=members.text("creditline", "copyrightnotice"),
        located=members.text("located"),
        ed_note=members.text("ednote", "ed_note"),
        language=members.text("language"),
        url=members.text("url", "link"),
        warnings=(*record.warnings, *members.warnings),
    )
    return story(parts, document, hint, "ninjs")


def _body(members: Members) -> str:
    """The fullest form of the text: marked up, since only that has paragraphs for sure."""
    forms = members.value("bodies")
    if isinstance(forms, list):
        return _of_forms([form for form in forms if isinstance(form, dict)])
    for name in _HTML_FIRST:
        if isinstance(found := members.value(name), str) and found.strip():
            return found if name == "bodytext" else markup.from_html(found)
    return members.prose("bodytext")


def _of_forms(forms: list[Mapping[str, Any]]) -> str:
    plain = ""
    for form in forms:
        value = next((member for name, member in form.items() if key(name) == "value"), "")
        kind = " ".join(str(member) for name, member in form.items() if key(name) in ("contenttype", "role"))
        if isinstance(value, str) and ("html" in kind or "xml" in kind) and (text := markup.from_html(value)):
            return text
        plain = plain or (value if isinstance(value, str) else "")
    return plain


def _main(forms: Any, member: str) -> str:
    """The `value` of the form whose role is "main", else of the first."""
    found = [form for form in forms if isinstance(form, dict)] if isinstance(forms, list) else []
    found.sort(key=lambda form: form.get("role") != "main")
    values = (form.get(member) for form in found)
    return next((value for value in values if isinstance(value, str)), "")


def _sources(members: Members) -> Iterator[str]:
    """Who may have sent it, the surest first."""
    yield members.text("provider")
    yield members.text("source")
    for name in ("infosources", "infosource"):
        sources = members.value(name)
        yield from (s["name"] for s in sources if _is_named(s)) if isinstance(sources, list) else ()


def _is_named(source: Any) -> bool:
    return isinstance(source, dict) and isinstance(source.get("name"), str)
