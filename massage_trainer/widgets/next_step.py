"""Announces the next step early: its name, and its picture in small."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Protocol, Status
from massage_trainer.domain.timeline import Segment, Timeline
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.step_lines import SEPARATOR, row_detail, row_name
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.plate import Files, Still

SOON_MS: Final = 10_000  # from here on the next step is shown with emphasis
_THUMB_PERCENT: Final = 7.6  # of the window's height
_ASPECT: Final = 1.5
_KEPT: Final = 8
_DECODE: Final = QEvent.Type(QEvent.registerEventType())
_AFTER_PAINTING: Final = Qt.EventPriority.LowEventPriority.value - 1  # Qt paints at low priority


class NextStep(QWidget):
    """The line beside a small picture, which is decoded when everything else is painted."""

    def __init__(self, fetch: Callable[[Still], QImage | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._line = DetailRow(2.3, self, label_ems=None)
        self._line.setObjectName("next-step")
        self._line.put_label_above()
        self._scale = Scale(720)
        self._still: Still | None = None
        self._kept: dict[tuple[Files, int], QImage | None] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def picture(self) -> QImage | None:
        """The small picture, once it is decoded."""
        return self._kept.get(self._key) if self._still else None

    def show_line(self, line: DetailLine) -> None:
        if line != self._line.line:
            self._line.show_line(line)
            self.updateGeometry()
            self._arrange()

    def show_picture(self, still: Still | None) -> None:
        """The picture of the step to come; None at the end of the lesson."""
        if still and not still.files.thumb:
            still = None
        if still != self._still:
            told = bool(still) != bool(self._still)
            self._still = still
            self._want()
            if told:
                self.updateGeometry()
                self._arrange()
            self.update()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._line.set_scale(scale)
        self._want()
        self.updateGeometry()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._line.heightForWidth(max(1, width - self._words_left))
        return max(words, self._thumb.height() if self._still else 0)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._scale.px(24))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(24), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == _DECODE:
            self._decode()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._thumb
        sheet = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        round_sheet = QPainterPath()
        round_sheet.addRoundedRect(sheet, self._scale.radius / 2, self._scale.radius / 2)
        painter.fillPath(round_sheet, theme.plate)
        if picture := self.picture:
            painter.setClipPath(round_sheet)
            painter.drawImage(sheet, picture)
            painter.setClipping(False)
        painter.strokePath(round_sheet, theme.line)

    @property
    def _thumb(self) -> QSize:
        height = self._scale.px(_THUMB_PERCENT)
        return QSize(round(height * _ASPECT), height)

    @property
    def _words_left(self) -> int:
        return self._thumb.width() + self._scale.px(1.4) if self._still else 0

    @property
    def _key(self) -> tuple[Files, int]:
        assert self._still is not None
        return self._still.files, round(self._thumb.height() * self.devicePixelRatioF())

    def _arrange(self) -> None:
        width = max(1, self.width() - self._words_left)
        height = self._line.heightForWidth(width)
        top = max(0, (self.height() - height) // 2) if self._still else 0
        self._line.setGeometry(self._words_left, top, width, height)

    def _want(self) -> None:
        if self._still and self._key not in self._kept:
            QCoreApplication.postEvent(self, QEvent(_DECODE), _AFTER_PAINTING)

    def _decode(self) -> None:
        """Small pictures are kept: back and forth in a lesson the same few come again."""
        if self._still is None or self._key in self._kept:
            return
        picture = self._fetch(self._still)
        while len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        if picture is not None:
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToHeight(self._key[1], smooth)
        self._kept[self._key] = picture
        self.update()


def next_line(
    countdown: Countdown, timeline: Timeline, catalog: Catalog, language: str
) -> DetailLine:
    """What comes after this line of the step list."""
    label = QCoreApplication.translate("NextStep", "Next")
    row = timeline.rows[countdown.segment.row]
    if countdown.segment.row + 1 >= len(timeline.rows):
        text = QCoreApplication.translate("NextStep", "the end of the lesson")
        return DetailLine(Icon.ARROW, label, text)
    following = timeline.rows[countdown.segment.row + 1]
    parts = (row_name(following, language), row_detail(following, catalog))
    last = timeline.segments[row.last] == countdown.segment
    running = countdown.state is SessionState.RUNNING and countdown.face in (Face.TIME, Face.COUNT)
    soon = last and running and 0 < countdown.left_ms <= SOON_MS
    return DetailLine(
        Icon.ARROW,
        label,
        SEPARATOR.join(part for part in parts if part),
        tone=Tone.SOFT if soon else Tone.PAPER,
    )


def gap_status(segment: Segment, protocol: Protocol) -> Status | None:
    """Where the length of the gap before a segment comes from."""
    for amount in (protocol.lead_in, protocol.between):
        if amount.chosen == segment.gap_ms:
            return amount.status
    return None
