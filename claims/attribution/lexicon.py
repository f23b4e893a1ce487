"""The lexicons of attribution, read from the lists beside this module: cue verbs with frames, and word classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

_HERE = resources.files("claims.attribution")


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One form of a cue verb; `particle` is a second word that must follow ("point out")."""

    lemma: str
    frames: frozenset[str]
    form: str  # base, third, past, participle, ing
    particle: str | None = None


def listed(name: str) -> Iterator[str]:
    """The lines of a list beside this module, without comments and empty lines."""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if kept := line.partition("#")[0].strip():
            yield kept


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list (several may stand in a line), as they stand there."""
    return frozenset(word for line in listed(name) for word in line.split())


@cache
def verbs() -> dict[str, tuple[CueVerb, ...]]:
    """Cue verbs by form: "said" → past and participle of say."""
    frames: dict[str, set[str]] = {}
    for line in listed("verbs.txt"):
        lemma, *rest = line.split()
        frames.setdefault(lemma, set()).update(rest)
    table: dict[str, dict[tuple[str, str | None], CueVerb]] = {}
    for lemma, known in frames.items():
        stem, _, particle = lemma.partition("-") if lemma != "e-mail" else (lemma, "", "")
        for form, word in forms(stem):
            verb = CueVerb(lemma, frozenset(known), form, particle or None)
            table.setdefault(word, {}).setdefault((lemma, particle), verb)
    return {
        word: tuple(sorted(found.values(), key=lambda v: (v.particle is None, v.lemma)))
        for word, found in table.items()
    }


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1:]) for row in (line.split() for line in listed("irregular.txt"))}


def forms(stem: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb by name: base, third, past, participle, ing."""
    names = ("third", "past", "participle", "ing")
    yield "base", stem
    if stem in _irregular():
        yield from zip(names, _irregular()[stem], strict=True)
        return
    soft = stem.removesuffix("e")
    consonant_y = stem.endswith("y") and stem[-2:-1] not in tuple("aeiou")
    yield "third", stem[:-1] + "ies" if consonant_y else stem + ("es" if stem.endswith(("s", "sh", "ch", "x")) else "s")
    yield "past", stem[:-1] + "ied" if consonant_y else soft + "ed"
    yield "ing", soft + "ing" if not stem.endswith("ee") else stem + "ing"
