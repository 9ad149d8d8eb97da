"""Asks who is on the table before a lesson is put on, and fits the lesson to the answers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.keys import Action
from massage_trainer.domain.record import NoteKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.viewmodels.budget import BudgetViewModel
    from massage_trainer.viewmodels.partner import PartnerViewModel
    from massage_trainer.viewmodels.prompts import PromptViewModel
    from massage_trainer.widgets.lesson_page import LessonPage
    from massage_trainer.widgets.partner_page import PartnerPage


class PartnerFlow(QObject):
    """Stands between the choice of a lesson and its page."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._wanted = ""

    def choose(self, lesson_id: str) -> None:
        """Ask first, unless nobody is on the table or the class is confirmed."""
        if self.partner.must_ask:
            self._program.study_flow.foresee(lesson_id)
            self._ask(lesson_id)
        else:
            self._program.open_lesson(lesson_id)

    def put_on(self, protocol: Protocol) -> None:
        """Open the settled lesson for who is there, and have that written down."""
        partner, recorder = self.partner, self._program.recorder
        recorder.set_company(partner.table.company)
        minutes = self.budget.minutes(protocol.id)
        # The time is divided as for anybody: the seconds in the record must not tell what a
        # person's health leaves out.
        planned = partner.for_anybody(protocol)
        if minutes:
            protocol = planned = self.budget.preview(protocol.id, minutes).protocol
        self._program.lesson.open(partner.fitted(protocol), partner.begin_at, planned)
        if minutes:
            recorder.note(NoteKind.SHORTENED, str(minutes))
        if partner.findings:
            recorder.note(NoteKind.CAUTIONS_ACKNOWLEDGED)
        if partner.is_supervised:
            recorder.note(NoteKind.SUPERVISED)

    @Slot()
    def ask_again(self) -> None:
        """From the page of a lesson: somebody else is there, or something has changed."""
        self._program.lesson.pause()
        self._ask(self._program.lesson.protocol.id)

    def give_up(self) -> None:
        """Somebody goes elsewhere while a question is open."""
        if "_page" in vars(self) and self._page.isVisible():
            self._leave()

    def furnish(self, page: LessonPage) -> None:
        """Wire what the page of a lesson asks about people, the room and the time."""
        page.partner.clicked.connect(self.ask_again)
        page.prompt.lamp_clicked.connect(self._switch_lamp)
        page.budget.clicked.connect(self._ask_time)
        self._program.lesson.opened.connect(self._show_time)
        self._show_time()

    @cached_property
    def prompts(self) -> PromptViewModel:
        """The questions of a running step."""
        from massage_trainer.viewmodels.prompts import PromptViewModel

        prompts = PromptViewModel(self._program.lesson, self)
        prompts.asked.connect(self._note_question)
        return prompts

    @cached_property
    def budget(self) -> BudgetViewModel:
        """How much time there is."""
        from massage_trainer.viewmodels.budget import BudgetViewModel

        teacher = self._program.teacher

        def whole(lesson_id: str) -> Protocol:
            return self.partner.for_anybody(teacher.settled_in_full(lesson_id))

        budget = BudgetViewModel(whole, lambda: teacher.class_percent, self)
        budget.chosen.connect(self._program.open_lesson)
        return budget

    def make_budget_dialog(self, parent: QWidget) -> QDialog:
        """For the lesson that is on."""
        from massage_trainer.widgets.budget_dialog import BudgetDialog

        protocol, language = self._program.lesson.protocol, self._program.window.language
        return BudgetDialog(self.budget, protocol.id, protocol.name, language, parent)

    @cached_property
    def partner(self) -> PartnerViewModel:
        """Who is on the table."""
        from massage_trainer.viewmodels.partner import PartnerViewModel

        program = self._program
        partner = PartnerViewModel(
            lambda: program.lessons.catalog().screening,
            program.practice_flow.calendar,
            program.preferences,
            self,
        )
        partner.prompted.connect(program.busy_hands.speak)
        partner.settled.connect(self._open)
        partner.given_up.connect(self._leave)
        partner.refused.connect(self._end)
        return partner

    @Slot()
    def _ask_time(self) -> None:
        self._program.lesson.pause()
        dialog = self.make_budget_dialog(self._program.window)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _show_time(self) -> None:
        page, lesson = self._program.window.lesson_page, self._program.lesson
        if page is not None and lesson.is_open:
            page.budget.show_minutes(self.budget.minutes(lesson.protocol.id))

    @Slot()
    def _switch_lamp(self) -> None:
        """From now on no lesson in this room uses one, or each does again."""
        self.partner.switch_lamp()
        self._program.open_lesson(self._program.lesson.protocol.id)

    @Slot()
    def _note_question(self) -> None:
        self._program.recorder.note(NoteKind.LAMP_ASKED)

    @cached_property
    def _page(self) -> PartnerPage:
        from massage_trainer.widgets.partner_page import PartnerPage

        program = self._program
        page = PartnerPage(self.partner, program.hands, program.keys, program.window.language)
        program.busy_hands.adopt(page)
        page.keys.add({Action.WHERE: self.partner.say_again})
        return page

    def _ask(self, lesson_id: str) -> None:
        self._wanted = lesson_id
        page = self._page
        self._program.window.show_page(page)
        self._program.hands.lend(self.partner)
        self.partner.ask()

    @Slot()
    def _open(self) -> None:
        self._program.hands.lend(None)
        self._program.open_lesson(self._wanted)
        if self._page.isVisible():  # the lesson has just been broken; that is told
            self._leave()

    @Slot()
    def _end(self) -> None:
        """No lesson for this person; the one that waits ends, too."""
        self._program.hands.lend(None)
        self._program.window.show_library()

    @Slot()
    def _leave(self) -> None:
        """Back to the lesson that waits, else to the lessons."""
        self._program.hands.lend(None)
        if self._program.lesson.is_open:
            self._program.window.show_lesson()
        else:
            self._program.window.show_library()
