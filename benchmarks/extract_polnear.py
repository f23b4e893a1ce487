"""Writes the outermost attributions of `extract` on PolNeAR dev as the scorers read them, and prints their figures.

python -m benchmarks.extract_polnear [--pred FILE]
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from benchmarks.attribution import polnear, shared
from benchmarks.attribution.__main__ import write
from claims.attribution import extract
from claims.records import Story


def outermost(text: str) -> list[polnear.Prediction]:
    """The last link of every claim's chain, equal links once."""
    found: dict[str, polnear.Prediction] = {}
    for passage in extract(Story(body=text)):
        link = passage.chain[-1]
        parts = {"source": link.source, "cue": link.cue, "content": link.content}
        row: polnear.Prediction = {k: [list(s) for s in v] for k, v in parts.items()}
        found.setdefault(json.dumps(row), row | {"confidence": passage.confidence})
    return list(found.values())


def main() -> None:
    """Prints one line of figures, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pred", type=Path, metavar="FILE", help="write the predictions as JSON lines")
    options = parser.parse_args()
    folder = shared.folder() / "corpora/polnear/dev"
    began = time.process_time()
    done = polnear.run(outermost, folder)
    took = time.process_time() - began
    if options.pred is not None:
        write(options.pred, done)
    print("\n".join(polnear.table(done, 20)))
    print(f"{done.speed:.1f} documents a CPU second; {took:.1f} s in all")


if __name__ == "__main__":
    main()
