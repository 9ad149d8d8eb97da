"""The bar of verbs: what each state offers, by mouse and by key."""

import pytest
from PySide6.QtCore import Qt

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Amount, Status, Timed
from massage_trainer.domain.speech.phrases import phrases_in
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from tests.examples import MINUTE, SECOND, protocol, step

NAMES = ("stop", "undo", "repeat", "back", "toggle", "next", "done", "extend")

A_MOMENT_MS = 300  # between two presses of a hand


def enabled(page):
    return {name for name in NAMES if page.button(name).isEnabled()}


def test_before_the_start_there_is_only_the_start(stand):
    page = stand()
    assert page.button("toggle").text() == "Start"
    assert enabled(page) == {"toggle"}


@pytest.mark.parametrize(
    ("row", "words"),
    [(0, "Understood, done"), (1, "All checked"), (6, "Done"), (10, "Do this part")],
)
def test_where_only_a_word_goes_on_the_big_button_says_it(stand, row, words):
    page = stand()
    page.go(row)
    assert page.button("toggle").text() == words
    page.click("toggle")
    assert page.lesson.segment.row == row + 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_voice_tells_to_press_is_on_a_button_in_use(stand, qapp, language):
    translations = LanguageService(assets_dir() / "i18n", qapp)
    translations.install(language)
    try:
        page, phrases = stand(), phrases_in(language)

        def told(words, *names):
            for name in names:
                assert page.button(name).isEnabled()
                assert page.button(name).text() in words

        told(phrases.how_to_start, "toggle")
        for row in (0, 1):
            page.go(row)
            told(phrases.go_on_when_ready, "done")
        page.go(row=6)
        told(phrases.count_yourself, "toggle", "done")
        page.go(row=10)
        told(phrases.how_to_choose, "toggle", "next")
    finally:
        for translator in translations._installed:
            qapp.removeTranslator(translator)


def test_an_optional_part_can_be_skipped_whole(stand):
    page = stand()
    page.go(row=10)
    assert page.button("next").text() == "Skip it"
    page.click("next")
    assert page.lesson.segment.step.id == "goodbye"
    assert page.button("next").text() == "Next"


def test_the_big_button_starts_pauses_and_goes_on(stand):
    page = stand()
    page.lesson.jump_to_row(2)
    for words, state in (
        ("Start", SessionState.BETWEEN),
        ("Pause", SessionState.PAUSED),
        ("Go on", SessionState.BETWEEN),
    ):
        assert page.button("toggle").text() == words
        page.click("toggle")
        assert page.lesson.state is state
        page.press_clock.ms += A_MOMENT_MS


def test_done_is_offered_when_the_least_is_served_and_can_be_taken_back(stand):
    time = Amount(MINUTE, 3 * MINUTE, 2 * MINUTE, Status.SOURCE)
    page = stand(lesson=protocol(step("rub", Timed(time)), step("next", Timed(time))))
    page.go(row=0)
    assert "done" not in enabled(page)
    page.ticker.pass_time(*[SECOND] * 60)
    assert {"done", "extend"} <= enabled(page)
    page.click("done")
    assert page.lesson.segment.step.id == "next"
    page.click("undo")
    assert page.lesson.segment.step.id == "rub"
    assert page.lesson.countdown.least_left_ms == 0


def test_fifteen_seconds_more(stand):
    page = stand()
    page.go(row=2)
    left_ms = page.lesson.countdown.left_ms
    page.click("extend")
    assert page.lesson.countdown.left_ms == left_ms + 15 * SECOND


def test_back_repeat_next_and_stop(stand):
    page = stand()
    page.go(row=2)
    page.click("next")
    assert page.lesson.segment.row == 3
    page.click("back")
    assert page.lesson.segment.row == 2
    page.ticker.pass_time(*[SECOND] * 20)
    page.click("repeat")
    assert page.lesson.segment.row == 2
    assert page.lesson.countdown.text == "0:05"  # the gap before it
    page.click("stop")
    assert page.lesson.state is SessionState.IDLE


def test_after_the_end_everything_can_begin_again(stand):
    page = stand()
    page.go(row=12)
    page.click("toggle")
    assert page.lesson.state is SessionState.FINISHED
    assert page.button("toggle").text() == "Start again"
    page.press_clock.ms += A_MOMENT_MS
    page.click("toggle")
    assert page.lesson.segment.row == 0


def test_a_click_leaves_the_keyboard_where_it_was(stand):
    page = stand()
    page.go(row=2)
    page.click("next")
    assert not page.button("next").hasFocus()
    page.key(Qt.Key.Key_Space)
    assert page.lesson.state is SessionState.PAUSED


def test_with_the_focus_on_a_button_enter_presses_it_and_space_pauses(stand):
    page = stand()
    page.go(row=2)
    page.button("next").setFocus(Qt.FocusReason.TabFocusReason)
    page.key(Qt.Key.Key_Return, page.button("next"))
    assert page.lesson.segment.row == 3
    page.key(Qt.Key.Key_Space, page.button("next"))
    assert page.lesson.segment.row == 3
    assert page.lesson.state is SessionState.PAUSED


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (800, 560)])
def test_the_targets_are_large(stand, size):
    page = stand()
    page.resize(*size)
    for name in NAMES:
        button = page.button(name)
        assert button.height() >= 0.06 * min(size[1], size[0] / 1.6)
        assert button.width() >= 60
    assert page.button("toggle").width() >= 2 * page.button("next").width()


def test_words_stay_inside_their_buttons(stand):
    page = stand()
    for size in ((1920, 1080), (1280, 720), (1024, 768)):
        page.resize(*size)
        for name in NAMES:
            assert page.button(name).words_px >= 12


def test_every_button_has_a_name_and_a_tip(stand):
    page = stand()
    for name in NAMES:
        assert page.button(name).accessibleName() == page.button(name).text()
        assert page.button(name).toolTip()
