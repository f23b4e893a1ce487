from __future__ import annotations

from datetime import UTC, datetime

from claims.records import PubStatus, StoryKind
from tests.wire.reading import one, refused

HEAD = (
    '<docdata management-status="usable"><doc-id id-string="F1" regsrc="AP"/><du-key key="K" version="4"/>'
    '<date.issue norm="20240524T100000Z"/><ed-msg info="Eds: Adds quotes."/></docdata>'
)
BODY_HEAD = (
    "<hedline><hl1>Ferry sinks</hl1><hl2>Nobody hurt</hl2></hedline>"
    "<byline>By Ana Bell<byttl>AP Writer</byttl></byline>"
    "<distributor>The Associated Press</distributor><dateline><location><city>Port Ellis"
    "</city><country>X</country></location></dateline>"
)
COPY = "<p>The <location>ferry</location> sank on <chron>Friday</chron>,<br/>police said.</p><p>Nobody was hurt.</p>"


def nitf(copy: str = COPY, head: str = HEAD, body_head: str = BODY_HEAD) -> str:
    return (
        f"<nitf><head><title>T</title>{head}</head><body><body.head>{body_head}"
        f"</body.head><body.content>{copy}</body.content></body></nitf>"
    )


def test_a_story_brings_its_fields() -> None:
    story = one(nitf())
    assert (story.format, story.agency, story.guid, story.version) == ("nitf", "AP", "F1", "4")
    assert (story.headline, story.byline, story.dateline) == ("Ferry sinks", "By Ana Bell AP Writer", "Port Ellis")
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)
    assert story.ed_note == "Eds: Adds quotes."
    assert story.body == "The ferry sank on Friday,\npolice said.\n\nNobody was hurt."


def test_a_time_without_a_zone_stays_without() -> None:
    assert one(nitf(head='<docdata><date.issue norm="20240524T100000"/></docdata>')).zone_known is False


def test_the_status_withdraws_a_story() -> None:
    story = one(nitf(head=HEAD.replace("usable", "canceled")))
    assert (story.status, story.kind) == (PubStatus.CANCELED, StoryKind.KILL)


def test_a_release_after_the_issue_is_an_embargo() -> None:
    later = HEAD.replace("<ed-msg", '<date.release norm="20240601T060000Z"/><ed-msg')
    assert one(nitf(head=later)).embargoed == datetime(2024, 6, 1, 6, tzinfo=UTC)
    assert one(nitf(head=later.replace("20240601T060000Z", "YYYYMMDD000000-HHMM"))).embargoed is None


def test_the_lead_that_an_archive_gives_twice_is_read_once() -> None:
    twice = (
        "<block class='lead_paragraph'><p>The ferry sank.</p></block><block class='full_text'>"
        "<p>The ferry sank.</p><p>More.</p></block>"
    )
    assert one(nitf(twice)).body == "The ferry sank.\n\nMore."


def test_the_sender_may_stand_in_many_places() -> None:
    for head in (
        '<docdata><doc.copyright holder="Australian Associated Press"/></docdata>',
        '<docdata><doc-id id-string="AAP.123.456"/></docdata>',
        '<docdata><del-list><from-src src-name="AAP"/></del-list></docdata>',
    ):
        assert one(nitf(head=head, body_head="<hedline><hl1>Ferry sinks</hl1></hedline>")).agency == "AAP"


def test_a_namespace_and_an_outside_document_type_are_no_hindrance() -> None:
    text = nitf().replace("<nitf>", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">')
    story = one(
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-3.dtd">'
        + text.replace("sank", "sank &mdash; slowly &mdash;")
    )
    assert story.body.startswith("The ferry sank — slowly — on Friday")


def test_a_story_without_copy_is_its_abstract_or_refused() -> None:
    story = one(nitf("", body_head=BODY_HEAD + "<abstract><p>The ferry sank.</p></abstract>"))
    assert story.body == "The ferry sank."
    assert "no text" in refused(nitf("", body_head="", head="").replace("<title>T</title>", "")).message


def test_a_story_without_an_id_is_told() -> None:
    assert any("no item id" in warning for warning in one(nitf(head="")).warnings)
