"""Stand-ins around a teacher's voice: a microphone, a store, and who would say a line."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line
from massage_trainer.domain.speech.voice import VoiceSource


class FakeMicrophone(QObject):
    """The test speaks into it; takes are words."""

    recorded = Signal(object)
    failed = Signal(SoundState)
    level_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.ending = False

    def start(self) -> None:
        self.running, self.ending = True, False

    def stop(self) -> None:
        self.ending = self.running

    def close(self) -> None:
        self.running = self.ending = False

    def hear(self, take: str) -> None:
        """The take is ready."""
        assert self.running
        self.running = self.ending = False
        self.recorded.emit(take)

    def fail(self, state: SoundState) -> None:
        assert self.running
        self.running = self.ending = False
        self.failed.emit(state)


class MemoryRecordings:
    """A Recordings store without a disk; ``full``: it can keep and forget nothing."""

    def __init__(self) -> None:
        self.takes: dict[Line, str] = {}
        self.files: dict[Path, dict[Line, str]] = {}
        self.full = False

    def has(self, line: Line) -> bool:
        return line in self.takes

    def put(self, line: Line, sound: str) -> None:
        self._write("voice.wav")
        self.takes[line] = sound

    def remove(self, line: Line) -> None:
        self._write("voice.wav")
        self.takes.pop(line, None)

    def import_from(self, path: Path) -> int:
        if path not in self.files:
            raise TrainerError(f"{path}: no such file")
        self.takes |= self.files[path]
        return len(self.files[path])

    def export_to(self, path: Path, lines: Iterable[Line]) -> int:
        self._write(str(path))
        self.files[path] = {line: self.takes[line] for line in lines if line in self.takes}
        return len(self.files[path])

    def _write(self, name: str) -> None:
        if self.full:
            raise TrainerError(f"{name}: disk full")


class FakeGuide(QObject):
    """Knows what the test says of a language; nothing as long as that is None."""

    changed = Signal()

    def __init__(self, recordings: MemoryRecordings) -> None:
        super().__init__()
        self._recordings = recordings
        self.looked = 0
        self.found: dict[str, VoiceSource] = {}

    def look(self) -> None:
        self.looked += 1

    def source(self, line: Line) -> VoiceSource | None:
        if self._recordings.has(line):
            return VoiceSource.RECORDING
        return self.found.get(line.language)

    def learn(self, **found: VoiceSource) -> None:
        self.found |= found
        self.changed.emit()
