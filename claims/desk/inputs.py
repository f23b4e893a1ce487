"""Paths to documents: files, folders and standard input, opened so that nothing hangs and nothing leaves the folder.

A folder is read in order of names, with its subfolders; hidden entries (".git", ".DS_Store") are not copy. Everything
else that is not read is told as a `Problem`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claims.desk.filters import MAX_SIZE
from claims.records import Document, Problem

_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def documents(
    paths: Iterable[str | Path], *, max_size: int = MAX_SIZE, stdin: BinaryIO | None = None
) -> Iterator[Document | Problem]:
    """The documents behind `paths`, `-` being `stdin`, in the order given; at most `max_size` bytes each."""
    for path in paths:
        if str(path) == "-" and stdin is not None:
            yield _within("-", stdin.read(max_size + 1), max_size)
        elif Path(path).is_dir():
            yield from _folder(Path(path), max_size)
        else:
            yield _file(Path(path), max_size)


def count(paths: Iterable[str | Path]) -> int:
    """How many documents `documents` will give for `paths`: for a progress bar; nothing is opened."""
    return sum(sum(1 for _ in _entries(Path(p))) if Path(p).is_dir() else 1 for p in paths)


def _folder(folder: Path, max_size: int) -> Iterator[Document | Problem]:
    root = folder.resolve()
    unread: list[OSError] = []
    empty = True
    for entry in _entries(folder, unread.append):
        empty = False
        if entry.is_symlink() and _leaves(entry, root):
            yield Problem(str(entry), "a link that leaves the folder", remedy="Name the file itself, if you mean it.")
        elif not entry.is_dir():  # a linked folder inside this one is read where it stands
            yield _file(entry, max_size)
    yield from (Problem(str(error.filename), _reason(error, Path(error.filename))) for error in unread)
    if empty and not unread:
        yield Problem(str(folder), "no files in it", remedy="Name the folder that holds the copy.")


def _leaves(link: Path, root: Path) -> bool:
    """Whether a link points out of the folder; one that points at itself stays, to be refused as such when opened."""
    try:
        return not link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return False


def _entries(folder: Path, unread: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    for top, folders, names in os.walk(folder, onerror=unread):
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted(names + links):
            if not name.startswith("."):
                yield Path(top) / name


def _file(path: Path, max_size: int) -> Document | Problem:
    try:
        # Without O_NONBLOCK opening a pipe waits for a writer that may never come.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return Problem(str(path), _reason(error, path), remedy=_remedy(error))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            kind = _KINDS.get(stat.S_IFMT(status.st_mode), "not a file")
            return Problem(
                str(path), f"{kind}, not a file", remedy="Copy what comes out of it to a file, or pipe it in."
            )
        if status.st_size > max_size:
            return _too_large(str(path), max_size)
        try:
            return _within(str(path), file.read(max_size + 1), max_size)
        except OSError as error:
            return Problem(str(path), _reason(error, path), remedy=_remedy(error))


def _within(origin: str, content: bytes, max_size: int) -> Document | Problem:
    return _too_large(origin, max_size) if len(content) > max_size else Document(origin, content)


def _too_large(origin: str, max_size: int) -> Problem:
    return Problem(origin, f"larger than {max_size / 1e6:.3g} MB", remedy="Raise the cap with --max-size MB.")


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link to nowhere" if path.is_symlink() else "no such file"
    if isinstance(error, PermissionError):
        return "may not be read"
    return (error.strerror or str(error)).lower()


def _remedy(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Check the name."
    return "Check who may read it." if isinstance(error, PermissionError) else "Copy it from where it is whole."
