"""NITF, one story a file: what agencies and papers sent before NewsML, and send inside it still.

Element names are the standard's (https://iptc.org/standards/nitf/). `doc-id` is the item, `du-key` its version;
`docdata@management-status` says whether it may be used.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import content, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import dateline, limited, or_problem, said, sender, stand_in, unidentified
from claims.wire.hint import Hint
from claims.wire.markup import line
from claims.wire.sniff import root

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


sniffer = root("nitf")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The story of a NITF file, or each of several in a wrapper. Raises MalformedStory where there is no text."""
    parsed = xml.parse(document.content)
    found = limited(list(parsed.root.iter("{*}nitf")))
    if not found:
        raise MalformedStory("no nitf element in it")
    for number, nitf in enumerate(found, 1):
        make = partial(_story, nitf, parsed.warnings, document, hint)
        yield make() if len(found) == 1 else or_problem(make, document, f"item {number}")


def _story(nitf: etree._Element, warnings: tuple[str, ...], document: Document, hint: Hint) -> Story:
    return story(_parts(nitf, warnings), document, hint, "nitf")


def _parts(nitf: etree._Element, warnings: tuple[str, ...]) -> Parts:
    headline = _headline(nitf)
    guid = _attribute(nitf, "doc-id", "id-string") or _attribute(nitf, "du-key", "key")
    ed_note = _ed_note(nitf)
    body, notes = _copy(nitf, headline, ed_note)
    return Parts(
        body=body,
        headline=headline,
        headline_span=Span(0, len(body)) if body == headline else None,
        agency=_agency(nitf),
        guid=guid,
        version=_attribute(nitf, "du-key", "version"),
        published=_published(nitf),
        embargoed=_embargoed(nitf),
        kind=_attribute(nitf, "ed-msg", "msg-type"),
        status=_attribute(nitf, "docdata", "management-status"),
        slugline=_slugline(nitf),
        byline=", ".join(filter(None, (said(line(by, " ")) for by in nitf.iterfind(".//{*}body.head/{*}byline")))),
        credit_line=said(line(_first(nitf, "distributor"))),
        dateline=dateline(_dateline(nitf)),
        ed_note=ed_note,
        language=nitf.get(_XML_LANG) or _attribute(nitf, "body", _XML_LANG),
        warnings=warnings + notes + unidentified(guid),
    )


def _copy(nitf: etree._Element, headline: str, ed_note: str) -> tuple[str, tuple[str, ...]]:
    body = _first(nitf, "body.content")
    if body is not None and (copy := content.of_nitf(body)):
        return copy, ()
    abstract = _first(nitf, "abstract")
    summary = "" if abstract is None else content.copy_in(abstract)
    return stand_in(abstract=summary, headline=headline, editors_note=ed_note)


def _headline(nitf: etree._Element) -> str:
    named = (nitf.find(".//{*}body.head//{*}hl1"), nitf.find(".//{*}hedline"), nitf.find("{*}head/{*}title"))
    return next((said(line(found)) for found in named if said(line(found))), "")


def _slugline(nitf: etree._Element) -> str:
    """The key of the item on its desk: the system's name for it, else what AAP and AP put into a meta element."""
    metas = {meta.get("name", ""): meta.get("content", "") for meta in nitf.iterfind("{*}head/{*}meta")}
    return said(metas.get("slug") or metas.get("slugline") or metas.get("anpa-keyword") or "")


def _published(nitf: etree._Element) -> str | None:
    for name in ("date.issue", "story.date", "date.release", "revision-history"):
        if norm := _attribute(nitf, name, "norm"):
            return norm
    return None


def _embargoed(nitf: etree._Element) -> str | None:
    """The release date where it is not the date of issue; senders fill it in always, or with a pattern."""
    released, issued = _attribute(nitf, "date.release", "norm"), _attribute(nitf, "date.issue", "norm")
    return released if released and issued and released[:8].isdigit() and released > issued else None


def _dateline(nitf: etree._Element) -> str:
    head = nitf.find(".//{*}body.head/{*}dateline")
    if head is None:
        return ""
    place = head.find("{*}location")
    if place is None:
        return line(head, " ")
    city = place.find("{*}city")
    return line(city) or line(place, " ")


def _ed_note(nitf: etree._Element) -> str:
    notes = [_attribute(nitf, "ed-msg", "info"), _attribute(nitf, "revision-history", "comment")]
    notes += [line(note, " ") for note in nitf.iterfind(".//{*}body.head/{*}note")]
    return " ".join(dict.fromkeys(said(note) for note in notes if said(note)))


def _agency(nitf: etree._Element) -> str | None:
    return sender(
        line(_first(nitf, "distributor")),
        _attribute(nitf, "doc-id", "regsrc"),
        _attribute(nitf, "doc.copyright", "holder"),
        _attribute(nitf, "from-src", "src-name"),
        (_attribute(nitf, "doc-id", "id-string") or "").partition(".")[0],
        _attribute(nitf, "pubdata", "name"),
        _attribute(nitf, "doc.rights", "agent"),
        line(nitf.find(".//{*}body.head/{*}byline/{*}byttl")),
    )


def _first(nitf: etree._Element, name: str) -> etree._Element | None:
    return next(nitf.iter(f"{{*}}{name}"), None)


def _attribute(nitf: etree._Element, element: str, name: str) -> str | None:
    """The first value an element of that name gives to the attribute."""
    return next((value for found in nitf.iter(f"{{*}}{element}") if (value := found.get(name, "").strip())), None)
