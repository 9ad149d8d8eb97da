"""A cue to be seen from the corner of an eye, where it cannot be heard."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QEvent, QRect, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.cues import Cue
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import fill_card, fitted
from massage_trainer.widgets.theme import Scale, Theme, theme_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from massage_trainer.viewmodels.one_shot import OneShot

AFTER_PAGE_MS: Final = 20  # about a frame: the page that belongs to the cue is painted before it
FLASH_MS: Final = 700
STEADY_MS: Final = 1_000
APART_S: Final = 1.0  # from the beginning of a flash to that of the next one
ALARM_APART_S: Final = 0.4  # a stop may not be overlooked
_STRONGEST: Final = 0.92
_LEVELS: Final = 4  # each paints the whole window anew, and the lesson waits meanwhile
_FRAME_PERCENT: Final = 2.0
_WORDS_PERCENT: Final = 22.0
_LABEL_PERCENT: Final = 5.0
_QUIET: Final = frozenset({Cue.REST, Cue.GET_READY, Cue.STEP_END, Cue.BEAT, Cue.REPETITION})
_ALARMS: Final = frozenset({Cue.INTERRUPTED, Cue.STOP})


class FlashOverlay(QWidget):
    """Lights up the whole window for a moment; with reduced motion a frame stands still instead.

    Never more than one flash a second, an alarm aside, however fast the cues come: what comes
    sooner is a steady frame. More than three in a second harm people with photosensitivity.
    """

    def __init__(
        self, parent: QWidget, delay: OneShot, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("flash")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._coming: Cue | None = None
        self._cue: Cue | None = None
        self._steady = False
        self._delay = delay
        delay.elapsed.connect(self._light_up)
        self._now = now
        self._flashed_at = -math.inf
        self._strength = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.InQuad)
        self._animation.valueChanged.connect(self._fade)
        self._animation.finished.connect(self.end)
        parent.installEventFilter(self)
        self.hide()

    @property
    def cue(self) -> Cue | None:
        """What is shown now, or in a moment."""
        return self._coming or self._cue

    def show_cue(self, cue: Cue, *, steady: bool) -> None:
        """Show a cue once the page is painted; one that is still shown gives way then."""
        self._coming, self._steady = cue, steady
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self._delay.start(AFTER_PAGE_MS)

    @Slot()
    def _light_up(self) -> None:
        self._cue, self._coming = self._coming, None
        now = self._now()
        apart_s = ALARM_APART_S if self._cue in _ALARMS else APART_S
        steady = self._steady = self._steady or now - self._flashed_at < apart_s
        if not steady:
            self._flashed_at = now
        self._animation.stop()
        self._strength = _STRONGEST
        self.show()
        self.raise_()
        self.update()
        self._animation.setDuration(STEADY_MS if steady else FLASH_MS)
        self._animation.setStartValue(_STRONGEST)
        self._animation.setEndValue(_STRONGEST if steady else 0.0)
        self._animation.start()

    @Slot()
    def end(self) -> None:
        """Nothing to show any more."""
        self._delay.stop()
        self._cue = self._coming = None
        self.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            window = self.parentWidget()
            if window is not None:
                self.setGeometry(window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cue is None:
            return
        theme, scale = theme_of(self), Scale.of(self)
        fill, ink = _colors(self._cue, theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._steady:
            self._paint_frame(painter, scale, fill, ink)
        else:
            self._paint_flash(painter, event.rect(), scale, fill, ink)

    def _paint_flash(
        self, painter: QPainter, area: QRect, scale: Scale, fill: QColor, ink: QColor
    ) -> None:
        painter.setOpacity(self._strength)
        painter.fillRect(area, fill)
        words = self._words()
        font = sized(self.font(), scale.text(_WORDS_PERCENT), QFont.Weight.DemiBold)
        painter.setFont(fitted(font, words, self.width() * 0.86))
        room = QRect(0, 0, self.width(), 2 * painter.fontMetrics().height())
        room.moveCenter(self.rect().center())
        # So large letters take long to draw, and a button pressed below has none of them over it.
        if area.intersects(room):
            painter.setPen(ink)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_frame(self, painter: QPainter, scale: Scale, fill: QColor, ink: QColor) -> None:
        width = scale.px(_FRAME_PERCENT, 8)
        half = width / 2
        painter.setPen(QPen(fill, width))
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        words = self._words()
        font = sized(self.font(), scale.text(_LABEL_PERCENT), QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        room = QRectF(0, 0, metrics.horizontalAdvance(words) + 2 * width, metrics.height() * 1.5)
        room.moveCenter(QRectF(self.rect()).center())
        room.moveTop(0)
        fill_card(painter, room, scale.radius, fill)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self) -> str:
        match self._cue:
            case Cue.THREE:
                return "3"
            case Cue.TWO:
                return "2"
            case Cue.ONE:
                return "1"
            case Cue.BEAT | None:
                return "•"
            case Cue.REPETITION:
                return "+1"
            case _:
                return self._sentence(self._cue)

    def _sentence(self, cue: Cue) -> str:
        return {
            Cue.GET_READY: self.tr("Get ready"),
            Cue.START: self.tr("Begin"),
            Cue.HALF: self.tr("Half time"),
            Cue.LEAST: self.tr("Enough, or go on"),
            Cue.SIDE: self.tr("Other side"),
            Cue.REST: self.tr("Rest"),
            Cue.STEP_END: self.tr("Let go"),
            Cue.LESSON_END: self.tr("Finished"),
            Cue.INTERRUPTED: self.tr("Interrupted"),
            Cue.STOP: self.tr("Stop"),
        }.get(cue, "")

    @Slot(object)
    def _fade(self, strength: object) -> None:
        if isinstance(strength, float):
            level = math.ceil(strength / _STRONGEST * _LEVELS) / _LEVELS * _STRONGEST
            if level != self._strength:
                self._strength = level
                self.update()


def _colors(cue: Cue, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and ink: the accent for work, a soft one for letting go, red for a stop."""
    if cue in _ALARMS:
        return theme.danger_ink, theme.danger
    if cue is Cue.SIDE:
        return theme.caution_ink, theme.caution
    return (theme.accent_soft, theme.ink) if cue in _QUIET else (theme.accent, theme.accent_ink)
