"""A lesson page at a step that presses points, and the hands on its picture."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from tests.plate_examples import marked_plates, plate_catalog, plate_judge, points_lesson
from tests.unit.widgets.lesson_stand import LessonStand

LEFT = Qt.MouseButton.LeftButton


class PlateStand(LessonStand):
    """What is done on a picture, in fractions of it."""

    def __init__(self, qtbot, *sides, places=None, plates=None, codes=("BL23", "BL25"), avoid=()):
        catalog = plate_catalog()
        super().__init__(
            qtbot,
            lesson=points_lesson(*(sides or (Side.BOTH,)), codes=codes, avoid=avoid),
            catalog=catalog,
            plates=plates or marked_plates(places),
            judge=plate_judge(catalog),
        )

    @property
    def view(self):
        return self.illustration.view

    @property
    def model(self):
        return self.illustration.model

    @property
    def told(self):
        """What the strip says; empty where it is not there."""
        strip = self.illustration.strip
        return "" if strip.isHidden() else strip.words.spoken

    def on_screen(self, at):
        return QPoint(*(round(part) for part in self.view.view.to_screen(at)))

    def touch(self, at, button=LEFT):
        QTest.mouseClick(self.view, button, pos=self.on_screen(at))

    def point_at(self, at):
        self.move(self.on_screen(at))

    def move(self, to, buttons=Qt.MouseButton.NoButton):
        """Sent, not asked for: the pointer of the test's screen may stand there already."""
        place = QPointF(to)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            self.view.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            buttons,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.view, event)

    def drag(self, start, end):
        QTest.mousePress(self.view, LEFT, pos=start)
        for step in range(1, 6):
            self.move(start + (end - start) * step / 5, LEFT)
        QTest.mouseRelease(self.view, LEFT, pos=end)

    def wheel(self, notches, at=None, modifiers=Qt.KeyboardModifier.ControlModifier):
        place = QPointF(at or self.view.rect().center())
        event = QWheelEvent(
            place,
            self.view.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)
        return event

    def settle(self):
        """Let what was put off happen: the large picture, the layout."""
        for _ in range(3):
            QApplication.processEvents()

    def press_key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.view, key, modifiers)
