"""How a speaker and a denial are put into words: "police say", "the ministry denies", and what is itself a denial."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language import denial
from claims.language.tokens import Token, tokens
from claims.records import Claim, Passage, Speech

_PLURAL = frozenset("police people men women sources others many some several two three four five six".split())
_SINGULAR = frozenset("a an one this that each every".split())
_LINKS = frozenset("of in at from for with near close on to by who briefed familiar under against".split())
_CROWDS = frozenset(
    "survivors witnesses officials rescuers protesters rebels analysts experts inspectors doctors residents organizers"
    " organisers opponents lawyers investigators prosecutors critics activists engineers sources police".split()
)
_LOOK_PLURAL = frozenset("press series news headquarters chess congress class process access business".split())
_BEFORE = 3  # words before a cue that may negate it: "does not in fact accept"


def names(passage: Passage) -> str:
    """All who make a claim: "police and witnesses"; empty where nobody is named."""
    *others, last = passage.claimants or (passage.claimant,)
    return f"{', '.join(others)} and {last}" if others else passage.claimant


def verb(passage: Passage, singular: str, plural: str) -> str:
    """The form of a verb that `names` asks for."""
    return plural if len(passage.claimants) > 1 or several(passage.claimant) else singular


def several(claimant: str) -> bool:
    """Whether a name is of several: its head is a plural of the common kind ("two officials", "his opponents").

    A name of capitals is one body, whatever its last letter: "Maro Lines", "the United Nations".
    """
    head: list[tuple[str, str]] = []
    for token in tokens(claimant):
        if token.word in _LINKS or token.word == ",":
            break
        head.append((token.word, claimant[token.start : token.end]))
    if not head or head[0][0] in _SINGULAR:
        return False
    word, written = head[-1]
    if word in _PLURAL and (written.islower() or len(head) == 1):
        return True
    common = written.islower() or (len(head) == 1 and written.title() == written and word in _CROWDS)
    return common and word.endswith("s") and not word.endswith(("ss", "'s")) and word not in _LOOK_PLURAL


def itself_denies(claim: Claim) -> bool:
    """Whether the words of a denial are the denial ("We had no part in it") and not what is denied ("any part in it").

    After a cue that denies, the words are what is denied, negated or not ("denied that nobody was warned"), except for
    a quotation in the negative; after any other they are the denial. Where no cue is found in the sentence, a negation
    or a verdict in the words tells.
    """
    words = tokens(claim.passage.text)
    if claim.passage.speech is Speech.DIRECT and denial.negations(words):
        return True
    negative, cue = _says_no(words), _cue(claim)
    if cue is None:
        return negative
    return not denial.denies(cue) and (negative or not denial.denies(_around(claim)))


def _says_no(words: Sequence[Token]) -> bool:
    return bool(denial.negations(words)) or any(
        tells(words) for tells in (denial.calls_untrue, denial.flatly_denies, denial.denies)
    )


def _around(claim: Claim) -> list[Token]:
    return tokens(claim.sentence.replace(claim.passage.text, " , ", 1))


def _cue(claim: Claim) -> list[Token] | None:
    """The cue with what negates it; None where it does not stand in the claim's sentence."""
    passage = claim.passage
    home = claim.sentence.find(passage.text) if passage.content and passage.text else -1
    if home < 0 or not passage.cue:
        return None
    start = home + passage.cue[0].start - passage.content[0].start
    end = home + passage.cue[-1].end - passage.content[0].start
    if not 0 <= start < end <= len(claim.sentence):
        return None
    before = tokens(claim.sentence[:start])[-_BEFORE:]
    return [*(before if denial.negations(before) else ()), *_within(claim, start, end)]


def _within(claim: Claim, start: int, end: int) -> list[Token]:
    """The tokens of a cue; of one that stands on both sides of the claim ("called … a lie") its words alone."""
    found = claim.sentence[start:end].replace(claim.passage.text, " ")
    return tokens(found)
