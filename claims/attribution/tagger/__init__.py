"""Finds who says what: the outermost attributions of a text, each with its source, its cue and its content.

In: any text, and where its paragraphs are. Out: spans into that same text, in the order of the text, with a
confidence. A small convolutional network (made by `training/`, run here in numpy) labels the words; what the labels
mean is in `labels`. "RIA reported that Mishustin told Xi that …" is one attribution here, RIA's; hand the content's
span in as the only paragraph to find Mishustin's within it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims import text as texts
from claims.attribution.tagger import confidence, decode, ends, features, links, model, network, words
from claims.text import Span

__all__ = ["Tagged", "tag"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution. A part may be of several spans ("…," he said, "…"); source and cue may be missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float  # 0 to 1: how probable it is that content and source are right


def tag(text: str, paragraphs: Sequence[Span] | None = None, learnt: model.Model | None = None) -> tuple[Tagged, ...]:
    """The attributions of `text`, in these paragraphs of it (all of them where none are given), in order.

    The paragraphs must be in order and must not overlap. They are read as one story: a quotation that goes on in the
    next paragraph finds its speaker in the one before. `learnt`: another model than the shipped one.
    """
    found = words.split(text, texts.paragraphs(text) if paragraphs is None else paragraphs)
    if not found.strings:
        return ()
    learnt = learnt or model.shipped()
    seen = features.extract(found, learnt.vocabulary)
    scores = network.log_probabilities(learnt.network, seen)
    labels = decode.best(scores + learnt.lean, found.first)
    chosen = confidence.chosen_log_probabilities(scores, labels)
    out = []
    for linked in links.attributions(labels, scores, seen):
        sure = confidence.probability(confidence.of(linked, chosen, found, seen), learnt.calibration)
        if sure < confidence.FLOOR:
            continue
        whole = ends.completed(linked, labels, found, seen)
        source, cue, content = (_spans(found, x) for x in (whole.source, whole.cue, whole.content))
        out.append(Tagged(source, cue, content, sure))
    return tuple(sorted(out, key=lambda x: (x.cue or x.content)[0]))


def _spans(found: words.Words, pieces: Sequence[links.Piece]) -> tuple[Span, ...]:
    return tuple(Span(int(found.start[a]), int(found.end[b - 1])) for a, b in sorted(pieces))
