"""What the caller of an import or an extraction knows better than the bytes, handed on to the readers."""

from __future__ import annotations

from claims import agencies
from claims.desk.filters import ImportOptions
from claims.errors import UnknownAgency
from claims.wire.hint import Hint


def hint(options: ImportOptions) -> Hint:
    """The readers' hint for `options`; `UnknownAgency`, with the nearest names, for an agency no table holds."""
    return Hint(
        format=options.format,
        agency=known(options.agency) if options.agency else None,
        date=options.date,
        max_text=options.max_text,
        columns=options.columns,
        max_size=options.max_size,
    )


def known(name: str) -> str:
    """The short name of an agency given by a person, who may have misspelled it."""
    if agency := agencies.find(name):
        return agency.short
    near = agencies.nearest(name)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`claims agencies` lists those that are known."
    raise UnknownAgency(f"No agency {name!r} is known.", hint)
