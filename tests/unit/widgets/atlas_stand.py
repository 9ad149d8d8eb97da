"""The page of the atlas on its own, and hands on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from massage_trainer.domain.atlas import Atlas
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.language import LanguageService
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.atlas import AtlasViewModel
from massage_trainer.widgets.atlas.page import AtlasPage
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.theme import Scale
from tests.quiz_examples import shipped_source

KEY = Qt.Key


class Stand:
    """The page on its own, with everything that is shipped."""

    def __init__(self, qtbot, qapp, language="en", *, moves=False):
        self.source = shipped_source()
        self.language = language
        self.words = LanguageService(assets_dir() / "i18n", qapp)
        self.words.install(language)
        self.plates = PlateFiles(assets_dir() / "plates", read_plate_index(assets_dir() / "plates"))
        self.atlas = AtlasViewModel(lambda: Atlas(self.source))
        self.page = AtlasPage(
            self.atlas,
            self.plates,
            lambda: PlateWords(self.source.catalog, self.language),
            lambda: self.language,
            lambda: ClientBody.MAN,
            lambda: moves,
        )
        qtbot.add_widget(self.page)
        self.page.resize(1366, 720)
        with qtbot.wait_active(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.set_scale(Scale(720))
        self.page.arrive()

    @property
    def drawing(self):
        return self.page.picture.canvas.drawing

    @property
    def code(self):
        return self.atlas.code

    def marks(self, *signs):
        return [mark for mark in self.drawing.marks if mark.sign in signs]

    def button(self, name):
        return self.page.findChild(QPushButton, name)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifiers)

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget() or self.page, text)

    def where(self, key, side):
        """Where a point stands on the canvas."""
        picture = self.page.picture
        spot = picture.places.points[key][side]
        return QPoint(*(round(each) for each in picture.canvas.view.to_screen(spot.at)))

    def say(self, language):
        self.language = language
        self.words.install(language)

    def close(self):
        self.page.close()
        self.plates.close()
        self.words.install("none")
