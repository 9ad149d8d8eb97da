"""What is left, large enough for the back row: a caption, the digits, and a bar that empties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.countdown import Face
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.audience.phase_words import phase_caption
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.countdown_digits import draw_digits, fitting_font
from massage_trainer.widgets.countdown_words import describe, turn_text, widest_digits
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import draw_icon
from massage_trainer.widgets.painting import fill_card, fitted
from massage_trainer.widgets.text_block import LINE_HEIGHT, block_height, draw_block
from massage_trainer.widgets.theme import Theme, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown

_CAPTION: Final = 6.2
_DETAIL: Final = 6.0
_PAIRS: Final = 6.4
_SMALLEST_SHARE: Final = 0.5  # of the size of what pairs are told
_LEAST_SHARE: Final = 0.7  # of its size, before words that are too wide wrap
_COMMON: Final = "0:00"  # what most steps show; other digits stand in the room of these
_BAR: Final = 2.6
_GAP: Final = 2.0
_BELOW_DIGITS: Final = 0.24  # of their height: the stroke before a goal goes deeper than they
_HEAD_SHARE: Final = 0.18  # of the whole, at most: the time is what counts
_FOOT_SHARE: Final = 0.23
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class _Places(NamedTuple):
    """Where everything stands, the same from step to step."""

    caption: int  # its lower edge
    digits: QPointF
    high: float  # of the digits, at most
    bar: QRectF
    foot: int  # the upper edge of what stands below the bar


class BigCountdown(QWidget):
    """``caption``, ``digits``, ``detail``, ``pair_word`` and ``fraction`` are what is painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("big-countdown")
        self._countdown: Countdown | None = None
        self._scale = AudienceScale(720)
        self._grown = 1.0
        self._laid: _Places | None = None
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

    def set_scale(self, scale: AudienceScale, grown: float = 1.0) -> None:
        """``grown``: the words have more room than usual."""
        self._scale = scale
        self._grown = grown
        self._laid = None
        self.update()

    def show_countdown(self, countdown: Countdown, pair_word: str) -> None:
        """Paint again only where something that is seen has changed."""
        self._countdown = countdown
        words = describe(countdown)
        finished = countdown.state is SessionState.FINISHED
        self.caption, self.digits = phase_caption(countdown), words.digits
        self.detail = "" if finished else turn_text(countdown.segment)
        self.pair_word = pair_word
        filled = round(self.width() * self.fraction)
        drawn = (self.caption, words.digits, words.icon, self.detail, pair_word, filled)
        if drawn != self._drawn:
            self._drawn = drawn
            self.setAccessibleName(", ".join(t for t in (self.caption, self.digits) if t))
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._countdown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, places = theme_of(self), self._places
        live = self._countdown.state in (SessionState.RUNNING, SessionState.FINISHED)
        painter.setPen(theme.accent if live else theme.muted)
        font, height = self._fit(self.caption, _CAPTION)
        room = QRect(0, max(0, places.caption - height), self.width(), height)
        draw_block(painter, room, self.caption, font, _MIDDLE)
        self._paint_digits(painter, theme, places)
        if self._countdown.face is not Face.YOUR_WORD:
            self._paint_bar(painter, theme, places.bar)
        if self.pair_word:
            self._paint_pair_word(painter, theme, places.foot)
        elif self.detail:
            painter.setPen(theme.ink)
            font, height = self._fit(self.detail, _DETAIL)
            room = QRect(0, places.foot, self.width(), height)
            draw_block(painter, room, self.detail, font, _MIDDLE)

    @property
    def _places(self) -> _Places:
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> _Places:
        """As one group in the middle, the digits as large as the rest leaves room for."""
        whole, gap, bar = self.height(), self._scale.px(_GAP), self._scale.px(_BAR)
        foot = self._px(_PAIRS) * LINE_HEIGHT + 2 * self._pad
        head = self._px(_CAPTION) * LINE_HEIGHT
        left = (whole - head - foot - bar - 2 * gap) / (1 + _BELOW_DIGITS)
        strong = sized(self.font(), 1, QFont.Weight.DemiBold)
        common = fitting_font(strong, _COMMON, self.width(), max(1.0, left))
        high = QFontMetricsF(common).capHeight()
        used = head + gap + high * (1 + _BELOW_DIGITS) + bar + gap + foot
        top = max(0.0, (whole - used) / 2)
        digits = top + head + gap
        under = digits + high * (1 + _BELOW_DIGITS)
        return _Places(
            round(top + head),
            QPointF(self.width() / 2, digits + high / 2),
            high,
            QRectF(0, under, self.width(), bar),
            round(under + bar + gap),
        )

    def _px(self, percent: float) -> int:
        """The size of words, as far as they leave the time its room."""
        if percent == _CAPTION:
            room = self.height() * _HEAD_SHARE
        else:
            room = self.height() * _FOOT_SHARE - 2 * self._pad
        return min(self._scale.text(percent * self._grown), max(1, int(room / LINE_HEIGHT)))

    @property
    def _pad(self) -> int:
        return self._scale.px(1.2)

    def _fit(self, text: str, percent: float) -> tuple[QFont, int]:
        """A little smaller rather than in two lines; the font and the height."""
        font = sized(self.font(), self._px(percent), QFont.Weight.DemiBold)
        narrow = fitted(font, text, self.width(), 1)
        if narrow.pixelSize() >= font.pixelSize() * _LEAST_SHARE:
            font = narrow
        return font, block_height(text, font, self.width())

    def _paint_digits(self, painter: QPainter, theme: Theme, places: _Places) -> None:
        assert self._countdown is not None
        icon = describe(self._countdown).icon
        if icon is not None:
            side = min(places.high * 1.3, self.width())
            place = QRectF(0, 0, side, side)
            place.moveCenter(places.digits)
            draw_icon(painter, icon, place, theme.accent)
        elif self.digits:
            widest = max(self.digits, widest_digits(self._countdown), key=len)
            strong = sized(self.font(), 1, QFont.Weight.DemiBold)
            painter.setPen(theme.ink)
            font = fitting_font(strong, widest, self.width(), places.high)
            draw_digits(painter, places.digits, self.digits, font)

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: QRectF) -> None:
        assert self._countdown is not None
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
        pad = self._pad
        font, _ = self._fit(self.pair_word, _PAIRS)
        wide, least = self.width() - 2 * pad, round(font.pixelSize() * _SMALLEST_SHARE)
        height = block_height(self.pair_word, font, wide)
        while top + height + 2 * pad > self.height() and font.pixelSize() > least:
            font = sized(font, font.pixelSize() - 1, QFont.Weight.DemiBold)  # never over the time
            height = block_height(self.pair_word, font, wide)
        top = min(top, self.height() - height - 2 * pad)
        card = QRectF(0, top, self.width(), height + 2 * pad)
        fill_card(painter, card, self._scale.px(1.6), theme.accent)
        painter.setPen(theme.accent_ink)
        room = QRect(pad, top + pad, self.width() - 2 * pad, height)
        draw_block(painter, room, self.pair_word, font, _MIDDLE)
