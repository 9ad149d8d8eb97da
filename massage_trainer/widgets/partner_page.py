"""The page before a lesson: who is on the table, and six lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.keys import Action
from massage_trainer.domain.partner_screen import PartnerScreen, Tick
from massage_trainer.domain.partner_words import Stage
from massage_trainer.domain.protocol import RemarkKind
from massage_trainer.widgets.answer_row import AnswerRow
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.lesson_keys import PageKeys
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
    from massage_trainer.viewmodels.keys import KeysViewModel
    from massage_trainer.viewmodels.partner import PartnerViewModel

_TWO_COLUMNS_FROM: Final = 7
_REMARKS: Final = {
    RemarkKind.LEFT_OUT: (Icon.STOP, Tone.DANGER),
    RemarkKind.ASK_FIRST: (Icon.QUESTION, Tone.CAUTION),
    RemarkKind.CAREFUL: (Icon.WARNING, Tone.CAUTION),
}


class PartnerPage(QWidget):
    """Shows one question at a time in lines for a broad finger, a remote or one key."""

    def __init__(
        self,
        partner: PartnerViewModel,
        hands: HandsFreeViewModel,
        keys: KeysViewModel,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("partner-page")
        self._partner = partner
        self._hands = hands
        self._language = language
        self._scale = Scale(720)
        self._danger = False
        self._title = TextBlock(3.6, weight=QFont.Weight.DemiBold, parent=self)
        self._title.setObjectName("partner-title")
        self._urgent = TextBlock(2.6, "danger_ink", QFont.Weight.DemiBold, self)
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its lines take the focus
        self._remarks: list[DetailRow] = []
        self._rows: list[AnswerRow] = []
        self._grid = QGridLayout()
        self._yes = Button(ButtonKind.PRIMARY, Icon.CHECK, self)
        self._yes.setObjectName("line-true")
        self._something = Button(ButtonKind.PLAIN, Icon.LIST, self)
        self._something.setObjectName("line-noted")
        self._back = Button(ButtonKind.QUIET, Icon.BACK, self)
        self._back.setObjectName("partner-back")
        self._how = TextBlock(2.0, "muted", parent=self)
        self._lay_out()
        slots = {Action.PAUSE: hands.pause, Action.LIBRARY: partner.give_up}
        self.keys = PageKeys(self, keys, hands, slots)
        partner.changed.connect(self.show_screen)
        self._yes.clicked.connect(partial(hands.once, partner.on))
        self._something.clicked.connect(partial(hands.once, partner.choose))
        self._back.clicked.connect(partial(hands.once, partner.back))
        self.retranslate()

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The lines that are shown."""
        return tuple(row for row in self._rows if not row.isHidden())

    @Slot()
    def show_screen(self) -> None:
        """Show the question of now."""
        screen, language = self._partner.screen, self._language()
        if screen is None:
            return
        self._danger = screen.is_stop
        self._title.set_ink("danger_ink" if self._danger else "ink")
        self._title.show_text(screen.title.in_language(language))
        self.setAccessibleName(self._title.text())
        urgent = screen.is_stop and screen.is_urgent
        self._urgent.setVisible(urgent)
        self._show_remarks(screen)
        self._show_rows(screen)
        in_lines = screen.stage is Stage.LINES
        self._yes.setVisible(in_lines)
        self._something.setVisible(in_lines)
        self._how.show_text(self._how_text(screen.stage))
        self.update()
        row = self._rows[screen.lit]
        row.setFocus()
        self._grid.activate()
        self._scroll.ensureWidgetVisible(row, 0, self._scale.px(2))

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        for words in (self._title, self._urgent, self._how):
            words.set_scale(scale)
        self._scroll.set_scale(scale)
        for remark in self._remarks:
            remark.set_scale(scale)
        for row in self._rows:
            row.set_scale(scale)
        for button in (self._yes, self._something, self._back):
            button.set_text_px(scale.text(2.6))
        margin, gap = scale.px(3), scale.px(1)
        self._column.setContentsMargins(margin, scale.px(2), margin, scale.px(2))
        self._column.setSpacing(gap)
        self._scroll.column.setSpacing(gap)
        self._grid.setSpacing(gap)
        self._buttons.setSpacing(2 * gap)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._yes.setText(self.tr("True, go on"))
        self._something.setText(self.tr("Something came up"))
        self._back.setText(self.tr("Back"))
        self._urgent.show_text(self.tr("Emergency care now: call 115 or go to a hospital."))
        self.show_screen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_scale(Scale.of(self))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        screen = self._partner.screen
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self._hands.once(self._partner.take)
            case Qt.Key.Key_Down if screen:
                self._partner.light(screen.lit + 1)
            case Qt.Key.Key_Up if screen:
                self._partner.light(screen.lit - 1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._danger:
            band = QRectF(0, 0, self.width(), self._scroll.y())
            fill_card(QPainter(self), band, 0, theme_of(self).danger)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._urgent)
        self._column.addWidget(self._scroll, 1)
        self._scroll.column.addLayout(self._grid)
        self._scroll.column.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._something)
        self._buttons.addWidget(self._yes)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._how)
        self._urgent.hide()

    def _show_remarks(self, screen: PartnerScreen) -> None:
        """What was found means this."""
        remarks = screen.remarks if screen.stage is Stage.RESULT else ()
        while len(self._remarks) < len(remarks):
            row = DetailRow(2.4, self)
            row.set_scale(self._scale)
            self._scroll.column.insertWidget(len(self._remarks), row)
            self._remarks.append(row)
        for number, row in enumerate(self._remarks):
            if number < len(remarks):
                icon, tone = _REMARKS[remarks[number].kind]
                text = remarks[number].reason.in_language(self._language())
                row.show_line(DetailLine(icon, "", text, tone=tone))
            row.setVisible(number < len(remarks))

    def _show_rows(self, screen: PartnerScreen) -> None:
        items, language = screen.items, self._language()
        while len(self._rows) < len(items):
            row = AnswerRow(len(self._rows), self)
            row.set_scale(self._scale)
            row.entered.connect(self._partner.light)
            row.pressed_at.connect(self._hands.pick)
            self._rows.append(row)
            lead_tab(*self._rows, self._back, self._something, self._yes)
        columns = 2 if len(items) >= _TWO_COLUMNS_FROM else 1
        deep = -(-len(items) // columns)
        for number, row in enumerate(self._rows):
            self._grid.removeWidget(row)
            if number < len(items):
                row.set_dense(dense=columns > 1)
                self._grid.addWidget(row, number % deep, number // deep)
                lit = number == screen.lit
                row.show_item(items[number], language, self._tick_text(items[number].tick), lit=lit)
            row.setVisible(number < len(items))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _tick_text(self, tick: Tick) -> str:
        match tick:
            case Tick.NONE:
                return ""
            case Tick.OPEN:
                return self.tr("open")
            case Tick.YES:
                return self.tr("true")
            case Tick.NOTED:
                return self.tr("noted")

    def _how_text(self, stage: Stage) -> str:
        if stage is Stage.LINES:
            return self.tr("One key: a short press means true; a held one, something came up.")
        if stage is Stage.FINDINGS:
            return self.tr("One key: a short press goes on; a held one notes what is lit.")
        return self.tr("One key: a short press goes to the next choice, a held one takes it.")
