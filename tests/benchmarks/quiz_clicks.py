"""Every point and landmark clicked once through the real page in every configuration."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def run() -> dict[str, Any]:
    """Each scale factor in a program of its own, for it is fixed when a program starts."""
    found: dict[str, Any] = {}
    for factor in ("1", "2"):
        surroundings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.quiz_clicks", factor],
            cwd=ROOT,
            env=dict(os.environ) | surroundings,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
            timeout=3_600,
        )
        found[f"scale factor {factor}"] = json.loads(done.stdout)
    return found


def measure(factor: float) -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from massage_trainer.domain.verdict import Grade
    from tests.benchmarks._quiz_page import make_stand
    from tests.content.quiz_clicks import CONFIGURATIONS, sweep

    application = QApplication([])
    stand = make_stand()
    ratio = stand.page.devicePixelRatioF()
    configurations = [each for each in CONFIGURATIONS if each.ratio == factor]
    told = []
    for number, configuration in enumerate(configurations, start=1):
        print(f"  {number} of {len(configurations)}", file=sys.stderr, flush=True)
        for kind in ("locate-point", "locate-landmark"):
            told += [(kind, each) for each in sweep(stand, configuration, kind)]
        application.processEvents()
    wrong = [f"{kind} {each}" for kind, each in told if each.grade is not Grade.HIT]
    return {
        "device_pixel_ratio": ratio,
        "configurations": len(configurations),
        "points": len({each.item for kind, each in told if kind == "locate-point"}),
        "landmarks": len({each.item for kind, each in told if kind == "locate-landmark"}),
        "clicks": len(told),
        "right": len(told) - len(wrong),
        "furthest_cun": round(max(each.off_cun for _, each in told), 3),
        "wrong": wrong,
    }


if __name__ == "__main__":
    print(json.dumps(measure(float(sys.argv[1]))))
