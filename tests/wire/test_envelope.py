from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.errors import MalformedStory, UnknownAgency
from claims.records import ClaimRow, Document, PubStatus, Story, StoryKind
from claims.text import Span
from claims.wire.envelope import Parts, story
from claims.wire.hint import Hint

BODY = (
    "OSLO, May 24 (Reuters) - The harbour was closed on Friday, its master said.\n\nShips waited for the storm to pass."
)


def made(parts: Parts, hint: Hint = Hint()) -> Story:  # noqa: B008 - frozen
    return story(parts, Document("wire.xml", b""), hint, "test")


def test_the_agency_of_the_input_goes_through_the_table() -> None:
    assert made(Parts(BODY, agency="The Associated Press")).agency == "AP"


def test_an_agency_the_table_does_not_know_is_kept_with_a_warning() -> None:
    found = made(Parts(BODY, agency="Meridian Press"))
    assert found.agency == "Meridian Press"
    assert "agency 'Meridian Press' is not in the table; added" in found.warnings


def test_the_option_overrules_the_input() -> None:
    assert made(Parts(BODY, agency="AFP"), Hint(agency="bbc")).agency == "BBC"


def test_an_option_the_table_does_not_know_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownAgency) as caught:
        made(Parts(BODY), Hint(agency="Reutters"))
    assert "Reuters" in str(caught.value.hint)


def test_the_dateline_names_the_sender_before_the_site_does() -> None:
    assert made(Parts(BODY, publisher="Springfield Courier", url="https://www.courier.example/a")).agency == "Reuters"


def test_the_site_names_the_sender_where_nothing_else_does() -> None:
    assert made(Parts("It rained all day.", url="https://www.bbc.co.uk/news/1")).agency == "BBC"
    assert made(Parts("It rained all day.", publisher="Springfield Courier")).agency == "Springfield Courier"


def test_one_credited_agency_is_the_sender_and_three_are_none() -> None:
    assert made(Parts("It rained all day.", credit_line="AFP")).agency == "AFP"
    found = made(Parts("It rained all day.", credit_line="News from BBC, AFP and Reuters"))
    assert found.agency is None
    assert found.credits == ("BBC", "AFP", "Reuters")
    assert "no agency named as its sender (it credits BBC, AFP, Reuters); filed under unknown" in found.warnings


def test_a_broken_address_is_no_site() -> None:
    assert made(Parts("It rained all day.", url="http://[")).agency is None


def test_a_time_is_parsed_and_its_missing_zone_kept_in_mind() -> None:
    found = made(Parts(BODY, published="2024-05-24 10:00"))
    assert (found.published, found.zone_known) == (datetime(2024, 5, 24, 10, tzinfo=UTC), False)


def test_the_option_stands_in_for_a_missing_date_only() -> None:
    option = Hint(date=datetime(2024, 5, 25, tzinfo=UTC))
    assert made(Parts(BODY), option).published == option.date
    assert made(Parts(BODY, published="2024-05-24"), option).published == datetime(2024, 5, 24, tzinfo=UTC)


def test_a_line_that_only_dates_a_text_dates_it_and_is_no_copy() -> None:
    line = "Published 12:04 GMT, 3 May 2024"
    found = made(Parts(f"Harbour closed by storm\n\n{line}\n\nBy Ann Lee\n\n{BODY}", plain=True))
    assert (found.headline, found.byline) == ("Harbour closed by storm", "By Ann Lee")
    assert found.published == datetime(2024, 5, 3, 12, 4, tzinfo=UTC)
    assert line in [found.body[a:b] for a, b in found.skip]


def test_nonsense_for_a_date_is_no_date_with_a_warning() -> None:
    found = made(Parts(BODY, published="yesterday"))
    assert found.published is None
    assert "'yesterday' is no date that can be read" in found.warnings


def test_an_embargo_is_told() -> None:
    found = made(Parts(BODY, embargoed="2099-01-01T00:00:00Z"))
    assert found.embargoed == datetime(2099, 1, 1, tzinfo=UTC)
    assert "embargoed until 2099-01-01 00:00 UTC" in found.warnings


def test_an_advisory_in_the_text_is_the_editors_note_and_no_copy() -> None:
    note = "(Corrects number of ships in paragraph 2)"
    found = made(Parts(f"{note}\n\n{BODY}"))
    assert (found.ed_note, found.kind) == (note, StoryKind.CORRECTED)
    assert Span(0, len(note)) in found.skip


def test_a_kill_needs_no_text() -> None:
    found = made(Parts("", headline="Floods kill 12", status="stat:canceled"))
    assert (found.body, found.status) == ("Floods kill 12", PubStatus.CANCELED)
    assert found.headline_span == Span(0, 14)


def test_any_other_story_does() -> None:
    with pytest.raises(MalformedStory, match="no text in it, only a headline"):
        made(Parts(" \n", headline="Floods kill 12"))


@pytest.mark.parametrize(
    "tail",
    [
        "# dpa NOTEBOOK\n\n## Contacts\nTel: 12345",
        "* * * *\nThe following information is not intended for publication\n\nTel: 12345",
        "The following information is not for publication: Tel 12345",
        "* * *\n## Editorial contacts\n- Editing by: Tel 12345",
    ],
)
def test_what_is_not_for_publication_is_never_kept(tail: str) -> None:
    assert made(Parts(f"{BODY}\n\n{tail}")).body == BODY


def test_three_stars_in_a_feature_end_nothing() -> None:
    feature = f"{BODY}\n\n* * *\n\nThe storm passed. The ships came in, one after the other, through the night."
    assert made(Parts(feature)).body == feature


def test_a_language_that_is_not_read_is_imported_and_not_extracted() -> None:
    german = (
        "Der Hafen war am Freitag geschlossen, sagte der Hafenmeister, und die Schiffe mussten auf das Ende warten."
    )
    found = made(Parts(german, language="de"))
    assert (found.language, found.extractable) == ("de", False)
    assert any("no claims are extracted from de" in note for note in found.warnings)


def test_a_text_that_is_too_long_is_imported_and_not_extracted() -> None:
    found = made(Parts(BODY), Hint(max_text=100))
    assert not found.extractable
    assert any("longer than --max-text 100" in note for note in found.warnings)


def test_an_agency_of_an_english_country_files_in_english_where_no_language_shows() -> None:
    assert made(Parts("Rovers 2 3\n\nUnited 1 1", agency="AP")).language == "en"
    assert made(Parts("Rovers 2 3\n\nUnited 1 1", agency="dpa")).language is None


def test_lone_surrogates_and_nuls_are_replaced_one_for_one() -> None:
    found = made(Parts("A \ud83d and a \x00 said no.", headline="bad \ud83d\x1b[2J half"))
    assert found.body == "A \ufffd and a \ufffd said no."
    assert found.headline == "bad \ufffd [2J half"
    assert "lone surrogates replaced by U+FFFD" in found.warnings


def test_fields_are_one_line_and_no_novels() -> None:
    found = made(Parts(BODY, headline="Floods\n kill\t12 ", byline="x" * 9_000))
    assert found.headline == "Floods kill 12"
    assert len(found.byline) == 4_000


def test_rows_that_came_attributed_are_left_alone() -> None:
    rows = (ClaimRow(Span(0, 14), "Ann Lee"),)
    found = made(Parts("It rained here", rows=rows, language="de"))
    assert (found.rows, found.extractable, found.skip, found.warnings) == (rows, True, (), ())
