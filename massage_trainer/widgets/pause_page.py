"""The page of a pause: what can be done now, in zones for a broad finger or one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.domain.pause_menu import (
    CHOICE_WORDS,
    MENU_ADVICE,
    MENU_WORDS,
    Choice,
    MenuKind,
    PauseMenu,
)
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale, theme_of
from massage_trainer.widgets.zones import ZoneField

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel

HEIGHT_PART: Final = 0.56  # of the page, from below: picture, side and countdown stay in sight
_ICONS: Final = {
    Choice.GO_ON: Icon.PLAY,
    Choice.TAKE_PART: Icon.CHECK,
    Choice.EASE: Icon.HAND,
    Choice.BACK: Icon.UNDO,
    Choice.SKIP: Icon.NEXT,
    Choice.END: Icon.STOP,
    Choice.START: Icon.PLAY,
    Choice.LIBRARY: Icon.BOOK,
    Choice.BUTTONS: Icon.SETTINGS,
    Choice.RETURN: Icon.BACK,
    Choice.REASON_PARTNER: Icon.PERSON,
    Choice.REASON_HURTS: Icon.WARNING,
    Choice.REASON_CAUTION: Icon.HAND,
    Choice.REASON_NO_TIME: Icon.CLOCK,
    Choice.REASON_NOT_LEARNT: Icon.BOOK,
    Choice.REASON_OTHER: Icon.QUESTION,
}


class PausePage(QWidget):
    """Lies over the lower half of the lesson page while there is something to choose."""

    def __init__(
        self, hands: HandsFreeViewModel, language: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pause-page")
        self._hands = hands
        self._language = language
        self._menu: PauseMenu | None = None
        self._scale = Scale(720)
        self._title = TextBlock(3.0, weight=QFont.Weight.DemiBold, parent=self)
        self._title.setObjectName("pause-title")
        self._advice = TextBlock(2.2, "danger_ink", parent=self)
        self._how = TextBlock(2.0, "muted", parent=self)
        self.field = ZoneField(self)
        self._column = QVBoxLayout(self)
        for part in (self._title, self._advice):
            self._column.addWidget(part)
        self._column.addWidget(self.field, 1)
        self._column.addWidget(self._how)
        hands.menu_changed.connect(self.show_menu)
        self.field.chosen.connect(self._choose)
        self.field.entered.connect(self._enter)
        self.hide()

    @Slot(object)
    def show_menu(self, menu: PauseMenu | None) -> None:
        """Show what can be chosen, or go away."""
        before, self._menu = self._menu, menu
        if menu is None:
            self.hide()
            return
        new = before is None or (before.kind, before.choices) != (menu.kind, menu.choices)
        if new:
            self._show_words(menu)
        if self.isHidden():
            self.place()
            self.show()
            self.raise_()
        self.field.light(menu.lit)

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for part in (self._title, self._advice, self._how, self.field):
            part.set_scale(scale)
        pad = scale.px(1.6)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(scale.px(1))
        self.place()

    def retranslate(self) -> None:
        if self._menu is not None:
            self._show_words(self._menu)
            self.field.light(self._menu.lit)

    def place(self) -> None:
        """Take the lower half of the page."""
        page = self.parentWidget()
        if page is None:
            return
        margin = self._scale.px(0.6)
        top = round(page.height() * (1 - HEIGHT_PART))
        area = QRect(0, top, page.width(), page.height() - top)
        self.setGeometry(area.adjusted(margin, 0, -margin, -margin))
        self._column.activate()
        self.field.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the zones nothing lies under the page that could be meant."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        hurt = self._menu is not None and self._menu.kind is MenuKind.HURT
        fill = theme.danger if hurt else theme.accent_soft
        fill_card(QPainter(self), QRectF(self.rect()), self._scale.radius, fill, theme.outline)

    def _show_words(self, menu: PauseMenu) -> None:
        language = self._language()
        title = MENU_WORDS[menu.kind].in_language(language)
        advice = MENU_ADVICE.get(menu.kind)
        hurt = menu.kind is MenuKind.HURT
        self._title.set_ink("danger_ink" if hurt else "ink")
        self._how.set_ink("danger_ink" if hurt else "ink")
        self._title.show_text(title)
        self._advice.show_text(advice.in_language(language) if advice else "")
        self._advice.setVisible(advice is not None)
        self._how.show_text(
            self.tr("One key: a short press goes to the next choice, a held one takes it.")
        )
        self.setAccessibleName(title)
        self.field.show_zones(
            [(_ICONS[each], CHOICE_WORDS[each].in_language(language)) for each in menu.choices]
        )
        self._column.activate()
        self.field.arrange()
        self.update()

    @Slot(int)
    def _choose(self, number: int) -> None:
        if self._menu is not None:
            self._hands.tap(self._menu.choices[number])

    @Slot(int)
    def _enter(self, number: int) -> None:
        if self._menu is not None:
            self._hands.light(self._menu.choices[number])
