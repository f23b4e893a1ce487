"""Claims of one event → what they are to each other: who denies whom, which figures cannot both hold.

In come the `Claim`s of one event; out come `Pair`s with a `Finding` each (relation, kind, both values, one sentence
that an editor can read, a score) and the `Question`s that the claims answer. Pure functions, one kind of dispute a
file in `kinds/`; precision first: what is not surely a dispute is not listed.

* `find` the relations of an event, `relate` two claims alone, fold an event into `questions`
"""

from claims.disputes.finding import Pair, find
from claims.disputes.questions import questions
from claims.disputes.relating import LISTED, relate

__all__ = ["LISTED", "Pair", "find", "questions", "relate"]
