"""Words that came through somebody: "citing the ministry", "quoted Lapin as saying", "in a statement carried by SPA".

The outlet's own attribution is found already; here the one whose words they are becomes the claimant, and the outlet
the link after him.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.attribution import adjuncts, citing, fronted, media, quoting, subjects
from claims.attribution.board import Board, touches, within
from claims.attribution.copytext import Copy
from claims.attribution.found import Found
from claims.attribution.lexicon import word_list
from claims.attribution.quoting import Quoting
from claims.attribution.subjects import Range
from claims.text import Span, Spans, trim

TELLING = frozenset(("told", "tells", "tell", "telling"))
_MEDIUM_BEFORE = {
    "interview": frozenset(("with", "to", "on", "for")),
    "carried": frozenset(("by", "on", "in")),
    "published": frozenset(("by", "in")),
    "printed": frozenset(("by", "in")),
    "broadcast": frozenset(("by", "on")),
    "aired": frozenset(("by", "on")),
    "speaking": frozenset(("to", "on")),
    "told": frozenset(("on",)),
    "way": frozenset(("of",)),
}
"""Words before a medium through which somebody spoke, with the prepositions that follow them."""
_LETTERS = frozenset(("letter", "letters", "appeal", "complaint", "wrote", "sent"))
_TRIGGERS = (
    frozenset(("to", "according", "through", "via")) | TELLING | quoting.QUOTED | citing.CITING | citing.RELATIVE
)
_TRIGGERS |= _MEDIUM_BEFORE.keys() | fronted.DASHES
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen".split())
_AFAR = 60
"""Characters between an attribution and the "according to" that passes it on."""


def relay(copy: Copy, found: Sequence[Found]) -> tuple[Found, ...]:
    """`found` with the nested attributions of those who were cited or quoted, and with the media they spoke to."""
    board = Board(copy, found)
    for at, word in enumerate(copy.low):
        if word in _TRIGGERS and copy.quote_of[at] < 0:
            _look(copy, at, word, board)
    return board.all()


def _look(copy: Copy, at: int, word: str, board: Board) -> None:
    left = copy.low[at - 1] if at else ""
    if word in ("to", "through", "via"):
        if left != "according":
            _to_medium(copy, at, board)
    elif word in fronted.DASHES:
        fronted.signed(copy, at, board)
    elif word == "according":
        _according(copy, at, board)
    elif word in TELLING:
        _told(copy, at, board)
    elif word in quoting.QUOTED and (one := quoting.read(copy, at)) is not None:
        _quoted(copy, at, one, board)
    elif word in citing.BY_MEDIUM and copy.low[at + 1 : at + 2] == ("by",):
        _quoted_by(copy, at, board)
    elif word in citing.CITING or (word in citing.RELATIVE and left in ("which", "that", "who")):
        _cited(copy, at, board)
    if word in _MEDIUM_BEFORE:
        _through(copy, at, board)


def _sentence(copy: Copy, at: int) -> Range:
    return copy.range(copy.sentences[copy.sentence_at(copy.start[at])])


def _quoted(copy: Copy, at: int, one: Quoting, board: Board) -> None:
    said, itself, voice = copy.span(*one.saying), copy.span(at, at + 1), _bare(copy, one.quoted)
    here = [x for x in board.around(at) if touches(x[1].cue, said) or touches(x[1].cue, itself)]
    base = next((x for x in here if _holds(x[1], one, voice)), None)
    if base is None and one.content is not None:
        base = next((x for x in board.around(at) if within((one.content,), x[1].content) > 0.8), None)
    if base is None and (one.content is None or one.quoter is None):
        return
    content: Spans = (one.content,) if one.content is not None else ()
    if base is not None and (one.behind or one.content is None):
        content = _beside(copy, base[1].content, voice, said)
    if not content or (one.quoter is None and base is not None and touches(base[1].voice or base[1].source, voice)):
        return  # "Lapin was quoted as saying …": he is the source already
    for number, _ in here:
        board.drop(number)
    outer = Found(
        (voice,), (itself,), content, "quote", "quote", confidence=base[1].confidence if base is not None else _UNSEEN
    )
    if one.quoter is not None:
        quoter = (_bare(copy, one.quoter),)
        outer = replace(outer, source=quoter, voice=quoter)
    elif base is not None:
        outer = replace(base[1], content=content)
    if base is not None:
        board.drop(base[0])
    board.add(outer)
    board.add(_relayed(voice, said, outer, "say"))


_UNSEEN = 0.85
"""How sure a quoting is that only its own words tell of."""


def _quoted_by(copy: Copy, at: int, board: Board) -> None:
    """Notes the medium of "Lapin, quoted by SPA, said": it passed on what he said."""
    phrase = subjects.after(copy, at + 2, _sentence(copy, at)[1])
    base = board.nearest(at)
    if phrase is None or base is None or base[1].medium or not base[1].source:
        return
    phrase = citing.before_comma(copy, phrase)
    words, one = copy.span(*phrase), _cut_before(copy, base[1], at)
    source = tuple(s for s in one.source if not s.overlap(words)) if one is not None else ()
    if one is not None and source and _is_medium(copy, phrase) and not touches(one.content, words):
        voice = one.voice if not touches(one.voice, words) else source
        board.put(base[0], replace(one, source=source, voice=voice, medium=(words,)))


def _bare(copy: Copy, phrase: Range) -> Span:
    """A name without the quotation marks around it."""
    return trim(copy.body, copy.span(*phrase), "\"“”'‘’,")


def _holds(base: Found, one: Quoting, voice: Span) -> bool:
    """Whether an attribution holds what was said, and not just the name of the quoted."""
    if one.content is not None:
        return within((one.content,), base.content) > 0.5
    return any(not s.overlap(voice) or s.end > voice.end + 20 for s in base.content)


def _beside(copy: Copy, content: Spans, voice: Span, said: Span) -> Spans:
    """A content without the name of the quoted: "Lapin as saying | that the road was open"."""
    kept = (s if not s.overlap(voice) else Span(said.end, max(said.end, s.end)) for s in content)
    trimmed = (trim(copy.body, s, ",") for s in kept)
    return tuple(s for s in trimmed if s.start < s.end)


def _relayed(voice: Span, cue: Span, outer: Found, verb: str) -> Found:
    """The attribution to whoever was quoted or cited, within that of the outlet."""
    return Found(
        source=(voice,),
        cue=(cue,),
        content=outer.content,
        frame="relayed",
        verb=verb,
        confidence=outer.confidence,
        outer=(outer,),
        voice=(voice,),
    )


def _cited(copy: Copy, at: int, board: Board) -> None:
    phrase = citing.cited(copy, at, _sentence(copy, at)[1])
    if phrase is None:
        return
    voice, itself = copy.span(*phrase), copy.span(at, at + 1)
    base = board.nearest(at) or next((x for x in board.around(at) if touches(x[1].cue, itself)), None)
    content = citing.without(copy, base[1].content, at, phrase) if base is not None else ()
    outlet = _cut_before(copy, base[1], at) if base is not None else None
    if base is None or not content or outlet is None:
        for number, one in board.around(at):
            if touches(one.cue, itself) and touches(one.content, voice):
                board.put(number, replace(one, frame="cited"))
        return
    for number, one in board.around(at):
        if touches(one.cue, itself) and number != base[0]:
            board.drop(number)
            content = _more(content, citing.without(copy, one.content, at, phrase))
    outer = replace(outlet, content=content)
    board.put(base[0], outer)
    board.add(_relayed(voice, itself, outer, "cite"))


def _more(content: Spans, rest: Spans) -> Spans:
    """A content with what goes on behind the citation: "still in hospital, says RIA, citing doctors, | were nine"."""
    return (*content, *(s for s in rest if s.start > content[-1].end))


def _cut_before(copy: Copy, one: Found, at: int) -> Found | None:
    """An attribution whose source ends before a citation ("Radio Norte | , citing officers"); None if it is in it."""
    limit = copy.start[at]
    if all(s.end <= limit or s.start > limit for s in (*one.source, *one.voice)):
        return one
    cut = tuple(
        tuple(trim(copy.body, Span(s.start, min(s.end, limit)), ",") for s in spans if s.start < limit)
        for spans in (one.source, one.voice)
    )
    return replace(one, source=cut[0], voice=cut[1]) if cut[0] else None


def _told(copy: Copy, at: int, board: Board) -> None:
    """Notes who was told, where the rules did not: "…", Lapin told Interfax."""
    itself = copy.span(at, at + 1)
    for number, one in board.around(at):
        if not one.medium and touches(one.cue, itself):
            end = adjuncts.addressee_end(copy, at + 1, _sentence(copy, at)[1])
            if end > at + 1:
                board.put(number, replace(one, medium=(copy.span(at + 1, end),)))
            return


def _through(copy: Copy, at: int, board: Board) -> None:
    """Notes a medium named beside the cue: "said in an interview with …", "in a statement carried by …"."""
    if at + 2 < len(copy.low) and copy.low[at + 1] in _MEDIUM_BEFORE[copy.low[at]]:
        _note_medium(copy, at, subjects.after(copy, at + 2, _sentence(copy, at)[1]), board)


def _note_medium(copy: Copy, at: int, phrase: Range | None, board: Board) -> None:
    base = board.nearest(at, beside=False)
    if phrase is None or base is None or base[1].medium:
        return
    words = copy.span(*phrase)
    if not touches(base[1].content, words):
        board.put(base[0], replace(base[1], medium=(words,)))


def _to_medium(copy: Copy, at: int, board: Board) -> None:
    """ "said of the account to TASS", "To RTL he says …", "through the Fars agency": a medium behind "to"."""
    high = _sentence(copy, at)[1]
    if at and (copy.low[at - 1] in _LETTERS or not _names_something(copy, at + 1, high)):
        return
    end = adjuncts.addressee_end(copy, at + 1, high)
    if end > at + 1 and _is_medium(copy, (at + 1, end)):
        _note_medium(copy, at, (at + 1, end), board)


def _names_something(copy: Copy, at: int, high: int) -> bool:
    """Whether a name or the noun of a medium stands among the next words; cheap, for most "to" are none."""
    nouns = word_list("media_nouns.txt")
    return any(copy.words[i][0].isupper() or copy.low[i] in nouns for i in range(at, min(high, at + 4)))


def _is_medium(copy: Copy, phrase: Range) -> bool:
    words = copy.body[copy.start[phrase[0]] : copy.end[phrase[1] - 1]]
    return media.medium(words, (), copy.body) is not None


def _according(copy: Copy, at: int, board: Board) -> None:
    """ "…, the ministry said, according to Interfax": the agency passed on what the ministry said."""
    if at + 2 >= len(copy.low) or copy.low[at + 1] != "to":
        return
    phrase = subjects.after(copy, at + 2, _sentence(copy, at)[1])
    if phrase is None or not _SPOKESMEN.isdisjoint(copy.low[phrase[0] : phrase[1]]):
        return
    itself = copy.span(at, at + 1)
    _turn_round(copy, at, phrase, board)
    passing = next(((n, f) for n, f in board.around(at) if touches(f.cue, itself)), None)
    for number, one in board.around(at):
        if passing is not None and number != passing[0] and _passed_on(one, passing[1]):
            told = tuple(s for s in one.medium if not touches(passing[1].source, s))
            board.put(number, replace(one, outer=(passing[1],), medium=told))
    if fronted.put_under(copy, at, passing, board):
        return
    base = board.nearest(at)
    if passing is not None or base is None or not base[1].source or base[1].outer or not _follows(copy, at, base[1]):
        return
    words = (copy.span(*phrase),)
    if _is_medium(copy, phrase) and not base[1].medium:
        _note_medium(copy, at, phrase, board)
    elif not touches(base[1].source, words[0]):
        outer = Found(words, (copy.span(at, at + 2),), base[1].content, "according", voice=words)
        board.put(base[0], replace(base[1], outer=(outer,)))


def _turn_round(copy: Copy, at: int, phrase: Range, board: Board) -> None:
    """Mends an attribution whose cue is the "according to" and whose source is who spoke: "Lapin told them, according
    to two who heard it, that …" is Lapin's, through the two."""
    itself, words = copy.span(at, at + 1), copy.span(*phrase)
    for number, one in board.around(at):
        if touches(one.cue, itself) and one.source and one.source[-1].end <= copy.start[at]:
            content = citing.without(copy, one.content, at, phrase)
            outer = Found((words,), (copy.span(at, at + 2),), content, "according", voice=(words,))
            if content:
                medium = _addressed(copy, one.source[-1], at)
                board.put(number, replace(one, content=content, frame="tagged", medium=medium, outer=(outer,)))


def _addressed(copy: Copy, source: Span, at: int) -> Spans:
    """Whom somebody told it, between his name and an "according to"."""
    low, _ = copy.range(Span(source.end, copy.start[at]))
    told = next((i for i in range(low, at) if copy.low[i] in TELLING), None)
    end = adjuncts.addressee_end(copy, told + 1, at) if told is not None else 0
    return (copy.span(told + 1, end),) if told is not None and end > told + 1 else ()


def _passed_on(one: Found, passing: Found) -> bool:
    """Whether an attribution lies within what another passes on: source, cue and most of its content."""
    own = (*one.source, *one.cue)
    return bool(one.source) and within(own, passing.content) > 0.9 and within(one.content, passing.content) > 0.7


def _follows(copy: Copy, at: int, one: Found) -> bool:
    """Whether an "according to" comes right after an attribution, or after the content that ends it."""
    behind = max((s.end for s in (*one.cue, *one.source, *one.content) if s.end <= copy.start[at]), default=0)
    low, _ = copy.range(Span(behind, copy.start[at]))
    between = copy.start[at] - behind
    return 0 <= between < _AFAR and not subjects.has_finite(copy, low, at) and copy.low[at - 1] == ","
