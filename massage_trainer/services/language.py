"""Install the words of a language in the running program."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


class LanguageService:
    """Swaps translators; open windows are told by Qt (``LanguageChange``) and re-label themselves.

    Each language is a folder under ``assets/i18n`` with ``*.qm`` files: our words, and Qt's own
    (it brings no Vietnamese).
    """

    def __init__(self, folder: Path, app: QCoreApplication) -> None:
        self._folder = folder
        self._app = app
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Make this the language of the program."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        for path in sorted((self._folder / language).glob("*.qm")):
            translator = QTranslator(self._app)
            if translator.load(str(path)):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(language))
