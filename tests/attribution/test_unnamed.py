"""Sources that the copy does not name: how many, how close, why; and that to ask for it is no claim."""

from __future__ import annotations

import pytest

from claims.records import SourceKind, Unnamed
from tests.attribution.claims_of import claims_of


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        ("Two US officials", Unnamed("two", "US officials", None)),
        ("12 diplomats", Unnamed("12", "diplomats", None)),
        ("A dozen diplomats", Unnamed("a dozen", "diplomats", None)),
        ("Three sources familiar with the talks", Unnamed("three", "sources familiar with the talks", None)),
        ("A senior official close to the minister", Unnamed(None, "A senior official close to the minister", None)),
        ("The two officials", Unnamed("two", "officials", None)),
    ],
)
def test_an_unnamed_source_tells_how_many_and_how_close(source: str, unnamed: Unnamed) -> None:
    (claim,) = claims_of(f"{source} said the road was open.")
    assert (claim.unnamed, claim.named, claim.chain[0].kind) == (unnamed, False, SourceKind.UNNAMED)


def test_the_reason_for_leaving_out_a_name_is_kept_and_is_no_claim() -> None:
    body = "An aide, who asked not to be identified because the talks are private, said the road was open."
    (claim,) = claims_of(body)
    assert claim.unnamed is not None
    assert claim.unnamed.reason == "asked not to be identified because the talks are private"


def test_what_nobody_says_is_nobodys_claim() -> None:
    assert claims_of("Neither the ministry nor the company said the bridge was safe.") == ()


def test_whoever_only_passed_it_on_is_not_he() -> None:
    body = "“It fell,” Igor Lapin told his men, according to a person who was there. He had seen it, he said."
    assert [c.claimant for c in claims_of(body)] == ["Igor Lapin", "Igor Lapin"]
