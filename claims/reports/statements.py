"""Who says what, in words that every page for people shares: the claimant, who passed it on, the verb, the words.

A denial whose words are the denial ("We had no part in it") never stands behind "denies:", where it would read as what
is denied: it is quoted behind "denies it:".
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.speaking import itself_denies, names, several, verb
from claims.records import Claim, Polarity, Position, Question

NOBODY = "(nobody named)"

_PLURAL = {"says": "say", "denies": "deny", "doubts": "doubt"}
_SO = " it"  # behind a verb of denying whose words are quoted


def speaker(claim: Claim) -> str:
    """The claimants and who passed it on: "Mishustin, via RIA"."""
    return (names(claim.passage) or NOBODY) + via([claim])


def via(claims: Sequence[Claim]) -> str:
    """Who passed on what `claims` say, to stand behind the claimant: ", via RIA"; empty where nobody did.

    Several chains stand with ";" between them, and "also" tells that there is copy without any.
    """
    chains = list(dict.fromkeys(claim.passage.via for claim in claims))
    told = "; ".join(", ".join(f"via {name}" for name in chain) for chain in chains if chain)
    return f", {'also ' if () in chains else ''}{told}" if told else ""


def statement(claim: Claim) -> tuple[str, str]:
    """The verb for what the claimant does, and the words: ("denies", "any part"), ("denies it", "“We had no part”")."""
    passage = claim.passage
    if passage.polarity is not Polarity.DENIES:
        return verb(passage, "says", "say"), passage.text
    told = verb(passage, "denies", "deny")
    return (told + _SO, in_quotes(passage.text)) if passage.text and itself_denies(claim) else (told, passage.text)


def said(claim: Claim) -> str:
    """One claim as a line: "Brenmark denies: any part", "Sandoval denies it: “We had no part”"."""
    return opening(claim) + (statement(claim)[1] or "(not shown)")


def opening(claim: Claim) -> str:
    """The line up to the words: "Mishustin, via RIA, says: "."""
    return f"{speaker(claim)}{',' if claim.passage.via else ''} {statement(claim)[0]}: "


def who(position: Position) -> str:
    """Who holds a position, all of a joint statement; empty where nobody is named."""
    joint = next((c.passage for c in position.claims if c.passage.claimant == position.claimant), None)
    return names(joint) if joint else position.claimant


def stance(position: Position, denial: bool = False) -> str:
    """The stance, bent to who holds it: "says", "say", "denies"; "denies it" for a `denial` in its own words."""
    joint = any(len(c.passage.claimants) > 1 and c.passage.claimant == position.claimant for c in position.claims)
    told = _PLURAL.get(position.stance, position.stance) if joint or several(position.claimant) else position.stance
    return told + _SO if denial else told


def own_denial(position: Position, question: Question) -> bool:
    """Whether the words that stand for a denying position are a denial themselves, and not what it denies."""
    if position.stance != "denies" or position.label:
        return False
    same = [c for each in question.positions for c in each.claims if c.passage.text == position.proposition]
    return bool(same) and all(c.passage.polarity is Polarity.DENIES and itself_denies(c) for c in same)


def in_quotes(text: str) -> str:
    """Words in quotation marks; double marks inside become single ones."""
    inner = text.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}”"
