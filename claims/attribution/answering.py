"""Whether a negated sentence answers somebody, where its words and those before it leave no doubt.

"He never touched a cent" answers the accusation before it; "no one was hurt" is news where nobody was said to be.
"""

from __future__ import annotations

from claims.attribution.surroundings import Surroundings
from claims.language import hedges
from claims.language.stems import stem

_SELF = frozenset("i we he she they".split())
_NO_ONE = frozenset(("nobody", "none"))
_BE = frozenset("was were is are has have had been".split())
_HURT = frozenset("hurt injured wounded harmed killed".split())
_VICTIMS = frozenset(
    """
        kill killed kills killing dead death deaths die died dies hurt injured injury injuries wounded casualty
        casualties victim victims toll bodies body harm harmed fatalities
    """.split()
)
_ACCUSES = frozenset(
    """
        accuse accused accuses accusing accusation accusations allege alleged alleges alleging allegation allegations
        charged indicted indictment bribe bribes bribery blamed suspected stole stolen embezzled embezzlement
    """.split()
)
_NO_ACT = frozenset(
    """
        hear heard see saw seen receive received get got told tell know knew known learn learnt learned would will could
        can found find expected thought felt understood wanted accept
    """.split()
)
"""Verbs of what befalls somebody, of which nobody is accused."""
_PLAIN = frozenset("had have has did do done was were been made make said say went go came come".split())
_SHORT = 6


def answers_nobody(around: Surroundings) -> bool:
    """Whether a sentence counts no victims where no victims were spoken of: news, and no denial."""
    words = [token.word for token in around.content[:_SHORT]]
    if words[:1] == ["that"]:
        del words[0]
    opens = words[:1] != [] and (words[0] in _NO_ONE or words[:2] == ["no", "one"])
    if not opens or _BE.isdisjoint(words) or _HURT.isdisjoint(words):
        return False
    return all(_VICTIMS.isdisjoint(run.words) and not hedges.accuses(run) for run in (around.before, around.frame))


def answers_accusation(around: Surroundings) -> bool:
    """Whether somebody says what he never did or gave, and was accused of it before: "lent him nothing"."""
    words = [token.word for token in around.content]
    if words[:1] == ["that"]:
        del words[0]
    verb = _never_done(words)
    if verb is None or verb in _NO_ACT:
        return False
    if not (_ACCUSES.isdisjoint(around.before.words) and _ACCUSES.isdisjoint(around.frame.words)):
        return True
    return verb not in _PLAIN and any(stem(word) == stem(verb) for word in around.before.words)


def _never_done(words: list[str]) -> str | None:
    """The verb of "he never | touched |", "I | gave | him nothing"."""
    if len(words) < 3 or words[0] not in _SELF:
        return None
    if words[1] == "never":
        return words[2]
    if "nothing" not in words[2:5]:
        return None
    at = 2 if words[1] in ("had", "have", "has", "did") else 1
    return words[at] if words[at] != "nothing" else None
