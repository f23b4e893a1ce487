"""Attribution by a cue verb: "X said that …", "…, X said", "…, said X", "X told Y …", "X denied any role".

Works on the words of one unit (a sentence, or several that one quotation joins). Inside a content the same rules are
asked again: that gives the nested claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.attribution import subjects
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import CueVerb, verbs, word_list
from claims.attribution.subjects import MARKS, MONTHS, STOPS, WEEKDAYS, Range
from claims.text import Span, Spans, trim

_ENDS = frozenset(".!?…") | {"...", ".."}
_ASIDE = frozenset(",;:–—-") | {"--"}
_SUBORDINATE = frozenset(
    "when while although though if because as since after before asked whereas once unless until".split()
)
_NEGATIONS = frozenset(
    "not never n't cannot refused refuse refuses declined declines decline without failed unable".split()
)
_NOT_AFTER = frozenset(
    "the a an of his her its their our this that these those some any no my most more to by for from with in on at".split()
)
_NOUNS_TOO = frozenset(
    "state report claim note figure count fear hope demand charge rule doubt number relate cut link label term post tweet".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in the copy: its words, its verb group, and whether it is denied ("did not say")."""

    verb: CueVerb
    at: int
    group: int  # first word of the verb group
    end: int  # after the last word, particle included
    negated: bool
    passive: bool
    shared: bool  # its subject is that of the verb before: "… and added"


def cues(copy: Copy, low: int, high: int, quotation: int = -1) -> Iterator[Cue]:
    """The cue verbs between two words that stand outside quotations (or in the one named)."""
    table = verbs()
    for at in range(low, high):
        if copy.quote_of[at] != quotation or copy.words[at][0].isupper():
            continue
        for verb in table.get(copy.low[at], ()):
            end = _particle_end(copy, verb, at, high)
            if end is None:
                continue
            cue = _cue(copy, verb, at, end, low)
            if cue is not None:
                yield cue
                break


def _particle_end(copy: Copy, verb: CueVerb, at: int, high: int) -> int | None:
    if verb.particle is None:
        return at + 1
    for near in range(at + 1, min(high, at + 2)):
        if copy.low[near] == verb.particle:
            return near + 1
    return None


def _cue(copy: Copy, verb: CueVerb, at: int, end: int, low: int) -> Cue | None:
    group = subjects.verb_group_start(copy, at, low)
    while group < at and copy.low[group] == "'s" and verb.form != "ing":
        group = at  # the state's figures, Monday's answer: a noun
    helpers = copy.low[group:at]
    left = copy.low[group - 1] if group > low else ""
    if left in ("'s", "'") and verb.form in ("base", "third", "past"):
        return None
    if group == at and left in _NOT_AFTER and not (left == "that" or left == "no"):
        return None
    passive = any(h in ("was", "were", "been", "be", "being", "is", "are") for h in helpers) and verb.form in (
        "past",
        "participle",
    )
    if verb.form == "base" and not helpers and not _plural_subject(copy, group, low):
        return None
    if verb.form == "base" and left == "," and verb.lemma in _NOUNS_TOO:
        return None
    if verb.form == "ing" and not (left == "," or any(h in ("is", "are", "was", "were", "been") for h in helpers)):
        return None
    negated = any(h in _NEGATIONS or h.endswith("n't") for h in helpers) or (
        left == "to" and copy.low[max(low, group - 2)] in _NEGATIONS
    )
    return Cue(
        verb, at, group, end, negated, passive, left in ("and", "but", "then") or (left == "," and verb.form == "ing")
    )


def _plural_subject(copy: Copy, group: int, low: int) -> bool:
    if group <= low:
        return False
    left = copy.low[group - 1]
    if left in ("they", "we", "i", "you", "who", "police", "people", "experts", "both", "many", "some", "others", ","):
        return True
    return left.endswith("s") and not left.endswith(("'s", "ss"))


# ---- one unit ---------------------------------------------------------------------------------------------------


