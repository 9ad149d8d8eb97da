"""The sheet of the exam over the shipped points and pictures, and hands on it."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.exam_results import ExamResultFiles
from massage_trainer.viewmodels.class_tools import ClassTools
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.exam.exam_files import ExamFiles
from massage_trainer.widgets.classroom.exam.sheet import ExamSheet
from massage_trainer.widgets.classroom.exam.wall_line import WallLine
from massage_trainer.widgets.plate.still_picture import StillPicture
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.theme import Scale
from tests.exam_stand import ExamStand
from tests.quiz_examples import shipped_source
from tests.unit.widgets.quiz_stand import shipped_plates
from tests.unit.widgets.shell_stand import FakePicker

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class ExamSheetStand(ExamStand):
    """``pages`` collects what would be written as pages."""

    def __init__(self, qtbot, size=(1366, 700), language="en", store=None):
        super().__init__(store)
        self.language = language
        catalog = shipped_source().catalog
        self.sheet = ExamSheet(
            self.exam,
            ControlBar(self.classroom, ClassTools(self.classroom), badge=False),
            WallLine(self.classroom, lambda: self.language),
            StillPicture(shipped_plates(), PlateWords(catalog, language)),
            lambda: self.language,
            lambda: ClientBody.MAN,
        )
        self.picker = FakePicker()
        self.pages = []
        ExamFiles(self.book, self.sheet.candidates, self.picker, ExamResultFiles(), self)
        qtbot.add_widget(self.sheet)
        self.resize(*size)
        self.sheet.show()
        self.sheet.arrive()
        self.settle()

    def write(self, path, result):
        self.pages.append((path, result))

    def resize(self, width, height):
        self.sheet.resize(width, height)
        self.sheet.set_scale(Scale.of(self.sheet))
        self.settle()

    def settle(self):
        for _ in range(5):
            QApplication.processEvents()

    @property
    def part(self):
        return self.sheet.attempt

    def open_tab(self, number):
        self.part.tabs.setCurrentIndex(number)
        self.settle()

    def begin(self):
        super().begin()
        self.settle()
        return self.exam

    def press(self, *keys, modifiers=NONE):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.sheet, key, modifiers)
            self.settle()

    def click_picture(self, at):
        canvas = self.part.tasks.picture.canvas
        place = QPointF(*canvas.view.to_screen(at))
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, LEFT),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(kind, place, canvas.mapToGlobal(place), LEFT, buttons, NONE)
            QApplication.sendEvent(canvas, event)

    def spot(self, code, side):
        """Where the picture shows a point."""
        places = shipped_plates().places(self.part.tasks.picture.still)
        return next(
            spot.at
            for key, sides in places.points.items()
            if key.partition("@")[0] == code
            for each, spot in sides.items()
            if each is side
        )

    @property
    def shown_words(self):
        """Everything that the class could read."""
        return repr(self.classroom.shown)
