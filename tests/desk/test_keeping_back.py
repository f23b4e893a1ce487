"""The words of killed copy come to nobody who did not ask for them, wherever the desk shows it."""

from __future__ import annotations

import pytest

from claims.desk import Desk
from claims.desk.filters import ClaimFilter
from claims.desk.views import ClaimView, StoryView
from claims.records import Imported, PubStatus, StoryKind
from tests.desk.stories import at, attributed, imported, story

WORDS = "the mill's manager had been arrested"
TOLD = attributed(("Orlo police", WORDS), guid="mill", headline="Manager of Orlo mill arrested")
KILL = story(
    "Withdrawn.",
    guid="mill",
    published=at(1),
    status=PubStatus.CANCELED,
    kind=StoryKind.KILL,
    headline="KILL: Orlo mill",
)


@pytest.fixture
def killed(desk: Desk) -> tuple[Desk, Imported]:
    return desk, imported(desk, TOLD, KILL)[-1]


def test_an_import_of_a_kill_names_the_claims_and_not_their_words(killed: tuple[Desk, Imported]) -> None:
    told = "\n".join(killed[1].notes)
    assert "C-1 withdrawn: (not shown)" in told
    assert "arrested" not in told


def test_show_list_and_diff_keep_killed_words_back_unless_asked(killed: tuple[Desk, Imported]) -> None:
    desk = killed[0]
    for asked in (False, True):
        claim = desk.show("C-1", include_withheld=asked)
        shelf = desk.show("S-1", include_withheld=asked)
        assert isinstance(claim, ClaimView)
        assert isinstance(shelf, StoryView)
        listed = list(desk.claims(ClaimFilter(withdrawn=True, include_withheld=asked)))
        diff = desk.diff("S-1", include_withheld=asked)
        for shown in (claim, shelf, shelf.versions, listed, diff):
            assert ("arrested" in repr(shown)) is asked


def test_others_who_still_carry_killed_words_are_named_without_them(desk: Desk) -> None:
    other = attributed(("Orlo police", WORDS), agency="BBC", guid="mill-bbc", published=at(0.5), credits=("AFP",))
    (*_, kill) = imported(desk, TOLD, other, KILL)
    assert "arrested" not in "\n".join(kill.notes)


def test_an_older_version_that_comes_late_wants_no_look(desk: Desk) -> None:
    *_, late = imported(desk, KILL, TOLD)
    assert (late.status, late.supersedes, late.needs_review) == ("version", None, 0)
