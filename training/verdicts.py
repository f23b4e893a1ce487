"""Candidates for claims with a verdict each: of the annotated corpora, and those that people judged one by one."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.desk_claims import story as desk_story
from benchmarks.judge import digest
from benchmarks.material import scorer
from claims import wire
from claims.attribution import passages, reading
from claims.attribution.copytext import Copy, prepare
from claims.attribution.evidence import traits
from claims.attribution.fusion import fuse
from claims.attribution.passages import Candidate
from claims.attribution.relays import relay
from claims.attribution.screening import sift
from claims.attribution.tagger import tag
from claims.attribution.tagger.model import Model
from claims.records import Document, Problem, Story
from claims.text import Span
from training import corpora
from training.calibrate import FUNCTION_WORDS

SLACK = 2  # words by which an end may be off
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """One candidate: where it is from, its traits, whether it is right, and how much that counts."""

    origin: str  # polnear, desk, judged
    group: str  # the document, scenario or story: what is held out together
    traits: dict[str, float]
    right: bool
    claim: bool  # somebody claims something there, whoever and wherever it ends
    counts: float = 1.0


def candidates(story: Story, learnt: Model | None = None) -> tuple[Copy, tuple[Candidate, ...]]:
    """What `extract` would weigh, as the model given (the shipped one where none is) sees the story."""
    skip = story.skip if story.headline_span is None else (*story.skip, story.headline_span)
    copy = prepare(story.body, skip)
    found = relay(copy, sift(copy, fuse(copy, tag(story.body, copy.paragraphs, learnt), reading.read(copy))))
    return copy, passages.candidates(story, copy, found)


def told(copy: Copy, one: Candidate) -> dict[str, float]:
    """The traits of a candidate."""
    return dict(traits(copy, one.found, one.content, one.speaker))


# ---- where two contents are the same -----------------------------------------------------------------------------


def words(copy: Copy, spans: Iterable[tuple[int, int]]) -> list[int]:
    """The words (no marks) of `spans`, in order."""
    found = {at for start, end in spans for at in range(*copy.range(Span(start, end)))}
    return sorted(at for at in found if copy.words[at][0].isalnum())


def alike(one: Sequence[int], other: Sequence[int]) -> float:
    """The words that two contents share, as a part of all."""
    return len(set(one) & set(other)) / max(1, len({*one, *other}))


def same_ends(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether both ends lie within two words of each other."""
    return bool(one and other) and abs(one[0] - other[0]) <= SLACK and abs(one[-1] - other[-1]) <= SLACK


# ---- PolNeAR -----------------------------------------------------------------------------------------------------


def polnear(documents: Iterable[corpora.Document], learnt: Model | None = None) -> Iterator[Verdict]:
    """Right: the outermost attribution has an annotated one's ends, and a word of its source."""
    for document in documents:
        copy, found = candidates(Story(body=document.text), learnt)
        gold = [(words(copy, g.content), _names(copy, g.source)) for g in document.gold]
        for one in found:
            if len(one.chain) == 1:
                link = one.chain[0]
                content, source = words(copy, link.content), set(words(copy, link.source))
                same = [(c, s) for c, s in gold if alike(c, content) >= HALF]
                right = any((bool(s & source) if s else not source) and same_ends(c, content) for c, s in same)
                yield Verdict("polnear", document.name, told(copy, one), right, bool(same))


def _names(copy: Copy, source: Iterable[tuple[int, int]]) -> set[int]:
    found = words(copy, source)
    return {at for at in found if copy.low[at] not in FUNCTION_WORDS} or set(found)


# ---- the desk corpus ---------------------------------------------------------------------------------------------


def desk(folders: Iterable[Path], learnt: Model | None = None) -> Iterator[Verdict]:
    """Right: the claimant and both ends are those of an annotated claim; what has none may be left out there."""
    judge = scorer("score_desk")
    for folder in folders:
        for row, claims in corpora.stories(folder):
            copy, found = candidates(desk_story(row), learnt)
            gold = [(words(copy, judge.gold_spans(g, row["body"])), g) for g in claims]
            for one in found:
                yield _desk(judge, folder.name, copy, one, gold)


def _desk(judge: ModuleType, group: str, copy: Copy, one: Candidate, gold: Sequence[tuple[list[int], Any]]) -> Verdict:
    content = words(copy, one.content)
    near = [(c, g) for c, g in gold if set(c) & set(content)]
    names = [one.speaker.name, *one.speaker.others]
    said = {"claimant": one.speaker.name, "claimants": names}
    right = any(alike(c, content) >= HALF and same_ends(c, content) and judge.claimant_right(said, g) for c, g in near)
    claim = any(2 * len(set(c) & set(content)) >= min(len(c), len(content)) for c, _ in near)
    return Verdict("desk", group, told(copy, one), right, claim, 1.0 if near else 0.5)


# ---- claims judged by hand ---------------------------------------------------------------------------------------

_NO_CLAIM = ("no claim", "no assertion", "did not say", "passive", "noun read as cue")


def judged(rows: Iterable[dict[str, Any]], shared: Path) -> Iterator[Verdict]:
    """Candidates that people judged: where claimant or ends are no longer those judged, only what is still known."""
    by_story: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows:
        by_story.setdefault((row["file"], str(row["story"])), []).append(row)
    for file in sorted({file for file, _ in by_story}):
        document = Document(file, (shared / file).read_bytes())
        for ordinal, story in enumerate(wire.read(document)):
            if not isinstance(story, Problem) and (known := by_story.get((file, str(story.guid or ordinal)))):
                yield from _judged(f"{file} {story.guid or ordinal}", story, known)


def _judged(group: str, story: Story, known: Sequence[dict[str, Any]]) -> Iterator[Verdict]:
    copy, found = candidates(story)
    for row in known:
        content = words(copy, row["content"])
        best = max(found, key=lambda one: alike(words(copy, one.content), content), default=None)
        if best is not None and alike(mine := words(copy, best.content), content) >= HALF:
            right = _still(row, _names_of(best), mine, content)
            if right is not None:
                claim = not str(row["cause"]).startswith(_NO_CLAIM)
                yield Verdict("judged", group, told(copy, best), right, claim)


def _names_of(one: Candidate) -> tuple[str, ...]:
    return (one.speaker.name, *one.speaker.others) if one.speaker.name else ()


def _still(row: dict[str, Any], names: Sequence[str], mine: Sequence[int], content: Sequence[int]) -> bool | None:
    """Whether a claim is right, from the verdict on an earlier reading of it; None where that does not tell."""
    if str(row["cause"]).startswith(_NO_CLAIM):
        return False
    verdicts = [row["claimant_right"] if digest(names) == row["claimants"] else None]
    for name, at in (("start_right", 0), ("end_right", -1)):
        near = abs(mine[at] - content[at]) <= (SLACK if row[name] else 0)
        verdicts.append(row[name] if near else (False if row[name] else None))
    return False if False in verdicts else None if None in verdicts else True


def half(row: dict[str, Any]) -> str:
    """Which half of the samples' stories a judged claim is of."""
    return "reading" if sha256(f"{row['file']} {row['story']}".encode()).digest()[0] % 2 else "judging"


def read(files: Iterable[Path]) -> list[dict[str, Any]]:
    """The rows of verdict files that have been filled in."""
    rows = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines())
    return [row for row in rows if row["claimant_right"] is not None and row["file"].startswith("samples/")]
