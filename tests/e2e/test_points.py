"""The points of the shipped lessons, in the real window: seen on their sides, and judged right."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.chart import ChartFileError
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.viewmodels.plate import PlaceState
from massage_trainer.widgets.illustration import Illustration

LESSON = "lumbar-acupressure"
POINTS = {"BL23", "BL25", "GB30", "BL36"}


def rows_of_points(lesson):
    return [(i, row) for i, row in enumerate(lesson.timeline.rows) if row.point_id]


@pytest.fixture
def stand(start):
    stand = start("vi")
    stand.program.open_lesson(LESSON)
    return stand


def test_each_step_shows_its_point_on_its_side_and_the_other_one_quieter(stand):
    picture = stand.window.findChild(Illustration)
    seen = set()
    for index, row in rows_of_points(stand.lesson):
        stand.lesson.jump_to_row(index)
        assert picture.model.state is PlaceState.SEEN, row.step.id
        active = {mark.side for mark in picture.model.marks if mark.active}
        assert active == ({Side.LEFT, Side.RIGHT} if row.side is Side.BOTH else {row.side})
        assert {mark.code for mark in picture.model.marks} == {row.point_id}
        texts = [label.text for label in picture.view.overlay.labels]
        assert any(row.point_id in text for text in texts)
        seen.add(row.point_id)
    assert seen == POINTS


def test_a_click_on_each_point_is_a_hit_and_on_the_other_side_is_told(stand):
    picture = stand.window.findChild(Illustration)
    for index, row in rows_of_points(stand.lesson):
        stand.lesson.jump_to_row(index)
        for mark in picture.model.marks:
            x, y = picture.view.view.to_screen(mark.at)
            QTest.mouseClick(picture.view, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))
            verdict = picture.model.answer.verdict
            assert (verdict.grade is Grade.HIT) is mark.active, (row.step.id, mark)
            assert verdict.wrong_side is not mark.active
            assert row.point_id in picture.strip.words.spoken


def test_each_point_has_a_measuring_line_with_its_landmarks(stand):
    picture = stand.window.findChild(Illustration)
    stand.lesson.jump_to_row(rows_of_points(stand.lesson)[0][0])
    picture.toggle_find()  # and it stays on
    for index, row in rows_of_points(stand.lesson):
        stand.lesson.jump_to_row(index)
        assert picture.model.lines, row.step.id
        kinds = [label.kind.name for label in picture.view.overlay.labels]
        assert "landmark" in kinds, row.step.id


def test_the_zones_that_a_step_avoids_are_drawn(stand):
    picture = stand.window.findChild(Illustration)
    for index, row in rows_of_points(stand.lesson):
        stand.lesson.jump_to_row(index)
        drawn = {zone for zone, _ in picture.model.zones}
        assert drawn <= set(row.step.avoid)
        assert bool(drawn) is bool(row.step.avoid), row.step.id


def test_without_the_chart_a_touch_is_not_answered_and_that_is_told_once(stand, monkeypatch):
    def missing(path):
        raise ChartFileError(path, "cannot be read")

    monkeypatch.setattr("massage_trainer.app.judges.read_chart", missing)
    picture = stand.window.findChild(Illustration)
    index, _ = rows_of_points(stand.lesson)[0]
    stand.lesson.jump_to_row(index)
    for _ in range(2):
        QTest.mouseClick(picture.view, Qt.MouseButton.LeftButton)
    assert picture.model.answer is None
    assert picture.model.marks
    kinds = [problem.kind for problem in stand.program.problems.shown]
    assert kinds.count(ProblemKind.NO_CHART) == 1


def test_points_that_change_meanwhile_are_judged_as_they_are_now(stand, monkeypatch):
    """A teacher mends the catalogue while the program runs."""
    before = stand.program.find_judge(ClientBody.MAN)
    assert stand.program.find_judge(ClientBody.MAN) is before
    read = ContentLibrary.catalog
    mended = []
    monkeypatch.setattr(
        ContentLibrary,
        "catalog",
        lambda lessons: mended.append(replace(read(lessons))) or mended[0],
    )
    after = stand.program.find_judge(ClientBody.MAN)
    assert after is not before
    assert stand.program.find_judge(ClientBody.MAN) is after
