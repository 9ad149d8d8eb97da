"""Adds up what is heard: one cue, the beat and one line of speech."""

from __future__ import annotations

import time
from array import array
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial
from operator import add
from typing import Final

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.services.audio.stream import FULL_SCALE, Block, Stream, beat_loop, peak_of

# A cue that comes so late, for a device had to be opened first, would tell of another moment.
LATE_S: Final = 0.4
# What sounds under a voice is heard at this part of its loudness.
UNDER_SPEECH: Final = 0.4

_Now = Callable[[], float]
_Sound = tuple[Sequence[int], float]  # with its peak


class Mixer:
    """Any thread may give orders; the sound device's own thread alone calls ``mix``.

    Orders wait in a deque, which two threads may use without a lock: nobody waits for anybody.
    """

    def __init__(self, now: _Now = time.monotonic) -> None:
        self._now = now
        self._sounds: Mapping[Cue, _Sound] = {}
        self._orders: deque[Callable[[], None]] = deque()
        self._ordered: Callable[[], None] | None = None
        self._volumes = {SoundKind.CUE: 1.0, SoundKind.SPEECH: 1.0}
        self._cue: Stream | None = None
        self._beat: Stream | None = None
        self._speech: Stream | None = None
        self._ended: Callable[[], None] | None = None
        self._fading: list[Stream] = []
        self.looked_at = now()  # when the device last asked for sound
        self.heard_at = now()  # when there last was any

    @property
    def is_idle(self) -> bool:
        """Whether nothing sounds and nothing is ordered."""
        return not (self._orders or self._cue or self._beat or self._speech or self._fading)

    def on_order(self, ordered: Callable[[], None]) -> None:
        """Who is to know of every order that wants to be heard, after it was given."""
        self._ordered = ordered

    def set_sounds(self, sounds: Mapping[Cue, Sequence[int]]) -> None:
        """The cues of a theme, as samples of 16 bits."""
        self._sounds = {cue: (samples, peak_of(samples)) for cue, samples in sounds.items()}

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        """From 0 to 1; squared, for an ear hears half the power as little less."""
        self._volumes[kind] = min(max(volume, 0.0), 1.0) ** 2

    def play(self, cue: Cue) -> None:
        """A newer cue takes the place of an older one."""
        self._order(partial(self._start_cue, cue, self._now()))

    def beat(self, period_ms: int | None) -> None:
        order = partial(self._start_beat, period_ms, self._now())
        if period_ms is None:
            self._orders.append(order)
        else:
            self._order(order)

    def speak(self, samples: Sequence[int], ended: Callable[[], None]) -> None:
        """``ended`` is called from the sound device's thread, also when the speech is cut off."""
        self._order(partial(self._start_speech, (samples, peak_of(samples)), ended))

    def hush(self, kind: SoundKind | None = None) -> None:
        """Orders given before are dropped too."""
        self._orders.append(partial(self._hush, kind))

    def restart(self) -> None:
        """After a fault: what was cut off is over, the beat goes on where it would be now."""
        self._orders.append(self._restart)

    def mix(self, count: int) -> bytes:
        """The next ``count`` frames, as 32 bit floats."""
        self.looked_at = self._now()
        while self._orders:
            self._orders.popleft()()
        blocks = [*self._take(count)]
        if not blocks:
            return bytes(4 * count)
        self.heard_at = self.looked_at
        mixed = blocks[0]
        for block in blocks[1:]:
            mixed = list(map(add, mixed, block))
        return array("f", mixed).tobytes()

    def _order(self, order: Callable[[], None]) -> None:
        self._orders.append(order)
        if self._ordered is not None:
            self._ordered()

    def _take(self, count: int) -> Generator[Block, None, None]:
        under = UNDER_SPEECH if self._speech is not None else 1.0
        cue_gain = self._volumes[SoundKind.CUE] * under
        speech_gain = self._volumes[SoundKind.SPEECH]
        for ending in self._fading:
            yield ending.fade_out(count)
        self._fading.clear()
        sounding = [
            (stream, gain)
            for stream, gain in (
                (self._cue, cue_gain),
                (self._beat, cue_gain),
                (self._speech, speech_gain),
            )
            if stream is not None
        ]
        # Where all loudest moments would meet, everything is softer: nothing is ever cut off.
        most = max(1.0, sum(stream.peak * gain for stream, gain in sounding))
        for stream, gain in sounding:
            yield stream.take(count, gain / most / FULL_SCALE)
        if self._cue is not None and self._cue.is_over:
            self._cue = None
        if self._speech is not None and self._speech.is_over:
            self._stop_speech()

    def _start_cue(self, cue: Cue, ordered_at: float) -> None:
        sound = self._sounds.get(cue)
        if sound is not None and self.looked_at - ordered_at <= LATE_S:
            self._fade(self._cue)
            samples, peak = sound
            self._cue = Stream(samples, peak=peak)

    def _start_beat(self, period_ms: int | None, ordered_at: float) -> None:
        self._fade(self._beat)
        self._beat = None
        sound = self._sounds.get(Cue.BEAT)
        if period_ms is not None and sound is not None:
            samples, peak = sound
            loop = beat_loop(samples, period_ms)
            first_at = ordered_at + period_ms / 1000
            self._beat = Stream(loop, peak=peak, looped=True, first_at=first_at)
            self._beat.seek(self.looked_at)

    def _start_speech(self, sound: _Sound, ended: Callable[[], None]) -> None:
        self._hush_speech()
        samples, peak = sound
        self._speech, self._ended = Stream(samples, peak=peak), ended

    def _hush(self, kind: SoundKind | None) -> None:
        if kind is not SoundKind.SPEECH:
            self._fade(self._cue)
            self._fade(self._beat)
            self._cue = self._beat = None
        if kind is not SoundKind.CUE:
            self._hush_speech()

    def _hush_speech(self) -> None:
        self._fade(self._speech)
        self._stop_speech()

    def _stop_speech(self) -> None:
        self._speech = None
        if self._ended is not None:
            ended, self._ended = self._ended, None
            ended()

    def _restart(self) -> None:
        self._cue = None
        self._stop_speech()
        if self._beat is not None:
            self._beat.seek(self.looked_at)

    def _fade(self, stream: Stream | None) -> None:
        if stream is not None:
            self._fading.append(stream)
