"""From process start to the first full paint, and the memory then, beside a bare PySide6 window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from tests.virtual_display import VirtualDisplay

PAIRS = 21
MEMORY_PAIRS = 5
ROOT = Path(__file__).resolve().parents[2]
BARE = [sys.executable, str(Path(__file__).with_name("_bare_window.py"))]


class Start(NamedTuple):
    """One start: wall time from spawn until the process told that it had painted."""

    ms: float
    rss_mb: float


def start(command: list[str], display: str, measured: str = "first-paint") -> Start:
    environment = {
        name: value
        for name, value in os.environ.items()
        # The variable that forbids byte code would compile the program anew at every start.
        if name not in {"PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    }
    environment |= {"DISPLAY": display, "MASSAGE_TRAINER_BENCH": measured}
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        ended = time.perf_counter()
    if process.returncode != 0 or not line:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Start((ended - began) * 1000, json.loads(line)["rss_mb"])


def run() -> dict[str, Any]:
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualDisplay(Path(folder), size="1920x1080x24") as display,
    ):
        # As people start it: without an argument, in the data folder of the platform.
        os.environ["XDG_DATA_HOME"] = str(Path(folder) / "data")
        program = [sys.executable, "main.py"]
        # The first start compiles the lessons and the byte code.
        for command in (program, BARE):
            start(command, display.name)
        pairs = interleaved(program, display.name, "first-paint", PAIRS)
        live_pairs = interleaved(program, display.name, "lesson", MEMORY_PAIRS)
        _choose_stills()
        lesson_pairs = interleaved(program, display.name, "lesson", MEMORY_PAIRS)
    return {
        "first_full_paint": {
            "pairs": PAIRS,
            "ratio_to_bare_window": rounded(median(ours.ms / bare.ms for ours, bare in pairs)),
            "ratio_quartiles": [
                rounded(q) for q in quantiles((ours.ms / bare.ms for ours, bare in pairs), n=4)
            ],
            # On a busy machine the quickest of each is nearer to the truth than any median.
            "ratio_of_the_quickest": rounded(
                min(ours.ms for ours, _ in pairs) / min(bare.ms for _, bare in pairs)
            ),
            "program_ms": rounded(median(ours.ms for ours, _ in pairs)),
            "bare_window_ms": rounded(median(bare.ms for _, bare in pairs)),
            "limit": "ratio <= 1.5, never above 1.7",
        },
        "memory_with_a_lesson_open": {
            "pairs": MEMORY_PAIRS,
            "ratio_to_bare_window": rounded(
                median(ours.rss_mb / bare.rss_mb for ours, bare in lesson_pairs)
            ),
            "program_mb": rounded(median(ours.rss_mb for ours, _ in lesson_pairs)),
            "bare_window_mb": rounded(median(bare.rss_mb for _, bare in lesson_pairs)),
            "limit": "ratio <= 2.2",
        },
        # What moves needs meshes and a driver; how much it may need is said in megabytes.
        "memory_with_a_live_lesson_open": {
            "program_mb": rounded(median(ours.rss_mb for ours, _ in live_pairs)),
            "limit": "300 MB (see live_memory)",
        },
    }


def _choose_stills() -> None:
    """As the preferences write it."""
    from massage_trainer.domain.settings import Settings
    from massage_trainer.services.settings_store import FileSettingsStore

    (folder,) = Path(os.environ["XDG_DATA_HOME"]).iterdir()
    FileSettingsStore(folder, lambda _problem: None).save(Settings(live="off"))


def interleaved(
    program: list[str], display: str, measured: str, pairs: int
) -> list[tuple[Start, Start]]:
    """Take turns in going first, so that a busy minute hits both alike."""
    taken: list[tuple[Start, Start]] = []
    for number in range(pairs):
        if number % 2:
            bare = start(BARE, display)
            taken.append((start(program, display, measured), bare))
        else:
            taken.append((start(program, display, measured), start(BARE, display)))
    return taken


def rounded(value: float) -> float:
    return round(value, 2)
