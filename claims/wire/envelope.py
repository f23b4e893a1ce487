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
from itertools import islice
from urllib.parse import urlsplit

from claims import agencies
from claims.errors import MalformedStory, UnknownAgency
from claims.records import ClaimRow, Document, PubStatus, Story, StoryKind
from claims.text import Span, Spans, squeeze
from claims.wire import credits, embargo, language, life, times
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
_WORD = re.compile(r"\w+")
_ENGLISH = frozenset({"United States", "United Kingdom", "Australia", "Canada", "Ireland", "New Zealand"})
_FIELDS = ("headline", "slugline", "byline", "credit_line", "dateline", "located", "ed_note")
_KEYS = ("agency", "publisher", "guid", "version", "language", "url", "kind", "status")


def story(parts: Parts, document: Document, hint: Hint, format: str) -> Story:
    """The story those parts make: one version of one item, with warnings for whatever was doubtful.

    Raises MalformedStory where there is no text (a kill needs none: its advisory or headline stands for it), and
    UnknownAgency for a name in the hint that the table does not hold.
    """
    parts = _clean(parts)
    seen = Layout() if parts.rows else layout(parts.body, parts.headline, parts.plain)
    headline = parts.headline or seen.headline[:_LONGEST_FIELD]
    note = squeeze(parts.body[seen.note.start : seen.note.end]) if seen.note else ""
    lived = _lived(parts, seen, headline, note)
    if not parts.body.strip():
        parts = _without_text(parts, lived)
    elif parts.plain and lived.kind is not StoryKind.KILL and not _has_sentence(parts.body):
        raise MalformedStory("no sentence in it")
    credited = tuple(dict.fromkeys((*credits.named(parts.credit_line), *seen.credits.agencies)))
    agency, unnamed = _sender(parts, seen, credited, hint)
    published, embargoed = _published(parts, seen, hint), _embargoed(parts, seen)
    if embargoed.when is None and embargoed.note and not parts.embargoed and lived.status is PubStatus.USABLE:
        lived = replace(lived, status=PubStatus.WITHHELD)  # until a time nobody can read
    tongue, extractable, unread = _readable(parts, agency, hint)
    return Story(
        body=parts.body,
        origin=document.origin,
        format=format,
        agency=agency,
        guid=parts.guid or None,
        version=parts.version or None,
        published=published.when,
        zone_known=published.zone_known,
        kind=lived.kind,
        status=lived.status,
        headline=headline,
        slugline=parts.slugline,
        byline=parts.byline or seen.byline,
        credit_line=parts.credit_line or seen.credits.line[:_LONGEST_FIELD],
        credits=credited,
        dateline=parts.dateline or (seen.dateline.place if seen.dateline else "") or None,
        located=parts.located or None,
        ed_note=parts.ed_note or note,
        language=tongue,
        url=parts.url or None,
        embargoed=embargoed.when,
        headline_span=parts.headline_span or seen.headline_span,
        skip=merged((*parts.skip, *seen.skip)),
        rows=parts.rows,
        extractable=extractable,
        warnings=_warnings(parts, lived, unnamed, _date_notes(parts, published, embargoed), unread, headline),
    )


def _warnings(
    parts: Parts, lived: life.Life, unnamed: str, dates: tuple[str, ...], unread: tuple[str, ...], headline: str
) -> tuple[str, ...]:
    bare = "" if headline or parts.plain or parts.rows else "no headline; it is listed by its first words"
    found = (*parts.warnings, *lived.warnings, unnamed, *dates, *unread, bare)
    return tuple(dict.fromkeys(note for note in found if note))


def _has_sentence(body: str) -> bool:
    return sum(1 for _ in islice(_WORD.finditer(body), _FEWEST_WORDS)) == _FEWEST_WORDS


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


def _without_text(parts: Parts, lived: life.Life) -> Parts:
    """A kill without a text: what it says of itself stands for it, and no claim is read there."""
    if lived.kind is not StoryKind.KILL:
        raise MalformedStory(
            "no text in it" + (", only a headline" if parts.headline else ""), "import the text itself"
        )
    body = parts.ed_note or parts.headline or parts.slugline or "KILL"
    return replace(parts, body=body, headline_span=Span(0, len(body)), skip=())


