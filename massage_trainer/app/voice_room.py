"""Puts together who speaks: the loudspeaker, its voices, and the teacher who records lines."""

from __future__ import annotations

import contextlib
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.speech.recordings import FileRecordings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from massage_trainer.domain.ports import LessonSource, ThemedSound
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.services.audio.microphone import MicrophoneInput
    from massage_trainer.services.json_file import Report
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.viewmodels.recording import RecordingViewModel


class VoiceRoom(QObject):
    """One store of recordings for both: what was just recorded is heard in the lesson at once."""

    def __init__(
        self,
        data_dir: Path,
        lessons: LessonSource,
        settled: Callable[[str], Protocol],
        preferences: PreferencesViewModel,
        report: Report,
        out: ThemedSound | None,
        parent: QObject,
    ) -> None:
        """``settled`` gives a lesson as it is played; ``out`` is the real one where it is None."""
        super().__init__(parent)
        self._data_dir = data_dir
        self._lessons = lessons
        self._settled = settled
        self._preferences = preferences
        self._given_out = out
        self._recordings = FileRecordings(data_dir / "recordings", report)

    @cached_property
    def out(self) -> ThemedSound:
        """What plays cues and speech."""
        from massage_trainer.app.loudspeaker import make_loudspeaker

        theme = self._preferences.value.sound_theme
        return self._given_out or make_loudspeaker(self._data_dir, self._recordings, theme, self)

    def make_dialog(self, parent: QWidget) -> QDialog:
        """The teacher's recordings; it begins where it was left, or with the last lesson."""
        from massage_trainer.widgets.file_picker import FilePicker
        from massage_trainer.widgets.recording_dialog import RecordingDialog

        recording = self._recording
        lessons = [card.id for card in recording.cards]
        wanted = (recording.lesson_id, self._preferences.value.last_lesson, *lessons)
        lesson = next((one for one in wanted if one in lessons), "")
        language = recording.language if recording.lesson_id else self._language()
        with contextlib.suppress(TrainerError):  # broken in this moment: another can be chosen
            recording.open(lesson, language)
        return RecordingDialog(recording, self._language, FilePicker(), parent)

    def close(self) -> None:
        """Give the microphone back."""
        if "_microphone" in vars(self):
            self._microphone.close()

    @cached_property
    def _recording(self) -> RecordingViewModel:
        """Lives as long as the program: a take that is over is kept though its dialog is gone."""
        from massage_trainer.services.resources import assets_dir
        from massage_trainer.services.speech.clips import ShippedClips
        from massage_trainer.services.speech.system_voices import system_voices
        from massage_trainer.services.speech.voice_guide import SystemVoiceGuide
        from massage_trainer.viewmodels.recording import RecordingViewModel

        clips = ShippedClips(assets_dir() / "audio" / "voice")
        return RecordingViewModel(
            self._lessons,
            self._settled,
            self._recordings,
            SystemVoiceGuide(self._recordings, clips, system_voices, self),
            self._microphone,
            self.out,
            self._voice_is_on,
            self,
        )

    @cached_property
    def _microphone(self) -> MicrophoneInput:
        from massage_trainer.services.audio.microphone import MicrophoneInput

        return MicrophoneInput(self)

    def _language(self) -> str:
        return self._preferences.value.language

    def _voice_is_on(self) -> bool:
        value = self._preferences.value
        return not value.muted and value.speech_volume > 0
