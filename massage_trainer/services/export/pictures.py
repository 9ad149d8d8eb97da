"""The pictures that go with a deck: as asked, and with the right places marked and named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPen,
    QPolygonF,
)

from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.plates import decode_picture

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.plate import Still
    from massage_trainer.services.export.deck_content import ExportItem
    from massage_trainer.services.export.zones import Part

WIDTH: Final = 1200
_QUALITY: Final = 85
_KEPT: Final = 3  # decoded stills, 11 MB each
_FULL: Final = 10_000  # larger than any still: it comes as it was drawn
_TEXT: Final = 0.022  # of the width: the height of the letters
_INK = QColor(12, 50, 110)
_PAPER = QColor(255, 255, 255)
_FONT_FILE: Final = "BeVietnamPro-SemiBold.ttf"


class Marked(NamedTuple):
    """A picture with its answer; ``label`` is where the name stands, in fractions of it."""

    jpeg: bytes
    label: tuple[float, float, float, float]  # left, top, width, height


class Pictures:
    """Cuts, marks and packs pictures; nothing here needs a window, but fonts need Qt's start."""

    def __init__(self, plates: Path, fonts: Path, width: int = WIDTH) -> None:
        """``plates`` and ``fonts`` are folders; every picture is so many pixels wide."""
        self._plates = plates
        self._width = width
        self._stills: dict[tuple[str, bool], QImage] = {}
        self._plain: dict[tuple[str, bool, Part], bytes] = {}
        number = QFontDatabase.addApplicationFont(str(fonts / _FONT_FILE))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        self._font = QFont(families) if families else QFont()
        self._font.setPixelSize(round(_TEXT * width))

    def size(self, item: ExportItem) -> tuple[int, int]:
        """How wide and high the pictures of a point are."""
        return self._width, round(self._width * item.part.height / item.part.width)

    def plain(self, item: ExportItem) -> bytes:
        """As it is asked: nothing is marked. Points of one part share the very same picture."""
        files = item.still.files
        key = (files.file, files.mirrored, item.part)
        if key not in self._plain:
            self._plain[key] = _jpeg(self._cut(item))
        return self._plain[key]

    def marked(self, item: ExportItem) -> Marked:
        """With the outline of everything that is right, and its name."""
        picture = self._cut(item)
        width, height = self.size(item)
        outlines = [
            QPolygonF([QPointF(x * width, y * height) for x, y in zone.corners])
            for zone in item.zones
        ]
        point = item.point
        words = f"{point.code} · {point.name_vi} · {point.pinyin}"
        label = self._label(words, outlines, width, height)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for outline, zone in zip(outlines, item.zones, strict=True):
            for ink, thick in ((_PAPER, 5.0), (_INK, 2.5)):
                painter.setPen(QPen(ink, thick * width / WIDTH))
                painter.drawPolygon(outline)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_INK)
            dot = 0.003 * width
            painter.drawEllipse(QPointF(zone.at[0] * width, zone.at[1] * height), dot, dot)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PAPER)
        painter.drawRoundedRect(label, label.height() / 4, label.height() / 4)
        painter.setPen(_INK)
        painter.setFont(self._font)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        shares = (
            label.left() / width,
            label.top() / height,
            label.width() / width,
            label.height() / height,
        )
        return Marked(_jpeg(picture), shares)

    def _label(self, words: str, outlines: list[QPolygonF], width: int, height: int) -> QRectF:
        """Beside the first place, within the picture and over no other place if that can be."""
        metrics = QFontMetricsF(self._font)
        wide, high = metrics.horizontalAdvance(words) + metrics.height(), 1.4 * metrics.height()
        around, gap = outlines[0].boundingRect(), high / 3
        middle, down = around.center().x() - wide / 2, around.center().y() - high / 2
        corners = (
            (middle, around.top() - high - gap),
            (middle, around.bottom() + gap),
            (around.right() + gap, down),
            (around.left() - wide - gap, down),
            (middle, height - high - gap),
            (middle, gap),
        )
        places = [
            QRectF(
                min(max(left, gap), width - wide - gap),
                min(max(top, gap), height - high - gap),
                wide,
                high,
            )
            for left, top in corners
        ]
        boxes = [outline.boundingRect() for outline in outlines]
        free = (place for place in places if not any(map(place.intersects, boxes)))
        return next(free, places[0])

    def _cut(self, item: ExportItem) -> QImage:
        part = item.part
        still = self._still(item.still)
        cut = still.copy(part.left, part.top, part.width, part.height)
        return cut.scaled(
            QSize(*self.size(item)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _still(self, still: Still) -> QImage:
        key = (still.files.file, still.files.mirrored)
        if key not in self._stills:
            picture = decode_picture(self._plates, still.files.file, _FULL, _FULL)
            if not isinstance(picture, QImage):
                raise ExportError(
                    f"Không đọc được ảnh {picture.name}.",
                    f"The picture {picture.name} cannot be read.",
                )
            if still.files.mirrored:
                picture.flip(Qt.Orientation.Horizontal)
            while len(self._stills) >= _KEPT:
                del self._stills[next(iter(self._stills))]
            self._stills[key] = picture
        return self._stills[key]


def _jpeg(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(picture):
        raise ExportError("Không nén được ảnh.", "A picture cannot be packed.")
    return bytes(buffer.data().data())
