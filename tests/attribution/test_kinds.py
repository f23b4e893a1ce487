"""What a claimant is: nobody named, a person, a body, a paper."""

from __future__ import annotations

import pytest

from claims.records import SourceKind
from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two of the sources said the beam was old.", "Two of the sources", SourceKind.UNNAMED),
        ("Most of the witnesses said the beam was old.", "Most of the witnesses", SourceKind.UNNAMED),
        ("Two of the banks said the beam was old.", "Two of the banks", SourceKind.ORGANISATION),
        ("Both sources said the beam was old.", "Both sources", SourceKind.UNNAMED),
        ("The third said the beam was old.", "The third", SourceKind.UNNAMED),
        ("The second company said the beam was old.", "The second company", SourceKind.ORGANISATION),
        ("Le Monde reported the beam was old.", "Le Monde", SourceKind.AGENCY),
        ("French daily Le Monde reported the beam was old.", "Le Monde", SourceKind.AGENCY),
        ("Rights group Human Shield said the beam was old.", "Human Shield", SourceKind.ORGANISATION),
        ("The rights group Open Door said the beam was old.", "Open Door", SourceKind.ORGANISATION),
        ("Aid group Doctors for All said the beam was old.", "Doctors for All", SourceKind.ORGANISATION),
        ("Rights group leader Ann Hay said the beam was old.", "Ann Hay", SourceKind.PERSON),
        ("Germany's Olaf Brandt said the beam was old.", "Olaf Brandt", SourceKind.PERSON),
        (
            "Germany's Christian Democrats said the beam was old.",
            "Germany's Christian Democrats",
            SourceKind.ORGANISATION,
        ),
    ],
)
def test_a_source_is_told_by_its_noun_or_its_name(text: str, name: str, kind: SourceKind) -> None:
    (one,) = claims_of(text)
    assert (one.claimant, one.chain[0].kind) == (name, kind)


def test_he_is_whoever_spoke_just_before_under_a_last_name() -> None:
    claims = claims_of('"The beam was old," Haigh said. "It was new," he added.')
    assert [p.claimant for p in claims] == ["Haigh", "Haigh"]


def test_it_is_the_body_that_spoke_just_before() -> None:
    claims = claims_of('"The beam was blue," said Batinord. "It was red," it added.')
    assert [p.claimant for p in claims] == ["Batinord", "Batinord"]
