"""Small parts that the XML formats share."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from massage_trainer.domain.text import LocalizedText

# What XML 1.0 cannot hold in any way.
_NO_LETTERS: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """A new last child."""
    found = ET.SubElement(parent, tag, attributes)
    if text:
        found.text = _NO_LETTERS.sub("", text)
    return found


def both_as_html(words: LocalizedText) -> str:
    """Both languages, each a paragraph that says which it is."""
    return f'<p lang="vi">{escape(words.vi)}</p><p lang="en">{escape(words.en)}</p>'


def document(root: ET.Element) -> bytes:
    """The whole file, with its declaration in the very first line."""
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
