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
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtSql",
    "PySide6.QtSvg",
    "asyncio",
    "importlib.metadata",
    "jsonschema",
    "sqlite3",
    "pydantic",
    "ssl",
    "yaml",
    "wakepy",
    "fsrs",
    "numpy",
    "massage_trainer.app.atlas_flow",
    "massage_trainer.app.live_room",
    "massage_trainer.app.class_flow",
    "massage_trainer.domain.atlas",
    "massage_trainer.domain.classroom",
    "massage_trainer.domain.point_search",
    "massage_trainer.domain.position_map",
    "massage_trainer.domain.progress",
    "massage_trainer.domain.quiz",
    "massage_trainer.domain.record",
    "massage_trainer.domain.speech",
    "massage_trainer.domain.stage",
    "massage_trainer.domain.verdict",
    "massage_trainer.services.audio",
    "massage_trainer.services.chart",
    "massage_trainer.services.key_store",
    "massage_trainer.services.review_schedule",
    "massage_trainer.services.speech",
    "massage_trainer.services.screens",
    "massage_trainer.services.still_places",
    "massage_trainer.services.storage",
    "massage_trainer.viewmodels.classroom",
    "massage_trainer.viewmodels.hands_free",
    "massage_trainer.viewmodels.keys",
    "massage_trainer.viewmodels.partner",
    "massage_trainer.viewmodels.plate",
    "massage_trainer.viewmodels.progress",
    "massage_trainer.viewmodels.recorder",
    "massage_trainer.viewmodels.sound",
    "massage_trainer.viewmodels.teacher",
    "massage_trainer.widgets.atlas",
    "massage_trainer.widgets.audience",
    "massage_trainer.widgets.classroom",
    "massage_trainer.widgets.plate",
    "massage_trainer.widgets.progress",
    "massage_trainer.widgets.stage",
    "massage_trainer.widgets.study_area",
    "massage_trainer.widgets.verdict_words",
)
ROOT = Path(__file__).resolve().parents[2]
_READ_SOURCES = """
import linecache
import PySide6.QtCore
from massage_trainer.app.main import spare_the_sources
from massage_trainer.domain import text
from massage_trainer.domain.text import LocalizedText
print(text.__file__ in linecache.cache)
spare_the_sources()
from massage_trainer.domain import library
from massage_trainer.domain.library import LessonCard
print(library.__file__ in linecache.cache)
"""


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


def test_pyside_does_not_read_the_sources_of_the_program():
    told = subprocess.run(
        [sys.executable, "-c", _READ_SOURCES],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    ).stdout
    before, after = told.splitlines()
    assert before == "True", "PySide reads no sources any more: spare_the_sources can go"
    assert after == "False"
