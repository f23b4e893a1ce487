from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.meaning import Meaning, describe
from claims.records import ClaimKind, Modality, Polarity
from claims.text import Span
from tests.attribution.claims_of import claims_of

PUBLISHED = datetime(2024, 3, 23, 9, 0, tzinfo=UTC)  # a Saturday


def meaning(marked: str) -> Meaning:
    """The meaning of a claim marked in its sentence: <content>, {cue}."""
    text, content, cue, at = "", [], [], {}
    for char in marked:
        if char in "<{":
            at[char] = len(text)
        elif char == ">":
            content.append(Span(at["<"], len(text)))
        elif char == "}":
            cue.append(Span(at["{"], len(text)))
        else:
            text += char
    return describe(text, tuple(content), tuple(cue), Span(0, len(text)), PUBLISHED)


@pytest.mark.parametrize(
    "marked",
    [
        "The ministry {denied} <any role in the raid>.",
        "The mayor {rejected} <the accusation>.",
        "The company {ruled out} <sabotage>.",
        "The general {dismissed} <the report as fiction>.",
        "The party {called} <it a lie>.",
        "Norland has {never accepted} <that verdict>.",
        "The army {said} <it had nothing to do with the attack>.",
        "“<We never fired at the hospital>,” the commander {said}.",
    ],
)
def test_a_denial_or_rejection_denies(marked: str) -> None:
    assert meaning(marked).polarity is Polarity.DENIES


@pytest.mark.parametrize(
    "marked",
    [
        "The ministry {said} <two bridges were destroyed>.",
        "The mayor {did not deny} <that money had changed hands>.",
        "The shipper {rejected} this: <every crate had been opened and weighed>, it said.",
        "Villagers {said} <there was no warning before the flood came>.",
        "The minister {vowed} <never to let it happen again>.",
        "The coach {said} <not only the roof but the stairs had burned>.",
    ],
)
def test_what_is_put_forward_is_asserted(marked: str) -> None:
    assert meaning(marked).polarity is Polarity.ASSERTS


@pytest.mark.parametrize(
    "marked",
    [
        "The premier {thanked} <the rescuers for their courage>.",
        "The bishop {hopes} <that peace will come soon>.",
        "“<Who will pay for all this?>” the farmer {asked}.",
        "The union {demanded} <that the minister resign>.",
    ],
)
def test_a_wish_a_demand_or_a_question_is_no_claim_of_fact(marked: str) -> None:
    assert meaning(marked).checkable is False


@pytest.mark.parametrize(
    "marked",
    [
        "The notice {did not specify} <the type of vessel>.",
        "The firm {declined} <to say how many ships sank>.",
        "The harbour office {did not respond to} <questions about lapses in the port>.",
        "Police {would not confirm} <that the bridge had fallen>.",
    ],
)
def test_what_somebody_did_not_say_is_no_claim_of_fact(marked: str) -> None:
    assert not meaning(marked).checkable


@pytest.mark.parametrize(
    "marked",
    [
        "“We noted <that the referees were not holding back with their cards>,” she {said}.",
        "There are hurdles, he {added}, <that could make it impossible to rebuild the old bridge>.",
        "“<Slashing duties on the wealthy has not worked>,” she {said}.",
        "But few {cast doubt on} <the skills of the engineer>.",
        "“<There is no way they could do that without the harbour's help>,” she {said}.",
        "The tanker <must have no links to the yard>, the note {said}.",
        "The union {said} <its side should not sit at the table with the owners>.",
        "She {said} <the islanders do not have the luxury of a second ferry>.",
        "She {said} <it was not out of the question that the yard would close>.",
        "The two {disagree on} <their approach to the strike>.",
        "The mayor {rejected this, saying} <one could not look to the law for help>.",
        "The owner {said} <he had no intention of going to the island>.",
    ],
)
def test_a_negated_sentence_that_answers_nobody_asserts(marked: str) -> None:
    assert meaning(marked).polarity is Polarity.ASSERTS


