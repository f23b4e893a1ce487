"""Factiva's XML (PPS responses): articles with lead and tail paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import markup, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, stand_in
from claims.wire.hint import Hint
from claims.wire.markup import line
from claims.wire.sniff import root

_COPY = ("leadParagraph", "tailParagraphs")


sniffer = root("PPSResponse", "ppsArticleResponse", "ppsarticleResultSet", "ppsarticle")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each article as a story, in the order of the file. Raises MalformedStory where there is none."""
    parsed = xml.parse(document.content)
    articles = list(parsed.root.iter("{*}article"))
    if not articles:
        raise MalformedStory("no article in it")
    for number, article in enumerate(articles, 1):
        where = line(article.find("{*}accessionNo")) or f"article {number}"
        yield or_problem(partial(_story, article, parsed.warnings, document, hint), document, where)


def _story(article: etree._Element, warnings: tuple[str, ...], document: Document, hint: Hint) -> Story:
    headline = line(article.find("{*}headline"))
    copy = "\n\n".join(filter(None, map(_paragraph, _paragraphs(article))))
    body, notes = (copy, ()) if copy else stand_in(headline=headline)
    parts = Parts(
        body=body,
        headline=headline,
        headline_span=None if copy else Span(0, len(body)),
        agency=line(article.find("{*}sourceName")) or line(article.find("{*}publisherName")) or None,
        guid=line(article.find("{*}accessionNo")) or None,
        published=_published(article),
        byline=line(article.find("{*}byline")) or line(article.find("{*}author")),
        credit_line=line(article.find("{*}credit")),
        ed_note=line(article.find("{*}corrections"), " "),
        language=line(article.find("{*}baseLanguage")) or None,
        warnings=warnings + notes,
    )
    return story(parts, document, hint, "factiva-xml")


def _paragraphs(article: etree._Element) -> Iterator[etree._Element]:
    for name in _COPY:
        for part in article.iterfind(f"{{*}}{name}"):
            yield from part.iter("{*}paragraph")


def _paragraph(paragraph: etree._Element) -> str:
    preserved = paragraph.get("display", "").lower() in ("fixed", "preserved")
    return markup.from_plain("".join(paragraph.itertext())) if preserved else line(paragraph)


def _published(article: etree._Element) -> str | None:
    day = line(article.find("{*}publicationDate"), " ")
    time = line(article.find("{*}publicationTime"))
    return " ".join(filter(None, (day, time))) or None
