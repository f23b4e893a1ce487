from __future__ import annotations

from datetime import UTC, datetime

from tests.wire.reading import one, read, refused

COPY = (
    "PORT ELLIS, May 24 (Reuters) - The ferry sank on Friday, police"
    " said.\n\nNobody was hurt, the harbour master said.\n"
)


def mail(
    body: str = COPY, subject: str = "Ferry sinks", more: str = "", sender: str = "Ana Bell <ana@harbour.example>"
) -> str:
    return f"From: {sender}\nSubject: {subject}\nDate: Fri, 24 May 2024 12:00:00 +0200\n{more}\n{body}"


def multipart(*parts: str, kind: str = "mixed") -> str:
    head = f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"\n'
    return mail("".join(f"--b\n{part}\n" for part in parts) + "--b--\n", more=head)


def test_a_mail_with_a_story_is_a_story() -> None:
    story = one(mail())
    assert (story.format, story.headline, story.agency, story.dateline) == (
        "email",
        "Ferry sinks",
        "Reuters",
        "PORT ELLIS",
    )
    assert story.published == datetime(2024, 5, 24, 10, tzinfo=UTC)
    assert "dated by its mail, which may be later than the story" in story.warnings


def test_a_forwarded_mail_is_dated_by_its_block_and_not_by_itself() -> None:
    block = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Desk "
        "<d@a.example>\nDate: Thu, 23 May 2024 08:00:00 +0000\nSubject: Ferry adrift\n\n"
    )
    story = one(mail(block + COPY, subject="Fwd: FW: Ferry"))
    assert story.published == datetime(2024, 5, 23, 8, tzinfo=UTC)
    assert story.headline == "Ferry adrift"
    assert "See below" not in story.body
    undated = one(mail(subject="WG: Ferry sinks"))
    assert undated.headline == "Ferry sinks"
    assert undated.published is None
    assert any(warning.startswith("passed on in a mail of") for warning in undated.warnings)


def test_labels_at_the_top_are_fields_and_no_copy() -> None:
    story = one(mail("Slug\n\nHeadline: Ferry goes down\nByline: Ana Bell\nAbstract: It sank.\n\n" + COPY))
    assert (story.headline, story.byline) == ("Ferry goes down", "Ana Bell")
    assert story.body.startswith("PORT ELLIS")


def test_the_plain_part_is_taken_before_the_html_and_the_html_where_it_is_alone() -> None:
    plain = f"Content-Type: text/plain; charset=utf-8\n\n{COPY}"
    html = (
        "Content-Type: text/html; charset=utf-8\n\n<p>The ferry sank on Friday, police said."
        "</p><p>Nobody was hurt, they said.</p>"
    )
    assert one(multipart(html, plain, kind="alternative")).body.startswith("PORT ELLIS")
    assert one(multipart(html)).body.strip() == "The ferry sank on Friday, police said.\n\nNobody was hurt, they said."


def test_quoted_printable_and_a_declared_encoding_are_undone() -> None:
    part = (
        "Content-Type: text/plain; charset=Windows-1252\nContent-Transfer-Encoding: quoted-printable\n\nHe"
        " said =93no=94 on Friday, =\nas the ferry sank, and would not go on."
    )
    assert one(multipart(part)).body.strip() == "He said “no” on Friday, as the ferry sank, and would not go on."


def test_an_encoded_subject_is_decoded_and_a_broken_one_kept() -> None:
    assert one(mail(subject="=?utf-8?Q?F=C3=A4hre_sinkt?=")).headline == "Fähre sinkt"
    assert one(mail(subject="=?utf-8?B?####?=")).headline


def test_an_unknown_encoding_and_date_are_told() -> None:
    text = mail(more="Content-Type: text/plain; charset=klingon\n").replace(
        "Fri, 24 May 2024 12:00:00 +0200", "nonsense"
    )
    warnings = one(text).warnings
    assert any("klingon" in warning for warning in warnings)
    assert any("nonsense" in warning for warning in warnings)


def test_attachments_are_named_and_left_out() -> None:
    zipped = (
        "Content-Type: application/zip\nContent-Disposition: attachment;"
        ' filename="../../evil.zip"\nContent-Transfer-Encoding: base64\n\nUEsDBA=='
    )
    story = one(multipart(f"Content-Type: text/plain\n\n{COPY}", zipped))
    assert "1 attachment(s) left out: application/zip" in story.warnings


def test_flowed_text_is_joined() -> None:
    story = one(
        mail(
            "The ferry sank on Friday, \npolice said on the quay.\n\nNobody was hurt, they said.",
            more="Content-Type: text/plain; format=flowed\n",
        )
    )
    assert story.body.startswith("The ferry sank on Friday, police said")


def test_a_mail_without_a_story_is_refused() -> None:
    assert "no story text" in refused(mail("")).message
    assert "no story text" in refused(mail("one picture as a test\n\n--\n")).message


def test_parts_within_parts_have_a_limit() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000))
    assert "more parts" in refused(f"From: a@b.example\nMIME-Version: 1.0\n{deep}").message


def test_the_senders_agency_is_known_by_its_domain() -> None:
    assert one(mail(COPY.replace("(Reuters) ", ""), sender="Desk <desk@tass.ru>")).agency == "TASS"


def test_a_text_with_a_colon_is_no_mail() -> None:
    assert [story.format for story in read(COPY.replace("PORT", "Note: PORT"))] == ["text"]  # type: ignore[union-attr]
