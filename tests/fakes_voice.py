"""Stand-ins around a teacher's voice: a microphone, a store, and who would say a line."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line
from massage_trainer.domain.speech.recorded import (
    IncomingRecordings,
    RecordingFault,
    RecordingsError,
)
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
        self.fault: RecordingFault | None = None  # of every file that is looked into
        self._incoming: dict[str, Line] = {}

    def has(self, line: Line) -> bool:
        return line in self.takes

    def put(self, line: Line, sound: str) -> None:
        self._write("voice.wav")
        self.takes[line] = sound

    def remove(self, line: Line) -> None:
        self._write("voice.wav")
        self.takes.pop(line, None)

    def look_into(self, path: Path) -> IncomingRecordings:
        if self.fault is not None:
            raise RecordingsError(self.fault, str(path), "the reason")
        if path not in self.files:
            raise RecordingsError(RecordingFault.DISK, str(path), "no such file")
        lines = {f"{line.language}/{line.text}": line for line in self.files[path]}
        self._incoming = lines
        return IncomingRecordings(
            {name: line.text for name, line in lines.items()},
            {name: self.files[path][line] for name, line in lines.items()},
            frozenset(
                name
                for name, line in lines.items()
                if self.takes.get(line, self.files[path][line]) != self.files[path][line]
            ),
        )

    def take_over(self, incoming: IncomingRecordings, *, replace: bool) -> int:
        self._write("voice.wav")
        kept = frozenset() if replace else incoming.own
        new = {self._incoming[n]: take for n, take in incoming.sounds.items() if n not in kept}
        self.takes |= new
        return len(new)

    def export_to(self, path: Path, lines: Iterable[Line]) -> int:
        self._write(str(path))
        found = {line: self.takes[line] for line in lines if line in self.takes}
        if found:
            self.files[path] = found
        return len(found)

    def _write(self, name: str) -> None:
        if self.full:
            raise RecordingsError(RecordingFault.DISK, name, "disk full")


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
