"""NewsML 1.x: NewsItems of nested NewsComponents, of which the main text of one language is the story.

Element names are the standard's (https://iptc.org/standards/newsml-1/). The PublicIdentifier ends with the revision;
without it, it is the item. Headlines, summaries, captions and tweets come as components of their own and are no body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lxml import etree

from claims.errors import MalformedStory
from claims.records import Document, Problem, Story
from claims.text import Span
from claims.wire import content, xml
from claims.wire.envelope import Parts, story
from claims.wire.fields import dateline, limited, or_problem, said, sender, stand_in, unidentified
from claims.wire.hint import Hint
from claims.wire.markup import line
from claims.wire.sniff import root

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MAIN_ROLES = frozenset({"main", "body", "story", "article", "maintext", "main text", "text"})
_OTHER_ROLES = frozenset(
    """abstract caption captions contact contactinfo dateline headline keyword keywords quicklook slugline stylesheet
    subheadline summary supporting thumbnail tweettext""".split()
)
_PREFERRED_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Text:
    """One component's text with its role and language, and whether it has a headline of its own."""

    element: etree._Element
    role: str
    language: str


sniffer = root("NewsML")


def read(document: Document, hint: Hint) -> Iterator[Story | Problem]:
    """Each NewsItem as a story, in the order of the file. Raises MalformedStory where there is none."""
    parsed = xml.parse(document.content)
    items = limited(list(parsed.root.iter("{*}NewsItem")))
    if not items:
        raise MalformedStory("no NewsItem in it")
    envelope = parsed.root.find("{*}NewsEnvelope")
    for number, item in enumerate(items, 1):
        where = _guid(item) or f"item {number}"
        yield or_problem(partial(_story, item, envelope, parsed.warnings, document, hint), document, where)


def _story(
    item: etree._Element, envelope: etree._Element | None, warnings: tuple[str, ...], document: Document, hint: Hint
) -> Story:
    texts = [found for data in item.iter("{*}DataContent") if (found := _text(data, item))]
    chosen, notes = _chosen(texts)
    headline = _headline(item, chosen)
    ed_note = _ed_note(item)
    body, more = _body(item, chosen, headline, ed_note)
    management = item.find("{*}NewsManagement")
    parts = Parts(
        body=body,
        headline=headline,
        headline_span=Span(0, len(body)) if body == headline else None,
        agency=_agency(item, envelope),
        guid=_guid(item),
        version=line(item.find(".//{*}NewsIdentifier/{*}RevisionId")) or None,
        published=_managed(management, "ThisRevisionCreated") or _managed(management, "FirstCreated") or None,
        embargoed=_embargoed(management),
        kind=_formal(management, "Instruction") or None,
        status=_formal(management, "Status") or None,
        slugline=_news_line(item, chosen, "SlugLine") or line(item.find(".//{*}Identification/{*}NameLabel")),
        byline=_news_line(item, chosen, "ByLine"),
        credit_line=_news_line(item, chosen, "CreditLine"),
        dateline=dateline(_news_line(item, chosen, "DateLine")),
        located=_located(item),
        ed_note=ed_note,
        language=(chosen[0].language if chosen else "") or item.get(_XML_LANG),
        warnings=warnings + notes + more + unidentified(_guid(item)),
    )
    return story(parts, document, hint, "newsml1")


def _text(data: etree._Element, item: etree._Element) -> _Text | None:
    """A component's content if it is text; pictures and style sheets are not."""
    holder = data.getparent()
    medium = _formal(holder, "MediaType").lower()
    mime = _formal(holder, "MimeType").lower()
    if medium not in ("", "text", "complexdata") or mime.startswith(("image/", "video/", "audio/", "text/css")):
        return None
    role = language = ""
    for above in data.iterancestors():
        role = role or _formal(above, "Role")
        language = language or _formal(above.find("{*}DescriptiveMetadata"), "Language") or above.get(_XML_LANG, "")
        if above is item:
            break
    return _Text(data, role.strip().lower(), language.strip().lower())


def _chosen(texts: list[_Text]) -> tuple[list[_Text], tuple[str, ...]]:
    """The texts that make the body, all of one language, and a warning where others are left out."""
    wanted = [text for text in texts if text.role not in _OTHER_ROLES] or [t for t in texts if t.role == "caption"]
    wanted = [text for text in wanted if text.role in _MAIN_ROLES] or wanted
    languages = list(dict.fromkeys(text.language for text in wanted))
    if len(languages) < 2:
        return wanted, ()
    first = next((name for name in languages if name.startswith(_PREFERRED_LANGUAGE)), languages[0])
    others = ", ".join(name or "unnamed" for name in languages if name != first)
    return [text for text in wanted if text.language == first], (f"its versions in other languages left out: {others}",)


