from __future__ import annotations

from datetime import UTC, datetime

from claims.records import Story
from tests.wire.reading import one, read, refused

ARTICLE = (
    "<article><accessionNo>TASS1</accessionNo><baseLanguage>EN</baseLanguage>"
    "<headline><paragraph><hlt>Ferry</hlt> sinks</paragraph></headline>"
    "<leadParagraph><paragraph>The ferry sank on Friday.</paragraph></leadParagraph>"
    "<publicationDate><dateTime>2024-05-24T10:00:00Z</dateTime></publicationDate><sourceName>TASS</sourceName>"
    "<tailParagraphs><paragraph>Nobody was hurt.</paragraph><paragraph display='Preserved'>A\n\nB"
    "</paragraph></tailParagraphs></article>"
)


def test_an_article_in_xml_brings_its_fields() -> None:
    xml = (
        f'\ufeff<?xml version="1.0"?><PPSResponse>'
        f'<r xmlns="http://global.factiva.com/pps/2.0">{ARTICLE}</r></PPSResponse>'
    )
    story = one(xml)
    assert (story.format, story.guid, story.agency, story.language) == ("factiva-xml", "TASS1", "TASS", "en")
    assert (story.headline, story.body) == ("Ferry sinks", "The ferry sank on Friday.\n\nNobody was hurt.\n\nA\n\nB")
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)
    assert refused("<PPSResponse><x/></PPSResponse>").message == "no article in it"


def page(*articles: str) -> str:
    return f"<html><head><title>Factiva</title></head><body>{''.join(articles)}</body></html>"


def lined(number: int, *lines: str) -> str:
    divs = "".join(f"<div>{line}</div>" for line in lines)
    copy = "".join(
        f'<p class="articleParagraph enarticleParagraph">{text}  </p>' for text in ("The ferry sank.", "Nobody hurt.")
    )
    return (
        f'<div id="article-T{number}" class="article"><div class="article enArticle"><div>Foreign Desk; 1</div>'
        f'<div id="hd"><span class="enHeadline">Ferry sinks  </span></div>'
        f'<div class="author">By ANA BELL</div>{divs}{copy}'
        f"<p>Harbour Times (Full Text)</p><p>Dokument T{number}</p></div></div>"
    )


def test_an_article_in_html_is_read_in_whatever_language_the_screen_had() -> None:
    german = lined(1, "877 Wörter", "24 Mai 2024", "TASS World Service", "TASS", "Englisch", "Copyright 2024")
    english = lined(2, "877 words", "24 May 2024", "18:04", "TASS World Service", "TASS", "English", "(c) 2024")
    first, second = (story for story in read(page(german, english)) if isinstance(story, Story))
    assert (first.format, first.guid, first.headline, first.byline) == (
        "factiva-html",
        "T1",
        "Ferry sinks",
        "By ANA BELL",
    )
    assert first.body == "The ferry sank.\n\nNobody hurt."
    assert first.language == "en"
    assert (first.published, second.published) == (
        datetime(2024, 5, 24, tzinfo=UTC),
        datetime(2024, 5, 24, 18, 4, tzinfo=UTC),
    )
    assert first.agency == second.agency == "TASS World Service"


def test_an_article_in_html_may_be_a_table_of_codes() -> None:
    rows = {"HD": "Ferry sinks", "BY": "Ana Bell", "PD": "24 May 2024", "ET": "18:04", "SN": "TASS", "LA": "English"}
    table = "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, value in rows.items())
    copy = '<tr><td><b>LP</b></td><td><p class="articleParagraph">The ferry sank.</p></td></tr>'
    story = one(page(f'<div id="article-T1" class="article"><table>{table}{copy}</table></div>'))
    assert (story.headline, story.byline, story.agency, story.language) == ("Ferry sinks", "Ana Bell", "TASS", "en")
    assert story.body == "The ferry sank."
