"""A person's word: it moves the claim, survives every re-run, is refused where it contradicts another."""

from __future__ import annotations

import pytest

from claims.desk import Desk
from claims.errors import NotFound, Refused
from claims.records import DecidedBy
from tests.desk.stories import at, attributed, imported

FIRE = [
    attributed(
        ("Lena Voss", f"the fire at the Alden paper mill {what}"),
        guid=f"fire-{n}",
        agency=agency,
        published=at(n),
        headline="Fire destroys paper mill in Alden",
    )
    for n, (agency, what) in enumerate(
        [("AFP", "is out"), ("BBC", "killed nobody"), ("Reuters", "began in the boiler room")]
    )
]
VOTE = attributed(
    ("Ada Renn", "the pension bill passed by two votes"),
    guid="vote",
    published=at(1),
    headline="Parliament of Corvania passes pension bill",
)


def home(desk: Desk, words: str) -> int:
    return next(c.event_id for c in desk.claims() if words in c.passage.text) or 0


def claim(desk: Desk, words: str) -> int:
    return next(c.id for c in desk.claims() if words in c.passage.text)


def rerun(desk: Desk) -> None:
    desk.regroup(apply=True)
    desk.reextract(apply=True)
    desk.regroup(apply=True)


def test_same_moves_a_claim_for_good(desk: Desk) -> None:
    imported(desk, *FIRE, VOTE)
    fire, vote = home(desk, "is out"), home(desk, "pension")
    assert fire != vote
    desk.judge(claim(desk, "pension"), fire, True, "the mill's pensions")
    rerun(desk)
    assert home(desk, "pension") == fire
    moved = next(c for c in desk.claims() if "pension" in c.passage.text)
    assert moved.decided_by is DecidedBy.HUMAN
    assert desk.show(f"C-{moved.id}").reason == "the mill's pensions"  # type: ignore[union-attr]


def test_different_bars_a_claim_for_good_and_anchors_the_event(desk: Desk) -> None:
    imported(desk, *FIRE)
    fire = home(desk, "is out")
    assert {c.event_id for c in desk.claims()} == {fire}
    desk.judge(claim(desk, "boiler"), fire, False)
    rerun(desk)
    assert home(desk, "boiler") != fire
    assert home(desk, "is out") == fire
    anchored = [c.passage.text for c in desk.claims() if c.decided_by is DecidedBy.HUMAN]
    assert anchored == ["the fire at the Alden paper mill is out"]


def test_the_contrary_of_a_decision_is_refused_and_names_who_took_it(desk: Desk) -> None:
    imported(desk, *FIRE, VOTE)
    fire, vote = home(desk, "is out"), home(desk, "pension")
    desk.judge(claim(desk, "boiler"), fire, True)
    with pytest.raises(Refused, match="mara decided"):
        desk.judge(claim(desk, "boiler"), fire, False)
    with pytest.raises(Refused, match=f"belongs to E-{fire}"):
        desk.judge(claim(desk, "boiler"), vote, True)
    desk.judge(claim(desk, "boiler"), fire, True)  # the same again changes nothing


def test_an_event_keeps_its_only_claim(desk: Desk) -> None:
    imported(desk, VOTE)
    with pytest.raises(Refused, match="only claim"):
        desk.judge(claim(desk, "pension"), home(desk, "pension"), False)


def test_what_is_not_there_cannot_be_judged(desk: Desk) -> None:
    imported(desk, VOTE)
    with pytest.raises(NotFound, match="C-99"):
        desk.judge(99, 1, True)
    with pytest.raises(NotFound, match="E-99"):
        desk.judge(claim(desk, "pension"), 99, True)


def test_an_emptied_event_points_to_its_heir(desk: Desk) -> None:
    imported(desk, *FIRE, VOTE)
    fire, vote = home(desk, "is out"), home(desk, "pension")
    desk.judge(claim(desk, "pension"), fire, True)
    assert desk.event(f"E-{vote}").id == fire
    assert [event.id for event in desk.events()] == [fire]


def test_a_correction_leaves_a_decision_where_it_is(desk: Desk) -> None:
    imported(desk, *FIRE, VOTE)
    fire = home(desk, "is out")
    desk.judge(claim(desk, "pension"), fire, True)
    newer = attributed(
        ("Ada Renn", "the pension bill passed by three votes"), guid="vote", published=at(3), headline=VOTE.headline
    )
    (outcome,) = imported(desk, newer)
    assert outcome.claims_changed == 1
    assert home(desk, "pension") == fire