def _body(item: etree._Element, chosen: list[_Text], headline: str, ed_note: str) -> tuple[str, tuple[str, ...]]:
    copies = (_copy(text.element) for text in chosen)
    if body := "\n\n".join(dict.fromkeys(copy for copy in copies if copy)):
        caption = chosen[0].role == "caption"
        return body, ("no text but a caption",) if caption else ()
    if item.find(".//{*}NewsComponent") is None and item.find(".//{*}Update") is not None:
        raise MalformedStory("an update instruction without a text", "ask for the whole item")
    label = line(item.find(".//{*}Identification/{*}NameLabel"))
    return stand_in(headline=headline, editors_note=ed_note, slug=label)


def _copy(data: etree._Element) -> str:
    encoding = data.getparent().find("{*}Encoding")
    notation = "" if encoding is None else encoding.get("Notation", "").lower()
    return content.of_base64(data.text or "") if "base64" in notation else content.copy_in(data)


def _headline(item: etree._Element, chosen: list[_Text]) -> str:
    lines = (_news_line(item, chosen, "HeadLine"), *(line(hl) for hl in item.iter("{*}hl1")))
    return next((said(found) for found in lines if said(found)), "")


def _news_line(item: etree._Element, chosen: list[_Text], name: str) -> str:
    """A line of the NewsLines nearest above the text, else of the first component that has it."""
    for above in chosen[0].element.iterancestors("{*}NewsComponent") if chosen else ():
        if found := said(line(above.find(f"{{*}}NewsLines/{{*}}{name}"))):
            return found
    return next((found for element in item.iter(f"{{*}}{name}") if (found := said(line(element)))), "")


def _guid(item: etree._Element) -> str | None:
    """The PublicIdentifier without its revision, or what it would be made of."""
    identifier = item.find(".//{*}NewsIdentifier")
    if identifier is None:
        return None
    public = line(identifier.find("{*}PublicIdentifier"))
    revision = line(identifier.find("{*}RevisionId"))
    if public:
        return public.removesuffix(f":{revision}") if revision else public
    parts = [line(identifier.find(f"{{*}}{name}")) for name in ("ProviderId", "DateId", "NewsItemId")]
    return "urn:newsml:" + ":".join(parts) if parts[2] else None


def _embargoed(management: etree._Element | None) -> str | None:
    """When an embargoed item becomes usable, where it says so."""
    if management is None or _formal(management, "Status").lower() != "embargoed":
        return None
    return line(management.find("{*}StatusWillChange/{*}DateAndTime")) or None


def _ed_note(item: etree._Element) -> str:
    notes = [line(found) for found in item.iterfind(".//{*}NewsManagement//{*}Comment")]
    notes += [line(found, " ") for found in item.iterfind(".//{*}NewsLine[{*}NewsLineType]") if _is_note(found)]
    return " ".join(dict.fromkeys(said(note) for note in notes if said(note)))


def _is_note(news_line: etree._Element) -> bool:
    sort = news_line.find("{*}NewsLineType").get("FormalName", "").lower()
    return "note" in sort or "correction" in sort or "advisory" in sort


def _located(item: etree._Element) -> str | None:
    for place in item.iterfind(".//{*}Location"):
        values = {p.get("FormalName", "").lower(): p.get("Value", "") for p in place.iterfind("{*}Property")}
        if city := said(values.get("city", "")):
            return city
    return None


def _agency(item: etree._Element, envelope: etree._Element | None) -> str | None:
    parties = [f".//{{*}}AdministrativeMetadata/{{*}}{who}/{{*}}Party" for who in ("Provider", "Source", "Creator")]
    named = [found.get("FormalName", "") for path in parties for found in item.iterfind(path)]
    sent_by = envelope.find(".//{*}SentFrom/{*}Party") if envelope is not None else None
    return sender(
        line(item.find(".//{*}NewsIdentifier/{*}ProviderId")),
        "" if sent_by is None else sent_by.get("FormalName", ""),
        *(line(found) for found in item.iter("{*}CreditLine")),
        *named,
        *(line(found) for found in item.iter("{*}CopyrightLine")),
    )


def _managed(management: etree._Element | None, name: str) -> str:
    return "" if management is None else line(management.find(f"{{*}}{name}"))


def _formal(element: etree._Element | None, name: str) -> str:
    """The FormalName of a child; "" where there is none."""
    child = None if element is None else element.find(f"{{*}}{name}")
    return "" if child is None else str(child.get("FormalName", ""))
