"""The clock on the wall and the times left, large enough to be read from the side of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.countdown import Countdown, clock_text
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.audience.phase_words import phase_caption
from massage_trainer.widgets.countdown_words import describe
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import fill_card, fitted
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.class_pace import Pace
    from massage_trainer.viewmodels.one_shot import OneShot

_LOOK_MS: Final = 1_000
_DIGITS: Final = 4.6
_CAPTION: Final = 1.8
_SOON_MS: Final = 10_000


class TimesPanel(QWidget):
    """Three numbers side by side: now, this phase, the whole hour."""

    def __init__(
        self, time_of_day: Callable[[], str], timer: OneShot, parent: QWidget | None = None
    ) -> None:
        """``time_of_day`` is what the clock on the wall says."""
        super().__init__(parent)
        self.setObjectName("class-times")
        self._time_of_day = time_of_day
        self._timer = timer
        self._countdown: Countdown | None = None
        self._pace: Pace | None = None
        self._scale = Scale(720)
        self.cells: tuple[tuple[str, str, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        timer.elapsed.connect(self._look_at_clock)
        self._tell()

    def show_countdown(self, countdown: Countdown | None) -> None:
        """Follow the lesson."""
        self._countdown = countdown
        self._tell()

    @Slot(object)
    def show_pace(self, pace: Pace | None) -> None:
        """Follow the hour, which takes longer than what is counted down."""
        self._pace = pace

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._tell()

    def sizeHint(self) -> QSize:
        scale = self._scale
        return QSize(scale.px(40), round(scale.text(_DIGITS) * 1.3 + scale.text(_CAPTION) * 2.2))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = theme_of(self), self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = scale.px(0.8)
        width = (self.width() - gap * (len(self.cells) - 1)) / len(self.cells)
        for number, (caption, digits, strong) in enumerate(self.cells):
            cell = QRectF(number * (width + gap), 0, width, self.height())
            edge = theme.accent if strong else theme.line
            fill_card(painter, cell, scale.radius, theme.surface, edge)
            room = cell.adjusted(gap, scale.px(0.6), -gap, -scale.px(0.4))
            painter.setPen(theme.muted)
            painter.setFont(fitted(sized(self.font(), scale.text(_CAPTION)), caption, room.width()))
            centre = Qt.AlignmentFlag.AlignHCenter
            painter.drawText(room, int(centre | Qt.AlignmentFlag.AlignTop), caption)
            painter.setPen(theme.accent if strong else theme.ink)
            font = sized(self.font(), scale.text(_DIGITS), QFont.Weight.DemiBold)
            painter.setFont(fitted(font, digits, room.width()))
            painter.drawText(room, int(centre | Qt.AlignmentFlag.AlignBottom), digits)

    @Slot()
    def _look_at_clock(self) -> None:
        self._timer.start(_LOOK_MS)
        self._tell()

    def _tell(self) -> None:
        cells = [(self.tr("Now"), self._time_of_day(), False)]
        if (countdown := self._countdown) is not None:
            words = describe(countdown)
            running = countdown.state is SessionState.RUNNING
            soon = running and 0 < countdown.left_ms <= _SOON_MS
            caption = phase_caption(countdown) or self.tr("Phase")
            cells.append((caption, words.digits or "–", soon))
            whole_ms = self._pace.total_left_ms if self._pace else countdown.lesson_left_ms
            cells.append((self.tr("Whole hour"), clock_text(whole_ms), False))
        told = tuple(cells)
        if told != self.cells:
            self.cells = told
            spoken = (f"{caption} {digits}" for caption, digits, _ in told)
            self.setAccessibleName(", ".join(spoken))
            self.update()
