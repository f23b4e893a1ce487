"""Reads amounts out of tokens: "1.2 million", "two hundred and six", "a dozen", "half a million", "tens of thousands".

An amount is what is written, before any "at least" or "nearly" and before anything is known of what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.language import lexicon
from claims.language.tokens import Token

_LONGEST = 15  # digits; what is longer is an account number, and no float holds it exactly
_FRACTIONS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
_FRACTIONS |= {"halves": 2, "fourth": 4, "fourths": 4, "tenths": 10, "sixth": 6, "eighth": 8}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written: tokens [first, last), an interval, and how it was written."""

    first: int
    last: int
    low: float
    high: float | None
    approximate: bool = False
    digits: bool = False  # begins with digits
    plain: bool = True  # an integer without a scale word: "70", not "1.2 million"
    share: bool = False  # a fraction of a whole: "two-thirds"


def amounts(sequence: Sequence[Token]) -> list[Amount]:
    """Every amount in a sequence of tokens, left to right, none overlapping."""
    found, at = [], 0
    opens = opening()
    while at < len(sequence):
        word = sequence[at].word
        amount = _read(sequence, at) if word in opens or word[0].isdecimal() else None
        if amount:
            found.append(amount)
        at = amount.last if amount else at + 1
    return found


@cache
def _words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["role"]) for row in lexicon.table("number_words.csv")}


@cache
def opening() -> frozenset[str]:
    """The words an amount written in words may begin with."""
    return frozenset((*_words(), *_FRACTIONS, *"a an several few tens".split()))


def _role(sequence: Sequence[Token], at: int) -> str:
    return _words().get(sequence[at].word, (0.0, ""))[1] if at < len(sequence) else ""


def _word(sequence: Sequence[Token], at: int) -> str:
    return sequence[at].word if 0 <= at < len(sequence) else ""


def _read(sequence: Sequence[Token], at: int) -> Amount | None:
    for reader in (_fraction, _vague, _digits, _spelled, _with_article):
        if found := reader(sequence, at):
            return found
    return None


def _fraction(sequence: Sequence[Token], at: int) -> Amount | None:
    """ "two-thirds of", "a third of", "half of", "three quarters"; "half a million" is not one."""
    word, after = _word(sequence, at), at + 1
    upper = 1.0
    if word in ("a", "one", "two", "three", "four", "nine") and (word == "a" or _role(sequence, at) == "unit"):
        upper = 1.0 if word == "a" else _words()[word][0]
        after += _word(sequence, after) == "-"
        word, after = _word(sequence, after), after + 1
    below = _FRACTIONS.get(word)
    if below is None or upper >= below or not _of_a_whole(sequence, after, word):
        return None
    value = round(100 * upper / below, 2)
    return Amount(at, after, value, value, approximate=True, plain=False, share=True)


def _of_a_whole(sequence: Sequence[Token], after: int, word: str) -> bool:
    if _word(sequence, after) == "of":
        return _word(sequence, after + 1) not in ("a", "an") or _role(sequence, after + 2) != "scale"
    return word in ("thirds", "quarters", "fifths", "tenths") or (word == "half" and _word(sequence, after) == "the")


def _vague(sequence: Sequence[Token], at: int) -> Amount | None:
    """ "dozens", "hundreds of thousands", "tens of thousands", "several hundred", "a few dozen"."""
    word = _word(sequence, at)
    if word in ("several", "few") and _role(sequence, at + 1) == "scale":
        scale = _words()[sequence[at + 1].word][0]
        return Amount(at, at + 2, 2 * scale, 10 * scale, approximate=True, plain=False)
    is_tens = word == "tens" and _word(sequence, at + 1) == "of"
    if not is_tens and _role(sequence, at) != "vague":
        return None
    low, last = (20.0, at + 1) if is_tens else (_words()[word][0], at + 1)
    if _word(sequence, last) == "of" and _role(sequence, last + 1) == "vague":
        low, last = low * _words()[sequence[last + 1].word][0] / 2, last + 2
    elif is_tens:
        return None
    return Amount(at, last, low, None, approximate=True, plain=False)


