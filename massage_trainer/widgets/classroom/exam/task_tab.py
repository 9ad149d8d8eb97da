"""The task that is on: its words, the picture to click where the candidate pointed, the verdict."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.exam.pool import steps_by_id
from massage_trainer.domain.exam.sheet import Find, TaskKind
from massage_trainer.domain.quiz.names import how_to_find
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.exam_words import find_text, found_text
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET, Loudness, MarkButton
from massage_trainer.widgets.classroom.exam.task_drawing import task_drawing
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import dose_text
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.exam.sheet import TaskResult
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.plate.still_picture import StillPicture
    from massage_trainer.widgets.theme import Scale

_PICTURE_SHARE: Final = 60  # of the width, in percent
STEP_CUN: Final = 0.1
LONG_STEP_CUN: Final = 1.0
_FINDS: Final = tuple(Find)
_TURNS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}  # as a remote sends them
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskTab(QWidget):
    """Only the examiner sees it: it shows the right place and the dose as taught."""

    def __init__(
        self,
        exam: ExamViewModel,
        picture: StillPicture,
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self.picture = picture
        self._language = language
        self._client = client
        self._aim: Fraction | None = None  # of the keyboard, before Enter
        self._task: TaskResult | None = None
        self._count = TextBlock(2.2, "muted", parent=self)
        self._text = TextBlock(3.2, weight=QFont.Weight.DemiBold, parent=self)
        self._verdict = TextBlock(2.6, weight=QFont.Weight.DemiBold, parent=self)
        self._hint = TextBlock(2.2, "muted", parent=self)
        self._answer = TextBlock(2.3, parent=self)
        self._scroll = TextScroll(self)
        self.back = Button(ButtonKind.PLAIN, Icon.BACK, self)
        self.onward = Button(ButtonKind.PRIMARY, Icon.NEXT, self)
        self.finds = [MarkButton(Loudness.PLAIN, self) for _ in _FINDS]
        self._lay_out()
        self.back.clicked.connect(partial(exam.step_task, -1))
        self.onward.clicked.connect(partial(exam.step_task, 1))
        for number, button in enumerate(self.finds):
            button.clicked.connect(partial(self._mark, number))
        picture.place_touched.connect(self._click)
        picture.touch_withdrawn.connect(exam.undo)
        picture.step_wanted.connect(self._step)

    @property
    def verdict_text(self) -> str:
        """What is said of the place that was clicked."""
        return self._verdict.text()

    def take_focus(self) -> None:
        ways = self.onward if self.onward.isEnabled() else self.back
        target = ways if self.picture.isHidden() else self.picture.canvas
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self) -> None:
        attempt, task = self._exam.attempt, self._exam.task
        if attempt is None or task is None:
            self._task = None
            return
        shot = self._exam.shot
        if task != self._task:
            self._task, self._aim = task, None
            is_point = task.kind is not TaskKind.STROKE
            self._keep_focus(pictured=shot is not None, is_point=is_point)
            self.picture.setVisible(shot is not None)
            if shot is not None:
                self.picture.show_shot(shot, self._client())
            self._scroll.to_top()
        self._count.show_text(
            self.tr("Task {number} of {count}").format(number=task.number, count=len(attempt.tasks))
        )
        self._text.show_text(task.text.in_language(self._language()))
        is_point = task.kind is not TaskKind.STROKE
        mark = attempt.found(task.number)
        for find, button in zip(_FINDS, self.finds, strict=True):
            button.setText(find_text(find))
            button.setChecked(mark is not None and mark.value == find.value)
            button.setEnabled(attempt.state.is_open)
            button.setVisible(is_point)
        catalog = self._exam.book.source.catalog
        words = found_text(mark, self._exam.verdict, catalog, self._language()) if mark else ""
        self._verdict.show_text(words)
        self._verdict.setVisible(bool(words))
        self._hint.show_text(self._hint_text(is_point=is_point, clickable=shot is not None))
        self._answer.show_text(self._answer_text(task))
        self._scroll.setAccessibleName(self.tr("As it is taught"))
        self._show_ways(task.number, len(attempt.tasks))
        self._draw()

    def set_scale(self, scale: Scale) -> None:
        for words in (self._count, self._text, self._verdict, self._hint, self._answer):
            words.set_scale(scale)
        self.picture.set_scale(scale)
        for button in self.finds:
            button.set_scale(scale)
        for way in (self.back, self.onward):
            way.set_text_px(scale.text(2.5))
            way.setMinimumHeight(max(LEAST_TARGET, scale.px(5.6)))
        self._scroll.set_scale(scale)
        gap = scale.px(1)
        self._row.setContentsMargins(0, gap, 0, 0)
        self._row.setSpacing(2 * gap)
        for layout in (self._column, self._marks, self._ways, self._scroll.column):
            layout.setSpacing(gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        number = key - Qt.Key.Key_1
        if 0 <= number < len(self.finds) and not self.finds[0].isHidden():
            self.finds[number].click()
        elif key in _TURNS:
            self._exam.step_task(_TURNS[Qt.Key(key)])
        elif key in _ENTER and self._aim is not None and not event.isAutoRepeat():
            self._click(self.picture.place_at(self._aim), self._aim)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.picture, _PICTURE_SHARE)
        self._column = QVBoxLayout()
        self._row.addLayout(self._column, 100 - _PICTURE_SHARE)
        self._column.addWidget(self._count)
        self._column.addWidget(self._text)
        self._marks = QHBoxLayout()
        for button in self.finds:
            self._marks.addWidget(button, 1)
        self._column.addLayout(self._marks)
        self._column.addWidget(self._scroll, 1)
        for words in (self._verdict, self._hint, self._answer):
            self._scroll.column.addWidget(words)
        self._scroll.column.addStretch(1)
        self._ways = QHBoxLayout()
        self._ways.addWidget(self.back, 1)
        self._ways.addWidget(self.onward, 2)
        self._column.addLayout(self._ways)
        lead_tab(self.picture, self)

    def _keep_focus(self, *, pictured: bool, is_point: bool) -> None:
        """What hides gives the keyboard to the next task, not to a button of the wall."""
        focused = self.focusWidget()
        lost = [] if pictured else [self.picture, *self.picture.findChildren(QWidget)]
        lost += [] if is_point else self.finds
        if focused in lost and focused.hasFocus():
            self.onward.setFocus()

    def _show_ways(self, number: int, count: int) -> None:
        self.back.setText(self.tr("Back"))
        self.onward.setText(self.tr("Next task"))
        onward = number < count
        if not onward and self.onward.hasFocus():
            self.back.setFocus()  # else the keyboard would land on a button of the wall
        self.onward.setEnabled(onward)
        if number == 1 and self.back.hasFocus():
            self.onward.setFocus()
        self.back.setEnabled(number > 1)

    def _hint_text(self, *, is_point: bool, clickable: bool) -> str:
        if not is_point:
            return self.tr("How it was done is marked on the marking sheet.")
        if clickable:
            return self.tr("Click where the candidate points, or mark by eye.")
        return self.tr("No picture shows this point: mark by eye.")

    def _answer_text(self, task: TaskResult) -> str:
        """As it is taught, for whoever examines."""
        language = self._language()
        point = self._exam.book.source.catalog.points.get(task.subject)
        if task.kind is not TaskKind.STROKE:
            return how_to_find(point).in_language(language) if point else ""
        step = steps_by_id(self._exam.book.source).get(task.subject)
        if step is None:
            return ""
        dose = self.tr("Dose as taught: {dose}").format(dose=dose_text(step.dose))
        return f"{dose}\n{step.words.do.in_language(language)}"

    def _draw(self) -> None:
        if self._task is None or self.picture.isHidden():
            self.picture.draw(BodyDrawing())
            return
        catalog = self._exam.book.source.catalog
        self.picture.draw(task_drawing(self._exam, self._aim, catalog, self._language()))

    @Slot(object, tuple)
    def _click(self, place: Vector | None, at: Fraction) -> None:
        self._aim = None
        self._exam.click(place, at, self.picture.client)

    @Slot(int, int, bool)
    def _step(self, across: int, down: int, far: bool) -> None:  # noqa: FBT001 - as the signal has it
        """By the keyboard: arrows move the crosshair, Enter marks there."""
        cun = LONG_STEP_CUN if far else STEP_CUN
        self._aim = self.picture.step(self._aim or self._exam.clicked, across, down, cun)
        self._draw()
        self.picture.show_place(self._aim)

    def _mark(self, number: int) -> None:
        self._exam.mark_find(_FINDS[number] if self.finds[number].isChecked() else None)
        self.show_marks()
