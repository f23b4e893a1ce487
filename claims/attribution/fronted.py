"""Through whom it came, said first or last: "According to the Courier, the bank said …", "he says so -state TV"."""

from __future__ import annotations

from dataclasses import replace

from claims.attribution import subjects
from claims.attribution.board import Board, within
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.kinds import is_voice
from claims.text import Span, cover, trim

DASHES = subjects.DASHES | {"-"}
_LONGEST = 14
"""Words of whoever is named before the comma."""


def put_under(copy: Copy, at: int, passing: tuple[int, Found] | None, board: Board) -> bool:
    """Puts what somebody says right behind an opening "according to …," under whoever passes it on.

    `passing`: the attribution to that one, dropped where all it holds is who speaks. False where nobody speaks there.
    """
    low, high = copy.range(copy.sentences[copy.sentence_at(copy.start[at])])
    comma = next((i for i in range(at + 3, min(high - 1, at + _LONGEST)) if copy.low[i] == ","), None)
    if comma is None or at != low or subjects.has_finite(copy, at + 2, comma):
        return False
    inner = [(n, f) for n, f in board.around(at) if f.source and f.source[0].start == copy.start[comma + 1]]
    inner = [(n, f) for n, f in inner if f.cue and f.cue[0].start >= f.source[-1].end and not f.outer]
    if not inner or (passing is not None and not _holds_speaker_only(passing[1], inner[0][1])):
        return False
    words = (copy.span(at + 2, comma),)
    whole = cover(tuple(s for _, f in inner for s in (*f.source, *f.content)))
    outer = Found(words, (copy.span(at, at + 2),), (whole,), "according", voice=words)
    for number, one in inner:
        board.put(number, replace(one, outer=(outer,), medium=()))
    if passing is not None:
        board.drop(passing[0])
    return True


def _holds_speaker_only(passing: Found, inner: Found) -> bool:
    return within(passing.content, (*inner.source, *inner.cue)) > 0.9


def signed(copy: Copy, at: int, board: Board) -> None:
    """Takes a flash's "-state TV" off what somebody says, and puts that under it."""
    sentence = copy.sentences[copy.sentence_at(copy.start[at])]
    _, high = copy.range(sentence)
    if not _is_signature(copy, at, high):
        return
    words = (copy.span(at + 1, high),)
    for number, one in board.around(at):
        last = one.content[-1]
        if one.source and last.start < copy.start[at] < last.end:
            content = (*one.content[:-1], trim(copy.body, Span(last.start, copy.start[at])))
            outer = Found(words, (copy.span(at, at + 1),), content, "according", voice=words)
            board.put(number, replace(one, content=content, outer=(outer,)))


def _is_signature(copy: Copy, at: int, high: int) -> bool:
    """Whether the paragraph ends, without a full stop, in a dash behind a space and a voice of four words at most."""
    if not 1 < high - at < 6 or copy.body[copy.start[at] - 1 : copy.start[at]] != " ":
        return False
    ends = copy.end[high - 1] >= copy.paragraphs[copy.paragraph_at(copy.start[at])].end
    voice = all(copy.words[i][0].isalnum() for i in range(at + 1, high)) and is_voice(copy, at + 1, high)
    return ends and voice and not subjects.has_finite(copy, at + 1, high)
