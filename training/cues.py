"""Counts how often a word is a cue where it stands in the annotated corpora: `claims/attribution/cue_rates.txt`."""

from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

from claims.attribution.evidence import cue_head, pair_of
from claims.language.stems import stem
from training.examples import Example
from training.labelling import touched

TARGET = Path(__file__).parents[1] / "claims" / "attribution" / "cue_rates.txt"
LEAST = 2
"""Occurrences as a cue; a rarer word is not listed."""
SELDOM = -5.0
"""Log odds; what is a cue more seldom than that is as good as unknown."""
HEAD = "# By stem (and preposition), the log odds that a word is a cue where it stands (training/cues.py).\n"


def rates(texts: Iterable[Example]) -> dict[str, float]:
    """The smoothed log odds of every stem, alone and with a preposition behind it, that is a cue often enough."""
    cues: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts:
        low = [word.lower().replace("’", "'") for word in text.words.strings]
        names = [(stem(word), pair_of(word, behind)) for word, behind in zip(low, [*low[1:], ""], strict=True)]
        seen.update(name for both in names for name in both)
        for gold in text.gold:
            if at := touched(text.words, gold.cue):
                cues.update(names[at[cue_head([low[i] for i in at])]])
    kept = sorted(name for name, n in cues.items() if n >= LEAST and name.replace("_", "").isalpha())
    found = {name: log((cues[name] + 0.5) / (max(0, seen[name] - cues[name]) + 1.5)) for name in kept}
    return {name: round(rate, 2) for name, rate in found.items() if rate > SELDOM}


def write(path: Path, table: dict[str, float]) -> None:
    """The table as lines of word and rate."""
    path.write_text(HEAD + "".join(f"{word} {rate}\n" for word, rate in table.items()), encoding="utf-8")
