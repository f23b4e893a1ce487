"""Small words that many commands print."""

from __future__ import annotations

from collections.abc import Sequence

from claims.cli import screen


def plural(count: int, word: str, many: str | None = None) -> str:
    """ "1 story", "3 stories", "1,204 claims"."""
    if count == 1:
        return f"1 {word}"
    other = many or (word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s")
    return f"{count:,} {other}"


def shown(total: int, limit: int | None) -> str:
    """What a heading adds where `--limit` cuts the listing: ", the first 5 shown"."""
    return f", the first {limit:,} shown" if limit and limit < total else ""


def next_commands(*commands: str) -> None:
    """The last line for people: what to type next."""
    screen.say()
    screen.say("Next: " + " · ".join(f"claims {command}" for command in commands), style="dim")


def joined(parts: Sequence[str]) -> str:
    """Parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)
