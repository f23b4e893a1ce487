"""The copy of a news page: what a reader sees as the article, without menus, teasers and hidden text.

With the extra `html`, trafilatura finds it; without, a small extractor of our own does. Hidden elements and teasers are
taken out before either sees the page, for hidden text and other stories must not become claims of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from lxml import etree

from claims.errors import MalformedStory
from claims.text import fold
from claims.wire import markup
from claims.wire.markup import length, line, short_line

_NEVER = frozenset({"script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg"})
_MANY_ELEMENTS, _MOST_ELEMENTS = 20_000, 100_000  # from which on trafilatura takes too long; no news page has more
_LONGEST_TITLE = 400  # characters
_FRAME = frozenset({"html", "head", "body"})
_UNSEEN = re.compile(r"\b(?:sr-only|screen-?reader(?:-text)?|visually-?hidden|vh-text|is-hidden)\b", re.I)
_FURNITURE = frozenset({"nav", "aside", "footer", "form", "figure", "button", "select", "label"})
_AROUND = re.compile(
    r"(?:\b|_)(?:ad|advert|advertisement|breadcrumb|caption|comment|cookie|disclaimer|footer|menu|most-(?:read|popular)|"
    r"nav|navigation|newsletter|promo|recommended|recommendation|related|share|sharing|sidebar|social|sponsor|sponsored|"
    r"subscribe|tag|teaser|toolbar|trending|widget)s?(?:\b|_)",
    re.I,
)
_LEAVES = ("p", "div", "section", "li", "blockquote", "h2", "h3", "h4", "pre", "td", "article", "dd")
_INSIDE = (*_LEAVES, "ul", "ol", "table", "h1", "main", "form", "figure")
_HEADINGS = ("h1", "h2", "h3", "h4")
_TEASER = 1_500  # characters; a link around more than that is an unclosed tag
_LINKED, _ALL_LINK = 0.5, 0.9  # share of a paragraph's characters in links: a menu; nothing but a link
_LONG_ENOUGH, _ENOUGH = 40, 5_000  # characters of a paragraph from which and up to which it weighs in
_MOST = 0.8  # share of that weight the article's element must hold
_SENTENCE_END = re.compile(r"[.?!:;…]['\"”’)\]]*$")
_ABOVE, _SHORT, _LONG = 8, 12, 15  # paragraphs and words: what is no copy above the copy, and what surely is
_GLUED_MARK = re.compile(r"^(\([A-Z]{2,12}\))(?=[^\W\d_])")
_FEW = 60  # words; a page that shows less may have its copy in JSON-LD only
_FAR_OFF = 0.4  # share by which the length of the copy may differ from what the page itself gives


@dataclass(frozen=True, slots=True)
class Copy:
    """The article's paragraphs with an empty line between them, and the short lines above it: section, byline, date."""

    text: str
    above: tuple[str, ...] = ()


def of_page(root: etree._Element, headline: str, stated: str = "") -> Copy:
    """The article on a page, without its headline; an empty text where there is none. Changes `root`.

    `stated` is the copy the page itself gives in JSON-LD: it decides between what the extractors found, and is taken
    where the page shows something else or next to nothing.
    """
    size = sum(1 for _ in root.iter())
    if size > _MOST_ELEMENTS:
        raise MalformedStory(f"refused: {size:,} elements, more than any news page has", "save the story's page")
    shown = (short_line(heading, _LONGEST_TITLE) for heading in root.iter(*_HEADINGS))
    titles = {fold(text) for text in (headline, *shown) if text}
    _prune(root)
    given = markup.from_html(stated) if stated else ""
    found = _parted(_by_trafilatura(root) if size <= _MANY_ELEMENTS else [], titles)
    if _doubtful(found, given):
        found = max(found, _parted(list(_own(root)), titles), key=lambda copy: _agreement(copy, given))
    if len(given.split()) >= 2 * _FEW and _doubtful(found, given, _FAR_OFF):
        return Copy(given, found.above)
    return found


def _doubtful(found: Copy, given: str, off: float = 0.15) -> bool:
    """Whether next to nothing was found, or something of another length than the page itself gives."""
    words, wanted = len(found.text.split()), len(given.split())
    return words < _FEW or (wanted >= 2 * _FEW and abs(words / wanted - 1) > off)


def _agreement(found: Copy, given: str) -> float:
    """How near the length is to what the page gives; where it gives none, the longer the better."""
    words, wanted = len(found.text.split()), len(given.split())
    return -abs(words - wanted) if wanted >= 2 * _FEW else words


