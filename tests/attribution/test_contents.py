"""Where a content begins and ends, and which of its pieces are strays.

Each sentence is marked as somebody read it: [source], {cue}, <content>.
"""

from __future__ import annotations

import re

import pytest

from claims.attribution import contents, parting, rebuttals
from claims.attribution.copytext import prepare
from claims.attribution.found import Found
from claims.text import Span, Spans
from tests.attribution.claims_of import claims_of

_MARK = re.compile(r"[\[\]{}<>]")


def marked(text: str) -> tuple[str, dict[str, Spans]]:
    """The text without marks, and the spans of each kind."""
    spans: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    plain, start = "", 0
    for part in re.split(f"({_MARK.pattern})", text):
        if part in spans:
            start = len(plain)
        elif _MARK.fullmatch(part):
            spans[{"]": "[", "}": "{", ">": "<"}[part]].append(Span(start, len(plain)))
        else:
            plain += part
    return plain, {kind: tuple(found) for kind, found in spans.items()}


def tidied(text: str) -> list[str]:
    """The pieces of a content once it is tidied."""
    plain, spans = marked(text)
    found = contents.tidy(prepare(plain), spans["<"], spans["["], spans["{"])
    return [plain[a:b] for a, b in found]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[Lind] {said} <the ferry was full, speaking after a visit to the port>.", "the ferry was full"),
        ("[Lind] {said} <the ferry was overloaded, a charge that its owners deny>.", "the ferry was overloaded"),
        ("[Lind] {said} <the ferry was overloaded, which the owners> deny.", "the ferry was overloaded"),
        ("[Lind] {refused} <to sell the ferry in a row that has split the town>.", "to sell the ferry"),
        ("[Lind] {declined} <to name the captain when asked about the log>.", "to name the captain"),
        ("[Lind] {said} <the ferry was safe, with two pilots saying it was not>.", "the ferry was safe"),
        ("[Lind] {said} <the ferry was late, just two days after it was mended>.", "the ferry was late"),
        ("[Lind] {said} <two yards will close, a move that angered the unions>.", "two yards will close"),
        ("[Lind] {said} <two men were held but did not elaborate>.", "two men were held"),
        ("[Lind] {said} <talks went well but gave no details>.", "talks went well"),
        ("[Lind] {said} <she will step down, triggering talk about an heir>.", "she will step down"),
        ("[Lind] {said} <she will run, ending months of doubt>.", "she will run"),
        ("[Lind] {criticised} <the plan at a rally in the port>.", "the plan"),
        (
            "[Lind] {said} <the law does not make crews speak at a public hearing>.",
            "the law does not make crews speak at a public hearing",
        ),
        ("[Lind] {said} <the ferry was late, though the pilot of the port>.", "the ferry was late"),
        ("[Lind] {said} <the ferry was late, in a telephone call to the port>.", "the ferry was late"),
        ("[Lind] {denied} <any role>, in a call to <the paper>.", "any role"),
        ("[Lind] {praised} <the crew and> said it had done well.", "the crew"),
        (
            "The yard, [which] {says} <it built the ferry in 1990 and which owns the dock>, has closed.",
            "it built the ferry in 1990",
        ),
        ("The yard, [which] {says} <it built the ferry, was sold in May>.", "it built the ferry"),
        ("The ferry - which [Lind] {said} <was safe - sank in the strait>.", "was safe"),
    ],
)
def test_a_content_ends_where_the_reporter_speaks_again(text: str, kept: str) -> None:
    assert tidied(text) == [kept]


