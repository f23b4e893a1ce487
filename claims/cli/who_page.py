"""A dossier as a person reads it on a terminal: a heading a question, a line a position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from claims.cli import screen
from claims.cli.words import joined, plural
from claims.records import Claim, Dossier, Event, Position, Question
from claims.reports.doubtful import doubtful
from claims.reports.fields import ref
from claims.reports.senders import known, sender_told
from claims.reports.statements import NOBODY, in_quotes, own_denial, stance, via, who
from claims.reports.times import clock, days, earliest, first_said
from claims.reports.tolls import span, tolls
from claims.reports.withheld import reason
from claims.text import squeeze

_WIDTH = 80
_LONG = 110  # a proposition longer than this is cut; `claims show` has it whole
_NAMED = 3  # claims named behind a position
_TAGS = {"disputed": "DISPUTED", "rising": "rising, no dispute", "agreed": "agreed", "single": ""}
_STYLES = {"disputed": "bold red", "rising": "yellow"}

Row = tuple[str, ...]


def heading(event: Event) -> str:
    """ "Blast on the bridge · Sarn · 9 Mar 2026 · 7 stories, 4 agencies"."""
    copy = f"{plural(event.stories, 'story')}, {plural(len(known(event.agencies)), 'agency')}"
    return joined([squeeze(event.title), event.located or "", days(event.starts, event.ends), copy])


def print_who(dossier: Dossier, zone: tzinfo, barred: Sequence[Claim] = ()) -> None:
    """The whole page on stdout; of `barred` claims, whose copy must not go out, only the reference and why."""
    screen.say(heading(dossier.event), style="bold")
    if dossier.as_of:
        screen.say(f"As of {clock(dossier.as_of, zone)}")
    alone = [question for question in dossier.questions if _stands_alone(question)]
    for question in dossier.questions:
        if question not in alone:
            _print_question(question, zone)
    _print_alone(alone, zone)
    if not dossier.questions:
        screen.say("Nobody is on record with a claim of fact that fits.")
    if barred:
        screen.say()
    for claim in barred:
        screen.say(f"Not shown: {ref('C', claim.id)}, {sender_told(claim.story)} S-{claim.story.id}: {reason(claim)}")
    if any(doubtful(claim) for claim in _claims(dossier)):
        screen.say()
        screen.say("? in doubt, look it up in the copy: claims show C-… --context", style="dim")
    screen.say()
    screen.say(_last_line(dossier, zone), style="dim")


def _stands_alone(question: Question) -> bool:
    return question.status == "single" and len(question.positions) == 1


def _print_alone(questions: Sequence[Question], zone: tzinfo) -> None:
    """What one speaker says and nobody else speaks to: a row each, under one heading."""
    if not questions:
        return
    screen.say()
    screen.say("ALSO SAID", style="bold")
    told = [(each, own_denial(each, question)) for question in questions for each in question.positions]
    rows = [(f"  {_first([each]):<5}", stance(each, denial), *_cells(each, zone)[:3]) for each, denial in told]
    widths = _widths(rows)
    for row, (position, denial) in zip(rows, told, strict=True):
        words = _shortened(position.label or position.proposition)
        shown = in_quotes(words) if denial else words
        screen.say(f"{_aligned(row, widths):<{sum(widths) + 8}}  {shown}")


def _print_question(question: Question, zone: tzinfo) -> None:
    tag = _TAGS.get(question.status, question.status)
    screen.say()
    title = _shortened(question.title, _WIDTH - 2).upper()
    screen.say(f"{title:<{_WIDTH}}{tag}".rstrip(), style=_STYLES.get(question.status, "bold"))
    lines = list(_rising(question, zone) if question.status == "rising" else _lines(question, zone))
    widths = _widths([line for line in lines if isinstance(line, tuple)])
    for line in lines:
        screen.say(line if isinstance(line, str) else _aligned(line, widths))


def _lines(question: Question, zone: tzinfo) -> Iterator[str | Row]:
    """A line for each proposition, and under it a row for each who holds or denies it.

    A denial in its own words is a line of its own, and under it who makes it: "denies" there would deny the denial.
    """
    held: dict[tuple[str, bool], list[Position]] = {}
    for position in question.positions:
        key = position.label or position.proposition, own_denial(position, question)
        held.setdefault(key, []).append(position)
    for (what, denial), positions in held.items():
        words = _shortened(what)
        yield f"  {_first(positions):<5} {f'A denial: {in_quotes(words)}' if denial else words}"
        for position in sorted(positions, key=lambda each: each.stance != "says"):
            yield (f"        {'by' if denial else stance(position):<7}", *_cells(position, zone))


def _rising(question: Question, zone: tzinfo) -> Iterator[str | Row]:
    """One row for each speaker: the count, from the first to the last."""
    for toll in tolls(question):
        agencies = known(dict.fromkeys(agency for claim in toll.claims for agency in claim.story.agencies))
        speaker = (squeeze(toll.speaker) or NOBODY) + squeeze(via(toll.claims))
        yield (
            f"  {_id(toll.claims[0]) if toll.claims else '':<5} {speaker}",
            " → ".join(_shortened(value) for value in toll.values),
            _between(toll.claims, zone),
            " ".join(agencies),
            plural(toll.origins, "origin"),
            _ids(toll.claims),
        )


def _between(claims: Sequence[Claim], zone: tzinfo) -> str:
    if not claims:
        return ""
    times = dict.fromkeys(clock(time, zone, claim.story.zone_known) for claim, time in span(claims))
    return " – ".join(times)


def _cells(position: Position, zone: tzinfo) -> Row:
    named = any(claim.passage.named for claim in position.claims) or not position.claims
    return (
        (squeeze(who(position)) or NOBODY) + ("" if named else ", unnamed") + squeeze(via(position.claims)),
        first_said(position, zone),
        " ".join(known(position.agencies)),
        plural(position.origins, "origin") if named else "unnamed only",
        _ids(position.claims),
    )


def _first(positions: Sequence[Position]) -> str:
    """The claim to look at first: the earliest that says it, else the earliest that denies it."""
    claims = [claim for position in sorted(positions, key=lambda p: p.stance != "says") for claim in position.claims]
    return _id(claims[0]) if claims else ""


def _ids(claims: Sequence[Claim]) -> str:
    more = f" +{len(claims) - _NAMED}" if len(claims) > _NAMED else ""
    return " ".join(_id(claim) for claim in claims[:_NAMED]) + more


def _id(claim: Claim) -> str:
    return f"{ref('C', claim.id)}{'?' if doubtful(claim) else ''}"


def _shortened(text: str, longest: int = _LONG) -> str:
    line = squeeze(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _widths(rows: Sequence[Row]) -> list[int]:
    columns = max((len(row) for row in rows), default=0)
    return [max(len(row[i]) for row in rows if i < len(row)) for i in range(columns)]


def _aligned(row: Row, widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def _claims(dossier: Dossier) -> list[Claim]:
    return [claim for question in dossier.questions for position in question.positions for claim in position.claims]


def _last_line(dossier: Dossier, zone: tzinfo) -> str:
    first = earliest(_claims(dossier))
    event = ref("E", dossier.event.id)
    if first is None:
        return f"Next: claims disputes {event} · claims report {event}"
    time, claim = first
    name = ref("C", claim.id)
    told = f"Earliest: {name}, {clock(time, zone, claim.story.zone_known)} ({sender_told(claim.story)})."
    return f"{told} Next: claims disputes {event} · claims show {name}"
