"""Lay the tables of the desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# Those that point to others before those they point to.
TABLES = (
    "membership",
    "figure",
    "attribution",
    "story_credit",
    "sentence",
    "ruling",
    "publication_claim",
    "judgement",
    "doubt",
    "dispute",
    "claim_term",
    "candidate",
    "appearance",
    "story_version",
    "claim",
    "story",
    "source_alias",
    "publication",
    "event",
    "document",
    "source",
    "activity",
)


def upgrade() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("software", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.CheckConstraint("kind <> 'unnamed' OR story_id IS NOT NULL", name=op.f("ck_source_unnamed_is_of_a_story")),
        sa.CheckConstraint(
            "kind IN ('agency', 'government', 'organisation', 'person', 'unnamed')", name=op.f("ck_source_kind_known")
        ),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_source_story_id"), use_alter=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(
            "ix_source_of_a_story",
            ["story_id", "name", "kind"],
            unique=True,
            sqlite_where=sa.text("story_id IS NOT NULL"),
            postgresql_where=sa.text("story_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_source_shared",
            ["name", "kind"],
            unique=True,
            sqlite_where=sa.text("story_id IS NULL"),
            postgresql_where=sa.text("story_id IS NULL"),
        )

    op.create_table(
        "document",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_document_digest_is_sha256")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_document_activity_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_document")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("located", sa.Text(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_event_no_heir_of_itself")),
        sa.CheckConstraint(
            "starts IS NULL OR ends IS NULL OR starts <= ends", name=op.f("ck_event_starts_before_it_ends")
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_event_activity_id")),
        sa.ForeignKeyConstraint(["merged_into_id"], ["event.id"], name=op.f("fk_event_merged_into_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_merged_into_id"), ["merged_into_id"], unique=False)
        batch_op.create_index(
            "ix_event_stale", ["id"], unique=False, sqlite_where=sa.text("stale"), postgresql_where=sa.text("stale")
        )

    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_publication_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "source_alias",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_alias_source_id")),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_source_alias")),
    )
    with op.batch_alter_table("source_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_alias_source_id"), ["source_id"], unique=False)

    op.create_table(
        "story",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("guid_given", sa.Boolean(), nullable=False),
        sa.Column("copy_of_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("copy_of_id <> id", name=op.f("ck_story_no_copy_of_itself")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_story_activity_id")),
        sa.ForeignKeyConstraint(["agency_id"], ["source.id"], name=op.f("fk_story_agency_id")),
        sa.ForeignKeyConstraint(["copy_of_id"], ["story.id"], name=op.f("fk_story_copy_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("agency_id", "guid", name=op.f("uq_story_agency_id_guid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("story", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_copy_of_id"), ["copy_of_id"], unique=False)

    if op.get_context().dialect.name != "sqlite":  # there the constraint stands in CREATE TABLE, which may point ahead
        op.create_foreign_key("fk_source_story_id", "source", "story", ["story_id"], ["id"])

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("claimant_id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("polarity", sa.String(length=20), nullable=False),
        sa.Column("checkable", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('figure', 'responsibility', 'event', 'prediction', 'plan', 'opinion', 'other')",
            name=op.f("ck_claim_kind_known"),
        ),
        sa.CheckConstraint("polarity IN ('asserts', 'denies')", name=op.f("ck_claim_polarity_known")),
        sa.CheckConstraint(
            "status IN ('current', 'withdrawn', 'held', 'superseded')", name=op.f("ck_claim_status_known")
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_claim_activity_id")),
        sa.ForeignKeyConstraint(["changed_by_id"], ["activity.id"], name=op.f("fk_claim_changed_by_id")),
        sa.ForeignKeyConstraint(["claimant_id"], ["source.id"], name=op.f("fk_claim_claimant_id")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_claim_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_claimant_id"), ["claimant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_story_id"), ["story_id"], unique=False)

    op.create_table(
        "story_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("pub_status", sa.String(length=20), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=True),
        sa.Column("zone_known", sa.Boolean(), nullable=False),
        sa.Column("embargoed", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_digest", sa.Text(), nullable=True),
        sa.Column("content_digest", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("slugline", sa.Text(), nullable=False),
        sa.Column("byline", sa.Text(), nullable=False),
        sa.Column("credit_line", sa.Text(), nullable=False),
        sa.Column("dateline", sa.Text(), nullable=True),
        sa.Column("located", sa.Text(), nullable=True),
        sa.Column("ed_note", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("headline_span", sa.Text(), nullable=True),
        sa.Column("skip", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("extractable", sa.Boolean(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('new', 'lead', 'update', 'writethru', 'corrected', 'refile', 'repeat', 'hold', 'release', 'kill')",  # noqa: E501
            name=op.f("ck_story_version_kind_known"),
        ),
        sa.CheckConstraint(
            "pub_status IN ('usable', 'withheld', 'canceled')", name=op.f("ck_story_version_pub_status_known")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_story_version_number_from_one")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_story_version_activity_id")),
        sa.ForeignKeyConstraint(
            ["document_digest"], ["document.digest"], name=op.f("fk_story_version_document_digest")
        ),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_story_version_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_version")),
        sa.UniqueConstraint("story_id", "number", name=op.f("uq_story_version_story_id_number")),
        sa.UniqueConstraint(
            "story_id", "published", "content_digest", name=op.f("uq_story_version_story_id_published_content_digest")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("story_version", schema=None) as batch_op:
        batch_op.create_index(
            "ix_story_version_current",
            ["story_id"],
            unique=True,
            sqlite_where=sa.text("current"),
            postgresql_where=sa.text("current"),
        )
        batch_op.create_index(batch_op.f("ix_story_version_document_digest"), ["document_digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_story_version_known"), ["known"], unique=False)
        batch_op.create_index(
            "ix_story_version_undated",
            ["story_id", "content_digest"],
            unique=True,
            sqlite_where=sa.text("published IS NULL"),
            postgresql_where=sa.text("published IS NULL"),
        )

    op.create_table(
        "appearance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("speaks", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("paragraph", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("polarity", sa.String(length=20), nullable=False),
        sa.Column("modality", sa.String(length=20), nullable=False),
        sa.Column("speech", sa.String(length=20), nullable=False),
        sa.Column("checkable", sa.Boolean(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("unnamed", sa.Text(), nullable=True),
        sa.Column("claimants", sa.Text(), nullable=False),
        sa.Column("share", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("when_inferred", sa.Boolean(), nullable=False),
        sa.Column("when_span", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("doubt", sa.Text(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('figure', 'responsibility', 'event', 'prediction', 'plan', 'opinion', 'other')",
            name=op.f("ck_appearance_kind_known"),
        ),
        sa.CheckConstraint(
            "modality IN ('fact', 'hedged', 'conditional', 'question')", name=op.f("ck_appearance_modality_known")
        ),
        sa.CheckConstraint("polarity IN ('asserts', 'denies')", name=op.f("ck_appearance_polarity_known")),
        sa.CheckConstraint("speech IN ('direct', 'indirect', 'mixed')", name=op.f("ck_appearance_speech_known")),
        sa.CheckConstraint(
            "(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts <= ends)",
            name=op.f("ck_appearance_when_whole"),
        ),
        sa.CheckConstraint("confidence >= 0 AND confidence <= 1", name=op.f("ck_appearance_confidence_in_bounds")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_appearance_activity_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_appearance_claim_id")),
        sa.ForeignKeyConstraint(["version_id"], ["story_version.id"], name=op.f("fk_appearance_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearance")),
        sa.UniqueConstraint(
            "claim_id", "version_id", "position", name=op.f("uq_appearance_claim_id_version_id_position")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("appearance", schema=None) as batch_op:
        batch_op.create_index(
            "ix_appearance_speaks",
            ["claim_id"],
            unique=True,
            sqlite_where=sa.text("speaks"),
            postgresql_where=sa.text("speaks"),
        )
        batch_op.create_index(batch_op.f("ix_appearance_version_id"), ["version_id"], unique=False)

    op.create_table(
        "candidate",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_candidate_claim_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_candidate_event_id")),
        sa.PrimaryKeyConstraint("claim_id", "event_id", name=op.f("pk_candidate")),
    )
    with op.batch_alter_table("candidate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_candidate_event_id"), ["event_id"], unique=False)

    op.create_table(
        "claim_term",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_claim_term_claim_id")),
        sa.PrimaryKeyConstraint("term", "day", "claim_id", name=op.f("pk_claim_term")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("claim_term", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_term_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("turned", sa.Boolean(), nullable=False),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("left_value", sa.Text(), nullable=False),
        sa.Column("right_value", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('', 'denial', 'figure', 'responsibility', 'date', 'place', 'antonym', 'negation')",
            name=op.f("ck_dispute_kind_known"),
        ),
        sa.CheckConstraint(
            "relation IN ('denies', 'contradicts', 'updates', 'refines')", name=op.f("ck_dispute_relation_known")
        ),
        sa.CheckConstraint("relation IN ('updates', 'refines') OR explanation <> ''", name=op.f("ck_dispute_says_why")),
        sa.CheckConstraint("left_id < right_id", name=op.f("ck_dispute_left_before_right")),
        sa.CheckConstraint("score >= 0 AND score <= 1", name=op.f("ck_dispute_score_in_bounds")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_dispute_activity_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_dispute_event_id")),
        sa.ForeignKeyConstraint(["left_id"], ["claim.id"], name=op.f("fk_dispute_left_id")),
        sa.ForeignKeyConstraint(["right_id"], ["claim.id"], name=op.f("fk_dispute_right_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.UniqueConstraint(
            "left_id", "right_id", "kind", "aspect", name=op.f("uq_dispute_left_id_right_id_kind_aspect")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("dispute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dispute_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dispute_right_id"), ["right_id"], unique=False)

    op.create_table(
        "doubt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("subject IN ('speaker', 'event', 'dispute')", name=op.f("ck_doubt_subject_known")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_doubt_activity_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_doubt_claim_id")),
        sa.ForeignKeyConstraint(["settled_by_id"], ["activity.id"], name=op.f("fk_doubt_settled_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doubt")),
        sa.UniqueConstraint("subject", "key", name=op.f("uq_doubt_subject_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("doubt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_doubt_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("retracted_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("verdict IN ('same', 'different')", name=op.f("ck_judgement_verdict_known")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_judgement_activity_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_judgement_claim_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_judgement_event_id")),
        sa.ForeignKeyConstraint(["retracted_by_id"], ["activity.id"], name=op.f("fk_judgement_retracted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            "ix_judgement_live",
            ["claim_id", "event_id"],
            unique=True,
            sqlite_where=sa.text("retracted_by_id IS NULL"),
            postgresql_where=sa.text("retracted_by_id IS NULL"),
        )
        batch_op.create_index(
            "ix_judgement_pin",
            ["claim_id"],
            unique=True,
            sqlite_where=sa.text("retracted_by_id IS NULL AND verdict = 'same'"),
            postgresql_where=sa.text("retracted_by_id IS NULL AND verdict = 'same'"),
        )

    op.create_table(
        "publication_claim",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_publication_claim_claim_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_publication_claim_publication_id")
        ),
        sa.ForeignKeyConstraint(["version_id"], ["story_version.id"], name=op.f("fk_publication_claim_version_id")),
        sa.PrimaryKeyConstraint("publication_id", "claim_id", name=op.f("pk_publication_claim")),
    )
    with op.batch_alter_table("publication_claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_claim_version_id"), ["version_id"], unique=False)

    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("retracted_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('', 'denial', 'figure', 'responsibility', 'date', 'place', 'antonym', 'negation')",
            name=op.f("ck_ruling_kind_known"),
        ),
        sa.CheckConstraint("verdict IN ('stands', 'dismissed', 'resolved')", name=op.f("ck_ruling_verdict_known")),
        sa.CheckConstraint("left_id < right_id", name=op.f("ck_ruling_left_before_right")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_ruling_activity_id")),
        sa.ForeignKeyConstraint(["left_id"], ["claim.id"], name=op.f("fk_ruling_left_id")),
        sa.ForeignKeyConstraint(["retracted_by_id"], ["activity.id"], name=op.f("fk_ruling_retracted_by_id")),
        sa.ForeignKeyConstraint(["right_id"], ["claim.id"], name=op.f("fk_ruling_right_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("ruling", schema=None) as batch_op:
        batch_op.create_index(
            "ix_ruling_live",
            ["left_id", "right_id", "kind", "aspect"],
            unique=True,
            sqlite_where=sa.text("retracted_by_id IS NULL"),
            postgresql_where=sa.text("retracted_by_id IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_ruling_right_id"), ["right_id"], unique=False)

    op.create_table(
        "sentence",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["story_version.id"], name=op.f("fk_sentence_version_id")),
        sa.PrimaryKeyConstraint("hash", "version_id", name=op.f("pk_sentence")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sentence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sentence_version_id"), ["version_id"], unique=False)

    op.create_table(
        "story_credit",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_story_credit_source_id")),
        sa.ForeignKeyConstraint(["version_id"], ["story_version.id"], name=op.f("fk_story_credit_version_id")),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_story_credit")),
    )
    with op.batch_alter_table("story_credit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_story_credit_source_id"), ["source_id"], unique=False)

    op.create_table(
        "attribution",
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("source_spans", sa.Text(), nullable=False),
        sa.Column("cue_spans", sa.Text(), nullable=False),
        sa.Column("content_spans", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('agency', 'government', 'organisation', 'person', 'unnamed')",
            name=op.f("ck_attribution_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_attribution_appearance_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_attribution_source_id")),
        sa.PrimaryKeyConstraint("appearance_id", "position", "rank", name=op.f("pk_attribution")),
    )
    with op.batch_alter_table("attribution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attribution_source_id"), ["source_id"], unique=False)

    op.create_table(
        "figure",
        sa.Column("appearance_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("counted", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("span", sa.Text(), nullable=True),
        sa.CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name=op.f("ck_figure_low_to_high")),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name=op.f("fk_figure_appearance_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("appearance_id", "position", name=op.f("pk_figure")),
    )
    op.create_table(
        "membership",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("judgement_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(decided_by = 'human') = (judgement_id IS NOT NULL)", name=op.f("ck_membership_human_has_judgement")
        ),
        sa.CheckConstraint("decided_by IN ('machine', 'human')", name=op.f("ck_membership_decided_by_known")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_membership_activity_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_membership_claim_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_membership_event_id")),
        sa.ForeignKeyConstraint(["judgement_id"], ["judgement.id"], name=op.f("fk_membership_judgement_id")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_judgement_id"), ["judgement_id"], unique=False)


def downgrade() -> None:
    for table in TABLES:
        if table == "story":  # sources of one story and their story point to each other
            op.execute("DELETE FROM source WHERE story_id IS NOT NULL")
            if op.get_context().dialect.name != "sqlite":
                op.drop_constraint("fk_source_story_id", "source", type_="foreignkey")
        op.drop_table(table)
