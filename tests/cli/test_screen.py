from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from claims.cli.failures import Failure, exit_code
from claims.cli.listing import Shape, flatten, print_json, print_listing
from claims.cli.options import Instant, Output, output_options
from claims.cli.screen import fit, say
from claims.cli.setting import Setting, zone
from claims.cli.tables import Column, print_table
from claims.cli.words import plural
from claims.errors import Ambiguous, ClaimsError, ConfigError, DatabaseUnavailable, NotFound, UnknownAgency


@contextmanager
def stdout(encoding: str) -> Iterator[io.BytesIO]:
    raw = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        stream = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
        patch.setattr("sys.stdout", stream)
        yield raw
        stream.detach()


def test_symbols_fall_back_to_ascii_where_the_stream_cannot_carry_them() -> None:
    assert fit("4 → 9 · “x”…", "ascii") == '4 -> 9 | "x"...'
    assert fit("4 → 9", "utf-8") == "4 → 9"
    assert fit("Владимир", "ascii") == "????????"


@given(st.text())
def test_any_text_fits_any_stream(text: str) -> None:
    for encoding in ("ascii", "latin-1", "cp1252"):
        fit(text, encoding).encode(encoding)


def test_nothing_that_steers_a_terminal_reaches_it() -> None:
    with stdout("utf-8") as raw:
        say("red \x1b[31m, bidi \u202e, C1 \x9b, NUL \x00, half \udcff")
    assert raw.getvalue() == b"red \\x1b[31m, bidi \\u202e, C1 \\x9b, NUL \\x00, half \\udcff\n"


@given(st.text())
def test_json_is_printed_whole_on_any_stream_without_steering_it(text: str) -> None:
    for encoding in ("utf-8", "ascii"):
        with stdout(encoding) as raw:
            print_json({"text": text})
        line = raw.getvalue().decode(encoding)
        assert json.loads(line) == {"text": text}
        assert "\x1b" not in line
        assert line.count("\n") == 1
        assert len(line.splitlines()) == 1


SHAPE: Shape[tuple[str, int]] = Shape(
    lambda row: {"name": row[0], "count": row[1], "side": {"claim": "C-1"}},
    ("name", "count", "side_claim"),
    (Column("name", lambda row: row[0]), Column("count", lambda row: row[1], number=True)),
)


def printed(form: str, limit: int | None = None) -> str:
    with stdout("utf-8") as raw:
        print_listing([("=a", 1), ("b\nc", 22)], SHAPE, Output(form, limit))
    return raw.getvalue().decode()


def test_one_listing_prints_in_four_forms() -> None:
    assert json.loads(printed("json"))[1]["count"] == 22
    assert [json.loads(line)["count"] for line in printed("jsonl").splitlines()] == [1, 22]
    assert printed("csv") == 'name,count,side_claim\n\'=a,1,C-1\n"b\nc",22,C-1\n'
    assert printed("table") == "NAME  COUNT\n=a        1\nb c      22\n"


def test_limit_holds_in_every_form() -> None:
    assert len(json.loads(printed("json", 1))) == 1
    assert len(printed("jsonl", 1).splitlines()) == 1
    assert len(printed("table", 1).splitlines()) == 2


def test_tables_in_a_pipe_are_not_wrapped() -> None:
    with stdout("utf-8") as raw:
        print_table(["x" * 500], (Column("long", lambda row: row),))
    assert raw.getvalue().decode().splitlines()[1] == "x" * 500


def test_nested_fields_become_columns() -> None:
    assert flatten({"left": {"claim": 1, "spans": [[1, 2]]}, "via": ["a"]}) == {
        "left_claim": 1,
        "left_spans": "[[1, 2]]",
        "via": ["a"],
    }


@click.command()
@output_options()
def listing(output: Output) -> None:
    click.echo(f"{output.form} {output.limit}")


def test_the_switches_are_the_same_on_every_listing() -> None:
    runner = CliRunner()
    assert runner.invoke(listing).output == "table None\n"
    assert runner.invoke(listing, ["--jsonl", "--limit", "3"]).output == "jsonl 3\n"
    assert runner.invoke(listing, ["--limit", "0"]).exit_code == 2


def test_each_error_has_its_exit_code() -> None:
    codes = [
        (NotFound("x"), 4),
        (Ambiguous("x", ["E-1", "E-2"]), 4),
        (ConfigError("x"), 2),
        (UnknownAgency("x"), 2),
        (DatabaseUnavailable("x"), 1),
        (ClaimsError("x"), 1),
    ]
    assert [exit_code(error) for error, _ in codes] == [code for _, code in codes]


def test_several_matches_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    Failure(Ambiguous("Two events match 'fire'.", ["E-1 Fire", "E-2 Fires"], "Give the id.")).show()
    assert capsys.readouterr().err.splitlines() == [
        "Error: Two events match 'fire'.",
        "  E-1 Fire",
        "  E-2 Fires",
        "Give the id.",
    ]


def instant(text: str, closing: bool = False, tz: str = "UTC") -> datetime:
    context = click.Context(listing, obj=Setting(zone=zone(tz)))
    return Instant(closing).convert(text, None, context)


def test_times_without_an_offset_are_in_the_zone_of_tz() -> None:
    assert instant("2026-03-09 18:00", tz="Europe/Berlin") == datetime(2026, 3, 9, 17, tzinfo=UTC)
    assert instant("2026-03-09T18:00Z", tz="Europe/Berlin") == datetime(2026, 3, 9, 18, tzinfo=UTC)


def test_a_bare_day_closes_with_its_last_moment() -> None:
    assert instant("2026-03-09") == datetime(2026, 3, 9, tzinfo=UTC)
    assert instant("2026-03-09", closing=True) == datetime(2026, 3, 9, 23, 59, 59, 999999, tzinfo=UTC)


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_a_usage_error(text: str) -> None:
    try:
        instant(text)
    except click.BadParameter:
        return


def test_an_unknown_zone_is_a_usage_error() -> None:
    with pytest.raises(ConfigError, match="No time zone"):
        zone("Mars/Olympus")


def test_numbers_and_their_words_agree() -> None:
    assert plural(1, "story") == "1 story"
    assert plural(1204, "story") == "1,204 stories"
    assert plural(2, "day") == "2 days"
