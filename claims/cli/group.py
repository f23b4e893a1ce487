"""`claims`: the group, with the options that stand before the command."""

from __future__ import annotations

import click

from claims import __version__
from claims.cli.loader import LazyGroup
from claims.cli.setting import Setting, zone
from claims.errors import ConfigError


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="A first run: claims import data/monday, then claims events. Each command has --help with an example.",
)
@click.version_option(__version__, prog_name="claims")
@click.option("--db", metavar="URL|PATH", help="The database; else CLAIMS_DB, else ./claims.db.")
@click.option("--user", metavar="NAME", help="Who is asking; else CLAIMS_USER, else the login name.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours on stdout; auto means on a terminal where NO_COLOR is not set.",
)
@click.option(
    "--tz", metavar="ZONE", help="The zone for times that people read and give, such as Europe/Berlin; else UTC."
)
@click.option(
    "--model",
    type=click.Choice(["default", "accurate"]),
    default="default",
    help="The tier that reads the copy; what was used is kept with each run.",
)
@click.pass_context
def cli(ctx: click.Context, db: str | None, user: str | None, color: str, tz: str | None, model: str) -> None:
    """Who claims what: attributed claims from wire copy, grouped by event, with the disputes between them."""
    if model == "accurate":
        raise ConfigError("The accurate tier is not installed.", "It comes with a later version; leave --model out.")
    ctx.obj = Setting(db=db, user=user, color=color, zone=zone(tz), model=model)
