"""Writes papers as PDF: letters that can be searched and copied, pictures as JPEG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from massage_trainer.domain.paper import words
from massage_trainer.services.export.whole_file import ExportError, write_whole
from massage_trainer.services.paper.pages import (
    CONTENT_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SetPaper,
    fill_pages,
    paint_page,
)
from massage_trainer.services.paper.setter import Decorate, Setter
from massage_trainer.services.paper.stills import Stills

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.paper.model import Paper

_DOTS_PER_INCH: Final = 1440
_PROGRAM: Final = "massage-trainer"
# Which letters a run of glyphs stands for; of the same length whatever letter it is.
_LISTED: Final = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_TABULATOR: Final = b"<0009>"
_SPACE: Final = b"<0020>"


@dataclass(frozen=True, slots=True)
class Written:
    """What a paper came to; ``lacking`` are letters that no typeface of this computer has."""

    pages: int
    size: int
    lacking: tuple[str, ...] = ()


def set_paper(paper: Paper, plates: Path, decorate: Decorate) -> SetPaper:
    """Find the place of everything; ``plates`` is the folder of the pictures."""
    setter = Setter(Stills(plates), decorate, CONTENT_WIDTH)
    chunks = setter.chunks(paper)
    lacking = frozenset[str]().union(*(chunk.lacking for chunk in chunks))
    note = words.LACKING.in_language(paper.language) if lacking else ""
    return SetPaper(paper.title, paper.language, paper.foot, fill_pages(chunks), lacking, note)


def write_pdf(paper: SetPaper, path: Path) -> Written:
    """Replace the file; raises ExportError with a sentence."""
    content = pdf_bytes(paper)
    write_whole(path, content)
    return Written(len(paper.pages), len(content), tuple(sorted(paper.lacking)))


def pdf_bytes(paper: SetPaper) -> bytes:
    """The bytes of the file; it calls itself by the paper's title."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setCreator(_PROGRAM)
    writer.setResolution(_DOTS_PER_INCH)
    paint_on(paper, writer)
    buffer.close()
    return _LISTED.sub(_spaced, bytes(data.data()))


def _spaced(listed: re.Match[bytes]) -> bytes:
    """Qt writes that the glyph of a space is a tabulator: who copies or searches would find it."""
    return listed.group().replace(_TABULATOR, _SPACE)


def paint_on(paper: SetPaper, device: QPagedPaintDevice) -> None:
    """All pages, on a file or a printer, whatever margins the printer wants."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError("Máy in không nhận trang in.", "The printer does not take the pages.")
    painter.scale(device.width() / PAGE_WIDTH, device.height() / PAGE_HEIGHT)
    for number in range(len(paper.pages)):
        if number and not device.newPage():
            painter.end()
            raise ExportError("Không in được trang mới.", "A new page cannot be printed.")
        paint_page(painter, paper, number)
    painter.end()
