"""What is loaded when the first window is painted: start-up time is imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtSql",
    "asyncio",
    "importlib.metadata",
    "jsonschema",
    "sqlite3",
    "pydantic",
    "ssl",
    "yaml",
    "wakepy",
    "numpy",
    "massage_trainer.domain.position_map",
    "massage_trainer.domain.record",
    "massage_trainer.domain.verdict",
    "massage_trainer.services.chart",
    "massage_trainer.services.still_places",
    "massage_trainer.viewmodels.plate",
    "massage_trainer.widgets.plate",
    "massage_trainer.widgets.verdict_words",
)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def at_first_paint(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Start twice: the first start compiles the lessons, which does need the YAML reader."""
    data = tmp_path_factory.mktemp("data")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "MASSAGE_TRAINER_BENCH": "modules",
    }
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "main.py", "--data-dir", str(data)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr[-2000:]
    return set(json.loads(done.stdout.splitlines()[-1])["modules"])


@pytest.mark.parametrize("name", HEAVY)
def test_nothing_heavy_is_loaded_before_the_first_paint(at_first_paint, name):
    assert name not in at_first_paint


def test_the_list_is_that_of_the_painted_window(at_first_paint):
    assert {"PySide6.QtWidgets", "massage_trainer.app.main"} <= at_first_paint
