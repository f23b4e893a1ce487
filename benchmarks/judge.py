"""Claims drawn at random for people to judge one by one, and the tally of what they judged.

    python -m benchmarks.judge sample --seed S --count N [--agency NAME …] [--half H] [--verdicts FILE] PATH…
    python -m benchmarks.judge tally FILE…

`sample` draws uniformly over all claims of all stories under PATH (files and folders, in the order of their names), so
that the same seed, files and extractor give the same claims. `--half reading` keeps to the half of the stories that may
be read for errors to mend, `--half judging` to the half that nobody but a judge reads; `--without FILE…` leaves out
what verdict files hold already. A verdict file holds offsets, a digest of the claimants and verdicts, no copy: `sample
--verdicts` writes one with empty verdicts (null), which the judge fills in: true or false, and `cause`, a short class
of error, where one is false (several, the weightiest first, with "; " between them). A claim that is none has a
claimant that is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from pathlib import Path
from typing import Any

from benchmarks.material import around, shared
from claims import attribution, wire
from claims.records import Document, Passage, Problem, Story
from claims.text import Span, sentences, slices

Row = dict[str, Any]

VERDICTS = ("claimant_right", "start_right", "end_right", "polarity_right")
NO_COPY = {".expected", ".md", ".ann"}  # endings of files that lie beside the copy
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Drawn:
    """A claim with where it stands: the file relative to the shared folder, the story's guid or ordinal (from 0)."""

    file: str
    guid: str | int
    story: Story
    passage: Passage


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be drawn: agencies (all where empty), the half of the stories, and what has been judged before."""

    agencies: frozenset[str] = frozenset()
    half: str | None = None
    judged: frozenset[tuple[str, str, int]] = frozenset()

    def story(self, file: str, guid: str | int, story: Story) -> bool:
        """Whether a story's claims may be drawn."""
        by = not self.agencies or not self.agencies.isdisjoint({story.agency, *story.credits})
        return by and self.half in (None, half(file, guid))

    def claim(self, file: str, guid: str | int, passage: Passage) -> bool:
        """Whether a claim may be drawn: one that starts where a judged one starts is the same."""
        return (file, str(guid), passage.content[0].start) not in self.judged


def half(file: str, guid: str | int) -> str:
    """Which half of the stories one belongs to, by a digest of where it stands."""
    return "reading" if sha256(f"{file} {guid}".encode()).digest()[0] % 2 else "judging"


def judged(files: Iterable[Path]) -> frozenset[tuple[str, str, int]]:
    """File, story and start of every claim in verdict files."""
    lines = (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset((row["file"], str(row["story"]), row["content"][0][0]) for row in lines)


def main() -> None:
    """Reads the command line and prints the sample or the tally."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sample = commands.add_parser("sample", help="claims to judge")
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--count", type=int, default=100)
    sample.add_argument("--agency", nargs="+", default=[], metavar="NAME", help="only stories of or credited to these")
    sample.add_argument("--half", choices=("reading", "judging"), help="only stories of this half")
    sample.add_argument("--without", nargs="+", type=Path, default=[], metavar="FILE", help="no claims judged in these")
    sample.add_argument("--verdicts", type=Path, metavar="FILE", help="also write a verdict file to be filled in")
    sample.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    commands.add_parser("tally", help="shares of what is right").add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    if options.command == "tally":
        print(tally([row for file in options.files for row in read(file)]))
        return
    wanted = Wanted(frozenset(options.agency), options.half, judged(options.without))
    drawn = draw(options.paths, options.seed, options.count, wanted)
    for number, claim in enumerate(drawn, 1):
        print(shown(number, claim))
    if options.verdicts:
        blank = (json.dumps(unjudged(options.seed, claim)) for claim in drawn)
        options.verdicts.write_text("".join(f"{line}\n" for line in blank), encoding="utf-8")


# ---- the sample --------------------------------------------------------------------------------------------------


def draw(paths: Iterable[Path], seed: int, count: int, wanted: Wanted) -> list[Drawn]:
    """`count` of the claims under `paths` (all of them where there are fewer), in an order that the seed gives."""
    found = [claim for path in files(paths) for claim in claims(path, wanted)]
    return random.Random(seed).sample(found, min(count, len(found)))


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of copy under `paths`, each folder's in the order of their names."""
    for path in paths:
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in below if file.is_file() and NO_COPY.isdisjoint(file.suffixes))


def claims(path: Path, wanted: Wanted) -> Iterator[Drawn]:
    """Every claim of a file that is wanted; an agency's stories are its own and those that credit it."""
    name = relative(path)
    for ordinal, story in enumerate(wire.read(Document(name, path.read_bytes()))):
        if isinstance(story, Problem) or not wanted.story(name, guid := story.guid or ordinal, story):
            continue
        found = (passage for passage in attribution.extract(story) if wanted.claim(name, guid, passage))
        yield from (Drawn(name, guid, story, passage) for passage in found)


