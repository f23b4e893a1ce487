from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.wire import markup, xml


def copy(html: str) -> list[str]:
    return markup.text(xml.fragment(html)).split("\n\n")


def test_blocks_become_paragraphs_and_inline_marks_nothing() -> None:
    assert copy("<div><p>The <b>mayor</b> of <i>Port</i>&nbsp;Ellis said no.</p><p>Nobody asked.</p></div>") == [
        "The mayor of Port Ellis said no.",
        "Nobody asked.",
    ]


def test_a_break_inside_a_sentence_is_a_soft_wrap() -> None:
    assert copy("<p>Two ferries met in the <br />harbour mouth on Tuesday.</p>") == [
        "Two ferries met in the\nharbour mouth on Tuesday."
    ]


def test_breaks_after_whole_sentences_part_paragraphs() -> None:
    assert copy("<p>The ferry sank.<br/>Nobody was hurt.<br/>The captain was held.</p>") == [
        "The ferry sank.",
        "Nobody was hurt.",
        "The captain was held.",
    ]


def test_two_breaks_part_paragraphs_whatever_the_sentences() -> None:
    assert copy("<p>Results on Tuesday<br/><br/>North 2 South 1</p>") == ["Results on Tuesday", "North 2 South 1"]


def test_a_single_element_that_hides_all_paragraphs_is_cut_at_empty_and_indented_lines() -> None:
    by_empty = "<p>The ferry sank\nin the bay.\n \n (Reporting by Ana Bell)</p>"
    assert copy(by_empty) == ["The ferry sank in the bay.", "(Reporting by Ana Bell)"]
    by_indent = "<p>\n   The ferry sank\nin the bay.\n   Nobody was hurt,\npolice said.</p>"
    assert copy(by_indent) == ["The ferry sank in the bay.", "Nobody was hurt, police said."]


def test_an_empty_line_of_the_template_inside_a_sentence_is_no_paragraph() -> None:
    assert copy("<p>The mayor of\n\n   <a>Port Ellis</a>\n\n  said no.</p>") == ["The mayor of Port Ellis said no."]


def test_a_row_of_a_table_is_one_paragraph_with_tabs() -> None:
    table = "<table>\n<tr>\n<th>Team</th>\n<th>Won</th>\n</tr>\n<tr>\n<td><p>North</p></td>\n<td>2</td>\n</tr></table>"
    assert copy(table) == ["Team\tWon", "North\t2"]


def test_scripts_styles_comments_and_hidden_text_are_no_copy() -> None:
    page = (
        "<p>Seen.</p><script>var a='<p>No</p>'</script><style>p{}</style><!-- No -->"
        "<p hidden>No</p><p style='color:red; DISPLAY : none'>No</p><p style='visibility:hidden'>No</p>tail"
    )
    assert copy(page) == ["Seen.", "tail"]


def test_the_words_behind_a_left_out_element_stay() -> None:
    assert copy("<p>Before <script>x</script>after.</p>") == ["Before after."]


def test_a_quotation_element_has_its_marks() -> None:
    assert copy("<p>He said <q>no</q> and <q>“never”</q>.</p>") == ["He said “no” and “never”."]


def test_preformatted_lines_stay_lines() -> None:
    assert copy("<pre>Contact: Ana Bell\nana@ferry.example</pre>") == ["Contact: Ana Bell\nana@ferry.example"]


def test_a_string_without_tags_is_plain_text_even_with_a_ticker_in_it() -> None:
    assert markup.from_html("Ferry Holdings <FRY.N> said no &amp; left.") == "Ferry Holdings <FRY.N> said no & left."
    assert markup.line_from_html("Ferry <b>sinks</b> &amp; burns") == "Ferry sinks & burns"


def test_plain_text_is_unwrapped_and_its_paragraphs_found() -> None:
    assert markup.from_plain("The ferry\r\nsank.\r\n\r\nNobody was\r\nhurt.") == "The ferry sank.\n\nNobody was hurt."


@given(st.text(alphabet='<>/pbrtdq \n"a.&;', max_size=200))
def test_any_markup_gives_paragraphs_without_blank_ones(html: str) -> None:
    found = markup.from_html(html)
    assert found == "" or all(part.strip() for part in found.split("\n\n"))
