"""The copy inside an envelope: NITF, XHTML, escaped HTML or plain text, whichever an item carries."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from claims.errors import MalformedStory
from claims.wire import markup
from claims.wire.encoding import decode

_FULL = "full_text"  # archives give the lead twice: as a block of its own and in the block of this class


def copy_in(element: etree._Element) -> str:
    """The copy an element carries, "" for none: from the NITF or HTML in it, else from its own text."""
    if (nitf := _first(element, "body.content")) is not None:
        return of_nitf(nitf)
    if (body := _first(element, "body")) is not None:
        return markup.text(body)
    if len(element):
        return markup.text(element)
    return markup.from_html(element.text or "")


def of_nitf(content: etree._Element) -> str:
    """The copy of a NITF `body.content`; a photo's caption where there is nothing else."""
    full = [block for block in content.iter("{*}block") if _FULL in block.get("class", "").split()]
    if copy := "\n\n".join(markup.text(block) for block in full) or markup.text(content):
        return copy
    return "\n\n".join(markup.text(caption) for caption in content.iter("{*}media-caption"))


def of_base64(text: str) -> str:
    """Copy that came in Base64. Raises MalformedStory where it is not."""
    try:
        return markup.from_html(decode(base64.b64decode(text, validate=False)).text)
    except (binascii.Error, ValueError) as error:
        raise MalformedStory("its text is damaged Base64") from error


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iter(f"{{*}}{name}"), None)
