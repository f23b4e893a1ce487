"""Where a `ClaimsError` becomes a sentence, a hint and an exit code.

Exit codes: 0 done, 1 error, 2 wrong usage, 3 done but some input was not read, 4 no such thing or several match, 5 a
`--fail-on` condition is met.
"""

from __future__ import annotations

from typing import IO, Any

import click

from claims.cli.screen import warn
from claims.errors import Ambiguous, ClaimsError, ConfigError, NotFound, UnknownAgency

ERROR, USAGE, NOT_ALL_READ, NO_SUCH_THING, CONDITION_MET = 1, 2, 3, 4, 5
STOPPED = 130  # by Ctrl-C, as shells count it

_CODES: tuple[tuple[type[ClaimsError], int], ...] = (
    (NotFound, NO_SUCH_THING),
    (Ambiguous, NO_SUCH_THING),
    (ConfigError, USAGE),
    (UnknownAgency, USAGE),
)


def exit_code(error: ClaimsError) -> int:
    """The exit code for an error of ours."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), ERROR)


class Failure(click.ClickException):
    """A `ClaimsError` on its way to the user."""

    def __init__(self, error: ClaimsError) -> None:
        super().__init__(error.message)
        self.error = error
        # click reads it off the instance, and its type stubs know it as the class's alone
        vars(self)["exit_code"] = exit_code(error)

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - always stderr
        """The message, what matched, and what to do next, on stderr."""
        warn(f"Error: {self.error.message}")
        if isinstance(self.error, Ambiguous):
            for match in self.error.matches:
                warn(f"  {match}")
        if self.error.hint:
            warn(self.error.hint)
