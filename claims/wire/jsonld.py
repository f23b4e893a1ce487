"""What a page says of itself in JSON-LD (https://schema.org/NewsArticle), read as the hint it is.

Real pages carry JSON-LD that is broken, nested ten thousand deep, or of other shapes than the standard's: any value
may be a string, an object with a name, a list of either, or null. What cannot be read costs the page nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from lxml import etree

_ARTICLES = frozenset(
    """advertisercontentarticle analysisnewsarticle article askpublicnewsarticle backgroundnewsarticle blogposting
    claimreview liveblogposting newsarticle opinionnewsarticle report reportagenewsarticle reviewnewsarticle
    scholarlyarticle socialmediaposting techarticle""".split()
)
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_MOST_OBJECTS = 500
_LONGEST = 2_000_000
_NESTS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "dataFeedElement", "item", "review")

Object = dict[str, Any]


def blocks(root: etree._Element) -> Iterator[str]:
    """The text of each JSON-LD script of a page."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            yield _WRAPPING.sub("", "".join(script.itertext()))


def objects(texts: Iterable[str]) -> tuple[tuple[Object, ...], tuple[str, ...]]:
    """All objects of the blocks, outer ones first, and a warning where a block cannot be read."""
    found: list[Object] = []
    notes: list[str] = []
    for text in texts:
        try:
            found.extend(_flat(json.loads(text[:_LONGEST], strict=False)))
        except (ValueError, RecursionError):
            notes.append("its JSON-LD cannot be read")
    return tuple(found[:_MOST_OBJECTS]), tuple(dict.fromkeys(notes))


def _flat(value: Any) -> Iterator[Object]:
    """Objects in lists and graphs; iterative, and only so many."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        first = waiting.pop(0)
        if isinstance(first, list):
            waiting.extend(first[:_MOST_OBJECTS])
        elif isinstance(first, dict):
            yield first
            waiting.extend(first[key] for key in _NESTS if isinstance(first.get(key), (dict, list)))


def types(thing: Object) -> frozenset[str]:
    """The names of its types, lower case, without a vocabulary's address."""
    value = thing.get("@type")
    named = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1].lower() for name in named if isinstance(name, str))


def articles(found: Iterable[Object]) -> tuple[Object, ...]:
    """The objects that are an article, those with a headline and a date first."""
    wanted = [thing for thing in found if types(thing) & _ARTICLES]
    return tuple(sorted(wanted, key=lambda thing: -("headline" in thing) - ("datePublished" in thing)))


def line(value: Any) -> str:
    """A value as one line: the first string there is, in it or under its name or @value; "" for none."""
    return next(iter(lines(value)), "")


def lines(value: Any) -> tuple[str, ...]:
    """All strings a value holds: of a list its members', of an object its name."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < _MOST_OBJECTS:
        first = waiting.pop(0)
        if isinstance(first, str):
            found.append(" ".join(unescape(first).split()))
        elif isinstance(first, list):
            waiting = [*first[:_MOST_OBJECTS], *waiting]
        elif isinstance(first, dict):
            waiting.insert(0, first.get("name") or first.get("@value"))
    return tuple(text for text in found if text)
