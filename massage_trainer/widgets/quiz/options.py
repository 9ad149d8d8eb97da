"""Answers to choose from: by mouse, by digit, by arrow keys and the space bar."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import lay_out
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextLayout

    from massage_trainer.domain.quiz.question import Option

_MOST: Final = 9  # as many as there are digits


class Mark(Enum):
    """What is known of an option."""

    OPEN = auto()
    TRIED = auto()  # not right, and tries are left
    RIGHT = auto()
    WRONG = auto()  # chosen, and not right


_ICONS: Final = {Mark.TRIED: Icon.CLOSE, Mark.RIGHT: Icon.CHECK, Mark.WRONG: Icon.CLOSE}


class OptionRow(QAbstractButton):
    """One option: its digit, its words, and after the answer a sign."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"option-{number}")
        self.setCheckable(True)
        self._number = number
        self._mark = Mark.OPEN
        self._round = True
        self._layouts: dict[int, tuple[QTextLayout, float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def mark(self) -> Mark:
        return self._mark

    def show_option(self, words: str, *, one_of_many: bool) -> None:
        self._mark = Mark.OPEN
        self._round = one_of_many
        self.setText(words)
        self.setChecked(False)
        self.setEnabled(True)
        self._tell(words)

    def show_mark(self, mark: Mark, words: str) -> None:
        """Mark it; ``words`` say so to those who do not see it."""
        self._mark = mark
        self.setEnabled(False)
        self._tell(words)

    def set_text_px(self, pixel_size: int) -> None:
        self.setFont(sized(self.font(), pixel_size))
        self._layouts.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width)[1] + self._pad)

    def sizeHint(self) -> QSize:
        width = round(self.fontMetrics().horizontalAdvance(self.text()) + self._left + self._right)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left + self._right + 6 * self._em, 2 * self._em)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # it confirms; some desktops would press the option with it
        elif step is None:
            super().keyPressEvent(event)
        elif step > 0:
            self.focusNextChild()
        else:
            self.focusPreviousChild()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, em = theme_of(self), self._em
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        chosen = self.isChecked()
        edge = theme.accent if chosen or self._mark is Mark.RIGHT else theme.outline
        painter.setPen(QPen(edge, 2.4 if chosen else 1.2))
        lit = chosen or (self.underMouse() and self.isEnabled())
        painter.setBrush(theme.accent_soft if lit else theme.surface)
        painter.drawRoundedRect(body, em * 0.4, em * 0.4)
        ink = theme.muted if self._mark is Mark.TRIED else theme.ink
        badge = QRectF(em * 0.45, (self.height() - em * 1.25) / 2, em * 1.25, em * 1.25)
        painter.setPen(QPen(theme.outline, 1.2))
        painter.setBrush(theme.accent if chosen else theme.paper)
        radius = em * 0.62 if self._round else em * 0.2
        painter.drawRoundedRect(badge, radius, radius)
        painter.setPen(theme.accent_ink if chosen else theme.muted)
        painter.setFont(self.font())
        if self._number <= _MOST:
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(ink)
        layout, height = self._layout(self.width())
        layout.draw(painter, QRectF(self._left, (self.height() - height) / 2, 1, 1).topLeft())
        if icon := _ICONS.get(self._mark):
            place = QRectF(self.width() - em * 1.5, (self.height() - em) / 2, em, em)
            draw_icon(
                painter, icon, place, theme.danger_ink if icon is Icon.CLOSE else theme.accent
            )
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), em * 0.5, theme.ink)

    def _tell(self, words: str) -> None:
        self.setAccessibleName(f"{self._number}. {words}")
        self._layouts.clear()
        self.updateGeometry()
        self.update()

    @property
    def _em(self) -> int:
        return max(8, self.font().pixelSize())

    @property
    def _pad(self) -> int:
        return round(self._em * 0.7)

    @property
    def _left(self) -> int:
        return round(self._em * 2.2)

    @property
    def _right(self) -> int:
        return round(self._em * 1.8)

    def _layout(self, width: int) -> tuple[QTextLayout, float]:
        if width not in self._layouts:
            room = max(1, width - self._left - self._right)
            left = Qt.AlignmentFlag.AlignLeft
            self._layouts[width] = lay_out(self.text(), self.font(), room, left)
        return self._layouts[width]


class OptionList(QWidget):
    """The options of a question, one of which may be chosen, or several.

    Signals:
        chosen: frozenset of str; the ids that are chosen now.
    """

    chosen = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._many = False
        self._px = 16
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.rows: list[OptionRow] = []

    @property
    def shown(self) -> list[OptionRow]:
        return self.rows[: len(self._options)]

    def show_options(self, options: Sequence[Option], language: str, *, many: bool) -> None:
        """Show these, none of them chosen."""
        self._options, self._many = tuple(options), many
        while len(self.rows) < len(options):
            row = OptionRow(len(self.rows) + 1, self)
            row.set_text_px(self._px)
            row.clicked.connect(self._follow)
            self._column.addWidget(row)
            self.rows.append(row)
            lead_tab(*self.rows, at=self)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(options))
            words = options[number].text.in_language(language) if number < len(options) else ""
            row.show_option(words, one_of_many=not many)

    def say_again(self, language: str) -> None:
        """The same options in another language; what is chosen stays."""
        for option, row in zip(self._options, self.rows, strict=False):
            checked, enabled, mark = row.isChecked(), row.isEnabled(), row.mark
            words = option.text.in_language(language)
            row.show_option(words, one_of_many=not self._many)
            row.setChecked(checked)
            if not enabled:
                self._mark(row, mark)

    def pick(self, number: int) -> None:
        """The option with this digit."""
        if 1 <= number <= len(self._options) and self.rows[number - 1].isEnabled():
            self.rows[number - 1].setFocus()
            self.rows[number - 1].click()

    def close_tried(self, tried: frozenset[str]) -> None:
        """What was chosen in vain cannot be chosen again; nothing is chosen now."""
        for option, row in zip(self._options, self.rows, strict=False):
            row.setChecked(False)
            if option.id in tried and not self._many:
                self._mark(row, Mark.TRIED)

    def tell(self, right: frozenset[str], chosen: frozenset[str]) -> None:
        """Which are right, and which were chosen and are not."""
        for option, row in zip(self._options, self.rows, strict=False):
            row.setChecked(option.id in chosen)
            if option.id in right:
                self._mark(row, Mark.RIGHT)
            elif option.id in chosen:
                self._mark(row, Mark.WRONG)
            else:
                self._mark(row, Mark.OPEN)

    def set_scale(self, scale: Scale) -> None:
        self._px = scale.text(2.4)
        self._column.setSpacing(scale.px(0.7))
        for row in self.rows:
            row.set_text_px(self._px)

    def _mark(self, row: OptionRow, mark: Mark) -> None:
        """Mark it, and say so to those who do not see it."""
        words = {
            Mark.OPEN: "{option}",
            Mark.TRIED: self.tr("{option}: tried"),
            Mark.RIGHT: self.tr("{option}: right"),
            Mark.WRONG: self.tr("{option}: not right"),
        }
        row.show_mark(mark, words[mark].format(option=row.text()))

    @Slot()
    def _follow(self) -> None:
        clicked = self.sender()
        if not self._many:
            for row in self.rows:
                row.setChecked(row is clicked)
        pairs = zip(self._options, self.rows, strict=False)
        self.chosen.emit(frozenset(option.id for option, row in pairs if row.isChecked()))
