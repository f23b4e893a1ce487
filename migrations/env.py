"""How Alembic meets our schema: on a connection handed in by the program, or on CLAIMS_DB when run by hand.

Column types of ours are rendered as the plain types behind them: a migration is history and imports nothing of ours.
"""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from claims.config import database_url
from claims.store import engine as engines
from claims.store.tables import Base
from claims.store.types import Instant, Packed, Words

PLAIN = {Instant: "sa.DateTime(timezone=True)", Words: "sa.Text()", Packed: "sa.Text()"}


def render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    return PLAIN.get(type(item), False) if kind == "type" else False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=render,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    connection = context.config.attributes.get("connection")
    if connection is not None:
        return run(connection)
    with engines.opened(database_url(None)) as engine, engines.writing(engine) as own:
        return run(own)


main()
