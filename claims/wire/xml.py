"""XML and HTML from strangers, parsed so that nothing is fetched, expanded or mended in silence.

The parser never sees a document type declaration: it is cut off first, so there are no entities to expand, no DTD to
load and no file to leak. Names that HTML defines (`&eacute;`) are resolved from the standard table before parsing; any
other entity is refused. Settings on top of that are the strictest that still read every real file met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from lxml import etree
from lxml.html import HTMLParser

from claims.errors import MalformedStory
from claims.wire.encoding import decode

__all__ = ["Parsed", "Prepared", "cut_prologue", "fragment", "page", "parse", "prepare", "stream"]

_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": True,
    "remove_pis": True,
    "encoding": "utf-8",
}
_CHUNK = 65_536
_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})["']""")
_META_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n]+")
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.I)
_MARK = re.compile(r"""<!--|<\?|[<>\[\]"']""")
_CLOSED_BY = {"<!--": "-->", "<?": "?>", '"': '"', "'": "'"}
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
# Characters XML 1.0 does not allow, raw and as references; old wire copy has them (SOH, STX, US)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROL_REFERENCE = re.compile("&#(?:[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{40000,}")
_ATTRIBUTE = re.compile(r"[\s/]+[^\s/]")
_MOST_ATTRIBUTES = 10_000
_PLACE = re.compile(r"[,;]? line \d+, column \d+.*$", re.S)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The root of a document, and what had to be mended to read it."""

    root: etree._Element
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An XML document as the parser gets it: UTF-8, without prologue, HTML's entities resolved."""

    data: bytes
    warnings: tuple[str, ...] = ()


def parse(content: bytes) -> Parsed:
    """The root element of an XML document. Raises MalformedStory with the line where it is not well-formed."""
    prepared = prepare(content)
    try:
        return Parsed(etree.fromstring(prepared.data, etree.XMLParser(**_SAFE)), prepared.warnings)
    except etree.XMLSyntaxError as error:
        raise _refusal(error) from error


def stream(prepared: Prepared, *names: str) -> Iterator[etree._Element]:
    """Each element with one of these local names as it is complete, forgotten when the next is asked for.

    Memory stays flat however many there are; the element's parents, with what stands before it, can be reached.
    Raises MalformedStory where the document breaks off, after the elements before that place were given.
    """
    parser = etree.XMLPullParser(events=("end",), tag=[f"{{*}}{name}" for name in names], **_SAFE)
    for at in range(0, len(prepared.data), _CHUNK):
        broken = _fed(parser, prepared.data[at : at + _CHUNK])
        yield from _complete(parser)
        if broken is not None:
            raise _refusal(broken)
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _refusal(error) from error
    yield from _complete(parser)


def _fed(parser: etree.XMLPullParser, data: bytes) -> etree.XMLSyntaxError | etree._LogEntry | None:
    """What is wrong with this part of the document: raised, or only written to the log, which then says more."""
    try:
        parser.feed(data)
    except etree.XMLSyntaxError as error:
        return next(iter(parser.feed_error_log), error)
    return next((entry for entry in parser.feed_error_log if entry.level >= etree.ErrorLevels.ERROR), None)


