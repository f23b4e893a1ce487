"""Where the shared material lies, its scorers as modules, and its gold annotations as the desk's own claims."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.attribution.meaning import describe
from claims.records import Claim, Link, Passage, Polarity, SourceKind, StoryRef
from claims.text import Span, Spans, cover, paragraphs, sentences, slices

Row = dict[str, Any]


def shared() -> Path:
    """`$CLAIMS_SHARED`, else `shared` beside the checkout."""
    given = os.environ.get("CLAIMS_SHARED")
    return Path(given) if given else Path(__file__).resolve().parents[2] / "shared"


@cache
def scorer(name: str) -> ModuleType:
    """One of the shared scorers, as a module; they import each other by name."""
    place = shared() / "scorers"
    if not (place / f"{name}.py").exists():
        raise SystemExit(f"no {name}.py in {place}: put the shared folder beside the project or set CLAIMS_SHARED")
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))
    return importlib.import_module(name)


def rows(path: str) -> list[Row]:
    """A JSON Lines file of the corpora."""
    text = (shared() / "corpora" / path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario of the desk corpus; `claims` are its gold annotations in the same order, ids counted from 1."""

    name: str
    stories: list[Row]
    gold: Row
    claims: tuple[Claim, ...]


def scenarios(part: str) -> Iterator[Scenario]:
    """The scenarios of `part` (train or dev), each with its gold claims as a faultless extractor would give them."""
    for file in sorted((shared() / "corpora/desk" / part).glob("*/gold.json")):
        stories, gold = scorer("score_desk").load(file.parent)
        last = scorer("score_desk").last_versions(stories)
        numbers = {story: n for n, story in enumerate(last, 1)}
        copies = {a: numbers[b] for a, b in gold.get("copies", [])}
        claims = tuple(
            _claim(n, row, last[row["story"]], numbers[row["story"]], copies.get(row["story"]))
            for n, row in enumerate(gold["claims"], 1)
        )
        yield Scenario(gold["scenario"], stories, gold, claims)


def _claim(number: int, row: Row, story: Row, of: int, copy_of: int | None) -> Claim:
    body = story["body"]
    content = tuple(Span(*span) for span in scorer("score_desk").gold_spans(row, body))
    sentence = around(sentences(body), content)
    paragraph = around(paragraphs(body), content[:1])
    published = datetime.fromisoformat(story["published"])
    meaning = describe(body, content, _cue(row, body, sentence), sentence, published)
    chain = [Link(row["claimant"][0], SourceKind.PERSON, content=content)]
    chain += [Link(names[0], SourceKind.ORGANISATION) for names in row.get("via", [])]
    passage = Passage(
        text=slices(body, content),
        chain=tuple(chain),
        claimants=(row["claimant"][0],),
        kind=meaning.kind,
        polarity=Polarity(row["polarity"]),
        modality=meaning.modality,
        checkable=row["checkable"],
        figures=meaning.figures,
        places=meaning.places,
        when=meaning.when,
    )
    ref = StoryRef(
        id=of,
        agency=story["agency"],
        agencies=(story["agency"],),
        guid=story["id"],
        published=published,
        headline=story["headline"],
        dateline=story.get("dateline"),
        copy_of=copy_of,
    )
    text = body[slice(*paragraph)]
    return Claim(number, passage, ref, sentence=body[slice(*sentence)], paragraph=text, first_seen=published)


def around(pieces: Spans, content: Spans) -> Span:
    """The smallest run of `pieces` (sentences, paragraphs) that touches `content`."""
    touched = [piece for piece in pieces if any(piece.overlap(span) for span in content)]
    return cover(touched or content)


def _cue(row: Row, body: str, sentence: Span) -> Spans:
    cue = row.get("cue") or ""
    at = body.find(cue, *sentence) if cue else -1
    return (Span(at, at + len(cue)),) if at >= 0 else ()
