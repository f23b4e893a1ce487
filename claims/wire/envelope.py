"""What every reader shares: raw parts of one item in, one `Story` out.

A reader fills `Parts` with what its format says, as it says it. Here agency names go through the table, times are
parsed, dateline, byline, credit line and site scraps are found in the body, kind and status are read from the wording
where the metadata are silent, and language and length decide whether claims can be extracted. What had to be guessed,
mended or left out becomes a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from claims import agencies
from claims.errors import MalformedStory, UnknownAgency
from claims.records import ClaimRow, Document, Story, StoryKind
from claims.text import Span, Spans, squeeze, words
from claims.wire import credits, language, life, times
from claims.wire.hint import Hint
from claims.wire.layout import Layout, layout, merged
from claims.wire.life import Wording
from claims.wire.tails import publishable


@dataclass(frozen=True, slots=True)
class Parts:
    """One item as its format gives it: strings as found, untrimmed and unchecked; only `body` is required.

    `body` is final: spans point into it. Readers of marked-up formats join paragraphs with an empty line.
    """

    body: str
    headline: str = ""
    agency: str | None = None  # who sent it, as the input names it: provider, source, distributor
    publisher: str | None = None  # on whose site it stood: counts where neither the input nor the copy names an agency
    guid: str | None = None
    version: str | None = None
    published: datetime | str | None = None  # a string is parsed; when this version was made
    embargoed: datetime | str | None = None
    kind: str | None = None  # what the metadata call it: "corrected", "update"; None: the wording decides
    status: str | None = None  # "stat:canceled", "usable"; None: the wording decides
    slugline: str = ""
    byline: str = ""
    credit_line: str = ""
    dateline: str | None = None  # as the input gives it; None: looked for in the body
    located: str | None = None
    ed_note: str = ""
    language: str | None = None  # as stated: "en", "en-GB", "eng", "ENGLISH"
    url: str | None = None
    headline_span: Span | None = None  # where the reader knows headline and envelope lines to stand in the body
    skip: Spans = ()  # what the reader knows to be no copy; what is found here is added
    rows: tuple[ClaimRow, ...] = ()
    plain: bool = False  # plain text: headline, byline and site scraps may stand in the body and are looked for
    warnings: tuple[str, ...] = ()


_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LONGEST_FIELD = 4_000  # of a headline or byline; more is no such thing
_FEWEST_WORDS = 3
_ENGLISH = frozenset({"United States", "United Kingdom", "Australia", "Canada", "Ireland", "New Zealand"})
_FIELDS = ("headline", "slugline", "byline", "credit_line", "dateline", "located", "ed_note")
_KEYS = ("agency", "publisher", "guid", "version", "language", "url", "kind", "status")


def story(parts: Parts, document: Document, hint: Hint, format: str) -> Story:
    """The story those parts make: one version of one item, with warnings for whatever was doubtful.

    Raises MalformedStory where there is no text (a kill needs none: its advisory or headline stands for it), and
    UnknownAgency for a name in the hint that the table does not hold.
    """
    parts = _clean(parts)
    found = Story(
        body=parts.body,
        origin=document.origin,
        format=format,
        guid=parts.guid or None,
        version=parts.version or None,
        headline=parts.headline,
        slugline=parts.slugline,
        byline=parts.byline,
        credit_line=parts.credit_line,
        dateline=parts.dateline or None,
        located=parts.located or None,
        ed_note=parts.ed_note,
        language=language.code(parts.language),
        url=parts.url or None,
        headline_span=parts.headline_span,
        skip=parts.skip,
        rows=parts.rows,
        warnings=parts.warnings,
    )
    if parts.rows:
        return _dated(_named(found, parts, Layout(), hint), parts, Layout(), hint)
    if not parts.body.strip():
        found = _without_text(found, parts)
    seen = layout(found.body, parts.headline, parts.plain)
    found = _laid_out(found, seen)
    found = _alive(found, parts, seen)
    if parts.plain and found.kind is not StoryKind.KILL and len(words(found.body[:_LONGEST_FIELD])) < _FEWEST_WORDS:
        raise MalformedStory("no sentence in it")
    return _readable(_dated(_named(found, parts, seen, hint), parts, seen, hint), parts, hint)


def _warned(found: Story, *notes: str) -> Story:
    kept = tuple(note for note in notes if note and note not in found.warnings)
    return replace(found, warnings=found.warnings + kept) if kept else found


def _clean(parts: Parts) -> Parts:
    """Strings fit to be stored and shown: no lone surrogates, no NULs, fields on one line; no offset moves."""
    strings = {name: value for name in (*_FIELDS, *_KEYS) if isinstance(value := getattr(parts, name), str)}
    broken = any(_SURROGATE.search(text) for text in (parts.body, *strings.values()))
    notes = ["lone surrogates replaced by U+FFFD"] if broken else []
    body = _SURROGATE.sub("\ufffd", parts.body)
    if _CONTROL.search(body):
        notes.append("control characters in the text")
    cleaned = {name: _field(text, name) for name, text in strings.items()}
    body = body.replace("\x00", "\ufffd")
    if not parts.rows and (end := publishable(body)) < len(body):
        body = body[:end].rstrip()
    return replace(parts, body=body, warnings=(*parts.warnings, *notes), **cleaned)  # type: ignore[arg-type]  # all str


def _field(text: str, name: str) -> str:
    line = squeeze(_CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text)))
    return line[:_LONGEST_FIELD] if name in _FIELDS else line


def _without_text(found: Story, parts: Parts) -> Story:
    """A kill without a text: what it says of itself stands for it, and no claim is read there."""
    wording = Wording(parts.headline, parts.slugline, parts.ed_note)
    if life.of(wording, parts.kind, parts.status).kind is not StoryKind.KILL:
        raise MalformedStory(
            "no text in it" + (", only a headline" if parts.headline else ""), "import the text itself"
        )
    body = parts.ed_note or parts.headline or parts.slugline or "KILL"
    return replace(found, body=body, headline_span=Span(0, len(body)), skip=())


def _laid_out(found: Story, seen: Layout) -> Story:
    note = squeeze(found.body[seen.note.start : seen.note.end]) if seen.note else ""
    credited = (*credits.named(found.credit_line), *seen.credits.agencies)
    return replace(
        found,
        headline=found.headline or seen.headline[:_LONGEST_FIELD],
        byline=found.byline or seen.byline,
        dateline=found.dateline or (seen.dateline.place if seen.dateline else "") or None,
        ed_note=found.ed_note or note,
        credit_line=found.credit_line or seen.credits.line[:_LONGEST_FIELD],
        credits=tuple(dict.fromkeys(credited)),
        headline_span=found.headline_span or seen.headline_span,
        skip=merged((*found.skip, *seen.skip)),
    )


def _alive(found: Story, parts: Parts, seen: Layout) -> Story:
    notes = [found.ed_note, found.body[seen.note.start : seen.note.end] if seen.note else ""]
    opening = found.body[seen.copy[0].start : seen.copy[0].end][:_LONGEST_FIELD] if seen.copy else ""
    wording = Wording(found.headline, found.slugline, "\n".join(notes), opening, len(found.body))
    lived = life.of(wording, parts.kind, parts.status)
    return _warned(replace(found, kind=lived.kind, status=lived.status), *lived.warnings)


def _named(found: Story, parts: Parts, seen: Layout, hint: Hint) -> Story:
    """The sender: the option, else the input, else the dateline, a credit line that names one, or the site."""
    if hint.agency:
        if (known := agencies.find(hint.agency)) is None:
            near = ", ".join(agencies.nearest(hint.agency))
            raise UnknownAgency(f"no agency {hint.agency!r} in the table", f"did you mean {near}?" if near else None)
        return replace(found, agency=known.short)
    name = parts.agency or _by_dateline(seen) or _by_credit(found) or _by_site(parts)
    if not name:
        return found if parts.rows else _warned(found, "no agency named in it; filed under unknown")
    known = agencies.find(name) or agencies.marked(name) or agencies.by_domain(name)
    found = replace(found, agency=known.short if known else name)
    return found if known else _warned(found, f"agency {name!r} is not in the table; added")


def _by_dateline(seen: Layout) -> str:
    if seen.dateline is None:
        return ""
    return seen.dateline.agency.short if seen.dateline.agency else seen.dateline.mark


def _by_credit(found: Story) -> str:
    return found.credits[0] if len(found.credits) == 1 else ""


def _by_site(parts: Parts) -> str:
    for address in (parts.url, parts.guid):
        if known := agencies.by_domain(_host(address)):
            return known.short
    return parts.publisher or ""


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:  # "http://[" is no address
        return ""


def _dated(found: Story, parts: Parts, seen: Layout, hint: Hint) -> Story:
    given, embargo = _moment(parts.published), _moment(parts.embargoed)
    if given.when is None and seen.dateline and (day := seen.dateline.date()).when:
        given = replace(day, note=given.note if parts.published else "")
    if given.when is None and hint.date is not None:
        given = replace(_moment(hint.date), note=given.note if parts.published else "")
    found = replace(found, published=given.when, zone_known=given.zone_known, embargoed=embargo.when)
    found = found if parts.rows and not parts.published else _warned(found, given.note)
    if embargo.when:
        return _warned(found, f"embargoed until {embargo.when:%Y-%m-%d %H:%M} UTC")
    return _warned(found, f"embargo: {embargo.note}") if parts.embargoed else found


def _moment(given: datetime | str | None) -> times.Moment:
    if isinstance(given, datetime):
        known = given.tzinfo is not None
        return times.Moment((given if known else given.replace(tzinfo=UTC)).astimezone(UTC), known)
    return times.parse(given or "")


def _readable(found: Story, parts: Parts, hint: Hint) -> Story:
    """Whether claims can be extracted: the language is one we read, and the text is not too long."""
    tongue, doubt = language.checked(parts.language, found.body)
    tongue = tongue or _house_language(found.agency)
    found = _warned(replace(found, language=tongue), doubt)
    if tongue is not None and tongue not in language.READABLE:
        found = _warned(replace(found, extractable=False), f"no claims are extracted from {tongue}, only from English")
    if len(found.body) > hint.max_text:
        long = f"{len(found.body):,} characters: longer than --max-text {hint.max_text:,}, so no claims are extracted"
        found = _warned(replace(found, extractable=False), long)
    if not found.headline and not parts.plain:
        return _warned(found, "no headline; it is listed by its first words")
    return found


def _house_language(name: str | None) -> str | None:
    """What an agency files in, for a table or a brief in which no language shows."""
    known = agencies.find(name or "")
    return "en" if known and known.country.split("/")[0] in _ENGLISH else None
