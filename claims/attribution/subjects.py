"""Reads the noun phrase of a source beside its cue, without a parser: who stands before "said", who after.

Clause boundaries, determiners, capital letters and a list of finite verb forms are all it knows of grammar.
"""

from __future__ import annotations

import re
from functools import cache

from claims.attribution.copytext import Copy
from claims.attribution.kinds import kind_of_noun
from claims.attribution.lexicon import word_list
from claims.records import SourceKind

MARKS = frozenset("\"“”„«»‟‘’'") | {"''", "``"}
STOPS = frozenset(".!?…;:()[]{}–—*•|/") | {"--", "...", ".."}
DASHES = frozenset(("--", "–", "—"))
_COUNTERING = frozenset("contradicting denying dismissing disputing rebutting refuting rejecting".split())
"""Participles by which the reporter sets one claim against another: "…, contradicting doctors who said …"."""
_ACCOUNTS = frozenset(
    """
        account accounts accusation accusations allegation allegations assertion assertions claim claims count estimate
        estimates figure figures report reports statement statements toll tolls version
    """.split()
)
BREAKERS = frozenset(
    """
        but while because when if though although whereas that which where since until before after so than as whether
        yet unless
    """.split()
)
PRONOUNS = frozenset("he she it they we i you who nobody everyone someone somebody others none".split())
_OPENING_ADVERBS = frozenset(
    "earlier later then now today yesterday meanwhile however still once and but so yet also instead thus".split()
)
_YEAR = re.compile(r"\d{1,4}$")
WEEKDAYS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun tomorrow today
        yesterday tonight
    """.split()
)
MONTHS = frozenset(
    """
        january february march april may june july august september october november december jan feb mar apr jun jul
        aug sept sep oct nov dec
    """.split()
)
_ABBREVIATED = MONTHS | frozenset("co corp inc ltd bros".split())
LONGEST = 45
"""No noun phrase of a source is longer (in words); keeps the reading linear."""

Range = tuple[int, int]


def is_finite(copy: Copy, at: int) -> bool:
    """Whether the word looks like a finite verb (a participle in -ed before a noun may pass as one)."""
    word = copy.low[at]
    if word not in _forms() and not word.endswith("ed"):
        return False
    if at > 0 and copy.low[at - 1] == "-" and copy.end[at - 1] == copy.start[at]:
        return False  # the U.N.-led plan
    if word == "think" and copy.low[at + 1 : at + 2] in (("tank",), ("tanks",)):
        return False
    if word == "'s":
        return at > 0 and copy.low[at - 1] in _SHORTENED
    if word in _ALWAYS:
        return not (word == "have" and at > 0 and copy.low[at - 1] == "to")
    if word in word_list("finite.txt"):
        return not (at > 0 and copy.low[at - 1] in _NOUN_MARKERS)
    if not (word.endswith("ed") and len(word) > 4) or copy.words[at][0].isupper():
        return False
    if at + 1 < len(copy.low) and copy.low[at + 1] == "by":
        return False  # a nurse reached by telephone
    return not (at > 0 and copy.low[at - 1] in _NOUN_MARKERS)


@cache
def _forms() -> frozenset[str]:
    """What may be a finite verb and does not end in -ed: most words are none, and are done with at once."""
    return word_list("finite.txt") | _ALWAYS | {"'s"}


_ALWAYS = frozenset("is are was were has have had does did".split())
"""Forms that are verbs behind "this" and "two" as well."""
_SHORTENED = frozenset("he she it that there what who here where how this everything nothing".split())
"""Words after which "'s" is a verb."""
_NOUN_MARKERS = frozenset(
    """
        the a an this that these those his her its their our my of in by to for with on at from some no two three four
        five six seven eight nine ten
    """.split()
) - {"that"}


def has_finite(copy: Copy, low: int, high: int) -> bool:
    """Whether a stretch of words holds a finite verb."""
    return any(is_finite(copy, i) for i in range(low, high))


def counters(copy: Copy, at: int) -> bool:
    """Whether the reporter sets another claim against the one before: ", contradicting", ", disputing a toll"."""
    if copy.low[at] not in _COUNTERING or at == 0 or copy.low[at - 1] != "," or copy.quote_of[at] >= 0:
        return False
    return copy.low[at] == "contradicting" or not _ACCOUNTS.isdisjoint(copy.low[at + 1 : at + 6])


def verb_group_start(copy: Copy, cue: int, low: int) -> int:
    """The first word of the verb group that ends in the cue: "has also" of "has also said"."""
    at = cue
    extra = _within_group()
    while at > low and cue - at < 8:
        word = copy.low[at - 1]
        if word == "'s" and f"{copy.words[at - 2]}'s" in word_list("speakers/apostrophes.txt"):
            break  # Moody's said
        if not (word in extra or word.endswith(("n't", "n’t")) or _is_adverb(copy, at - 1)):
            break
        at -= 1
    while at < cue and copy.low[at] in ("both", "all", "itself", "himself", "herself", "themselves"):
        at += 1
    return at


@cache
def _within_group() -> frozenset[str]:
    return word_list("auxiliaries.txt") | word_list("adverbs.txt") | {"not", "n't", "'d", "neither", "nor"}


_NO_ADVERBS = frozenset(
    "daily weekly monthly family ally assembly reply supply monopoly july italy bully fly anomaly".split()
)


def _is_adverb(copy: Copy, at: int) -> bool:
    word = copy.words[at]
    return word.endswith("ly") and len(word) > 4 and word.islower() and word not in _NO_ADVERBS


def before(copy: Copy, verb: int, low: int) -> Range | None:
    """The noun phrase that ends where the verb group begins, not before `low`; None where there is none."""
    end = verb
    if end <= low:
        return None
    inner = _without_aside(copy, end, low)
    start = _phrase_start(copy, inner, low) if inner is not None else None
    if start is not None and verb < len(copy.low) and copy.low[verb] in _NOUN_FORMS:
        start = None if not _SEVERAL.isdisjoint(copy.low[start:end]) else start
    return None if start is None else (start, end - 1 if copy.low[end - 1] == "," else end)


def of_sentence(copy: Copy, low: int, high: int) -> Range | None:
    """The subject of the first main verb among the words from `low` up to `high`; looks at 40 of them."""
    verb = next((i for i in range(low + 1, min(high, low + 40)) if _is_main_verb(copy, low, i)), None)
    return before(copy, verb_group_start(copy, verb, low), low) if verb is not None else None


def _is_main_verb(copy: Copy, low: int, at: int) -> bool:
    """Whether a finite verb is that of the sentence, not of a relative clause between commas."""
    if copy.quote_of[at] >= 0 or not is_finite(copy, at):
        return False
    comma = next((i for i in range(at - 1, low - 1, -1) if copy.low[i] == ","), None)
    return comma is None or copy.low[comma + 1] not in ("who", "which", "whose", "where", "when")


_NOUN_FORMS = frozenset("states reports claims notes charges".split())
_SEVERAL = frozenset("several many some few two three four five six member these those other all both".split())
"""Words of a plural: what follows is no verb in -s ("several Arab states")."""


def _without_aside(copy: Copy, end: int, low: int) -> int | None:
    """Where the noun phrase ends if an apposition or a bracket follows it; None where that never began."""
    if copy.low[end - 1] == ",":
        return _before_apposition(copy, end - 1, low)
    if copy.low[end - 1] == ")":
        return next((i for i in range(end - 2, max(low, end - 20) - 1, -1) if copy.low[i] == "("), None)
    if copy.low[end - 1] in DASHES and copy.quote_of[end - 1] < 0:
        return next((i for i in range(end - 2, max(low, end - LONGEST) - 1, -1) if copy.low[i] in DASHES), None)
    return end


def _before_apposition(copy: Copy, comma: int, low: int) -> int | None:
    """Where the noun phrase before an apposition ends: "Lapin" of "Lapin, the minister, said", of "Lapin, 49, said"."""
    aged: int | None = None
    for at in range(comma - 1, max(low, comma - LONGEST) - 1, -1):
        if copy.low[at] in STOPS or (copy.low[at] in MARKS and copy.quote_of[at] >= 0):
            return aged
        if copy.low[at] == "," and not _within_list(copy, at):
            if _is_clause(copy, at + 1, comma):
                return aged
            named = aged is not None and kind_of_noun(copy.low[at - 1]) is not SourceKind.PERSON
            return aged if named else at if at > low else None
        if copy.low[at] == "," and at + 2 == comma:
            aged = at
    return aged


def _is_clause(copy: Copy, low: int, high: int) -> bool:
    """Whether what stands between commas says who said something: "the plum, | it said |, adding"."""
    if copy.low[low] in ("who", "whose", "which", "whom", "where"):
        return False
    return any(copy.low[i] in _SAYS or copy.low[i] in ("told", "tells") for i in range(low, high))


def _within_list(copy: Copy, comma: int) -> bool:
    """Whether a comma stands inside an apposition: before an age, a state, a further title."""
    after = copy.low[comma + 1] if comma + 1 < len(copy.low) else ""
    return bool(_YEAR.match(after))


def _phrase_start(copy: Copy, end: int, low: int) -> int | None:
    start = end
    floor = max(low, end - LONGEST)
    while start > floor:
        word = copy.low[start - 1]
        if word == "." and start > floor + 1 and copy.low[start - 2] in _ABBREVIATED:
            start -= 1  # an Oct. 26 letter
            continue
        if word == "," and start < end and copy.low[start].endswith("-based"):
            start -= 1  # the Velin, Norland-based company
            continue
        if word == "/" and copy.end[start - 1] == copy.start[start]:
            start -= 1  # Orsa/Toplan Corp
            continue
        if word in STOPS or word == "," or (word in MARKS and not _possessive(copy, start - 1)):
            break
        if word in _COUNTERING and counters(copy, start - 1):
            break
        if word in BREAKERS and (start - 1 == low or not _keeps(copy, start - 1, end)):
            break
        if word in ("and", "or", "nor") and _joins_clauses(copy, floor, start - 1):
            break
        start -= 1
    return _without_opening(copy, start, end)


def _joins_clauses(copy: Copy, floor: int, joint: int) -> bool:
    """Whether a verb stands before "and" in its own clause: "the bank paid and | the port said"."""
    for at in range(joint - 1, floor - 1, -1):
        if copy.low[at] == "," or copy.low[at] in STOPS:
            return False
        if copy.low[at] in _SAYS or is_finite(copy, at):
            return True
    return False


def _possessive(copy: Copy, at: int) -> bool:
    """Whether a single mark is that of "the workers' union", not one that closes a quotation."""
    return copy.words[at] in ("'", "’") and copy.quote_of[at] < 0 and at > 0 and copy.end[at - 1] == copy.start[at]


def _keeps(copy: Copy, at: int, end: int) -> bool:
    """Whether a joining word belongs to the phrase: "the group that fired it", "officials that he met"."""
    if copy.low[at] == "than" and copy.low[at - 1] in ("more", "less", "fewer") and copy.low[at + 1][0].isdigit():
        return True
    return (
        copy.low[at] in ("that", "which", "where")
        and at > 0
        and has_finite(copy, at, end)
        and copy.low[at - 1] not in (",",)
        and not (copy.low[at - 1] in _SAYS or is_finite(copy, at - 1))
    )


_SAYS = frozenset("said says say saying told tells adding noting".split())


def _without_opening(copy: Copy, start: int, end: int) -> int | None:
    """Leaves out what stands before the subject: "On Monday", "In the same message", "The bridge fell"."""
    while start < end and (copy.low[start] in _OPENING_ADVERBS or copy.low[start] in WEEKDAYS):
        start += 1
    if start >= end or all(
        copy.low[i] in WEEKDAYS or copy.low[i] in word_list("prepositions.txt") for i in range(start, end)
    ):
        return None
    relative = next((i for i in range(start, end) if copy.low[i] in ("who", "whose", "whom", "that", "which")), end)
    verbs = [i for i in range(start, relative) if is_finite(copy, i)]
    opens = copy.low[start] in word_list("prepositions.txt") or copy.low[start] == "asked"
    if not verbs and not opens:
        return start
    floor = verbs[-1] + 1 if verbs else start + 1
    return _last_start(copy, floor, relative if relative > floor else end)


def _last_start(copy: Copy, low: int, high: int) -> int | None:
    for at in range(high - 1, low - 1, -1):
        if begins_phrase(copy, at) and not _bound_to_the_left(copy, at, low):
            return at
    return None


def begins_phrase(copy: Copy, at: int) -> bool:
    """Whether a noun phrase can begin here: a determiner, a pronoun, a name, a number."""
    word = copy.words[at]
    return (
        copy.low[at] in word_list("determiners.txt")
        or copy.low[at] in PRONOUNS
        or word[0].isupper()
        or word[0].isdigit()
    )


def _bound_to_the_left(copy: Copy, at: int, low: int) -> bool:
    if at <= low:
        return False
    left, word = copy.low[at - 1], copy.low[at]
    if left == "." or (word[0].isdigit() and left in MONTHS):
        return True
    if left in word_list("prepositions.txt") or left in ("and", "or", "'s", "&"):
        return True
    if word in PRONOUNS or word in ("the", "a", "an", "his", "her", "its", "their"):
        return False
    if left in WEEKDAYS or left in MONTHS:
        return False
    if left in word_list("determiners.txt"):
        return True
    both_names = copy.words[at - 1][0].isupper() and copy.words[at][0].isupper()
    return both_names or kind_of_noun(left) is SourceKind.PERSON


_AFTER_STOPS = frozenset(
    """
        but while because when if though although whereas since until before after so adding saying citing as yet during
        following amid through via by that
    """.split()
)


def after(copy: Copy, at: int, high: int) -> Range | None:
    """The noun phrase of a speaker named behind the cue ("said Lapin, head of the port"), appositions included."""
    end = at
    limit = min(high, at + LONGEST)
    if at < high and (copy.low[at] in word_list("prepositions.txt") or copy.low[at] in ("that", "to", "when", "while")):
        return None
    while end < limit:
        word = copy.low[end]
        if word in STOPS or word in MARKS or word in _AFTER_STOPS:
            break
        if word == "," and not goes_on(copy, end + 1, limit):
            break
        if (
            word == "and"
            and end + 1 < limit
            and has_finite(copy, end + 1, min(limit, end + 6))
            and not _person_next(copy, end + 1)
        ):
            break
        if end > at and _time_or_place_adjunct(copy, end):
            break
        end += 1
    while end > at and copy.low[end - 1] in (",", "and"):
        end -= 1
    return (at, end) if end > at and (begins_phrase(copy, at) or copy.words[at][0].isalpha()) else None


def _person_next(copy: Copy, at: int) -> bool:
    return copy.words[at][0].isupper() and not is_finite(copy, at + 1 if at + 1 < len(copy.low) else at)


def goes_on(copy: Copy, at: int, limit: int) -> bool:
    """Whether an apposition follows the comma: "the mayor", "61", "who", "of Leeds", "head of the port"."""
    if at >= limit:
        return False
    word = copy.low[at]
    if word in ("who", "whose", "a", "an", "the", "his", "her", "its", "their", "one", "of") or _YEAR.match(word):
        stop = next((i for i in range(at, limit) if copy.low[i] in STOPS or copy.low[i] == ","), limit)
        return word in ("who", "whose") or not has_finite(copy, at, stop) or "who" in copy.low[at:stop]
    if word in _AFTER_STOPS or word in ("and", "or", "nor", "not", "in", "on", "at", "to", "with"):
        return False
    stop = next((i for i in range(at, limit) if copy.low[i] in STOPS or copy.low[i] == ","), limit)
    return stop - at <= 12 and not has_finite(copy, at, stop) and not word.endswith("ing")


def _time_or_place_adjunct(copy: Copy, at: int) -> bool:
    word, following = copy.low[at], copy.low[at + 1] if at + 1 < len(copy.low) else ""
    if word in WEEKDAYS and copy.low[at - 1] not in ("of", "the"):
        return True
    third = copy.low[at + 2] if at + 2 < len(copy.low) else ""
    if word in ("on", "in", "at", "late", "early"):
        return following in WEEKDAYS or following in MONTHS or third in SAID_IN or following in SAID_IN
    return word in ("in", "at", "on") and following in ("a", "an", "the", "his", "her") and third in SAID_IN


SAID_IN = frozenset(
    """
        statement interview tweet letter speech message telephone phone email e-mail call briefing conference news press
        report video post comment televised address written telephone joint visit trip tour event rally meeting ceremony
        hearing session debate
    """.split()
)
