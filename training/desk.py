"""The desk corpus as outermost attributions: it names claimants, cues, contents; where they stand is worked out here.

What cannot be placed for sure (a claimant that no word of the sentence names, a chain through another source, an
unquoted sentence without a cue of its own) makes its paragraph unknown: nothing is learnt from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.text import Span, paragraphs, sentences
from training.corpora import Gold, Place, stories

PRONOUNS = re.compile(r"\b(?:he|she|they|it|one|who|which|I|we|another|others|some|both|that)\b", re.I)
OPENERS, CLOSERS = "\"“'‘`«", "\"”'’»"


@dataclass(frozen=True, slots=True)
class Placed:
    """A desk story as the tagger should read it, and the paragraphs of which nothing is known."""

    name: str
    text: str
    gold: list[Gold]
    unknown: list[Span]


def placed(folder: Path) -> Iterator[Placed]:
    """The stories of one scenario, with the attributions that could be placed."""
    for story, claims in stories(folder):
        body = story["body"]
        found: dict[tuple[Place, ...], Gold] = {}
        unknown: list[Span] = []
        for claim in claims:
            content = contents(body, claim)
            paragraph = next((p for p in paragraphs(body) if p.start <= content[0][0] < p.end), Span(0, len(body)))
            gold = attribution(body, claim, content, paragraph)
            if gold is None:
                unknown.append(paragraph)
                continue
            same = found.setdefault(tuple(gold.cue), gold)
            if same is not gold:
                same.content.extend(x for x in gold.content if x not in same.content)
                same.content.sort()
        yield Placed(f"{folder.name}/{story['id']}", body, list(found.values()), unknown)


def contents(body: str, claim: dict[str, Any]) -> list[Place]:
    """The places of a claim's strings, with the quotation marks around them, as PolNeAR has them."""
    out = []
    for i, part in enumerate(claim["quote"]):
        at = [m.start() for m in re.finditer(re.escape(part), body)]
        start = at[claim["nth"][i] - 1 if "nth" in claim else 0]
        end = start + len(part)
        if start > 0 and body[start - 1] in OPENERS:
            start -= 1
        closing = re.compile(rf"[,.]?[{re.escape(CLOSERS)}]").match(body, end)
        out.append((start, closing.end() if closing and start > 0 and body[start] in OPENERS else end))
    return sorted(out)


def attribution(body: str, claim: dict[str, Any], content: list[Place], paragraph: Span) -> Gold | None:
    """Content, cue and source of one claim; None where they cannot be placed or another source stands outside."""
    cue = cue_place(body, str(claim.get("cue") or ""), content, paragraph)
    if cue is None:
        return None
    sentence = next((s for s in sentences(body, paragraph) if s.start <= cue[0] < s.end), paragraph)
    if any(not (sentence.start <= a < sentence.end) and body[a] not in OPENERS for a, _ in content):
        return None
    if claim["via"] and not re.match(r"(?:told|tells|was quoted|said in|in an interview)", str(claim["cue"])):
        return None
    source = source_place(body, claim["claimant"], cue, content, sentence)
    return None if source is None else Gold([source], [cue], content)


def cue_place(body: str, cue: str, content: Sequence[Place], paragraph: Span) -> Place | None:
    """The occurrence of the cue that is nearest to the content, outside it."""
    if not cue:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)", re.I)
    free = [m.span() for m in pattern.finditer(body, *paragraph) if not inside(m.span(), content)]
    return min(free, key=lambda x: (min(gap(x, c) for c in content), x), default=None)


def source_place(body: str, names: Sequence[str], cue: Place, content: Sequence[Place], sentence: Span) -> Place | None:
    """The accepted name nearest to the cue, with its apposition if that is accepted too; else a pronoun before it."""
    found: set[Place] = set()
    for name in names:
        bare = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)
        pattern = re.compile(rf"(?:\b(?:the|a|an|one|its|his|her|their)\s+)?(?<!\w){re.escape(bare)}(?!\w)", re.I)
        found.update(m.span() for m in pattern.finditer(body, *sentence) if not inside(m.span(), [*content, cue]))
    if found:
        best = min(found, key=lambda x: (gap(x, cue), x[0] - x[1]))
        for place in sorted(found):
            if gap(place, best) <= 2:
                best = (min(best[0], place[0]), max(best[1], place[1]))
        return best
    near = [m.span() for m in PRONOUNS.finditer(body, sentence.start, cue[0]) if not inside(m.span(), content)]
    return near[-1] if near and gap(near[-1], cue) < 25 else None


def inside(place: Place, others: Sequence[Place]) -> bool:
    """Whether a place touches one of the others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def gap(a: Place, b: Place) -> int:
    """Characters between two places; 0 where they touch or overlap."""
    return max(0, b[0] - a[1], a[0] - b[1])
