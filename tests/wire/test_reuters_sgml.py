from __future__ import annotations

from datetime import UTC, datetime

from claims.records import Problem, Story
from tests.wire.reading import read

STORY = """<REUTERS TOPICS="NO" LEWISSPLIT="TRAIN" OLDID="5" NEWID="{}">
<DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS></TOPICS>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-FERRY-SINKS   02-26 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>FERRY &lt;FRY> SINKS</TITLE>
<DATELINE>    PORT ELLIS, Feb 26 - </DATELINE><BODY>The ferry sank on
Thursday, police said.
    Nobody was hurt, they said,
    as far as they knew.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
"""


def stories(text: str) -> list[Story]:
    return [story for story in read('<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + text) if isinstance(story, Story)]


def test_a_story_brings_its_fields() -> None:
    (story,) = stories(STORY.format(1))
    assert (story.format, story.guid, story.agency, story.language) == ("reuters-sgml", "1", "Reuters", "en")
    assert (story.headline, story.slugline, story.dateline) == (
        "FERRY <FRY> SINKS",
        "BC-FERRY-SINKS",
        "PORT ELLIS, Feb 26 -",
    )
    assert story.published == datetime(1987, 2, 26, 15, 1, 1, 790_000, tzinfo=UTC)
    assert story.zone_known is False
    assert story.body.split("\n\n") == [
        "The ferry sank on Thursday, police said.",
        "Nobody was hurt, they said,",
        "as far as they knew.",
        "Reuter",
    ]


def test_many_stories_in_a_file_and_one_that_does_not_end() -> None:
    found = read(STORY.format(1) + STORY.format(2) + STORY.format(3)[:-15])
    assert [story.guid for story in found if isinstance(story, Story)] == ["1", "2"]
    assert ["does not end" in problem.message for problem in found if isinstance(problem, Problem)] == [True]


def test_a_brief_is_its_headline_and_an_unprocessed_text_its_text() -> None:
    (brief,) = stories('<REUTERS NEWID="3"><TEXT TYPE="BRIEF"><TITLE>FERRY SINKS</TITLE></TEXT></REUTERS>')
    assert brief.body == "FERRY SINKS"
    (bare,) = stories('<REUTERS NEWID="4"><TEXT TYPE="UNPROC">&#2;\nThe ferry sank.\n&#3;</TEXT></REUTERS>')
    assert bare.body == "The ferry sank."
