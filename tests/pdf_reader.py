"""Reads what a PDF of Qt says: its letters as a reader would copy them, its pictures, its names."""

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>\s*Tj")
_RANGE = re.compile(rb"<(\w+)> <(\w+)> (?:\[([^\]]*)\]|<(\w+)>)")
_SINGLE = re.compile(rb"<(\w+)> <(\w+)>\n")


@dataclass(frozen=True)
class Pdf:
    pages: tuple[str, ...]
    title: str
    metadata: bytes  # everything that is neither a page, a picture nor a typeface
    images: tuple[bytes, ...]
    filters: tuple[bytes, ...]  # how the pictures are packed
    fonts: tuple[str, ...]
    embedded: int  # typefaces whose letters are in the file

    @property
    def text(self) -> str:
        return "\n".join(self.pages)


def read_pdf(content: bytes) -> Pdf:
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    maps = {
        number: _letters(_stream(objects[int(found.group(1))]))
        for number, body in objects.items()
        if b"/Type0" in body and (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    (kids,) = re.findall(rb"/Kids \n?\[\n(.*?)\]", content, re.DOTALL)
    pages = [objects[int(number)] for number in re.findall(rb"(\d+) 0 R", kids)]
    contents = [int(re.search(rb"/Contents (\d+) 0 R", page).group(1)) for page in pages]
    images = [body for body in objects.values() if b"/Subtype /Image" in body]
    fonts = re.findall(rb"/FontName /\w+\+([\w-]+)", content)
    title = re.search(rb"/Title \((.*?)\)\n", content, re.DOTALL)
    plain = [body for body in objects.values() if b"stream" not in body or b"/XML" in body]
    return Pdf(
        tuple(_page_text(_stream(objects[number]), maps) for number in contents),
        _unescaped(title.group(1)).decode("utf-16") if title else "",
        b"\n".join(plain),
        tuple(_raw(body) for body in images),
        tuple(re.search(rb"/Filter /(\w+)", body).group(1) for body in images),
        tuple(sorted({font.decode() for font in fonts})),
        len(re.findall(rb"/FontFile\d? \d+ 0 R", content)),
    )


def _raw(body: bytes) -> bytes:
    return body.split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]


def _stream(body: bytes) -> bytes:
    raw = _raw(body)
    return zlib.decompress(raw) if b"/FlateDecode" in body.split(b"stream\n", 1)[0] else raw


def _letters(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(rb"beginbfrange\n(.*?)endbfrange", cmap, re.DOTALL):
        for start, end, listed, first in _RANGE.findall(part):
            for number in range(int(start, 16), int(end, 16) + 1):
                step = number - int(start, 16)
                if listed:
                    found[number] = _utf16(re.findall(rb"<(\w+)>", listed)[step])
                else:
                    found[number] = chr(int(first, 16) + step)
    for part in re.findall(rb"beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL):
        for glyph, letter in _SINGLE.findall(part):
            found[int(glyph, 16)] = _utf16(letter)
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _page_text(content: bytes, maps: dict[int, dict[int, str]]) -> str:
    """Each run of letters of one text object; a line on the page is a line here."""
    lines = []
    for block in re.findall(rb"BT\n(.*?)ET", content, re.DOTALL):
        font, said = 0, ""
        for number, glyphs in _SHOWN.findall(block):
            if number:
                font = int(number)
                continue
            codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
            said += "".join(maps[font].get(code, "\ufffd") for code in codes)
        lines.append(said)
    return "\n".join(lines)


def _unescaped(raw: bytes) -> bytes:
    return re.sub(rb"\\([()\\])", rb"\1", raw)
