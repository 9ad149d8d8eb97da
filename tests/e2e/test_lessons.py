"""Every shipped lesson through the real window to its end, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from massage_trainer.domain.events import SegmentShown, SessionState
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.widgets.error_banner import ErrorBanner

LESSONS = sorted(
    path.stem
    for path in Path("protocols").glob("*.yaml")
    if "\nfragment: true" not in path.read_text(encoding="utf-8")
)


APART_MS = 300  # what is nearer to each other is one press
LOOKS_MS = 5_000  # a clock looked at more often ends a lesson no differently (domain/test_session)


def press(qtbot, stand, name):
    button = stand.window.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    stand.clock.ms += APART_MS
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def play_to_the_end(qtbot, stand):
    """Start by mouse, let time pass, acknowledge by mouse whatever waits; tells how often."""
    lesson = stand.lesson
    press(qtbot, stand, "toggle")
    presses = 1
    for _ in range(100_000):
        if lesson.state is SessionState.FINISHED:
            return presses
        if lesson.countdown.waiting:
            press(qtbot, stand, "toggle")
            presses += 1
        else:
            stand.ticker.pass_time(min(LOOKS_MS, lesson.countdown.left_ms))
    raise AssertionError(f"{lesson.protocol.id} does not end")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_shipped_lesson_plays_to_its_end(qtbot, start, lesson_id, language):
    stand = start(language)
    stand.program.open_lesson(lesson_id)
    lesson = stand.lesson
    shown = []
    lesson.happened.connect(
        lambda event: shown.append(event.index) if isinstance(event, SegmentShown) else None
    )
    began_ms = stand.clock.ms
    presses = play_to_the_end(qtbot, stand)

    assert shown == list(range(len(lesson.timeline.segments)))
    everything = sum(s.gap_ms + s.duration_ms for s in lesson.timeline.segments)
    assert stand.clock.ms - began_ms == everything + presses * APART_MS
    assert not stand.wake_lock.held
    assert stand.program.library.place(lesson_id).finished


def test_a_lesson_is_chosen_played_left_and_found_again_after_a_restart(qtbot, start):
    stand = start("vi")
    first = stand.program.library.cards[0].id
    card = stand.window.library_page.cards[0]
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    stand.clock.ms += 1_000
    alone = stand.window.findChild(QAbstractButton, "answer-2")  # "Nobody: I study alone"
    qtbot.mouseClick(alone, Qt.MouseButton.LeftButton)
    assert stand.lesson.protocol.id == first
    stand.lesson.jump_to_row(6)
    stand.lesson.start()
    stand.ticker.pass_time(*[1_000] * 9)
    path = stand.lesson.segment.path
    stand.close()

    again = start()
    assert again.program.preferences.value.last_lesson == first
    again.program.open_lesson(first)
    assert again.lesson.segment.path == path
    assert again.lesson.state is SessionState.IDLE


def test_the_language_changes_while_a_lesson_runs_and_time_goes_on(qtbot, start):
    stand = start("vi")
    stand.program.open_lesson(LESSONS[0])
    stand.lesson.start()
    texts = [_words(stand.window)]
    left_ms = stand.lesson.countdown.left_ms
    stand.program.preferences.update(language="en")
    qtbot.wait_until(lambda: _words(stand.window) != texts[0], timeout=2_000)
    assert stand.lesson.countdown.left_ms == left_ms
    assert stand.lesson.state in (SessionState.RUNNING, SessionState.BETWEEN)


def _words(window):
    return [w.text() for w in window.findChildren(QAbstractButton)]


def test_every_control_has_a_name_for_those_who_do_not_see_it(qtbot, start):
    for language in LANGUAGES:
        stand = start(language)
        stand.program.open_lesson(LESSONS[0])
        nameless = [
            f"{type(w).__name__} {w.objectName()!r}"
            for w in stand.window.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not w.accessibleName()
            and not (isinstance(w, QAbstractButton) and w.text())
        ]
        assert nameless == []
        stand.close()


def test_a_lesson_file_of_ones_own_appears_and_a_broken_one_is_told(qtbot, start, tmp_path):
    own = tmp_path / "data" / "protocols"
    own.mkdir(parents=True)
    text = Path("protocols/stretch-knees-down.yaml").read_text(encoding="utf-8")
    (own / "my-stretch.yaml").write_text(text, encoding="utf-8")
    (own / "my-broken.yaml").write_text(text.replace("position: ", "positoin: ", 1), "utf-8")
    stand = start("en")
    ids = [card.id for card in stand.program.library.cards]
    assert "my-stretch" in ids
    assert "my-broken" not in ids
    assert any("did you mean 'position'" in error for error in stand.program.library.errors)
    assert stand.window.findChild(ErrorBanner).has_news


def test_a_data_folder_that_cannot_be_written_is_told_and_the_lesson_runs(qtbot, start, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    stand = start("vi", blocked / "data")
    stand.program.open_lesson(LESSONS[0])
    stand.lesson.start()
    stand.lesson.done()
    assert stand.program.problems.shown
    assert stand.lesson.index == 1


def test_a_check_gives_its_room_to_the_list(qtbot, start):
    stand = start("vi")
    stand.program.open_lesson("lumbar-acupressure")
    illustration = stand.window.findChild(QWidget, "illustration")
    heights = {}
    for name in ("infrared", "lamp-check", "xat"):
        rows = stand.lesson.timeline.rows
        stand.lesson.jump_to_row(next(i for i, row in enumerate(rows) if row.step.id == name))
        heights[name] = illustration.height()
        assert illustration.shows_picture
    assert heights["lamp-check"] < heights["infrared"] / 2
    assert heights["infrared"] == heights["xat"]


def test_a_lesson_that_is_not_there_any_more_is_told_and_nothing_opens(qtbot, start):
    stand = start("vi")
    stand.program.open_lesson("gone")
    assert [(p.kind, p.detail) for p in stand.program.problems.shown] == [
        (ProblemKind.UNKNOWN_LESSON, "gone")
    ]
    assert not stand.lesson.is_open
