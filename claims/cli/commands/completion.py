"""`claims completion`: the shell completion."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from claims.cli import screen

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the shell completion for bash, zsh or fish.

    \b
    Example:
      claims completion bash > ~/.local/share/bash-completion/completions/claims
      claims completion fish > ~/.config/fish/completions/claims.fish
    """
    completion = get_completion_class(shell)
    assert completion is not None
    screen.write(completion(ctx.find_root().command, {}, "claims", "_CLAIMS_COMPLETE").source())
