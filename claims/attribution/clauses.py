"""Attribution by a cue verb: "X said that …", "…, X said", "…, said X", "X told Y …", "X denied any role".

Works on the words of one unit (a sentence, or several that one quotation joins). Inside a content the same rules are
asked again: that gives the nested claims.
"""

from __future__ import annotations

from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.adjuncts import Rest, rest_after
from claims.attribution.copytext import Copy
from claims.attribution.cues import Cue, cues
from claims.attribution.edges import content_span
from claims.attribution.found import Found
from claims.attribution.frames import frame_of, phrase_end
from claims.attribution.lexicon import word_list
from claims.attribution.subjects import MARKS, STOPS, Range
from claims.text import Spans

_SUBORDINATE = frozenset(
    "when while although though if because as since after before asked whereas once unless until".split()
)


def read(copy: Copy, low: int, high: int, quotation: int = -1, depth: int = 0) -> list[Found]:
    """The attributions of the words from `low` to `high`; nested ones carry those that hold them in `outer`."""
    if depth > 3 or high - low < 3:
        return []
    found: list[Found] = []
    at = low  # what lies before is spoken for
    known = list(cues(copy, low, high, quotation))
    last_subject: Range | None = None
    opened: int | None = None  # where the sentence began that a relative clause broke into
    closing = _closing(copy, known, low, high)
    for cue in known if closing is None else [closing, *(c for c in known if c is not closing)]:
        if cue.at < at or (cue.negated and cue.verb.lemma not in ("accept",)):
            continue
        resumed = opened is not None and cue.group - 1 == at and copy.low[at] == ","
        read_one = _one(copy, cue, opened if resumed and opened is not None else at, high, last_subject, known)
        if read_one is None:
            continue
        one, subject, content = read_one
        opened = at if _is_relative(copy, cue) else None
        last_subject = subject or last_subject
        found.append(one)
        for part_low, part_high in content:
            inner = read(copy, part_low, part_high, _quotation_of(copy, part_low, part_high, quotation), depth + 1)
            found.extend(_nest(one, n) for n in inner)
        at = max(at, cue.end, *(b for _, b in content))
    return found


def _quotation_of(copy: Copy, low: int, high: int, quotation: int) -> int:
    inside = {copy.quote_of[i] for i in range(low, high)}
    return inside.pop() if len(inside) == 1 else quotation


def _nest(one: Found, inner: Found) -> Found:
    return replace(inner, confidence=min(one.confidence, inner.confidence), outer=(*inner.outer, one))


def _closing(copy: Copy, known: list[Cue], low: int, high: int) -> Cue | None:
    """A cue at the end of the unit that takes all before it: "Officials said the bridge fell, the paper reported."""
    if len(known) < 2:
        return None
    last = known[-1]
    if "post" not in last.verb.frames or last.passive or last.negated:
        return None
    rest = rest_after(copy, last.end, high, last)
    placed = _placed(copy, last, low, high)
    return last if rest.kind == "end" and placed is not None and _is_statement(copy, low, placed[1]) else None


def _one(
    copy: Copy, cue: Cue, at: int, high: int, last: Range | None, known: list[Cue]
) -> tuple[Found, Range | None, list[Range]] | None:
    if cue.passive:
        return None
    rest = rest_after(copy, cue.end, high, cue)
    placed = _placed(copy, cue, at, high)
    post = "post" in cue.verb.frames and placed is not None
    if post and placed is not None:
        subject, edge, cue_end = placed
        behind = rest_after(copy, cue_end, high, cue) if cue_end > cue.end else rest
        if _is_statement(copy, at, edge) and (behind.kind in ("end", "aside") or _is_adjunct(copy, cue, behind)):
            return _posted(copy, cue, (at, edge), subject, behind, high, known)
    if cue.shared and last is not None and not _own_subject(copy, cue):
        subject = last
    else:
        own = subjects.before(copy, cue.group, at)
        if own is None:
            return None
        subject = own
    return _preposed(copy, cue, subject, rest, high, known)


def _is_adjunct(copy: Copy, cue: Cue, rest: Rest) -> bool:
    """Whether what follows a closing attribution is a circumstance ("during a tour of the city"), no content."""
    if rest.kind != "clause":
        return False
    word = copy.low[rest.at]
    if word in cue.verb.frames:
        return False
    return word in word_list("prepositions.txt") or word in (
        "while",
        "when",
        "after",
        "before",
        "as",
        "who",
        "and",
        "but",
    )


