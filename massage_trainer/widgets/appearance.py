"""Puts style, colours and type on the whole program and keeps them with the preferences."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QToolTip

from massage_trainer.domain.settings import Settings
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.fonts import text_font
from massage_trainer.widgets.theme import choose_theme


class Appearance(QObject):
    """Follows the preference for light or dark, and the system where it is ``auto``."""

    def __init__(
        self,
        app: QApplication,
        preferences: PreferencesViewModel,
        families: list[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._preferences = preferences
        app.setStyle("Fusion")
        app.setFont(text_font(families))
        self._apply()
        preferences.changed.connect(self._follow_preferences)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot(Settings)
    def _follow_preferences(self, _settings: Settings) -> None:
        self._apply()

    @Slot(Qt.ColorScheme)
    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        self._apply()

    def _apply(self) -> None:
        system_is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        theme = choose_theme(self._preferences.value.theme, system_is_dark=system_is_dark)
        palette = theme.palette()
        if palette != self._app.palette():
            self._app.setPalette(palette)
            QToolTip.setPalette(palette)
