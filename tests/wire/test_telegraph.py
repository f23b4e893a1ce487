"""ANPA 1312, IPTC 7901, ZCZC and press releases: envelopes are cut off, and nothing in between moves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.records import Problem, Story, StoryKind
from tests.wire.reading import one, read

IPTC = (
    "\x01eca0003 3 i 38  dpa 0045\r\n\r\nPorts/storms/\r\n\x02REFILE\r\n1ST LEAD\r\nHarbour closed by storm\r\n"
    "By dpa correspondents =\r\n\r\nOslo (dpa) - The harbour was closed on Friday, its master\r\nsaid, until the "
    "storm had passed.\r\n\r\nShips waited.\r\n\r\n# dpa NOTEBOOK\r\n\r\n* * * *\r\nThe following "
    "information is not intended for publication\r\nTel: 555\r\n\x03212322 GMT Nov 18\r\n\x04"
)
ANPA = (
    "\x16\x16\x01z6715\x1f_-----\r\nr z\x13\x11 BC-Storm 1stLd-Writethru   02-20 0500\r\n"
    "\x02^BC-EU--Storm, 1st Ld-Writethru,416<\r\n^Harbour closed by storm<\r\n^AP Photo XY105, XY106<\r\n"
    "^Eds: Updates with quotes.<\r\n^By ANN LEE=\r\n^Associated Press=\r\n"
    "\t   OSLO (AP) _ The harbour was closed on Friday, its master said, until the storm had passed over the coast, "
    "and nobody knew when that would be.\r\n\t   ``We wait,'' he said.\r\n\r\n\t   \x03AP-WF-02-20-16 "
    "0337GMT<\r\n\x0c\r\n\x04"
)
AAP = (
    "ZCZC AAP\r\n%A\r\n#Storm_BC1\r\n$Harbour closed in Qld\r\n:(CAIRNS)\r\n&AAPIS\\Leea\r\n*07000000\r\n@QLD\r\n"
    "* The harbour is closed, its master says.\r\n\r\n   Ships wait outside.\r\n\r\nAAP RTV\r\nNNNN\r\n"
)


def test_iptc_7901_gives_headline_byline_advisory_and_time() -> None:
    story = one(IPTC)
    assert (story.format, story.agency, story.headline) == ("iptc7901", "dpa", "Harbour closed by storm")
    assert (story.byline, story.ed_note) == ("By dpa correspondents", "REFILE / 1ST LEAD")
    assert (story.kind, story.slugline, story.dateline) == (StoryKind.REFILE, "Ports/storms/", "Oslo")
    assert (story.published, story.zone_known) == (datetime(2018, 11, 21, 23, 22, tzinfo=UTC), True)


def test_iptc_7901_keeps_the_text_as_sent_and_nothing_that_is_not_for_publication() -> None:
    assert one(IPTC).body == (
        "Oslo (dpa) - The harbour was closed on Friday, its master\r\n"
        "said, until the storm had passed.\r\n\r\nShips waited."
    )


def test_a_spool_file_holds_several_transmissions_and_a_bad_one_costs_the_others_nothing() -> None:
    found = read(
        IPTC + "\x01eca0004 3 i 38  dpa 0045\r\n\x02\x03212322 GMT Nov 18\r\n\x04" + IPTC.replace("storm", "flood")
    )
    assert [type(made) for made in found] == [Story, Problem, Story]
    assert isinstance(found[1], Problem)
    assert found[1].where == "transmission 2"


@pytest.mark.parametrize(("month", "number"), [("Okt", 10), ("Dez", 12), ("Mai", 5), ("Mär", 3), ("Nov", 11)])
def test_iptc_7901_has_german_months(month: str, number: int) -> None:
    published = one(IPTC.replace("GMT Nov", f"MEZ {month}").encode()).published
    assert published is not None
    assert published.month == number


def test_a_time_without_a_zone_is_marked() -> None:
    story = one(IPTC.replace("GMT Nov", "Nov"))
    assert (story.published, story.zone_known) == (datetime(2018, 11, 21, 23, 22, tzinfo=UTC), False)


def test_a_transmission_without_an_end_mark_is_read_with_a_warning() -> None:
    story = one(IPTC.partition("\x03")[0])
    assert story.body.startswith("Oslo (dpa)")
    assert any("no end mark" in note for note in story.warnings)


def test_a_service_number_that_comes_again_every_day_is_no_identity() -> None:
    assert one(IPTC).guid is None
    assert one(ANPA).guid is None


def test_anpa_1312_gives_headline_byline_advisory_slugline_and_time() -> None:
    story = one(ANPA)
    assert (story.format, story.agency, story.headline) == ("anpa1312", "AP", "Harbour closed by storm")
    assert (story.byline, story.ed_note) == ("By ANN LEE", "Eds: Updates with quotes.")
    assert (story.slugline, story.kind) == ("BC-EU--Storm, 1st Ld-Writethru", StoryKind.WRITETHRU)
    assert story.published == datetime(2016, 2, 20, 3, 37, tzinfo=UTC)


def test_anpa_1312_keeps_the_text_as_sent() -> None:
    story = one(ANPA)
    assert story.body.startswith("OSLO (AP) _ The harbour")
    assert story.body.endswith("\r\n\t   ``We wait,'' he said.")


def test_a_table_without_a_headline_has_none() -> None:
    story = one(ANPA.replace("^Harbour closed by storm<\r\n", ""))
    assert story.headline == ""
    assert any("no headline" in note for note in story.warnings)


def test_zczc_gives_what_the_marks_of_aap_say() -> None:
    story = one(AAP)
    assert (story.format, story.agency, story.headline) == ("zczc", "AAP", "Harbour closed in Qld")
    assert (story.slugline, story.located) == ("Storm_BC1", "CAIRNS")


def test_a_bullet_is_copy_and_no_header_line() -> None:
    story = one(AAP)
    assert story.body == "* The harbour is closed, its master says.\r\n\r\n   Ships wait outside.\r\n\r\nAAP RTV"
    assert [story.body[a:b] for a, b in story.skip] == ["AAP RTV"]


def test_several_telegrams_in_one_file_are_several_stories() -> None:
    assert [made.origin for made in read(AAP + AAP.replace("Ships", "Boats"), "spool.tst")] == ["spool.tst"] * 2


def test_a_telegram_without_its_end_is_read_with_a_warning() -> None:
    story = one(AAP.replace("NNNN", ""))
    assert "no NNNN: the telegram may be cut short" in story.warnings


def test_a_telegram_without_marks_has_its_headline_in_the_text() -> None:
    story = one("ZCZC\r\nHarbour closed by storm\r\n\r\nOSLO, May 3 (Kyodo) - Ships waited outside.\r\nNNNN\r\n")
    assert (story.headline, story.agency) == ("Harbour closed by storm", "Kyodo")


def test_the_header_of_a_press_release_is_cut_off_in_front() -> None:
    story = one(
        "Source: Harbour Ltd. \r\nMEDIA RELEASE PR1234\r\nHarbour buys crane for all the ships that wait outside \r\n"
        "and names it\r\n\r\nOSLO, Norway, Feb. 1, 2017 /PRNewswire-AsiaNet/ --\r\n\r\n"
        "Harbour Ltd. today bought a crane.\r\n\r\nIt is blue.\r\n"
    )
    assert story.headline == "Harbour buys crane for all the ships that wait outside and names it"
    assert story.body.startswith("Harbour Ltd. today bought a crane.")
    assert (story.agency, story.dateline) == ("PR Newswire", "OSLO, Norway")
    assert (story.published, story.zone_known) == (datetime(2017, 2, 1, tzinfo=UTC), False)


def test_a_dateline_that_opens_the_copy_of_a_press_release_stays() -> None:
    story = one(
        "FOR IMMEDIATE RELEASE\n\nHarbour buys crane\n\nOSLO (PRNewswire) - The harbour bought one.\n\nIt is blue.\n"
    )
    assert story.body.startswith("OSLO (PRNewswire) - The")
    assert story.headline == "Harbour buys crane"


def test_plain_text_is_never_cut_or_moved() -> None:
    text = "Harbour closed\r\n\r\nBy Ann Lee\r\n\r\nOSLO (AP) — It rained.\u2028\r\n\r\nShare this\r\n"
    assert one(text).body == text


def test_a_nul_becomes_u_fffd_one_for_one() -> None:
    story = one("The har\x00bour was closed on Friday.\x00\x00")
    assert story.body == "The har\ufffdbour was closed on Friday.\ufffd\ufffd"
    assert "NUL characters replaced by U+FFFD" in story.warnings


def test_the_results_desk_marks_its_headline_otherwise() -> None:
    story = one(
        "ZCZC\r\n$S\r\n:ROWING\r\n=RESULT\r\n^Rowing results from Oslo\r\n*T\r\n&S\r\nRovers 1\r\nUnited 2\r\nNNNN\r\n"
    )
    assert (story.headline, story.slugline) == ("Rowing results from Oslo", "ROWING")
    assert story.body == "Rovers 1\r\nUnited 2"


def test_anpa_without_its_synchronous_idles_is_no_iptc_7901() -> None:
    assert one(ANPA.lstrip("\x16")).format == "anpa1312"
