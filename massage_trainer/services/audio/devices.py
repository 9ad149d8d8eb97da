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

    miniaudio leaves a connection to PulseAudio behind with every device that cannot be opened, so
    none is tried where none is listed; and one, its context, with every device that is closed.
    """

    def __init__(self, kind: Any, form: Any, callback: Any) -> None:
        from miniaudio import MiniaudioError

        _silence_alsa()
        self._kind = kind
        if not self.is_real():
            raise DeviceError("there is none")
        next(callback)
        # In two steps, for a device that cannot be opened has a context, too.
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
        except MiniaudioError as error:
            self.close()
            raise DeviceError(str(error)) from error

    def close(self) -> None:
        from miniaudio import lib

        self._device.close()
        context = vars(self._device).pop("_context", None)
        if context is not None:
            lib.ma_context_uninit(context)

    def is_real(self) -> bool:
        from miniaudio import Devices, MiniaudioError, PlaybackDevice, ffi

        try:
            system = Devices(_backends())
            plays = self._kind is PlaybackDevice
            found = system.get_playbacks() if plays else system.get_captures()
        except MiniaudioError:
            return False
        return any(not bytes(ffi.buffer(device["id"])).startswith(_DUMMY) for device in found)


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
