from __future__ import annotations

from datetime import UTC, datetime

from claims.records import Problem, PubStatus, Story, StoryKind
from tests.wire.reading import one, read, refused

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
BODY = "<p>PORT ELLIS, May 24 (Reuters) - The ferry sank on Friday, police said.</p><p>Nobody was hurt.</p>"


def item(
    body: str = BODY,
    guid: str = "tag:reuters.com,2024:newsml_F1",
    item_class: str = "ninat:text",
    meta: str = "",
    content: str = "<headline>Ferry sinks off Port Ellis</headline>",
    status: str = "stat:usable",
    version: str = "3",
    content_set: str | None = None,
) -> str:
    inline = (
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<body>{body}</body></html></inlineXML>"
    )
    return (
        f'<newsItem {NAR} guid="{guid}" version="{version}" xml:lang="en-GB">'
        f'<itemMeta><itemClass qcode="{item_class}"/>'
        f'<provider literal="reuters.com"/><versionCreated>2024-05-24T10:00:00+02:00</versionCreated>'
        f'<pubStatus qcode="{status}"/>{meta}</itemMeta><contentMeta>{content}</contentMeta>'
        f"<contentSet>{inline if content_set is None else content_set}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><newsMessage {NAR}><header><sender>reuters.com</sender>'
        f"</header><itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def test_an_item_brings_its_fields() -> None:
    story = one(
        item(
            meta="<edNote>Adds quotes.</edNote><embargoed>2024-05-25T06:00:00Z</embargoed>",
            content="<headline role='hld:subHeadline'>Second</headline>"
            "<headline>Ferry sinks</headline><by>Ana Bell</by>"
            "<slugline separator='-'>FERRY-SINKS/</slugline><creditline>Reuters</creditline><language tag='en'/>",
        )
    )
    assert (story.format, story.agency, story.guid, story.version) == (
        "newsml-g2",
        "Reuters",
        "tag:reuters.com,2024:newsml_F1",
        "3",
    )
    assert (story.headline, story.byline, story.slugline) == ("Ferry sinks", "Ana Bell", "FERRY-SINKS/")
    assert story.published == datetime(2024, 5, 24, 8, tzinfo=UTC)
    assert story.embargoed == datetime(2024, 5, 25, 6, tzinfo=UTC)
    assert story.ed_note == "Adds quotes."
    assert story.language == "en"
    assert story.body.split("\n\n")[1] == "Nobody was hurt."


def test_the_place_comes_from_the_copy_where_the_dateline_field_holds_a_time() -> None:
    content = (
        "<headline>Ferry</headline><dateline>2024-05-24 10:00:00 GMT+00:00"
        "</dateline><located><name>Bangalore</name></located>"
    )
    story = one(item(content=content))
    assert (story.dateline, story.located) == ("PORT ELLIS", "Bangalore")


def test_a_kill_keeps_the_item_and_needs_no_text() -> None:
    slug = "<headline>Ferry sinks</headline><description role='descRole:caption'>FERRY/:Ferry sinks</description>"
    story = one(item(body="<p/>", status="stat:canceled", content=slug, version="1542761538"))
    assert (story.status, story.kind) == (PubStatus.CANCELED, StoryKind.KILL)
    assert (story.guid, story.version) == ("tag:reuters.com,2024:newsml_F1", "1542761538")
    assert story.body == "FERRY/:Ferry sinks"
    assert story.headline_span == (0, len(story.body))


def test_a_signal_of_a_correction_says_what_the_version_is() -> None:
    assert one(item(meta="<signal qcode='sig:correction'/>")).kind is StoryKind.CORRECTED
    assert one(item(meta="<signal qcode='edStat:C'/><signal qcode='pmt:text'/>")).kind is StoryKind.CORRECTED
    assert one(item(meta="<signal qcode='sig:update'/>")).kind is StoryKind.UPDATE


def test_prefixes_comments_and_an_odd_encoding_name_are_no_hindrance() -> None:
    text = message(item()).replace("<newsMessage xmlns=", "<ns0:newsMessage xmlns:ns0=", 1)
    text = text.replace("</newsMessage>", "</ns0:newsMessage>").replace("<header>", "<ns0:header>")
    text = text.replace("</header>", "</ns0:header>").replace("itemSet>", "ns0:itemSet>")
    text = text.replace('<?xml version="1.0"?>', "<?xml version='1.0' encoding='utf8'?><!-- NEP 2.10 -->")
    assert one(text).headline == "Ferry sinks off Port Ellis"


def test_many_items_in_a_file_are_many_stories_and_a_bad_one_costs_no_other() -> None:
    found = read(message(item(guid="urn:1"), f'<newsItem {NAR} guid="urn:2"/>', item(guid="urn:3")))
    assert [s.guid for s in found if isinstance(s, Story)] == ["urn:1", "urn:3"]
    assert [(p.where, p.message) for p in found if isinstance(p, Problem)] == [("urn:2", "no text in it")]


def test_what_has_no_text_beside_a_story_is_named_in_a_warning() -> None:
    picture = item(guid="urn:2", item_class="ninat:picture", content_set="<remoteContent href='a.jpg'/>")
    package = f'<packageItem {NAR} guid="urn:p"><itemMeta/></packageItem>'
    story = one(message(package, item(), picture, picture))
    assert any("package, picture (2)" in warning for warning in story.warnings)


def test_a_package_alone_is_refused() -> None:
    assert "package" in refused(f'<packageItem {NAR} guid="urn:p"><itemMeta/></packageItem>').message


def test_a_picture_alone_is_its_caption() -> None:
    content = (
        "<headline>Ferry</headline><description role='drol:caption'>The ferry lies on its side on Friday.</description>"
    )
    story = one(item(item_class="ninat:picture", content_set="<remoteContent href='a.jpg'/>", content=content))
    assert story.body == "The ferry lies on its side on Friday."
    assert "no text but the description" in story.warnings


def test_a_text_that_is_only_a_link_is_refused() -> None:
    assert (
        "link" in refused(item(content_set="<remoteContent contenttype='text/html' href='http://a.example/'/>")).message
    )


def test_an_alert_is_its_headline() -> None:
    story = one(item(body=""))
    assert story.body == "Ferry sinks off Port Ellis"
    assert "no text but the headline" in story.warnings


def test_an_item_without_an_id_is_told() -> None:
    assert any("no item id" in warning for warning in one(item().replace(" guid=", " x=")).warnings)


def test_the_copy_may_be_nitf_or_escaped_html_or_base64() -> None:
    nitf = (
        "<inlineXML><nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content>"
        "<p>Nobody was hurt.</p></body.content></body></nitf></inlineXML>"
    )
    html = "<inlineData contenttype='text/html'><![CDATA[<p>Nobody was <b>hurt</b>.</p>]]></inlineData>"
    coded = "<inlineData contenttype='text/plain' encoding='base64'>Tm9ib2R5IHdhcyBodXJ0Lg==</inlineData>"
    assert [one(item(content_set=copy)).body for copy in (nitf, html, coded)] == ["Nobody was hurt."] * 3


def test_an_unknown_provider_gives_way_to_the_sender_the_table_knows() -> None:
    text = message(item(guid="urn:x")).replace(
        '<provider literal="reuters.com"/>', '<provider qcode="p:1"><name>Robo Copy</name></provider>'
    )
    assert one(text).agency == "Reuters"
    alone = item(guid="urn:x").replace(
        '<provider literal="reuters.com"/>', '<provider qcode="p:1"><name>Robo Copy</name></provider>'
    )
    assert one(alone.replace("(Reuters) ", "")).agency == "Robo Copy"