def read(copy: Copy, low: int, high: int, quotation: int = -1, depth: int = 0) -> list[Found]:
    """The attributions of the words from `low` to `high`; nested ones carry those that hold them in `outer`."""
    if depth > 3 or high - low < 3:
        return []
    found: list[Found] = []
    at = low  # what lies before is spoken for
    known = list(cues(copy, low, high, quotation))
    last_subject: Range | None = None
    closing = _closing(copy, known, low, high)
    for cue in known if closing is None else [closing, *(c for c in known if c is not closing)]:
        if cue.at < at or (cue.negated and cue.verb.lemma not in ("accept",)):
            continue
        read_one = _one(copy, cue, at, low, high, last_subject, known)
        if read_one is None:
            continue
        one, subject, content = read_one
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
    rest = _rest(copy, last, high)
    placed = _placed(copy, last, low, high)
    return last if rest.kind == "end" and placed is not None and _is_statement(copy, low, placed[1]) else None


@dataclass(frozen=True, slots=True)
class _Rest:
    kind: str  # end, aside, that, quote, colon, clause
    at: int  # where the content would begin
    addressee: Range | None = None


def _one(
    copy: Copy, cue: Cue, at: int, low: int, high: int, last: Range | None, known: list[Cue]
) -> tuple[Found, Range | None, list[Range]] | None:
    if cue.passive:
        return None
    rest = _rest(copy, cue, high)
    placed = _placed(copy, cue, at, high)
    post = "post" in cue.verb.frames and placed is not None
    if post and placed is not None:
        subject, edge, cue_end = placed
        behind = _rest_after(copy, cue_end, high, cue) if cue_end > cue.end else rest
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


def _is_adjunct(copy: Copy, cue: Cue, rest: _Rest) -> bool:
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
    if _divides(copy, left):
        subject = subjects.after(copy, cue.end, high)
        if subject is not None and not _is_clause(copy, *subject):
            return subject, left, subject[1]
        return None
    subject_before = subjects.before(copy, cue.group, low)
    if subject_before is None or subject_before[0] - 1 < low or not _divides(copy, subject_before[0] - 1):
        return None
    return subject_before, subject_before[0] - 1, cue.end


def _is_clause(copy: Copy, low: int, high: int) -> bool:
    """Whether what follows an inverted "said" is no speaker but the content: "…, who left early, said nobody was hurt"."""
    stop = next((i for i in range(low, high) if copy.low[i] in ("who", "whose", "that", "which", ",")), high)
    return subjects.has_finite(copy, low, stop) or copy.low[low] in ("that", "it", "he", "she", "they", "there")


def _divides(copy: Copy, at: int) -> bool:
    return copy.low[at] in (",", "?", "!", "–", "—", "--", ";", "...", "…") or (copy.low[at] in MARKS)


def _is_statement(copy: Copy, low: int, edge: int) -> bool:
    """Whether the words before a closing attribution can be what was said: a quotation, or a main clause."""
    if edge <= low:
        return False
    if any(copy.quote_of[i] >= 0 for i in range(low, edge + 1)):
        return True
    if copy.low[low] in _SUBORDINATE or copy.low[low] in word_list("prepositions.txt"):
        return _main_clause_follows(copy, low, edge)
    return edge - low >= 2 and (
        subjects.has_finite(copy, low, edge) or copy.low[low] in ("no", "not", "none", "nothing")
    )


def _main_clause_follows(copy: Copy, low: int, edge: int) -> bool:
    comma = next((i for i in range(low, edge) if copy.low[i] == ","), None)
    if comma is not None and subjects.has_finite(copy, comma + 1, edge):
        return True
    return copy.low[low] not in _SUBORDINATE and subjects.has_finite(copy, low, edge)


def _rest(copy: Copy, cue: Cue, high: int) -> _Rest:
    return _rest_after(copy, cue.end, high, cue)


