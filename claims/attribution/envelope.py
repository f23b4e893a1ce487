"""Lines that stand in the copy but are no copy: datelines, advisories of a correction, credits of reporters.

A reader of wire formats marks what it knows; bodies that come in JSON or as plain text still hold these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.text import Span, Spans

_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,4})"  # TEL AVIV
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"  # , Mich.
    r"(?:,? (?:Jan|Feb|March|Mar|April|Apr|May|June|July|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})?"
    r"(?: \([^()\n]{2,40}\))?"
    r" ?(?:--|[-–—])\s+"
)
_BRACKETED = re.compile(
    r"\((?:Corrects|Corrected|Adds|Updates|Updated|Removes|Deletes|Recasts|Refiles|Clarifies|Fixes|Rewrites|Releads"
    r"|Reporting|Additional reporting|Writing|Editing|Reported|Compiled)\b"
    r"[^()]{0,400}(?:\([^()]{0,80}\)[^()]{0,300})?\)\.?"
)


def lines(body: str, parts: Sequence[Span]) -> Spans:
    """What of these paragraphs is no copy."""
    found: list[Span] = []
    for number, part in enumerate(parts):
        if (body[part.start] == "(" and (match := _BRACKETED.match(body, part.start, part.end))) or (
            number < 4 and (match := _DATELINE.match(body, part.start, part.end))
        ):
            found.append(Span(*match.span()))
    return tuple(found)