@pytest.mark.parametrize(
    "text",
    [
        "[Lind] {said} <the crew left when asked to do so by the pilot>.",
        "[Lind] {said} <the ferry, speaking of old ships, was among the best>.",
        "[Lind] {said} <“the crew was calm, speaking after each stop with us”>.",
    ],
)
def test_what_only_looks_like_the_reporter_stays(text: str) -> None:
    plain, spans = marked(text)
    assert tidied(text) == [plain[a:b] for a, b in spans["<"]]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("On the eve of <the inquiry into the ferry>, [Lind] {said} <it had been sound>.", ["it had been sound"]),
        ("<The owner's choice> has angered [Lind], who {said} <it would cost lives>.", ["it would cost lives"]),
        ("As <the crew stood by>, [Lind] {said}, “<We are all safe>.”", ["We are all safe"]),
        ("“<The crew is safe>,” [the owners] {said in a statement about} <the ferry>.", ["The crew is safe"]),
        ("<The ferry was sound>, {said} [Lind] of the Yard Museum, <which opened in 1990>.", ["The ferry was sound"]),
        ("“<We will sail>,” [Lind] {said} on a boat <that cruised down the Orm>.", ["We will sail"]),
        ("“<We will sail>,” [Lind] {said} on the show “<Morning Tide>.”", ["We will sail"]),
        ("<Asked if it was sound>, [Lind] {said} <it was not>.", ["it was not"]),
        ("<The crew -- with its cooks> -- {said in a letter} to [Lind] <that it was sound>.", ["that it was sound"]),
        ("[Lind] {said} <it was sound>. He made a stir by laughing at “<people who swim>”.", ["it was sound"]),
    ],
)
def test_a_stray_piece_is_no_part_of_a_content(text: str, kept: list[str]) -> None:
    assert tidied(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "<The ferry>, [Lind] {said}, <had been sound for years>.",
        "The owner, <which> [Lind] {said} <had been warned>, was fined.",
        "<If the storm grows>, [Lind] {said}, <the ferry will turn back>.",
        "“<The crew is safe>,” [Lind] {said}. “<Nobody was hurt>.”",
    ],
)
def test_the_pieces_around_an_inserted_speaker_stay(text: str) -> None:
    plain, spans = marked(text)
    assert tidied(text) == [plain[a:b] for a, b in spans["<"]]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[The port] {said} nearly <two million> tons were lost.", "nearly two million"),
        ("[The port] {says on} <its site that it is open>.", "that it is open"),
        ("[The port] {said in} a May note <to its owners that the ferry leaked>.", "that the ferry leaked"),
        ("[The port] {said at} <an event in the town that “a mast” had gone>.", "that “a mast” had gone"),
        ("[The port] {told} <the Tide's “Morning Hour” on Friday that the mast had gone>.", "that the mast had gone"),
        ("[The port] {said}, <without naming a source, that the ferry leaked>.", "that the ferry leaked"),
        ("[The port] {wrote} <to the pilot that saved them>.", "to the pilot that saved them"),
    ],
)
def test_a_content_begins_behind_where_and_how_it_was_said(text: str, kept: str) -> None:
    assert tidied(text) == [kept]


def settled(text: str, ruled: str, frame: str) -> list[str]:
    """The pieces of a content, with what the rules read of the same cue."""
    plain, one = marked(text)
    rule = marked(ruled)[1]
    by_rule = Found(rule["["], rule["{"], rule["<"], frame, "say")
    found = contents.settle(prepare(plain), one["<"], by_rule, one["["], one["{"])
    return [plain[a:b] for a, b in found]


def test_when_it_was_said_is_not_what_was_said() -> None:
    read = "The ferry will sail in June, [Lind] {said} as <she opened the new yard>."
    rule = "<The ferry will sail in June>, [Lind] {said} as she opened the new yard."
    assert settled(read, rule, "post") == ["The ferry will sail in June"]


def test_the_reporter_s_clause_before_but_is_no_content() -> None:
    read = "<The ferry will sail in June>, but [Lind] {said} <the owners> want May."
    rule = "The ferry will sail in June, but [Lind] {said} <the owners want May>."
    assert settled(read, rule, "clause") == ["the owners want May"]


def test_a_subject_keeps_its_verb() -> None:
    read = "[Lind] {noted} <that rain and other things, like a strong wind>, may explain the leak."
    rule = "[Lind] {noted} <that rain and other things, like a strong wind, may explain the leak>."
    assert settled(read, rule, "that") == ["that rain and other things, like a strong wind, may explain the leak"]


def test_a_content_that_stops_before_a_noun_goes_on_as_the_rules_read_it() -> None:
    read = "[Lind] {said} <the ferry was missed by the people of Sunday> mass."
    rule = "[Lind] {said} <the ferry was missed by the people of Sunday mass>."
    assert settled(read, rule, "clause") == ["the ferry was missed by the people of Sunday mass"]


def test_a_content_goes_on_behind_a_sum_in_brackets_and_to_a_particle() -> None:
    read = "[Lind] {said} <the yard lost 2 million euros> (3 million dollars) compared with 2012."
    rule = "[Lind] {said} <the yard lost 2 million euros (3 million dollars) compared with 2012>."
    whole = "the yard lost 2 million euros (3 million dollars) compared with 2012"
    assert settled(read, rule, "clause") == [whole]
    assert settled("[Lind] {said} <it went> on.", "[Lind] {said} <it went on>.", "clause") == ["it went on"]


def test_a_subject_without_its_verb_is_left_out() -> None:
    read = "[Lind] {said} <the ferry was sound; the port of the island> calls it a wreck."
    rule = "[Lind] {said} <the ferry was sound; the port of the island calls it a wreck>."
    assert settled(read, rule, "clause") == ["the ferry was sound"]


def test_a_sentence_begins_where_no_as_stands_before_it() -> None:
    read = "The ferry may fail just as <demand rises in June>, [Lind] {said}."
    rule = "<The ferry may fail just as demand rises in June>, [Lind] {said}."
    assert settled(read, rule, "post") == ["The ferry may fail just as demand rises in June"]


def parts(text: str, *others: str) -> list[str]:
    """The contents of an attribution that was read as one, parted. `others`: what the rules found, marked alike."""
    plain, one = marked(text)
    near = [Found(s["["], s["{"], s["<"], "that", "say") for s in (marked(other)[1] for other in others)]
    whole = Found(one["["], one["{"], one["<"])
    return [plain[a:b] for f in parting.parted(prepare(plain), whole, near) for a, b in f.content]


