"""Factiva exports saved as HTML, in whatever language the screen had.

Two layouts are read: lines in a fixed order, and a table whose first column holds two-letter codes (HD, BY, PD …).
The language of an article is in the class of its element ("enArticle"), for its name is written in the screen's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, stand_in
from claims.wire.hint import Hint
from claims.wire.markup import line
from claims.wire.sniff import Clues

_ARTICLES = (
    "//*[starts-with(@id, 'article-')][not(ancestor::*[starts-with(@id, 'article-')])]",
    "//div[contains(concat(' ', @class, ' '), ' article ')][not(ancestor::div[contains(@class, 'article')])]",
)
_MARK = re.compile(r"""id=["']?article-|class=["']?article\b|articleParagraph""", re.I)
_LANGUAGE = re.compile(r"\b([a-z]{2})article\b", re.I)
_PARAGRAPH = "articleparagraph"
_DATE = re.compile(r"\d{1,2}\.? (?:de )?[^\W\d]+\.? (?:de )?\d{4}|[^\W\d]+ \d{1,2}, \d{4}|\d{4}年\d{1,2}月\d{1,2}日")
_TIME = re.compile(r"\d{1,2}:\d{2}(?: [AP]M)?", re.I)


def sniffer(clues: Clues) -> bool:
    """A page of Factiva's, with at least one article in it."""
    return clues.root == "html" and "factiva" in clues.text[:8_192].lower() and _MARK.search(clues.text) is not None


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each article as a story, in the order of the page. Raises MalformedStory where there is none."""
    parsed = xml.page(document.content)
    articles = parsed.root.xpath(_ARTICLES[0]) or parsed.root.xpath(_ARTICLES[1])
    if not articles:
        raise MalformedStory("no articles of a Factiva export in it")
    for number, article in enumerate(articles, 1):
        notes = parsed.warnings if number == 1 else ()
        yield or_problem(partial(_story, article, notes, document, hint), document, article.get("id") or f"{number}")


def _story(article: etree._Element, warnings: tuple[str, ...], document: Document, hint: Hint) -> Story:
    fields = _coded(article) or _lined(article)
    headline = _headline(article) or fields.get("HD", "")
    copy = "\n\n".join(filter(None, (line(found) for found in article.iter("p") if _is_copy(found))))
    body, notes = (copy, ()) if copy else stand_in(headline=headline)
    parts = Parts(
        body=body,
        headline=headline,
        agency=fields.get("SN"),
        guid=article.get("id", "").removeprefix("article-") or fields.get("AN", "").rpartition(" ")[2] or None,
        published=" ".join(filter(None, (fields.get("PD"), fields.get("ET")))) or None,
        byline=fields.get("BY", ""),
        credit_line=fields.get("CR", ""),
        language=_language(article) or fields.get("LA"),
        warnings=warnings + notes,
    )
    return story(parts, document, hint, "factiva-html")


def _is_copy(paragraph: etree._Element) -> bool:
    return _PARAGRAPH in paragraph.get("class", "").lower() and not markup.hidden(paragraph)


def _headline(article: etree._Element) -> str:
    return next((line(e) for e in article.iter() if "headline" in e.get("class", "").lower() and line(e)), "")


def _language(article: etree._Element) -> str | None:
    classes = (match for e in article.iter("div") if (match := _LANGUAGE.search(e.get("class", ""))))
    return next((match.group(1).lower() for match in classes), None)


def _coded(article: etree._Element) -> dict[str, str]:
    """The table of two-letter codes: {"HD": headline, "PD": date …}; empty where there is none."""
    rows = ([line(cell) for cell in row.iterchildren("td")] for row in article.iter("tr"))
    return {row[0]: row[1] for row in rows if len(row) == 2 and re.fullmatch(r"[A-Z]{2}", row[0])}


def _lined(article: etree._Element) -> dict[str, str]:
    """The lines above the copy, told apart by what they look like: the source follows date and time."""
    lines = [line(div) for div in article.iter("div") if not len(div)]
    author = next((line(div) for div in article.iter("div") if div.get("class") == "author"), "")
    dated = next((i for i, text in enumerate(lines) if _DATE.fullmatch(text)), None)
    if dated is None:
        return {"BY": author}
    after = lines[dated + 1 : dated + 3]
    time = after.pop(0) if after and _TIME.fullmatch(after[0]) else ""
    return {"BY": author, "PD": lines[dated], "ET": time, "SN": after[0] if after else ""}
