"""What an agency sends behind a story for desks only: notebooks, contacts, "not intended for publication"."""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"^[\W_]{0,12}(?:the |this |die )?(?:following|below|folgenden?)?\W{0,2}(?:informatione?n?|infos?|material)?"
    r"[^\n.]{0,40}\b(?:not (?:intended )?for publication|nicht (?:zur|für die) ver[oö]ffentlichung)\b"
    r"(?![a-z ,]{0,40}\b(?:until|till|before|prior to|vor|bis)\b)",  # an embargo stands above the story it forbids
    re.I | re.M,
)
_NOTEBOOK = re.compile(
    r"^[ \t]*#{1,3}[ \t]*(?:[A-Za-z]{2,5}[ \t])?(?:notebook|notizblock|notes? to editors|editors?' notes?)\b",
    re.I | re.M,
)
_STARS = re.compile(r"^[ \t]*\*(?:[ \t]?\*){2,4}[ \t]*\r?$", re.M)
_DESK_TALK = re.compile(
    r"publication|ver[oö]ffentlichung|^[ \t]*#{1,3} |contacts?:|editing by|reporting by|redaktion|notebook|notizblock",
    re.I | re.M,
)
_LOOK_AHEAD = 500


def publishable(body: str) -> int:
    """Where the publishable text ends: the length of `body` where nothing follows it.

    A bare "* * *" is a break in a feature, too; it ends the story only where desk talk follows it.
    """
    marks = [match.start() for pattern in (_ORDER, _NOTEBOOK) if (match := pattern.search(body))]
    marks += [m.start() for m in _STARS.finditer(body) if _DESK_TALK.search(body, m.end(), m.end() + _LOOK_AHEAD)]
    return min(marks, default=len(body))
