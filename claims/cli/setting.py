"""What stands before the command: which database, who is asking, colours, the zone for people's times, the tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

import claims
from claims.config import database_url, user_name
from claims.errors import ConfigError

if TYPE_CHECKING:
    from claims.desk import Desk


@dataclass(frozen=True, slots=True)
class Setting:
    """The options of `claims` itself; the environment and the defaults come in where one is used."""

    db: str | None = None
    user: str | None = None
    color: str = "auto"
    zone: tzinfo = UTC
    model: str = "default"

    @property
    def url(self) -> str:
        """The SQLAlchemy URL of the database."""
        return database_url(self.db)

    def desk(self, *, create: bool = False, url: str | None = None) -> Desk:
        """The desk's database, opened; `claims.Desk` loads SQLAlchemy only now."""
        return claims.Desk.open(url or self.url, user=user_name(self.user), create=create, model=self.model)


def setting() -> Setting:
    """The setting of the running command."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Setting) if context else None) or Setting()


def zone(name: str | None) -> tzinfo:
    """The time zone of that name; UTC where none is given."""
    if not name or name.upper() in ("UTC", "Z"):
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(f"No time zone {name!r}.", "Give a name such as Europe/Berlin or UTC.") from error
