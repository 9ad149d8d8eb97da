"""The sheet of the practical exam: drawn, taken one by one, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.keys import ClassAction, action_of
from massage_trainer.viewmodels.exam import ExamStage
from massage_trainer.widgets.classroom.class_keys import ClassKeys
from massage_trainer.widgets.classroom.exam.attempt_part import AttemptPart
from massage_trainer.widgets.classroom.exam.candidates_part import CandidatesPart
from massage_trainer.widgets.classroom.exam.setup_part import SetupPart
from massage_trainer.widgets.classroom.sheet_head import sheet_edge
from massage_trainer.widgets.classroom.sheets import ClassSheet
from massage_trainer.widgets.key_names import key_of
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.classroom.control_bar import ControlBar
    from massage_trainer.widgets.classroom.exam.wall_line import WallLine
    from massage_trainer.widgets.plate.still_picture import StillPicture

# What a sheet without a picture before the class can do with it.
_ON_WORDS = (
    *(ClassAction.BLACK, ClassAction.WHITE, ClassAction.FREEZE),
    *(ClassAction.TEXT_SIZE, ClassAction.CONTRAST),
)


class ExamSheet(ClassSheet):
    """Shows the part that is on; under it what hides and freezes the class's picture."""

    def __init__(
        self,
        exam: ExamViewModel,
        controls: ControlBar,
        line: WallLine,
        picture: StillPicture,
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exam-sheet")
        self._scale = Scale(720)
        self._exam = exam
        self.setup = SetupPart(exam, language, self)
        self.candidates = CandidatesPart(exam, language, self)
        self.attempt = AttemptPart(exam, picture, language, client, self)
        self._picture = picture
        self._stack = QStackedWidget(self)
        self._parts: dict[ExamStage, SetupPart | CandidatesPart | AttemptPart] = {
            ExamStage.SETUP: self.setup,
            ExamStage.CANDIDATES: self.candidates,
            ExamStage.ATTEMPT: self.attempt,
        }
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.controls, self.line = controls, line
        self.controls.show_pictures(on=False)
        self._wall = QWidget(self)
        self._wall_row = QHBoxLayout(self._wall)
        self._wall_row.addWidget(self.controls, 1)
        self._wall_row.addWidget(self.line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._wall)
        slots = {action: self.controls.slots[action] for action in _ON_WORDS}
        self.keys = ClassKeys(
            self,
            {
                **slots,
                ClassAction.TOGGLE: exam.toggle_clock,
                ClassAction.UNDO_PEN: exam.undo,
            },
        )
        exam.stage_changed.connect(self.show_stage)
        self.setup.back.clicked.connect(self.left)
        self.retranslate()
        self.show_stage()

    def arrive(self) -> None:
        self._exam.arrive()
        self._show_part()

    def leave(self) -> None:
        self._exam.leave()

    @Slot()
    def show_stage(self) -> None:
        """Show the part that is on."""
        stage = self._exam.stage
        self._stack.setCurrentWidget(self._parts[stage])
        self._wall.setVisible(stage is ExamStage.ATTEMPT)
        self._show_part()

    def obey(self, event: QKeyEvent) -> bool:
        """A remote turns to the next task as it turns pages."""
        if self._exam.stage is not ExamStage.ATTEMPT:
            return False
        steps = {ClassAction.FORWARD: 1, ClassAction.BACK: -1}
        action = action_of(key_of(event))
        if action not in steps:
            return super().obey(event)
        if not event.isAutoRepeat():
            self._exam.step_task(steps[action])
        return True

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for part in self._parts.values():
            part.set_scale(scale)
        self.controls.set_scale(scale, self.width() // 2)
        self.line.set_scale(scale)
        gap = scale.px(0.8)
        edge = sheet_edge(scale)
        self._wall_row.setContentsMargins(edge, 0, edge, 0)
        self._wall_row.setSpacing(2 * gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.set_scale(self._scale, self.width() // 2)

    def retranslate(self) -> None:
        self.setup.retranslate()
        self.candidates.show_candidates()
        self.attempt.show_marks()
        self._picture.retranslate()
        self.line.show_wall()

    def _show_part(self) -> None:
        match self._exam.stage:
            case ExamStage.SETUP:
                self.setup.retranslate()
                self.setup.take_focus()
            case ExamStage.CANDIDATES:
                self.candidates.show_candidates()
                self.candidates.take_focus()
            case ExamStage.ATTEMPT:
                self.attempt.show_candidate()
