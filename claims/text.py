"""Text tools that never move a character: every function returns offsets into the string it was given.

Offsets are Unicode code points, end exclusive. Nothing here normalises the text it points into; folding makes a
separate string for comparing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

__all__ = [
    "Span",
    "Spans",
    "cover",
    "fold",
    "lines",
    "paragraphs",
    "printable",
    "sentences",
    "slices",
    "squeeze",
    "trim",
    "words",
]


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether this span lies inside `other` (equal counts)."""
        return other.start <= self.start and self.end <= other.end

    def overlap(self, other: Span) -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


Spans = tuple[Span, ...]

_END = r"(?>\r\n|[\n\r\v\f\x85\u2028\u2029])"  # atomic: "\r\n" is never two line ends, which would be an empty line
_BLANK_LINE = re.compile(_END + r"[^\S\n\r\v\f\x85\u2028\u2029]*" + _END + r"\s*")
_LINE_END = re.compile(_END)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
# A sentence may end at . ! ? or an ellipsis, closing quotes and brackets included, before white space.
# The look-behind keeps a run of a million full stops linear; it stands behind the first character, because a search
# for a set of characters is several times faster than one that begins with a condition.
_STOP = re.compile(r"[.!?…。](?<![.!?…].)(?:(?<!。)[.!?…]*+)?[\"'”’»)\]]{0,4}(?=\s|$)")
_INITIALS = re.compile(r"(?:\w\.)+\w")
_OPENERS = "\"'“‘«([*•-–—"

# Capitalised words whose full stop ends no sentence whatever follows; in lower case ("fell ill.") they do end one.
_NEVER_LAST = frozenset(
    """
    mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr maj adm brig cpl pvt supt insp det hon rev fr st ste mt
    messrs mme mlle mgr jr sr univ assn bros ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec mon tue
    tues wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn mo mont
    neb nev okla ore pa tenn tex va vt wash wis wyo
    """.split()
)
_BEFORE_NUMBERS = frozenset("no nos art arts sec fig vol pp p approx est".split())
# Abbreviations that may end a sentence: they do where a capitalised word follows that commonly opens one.
_MAYBE_LAST = frozenset(
    """
    u.s u.k u.n e.u u.a.e d.c a.m p.m inc corp co ltd llc plc etc al p.l.c s.a n.y l.a ph.d
    """.split()
)
_COMMON_OPENERS = frozenset(
    """
    the a an in on at it he she they we i but and or so this that these those there then when while after
    before as if for from with by his her its their our my no not some many most all both each one two three
    however meanwhile according although asked since under us what who why how where
    """.split()
)


def lines(text: str, within: Span | None = None) -> Spans:
    """The lines of `text` without their ends; empty ones included."""
    start, end = within or (0, len(text))
    found = []
    for match in _LINE_END.finditer(text, start, end):
        found.append(Span(start, match.start()))
        start = match.end()
    found.append(Span(start, end))
    return tuple(found)


def paragraphs(text: str) -> Spans:
    """Runs of text between empty lines, trimmed; where the text has no empty line, its lines."""
    if _BLANK_LINE.search(text) is None:
        pieces: Iterable[Span] = lines(text)
    else:
        pieces = []
        start = 0
        for match in _BLANK_LINE.finditer(text):
            pieces.append(Span(start, match.start()))
            start = match.end()
        pieces.append(Span(start, len(text)))
    return tuple(span for piece in pieces if (span := trim(text, piece)).start < span.end)


def sentences(text: str, within: Span | None = None) -> Spans:
    """Sentences of `text` (or of the part `within`), trimmed, in order; an empty line always ends one.

    A full stop inside initials ("J. Smith"), after a title ("Gen. Ivanov"), in a number or before a lower-case word
    ends none. Linear in the length of the text.
    """
    span = within or Span(0, len(text))
    found: list[Span] = []
    for block in _blocks(text, span):
        start = block.start
        for match in _STOP.finditer(text, block.start, block.end):
            if _ends_sentence(text, match.start(), match.end(), block.end):
                found.append(trim(text, Span(start, match.end())))
                start = match.end()
        found.append(trim(text, Span(start, block.end)))
    return tuple(s for s in found if s.start < s.end)


