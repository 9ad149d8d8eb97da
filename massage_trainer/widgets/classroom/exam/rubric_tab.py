"""The lines of the rubric by area, each good, in part, or poor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.exam.sheet import Find, Level
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.mark_row import Loudness, MarkRow, RowList
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.exam.rubric import Area
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.theme import Scale

_LEVELS: Final = tuple(Level)


class RubricTab(QWidget):
    """Everything that is weighed; the line of the points follows from the tasks."""

    def __init__(
        self, exam: ExamViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self._language = language
        self.list = RowList(self)
        self._titles: dict[str, TextBlock] = {}
        self.rest: dict[str, Button] = {}
        self._points = TextBlock(2.5, "muted", parent=self)
        self._headings: list[QHBoxLayout] = []
        for area in exam.book.reading.rubric.areas:
            self._add_area(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def take_focus(self) -> None:
        """To the first line that was not judged."""
        attempt = self._exam.attempt
        rows = list(self.list.rows.values())
        unsaid = (row for row in rows if attempt and attempt.level(row.key) is None)
        row = next(unsaid, rows[0] if rows else None)
        if row is not None:
            row.setFocus()
            self.list.ensureWidgetVisible(row)

    def show_marks(self) -> None:
        attempt, language = self._exam.attempt, self._language()
        if attempt is None:
            return
        choices = (self.tr("Good"), self.tr("In part"), self.tr("Poor"))
        for area in self._exam.rubric.areas:
            if area.id not in self._titles:
                continue
            name = area.name.in_language(language)
            title = self.tr("{area} · {weight} %").format(area=name, weight=area.weight)
            self._titles[area.id].show_text(title)
            rest = self.rest[area.id]
            rest.setText(self.tr("The rest: good"))
            rest.setAccessibleName(f"{rest.text()}: {name}")
            rest.setEnabled(attempt.state.is_open)
            for item in area.items:
                text = item.text.in_language(language)
                if item.from_points:
                    self._points.show_text(self._points_text(text))
                elif row := self.list.rows.get(item.id):
                    level = attempt.level(item.id)
                    row.show_line(text, choices, _LEVELS.index(level) if level else -1)
                    row.set_open(on=attempt.state.is_open)
        self.list.align()

    def set_scale(self, scale: Scale) -> None:
        self.list.set_scale(scale)
        for words in (*self._titles.values(), self._points):
            words.set_scale(scale)
        for button in self.rest.values():
            button.set_text_px(scale.control_px)
        margin = scale.px(0.6, 3)
        for heading in self._headings:
            heading.setContentsMargins(margin, 3 * margin, margin, 0)
        self._points.setContentsMargins(2 * margin, margin, margin, margin)

    def _add_area(self, area: Area) -> None:
        title = TextBlock(2.8, "accent", QFont.Weight.DemiBold, self)
        rest = Button(ButtonKind.QUIET, None, self)
        rest.setObjectName(f"rest-{area.id}")
        lines = tuple(item.id for item in area.items if not item.from_points)
        rest.clicked.connect(partial(self._rest_good, lines))
        self._titles[area.id], self.rest[area.id] = title, rest
        heading = QWidget(self)
        row = QHBoxLayout(heading)
        row.addWidget(title, 1)
        row.addWidget(rest)
        self._headings.append(row)
        self.list.add_heading(heading)
        for item in area.items:
            if item.from_points:
                self.list.add_heading(self._points)
            else:
                line = MarkRow(item.id, [Loudness.PLAIN] * len(_LEVELS), self)
                line.chosen.connect(self._choose)
                self.list.add_row(line)

    def _points_text(self, line: str) -> str:
        """What the tasks came to, instead of buttons."""
        attempt = self._exam.attempt
        marks = [attempt.found(task.number) for task in attempt.tasks] if attempt else []
        finds = [Find(mark.value) for mark in marks if mark]
        if not finds:
            return self.tr("{line}: follows from the tasks").format(line=line)
        counts = {find: finds.count(find) for find in Find}
        return self.tr("{line}: {found} found, {near} near, {wrong} wrong").format(
            line=line,
            found=counts[Find.FOUND],
            near=counts[Find.NEAR],
            wrong=counts[Find.WRONG],
        )

    @Slot(str, int)
    def _choose(self, item: str, choice: int) -> None:
        self._exam.mark_level(item, _LEVELS[choice] if choice >= 0 else None)
        self.show_marks()

    def _rest_good(self, lines: tuple[str, ...]) -> None:
        self._exam.mark_rest_good(lines)
        self.show_marks()
