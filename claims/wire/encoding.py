"""Bytes to text: BOM, then what the file declares, then what its bytes can only be. A closed list, no free guesser.

A statistical guesser was tried and read German wire copy as gb18030. The order here is: byte order mark; the encoding
the file declares, if it is on the list and fits; strict UTF-8; UTF-16 by its pattern of NULs; UTF-8 with stray bytes in
it, which are read as Windows-1252; a Cyrillic test; Windows-1252, which every byte string is.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claims.errors import MalformedStory

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What may be declared. ASCII and Latin-1 mean Windows-1252, as in browsers; UTF-7 is not here: it hides markup.
_ALLOWED = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "cp65001"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf16", "utf-16-le", "utf-16le", "unicode", "ucs-2"), "utf-16-le"),
    **dict.fromkeys(("utf-16-be", "utf-16be"), "utf-16-be"),
    **dict.fromkeys(("us-ascii", "ascii", "ansi", "iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("windows-1252", "cp1252", "iso-ir-100", "x-ansi"), "cp1252"),
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"iso8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"windows-{n}": f"cp{n}" for n in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874)},
    **{f"cp{n}": f"cp{n}" for n in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874, 437, 850, 852, 866)},
    **dict.fromkeys(("ibm866", "ibm437", "ibm850", "ibm852"), "cp866"),
    "ibm437": "cp437",
    "ibm850": "cp850",
    "ibm852": "cp852",
    **dict.fromkeys(("koi8-r", "koi8r", "koi8"), "koi8-r"),
    **dict.fromkeys(("koi8-u", "koi8u"), "koi8-u"),
    **dict.fromkeys(("macintosh", "x-mac-roman", "mac-roman", "macroman"), "mac-roman"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932"), "cp932"),
    **dict.fromkeys(("euc-jp", "eucjp", "x-euc-jp"), "euc-jp"),
    "iso-2022-jp": "iso2022-jp",
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cp950"), "big5hkscs"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949", "uhc"), "cp949"),
}

_REFUSED = frozenset({"utf-7", "utf7", "unicode-1-1-utf-7", "x-utf-7", "csunicode11utf7"})
_SAMPLE = 65_536
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PIECE = re.compile(
    rb"((?:[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)|([\x80-\xff])"
)
_CUT_SHORT = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_NEARLY = 4  # stray bytes to each whole multi-byte character still make it UTF-8 with damage
_CYRILLIC_RUN = 3.0  # mean length of a run of high bytes: Cyrillic words 5, accented Latin letters 1


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, what it was decoded with, and what had to be mended."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def codec(name: str) -> str | None:
    """Python's codec for a declared name, None where it is not on the list; a refused one raises MalformedStory."""
    key = name.strip().strip("\"'").lower()
    if key in _REFUSED:
        raise MalformedStory(f"the encoding {key.upper()} is not read", "save it as UTF-8")
    return _ALLOWED.get(key) or _ALLOWED.get(key.replace("_", "-"))


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of `content`; a byte order mark is dropped, nothing else is.

    `declared` is what an XML declaration, a meta element or a mail header says. Raises MalformedStory for an encoding
    that is refused by name; any bytes decode.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _with_mark(content[len(mark) :], encoding)
    notes: tuple[str, ...] = ()
    if declared:
        attempt = _as_declared(content, declared)
        if not attempt.warnings or attempt.text:
            return attempt
        notes = attempt.warnings
    found = _by_content(content)
    return Decoded(found.text, found.encoding, notes + found.warnings)


def _with_mark(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    broken = text.count("\ufffd")
    return Decoded(text, encoding, _replaced(broken, encoding) if broken else ())


def _as_declared(content: bytes, declared: str) -> Decoded:
    """Decoded as declared, or an empty text and a warning where that cannot be."""
    name = codec(declared)
    if name is None:
        return Decoded("", "", (f"unknown encoding {declared.strip()[:40]!r}; told from the bytes instead",))
    if name == "cp1252" and _strict(content, "utf-8") is not None:
        mended = () if content.isascii() else (f"declared {declared}, really UTF-8; read as UTF-8",)
        return Decoded(content.decode("utf-8"), "utf-8", mended)
    text = content.decode(name, "replace") if name == "cp1252" else _strict(content, name)
    if text is None:
        return Decoded("", "", (f"not the {declared} it is declared as; told from the bytes instead",))
    return Decoded(text, name)


def _by_content(content: bytes) -> Decoded:
    if (encoding := _wide(content)) is not None:
        return _with_mark(content, encoding)
    if (text := _strict(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if (mended := _mended(content)) is not None:
        return mended
    if (encoding := _cyrillic(content)) is not None:
        note = f"no encoding declared; read as {encoding}"
        return Decoded(content.decode(encoding, "replace"), encoding, (note,))
    return Decoded(content.decode("cp1252", "replace"), "cp1252", ("not UTF-8; read as Windows-1252",))


def _mended(content: bytes) -> Decoded | None:
    """UTF-8 with a few other bytes in it, None where it is not mostly that.

    A stray byte is a character of Windows-1252 that somebody pasted in, but for the last character of a file cut short.
    """
    stray = sum(match[1] is None for match in _PIECE.finditer(content))
    if len(_MULTIBYTE.findall(content)) * _NEARLY < stray:
        return None
    cut = _CUT_SHORT.search(content)
    body, rest = (content[: cut.start()], "\ufffd") if cut else (content, "")
    text = "".join(_piece(match) for match in _PIECE.finditer(body))
    what = "1 byte that is" if stray == 1 else f"{stray} bytes that are"
    return Decoded(text + rest, "utf-8", (f"{what} no UTF-8 read as Windows-1252 or replaced",))


def _piece(match: re.Match[bytes]) -> str:
    return match[0].decode("cp1252" if match[1] is None else "utf-8", "replace")


def _replaced(count: int, encoding: str) -> tuple[str, ...]:
    what = "1 byte that is" if count == 1 else f"{count} bytes that are"
    return (f"{what} no {encoding} replaced by U+FFFD",)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a NUL as every other byte, nothing else has."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _cyrillic(content: bytes) -> str | None:
    """Which Cyrillic code page, by where the small letters stand: most letters of a text are small."""
    runs = _HIGH_RUN.findall(content[:_SAMPLE])
    high = b"".join(runs)
    if len(high) < 12 or len(high) / len(runs) < _CYRILLIC_RUN:
        return None
    small = {
        "cp1251": sum(byte >= 0xE0 for byte in high),
        "koi8-r": sum(0xC0 <= byte <= 0xDF for byte in high),
        "cp866": sum(0xA0 <= byte <= 0xAF or 0xE0 <= byte <= 0xEF for byte in high),
    }
    best = max(small, key=lambda name: (small[name], name == "cp1251"))
    return best if small[best] > len(high) * 0.6 else None
