"""The window around the pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QStackedWidget

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.widgets.error_banner import ErrorBanner
from tests.unit.widgets.fitting import settle
from tests.unit.widgets.shell_stand import CardLessons, lesson_card


def button(window, name):
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def test_the_lesson_page_is_built_the_first_time_it_is_shown(shell):
    stand = shell()
    window = stand.window()
    assert stand.pages == []
    window.show_lesson()
    window.show_library()
    window.show_lesson()
    assert len(stand.pages) == 1
    assert window.findChild(QStackedWidget).currentWidget() is stand.pages[0]


def test_the_lesson_page_gets_its_scale_and_the_tools(shell):
    stand = shell()
    window = stand.window(1280, 720)
    window.show_lesson()
    page = stand.pages[0]
    assert page.scale.height == 720
    window.resize(1920, 1080)
    settle(window)
    assert page.scale.height == 1080
    assert button(page.tools, "teacher").text() == ""
    assert button(page.tools, "teacher").accessibleName() == "Thiết lập của giáo viên"


def test_choosing_a_lesson_tells_and_remembers_it(shell, qtbot):
    stand = shell(lessons=CardLessons(lesson_card("one"), lesson_card("two")))
    window = stand.window()
    with qtbot.wait_signal(window.lesson_chosen, timeout=0) as blocker:
        window.library_page.cards[1].button.click()
    assert blocker.args == ["two"]
    assert stand.settings.saved.last_lesson == "two"


def test_the_way_back_shows_the_new_place_and_tells(shell, qtbot):
    stand = shell(lessons=CardLessons(lesson_card("one"), lesson_card("two")))
    window = stand.window()
    window.library_page.cards[1].button.click()
    window.show_lesson()
    stand.leave_off("two", 5, 18)
    with qtbot.wait_signal(window.library_shown, timeout=0):
        stand.pages[0].library_wanted.emit()
    card = window.library_page.cards[1]
    assert card.words.left_off == "Đang ở bước 6/18"
    assert card.button.hasFocus()
    with qtbot.assert_not_emitted(window.library_shown):
        window.show_library()


@pytest.mark.parametrize("name", ["teacher", "preferences", "credits"])
def test_the_dialogs_are_built_when_they_are_asked_for(shell, name):
    stand = shell()
    window = stand.window()
    assert stand.dialogs == []
    button(window, name).click()
    assert len(stand.dialogs) == 1


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_dialogs_have_keys(shell, qtbot, key, modifier):
    stand = shell()
    window = stand.window()
    qtbot.keyClick(window, key, modifier)
    assert len(stand.dialogs) == 1


def test_the_language_is_changed_by_button_and_by_key(shell, qtbot):
    stand = shell(language="vi")
    window = stand.window()
    assert window.windowTitle() == "Luyện tập xoa bóp"
    button(window, "language-en").click()
    settle(window)
    assert stand.settings.saved.language == "en"
    assert window.windowTitle() == "Massage trainer"
    assert button(window, "language-en").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert stand.settings.saved.language == "vi"
    assert button(window, "language-vi").isChecked()
    assert window.windowTitle() == "Luyện tập xoa bóp"


def test_full_screen_goes_and_comes(shell, qtbot):
    window = shell().window()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_window_remembers_its_size(shell, qtbot):
    stand = shell()
    window = stand.window(1000, 640)
    with qtbot.wait_signal(window.closing, timeout=0):
        window.close()
    assert stand.settings.saved.window
    again = shell()
    again.preferences.update(window=stand.settings.saved.window)
    assert again.window(1000, 640).size() == window.size()


@pytest.mark.parametrize("saved", ["", "no geometry", "AAAA"])
def test_a_window_without_a_memory_fits_the_screen(shell, saved):
    stand = shell()
    stand.preferences.update(window=saved)
    window = stand.window()
    assert window.width() <= max(window.screen().availableSize().width(), 1280)


def test_a_start_without_trouble_builds_no_banner(shell):
    assert shell().window().findChild(ErrorBanner) is None


def test_broken_lessons_are_told_with_their_lines_folded(shell, qtbot, qapp):
    line = "demo.yaml:8:22: unknown acupoint 'GB2O' (did you mean 'GB20'?)"
    stand = shell(lessons=CardLessons(lesson_card("one"), errors=[line]))
    window = stand.window()
    words = window.findChild(QLabel, "mistakes")
    assert words.text() == "Có 1 lỗi trong các tệp bài học. Những bài khác vẫn dùng được."
    lines = window.findChild(QPlainTextEdit, "mistake-list")
    assert lines.toPlainText() == line
    assert not lines.isVisible()
    button(window, "mistake-details").click()
    assert lines.isVisible()
    button(window, "copy-mistakes").click()
    assert qapp.clipboard().text() == line
    button(window, "mistake-details").click()
    assert not lines.isVisible()


def test_a_lesson_that_breaks_or_is_mended_meanwhile_changes_the_banner(shell):
    stand = shell(lessons=CardLessons(lesson_card("one")))
    window = stand.window()
    stand.lessons.errors = ("one.yaml:1:1: bad",)
    stand.library.reload()
    banner = window.findChild(ErrorBanner)
    assert banner.isVisible()
    stand.lessons.errors = ()
    stand.library.reload()
    assert not banner.isVisible()


def test_a_trouble_is_told_until_it_is_dismissed(shell):
    stand = shell()
    window = stand.window()
    stand.problems.report(Problem(ProblemKind.CANNOT_SAVE, "/data: Read-only file system"))
    words = window.findChild(QLabel, "problems")
    assert "/data: Read-only file system" in words.text()
    assert words.isVisible()
    button(window, "dismiss-problems").click()
    assert not window.findChild(ErrorBanner).isVisible()


def test_the_banner_speaks_the_language_of_now(shell):
    stand = shell(lessons=CardLessons(lesson_card("one"), errors=["a:1:1: b", "a:2:1: c"]))
    window = stand.window()
    stand.preferences.update(language="en")
    settle(window)
    assert window.findChild(QLabel, "mistakes").text() == (
        "2 mistakes in lesson files. The other lessons work."
    )