def _complete(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for _, element in parser.read_events():
        yield element
        parent = element.getparent()
        element.clear(keep_tail=False)
        if parent is not None:
            parent.remove(element)


def page(content: bytes, declared: str | None = None) -> Parsed:
    """The root of an HTML page, comments gone; HTML has no entity declarations, so there are none to refuse.

    `declared` is what a mail or HTTP header says of the encoding. Raises MalformedStory for a page without elements.
    """
    head = content[:8192]
    meta = _META_CHARSET.search(head) or _DECLARED.match(head)
    decoded = decode(content, declared or (meta.group(1).decode("ascii", "replace") if meta else None))
    return Parsed(*_html(decoded.text, decoded.warnings))


def fragment(text: str) -> etree._Element:
    """The root above a piece of HTML, as it stands in CDATA or in a feed. Raises MalformedStory where it is empty."""
    return _html(text, ())[0]


def _check_tags(text: str) -> None:
    """Refuses what the HTML parser takes hours for: it compares each attribute of a tag with all before it."""
    if any(len(_ATTRIBUTE.findall(tag.group())) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise MalformedStory("refused: a tag with more attributes than any page has", "check where the page comes from")


def _html(text: str, warnings: tuple[str, ...]) -> tuple[etree._Element, tuple[str, ...]]:
    _check_tags(text)
    parser = HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(_bytes(_CONTROL.sub("", text)) or b" ", parser)
    except etree.XMLSyntaxError as error:
        raise MalformedStory("no HTML that can be read") from error
    if root is None:
        raise MalformedStory("no text in it")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        warnings = (*warnings, "nested too deep or too long: a part of it was not read")
    return root, warnings


def prepare(content: bytes) -> Prepared:
    """Decoded, cut and cleaned for the parser; raises MalformedStory for an encoding or prologue that is refused."""
    match = _DECLARED.match(content[:512])
    decoded = decode(content, match.group(1).decode("ascii", "replace") if match else None)
    text, raw = _CONTROL.subn("", cut_prologue(decoded.text))
    text, named = _CONTROL_REFERENCE.subn("", text)
    dropped = (f"{raw + named} control characters dropped",) if raw + named else ()
    return Prepared(_bytes(_ENTITY.sub(_resolved, text)), decoded.warnings + dropped)


def _resolved(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _OF_XML or (char := html5.get(name + ";")) is None:
        return match.group()
    return "".join(f"&#{ord(c)};" for c in char)


def cut_prologue(text: str) -> str:
    """`text` from its root element on, with as many line ends before it as the prologue had.

    White space before the XML declaration is legal here: real feeds have it. Raises MalformedStory for a prologue
    that does not end.
    """
    at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    if match := _DECLARATION.match(text, at):
        at = match.end()
    while (after := _past(text, at)) > at:
        at = after
    return "\n" * text.count("\n", 0, at) + text[at:]


def _past(text: str, at: int) -> int:
    """Where the white space, comment, instruction or document type at `at` ends; `at` where there is none."""
    if match := _SPACE.match(text, at):
        return match.end()
    if text.startswith("<!--", at):
        return _after("-->", text, at + 4)
    if text.startswith("<?", at):
        return _after("?>", text, at + 2)
    return _past_doctype(text, at) if _DOCTYPE.match(text, at) else at


def _past_doctype(text: str, at: int) -> int:
    """Behind the declaration's `>`; quoted strings, comments and the declarations inside are stepped over."""
    depth = 0
    while match := _MARK.search(text, at):
        mark, at = match.group(), match.end()
        if mark in _CLOSED_BY:
            at = _after(_CLOSED_BY[mark], text, at)
        elif mark in "[<":
            depth += 1
        else:
            depth -= 1
        if not depth:
            return at
    raise MalformedStory("the document type declaration does not end")


def _after(mark: str, text: str, at: int) -> int:
    if (found := text.find(mark, at)) < 0:
        raise MalformedStory("what stands before the root element does not end")
    return found + len(mark)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _refusal(error: etree.XMLSyntaxError | etree._LogEntry) -> MalformedStory:
    """What lxml says, in the words of this program."""
    line = getattr(error, "lineno", None) or getattr(error, "line", None)
    code = getattr(error, "code", None) or getattr(error, "type", None)
    where = f"line {line}" if line else ""
    said = _PLACE.sub("", getattr(error, "msg", None) or getattr(error, "message", None) or "no element in it")
    if code == etree.ErrorTypes.ERR_UNDECLARED_ENTITY:
        hint = "send it with the text in place of the entity"
        return MalformedStory(f"{said}: entities a file declares itself are not expanded", hint, where=where)
    if code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        what = "nested deeper than any story" if "depth" in said.lower() else "a single text longer than any story"
        return MalformedStory(f"refused: {what}", "check where the file comes from", where=where)
    return MalformedStory(f"not well-formed XML: {said}", "ask for the file again: it may be cut off", where=where)
