"""Word files: a story, or a Nexis export of up to a hundred.

The file is a zip of XML, and is read as such by the same parser as everything else: python-docx would load all of a
hostile file, styles and pictures included, and adds nothing that paragraphs need.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.wire import nexis, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import or_problem
from claims.wire.hint import Hint
from claims.wire.markup import local
from claims.wire.sniff import Clues

_MAIN = "word/document.xml"
_NOT_SHOWN = frozenset({"del", "deltext", "instrtext", "fallback", "movefrom", "ppr", "rpr"})
_TITLES = ("title", "heading1", "titel", "titre", "heading 1")


def sniffer(clues: Clues) -> bool:
    """A zip that names a Word document, or has its ending."""
    zipped = clues.head.startswith(b"PK\x03\x04")
    return zipped and (clues.extension == ".docx" or _MAIN.encode() in clues.head)


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """The story, or each of a Nexis export. Raises MalformedStory for a damaged file or one without text."""
    parsed = xml.parse(_unzipped(document.content, hint.max_size))
    paragraphs = [(_style(found), text) for found in parsed.root.iter("{*}p") if (text := _text(found))]
    exported = nexis.documents([text for _, text in paragraphs])
    for number, found in enumerate(exported, 1):
        yield or_problem(partial(_exported, found, document, hint), document, f"document {number}")
    if not exported:
        yield story(_parts(paragraphs), document, hint, "docx")


def _exported(paragraphs: list[str], document: Document, hint: Hint) -> Story:
    return story(nexis.parts(paragraphs), document, hint, "docx")


def _parts(paragraphs: list[tuple[str, str]]) -> Parts:
    """A title or first heading at the top is the headline; everything else is copy."""
    titled = bool(paragraphs) and paragraphs[0][0].lower() in _TITLES
    body = "\n\n".join(text for _, text in paragraphs[1 if titled else 0 :])
    return Parts(body=body, headline=" ".join(paragraphs[0][1].split()) if titled else "", plain=True)


def _unzipped(content: bytes, limit: int) -> bytes:
    """The main part, of at most `limit` bytes, whatever the archive says of its size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_MAIN) as part:
            data = part.read(limit + 1)
    except KeyError as error:
        raise MalformedStory("a zip without a Word document in it") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise MalformedStory("a damaged or encrypted Word file", "save it again from Word") from error
    if len(data) > limit:
        raise MalformedStory(f"unpacks to more than {limit:,} bytes", "raise --max-size if it is trusted")
    return data


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return "" if style is None else next(iter(style.attrib.values()), "")


def _text(paragraph: etree._Element) -> str:
    """What a reader sees: runs, tabs and breaks; deleted text and field codes are left out."""
    pieces: list[str] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        name = local(element)
        if name in _NOT_SHOWN or (name == "p" and element is not paragraph):
            walker.skip_subtree()
        elif name == "t":
            pieces.append(element.text or "")
        elif name in ("tab", "br", "cr"):
            pieces.append("\t" if name == "tab" else "\n")
    return "".join(pieces).strip()
