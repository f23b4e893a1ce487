"""The main job through the command line, on the sample copy: nothing here is mocked."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claims.cli import cli

DATA = Path(__file__).parent.parent.parent / "data"


def run(database: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["--db", str(database), *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def rows(database: Path, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(database, *arguments, "--jsonl").stdout.splitlines()]


@pytest.fixture(scope="session")
def monday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that holds Monday's copy; not to be written to."""
    database = tmp_path_factory.mktemp("desk") / "claims.db"
    run(database, "import", str(DATA / "monday"))
    return database


@pytest.fixture
def desk(monday: Path, tmp_path: Path) -> Path:
    """The same desk, to write to."""
    return Path(shutil.copy(monday, tmp_path / "claims.db"))


def test_import_names_the_database_it_makes_and_the_next_command(tmp_path: Path) -> None:
    result = run(tmp_path / "new.db", "import", str(DATA / "monday" / "castell-maren.txt"))
    assert result.stderr.splitlines()[0] == f"New database: {tmp_path / 'new.db'} (SQLite)"
    assert result.stdout.splitlines()[-1].startswith("Next: claims events")


def test_import_twice_changes_nothing_and_says_so(desk: Path) -> None:
    before = run(desk, "list", "--jsonl").stdout
    result = run(desk, "import", str(DATA / "monday"))
    assert "already here, nothing changed" in result.stdout
    assert "0 new claims" in result.stdout
    assert run(desk, "list", "--jsonl").stdout == before


def test_the_numbers_of_the_import_are_those_of_the_desk(tmp_path: Path) -> None:
    lines = rows(tmp_path / "new.db", "import", str(DATA / "monday"))
    assert {line["status"] for line in lines} == {"new", "version"}
    events = rows(tmp_path / "new.db", "events")
    assert sum(event["claims"] for event in events) <= sum(line["claims_new"] for line in lines)
    assert sum(event["disputed"] for event in events) == len(rows(tmp_path / "new.db", "disputes"))


def test_several_processes_give_the_same_desk(monday: Path, tmp_path: Path) -> None:
    run(tmp_path / "new.db", "import", "--jobs", "2", str(DATA / "monday"))
    for name in ("list", "events", "disputes"):
        assert rows(tmp_path / "new.db", name) == rows(monday, name)


