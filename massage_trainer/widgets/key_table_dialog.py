"""The table of all keys, to be read and to be changed."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.keys import ACTION_WORDS, Action, Refusal, RefusalKind
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.key_names import key_words
from massage_trainer.widgets.key_rows import KeyCatcher, KeyRow
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.scaled_dialog import ScaledDialog, scrolling
from massage_trainer.widgets.tab_order import lead_tab

_LEAST_MS, _MOST_MS, _STEP_MS = 0, 1_000, 50
_FIRST_OF_THE_LESSON = Action.DONE  # what stands before it is for busy hands


class KeyTableDialog(ScaledDialog):
    """Every change holds at once; a key that is in use already is refused."""

    def __init__(
        self,
        keys: KeysViewModel,
        preferences: PreferencesViewModel,
        language: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(QSize(140, 94), parent)
        self._keys = keys
        self._preferences = preferences
        self._language = language
        self._wanted: Action | None = None
        self._table = QWidget()
        self._headings = [self._heading() for _ in range(3)]
        self._rows = [KeyRow(action, self.scale, self._table) for action in Action]
        self._fixed = QLabel(self._table)
        self._fixed.setWordWrap(True)
        self._fixed.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._merge = NumberBox()
        self._merge.setObjectName("merge-ms")
        self._merge.setRange(_LEAST_MS, _MOST_MS)
        self._merge.setSingleStep(_STEP_MS)
        self._merge.setValue(preferences.value.press_merge_ms)
        self._stepper = Stepper(self._merge, self._table)
        self._merge_words = QLabel(self._table)
        self._merge_words.setWordWrap(True)
        self._catcher = KeyCatcher(self.scale, self)
        self._message = Message(self.scale, self)
        self._message.setObjectName("message")
        self._lay_out()
        self._connect()
        self.add_close_button()
        first = [row.action for row in self._rows].index(_FIRST_OF_THE_LESSON)
        lead_tab(*self._rows[:first], self._stepper, *self._rows[first:], self._reset)

    @property
    def message(self) -> str:
        """What was last told about a key."""
        return self._message.text

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        for heading, words in zip(
            self._headings,
            (self.tr("With busy hands"), self.tr("Lesson and picture"), self.tr("Always")),
            strict=True,
        ):
            heading.setText(words)
        self._fixed.setText(
            self.tr(
                "Digits: go to this step, or take this choice of the pause. Enter: press the button"
                " that has the focus, or done. On a picture that can be turned and has the focus:"
                " arrow keys turn it, with Shift they pull it, + and - go nearer and away, 0 goes"
                " back. F11: full screen. Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4, Ctrl+5: lessons, atlas,"
                " quiz, progress, class. Ctrl+P practice log. Ctrl+, preferences. Ctrl+T teacher"
                " settings. Ctrl+L language. F1 credits. Ctrl+Q quit."
            )
        )
        self._merge.setSuffix(self.tr(" ms"))
        self._merge_words.setText(self.tr("Presses nearer to each other than this count once."))
        self._stepper.name(self.tr("Presses that count as one"), self.tr("Less"), self.tr("More"))
        self._reset.setText(self.tr("All keys as at first"))
        self._show_keys()

    def _heading(self) -> QLabel:
        heading = QLabel(self._table)
        heading.setFont(sized(self.font(), self.scale.control_px, QFont.Weight.DemiBold))
        heading.setContentsMargins(0, 2 * self.scale.unit, 0, 0)
        return heading

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 2 * self.scale.unit, 0)
        column.setSpacing(0)
        column.addWidget(self._headings[0])
        for row in self._rows:
            if row.action is _FIRST_OF_THE_LESSON:
                column.addLayout(self._merging())
                column.addWidget(self._headings[1])
            column.addWidget(row)
        column.addWidget(self._headings[2])
        column.addWidget(self._fixed)
        column.addStretch()
        self.column.addWidget(scrolling(self._table, self), 1)
        self._reset = Button(ButtonKind.PLAIN, Icon.UNDO, self)  # after the table in Tab's order
        self._reset.setObjectName("reset")
        self.column.addWidget(self._catcher)
        self.column.addWidget(self._message)
        self.column.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)

    def _merging(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, self.scale.unit, 0, 0)
        row.addWidget(self._merge_words, 1)
        row.addWidget(self._stepper)
        return row

    def _connect(self) -> None:
        self._keys.changed.connect(self._show_keys)
        self._merge.valueChanged.connect(self._store_merge)
        self._reset.clicked.connect(self._keys.reset)
        self._catcher.caught.connect(self._take)
        self._catcher.given_up.connect(self._return_focus)
        for row in self._rows:
            row.add_clicked.connect(self._ask)
            row.remove_clicked.connect(self._remove)

    @Slot()
    def _show_keys(self) -> None:
        for row in self._rows:
            row.show_keys(self._keys.map, self._language())
        with QSignalBlocker(self._merge):
            self._merge.setValue(self._preferences.value.press_merge_ms)

    @Slot(int)
    def _store_merge(self, milliseconds: int) -> None:
        self._preferences.update(press_merge_ms=milliseconds)

    @Slot(Action)
    def _ask(self, action: Action) -> None:
        self._wanted = action
        self._message.hide()
        self._catcher.catch(
            self.tr("Press the new key for “{action}” now. Esc: no other key.").format(
                action=self._words(action)
            )
        )

    @Slot(str)
    def _take(self, key: str) -> None:
        if self._wanted is not None:
            self._tell(self._keys.add(self._wanted, key))
        self._return_focus()

    @Slot(Action, str)
    def _remove(self, action: Action, key: str) -> None:
        self._wanted = action
        self._tell(self._keys.remove(action, key))
        self._return_focus()

    @Slot()
    def _return_focus(self) -> None:
        """To the line that was changed: its key may be gone."""
        wanted, self._wanted = self._wanted, None
        for row in self._rows:
            if row.action is wanted:
                row.focus()

    def _tell(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._message.hide()
            return
        self._message.warn(self._reason(refusal))

    def _reason(self, refusal: Refusal) -> str:
        key = key_words(refusal.key)
        match refusal.kind:
            case RefusalKind.TAKEN if refusal.owner is not None:
                return self.tr("{key} is taken: “{action}”. Take it away there first.").format(
                    key=key, action=self._words(refusal.owner)
                )
            case RefusalKind.LAST if refusal.owner is not None:
                return self.tr("“{action}” must keep a key. Give it another one first.").format(
                    action=self._words(refusal.owner)
                )
            case _:
                return self.tr("{key} always does the same and cannot be given away.").format(
                    key=key
                )

    def _words(self, action: Action) -> str:
        return ACTION_WORDS[action].in_language(self._language())
