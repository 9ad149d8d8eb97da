"""Damaged scenes and meshes: a named error each, and afterwards the whole one is drawn."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stage_examples import write_stage
from tests.virtual_display import VirtualDisplay

pytestmark = pytest.mark.xvfb
ROOT = Path(__file__).resolve().parents[2]
COUNT = 500


def test_no_damage_crashes_the_drawing(tmp_path):
    write_stage(tmp_path)
    script = Path(__file__).with_name("fuzz_stage.py")
    with VirtualDisplay(tmp_path, size="640x480x24") as display:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display.name, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(script), str(tmp_path), str(COUNT)]
        done = subprocess.run(
            command, check=False, env=environment, capture_output=True, text=True, timeout=300
        )
    last = (tmp_path / "seed").read_text(encoding="utf-8")
    assert done.returncode == 0, (last, done.stderr[-2000:])
    report = json.loads((tmp_path / "fuzz.json").read_text(encoding="utf-8"))
    assert report["told"] + report["drawn"] == COUNT
    assert report["told"] > COUNT / 2
    assert report["unnamed"] == []
