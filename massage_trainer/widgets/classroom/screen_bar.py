"""The console's row for the screen of the class: which one, show, clear or take away, swap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.classroom.screens import Standing
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.class_keys import with_class_keys
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.screens import ScreenInfo
    from massage_trainer.viewmodels.class_screens import ClassScreensViewModel
    from massage_trainer.viewmodels.classroom import ClassroomViewModel

_HINT = 1.9


class ScreenBar(QWidget):
    """One row; below it a line where there is something to know."""

    def __init__(
        self,
        screens: ClassScreensViewModel,
        classroom: ClassroomViewModel,
        open_key: str,
        swap_key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("screen-bar")
        self._screens = screens
        self._classroom = classroom
        self._open_key, self._swap_key = open_key, swap_key
        self._listed: list[tuple[str, str]] = []
        self._label = QLabel(self)
        self.choice = ChoiceBox(self)
        self.choice.setObjectName("class-screen")
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self._label.setBuddy(self.choice)
        self.show_button = Button(ButtonKind.PLAIN, Icon.EYE, self)
        self.show_button.setObjectName("show-class")
        self.clear_button = Button(ButtonKind.PLAIN, Icon.TAKE_DOWN, self)
        self.clear_button.setObjectName("clear-class")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.swap_button = Button(ButtonKind.PLAIN, Icon.REPEAT, self)
        self.swap_button.setObjectName("swap-screens")
        self.hint = TextBlock(_HINT, "muted", parent=self)
        self._row = QHBoxLayout()
        for part in (self._label, self.choice, *self._buttons()):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.hint)
        self.choice.activated.connect(self._choose)
        self.show_button.clicked.connect(screens.toggle)
        self.swap_button.clicked.connect(screens.swap)
        self.clear_button.clicked.connect(classroom.clear)
        screens.changed.connect(self.retranslate)
        for changed in (classroom.shown_changed, classroom.prepared_changed):
            changed.connect(self._follow)
        self._follow()
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for part in (self._label, self.choice):
            part.setFont(sized(part.font(), scale.caption_px))
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        self.hint.set_scale(scale)
        margin = scale.px(1)
        self._column.setContentsMargins(2 * margin, margin // 2, 2 * margin, margin // 2)
        self._column.setSpacing(margin // 2)
        self._row.setSpacing(scale.unit)

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the language of now, as the screens stand now."""
        screens = self._screens
        self._label.setText(self.tr("Screen of the class"))
        self.choice.setAccessibleName(self.tr("Screen of the class"))
        self._list_walls()
        words = self.tr("Take away from the class") if screens.is_open else self.tr("Show to class")
        self.show_button.setText(words)
        self.show_button.setToolTip(f"{words} ({self._open_key})")
        if screens.is_open:
            self.show_button.setToolTip(words)
        alone = len(screens.walls) < 2
        swap = self.tr("Show over this window") if alone else self.tr("Swap the screens")
        self.swap_button.setText(swap)
        self.swap_button.setToolTip(f"{swap} ({self._swap_key})")
        self.clear_button.setText(self.tr("Clear the screen"))
        taken = self.tr("Take down what the class sees; a waiting page stands there then")
        self.clear_button.setToolTip(with_class_keys(taken, ClassAction.CLEAR))
        standing = screens.plan.standing
        self.swap_button.setEnabled(standing in (Standing.OWN, Standing.OVER, Standing.UNDER))
        hint = self._hint_text()
        self.hint.show_text(hint)
        self.hint.setVisible(bool(hint))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _follow(self) -> None:
        self.clear_button.setEnabled(not self._classroom.is_clear)

    def _buttons(self) -> tuple[Button, ...]:
        return self.show_button, self.clear_button, self.swap_button

    def _list_walls(self) -> None:
        screens = self._screens
        walls = screens.walls
        listed = [
            (wall.title or self._nameless(number, wall), wall.key)
            for number, wall in enumerate(walls, 1)
        ]
        here = [
            (self.choice.itemText(n), self.choice.itemData(n)) for n in range(self.choice.count())
        ]
        if listed != here:
            self.choice.clear()
            for title, key in listed:
                self.choice.addItem(title, key)
        target = screens.target
        if target is not None:
            self.choice.setCurrentIndex(self.choice.findData(target.key))
        self.choice.setEnabled(len(walls) > 1)

    def _nameless(self, number: int, wall: ScreenInfo) -> str:
        """What stands for the name that a system does not give."""
        text = self.tr("Screen {number} ({width} × {height})")
        return text.format(number=number, width=wall.width, height=wall.height)

    def _hint_text(self) -> str:
        screens = self._screens
        match screens.plan.standing:
            case Standing.WAITING:
                return self.tr(
                    "The screen of the class has gone. The lesson goes on; "
                    "when the screen is back, so is the picture."
                )
            case Standing.BY_HAND:
                return self.tr(
                    "Windows cannot be placed here: drag “What the class sees” "
                    "to the projector and press F11 there."
                )
            case Standing.UNDER:
                return self.tr("The picture of the class lies under this window.")
            case Standing.CLOSED if len(screens.walls) < 2:
                return self.tr(
                    "With one screen the picture covers this window. Back: Esc, {key}, "
                    "or move the mouse or tap and press the button."
                ).format(key=self._swap_key)
            case _:
                return ""

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._screens.choose(str(self.choice.itemData(at)))
