"""What all tables share: names of constraints, types by annotation, ids that are never given twice."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from sqlalchemy import BigInteger, Date, Double, ForeignKey, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, mapped_column

from claims.store.types import Instant, Words

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite gives the id of a deleted last row again unless told otherwise; a desk's ids are never given twice.
LASTING = {"sqlite_autoincrement": True}

Id = Annotated[int, mapped_column(primary_key=True)]
Big = Annotated[int, mapped_column(BigInteger)]
Made = Annotated[int, mapped_column(ForeignKey("activity.id"))]  # the activity that made the row


class Base(DeclarativeBase):
    """The metadata, and which Python type means which column type."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {str: Words, float: Double, int: Integer, datetime: Instant, date: Date}