def _prune(root: etree._Element) -> None:
    """Takes out what no reader sees and what leads elsewhere; text behind an element stays."""
    for element in list(root.iter()):
        if element.tag not in _FRAME and (_unseen(element) or _teaser(element)) and element.getparent() is not None:
            element.drop_tree()


def _unseen(element: etree._Element) -> bool:
    return (
        element.tag in _NEVER
        or markup.hidden(element)
        or _UNSEEN.search(element.get("class", "")[:_LONGEST_TITLE]) is not None
    )


def _teaser(element: etree._Element) -> bool:
    """A link around a whole block, or a paragraph that is nothing but a link: another story, not this one."""
    if element.tag == "a" and element.get("href"):
        holds_block = next(element.iter("p", "div", "li", *_HEADINGS), None) is not None
        return holds_block and length(element, _TEASER) < _TEASER
    return element.tag == "p" and _share_linked(element) > _ALL_LINK


def _share_linked(element: etree._Element) -> float:
    """The share of its text that is in links; 0 for an element longer than any teaser."""
    first = next(element.iter("a"), None)
    whole = length(element, _TEASER) if first is not None else _TEASER
    if whole >= _TEASER:
        return 0.0
    return sum(len(line(link)) for link in element.iter("a")) / max(len(line(element)), 1)


def _parted(paragraphs: list[str], titles: set[str]) -> Copy:
    """The copy, and what stands above it: headings and short lines without a full stop are none."""
    start = 0
    for number, paragraph in enumerate(paragraphs[:_ABOVE], 1):
        if fold(paragraph) in titles:
            start = number
        elif len(paragraph.split()) >= _LONG:
            break
    words = [len(paragraph.split()) for paragraph in paragraphs]
    if max(words[start : start + _ABOVE], default=0) >= _LONG:
        while words[start] <= _SHORT and not _SENTENCE_END.search(paragraphs[start]):
            start += 1
    text = "\n\n".join(_GLUED_MARK.sub(r"\1 ", paragraph) for paragraph in paragraphs[start:])
    return Copy(text, tuple(paragraphs[:start]))


@cache
def _trafilatura() -> ModuleType | None:
    """The extra, loaded when the first page is read: it takes longer to load than a page to parse."""
    return import_module("trafilatura") if find_spec("trafilatura") else None


def _by_trafilatura(root: etree._Element) -> list[str]:
    library = _trafilatura()
    if library is None:
        return []
    found = library.extract(root, output_format="txt", include_comments=False, fast=True)
    return [tidy for text in (found or "").split("\n") if (tidy := " ".join(text.split()).removeprefix("- "))]


def _own(root: etree._Element) -> Iterator[str]:
    """Paragraphs under the smallest element that holds most of the page's text in paragraphs."""
    leaves = _leaves(root)
    container = _container(root, leaves)
    inside = set(container.iter(*_LEAVES)) if container is not None else set()
    for leaf in leaves:
        if leaf in inside and (text := markup.text(leaf)):
            yield from text.split("\n\n")


def _leaves(root: etree._Element) -> list[etree._Element]:
    """Blocks that hold text and no further block, outside menus and other furniture, in order."""
    around: set[etree._Element] = set()
    leaves = []
    for element in root.iter(etree.Element):
        if element.getparent() in around or _is_furniture(element):
            around.add(element)
        elif element.tag in _LEAVES and next(element.iterdescendants(*_INSIDE), None) is None and not _is_menu(element):
            leaves.append(element)
    return leaves


def _is_furniture(element: etree._Element) -> bool:
    """Whether it is what surrounds an article: navigation, related stories, share buttons."""
    if element.tag in _FURNITURE:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_TITLE]
    return element.tag not in _FRAME and _AROUND.search(names) is not None


def _is_menu(element: etree._Element) -> bool:
    """Mostly links, and no sentence that merely holds one."""
    share = _share_linked(element)
    return share > _ALL_LINK or (share > _LINKED and not _SENTENCE_END.search(line(element)))


def _container(root: etree._Element, leaves: list[etree._Element]) -> etree._Element | None:
    """The last element, going down, that holds most of the text of the longer leaves; None where there are none."""
    weights = {leaf: count for leaf in leaves if (count := length(leaf, _ENOUGH)) >= _LONG_ENOUGH}
    total = sum(weights.values())
    if not total:
        return root
    for element in reversed(list(root.iter(etree.Element))):
        parent = element.getparent()
        if parent is not None and element in weights:
            weights[parent] = weights.get(parent, 0) + weights[element]
    return next((e for e in reversed(list(root.iter(etree.Element))) if weights.get(e, 0) >= _MOST * total), root)
