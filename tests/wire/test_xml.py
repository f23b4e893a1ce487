from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims.wire
from claims.errors import MalformedStory, StoryError
from claims.wire import xml

SOURCES = sorted(Path(claims.wire.__file__).parent.rglob("*.py"))
LOL = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))


def refusal(text: str | bytes) -> MalformedStory:
    with pytest.raises(MalformedStory) as caught:
        xml.parse(text if isinstance(text, bytes) else text.encode())
    return caught.value


def text_of(content: str | bytes) -> str:
    root = xml.parse(content if isinstance(content, bytes) else content.encode()).root
    return "".join(root.itertext())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_module_turns_on_what_reads_or_expands_foreign_things(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert not re.search(r"(?:resolve_entities|load_dtd|huge_tree|dtd_validation|recover)[\"']?\s*[=:]\s*True", code)
    assert not re.search(r"no_network[\"']?\s*[=:]\s*False", code)
    assert not re.search(r"\betree\.(?:parse|iterparse|XInclude|XSLT)\(", code)
    if path.name != "xml.py":
        assert not re.search(r"\b(?:XMLParser|XMLPullParser|HTMLParser|HTML|fromstring)\(", code)


def test_a_bomb_of_entities_is_refused_at_once() -> None:
    started = time.perf_counter()
    error = refusal(f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">{LOL}]><a>&l9;</a>')
    assert "entities" in error.message
    assert time.perf_counter() - started < 1


def test_an_entity_that_names_a_file_leaks_nothing() -> None:
    error = refusal('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    assert "root:" not in error.message
    assert error.where == "line 1"


def test_a_document_type_that_is_only_declared_does_no_harm() -> None:
    assert text_of('<!DOCTYPE a PUBLIC "x" "../x.dtd" [<!ENTITY % n SYSTEM "../n.dtd">\n%n;\n]>\n<a>copy</a>') == "copy"


def test_a_document_type_with_brackets_and_quotes_in_comments_is_stepped_over() -> None:
    assert text_of("""<!DOCTYPE a [<!-- ]> it's "odd" --><?pi ]>?><!ENTITY b "]>">]><a>copy</a>""") == "copy"


def test_names_of_html_are_resolved_without_a_declaration() -> None:
    assert text_of("<a>Caf&eacute; &mdash; &amp; &lt;b&gt;</a>") == "Café — & <b>"


def test_white_space_and_a_mark_before_the_declaration_are_no_error() -> None:
    assert text_of(b'\xef\xbb\xbf\n\n <?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><a>x</a>') == "x"


def test_the_line_of_an_error_counts_the_prologue() -> None:
    assert refusal('<?xml version="1.0"?>\n<!DOCTYPE a [\n\n]>\n<a>\n<b></a>').where == "line 6"


def test_control_characters_are_dropped_and_told() -> None:
    parsed = xml.parse(b"<a>one&#5;\x0b two&#x1f;&#10;&#x20;</a>")
    assert "".join(parsed.root.itertext()) == "one two\n "
    assert parsed.warnings == ("3 control characters dropped",)


def test_an_encoding_that_hides_markup_is_refused_by_name() -> None:
    assert "UTF-7" in refusal(b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-').message


def test_utf_8_that_is_declared_otherwise_is_read_as_what_it_is() -> None:
    parsed = xml.parse('<?xml version="1.0" encoding="windows-1252"?><a>Café</a>'.encode())
    assert "".join(parsed.root.itertext()) == "Café"
    assert parsed.warnings


def test_deep_nesting_is_refused_and_no_recursion() -> None:
    assert "deeper" in refusal("<a>" + "<b>" * 60_000 + "</b>" * 60_000 + "</a>").message


def test_a_document_cut_off_is_refused_with_its_line() -> None:
    assert refusal("<a>\n<b>text").where == "line 2"


def test_a_prologue_that_does_not_end_is_refused() -> None:
    for text in ('<!DOCTYPE a [<!ENTITY b "', "<!-- never closed", "<?pi never closed", "<!DOCTYPE " + "<" * 100_000):
        refusal(text)


def test_two_roots_are_refused_and_not_silently_one() -> None:
    refusal("<a>first</a><a>second</a>")


def test_elements_of_a_stream_come_one_by_one_until_it_breaks() -> None:
    found: list[str] = []
    with pytest.raises(MalformedStory) as caught:
        found.extend(str(e.text) for e in xml.stream(xml.prepare(b"<f><i>1</i><i>2</i>\n<i>&x;</i></f>"), "i"))
    assert found == ["1", "2"]
    assert "entities" in caught.value.message
    assert caught.value.where == "line 2"


def test_a_page_has_no_entities_to_declare() -> None:
    page = xml.page(f'<!DOCTYPE html [<!ENTITY l0 "lol">{LOL}]><p>&l9; &eacute;</p>'.encode())
    assert "lollol" not in "".join(page.root.itertext())
    assert "é" in "".join(page.root.itertext())


def test_a_page_nested_too_deep_says_that_a_part_was_not_read() -> None:
    page = xml.page(b"<p>top</p>" + b"<div>" * 60_000 + b"bottom")
    assert any("too deep" in warning for warning in page.warnings)


def test_a_page_is_decoded_as_its_meta_element_says_and_not_as_latin_1() -> None:
    assert "“Да”" in "".join(xml.page("<p>“Да”</p>".encode()).root.itertext())
    declared = '<meta charset="windows-1251"><p>Да, сказал он вчера в Москве</p>'.encode("cp1251")
    assert "сказал" in "".join(xml.page(declared).root.itertext())


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"<a>{text}".encode("utf-8", "replace")))
def test_whatever_the_bytes_only_a_story_error_comes_out(content: bytes) -> None:
    for reading in (xml.parse, xml.page):
        try:
            reading(content)
        except StoryError:
            continue


@given(st.text(alphabet="<>!?-[]\"'%&;# DOCTYPEna\n", max_size=120))
def test_a_prologue_of_any_shape_is_cut_or_refused(text: str) -> None:
    try:
        rest = xml.cut_prologue("<!DOCTYPE a [" + text)
    except StoryError:
        return
    assert rest.strip("\n") in text
