"""RSS, RDF and Atom: each entry is a story, as short as the feed gives it.

Entries are read one at a time and forgotten, so that memory stays flat. The agency is whose page the entry links to,
before whose feed it is: aggregators carry other people's copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import markup, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, said, sender, stand_in, unidentified
from claims.wire.hint import Hint
from claims.wire.markup import line
from claims.wire.sniff import root

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_VOCABULARIES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}
_TITLE_EXTRAS = re.compile(
    r"(?:\s*[>|:»]\s|\s[-–—]\s).*|\s*\b(?:(?:rss|atom|news)\s*)?feed\b.*|\s*\brss\b.*", re.I | re.S
)
_DATES = ("pubdate", "published", "issued", "dc:date", "dc:created", "updated", "modified", "dc:modified")
_TEXTS = ("content:encoded", "content", "description", "summary")


@dataclass(frozen=True, slots=True)
class _Feed:
    """What the channel says for all its entries."""

    title: str = ""
    link: str = ""
    language: str | None = None


sniffer = root("rss", "RDF", "feed")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each entry as a story; where the feed breaks off, those before that place and then MalformedStory."""
    prepared = xml.prepare(document.content)
    feed: _Feed | None = None
    number = 0
    try:
        for number, entry in enumerate(xml.stream(prepared, "item", "entry"), 1):
            feed = feed or _feed(entry)
            notes = prepared.warnings if number == 1 else ()
            yield or_problem(partial(_story, entry, feed, notes, document, hint), document, f"entry {number}")
    except MalformedStory as error:
        if number:
            error.message += f"; the {number} entries before that place were read"
        raise
    if not number:
        raise MalformedStory("a feed without entries")


def _feed(entry: etree._Element) -> _Feed:
    """The channel's own fields: above the entry, or beside it in RDF; they stand before the entries."""
    above = entry.getparent()
    channel = entry if above is None else above
    if (beside := channel.find("{*}channel")) is not None:
        channel = beside
    fields = _fields(channel)
    language = line(fields.get("language")) or line(fields.get("dc:language")) or channel.get(_XML_LANG)
    return _Feed(line(fields.get("title")), _link(channel), language or None)


def _story(entry: etree._Element, feed: _Feed, warnings: tuple[str, ...], document: Document, hint: Hint) -> Story:
    fields = _fields(entry)
    headline = markup.line_from_html(_markup(fields.get("title")))
    copy = max((markup.from_html(_markup(fields[name])) for name in _TEXTS if name in fields), key=len, default="")
    body, notes = (copy, ()) if copy else stand_in(headline=headline)
    link = _link(entry)
    guid = line(fields.get("guid")) or line(fields.get("id")) or _about(entry) or link
    dates = [line(fields[name]) for name in _DATES if name in fields]
    parts = Parts(
        body=body,
        headline=headline,
        headline_span=None if copy else Span(0, len(body)),
        agency=_agency(fields, feed, link),
        guid=guid or None,
        version=_version(fields),
        published=next(filter(None, dates), None),
        byline=_byline(fields),
        language=line(fields.get("dc:language")) or entry.get(_XML_LANG) or feed.language,
        url=link or None,
        warnings=warnings + notes + unidentified(guid),
    )
    return story(parts, document, hint, "feed")


def _fields(element: etree._Element) -> dict[str, etree._Element]:
    """Children by name, the first of each; those of other vocabularies (media, itunes …) are left aside."""
    found: dict[str, etree._Element] = {}
    for child in element:
        namespace, _, name = child.tag.rpartition("}")
        prefix = _VOCABULARIES.get(namespace.removeprefix("{"))
        if prefix is not None:
            found.setdefault(prefix + name.lower(), child)
    return found


def _markup(element: etree._Element | None) -> str:
    """Text that may be escaped HTML; XHTML inside (Atom) is written out again."""
    if element is None:
        return ""
    if len(element):
        return str(etree.tostring(element, encoding="unicode", with_tail=False))
    return element.text or ""


def _link(element: etree._Element) -> str:
    """The page itself: an RSS link's text, or the address of Atom's `alternate` link."""
    for child in element.iterfind("{*}link"):
        address = child.get("href") if child.get("rel", "alternate") == "alternate" else ""
        if found := line(child) or address:
            return str(found)
    return ""


def _about(entry: etree._Element) -> str:
    return str(entry.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", ""))


def _version(fields: dict[str, etree._Element]) -> str | None:
    """Atom's `updated` where the entry was changed after it was published."""
    published, updated = line(fields.get("published")), line(fields.get("updated"))
    return updated if published and updated and updated != published else None


def _byline(fields: dict[str, etree._Element]) -> str:
    author = fields.get("author")
    name = None if author is None else author.find("{*}name")
    return said(line(fields.get("dc:creator")) or line(author if name is None else name))


def _agency(fields: dict[str, etree._Element], feed: _Feed, link: str) -> str | None:
    source = fields.get("source")
    title = _TITLE_EXTRAS.sub("", feed.title).strip() or feed.title
    return sender(
        line(source.find("{*}title") if source is not None and len(source) else source),
        None if source is None else source.get("url"),
        line(fields.get("dc:publisher")),
        link,
        line(fields.get("guid")),
        title,
        feed.link,
    )
