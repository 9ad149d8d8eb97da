"""How the lesson of a class is run for the whole room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
from massage_trainer.viewmodels.one_shot import OneShot

if TYPE_CHECKING:
    from massage_trainer.app.class_lesson import ClassLessonRoom
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.protocol import Protocol


def make_pace(program: Program, room: ClassLessonRoom) -> ClassPaceViewModel:
    """The pace of the class's one session; what the pairs are told goes onto its slides."""
    teacher, partner = program.teacher, program.partner_flow.partner

    def whole(lesson_id: str) -> Protocol:
        return partner.for_anybody(teacher.settled_in_full(lesson_id))

    pace = ClassPaceViewModel(
        room.lesson,
        whole,
        lambda: teacher.class_percent,
        program.clock,
        program.practice_flow.calendar,
        OneShot(room),
        room,
    )
    pace.reminded.connect(room.slides.set_pair_word)
    return pace
