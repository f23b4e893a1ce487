"""A story with its versions, and what changed between two of them, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.cli import screen
from claims.cli.fields import diff_fields, story_fields
from claims.cli.listing import print_document
from claims.cli.options import Output
from claims.cli.setting import setting
from claims.cli.shapes import claims
from claims.cli.tables import Column, print_table
from claims.cli.words import joined, next_commands, plural
from claims.desk.views import StoryView, VersionDiff, VersionView
from claims.records import PubStatus
from claims.reports.fields import ref
from claims.reports.senders import known
from claims.reports.times import full_clock


def print_story(view: StoryView, output: Output, *, context: bool = False) -> None:
    """The story's versions and claims on stdout; with `context` also the text of its current version."""
    if not output.for_people:
        print_document(story_fields(view), output)
        return
    current = _current(view)
    screen.say(joined([ref("S", view.id) or "", *known([view.agency]), current.headline or view.guid]), style="bold")
    for line in _about(view):
        screen.say(line)
    print_table(view.versions, _COLUMNS)
    if context:
        screen.say()
        screen.say(current.body or "The text of this copy must not go out.")
    shown = [claim for claim in view.claims if claim.passage.text]
    screen.say()
    screen.say(plural(len(shown), "claim") + _withheld(len(view.claims) - len(shown)))
    if shown:
        print_table(shown, claims(setting().zone).columns)
    next_commands(*([f"story diff S-{view.id}"] if len(view.versions) > 1 else []), f"show S-{view.id} --context")


def _withheld(count: int) -> str:
    return f", {count} withheld or withdrawn" if count else ""


def _current(view: StoryView) -> VersionView:
    return next((version for version in view.versions if version.current), view.versions[-1])


def _about(view: StoryView) -> Iterator[str]:
    if view.copy_of:
        yield f"  a copy of {ref('S', view.copy_of)}: the same origin"
    if view.copies:
        yield f"  copied by {', '.join(str(ref('S', copy)) for copy in view.copies)}"
    if (credited := known(view.agencies)) and credited != [view.agency]:
        yield f"  credits {', '.join(credited)}"
    for version in view.versions:
        for warning in version.warnings:
            yield f"  version {version.number}: {warning}"


_COLUMNS: tuple[Column[VersionView], ...] = (
    Column("version", lambda version: version.number, number=True),
    Column("kind", lambda version: version.kind.value),
    Column("status", lambda version: "" if version.status == PubStatus.USABLE else version.status.value),
    Column("published", lambda version: full_clock(version.published, setting().zone, version.zone_known)),
    Column("claims", lambda version: version.claims, number=True),
    Column("headline", lambda version: version.headline),
    Column("advisory", lambda version: version.ed_note),
)


def print_diff(diff: VersionDiff, output: Output) -> None:
    """What changed between two versions, and whether the advisory announced it."""
    if not output.for_people:
        print_document(diff_fields(diff), output)
        return
    kind = diff.new.kind.value
    name = " ".join([*known([diff.agency]), ref("S", diff.story_id) or ""])
    screen.say(f"{name} v{diff.old.number} → v{diff.new.number} {kind}", style="bold")
    for line in diff.lines or _diff(diff):
        screen.say(f" {line}")
    next_commands(f"story show S-{diff.story_id}")


def _diff(diff: VersionDiff) -> Iterator[str]:
    changed = [change for change in diff.claims if change.change != "unchanged"]
    if not changed and not diff.texts:
        yield "nothing changed"
    for change in changed:
        words = change.what or f"{change.before} → {change.after}"
        yield f"{ref('C', change.claim_id)} {change.change}: {words}{_announced(change.announced)}"
    for text in diff.texts:
        yield f"paragraph {text.paragraph}: “{text.before}” → “{text.after}”{_announced(text.announced)}"
    for missing in diff.not_found:
        yield f"announced and not found: {missing}"
    if diff.odd:
        yield f"odd: {diff.odd}"
    yield from (f"rests on the old version: {rest}" for rest in diff.rests)


def _announced(announced: bool | None) -> str:
    return {True: "  as announced", False: "  NOT in the advisory", None: ""}[announced]
