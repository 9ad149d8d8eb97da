"""One candidate under examination: who, how long, what is marked, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.exam.results import unjudged
from massage_trainer.domain.exam.sheet import TaskKind
from massage_trainer.widgets.audience.task_face import clock_text
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.end_panel import EndPanel
from massage_trainer.widgets.classroom.exam.gates_tab import GatesTab
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET
from massage_trainer.widgets.classroom.exam.remarks_tab import RemarksTab
from massage_trainer.widgets.classroom.exam.rubric_tab import RubricTab
from massage_trainer.widgets.classroom.exam.task_tab import TaskTab
from massage_trainer.widgets.classroom.sheet_head import sheet_edge
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_bar import QuietTabBar
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.widgets.plate.still_picture import StillPicture
    from massage_trainer.widgets.theme import Scale

GATES, TASKS, SHEET, REMARKS = range(4)


class _Tabs(QuietTabBar):
    """High enough for a thumb."""

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        return QSize(size.width(), max(size.height(), LEAST_TARGET))


class AttemptPart(QWidget):
    """The gates come first; whichever part is open, clock and undo are in the same place."""

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
        self._who = TextBlock(2.6, weight=QFont.Weight.DemiBold, parent=self)
        self._notice = TextBlock(2.2, "caution_ink", parent=self)
        self.time = TextBlock(4.4, weight=QFont.Weight.DemiBold, parent=self)
        self.time.setWordWrap(False)
        self.clock = Button(ButtonKind.PRIMARY, Icon.PLAY, self)
        self.undo = Button(ButtonKind.PLAIN, Icon.UNDO, self)
        self.finish = Button(ButtonKind.PLAIN, Icon.CHECK, self)
        self.break_off = Button(ButtonKind.QUIET, None, self)
        self.list = Button(ButtonKind.QUIET, Icon.BACK, self)
        self.tabs = _Tabs(self)
        self.gates = GatesTab(exam, language, self)
        self.tasks = TaskTab(exam, picture, language, client, self)
        self.rubric = RubricTab(exam, language, self)
        self.remarks = RemarksTab(exam, self)
        self.end = EndPanel(exam, language, self)
        self._parts = (self.gates, self.tasks, self.rubric, self.remarks)
        self._stack = QStackedWidget(self)
        self._buttons = (self.list, self.clock, self.undo, self.finish, self.break_off)
        self._lay_out()
        self._connect()

    @property
    def words(self) -> tuple[str, str]:
        """Who is examined, and what is odd."""
        return self._who.text(), self._notice.text()

    @property
    def ended(self) -> bool:
        """Whether the end of the attempt is shown instead of its parts."""
        return self._stack.currentWidget() is self.end

    def show_candidate(self) -> None:
        """Another candidate: the gates come first."""
        self.tabs.setCurrentIndex(GATES)
        self._stack.setCurrentWidget(self.gates)
        self.show_marks()
        self._take_focus()

    @Slot()
    def show_marks(self) -> None:
        """Everything as it was marked."""
        attempt, candidate = self._exam.attempt, self._exam.candidate
        if attempt is None or candidate is None:
            return
        who = self.tr("Paper {seat} · {number} · {name}").format(
            seat=candidate.seat, number=candidate.student.number, name=candidate.student.name
        )
        self._who.show_text(who)
        self._show_stack()
        self._show_buttons()
        self._show_tabs()
        self.show_time()
        self.show_kept()
        if self.ended:
            self.end.show_marks()
        else:
            self._parts[self._stack.currentIndex()].show_marks()

    @Slot()
    def show_time(self) -> None:
        """A second has passed."""
        attempt = self._exam.attempt
        if attempt is None:
            return
        over = attempt.is_overdue
        words = clock_text(attempt.left_ms)
        if over:
            late = clock_text(attempt.worked_ms - attempt.limit_ms)
            words = self.tr("+{time}").format(time=late)
        self.time.show_text(words)
        self.time.set_ink("danger_ink" if over else "ink")
        name = self.tr("Time over by") if over else self.tr("Time left")
        self.time.setAccessibleName(f"{name} {words}")

    @Slot()
    def show_kept(self) -> None:
        """What is odd: marks that wait for the disk, an attempt that was interrupted."""
        words = ""
        if not self._exam.kept:
            words = self.tr("The last marks are not saved yet. They are saved as soon as it works.")
        elif self._exam.interrupted:
            words = self.tr("Interrupted. The clock is stopped; go on when the candidate is ready.")
        self._notice.show_text(words)
        self._notice.setVisible(bool(words))

    def set_scale(self, scale: Scale) -> None:
        for block in (self._who, self._notice, self.time):
            block.set_scale(scale)
        for button in self._buttons:
            button.set_text_px(scale.text(2.3))
            button.setMinimumHeight(max(LEAST_TARGET, scale.px(5.2)))
        self.tabs.setFont(sized(self.tabs.font(), scale.text(2.4)))
        for part in (*self._parts, self.end):
            part.set_scale(scale)
        gap = scale.px(0.8)
        for layout in (self._top, self._row, self._column):
            layout.setSpacing(gap)
        edge = sheet_edge(scale)
        self._column.setContentsMargins(edge, scale.unit, edge, gap)
        self._arrange()

    def _lay_out(self) -> None:
        self._top, self._row = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.list)
        self._top.addWidget(self._who, 1)
        self._top.addWidget(self.time)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in self._buttons[1:]:
            self._row.addWidget(button)
        for _ in self._parts:
            self.tabs.addTab("")
        for part in (*self._parts, self.end):
            self._stack.addWidget(part)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addWidget(self.tabs, 1)
        self._bar.addLayout(self._row)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._notice)
        self._column.addLayout(self._bar)
        self._column.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Tabs and buttons side by side where there is room for both."""
        tabs = self.tabs.sizeHint().width()
        buttons = sum(button.sizeHint().width() for button in self._buttons[1:])
        room = self.width() - 10 * self._row.spacing()
        fits = tabs + buttons <= room
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.BottomToTop
        self._bar.setDirection(way)
        beside = (self.tabs, *self._buttons[1:]) if fits else (*self._buttons[1:], self.tabs)
        lead_tab(self.list, *beside, self._stack)

    def _connect(self) -> None:
        exam = self._exam
        self.clock.clicked.connect(exam.toggle_clock)
        self.undo.clicked.connect(exam.undo)
        self.finish.clicked.connect(exam.finish)
        self.break_off.clicked.connect(exam.break_off)
        self.list.clicked.connect(exam.to_candidates)
        self.tabs.currentChanged.connect(self._show_tab)
        self.end.remark_clicked.connect(self._write_remark)
        exam.attempt_changed.connect(self.show_marks)
        exam.time_changed.connect(self.show_time)
        exam.kept_changed.connect(self.show_kept)

    @Slot(int)
    def _show_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._parts[number].show_marks()
        self._take_focus()

    @Slot()
    def _write_remark(self) -> None:
        self.tabs.setCurrentIndex(REMARKS)
        self._stack.setCurrentWidget(self.remarks)
        self.remarks.show_marks()
        self.remarks.take_focus()

    def _take_focus(self) -> None:
        part = self._stack.currentWidget()
        if part is self.end:
            self.end.take_focus()
        elif self.isVisible():
            self._parts[self._stack.currentIndex()].take_focus()

    def _show_stack(self) -> None:
        attempt = self._exam.attempt
        assert attempt is not None
        if attempt.state.is_open and self.ended:
            self._stack.setCurrentIndex(self.tabs.currentIndex())
        elif not attempt.state.is_open and not self._is_remarking(attempt.state):
            self.end.show_marks()  # what is not shown yet cannot take the keyboard
            self._stack.setCurrentWidget(self.end)
            self.end.take_focus()

    def _is_remarking(self, state: AttemptState) -> bool:
        """Why a gate failed is being written down."""
        failed = state is AttemptState.GATE_FAILED
        return failed and self._stack.currentWidget() is self.remarks and self.remarks.hasFocus()

    def _show_buttons(self) -> None:
        attempt = self._exam.attempt
        assert attempt is not None
        state = attempt.state
        running = state is AttemptState.RUNNING
        self.clock.set_kind(ButtonKind.PLAIN if running else ButtonKind.PRIMARY)
        self.clock.set_icon(Icon.PAUSE if running else Icon.PLAY)
        started = attempt.worked_ms > 0
        go_on = self.tr("Go on") if started else self.tr("Start the clock")
        self.clock.setText(self.tr("Pause") if running else go_on)
        self.clock.setEnabled(state.is_open)
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last mark back (U, Ctrl+Z)"))
        self.undo.setEnabled(bool(attempt.marks) and state.is_open)
        self.finish.setText(self.tr("Finish"))
        self.finish.setEnabled(state in (AttemptState.RUNNING, AttemptState.PAUSED))
        self.break_off.setText(self.tr("Break off"))
        self.break_off.setEnabled(state.is_open)
        self.list.setText(self.tr("List"))
        self.list.setAccessibleName(self.tr("Back to the list of candidates"))

    def _show_tabs(self) -> None:
        attempt = self._exam.attempt
        assert attempt is not None
        rubric = self._exam.rubric
        gates, points, lines = unjudged(attempt, rubric)
        of_gates = len(rubric.gates)
        of_points = sum(task.kind is not TaskKind.STROKE for task in attempt.tasks)
        of_lines = sum(not item.from_points for item in rubric.items)
        self.tabs.setTabText(
            GATES, self.tr("Safety {done}/{all}").format(done=of_gates - gates, all=of_gates)
        )
        self.tabs.setTabText(
            TASKS,  # techniques have their marks on the sheet
            self.tr("Tasks ({done}/{all} points)").format(done=of_points - points, all=of_points),
        )
        self.tabs.setTabText(
            SHEET,
            self.tr("Marking sheet {done}/{all}").format(done=of_lines - lines, all=of_lines),
        )
        self.tabs.setTabText(REMARKS, self.tr("Remarks {count}").format(count=len(attempt.remarks)))
        self.tabs.setAccessibleName(self.tr("Parts of the examiner's sheet"))
        self._arrange()
