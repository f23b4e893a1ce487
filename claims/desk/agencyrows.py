"""`claims agencies`: the package's table and what imports added, with what the desk holds of each."""

from __future__ import annotations

from claims import agencies
from claims.desk.opened import Opened
from claims.desk.views import AgencyRow
from claims.store import shelves


def rows(opened: Opened) -> list[AgencyRow]:
    """Every agency: those with stories first, by number of stories, then by short name."""
    with opened.reading() as connection:
        held = shelves.agencies(connection)
        aliases = shelves.aliases(connection)
    known = {agency.short: agency for agency in agencies.table()}
    found = [_row(agency, held.get(short, (0, 0)), aliases.get(short, [])) for short, agency in known.items()]
    added = [name for name in held if name not in known]
    found += [AgencyRow(name, name, "", "", tuple(aliases.get(name, [])), *held[name], known=False) for name in added]
    return sorted(found, key=lambda row: (-row.stories, row.short.casefold()))


def _row(agency: agencies.Agency, held: tuple[int, int], aliases: list[str]) -> AgencyRow:
    names = (*agency.other_names, *aliases)
    return AgencyRow(agency.short, agency.name, agency.kind, agency.country, names, *held, known=True)
