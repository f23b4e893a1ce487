"""Where an indirect content that was labelled up to the middle of a phrase really ends.

The network labels word by word; where it grows unsure it may stop at "was beaten at | the ballot box". How likely a
content is to end between two words is learnt from the annotated corpora (`training/ends.py`, `ends.json`): from the
word before, the word after, the quotation marks and the end of the sentence. An end that is next to impossible moves
on to the first likely one of its sentence, unless something else is labelled on the way. On PolNeAR dev and desk dev
that moves one end in forty; of those that may be right, 31 were right before and 43 are after.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.attribution.tagger import labels as kinds
from claims.attribution.tagger import quotes
from claims.attribution.tagger.features import Features, normal
from claims.attribution.tagger.links import Linked
from claims.attribution.tagger.words import Ints, Words

PATH = Path(__file__).with_name("ends.json")
IMPOSSIBLE = -4.0
"""Log odds below which no content ends between two words."""
LIKELY = -1.5
"""Log odds from which one may."""
FURTHEST = 30
"""Words that an end moves at most."""

_FREE = (kinds.OTHER, kinds.begin(kinds.SOURCE_LEFT), kinds.inside(kinds.SOURCE_LEFT))
"""What may stand on the way: also what was taken for a second source of the cue before the content."""
_SUFFIXES = ("ing", "ed", "ly", "tion", "s")


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds that a content ends here, as a sum: of the word before and after, and of where the two stand."""

    before: dict[str, float]
    after: dict[str, float]
    place: dict[str, float]


@cache
def weights() -> Weights:
    """The learnt weights, read once a process."""
    read = json.loads(PATH.read_text("utf-8"))
    return Weights(read["before"], read["after"], read["place"])


def kind(word: str, known: dict[str, float]) -> str:
    """Under which name a word is weighed: a frequent one under its own, others by their looks."""
    spelt = normal(word)
    if spelt in known:
        return spelt
    if not word[0].isalpha():
        return "#number" if word[0].isdigit() else "#mark"
    if word[0].isupper():
        return "#name"
    return next((f"#{end}" for end in _SUFFIXES if spelt.endswith(end) and len(spelt) > len(end) + 2), "#word")


def places(features: Features, words: Words, i: int) -> tuple[str, str]:
    """Where a word and the next one stand: in, at or outside quotation marks; at a sentence's end, touching."""
    here, there = _state(features, i), _state(features, i + 1)
    stop = features.sentence[i] != features.sentence[i + 1]
    return f"{here}{there}", f"{int(stop)}{int(words.start[i + 1] == words.end[i])}"


def following(words: Words, features: Features, i: int) -> str:
    """The word after, the full stop of an abbreviation told from that of a sentence."""
    word = words.strings[i + 1]
    goes_on = i + 2 < len(words.strings) and features.sentence[i + 2] == features.sentence[i + 1]
    return "#dot" if word == "." and goes_on and words.strings[i + 2][0].isalnum() else word


def _state(features: Features, i: int) -> int:
    return int(features.marks[i])


def log_odds(words: Words, features: Features, i: int) -> float:
    """How likely a content is to end behind word `i`, which must not be the last one of its paragraph."""
    learnt = weights()
    next_word = following(words, features, i)
    after = next_word if next_word == "#dot" else kind(next_word, learnt.after)
    about = (learnt.place.get(x, 0.0) for x in places(features, words, i))
    before = learnt.before[kind(words.strings[i], learnt.before)]
    return before + learnt.after.get(after, 0.0) + sum(about) + learnt.place[""]


def completed(linked: Linked, labelled: Ints, words: Words, features: Features) -> Linked:
    """An attribution whose content does not stop within a phrase. Words beside a quotation may be strays: they stay."""
    if len(linked.content) > 1 and any(features.quoted[a] for a, _ in linked.content):
        return linked
    content = [(a, _end(b, labelled, words, features)) for a, b in linked.content]
    if content == linked.content:
        return linked
    source = [(a, b) for a, b in linked.source if not any(c < b and a < d for c, d in content)]
    return Linked(source, linked.cue, content)


def _end(end: int, labelled: Ints, words: Words, features: Features) -> int:
    if _closes(features, words, end) or log_odds(words, features, end - 1) >= IMPOSSIBLE:
        return end
    if _state(features, end - 1) in (quotes.IN, quotes.OPEN):
        return end
    for at in range(end, min(end + FURTHEST, len(labelled))):
        if labelled[at] not in _FREE:
            return end
        if _closes(features, words, at + 1) or log_odds(words, features, at) >= LIKELY:
            return at + 1
    return end


def _closes(features: Features, words: Words, end: int) -> bool:
    """Whether a sentence or a paragraph ends before word `end`."""
    return (
        end >= len(words.strings)
        or bool(features.sentence[end] != features.sentence[end - 1])
        or bool(features.at[end] != features.at[end - 1] + 1)
    )
