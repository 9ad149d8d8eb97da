"""What the console is made of, and what it asks of the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from massage_trainer.domain.events import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.domain.timeline import Segment
    from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.classroom.class_preview import ClassPreview
    from massage_trainer.widgets.classroom.control_bar import ControlBar
    from massage_trainer.widgets.classroom.notes_panel import NotesPanel
    from massage_trainer.widgets.classroom.pace_panel import PacePanel
    from massage_trainer.widgets.classroom.seen_badge import SeenBadge
    from massage_trainer.widgets.classroom.times_panel import TimesPanel


@dataclass(frozen=True, slots=True)
class ConsoleParts:
    """``still_of`` is the most telling picture of a segment, ``small`` its small copy."""

    classroom: ClassroomViewModel
    pacing: ClassPaceViewModel
    badge: SeenBadge
    preview: ClassPreview
    bar: ControlBar
    times: TimesPanel
    notes: NotesPanel
    pace: PacePanel
    catalog: Callable[[], Catalog]
    choices: Callable[[], TeacherChoices]
    language: Callable[[], str]
    still_of: Callable[[Segment], Still | None]
    small: Callable[[Still], QImage | None]
    make_inset: Callable[[], QWidget]

    @staticmethod
    def is_finished(countdown: Countdown) -> bool:
        return countdown.state is SessionState.FINISHED
