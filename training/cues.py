"""Counts how often a word is a cue where it stands in the annotated corpora: `claims/attribution/cue_rates.txt`."""

from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from claims.attribution.evidence import cue_head
from claims.language.stems import stem
from training.examples import Example
from training.labelling import touched

TARGET = Path(__file__).parents[1] / "claims" / "attribution" / "cue_rates.txt"
LEAST = 2
"""Occurrences as a cue; a rarer word is not listed."""
SELDOM = -5.0
"""Log odds; what is a cue more seldom than that is as good as unknown."""
HEAD = (
    "# By stem, the log odds that a word is a cue where it stands (training/cues.py, from the corpora's train parts).\n"
)


def rates(texts: Iterable[Example]) -> dict[str, float]:
    """The smoothed log odds of every stem that is a cue often enough."""
    cues: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts:
        low = [word.lower().replace("’", "'") for word in text.words.strings]
        seen.update(map(stem, low))
        for gold in text.gold:
            if words := [low[i] for i in touched(text.words, gold.cue)]:
                cues[stem(words[cue_head(words)])] += 1
    kept = sorted(word for word, n in cues.items() if n >= LEAST and word.isalpha())
    found = {word: log((cues[word] + 0.5) / (max(0, seen[word] - cues[word]) + 1.5)) for word in kept}
    return {word: round(rate, 2) for word, rate in found.items() if rate > SELDOM}


def write(path: Path, table: dict[str, float]) -> None:
    """The table as lines of word and rate."""
    path.write_text(HEAD + "".join(f"{word} {rate}\n" for word, rate in table.items()), encoding="utf-8")
