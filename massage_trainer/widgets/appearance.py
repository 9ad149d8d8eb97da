"""Puts style, colours and type on the whole program and keeps them with the preferences."""

import sys

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QToolTip

from massage_trainer.domain.settings import Settings
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.fonts import text_font
from massage_trainer.widgets.theme import Theme, choose_theme, is_dark


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
        self._shown: Theme | None = None
        if not sys.platform.startswith("linux"):  # there it is the only one, and asking costs 5 ms
            app.setStyle("Fusion")
        app.setFont(text_font(families))
        # Read from the palette: asking for the colour scheme would name Qt (see ``drawing``).
        self._system_is_dark = is_dark(app.palette())
        self._apply()
        preferences.changed.connect(self._follow_preferences)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @Slot(Settings)
    def _follow_preferences(self, _settings: Settings) -> None:
        self._apply()

    @Slot()
    def _follow_system(self) -> None:
        from PySide6.QtCore import Qt

        self._system_is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._apply()

    def _apply(self) -> None:
        theme = choose_theme(self._preferences.value.theme, system_is_dark=self._system_is_dark)
        if theme is not self._shown:
            self._shown = theme
            self._app.setPalette(theme.palette())
            QToolTip.setPalette(theme.palette())
