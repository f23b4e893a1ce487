"""NewsML-G2: one story a text item; packages, pictures and links are named, not read.

Field names are the standard's (https://iptc.org/standards/newsml-g2/). Versions may be opaque numbers, so
`versionCreated` orders them. `located` of Reuters is the desk that edited the story and its dateline field holds a
time: the place is taken from the copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import content, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import dateline, limited, listed, or_problem, said, sender, stand_in, unidentified
from claims.wire.hint import Hint
from claims.wire.markup import line, local
from claims.wire.sniff import root

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_TEXT_CLASSES = frozenset({"", "text"})
# IPTC's signals, and Reuters' edStat, that say what a version is to the one before
_KINDS = {
    "sig:correction": "corrected",
    "sig:cor": "corrected",
    "edstat:c": "corrected",
    "sig:update": "update",
    "sig:writethru": "writethru",
    "sig:refile": "refile",
    "sig:kill": "kill",
    "edstat:d": "kill",
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class _Item:
    """One item with what stands above it: the message's sender, and what was mended in the file."""

    root: etree._Element
    sent_by: str = ""
    warnings: tuple[str, ...] = ()

    def find(self, path: str) -> etree._Element | None:
        return self.root.find("/".join(f"{{*}}{step}" for step in path.split("/")))

    def all(self, path: str) -> list[etree._Element]:
        return list(self.root.findall("/".join(f"{{*}}{step}" for step in path.split("/"))))

    def line(self, path: str) -> str:
        return line(self.find(path))

    @property
    def itemclass(self) -> str:
        found = self.find("itemMeta/itemClass")
        return "" if found is None else _code(found).rpartition(":")[2].lower()


sniffer = root(*_ITEMS, "newsMessage", "knowledgeSet", "conceptSet")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each text item as a story, in the order of the file. Raises MalformedStory where there is no text item."""
    parsed = xml.parse(document.content)
    sent_by = line(parsed.root.find("{*}header/{*}sender"))
    roots = limited(list(parsed.root.iter(*(f"{{*}}{name}" for name in _ITEMS))))
    items = [_Item(root, sent_by, parsed.warnings) for root in roots]
    wanted = _wanted(items)
    read = {id(item) for item in wanted}
    left_out = listed(_sort(item) for item in items if id(item) not in read)
    for number, item in enumerate(wanted, 1):
        notes = (f"left out, without text of their own: {left_out}",) if left_out and number == 1 else ()
        where = item.root.get("guid") or f"item {number}"
        yield or_problem(partial(_story, item, notes, document, hint), document, where)


def _wanted(items: list[_Item]) -> list[_Item]:
    """The items with text; where there are none, those with a caption at least. Raises MalformedStory for neither."""
    news = [item for item in items if local(item.root) == "newsitem"]
    for wanted in (
        [item for item in news if item.itemclass in _TEXT_CLASSES or item.find("contentSet/inlineXML") is not None],
        [item for item in news if _description(item)],
    ):
        if wanted:
            return wanted
    raise MalformedStory(f"no text in it: {listed(_sort(item) for item in items) or 'no items'}")


def _sort(item: _Item) -> str:
    name = local(item.root)
    return item.itemclass or "item without a class" if name == "newsitem" else name.removesuffix("item")


def _story(item: _Item, notes: tuple[str, ...], document: Document, hint: Hint) -> Story:
    headline = _headline(item)
    ed_note = " ".join(filter(None, (line(note) for note in item.all("itemMeta/edNote"))))
    copy, warnings = _copy(item, headline, ed_note)
    parts = Parts(
        body=copy,
        headline=headline,
        headline_span=Span(0, len(copy)) if copy == headline or (warnings and _canceled(item)) else None,
        agency=_agency(item),
        guid=item.root.get("guid"),
        version=item.root.get("version"),
        published=item.line("itemMeta/versionCreated") or None,
        embargoed=item.line("itemMeta/embargoed") or None,
        kind=_kind(item),
        status=_status(item) or None,
        slugline=said(item.line("contentMeta/slugline")),
        byline=", ".join(filter(None, (said(line(by)) for by in item.all("contentMeta/by")))),
        credit_line=said(item.line("contentMeta/creditline")),
        dateline=dateline(item.line("contentMeta/dateline")),
        located=said(_name(item.find("contentMeta/located"))) or None,
        ed_note=ed_note,
        language=_language(item),
        warnings=item.warnings + notes + warnings + unidentified(item.root.get("guid")),
    )
    return story(parts, document, hint, "newsml-g2")


def _copy(item: _Item, headline: str, ed_note: str) -> tuple[str, tuple[str, ...]]:
    """The copy, else the caption, else the headline of an alert or a kill. Raises MalformedStory for a mere link."""
    for rendition in (*item.all("contentSet/inlineXML"), *item.all("contentSet/inlineData")):
        coded = "base64" in rendition.get("encoding", "").lower()
        if copy := content.of_base64(rendition.text or "") if coded else content.copy_in(rendition):
            return copy, ()
    caption = _description(item)
    if not caption and item.itemclass in _TEXT_CLASSES and item.find("contentSet/remoteContent") is not None:
        raise MalformedStory("no text in it, only a link to it", "ask for the item with its content inside")
    return stand_in(description=caption, headline=headline, editors_note=ed_note)


def _headline(item: _Item) -> str:
    """The headline without a role, or of the role main, before one of another role and the item's title."""
    found = item.all("contentMeta/headline")
    found.sort(key=lambda h: not h.get("role", "main").lower().endswith("main"))
    titles = (line(h) for h in (*found, *item.all("itemMeta/title"), *item.root.iter("{*}hl1")))
    return next((said(title) for title in titles if said(title)), "")


def _description(item: _Item) -> str:
    return next((copy for found in item.all("contentMeta/description") if (copy := line(found))), "")


def _status(item: _Item) -> str:
    found = item.find("itemMeta/pubStatus")
    return "" if found is None else _code(found)


def _canceled(item: _Item) -> bool:
    return "cancel" in _status(item).lower()


def _kind(item: _Item) -> str | None:
    codes = (_code(signal).lower() for signal in item.all("itemMeta/signal"))
    return next((_KINDS[code] for code in codes if code in _KINDS), None)


def _agency(item: _Item) -> str | None:
    makers = (*item.all("contentMeta/creator"), *item.all("contentMeta/infoSource"))
    holder = item.find("rightsInfo/copyrightHolder")
    return sender(
        _name(item.find("itemMeta/provider")),
        item.sent_by,
        item.root.get("guid"),
        _name(holder),
        item.line("contentMeta/creditline"),
        *(_name(maker) for maker in makers),
    )


def _language(item: _Item) -> str | None:
    stated = item.find("contentMeta/language")
    tag = stated.get("tag") if stated is not None else None
    return str(tag or item.root.get(_XML_LANG) or "") or None


def _code(element: etree._Element) -> str:
    return str(element.get("qcode") or element.get("literal") or element.get("uri") or "")


def _name(element: etree._Element | None) -> str:
    """What an entity is called: its name, its literal, else its code without the scheme."""
    if element is None:
        return ""
    code = _code(element)
    return line(element.find("{*}name")) or str(element.get("literal") or "") or code.partition(":")[2] or code
