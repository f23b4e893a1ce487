"""The commands in one table, and a group that imports a command when it is used and not before.

SQLAlchemy alone takes half a second to import; `claims --help` prints this table and loads none of it.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from claims.cli.failures import Failure
from claims.errors import ClaimsError

# name: (module of claims.cli.commands, what `claims --help` says; a test holds it equal to the command's own help)
COMMANDS: dict[str, tuple[str, str]] = {
    "import": ("import_", "Read stories: files, folders, archives, feeds, standard input."),
    "extract": ("extract", "Print the attributed claims of stories; nothing is stored."),
    "compare": ("compare", "Say whether two claims are about one event, whether they compete, and why."),
    "events": ("events", "List events."),
    "event": ("event", "Look at one event."),
    "who": ("who", "Show who says what about an event, question by question."),
    "list": ("list_", "List claims."),
    "search": ("search", "Find claims and events, best first; loose spelling is fine."),
    "show": ("show", "Show one claim, story, event, dispute or entry of the review queue."),
    "disputes": ("disputes", "List disputes, each with its reason."),
    "report": ("report", "Write a report of events: Markdown, CSV or JSON."),
    "story": ("story", "Show the versions of a story and what changed."),
    "review": ("review", "List what the program would not decide alone."),
    "regroup": ("regroup", "Group all claims into events anew; shows what would move."),
    "reextract": ("reextract", "Read the claims of all stories anew; shows what would change."),
    "agencies": ("agencies", "List the agencies that are known."),
    "db": ("db", "Look after the database."),
    "completion": ("completion", "Print the shell completion for bash, zsh or fish."),
}


class LazyGroup(click.Group):
    """A group whose commands stand in `COMMANDS`; it words a `ClaimsError` for the user, here and nowhere else."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """The names in the table's order: the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it so
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"claims.cli.commands.{COMMANDS[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click calls it so
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names that begin so, from the table alone; options as click completes them."""
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return [CompletionItem(name, help=told) for name, (_, told) in COMMANDS.items() if name.startswith(incomplete)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user can mend becomes a sentence, a hint and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except ClaimsError as error:
            raise Failure(error) from error
        except BrokenPipeError as error:  # the reader has what it wanted: `claims list | head`
            _stop_printing()
            raise click.exceptions.Exit(0) from error
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                raise
            _stop_printing()
            raise Failure(ClaimsError(f"Could not write: {error.strerror}.", "Make room and run it again.")) from error
        return result


def _stop_printing() -> None:
    """Let nothing more be written to stdout, not even what waits in it at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
