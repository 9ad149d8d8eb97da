"""Fields of the dialogs: times, numbers, choices, answers."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication

from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.duration_box import DurationBox
from massage_trainer.widgets.fields import ChoiceBox, NumberBox, Stepper
from massage_trainer.widgets.toggles import WrappingCheck, WrappingRadio


@pytest.fixture
def duration(qtbot, look):
    box = DurationBox()
    qtbot.add_widget(box)
    return box


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [(45_000, "0:45"), (60_000, "1:00"), (90_000, "1:30"), (600_000, "10:00")],
)
def test_a_duration_is_shown_as_minutes_and_seconds(duration, milliseconds, text):
    duration.set_milliseconds(milliseconds)
    assert duration.text() == text
    assert duration.milliseconds == milliseconds


def test_tenths_are_shown_where_there_are_any(duration):
    duration.set_milliseconds(1_500)
    assert duration.text() in ("0:01.5", "0:01,5")
    assert duration.milliseconds == 1_500


@pytest.mark.parametrize(
    ("typed", "milliseconds"),
    [("1:30", 90_000), ("90", 90_000), ("0:05", 5_000), ("0:01,5", 1_500), ("0:01.5", 1_500)],
)
def test_a_duration_is_typed(duration, qtbot, typed, milliseconds):
    duration.selectAll()
    qtbot.keyClicks(duration, typed)
    qtbot.keyClick(duration, Qt.Key.Key_Return)
    assert duration.milliseconds == milliseconds


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("", QValidator.State.Intermediate),
        ("1:", QValidator.State.Intermediate),
        ("0:00", QValidator.State.Intermediate),
        ("999:00", QValidator.State.Intermediate),
        ("1:30", QValidator.State.Acceptable),
        ("1:30:00", QValidator.State.Intermediate),
        ("0:01,55", QValidator.State.Intermediate),
        ("2 min", QValidator.State.Invalid),
        ("-5", QValidator.State.Invalid),
        ("²", QValidator.State.Invalid),
    ],
)
def test_only_durations_are_taken(duration, typed, state):
    assert duration.validate(typed, 0)[0] == state


def test_what_is_no_duration_changes_nothing(duration, qtbot):
    duration.set_milliseconds(45_000)
    duration.lineEdit().setText("1:")
    duration.clearFocus()
    duration.interpretText()
    assert duration.milliseconds == 45_000


def test_steps_are_seconds_and_from_two_minutes_on_quarters(duration):
    duration.set_milliseconds(45_000)
    duration.stepUp()
    assert duration.milliseconds == 46_000
    duration.set_milliseconds(180_000)
    duration.stepDown()
    assert duration.milliseconds == 165_000


def test_a_step_never_leaves_the_bounds(duration):
    duration.set_milliseconds(500)
    duration.stepDown()
    assert duration.milliseconds == 500


@pytest.mark.parametrize("make", [NumberBox, DurationBox, ChoiceBox])
def test_the_wheel_scrolls_the_page_and_not_the_number(qtbot, look, make):
    field = make()
    qtbot.add_widget(field)
    if isinstance(field, ChoiceBox):
        field.addItems(["one", "two"])
        value = field.currentIndex
    else:
        field.setValue(50)
        value = field.value
    before = value()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert value() == before
    assert not wheel.isAccepted()


def test_minus_and_plus_step_the_number_and_are_no_stops_for_the_keyboard(qtbot, look):
    stepper = Stepper(NumberBox())
    qtbot.add_widget(stepper)
    stepper.name("How often", "Less", "More")
    stepper.box.setValue(10)
    less, more = stepper.findChildren(Button)
    less.click()
    assert stepper.box.value() == 9
    more.click()
    more.click()
    assert stepper.box.value() == 11
    assert stepper.box.accessibleName() == "How often"
    assert {less.focusPolicy(), more.focusPolicy()} == {Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize("make", [WrappingRadio, WrappingCheck])
def test_an_answer_wraps_and_is_chosen_anywhere_on_its_words(qtbot, look, make):
    answer = make()
    qtbot.add_widget(answer)
    answer.setText("Nằm nghiêng, chân trên co, chân dưới duỗi")
    assert answer.heightForWidth(120) > 2 * answer.heightForWidth(1000) - 10
    answer.resize(120, answer.heightForWidth(120))
    answer.show()
    before = answer.grab().toImage()
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(110, answer.height() - 8))
    assert answer.isChecked()
    assert answer.grab().toImage() != before
