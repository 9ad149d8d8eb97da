"""Exam papers from the command line."""

import json
import subprocess
import sys

from tests.e2e.test_command_line import ENVIRONMENT, run


def draw(tmp_path, *arguments):
    return run("--exam-paper", *arguments, "--data-dir", tmp_path, PYTHONIOENCODING="utf-8")


def test_the_same_seed_prints_the_same_papers_in_another_process(tmp_path):
    first = draw(tmp_path, "lumbar-acupressure", "--students", "30", "--seed", "42")
    again = draw(
        tmp_path / "other", "lesson:lumbar-acupressure", "--students", "30", "--seed", "42"
    )
    assert (first.stderr, first.returncode) == ("", 0)
    assert first.stdout == again.stdout
    found = json.loads(first.stdout)
    assert [paper["seat"] for paper in found["papers"]] == list(range(1, 31))
    uses = [found["uses"][code] for code in ("BL23", "BL25", "GB30", "BL36")]
    assert uses == [30] * 4


def test_more_students_leave_the_papers_of_the_others_alone(tmp_path):
    few = json.loads(draw(tmp_path, "all", "--students", "7", "--seed", "3").stdout)
    more = json.loads(draw(tmp_path, "all", "--students", "9", "--seed", "3").stdout)
    assert more["papers"][:7] == few["papers"]


def test_a_paper_needs_neither_a_display_nor_qt(tmp_path):
    code = (
        "import sys; from massage_trainer.app.main import main; "
        f"main(['--exam-paper', 'all', '--data-dir', {str(tmp_path)!r}]); "
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**ENVIRONMENT, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stderr.strip() == "[]"
    done = run(
        "--exam-paper", "all", "--data-dir", tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=""
    )  # fmt: skip
    assert (done.stderr, done.returncode) == ("", 0)


def test_what_cannot_be_drawn_is_said_with_the_nearest_name(tmp_path):
    done = draw(tmp_path, "lumbar-acupresure")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "did you mean lesson:lumbar-acupressure?" in done.stderr
    assert draw(tmp_path, "all", "--students", "0").returncode == 2
