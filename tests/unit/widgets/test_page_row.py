"""The row of pages: what it lists, says, and sends out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from massage_trainer.domain.keys import RESERVED
from massage_trainer.widgets.page_row import Page, PageRow
from massage_trainer.widgets.study_area import StudyArea, StudyPage
from massage_trainer.widgets.theme import Scale
from tests.unit.widgets.shell_stand import ShellStand


@pytest.fixture
def row(qtbot):
    row = PageRow(Page.LESSONS)
    qtbot.add_widget(row)
    row.show_pages(Page)
    row.show()
    return row


def tab(row, page):
    return row.findChild(QPushButton, f"page-{page.value}")


def test_pages_that_do_not_exist_are_not_listed(qtbot):
    row = PageRow(Page.LESSONS)
    qtbot.add_widget(row)
    row.show_pages((Page.LESSONS, Page.ATLAS))
    assert [tab(row, page) is not None for page in Page] == [True, True, False, False, False]


def test_a_row_of_one_page_says_nothing(qtbot):
    row = PageRow(Page.LESSONS)
    qtbot.add_widget(row)
    row.show_pages((Page.LESSONS,))
    assert row.isHidden()


@pytest.mark.parametrize("page", list(Page)[1:])
def test_a_press_asks_for_the_page_and_marks_nothing_before_the_arrival(qtbot, row, page):
    with qtbot.wait_signal(row.chosen, timeout=0) as asked:
        QTest.mouseClick(tab(row, page), Qt.MouseButton.LeftButton)
    assert asked.args == [page]
    assert tab(row, Page.LESSONS).isChecked()
    row.show_here(page)
    assert [each for each in Page if tab(row, each).isChecked()] == [page]


def test_the_page_that_is_shown_stays_marked_when_pressed(qtbot, row):
    with qtbot.assert_not_emitted(row.chosen):
        tab(row, Page.LESSONS).setFocus()
        QTest.keyClick(tab(row, Page.LESSONS), Qt.Key.Key_Return)
    assert tab(row, Page.LESSONS).isChecked()


def test_the_keys_of_the_pages_belong_to_the_program():
    assert [page.key for page in Page] == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"]
    assert {page.key for page in Page} <= RESERVED


KEYS = dict(
    zip(Page, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), strict=True)
)


@pytest.mark.parametrize("page", list(Page))
def test_the_window_asks_for_a_page_by_key(qtbot, qapp, page):
    stand = ShellStand(qtbot, qapp)
    window = stand.window()
    with qtbot.wait_signal(window.page_wanted, timeout=0) as asked:
        QTest.keyClick(window, KEYS[page], Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [page]
    stand.close()


def test_both_languages_name_the_pages(qtbot, qapp):
    names = {}
    for language in ("vi", "en"):
        stand = ShellStand(qtbot, qapp, language=language)
        row = PageRow(Page.LESSONS)
        qtbot.add_widget(row)
        row.show_pages(Page)
        names[language] = [tab(row, page).text() for page in Page]
        stand.close()
    assert names["vi"] == ["Bài học", "Bản đồ huyệt", "Ôn tập", "Tiến bộ", "Lớp học"]
    assert names["en"] == ["Lessons", "Atlas", "Quiz", "Progress", "Class"]


class FakePage(StudyPage):
    """Knows its scale."""

    def __init__(self):
        super().__init__()
        self.scales = []

    def set_scale(self, scale):
        self.scales.append(scale)


def test_only_the_shown_page_follows_the_window_and_the_others_catch_up(qtbot):
    area = StudyArea(Page)
    qtbot.add_widget(area)
    atlas, quiz = FakePage(), FakePage()
    area.set_scale(Scale(500))
    area.show_page(Page.ATLAS, atlas)
    area.show_page(Page.QUIZ, quiz)
    area.set_scale(Scale(700))
    assert (atlas.scales[-1], quiz.scales[-1]) == (Scale(500), Scale(700))
    area.show_page(Page.ATLAS, atlas)
    assert atlas.scales[-1] == Scale(700)
    assert area.current is atlas
    assert tab(area.pages, Page.ATLAS).isChecked()
