"""What can go wrong, as one tree.

```
ClaimsError(message, hint)
├─ ConfigError
├─ DatabaseError  ├─ DatabaseUnavailable  ├─ SchemaOutdated  └─ SchemaTooNew
├─ StoryError(message, origin, where, hint)     ├─ UnknownFormat  ├─ MalformedStory  └─ UnknownAgency
├─ NotFound   ├─ Ambiguous
└─ Refused
```

A message says what was wrong, `hint` what to do next. The command line turns each into one sentence and an exit code;
any other exception is a bug and shows its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence


class ClaimsError(Exception):
    """Anything the user can mend; `hint` names the next step."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ConfigError(ClaimsError):
    """An option or environment variable that cannot be used."""


class DatabaseError(ClaimsError):
    """The database did not do what was asked."""


class DatabaseUnavailable(DatabaseError):
    """There is no database at that address, or it does not answer."""


class SchemaOutdated(DatabaseError):
    """The database is older than this program; `claims db upgrade` mends it."""


class SchemaTooNew(DatabaseError):
    """The database was made by a newer program."""


class StoryError(ClaimsError):
    """Input that could not be read as a story."""

    def __init__(self, message: str, hint: str | None = None, *, origin: str = "", where: str = "") -> None:
        super().__init__(message, hint)
        self.origin = origin
        self.where = where


class UnknownFormat(StoryError):
    """Bytes that no reader claims."""


class MalformedStory(StoryError):
    """A known format, broken or without a text."""


class UnknownAgency(StoryError):
    """An agency named with --agency that the table does not hold."""


class NotFound(ClaimsError):
    """No event, claim, story or dispute of that name."""


class Ambiguous(ClaimsError):
    """Several match; `matches` lists them, best first, as printable lines."""

    def __init__(self, message: str, matches: Sequence[str], hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.matches = tuple(matches)


class Refused(ClaimsError):
    """It would contradict an earlier decision; the message names it, the hint how to undo it."""
