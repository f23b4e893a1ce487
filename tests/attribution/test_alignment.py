"""Identity of claims across the versions of a story."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from claims.attribution import align
from claims.records import Link, Passage, Polarity, SourceKind
from claims.text import Span


def passage(
    text: str, claimant: str = "the mayor", polarity: Polarity = Polarity.ASSERTS, name: str | None = None
) -> Passage:
    link = Link(claimant, SourceKind.PERSON, (), (), (Span(0, len(text)),))
    return Passage(text, (link,), (claimant,), polarity=polarity, external_id=name)


def known(*passages: Passage) -> list[tuple[int, Passage]]:
    return list(enumerate(passages, start=1))


def test_a_changed_figure_is_the_same_claim() -> None:
    assert align(
        [passage("at least 14 people died in the flood")], known(passage("at least 12 people died in the flood"))
    ) == (1,)


def test_another_speaker_a_denial_and_other_words_are_new_claims() -> None:
    before = known(passage("the dam has broken"))
    assert align([passage("the dam has broken", polarity=Polarity.DENIES)], before) == (None,)
    assert align([passage("the dam had broken", claimant="Olga Brandt")], before) == (None,)
    assert align([passage("trains run again since noon")], before) == (None,)


def test_a_fuller_name_is_the_same_speaker() -> None:
    assert align([passage("the dam has broken", "Igor Lapin")], known(passage("the dam had broken", "Lapin"))) == (1,)


def test_rows_with_other_ids_stay_different_claims() -> None:
    assert align([passage("the dam has broken", name="b")], known(passage("the dam has broken", name="a"))) == (None,)


_TEXTS = st.lists(
    st.sampled_from(["the dam broke", "the dam has broken", "12 died", "14 died", "trains run"]), max_size=6
)


@given(_TEXTS, _TEXTS, st.randoms())
def test_every_id_is_given_once_and_the_order_of_the_known_does_not_matter(
    new: list[str], old: list[str], random: Random
) -> None:
    before = known(*map(passage, old))
    shuffled: Sequence[tuple[int, Passage]] = sorted(before, key=lambda _: random.random())
    result = align(list(map(passage, new)), before)
    given_away = [i for i in result if i is not None]
    assert len(given_away) == len(set(given_away))
    assert result == align(list(map(passage, new)), shuffled)


@given(_TEXTS)
def test_an_unchanged_story_keeps_every_identity(texts: list[str]) -> None:
    passages = list(map(passage, texts))
    assert None not in align(passages, known(*passages))
