"""Who sits an exam, in the order of the papers, and what came of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.exam_words import mark_text, percent_text, state_text
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET
from massage_trainer.widgets.classroom.exam.setup_words import weights_text
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.classroom.wrapping_row import WrappingRow
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.exam import ExamViewModel
    from massage_trainer.viewmodels.exam_book import Candidate


class CandidatesPart(QWidget):
    """A line for each: open it, examine once more; files of the results are made elsewhere.

    Signals:
        class_pdf_wanted: the sheet of the class as a file to print.
        class_table_wanted: the sheet of the class as a table.
        student_pdf_wanted: Candidate; the sheet of one student.
    """

    class_pdf_wanted = Signal()
    class_table_wanted = Signal()
    student_pdf_wanted = Signal(object)

    def __init__(
        self, exam: ExamViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self._language = language
        self._scale = Scale(720)
        self._about = TextBlock(2.2, "muted", parent=self)
        self.next = Button(ButtonKind.PRIMARY, Icon.NEXT, self)
        self.head = SheetHead(self, self.next)
        self.back = self.head.back
        self.pdf = Button(ButtonKind.PLAIN, None, self)
        self.table = Button(ButtonKind.PLAIN, None, self)
        self._told = TextBlock(2.2, "muted", parent=self)
        self._told.hide()
        self._with_pages = False
        self._files = WrappingRow(self, divided=False)
        self._files.add_group(self.pdf)
        self._files.add_group(self.table)
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines = QVBoxLayout()
        self._scroll.column.addLayout(self._lines)
        self._scroll.column.addStretch(1)
        self.lines: list[CandidateLine] = []
        self._lay_out()
        self.back.clicked.connect(exam.to_setup)
        self.next.clicked.connect(exam.take_next)
        self.pdf.clicked.connect(self.class_pdf_wanted)
        self.table.clicked.connect(self.class_table_wanted)
        exam.book.changed.connect(self.show_candidates)
        exam.stage_changed.connect(self._forget_told)
        exam.elsewhere.connect(self._tell_elsewhere)

    @property
    def told_text(self) -> str:
        """What came of saving."""
        return self._told.text()

    @Slot()
    def show_candidates(self) -> None:
        """Everybody, as the store has it."""
        book = self._exam.book
        if book.open is None:
            return
        record, exam = book.open.record, book.open.exam
        self.head.name(record.title, self.tr("Exams"))
        about = self.tr("{deck} · drawn by the number {seed} · {minutes} min").format(
            deck=exam.deck.in_language(self._language()), seed=record.seed, minutes=exam.minutes
        )
        weights = weights_text(book.rubric, is_own=exam.own_weights, language=self._language())
        self._about.show_text(f"{about}\n{weights}")
        while len(self.lines) > len(book.candidates):
            self.lines.pop().deleteLater()
        while len(self.lines) < len(book.candidates):
            line = CandidateLine(self)
            line.taken.connect(self._take)
            line.again.connect(self._take_again)
            line.pdf.connect(self.student_pdf_wanted)
            self.lines.append(line)
            self._lines.addWidget(line)
            lead_tab(*self.lines, self.pdf, self.table)
        for line, candidate in zip(self.lines, book.candidates, strict=True):
            line.show_candidate(candidate, pages=self._with_pages)
            line.set_scale(self._scale)
        following = book.next_candidate
        going = following is not None and following.is_going
        self.next.setText(self.tr("Go on") if going else self.tr("Next candidate"))
        self.next.setEnabled(following is not None)
        self.pdf.setText(self.tr("Results as PDF…"))
        self.table.setText(self.tr("Results as a table (CSV)…"))
        examined = any(candidate.record for candidate in book.candidates)
        for button in (self.pdf, self.table):
            button.setEnabled(examined)
        self._files.arrange()

    def offer_pages(self, *, on: bool) -> None:
        """Whether results can be made into pages."""
        self._with_pages = on
        self.pdf.setVisible(on)
        self._files.arrange()

    @Slot(str)
    def tell(self, words: str) -> None:
        """What came of saving."""
        self._told.show_text(words)
        self._told.setVisible(bool(words))

    @Slot()
    def _forget_told(self) -> None:
        self.tell("")

    @Slot()
    def _tell_elsewhere(self) -> None:
        self.tell(
            self.tr(
                "Another window of the program has marked this attempt meanwhile. What was marked"
                " there stands; open it here to go on."
            )
        )

    def take_focus(self) -> None:
        self.next.setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for words in (self.head, self._about, self._told):
            words.set_scale(scale)
        self._scroll.set_scale(scale)
        for button in (self.pdf, self.table):
            button.set_text_px(scale.control_px)
        self.next.set_text_px(scale.text(2.6))
        self.next.setMinimumHeight(max(LEAST_TARGET, scale.px(6)))
        for line in self.lines:
            line.set_scale(scale)
        gap = scale.px(1)
        self._files.set_gap(gap)
        edge = sheet_edge(scale)
        self._column.setContentsMargins(edge, scale.unit, edge, gap)
        self._column.setSpacing(gap)
        self._lines.setSpacing(gap // 2)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._about)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._told)
        self._column.addWidget(self._files)

    @Slot(object)
    def _take(self, candidate: Candidate) -> None:
        self._exam.take(candidate)

    @Slot(object)
    def _take_again(self, candidate: Candidate) -> None:
        self._exam.take(candidate, again=True)


class CandidateLine(QWidget):
    """One candidate: paper, number, name, result; the name is painted as plain text.

    Signals:
        taken: Candidate; open it.
        again: Candidate; examine once more.
        pdf: Candidate; the sheet of this one.
    """

    taken = Signal(object)
    again = Signal(object)
    pdf = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidate: Candidate | None = None
        self._who = TextBlock(2.6, parent=self)
        self._result = TextBlock(2.2, "muted", parent=self)
        self.sheet = Button(ButtonKind.QUIET, None, self)
        self.more = Button(ButtonKind.QUIET, Icon.REPEAT, self)
        self.open = Button(ButtonKind.PLAIN, None, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._who)
        words.addWidget(self._result)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(words, 1)
        for button, slot in (
            (self.sheet, self._want_pdf),
            (self.more, self._want_again),
            (self.open, self._take),
        ):
            self._row.addWidget(button)
            button.clicked.connect(slot)

    @property
    def words(self) -> str:
        return f"{self._who.text()}\n{self._result.text()}"

    def show_candidate(self, candidate: Candidate, *, pages: bool) -> None:
        self._candidate = candidate
        student, state, result = candidate.student, candidate.state, candidate.result
        who = self.tr("{seat}.  {number}  {name}").format(
            seat=candidate.seat, number=student.number, name=student.name
        )
        self._who.show_text(who)
        told = state_text(state)
        if state is AttemptState.DONE and result is not None:
            told = self.tr("{percent} · {mark} · {passed}").format(
                percent=percent_text(result.percent),
                mark=mark_text(result.percent),
                passed=self.tr("passed") if result.passed else self.tr("not passed"),
            )
            if not result.is_complete:
                told = self.tr("{result} · not everything was judged").format(result=told)
        if student.withdrawn:
            told = self.tr("{result} · withdrawn").format(result=told)
        self._result.show_text(told)
        failed = state is AttemptState.GATE_FAILED
        self._result.set_ink("danger_ink" if failed else "muted")
        over = candidate.record is not None and not state.is_open
        words = self.tr("Look") if over else self.tr("Examine")
        self.open.setText(self.tr("Go on") if candidate.is_going else words)
        self.open.setAccessibleName(f"{self.open.text()}: {who}")
        self.more.setVisible(over and not student.withdrawn)
        self.more.setAccessibleName(self.tr("Examine once more: {who}").format(who=who))
        self.more.setToolTip(self.tr("Once more, with another paper"))
        self.sheet.setText(self.tr("PDF"))
        self.sheet.setAccessibleName(self.tr("Result as PDF: {who}").format(who=who))
        self.sheet.setVisible(over and pages)

    def set_scale(self, scale: Scale) -> None:
        self._who.set_scale(scale)
        self._result.set_scale(scale)
        for button in (self.open, self.more, self.sheet):
            button.set_text_px(scale.control_px)
            button.setMinimumHeight(LEAST_TARGET)
        self._row.setSpacing(scale.unit)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._candidate)

    @Slot()
    def _want_again(self) -> None:
        self.again.emit(self._candidate)

    @Slot()
    def _want_pdf(self) -> None:
        self.pdf.emit(self._candidate)