def _digits(sequence: Sequence[Token], at: int) -> Amount | None:
    written = _word(sequence, at).replace(",", "")
    if not written.replace(".", "", 1).isdecimal() or len(written) > _LONGEST:
        return None
    value, after, plain = float(written), at + 1, "." not in written
    value, after, scaled = _scaled(sequence, value, after)
    return Amount(at, after, value, value, digits=True, plain=plain and not scaled)


def _scaled(sequence: Sequence[Token], value: float, after: int) -> tuple[float, int, bool]:
    """`value` times the scale words that follow: "million", or "bn", "k" and "m" without a blank."""
    scaled = False
    while after < len(sequence) and (role := _role(sequence, after)) in ("scale", "suffix"):
        touches = sequence[after].start == sequence[after - 1].end
        if role == "suffix" and not (touches and not scaled):
            break
        value, after, scaled = value * _words()[sequence[after].word][0], after + 1, True
        if value > 10.0**_LONGEST:
            break
    if not scaled and _word(sequence, after) == "-" and _role(sequence, after + 1) == "scale":
        return value * _words()[sequence[after + 1].word][0], after + 2, True
    return value, after, scaled


def _spelled(sequence: Sequence[Token], at: int) -> Amount | None:
    """ "thirteen", "twenty-nine", "two hundred and six thousand"."""
    if _role(sequence, at) not in ("unit", "ten"):
        return None
    total, part, after, scaled = 0.0, 0.0, at, False
    while True:
        role = _role(sequence, after)
        if role == "unit" or role == "ten":
            if part % 100 and not (role == "unit" and part % 10 == 0 and part % 100 >= 20):
                break
            part += _words()[sequence[after].word][0]
        elif role == "scale":
            total, part = _multiplied(total, part, _words()[sequence[after].word][0])
            scaled = True
        else:
            break
        after = _joined(sequence, after + 1, scaled)
        if total > 10.0**_LONGEST:
            break
    while after > at and not _role(sequence, after - 1):
        after -= 1
    value = total + part
    return Amount(at, after, value, value, plain=not scaled)


def _multiplied(total: float, part: float, scale: float) -> tuple[float, float]:
    if scale < 1000:
        return total, (part or 1) * scale
    return total + (part or 1) * scale, 0.0


def _joined(sequence: Sequence[Token], after: int, scaled: bool) -> int:
    """Steps over the joint inside a spelled number: the hyphen of "twenty-nine", the "and" of "two hundred and six"."""
    if _word(sequence, after) == "-" and _role(sequence, after + 1) in ("unit", "scale"):
        return after + 1
    if scaled and _word(sequence, after) == "and" and _role(sequence, after + 1) in ("unit", "ten"):
        before = _words().get(_word(sequence, after - 1), (0.0, ""))
        return after + 1 if before[1] == "scale" and before[0] >= 100 and before[0] != 10**6 else after
    return after


def _with_article(sequence: Sequence[Token], at: int) -> Amount | None:
    """ "a dozen", "half a million", "a quarter of a million", "a couple of", "a hundred and twenty"."""
    word = _word(sequence, at)
    if word == "half" and _word(sequence, at + 1) in ("a", "an", "-") and _role(sequence, at + 2) == "scale":
        return _of_scale(sequence, at, at + 2, 0.5)
    if word == "quarter" and _word(sequence, at + 1) == "of" and _role(sequence, at + 3) == "scale":
        return _of_scale(sequence, at, at + 3, 0.25)
    if word in ("a", "an"):
        if _word(sequence, at + 1) == "couple" and _word(sequence, at + 2) == "of":
            return Amount(at, at + 3, 2, 2, approximate=True)
        if _role(sequence, at + 1) == "scale":
            return _after_article(sequence, at)
    return None


def _of_scale(sequence: Sequence[Token], first: int, scale: int, share: float) -> Amount:
    value = share * _words()[sequence[scale].word][0]
    return Amount(first, scale + 1, value, value, plain=False)


def _after_article(sequence: Sequence[Token], at: int) -> Amount:
    value, after, _ = _scaled(sequence, 1.0, at + 1)
    joined = after + (_word(sequence, after) == "and")
    if value >= 100 and joined > after and (rest := _spelled(sequence, joined)) and rest.low < value:
        value, after = value + rest.low, rest.last
    return Amount(at, after, value, value, plain=False)
