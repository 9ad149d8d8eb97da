"""The settings of this computer."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from massage_trainer.domain.live_policy import LiveWish
from massage_trainer.domain.plate import ClientBody
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.sound_settings import SoundSettings
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.scaled_dialog import ScaledDialog, scrolling
from massage_trainer.widgets.setting_words import setting_title
from massage_trainer.widgets.sound_sheet import SoundSheet
from massage_trainer.widgets.tab_bar import QuietTabBar
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import THEME_CHOICES
from massage_trainer.widgets.toggles import WrappingCheck
from massage_trainer.widgets.tool_row import LANGUAGE_NAMES


class PreferencesDialog(ScaledDialog):
    """What is seen and how it goes, and what is heard; every change holds at once.

    Signals:
        keys_clicked: the table of keys is wanted.
    """

    keys_clicked = Signal()

    def __init__(
        self,
        preferences: PreferencesViewModel,
        sound: SoundSettings,
        parent: QWidget,
        clients: Collection[ClientBody] = tuple(ClientBody),
    ) -> None:
        super().__init__(QSize(104, 92), parent)
        self._preferences = preferences
        self._clients = [client for client in ClientBody if client in clients]
        self._titles = {name: QLabel(self) for name in ("language", "theme", "client", "live")}
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
        self._live = ChoiceBox(self)
        self._live.setObjectName("live")
        for wish in LiveWish:
            self._live.addItem(wish.value, wish.value)
        self._still = WrappingCheck(self)
        self._still.setObjectName("reduce-motion")
        self._still_words = self._explanation()
        self._wait = WrappingCheck(self)
        self._wait.setObjectName("wait-at-zero")
        self._wait_words = self._explanation()
        self._oily = WrappingCheck(self)
        self._oily.setObjectName("oily-hands")
        self._oily_words = self._explanation()
        self._keys = Button(ButtonKind.PLAIN, Icon.LIST, self)
        self._keys.setObjectName("keys")
        self._keys.clicked.connect(self.keys_clicked)
        self._sound = SoundSheet(sound, preferences, self.scale, self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("tabs")
        self._tabs.setTabBar(QuietTabBar(self._tabs))
        self._tabs.setDocumentMode(True)
        self._lay_out()
        self._show_values()
        self._connect()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        language = self._preferences.value.language
        for number, words in enumerate((self.tr("General"), self.tr("Sound"))):
            self._tabs.setTabText(number, words)
        self._sound.retranslate()
        boxes = {
            "language": self._language,
            "theme": self._theme,
            "client": self._client,
            "live": self._live,
        }
        for name, box in boxes.items():
            words = setting_title(name, language)
            self._titles[name].setText(words)
            box.setAccessibleName(words)
        for row, words in enumerate((self.tr("As the system"), self.tr("Light"), self.tr("Dark"))):
            self._theme.setItemText(row, words)
        bodies = {ClientBody.MAN: self.tr("A man"), ClientBody.WOMAN: self.tr("A woman")}
        for row, client in enumerate(self._clients):
            self._client.setItemText(row, bodies[client])
        live = (self.tr("Where they run smoothly"), self.tr("Always"), self.tr("Never"))
        for row, words in enumerate(live):
            self._live.setItemText(row, words)
        self._still.setText(setting_title("reduce_motion", language))
        self._still_words.setText(
            self.tr(
                "The picture changes with the phases of a step, but does not show the movement"
                " over and over."
            )
        )
        self._still.setAccessibleDescription(self._still_words.text())
        self._wait.setText(setting_title("wait_at_zero", language))
        self._wait_words.setText(
            self.tr(
                "When a time is over, the lesson waits until you press Done. Otherwise it goes on"
                " by itself."
            )
        )
        self._wait.setAccessibleDescription(self._wait_words.text())
        self._keys.setText(self.tr("Keys…"))
        self._oily.setText(setting_title("oily_hands", language))
        self._oily_words.setText(
            self.tr(
                "The whole page of a lesson is one button: a tap is next or done, a hold pauses."
                " The page of the pause ends it."
            )
        )
        self._oily.setAccessibleDescription(self._oily_words.text())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(3 * self.scale.unit)
        form.setVerticalSpacing(2 * self.scale.unit)
        form.addRow(self._titles["language"], self._language)
        form.addRow(self._titles["theme"], self._theme)
        form.addRow(self._titles["client"], self._client)
        form.addRow(self._titles["live"], self._live)
        # Nobody is asked to choose between one.
        form.setRowVisible(self._client, len(self._clients) > 1)
        general = QWidget()
        column = QVBoxLayout(general)
        column.setContentsMargins(0, 0, self.scale.unit, 0)
        column.setSpacing(2 * self.scale.unit)
        column.addLayout(form)
        for part in (
            self._still,
            self._still_words,
            self._wait,
            self._wait_words,
            self._oily,
            self._oily_words,
        ):
            column.addWidget(part)
        column.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        pages = []
        for sheet in (general, self._sound):
            pages.append(page := QWidget(self._tabs))
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 2 * self.scale.unit, 0, 0)
            inside.addWidget(scrolling(sheet, self))
            self._tabs.addTab(page, "")
        self.column.addWidget(self._tabs, 1)
        self.add_close_button()
        lead_tab(self._tabs.tabBar(), *pages)

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
        self._live.setCurrentIndex(self._live.findData(LiveWish.of(value.live).value))
        self._still.setChecked(value.reduce_motion)
        self._wait.setChecked(value.wait_at_zero)
        self._oily.setChecked(value.oily_hands)

    def _connect(self) -> None:
        self._language.activated.connect(self._store)
        self._theme.activated.connect(self._store)
        self._client.activated.connect(self._store)
        self._live.activated.connect(self._store)
        self._still.clicked.connect(self._store)
        self._wait.clicked.connect(self._store)
        self._oily.clicked.connect(self._store)

    @Slot()
    def _store(self) -> None:
        self._preferences.update(
            language=self._language.currentData(),
            theme=self._theme.currentData(),
            client=self._client.currentData(),
            live=self._live.currentData(),
            reduce_motion=self._still.isChecked(),
            wait_at_zero=self._wait.isChecked(),
            oily_hands=self._oily.isChecked(),
        )
