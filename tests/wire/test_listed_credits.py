from __future__ import annotations

from claims.wire.credits import named


def test_a_round_up_may_credit_agencies_that_the_table_does_not_know() -> None:
    assert named("News from Halyard, Castell and Ostrand") == ("Halyard", "Castell", "Ostrand")
    assert named("News from Halyard Wire, the AP and AFP.") == ("Halyard Wire", "AP", "AFP")


def test_a_writer_in_a_credit_line_is_no_agency() -> None:
    assert named("(Reporting by Anton Weiss; Editing by Lucia Horn)") == ()
    assert named("News from around the world") == ()
