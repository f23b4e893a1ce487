"""`claims story diff` and the lines of an import: what a version changes, its advisory, and what rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.desk import advisory, copytext, impact, keeping_back, storyviews
from claims.desk.views import ClaimChange, TextChange, VersionDiff, VersionView
from claims.desk.wording import differing, differs, what_changed
from claims.errors import NotFound
from claims.records import Passage, PubStatus, StoryKind
from claims.store import listing, reading, stories
from claims.store.engine import Connection

_NOT_SHOWN = "(not shown)"
_WITHOUT_COPY = (StoryKind.KILL, StoryKind.HOLD)


def diff(
    connection: Connection, story_id: int, old: int | None, new: int | None, *, include_withheld: bool = False
) -> VersionDiff:
    """Two versions of a story compared, by our numbers; without them the current one and the one it replaced."""
    story = storyviews.view(connection, story_id, include_withheld=include_withheld)
    ranked = sorted(stories.versions(connection, [story_id]), key=lambda version: version.rank)
    order = [version.number for version in ranked]
    newer = order[-1] if new is None else new
    before = order[: order.index(newer)] if newer in order else []
    older = (before[-1] if before else None) if old is None else old
    views = {version.number: version for version in story.versions}
    if older not in views or newer not in views:
        raise NotFound(
            f"S-{story_id} has no {'earlier ' if older is None else ''}version to compare.",
            f"claims story show S-{story_id}",
        )
    ids = {version.number: version.id for version in ranked}
    stopped = not include_withheld and bool(listing.not_to_go_out(connection, [story_id], stories.now()))
    barred = frozenset(c.id for c in story.claims if not include_withheld and (stopped or keeping_back.withheld(c)))
    return _diff(connection, _Asked(story_id, story.agency, views[older], views[newer], ids, barred, stopped))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Two versions of a story, the ids of all of them by our numbers, and the claims whose words are kept back."""

    story_id: int
    agency: str
    old: VersionView
    new: VersionView
    ids: dict[int, int]
    barred: frozenset[int]
    stopped: bool  # none of its copy may go out


def notes(connection: Connection, story_id: int, old: int, new: int) -> tuple[str, ...]:
    """The lines an import prints of a version that replaces another."""
    return diff(connection, story_id, old, new).lines


def _diff(connection: Connection, asked: _Asked) -> VersionDiff:
    old, new, ids = asked.old, asked.new, asked.ids
    texts = {v.number: copytext.read(stories.load(connection, ids[v.number])) for v in (old, new)}
    before, after = (dict(reading.passages(connection, ids[v.number])) for v in (old, new))
    claims = _claims(before, after, texts[old.number], texts[new.number])
    bare = not after and (new.status is not PubStatus.USABLE or new.kind in _WITHOUT_COPY)
    words = () if bare else _texts(claims, before, after, texts[old.number], texts[new.number])
    found = VersionDiff(asked.story_id, asked.agency, old, new, claims, words)
    found = _against(found, advisory.read(new.ed_note, new.kind), texts[old.number], texts[new.number])
    found = replace(found, odd=_odd(found), rests=_rests(connection, found, before, after, asked))
    found = _kept_back(found, asked.barred, asked.stopped)
    return replace(found, lines=tuple(lines(found)))


def _kept_back(found: VersionDiff, barred: frozenset[int], stopped: bool) -> VersionDiff:
    """The diff without the words of claims that are kept back; the copy around them goes with it where all are."""
    claims = tuple(
        replace(change, before="", after="", what=_NOT_SHOWN) if change.claim_id in barred else change
        for change in found.claims
    )
    stopped = stopped or (bool(barred) and barred >= {change.claim_id for change in found.claims})
    texts = tuple(replace(change, before="", after="") for change in found.texts) if stopped else found.texts
    return replace(found, claims=claims, texts=texts)


def _claims(
    before: dict[int, Passage], after: dict[int, Passage], old: copytext.Copy, new: copytext.Copy
) -> tuple[ClaimChange, ...]:
    changes = [_change(claim_id, before.get(claim_id), passage, new) for claim_id, passage in after.items()]
    gone = [_change(claim_id, passage, None, old) for claim_id, passage in before.items() if claim_id not in after]
    return tuple(changes + gone)


def _change(claim_id: int, old: Passage | None, new: Passage | None, copy: copytext.Copy) -> ClaimChange:
    paragraph = copy.paragraph_of((new or old).content) if new or old else None  # type: ignore[union-attr]
    before, after = old.text if old else "", new.text if new else ""
    if old is None or new is None:
        return ClaimChange(
            claim_id, "new" if old is None else "gone", before, after, f'"{_short(before or after)}"', paragraph
        )
    if not differs(old, new):
        return ClaimChange(claim_id, "unchanged", before, after, "", paragraph)
    return ClaimChange(claim_id, "changed", before, after, what_changed(old, new), paragraph)


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69].rsplit(" ", 1)[0] + " …"


