"""Opens loudspeakers and microphones over miniaudio; every call here may block for a minute."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Generator
from typing import Any, Final, Protocol

from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.speech.pcm import RATE_HZ

# Three periods lie in the device: what is hushed is heard no longer than that.
PERIOD_MS: Final = 30
PERIODS: Final = 3
# What PulseAudio and PipeWire offer where there is no loudspeaker at all.
_DUMMY: Final = b"auto_null"


class DeviceError(TrainerError):
    """There is no such device, or it cannot be opened."""


class Device(Protocol):
    """A device that runs; closing it may block as long as a sound server does not answer."""

    def close(self) -> None: ...

    def is_real(self) -> bool:
        """Whether somebody could hear it; may block too."""
        ...


def close_device(device: Device) -> None:
    """What undoes an opening that came too late."""
    device.close()


def open_loudspeaker(feed: Generator[bytes, int, None]) -> Device:
    """Plays 32 bit floats. Raises DeviceError; ImportError where miniaudio is missing."""
    import miniaudio

    return _Opened(miniaudio.PlaybackDevice, miniaudio.SampleFormat.FLOAT32, feed)


def open_microphone(take: Generator[None, bytes, None]) -> Device:
    """Gives signed 16 bit samples. Raises like ``open_loudspeaker``."""
    import miniaudio

    return _Opened(miniaudio.CaptureDevice, miniaudio.SampleFormat.SIGNED16, take)


class _Opened:
    """A device of miniaudio with its context.

    Made in two steps, for miniaudio gives back neither the context of a closed device, which is a
    connection to the server, nor that of one that could not be opened.
    """

    def __init__(self, kind: Any, form: Any, callback: Any) -> None:
        import miniaudio

        _silence_alsa()
        next(callback)
        self._device = kind.__new__(kind)
        try:
            self._device.__init__(
                form,
                1,
                RATE_HZ,
                PERIOD_MS,
                None,
                PERIODS,
                _backends(),
                app_name="massage-trainer",
            )
            self._device.start(callback)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise DeviceError(str(error)) from error

    def close(self) -> None:
        import miniaudio

        self._device.close()
        context = vars(self._device).pop("_context", None)
        if context is not None:
            miniaudio.lib.ma_context_uninit(context)

    def is_real(self) -> bool:
        import miniaudio

        if self._device.backend != "PulseAudio":
            return True
        try:
            found = miniaudio.Devices([miniaudio.Backend.PULSEAUDIO]).get_playbacks()
        except miniaudio.MiniaudioError:
            return False
        names = [bytes(miniaudio.ffi.buffer(device["id"])).partition(b"\0")[0] for device in found]
        return any(name != _DUMMY for name in names)


def _backends() -> list[Any]:
    """Without JACK, which starts servers of its own, and without the one that swallows all."""
    from miniaudio import Backend

    match sys.platform:
        case "win32":
            return [Backend.WASAPI, Backend.DSOUND, Backend.WINMM]
        case "darwin":
            return [Backend.COREAUDIO]
        case _:
            return [Backend.PULSEAUDIO, Backend.ALSA]


def _silence_alsa() -> None:
    """It would write a page to the terminal at every try without a sound card."""
    if sys.platform.startswith("linux"):
        try:
            alsa = ctypes.CDLL("libasound.so.2")
        except OSError:
            return
        # Any harmless function of C will do as the receiver of its messages.
        alsa.snd_lib_error_set_handler(ctypes.CDLL(None).abs)