def _own_subject(copy: Copy, cue: Cue) -> bool:
    return copy.low[cue.group - 1] not in ("and", "but", "then", ",")


def _placed(copy: Copy, cue: Cue, low: int, high: int) -> tuple[Range, int, int] | None:
    """For a cue behind what is said: (subject, where what is said ends, where source and cue end)."""
    left = cue.group - 1
    if left < low:
        return None
    if _divides(copy, left) and cue.verb.lemma not in _WHOM:
        subject = subjects.after(copy, cue.end, high)
        if subject is not None and not _is_clause(copy, *subject):
            return subject, left, subject[1]
        return None
    subject_before = subjects.before(copy, cue.group, low)
    if subject_before is None or subject_before[0] - 1 < low or not _divides(copy, subject_before[0] - 1):
        return None
    return subject_before, subject_before[0] - 1, cue.end


_WHOM = frozenset(("tell", "inform", "assure", "remind", "notify"))
"""Verbs behind which stands whom it was said to, never who said it."""


def _is_clause(copy: Copy, low: int, high: int) -> bool:
    """Whether what follows "said" is no speaker but the content: "…, who left early, said nobody was hurt"."""
    stop = next((i for i in range(low, high) if copy.low[i] in ("who", "whose", "that", "which", ",")), high)
    return subjects.has_finite(copy, low, stop) or copy.low[low] in ("that", "it", "he", "she", "they", "there")


def _divides(copy: Copy, at: int) -> bool:
    return copy.low[at] in (",", "?", "!", "–", "—", "--", ";", "...", "…") or (copy.low[at] in MARKS)


def _is_relative(copy: Copy, cue: Cue) -> bool:
    """Whether a cue is the verb of a relative clause: "The officer, who | claims | he was beaten, said …"."""
    at = cue.group - 1
    return at > 0 and copy.low[at] in ("who", "which") and copy.low[at - 1] == ","


def _resumes(copy: Copy, cue: Cue, other: Cue) -> bool:
    """Whether the main clause goes on with `other` behind the relative clause of `cue`: "…, | said | …"."""
    if other.verb.form not in ("past", "third") or copy.low[other.group - 1] != "," or not _is_relative(copy, cue):
        return False
    return other.end >= len(copy.low) or copy.low[other.end] != "by"


def _is_statement(copy: Copy, low: int, edge: int) -> bool:
    """Whether the words before a closing attribution can be what was said: a quotation, or a main clause."""
    if edge <= low or _is_described(copy, low, edge):
        return False
    if any(copy.quote_of[i] >= 0 for i in range(low, edge + 1)):
        return True
    if copy.low[low] in _SUBORDINATE or copy.low[low] in word_list("prepositions.txt"):
        return _main_clause_follows(copy, low, edge)
    return edge - low >= 2 and (
        subjects.has_finite(copy, low, edge) or copy.low[low] in ("no", "not", "none", "nothing")
    )


def _is_described(copy: Copy, low: int, edge: int) -> bool:
    """Whether the words are but somebody and a relative clause: "The company, which denies wrongdoing, | said …"."""
    comma = next((i for i in range(low, edge - 1) if copy.low[i] == ","), None)
    if comma is None or copy.low[comma + 1] not in ("who", "which", "whose") or copy.quote_of[low] >= 0:
        return False
    return not subjects.has_finite(copy, low, comma) and not any(
        copy.low[i] == "," and _is_verb(copy, i + 1) for i in range(comma + 2, edge - 1)
    )


def _is_verb(copy: Copy, at: int) -> bool:
    return subjects.is_finite(copy, at) or copy.low[at] in word_list("auxiliaries.txt")


def _main_clause_follows(copy: Copy, low: int, edge: int) -> bool:
    comma = next((i for i in range(low, edge) if copy.low[i] == ","), None)
    if comma is not None and subjects.has_finite(copy, comma + 1, edge):
        return True
    return copy.low[low] not in _SUBORDINATE and subjects.has_finite(copy, low, edge)