def test_a_file_that_is_no_story_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    wires = tmp_path / "wires"
    wires.mkdir()
    shutil.copy(DATA / "monday" / "castell-maren.txt", wires)
    (wires / "weather.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    result = run(tmp_path / "new.db", "import", str(wires), code=3)
    assert "1 not read" in result.stdout
    assert "weather.pdf" in result.stdout
    assert "1 story" in result.stdout


def test_a_dry_run_makes_no_database(tmp_path: Path) -> None:
    result = run(tmp_path / "new.db", "import", "--dry-run", str(DATA / "monday" / "castell-maren.txt"))
    assert "1 story" in result.stdout
    assert not (tmp_path / "new.db").exists()


def test_a_dry_run_leaves_a_desk_as_it_was(desk: Path) -> None:
    before = run(desk, "list", "--jsonl", "--withdrawn").stdout
    run(desk, "import", "--dry-run", str(DATA / "tuesday"))
    assert run(desk, "list", "--jsonl", "--withdrawn").stdout == before


def test_quiet_is_quiet(desk: Path) -> None:
    result = run(desk, "import", "--quiet", str(DATA / "tuesday"))
    assert result.stdout == ""
    assert result.stderr == ""


def test_the_conditions_of_fail_on(desk: Path, tmp_path: Path) -> None:
    corrected, killed = DATA / "tuesday" / "castell-ferry-corrected.json", DATA / "tuesday" / "ostrand-kill.jsonl"
    again = Path(shutil.copy(desk, tmp_path / "again.db"))
    run(desk, "import", "--fail-on", "kill", str(corrected))
    run(desk, "import", "--fail-on", "kill", str(killed), code=5)
    run(again, "import", "--fail-on", "correction", str(corrected), code=5)
    run(again, "import", "--fail-on", "correction", str(corrected))
    fresh = tmp_path / "fresh.db"
    run(fresh, "import", "--fail-on", "dispute", str(DATA / "monday"), code=5)
    run(fresh, "import", "--fail-on", "dispute", str(DATA / "monday"))


def test_who_takes_words_that_fit_one_event(monday: Path) -> None:
    by_words = json.loads(run(monday, "who", "bridge", "--json").stdout)
    by_id = json.loads(run(monday, "who", by_words["event"]["event"], "--json").stdout)
    assert by_words == by_id
    assert "bridge" in by_words["event"]["title"].lower()


def test_who_shows_the_accusation_and_its_denial(monday: Path) -> None:
    document = json.loads(run(monday, "who", "bridge", "--json").stdout)
    disputed = [question for question in document["questions"] if question["status"] == "disputed"]
    stances = {
        (position["claimant"], position["stance"]) for question in disputed for position in question["positions"]
    }
    speakers = {claimant for claimant, _ in stances}
    assert {"Ilse Maren", "Erik Sandoval"} <= speakers
    page = run(monday, "who", "bridge").stdout
    assert "DISPUTED" in page
    assert page.splitlines()[-1].startswith("Earliest: C-")


def test_no_such_thing_is_exit_code_4(monday: Path) -> None:
    for arguments in (("who", "E-999"), ("who", "zeppelin xyzzy"), ("show", "C-99999"), ("story", "diff", "S-999")):
        result = run(monday, *arguments, code=4)
        assert result.stdout == ""
        assert result.stderr.startswith("Error: ")


def test_disputes_give_their_reason(monday: Path) -> None:
    found = rows(monday, "disputes")
    assert found
    assert all(dispute["explanation"] and dispute["relation"] in ("denies", "contradicts") for dispute in found)
    page = run(monday, "disputes").stdout
    assert page.splitlines()[0].startswith(f"{len(found)} disputes in ")
    assert page.splitlines()[-1].startswith("Next: claims show D-")


def test_the_march_was_counted_twice(monday: Path) -> None:
    values = {(dispute["left"]["claimant"], dispute["right"]["claimant"]) for dispute in rows(monday, "disputes")}
    assert any("police" in (left + right).lower() and "CLU" in left + right for left, right in values)


def test_every_listing_prints_in_every_form(monday: Path) -> None:
    for name in ("events", "list", "disputes", "agencies"):
        whole = json.loads(run(monday, name, "--json").stdout)
        lines = rows(monday, name)
        assert whole == lines
        sheet = list(csv.DictReader(io.StringIO(run(monday, name, "--csv").stdout)))
        assert len(sheet) == len(lines)
        assert all(any(row.values()) for row in sheet)
        assert len(rows(monday, name, "--limit", "1")) == 1
        assert run(monday, name, "--table").stdout == run(monday, name).stdout


def test_lists_can_be_narrowed(monday: Path) -> None:
    assert {row["claimant"] for row in rows(monday, "list", "--claimant", "adler")} == {"Tomas Adler"}
    assert {row["agency"] for row in rows(monday, "list", "--agency", "Lumen")} == {"Lumen"}
    assert {row["polarity"] for row in rows(monday, "list", "--polarity", "denies")} == {"denies"}
    assert rows(monday, "list", "--since", "2030-01-01") == []


def test_search_spells_loosely(monday: Path) -> None:
    document = json.loads(run(monday, "search", "overloded ferry", "--json").stdout)
    assert any("overloaded" in claim["text"] for claim in document["claims"])


def test_show_leads_from_a_claim_to_its_place_in_the_copy(monday: Path) -> None:
    claim = rows(monday, "list", "--claimant", "orban")[0]
    document = json.loads(run(monday, "show", claim["claim"], "--json").stdout)
    assert document["sentence"] == claim["sentence"]
    page = run(monday, "show", claim["claim"], "--why", "--appearances", "--context").stdout
    assert claim["text"] in page
    assert claim["story"] in page
    story = json.loads(run(monday, "show", claim["story"], "--json").stdout)
    start, end = claim["spans"][0]
    assert story["versions"][-1]["body"][start:end] in claim["text"] or claim["text"]


def test_show_knows_events_and_disputes(monday: Path) -> None:
    dispute = rows(monday, "disputes")[0]
    assert dispute["explanation"] in run(monday, "show", dispute["dispute"]).stdout
    assert json.loads(run(monday, "show", dispute["dispute"], "--json").stdout) == dispute
    event = rows(monday, "events")[0]
    assert event["title"] in run(monday, "show", event["event"]).stdout
    assert event["title"] in run(monday, "event", "show", event["event"]).stdout


def test_a_report_on_standard_output_is_markdown_with_footnotes(monday: Path) -> None:
    page = run(monday, "report", "--disputed").stdout
    assert page.startswith("# Disputed claims\n")
    assert "[^C-" in page
    assert "of " in page.splitlines()[2]


def test_a_report_that_was_written_is_named_when_its_copy_is_corrected(desk: Path, tmp_path: Path) -> None:
    page, sheet = tmp_path / "ferry.md", tmp_path / "ferry.csv"
    result = run(desk, "report", "ferry", "-o", str(page), "-o", str(sheet))
    assert result.stdout == ""
    assert "Wrote" in result.stderr
    assert "61" in page.read_text(encoding="utf-8")
    assert sheet.read_text(encoding="utf-8").startswith("event,event_title,")
    corrected = run(desk, "import", str(DATA / "tuesday" / "castell-ferry-corrected.json"))
    assert "CORRECTED" in corrected.stdout
    assert "61" in corrected.stdout
    assert "16" in corrected.stdout
    assert "ferry.md" in corrected.stdout
    assert "Lumen" in corrected.stdout


def test_a_report_that_was_not_recorded_is_not_named(desk: Path, tmp_path: Path) -> None:
    run(desk, "report", "ferry", "--no-record", "-o", str(tmp_path / "ferry.md"))
    corrected = run(desk, "import", str(DATA / "tuesday" / "castell-ferry-corrected.json"))
    assert "ferry.md" not in corrected.stdout


def test_a_report_with_an_unknown_ending_is_wrong_usage(monday: Path, tmp_path: Path) -> None:
    result = run(monday, "report", "-o", str(tmp_path / "x.doc"), code=2)
    assert ".md" in result.stderr
    run(monday, "report", "-o", str(tmp_path / "no" / "x.md"), code=1)


def test_killed_copy_is_gone_from_what_is_printed(desk: Path) -> None:
    run(desk, "import", str(DATA / "tuesday"))
    for arguments in (["report"], ["report", "--format", "json"], ["report", "--format", "csv"], ["list"]):
        assert "detained at his home" not in run(desk, *arguments).stdout
    withdrawn = rows(desk, "list", "--withdrawn", "--include-withheld")
    killed = next(row for row in withdrawn if "detained at his home" in row["text"])
    assert "detained" not in run(desk, "show", killed["claim"], "--context", "--appearances").stdout
    assert "detained" not in run(desk, "show", killed["story"], "--context").stdout
    page = run(desk, "who", killed["event"]).stdout
    assert f"Not shown: {killed['claim']}, Ostrand" in page
    assert "detained" not in page
    assert "detained" in run(desk, "who", killed["event"], "--include-withheld").stdout


def test_story_diff_holds_the_change_against_the_advisory(desk: Path) -> None:
    run(desk, "import", str(DATA / "tuesday" / "castell-ferry-corrected.json"))
    (story,) = {row["story"] for row in rows(desk, "list", "--claimant", "delmar") if row["agency"] == "Castell"}
    document = json.loads(run(desk, "story", "diff", story, "--json").stdout)
    changed = [change for change in document["claims"] if change["change"] == "changed"]
    assert changed
    assert document["new"]["advisory"].startswith("Corrects number of missing")
    page = run(desk, "story", "diff", story).stdout
    assert "16" in page
    assert "version" in run(desk, "story", "show", story).stdout.lower()


def test_regroup_shows_first_and_writes_on_apply(desk: Path) -> None:
    before = run(desk, "list", "--jsonl").stdout
    run(desk, "regroup")
    assert run(desk, "list", "--jsonl").stdout == before
    run(desk, "regroup", "--apply")
    assert rows(desk, "regroup") == []


def test_reextract_of_the_same_program_changes_nothing(desk: Path) -> None:
    document = json.loads(run(desk, "reextract", "--json").stdout)
    assert (document["changed"], document["new"], document["gone"]) == (0, 0, 0)


def test_the_review_queue_is_printed(monday: Path) -> None:
    for entry in rows(monday, "review", "--list"):
        assert set(entry) == {"review", "subject", "ids", "reason", "score"}
    run(monday, "review", code=2)


def test_agencies_that_an_import_added_are_listed(monday: Path) -> None:
    here = {row["short"]: row for row in rows(monday, "agencies", "--here")}
    assert {"Halyard", "Castell", "Ostrand", "Lumen"} <= set(here)
    assert not here["Halyard"]["known"]


def test_the_database_is_whole_and_at_the_newest_schema(monday: Path) -> None:
    assert "whole" in run(monday, "db", "check").stdout
    assert "Next" not in run(monday, "db", "current").stdout
    assert "nothing to do" in run(monday, "db", "upgrade").stdout
    assert run(monday, "db", "path").stdout.strip() == str(monday)


def test_nothing_but_import_makes_a_database(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    for arguments in (["events"], ["db", "upgrade"], ["report"], ["db", "check"]):
        result = run(missing, *arguments, code=1)
        assert "claims import" in result.stderr
    assert not missing.exists()


def test_times_for_people_are_in_the_zone_of_tz(monday: Path) -> None:
    utc = run(monday, "who", "bridge").stdout
    result = CliRunner().invoke(cli, ["--db", str(monday), "--tz", "Asia/Tokyo", "who", "bridge"])
    assert "9 Mar 05:20" in utc
    assert "9 Mar 14:20" in result.stdout


def test_as_of_shows_what_the_desk_could_have_known(monday: Path) -> None:
    early = json.loads(run(monday, "who", "bridge", "--as-of", "2026-03-09 06:00", "--json").stdout)
    late = json.loads(run(monday, "who", "bridge", "--json").stdout)
    count = [sum(len(q["positions"]) for q in document["questions"]) for document in (early, late)]
    assert 0 < count[0] < count[1]


def test_an_agency_is_announced_as_added_once(tmp_path: Path) -> None:
    first = run(tmp_path / "new.db", "import", str(DATA / "monday"))
    assert first.stderr.count("'Castell' is not in the table; added") == 1
    assert "and" not in next(line for line in first.stderr.splitlines() if "'Castell'" in line)
    assert "is not in the table" not in run(tmp_path / "new.db", "import", str(DATA / "tuesday")).stderr


def test_a_mistyped_agency_and_a_dry_run_make_no_database(tmp_path: Path) -> None:
    copy = str(DATA / "monday" / "castell-maren.txt")
    result = run(tmp_path / "new.db", "import", "--agency", "Reuterz", copy, code=2)
    assert "Reuterz" in result.stderr
    run(tmp_path / "new.db", "import", "--dry-run", copy)
    assert not (tmp_path / "new.db").exists()


def test_headings_count_everything_and_say_how_much_is_shown(monday: Path) -> None:
    for command in ("list", "disputes", "events"):
        whole = run(monday, command).stdout.splitlines()[0].split()[0]
        cut = run(monday, command, "--limit", "1").stdout.splitlines()[0]
        assert cut.split()[0] == whole
        assert cut.endswith("the first 1 shown")


def test_who_takes_a_limit_of_questions(monday: Path) -> None:
    assert len(rows(monday, "who", "bridge", "--limit", "2")) == 2
    assert "--limit left out" in run(monday, "who", "bridge", "--limit", "2").stderr


def test_a_story_that_credits_several_agencies_is_not_said_to_name_none(tmp_path: Path) -> None:
    result = run(tmp_path / "new.db", "import", str(DATA / "monday" / "round-up.txt"))
    assert "no agency named as its sender (it credits" in result.stderr
    assert "review --list" not in result.stdout or "want" in result.stdout