def test_the_speaker_s_next_verb_of_saying_ends_the_content() -> None:
    text = "[Lind] {warned} <that the ferry was full and voiced concern over the storm>."
    assert parts(text) == ["that the ferry was full"]


def test_a_second_verb_of_what_is_told_does_not() -> None:
    text = "[Lind] {said} <the ferry turned back and reached the port>."
    assert parts(text) == ["the ferry turned back and reached the port"]


def test_another_s_words_behind_though_are_a_claim_of_his_own() -> None:
    text = "[Lind] {said} <the ferry was safe, though the pilot said it had leaked>."
    other = "Lind said the ferry was safe, though [the pilot] {said} <it had leaked>."
    assert parts(text, other) == ["the ferry was safe", "it had leaked"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("<The yard>, [Lind] {said}, kept <its crew>.", ["The yard", "kept its crew"]),
        ("<The yard>, [Lind] {said}, was sold in May, and two crews left.", ["The yard", "was sold in May"]),
        ("<The ferry was sound>, [Lind] {said}, but took on water.", ["The ferry was sound", "but took on water"]),
        ("<The ferry was sound>, [Lind] {said}, a day before the vote.", ["The ferry was sound"]),
    ],
)
def test_what_an_inserted_speaker_cut_off_belongs_to_the_content(text: str, pieces: list[str]) -> None:
    assert tidied(text) == pieces


def test_a_beaten_forecast_is_no_speaker() -> None:
    (claim,) = claims_of("The bank said profits rose 12 percent to 3 million euros, beating analysts' forecasts.")
    assert claim.claimant == "The bank"


def test_what_is_stressed_behind_an_inserted_speaker_is_a_claim_of_its_own() -> None:
    text = "<The ferry was full>, [Lind] {said}, <stressing it had sailed late>."
    other = "The ferry was full, [Lind] said, {stressing} <it had sailed late>."
    assert parts(text, other) == ["The ferry was full", "it had sailed late"]


def test_a_rebuttal_is_not_the_first_speaker_s_claim() -> None:
    (first, *_) = claims_of("Marta Lind said the ferry had been overloaded, which its owners deny.")
    assert first.text == "the ferry had been overloaded"


def test_a_paragraph_of_open_quotation_is_that_of_the_speaker_with_whom_it_goes_on() -> None:
    text = "Mara Lind said the plan was dead.\n\n“We waited for a year.\n\n“Nobody came,” said Petr Ost."
    assert [(p.claimant, p.text) for p in claims_of(text)][1:] == [
        ("Petr Ost", "We waited for a year"),
        ("Petr Ost", "Nobody came"),
    ]


def test_a_rebuttal_has_the_noun_before_its_speaker_for_content() -> None:
    plain, spans = marked("They accused it of dumping oil, [something Lind] {denied}, <and sued the port>.")
    one = rebuttals.read(prepare(plain), Found(spans["["], spans["{"], spans["<"]))
    assert (plain[slice(*one.content[0])], plain[slice(*one.source[0])]) == ("something", "Lind")


def test_whoever_calls_for_something_goes_on_speaking() -> None:
    assert parts("[Lind], {hailing} <the new yard and calling for a second one>.") == ["the new yard"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_day_that_owns_something_belongs_to_the_words(mark: str) -> None:
    (claim,) = claims_of(f"Police said Tuesday{mark}s fire killed 12 people.")
    assert claim.text == f"Tuesday{mark}s fire killed 12 people"
    assert claim.chain[0].cue[-1].end <= claim.content[0].start


def test_a_number_keeps_the_noun_behind_it() -> None:
    read, rule = "[The mayor] {spoke of} <64> wrecked houses.", "[The mayor] {spoke} <of 64 wrecked houses>."
    assert settled(read, rule, "of") == ["64 wrecked houses"]


def test_what_the_speaker_ordered_next_is_not_what_he_said() -> None:
    text = "<The yard was full>, [the port] {said}, and <it ordered every captain to wait>."
    assert settled(text, text, "post") == ["The yard was full"]


def test_the_main_clause_is_not_told_by_who_speaks_in_the_relative_one() -> None:
    read, rule = "Hart, [who Lind] {says} <lied, has left>.", "Hart, [who Lind] {says} <lied>, has left."
    assert settled(read, rule, "clause") == ["lied"]


def test_no_content_ends_with_a_relative_pronoun() -> None:
    assert tidied("[Lind] {said} <the ferry had been overloaded, which> its owners deny.") == [
        "the ferry had been overloaded"
    ]


def test_a_source_beside_the_speaker_makes_a_claim_of_its_own() -> None:
    text = "<A push is under way>, [the council] {said}, with a source close to <the talks saying time was short>."
    assert parts(text) == ["A push is under way", "time was short"]
