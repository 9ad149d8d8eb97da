"""The voices of the operating system, as commands."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cached_property, partial
from pathlib import Path
from shutil import which
from threading import Event, Thread
from typing import Final, Protocol

from massage_trainer.services.speech.commands import run

Run = Callable[..., bytes | None]
Beside = Callable[[Callable[[], None]], None]
_ESPEAK: Final = ("espeak-ng", "espeak")
_WORDS_PER_MINUTE: Final = "150"
MOST_SPOKEN_S: Final = 30.0


class Spoken(Enum):
    """What there is to say of a line without anything to play."""

    HEARD = "heard"  # a voice that sounds by itself has said it
    UNKNOWN = "unknown"  # the system has not told yet whether it has a voice for it


class SystemVoice(Protocol):
    """A voice of this computer.

    ``is_own``: it is made for its language, and not the robot that speaks a hundred of them.
    """

    @property
    def is_own(self) -> bool: ...

    def speaks(self, language: str) -> bool | None:
        """Whether it has this language; asks the system once, which may take a second.

        None: the system has not answered yet.
        """
        ...

    def synthesize(
        self, text: str, language: str, stop: Event, volume: float = 1.0
    ) -> bytes | Spoken | None:
        """A sound file of the text, or it has spoken by itself; None: it failed or was cut off.

        ``volume`` is for those that sound by themselves; the mixer sees to all others.
        """
        ...


def system_voices(platform: str = sys.platform) -> list[SystemVoice]:
    """Those that this platform may have, the better ones first."""
    if platform == "win32":
        return [SapiVoice()]
    if platform == "darwin":
        return [SayVoice()]
    return [DispatcherVoice(is_own=True), EspeakVoice(), DispatcherVoice(is_own=False)]


class EspeakVoice:
    """espeak-ng, or the older espeak: robotic, and there for nearly every language."""

    is_own = False

    def __init__(self, run: Run = run) -> None:
        self._run = run
        self._known: dict[str, bool] = {}

    def speaks(self, language: str) -> bool:
        if language not in self._known:
            listed = self._run([self._program, f"--voices={language}"]) if self._program else None
            # Below the head of the table stands one line for each voice.
            self._known[language] = len((listed or b"").splitlines()) > 1
        return self._known[language]

    def synthesize(
        self, text: str, language: str, stop: Event, volume: float = 1.0
    ) -> bytes | None:
        command = [self._program, "-v", language, "-s", _WORDS_PER_MINUTE, "--stdin", "--stdout"]
        return self._run(command, text, stop)

    @cached_property
    def _program(self) -> str:
        return _first_of(_ESPEAK)


def _in_a_thread(work: Callable[[], None]) -> None:
    Thread(target=work, name="sound-voices", daemon=True).start()


class DispatcherVoice:
    """speech-dispatcher, which speaks by itself through whatever voice the user has set up.

    ``is_own`` takes only its natural voices (RHVoice, Piper and others), else any that it has.
    Its daemon may need seconds to start, or hang: it is asked beside the lesson, and whether it
    has a language is unknown until it has answered.
    """

    _ROBOTS: Final = frozenset(
        {"espeak", "espeak-ng", "espeak-mbrola", "festival", "flite", "dummy"}
    )

    def __init__(self, *, is_own: bool, run: Run = run, beside: Beside = _in_a_thread) -> None:
        self.is_own = is_own
        self._run = run
        self._beside = beside
        self._asked: set[str] = set()
        self._known: dict[str, str] = {}

    def speaks(self, language: str) -> bool | None:
        module = self._module(language)
        return None if module is None else bool(module)

    def synthesize(
        self, text: str, language: str, stop: Event, volume: float = 1.0
    ) -> Spoken | None:
        loud = str(round(200 * volume) - 100)  # from -100 to 100
        command = ["spd-say", "-w", "-o", self._module(language) or "", "-l", language, "-i", loud]
        command += ["--", text]
        if self._run(command, stop=stop, most_s=MOST_SPOKEN_S) is not None:
            return Spoken.HEARD
        self._run(["spd-say", "--cancel"], most_s=1.0)  # the daemon would go on without its caller
        return None

    def _module(self, language: str) -> str | None:
        if language not in self._asked:
            self._asked.add(language)
            if which("spd-say"):
                self._beside(partial(self._ask, language))
            else:
                self._known[language] = ""
        return self._known.get(language)

    def _ask(self, language: str) -> None:
        self._known[language] = next(self._with(language), "")

    def _with(self, language: str) -> Iterator[str]:
        listed = (self._run(["spd-say", "-O"]) or b"").decode("utf-8", "replace")
        for module in (line.strip() for line in listed.splitlines()[1:]):
            if module and (module in self._ROBOTS) != self.is_own:
                voices = (self._run(["spd-say", "-o", module, "-L"]) or b"").decode(
                    "utf-8", "replace"
                )
                # A voice's name may have several words; its language and variant stand last.
                rows = (line.split() for line in voices.splitlines())
                if any(len(row) > 2 and row[-2].split("-")[0].lower() == language for row in rows):
                    yield module


class SapiVoice:
    """Windows' own voices, through the PowerShell that every Windows has."""

    is_own = True
    _SHELL: Final = ("powershell", "-NoProfile", "-NonInteractive", "-Command")
    _LIST: Final = (
        "Add-Type -AssemblyName System.Speech; "
        "(New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices() | "
        "Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo.Culture.Name }"
    )
    _SPEAK: Final = (
        "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
        "Add-Type -AssemblyName System.Speech; "
        "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
        "$s.SelectVoiceByHints('NotSet', 'NotSet', 0, "
        "[Globalization.CultureInfo]::GetCultureInfo('CULTURE')); "
        "$m = New-Object IO.MemoryStream; $s.SetOutputToWaveStream($m); "
        "$s.Speak([Console]::In.ReadToEnd()); "
        "$o = [Console]::OpenStandardOutput(); $b = $m.ToArray(); "
        "$o.Write($b, 0, $b.Length); $o.Flush()"
    )

    def __init__(self, run: Run = run) -> None:
        self._run = run
        self._cultures: list[str] | None = None

    def speaks(self, language: str) -> bool:
        return bool(self._culture(language))

    def synthesize(
        self, text: str, language: str, stop: Event, volume: float = 1.0
    ) -> bytes | None:
        script = self._SPEAK.replace("CULTURE", self._culture(language))
        return self._run([*self._SHELL, script], text, stop)

    def _culture(self, language: str) -> str:
        if self._cultures is None:
            listed = self._run([*self._SHELL, self._LIST]) or b""
            names = (line.strip() for line in listed.decode("ascii", "ignore").splitlines())
            # The name goes into a script: nothing but a name may.
            self._cultures = [name for name in names if name.replace("-", "").isalnum()]
        fitting = (name for name in self._cultures if name.split("-")[0].lower() == language)
        return next(fitting, "")


class SayVoice:
    """macOS' own voices."""

    is_own = True

    def __init__(self, run: Run = run) -> None:
        self._run = run
        self._voices: dict[str, str] | None = None

    def speaks(self, language: str) -> bool:
        return bool(self._voice(language))

    def synthesize(
        self, text: str, language: str, stop: Event, volume: float = 1.0
    ) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder, "line.wav")
            command = ["say", "-v", self._voice(language), "--data-format=LEI16@22050"]
            made = self._run([*command, "-o", str(out), "-f", "-"], text, stop)
            return _content(out) if made is not None else None

    def _voice(self, language: str) -> str:
        if self._voices is None:
            self._voices = {}
            listed = self._run(["say", "-v", "?"]) or b""
            for line in listed.decode("utf-8", "replace").splitlines():
                words = line.partition("#")[0].split()
                # A name may have several words; the last one is its locale, as in vi_VN.
                if len(words) > 1 and "_" in words[-1]:
                    self._voices.setdefault(words[-1].split("_")[0], " ".join(words[:-1]))
        return self._voices.get(language, "")


def _first_of(programs: Sequence[str]) -> str:
    return next((found for found in map(which, programs) if found), "")


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
