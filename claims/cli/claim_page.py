"""One claim as a person reads it: the words, who, where in the copy, and on request why it is where it is."""

from __future__ import annotations

from collections.abc import Iterator

from claims.cli import screen
from claims.cli.fields import claim_view_fields
from claims.cli.listing import print_document
from claims.cli.options import Output
from claims.cli.setting import setting
from claims.cli.words import joined, next_commands
from claims.desk.views import AppearanceView, ClaimView
from claims.records import Claim, Feature
from claims.reports import withheld
from claims.reports.fields import ref
from claims.reports.senders import sender_told
from claims.reports.statements import opening, said
from claims.reports.times import clock, full_clock

_NOT_OUT = "The text of this copy must not go out."


def print_claim(
    view: ClaimView, output: Output, *, why: bool, appearances: bool, context: bool, include_withheld: bool = False
) -> None:
    """The claim on stdout; in JSON all of it, whatever the switches say."""
    if not output.for_people:
        print_document(claim_view_fields(view), output)
        return
    barred = None if include_withheld else withheld.reason(view.claim)
    for line in _claim(view.claim, barred):
        screen.say(line)
    if context:
        screen.say()
        screen.say(_NOT_OUT if barred or not view.context else view.context)
    for line in [*(_appearances(view, barred) if appearances else ()), *(_why(view) if why else ())]:
        screen.say(line)
    event = view.claim.event_id
    more = [] if why and context else [f"show C-{view.claim.id} --context --why"]
    next_commands(*([f"who E-{event}", f"disputes E-{event}"] if event else []), *more)


def _claim(claim: Claim, barred: str | None) -> Iterator[str]:
    passage, story = claim.passage, claim.story
    shown = f"{opening(claim)}(not shown)" if barred else said(claim)
    yield f"{ref('C', claim.id)}  {shown}"
    yield "  " + joined(
        [passage.kind.value, passage.modality.value, passage.speech.value, f"sure {passage.confidence:.2f}"]
    )
    if passage.doubt:
        yield f"  in doubt: {passage.doubt}"
    spans = ", ".join(f"{start}–{end}" for start, end in passage.content)
    published = full_clock(story.published, setting().zone, story.zone_known)
    yield f"  {sender_told(story)} {ref('S', story.id)} version {story.version}, {published}, characters {spans}"
    if barred:
        yield f"  {barred}"
    elif claim.sentence:
        yield f"  “{claim.sentence}”"
    if claim.event_id:
        decided = "a person" if claim.decided_by == "human" else "the program"
        event = f"{ref('E', claim.event_id)} {claim.event_title}".rstrip()
        yield f"  in {event}, decided by {decided}"


def _appearances(view: ClaimView, barred: str | None) -> Iterator[str]:
    yield ""
    yield "Where it stands"
    for seen in view.appearances:
        current = " (current)" if seen.current else ""
        yield f"  version {seen.version}{current}, {clock(seen.published, setting().zone)}: {_chain(seen)}"
        yield f"    {_NOT_OUT if barred or not seen.sentence else seen.sentence}"


def _chain(seen: AppearanceView) -> str:
    return " ← ".join(
        f"{link.name or '(nobody named)'} [{', '.join(f'{start}–{end}' for start, end in link.content)}]"
        for link in seen.passage.chain
    )


def _why(view: ClaimView) -> Iterator[str]:
    yield ""
    if view.reason:
        yield f"Placed by a person: {view.reason}"
    elif view.score is not None:
        yield f"Placed with a score of {view.score:.2f}"
    yield from _features(view.features, "  ")
    for each in view.candidates:
        yield f"  considered: {ref('E', each.event_id)} {each.title}, {each.score:.2f}"
        yield from _features(each.features, "    ")
    for act in view.activities:
        when = full_clock(act.started, setting().zone)
        yield f"  {when}  {act.command} by {act.actor}, {act.software}  {act.summary}"


def _features(features: tuple[Feature, ...], indent: str) -> Iterator[str]:
    for feature in features:
        yield f"{indent}{feature.name:<14} {feature.value:+.2f}  {feature.phrase}"
