"""Finds a voice for a line: the nearest one to a good teacher that this computer has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event
from typing import Protocol

from massage_trainer.domain.speech.line import Line
from massage_trainer.services.speech.pcm import Pcm, SoundFileError, decode
from massage_trainer.services.speech.system_voices import Spoken, SystemVoice


class Sounds(Protocol):
    """Sound files by their lines."""

    def read(self, line: Line) -> bytes | None: ...


class Voices:
    """Tries its sources in order for each line, and keeps to the first that has it.

    They are the teacher's recording, the system's own voice for the language, the clip of the
    program, the system's generic voice. It works in the thread of the sound alone: asking a system
    for its voices may take seconds, and so may speaking.
    """

    def __init__(
        self, recordings: Sounds, clips: Sounds, system: Sequence[SystemVoice] = ()
    ) -> None:
        self._recordings = recordings
        self._clips = clips
        self._own = [voice for voice in system if voice.is_own]
        self._generic = [voice for voice in system if not voice.is_own]

    def render(self, line: Line, stop: Event) -> Pcm | Spoken | None:
        """The sound of a line, or a voice has spoken it; None: no voice can, or ``stop`` was set.

        A source that fails leaves the line to the next. Raises ImportError where the sound
        library is missing.
        """
        for content in self._tried(line, stop):
            if stop.is_set():
                return None
            if isinstance(content, Spoken):
                return content
            if content:
                try:
                    return decode(content)
                except SoundFileError:
                    continue
        return None

    def _tried(self, line: Line, stop: Event) -> Iterator[bytes | Spoken | None]:
        yield self._recordings.read(line)
        yield from self._spoken(self._own, line, stop)
        yield self._clips.read(line)
        yield from self._spoken(self._generic, line, stop)

    def _spoken(
        self, voices: Sequence[SystemVoice], line: Line, stop: Event
    ) -> Iterator[bytes | Spoken | None]:
        for voice in voices:
            if voice.speaks(line.language):
                yield voice.synthesize(line.text, line.language, stop)
