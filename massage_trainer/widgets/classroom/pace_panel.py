"""The time of a running class hour, and what the instructor does about it.

``PacePanel(flow.pace, language)``: place it where there is room for some lines above a row of
buttons; ``set_scale`` and ``retranslate`` come from the sheet, the rest it hears itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.countdown import clock_text
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.pace_words import (
    coming_text,
    end_text,
    left_text,
    moves_text,
    slower_text,
    swap_text,
    turn_text,
)
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quantities import duration_text
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.class_pace import ClassPaceViewModel, Pace
    from massage_trainer.widgets.theme import Scale

_PERCENT = 2.1
_BESIDE_EMS = 28  # of its letters: narrower, and labels stand above


class PacePanel(QWidget):
    """Whose turn, time left, the end and its moves, what the pairs are told; two buttons."""

    def __init__(
        self,
        pacing: ClassPaceViewModel,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pacing = pacing
        self._language = language
        self._scroll = TextScroll(self)
        self._turn = TextBlock(2.4, weight=QFont.Weight.DemiBold, parent=self._scroll.body)
        self._rows = {
            name: DetailRow(_PERCENT, self._scroll.body)
            for name in ("reminder", "end", "over", "partner", "swap", "coming", "moves", "left")
        }
        self._slower = Button(ButtonKind.PLAIN, Icon.PLUS_15, self)
        self._slower.setObjectName("slower-pairs")
        self._show = Button(ButtonKind.PLAIN, Icon.HAND, self)
        self._show.setObjectName("demonstrate")
        for button in (self._slower, self._show):  # a click leaves the keyboard where it is
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._slower.clicked.connect(pacing.wait_for_slower)
        self._show.clicked.connect(pacing.demonstrate)
        pacing.changed.connect(self._show_pace)
        pacing.planned.connect(self._to_top)
        self.retranslate()

    @property
    def lines(self) -> dict[str, str]:
        """What stands there now, by name; for those who look without eyes."""
        shown = {name: row.line.text for name, row in self._rows.items() if row.line.text}
        return {"turn": self._turn.text(), **shown}

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scroll.set_scale(scale)
        self._scroll.column.setSpacing(scale.px(0.5))
        self._turn.set_scale(scale)
        for row in self._rows.values():
            row.set_scale(scale)
        for button in (self._slower, self._show):
            button.set_text_px(scale.caption_px)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow column labels stand above their words, and one button above the other."""
        wide = sum(each.sizeHint().width() for each in (self._slower, self._show))
        wide += 3 * self._buttons.spacing()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(across if wide < self.width() else down)
        for row in self._rows.values():
            if self.width() < row.fontMetrics().height() * _BESIDE_EMS:
                row.put_label_above()
            else:
                row.put_label_beside()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._scroll.setAccessibleName(self.tr("Time of the class hour"))
        self._slower.setText(self.tr("Slower pairs: +15 s"))
        self._show_pace(self._pacing.pace)

    def _lay_out(self) -> None:
        self._scroll.column.addWidget(self._turn)
        for row in self._rows.values():
            self._scroll.column.addWidget(row)
        self._scroll.column.addStretch(1)
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self._slower, self._show):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)

    @Slot(object)
    def _show_pace(self, pace: Pace | None) -> None:
        self._turn.show_text(turn_text(pace) if pace else "")
        for name, row in self._rows.items():
            row.show_line(self._line(name, pace) if pace else _NOTHING)
            row.setVisible(bool(row.line.text))
        on = pace is not None and pace.started and not pace.finished
        self._slower.setEnabled(pace is not None and pace.may_wait)
        self._slower.setToolTip(slower_text(pace))
        self._slower.setAccessibleDescription(slower_text(pace))
        self._show.setEnabled(on)
        watching = pace is not None and pace.paused
        self._show.set_icon(Icon.PLAY if watching else Icon.HAND)
        self._show.setText(self._show_words(pace))

    def _show_words(self, pace: Pace | None) -> str:
        if pace is None or not pace.paused:
            return self.tr("Pause to demonstrate")
        if pace.demonstrating_ms is None:
            return self.tr("Go on")
        return self.tr("Go on (shown for {time})").format(time=clock_text(pace.demonstrating_ms))

    def _line(self, name: str, pace: Pace) -> DetailLine:
        match name:
            case "left":
                return DetailLine(Icon.CLOCK, self.tr("Left"), left_text(pace))
            case "end":
                return DetailLine(Icon.STOP, self.tr("End"), end_text(pace), strong=True)
            case "moves":
                return DetailLine(Icon.INFO, self.tr("Why"), moves_text(pace))
            case "swap":
                return DetailLine(Icon.REPEAT, self.tr("Swap"), swap_text(pace))
            case "over":
                return _over(self.tr("{time} beyond the hour"), pace.over_ms)
            case "reminder" if pace.reminder:
                words = pace.reminder.text.in_language(self._language())
                label = self.tr("All pairs")
                return DetailLine(Icon.PERSON, label, words, strong=True, tone=Tone.SOFT)
            case "coming" if pace.coming and pace.started and not pace.finished:
                words = coming_text(pace.coming, self._language())
                return DetailLine(Icon.NEXT, self.tr("Coming"), words)
            case "partner" if pace.partner_had_ms:
                text = self.tr("The first partner had {time} more here")
                words = text.format(time=duration_text(pace.partner_had_ms))
                return DetailLine(Icon.INFO, "", words, tone=Tone.SOFT)
        return _NOTHING

    @Slot()
    def _to_top(self) -> None:
        self._scroll.to_top()


_NOTHING = DetailLine(None, "", "")


def _over(text: str, over_ms: int) -> DetailLine:
    seconds_ms = over_ms // 1_000 * 1_000
    if not seconds_ms:
        return _NOTHING
    words = text.format(time=duration_text(seconds_ms))
    return DetailLine(Icon.WARNING, "", words, tone=Tone.CAUTION)
