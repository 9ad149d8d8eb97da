"""The program as a command: check, version, wrong use, signals, no display."""

import os
import signal
import subprocess
import sys
import time

import pytest

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}


def run(*arguments, **changes):
    return subprocess.run(
        [sys.executable, "main.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**ENVIRONMENT, **changes},
    )


def test_the_shipped_content_has_no_mistake():
    done = run("--check")
    assert (done.stderr, done.returncode) == ("", 0), done.stdout
    assert done.stdout.strip().endswith(", mistakes: 0")


def test_every_mistake_of_a_file_is_printed_with_its_place(tmp_path):
    lesson = tmp_path / "broken.yaml"
    lesson.write_text("schema: 1\nname: {vi: Bài}\nsteps: []\nnonsense: 1\n", encoding="utf-8")
    done = run("--check", lesson)
    assert done.returncode == 1
    *lines, summary = done.stdout.splitlines()
    assert summary == f"lessons checked: 1, mistakes: {len(lines)}"
    assert len(lines) >= 3
    assert all(line.startswith(f"{lesson}:") for line in lines)
    assert any(f"{lesson}:4:1: unknown key 'nonsense'" in line for line in lines)


def test_a_path_that_is_not_there_is_said(tmp_path):
    done = run("--check", tmp_path / "gone.yaml")
    assert done.returncode == 1
    assert "gone.yaml: no such file" in done.stdout


def test_a_lesson_is_printed_as_it_would_be_heard_without_qt_and_without_a_display(tmp_path):
    arguments = ("--transcript", "lumbar-acupressure", "--lang", "vi", "--data-dir", tmp_path)
    done = run(*arguments, QT_QPA_PLATFORM="xcb", DISPLAY="", PYTHONIOENCODING="utf-8")
    assert (done.stderr, done.returncode) == ("", 0)
    assert "  11:10  cue     half\n  11:10  speech  Còn một phút.\n" in done.stdout
    assert done.stdout.endswith("speech  Hết bài.\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_who_reads_only_the_first_lines_ends_it_quietly(tmp_path, unbuffered):
    """As ``| head -1`` does."""
    command = [sys.executable, "main.py", "--transcript", "lumbar-acupressure"]
    with subprocess.Popen(
        [*command, "--data-dir", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": unbuffered},
    ) as program:
        program.stdout.readline()
        program.stdout.close()
        told = program.stderr.read()
        program.wait(60)
    assert (told, program.returncode) == (b"", 0)


def test_a_transcript_of_no_lesson_is_refused_in_a_sentence(tmp_path):
    done = run("--transcript", "lumbar", "--data-dir", tmp_path)
    assert (done.stdout, done.returncode) == ("", 2)
    assert "no lesson 'lumbar'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_needs_no_qt_and_no_display():
    done = run("--version", QT_QPA_PLATFORM="xcb", DISPLAY="")
    assert (done.returncode, done.stdout) == (0, "0.1.0\n")


def test_an_unknown_lesson_is_said_with_the_nearest_name(tmp_path):
    done = run("--lesson", "lumbar-acupresure", "--data-dir", tmp_path)
    assert done.returncode == 2
    assert "did you mean lumbar-acupressure?" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_use_is_said():
    done = run("--lang", "fr")
    assert done.returncode == 2
    assert "--lang" in done.stderr


def test_without_a_display_it_is_said_in_one_sentence_a_language():
    done = run(QT_QPA_PLATFORM="xcb", DISPLAY="", WAYLAND_DISPLAY="", XDG_SESSION_TYPE="")
    assert done.returncode == 3
    assert "Máy này không có màn hình" in done.stderr
    assert "This machine has no display" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_program_cleanly(tmp_path, number):
    process = subprocess.Popen(
        [sys.executable, "main.py", "--data-dir", str(tmp_path), "--lesson", "stretch-knees-down"],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    # The cache is complete before the window shows; the signal handlers are set before that.
    deadline = time.monotonic() + 60
    while not (tmp_path / "cache").exists() or not list((tmp_path / "cache").glob("*index*")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        os.sched_yield()
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")
