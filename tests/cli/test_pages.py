from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from claims.cli.claim_page import print_claim
from claims.cli.commands.disputes import dispute_lines
from claims.cli.import_summary import summary, unread
from claims.cli.options import Output
from claims.cli.story_page import print_diff
from claims.cli.who_page import print_who
from claims.desk.views import ClaimChange, ClaimView, TextChange, VersionDiff, VersionView
from claims.records import Doubt, Event, Imported, Position, Problem, PubStatus, Question, StoryKind
from claims.reports import withheld
from tests.reports.desk_copy import ACCUSED, CASTELL, DENIED, DISPUTE, DOSSIER, KILLED_CLAIM, at, claim


def who(capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_who(withheld.cleared(DOSSIER), UTC, withheld.withheld(DOSSIER))
    return capsys.readouterr().out.splitlines()


def test_who_opens_with_the_event_and_closes_with_the_next_command(capsys: pytest.CaptureFixture[str]) -> None:
    lines = who(capsys)
    assert lines[0] == "Bridge blast · Sarn · 9–10 Mar 2026 · 3 stories, 2 agencies"
    assert lines[-1] == "Earliest: C-4, 9 Mar 05:20 (Halyard). Next: claims disputes E-1 · claims show C-4"


def test_who_puts_a_denial_under_what_it_denies(capsys: pytest.CaptureFixture[str]) -> None:
    lines = who(capsys)
    at_heading = next(i for i, line in enumerate(lines) if line.startswith("WHO WAS BEHIND IT"))
    assert lines[at_heading].endswith("DISPUTED")
    assert lines[at_heading + 1] == "  C-17  Brenmark did it"
    assert lines[at_heading + 2].split() == "says Ilse Maren 9 Mar 10:00 Castell 1 origin C-17".split()
    assert lines[at_heading + 3].split() == "denies Brenmark, via BNA 9 Mar 10:00 Castell 1 origin C-18".split()


def test_who_never_puts_a_denial_in_its_own_words_behind_denies(capsys: pytest.CaptureFixture[str]) -> None:
    own = claim(31, "We had no hand in it, Renn said.", "We had no hand in it", "Olga Renn", denies=True)
    crowd = claim(32, "Police said it burned.", "it burned", "Police", story=replace(CASTELL, agency="unknown"))
    positions = (
        Position("We had no hand in it", "denies", "Olga Renn", (own,)),
        Position("it burned", "says", "Police", (crowd,)),
    )
    disputed = Question("Q-1", "who did it", "responsibility", "disputed", positions)
    alone = [Question(f"Q-{n}", "other", "other", "single", (each,)) for n, each in enumerate(positions, 2)]
    print_who(replace(DOSSIER, questions=(disputed, *alone)), UTC)
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert "  C-31  A denial: “We had no hand in it”" in lines
    assert any(line.startswith("        by  ") and "Olga Renn" in line for line in lines)
    assert any(line.startswith("        say  ") and "Police" in line for line in lines)
    (row,) = (line for line in lines if line.startswith("  C-31   denies it  Olga Renn"))
    assert row.endswith("“We had no hand in it”")


def test_a_dispute_shows_the_chain_and_no_agency_where_none_is_known() -> None:
    left = replace(DENIED, story=replace(DENIED.story, agency="unknown", agencies=()))
    lines = dispute_lines(replace(DISPUTE, left=left))
    assert lines[2] == "  C-18   Brenmark, via BNA, denies: any involvement"
    assert lines[4] == "  C-17   Ilse Maren says: Brenmark had sent the bombers  [Castell]"


def test_who_shows_a_rising_toll_as_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = (line for line in who(capsys) if "→" in line)
    assert line.split()[:7] == ["C-4", "Interior", "Ministry", "at", "least", "4", "→"]


def test_who_marks_what_is_doubtful_or_unnamed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(who(capsys))
    assert "C-21? the Front did it" in text
    assert "two officials, unnamed" in text
    assert "unnamed only" in text
    assert "? in doubt, look it up" in text


def test_who_names_killed_copy_and_does_not_print_it(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(who(capsys))
    assert "a minister was held" not in text
    assert "Not shown: C-30, Ostrand S-9: killed by the agency" in text


def imported(number: int, status: str = "new", kind: StoryKind = StoryKind.NEW, claims: int = 0) -> Imported:
    return Imported(
        number, "Halyard" if number % 2 else "Castell", f"i{number}", 1, kind, status, "x", claims_new=claims
    )


def test_the_numbers_of_an_import_add_up() -> None:
    results: list[Imported | Problem] = [
        imported(1, claims=3),
        imported(2, claims=2),
        imported(3),
        replace(imported(4, "version", StoryKind.CORRECTED, 1), supersedes=1),
        imported(6, "version", StoryKind.NEW),
        imported(5, "unchanged"),
        Problem("weather.pdf", "a PDF, not text", remedy="Save it as text."),
    ]
    events = [Event(1, "Blast", claims=4, disputed=2), Event(2, "Ferry", claims=2)]
    lines = list(summary(results, events, [Doubt(1, "speaker", ("C-1",), "why")]))
    assert lines == [
        "   3 stories            Halyard 2 · Castell 1",
        "   1 newer version      CORRECTED 1",
        "   1 older version      of what is here already, which stays",
        "   1 story              already here, nothing changed",
        "   1 not read",
        "       weather.pdf  a PDF, not text",
        "                    Save it as text.",
        "6 new claims. The desk now holds 6 claims in 2 events, 2 disputes.",
        "   1 wants a look       speaker unclear 1",
    ]


def test_an_import_that_brings_nothing_says_so() -> None:
    lines = list(summary([imported(1, "unchanged"), imported(2, "unchanged")], [Event(1, "Blast", claims=4)], []))
    assert lines[0] == "   2 stories            already here, nothing changed"
    assert lines[-1].startswith("0 new claims.")


def test_a_story_that_failed_counts_as_not_read() -> None:
    failed = replace(imported(1, "failed"), message="no text in it", remedy="Ask for the full text.")
    (problem,) = unread([failed, imported(2)])
    assert (problem.message, problem.remedy) == ("no text in it", "Ask for the full text.")


def test_a_killed_claim_is_shown_without_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    view = ClaimView(KILLED_CLAIM, "", (), None, (), "", (), ())
    print_claim(view, Output(), why=False, appearances=False, context=True)
    text = capsys.readouterr().out
    assert "killed by the agency" in text
    assert "minister" not in text
    assert "must not go out" in text


def test_a_claim_names_its_place_in_the_copy(capsys: pytest.CaptureFixture[str]) -> None:
    print_claim(ClaimView(ACCUSED, "", (), 0.8, (), "", (), ()), Output(), why=True, appearances=True, context=False)
    text = capsys.readouterr().out
    assert "Castell S-3 version 1, 9 Mar 2026 10:00 UTC, characters 11–40" in text
    assert "Placed with a score of 0.80" in text


def version(number: int) -> VersionView:
    return VersionView(
        number, None, StoryKind.CORRECTED, PubStatus.USABLE, number == 2, at(9), True, at(9), "h", "", "o", "d", 1, ""
    )


def test_a_diff_says_what_the_advisory_announced(capsys: pytest.CaptureFixture[str]) -> None:
    diff = VersionDiff(
        3,
        "Castell",
        version(1),
        version(2),
        (ClaimChange(41, "changed", "61", "16", "missing 61 → 16", 1, True), ClaimChange(42, "unchanged")),
        (TextChange(7, "governor", "regional governor", False),),
    )
    print_diff(diff, Output())
    assert capsys.readouterr().out.splitlines()[:3] == [
        "Castell S-3 v1 → v2 corrected",
        " C-41 changed: missing 61 → 16  as announced",
        " paragraph 7: “governor” → “regional governor”  NOT in the advisory",
    ]
