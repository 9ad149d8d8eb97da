"""Makes the chunks of a page out of the parts of a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from massage_trainer.domain.paper.model import (
    Blanks,
    Bullets,
    Heading,
    Legend,
    Plate,
    Prose,
    Remark,
    Signature,
    StepPart,
    Table,
    Title,
)
from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.letters import POINT, SetText, Style, set_text
from massage_trainer.services.paper.set_remarks import legend_chunk, remark_chunk
from massage_trainer.services.paper.set_sheets import blank_chunks, signature_chunk, table_chunks
from massage_trainer.services.paper.set_steps import step_chunks
from massage_trainer.services.paper.set_title import title_chunk
from massage_trainer.services.paper.signs import draw_box, draw_rule

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Paper, Part, Picture
    from massage_trainer.services.paper.figures import PaintPicture
    from massage_trainer.services.paper.stills import Stills

Decorate = Callable[["QPainter", QRectF, "Picture"], None]
_BOX: Final = 7.5 * POINT


class Setter:
    """``decorate`` draws over a picture what a paper shows in it."""

    def __init__(self, stills: Stills, decorate: Decorate, width: float) -> None:
        self._stills = stills
        self._decorate = decorate
        self._width = width

    def chunks(self, paper: Paper) -> list[Chunk]:
        """Lines to sign stay with what is signed; of several sheets each page tells its own."""
        found: list[Chunk] = []
        several = sum(isinstance(part, Title) for part in paper.parts) > 1
        topic = ""
        for part in paper.parts:
            if isinstance(part, Signature) and found:
                found[-1] = replace(found[-1], keep=True)
            if isinstance(part, Title) and several:
                topic = part.text
            found.extend(
                replace(chunk, topic=chunk.topic or topic)
                for chunk in self._part(part, paper.language)
            )
        return found

    def read_picture(self, picture: Picture, width: float) -> PaintPicture:
        """The still, sharp enough for this width, with what is drawn over it."""
        image = self._stills.picture(picture, width)

        def paint(painter: QPainter, box: QRectF) -> None:
            painter.drawImage(box, image)
            painter.save()
            painter.setClipRect(box)
            self._decorate(painter, box, picture)
            painter.restore()

        return paint

    def _part(self, part: Part, language: str) -> Iterator[Chunk]:
        match part:
            case Title():
                yield title_chunk(part, self._width, self.read_picture)
            case Heading():
                yield self._heading(part)
            case Prose(text=text, small=small):
                style = Style.SMALL if small else Style.BODY
                yield self._prose(set_text(text, style, self._width))
            case Bullets():
                yield from self._bullets(part)
            case StepPart():
                yield from step_chunks(part, self._width, language, self.read_picture)
            case Plate(picture=picture):
                yield self._plate(picture)
            case Blanks():
                yield from blank_chunks(part, self._width)
            case Table():
                yield from table_chunks(part, self._width)
            case _:
                yield self._whole(part)

    def _whole(self, part: Remark | Legend | Signature) -> Chunk:
        match part:
            case Remark():
                return remark_chunk(part, self._width)
            case Legend():
                return legend_chunk(part, self._width)
            case Signature():
                return signature_chunk(part, self._width)

    def _heading(self, part: Heading) -> Chunk:
        heading = set_text(part.text, Style.HEADING, self._width)
        aside = set_text(part.aside, Style.ASIDE, self._width) if part.aside else None
        under = aside.height if aside else 0.0
        rule = 4 * POINT

        def paint(painter: QPainter, left: float, top: float) -> None:
            draw_rule(painter, left, left + self._width, top, 1.2)
            heading.paint(painter, left, top + rule)
            if aside:
                aside.paint(painter, left, top + rule + heading.height)

        return Chunk(
            rule + heading.height + under,
            paint,
            gap=16 * POINT,
            keep=True,
            new_page=part.new_page,
            lacking=heading.lacking,
        )

    def _prose(self, text: SetText) -> Chunk:
        return Chunk(text.height, text.paint, gap=5 * POINT, lacking=text.lacking)

    def _bullets(self, part: Bullets) -> Iterator[Chunk]:
        indent = 14 * POINT
        for number, item in enumerate(part.items):
            text = set_text(item, Style.BODY, self._width - indent)

            def paint(painter: QPainter, left: float, top: float, text: SetText = text) -> None:
                if part.boxes:
                    draw_box(painter, left, top + 2.8 * POINT, _BOX)
                else:
                    set_text("–", Style.BODY, indent).paint(painter, left, top)
                text.paint(painter, left + indent, top)

            keep = number == 0 and len(part.items) > 1
            yield Chunk(text.height, paint, gap=3 * POINT, keep=keep, lacking=text.lacking)

    def _plate(self, picture: Picture) -> Chunk:
        high = self._width / picture.shape
        draw = self.read_picture(picture, self._width)
        caption = set_text(picture.caption, Style.SMALL, self._width) if picture.caption else None
        under = caption.height + 3 * POINT if caption else 0.0

        def paint(painter: QPainter, left: float, top: float) -> None:
            draw(painter, QRectF(left, top, self._width, high))
            if caption:
                caption.paint(painter, left, top + high + 3 * POINT)

        return Chunk(high + under, paint, gap=8 * POINT)