def _blocks(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    if _BREAK.search(text, span.start, span.end) is None:
        yield span
        return
    for match in _BLANK_LINE.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _ends_sentence(text: str, stop: int, after: int, end: int) -> bool:
    follows = after
    while follows < end and text[follows].isspace():
        follows += 1
    if follows >= end:
        return True
    opener = follows
    while opener < end and text[opener] in _OPENERS:
        opener += 1
    first = text[opener : opener + 1]
    if first.islower() and not _is_bullet(text, follows):
        return False
    if text[stop] != "." or after - stop > 1:
        return True
    return _full_stop_ends(text, stop, opener, end)


def _full_stop_ends(text: str, stop: int, opener: int, end: int) -> bool:
    begin = stop
    while begin > 0 and stop - begin < 24 and (text[begin - 1].isalnum() or text[begin - 1] in ".'’-&"):
        begin -= 1
    word = text[begin:stop].lower()
    if text[begin].isupper() and (len(word) == 1 or word in _NEVER_LAST):
        return False
    if word in _BEFORE_NUMBERS:
        return not text[opener : opener + 1].isdigit()
    if word in _MAYBE_LAST or _INITIALS.fullmatch(word):
        follow = _WORD.match(text, opener, min(end, opener + 40))
        return follow is not None and follow.group().lower() in _COMMON_OPENERS
    return True


def _is_bullet(text: str, at: int) -> bool:
    return text[at] in "*•" or (text[at] in "-–—" and text[at + 1 : at + 2].isspace())


def words(text: str, within: Span | None = None) -> Spans:
    """Word tokens: runs of letters, digits and inner apostrophes, full stops and hyphens; punctuation is none."""
    start, end = within or (0, len(text))
    return tuple(Span(*match.span()) for match in _WORD.finditer(text, start, end))


def trim(text: str, span: Span, also: str = "") -> Span:
    """`span` without white space (and the characters of `also`) at both ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end)


def slices(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """The words under several spans as one line: white space squeezed, pieces joined by `joint`."""
    return joint.join(squeeze(text[start:end]) for start, end in spans)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans` (which must not be empty)."""
    all_spans = tuple(spans)
    return Span(min([start for start, _ in all_spans]), max([end for _, end in all_spans]))


def size(spans: Iterable[Span]) -> int:
    """How many code points the spans hold together."""
    return sum([end - start for start, end in spans])


def squeeze(text: str) -> str:
    """`text` with each run of white space as one blank and none at the ends."""
    return " ".join(text.split())


_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ß": "ss"}
    | dict(zip("øØłŁđĐı", "oollddi", strict=True))
)


def fold(text: str) -> str:
    """A form for comparing: lower case, without accents, invisible characters and typographic variants."""
    if text.isascii():  # nine of ten strings of English copy; the long way is twenty times slower
        return squeeze(text.lower())
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    kept = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return squeeze(kept.casefold())


def printable(text: str) -> str:
    """`text` safe for a terminal or a log line: control, bidi and lone-surrogate characters shown as escapes.

    Line ends and tabs are kept; what steers a terminal (ESC, C1) or turns the direction of text is not.
    """
    if text.isprintable():
        return text
    return "".join(c if c in "\n\t" or _shows(c) else _escape(c) for c in text)


def _shows(char: str) -> bool:
    category = unicodedata.category(char)
    return category not in ("Cc", "Cs", "Zl", "Zp") and not (category == "Cf" and _steers(char))


def _steers(char: str) -> bool:
    return "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" or char in "\u200e\u200f\u061c"


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
