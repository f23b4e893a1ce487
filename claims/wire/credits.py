"""Credit lines: who wrote, edited and supplied a story, as lines that are no copy.

    News from BBC, AFP and Reuters.                       (Reporting by X in Kyiv; Editing by Y)
    Associated Press writer X contributed to this report. With files from The Canadian Press
    (With inputs from PTI)     © Agence France-Presse     Copyright 2024 The Associated Press. All rights reserved.

Credits stand in the last paragraphs (a closing sentence of the last one, too) and, on saved pages, beside the byline.
A line that only credits is told by how it opens or closes, from the table below; agencies in it go through ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims import agencies
from claims.agencies import Agency
from claims.text import Span, Spans, sentences, squeeze

_LAST = 8  # paragraphs from the end
_FIRST = 4
_LONGEST = 500

_ROLES = (
    r"(?:additional |further |with additional |with |initial |original )?"
    r"(?:reporting|writing|editing|edited|written|compiled|translated|translation|graphics?|production|produced|"
    r"photography|photos?|research|files|inputs?|agency inputs|agencies|material|contributions?|compiling|rewriting)"
)
_OPENS = re.compile(
    rf"[\s(\[—–-]*(?:{_ROLES} (?:and \w+ )?(?:by|from)\b|{_ROLES} (?:in [^:\n]{{2,40}}\s)?by\b|reporting by|"
    r"(?:with )?(?:files|inputs?|reporting|material|information) from\b|with agency inputs?\b|"
    r"(?:news|source|sources) (?:from|by)\b|"
    r"(?:this )?(?:story|article|report|content) (?:was|is) (?:first |originally )?(?:published|produced|supplied|"
    r"provided|syndicated|filed|created|auto-generated|written|sourced|based)\b[^.\n]{0,80}\b(?:by|from|on|in)\b|"
    r"(?:©|\(c\)\s|copyright\b)|source\s?:|sources\s?:|credit\s?:|our standards\s?:|"
    r"\(?graphics?\s?:|republished (?:from|with)|distributed by)",
    re.I,
)
_CLOSES = re.compile(
    r"\b(?:contributed(?: to this (?:report|story|article))?|contributed (?:reporting|research|from)\b[^.]{0,60}|"
    r"all rights reserved|may not be (?:published|reproduced|republished)[^.]{0,160}|"
    r"provided (?:additional )?reporting)\W*$",
    re.I,
)
_FILED = re.compile(r"[A-Z][\w.’' -]{1,80} reported from [A-Z][^.\n]{1,80}\.")  # "Lee reported from Washington."
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this|reporting|research|from)\b", re.I)
_SIGN_OFF = re.compile(
    r"(?:[a-z]{2,4}(?:-[a-z]{2,4})?/[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?)?|"  # AFP: "prm-sr/jah"
    r"(?:dpa|afp|aap|apa)(?: [a-z]{2,4}){1,5}|AAP [A-Z]{2,4}|[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4})?|-?30-?|###|ENDS?|"
    r"/?ENDS/?|NNNN)\.?"
)
_ONLY_NAMES = re.compile(r"[-—–\s(\[©]*(?P<names>[^\W\d_][^\n]{0,80}?)[)\].\s]*")
_NEWS_FROM = re.compile(r"\b[Nn]ews from (?P<names>[^.\n]{2,200})")
_A_NAME = re.compile(r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}")
_JOINTS = re.compile(r"\s*(?:,|/|;|&|\+|\band\b|\bwith\b|\bagencies\b|\bstaff\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Credits:
    """The credit lines of a story: where they stand, as one line, and the agencies in them in order."""

    spans: Spans = ()
    line: str = ""
    agencies: tuple[str, ...] = ()


def find(body: str, paragraphs: Spans) -> Credits:
    """The credits among the first and last paragraphs, and the sentence that closes the last of the copy."""
    spans: list[Span] = [p for p in paragraphs[:_FIRST] if _is_names_only(body[p.start : p.end])]
    tail = [p for p in paragraphs[-_LAST:] if p not in spans]
    spans += [p for p in tail if _is_credit(body, p)]
    rest = [p for p in tail if p not in spans]
    spans += [found for p in rest[-3:] if (found := _closing(body, p))]
    return of(body, tuple(sorted(spans)))


def of(body: str, spans: Spans) -> Credits:
    """Credits whose place is known; sign-offs ("prm-sr/jah") are no part of the line."""
    texts = [squeeze(body[start:end]) for start, end in spans]
    said = [text for text in texts if _is_names_only(text) or not _SIGN_OFF.fullmatch(text)]
    return Credits(spans, " ".join(said), named(" ".join(said)))


def named(line: str) -> tuple[str, ...]:
    """Names of the agencies that a credit line names, in order, each once: the table's short names, others as given.

    A name that the table does not know counts only in "News from A, B and C", which can list nothing else.
    """
    found = [(span.start, agency.short) for span, agency in agencies.mentions(line)]
    for match in _NEWS_FROM.finditer(line):
        found += _listed(match["names"], match.start("names"))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _listed(names: str, at: int) -> list[tuple[int, str]]:
    parts = [part for part in _JOINTS.split(names) if _A_NAME.fullmatch(part)]
    return [(at + names.index(part), part) for part in parts if not agencies.mentions(part)]


def _is_credit(body: str, paragraph: Span) -> bool:
    if paragraph.end - paragraph.start > _LONGEST:
        return False
    text = body[paragraph.start : paragraph.end].strip()
    if _SIGN_OFF.fullmatch(text) or _is_names_only(text):
        return True
    return (
        _OPENS.match(text) or _CLOSES.search(text) or _CONTRIBUTED.search(text) or _FILED.fullmatch(text)
    ) is not None and _no_copy(text)


def _no_copy(text: str) -> bool:
    """Whether the line is short of a story: "Additional reporting by the UN found that …" is one."""
    return not re.search(r"\b(?:said|says|found|showed|told|according to|warned|denied)\b", text, re.I)


def _is_names_only(text: str) -> bool:
    """ "AFP", "— Reuters", "AP/AFP", "Agencies": names of the table and nothing else."""
    if len(text) > 80 or (match := _ONLY_NAMES.fullmatch(text.strip())) is None:
        return False
    parts = [part for part in _JOINTS.split(match["names"]) if part]
    return all(_agency(part) for part in parts) and bool(parts or "agencies" in text.lower())


def _agency(part: str) -> Agency | None:
    return agencies.find(part) or agencies.marked(part)


def _closing(body: str, paragraph: Span) -> Span | None:
    """The last sentence of a paragraph where it only credits: "… in Kyiv. News from BBC, AFP and Reuters."."""
    if paragraph.end - paragraph.start > 20_000:
        return None
    last = sentences(body, paragraph)[-1:]
    for sentence in last:
        text = body[sentence.start : sentence.end]
        if sentence != paragraph and len(text) < _LONGEST and _OPENS.match(text) and _no_copy(text):
            return sentence
    return None
