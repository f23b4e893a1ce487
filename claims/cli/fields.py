"""Records as the JSON fields of the commands, beyond those that reports share (`claims.reports.fields`).

The names are a contract: add to them, rename none. Offsets are code points into `body`, end exclusive.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claims.desk.views import AgencyRow, ClaimChange, ClaimView, Move, StoryView, TextChange, VersionDiff, VersionView
from claims.records import Doubt, Extraction, Feature, Imported, Link, Passage, Problem, Story
from claims.reports.fields import Fields, claim_fields, figure_fields, ref, span_fields, when_fields
from claims.reports.times import instant, zone_word

if TYPE_CHECKING:
    from claims.desk.compare import Comparison


def extraction_fields(extraction: Extraction) -> Fields:
    """One line of `claims extract`: the story with every attribution found in it."""
    story = extraction.story
    return {
        "origin": story.origin,
        "format": story.format,
        "headline": story.headline,
        "agencies": list(story.credits) or ([story.agency] if story.agency else []),
        "agency": story.agency,
        "item": story.guid,
        "version": story.version,
        "published": instant(story.published, story.zone_known),
        "published_zone": zone_word(story.zone_known),
        "kind": story.kind.value,
        "status": story.status.value,
        "byline": story.byline,
        "credit": story.credit_line,
        "advisory": story.ed_note,
        "dateline": story.dateline,
        "language": story.language,
        "url": story.url,
        "body": story.body,
        "claims": [passage_fields(passage) for passage in extraction.passages],
        "warnings": _warnings(story),
    }


def _warnings(story: Story) -> list[str]:
    return list(story.warnings)


def passage_fields(passage: Passage) -> Fields:
    """One claim of a story; `content`, `cue` and `source` repeat the chain's first link, `via` names the others."""
    return {
        "text": passage.text,
        "content": span_fields(passage.content),
        "cue": span_fields(passage.cue),
        "source": span_fields(passage.source),
        "claimant": passage.claimant or None,
        "claimants": list(passage.claimants),
        "claimant_kind": passage.claimant_kind.value,
        "via": list(passage.via),
        "speech": passage.speech.value,
        "kind": passage.kind.value,
        "polarity": passage.polarity.value,
        "modality": passage.modality.value,
        "checkable": passage.checkable,
        "named": passage.named,
        "unnamed": asdict(passage.unnamed) if passage.unnamed else None,
        "figures": [figure_fields(figure) for figure in passage.figures],
        "places": list(passage.places),
        "when": when_fields(passage.when),
        "confidence": round(passage.confidence, 3),
        "external_id": passage.external_id,
        "doubt": passage.doubt,
        "chain": [link_fields(link) for link in passage.chain],
    }


def link_fields(link: Link) -> Fields:
    """One link of a chain with its own spans."""
    return {
        "name": link.name,
        "kind": link.kind.value,
        "source": span_fields(link.source),
        "cue": span_fields(link.cue),
        "content": span_fields(link.content),
    }


def imported_fields(item: Imported | Problem) -> Fields:
    """One line of `claims import`; a problem is a line with the status "failed"."""
    return _problem(item) if isinstance(item, Problem) else _imported(item)


def _imported(story: Imported) -> Fields:
    return {
        "story": ref("S", story.story),
        "agency": story.agency,
        "item": story.item,
        "version": story.version,
        "kind": story.kind.value,
        "supersedes": story.supersedes,
        "claims_new": story.claims_new,
        "claims_changed": story.claims_changed,
        "claims_withdrawn": story.claims_withdrawn,
        "claims_unchanged": story.claims_unchanged,
        "needs_review": story.needs_review,
        "status": story.status,
        "origin": story.origin,
        "warnings": list(story.warnings),
        "notes": list(story.notes),
        **({"message": story.message, "remedy": story.remedy} if story.message else {}),
    }


def _problem(problem: Problem) -> Fields:
    counts = dict.fromkeys(("claims_new", "claims_changed", "claims_withdrawn", "claims_unchanged", "needs_review"), 0)
    nothing = dict.fromkeys(("story", "agency", "item", "version", "kind", "supersedes"))
    where = f"{problem.where}: " if problem.where else ""
    return {
        **nothing,
        **counts,
        "status": "failed",
        "origin": problem.origin,
        "warnings": [],
        "notes": [],
        "message": where + problem.message,
        "remedy": problem.remedy,
    }


