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

from claims.text import fold
from claims.wire import markup
from claims.wire.markup import line, local

_NEVER = frozenset({"script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg"})
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
_INSIDE = frozenset({*_LEAVES, "ul", "ol", "table", "h1", "main", "form", "figure"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_TEASER = 1_500  # characters; a link around more than that is an unclosed tag
_LINKED, _ALL_LINK = 0.5, 0.9  # share of a paragraph's characters in links: a menu; nothing but a link
_LONG_ENOUGH = 40  # characters of a paragraph that weighs in finding the article
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
    titles = {fold(text) for text in (headline, *(line(h) for h in root.iter(*_HEADINGS))) if text}
    _prune(root)
    given = markup.from_html(stated) if stated else ""
    found = _parted(_by_trafilatura(root), titles)
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
    return element.tag in _NEVER or markup.hidden(element) or _UNSEEN.search(element.get("class", "")) is not None


def _teaser(element: etree._Element) -> bool:
    """A link around a whole block, or a paragraph that is nothing but a link: another story, not this one."""
    if element.tag == "a" and element.get("href"):
        return next(element.iter("p", "div", "li", *_HEADINGS), None) is not None and len(line(element)) < _TEASER
    return element.tag == "p" and _share_linked(element) > _ALL_LINK


def _share_linked(element: etree._Element) -> float:
    links = sum(len(line(link)) for link in element.iter("a"))
    return links / max(len(line(element)), 1) if links else 0.0


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
    for leaf in _leaves(_container(root)):
        if text := markup.text(leaf):
            yield from text.split("\n\n")


def _leaves(root: etree._Element) -> Iterator[etree._Element]:
    """Blocks that hold text and no further block, outside menus and other furniture."""
    for element in root.iter(*_LEAVES):
        if any(local(inner) in _INSIDE for inner in element.iterdescendants()):
            continue
        if not _around(element) and not _is_menu(element):
            yield element


def _is_menu(element: etree._Element) -> bool:
    """Mostly links, and no sentence that merely holds one."""
    share = _share_linked(element)
    return share > _ALL_LINK or (share > _LINKED and not _SENTENCE_END.search(line(element)))


def _container(root: etree._Element) -> etree._Element:
    weights: dict[etree._Element, int] = {}
    total = 0
    for leaf in _leaves(root):
        if (length := len(line(leaf))) < _LONG_ENOUGH:
            continue
        total += length
        for above in leaf.iterancestors():
            weights[above] = weights.get(above, 0) + length
    holding = [element for element, weight in weights.items() if weight >= _MOST * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=root)


def _around(element: etree._Element) -> bool:
    """Whether it stands in what surrounds an article: navigation, related stories, share buttons."""
    for above in (element, *element.iterancestors()):
        name = local(above)
        if name in _FURNITURE or name == "body":
            return name != "body"
        if name != "html" and _AROUND.search(f"{above.get('class', '')} {above.get('id', '')}"):
            return True
    return False
