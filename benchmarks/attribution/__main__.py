"""Runs it all: PolNeAR dev and desk dev with intervals, how far confidence can be trusted, speed beside a peer.

    python -m benchmarks.attribution [--tagger] [--bootstrap N] [--no-peer] [--pred FILE]

`--tagger` measures the network alone, without rules, names and chains. The peer is textacy with a small spaCy model,
where both are installed; models are loaded before the clock starts.
"""

import argparse
import json
import resource
from pathlib import Path

from benchmarks import desk_claims
from benchmarks.attribution import desk, peers, polnear, systems
from benchmarks.material import scorer, shared


def write(path: Path, done: polnear.Run) -> None:
    """Predictions as the scorers read them."""
    rows = [json.dumps({"doc": name, "attributions": found}) for name, found in done.found.items()]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def polnear_part(done: polnear.Run, samples: int) -> list[str]:
    """PolNeAR dev: figures, reliability, speed."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speech = scorer("speech_subset")
    gold = speech.figures(speech.counts(str(done.folder), done.found))["gold"]
    return [
        "## PolNeAR dev",
        "",
        *polnear.table(done, samples),
        "",
        *polnear.reliability(polnear.judged(done), gold),
        "",
        f"Speed: {done.speed:.1f} documents a CPU second, one run; memory of the process so far {memory:.0f} MB.",
    ]


def peer_part(own: polnear.Run, samples: int) -> list[str]:
    """The same of textacy's direct quotations, and how many times as fast `own` was."""
    peer = peers.textacy_quotations()
    if peer is None:
        return ["Peer left out: textacy with a small English spaCy model is not installed."]
    done = polnear.run(peer, own.folder)
    speed = f"Speed: {done.speed:.1f} documents a CPU second; ours is {own.speed / done.speed:.1f} times that."
    return ["## Peer: textacy, direct quotations by paragraph", "", *polnear.table(done, samples), "", speed]


def tagger_on_desk(corpora: Path, samples: int) -> list[str]:
    """What the tagger alone answers for on the desk corpus."""
    head = ["## Desk corpus, contents only", "", "| | P | R | F1 | 95 % |", "|---|--:|--:|--:|--:|"]
    return head + [desk.table(systems.tagger, corpora / "desk" / part, samples) for part in ("train", "dev")]


def main() -> None:
    """Prints Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tagger", action="store_true", help="the tagger alone")
    parser.add_argument("--bootstrap", type=int, default=500, metavar="N", help="resamples behind each interval")
    parser.add_argument("--no-peer", action="store_true", help="leave out textacy")
    parser.add_argument("--pred", type=Path, metavar="FILE", help="write the predictions on PolNeAR dev as JSON lines")
    options = parser.parse_args()
    corpora = shared() / "corpora"
    if not corpora.exists():
        raise SystemExit(f"no corpora in {corpora}: put the shared folder beside the project or set CLAIMS_SHARED")
    system = systems.tagger if options.tagger else systems.program
    system("The mayor said the bridge was safe.")
    own = polnear.run(system, corpora / "polnear/dev")
    if options.pred is not None:
        write(options.pred, own)
    print("\n".join(polnear_part(own, options.bootstrap)), flush=True)
    on_desk = tagger_on_desk(corpora, options.bootstrap) if options.tagger else desk_claims.report(options.bootstrap)
    print("\n" + "\n".join(on_desk), flush=True)
    if not options.no_peer:
        print("\n" + "\n".join(peer_part(own, options.bootstrap)))


if __name__ == "__main__":
    main()
