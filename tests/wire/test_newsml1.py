from __future__ import annotations

from datetime import UTC, datetime

from claims.records import Problem, PubStatus, Story, StoryKind
from tests.wire.reading import one, read, refused

COPY = (
    "<nitf><body><body.content><p>The ferry sank on Friday, police said.</p><p>ab/cd</p></body.content></body></nitf>"
)
LINES = (
    "<HeadLine>Ferry sinks</HeadLine><DateLine>PORT ELLIS, May 24, 2024 (AFP) -"
    "</DateLine><SlugLine>Ferry-sinks</SlugLine>"
)


def component(
    copy: str = COPY, role: str = "Main", language: str = "en", lines: str = LINES, medium: str = "Text"
) -> str:
    return (
        f'<NewsComponent><Role FormalName="{role}"/><NewsLines>{lines}</NewsLines>'
        f'<DescriptiveMetadata><Language FormalName="{language}"/></DescriptiveMetadata>'
        f'<ContentItem><MediaType FormalName="{medium}"/><DataContent>{copy}'
        f"</DataContent></ContentItem></NewsComponent>"
    )


def item(
    *components: str, number: str = "F1", revision: str = "2", management: str = "", status: str = "Usable"
) -> str:
    return (
        "<NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20240524</DateId>"
        f'<NewsItemId>{number}</NewsItemId><RevisionId PreviousRevision="1" Update="N">{revision}</RevisionId>'
        f"<PublicIdentifier>urn:newsml:afp.com:20240524:{number}:{revision}"
        f"</PublicIdentifier></NewsIdentifier></Identification>"
        f"<NewsManagement><FirstCreated>20240524T080000Z</FirstCreated>"
        f"<ThisRevisionCreated>20240524T100000+0200</ThisRevisionCreated>"
        f'<Status FormalName="{status}"/>{management}</NewsManagement>'
        f'<NewsComponent xml:lang="en">{"".join(components)}</NewsComponent></NewsItem>'
    )


def newsml(*items: str) -> str:
    return f'<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope/>{"".join(items)}</NewsML>'


def test_an_item_brings_its_fields() -> None:
    story = one(newsml(item(component())))
    assert (story.format, story.agency, story.guid, story.version) == (
        "newsml1",
        "AFP",
        "urn:newsml:afp.com:20240524:F1",
        "2",
    )
    assert (story.headline, story.slugline, story.language) == ("Ferry sinks", "Ferry-sinks", "en")
    assert story.published == datetime(2024, 5, 24, 8, tzinfo=UTC)
    assert story.body.startswith("The ferry sank on Friday")


def test_an_identifier_is_made_of_its_parts_where_none_is_public() -> None:
    text = newsml(item(component())).replace(
        "<PublicIdentifier>urn:newsml:afp.com:20240524:F1:2</PublicIdentifier>", ""
    )
    assert one(text).guid == "urn:newsml:afp.com:20240524:F1"


def test_headlines_summaries_and_tweets_of_their_own_are_no_body() -> None:
    parts = (
        component("Short.", "TweetText"),
        component("Sub.", "SubHeadLine"),
        component(role="Body"),
        component(".p{}", "StyleSheet"),
    )
    assert one(newsml(item(*parts))).body.startswith("The ferry sank")
    assert "Short" not in one(newsml(item(*parts))).body


def test_of_several_languages_english_is_taken_and_the_others_named() -> None:
    story = one(
        newsml(
            item(
                component("<p>Le ferry a coulé.</p>", language="fr"),
                component(),
                component("<p>Gesunken.</p>", language="de"),
            )
        )
    )
    assert story.body.startswith("The ferry sank")
    assert any("other languages left out: fr, de" in warning for warning in story.warnings)


def test_a_caption_is_the_text_where_there_is_no_other() -> None:
    picture = (
        '<NewsComponent><Role FormalName="main"/><ContentItem Href="a.jpg">'
        '<MediaType FormalName="Photo"/></ContentItem></NewsComponent>'
    )
    story = one(newsml(item(component(role="Caption", lines=""), picture)))
    assert story.body.startswith("The ferry sank")
    assert "no text but a caption" in story.warnings


def test_an_instruction_and_a_status_say_what_the_version_is() -> None:
    assert (
        one(newsml(item(component(), management='<Instruction FormalName="Correction"/>'))).kind is StoryKind.CORRECTED
    )
    killed = one(newsml(item(component("<p/>"), status="Canceled")))
    assert (killed.status, killed.kind, killed.body) == (PubStatus.CANCELED, StoryKind.KILL, "Ferry sinks")


def test_an_embargo_ends_when_the_status_will_change() -> None:
    change = (
        "<StatusWillChange><FutureStatus FormalName='Usable'/>"
        "<DateAndTime>20240601T060000Z</DateAndTime></StatusWillChange>"
    )
    story = one(newsml(item(component(), status="Embargoed", management=change)))
    assert story.embargoed == datetime(2024, 6, 1, 6, tzinfo=UTC)
    assert story.status is PubStatus.WITHHELD


def test_copy_in_escaped_html_is_read_as_html() -> None:
    assert one(newsml(item(component("<![CDATA[<P>Nobody was hurt.</P>\n<P> </P>]]>")))).body == "Nobody was hurt."


def test_a_bad_item_costs_no_other() -> None:
    found = read(newsml(item(component(), number="F1"), item(component("<p/>", lines=""), number="F2")))
    assert [s.guid for s in found if isinstance(s, Story)] == ["urn:newsml:afp.com:20240524:F1"]
    assert [p.where for p in found if isinstance(p, Problem)] == ["urn:newsml:afp.com:20240524:F2"]


def test_an_update_instruction_without_a_text_says_what_to_do() -> None:
    text = newsml(item()).replace(
        '<NewsComponent xml:lang="en"></NewsComponent>', "<Update><Delete DuidRef='a'/></Update>"
    )
    assert "update instruction" in refused(text).message


def test_a_file_without_items_is_refused() -> None:
    assert refused("<NewsML><NewsEnvelope/></NewsML>").message == "no NewsItem in it"
