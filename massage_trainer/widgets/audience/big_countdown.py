"""What is left, large enough for the back row: a caption, the digits, and a bar that empties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.countdown import Face
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.countdown_digits import draw_digits, fitting_font
from massage_trainer.widgets.countdown_words import describe, turn_text, widest_digits
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import draw_icon
from massage_trainer.widgets.painting import fill_card, fitted
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Theme, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown

_CAPTION: Final = 5.5
_DETAIL: Final = 5.0
_PAIRS: Final = 6.0
_LEAST_SHARE: Final = 0.7  # of its size, before words that are too wide wrap
_DIGITS_HEIGHT: Final = 0.34  # of the widget: capitals
_BAR: Final = 2.6
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class BigCountdown(QWidget):
    """``caption``, ``digits``, ``detail``, ``pair_word`` and ``fraction`` are what is painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("big-countdown")
        self._countdown: Countdown | None = None
        self._scale = AudienceScale(720)
        self._drawn: tuple[object, ...] = ()
        self.caption = self.digits = self.detail = self.pair_word = ""

    @property
    def fraction(self) -> float:
        """The part of the bar that is filled."""
        countdown = self._countdown
        if countdown is None or countdown.state is SessionState.FINISHED:
            return 0.0
        counted = countdown.face is Face.COUNT and not countdown.segment.cadence_ms
        if counted or countdown.face is Face.YOUR_WORD:
            return 1.0
        return countdown.fraction

    def set_scale(self, scale: AudienceScale) -> None:
        self._scale = scale
        self.update()

    def show_countdown(self, countdown: Countdown, pair_word: str) -> None:
        """Paint again only where something that is seen has changed."""
        self._countdown = countdown
        words = describe(countdown)
        finished = countdown.state is SessionState.FINISHED
        self.caption, self.digits = words.caption, words.digits
        self.detail = "" if finished else turn_text(countdown.segment)
        self.pair_word = pair_word
        filled = round(self._bar().width() * self.fraction)
        drawn = (words.caption, words.digits, words.icon, self.detail, pair_word, filled)
        if drawn != self._drawn:
            self._drawn = drawn
            self.setAccessibleName(", ".join(t for t in (self.caption, self.digits) if t))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._countdown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle = theme_of(self), self.height() * 0.47
        live = self._countdown.state in (SessionState.RUNNING, SessionState.FINISHED)
        half = self.height() * _DIGITS_HEIGHT / 2
        gap = self._scale.px(2.5)
        painter.setPen(theme.accent if live else theme.muted)
        font, height = self._fit(self.caption, _CAPTION)
        top = round(middle - half - gap - height)
        draw_block(painter, QRect(0, top, self.width(), height), self.caption, font, _MIDDLE)
        self._paint_digits(painter, theme, QPointF(self.width() / 2, middle))
        self._paint_bar(painter, theme)
        below = round(self._bar().bottom()) + gap
        if self.pair_word:
            self._paint_pair_word(painter, theme, below)
        elif self.detail:
            painter.setPen(theme.ink)
            font, height = self._fit(self.detail, _DETAIL)
            draw_block(painter, QRect(0, below, self.width(), height), self.detail, font, _MIDDLE)

    def _fit(self, text: str, percent: float) -> tuple[QFont, int]:
        """A little smaller rather than in two lines; the font and the height."""
        font = sized(self.font(), self._scale.text(percent), QFont.Weight.DemiBold)
        narrow = fitted(font, text, self.width(), 1)
        if narrow.pixelSize() >= font.pixelSize() * _LEAST_SHARE:
            font = narrow
        return font, block_height(text, font, self.width())

    def _paint_digits(self, painter: QPainter, theme: Theme, middle: QPointF) -> None:
        assert self._countdown is not None
        icon = describe(self._countdown).icon
        high = self.height() * _DIGITS_HEIGHT
        if icon is not None:
            place = QRectF(0, 0, high, high)
            place.moveCenter(middle)
            draw_icon(painter, icon, place, theme.accent)
        elif self.digits:
            widest = max(self.digits, widest_digits(self._countdown), key=len)
            strong = sized(self.font(), 1, QFont.Weight.DemiBold)
            painter.setPen(theme.ink)
            font = fitting_font(strong, widest, self.width(), high)
            draw_digits(painter, middle, self.digits, font)

    def _bar(self) -> QRectF:
        high = self._scale.px(_BAR)
        top = self.height() * (0.47 + _DIGITS_HEIGHT / 2) + self._scale.px(3)
        return QRectF(0, top, self.width(), high)

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        assert self._countdown is not None
        bar = self._bar()
        radius = bar.height() / 2
        fill_card(painter, bar, radius, theme.line)
        width = bar.width() * self.fraction
        if width > 0:
            between = self._countdown.face in (Face.GET_READY, Face.RESUMING)
            running = self._countdown.state is SessionState.RUNNING and not between
            filled = QRectF(bar.left(), bar.top(), max(width, bar.height()), bar.height())
            fill_card(painter, filled, radius, theme.accent if running else theme.outline)

    def _paint_pair_word(self, painter: QPainter, theme: Theme, top: int) -> None:
        """To be done now by everybody, so louder than the time."""
        pad = self._scale.px(1.2)
        font, _ = self._fit(self.pair_word, _PAIRS)
        height = block_height(self.pair_word, font, self.width() - 2 * pad)
        top = min(top, self.height() - height - 2 * pad)
        card = QRectF(0, top, self.width(), height + 2 * pad)
        fill_card(painter, card, self._scale.px(1.6), theme.accent)
        painter.setPen(theme.accent_ink)
        room = QRect(pad, top + pad, self.width() - 2 * pad, height)
        draw_block(painter, room, self.pair_word, font, _MIDDLE)
