"""How long `claims who` takes on a full desk: 100,000 claims, made in a minute with bulk inserts, then asked.

    python -m benchmarks.who                          # an SQLite file in a temporary folder
    python -m benchmarks.who --db postgresql://HOST/NAME --claims 100000 --largest 500

The figures are seconds of the use case itself (median of five); `command` is the whole of `claims who`, Python's
start included. The claims are invented from templates: enough words for terms, figures and denials to be what they are.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from claims.config import database_url
from claims.desk import Desk
from claims.desk.filters import ClaimFilter, EventFilter, WhoFilter
from claims.store import engine, migrations, tables
from claims.store.activities import Work, start
from claims.text import fold

START = datetime(2026, 1, 1, tzinfo=UTC)
AGENCIES = ("AFP", "Reuters", "BBC", "AP", "dpa", "TASS")
SAYINGS = (
    ("asserts", "{n} people were killed in the {what} in {place}"),
    ("asserts", "{n} people were wounded when the {what} hit {place}"),
    ("asserts", "{who} was behind the {what} in {place}"),
    ("denies", "{who} had anything to do with the {what} in {place}"),
    ("asserts", "the {what} in {place} was an accident"),
)
WHAT = ("explosion", "shelling", "fire", "derailment", "flood", "strike", "collapse", "landslide")
SYLLABLES = ("al", "den", "nor", "kel", "lan", "mar", "vo", "sta", "bren", "tor", "ek", "ush")
PER_STORY = 10
PER_EVENT = 50


def fill(connection: Connection, claims: int, largest: int) -> None:
    """Put that many claims into an empty database; the first event gets `largest` of them."""
    chance = random.Random(20260101)
    activity = start(connection, Work("benchmark", "benchmark", "benchmarks.who"), START)
    people = [f"{_name(chance)} {_name(chance)}" for _ in range(2_000)]
    sources = [{"name": name, "kind": "agency"} for name in AGENCIES] + [{"name": n, "kind": "person"} for n in people]
    _put(connection, tables.Source, ({"folded": fold(s["name"]), "story_id": None, "uri": None, **s} for s in sources))
    sizes = [largest, *[PER_EVENT] * (-(-(claims - largest) // PER_EVENT))]
    places = [_name(chance) for _ in sizes]
    _put(connection, tables.Event, (_event(n, places[n - 1], activity) for n in range(1, len(sizes) + 1)))
    home = [event for event, size in enumerate(sizes, 1) for _ in range(size)][:claims]
    stories = -(-claims // PER_STORY)
    _put(connection, tables.Story, (_story(n, activity) for n in range(1, stories + 1)))
    _put(
        connection,
        tables.StoryVersion,
        (_version(n, places[home[(n - 1) * PER_STORY] - 1], activity) for n in range(1, stories + 1)),
    )
    made = [_claim(n, home[n - 1], places, people, chance) for n in range(1, claims + 1)]
    for table, rows in (
        (tables.Claim, (_row(m, activity) for m in made)),
        (tables.Appearance, (_appearance(m, activity) for m in made)),
        (tables.Attribution, (_link(m) for m in made)),
        (tables.Figure, (_figure(m) for m in made if m["n"] is not None)),
        (tables.Membership, (_membership(m, activity) for m in made)),
        (tables.ClaimTerm, (row for m in made for row in _terms(m))),
    ):
        _put(connection, table, rows)


def _put(connection: Connection, table: Any, rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, 5_000)):
        connection.execute(insert(table), batch)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def _event(n: int, place: str, activity: int) -> dict[str, Any]:
    days = {"starts": _time(n * PER_EVENT // PER_STORY).date(), "ends": _time(n * PER_EVENT // PER_STORY).date()}
    title = f"{WHAT[n % len(WHAT)].capitalize()} in {place}"
    merged = {"merged_into_id": None, "stale": False, "activity_id": activity}
    return {"title": title, "slug": fold(title).replace(" ", "-"), "located": place, **days, **merged}


def _time(story: int) -> datetime:
    return START + timedelta(minutes=5 * story)


def _story(n: int, activity: int) -> dict[str, Any]:
    return {
        "agency_id": n % len(AGENCIES) + 1,
        "guid": f"item-{n}",
        "guid_given": True,
        "copy_of_id": None,
        "activity_id": activity,
    }


def _version(n: int, place: str, activity: int) -> dict[str, Any]:
    headline = f"{WHAT[n % len(WHAT)].capitalize()} in {place}"
    text = dict.fromkeys("slugline byline credit_line ed_note origin".split(), "")
    empty = dict.fromkeys(("version", "embargoed", "document_digest", "dateline", "located", "url", "headline_span"))
    times = {"published": _time(n), "known": _time(n), "arrived": _time(n), "zone_known": True}
    lists: dict[str, Any] = {"skip": [], "rows": [], "warnings": []}
    return {
        "story_id": n,
        "number": 1,
        "current": True,
        "kind": "new",
        "pub_status": "usable",
        "content_digest": str(n),
        "format": "text",
        "headline": headline,
        "language": "en",
        "body": headline,
        "lead": headline,
        "extractable": True,
        "activity_id": activity,
        **text,
        **empty,
        **times,
        **lists,
    }


def _claim(n: int, event: int, places: list[str], people: list[str], chance: random.Random) -> dict[str, Any]:
    polarity, saying = chance.choice(SAYINGS)
    number = chance.randint(2, 90) if "{n}" in saying else None
    what = WHAT[event % len(WHAT)]
    text = saying.format(n=number, what=what, place=places[event - 1], who=chance.choice(people))
    who = chance.randrange(len(people))
    return {"id": n, "event": event, "polarity": polarity, "text": text, "who": who, "name": people[who], "n": number}


def _row(made: dict[str, Any], activity: int) -> dict[str, Any]:
    return {
        "story_id": (made["id"] - 1) // PER_STORY + 1,
        "claimant_id": len(AGENCIES) + 1 + made["who"],
        "external_id": None,
        "folded": fold(f"{made['name']} {made['text']}"),
        "kind": "figure" if made["n"] else "responsibility",
        "polarity": made["polarity"],
        "checkable": True,
        "status": "current",
        "first_seen": _time((made["id"] - 1) // PER_STORY + 1),
        "activity_id": activity,
        "changed_by_id": None,
    }


def _appearance(made: dict[str, Any], activity: int) -> dict[str, Any]:
    sentence = f"{made['name']} said {made['text']}."
    nothing = dict.fromkeys(("unnamed", "starts", "ends", "when_span", "doubt"))
    return {
        "claim_id": made["id"],
        "version_id": (made["id"] - 1) // PER_STORY + 1,
        "position": 0,
        "speaks": True,
        "text": made["text"],
        "sentence": sentence,
        "paragraph": sentence,
        "kind": "figure" if made["n"] else "responsibility",
        "polarity": made["polarity"],
        "modality": "fact",
        "speech": "indirect",
        "checkable": True,
        "named": True,
        "claimants": [made["name"]],
        "share": [],
        "places": [],
        "when_inferred": False,
        "confidence": 0.9,
        "activity_id": activity,
        **nothing,
    }


def _link(made: dict[str, Any]) -> dict[str, Any]:
    spans = {"source_spans": [[0, 1]], "cue_spans": [[1, 2]], "content_spans": [[2, 3]]}
    who = {"source_id": len(AGENCIES) + 1 + made["who"], "name": made["name"], "kind": "person"}
    return {"appearance_id": made["id"], "position": 0, "rank": 0, **who, **spans}


def _figure(made: dict[str, Any]) -> dict[str, Any]:
    nothing = dict.fromkeys(("unit", "place", "as_of", "span"))
    action = "killed" if "killed" in made["text"] else "wounded"
    value = {"low": float(made["n"]), "high": float(made["n"]), "approximate": False}
    return {"appearance_id": made["id"], "position": 0, "counted": "people", "action": action, **value, **nothing}


def _membership(made: dict[str, Any], activity: int) -> dict[str, Any]:
    decided = {"decided_by": "machine", "score": 0.8, "features": [], "judgement_id": None}
    return {"claim_id": made["id"], "event_id": made["event"], "activity_id": activity, **decided}


def _terms(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    day = _time((made["id"] - 1) // PER_STORY + 1).date().toordinal()
    for term in sorted(set(fold(made["text"]).split()))[:8]:
        yield {"term": term, "day": day, "claim_id": made["id"], "weight": 0.35}


def seconds(task: Callable[[], object]) -> float:
    """The median time of five runs."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        task()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def measure(url: str) -> None:
    with Desk.open(url) as desk:
        largest, ordinary = desk.event("E-1"), desk.event("E-9")
        print(f"{largest.claims + ordinary.claims} claims in E-1 ({largest.claims}) and E-9 ({ordinary.claims})")
        for name, task in {
            f"who, {ordinary.claims} claims": lambda: desk.who(ordinary, WhoFilter()),
            f"who, {largest.claims} claims": lambda: desk.who(largest, WhoFilter()),
            "who as of a time": lambda: desk.who(largest, WhoFilter(as_of=START + timedelta(days=1))),
            "event by words": lambda: desk.event(ordinary.title),
            "events": lambda: desk.events(EventFilter()),
            "list of one claimant": lambda: list(desk.claims(ClaimFilter(claimant="alden", limit=50))),
            "search": lambda: desk.search(f"killed {ordinary.located}", 20),
            "search, misspelt": lambda: desk.search(f"kiled {ordinary.located}", 20),
        }.items():
            print(f"  {name:<24} {seconds(task):6.3f} s")
    command = [sys.executable, "-c", "from claims.cli import main; main()", "--db", url, "who", "E-9"]
    print(f"  {'command':<24} {seconds(lambda: subprocess.run(command, check=True, capture_output=True)):6.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--db")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--largest", type=int, default=500, help="claims of the largest event")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = database_url(given.db or str(Path(folder) / "who.db"))
        migrations.upgrade(url)
        begun = time.perf_counter()
        with engine.opened(url) as opened, engine.writing(opened) as connection:
            fill(connection, given.claims, given.largest)
        print(f"{given.claims} claims made in {time.perf_counter() - begun:.0f} s")
        measure(url)


if __name__ == "__main__":
    main()