def _texts(
    claims: Sequence[ClaimChange],
    before: dict[int, Passage],
    after: dict[int, Passage],
    old: copytext.Copy,
    new: copytext.Copy,
) -> tuple[TextChange, ...]:
    moved = [change for change in claims if change.change != "unchanged"]
    told_old = [before[change.claim_id] for change in moved if change.claim_id in before]
    told_new = [after[change.claim_id] for change in moved if change.claim_id in after]
    found = copytext.changes(old.without(told_old), new.without(told_new))
    headline = copytext.headline_change(old, new)
    return (*headline, *found)


def _against(found: VersionDiff, note: advisory.Advisory | None, old: copytext.Copy, new: copytext.Copy) -> VersionDiff:
    if note is None:
        return found
    count = len(new.paragraphs)
    every: tuple[ClaimChange | TextChange, ...] = (*found.claims, *found.texts)
    seen = [asked for c in every if (asked := _asked(c)).before != asked.after]
    claims = tuple(
        change if change.change == "unchanged" else replace(change, announced=note.announces(_asked(change), count))
        for change in found.claims
    )
    texts = tuple(replace(change, announced=note.announces(_asked(change), count)) for change in found.texts)
    return replace(found, claims=claims, texts=texts, not_found=note.missing(seen, old.body, new.body, count))


def _asked(change: ClaimChange | TextChange) -> advisory.Changed:
    before, after = differing(change.before, change.after)
    return advisory.Changed(change.paragraph or 0, before, after, f"{change.before} {change.after}")


def _odd(found: VersionDiff) -> str:
    moved = [f"C-{change.claim_id}" for change in found.claims if change.change in ("changed", "gone")]
    if found.new.kind is StoryKind.REFILE and moved:
        return f"odd: a refile that changes {', '.join(moved[:5])}"
    return ""


def _rests(
    connection: Connection,
    found: VersionDiff,
    before: dict[int, Passage],
    after: dict[int, Passage],
    asked: _Asked,
) -> tuple[str, ...]:
    touched = {c.claim_id: before[c.claim_id] for c in found.claims if c.change in ("changed", "gone")}
    old_ids = [version_id for number, version_id in asked.ids.items() if number != found.new.number]
    question = impact.Changed(found.story_id, found.agency, old_ids, touched, after, asked.barred)
    return impact.rests(connection, question) if touched else ()


_SAYS = {True: "as announced", False: "NOT in the advisory", None: ""}


def lines(found: VersionDiff) -> list[str]:
    """A diff as lines for people: the advisory, each change, what rests on the old version."""
    told = [f'advisory   "{" ".join(found.new.ed_note.split())}"'] if found.new.ed_note else []
    told += [_claim_line(found, change) for change in found.claims if change.change in ("changed", "gone")]
    if found.new.kind in (StoryKind.CORRECTED, StoryKind.REFILE):
        told += [_claim_line(found, change) for change in found.claims if change.change == "new"]
        told += [_text_line(change) for change in found.texts]
    told += [f"{what}   announced, not found" for what in found.not_found]
    told += [found.odd] if found.odd else []
    if found.rests:
        told += [f"Rests on v{found.old.number}:", *(f"  {line}" for line in found.rests)]
    return told


def _claim_line(found: VersionDiff, change: ClaimChange) -> str:
    fate = {"new": "new ", "gone": _fate(found)}.get(change.change, "")
    return _joined(change.paragraph, f"C-{change.claim_id} {fate}{change.what}", change.announced)


def _fate(found: VersionDiff) -> str:
    if found.new.status is PubStatus.CANCELED or found.new.kind is StoryKind.KILL:
        return "withdrawn: "
    return "held: " if found.new.status is PubStatus.WITHHELD or found.new.kind is StoryKind.HOLD else "gone: "


def _text_line(change: TextChange) -> str:
    if not change.before and not change.after:
        return _joined(change.paragraph, _NOT_SHOWN, change.announced)
    before, after = differing(change.before, change.after)
    return _joined(change.paragraph, f'"{before}" → "{after}"', change.announced)


def _joined(paragraph: int | None, what: str, announced: bool | None) -> str:
    place = "headline" if paragraph == 0 else f"¶{paragraph}" if paragraph else "–"
    return "   ".join(part for part in (place, what, _SAYS[announced]) if part)
