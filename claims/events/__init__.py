"""Claims → events: which claims are about one thing that happened.

In come `Claim`s (with their sentence, paragraph and story) and people's `Judgement`s; out come groups, placements and
names. Text proposes: sentence and headline are compared by words and trigrams. The frame decides: claims of one story
and of stories on one matter tend together, other days, other times and other towns take away.
Pure functions: no database, no clock, no order of arrival.

* `terms` for the posting table, `likeness` of two claims with reasons
* `place` one new claim among known events; `partition` all claims anew; `carry_over` event ids to the new groups
* `name` an event
"""

from claims.events.carrying import carry_over
from claims.events.grouping import partition
from claims.events.naming import Naming, name
from claims.events.pairing import likeness
from claims.events.placing import Candidate, Placement, place
from claims.events.terms import Term, terms

__all__ = [
    "Candidate",
    "Naming",
    "Placement",
    "Term",
    "carry_over",
    "likeness",
    "name",
    "partition",
    "place",
    "terms",
]
