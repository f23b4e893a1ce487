from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.records import Dossier, Question
from claims.reports import Style, markdown
from claims.reports.markdown_marks import plain, quoted
from claims.reports.markdown_notes import note
from tests.reports.desk_copy import ACCUSED, BEHIND_IT, DENIED, DOSSIER, EVENT, claim

PAGE = markdown([DOSSIER])


def test_first_line_after_the_title_says_how_much_is_in_dispute() -> None:
    assert PAGE.splitlines()[2] == "1 question in dispute in 1 of 1 event."


def test_a_disputed_question_is_a_table_of_positions() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Who | Stance | Position | First said | Carried by | Origins | In the copy |"
    assert rows[2].startswith("| Ilse Maren | says | Brenmark did it [^C-17] | 9 Mar 10:00 | Castell | 1 | “Maren said")
    assert rows[3].startswith("| Brenmark, via BNA | denies | Brenmark did it [^C-18] |")


def test_the_reason_stands_under_the_table() -> None:
    assert "- D-5: Brenmark denies what Maren says." in PAGE


def test_a_rising_toll_is_to_watch_and_no_dispute() -> None:
    watched = PAGE.partition("### Not disputes, but watch")[2]
    assert "- Interior Ministry: at least 4 → 9 [^C-4] [^C-5] (since 9 Mar 05:20, Halyard, Castell)" in watched
    assert "how many were killed: disputed" not in PAGE


def test_every_mark_has_a_footnote_with_story_version_offsets_and_sentence() -> None:
    marked = set(re.findall(r"\[\^(C-\d+)\](?!:)", PAGE))
    noted = set(re.findall(r"^\[\^(C-\d+)\]:", PAGE, re.MULTILINE))
    assert marked == noted == {"C-17", "C-18", "C-21", "C-4", "C-5"}
    assert (
        "[^C-4]: C-4 · Halyard, S-1 version 2, published 9 Mar 2026 05:20 UTC, characters 9–25. "
        "“At least four people died, the ministry said.”" in PAGE
    )


def test_who_passed_it_on_is_told() -> None:
    assert "Brenmark via BNA." in PAGE


def test_the_disputes_of_a_question_that_are_left_out_are_counted() -> None:
    (dispute,) = DOSSIER.disputes
    many = tuple(replace(dispute, id=n) for n in range(1, 6))
    page = markdown([replace(DOSSIER, disputes=many)])
    assert page.count("\n- D-") == 3
    assert "- and 2 more: `claims disputes E-1` lists all" in page


def test_a_claim_without_a_claimant_is_passed_on_by_somebody() -> None:
    passed = claim(40, "The bridge fell, the press wrote.", "The bridge fell", "", via=("the press",))
    assert " Nobody named, via the press." in note(passed, Style())


def test_doubt_is_stated() -> None:
    assert "The source is not named. **In doubt:** read with confidence 0.40, check it against the copy." in PAGE
    assert "two officials (unnamed)" in PAGE


def test_killed_copy_is_never_printed_only_its_reference() -> None:
    assert "minister" not in PAGE.replace("Interior Ministry", "")
    assert "- C-30 (Ostrand, S-9 version 1): killed by the agency" in PAGE


def test_without_text_the_agencies_words_are_gone_and_the_references_stay() -> None:
    page = markdown([DOSSIER], Style(text=False))
    assert "bombers" not in page
    assert "In the copy" not in page
    assert "[^C-17]: C-17 · Castell, S-3 version 1" in page


def test_disputed_only_leaves_out_what_is_agreed() -> None:
    agreed = Question("Q-3", "was there a bomb", "occurrence", "agreed", BEHIND_IT.positions[:1])
    dossier = replace(DOSSIER, questions=(*DOSSIER.questions, agreed))
    assert "Said, and not disputed" in markdown([dossier])
    page = markdown([dossier], Style(disputed=True))
    assert "Said, and not disputed" not in page
    assert page.startswith("# Disputed claims")


def test_html_and_markdown_of_the_copy_are_escaped() -> None:
    nasty = claim(40, "He said <script>x</script> | *b* [a](http://e.example).", "<script>x</script> | *b*", "**Mr X**")
    question = replace(BEHIND_IT, positions=(replace(BEHIND_IT.positions[0], claimant="**Mr X**", claims=(nasty,)),))
    page = markdown([replace(DOSSIER, questions=(question,))])
    assert "<script>" not in page
    assert "http://e" not in page
    assert "\\*\\*Mr X\\*\\*" in page
    assert "\\|" in page


def test_text_that_would_open_a_list_is_held_down() -> None:
    assert plain("- item") == "\\- item"
    assert plain("a\nb  c") == "a b c"


@given(st.text())
def test_any_text_stays_one_cell_on_one_line_without_markup(text: str) -> None:
    for cell in (plain(text), quoted(text)):
        assert len(cell.splitlines()) <= 1
        assert "<" not in cell
        assert ">" not in cell
        assert "://" not in cell
        bare = re.sub(r"\\.", "", cell)
        assert not set(bare) & set("|*_`[]")


def test_quotation_marks_inside_become_single() -> None:
    assert quoted('"No," he said') == "“'No,' he said”"


def test_control_characters_are_shown_not_sent() -> None:
    assert "\x1b" not in plain("red \x1b[31m text")


def test_an_empty_desk_says_so() -> None:
    assert "0 questions in dispute in 0 of 0 events." in markdown([])


def test_an_event_without_questions_has_its_heading() -> None:
    assert "## Bridge blast" in markdown([Dossier(EVENT, ())])


def test_pairs_of_other_questions_do_not_stand_under_this_one() -> None:
    other = replace(DOSSIER.disputes[0], question="Q-9")
    assert "D-5" not in markdown([replace(DOSSIER, disputes=(other,))])
    assert {ACCUSED.id, DENIED.id} == {17, 18}


def test_a_round_up_without_a_sender_names_whom_it_credits() -> None:
    story = replace(ACCUSED.story, agency="unknown", agencies=("unknown", "Halyard", "Castell"))
    position = replace(BEHIND_IT.positions[0], claims=(replace(ACCUSED, story=story),))
    page = markdown([replace(DOSSIER, questions=(replace(BEHIND_IT, positions=(position,)),))])
    assert "[^C-17]: C-17 · agency unknown (credits Halyard, Castell), S-3 version 1" in page
