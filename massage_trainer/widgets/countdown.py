"""The round countdown: what is left, seen from across the room."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Status
from massage_trainer.widgets.countdown_digits import draw_digits, fitting_font, painted_width
from massage_trainer.widgets.countdown_words import CountdownWords, describe, widest_digits
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import draw_icon
from massage_trainer.widgets.painting import fitted, round_pen
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Scale, Theme, theme_of

FULL_CIRCLE: Final = 360 * 16  # Qt counts sixteenths of a degree
NOON: Final = 90 * 16
_CENTRED = Qt.AlignmentFlag.AlignCenter
# Places inside the ring, in its inner radius from the centre; downwards is positive.
_CAPTION_Y: Final = -0.58
_DETAIL_Y: Final = 0.43
_NOTE_TOP: Final = 0.56
_DIGITS_WIDTH: Final = 1.86
_DIGITS_HEIGHT: Final = 0.5
_DIGITS_RISE: Final = 0.05


class CountdownWidget(QWidget):
    """A ring that empties clockwise around the time left, with words above and below it.

    ``words``, ``fraction`` and ``least_fraction`` are what is painted, for readers without pixels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countdown: Countdown | None = None
        self._gap_status: Status | None = None
        self.step = ""
        self._drawn: tuple[object, ...] = ()
        self.words = CountdownWords("", "", None, "", "", "", "")
        self.setObjectName("countdown")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def text(self) -> str:
        """The big digits."""
        return self.words.digits

    @property
    def fraction(self) -> float:
        """The part of the ring that is filled."""
        if self._countdown is None or self._countdown.state is SessionState.FINISHED:
            return 0.0
        if self._countdown.face is Face.COUNT:
            segment = self._countdown.segment
            return self._countdown.fraction if segment.cadence_ms else 1.0
        return 1.0 if self._countdown.face is Face.YOUR_WORD else self._countdown.fraction

    @property
    def least_fraction(self) -> float:
        """Where the least mark stands on the ring; 0 without one."""
        return self._countdown.least_fraction if self._countdown else 0.0

    @property
    def repetition(self) -> tuple[int, int]:
        """The dots under the digits: which repetition, of how many."""
        if self._countdown is None or self._countdown.state is SessionState.FINISHED:
            return 1, 1
        return self._countdown.segment.repetition

    @property
    def digits_font(self) -> QFont:
        """The font the digits are painted in."""
        return self._digits_font(self._inner_radius)

    @property
    def digits_width(self) -> float:
        """How wide the digits are painted."""
        return painted_width(self.words.digits, self.digits_font)

    @property
    def room_for_digits(self) -> float:
        """The width between the inner edges of the ring."""
        return 2 * self._inner_radius

    @Slot(Countdown)
    def show_countdown(self, countdown: Countdown) -> None:
        self._countdown = countdown
        self._tell()

    def show_step(self, step: str, gap_status: Status | None) -> None:
        """Set "4/18", and where the length of the gap before this step comes from."""
        self.step, self._gap_status = step, gap_status
        self._tell()

    def retranslate(self) -> None:
        self._tell()

    def sizeHint(self) -> QSize:
        side = Scale.of(self).px(40)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell(self) -> None:
        if self._countdown is None:
            return
        self.words = describe(self._countdown, self._gap_status)
        arc = round(FULL_CIRCLE * self.fraction)
        drawn = (self.words, self.step, arc, self.least_fraction, self._countdown.state)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        words = self.words
        spoken = (words.caption, words.digits, words.detail, words.note)
        name = ", ".join(part for part in spoken if part)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setAccessibleDescription(
                self.tr("Whole lesson: {time} left").format(time=words.lesson_left)
            )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._countdown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = theme_of(self), Scale.of(self)
        ring, thickness = self._ring(scale)
        self._paint_ring(painter, theme, ring, thickness)
        inside = ring.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
        self._paint_words(painter, theme, scale, inside)
        self._paint_corners(painter, theme, scale)

    def _ring(self, scale: Scale) -> tuple[QRectF, float]:
        thickness = scale.px(1.5, 6)
        side = min(self.width(), self.height()) - thickness - 2
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(QRectF(self.rect()).center())
        return ring, thickness

    @property
    def _inner_radius(self) -> float:
        ring, thickness = self._ring(Scale.of(self))
        return max(1.0, (ring.width() - thickness) / 2)

    def _paint_ring(self, painter: QPainter, theme: Theme, ring: QRectF, thickness: float) -> None:
        assert self._countdown is not None
        painter.setPen(round_pen(theme.line, thickness))
        painter.drawEllipse(ring)
        resting = self._countdown.state in (SessionState.PAUSED, SessionState.IDLE)
        between = self._countdown.face in (Face.GET_READY, Face.RESUMING)
        color = theme.outline if resting or between else theme.accent
        span = round(FULL_CIRCLE * self.fraction)
        if self._countdown.state is SessionState.FINISHED:
            span, color = FULL_CIRCLE, theme.accent
        painter.setPen(round_pen(color, thickness))
        if span >= FULL_CIRCLE:
            painter.drawEllipse(ring)
        elif span:
            # What is left ends at noon, so that the gap grows clockwise.
            painter.drawArc(ring, NOON, span)
        if mark := self.least_fraction:
            self._paint_least(painter, theme, ring, thickness, mark)

    def _paint_least(
        self, painter: QPainter, theme: Theme, ring: QRectF, thickness: float, mark: float
    ) -> None:
        """A tooth across the ring: once the end of the arc has passed it, the least is served."""
        painter.save()
        painter.translate(ring.center())
        painter.rotate(-360 * mark)
        radius = ring.width() / 2
        for color, width in ((theme.paper, 12.0), (theme.ink, 5.0)):
            painter.setPen(round_pen(color, width * ring.width() / 540))
            painter.drawLine(
                QPointF(0, -radius - thickness * 0.4), QPointF(0, -radius + thickness * 1.5)
            )
        painter.restore()

    def _paint_words(self, painter: QPainter, theme: Theme, scale: Scale, inside: QRectF) -> None:
        words, radius = self.words, inside.width() / 2
        centre = inside.center()
        painter.setPen(theme.accent if self._is_live else theme.muted)
        bold = sized(self.font(), scale.text(2.8), QFont.Weight.DemiBold)
        self._line(painter, centre, radius * _CAPTION_Y, radius * 1.4, words.caption, bold)
        if words.icon:
            side = radius * 0.6
            place = QRectF(0, 0, side, side)
            place.moveCenter(centre - QPointF(0, radius * 0.06))
            draw_icon(painter, words.icon, place, theme.accent)
        if words.digits:
            self._paint_digits(painter, theme, centre, radius)
        painter.setPen(theme.ink)
        self._line(painter, centre, radius * _DETAIL_Y, radius * 1.66, words.detail, bold)
        top = radius * (_NOTE_TOP if words.detail else _DETAIL_Y - 0.07)
        self._paint_note(painter, theme, scale, QRectF(inside), centre.y() + top)

    def _paint_note(
        self, painter: QPainter, theme: Theme, scale: Scale, inside: QRectF, top: float
    ) -> None:
        radius = inside.width() / 2
        width = radius * 1.24
        normal, strong = QFont.Weight.Normal, QFont.Weight.DemiBold
        note_look = (theme.accent, strong) if self._may_end_early else (theme.ink, normal)
        for text, percent, (color, weight) in (
            (self.words.note, 2.3, note_look),
            (self.words.status, 1.9, (theme.muted, normal)),
        ):
            if not text:
                continue
            font = sized(self.font(), scale.text(percent), weight)
            height = block_height(text, font, width)
            if top + height > inside.bottom() - radius * 0.05:
                font = fitted(font, text, width)
                height = block_height(text, font, width)
            painter.setPen(color)
            box = QRect(round(inside.center().x() - width / 2), round(top), round(width), height)
            draw_block(painter, box, text, font, Qt.AlignmentFlag.AlignHCenter)
            top += height
            width = radius * 0.98

    def _paint_digits(
        self, painter: QPainter, theme: Theme, centre: QPointF, radius: float
    ) -> None:
        assert self._countdown is not None
        painter.setPen(theme.ink)
        middle = centre - QPointF(0, radius * _DIGITS_RISE)
        draw_digits(painter, middle, self.words.digits, self._digits_font(radius))

    def _digits_font(self, radius: float) -> QFont:
        assert self._countdown is not None
        widest = max(self.words.digits, widest_digits(self._countdown), key=len)
        strong = sized(self.font(), 1, QFont.Weight.DemiBold)
        return fitting_font(strong, widest, radius * _DIGITS_WIDTH, radius * _DIGITS_HEIGHT)

    def _paint_corners(self, painter: QPainter, theme: Theme, scale: Scale) -> None:
        """The whole lesson in the corners that a ring leaves free."""
        top_left = Qt.AlignmentFlag.AlignLeft
        self._corner(painter, theme, scale, self.tr("Lesson"), self.words.lesson_left, top_left)
        top_right = Qt.AlignmentFlag.AlignRight
        self._corner(painter, theme, scale, self.tr("Step"), self.step, top_right)

    def _corner(
        self,
        painter: QPainter,
        theme: Theme,
        scale: Scale,
        label: str,
        value: str,
        side: Qt.AlignmentFlag,
    ) -> None:
        small = scale.text(1.9)
        strong = sized(self.font(), scale.text(2.3), QFont.Weight.DemiBold)
        painter.setPen(theme.muted)
        painter.setFont(sized(self.font(), small))
        painter.drawText(QRectF(0, small * 0.16, self.width(), small * 1.5), side, label)
        painter.setPen(theme.ink)
        painter.setFont(strong)
        below = QRectF(0, small * 1.46, self.width(), strong.pixelSize() * 1.5)
        painter.drawText(below, side, value)

    def _line(
        self, painter: QPainter, centre: QPointF, y: float, width: float, text: str, font: QFont
    ) -> None:
        font = fitted(font, text, width)
        box = QRectF(0, 0, width, font.pixelSize() * 1.6)
        box.moveCenter(centre + QPointF(0, y))
        painter.setFont(font)
        painter.drawText(box, _CENTRED, text)

    @property
    def _may_end_early(self) -> bool:
        """Whether the least of a range is served while time goes on."""
        assert self._countdown is not None
        return self._countdown.may_end and self._countdown.face is Face.TIME

    @property
    def _is_live(self) -> bool:
        assert self._countdown is not None
        return self._countdown.state in (SessionState.RUNNING, SessionState.FINISHED)
