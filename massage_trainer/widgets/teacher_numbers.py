"""Every number of the lessons, grouped by lesson and step, to be set by the teacher."""

from collections.abc import Callable, Iterator
from itertools import groupby

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.protocol import Protocol
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.viewmodels.teacher import TeacherNumber, TeacherViewModel
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.scaled_dialog import scrolling
from massage_trainer.widgets.teacher_number import NumberRow
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.verdict_words import point_text


class TeacherNumbers(QWidget):
    """The numbers of one lesson at a time; a list above changes the lesson."""

    def __init__(
        self,
        teacher: TeacherViewModel,
        language: Callable[[], str],
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._teacher = teacher
        self._language = language
        self._scale = scale
        self._numbers = teacher.numbers()
        self._lessons: list[Protocol] = []
        for number in self._numbers:
            if number.lesson not in self._lessons:
                self._lessons.append(number.lesson)
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self._which = QLabel(self)
        self._lesson = ChoiceBox(self)
        self._lesson.setObjectName("lesson")
        self._lesson.addItems([lesson.id for lesson in self._lessons])
        self._which.setBuddy(self._lesson)
        self._rows: list[NumberRow] = []
        self._titles: list[tuple[QLabel, TeacherNumber]] = []
        self._area = scrolling(QWidget(), self)
        top = QHBoxLayout()
        top.addWidget(self._which)
        top.addWidget(self._lesson, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * scale.unit)
        column.addWidget(self._intro)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self._show_lesson()
        self._lesson.currentIndexChanged.connect(self._show_lesson)
        teacher.changed.connect(self._show_values)

    @Slot()
    def retranslate(self) -> None:
        """Show everything in the language of now."""
        language = self._language()
        self._intro.setText(
            self.tr(
                "Less than the source asks for is marked “shortened for practice” in the lesson,"
                " every other change as set by you. A range may be chosen freely inside its bounds."
            )
        )
        self._which.setText(self.tr("Lesson"))
        self._lesson.setAccessibleName(self.tr("Lesson"))
        for row, lesson in enumerate(self._lessons):
            self._lesson.setItemText(row, lesson.name.in_language(language))
        for title, number in self._titles:
            whole = self.tr("The whole lesson")
            title.setText(number.step.name.in_language(language) if number.step else whole)
        self._show_values()

    @Slot()
    def _show_values(self) -> None:
        choices: TeacherChoices = self._teacher.choices
        for row in self._rows:
            number = row.number
            row.show_value(choices.amounts.get(number.amount.key), self._point(number))

    @Slot()
    def _show_lesson(self) -> None:
        """Build the rows of the chosen lesson."""
        self._rows, self._titles = [], []
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, self._scale.unit, 0)
        column.setSpacing(2 * self._scale.unit)
        for numbers in self._by_step():
            column.addWidget(self._panel(numbers, sheet))
        column.addStretch()
        self._area.setWidget(sheet)
        self.retranslate()

    def _by_step(self) -> Iterator[list[TeacherNumber]]:
        lesson = self._lessons[self._lesson.currentIndex()] if self._lessons else None
        chosen = [number for number in self._numbers if number.lesson is lesson]
        for _, numbers in groupby(chosen, key=lambda n: n.step.id if n.step else ""):
            yield list(numbers)

    def _panel(self, numbers: list[TeacherNumber], parent: QWidget) -> Panel:
        panel = Panel(PanelKind.CARD, parent)
        panel.set_radius(self._scale.radius)
        title = QLabel(panel)
        title.setWordWrap(True)
        title.setFont(sized(self.font(), self._scale.control_px, QFont.Weight.DemiBold))
        self._titles.append((title, numbers[0]))
        column = QVBoxLayout(panel)
        column.setContentsMargins(*[2 * self._scale.unit] * 4)
        column.setSpacing(self._scale.unit)
        column.addWidget(title)
        for number in numbers:
            row = NumberRow(number, panel)
            row.chosen.connect(self._teacher.set_amount)
            column.addWidget(row)
            self._rows.append(row)
        return panel

    def _point(self, number: TeacherNumber) -> str:
        """The acupoint in a key such as ``lesson/step.BL23.hold``."""
        parts = number.amount.key.rpartition("/")[2].split(".")
        point = self._teacher.catalog.points.get(parts[1]) if len(parts) > 2 else None
        return point_text(point, self._language()) if point else ""
