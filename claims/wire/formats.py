"""The formats, as one table: name, what it looks like, who reads it, and the endings that break a tie.

The first row whose sniffer says yes reads the file, so what is surer stands higher: magic bytes, wire control bytes,
XML roots, JSON members, mail headers, archive separators, table headers, and text last. A reader is a function
`(document, hint) → iterator of Story | Problem`, one format a file; inside it raises StoryError, and `wire.read` turns
that into a Problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.errors import UnknownFormat
from claims.records import Document, Problem, Story
from claims.wire import binary, sniff
from claims.wire.hint import Hint
from claims.wire.readers import (
    anpa1312,
    apjson,
    claimreview,
    claims_jsonl,
    csv_table,
    docx,
    factiva_html,
    factiva_xml,
    feed,
    html,
    iptc7901,
    mail,
    news_json,
    newsml1,
    newsml_g2,
    nexis_html,
    nexis_text,
    ninjs,
    nitf,
    other_xml,
    reuters_sgml,
    stories_jsonl,
    text,
    warc,
    zczc,
)
from claims.wire.sniff import Sniffer

Reader = Callable[[Document, Hint], Iterator[Story | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """One row: its name is what `--format` takes and what `Story.format` says."""

    name: str
    sniffer: Sniffer
    reader: Reader
    extensions: tuple[str, ...] = ()
    binary: bool = False  # may hold bytes that are no text


FORMATS: tuple[Format, ...] = (
    # magic bytes
    Format("docx", docx.sniffer, docx.read, (".docx",), binary=True),
    Format("warc", warc.sniffer, warc.read, (".warc",), binary=True),
    # wire control bytes
    Format("anpa1312", sniff.matches(r"\x16{1,4}\x01|\x01[A-Za-z]\d{3,5}\x1f"), anpa1312.read, (".tst", ".anpa")),
    Format("iptc7901", sniff.matches("\x01"), iptc7901.read, (".iptc",)),
    # XML and SGML, by the root element
    Format("newsml-g2", newsml_g2.sniffer, newsml_g2.read, (".xml", ".newsml")),
    Format("newsml1", newsml1.sniffer, newsml1.read, (".xml", ".newsml")),
    Format("nitf", nitf.sniffer, nitf.read, (".xml", ".nitf")),
    Format("feed", feed.sniffer, feed.read, (".rss", ".atom", ".xml", ".rdf")),
    Format("factiva-xml", factiva_xml.sniffer, factiva_xml.read, (".xml",)),
    Format("reuters-sgml", reuters_sgml.sniffer, reuters_sgml.read, (".sgm", ".sgml")),
    Format("xml", other_xml.sniffer, other_xml.read, (".xml",)),
    # JSON, by the members of its first record
    Format("apjson", apjson.sniffer, apjson.read, (".json",)),
    Format("claimreview", claimreview.sniffer, claimreview.read, (".json", ".html")),
    Format("ninjs", ninjs.sniffer, ninjs.read, (".json",)),
    Format("stories-jsonl", stories_jsonl.sniffer, stories_jsonl.read, (".jsonl", ".json")),
    Format("claims-jsonl", claims_jsonl.sniffer, claims_jsonl.read, (".jsonl", ".json")),
    Format("news-json", sniff.json, news_json.read, (".json", ".jsonl")),
    # pages: exports of archives before any other
    Format("nexis-html", nexis_html.sniffer, nexis_html.read, (".html", ".htm")),
    Format("factiva-html", factiva_html.sniffer, factiva_html.read, (".html", ".htm")),
    Format("html", html.sniffer, html.read, (".html", ".htm", ".xhtml")),
    # headers of a mail, separators of an archive, envelopes and tables in text
    Format("email", mail.sniffer, mail.read, (".eml",)),
    Format("zczc", sniff.matches(r"ZCZC\b"), zczc.read, (".tst",)),
    Format("nexis-text", nexis_text.sniffer, nexis_text.read, (".txt",)),
    Format("claims-csv", csv_table.claims_sniffer, csv_table.read_claims, (".csv",)),
    Format("csv", csv_table.sniffer, csv_table.read, (".csv", ".tsv")),
    # whatever is left
    Format("text", sniff.anything, text.read, (".txt",)),
)


def named(name: str) -> Format:
    """The format of that name. Raises UnknownFormat with the names there are."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise UnknownFormat(f"there is no format {name!r}", "one of: auto, " + ", ".join(row.name for row in FORMATS))


def chosen(document: Document, name: str = "auto") -> Format:
    """The format asked for by name, else the one the content looks like.

    Raises UnknownFormat where there is no such name, where the content is like none, and where it is binary and the
    format is not: with what it is.
    """
    if not document.content:
        raise UnknownFormat("the file is empty")
    found = sniff.clues(document.content, document.origin)
    row = next((row for row in FORMATS if row.sniffer(found)), None) if name == "auto" else named(name)
    if row is None:
        raise UnknownFormat("there is no text in it")
    if not row.binary:
        binary.refuse(document.content, found.text)
    return row
