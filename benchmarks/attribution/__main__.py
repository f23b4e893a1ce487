"""Runs it all: `python -m benchmarks.attribution [--bootstrap N] [--no-peer] [--pred FILE]`."""

import argparse
import json
import resource
from collections.abc import Callable
from pathlib import Path

from benchmarks.attribution import desk, peers, polnear, shared
from claims.attribution.tagger import tag

Lines = Callable[[str], None]


def system(text: str) -> list[polnear.Prediction]:
    """The tagger, in the scorer's form."""
    parts = ("source", "cue", "content")
    return [
        {part: [list(span) for span in getattr(found, part)] for part in parts} | {"confidence": found.confidence}
        for found in tag(text)
    ]


def write(path: Path, done: polnear.Run) -> None:
    """Predictions as the scorers read them."""
    rows = [json.dumps({"doc": name, "attributions": found}) for name, found in done.found.items()]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def polnear_part(folder: Path, samples: int, pred: Path | None) -> list[str]:
    """PolNeAR dev: figures, reliability, speed."""
    done = polnear.run(system, folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if pred is not None:
        write(pred, done)
    speech = shared.scorer("speech_subset")
    gold = speech.figures(speech.counts(str(folder), done.found))["gold"]
    return [
        "## PolNeAR dev",
        "",
        *polnear.table(done, samples),
        "",
        *polnear.reliability(polnear.judged(done), gold),
        "",
        f"Speed: {done.speed:.1f} documents a CPU second, one run; memory of the process so far {memory:.0f} MB.",
    ]


def peer_part(folder: Path, samples: int) -> list[str]:
    """The same of textacy's direct quotations."""
    peer = peers.textacy_quotations()
    if peer is None:
        return ["Peer left out: textacy with a small English spaCy model is not installed."]
    done = polnear.run(peer, folder)
    speed = f"Speed: {done.speed:.1f} documents a CPU second."
    return ["## Peer: textacy, direct quotations by paragraph", "", *polnear.table(done, samples), "", speed]


def main() -> None:
    """Prints Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap", type=int, default=500, metavar="N", help="resamples behind each interval")
    parser.add_argument("--no-peer", action="store_true", help="leave out textacy")
    parser.add_argument("--pred", type=Path, metavar="FILE", help="write the predictions on PolNeAR dev as JSON lines")
    options = parser.parse_args()
    corpora = shared.folder() / "corpora"
    if not corpora.exists():
        raise SystemExit(f"no corpora in {corpora}: put the shared folder beside the project or set CLAIMS_SHARED")
    print("\n".join(polnear_part(corpora / "polnear/dev", options.bootstrap, options.pred)), flush=True)
    print("\n## Desk corpus, contents only\n\n| | P | R | F1 | 95 % |\n|---|--:|--:|--:|--:|")
    for part in ("train", "dev"):
        print(desk.table(system, corpora / "desk" / part, options.bootstrap), flush=True)
    if not options.no_peer:
        print("\n" + "\n".join(peer_part(corpora / "polnear/dev", options.bootstrap)))


if __name__ == "__main__":
    main()
