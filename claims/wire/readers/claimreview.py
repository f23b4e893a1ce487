"""ClaimReview (https://schema.org/ClaimReview): the claims that fact-checkers reviewed, each with who made it.

Read from a page's JSON-LD or from a JSON file or feed of reviews. The claim comes attributed already; the verdict is
kept in the editor's note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from claims.errors import MalformedStory
from claims.records import ClaimRow, Document, Problem, Story
from claims.text import Span
from claims.wire import jsonld, xml
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem, sender
from claims.wire.hint import Hint
from claims.wire.sniff import Clues


def sniffer(clues: Clues) -> bool:
    """JSON whose first record is a review; a page with a review is a page first."""
    return "claimreviewed" in clues.keys


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each review as a story of one claim. Raises MalformedStory where there is none."""
    things, notes = jsonld.objects(_texts(document.content))
    reviews = [thing for thing in things if "claimReviewed" in thing or "claimreview" in jsonld.types(thing)]
    if not reviews:
        raise MalformedStory(notes[0] if notes else "no ClaimReview in it")
    for number, review in enumerate(reviews, 1):
        yield or_problem(partial(_story, review, number, document, hint), document, f"review {number}")


def _texts(content: bytes) -> Iterable[str]:
    text = decode(content).text.lstrip()
    return (text,) if text[:1] in ("{", "[") else tuple(jsonld.blocks(xml.page(content).root))


def _story(review: jsonld.Object, number: int, document: Document, hint: Hint) -> Story:
    claim = jsonld.line(review.get("claimReviewed"))
    if not claim:
        raise MalformedStory("a review without the claim it reviews")
    item = _object(review.get("itemReviewed"))
    url = jsonld.line(review.get("url"))
    parts = Parts(
        body=claim,
        headline=jsonld.line(review.get("headline")) or jsonld.line(review.get("name")),
        agency=sender(jsonld.line(review.get("author")), jsonld.line(review.get("publisher")), url),
        guid=f"{url}#claim-{number}" if url else None,
        published=jsonld.line(item.get("datePublished")) or jsonld.line(review.get("datePublished")) or None,
        ed_note=_verdict(review),
        language=jsonld.line(review.get("inLanguage")) or None,
        url=url or None,
        rows=(ClaimRow(Span(0, len(claim)), claimant=jsonld.line(item.get("author")) or None),),
    )
    return story(parts, document, hint, "claimreview")


def _object(value: object) -> jsonld.Object:
    """The object, or the first of a list of them."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _verdict(review: jsonld.Object) -> str:
    """ "AFP rates it: False"; "" without a rating in words."""
    rating = _object(review.get("reviewRating"))
    verdict = jsonld.line(rating.get("alternateName")) or jsonld.line(rating.get("name"))
    return f"{jsonld.line(review.get('author')) or 'the reviewer'} rates it: {verdict}" if verdict else ""
