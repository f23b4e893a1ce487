"""Nexis exports, whatever they came in: paragraphs of a text, an HTML page or a Word file, up to 100 stories each.

The old layout numbers its documents ("1 of 74 DOCUMENTS") and puts source, date and headline before capital fields;
the new one ("End of Document") puts the headline first and the copy behind the word "Body". Both exist with field
names in the language of the screen they were saved from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.errors import MalformedStory
from claims.wire.envelope import Parts
from claims.wire.fields import stand_in

_NUMBERED = re.compile(
    r"(?:documents?|dokumente?)?\s*\d+\s+(?:of|von|de|di)\s+\d+(?:\s+(?:documents?|dokumente?n?))?", re.I
)
_NUMBERED_WORD = re.compile(r"docum|dokum", re.I)
_END = re.compile(r"(?:end of document|ende des dokuments|fin (?:du|del) document[o]?)\W*", re.I)
_BODY = re.compile(r"(?:body|textkörper|corps|cuerpo)\W*", re.I)
_FIELD = re.compile(r"([^\W\d_][^\W\d_ -]{2,}(?:[ -][^\W\d_]+){0,2})\s?:\s*", re.I)
_DATE = re.compile(r"(?:[^\W\d]+,?\s)?(?:[^\W\d]+\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s[^\W\d]+\.?\s\d{4})\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AP]M\b)?(?:\s(?:GMT|UTC|[A-Z]{2,4})\b)?")
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s)", re.I)

# Field names by what they hold; the first group stands before the copy, the second behind it
_BEFORE = {
    **dict.fromkeys(("byline", "autor", "auteur", "author"), "byline"),
    **dict.fromkeys(("dateline", "ort"), "dateline"),
    **dict.fromkeys(("length", "länge", "longueur", "longitud"), "length"),
    **dict.fromkeys(("section", "rubrik", "rubrique", "sección", "highlight", "series", "column", "page"), ""),
}
_BEHIND = {
    **dict.fromkeys(("language", "sprache", "langue", "idioma"), "language"),
    **dict.fromkeys(("correction", "correction-date", "korrektur"), "correction"),
    **dict.fromkeys(
        """load-date update date-chargement publication-type pub-type publikationstyp type-publication journal-code
        zeitungs-code graphic graphics subject organization company person country state city geographic industry
        ticker url acc-no notes note document-type type disclaimer classification""".split(),
        "",
    ),
}
_HEADINGS = frozenset({"classification", "graphic", "klassifizierung", "notes"})


def documents(paragraphs: Sequence[str]) -> list[list[str]]:
    """The paragraphs of each document of an export; none where it is no export of this kind."""
    starts = [i for i, text in enumerate(paragraphs) if _is_number(text)]
    if starts:
        ends = [*starts[1:], len(paragraphs)]
        return [list(paragraphs[a + 1 : b]) for a, b in zip(starts, ends, strict=True)]
    ends = [i for i, text in enumerate(paragraphs) if _END.fullmatch(text.strip())]
    return [list(paragraphs[a:b]) for a, b in zip([0, *(end + 1 for end in ends)], ends, strict=False)]


def _is_number(text: str) -> bool:
    line = text.strip()
    return len(line) < 60 and _NUMBERED.fullmatch(line) is not None and _NUMBERED_WORD.search(line) is not None


def parts(document: Sequence[str]) -> Parts:
    """One document as raw parts. Raises MalformedStory where it holds no copy and no headline."""
    lines = [text for text in document if text.strip()]
    dated = _dated(lines)
    if dated is None:
        raise MalformedStory("a Nexis document without a date")
    start, fields = _before(lines, dated + 1)
    copy, more = _behind(lines[start:])
    fields = more | fields
    headline = _headline(lines, dated, start)
    body, notes = ("\n\n".join(copy), ()) if copy else stand_in(headline=headline)
    return Parts(
        body=body,
        headline=headline,
        agency=_source(lines, dated),
        published=_date(lines[dated]),
        byline=fields.get("byline", ""),
        dateline=fields.get("dateline"),
        ed_note=fields.get("correction", ""),
        language=fields.get("language", "").partition(";")[0] or None,
        warnings=notes,
    )


def _dated(lines: Sequence[str]) -> int | None:
    """Where the date stands: shortly above "Body" (a cover page may stand before it), else among the first lines."""
    body = next((i for i, text in enumerate(lines) if _BODY.fullmatch(text.strip())), None)
    first, last = (0, 40) if body is None else (max(0, body - 15), body)
    return next((i for i in range(first, min(last, len(lines))) if _DATE.match(lines[i].strip())), None)


def _before(lines: Sequence[str], at: int) -> tuple[int, dict[str, str]]:
    """Where the copy starts, and the fields before it: behind "Body", else behind the last field of the head."""
    body = next((i + 1 for i in range(at, min(at + 40, len(lines))) if _BODY.fullmatch(lines[i].strip())), None)
    fields = (i + 1 for i in range(min(at + 8, len(lines)) - 1, at - 1, -1) if _name(lines[i], _BEFORE) is not None)
    end = body or next(fields, at)
    return end, dict(_fields(lines[at:end], _BEFORE))


def _behind(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The copy, and the fields behind it; a field's further paragraphs belong to it."""
    end = next((i for i, text in enumerate(lines) if _is_behind(text) or _ends(lines, i)), len(lines))
    return list(lines[:end]), dict(_fields(lines[end:], _BEHIND))


