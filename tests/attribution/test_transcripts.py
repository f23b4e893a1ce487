"""In a transcript every turn is its speaker's."""

from __future__ import annotations

from tests.attribution.claims_of import claims_of

_HEARING = (
    "Erik Dunn, the auditor, was heard on Friday.\n\n"
    "ANN SMITH: What happened to the doses?\n\n"
    "ERIK DUNN: I have the files here. Mr. Keller told parliament that 600,000 doses had been thrown away, and that is"
    " false. The doses are in Ostava.\n\n"
    "ANN SMITH: How many?\n\n"
    "ERIK DUNN: At least 40.\n\n"
    "The hearing goes on on Monday, officials said."
)


def test_all_that_is_stated_in_a_turn_is_its_speakers() -> None:
    assert [p.text for p in claims_of(_HEARING) if p.claimant == "Erik Dunn"] == [
        "I have the files here",
        "that is false",
        "The doses are in Ostava",
        "At least 40",
    ]


def test_who_is_quoted_in_a_turn_is_so_through_its_speaker() -> None:
    (keller,) = [p for p in claims_of(_HEARING) if p.claimant == "Keller"]
    assert keller.text == "that 600,000 doses had been thrown away"
    assert [link.name for link in keller.chain] == ["Keller", "Erik Dunn"]


def test_what_surrounds_a_transcript_keeps_its_own_speakers() -> None:
    assert [p.claimant for p in claims_of(_HEARING)][-1] == "officials"


def test_notes_and_place_lines_are_no_turns() -> None:
    text = (
        "NOTE: This replaces an earlier story.\n\nWARNING: The river is rising.\n\nOSTAVA: The bridge fell on Friday."
    )
    assert claims_of(text) == ()
