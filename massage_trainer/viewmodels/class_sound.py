"""Lets nothing be heard that belongs to something the class does not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line

if TYPE_CHECKING:
    from massage_trainer.domain.cues import Cue, SoundKind
    from massage_trainer.domain.ports import Announcement, SoundOut
    from massage_trainer.viewmodels.classroom import ClassroomViewModel


class SeenSound(QObject):
    """A SoundOut for the lesson of a class: silent while black, white or another moment is seen.

    Signals:
        hearing_changed: the class hears the lesson again, or no longer.
        withheld: Cue; one that was not played.
        spoke: as every SoundOut tells it; what was withheld counts as said.
    """

    hearing_changed = Signal()
    withheld = Signal(object)
    spoke = Signal(object, bool)

    def __init__(
        self, out: SoundOut, classroom: ClassroomViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._out = out
        self._classroom = classroom
        self._period_ms: int | None = None
        self.hears = classroom.sees_lesson
        out.spoke.connect(self._hand_on)
        for changed in (
            classroom.shown_changed,
            classroom.prepared_changed,
            classroom.cover_changed,
            classroom.frozen_changed,
        ):
            changed.connect(self._look)

    @property
    def state(self) -> SoundState:
        return self._out.state

    @property
    def state_changed(self) -> Announcement:
        return self._out.state_changed

    @property
    def is_open(self) -> bool:
        return self._out.is_open

    def keep_open(self, *, on: bool) -> None:
        self._out.keep_open(on=on)

    def play(self, cue: Cue) -> None:
        if self.hears:
            self._out.play(cue)
        else:
            self.withheld.emit(cue)

    def beat(self, period_ms: int | None) -> None:
        self._period_ms = period_ms
        if self.hears or period_ms is None:
            self._out.beat(period_ms)

    def say(self, line: Line) -> None:
        if self.hears:
            self._out.say(line)
        else:
            said = True
            self.spoke.emit(line, said)

    def hush(self, kind: SoundKind | None = None) -> None:
        self._out.hush(kind)

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        self._out.set_volume(kind, volume)

    def close(self) -> None:
        """The device belongs to the whole program."""

    @Slot()
    def _look(self) -> None:
        hears = self._classroom.sees_lesson
        if hears == self.hears:
            return
        self.hears = hears
        if not hears:
            self._out.hush()
        self._out.beat(self._period_ms if hears else None)
        self.hearing_changed.emit()

    @Slot(object, bool)
    def _hand_on(self, line: Line, heard: bool) -> None:  # noqa: FBT001 - as the signal has it
        self.spoke.emit(line, heard)
