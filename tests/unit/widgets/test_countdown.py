"""The painted countdown: what it shows, how large, how well it can be read."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Amount, Status, Timed
from massage_trainer.widgets.countdown import CountdownWidget
from massage_trainer.widgets.theme import DARK, LIGHT
from tests.examples import MINUTE, exactly, protocol, step


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_digits_follow_the_clock_not_the_number_of_ticks(stand):
    page = stand()
    page.go(row=2)
    page.ticker.pass_time(2_400)
    assert page.countdown.text == "1:58"
    assert page.countdown.fraction == pytest.approx(117_600 / 120_000)
    page.ticker.pass_time(4_000, 3_600)
    assert page.countdown.text == "1:50"
    assert page.countdown.accessibleName() == "Time left, 1:50, both sides"


def test_the_ring_is_full_while_only_a_word_goes_on_and_after_the_end(stand):
    page = stand(lesson=protocol(step("only", Timed(exactly(MINUTE)))))
    page.go(row=0)
    page.ticker.pass_time(*[1_000] * 60)
    assert page.lesson.state is SessionState.FINISHED
    assert (page.countdown.fraction, page.countdown.text) == (0.0, "")
    assert page.countdown.accessibleName() == "Lesson finished"
    notice = stand()
    notice.lesson.start()
    assert notice.countdown.fraction == 1.0


def test_the_least_mark_stands_where_the_least_is_served(stand):
    time = Amount(MINUTE, 3 * MINUTE, 2 * MINUTE, Status.SOURCE)
    page = stand(lesson=protocol(step("rub", Timed(time))))
    page.go(row=0)
    assert page.countdown.least_fraction == pytest.approx(0.5)
    page.lesson.pause()
    page.lesson.resume()
    assert page.countdown.least_fraction == 0.0  # no least in a lead-in


def test_repetitions_are_told(stand):
    page = stand()
    page.go(row=3)
    assert page.countdown.repetition == (1, 3)


def test_it_paints_again_only_when_something_seen_has_changed(stand, qtbot):
    page = stand(lesson=protocol(step("lamp", Timed(exactly(10 * MINUTE)))))
    page.go(row=0)
    paints = Paints()
    qtbot.wait_until(page.countdown.isVisible)
    page.page.grab()
    page.ticker.pass_time(250)
    qtbot.wait(1)  # whatever is still to be painted
    page.countdown.installEventFilter(paints)
    page.ticker.pass_time(*[1] * 3)  # the ring of ten minutes does not move in that time
    qtbot.wait(1)
    assert paints.count == 0
    page.ticker.pass_time(2_000)
    qtbot.wait_until(lambda: paints.count > 0)


@pytest.mark.parametrize(("minutes", "text"), [(2, "2:00"), (10, "10:00"), (12, "12:00")])
def test_the_digits_are_at_least_twelve_percent_of_the_window_high(stand, minutes, text):
    page = stand(lesson=protocol(step("rub", Timed(exactly(minutes * MINUTE)))))
    page.resize(1920, 1080)
    assert page.countdown.text == text
    font = page.countdown.digits_font
    assert QFontMetricsF(font).tightBoundingRect("0").height() >= 0.12 * 1080
    assert page.countdown.digits_width <= page.countdown.room_for_digits


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (800, 560)])
@pytest.mark.parametrize("minutes", [10, 59, 75])
def test_the_digits_stay_inside_the_ring_in_small_windows(stand, size, minutes):
    page = stand(lesson=protocol(step("lamp", Timed(exactly(minutes * MINUTE)))))
    page.resize(*size)
    assert page.countdown.digits_width <= page.countdown.room_for_digits


def luminance(color):
    def linear(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["running", "paused", "between"])
def test_the_painted_digits_have_seven_to_one(stand, look, theme, state):
    look.setPalette(theme.palette())
    page = stand(lesson=protocol(step("rub", Timed(exactly(8 * MINUTE)))))
    page.resize(1920, 1080)
    if state == "between":
        page.lesson.start()
    else:
        page.go(row=0)
    if state == "paused":
        page.lesson.pause()
    picture = page.page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle = page.countdown.geometry().center()
    seen = {
        picture.pixelColor(x, middle.y()).rgb() for x in range(middle.x() - 200, middle.x() + 200)
    }
    ink = picture.pixelColor(0, 0)
    assert ink.rgb() == theme.paper.rgb()
    assert theme.ink.rgb() in seen
    assert contrast(theme.ink, theme.paper) >= 7


def test_it_can_be_painted_tiny(qtbot, look):
    parent = QWidget()
    qtbot.add_widget(parent)
    countdown = CountdownWidget(parent)
    countdown.resize(3, 3)
    assert not countdown.grab().isNull()
