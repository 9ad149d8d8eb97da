"""Runs a script of this folder on a virtual display: what it draws or reads lies in a folder.

Qt's off-screen platform has no OpenGL, and a process cannot change its platform.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.stage_examples import write_stage
from tests.virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[3]


def draw_into(folder: Path, script: str) -> None:
    """Write the example stage and run the script over it; no OpenGL is a failure, never a skip."""
    write_stage(folder)
    with VirtualDisplay(folder, size="640x480x24") as display:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display.name, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(Path(__file__).with_name(script)), str(folder)]
        done = subprocess.run(
            command, check=False, env=environment, capture_output=True, text=True, timeout=300
        )
    assert done.returncode == 0, done.stderr
    assert "shader" not in done.stderr.lower(), done.stderr
