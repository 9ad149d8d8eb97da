"""Sound servers of the tests: a PulseAudio with a sink that nobody hears, and a dead one."""

import os
import shutil
import signal
import socket
import subprocess
import time
from array import array
from pathlib import Path
from types import TracebackType

RATE_HZ = 24_000
# A sink that may rewind fills up for two seconds at first, as no real loudspeaker does.
NULL_SINK = "module-null-sink norewinds=1"
MISSING = [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]


class SoundServer:
    """PulseAudio with one null sink, at a socket of its own."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "native"
        self.address = f"unix:{self.socket}"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *, sink: str = "nullsink", modules: tuple[str, ...] = ()) -> None:
        self.socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "--realtime=no",
                f"--load=module-native-protocol-unix auth-anonymous=1 socket={self.socket}",
                f"--load={NULL_SINK} sink_name={sink}",
                *(f"--load={module}" for module in modules),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Nothing of it may end up in the home of whoever runs the tests.
            env=os.environ | {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)},
        )
        deadline = time.monotonic() + 10
        while sink not in (self.ask("list", "short", "sinks") or ""):
            assert time.monotonic() < deadline, "the sound server does not start"
            time.sleep(0.02)

    def __enter__(self) -> "SoundServer":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def freeze(self) -> None:
        """It answers nobody any more, and keeps every connection."""
        self._running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._running.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=10)
            self._process = None

    def ask(self, *words: str) -> str | None:
        """What ``pactl`` answers; None if the server does not."""
        done = subprocess.run(
            ["pactl", "--server", self.address, *words],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=10,
        )
        return done.stdout if done.returncode == 0 else None

    def record(self) -> "Recording":
        """Listen at the sink from now on."""
        return Recording(self.address, self._folder / "heard.raw")

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None
        return self._process


class Recording:
    """What a sink plays, until ``samples`` is asked for."""

    def __init__(self, address: str, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        form = [f"--rate={RATE_HZ}", "--channels=1", "--format=s16le", "--latency-msec=20"]
        self._process = subprocess.Popen(
            ["parec", "--server", address, "-d", "@DEFAULT_MONITOR@", "--raw", *form],
            stdout=self._file,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while path.stat().st_size == 0:
            assert time.monotonic() < deadline, "nothing can be recorded"
            time.sleep(0.01)

    def samples(self) -> "array[int]":
        self._process.terminate()
        self._process.wait(timeout=10)
        self._file.close()
        whole = self._path.read_bytes()
        return array("h", whole[: len(whole) // 2 * 2])


class DeadServer:
    """A socket that takes every connection and never says a word."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen(16)

    def close(self) -> None:
        self._listener.close()
