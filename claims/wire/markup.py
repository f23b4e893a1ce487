"""Paragraphs out of marked-up copy: XHTML, HTML and NITF blocks become text with an empty line between paragraphs.

Wire systems use markup loosely, so two things are read off the text itself: a `<br/>` or line end inside a paragraph
is a soft wrap unless the lines are whole sentences, and a body that hides all its paragraphs in one `<p>` is cut at
its empty or indented lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from claims.wire import xml

__all__ = ["from_html", "from_plain", "hidden", "length", "line", "line_from_html", "local", "short_line", "text"]

_BLOCKS = frozenset(
    """address article aside block blockquote body body.content caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main nav ol option p pre section summary table
    tbody tfoot thead tr ul""".split()
)
_CELLS = frozenset({"td", "th"})
_LEFT_OUT = frozenset(
    """applet audio button canvas embed head iframe input math media metadata nav noscript object script select style
    svg template textarea title video""".split()
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_OPENING = ('"', "“", "„", "«", "'", "‘")
_LINE, _CELL = "\x01", "\x02"  # stand for <br/> and the edge of a table cell while text is gathered
# Tags that make a string HTML; a ticker in angle brackets ("<NII.N>") does not
_TAG = re.compile(
    r"</?(?:a|abbr|article|b|big|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|figure|font|h[1-6]|hr|html|i|img"
    r"|li|nitf|nobr|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul)\b[^<>]{0,2000}>",
    re.I,
)
_SENTENCE_END = re.compile(r"""[.?!:…]["'”’)\]]*\s*$""")
_SMALL_CELL = 200  # characters: blocks inside a cell this small are layout of one value, not paragraphs
_DEEPER = 2  # blanks before a line that make it the first of a paragraph
_WIDEST = 130  # characters of a wrapped line
_WHOLE = 0.8  # share of lines that end a sentence, from which on each line is a paragraph


def local(element: etree._Element) -> str:
    """The element's name without its namespace, lower case; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def line(element: etree._Element | None, joint: str = "") -> str:
    """All text of an element as one line: for headlines, names and other fields; "" for None."""
    return "" if element is None else " ".join(joint.join(element.itertext()).split())


def length(element: etree._Element, most: int) -> int:
    """How many characters of text it holds; counting stops behind `most`, for elements may hold each other."""
    count = 0
    for piece in element.itertext():
        count += len(piece)
        if count > most:
            break
    return count


def short_line(element: etree._Element, most: int, joint: str = "") -> str:
    """All text of an element as one line, "" where it is longer than `most` characters: no title or byline is."""
    return line(element, joint) if length(element, most) <= most else ""


def text(element: etree._Element) -> str:
    """The copy under `element`, an empty line between paragraphs, a tab between the cells of a table's row.

    Scripts, styles, media, form controls, document heads and whatever is marked hidden are left out.
    """
    return "\n\n".join(part for block in _blocks(element) for part in _split(block, strict=True))


def from_html(markup: str) -> str:
    """The copy in a string that may hold HTML, as feeds and CDATA sections do; "" where there is none."""
    if _TAG.search(markup):
        return text(xml.fragment(markup))
    return from_plain(unescape(markup))


def line_from_html(markup: str) -> str:
    """A headline in a string that may hold HTML: "Village &lt;b&gt;taken&lt;/b&gt;" is "Village taken"."""
    return line(xml.fragment(markup)) if _TAG.search(markup) else " ".join(unescape(markup).split())


def from_plain(copy: str) -> str:
    """Plain text as it stands in a `text/plain` part: paragraphs found, line wraps undone."""
    return "\n\n".join(_split(copy.replace("\r\n", "\n").replace("\r", "\n"), strict=False))


def hidden(element: etree._Element) -> bool:
    """Whether a reader of the page would not see the element."""
    attributes = element.attrib
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def _blocks(root: etree._Element) -> Iterator[str]:
    """The text between the edges of block elements, raw; iterative, for depth is the sender's choice."""
    pieces: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    unseen: etree._Element | None = None
    flat: etree._Element | None = None
    for event, element in walker:
        name = local(element)
        if name in _BLOCKS and flat is None and pieces:
            yield "".join(pieces)
            pieces = []
        if event == "start":
            if element is not root and _left_out(element, name):
                walker.skip_subtree()
                unseen = element
                continue
            if name in _CELLS and flat is None and length(element, _SMALL_CELL) < _SMALL_CELL:
                flat = element
            pieces.append(_opening(element, name))
        else:
            flat = None if element is flat else flat
            pieces.append(_closing(element, name, element is unseen, element is root))
    yield "".join(pieces)


def _left_out(element: etree._Element, name: str) -> bool:
    return not name or name in _LEFT_OUT or hidden(element)


def _opening(element: etree._Element, name: str) -> str:
    copy = element.text or ""
    if name == "br":
        return _LINE + copy
    if name in _CELLS:
        return _CELL + copy
    if name == "pre":
        return copy.replace("\n", _LINE)
    return "“" + copy if name == "q" and not _marked(element) else copy


def _marked(element: etree._Element) -> bool:
    """Whether the words of a quotation element bring their own marks."""
    first = next((piece for piece in element.itertext() if piece.strip()), "")
    return first.lstrip().startswith(_OPENING)


def _closing(element: etree._Element, name: str, unseen: bool, root: bool) -> str:
    mark = "”" if name == "q" and not unseen and not _marked(element) else ""
    return mark if root else mark + (element.tail or "")


def _split(block: str, *, strict: bool) -> Iterator[str]:
    """Paragraphs of one block. `strict`: an empty line breaks only after the end of a sentence, for in markup it may
    come from the template and not from the writer."""
    broken = _LINE in block or _CELL in block
    rows = block.replace("\n", " ").split(_LINE) if broken else block.split("\n")
    joint = "\n" if broken else " "
    if (broken and _whole_sentences(rows)) or (not strict and _unwrapped(rows)):
        joint = "\n\n"
    paragraph: list[str] = []
    for row, breaks in zip(rows, _breaks(rows, strict and not broken), strict=True):
        if breaks and paragraph:
            yield joint.join(paragraph)
            paragraph = []
        if tidy := _tidy(row):
            paragraph.append(tidy)
    if paragraph:
        yield joint.join(paragraph)


def _breaks(rows: list[str], strict: bool) -> Iterator[bool]:
    """For each row, whether a paragraph begins with it: after an empty row, or where it is indented."""
    base = min((_indent(row) for row in rows[1:] if row.strip()), default=0)
    ended, empty = True, False
    for row in rows:
        if not row.strip():
            empty = True
            yield False
            continue
        yield (ended and _indent(row) >= base + _DEEPER) or (empty and (ended or not strict))
        ended, empty = _SENTENCE_END.search(row) is not None, False


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" \t"))


def _whole_sentences(rows: list[str]) -> bool:
    full = [row for row in rows if row.strip()]
    return len(full) > 1 and sum(bool(_SENTENCE_END.search(row)) for row in full) >= _WHOLE * len(full)


def _unwrapped(rows: list[str]) -> bool:
    """Whether each line of plain text is a paragraph: whole sentences, or longer than anybody wraps."""
    return len(rows) > 1 and (_whole_sentences(rows) or max(map(len, rows)) > _WIDEST)


def _tidy(row: str) -> str:
    cells = (" ".join(cell.split()) for cell in row.split(_CELL))
    return "\t".join(cells).strip()
