"""CLICK: arguments, streams and exit codes; no logic. `main` is the `claims` command.

Each command is one file of `claims.cli.commands`: it parses, calls one function of the desk, and prints.
"""

from __future__ import annotations

from claims.cli.group import cli

__all__ = ["cli", "main"]


def main() -> None:
    """Run the `claims` command on the arguments of the process."""
    cli(prog_name="claims")