def relative(path: Path) -> str:
    """The path below the shared folder, where it lies there."""
    whole = path.resolve()
    return str(whole.relative_to(shared().resolve())) if whole.is_relative_to(shared().resolve()) else path.name


def shown(number: int, claim: Drawn) -> str:
    """One claim as the judge reads it: its sentences with one of context on both sides, the content in ⟦ ⟧."""
    passage, body = claim.passage, claim.story.body
    offsets = " ".join(f"{start}-{end}" for start, end in passage.content)
    kinds = f"{passage.polarity} {passage.modality} {passage.speech} {passage.kind} checkable={passage.checkable}"
    who = f"claimant {passage.claimant!r} of {passage.claimants} via {passage.via}"
    lines = [
        f"#{number} {claim.file} · {claim.guid} · {offsets}",
        f"  {who} · {kinds} · {passage.confidence:.2f}",
        f"  source {slices(body, passage.source)!r} cue {slices(body, passage.cue)!r} doubt {passage.doubt or '-'}",
        "  " + " ".join(context(body, passage).split()),
    ]
    return "\n".join(lines) + "\n"


def context(body: str, passage: Passage) -> str:
    """The sentences that the claim touches and one more on both sides, with the content marked."""
    pieces = sentences(body)
    own = around(pieces, (*passage.content, *passage.cue, *passage.source))
    touched = [number for number, piece in enumerate(pieces) if piece.overlap(own)]
    first, last = max(touched[0] - 1, 0), min(touched[-1] + 1, len(pieces) - 1)
    return marked(body, Span(pieces[first].start, pieces[last].end), passage.content)


def marked(body: str, within: Span, content: Sequence[Span]) -> str:
    """The text `within`, each span of `content` in brackets that no copy uses."""
    out, at = "", within.start
    for start, end in content:
        out += f"{body[at:start]}⟦{body[start:end]}⟧"
        at = end
    return out + body[at : within.end]


# ---- the verdicts ------------------------------------------------------------------------------------------------


def unjudged(seed: int, claim: Drawn) -> Row:
    """A claim as a line of a verdict file, its verdicts still open."""
    where = {"seed": seed, "file": claim.file, "story": claim.guid, "content": [list(s) for s in claim.passage.content]}
    where["claimants"] = digest(claim.passage.claimants)
    sure = {"confidence": round(claim.passage.confidence, 3), "checkable": claim.passage.checkable}
    return where | sure | dict.fromkeys(VERDICTS) | {"cause": None}


def digest(names: Iterable[str]) -> str:
    """Claimants in a form that tells whether they are the same, and not who they are."""
    return sha256("\n".join(names).encode()).hexdigest()[:12]


def read(file: Path) -> list[Row]:
    """The verdicts of a file; raises ValueError where one is still open."""
    rows: list[Row] = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, row in enumerate(rows, 1):
        if any(not isinstance(row[name], bool) for name in VERDICTS):
            raise ValueError(f"{file}:{number}: not judged yet")
    return rows


def tally(rows: Sequence[Row]) -> str:
    """The shares of what is right, of all, of the claims of fact and of those held for sure, and the errors by kind."""
    facts = [row for row in rows if row["checkable"]]
    sure = [row for row in rows if row["confidence"] >= SURE]
    wrong = [row for row in rows if not right(row)["all"]]
    causes = Counter(cause for row in wrong for cause in (row["cause"] or "unclassed").split("; "))
    lines = [
        f"{len(rows)} claims, {len(facts)} checkable, {len(sure)} with confidence ≥ {SURE}; {len(wrong)} wrong",
        "",
    ]
    lines += ["| right | all | checkable | confidence ≥ 0.9 |", "|---|---|---|---|"]
    for name in right(dict.fromkeys(VERDICTS, True)):
        lines.append(f"| {name} | {share(rows, name)} | {share(facts, name)} | {share(sure, name)} |")
    lines += ["", "| error | claims |", "|---|--:|", *(f"| {name} | {n} |" for name, n in causes.most_common())]
    return "\n".join(lines)


def right(row: Row) -> dict[str, bool]:
    """What of a claim is right, in the order of the table's rows."""
    claimant, start, end, polarity = (bool(row[name]) for name in VERDICTS)
    ends = {"start within two words": start, "end within two words": end, "both ends": start and end}
    return {"claimant": claimant} | ends | {"polarity": polarity, "all": claimant and start and end and polarity}


def share(rows: Sequence[Row], name: str) -> str:
    """A share in per cent with its 95 % interval."""
    hits = sum(right(row)[name] for row in rows)
    if not rows:
        return "-"
    low, high = wilson(hits, len(rows))
    return f"{hits / len(rows):.1%} ({low:.1%}–{high:.1%})"


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a share."""
    middle, spread = hits + z * z / 2, z * sqrt(hits * (of - hits) / of + z * z / 4)
    return (middle - spread) / (of + z * z), (middle + spread) / (of + z * z)


if __name__ == "__main__":
    main()
