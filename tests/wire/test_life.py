from __future__ import annotations

import pytest

from claims.records import PubStatus, StoryKind
from claims.text import paragraphs
from claims.wire.life import Wording, advisory, of


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("UPDATE 2-Floods kill 12", StoryKind.UPDATE),
        ("WRAPUP 3-Floods kill 12", StoryKind.UPDATE),
        ("CORRECTED-Floods kill 12", StoryKind.CORRECTED),
        ("CORRECTED-UPDATE 1-Floods kill 12", StoryKind.CORRECTED),
        ("BRIEF-CORRECTED-(OFFICIAL)-Harbour buys crane", StoryKind.CORRECTED),
        ("CORRECTED (OFFICIAL)-Floods kill 12", StoryKind.CORRECTED),
        ("Correction: Floods story", StoryKind.CORRECTED),
        ("REFILE-UPDATE 3-Floods kill 12", StoryKind.REFILE),
        ("Soccer-REFILE-Rovers win", StoryKind.REFILE),
        ("RPT-Floods kill 12", StoryKind.REPEAT),
        ("KILL: Floods kill 12", StoryKind.KILL),
        ("STORY WITHDRAWN", StoryKind.KILL),
        ("HOLD-Floods kill 12", StoryKind.HOLD),
        ("RELEASE-Floods kill 12", StoryKind.RELEASE),
    ],
)
def test_a_tag_before_the_headline_says_what_the_version_is(headline: str, kind: StoryKind) -> None:
    assert of(Wording(headline=headline)).kind is kind


@pytest.mark.parametrize(
    "headline",
    [
        "Kill zone: five dead in harbour",
        "Kill Bill - a review",
        "Hold the line: what comes next",
        "Corrections officer shot",
        "Police: corrected toll is five",
        "Repeat offender jailed",
        "Press release: harbour opens",
        "Withdrawn troops return",
    ],
)
def test_words_of_a_headline_are_no_tag(headline: str) -> None:
    assert of(Wording(headline=headline)).kind is StoryKind.NEW


@pytest.mark.parametrize(
    ("slugline", "kind"),
    [
        ("BC-EU--Floods, 3rd Ld-Writethru", StoryKind.WRITETHRU),
        ("BC-EU--Floods 1stLd-Writethru", StoryKind.WRITETHRU),
        ("BC-EU--Floods, 2nd Ld", StoryKind.LEAD),
        ("BC-EU--Floods, BULLETIN KILL", StoryKind.KILL),
        ("FLOODS-EUROPE/UPDATE 3", StoryKind.UPDATE),
        ("EU--Police Kill", StoryKind.NEW),
        ("RANSOM-HOLD/", StoryKind.NEW),
        ("EU--Hostages, Release", StoryKind.NEW),
    ],
)
def test_a_slugline_says_it_behind_a_comma_or_a_stroke(slugline: str, kind: StoryKind) -> None:
    assert of(Wording(slugline=slugline)).kind is kind


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("(Corrects number of wounded in paragraph 3)", StoryKind.CORRECTED),
        ("(In Jan. 3 story, corrects last paragraph to read 12, not 21)", StoryKind.CORRECTED),
        ("(This version CORRECTS the name of the port)", StoryKind.CORRECTED),
        ("(This May 3 story has been refiled to fix spelling)", StoryKind.REFILE),
        ("(Adds quotes, background)", StoryKind.UPDATE),
        ("Eds: UPDATES with quotes. With AP Photos.", StoryKind.UPDATE),
        ("Eds: With AP Photos.", StoryKind.NEW),
    ],
)
def test_an_advisory_is_found_and_says_what_the_version_is(note: str, kind: StoryKind) -> None:
    body = f"{note}\n\nOSLO (AP) - It rained."
    found = advisory(body, paragraphs(body))
    assert found is not None
    assert body[found.start : found.end] == note
    assert of(Wording(note=note)).kind is kind


@pytest.mark.parametrize(
    "text", ["(Reuters) - It rained.", "Ed: I never said that.", "(He laughed)", "It rained (a lot)."]
)
def test_other_brackets_are_no_advisory(text: str) -> None:
    assert advisory(text, paragraphs(text)) is None


@pytest.mark.parametrize(
    "opening",
    [
        "STORY WITHDRAWN",
        "Please do not use.",
        "KILL",
        "EDITORS: Please kill the story slugged Floods.",
        "This story has been withdrawn.",
        "The Floods story sent at 10:00 is wrong and is withdrawn. There will be no substitute.",
    ],
)
def test_a_short_text_that_orders_it_is_a_kill(opening: str) -> None:
    lived = of(Wording(opening=opening, length=len(opening)))
    assert (lived.kind, lived.status) == (StoryKind.KILL, PubStatus.CANCELED)


def test_the_same_words_in_a_long_story_kill_nothing() -> None:
    assert of(Wording(opening="This story has been withdrawn.", length=5_000)).kind is StoryKind.NEW
    retracted = "The article was retracted by the journal."
    assert of(Wording(opening=retracted, length=len(retracted))).kind is StoryKind.NEW


def test_metadata_count_more_than_wording() -> None:
    lived = of(Wording(headline="UPDATE 2-Floods"), kind="corrected", status="stat:usable")
    assert (lived.kind, lived.status) == (StoryKind.CORRECTED, PubStatus.USABLE)


def test_a_kind_given_as_status_is_the_kind() -> None:
    assert of(Wording(), status="corrected").kind is StoryKind.CORRECTED


@pytest.mark.parametrize(
    "status", ["stat:canceled", "canceled", "cancelled", "http://cv.iptc.org/newscodes/pubstatus/canceled"]
)
def test_what_is_canceled_is_a_kill(status: str) -> None:
    lived = of(Wording(headline="Floods"), status=status)
    assert (lived.kind, lived.status) == (StoryKind.KILL, PubStatus.CANCELED)


def test_what_is_held_is_withheld() -> None:
    assert of(Wording(), kind="hold").status is PubStatus.WITHHELD
    assert of(Wording(), status="withheld").status is PubStatus.WITHHELD


def test_an_unknown_status_is_usable_with_a_warning() -> None:
    lived = of(Wording(), status="stat:banana")
    assert lived.status is PubStatus.USABLE
    assert "banana" in lived.warnings[0]
