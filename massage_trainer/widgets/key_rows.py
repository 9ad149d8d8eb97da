"""The lines of the key table: what is done, by which keys, and the way to another one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.keys import ACTION_WORDS, Action, KeyMap
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.key_names import key_of, key_words
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import Scale, theme_of


class KeyRow(QWidget):
    """One action and its keys.

    Signals:
        add_clicked: Action; another key is wanted for it.
        remove_clicked: Action, str; this key is not wanted any more.
    """

    add_clicked = Signal(Action)
    remove_clicked = Signal(Action, str)

    def __init__(self, action: Action, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        self._scale = scale
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._chips: list[Button] = []
        self._add = Button(ButtonKind.QUIET, Icon.PLUS, self)
        self._add.setObjectName(f"add-{action.value}")
        self._add.clicked.connect(self._wish)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(scale.unit)
        self._keys.addWidget(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scale.unit // 2, 0, scale.unit // 2)
        row.setSpacing(2 * scale.unit)
        row.addWidget(self._words, 1)
        row.addLayout(self._keys)

    def show_keys(self, keys: KeyMap, language: str) -> None:
        """Show the keys of now, in the language of now."""
        words = ACTION_WORDS[self.action].in_language(language)
        self._words.setText(words)
        for chip in self._chips:
            self._keys.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key, words) for key in keys.keys(self.action)]
        for number, chip in enumerate(self._chips):
            self._keys.insertWidget(number, chip)
            chip.show()
        lead_tab(*self._chips, self._add, at=self)
        another = self.tr("Another key: {action}").format(action=words)
        self._add.setAccessibleName(another)
        self._add.setToolTip(another)

    def focus(self) -> None:
        """Bring the keyboard to this line."""
        self._add.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme_of(self).line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _chip(self, key: str, words: str) -> Button:
        chip = Button(ButtonKind.PLAIN, Icon.CLOSE, self)
        chip.setObjectName(f"key-{self.action.value}-{key}")
        chip.setText(key_words(key))
        remove = self.tr("Take the key {key} away: {action}").format(
            key=key_words(key), action=words
        )
        chip.setAccessibleName(remove)
        chip.setToolTip(remove)
        chip.clicked.connect(partial(self.remove_clicked.emit, self.action, key))
        return chip

    def _wish(self) -> None:
        self.add_clicked.emit(self.action)


class KeyCatcher(Panel):
    """Takes the next key that is pressed, whatever it does elsewhere.

    Signals:
        caught: str; its portable name.
        given_up: Esc was pressed, or the focus went elsewhere.
    """

    caught = Signal(str)
    given_up = Signal()

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(PanelKind.SOFT, parent)
        self.setObjectName("key-catcher")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.addWidget(self._words)
        self.set_radius(scale.radius)
        self.light_up()
        self.hide()

    def catch(self, words: str) -> None:
        """Ask for a key in these words."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible():
            self.hide()
            self.given_up.emit()

    def _take(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if not key:
            return
        self.hide()
        if key == "Esc":
            self.given_up.emit()
        else:
            self.caught.emit(key)
