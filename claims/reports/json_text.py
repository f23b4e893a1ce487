"""DOSSIER → JSON: everything a page would show, in the fields of the listings."""

from __future__ import annotations

import json
from collections.abc import Sequence

from claims import __version__
from claims.records import Claim, Dossier
from claims.reports import withheld
from claims.reports.fields import Fields, claim_fields, dispute_fields, dossier_fields, ref
from claims.reports.selection import selected
from claims.reports.style import PLAIN, Style

_WORDS = frozenset({"text", "sentence", "proposition", "explanation", "left_value", "right_value"})


def json_report(dossiers: Sequence[Dossier], style: Style = PLAIN) -> str:
    """One JSON document: `software`, and per event its questions, disputes, claims and what is withheld."""
    document = {"software": f"claims {__version__}", "events": [_event(dossier, style) for dossier in dossiers]}
    return json.dumps(document if style.text else _wordless(document), ensure_ascii=True, indent=2) + "\n"


def _event(dossier: Dossier, style: Style) -> Fields:
    free = selected(dossier, style)
    return {
        **dossier_fields(free),
        "disputes": [dispute_fields(dispute) for dispute in free.disputes],
        "claims": [claim_fields(claim) for claim in free.claims],
        "withheld": [_reference(claim) for claim in withheld.withheld(dossier)],
    }


def _reference(claim: Claim) -> Fields:
    return {
        "claim": ref("C", claim.id),
        "story": ref("S", claim.story.id),
        "version": claim.story.version,
        "agency": claim.story.agency,
        "reason": withheld.reason(claim),
    }


def _wordless(value: object) -> object:
    """The same document with the agencies' words as null; offsets and references stay."""
    if isinstance(value, dict):
        return {key: None if key in _WORDS else _wordless(item) for key, item in value.items()}
    return [_wordless(item) for item in value] if isinstance(value, list) else value
