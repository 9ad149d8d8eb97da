"""Asks who is on the table before a lesson is put on, and fits the lesson to the answers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.record import NoteKind

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.viewmodels.partner import PartnerViewModel
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
            self._ask(lesson_id)
        else:
            self._program.open_lesson(lesson_id)

    def put_on(self, protocol: Protocol) -> None:
        """Open the settled lesson for who is there, and have that written down."""
        partner, recorder = self.partner, self._program.recorder
        recorder.set_company(partner.table.company)
        self._program.lesson.open(partner.fitted(protocol), partner.begin_at)
        if partner.findings:
            recorder.note(NoteKind.CAUTIONS_ACKNOWLEDGED)
        if partner.is_supervised:
            recorder.note(NoteKind.SUPERVISED)

    @Slot()
    def ask_again(self) -> None:
        """From the page of a lesson: somebody else is there, or something has changed."""
        self._program.lesson.pause()
        self._ask(self._program.lesson.protocol.id)

    @cached_property
    def partner(self) -> PartnerViewModel:
        """Who is on the table."""
        from massage_trainer.viewmodels.partner import PartnerViewModel

        program = self._program
        partner = PartnerViewModel(
            lambda: program.catalog().screening, program.calendar, program.preferences, self
        )
        partner.settled.connect(self._open)
        partner.given_up.connect(self._leave)
        return partner

    @cached_property
    def _page(self) -> PartnerPage:
        from massage_trainer.widgets.partner_page import PartnerPage

        program = self._program
        return PartnerPage(self.partner, program.hands, program.keys, program.window.language)

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

    @Slot()
    def _leave(self) -> None:
        """Back to the lesson that waits, else to the lessons."""
        self._program.hands.lend(None)
        if self._program.lesson.is_open:
            self._program.window.show_lesson()
        else:
            self._program.window.show_library()
