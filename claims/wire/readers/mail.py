"""Mails (RFC 5322) that hold a story: a press release, a correspondent's file, a story somebody forwarded.

A mail's date is when it was sent on, not when the story was made: a forwarded mail's own date is not taken, the one in
its forwarding block is. Only text is read; attachments are named and never written anywhere.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import markup, xml
from claims.wire.encoding import decode
from claims.wire.envelope import Parts, story
from claims.wire.fields import known_agency
from claims.wire.hint import Hint
from claims.wire.sniff import Clues

_HEADER = re.compile(r"(?:From )?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?.*(?:\n[ \t].*)*\n?")
_OF_MAIL = re.compile(
    r"^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]+)$",
    re.I,
)
_DEEPEST = 60  # parts within parts; the parser is recursive
_PART = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.I | re.M)
_LONGEST_HEADER = 2_000  # characters; decoding encoded words is quadratic
_MOST_LINES = 40
_PASSED_ON = re.compile(r"^\s*(?:fw|fwd|wg|tr|rv|re|aw)\s*:\s*", re.I)
_FORWARDED = re.compile(
    r"^(?:>[ ]?){0,6}[ ]?[-_*]{0,40}[ ]?"
    r"(?:original message|forwarded message|begin forwarded message|weitergeleitete nachricht)[^\n]*\n"
    r"(?P<head>(?:(?:>[ ]?){0,6}(?:[*]?[A-Za-z-]{2,20}:[^\n]*|[ \t][^\n]*|)\n){1,16})",
    re.I | re.M,
)
_FORWARDED_FIELD = re.compile(r"^(?:>[ ]?){0,6}[*]?(from|date|sent|subject):[*]?[ \t]*(\S.*)$", re.I | re.M)
_LABEL = re.compile(
    r"^(headline|title|slugline|slug|byline|dateline|abstract|summary)[ \t]*:[ \t]*(\S.*)$", re.I | re.M
)
_LABELS_WITHIN = 2_000  # code points from the top
_QUOTED = re.compile(r"^>[ ]?", re.M)
_SIGNATURE = re.compile(r"^-- ?\n", re.M)
_FEWEST_WORDS = 15
_SENTENCE = re.compile(r"[.?!:…][\"”’')]*\s*$", re.M)


def sniffer(clues: Clues) -> bool:
    """Header lines at the top, at least two of them of the kinds only mails have."""
    names: list[str] = []
    at = 0
    while len(names) < _MOST_LINES and (match := _HEADER.match(clues.text, at)) and match.end() > at:
        names.append(match.group().partition(":")[0].strip())
        at = match.end()
    return sum(1 for name in dict.fromkeys(names) if _OF_MAIL.match(name)) >= 2


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """One story. Raises MalformedStory where the mail holds no text of one."""
    content = document.content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if len(_PART.findall(content)) > _DEEPEST:
        raise MalformedStory("refused: more parts within parts than any mail has")
    message = email.message_from_bytes(content)
    text, warnings = _text(message)
    text, fields = _unwrapped(text)
    labels, body = _labels(text)
    if len(body.split()) < _FEWEST_WORDS and not _SENTENCE.search(body):
        raise MalformedStory("no story text in the mail", "import what is attached to it by itself")
    parts = _parts(message, body, fields, labels)
    yield story(replace(parts, warnings=warnings + parts.warnings + _attached(message)), document, hint, "email")


def _parts(message: Message, body: str, fields: dict[str, str], labels: dict[str, str]) -> Parts:
    subject = _header(message, "Subject")
    passed_on = _PASSED_ON.match(subject) is not None or "from" in fields
    sent = _header(message, "Date")
    published = fields.get("date") or fields.get("sent") or ("" if passed_on else sent)
    headline = labels.get("headline") or labels.get("title") or fields.get("subject") or subject
    note = f"passed on in a mail of {sent}" if passed_on else "dated by its mail, which may be later than the story"
    return Parts(
        body=body,
        headline=_PASSED_ON.sub("", headline),
        agency=None if passed_on else _sender(message),
        published=published or None,
        slugline=labels.get("slugline") or labels.get("slug", ""),
        byline=labels.get("byline", ""),
        dateline=labels.get("dateline"),
        plain=True,
        warnings=(note,) if sent else (),
    )


def _text(message: Message) -> tuple[str, tuple[str, ...]]:
    """The plain text, else the text of the HTML."""
    for wanted in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_content_type() == wanted and not _is_attachment(part):
                text, warnings = _of_part(part, wanted)
                if text.strip():
                    return text, warnings
    return "", ()


def _of_part(part: Message, kind: str) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return "", ()
    declared = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", str(part.get("Content-Type", "")), re.I)
    if kind == "text/html":
        parsed = xml.page(payload, declared.group(1) if declared else None)
        return markup.text(parsed.root), parsed.warnings
    decoded = decode(payload, declared.group(1) if declared else None)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    flowed = "format=flowed" in str(part.get("Content-Type", "")).lower().replace('"', "")
    return re.sub(r"(?<=\S) \n(?=[^\n>\s])", " ", text) if flowed else text, decoded.warnings


def _is_attachment(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _attached(message: Message) -> tuple[str, ...]:
    kinds = [part.get_content_type() for part in message.walk() if _is_attachment(part)]
    return (f"{len(kinds)} attachment(s) left out: {', '.join(dict.fromkeys(kinds))}",) if kinds else ()


def _unwrapped(text: str) -> tuple[str, dict[str, str]]:
    """The story without quotation marks of a reply, forwarding block and signature, and what the block says."""
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and sum(line.startswith(">") for line in lines) > len(lines) / 2:
        text = _QUOTED.sub("", text)
    fields: dict[str, str] = {}
    if block := _FORWARDED.search(text):
        fields = {name.lower(): value.strip() for name, value in _FORWARDED_FIELD.findall(block.group("head"))}
        text = text[block.end() :] or text[: block.start()]
    if signature := _SIGNATURE.search(text):
        text = text[: signature.start()] if signature.start() else text
    return text.strip("\n") + "\n", fields


def _labels(body: str) -> tuple[dict[str, str], str]:
    """Lines such as "Headline: …" at the top, and the body below the last of them."""
    found = list(_LABEL.finditer(body, 0, min(len(body), _LABELS_WITHIN)))
    below = body[found[-1].end() :].lstrip("\n") if found else body
    return {m.group(1).lower(): m.group(2).strip() for m in reversed(found)}, below if below.strip() else body


def _sender(message: Message) -> str | None:
    """The agency of the sender's address or name, if the table knows it; a correspondent's own address names none."""
    name, address = parseaddr(_header(message, "From"))
    return known_agency(address.rpartition("@")[2]) or (known_agency(name) if name else None)


def _header(message: Message, name: str) -> str:
    """A header as one line, its encoded words decoded as far as they can be."""
    raw = str(message.get(name, ""))[:_LONGEST_HEADER]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, MessageError, ValueError):
        return " ".join(raw.split())
    texts = (piece if isinstance(piece, str) else decode(piece, charset).text for piece, charset in pieces)
    return " ".join("".join(texts).split()) or " ".join(raw.split())
