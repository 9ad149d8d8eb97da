"""Puts the console of a lesson for a class together."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QSize, Slot
from PySide6.QtGui import QImage

from massage_trainer.domain.events import MOVING
from massage_trainer.domain.plate import MissingPicture
from massage_trainer.viewmodels.one_shot import OneShot
from massage_trainer.widgets.classroom.class_preview import ClassPreview
from massage_trainer.widgets.classroom.console import Console
from massage_trainer.widgets.classroom.console_parts import ConsoleParts
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.lesson_chooser import LessonChooser
from massage_trainer.widgets.classroom.lesson_sheet import LessonSheet
from massage_trainer.widgets.classroom.notes_panel import NotesPanel
from massage_trainer.widgets.classroom.pace_panel import PacePanel
from massage_trainer.widgets.classroom.pace_setup import PaceSetup
from massage_trainer.widgets.classroom.seen_badge import SeenBadge
from massage_trainer.widgets.classroom.times_panel import TimesPanel
from massage_trainer.widgets.picture_wishes import Look, Wishes
from massage_trainer.widgets.plate.keeper import in_small

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from massage_trainer.app.class_flow import ClassFlow
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.timeline import Segment

_SMALL = QSize(360, 240)
_SOON_MS = 500


class ClassConsole(QObject):
    """The sheet of the lesson, and what it asks of the rest of the program."""

    def __init__(self, program: Program, flow: ClassFlow) -> None:
        super().__init__(flow)
        self._program = program
        self._flow = flow

    @cached_property
    def sheet(self) -> LessonSheet:
        """The sheet of the lesson."""
        flow, program = self._flow, self._program
        language = program.window.language
        chooser = LessonChooser(program.library, PaceSetup(flow.pace, language), language)
        self._console = Console(flow.lesson, self._parts())
        sheet = LessonSheet(flow.lesson, flow.room.slides, flow.tools, chooser, self._console)
        # What draws is asked for when the console stands: that loads what draws.
        self._soon = OneShot(self)
        self._soon.elapsed.connect(flow.live.arrive)
        sheet.console_shown.connect(partial(self._soon.start, _SOON_MS))
        self._console.keys_wanted.connect(self._show_keys)
        sheet.leaving_wanted.connect(program.window.leave_full_screen)
        flow.room.heard.hearing_changed.connect(self._tell_hearing)
        flow.lesson.state_changed.connect(self._tell_hearing)
        return sheet

    def _parts(self) -> ConsoleParts:
        flow, program = self._flow, self._program
        language = program.window.language
        view = flow.faces.make_view(prepared=True)
        live = flow.make_live_parts()
        bar = ControlBar(flow.classroom, flow.tools, badge=False)
        bar.add_live(live.controls)
        return ConsoleParts(
            classroom=flow.classroom,
            pacing=flow.pace,
            badge=SeenBadge(flow.classroom, over_preview=True),
            preview=ClassPreview(view, flow.classroom, flow.tools, camera=live.camera),
            bar=bar,
            times=TimesPanel(self._time_of_day, OneShot(self)),
            notes=NotesPanel(flow.pace, language),
            pace=PacePanel(flow.pace, language),
            catalog=program.lessons.catalog,
            choices=lambda: program.teacher.choices,
            language=language,
            still_of=self._still_of,
            small=self._small,
            make_inset=flow.faces.make_view,
        )

    @staticmethod
    def _time_of_day() -> str:
        return QDateTime.currentDateTime().toString("HH:mm")

    def _still_of(self, segment: Segment) -> Still | None:
        index = self._program.plates.index
        look = Look.of(self._program.preferences.value)
        return index.still(*Wishes(index, look).first(segment))

    def _small(self, still: Still) -> QImage | None:
        if still.files.thumb:  # the whole picture takes time from what the class is shown
            still = in_small(still)
        picture = self._program.plates.picture(still, _SMALL.width(), _SMALL.height())
        return None if isinstance(picture, MissingPicture) else picture

    @Slot()
    def _tell_hearing(self) -> None:
        lesson, heard = self._flow.lesson, self._flow.room.heard
        self._console.badge.show_muted(muted=lesson.state in MOVING and not heard.hears)

    @Slot()
    def _show_keys(self) -> None:
        self._program.window.show_dialog(self._make_keys)

    def _make_keys(self, parent: QWidget) -> QDialog:
        from massage_trainer.widgets.classroom.keys_dialog import ClassKeysDialog

        return ClassKeysDialog(self._program.window.language, parent)
