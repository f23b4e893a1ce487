"""What a page says of itself: JSON-LD, meta elements, link and time elements, in the order they are trusted.

JSON-LD is trusted before Open Graph before the visible page, but a date with a time of day before one without: the
hour decides which version is newer. Names of the meta elements are those met on real news sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from claims.wire import jsonld
from claims.wire.fields import known_agency
from claims.wire.markup import short_line

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:datepublished", "datepublished", "og:pubdate",
    "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "sailthru.date", "parsely-pub-date",
    "article.published", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date", "datecreated", "date",
    "cxenseparse:recs:publishtime", "displaydate", "revision_date", "article_date_original", "og:updated_time",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title", "title")
_AUTHORS = (
    "byl", "author", "article:author_name", "sailthru.author", "parsely-author", "dc.creator", "article:author",
    "og:article:author", "dcterms.creator", "author.name",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_SUFFIX = re.compile(r"\s[|–—»·:-]\s(?=[^|–—»·]*$)")
_SHOWN = ("a", "address", "b", "cite", "div", "em", "li", "p", "span", "strong", "td")
_NAMED = re.compile(r"\b(?:by-?line|author)s?\b", re.I)
_PLACED = re.compile(r"[A-Z][\w ]{1,20}, [A-Z][A-Z .'’-]{2,30}")
_LONGEST_BYLINE, _LONGEST_TITLE = 100, 400  # characters
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}")
_WEB = re.compile(r"https?://[^\s<>\"']{3,2000}$", re.I)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's own words about its story; "" and () where it has none."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()  # as the page shows them: "AFP, MANILA", "By Ana Bell"
    publishers: tuple[str, ...] = ()  # the article's own first, then the site's
    language: str = ""
    url: str = ""
    body: str = ""  # JSON-LD's articleBody
    warnings: tuple[str, ...] = ()


def of_page(root: etree._Element) -> PageMeta:
    """All of it. Raises nothing, whatever stands in the page."""
    things, notes = jsonld.objects(jsonld.blocks(root))
    articles = jsonld.articles(things)
    metas = _metas(root)
    publishers = tuple(
        _unique((*_of(articles, "publisher", "provider", "sourceOrganization"), *_named(metas, _PUBLISHERS)))
    )
    return PageMeta(
        headline=_headline(root, articles, metas, publishers),
        published=_published(root, articles, metas),
        modified=next(iter(_of(articles, "dateModified")), "") or metas.get("article:modified_time", ""),
        authors=tuple(_unique(_authors(articles, metas))),
        bylines=tuple(_unique(_bylines(root))),
        publishers=publishers,
        language=_language(root, articles, metas),
        url=_url(root, articles, metas),
        body=next((text for article in articles if isinstance(text := article.get("articleBody"), str)), ""),
        warnings=notes,
    )


def _metas(root: etree._Element) -> dict[str, str]:
    """The first content of each meta name, property or itemprop, lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or meta.get("value") or "").split())
        for kind in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(kind)):
                found.setdefault(name.strip().lower(), content)
    return found


def _of(articles: Iterable[jsonld.Object], *keys: str) -> Iterator[str]:
    return (text for article in articles for key in keys for text in jsonld.lines(article.get(key)))


def _named(metas: dict[str, str], names: Iterable[str]) -> Iterator[str]:
    return (metas[name] for name in names if name in metas)


def _headline(
    root: etree._Element, articles: tuple[jsonld.Object, ...], metas: dict[str, str], publishers: tuple[str, ...]
) -> str:
    if found := next(_of(articles, "headline"), ""):
        return found
    visible = (short_line(shown, _LONGEST_TITLE) for name in ("h1", "title") for shown in root.iter(name))
    for title in (*_named(metas, _TITLES), *visible):
        if title:
            return _without_site(title, publishers)
    return next(_of(articles, "name"), "")


def _without_site(title: str, publishers: tuple[str, ...]) -> str:
    """A title without the site's name behind it: "Oil falls - Reuters", but not "A city on the brink | Editorial"."""
    cut = _SUFFIX.search(title)
    if cut is None:
        return title
    site = title[cut.end() :].strip()
    named = any(site.casefold() in name.casefold() or name.casefold() in site.casefold() for name in publishers if name)
    return title[: cut.start()].strip() if named or known_agency(site) else title


def _published(root: etree._Element, articles: tuple[jsonld.Object, ...], metas: dict[str, str]) -> str:
    """The first date with a time of day; a time element counts only for a day that the page names itself, if any."""
    stated = [*_of(articles, "datePublished", "dateCreated"), *_named(metas, _PUBLISHED)]
    shown = [time.get("datetime", "").strip() for time in root.iter("time")]
    day = stated[0][:10] if stated else ""
    dates = [*stated, *(date for date in shown if date.startswith(day))]
    return next((date for date in dates if _TIME_OF_DAY.search(date)), dates[0] if dates else "")


def _authors(articles: tuple[jsonld.Object, ...], metas: dict[str, str]) -> Iterator[str]:
    stated = tuple(_of(articles, "author", "creator")) or tuple(_named(metas, _AUTHORS))
    for name in stated:
        if not _WEB.match(name) and not name.startswith("@"):
            yield name


def _bylines(root: etree._Element) -> Iterator[str]:
    """The first element that is named a byline, and lines of an agency and a place, as Asian papers have them."""
    named = False
    for element in root.iter(*_SHOWN):
        text = element.text or ""
        if len(text) < _LONGEST_BYLINE and _PLACED.fullmatch(" ".join(text.split())):
            yield text
        if not named and _NAMED.search(
            f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('rel', '')}"
        ):
            shown = short_line(element, _LONGEST_BYLINE, " ")
            named = bool(shown)
            if named:
                yield shown


def _language(root: etree._Element, articles: tuple[jsonld.Object, ...], metas: dict[str, str]) -> str:
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metas.get("content-language"),
        metas.get("og:locale"),
        next(_of(articles, "inLanguage"), None),
        metas.get("dc.language"),
    )
    return next((text.strip() for text in stated if text and text.strip()), "")


def _url(root: etree._Element, articles: tuple[jsonld.Object, ...], metas: dict[str, str]) -> str:
    canonical = (link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical")
    stated = (*canonical, metas.get("og:url", ""), *_of(articles, "url"))
    return next((text.strip() for text in stated if _WEB.match(text.strip())), "")


def _unique(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(name.strip() for name in names if name.strip()))
