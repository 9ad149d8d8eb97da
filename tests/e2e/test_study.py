"""From the lessons to the pages beside them and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.page_row import Page

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = dict(
    zip(Page, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), strict=True)
)


def go(stand, page):
    QTest.keyClick(stand.window.focusWidget() or stand.window, KEYS[page], CONTROL)


def shown(stand):
    return stand.window._pages.currentWidget()


@pytest.fixture
def stand(start):
    return start("en")


def test_the_row_lists_the_pages_there_are(stand):
    row = stand.window.library_page.pages
    listed = [page for page in Page if row.findChild(QPushButton, f"page-{page.value}")]
    assert listed == list(stand.program.study_flow.listed)
    assert Page.ATLAS in listed


def test_every_page_is_reached_by_key_and_by_press_and_left_again(stand):
    library = stand.window.library_page
    for page in stand.program.study_flow.listed[1:]:
        go(stand, page)
        area = shown(stand)
        assert area.current is stand.program.study_flow.page(page)
        QTest.keyClick(area, Qt.Key.Key_1, CONTROL)
        assert shown(stand) is library
        library.pages.findChild(QPushButton, f"page-{page.value}").click()
        assert area.current is stand.program.study_flow.page(page)
        area.pages.findChild(QPushButton, "page-lessons").click()
        assert shown(stand) is library


def test_a_lesson_waits_while_something_is_looked_up(stand):
    stand.program.open_lesson("lumbar-acupressure")
    stand.lesson.start()
    go(stand, Page.ATLAS)
    assert stand.lesson.state is SessionState.PAUSED
    go(stand, Page.LESSONS)
    assert shown(stand) is stand.window.lesson_page
    assert stand.lesson.is_open


def test_a_question_about_the_client_is_given_up_for_the_atlas(stand):
    stand.program.choose_lesson("lumbar-acupressure")
    go(stand, Page.ATLAS)
    assert shown(stand).current is stand.program.study_flow.page(Page.ATLAS)
    go(stand, Page.LESSONS)
    assert shown(stand) is stand.window.library_page


def test_a_lesson_is_opened_from_the_card_of_its_point(stand):
    go(stand, Page.ATLAS)
    atlas = stand.program.study_flow.atlas_flow.atlas
    atlas.choose("BL23")
    atlas.lesson_wanted.emit("lumbar-acupressure")
    assert shown(stand).objectName() == "partner-page"


def test_the_atlas_follows_the_language_and_comes_back_as_it_was(stand):
    go(stand, Page.ATLAS)
    page = stand.program.study_flow.page(Page.ATLAS)
    stand.program.study_flow.atlas_flow.atlas.choose("BL23")
    stand.window.switch_language()
    QApplication.processEvents()
    assert page.card.title.text() == "Thận du (BL23)"
    go(stand, Page.LESSONS)
    go(stand, Page.ATLAS)
    assert page.card.title.text() == "Thận du (BL23)"


def test_escape_gives_the_screen_back_on_the_pages_beside_the_lessons(stand):
    for page in (Page.QUIZ, Page.PROGRESS):
        go(stand, page)
        stand.window.enter_full_screen()
        QApplication.processEvents()
        QTest.keyClick(stand.window.focusWidget() or stand.window, Qt.Key.Key_Escape)
        assert not stand.window.isFullScreen()
        assert shown(stand).current is stand.program.study_flow.page(page)


def test_what_a_page_says_ends_when_it_is_left(stand):
    for way in (Page.PROGRESS, Page.LESSONS):
        go(stand, Page.ATLAS)
        stand.program.study_flow.atlas_flow.atlas.speak(LocalizedText("Thận du", "Shènshū"))
        assert stand.sound.said
        stand.sound.heard.clear()
        go(stand, way)
        assert ("hush", None) in stand.sound.heard
