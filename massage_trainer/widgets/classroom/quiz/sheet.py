"""The sheet on which an instructor asks a class: before a round, in it, and after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.classroom.slides import QuestionSlide
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.classroom.class_keys import ClassKeys
from massage_trainer.widgets.classroom.class_preview import ClassPreview
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.quiz.end import EndPane
from massage_trainer.widgets.classroom.quiz.picture import CountingPicture
from massage_trainer.widgets.classroom.quiz.question import QuestionPane
from massage_trainer.widgets.classroom.quiz.setup import SetupPane
from massage_trainer.widgets.classroom.sheet_head import sheet_edge
from massage_trainer.widgets.classroom.sheets import ClassSheet
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.widgets.audience.audience_view import AudienceView
    from massage_trainer.widgets.classroom.class_keys import ClassSlots
    from massage_trainer.widgets.classroom.live_controls import LiveParts


class QuizSheet(ClassSheet):
    """Shows the pane that the round is at.

    Signals:
        leaving_wanted: Escape with nothing left to put away.
    """

    leaving_wanted = Signal()

    def __init__(
        self,
        quiz: ClassQuizViewModel,
        plates: PlateSource[QImage],
        catalog: Callable[[], Catalog],
        language: Callable[[], str],
        tools: ClassTools,
        make_view: Callable[[], AudienceView],
        parent: QWidget | None = None,
        live: LiveParts | None = None,
    ) -> None:
        """``live``: what shows the living body of a question, if the console turns it."""
        super().__init__(parent)
        self.setObjectName("class-quiz")
        self._quiz = quiz
        self._scale = Scale(720)
        self._catalog = catalog
        self._language = language
        self.setup_pane = SetupPane(quiz, language, self)
        words = PlateWords(catalog(), language())
        picture = CountingPicture(plates, words, tools, live=live.source if live else None)
        self._tools = tools
        self._make_view = make_view
        self.question_pane = QuestionPane(quiz, picture, language, self._make_preview, self)
        self.end_pane = EndPane(quiz, language, self)
        self._panes: dict[Stage, SetupPane | QuestionPane | EndPane] = {
            Stage.SETUP: self.setup_pane,
            Stage.ROUND: self.question_pane,
            Stage.END: self.end_pane,
        }
        self._stack = QStackedWidget(self)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        self.controls = ControlBar(quiz.classroom, tools, self, badge=False)
        self._under = QVBoxLayout()
        self._under.addWidget(self.controls)
        column.addLayout(self._under)
        self.live_camera = live.camera if live is not None else None
        if live is not None:
            self.controls.add_live(live.controls)
            live.camera.look_after(picture)
        self.keys = ClassKeys(self, {**self.controls.slots, **self._slots()})
        quiz.asked.connect(self._show_controls)
        quiz.told.connect(self._show_controls)
        quiz.stage_changed.connect(self.show_stage)
        tools.changed.connect(self._hand_over)
        self.setup_pane.back_clicked.connect(self.left)
        self.end_pane.head.back.clicked.connect(self.left)
        self._show_controls()
        self.retranslate()

    def arrive(self) -> None:
        """A round that is on goes on; else look what there is to ask now."""
        if self._quiz.stage is Stage.SETUP:
            self._quiz.read()
            self.setup_pane.start.setFocus()
        elif self._quiz.stage is Stage.ROUND:
            self.question_pane.take_focus()

    def set_scale(self, scale: Scale) -> None:
        for pane in self._panes.values():
            pane.set_scale(scale)
        self._scale = scale
        edge = sheet_edge(scale)
        self._under.setContentsMargins(edge, 0, edge, 0)
        self.controls.set_scale(scale, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.set_scale(self._scale, self.width())

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Ask the class"))
        self.question_pane.picture.set_words(PlateWords(self._catalog(), self._language()))
        for pane in self._panes.values():
            pane.retranslate()

    def leave(self) -> None:
        self._tools.put_away()

    def obey(self, event: QKeyEvent) -> bool:
        if super().obey(event):
            return True
        return self._quiz.stage is Stage.ROUND and self.question_pane.obey(event)

    def _make_preview(self) -> ClassPreview:
        return ClassPreview(self._make_view(), self._quiz.classroom, self._tools, self)

    def _slots(self) -> ClassSlots:
        """The keys of a remote lead through the questions."""
        return {
            ClassAction.FORWARD: self._lead_on,
            ClassAction.BACK: self.question_pane.lead_back,
            ClassAction.REPEAT: self._quiz.ask_again,
            ClassAction.AWAY: self._put_away,
        }

    @Slot()
    def _hand_over(self) -> None:
        """Arrows belong to what is in the hand: elsewhere they would turn to the next question."""
        picture = self.question_pane.picture
        if self._tools.is_in_hand and picture.isVisible():
            picture.setFocus()

    @Slot()
    def _put_away(self) -> None:
        if self._tools.is_in_hand:
            self._tools.put_away()
        else:
            self.leaving_wanted.emit()

    @Slot()
    def _lead_on(self) -> None:
        if self._quiz.stage is Stage.ROUND:
            self.question_pane.lead_on()

    @Slot()
    def _show_controls(self) -> None:
        """Pictures alone are pointed at, and before the answer no layer is laid over them."""
        slide = self._quiz.slide
        pictured = isinstance(slide, QuestionSlide) and slide.shot is not None
        self.controls.show_pictures(on=pictured)
        self.controls.show_layers(on=pictured and self._quiz.is_told)

    @Slot()
    def show_stage(self) -> None:
        """Another pane."""
        self._stack.setCurrentWidget(self._panes[self._quiz.stage])
        if self._quiz.stage is Stage.SETUP:
            self.setup_pane.start.setFocus()
        elif self._quiz.stage is Stage.END:
            self.end_pane.show_summary()
        self._show_controls()
