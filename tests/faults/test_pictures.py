"""Pictures that are missing or damaged: the name and the words stand in their place."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

import massage_trainer.app.composition as composition
from massage_trainer.app.composition import Program
from massage_trainer.app.silence import Silence
from massage_trainer.domain.problems import ProblemKind
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock

LESSON = "stretch-knees-to-chest"


@pytest.fixture
def start(qapp, tmp_path, monkeypatch):
    """Start the program over a copy of the assets that a test may damage."""
    assets = tmp_path / "assets"
    shutil.copytree("assets", assets, ignore=shutil.ignore_patterns("stage", "scenes"))
    monkeypatch.setattr(composition, "assets_dir", lambda: assets)
    programs = []
    before = qapp.font(), qapp.palette()

    def start_program(damage):
        damage(assets / "plates")
        clock = FakeClock()
        program = Program(
            qapp,
            tmp_path / "data",
            language="en",
            clock=clock,
            ticker=FakeTicker(clock),
            wake_lock=FakeWakeLock(),
            sound=Silence(),
        )
        programs.append(program)
        program.window.show()
        program.open_lesson(LESSON)
        return program

    yield start_program
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program._language.install("none")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


def pictures(plates: Path):
    return list(plates.rglob("*.webp"))


def no_index(plates):
    (plates / "index.json").unlink()


def broken_index(plates):
    (plates / "index.json").write_text('{"version": 1, "plates": {"x"')


def no_pictures(plates):
    for path in pictures(plates):
        path.unlink()


def cut_pictures(plates):
    for path in pictures(plates):
        path.write_bytes(path.read_bytes()[:200])


def empty_pictures(plates):
    for path in pictures(plates):
        path.write_bytes(b"")


@pytest.mark.parametrize("damage", [no_index, broken_index])
def test_without_an_index_it_is_said_and_the_lesson_runs(start, damage):
    program = start(damage)
    assert [p.kind for p in program.problems.shown] == [ProblemKind.NO_PICTURES]
    program.lesson.start()
    program.lesson.done()
    assert program.lesson.index == 1


@pytest.mark.parametrize("damage", [no_pictures, cut_pictures, empty_pictures])
def test_words_stand_where_a_picture_should_be(start, damage):
    program = start(damage)
    row = next(r for r in program.lesson.timeline.rows if r.step.plate_id == "knees-to-chest")
    program.lesson.jump_to_row(program.lesson.timeline.rows.index(row))
    illustration = program.window.findChild(QWidget, "illustration")
    assert row.step.name.en in illustration.accessibleName() + illustration.accessibleDescription()
    program.lesson.start()
    assert program.lesson.segment.step is row.step
