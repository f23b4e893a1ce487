from __future__ import annotations

import json

from claims.records import Story
from claims.text import Span
from tests.wire.reading import one, read, refused

REVIEW = {
    "@type": "ClaimReview",
    "url": "https://factcheck.afp.com/1",
    "claimReviewed": "No ferry sank in Port Ellis.",
    "datePublished": "2024-05-26",
    "author": {"@type": "Organization", "name": "AFP"},
    "reviewRating": {"@type": "Rating", "ratingValue": "1", "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"name": " Ana Bell"}, "datePublished": "2024-05-25"},
}


def test_a_review_is_a_claim_with_who_made_it() -> None:
    story = one(json.dumps(REVIEW))
    assert (story.format, story.agency, story.guid) == ("claimreview", "AFP", "https://factcheck.afp.com/1#claim-1")
    assert story.body == "No ferry sank in Port Ellis."
    assert [(row.span, row.claimant) for row in story.rows] == [(Span(0, len(story.body)), "Ana Bell")]
    assert story.ed_note == "AFP rates it: False"
    assert story.published is not None
    assert story.published.date().isoformat() == "2024-05-25"


def test_reviews_are_found_in_a_page_and_in_a_feed_of_reviews() -> None:
    page = (
        f'<html><script type="application/ld+json">{json.dumps({"@graph": [REVIEW, REVIEW]})}</script><p>x</p></html>'
    )
    assert len(read(page, format="claimreview")) == 2
    feed = {"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}, {"item": [REVIEW, REVIEW]}]}
    assert sum(isinstance(story, Story) for story in read(json.dumps(feed), format="claimreview")) == 3


def test_a_review_without_a_claim_is_told_and_a_page_without_reviews_refused() -> None:
    assert "without the claim" in refused(json.dumps(REVIEW | {"claimReviewed": ""}), format="claimreview").message
    assert "no ClaimReview" in refused("<p>Nothing here.</p>", format="claimreview").message
    assert "cannot be read" in refused("[" * 100_000, format="claimreview").message