def _rest_after(copy: Copy, at: int, high: int, cue: Cue) -> _Rest:
    """What follows the cue: nothing more, an aside, or the content (after an addressee and adjuncts)."""
    addressee: Range | None = None
    if "to" in cue.verb.frames and at == cue.end:
        end = addressee_end(copy, at, high)
        if end > at:
            addressee, at = (at, end), end
    at = _skip_adjuncts(copy, at, high)
    if at >= high or copy.low[at] in _ENDS:
        return _Rest("end", at, addressee)
    word = copy.low[at]
    if word == ":":
        return _Rest("colon", at + 1, addressee)
    if word == "," and at + 1 < high and copy.words[at + 1] in MARKS:
        return _Rest("aside", at, addressee)
    if word in _ASIDE:
        return _Rest("aside", at, addressee)
    if word == "that":
        return _Rest("that", at, addressee)
    if word in MARKS and copy.quote_of[at] >= 0:
        return _Rest("quote", at, addressee)
    that = _that_ahead(copy, at, high)
    if that is not None:
        return _Rest("that", that, addressee)
    return _Rest("clause", at, addressee)


def addressee_end(copy: Copy, at: int, high: int) -> int:
    """After whom was told: a pronoun, a name, a noun phrase up to "that", a quotation, a comma or a clause."""
    if at >= high:
        return at
    if copy.low[at] in (
        "him",
        "me",
        "us",
        "them",
        "you",
        "her",
        "it",
        "reporters",
        "journalists",
        "parliament",
        "lawmakers",
    ):
        return at + 1
    end = at
    while end < min(high, at + 14):
        word = copy.low[end]
        if word in STOPS or word in (",", "that", "how", "what", "when", "why", "whether") or word in MARKS:
            break
        if end > at and (
            word in ("on", "in", "at", "by", "he", "she", "it", "they", "there", "we", "his", "its", "their")
            or word in WEEKDAYS
        ):
            break
        if end > at and subjects.begins_phrase(copy, end) and not copy.words[end][0].isupper() and copy.low[end - 1] not in (
            *word_list("prepositions.txt"), "and",
        ):  # fmt: skip
            break
        end += 1
    return end


def _skip_adjuncts(copy: Copy, at: int, high: int) -> int:
    """Skips when and where it was said: "on Monday", "in a statement", "late Friday", "again", "by telephone"."""
    moved = True
    while moved and at < high:
        moved = False
        word = copy.low[at]
        following = copy.low[at + 1] if at + 1 < high else ""
        if (
            word in WEEKDAYS
            or word in ("again", "later", "then", "earlier", "here", "afterwards")
            or (word.endswith("ly") and len(word) > 5 and word != "only")
        ):
            at, moved = at + 1, True
        elif word in ("on", "late", "early", "in") and (following in WEEKDAYS or following in MONTHS):
            at, moved = at + 2, True
            while at < high and copy.low[at].isdigit():
                at += 1
        elif word in ("in", "at", "on", "by", "through", "via", "from", "during", "after") and (
            end := _said_in(copy, at, high)
        ):
            at, moved = end, True
    return at


def _said_in(copy: Copy, at: int, high: int) -> int | None:
    """Where "in a written statement", "at a news conference in Bari", "by telephone" ends; None where it is none."""
    for end in range(at + 1, min(high, at + 7)):
        if copy.low[end] in subjects._SAID_IN and not (end + 1 < high and copy.low[end + 1] in subjects._SAID_IN):
            after = end + 1
            if (
                after + 1 < high
                and copy.low[after] in ("in", "from", "to", "with", "on")
                and copy.words[after + 1][0].isupper()
            ):
                after += 2
                while after < high and copy.words[after][0].isupper() and copy.low[after] not in WEEKDAYS:
                    after += 1
            return after
        if copy.low[end] in STOPS or copy.low[end] == "," or copy.low[end] in MARKS:
            return None
    return None


def _that_ahead(copy: Copy, at: int, high: int) -> int | None:
    """ "that" after an adjunct: "said at the end of a long day that …"."""
    for i in range(at, min(high, at + 16)):
        word = copy.low[i]
        if word == "that" and i > at:
            opens = copy.low[at] in word_list("prepositions.txt") or copy.low[at] in word_list("adverbs.txt")
            return i if opens and not subjects.has_finite(copy, at, i) else None
        if word in STOPS or word in MARKS:
            return None
    return None


# ---- the two orders ---------------------------------------------------------------------------------------------


