"""The row for the whole program: language, practice log, teacher, preferences, credits."""

from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from massage_trainer.domain.settings import Settings
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

# A language is named in itself, so that everyone finds the own one.
LANGUAGE_NAMES: Final = {"vi": "Tiếng Việt", "en": "English"}


class ToolRow(QWidget):
    """Buttons that are at hand on every page.

    Signals:
        language_chosen: str; ``vi`` or ``en``.
        teacher_clicked: the teacher wants the settings of the room.
        preferences_clicked: the settings of this computer are wanted.
        practice_clicked: the practice log is wanted.
        credits_clicked: the licences are wanted.
    """

    language_chosen = Signal(str)
    teacher_clicked = Signal()
    preferences_clicked = Signal()
    practice_clicked = Signal()
    credits_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = False
        self._codes = False
        self._group = QButtonGroup(self)
        self._languages = {name: self._language_button(name) for name in LANGUAGE_NAMES}
        self._practice = Button(ButtonKind.QUIET, None, self)
        self._practice.setObjectName("practice")
        self._teacher = Button(ButtonKind.QUIET, None, self)
        self._teacher.setObjectName("teacher")
        self._preferences = Button(ButtonKind.QUIET, None, self)
        self._preferences.setObjectName("preferences")
        self._credits = Button(ButtonKind.QUIET, None, self)
        self._credits.setObjectName("credits")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for button in self._buttons():
            self._row.addWidget(button)
        self._practice.clicked.connect(self.practice_clicked)
        self._teacher.clicked.connect(self.teacher_clicked)
        self._preferences.clicked.connect(self.preferences_clicked)
        self._credits.clicked.connect(self.credits_clicked)
        self._group.buttonClicked.connect(self._choose)
        self.retranslate()

    @Slot(Settings)
    def show_settings(self, settings: Settings) -> None:
        """Mark the language that is on."""
        self._languages.get(settings.language, self._languages["vi"]).setChecked(True)

    def set_small(self, *, small: bool, codes: bool = False) -> None:
        """Show icons and language codes instead of words, where something else needs the room.

        ``codes``: the languages alone are short.
        """
        if (small, codes) == (self._small, self._codes):
            return
        self._small, self._codes = small, codes
        self._practice.set_icon(Icon.LIST if small else None)
        self._teacher.set_icon(Icon.TEACHER if small else None)
        self._preferences.set_icon(Icon.SETTINGS if small else None)
        self._credits.set_icon(Icon.INFO if small else None)
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for button in self._buttons():
            button.set_text_px(scale.caption_px)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._practice.setToolTip(self.tr("What you have practised, and for how long (Ctrl+P)"))
        self._teacher.setToolTip(self.tr("Open questions, numbers and class dose (Ctrl+T)"))
        self._preferences.setToolTip(self.tr("Light or dark, sound, keys (Ctrl+,)"))
        self._credits.setToolTip(self.tr("What this program is made of, and its licences (F1)"))
        for button, words in (
            (self._practice, self.tr("Practice log")),
            (self._teacher, self.tr("Teacher settings")),
            (self._preferences, self.tr("Preferences")),
            (self._credits, self.tr("Credits")),
        ):
            button.setText("" if self._small else words)
            button.setAccessibleName(words)
        for language, button in self._languages.items():
            name = LANGUAGE_NAMES[language]
            button.setText(language.upper() if self._small or self._codes else name)
            button.setAccessibleName(name)
            button.setToolTip(self.tr("Language of the program and the lessons (Ctrl+L)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _choose(self) -> None:
        checked = self._group.checkedButton()
        for language, button in self._languages.items():
            if button is checked:
                self.language_chosen.emit(language)

    def _language_button(self, language: str) -> Button:
        button = Button(ButtonKind.QUIET, None, self)
        button.setObjectName(f"language-{language}")
        button.setCheckable(True)
        self._group.addButton(button)
        return button

    def _buttons(self) -> list[Button]:
        tools = (self._practice, self._teacher, self._preferences, self._credits)
        return [*self._languages.values(), *tools]
