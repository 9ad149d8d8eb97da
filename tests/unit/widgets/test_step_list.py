"""The list of steps: states, places, choosing by mouse and keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import PointHold, Points, Timed
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from massage_trainer.widgets.step_lines import Progress, StepLines
from tests.examples import MINUTE, exactly, example_catalog, example_lesson, protocol, step
from tests.unit.widgets.fitting import settle
from tests.unit.widgets.lesson_stand import LessonStand


@pytest.fixture
def lines(look):
    model = StepLines()
    model.show_rows(unroll(example_lesson()).rows, example_catalog(), "en")
    return model


def test_the_model_keeps_qts_promises(lines, qtmodeltester):
    qtmodeltester.check(lines)


def test_lines_are_steps_with_their_sides_not_segments(lines):
    named = [(lines.line(i).name, lines.line(i).detail) for i in range(lines.rowCount())]
    assert [(name, detail.replace("\u00a0", " ")) for name, detail in named] == [
        ("welcome (en)", ""),
        ("check (en)", ""),
        ("rub (en)", "both sides · 2 min"),
        ("stretch (en)", "1–2 min × 3–5 times"),
        ("bend (en)", "right side · 10 repetition(s)"),
        ("bend (en)", "left side · 10 repetition(s)"),
        ("beat (en)", "both sides · 3–5 passes"),
        ("press (en)", "left side · Thận du (BL23) · 1 min"),
        ("press (en)", "right side · Thận du (BL23) · 1 min"),
        ("lie (en)", "2–3 min"),
        ("Optional part", "optional: you choose"),
        ("glide (en)", "both sides · 1 min"),
        ("goodbye (en)", ""),
    ]
    assert [lines.line(i).optional for i in (9, 10, 11, 12)] == [False, True, True, False]


def test_a_step_called_by_its_point_does_not_say_the_name_twice(look):

    press = step("press", Points((PointHold("BL23", exactly(MINUTE)),)))
    named = replace(press, name=LocalizedText("Day ấn Thận du", "Press BL23"))
    model = StepLines()
    model.show_rows(unroll(protocol(named)).rows, example_catalog(), "vi")
    assert model.line(0).detail.startswith("BL23")


def test_what_is_done_current_and_to_come(lines):
    lines.show_place(3, 2, finished=False)
    states = [lines.line(i).progress for i in range(5)]
    assert states == [Progress.DONE] * 3 + [Progress.CURRENT, Progress.TO_COME]
    assert (lines.line(3).repetitions, lines.line(3).repetitions_done) == (3, 1)
    assert lines.line(3).spoken.endswith("current step")
    lines.show_place(12, 1, finished=True)
    assert all(lines.line(i).progress is Progress.DONE for i in range(13))
    assert lines.line(3).repetitions_done == 3


def test_only_the_lines_that_change_are_told(lines, qtbot):
    with qtbot.wait_signal(lines.dataChanged, timeout=0) as told:
        lines.show_place(2, 1, finished=False)
    assert (told.args[0].row(), told.args[1].row()) == (0, 2)
    with qtbot.assert_not_emitted(lines.dataChanged):
        lines.show_place(2, 1, finished=False)


def click_row(page, row):
    index = page.steps.model().index(row, 0)
    page.steps.scrollTo(index)
    spot = page.steps.visualRect(index).center()
    page.qtbot.mouseClick(page.steps.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_click_goes_to_the_step(stand):
    page = stand()
    click_row(page, 3)
    assert page.lesson.segment.row == 3
    assert page.lesson.state is SessionState.IDLE
    page.lesson.start()
    click_row(page, 4)
    assert page.lesson.segment.row == 4
    assert page.lesson.state is SessionState.BETWEEN


def test_arrows_move_and_enter_goes_there(stand):
    page = stand()
    page.steps.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        page.key(key, page.steps)
    assert page.lesson.segment.row == 0  # looking is not going
    page.key(Qt.Key.Key_Return, page.steps)
    assert page.lesson.segment.row == 1


def test_letters_are_the_pages_keys_not_a_search(stand):
    page = stand()
    page.go(row=2)
    page.steps.setFocus()
    page.key(Qt.Key.Key_Space, page.steps)
    assert page.lesson.state is SessionState.PAUSED


def test_the_current_line_is_always_in_sight(stand):
    lesson = protocol(*(step(f"step-{n}", Timed(exactly(MINUTE))) for n in range(60)))
    page = stand(lesson=lesson)
    for row in (59, 0, 31):
        page.lesson.jump_to_row(row)
        page.page.grab()
        rect = page.steps.visualRect(page.steps.model().index(row, 0))
        assert page.steps.viewport().rect().contains(rect)
    # In the middle, so that what comes next is in sight too.
    middle = page.steps.viewport().rect().center().y()
    assert abs(rect.center().y() - middle) < 2 * rect.height()


def test_lines_are_as_high_as_their_words(stand):
    long_name = "a very long name of a step that needs several lines in a narrow column"
    page = stand(
        lesson=protocol(step(long_name, Timed(exactly(MINUTE))), step("b", Timed(exactly(1))))
    )
    heights = [page.steps.visualRect(page.steps.model().index(row, 0)) for row in (0, 1)]
    assert heights[0].height() > 1.5 * heights[1].height()
    assert not QRect(heights[0]).intersects(heights[1])


def test_a_line_with_side_and_dose_is_higher_than_one_without(stand):
    page = stand()
    rects = [page.steps.visualRect(page.steps.model().index(row, 0)) for row in (0, 2, 3)]
    without, dose, dots = (rect.height() for rect in rects)
    assert without * 1.3 < dose < dots


def test_the_view_says_what_it_is_and_what_its_lines_are(stand):
    page = stand()
    assert page.steps.accessibleName() == "Steps of the lesson"
    spoken = page.steps.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.replace("\u00a0", " ") == "3. rub (en), both sides · 2 min, to come"


@pytest.mark.parametrize("size", [(800, 560), (1280, 720)], ids=["800", "1280"])
def test_the_current_line_is_in_sight_above_the_page_of_a_pause(qtbot, look, size):
    many = protocol(*(step(f"step-{n}", Timed(exactly(MINUTE))) for n in range(30)))
    page = LessonStand(qtbot, many)
    page.resize(*size)
    page.go(row=15)
    page.key(Qt.Key.Key_Period)
    cover = page.part(QWidget, "pause-page")

    def is_in_sight():
        settle(page.page)
        steps = page.steps
        line = steps.visualRect(steps.lines.index(steps.lines.current))
        line.moveTopLeft(steps.viewport().mapTo(page.page, line.topLeft()))
        top = steps.mapTo(page.page, QPoint()).y()
        return line.top() >= top and (cover.isHidden() or line.bottom() < cover.y())

    assert cover.isVisible()
    assert is_in_sight()
    page.lesson.jump_to_row(28)
    assert cover.isVisible()
    assert is_in_sight()
    page.resize(900, 640)
    assert is_in_sight()
    page.key(Qt.Key.Key_Period)
    assert cover.isHidden()
    assert page.steps.viewport().height() > page.steps.height() * 0.9
    assert is_in_sight()