def _posted(
    copy: Copy, cue: Cue, said: Range, subject: Range, rest: _Rest, high: int, known: list[Cue]
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
    if any(c.verb.form == "ing" and c.group in (start, start + 1) for c in known):
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
        if other.verb.form == "ing" and copy.low[left] == ",":
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
    return high


def _preposed(
    copy: Copy, cue: Cue, subject: Range, rest: _Rest, high: int, known: list[Cue]
) -> tuple[Found, Range, list[Range]] | None:
    frames = cue.verb.frames
    start = rest.at
    frame = _frame(copy, frames, rest, start, high)
    if frame is None:
        return None
    stop = _next_attribution(copy, start, high, known, cue)
    if frame == "np":
        stop = _phrase_end(copy, start, stop)
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


def _frame(copy: Copy, frames: frozenset[str], rest: _Rest, start: int, high: int) -> str | None:
    """How the verb takes what follows, or None where it takes it in no way that attributes."""
    if rest.kind in ("end", "aside"):
        return None
    if rest.kind == "that":
        return "that" if frames & {"that", "clause"} else ("np" if "np" in frames else None)
    if rest.kind in ("colon", "quote"):
        return "quote" if frames & {"that", "clause", "quote", "np"} else _object_frame(copy, frames, start, high)
    if "clause" in frames and subjects.has_finite(copy, start, min(high, start + 40)):
        return "clause"
    return _object_frame(copy, frames, start, high)


def _object_frame(copy: Copy, frames: frozenset[str], start: int, high: int) -> str | None:
    word = copy.low[start]
    if word in frames and word in ("of", "about", "on", "at", "for"):
        return "of"
    if "np" in frames and word not in word_list("prepositions.txt") and word not in ("to", "and", "or", "but"):
        return "np"
    if "np-figure" in frames and any(c.isdigit() for c in copy.words[start]):
        return "np"
    if "as" in frames and word not in word_list("prepositions.txt"):
        return "as"
    second = next((f[2:] for f in frames if f.startswith("x-")), None)
    if second is None:
        return None
    allowed = {f[2:].split("-")[0] for f in frames if f.startswith("x-")}
    for at in range(start + 1, min(high, start + 25)):
        if copy.low[at] in STOPS:
            return None
        if copy.low[at] in allowed:
            return "object"
    return None


def _phrase_end(copy: Copy, start: int, stop: int) -> int:
    """Where a noun phrase that is the content ends: before ", saying", ", but", "on Monday", "in a statement"."""
    for at in range(start + 1, stop):
        if copy.quote_of[at] >= 0:
            continue
        word, following = copy.low[at], copy.low[at + 1] if at + 1 < stop else ""
        if word == "," and (
            following in ("but", "saying", "and", "while", "calling", "insisting", "adding")
            or following.endswith("ing")
        ):
            return at
        if word in (";", ":", "—", "–", "--"):
            return at
        if word == "and" and at + 1 < stop and copy.low[at + 1].endswith("ed"):
            return at
    return stop


def _medium(copy: Copy, addressee: Range | None) -> Spans:
    return (copy.span(*addressee),) if addressee is not None else ()


def _spans(copy: Copy, ranges: list[Range]) -> Spans:
    found = (content_span(copy, low, high) for low, high in ranges)
    return tuple(s for s in found if s is not None)


_LOOSE = frozenset((",", ";", ":", ".", "–", "—", "--", "...", "and", "but", "while", "whereas"))


def content_span(copy: Copy, low: int, high: int) -> Span | None:
    """The span of a content: without punctuation at its ends, without marks that open or close all of it."""
    while low < high and (copy.low[low] in (",", ";", ":", "–", "—", "--") or copy.low[low] in _ENDS):
        low += 1
    while high > low and (copy.low[high - 1] in _LOOSE):
        high -= 1
    if high <= low:
        return None
    span = trim(copy.body, copy.span(low, high))
    return unquoted(copy, span)


def unquoted(copy: Copy, span: Span) -> Span | None:
    """A span without the marks around it, where one quotation fills it; and without a full stop at its end."""
    for q in copy.quotations:
        if q.outer.start == span.start and q.outer.end >= span.end - 1:
            span = trim(copy.body, Span(q.inner.start, min(q.inner.end, span.end)), ",.;")
            break
    span = Span(span.start, span.end)
    return span if span.start < span.end else None
