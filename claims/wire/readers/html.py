"""Saved news pages: what the page says of itself, and the article a reader sees.

The agency is who wrote the copy, not on whose site it stands: AP copy on a local paper's site is AP's, and the site is
kept in a warning. Error pages and login walls, which feed fetchers save under a story's name, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims import agencies
from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import paragraphs
from claims.wire import article, datelines, jsonld, pagemeta, scraps, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import known_agency
from claims.wire.hint import Hint
from claims.wire.markup import short_line
from claims.wire.sniff import Clues

_NO_STORY = re.compile(
    r"\b[45]\d\d\b.{0,40}\b(?:error|not found|gateway|forbidden|unavailable|time-?out|gone|denied|unauthorized)|"
    r"\b(?:page|document|file) (?:not found|cannot be found|no longer exists)|"
    r"access (?:to this page )?(?:has been )?denied|"
    r"^\W*(?:sign|log) ?in\b|just a moment|attention required|are you (?:a )?(?:human|robot)|robot check|"
    r"(?:enable|turn on|requires?) (?:cookies|javascript)|subscribe to (?:continue|read)|before you continue|"
    r"service (?:temporarily )?unavailable|bad gateway|internal server error|too many requests",
    re.I,
)
_ROOTS = frozenset(
    """html head body title meta link base style script div article main section header nav p h1 h2 span table center
    font blockquote ul ol a""".split()
)
_LITTLE = 120  # words; a page with more is a story, whatever its title says
_TITLE = 400  # characters
_BYLINE = re.compile(r"(?:by|von|par|por)\b[\s:]", re.I)
_CREDIT = 3  # words of a line above the copy that names who sent it: "AFP, MANILA"
_AGENCIES = ("agency",)


def sniffer(clues: Clues) -> bool:
    """A page, or a piece of one."""
    return clues.root in _ROOTS


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """One story. Raises MalformedStory where the page holds no article."""
    yield from page(document, hint, "html")


def page(document: Document, hint: Hint, format: str, declared: str | None = None, url: str = "") -> Iterator[Story]:
    """The story on a page that may have come in a mail or a web archive, which know its encoding and address."""
    parsed = xml.page(document.content, declared)
    meta = pagemeta.of_page(parsed.root)
    reviews = _reviews(parsed)
    title = " ".join((meta.headline, *(short_line(found, _TITLE) for found in parsed.root.iter("title", "h1"))))
    found = article.of_page(parsed.root, meta.headline, meta.body)
    if not found.text or (len(found.text.split()) < _LITTLE and _NO_STORY.search(f"{title} {found.text[:500]}")):
        raise MalformedStory("no article text: an error page, a login wall or a page of links", "save the story's page")
    parts = _parts(meta, found, url)
    parts = replace(parts, warnings=parsed.warnings + meta.warnings + reviews)
    yield _carried(story(parts, document, hint, format), meta, parts)


def _parts(meta: pagemeta.PageMeta, found: article.Copy, url: str) -> Parts:
    address = meta.url or url
    blocks = paragraphs(found.text)
    dateline = datelines.find(found.text, blocks)
    site = known_agency(address) or next((known for name in meta.publishers if (known := known_agency(name))), None)
    credited = (text for text in found.above if _BYLINE.match(text) or len(text.split()) <= _CREDIT)
    author = _author_agency((*meta.authors, *meta.bylines, *credited)) or _agency_of(meta.publishers[:1])
    byline = " ".join(next((text for text in (*found.above, *meta.bylines) if _BYLINE.match(text)), "").split())
    return Parts(
        body=found.text,
        headline=meta.headline,
        agency=author or (None if dateline and dateline.mark else site),
        publisher=site or next((name for name in meta.publishers if len(name) > 4), None),
        guid=address or None,
        version=meta.modified if meta.modified != meta.published else None,
        published=meta.published or None,
        byline=", ".join(n for n in meta.authors if n not in meta.publishers and not _agency_of((n,))) or byline,
        skip=scraps.find(found.text, blocks),
        language=meta.language or None,
        url=address or None,
    )


def _author_agency(names: tuple[str, ...]) -> str | None:
    """The news agency that is the author, or named in a byline: "By Ana Bell, Associated Press", "AFP, MANILA"."""
    if found := _agency_of(names):
        return found
    named = (agency for name in names if len(name) < 120 for _, agency in agencies.mentions(name))
    return next((agency.short for agency in named if agency.kind in _AGENCIES), None)


def _agency_of(names: tuple[str, ...]) -> str | None:
    known = (agencies.find(name) for name in names)
    return next((agency.short for agency in known if agency and agency.kind in _AGENCIES), None)


def _carried(found: Story, meta: pagemeta.PageMeta, parts: Parts) -> Story:
    """With a warning that names the site, where the copy is an agency's."""
    site = known_agency(parts.url or "") or (meta.publishers[-1] if meta.publishers else "")
    if not found.agency or not site or known_agency(site) == found.agency or site == found.agency:
        return found
    if _agency_of((found.agency,)) is None:
        return found
    return replace(found, warnings=(*found.warnings, f"{found.agency} copy on the site of {site}"))


def _reviews(parsed: xml.Parsed) -> tuple[str, ...]:
    things, _ = jsonld.objects(jsonld.blocks(parsed.root))
    count = sum(1 for thing in things if "claimreview" in jsonld.types(thing))
    return (f"a fact-check of {count} claim(s): --format claimreview imports those",) if count else ()
