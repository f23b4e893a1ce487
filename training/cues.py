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
HEAD = "# By stem, the log odds that an occurrence of the word is a cue (training/cues.py; train parts of the corpora).\n"


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
    kept = sorted(word for word, n in cues.items() if n >= LEAST and word)
    return {word: round(log((cues[word] + 0.5) / (max(0, seen[word] - cues[word]) + 1.5)), 2) for word in kept}


def write(path: Path, table: dict[str, float]) -> None:
    """The table as lines of word and rate."""
    path.write_text(HEAD + "".join(f"{word} {rate}\n" for word, rate in table.items()), encoding="utf-8")
