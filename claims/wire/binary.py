"""Files that are no copy, by their first bytes: refused by name, so that nobody reads a picture as Windows-1252."""

from __future__ import annotations

from claims.errors import UnknownFormat

_AS_TEXT = "save it as text or export it as NewsML, and import that"
_EXPORT = "export the stories in it as text, HTML or JSON"

# First bytes → what it is, and what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "an Office document or archive of a kind that is not read", "save it as DOCX or text"),
    (b"%PDF", "a PDF, not text", _AS_TEXT),
    (b"\x89PNG", "a picture (PNG), not text", ""),
    (b"\xff\xd8\xff", "a picture (JPEG), not text", ""),
    (b"GIF8", "a picture (GIF), not text", ""),
    (b"RIFF", "a picture or sound (RIFF), not text", ""),
    (b"II*\x00", "a picture (TIFF), not text", ""),
    (b"MM\x00*", "a picture (TIFF), not text", ""),
    (b"\x7fELF", "a binary program (ELF), not text", ""),
    (b"MZ\x90\x00", "a binary program (Windows), not text", ""),
    (b"\xca\xfe\xba\xbe", "a binary program, not text", ""),
    (b"\xcf\xfa\xed\xfe", "a binary program (macOS), not text", ""),
    (b"SQLite format 3\x00", "an SQLite database, not text", _EXPORT),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file, not text", "save it as DOCX or text"),
    (b"{\\rtf", "RTF, which is not read", "save it as DOCX or text"),
    (b"ID3", "sound (MP3), not text", ""),
    (b"OggS", "sound (Ogg), not text", ""),
    (b"\x1aE\xdf\xa3", "a film (Matroska), not text", ""),
    (b"BZh", "compressed with bzip2, which is not read", "unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz, which is not read", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, which is not read", "unpack it first"),
    (b"Rar!", "a RAR archive, which is not read", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd, which is not read", "unpack it first"),
    (b"PAR1", "a Parquet table, which is not read", _EXPORT),
    (b"wOF", "a font, not text", ""),
)
_SAMPLE = 4_096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x01\x02\x03\x04\x11\x12\x13\x14\x15\x16\x1a\x1b\x1e\x1f"))
_MOST_CONTROLS = 0.02  # of the sample; copy with stray control bytes stays below


def refuse(content: bytes, decoded: str) -> None:
    """Raise UnknownFormat where the bytes are a known binary format, a tar archive, or full of control bytes."""
    for magic, what, remedy in _MAGIC:
        if content.startswith(magic):
            raise UnknownFormat(what, remedy or None)
    if content[4:8] == b"ftyp":
        raise UnknownFormat("a film or picture (MP4), not text")
    if content[257:262] == b"ustar":
        raise UnknownFormat("a tar archive, which is not read", "unpack it first, or pack it as zip")
    sample = decoded[:_SAMPLE].encode("utf-8", "replace")
    if sum(map(sample.count, (bytes([byte]) for byte in _CONTROLS if byte))) > len(sample) * _MOST_CONTROLS:
        raise UnknownFormat("binary, not text")
