"""DOSSIER → MARKDOWN: a page that an editor can use as it is.

Per event: the disputed questions as tables of positions with the reason for the dispute, tolls that rise, what is not
disputed, and what must not be printed; every line has a footnote that leads back to the sentence in the copy.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import Claim, Dispute, Dossier, Position, Question
from claims.reports import withheld
from claims.reports.fields import ref
from claims.reports.markdown_marks import plain, quoted, table
from claims.reports.markdown_notes import Notes, doubt
from claims.reports.selection import DISPUTED, RISING, selected
from claims.reports.senders import known, sender_told
from claims.reports.statements import own_denial, stance, via, who
from claims.reports.style import PLAIN, Style
from claims.reports.times import clock, days, earliest, first_said, full_clock
from claims.reports.tolls import tolls

_READ_ME = (
    "*Read by machine from the agencies' copy. A dispute says that two claims cannot both hold; it does not say which "
    "is true. Origins are the distinct sources behind a position, however many outlets carry it. Footnotes give the "
    "place in the copy: characters are counted from the start of the story's text.*"
)

_REASONS = 3  # pairs of claims told of a question; the rest is counted


def markdown_report(dossiers: Sequence[Dossier], style: Style = PLAIN) -> str:
    """The whole report, footnotes at the end; one line at the top says how much is disputed."""
    notes = Notes(style)
    shown = [selected(dossier, style) for dossier in dossiers]
    lines = [f"# {'Disputed claims' if style.disputed else 'Who says what'}", "", _summary(shown), ""]
    lines += _as_of(shown, style)
    for dossier, whole in zip(shown, dossiers, strict=True):
        lines += _event(dossier, withheld.withheld(whole), notes, style)
    return "\n".join([*lines, "---", "", _READ_ME, "", *notes.lines()]).rstrip() + "\n"


def _summary(dossiers: Sequence[Dossier]) -> str:
    disputed = [_count(dossier, DISPUTED) for dossier in dossiers]
    return (
        f"{_plural(sum(disputed), 'question')} in dispute in {sum(1 for n in disputed if n)} of "
        f"{_plural(len(dossiers), 'event')}."
    )


def _as_of(dossiers: Sequence[Dossier], style: Style) -> list[str]:
    times = sorted({dossier.as_of for dossier in dossiers if dossier.as_of})
    return [f"As the desk could have known it at {full_clock(times[0], style.zone)}.", ""] if times else []


def _count(dossier: Dossier, status: str) -> int:
    return sum(1 for question in dossier.questions if question.status == status)


def _plural(count: int, word: str) -> str:
    many = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return f"{count} {word if count == 1 else many}"


def _event(dossier: Dossier, barred: tuple[Claim, ...], notes: Notes, style: Style) -> list[str]:
    lines = [f"## {plain(dossier.event.title)}", "", _where(dossier), ""]
    for question in dossier.questions:
        if question.status == DISPUTED:
            lines += _disputed(question, dossier, notes, style)
    rising = [question for question in dossier.questions if question.status == RISING]
    if rising:
        lines += ["### Not disputes, but watch", ""]
        lines += [line for question in rising for line in _rising(question, notes, style)] + [""]
    lines += _undisputed(dossier, notes, style)
    return lines + _not_printed(barred)


def _where(dossier: Dossier) -> str:
    event = dossier.event
    carried = [plain(", ".join(known(event.agencies)))] if known(event.agencies) else []
    parts = [
        ref("E", event.id) or "",
        plain(event.located or ""),
        days(event.starts, event.ends),
        ": ".join([_plural(event.stories, "story"), *carried]) if event.agencies else "",
    ]
    return " · ".join(part for part in parts if part)


def _disputed(question: Question, dossier: Dossier, notes: Notes, style: Style) -> list[str]:
    lines = [f"### {_capital(question.title)}: disputed", "", *_positions(question, notes, style), ""]
    found = _evidence(question, dossier)
    reasons = [_reason(dispute, style) for dispute in found[:_REASONS]]
    if left := len(found) - len(reasons):
        reasons.append(f"- and {left} more: `claims disputes {ref('E', dossier.event.id)}` lists all")
    return [*lines, *reasons, ""] if reasons else lines


def _positions(question: Question, notes: Notes, style: Style) -> list[str]:
    header = ["Who", "Stance", "Position", "First said", "Carried by", "Origins"]
    rows = [_position(position, question, notes, style) for position in question.positions]
    if not style.text:
        return table(header, rows)
    words = [_words(position) for position in question.positions]
    return table([*header, "In the copy"], [[*row, word] for row, word in zip(rows, words, strict=True)])


def _position(position: Position, question: Question, notes: Notes, style: Style) -> list[str]:
    what = (position.proposition if style.text else position.label) or position.label
    denial = bool(what) and own_denial(position, question)
    return [
        _who(position),
        stance(position, denial),
        f"{quoted(what) if denial else plain(what)} {notes.mark(position.claims)}".strip(),
        first_said(position, style.zone),
        plain(", ".join(known(position.agencies))),
        str(position.origins),
    ]


def _who(position: Position) -> str:
    named = plain(who(position)) or "nobody named"
    unnamed = position.claims and not any(claim.passage.named for claim in position.claims)
    return (f"{named} (unnamed)" if unnamed and position.claimant else named) + plain(via(position.claims))


def _words(position: Position) -> str:
    if not position.claims:
        return ""
    claim = position.claims[0]
    mark = " (in doubt)" if doubt(claim) else ""
    return quoted(claim.sentence or claim.passage.text) + mark


def _capital(title: str) -> str:
    return plain(title[:1].upper() + title[1:])


def _evidence(question: Question, dossier: Dossier) -> list[Dispute]:
    """The pairs behind a question, surest first; where pairs name no question, those between its claims."""
    held = {claim.id for position in question.positions for claim in position.claims}
    found = [
        dispute
        for dispute in dossier.disputes
        if dispute.finding.relation in ("denies", "contradicts")
        and dispute.question in (None, question.id)
        and {dispute.left.id, dispute.right.id} <= held
    ]
    return sorted(found, key=lambda dispute: (-dispute.finding.score, dispute.id))


def _reason(dispute: Dispute, style: Style) -> str:
    settled = "" if dispute.status == "open" else f" ({plain(dispute.status)})"
    why = dispute.finding.explanation if style.text else f"{dispute.finding.kind or dispute.finding.relation}"
    name = ref("D", dispute.id) if dispute.id else "Then"  # as of a time past: not kept as it was
    return f"- {name}{settled}: {plain(why)}"


def _rising(question: Question, notes: Notes, style: Style) -> list[str]:
    lines = [f"- **{_capital(question.title)}**"]
    for toll in tolls(question):
        agencies = known(dict.fromkeys(agency for claim in toll.claims for agency in claim.story.agencies))
        values = " → ".join(plain(value) for value in toll.values)
        first = earliest(toll.claims)
        since = clock(first[0], style.zone, first[1].story.zone_known) if first else clock(None, style.zone)
        speaker = (plain(toll.speaker) or "nobody named") + plain(via(toll.claims))
        carried = ", ".join([f"since {since}", *map(plain, agencies)])
        lines.append(f"    - {speaker}: {values} {notes.mark(toll.claims)} ({carried})")
    return lines


def _undisputed(dossier: Dossier, notes: Notes, style: Style) -> list[str]:
    rest = [q for q in dossier.questions if q.status not in (DISPUTED, RISING)]
    if style.disputed or not rest:
        return []
    lines = ["### Said, and not disputed", ""]
    for question in rest:
        for position in question.positions:
            speaker, does, what, first, carried, _ = _position(position, question, notes, style)
            seen = ", ".join(part for part in (first, carried) if part)
            comma = "," if via(position.claims) else ""
            lines.append(f"- {speaker}{comma} {does}: {what} ({seen})")
    return [*lines, ""]


def _not_printed(barred: tuple[Claim, ...]) -> list[str]:
    if not barred:
        return []
    lines = ["### Not printed", ""]
    for claim in barred:
        story = claim.story
        place = f"{plain(sender_told(story))}, {ref('S', story.id)} version {story.version}"
        lines.append(f"- {ref('C', claim.id)} ({place}): {withheld.reason(claim)}")
    return [*lines, ""]
