"""The life of a story: what a version is to the one before it, read from metadata and from the wording.

    UPDATE 2-Floods kill 12           CORRECTED-Floods kill 12        REFILE-Floods kill 12        RPT-Floods kill 12
    BC-EU--Floods, 3rd Ld-Writethru   Correction: Floods story        Eds: UPDATES with quotes     WRAPUP 3-Floods
    (In Jan. 3 story, corrects last paragraph to read …)              (Corrects number of wounded in paragraph 3)
    STORY WITHDRAWN                   KILL: Floods kill 12            HOLD-Floods kill 12          RELEASE-Floods

A tag counts only as a whole segment before "-" or ":" (a "Kill zone: five dead" is no kill), and an order to editors
only where the text is short enough to be nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.records import PubStatus, StoryKind
from claims.text import Span, Spans, squeeze

_KINDS = {
    **{kind.value: kind for kind in StoryKind},
    **dict.fromkeys(("correction", "correct", "corrects", "corr", "corrective"), StoryKind.CORRECTED),
    **dict.fromkeys(("updated", "updates", "add", "addition", "newsbreak", "development"), StoryKind.UPDATE),
    **dict.fromkeys(("writethrough", "write-thru", "write-through", "wrt"), StoryKind.WRITETHRU),
    **dict.fromkeys(("refiled", "resend", "retransmission"), StoryKind.REFILE),
    **dict.fromkeys(("rpt", "repeated", "repeats"), StoryKind.REPEAT),
    **dict.fromkeys(("killed", "withdrawal", "withdrawn", "retraction", "delete", "canceled"), StoryKind.KILL),
    **dict.fromkeys(("withhold", "held", "withheld", "embargo"), StoryKind.HOLD),
    "released": StoryKind.RELEASE,
}
_STATUSES = {
    **dict.fromkeys(("usable", "published", "live", "ok"), PubStatus.USABLE),
    **dict.fromkeys(("withheld", "embargoed"), PubStatus.WITHHELD),
    **dict.fromkeys(("canceled", "cancelled", "withdrawn", "deleted", "retracted"), PubStatus.CANCELED),
}

# The segments that say so, whole; the surest first: a corrected update is a correction.
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|new)"
_TAGS = {
    kind: re.compile(tag + r"(?: \([a-z ]+\))?", re.I)
    for kind, tag in (
        (StoryKind.KILL, r"(?:(?:ap|bulletin|mandatory|urgent|story) )?(?:kill|killed|withdrawn|retraction|retracted)"),
        (StoryKind.HOLD, r"(?:(?:bulletin|urgent|story) )?(?:hold|withhold)"),
        (StoryKind.RELEASE, r"release|released|hold released"),
        (StoryKind.CORRECTED, r"(?:official |clarified )?(?:correct(?:ed|ion|ive|s)|corr)"),
        (StoryKind.REFILE, r"refil(?:e|ed|ing)|resend|resending"),
        (StoryKind.REPEAT, r"rpt|repeat|repeating"),
        (StoryKind.WRITETHRU, rf"(?:{_ORDINAL}[ -]?(?:ld|lead)[ -]?)?write-?thr(?:u|ough)"),
        (StoryKind.LEAD, rf"{_ORDINAL}[ -]?(?:ld|lead)"),
        (StoryKind.UPDATE, r"(?:update|wrapup|updated|updates)(?: ?\d{1,2})?"),
    )
}
_SURENESS = list(_TAGS)
_SEGMENT = re.compile(r"\s*([^\W_][\w.’'/ ]{0,30}?(?: \([\w ]{1,20}\))?)\s?[-:*–—]{1,2}\s?")
_SLUG_CUTS = re.compile(r"[,/()]")  # "-" joins topics: "RUSSIA-HOLD/" holds nothing
_SLUG_LEAD = re.compile(rf"{_ORDINAL}[ -]?ld(?:[ -]?write-?thru)?\b|\bwrite-?thru\b", re.I)

_ORDER_LONGEST = 1_200  # code points of a text that may be nothing but an order to editors
_TO_EDITORS = r"\W*(?:(?:attention )?(?:editors|eds|subscribers|clients)\W{1,3})?(?:please )?"
_COPY = r"(?:story|item|article|alert|headline|copy|snap|report)"
_KILL_ORDER = re.compile(
    _TO_EDITORS
    + rf"(?:(?:mandatory |bulletin )?kill\b(?= ?[-:.\n]| the | this |\W*$)|disregard (?:the|this)\b|do not use\b|"
    rf"{_COPY} (?:is )?(?:withdrawn|killed)\b|this {_COPY} (?:has been|is|was) (?:withdrawn|killed|retracted)\b|"
    rf"(?:the|a) [^\n]{{0,200}}\b{_COPY}\b[^\n]{{0,200}}\b(?:is|has been|was) (?:wrong and is )?withdrawn\b)",
    re.I,
)
_HOLD_ORDER = re.compile(_TO_EDITORS + rf"(?:hold|withhold) (?:the|this) (?:[\w-]+ ){{0,3}}{_COPY}\b", re.I)

_LONGEST_NOTE = 800
_LABEL = re.compile(
    r"\W*(?:eds\.?|ed\.?(?= ?note)|editors?[’']?s?|attention editors?)(?: ?notes?)?\s?:|\W*editor[’']s note\b", re.I
)
_VERBS = (
    r"(?:adds?|updates?|corrects?|corrected|correcting|correction|recasts?|rewrites?|refiles?|refiled|repeats?|rpts?|"
    r"removes?|deletes?|drops?|fixes|inserts?|restores?|changes|clarifies|clarified|amends?|edits|trims?|subs|attaches|"
    r"links|updating|adding|writes thru|new throughout|no change)\b"
)
_NOTE = re.compile(
    rf"[(\[*_\s]*(?:{_VERBS}|with [^)]{{0,80}}photos?\b|"
    rf"(?:in|on) (?:an? |the |this |[a-z]{{3,9}}\.? \d{{1,2}},? )?(?:[\w.’']+ ){{0,4}}{_COPY}\b|"
    rf"(?:this|the|an) (?:[\w.]+ ){{0,4}}(?:version|{_COPY})\b[^)]{{0,160}}\b"
    r"(?:correct|refil|updat|delet|remov|clarif))",
    re.I,
)
_IN_NOTE = (
    (
        StoryKind.CORRECTED,
        re.compile(r"\b(?:corrects|corrected|correcting|correction|corrective)\b|to correct\b", re.I),
    ),
    (StoryKind.REFILE, re.compile(r"\b(?:refiles?|refiled|refiling)\b", re.I)),
    (StoryKind.REPEAT, re.compile(r"^\W*(?:repeats?|rpts?|repeating)\b", re.I)),
    (StoryKind.UPDATE, re.compile(r"\b(?:updates|adds|recasts|updating|adding)\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Where a version says what it is: each as it stands in the copy, "" where it has none."""

    headline: str = ""
    slugline: str = ""
    note: str = ""
    opening: str = ""  # the first paragraph of the text
    length: int = 0  # code points of the whole text