def _posted(
    copy: Copy, cue: Cue, said: Range, subject: Range, rest: Rest, high: int, known: list[Cue]
) -> tuple[Found, Range, list[Range]] | None:
    low, edge = _without_joint(copy, *said)
    ranges = [(low, edge)]
    if rest.kind == "aside":
        more = _medial(copy, rest.at, high, known, cue)
        if more is not None:
            ranges.append(more)
    content = _spans(copy, ranges)
    if not content:
        return None
    quoted = any(copy.quote_of[i] >= 0 for i in range(low, edge + 1))
    one = Found(
        source=(copy.span(*subject),),
        cue=(copy.span(cue.group, cue.end),),
        content=content,
        frame="quote" if quoted else "post",
        verb=cue.verb.lemma,
        medium=_medium(copy, rest.addressee),
        confidence=0.95 if quoted else 0.9,
    )
    return one, subject, ranges


def _without_joint(copy: Copy, low: int, edge: int) -> Range:
    while low < edge and (
        copy.low[low] in ("and", "but", "so", ",", ";", "yet", ":", "then") or copy.low[low] in STOPS
    ):
        low += 1
    return low, edge


def _medial(copy: Copy, at: int, high: int, known: list[Cue], cue: Cue) -> Range | None:
    """The rest of what is said behind an inserted "he said": up to the end, or to the next attribution."""
    start = at + 1
    if start >= high or copy.low[at] not in (",", ";", "–", "—", "--"):
        return None
    if any(c.verb.form == "ing" and c.group in (start, start + 1) for c in known) or subjects.counters(copy, start):
        return None
    if copy.low[start] in (
        "adding",
        "speaking",
        "citing",
        "quoting",
        "referring",
        "according",
        "noting",
        "without",
        "who",
        "although",
        "though",
    ):
        return None
    stop = _next_attribution(copy, start, high, known, cue)
    return (start, stop) if stop - start >= 2 else None


def _next_attribution(copy: Copy, start: int, high: int, known: list[Cue], cue: Cue) -> int:
    """Where the content must end because the next attribution begins (a comma or joint before its subject)."""
    for other in known:
        if other.at <= max(start, cue.at) or other is cue:
            continue
        left = other.group - 1
        if (other.verb.form == "ing" and copy.low[left] == ",") or _resumes(copy, cue, other):
            return left
        if other.verb.form in ("past", "third") and other.shared and not other.negated:
            return left
        subject = subjects.before(copy, other.group, start)
        if subject is None or subject[0] <= start:
            continue
        joint = subject[0] - 1
        if copy.low[joint] in ("but", "while", "although", "though", "whereas") or (
            copy.low[joint] == "and" and copy.low[subject[0]] not in subjects.PRONOUNS
        ):
            return joint - 1 if copy.low[joint - 1] == "," else joint
    return _aside_end(copy, start, high)


def _aside_end(copy: Copy, start: int, high: int) -> int:
    for at in range(start, high):
        if copy.quote_of[at] < 0 and copy.low[at] == "according" and at + 1 < high and copy.low[at + 1] == "to":
            return at - 1 if copy.low[at - 1] == "," else at
        if subjects.counters(copy, at):
            return at - 1
    return high


def _preposed(
    copy: Copy, cue: Cue, subject: Range, rest: Rest, high: int, known: list[Cue]
) -> tuple[Found, Range, list[Range]] | None:
    frames = cue.verb.frames
    start = rest.at
    frame = frame_of(copy, frames, rest, start, high)
    if frame is None:
        return None
    stop = _next_attribution(copy, start, high, known, cue)
    if copy.low[subject[0]] in ("who", "which") and subject[1] - subject[0] > 1:
        stop = _main_verb(copy, start, stop)
    if frame == "np":
        stop = phrase_end(copy, start, stop)
    content = _spans(copy, [(start, stop)])
    if not content:
        return None
    one = Found(
        source=(copy.span(*subject),),
        cue=(copy.span(cue.group, cue.end),),
        content=content,
        frame=frame,
        verb=cue.verb.lemma,
        medium=_medium(copy, rest.addressee),
        confidence={"that": 0.95, "quote": 0.9, "clause": 0.88, "np": 0.75}.get(frame, 0.7),
    )
    return one, subject, [(start, stop)]


def _main_verb(copy: Copy, low: int, high: int) -> int:
    """Where a relative clause ends and the main one goes on: "Hart, who Lind says lied | , has left"."""
    return next((i for i in range(low + 1, high - 1) if copy.low[i] == "," and _is_verb(copy, i + 1)), high)


def _medium(copy: Copy, addressee: Range | None) -> Spans:
    return (copy.span(*addressee),) if addressee is not None else ()


def _spans(copy: Copy, ranges: list[Range]) -> Spans:
    found = (content_span(copy, low, high) for low, high in ranges)
    return tuple(s for s in found if s is not None)
