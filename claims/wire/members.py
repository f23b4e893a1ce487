"""Members of a JSON object or columns of a table, by the names outlets give them and of the type they should have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Ours → what others call it, the likeliest first; compared without case, "_", "-" and blanks.
NAMES: dict[str, tuple[str, ...]] = {
    "body": (
        "body", "bodytext", "maintext", "articlebody", "fulltext", "articletext", "storytext", "content",
        "text", "article", "story", "fullcontent", "contenttext", "bodyhtml", "bodyxhtml", "contenthtml", "html",
        "plaintext", "textcontent", "rawtext", "cleanedtext", "bodycontent",
    ),
    "teaser": (
        "description", "summary", "shortdescription", "abstract", "snippet", "excerpt", "standfirst", "leadparagraph",
        "trailtext", "lead",
    ),
    "headline": ("headline", "title", "webtitle", "articletitle", "hl1", "newstitle", "heading", "titlepage"),
    "agency": (
        "agency", "provider", "source", "sourcename", "publisher", "outlet", "newsagency", "publication",
        "publishername", "newssource", "sitename", "newspaper", "sourcedomain", "domain", "site", "website",
    ),
    "guid": ("guid", "id", "itemid", "uuid", "storyid", "articleid", "newsid", "docid", "uid", "externalid", "key"),
    "version": ("version", "revision", "rev"),
    "published": (
        "published", "versioncreated", "publishedat", "datepublish", "datepublished", "publishdate", "publisheddate",
        "publishingdate", "datetimepub", "pubdate",
        "webpublicationdate", "publicationdate", "datetime", "date", "timestamp", "created", "createdat",
        "datecreated", "firstcreated", "time", "day", "updated", "datemodify",
    ),
    "byline": ("byline", "author", "authors", "by", "writer", "creator", "reporter", "bylines"),
    "dateline": ("dateline",),
    "credit_line": ("credit", "creditline", "credits", "copyrightnotice"),
    "language": ("language", "lang", "languagecode", "metalang"),
    "url": ("url", "link", "weburl", "articleurl", "canonicallink", "canonicalurl", "sourceurl", "permalink", "href"),
    "kind": ("kind",),
    "status": ("status", "pubstatus"),
    "slugline": ("slugline", "slug"),
    "ed_note": ("ednote", "editornote", "advisory"),
    "located": ("located",),
    "embargoed": ("embargoed", "embargo"),
}  # fmt: skip


def key(name: str) -> str:
    """A member's name for comparing: "date_publish", "datePublish" and "Date Publish" are one."""
    return "".join(char for char in name.casefold() if char not in "_- \t\ufeff")


class Members:
    """The members of one record; what has the wrong type is left out and told in `warnings`."""

    def __init__(self, value: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> None:
        self.warnings: list[str] = []
        self._values = {key(str(name)): member for name, member in reversed(list(value.items()))}
        self._columns = {ours: key(theirs) for ours, theirs in (columns or {}).items()}

    def value(self, *names: str) -> Any:
        """The first member of these names that is there and not empty, whatever its type."""
        for name in names:
            found = self._values.get(self._columns.get(name, key(name)))
            if found not in (None, "", [], {}):
                return found
        return None

    def text(self, *names: str) -> str:
        """The first of these that is a string, or a number where an id or a version may be one; "" where none is."""
        for name in names:
            found = _inner(self.value(name))
            if isinstance(found, str):
                return found
            if isinstance(found, (int, float)) and not isinstance(found, bool):
                return str(found)
            if found is not None:
                self._wrong(name)
        return ""

    def prose(self, *names: str) -> str:
        """As `text`, but a number is none: bodies and headlines. A list of paragraphs is joined."""
        for name in names:
            found = _inner(self.value(name))
            if isinstance(found, list) and all(isinstance(_inner(part), str) for part in found):
                found = "\n\n".join(_inner(part) for part in found)
            if isinstance(found, str) and found.strip():
                return found
            if found is not None and not isinstance(found, str):
                self._wrong(name)
        return ""

    def named(self, field: str) -> str:
        """The field `field` of ours under any of the names in the table."""
        if field in self._columns:
            return self.text(field)
        read = self.prose if field in ("body", "headline") else self.text
        return read(*NAMES[field])

    def copy(self) -> tuple[str, tuple[str, ...]]:
        """The text, else the teaser below a headline with a warning; "" where there is neither."""
        if body := self.named("body"):
            return body, ()
        teaser = self.prose(*NAMES["teaser"]) if self.named("headline") else ""
        return teaser, (f"no text but a teaser of {len(teaser.split())} words",) if teaser else ()

    def people(self, *names: str) -> str:
        """Names of writers: a string, or a list of strings or of objects with a name."""
        for name in names:
            found = self.value(name)
            if isinstance(found, str):
                return found
            people = [_person(entry) for entry in (found if isinstance(found, list) else [found])]
            if any(people):
                return ", ".join(person for person in people if person)
        return ""

    def _wrong(self, name: str) -> None:
        self.warnings.append(f"the member {name!r} is no text; left out")


def _person(entry: Any) -> str:
    if isinstance(entry, dict):
        entry = next((entry[name] for name in ("name", "by", "byline") if isinstance(entry.get(name), str)), None)
    return entry.strip() if isinstance(entry, str) else ""


def _inner(found: Any) -> Any:
    """The string inside an object that says only how it is meant: {"rendered": "…"}, {"main": "…"}, {"name": "…"}."""
    if not isinstance(found, dict):
        return found
    strings = (found.get(name) for name in ("rendered", "main", "value", "text", "name", "title", "content", "#text"))
    return next((inner for inner in strings if isinstance(inner, str)), found)
