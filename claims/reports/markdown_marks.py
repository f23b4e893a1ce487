"""Markdown made of text from outside: nothing in it becomes markup, a link or HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.text import printable, squeeze

_ESCAPES = str.maketrans({char: "\\" + char for char in "\\`*_[]|~#!$"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})
# A list, a quotation or a heading can only begin at the start of a line.
_OPENERS = "-+="


def plain(text: str) -> str:
    """`text` on one line, reading in Markdown as it reads in the copy; addresses in it do not become links."""
    marked = printable(squeeze(text)).translate(_ESCAPES)
    unlinked = marked.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")
    return "\\" + unlinked if unlinked[:1] in tuple(_OPENERS) else unlinked


def quoted(text: str) -> str:
    """The words of the copy in quotation marks; double marks inside become single ones."""
    inner = squeeze(text).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{plain(inner)}”"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table of cells that are Markdown already."""
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]