@dataclass(frozen=True, slots=True)
class Life:
    """What a version is, whether it may be used, and what was odd about how the input says so."""

    kind: StoryKind
    status: PubStatus
    warnings: tuple[str, ...] = ()


def advisory(body: str, paragraphs: Spans) -> Span | None:
    """The paragraph (one of the first four) that tells editors what changed: "(Corrects number in paragraph 3)"."""
    for paragraph in paragraphs[:4]:
        if paragraph.end - paragraph.start <= _LONGEST_NOTE and _is_note(body[paragraph.start : paragraph.end]):
            return paragraph
    return None


def _is_note(text: str) -> bool:
    if _LABEL.match(text):
        return True
    return text[0] in "([" and text.rstrip(".; ")[-1] in ")]" and _NOTE.match(text) is not None


def of(wording: Wording, kind: str | None = None, status: str | None = None) -> Life:
    """What the metadata say, else what the wording says.

    `kind` and `status` are as the input gives them; a kind that stands where the status should ("corrected") is taken
    as the kind. An unknown one is warned of and counts for nothing.
    """
    said_status, said_kind = _STATUSES.get(_key(status)), _kind(kind)
    warnings = []
    if status and said_status is None and _kind(status) is None:
        warnings.append(f"unknown status {squeeze(status)[:40]!r}; taken as usable")
    if kind and said_kind is None:
        warnings.append(f"unknown kind {squeeze(kind)[:40]!r}; told from the wording instead")
    if said_kind is None and said_status is None:
        said_kind = _kind(status)
    found = StoryKind.KILL if said_status is PubStatus.CANCELED else said_kind or worded(wording)
    return Life(found or StoryKind.NEW, said_status or _follows(found), tuple(warnings))


def _key(value: str | None) -> str:
    """ "stat:canceled", "urn:…#usable", "sig:correction" → the last word, in small letters."""
    return re.split(r"[:/#]", value.strip())[-1].strip().lower() if value else ""


def _kind(value: str | None) -> StoryKind | None:
    return _KINDS.get(_key(value)) or _KINDS.get(re.sub(r"[\d\s-]+$", "", _key(value)))


def _follows(kind: StoryKind | None) -> PubStatus:
    if kind is StoryKind.KILL:
        return PubStatus.CANCELED
    return PubStatus.WITHHELD if kind is StoryKind.HOLD else PubStatus.USABLE


def worded(wording: Wording) -> StoryKind | None:
    """The surest kind that headline, slugline, advisory or opening words name; None where they name none."""
    found = {kind for part in _segments(wording) if (kind := _tag(part))}
    found.update(kind for kind, pattern in _IN_NOTE if pattern.search(wording.note[:_LONGEST_NOTE]))
    short = wording.length <= _ORDER_LONGEST
    for text in (wording.note, wording.opening if short else ""):
        if _KILL_ORDER.match(text[:_LONGEST_NOTE]):
            found.add(StoryKind.KILL)
        elif _HOLD_ORDER.match(text[:_LONGEST_NOTE]):
            found.add(StoryKind.HOLD)
    return min(found, key=_SURENESS.index, default=None)


def _segments(wording: Wording) -> list[str]:
    """What may be a tag: the first segments of the headline (or all of it), and every segment of the slugline."""
    headline = wording.headline[:300].strip()
    segments = [headline, *re.split(r"[/\n]", wording.note[:_LONGEST_NOTE])]
    at = 0
    while len(segments) < 12 and (match := _SEGMENT.match(headline, at)):
        segments.append(match[1])
        at = match.end()
    slugline = wording.slugline[:300]
    cuts = [part for part in _SLUG_CUTS.split(slugline) if part.isupper()]  # "Hostages, Release" is a topic
    return segments + cuts + _SLUG_LEAD.findall(slugline)


def is_tag(line: str) -> bool:
    """Whether a line says what the version is and nothing else: "REFILE", "1ST LEAD"."""
    return _tag(line) is not None


def _tag(segment: str) -> StoryKind | None:
    segment = segment.strip(" .*")
    return next((kind for kind, tag in _TAGS.items() if tag.fullmatch(segment)), None)
