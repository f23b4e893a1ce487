"""Writes the outermost attributions of `extract` on PolNeAR dev as the scorers read them, and prints their figures.

python -m benchmarks.extract_polnear [--pred FILE] [--samples N]

Where textacy and a small spaCy model are installed, its direct quotations are run in the same process, for the ratio of
speeds; the models are loaded before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import resource
from pathlib import Path

from benchmarks.attribution import peers, polnear, shared
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
    parser.add_argument("--samples", type=int, default=20, metavar="N", help="resamples behind each interval")
    options = parser.parse_args()
    folder = shared.folder() / "corpora/polnear/dev"
    outermost("The mayor said the bridge was safe.")
    done = polnear.run(outermost, folder)
    if options.pred is not None:
        write(options.pred, done)
    print("\n".join(polnear.table(done, options.samples)))
    print(f"{done.speed:.1f} documents a CPU second, {_memory()} MB")
    peer = peers.textacy_quotations()
    if peer is not None:
        beside = polnear.run(peer, folder)
        print("\n".join(["", "textacy, direct quotations by paragraph", "", *polnear.table(beside, options.samples)]))
        print(f"{beside.speed:.1f} documents a CPU second, so this is {done.speed / beside.speed:.1f} times as fast")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
