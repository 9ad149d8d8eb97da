"""Speaks one line after the other, in a thread of its own, for making a line may take a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Condition, Event, Thread
from typing import Final, Protocol

from massage_trainer.domain.cues import SoundKind
from massage_trainer.domain.speech.line import Line
from massage_trainer.services.audio.lines import LineQueue
from massage_trainer.services.audio.mixer import Mixer
from massage_trainer.services.speech.pcm import Pcm
from massage_trainer.services.speech.system_voices import Spoken

# What a device may take longer than the sound itself lasts.
SLACK_S: Final = 2.0
# At the end: as long as it takes to silence a voice that speaks by itself.
LAST_WORDS_S: Final = 0.3

_Now = Callable[[], float]


class LineVoices(Protocol):
    """Makes the sound of a line, in the speaker's thread."""

    def render(self, line: Line, stop: Event, volume: float) -> Pcm | Spoken | None:
        """Its sound, or it was spoken already; None: no voice can, or ``stop`` was set.

        ``volume`` from 0.0 to 1.0 is for what sounds by itself, past the mixer.
        Raises ImportError where the sound library is missing.
        """
        ...


class Speaker:
    """``say`` and ``hush`` return at once; ``spoke`` is called in this thread when a line ended.

    It is not told of a line that was cut off.
    """

    def __init__(
        self,
        mixer: Mixer,
        voices: LineVoices,
        spoke: Callable[[Line, bool], None],
        now: _Now = time.monotonic,
    ) -> None:
        self._mixer = mixer
        self._voices = voices
        self._spoke = spoke
        self._now = now
        self._volume = 1.0
        self._lines = LineQueue()
        self._changed = Condition()
        self._stop = Event()
        self._ended = Event()
        self._closing = False
        self._thread = Thread(target=self._run, name="sound-speech", daemon=True)
        self._thread.start()

    def set_volume(self, volume: float) -> None:
        """From 0.0 to 1.0, from the next line on; at 0.0 what is being said is cut off."""
        self._volume = volume
        if not volume:
            self.hush()

    def say(self, line: Line) -> None:
        with self._changed:
            if self._lines.offer(line, self._now()):
                self._cut()
            self._changed.notify()

    def hush(self) -> None:
        with self._changed:
            self._lines.clear()
            self._cut()

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._lines.clear()
            self._cut()
            self._changed.notify()
        self._thread.join(LAST_WORDS_S)

    def _cut(self) -> None:
        self._stop.set()
        self._mixer.hush(SoundKind.SPEECH)
        self._ended.set()  # a device that hangs would never say so

    def _run(self) -> None:
        while (line := self._next()) is not None:
            stop = self._stop
            heard = self._speak(line, stop)
            if not stop.is_set():
                self._spoke(line, heard)

    def _next(self) -> Line | None:
        """Wait for the next line; None at the end."""
        with self._changed:
            while not self._closing:
                if (line := self._lines.take(self._now())) is not None:
                    self._stop, self._ended = Event(), Event()
                    return line
                self._changed.wait()
        return None

    def _speak(self, line: Line, stop: Event) -> bool:
        """False: no voice can say the line. A want of library or device is no want of a voice."""
        try:
            sound = self._voices.render(line, stop, self._volume)
        except ImportError:
            return True
        if not isinstance(sound, Pcm):
            return isinstance(sound, Spoken)
        with self._changed:
            # Making a number may have taken longer than it holds; next time it is made already.
            if stop.is_set() or self._lines.is_stale(self._now()):
                return True
            ended = self._ended
            self._mixer.speak(sound.samples, ended.set)
        ended.wait(sound.seconds + SLACK_S)
        return True