def _lived(parts: Parts, seen: Layout, headline: str, note: str) -> life.Life:
    opening = parts.body[seen.copy[0].start : seen.copy[0].end][:_LONGEST_FIELD] if seen.copy else ""
    wording = Wording(headline, parts.slugline, f"{parts.ed_note}\n{note}".strip(), opening, len(parts.body))
    return life.of(wording, parts.kind, parts.status)


def _sender(parts: Parts, seen: Layout, credited: tuple[str, ...], hint: Hint) -> tuple[str | None, str]:
    """Who sent it: the option, else the input, the dateline, a credit line that names one, the site; and a warning."""
    if hint.agency:
        return _overruled(hint.agency), ""
    single = credited[0] if len(credited) == 1 else ""
    name = parts.agency or _by_dateline(seen) or single or _by_site(parts)
    if not name:
        return None, "" if parts.rows else _nobody(credited)
    known = agencies.find(name) or agencies.marked(name) or agencies.by_domain(name)
    return (known.short, "") if known else (name, f"agency {name!r} is not in the table; added")


def _nobody(credited: tuple[str, ...]) -> str:
    if not credited:
        return "no agency named in it; filed under unknown"
    return f"no agency named as its sender (it credits {', '.join(credited)}); filed under unknown"


def _overruled(name: str) -> str:
    if known := agencies.find(name):
        return known.short
    near = ", ".join(agencies.nearest(name))
    raise UnknownAgency(f"no agency {name!r} in the table", f"did you mean {near}?" if near else None)


def _by_dateline(seen: Layout) -> str:
    if seen.dateline is None:
        return ""
    return seen.dateline.agency.short if seen.dateline.agency else seen.dateline.mark


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


def _published(parts: Parts, seen: Layout, hint: Hint) -> times.Moment:
    """When it was made: what the input says, else a line that dates the text, a dateline with a year, the option."""
    given = _moment(parts.published)
    if given.when is not None:
        return given
    instead = seen.dateline.date() if seen.dateline and not seen.stamp else _moment(seen.stamp)
    instead = instead if instead.when or hint.date is None else _moment(hint.date)
    note = given.note if parts.published or not instead.when else ""
    return replace(instead, note=note)


def _date_notes(parts: Parts, published: times.Moment, embargoed: times.Moment) -> tuple[str, ...]:
    said = "" if parts.rows and not parts.published else published.note
    if embargoed.when:
        return said, f"embargoed until {embargoed.when:%Y-%m-%d %H:%M} UTC"
    return said, f"embargo: {embargoed.note}" if parts.embargoed else embargoed.note


def _embargoed(parts: Parts, seen: Layout) -> times.Moment:
    """Until when it must not be used: what the input says, else a line at the top of the copy or to the editors."""
    if parts.embargoed:
        return _moment(parts.embargoed)
    lines = (embargo.read(line) for line in (parts.ed_note, parts.headline) if line)
    found = seen.embargo or next((each for each in lines if each), None)
    return times.Moment(found.until, note="" if found.until else found.note) if found else times.Moment(None)


def _moment(given: datetime | str | None) -> times.Moment:
    if isinstance(given, datetime):
        known = given.tzinfo is not None
        return times.Moment((given if known else given.replace(tzinfo=UTC)).astimezone(UTC), known)
    return times.parse(given or "")


def _readable(parts: Parts, agency: str | None, hint: Hint) -> tuple[str | None, bool, tuple[str, ...]]:
    """The language, whether claims can be extracted (one we read, a text not too long), and why not."""
    if parts.rows:
        return language.code(parts.language), True, ()
    tongue, doubt = language.checked(parts.language, parts.body)
    tongue = tongue or _house_language(agency)
    foreign = long = ""
    if tongue is not None and tongue not in language.READABLE:
        foreign = f"no claims are extracted from {tongue}, only from English"
    if len(parts.body) > hint.max_text:
        long = f"{len(parts.body):,} characters: longer than --max-text {hint.max_text:,}, so no claims are extracted"
    return tongue, not (foreign or long), (doubt, foreign, long)


def _house_language(name: str | None) -> str | None:
    """What an agency files in, for a table or a brief in which no language shows."""
    known = agencies.find(name or "")
    return "en" if known and known.country.split("/")[0] in _ENGLISH else None