def _is_behind(text: str) -> bool:
    """A field behind the copy: in capitals or hyphenated, for "Note: …" may be a sentence; or the heading of them."""
    match = _FIELD.match(text.lstrip())
    named = match is not None and (match.group(1).isupper() or "-" in match.group(1))
    return (named and _name(text, _BEHIND) is not None) or text.strip().lower() in _HEADINGS


def _ends(lines: Sequence[str], at: int) -> bool:
    """A copyright line among the last lines, which nothing but other such lines follows."""
    return bool(_COPYRIGHT.match(lines[at].strip())) and len(lines) - at <= 3


def _fields(lines: Sequence[str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(lines):
        match = _FIELD.match(text)
        name = _name(text, names)
        if match and name:
            value = text[match.end() :].strip() or " ".join(lines[number + 1 : number + 2])
            yield name, " ".join(value.split())


def _name(text: str, names: dict[str, str]) -> str | None:
    """What the field at the head of a line holds, None where it is no field: "LENGTH: 239 words"."""
    match = _FIELD.match(text.lstrip())
    return names.get(match.group(1).lower()) if match else None


def _headline(lines: Sequence[str], dated: int, start: int) -> str:
    """Between date and fields (old layout), else two lines above the date (new layout)."""
    between = [text for text in lines[dated + 1 : start] if not _COPYRIGHT.match(text.strip())]
    heads = []
    for text in between:
        if (_FIELD.match(text.strip()) and _name(text, _BEFORE) is not None) or _BODY.fullmatch(text.strip()):
            break
        heads.append(text)
    found = heads or list(lines[max(dated - 2, 0) : max(dated - 1, 0)])
    return " ".join(" ".join(found[:2]).split())


def _source(lines: Sequence[str], dated: int) -> str | None:
    """The line above the date: "Agence France Presse -- English", "The Times (London)"."""
    if not dated:
        return None
    line = " ".join(lines[dated - 1].split())
    return re.split(r" -- | \(", line)[0].strip() or None


def _date(text: str) -> str | None:
    """The date of a line that goes on with a weekday, an edition, a time: "March 14, 2013 Thursday 11:21 AM GMT"."""
    line = " ".join(text.split())
    day = _DATE.match(line)
    clock = _CLOCK.search(line, day.end()) if day else None
    return None if day is None else f"{day.group()} {clock.group()}".strip() if clock else day.group()
