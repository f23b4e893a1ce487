"""What the rules and the tagger hand on: an attribution as spans, before anybody asks who the source is."""

from __future__ import annotations

from dataclasses import dataclass

from claims.text import Spans


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution; spans as the text gives them, the source as the sentence names it ("he", "the ministry")."""

    source: Spans
    cue: Spans
    content: Spans
    frame: str = "clause"  # clause, quote, np, according, verbless, citing, continued, turn, tagged …
    verb: str = ""  # the cue verb's lemma where it is one
    medium: Spans = ()  # a medium that the source told it ("told Interfax", "in a statement carried by SPA")
    through: Spans = ()  # who quoted the source in the same words ("Xinhua, citing the ministry, said")
    confidence: float = 0.7
    tagged: float = 0.0  # how sure the tagger is of it; 0 where only the rules see it
    agreed: bool = False  # tagger and rules see the same content
    voice: Spans = ()  # the whole phrase that names the source, where `source` marks less or more
    outer: tuple[Found, ...] = ()  # attributions that hold this one, the nearest first
