"""Tells who would say a line, without making its sound."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from massage_trainer.domain.speech.line import Line
from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.services.speech.system_voices import SystemVoice

PATIENCE_S: Final = 20.0
_LOOK_S: Final = 0.05


class Known(Protocol):
    """Sound files by their lines."""

    def has(self, line: Line) -> bool: ...


class SystemVoiceGuide(QObject):
    """Follows the same order as ``Voices``; a thread asks the system for its voices once.

    Signals:
        changed: the system has answered for a language.
    """

    changed = Signal()
    _told = Signal(str, object)

    def __init__(
        self,
        recordings: Known,
        clips: Known,
        system: Callable[[], Sequence[SystemVoice]],
        parent: QObject | None = None,
    ) -> None:
        """``system`` makes voices for the thread's own use: they remember what they were asked."""
        super().__init__(parent)
        self._recordings = recordings
        self._clips = clips
        self._system = system
        self._looking = False
        self._found: dict[str, frozenset[VoiceSource]] = {}
        self._told.connect(self._learn, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        if not self._looking:
            self._looking = True
            Thread(target=self._ask, name="voice-guide", daemon=True).start()

    def source(self, line: Line) -> VoiceSource | None:
        if self._recordings.has(line):
            return VoiceSource.RECORDING
        found = self._found.get(line.language)
        if found is None:
            return None
        if VoiceSource.SYSTEM in found:
            return VoiceSource.SYSTEM
        if self._clips.has(line):
            return VoiceSource.CLIP
        return VoiceSource.GENERIC if found else VoiceSource.NONE

    def _ask(self) -> None:
        voices = self._system()
        for language in LANGUAGES:
            found = frozenset(
                VoiceSource.SYSTEM if voice.is_own else VoiceSource.GENERIC
                for voice in voices
                if _speaks(voice, language)
            )
            with contextlib.suppress(RuntimeError):  # the windows are gone already
                self._told.emit(language, found)

    @Slot(str, object)
    def _learn(self, language: str, found: frozenset[VoiceSource]) -> None:
        self._found[language] = found
        self.changed.emit()


def _speaks(voice: SystemVoice, language: str) -> bool:
    """Waits for a system that is only waking up; one that hangs has no voice."""
    waiting = Event()
    for _ in range(round(PATIENCE_S / _LOOK_S)):
        speaks = voice.speaks(language)
        if speaks is not None:
            return speaks
        waiting.wait(_LOOK_S)
    return False
