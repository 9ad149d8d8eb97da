"""Fills pages with chunks, and paints a page with its head and foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from massage_trainer.domain.paper import words
from massage_trainer.services.paper.letters import POINT, SetText, Style, set_text
from massage_trainer.services.paper.signs import draw_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from massage_trainer.services.paper.chunk import Chunk

# An A4 page at 1440 dots per inch, as Qt rounds it.
PAGE_WIDTH: Final = 11_900.0
PAGE_HEIGHT: Final = 16_840.0
SIDE: Final = 51 * POINT
_TOP: Final = 50 * POINT
_BOTTOM: Final = 56 * POINT
_HEAD: Final = 30 * POINT
CONTENT_WIDTH: Final = PAGE_WIDTH - 2 * SIDE
CONTENT_HEIGHT: Final = PAGE_HEIGHT - _TOP - _BOTTOM


@dataclass(frozen=True, slots=True)
class Placed:
    """A chunk with its place, from the upper edge of the content.

    ``scale`` is less than 1 for what is higher than a page: smaller letters rather than lost ones.
    """

    chunk: Chunk
    top: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class SetPage:
    """What stands on a page; ``topic`` is what is gone on with at its top."""

    placed: tuple[Placed, ...]
    topic: str = ""


@dataclass(frozen=True, slots=True)
class SetPaper:
    """A paper on its pages; ``lacking`` are letters that no typeface here has."""

    title: str
    language: str
    foot: str
    pages: tuple[SetPage, ...]
    lacking: frozenset[str]
    note: str = ""  # stands over the foot of each page


def fill_pages(chunks: Sequence[Chunk]) -> tuple[SetPage, ...]:
    """As much on each page as fits; what must not end a page goes on to the next."""
    pages: list[SetPage] = []
    placed: list[Placed] = []
    at = 0.0
    number = 0
    while number < len(chunks):
        group = _group(chunks, number)
        number += len(group)
        high = sum(chunk.gap + chunk.height for chunk in group)
        if placed and (group[0].new_page or at + high > CONTENT_HEIGHT):
            pages.append(_page(placed))
            placed = []
            group[0] = group[0].at_head or group[0]
            if group[0].again:
                group.insert(0, group[0].again)
        if not placed:
            at = -group[0].gap
        for chunk in group:
            at += chunk.gap
            scale = min(1.0, CONTENT_HEIGHT / chunk.height)
            placed.append(Placed(chunk, at, scale))
            at += chunk.height * scale
    if placed:
        pages.append(_page(placed))
    return tuple(pages)


def _group(chunks: Sequence[Chunk], start: int) -> list[Chunk]:
    end = start
    high = chunks[start].gap + chunks[start].height
    while end < len(chunks) - 1 and chunks[end].keep and not chunks[end + 1].new_page:
        high += chunks[end + 1].gap + chunks[end + 1].height
        if high > CONTENT_HEIGHT:
            break  # no page holds them all
        end += 1
    return list(chunks[start : end + 1])


def _page(placed: list[Placed]) -> SetPage:
    return SetPage(tuple(placed), placed[0].chunk.topic)


def paint_page(painter: QPainter, paper: SetPaper, number: int) -> None:
    """Page ``number``, counted from 0, in twentieths of a point."""
    page = paper.pages[number]
    if number:
        _paint_head(painter, paper, page)
    for placed in page.placed:
        painter.save()
        painter.translate(SIDE, _TOP + placed.top)
        painter.scale(placed.scale, placed.scale)
        placed.chunk.paint(painter, 0, 0)
        painter.restore()
    _paint_foot(painter, paper, number)


def _paint_head(painter: QPainter, paper: SetPaper, page: SetPage) -> None:
    half = CONTENT_WIDTH / 2
    _in_one_line(paper.title, half).paint(painter, SIDE, _HEAD - 6 * POINT)
    if page.topic:
        topic = _in_one_line(page.topic, half, Qt.AlignmentFlag.AlignRight)
        topic.paint(painter, SIDE + half, _HEAD - 6 * POINT)
    draw_rule(painter, SIDE, SIDE + CONTENT_WIDTH, _HEAD + 6 * POINT, 0.4)


def _in_one_line(
    text: str, width: float, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> SetText:
    """Shortened where it is longer: under it the page begins."""
    shown = set_text(text, Style.FOOT, width, align)
    while shown.lines > 1 and text:
        text = text[: 9 * len(text) // 10].rstrip()
        shown = set_text(f"{text}…", Style.FOOT, width, align)
    return shown


def _paint_foot(painter: QPainter, paper: SetPaper, number: int) -> None:
    at = PAGE_HEIGHT - 38 * POINT
    if paper.note:
        set_text(paper.note, Style.FOOT, CONTENT_WIDTH).paint(painter, SIDE, at - 13 * POINT)
    half = CONTENT_WIDTH / 2
    set_text(paper.foot, Style.FOOT, 1.6 * half).paint(painter, SIDE, at)
    said = words.PAGE.in_language(paper.language).format(page=number + 1, pages=len(paper.pages))
    text = set_text(said, Style.FOOT, half, Qt.AlignmentFlag.AlignRight)
    text.paint(painter, SIDE + half, at)
