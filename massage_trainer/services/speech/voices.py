"""Finds a voice for a line: the nearest one to a good teacher that this computer has."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from threading import Event
from typing import Final, Protocol

from massage_trainer.domain.speech.line import Line
from massage_trainer.services.speech.pcm import Pcm, SoundFileError, decode
from massage_trainer.services.speech.system_voices import Spoken, SystemVoice

# How long a line that nobody else can say waits for a system that is only waking up.
PATIENCE_S: Final = 2.0
_LOOK_S: Final = 0.05
# Lines of a system's voice: the numbers and times of a lesson, about 10 MB.
MOST_KEPT: Final = 40


class Sounds(Protocol):
    """Sound files by their lines."""

    def read(self, line: Line) -> bytes | None: ...


class Voices:
    """Tries its sources in order for each line, and keeps to the first that has it.

    They are the teacher's recording, the system's own voice for the language, the clip of the
    program, the system's generic voice. It works in the thread of the sound alone: asking a system
    for its voices may take seconds, and so may speaking. What a system's voice made is kept for a
    while, for a number is said again and again.
    """

    def __init__(
        self,
        recordings: Sounds,
        clips: Sounds,
        system: Sequence[SystemVoice] = (),
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._recordings = recordings
        self._clips = clips
        self._own = [voice for voice in system if voice.is_own]
        self._generic = [voice for voice in system if not voice.is_own]
        self._patience_s = patience_s
        self._made: OrderedDict[tuple[SystemVoice, str, str], Pcm] = OrderedDict()

    def render(self, line: Line, stop: Event, volume: float = 1.0) -> Pcm | Spoken | None:
        """The sound of a line, or a voice has spoken it; None: no voice can, or ``stop`` was set.

        ``volume`` is for a voice that sounds by itself. A source that fails leaves the line to the
        next. Raises ImportError where the sound library is missing.
        """
        silent: list[SystemVoice] = []  # they have not told yet what they speak
        for sound in self._tried(line, stop, volume, silent):
            if stop.is_set():
                return None
            if sound is not None:
                return sound
        if any(voice.speaks(line.language) is None for voice in silent):
            return Spoken.UNKNOWN
        return None

    def _tried(
        self, line: Line, stop: Event, volume: float, silent: list[SystemVoice]
    ) -> Iterator[Pcm | Spoken | None]:
        yield _decoded(self._recordings.read(line))
        yield from self._spoken(self._own, line, stop, volume, silent)
        yield _decoded(self._clips.read(line))
        yield from self._spoken(self._generic, line, stop, volume, silent)
        # Nobody has it: the first line of a lesson may wait a moment for a system that wakes up.
        late = [*silent]
        waited_s = 0.0
        while waited_s < self._patience_s and any(v.speaks(line.language) is None for v in late):
            if stop.wait(_LOOK_S):
                return
            waited_s += _LOOK_S
        yield from self._spoken(late, line, stop, volume, silent)

    def _spoken(
        self,
        voices: Sequence[SystemVoice],
        line: Line,
        stop: Event,
        volume: float,
        silent: list[SystemVoice],
    ) -> Iterator[Pcm | Spoken | None]:
        for voice in voices:
            speaks = voice.speaks(line.language)
            if speaks is None:
                silent.append(voice)
            elif speaks:
                yield self._said(voice, line, stop, volume)

    def _said(
        self, voice: SystemVoice, line: Line, stop: Event, volume: float
    ) -> Pcm | Spoken | None:
        key = (voice, line.language, line.text)
        made = self._made.get(key)
        if made is None:
            answer = voice.synthesize(line.text, line.language, stop, volume)
            if isinstance(answer, Spoken):
                return answer
            made = _decoded(answer)
            if made is None:
                return None
            self._made[key] = made
            if len(self._made) > MOST_KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return made


def _decoded(content: bytes | None) -> Pcm | None:
    try:
        return decode(content) if content else None
    except SoundFileError:
        return None
