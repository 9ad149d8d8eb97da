"""The settings of this computer."""

from collections.abc import Collection
from dataclasses import fields

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.theme import THEME_CHOICES
from massage_trainer.widgets.toggles import WrappingCheck
from massage_trainer.widgets.tool_row import LANGUAGE_NAMES


class PreferencesDialog(ScaledDialog):
    """Language, light or dark, the pictures, and the end of a time; every change holds at once."""

    def __init__(
        self,
        preferences: PreferencesViewModel,
        parent: QWidget,
        clients: Collection[ClientBody] = tuple(ClientBody),
    ) -> None:
        super().__init__(QSize(84, 56), parent)
        self._preferences = preferences
        self._clients = [client for client in ClientBody if client in clients]
        self._titles = {name: QLabel(self) for name in ("language", "theme", "client")}
        self._language = ChoiceBox(self)
        self._language.setObjectName("language")
        for language, name in LANGUAGE_NAMES.items():
            self._language.addItem(name, language)
        self._theme = ChoiceBox(self)
        self._theme.setObjectName("theme")
        for theme in THEME_CHOICES:
            self._theme.addItem(theme, theme)
        self._client = ChoiceBox(self)
        self._client.setObjectName("client")
        for client in self._clients:
            self._client.addItem(client.value, client.value)
        self._still = WrappingCheck(self)
        self._still.setObjectName("reduce-motion")
        self._still_words = self._explanation()
        self._wait = WrappingCheck(self)
        self._wait.setObjectName("wait-at-zero")
        self._wait_words = self._explanation()
        self._lay_out()
        self._show_values()
        self._connect()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        language = self._preferences.value.language
        titles: dict[str, LocalizedText] = {f.name: f.metadata["title"] for f in fields(Settings)}
        boxes = {"language": self._language, "theme": self._theme, "client": self._client}
        for name, box in boxes.items():
            words = titles[name].in_language(language)
            self._titles[name].setText(words)
            box.setAccessibleName(words)
        for row, words in enumerate((self.tr("As the system"), self.tr("Light"), self.tr("Dark"))):
            self._theme.setItemText(row, words)
        bodies = {ClientBody.MAN: self.tr("A man"), ClientBody.WOMAN: self.tr("A woman")}
        for row, client in enumerate(self._clients):
            self._client.setItemText(row, bodies[client])
        self._still.setText(titles["reduce_motion"].in_language(language))
        self._still_words.setText(
            self.tr(
                "The picture changes with the phases of a step, but does not show the movement"
                " over and over."
            )
        )
        self._still.setAccessibleDescription(self._still_words.text())
        self._wait.setText(titles["wait_at_zero"].in_language(language))
        self._wait_words.setText(
            self.tr(
                "When a time is over, the lesson waits until you press Done. Otherwise it goes on"
                " by itself."
            )
        )
        self._wait.setAccessibleDescription(self._wait_words.text())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(3 * self.scale.unit)
        form.setVerticalSpacing(2 * self.scale.unit)
        form.addRow(self._titles["language"], self._language)
        form.addRow(self._titles["theme"], self._theme)
        form.addRow(self._titles["client"], self._client)
        # Nobody is asked to choose between one.
        form.setRowVisible(self._client, len(self._clients) > 1)
        self.column.addLayout(form)
        self.column.addWidget(self._still)
        self.column.addWidget(self._still_words)
        self.column.addWidget(self._wait)
        self.column.addWidget(self._wait_words)
        self.column.addStretch()
        self.add_close_button()

    def _explanation(self) -> QLabel:
        words = QLabel(self)
        words.setWordWrap(True)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return words

    def _show_values(self) -> None:
        value = self._preferences.value
        self._language.setCurrentIndex(self._language.findData(value.language))
        self._theme.setCurrentIndex(self._theme.findData(value.theme))
        self._client.setCurrentIndex(max(0, self._client.findData(value.client)))
        self._still.setChecked(value.reduce_motion)
        self._wait.setChecked(value.wait_at_zero)

    def _connect(self) -> None:
        self._language.activated.connect(self._store)
        self._theme.activated.connect(self._store)
        self._client.activated.connect(self._store)
        self._still.clicked.connect(self._store)
        self._wait.clicked.connect(self._store)

    @Slot()
    def _store(self) -> None:
        self._preferences.update(
            language=self._language.currentData(),
            theme=self._theme.currentData(),
            client=self._client.currentData(),
            reduce_motion=self._still.isChecked(),
            wait_at_zero=self._wait.isChecked(),
        )
