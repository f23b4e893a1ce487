"""How long the readers take, format by format, and what share of a whole import that is (to be under a fifth).

    python -m benchmarks.readers [--no-import] [--format FOLDER …]

Real copy: the shared samples, each file once. Times are CPU seconds of one process, the best of three for the readers.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.material import shared
from claims import Desk, wire
from claims.desk.filters import ImportOptions
from claims.records import Document, Problem

ROUNDS = 3


def main() -> None:
    """Prints a line a format, and the share of the import."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-import", action="store_true", help="the readers alone")
    parser.add_argument("--format", nargs="*", metavar="FOLDER", help="only these folders of the samples")
    options = parser.parse_args()
    folders = sorted(path for path in (shared() / "samples").iterdir() if path.is_dir())
    chosen = [path for path in folders if not options.format or path.name in options.format]
    documents = [document for folder in chosen for document in of(folder)]
    for folder in chosen:
        print(line(folder.name, of(folder)))
    reading = measured(documents)
    print(line("all", documents))
    if not options.no_import:
        whole = imported(documents)
        print(f"import    {whole:8.2f} s CPU in all, the readers {reading:.2f} s: {reading / whole:.1%}")


def of(folder: Path) -> list[Document]:
    """The files of a folder that are copy."""
    files = (path for path in sorted(folder.iterdir()) if ".expected" not in path.suffixes)
    return [Document(f"{folder.name}/{path.name}", path.read_bytes()) for path in files]


def line(name: str, documents: Sequence[Document]) -> str:
    """One row of the table."""
    stories = sum(not isinstance(made, Problem) for document in documents for made in wire.read(document))
    size = sum(len(document.content) for document in documents) / 1e6
    seconds = measured(documents)
    speed = f"{stories / seconds:7.0f} stories/s {size / seconds:7.2f} MB/s" if seconds else ""
    return f"{name:14} {len(documents):4} files {stories:5} stories {size:7.2f} MB {seconds:7.2f} s {speed}"


def measured(documents: Sequence[Document]) -> float:
    """CPU seconds to read them all, the best of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in documents:
            for _made in wire.read(document):
                pass
        rounds.append(time.process_time() - start)
    return min(rounds)


def imported(documents: Sequence[Document]) -> float:
    """CPU seconds to import them all into an empty database."""
    with tempfile.TemporaryDirectory() as folder, Desk.open(f"sqlite:///{folder}/desk.db", create=True) as desk:
        start = time.process_time()
        for _ in desk.import_documents(documents, ImportOptions()):
            pass
        return time.process_time() - start


if __name__ == "__main__":
    main()
