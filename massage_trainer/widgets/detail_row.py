"""One line of an instruction: an icon, a small label, the words, and a chip behind them."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.chip import Chip, ChipKind
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.text_block import BASE_LINE, CAPITALS_MIDDLE, LINE_HEIGHT, TextBlock
from massage_trainer.widgets.theme import Scale, Theme, theme_of

BODY_PERCENT: Final = 3.0
LABEL_PERCENT: Final = 2.0
LABEL_EMS: Final = 7.2  # width of the column of labels, in sizes of their font


class Tone(Enum):
    """The ground a line stands on."""

    PAPER = auto()
    SOFT = auto()
    CAUTION = auto()
    DANGER = auto()


@dataclass(frozen=True, slots=True)
class DetailLine:
    """What a line shows; without a label the words take its place."""

    icon: Icon | None
    label: str
    text: str
    chip: str = ""
    chip_kind: ChipKind = ChipKind.PLAIN
    strong: bool = False
    apart: bool = False  # begins a group: a hairline and more room above
    tone: Tone = Tone.PAPER


class DetailRow(QWidget):
    """Shows a DetailLine: label beside the words, or above them where the column is narrow."""

    def __init__(
        self,
        percent: float = BODY_PERCENT,
        parent: QWidget | None = None,
        label_ems: float | None = LABEL_EMS,
    ) -> None:
        super().__init__(parent)
        self.line = DetailLine(None, "", "")
        self._percent = percent
        self._label_ems = label_ems  # None: only as wide as the label is
        self._beside = True
        self._scale = Scale(720)
        self._heights: dict[int, int] = {}
        self._label = TextBlock(LABEL_PERCENT, "muted", parent=self)
        self._words = TextBlock(percent, parent=self)
        self._chip = Chip(ChipKind.PLAIN, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: DetailLine) -> None:
        if line == self.line:
            return
        self.line = line
        ink = _ink(line.tone)
        self._label.show_text(line.label)
        self._label.set_ink("muted" if line.tone in (Tone.PAPER, Tone.SOFT) else ink)
        self._label.setVisible(bool(line.label))
        self._words.set_ink(ink)
        self._words.set_weight(QFont.Weight.DemiBold if line.strong else QFont.Weight.Normal)
        self._words.show_text(line.text)
        self._chip.show_text(line.chip, line.chip_kind)
        self._chip.setVisible(bool(line.chip))
        self._refresh()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for part in (self._label, self._words, self._chip):
            part.set_scale(scale)
        self._refresh()

    def put_label_beside(self) -> None:
        """For wide columns."""
        if not self._beside:
            self._beside = True
            self._refresh()

    def put_label_above(self) -> None:
        """For narrow columns."""
        if self._beside:
            self._beside = False
            self._refresh()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._scale.px(12))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(12), self._line_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._arrange(self.width(), move=True)
            self.updateGeometry()  # the height that was told belongs to another width
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self.line.apart:
            painter.setPen(theme.line)
            painter.drawLine(0, 0, self.width(), 0)
        fill = _fill(self.line.tone, theme)
        if fill is not None:
            fill_card(painter, QRectF(self.rect()), self._scale.radius, fill)
        if self.line.icon:
            color: QColor = getattr(theme, _ink(self.line.tone))
            ink = theme.accent if self.line.tone in (Tone.PAPER, Tone.SOFT) else color
            size = self._icon_size
            percent = LABEL_PERCENT if self._stacked else self._percent
            middle = self._top + self._scale.text(percent) * CAPITALS_MIDDLE
            place = QRectF(self._pad, middle - size / 2, size, size)
            draw_icon(painter, self.line.icon, place, ink)

    def _refresh(self) -> None:
        width = self.width()
        self._heights = {width: self._arrange(width, move=True)}
        self.updateGeometry()
        self.update()

    def _arrange(self, width: int, *, move: bool) -> int:
        """Place the parts in this width; answers the height."""
        scale, pad = self._scale, self._pad
        left = pad + self._icon_size + scale.px(1.2) if self.line.icon else pad
        top = label_bottom = self._top
        if self.line.label and not self._stacked:
            column = self._label.natural_width()
            if self._label_ems is not None:
                column = round(scale.text(LABEL_PERCENT) * self._label_ems)
            # Beside a larger first line the label is let down to the same base line.
            larger = scale.text(self._percent) - scale.text(LABEL_PERCENT)
            drop = round(larger * BASE_LINE)
            height = self._label.heightForWidth(column)
            if move:
                self._label.setGeometry(left, top + drop, column, height)
            left += column + scale.px(1.2)
            label_bottom = top + drop + height
        elif self.line.label:
            room = max(1, width - left - pad)
            height = self._label.heightForWidth(room)
            if move:
                self._label.setGeometry(left, top, room, height)
            top += height
        bottom = self._arrange_words(QRect(left, top, max(1, width - left - pad), 0), move=move)
        return max(bottom, label_bottom, self._top + self._line_height) + pad

    def _arrange_words(self, room: QRect, *, move: bool) -> int:
        chip = self._chip.sizeHint() if self.line.chip else QSize(0, 0)
        gap = self._scale.px(1.2)
        natural = self._words.natural_width()
        beside = self.line.chip and natural + gap + chip.width() <= room.width()
        width = natural if beside else room.width()
        height = self._words.heightForWidth(width)
        if move:
            self._words.setGeometry(room.left(), room.top(), width, height)
        bottom = room.top() + height
        if not self.line.chip:
            return bottom
        if beside:
            middle = round(self._scale.text(self._percent) * CAPITALS_MIDDLE)
            at = QPoint(room.left() + natural + gap, room.top() + middle - chip.height() // 2)
        else:
            at = QPoint(room.left(), bottom)
            bottom += chip.height() + self._scale.px(0.4)
        if move:
            self._chip.setGeometry(QRect(at, chip.boundedTo(QSize(room.width(), chip.height()))))
        return bottom

    @property
    def _stacked(self) -> bool:
        return bool(self.line.label) and not self._beside

    @property
    def _pad(self) -> int:
        return 0 if self.line.tone is Tone.PAPER else self._scale.px(1.4)

    @property
    def _top(self) -> int:
        """Less than at the sides: the first line brings room for accents with it."""
        return self._pad // 2 + (self._scale.px(1.2) if self.line.apart else 0)

    @property
    def _icon_size(self) -> int:
        return self._scale.px(2.8, 16)

    @property
    def _line_height(self) -> int:
        return round(self._scale.text(self._percent) * LINE_HEIGHT)


def _ink(tone: Tone) -> str:
    """The field of Theme to write with."""
    return {Tone.CAUTION: "caution_ink", Tone.DANGER: "danger_ink"}.get(tone, "ink")


def _fill(tone: Tone, theme: Theme) -> QColor | None:
    match tone:
        case Tone.PAPER:
            return None
        case Tone.SOFT:
            return theme.accent_soft
        case Tone.CAUTION:
            return theme.caution
        case Tone.DANGER:
            return theme.danger
