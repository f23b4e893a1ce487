"""Where headline, byline, dateline, advisory, credits and site scraps stand in a body: spans, and nothing moved.

Of marked-up formats the headline is known, and it is looked for only as a repetition at the top of the body. Plain text
has everything in one stream: its first paragraph is a headline if it is short, alone, and no sentence of the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claims.text import Span, Spans, fold, paragraphs, squeeze
from claims.wire import credits, datelines, embargo, life, scraps
from claims.wire.credits import Credits
from claims.wire.datelines import Dateline
from claims.wire.embargo import Embargo
from claims.wire.times import parse

_ENDS = 40_000  # code points at each end of a long text that are looked at
_HEADLINE_LONGEST = 220
_BYLINE = re.compile(
    r"(?:\W{0,3}(?:by|von|par|por|di)\s|\W{0,2}(?:BY|Von|Par|Por)\s)(?P<names>[^\W\d_][^\n]{2,140})", re.IGNORECASE
)
_TITLE_LINE = re.compile(
    r"[^\n.]{0,60}\b(?:writers?|correspondents?|reporters?|editors?|staff|columnists?|analysts?|contributors?|press|news)\W{0,2}",
    re.I,
)
_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|issued|modified)\s?(?:on|at)?\s?:?|date:)\s*", re.I
)
_STAMP_WITHIN, _STAMP_LONGEST = 8, 80
_SENTENCE_WORDS = re.compile(
    r"\b(?:said|told|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Layout:
    """What was recognised; `skip` holds all of it but the headline, in order, without overlaps."""

    headline: str = ""
    headline_span: Span | None = None
    byline: str = ""
    dateline: Dateline | None = None
    stamp: str = ""  # a line that only dates the text: "Published 12:04 GMT, 3 May 2024", its label left out
    embargo: Embargo | None = None
    note: Span | None = None
    credits: Credits = field(default_factory=Credits)
    skip: Spans = ()
    copy: Spans = ()  # the paragraphs that remain


def layout(body: str, headline: str = "", plain: bool = False) -> Layout:
    """The layout of `body`; `headline` is the one the format gives, `plain` says that the body has everything in it."""
    blocks = _blocks(body)
    forbids = embargo.find(body, blocks)
    blocks = _below(body, blocks, forbids.span) if forbids else blocks
    stamp = _stamp(body, blocks) if plain else None
    furniture = scraps.find(body, blocks) if plain else ()
    furniture = merged((*furniture, *((stamp,) if stamp else ())))
    rest = _without(blocks, furniture)
    top = _headline(body, rest, headline, plain)
    rest = _without(rest, (top,) if top else ())
    note = life.advisory(body, rest)
    bylines = _bylines(body, rest)
    dateline = datelines.find(body, _without(rest, (*bylines, *((note,) if note else ()))))
    found = credits.find(body, _without(rest, bylines))
    taken = (*furniture, *bylines, *found.spans, *((note,) if note else ()))
    apart = (*taken, *((dateline.span,) if dateline else ()), *((forbids.span,) if forbids else ()))
    return Layout(
        headline=squeeze(body[top.start : top.end]) if top and not headline else headline,
        headline_span=top,
        byline=squeeze(body[bylines[0].start : bylines[0].end]) if bylines else "",
        dateline=dateline,
        stamp=_LABEL.sub("", squeeze(body[stamp.start : stamp.end])) if stamp else "",
        embargo=forbids,
        note=note,
        credits=found,
        skip=merged(apart),
        copy=_without(rest, taken),
    )


def _blocks(body: str) -> Spans:
    """Paragraphs; of a very long text those at both ends, since no envelope line stands in the middle."""
    if len(body) <= 3 * _ENDS:
        return paragraphs(body)
    behind = len(body) - _ENDS
    tail = tuple(Span(start + behind, end + behind) for start, end in paragraphs(body[behind:])[1:])
    return paragraphs(body[:_ENDS])[:-1] + tail


def _below(body: str, blocks: Spans, line: Span) -> Spans:
    """The blocks without a line of one of them: what stands above and below it are blocks of their own."""
    found: list[Span] = []
    for block in blocks:
        cut = block.start <= line.start < block.end
        parts = (Span(block.start, line.start), Span(line.end, block.end)) if cut else (block,)
        found += [span for part in parts if (span := _trimmed(body, part)).start < span.end]
    return tuple(found)


def _trimmed(body: str, span: Span) -> Span:
    text = body[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))


def _without(spans: Spans, taken: Spans) -> Spans:
    gone = frozenset(taken)
    return tuple(span for span in spans if span not in gone)


def merged(spans: Spans) -> Spans:
    """`spans` in order, those that touch or overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return tuple(found)


def _headline(body: str, blocks: Spans, headline: str, plain: bool) -> Span | None:
    if headline:
        key = fold(headline).strip(" .*")
        return next((b for b in blocks[:3] if fold(body[b.start : b.end]).strip(" .*") == key), None)
    if not plain or len(blocks) < 2:
        return None
    first, second = blocks[:2]
    return first if _is_headline(body[first.start : first.end], body, first, second) else None


def _is_headline(text: str, body: str, first: Span, second: Span) -> bool:
    if (
        len(text) > _HEADLINE_LONGEST
        or datelines.at(body, first)
        or _BYLINE.match(text)
        or life.advisory(text, (Span(0, len(text)),))
    ):
        return False
    if not any(char.isalpha() for char in text) or text[0] in "*•":
        return False
    if text.rstrip("\"'”’») ")[-1:] not in (".", "!", ",", ":", ";"):
        return True
    short = len(text.split()) <= 18 and second.end - second.start > len(text)
    return short and text[-1] not in ",:" and text[0] not in '"“' and not _SENTENCE_WORDS.search(text)


def _stamp(body: str, blocks: Spans) -> Span | None:
    """The first paragraph near the top that is a date and nothing else."""
    for block in blocks[:_STAMP_WITHIN]:
        text = body[block.start : min(block.end, block.start + _STAMP_LONGEST + 1)]
        if len(text) <= _STAMP_LONGEST and any(map(str.isdigit, text)) and parse(_LABEL.sub("", squeeze(text))).when:
            return block
    return None


def _bylines(body: str, blocks: Spans) -> Spans:
    """The byline among the first paragraphs and the line with the writer's title after it."""
    for n, block in enumerate(blocks[:6]):
        text = body[block.start : block.end]
        if len(text) <= 160 and _is_byline(text):
            title = blocks[n + 1 : n + 2]
            return (block, *(t for t in title if _is_title(body[t.start : t.end])))
    return ()


def _is_byline(text: str) -> bool:
    match = _BYLINE.fullmatch(squeeze(text))
    if match is None or match["names"].rstrip(" =*")[-1:] == ".":
        return False
    words = re.findall(r"[^\W\d_][\w.’'-]*", match["names"])
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and words[0][0].isupper() and capitals >= len(words) * 0.6


def _is_title(text: str) -> bool:
    return len(text) <= 60 and _TITLE_LINE.fullmatch(squeeze(text)) is not None