def test_what_few_expect_is_denied() -> None:
    assert (
        meaning("She needs allies, and few {expect} <her to stray far from the party line>.").polarity
        is Polarity.DENIES
    )


def test_a_report_of_what_happened_is_a_claim_of_fact() -> None:
    assert meaning("Police {said} <the bus left the road at dawn and fell into the river>.").checkable is True


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("The ministry {said} <at least 12 people were killed>.", ClaimKind.FIGURE),
        ("The president {said} <the rebels were behind the attack>.", ClaimKind.RESPONSIBILITY),
        ("The army {denied} <involvement in the raid>.", ClaimKind.RESPONSIBILITY),
        ("The bureau {said} <the river will rise again>.", ClaimKind.PREDICTION),
        ("The firm {said} <it plans to close the mine>.", ClaimKind.PLAN),
        ("The fire brigade {said} <the roof collapsed at noon>.", ClaimKind.EVENT),
    ],
)
def test_a_claim_has_a_kind(marked: str, kind: ClaimKind) -> None:
    assert meaning(marked).kind is kind


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("He {said} <the dam had burst>.", Modality.FACT),
        ("He {said} <the dam may have burst>.", Modality.HEDGED),
        ("He {said} <the dam would burst if the rain went on>.", Modality.CONDITIONAL),
        ("“<Has the dam burst?>” he {asked}.", Modality.QUESTION),
    ],
)
def test_a_claim_is_more_or_less_firm(marked: str, modality: Modality) -> None:
    assert meaning(marked).modality is modality


def test_figures_places_and_days_are_those_of_the_content() -> None:
    found = meaning("On Monday the ministry in Tokyo {said} <more than 70 people died in Lima on Friday>.")
    assert [(f.low, f.counted, f.action) for f in found.figures] == [(71, "people", "killed")]
    assert found.places == ("Lima",)
    assert found.when is not None
    assert (found.when.start, found.when.inferred) == (date(2024, 3, 22), True)


def test_a_claim_costs_the_same_in_a_file_that_is_one_long_sentence() -> None:
    body = "the dam had not burst and 12 men died, he said, " * 4000
    start = process_time()
    for at in range(0, 4800, 48):
        describe(body, (Span(at, at + 37),), (Span(at + 42, at + 46),), Span(0, len(body)), PUBLISHED)
    assert process_time() - start < 5


def test_the_day_a_figure_is_as_of_is_resolved() -> None:
    (figure,) = meaning("The ministry {said} <at least 12 people had died in Lima by Friday>.").figures
    assert figure.as_of == "2024-03-22"


@given(st.text(max_size=200), st.lists(st.integers(0, 200), min_size=6, max_size=6))
def test_any_text_has_a_meaning(body: str, ends: list[int]) -> None:
    a, b, c, d, e, f = (min(end, len(body)) for end in ends)
    content, cue = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    found = describe(body, (content,), (cue,), Span(min(e, f), max(e, f)), PUBLISHED)
    assert all(figure.span is None or figure.span.within(content) for figure in found.figures)


@pytest.mark.parametrize(
    "text",
    [
        "Olm has never claimed that the vote was rigged.",
        "Berg never said that the plant was safe.",
        "Berg did not claim that the dam was safe.",
    ],
)
def test_a_negated_verb_of_saying_makes_no_claim_of_fact(text: str) -> None:
    assert not any(p.checkable for p in claims_of(text))


def test_a_negated_clause_before_the_speaker_stays_a_claim_of_fact() -> None:
    (claim,) = claims_of("The dam was not full, said Olm.")
    assert claim.checkable


def test_who_does_not_deny_something_denies_nothing() -> None:
    (claim,) = claims_of('"We do not deny that mistakes were made," Berg said.')
    assert claim.polarity is Polarity.ASSERTS