def comparison_fields(number: Any, comparison: Comparison) -> Fields:
    """One line of `claims compare`."""
    finding = comparison.finding
    return {
        "id": number,
        "same_event": round(comparison.same_event, 4),
        "relation": finding.relation.value,
        "score": round(finding.score, 4),
        "kind": finding.kind.value if finding.kind else None,
        "explanation": finding.explanation,
        "aspect": finding.aspect,
        "left_value": finding.left_value,
        "right_value": finding.right_value,
        "features": feature_fields((*comparison.features, *finding.features)),
    }


def feature_fields(features: tuple[Feature, ...]) -> Fields:
    """Features by name, each with its value and its phrase."""
    return {feature.name: {"value": round(feature.value, 4), "phrase": feature.phrase} for feature in features}


def doubt_fields(doubt: Doubt) -> Fields:
    """One line of `claims review --list`."""
    return {
        "review": ref("V", doubt.id),
        "subject": doubt.subject,
        "ids": list(doubt.ids),
        "reason": doubt.reason,
        "score": round(doubt.score, 4),
    }


def agency_fields(agency: AgencyRow) -> Fields:
    """One line of `claims agencies`."""
    return asdict(agency) | {"aliases": list(agency.aliases)}


def move_fields(move: Move) -> Fields:
    """One line of `claims regroup`."""
    return {
        "claim": ref("C", move.claim_id),
        "from": ref("E", move.source),
        "to": ref("E", move.target),
        "text": move.text,
    }


def claim_view_fields(view: ClaimView) -> Fields:
    """The document of `claims show C-17 --json`: the claim with everything known of how it came to be."""
    return claim_fields(view.claim) | {
        "chain": [link_fields(link) for link in view.claim.passage.chain],
        "context": view.context,
        "appearances": [
            {
                "version": seen.version,
                "current": seen.current,
                "published": instant(seen.published),
                "sentence": seen.sentence,
                "chain": [link_fields(link) for link in seen.passage.chain],
            }
            for seen in view.appearances
        ],
        "score": view.score,
        "features": feature_fields(view.features),
        "reason": view.reason,
        "candidates": [
            {
                "event": ref("E", each.event_id),
                "title": each.title,
                "score": round(each.score, 4),
                "features": feature_fields(each.features),
            }
            for each in view.candidates
        ],
        "activities": [
            {
                "activity": each.id,
                "command": each.command,
                "actor": each.actor,
                "software": each.software,
                "started": instant(each.started),
                "summary": each.summary,
            }
            for each in view.activities
        ],
    }


def story_fields(view: StoryView) -> Fields:
    """The document of `claims show S-204 --json`."""
    return {
        "story": ref("S", view.id),
        "agency": view.agency,
        "agencies": list(view.agencies),
        "item": view.guid,
        "url": view.url,
        "copy_of": ref("S", view.copy_of),
        "copies": [ref("S", copy) for copy in view.copies],
        "versions": [version_fields(version) for version in view.versions],
        "claims": [claim_fields(claim) for claim in view.claims],
    }


def version_fields(version: VersionView) -> Fields:
    """One version of a story; `body` is empty where the copy must not go out."""
    return {
        "version": version.number,
        "sent_as": version.version,
        "kind": version.kind.value,
        "status": version.status.value,
        "current": version.current,
        "published": instant(version.published, version.zone_known),
        "published_zone": zone_word(version.zone_known),
        "arrived": instant(version.arrived),
        "headline": version.headline,
        "advisory": version.ed_note,
        "origin": version.origin,
        "digest": version.digest,
        "claims": version.claims,
        "body": version.body,
        "warnings": list(version.warnings),
    }


def diff_fields(diff: VersionDiff) -> Fields:
    """The document of `claims story diff --json`."""
    return {
        "story": ref("S", diff.story_id),
        "agency": diff.agency,
        "old": version_fields(diff.old),
        "new": version_fields(diff.new),
        "claims": [_claim_change(change) for change in diff.claims],
        "texts": [_text_change(change) for change in diff.texts],
        "not_found": list(diff.not_found),
        "odd": diff.odd or None,
        "rests": list(diff.rests),
    }


def _claim_change(change: ClaimChange) -> Fields:
    return {
        "claim": ref("C", change.claim_id),
        "change": change.change,
        "before": change.before,
        "after": change.after,
        "what": change.what,
        "paragraph": change.paragraph,
        "announced": change.announced,
    }


def _text_change(change: TextChange) -> Fields:
    return {
        "paragraph": change.paragraph,
        "before": change.before,
        "after": change.after,
        "announced": change.announced,
    }
