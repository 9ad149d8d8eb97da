"""A teacher's recording of the lines of a lesson, as the dialog sees it."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.cues import SoundKind
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.library import LessonCard
from massage_trainer.domain.ports import (
    LessonSource,
    Microphone,
    Recordings,
    SoundOut,
    SoundState,
    VoiceGuide,
)
from massage_trainer.domain.protocol import Protocol
from massage_trainer.domain.speech.inventory import lines_of
from massage_trainer.domain.speech.line import Line
from massage_trainer.domain.speech.recorded import IncomingRecordings
from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.domain.text import LANGUAGES


class Doing(Enum):
    """What goes on with the line."""

    NOTHING = auto()
    RECORDING = auto()
    KEEPING = auto()  # the take is over and made ready
    LISTENING = auto()


class RecordingTrouble(Enum):
    """Why nothing was recorded or heard."""

    NO_VOICE_CAME_IN = auto()
    NO_MICROPHONE_ANSWER = auto()
    NO_LIBRARY = auto()
    NO_LOUDSPEAKER = auto()
    NO_LOUDSPEAKER_ANSWER = auto()
    VOICE_IS_OFF = auto()
    NO_VOICE = auto()


_OF_THE_MICROPHONE = {
    SoundState.NO_LIBRARY: RecordingTrouble.NO_LIBRARY,
    SoundState.FROZEN: RecordingTrouble.NO_MICROPHONE_ANSWER,
}
_OF_THE_LOUDSPEAKER = {
    SoundState.NO_LIBRARY: RecordingTrouble.NO_LIBRARY,
    SoundState.NO_DEVICE: RecordingTrouble.NO_LOUDSPEAKER,
    SoundState.FROZEN: RecordingTrouble.NO_LOUDSPEAKER_ANSWER,
    SoundState.OFF: RecordingTrouble.VOICE_IS_OFF,
}


class RecordingViewModel(QObject):
    """The lines of one lesson in one language, one of them chosen.

    Signals:
        lines_changed: other lines stand in the list.
        line_chosen: another line is the current one.
        voices_changed: who says a line has changed.
        doing_changed: Doing.
        level_changed: float; how loud the microphone is, from 0.0 to 1.0.
        kept: a take stands in the place of what there was.
        troubled: RecordingTrouble.
        failed: str; why the disk did not keep a recording.
        stayed: str; why the disk did not forget a recording.
    """

    lines_changed = Signal()
    line_chosen = Signal()
    voices_changed = Signal()
    doing_changed = Signal(Doing)
    level_changed = Signal(float)
    kept = Signal()
    troubled = Signal(RecordingTrouble)
    failed = Signal(str)
    stayed = Signal(str)

    def __init__(
        self,
        lessons: LessonSource,
        settled: Callable[[str], Protocol],
        recordings: Recordings[Any],
        guide: VoiceGuide,
        microphone: Microphone,
        out: SoundOut,
        voice_is_on: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``settled`` gives a lesson as it is played; ``voice_is_on``: speech is not muted."""
        super().__init__(parent)
        self._lessons = lessons
        self._settled = settled
        self._recordings = recordings
        self._guide = guide
        self._microphone = microphone
        self._out = out
        self._voice_is_on = voice_is_on
        self.doing = Doing.NOTHING
        self.lesson_id = ""
        self.language = LANGUAGES[0]
        self.missing_only = True
        self.goes_on = True  # to the next line, after a take
        self.lines: tuple[Line, ...] = ()
        self.index = 0
        self._all: tuple[Line, ...] = ()
        self._taken: Line | None = None
        microphone.recorded.connect(self._keep)
        microphone.failed.connect(self._follow_microphone)
        microphone.level_changed.connect(self.level_changed.emit)
        out.spoke.connect(self._follow_voice)
        out.state_changed.connect(self._follow_sound)
        guide.changed.connect(self.voices_changed.emit)

    @property
    def cards(self) -> tuple[LessonCard, ...]:
        return self._lessons.index().cards

    @property
    def line(self) -> Line | None:
        return self.lines[self.index] if self.lines else None

    @property
    def recorded(self) -> int:
        """How many lines of the lesson are recorded."""
        return sum(map(self._recordings.has, self._all))

    @property
    def total(self) -> int:
        return len(self._all)

    def has(self, line: Line) -> bool:
        return self._recordings.has(line)

    def source(self, line: Line) -> VoiceSource | None:
        """Who says the line now; None: that is still being found out."""
        return self._guide.source(line)

    def open(self, lesson_id: str, language: str) -> None:
        """Show the lines of a lesson; raises TrainerError where it has just been broken."""
        self._end()
        self._guide.look()
        self._all = self._lines(lesson_id, language)
        self.lesson_id, self.language = lesson_id, language
        self._list()

    def show_missing_only(self, *, on: bool) -> None:
        """List what is not recorded yet, or everything; the line stays if it is in both."""
        self.missing_only = on
        self._list(self.line)

    def choose(self, index: int) -> None:
        """Go to a line; what is being recorded is kept for its own."""
        if index != self.index and 0 <= index < len(self.lines):
            self._end()
            self._go(index)

    @Slot()
    def record_or_stop(self) -> None:
        """Begin a take of the line, in the place of an earlier one, or end it."""
        if self.doing is Doing.RECORDING:
            self._stop_recording()
        elif self.doing is not Doing.KEEPING and self.line is not None:
            self._stop_listening()
            self._out.hush()
            self._taken = self.line
            self._do(Doing.RECORDING)
            self._microphone.start()

    @Slot()
    def listen_or_stop(self) -> None:
        """Hear the line as a lesson would say it now, or silence it."""
        if self.doing is Doing.LISTENING:
            self._stop_listening()
        elif self.doing is Doing.NOTHING and self.line is not None:
            if not self._voice_is_on():
                self.troubled.emit(RecordingTrouble.VOICE_IS_OFF)
                return
            self._do(Doing.LISTENING)
            self._out.hush()
            self._out.say(self.line)
            self._follow_sound(self._out.state)

    @Slot()
    def discard(self) -> None:
        """Throw the running take away."""
        if self.doing is Doing.RECORDING:
            self._microphone.close()
            self._taken = None
            self._do(Doing.NOTHING)

    @Slot()
    def remove(self) -> None:
        """Forget the recording of the line."""
        if self.doing is Doing.LISTENING:
            self._stop_listening()
        if self.line is not None and self.doing is Doing.NOTHING:
            try:
                self._recordings.remove(self.line)
            except TrainerError as error:
                self.stayed.emit(str(error))
            self.voices_changed.emit()

    @Slot()
    def close(self) -> None:
        """The dialog closes; a take that is over is kept nevertheless."""
        self.discard()
        self._stop_listening()

    @property
    def has_any(self) -> bool:
        """Whether anything of the lesson is recorded, in whatever language."""
        return any(map(self._recordings.has, self._of_all_languages()))

    def export_to(self, path: Path) -> int:
        """Pack what is recorded of the lesson, in every language. Raises RecordingsError."""
        return self._recordings.export_to(path, self._of_all_languages())

    def look_into(self, path: Path) -> IncomingRecordings:
        """What a file of another computer holds. Raises RecordingsError."""
        return self._recordings.look_into(path)

    def take_over(self, incoming: IncomingRecordings, *, replace: bool) -> int:
        """Keep it, one's own recordings only where ``replace``. Raises RecordingsError."""
        number = self._recordings.take_over(incoming, replace=replace)
        self.voices_changed.emit()
        return number

    def _of_all_languages(self) -> list[Line]:
        return [line for language in LANGUAGES for line in self._lines(self.lesson_id, language)]

    def _lines(self, lesson_id: str, language: str) -> tuple[Line, ...]:
        """What the class hears: with the teacher's answers and numbers."""
        points = self._lessons.catalog().points
        return lines_of(self._settled(lesson_id), language, points, ())

    def _list(self, line: Line | None = None) -> None:
        """Lines that are recorded from now on stay, to be heard and recorded again."""
        missing = tuple(one for one in self._all if not self.has(one))
        self.lines = missing if self.missing_only else self._all
        self.index = self.lines.index(line) if line in self.lines else 0
        self.lines_changed.emit()
        self.line_chosen.emit()

    def _go(self, index: int) -> None:
        self.index = index
        self.line_chosen.emit()

    def _go_on(self) -> None:
        """To the next line that is not recorded, if there is one."""
        following = next(self._missing_after(self.index), None)
        if following is not None:
            self._go(following)

    def _missing_after(self, index: int) -> Iterator[int]:
        later = range(index + 1, len(self.lines))
        return (number for number in later if not self.has(self.lines[number]))

    def _do(self, doing: Doing) -> None:
        if doing is not self.doing:
            self.doing = doing
            self.doing_changed.emit(doing)

    def _end(self) -> None:
        """Whatever goes on."""
        if self.doing is Doing.RECORDING:
            self._stop_recording()
        self._stop_listening()

    def _stop_recording(self) -> None:
        self._do(Doing.KEEPING)
        self._microphone.stop()

    def _stop_listening(self) -> None:
        if self.doing is Doing.LISTENING:
            self._do(Doing.NOTHING)
            self._out.hush(SoundKind.SPEECH)

    @Slot(object)
    def _keep(self, sound: object) -> None:
        line, self._taken = self._taken, None
        if line is None:
            return
        self._do(Doing.NOTHING)
        try:
            self._recordings.put(line, sound)
        except TrainerError as error:
            self.failed.emit(str(error))
            return
        self.voices_changed.emit()
        self.kept.emit()
        if self.goes_on and line == self.line:
            self._go_on()

    @Slot(SoundState)
    def _follow_microphone(self, state: SoundState) -> None:
        self._taken = None
        self._do(Doing.NOTHING)
        self.troubled.emit(_OF_THE_MICROPHONE.get(state, RecordingTrouble.NO_VOICE_CAME_IN))

    @Slot(object, bool)
    def _follow_voice(self, line: Line, heard: bool) -> None:  # noqa: FBT001 - as the signal has it
        if self.doing is Doing.LISTENING and line == self.line:
            self._do(Doing.NOTHING)
            if not heard:
                self.troubled.emit(RecordingTrouble.NO_VOICE)

    @Slot(SoundState)
    def _follow_sound(self, state: SoundState) -> None:
        if self.doing is Doing.LISTENING and state in _OF_THE_LOUDSPEAKER:
            self._do(Doing.NOTHING)
            self.troubled.emit(_OF_THE_LOUDSPEAKER[state])
