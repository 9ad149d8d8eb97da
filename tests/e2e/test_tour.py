"""The tour: one picture for every line of a lesson, in both languages."""

import pytest
from PySide6.QtGui import QImage

from massage_trainer.app.composition import Program
from massage_trainer.app.silence import Silence
from massage_trainer.app.tour import SIZE, Tour, TourClock, TourTicker, TourWakeLock
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.domain.timeline import unroll

LESSON = "stretch-knees-to-chest"


@pytest.fixture
def program(qapp, tmp_path):
    before = qapp.font(), qapp.palette()
    clock, ticker = TourClock(), TourTicker()
    program = Program(
        qapp,
        tmp_path / "data",
        clock=clock,
        ticker=ticker,
        wake_lock=TourWakeLock(),
        sound=Silence(),
    )
    yield program, clock, ticker
    program.window.close()
    program.close()
    program.window.deleteLater()
    program._language.install("none")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


def test_every_page_and_every_line_has_its_picture(program, tmp_path):
    program, clock, ticker = program
    written = Tour(program, clock, ticker, tmp_path / "tour").run([LESSON])
    beside = program.study_flow.listed[1:]
    rows = unroll(program.teacher.settled(LESSON)).rows
    for language in LANGUAGES:
        folder = tmp_path / "tour" / language
        names = sorted(path.name for path in (folder / LESSON).iterdir())
        expected = [f"{n:02d}-{row.step.id}.png" for n, row in enumerate(rows, start=1)]
        assert names == sorted([*expected, "finished.png"])
        for page in (
            *(page.value for page in beside),
            "library",
            "teacher",
            "voice",
            "preferences",
            "credits",
            "keys",
            "practice",
        ):
            assert not QImage(str(folder / f"{page}.png")).isNull()
        picture = QImage(str(folder / LESSON / names[0]))
        assert (picture.width(), picture.height()) == SIZE
    assert written == len(LANGUAGES) * (len(rows) + 1 + 7 + len(beside))


def test_a_point_has_pictures_of_how_it_is_found_and_of_the_zones(program, tmp_path):
    program, clock, ticker = program
    program.open_lesson("lumbar-acupressure")
    rows = program.lesson.timeline.rows
    program.lesson.jump_to_row(next(i for i, row in enumerate(rows) if row.point_id == "BL23"))
    program.window.show()
    tour = Tour(program, clock, ticker, tmp_path)
    tour._picture("vi", "press")
    tour._point("vi", "press")
    pictures = {path.stem: QImage(str(path)) for path in (tmp_path / "vi").iterdir()}
    assert pictures.keys() == {"press", "press-find", "press-zones"}
    assert pictures["press-find"] != pictures["press"] != pictures["press-zones"]


def test_a_folder_that_cannot_be_written_is_said(program, tmp_path):
    program, clock, ticker = program
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises((TrainerError, OSError)):
        Tour(program, clock, ticker, blocked).run([LESSON])
