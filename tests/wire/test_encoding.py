from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import MalformedStory
from claims.wire.encoding import codec, decode

COPY = "PARIS – “We did not fire,” she said. The café’s owner lost €5 million.\n"
RUSSIAN = "ГОРОДСК, 24 мая. Министерство заявило о взятии села, сообщили в пятницу.\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_a_byte_order_mark_says_what_it_is_and_is_dropped(encoding: str) -> None:
    assert decode(COPY.encode(encoding)).text == COPY


def test_a_byte_order_mark_counts_more_than_what_is_declared() -> None:
    assert decode(b"\xef\xbb\xbf" + COPY.encode(), declared="koi8-r").text == COPY


def test_what_is_declared_counts_more_than_what_the_bytes_look_like() -> None:
    assert decode(RUSSIAN.encode("iso8859-5"), declared="ISO-8859-5").text == RUSSIAN


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    assert decode(COPY.encode("cp1252"), declared="iso-8859-1").text == COPY


def test_utf_8_that_is_declared_windows_1252_is_read_as_utf_8_and_said_so() -> None:
    found = decode(COPY.encode(), declared="windows-1252")
    assert found.text == COPY
    assert "really UTF-8" in found.warnings[0]


def test_an_unknown_encoding_is_told_from_the_bytes_and_warned_of() -> None:
    found = decode(COPY.encode(), declared="klingon")
    assert found.text == COPY
    assert "klingon" in found.warnings[0]


def test_a_declared_encoding_that_does_not_fit_is_warned_of() -> None:
    found = decode(COPY.encode("cp1252"), declared="utf-8")
    assert found.text == COPY
    assert "not the utf-8 it is declared as" in found.warnings[0]


@pytest.mark.parametrize("name", ["UTF-7", "utf7", "unicode-1-1-utf-7"])
def test_utf_7_is_refused_by_name(name: str) -> None:
    with pytest.raises(MalformedStory, match="not read"):
        decode(b"+ADw-", declared=name)


@pytest.mark.parametrize("name", ["utf8", "'utf8'", "UTF_8", "x-sjis", "gb2312"])
def test_the_list_of_encodings_knows_their_other_names(name: str) -> None:
    assert codec(name) is not None


def test_an_encoding_of_python_that_is_not_on_the_list_is_not_read() -> None:
    assert codec("rot13") is None
    assert codec("unicode_escape") is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_nuls(encoding: str) -> None:
    found = decode(COPY.encode(encoding))
    assert (found.text, found.encoding) == (COPY, encoding)


def test_undeclared_bytes_are_windows_1252_and_not_latin_1() -> None:
    found = decode(COPY.encode("cp1252"))
    assert found.text == COPY
    assert found.warnings == ("not UTF-8; read as Windows-1252",)


def test_text_that_is_half_utf_8_and_half_windows_1252_is_read_whole() -> None:
    found = decode(COPY.encode() + COPY.encode("cp1252"))
    assert found.text == COPY * 2
    assert "6 bytes" in found.warnings[0]


def test_a_last_character_cut_short_is_replaced_and_the_rest_kept() -> None:
    found = decode((RUSSIAN + "Иванов").encode()[:-1])
    assert found.text == RUSSIAN + "Ивано\ufffd"
    assert found.warnings


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_cyrillic_code_pages_are_told_apart_by_their_small_letters(encoding: str) -> None:
    found = decode(RUSSIAN.encode(encoding))
    assert (found.text, found.encoding) == (RUSSIAN, encoding)
    assert encoding in found.warnings[0]


def test_german_copy_is_not_taken_for_chinese() -> None:
    text = "Köln – Die Süßwarenhändler drängen auf größere Zuschüsse für Übergänge.\n"
    assert decode(text.encode("cp1252")).text == text


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin1", "big5", "euc-jp", "klingon", "utf-16"]))
def test_any_bytes_decode(content: bytes, declared: str | None) -> None:
    assert isinstance(decode(content, declared).text, str)


@given(st.text(max_size=200))
def test_utf_8_comes_back_as_it_went_in(text: str) -> None:
    plain = text.replace("\x00", "").lstrip("\ufeff")
    assert decode(plain.encode("utf-8", "ignore")).text == plain.encode("utf-8", "ignore").decode()
