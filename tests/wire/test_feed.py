from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime

from claims import wire
from claims.records import Document, Problem, Story
from tests.wire.reading import one, read, refused

ITEM = (
    "<item><title>Ferry &lt;b&gt;sinks&lt;/b&gt; &amp;amp; burns</title>"
    "<description>&lt;p&gt;The ferry sank.&lt;/p&gt;&lt;p&gt;Nobody hurt.&lt;/p&gt;</description>"
    "<link>https://www.reuters.com/ferry</link><guid>urn:f:1</guid>"
    "<pubDate>Fri, 24 May 2024 10:00:00 GMT</pubDate></item>"
)


def rss(*items: str, title: str = "Harbour Feed") -> str:
    return (
        f'<?xml version="1.0"?>'
        f'<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel><title>{title}</title><language>en-gb</language>{''.join(items)}</channel></rss>"
    )


def test_an_item_is_a_story() -> None:
    story = one(rss(ITEM))
    assert (story.format, story.guid, story.agency, story.language) == ("feed", "urn:f:1", "Reuters", "en")
    assert (story.headline, story.body) == ("Ferry sinks & burns", "The ferry sank.\n\nNobody hurt.")
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)
    assert story.url == "https://www.reuters.com/ferry"


def test_the_longest_text_of_an_item_is_its_copy_and_captions_are_none() -> None:
    item = ITEM.replace(
        "<link>",
        "<content:encoded><![CDATA[<p>The ferry sank on Friday, police said on the quay.</p>]]></content:encoded>"
        "<media:description>A picture of the ferry that is much longer than the copy of this item is."
        "</media:description><link>",
    )
    assert one(rss(item)).body == "The ferry sank on Friday, police said on the quay."


def test_an_item_without_text_is_its_headline() -> None:
    story = one(rss("<item><title>Ferry sinks</title><link>https://a.example/1</link></item>"))
    assert (story.body, story.guid) == ("Ferry sinks", "https://a.example/1")
    assert "no text but the headline" in story.warnings


def test_the_agency_is_whose_page_is_linked_else_the_source_else_the_feed() -> None:
    unknown = ITEM.replace("https://www.reuters.com/ferry", "https://a.example/ferry")
    assert one(rss(unknown)).agency == "Harbour"
    assert (
        one(rss(unknown.replace("<guid>", "<source url='https://bbc.co.uk/feed'>Harbour Desk</source><guid>"))).agency
        == "BBC"
    )
    assert one(rss(unknown, title="TASS &gt; Top Stories")).agency == "TASS"


def test_an_atom_entry_is_a_story_and_its_change_a_version() -> None:
    story = one(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>AP RSS</title><entry>'
        '<id>urn:e</id><title type="html">Ferry &amp;mdash; sinks</title>'
        '<link rel="self" href="https://x.example/self"/><link href="https://apnews.com/e"/>'
        "<author><name>Ana Bell</name></author>"
        "<published>2024-05-24T10:00:00Z</published><updated>2024-05-24T11:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry sank.'
        "</p><p>Nobody hurt.</p></div></content></entry></feed>"
    )
    assert (story.guid, story.headline, story.byline) == ("urn:e", "Ferry — sinks", "Ana Bell")
    assert (story.url, story.version, story.agency) == ("https://apnews.com/e", "2024-05-24T11:00:00Z", "AP")
    assert story.body == "The ferry sank.\n\nNobody hurt."
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)


def test_an_rdf_feed_names_its_channel_beside_its_items() -> None:
    story = one(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel rdf:about='https://a.example/'><title>TASS</title><dc:language>en</dc:language></channel>"
        "<item rdf:about='https://a.example/1'><title>Ferry sinks</title><description>The ferry sank."
        "</description><dc:date>2024-05-24T10:00:00Z</dc:date></item></rdf:RDF>"
    )
    assert (story.guid, story.agency, story.language) == ("https://a.example/1", "TASS", "en")


def test_a_feed_that_breaks_off_gives_what_came_before_and_says_so() -> None:
    found = read(rss(ITEM, ITEM.replace("urn:f:1", "urn:f:2"))[: -len("</channel></rss>")])
    assert [s.guid for s in found if isinstance(s, Story)] == ["urn:f:1", "urn:f:2"]
    assert [("2 entries" in p.message, p.where) for p in found if isinstance(p, Problem)] == [(True, "line 1")]


def test_a_feed_is_as_safe_as_any_other_xml() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + rss(ITEM)[21:].replace("Ferry", "&b;")
    assert "entities" in refused(bomb).message


def test_a_feed_without_entries_is_refused() -> None:
    assert refused(rss()).message == "a feed without entries"


def test_thousands_of_items_leave_the_memory_flat() -> None:
    document = Document("feed.xml", rss(*(ITEM.replace("urn:f:1", f"urn:f:{n}") for n in range(4_000))).encode())
    tracemalloc.start()
    try:
        assert sum(isinstance(story, Story) for story in wire.read(document)) == 4_000
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()
