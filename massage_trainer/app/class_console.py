"""Puts the console of a class together: its tools, its bar, and the sheet of a lesson."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QSize, Slot
from PySide6.QtGui import QImage

from massage_trainer.domain.events import MOVING
from massage_trainer.domain.plate import MissingPicture
from massage_trainer.viewmodels.class_tools import ClassTools
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

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from massage_trainer.app.class_flow import ClassFlow
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.timeline import Segment

_SMALL = QSize(360, 240)


class ClassConsole(QObject):
    """What every sheet that shows something to a class may use, and the sheet of the lesson."""

    def __init__(self, program: Program, flow: ClassFlow) -> None:
        super().__init__(flow)
        self._program = program
        self._flow = flow
        self._previews: list[ClassPreview] = []
        self._badges: list[SeenBadge] = []
        flow.screens.model.changed.connect(self._show_wall)

    @cached_property
    def tools(self) -> ClassTools:
        """What the pointer does to the picture, on every sheet alike."""
        return ClassTools(self._flow.classroom, self)

    def make_bar(self, parent: QWidget | None = None) -> ControlBar:
        """The bar of controls; its ``slots`` are for a sheet's ``ClassKeys``."""
        return ControlBar(self._flow.classroom, self.tools, parent)

    def make_preview(self, parent: QWidget | None = None) -> ClassPreview:
        """What the console works on, as the class sees it."""
        flow = self._flow
        view = flow.faces.make_view(prepared=True)
        preview = ClassPreview(view, flow.classroom, self.tools, parent)
        self._follow_wall(preview)
        return preview

    def make_badge(self, parent: QWidget | None = None) -> SeenBadge:
        """What the class gets of it; belongs above every preview."""
        badge = SeenBadge(self._flow.classroom, parent)
        badge.show_wall(is_open=self._flow.screens.model.plan.is_seen)
        self._badges.append(badge)
        return badge

    @cached_property
    def sheet(self) -> LessonSheet:
        """The sheet of the lesson."""
        flow, program = self._flow, self._program
        language = program.window.language
        chooser = LessonChooser(program.library, PaceSetup(flow.pace, language), language)
        self._console = Console(flow.lesson, self._parts())
        sheet = LessonSheet(flow.lesson, flow.room.slides, self.tools, chooser, self._console)
        self._console.keys_wanted.connect(self._show_keys)
        sheet.leaving_wanted.connect(program.window.leave_full_screen)
        flow.room.heard.hearing_changed.connect(self._tell_hearing)
        flow.lesson.state_changed.connect(self._tell_hearing)
        return sheet

    def _parts(self) -> ConsoleParts:
        flow, program = self._flow, self._program
        language = program.window.language
        return ConsoleParts(
            classroom=flow.classroom,
            pacing=flow.pace,
            badge=self.make_badge(),
            preview=self.make_preview(),
            bar=self.make_bar(),
            times=TimesPanel(self._time_of_day, OneShot(self)),
            notes=NotesPanel(flow.pace, language),
            pace=PacePanel(flow.pace, language),
            catalog=program.lessons.catalog,
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
        picture = self._program.plates.picture(still, _SMALL.width(), _SMALL.height())
        return None if isinstance(picture, MissingPicture) else picture

    def _follow_wall(self, preview: ClassPreview) -> None:
        preview.set_shape(self._wall)
        self._previews.append(preview)

    @property
    def _wall(self) -> QSize:
        screen = self._flow.screens.model.plan.screen or self._flow.screens.model.target
        return QSize(screen.width, screen.height) if screen else QSize(16, 9)

    @Slot()
    def _show_wall(self) -> None:
        is_open = self._flow.screens.model.plan.is_seen
        for preview in self._previews:
            preview.set_shape(self._wall)
        for badge in self._badges:
            badge.show_wall(is_open=is_open)

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
