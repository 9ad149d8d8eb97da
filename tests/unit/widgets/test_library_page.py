"""The page to choose a lesson from."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.lesson_card import LessonCardView
from tests.unit.widgets.fitting import cut_off, settle, spoken_name, unreachable
from tests.unit.widgets.shell_stand import CardLessons, lesson_card

IDS = [f"lesson-{number}" for number in range(5)]


@pytest.fixture
def shelf(shell):
    """A shell with five lessons in which nothing was done yet."""
    return shell(lessons=CardLessons(*(lesson_card(name) for name in IDS)))


def page_of(stand, **named):
    return stand.window(**named).library_page


def test_there_is_a_card_for_every_lesson_in_order(shelf):
    page = page_of(shelf)
    assert [view.card.id for view in page.cards] == IDS


def test_a_picture_is_decoded_when_its_card_comes_into_view(shelf):
    window = shelf.window()
    settle(window)
    shown = [view.has_asked_for_picture for view in window.library_page.cards]
    assert shown == sorted(shown, reverse=True)
    assert 2 <= sum(shown) < 5
    assert len(shelf.asked_thumbs) == sum(shown)
    window.library_page.focus_lesson("lesson-4")
    settle(window)
    assert window.library_page.cards[4].has_asked_for_picture
    assert len(shelf.asked_thumbs) <= 5


def test_a_taller_window_shows_more_pictures(shelf):
    window = shelf.window(1280, 600)
    settle(window)
    before = len(shelf.asked_thumbs)
    window.resize(1280, 1200)
    settle(window)
    assert len(shelf.asked_thumbs) > before


def test_a_card_says_what_the_lesson_is_and_what_it_needs(shelf):
    words = page_of(shelf).cards[0].words
    assert words.name == "Xoa bóp, bấm huyệt: lesson-0"
    assert words.length == "khoảng 29 phút  ·  18 bước"
    assert words.needs == ("Khăn lớn để che phủ, số 0", "Khăn lớn để che phủ, số 1")
    assert words.needs_title == "Cần chuẩn bị"
    assert words.left_off == ""


@pytest.mark.parametrize(
    ("done", "button", "left_off", "part"),
    [
        (None, "Bắt đầu", "", -1),
        (3, "Làm tiếp", "Đang ở bước 4/18", 3 / 18),
        (18, "Làm lại từ đầu", "Đã làm xong", -1),
    ],
)
def test_a_card_says_where_you_left_off(shelf, done, button, left_off, part):
    if done is not None:
        shelf.leave_off("lesson-0", done, 18)
    card = page_of(shelf).cards[0]
    assert card.button.text() == button
    assert card.words.left_off == left_off
    assert card.words.part_done == part


def test_a_lesson_without_needs_has_no_heading_for_them(shell):
    stand = shell(lessons=CardLessons(lesson_card("bare", needs=0)))
    card = page_of(stand).cards[0]
    assert card.words.needs_title == ""
    assert card.plan.needs == ()


def test_no_clinician_has_reviewed_it_is_said_on_the_page(shelf):
    page = page_of(shelf)
    notice = page.findChild(QLabel, "review-notice")
    assert "Chưa có bác sĩ" in notice.text()
    assert notice.isVisible()


def test_a_click_anywhere_on_a_card_and_its_button_choose_the_lesson(shelf, qtbot):
    page = page_of(shelf)
    with qtbot.wait_signal(page.lesson_chosen, timeout=0) as blocker:
        qtbot.mouseClick(page.cards[1], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert blocker.args == ["lesson-1"]
    with qtbot.wait_signal(page.lesson_chosen, timeout=0) as blocker:
        qtbot.mouseClick(page.cards[2].button, Qt.MouseButton.LeftButton)
    assert blocker.args == ["lesson-2"]
    with qtbot.assert_not_emitted(page.lesson_chosen):
        qtbot.mouseClick(page.cards[1], Qt.MouseButton.RightButton)


def test_a_press_that_ends_elsewhere_chooses_nothing(shelf, qtbot):
    page = page_of(shelf)
    with qtbot.assert_not_emitted(page.lesson_chosen):
        qtbot.mouseRelease(page.cards[1], Qt.MouseButton.LeftButton, pos=QPoint(5, -20))


def focused(page):
    return [view.card.id for view in page.cards if view.button.hasFocus()]


@pytest.mark.parametrize(
    ("begin", "key", "end"),
    [
        (0, Qt.Key.Key_Down, 1),
        (1, Qt.Key.Key_Right, 2),
        (2, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Left, 0),
        (0, Qt.Key.Key_Up, 0),
        (4, Qt.Key.Key_Down, 4),
        (1, Qt.Key.Key_End, 4),
        (4, Qt.Key.Key_Home, 0),
        (2, Qt.Key.Key_A, 2),
    ],
)
def test_arrows_go_from_card_to_card(shelf, qtbot, begin, key, end):
    page = page_of(shelf)
    page.cards[begin].button.setFocus()
    qtbot.keyClick(page.cards[begin].button, key)
    assert focused(page) == [IDS[end]]


def test_the_card_with_the_focus_is_brought_into_view(shelf):
    page = page_of(shelf)
    page.focus_lesson("lesson-4")
    settle(page.window())
    area = page.findChild(QScrollArea, "lessons")
    top = page.cards[4].mapTo(area, QPoint(0, 0)).y()
    assert 0 <= top <= area.height() - 50


def test_enter_opens_the_lesson(shelf, qtbot):
    page = page_of(shelf)
    page.focus_lesson("lesson-3")
    with qtbot.wait_signal(page.lesson_chosen, timeout=0) as blocker:
        qtbot.keyClick(page.cards[3].button, Qt.Key.Key_Return)
    assert blocker.args == ["lesson-3"]


def test_the_last_lesson_has_the_focus_at_the_start(shell):
    lessons = CardLessons(*(lesson_card(name) for name in IDS))
    assert focused(page_of(shell(lessons=lessons, last="lesson-2"))) == ["lesson-2"]


def test_an_unknown_last_lesson_gives_the_focus_to_the_first(shell):
    lessons = CardLessons(*(lesson_card(name) for name in IDS))
    assert focused(page_of(shell(lessons=lessons, last="gone"))) == ["lesson-0"]


def test_new_lessons_get_cards_and_old_ones_lose_theirs(shelf):
    page = page_of(shelf)
    kept = page.cards[0]
    shelf.lessons.cards = (lesson_card("lesson-0"), lesson_card("new"))
    shelf.library.reload()
    assert [view.card.id for view in page.cards] == ["lesson-0", "new"]
    assert kept not in page.cards


def test_changed_words_and_places_keep_the_cards(shelf):
    page = page_of(shelf)
    before = page.cards
    shelf.leave_off("lesson-1", 17, 18)
    shelf.library.reload()
    assert page.cards == before
    assert page.cards[1].words.left_off == "Đang ở bước 18/18"


def test_an_empty_library_says_so(shell):
    stand = shell()
    page = page_of(stand)
    stand.library.cards = ()
    page.refresh()
    assert page.cards == ()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("Không có bài" in text for text in shown)


def test_a_screen_reader_hears_all_of_a_card_at_its_button(shelf):
    shelf.leave_off("lesson-0", 3, 18)
    button = page_of(shelf).cards[0].button
    assert spoken_name(button) == "Làm tiếp: Xoa bóp, bấm huyệt: lesson-0"
    heard = button.accessibleDescription()
    for words in ("khoảng 29 phút", "bước 4/18", "Cần chuẩn bị", "số 1"):
        assert words in heard


@pytest.fixture
def card(qtbot, look):
    def make(thumb):
        view = LessonCardView(lesson_card("one"))
        view.show_picture(thumb)
        qtbot.add_widget(view)
        view.resize(900, 200)
        view.show_card(lesson_card("one"), None, "en")
        view.show()
        return view

    return make


def test_a_picture_is_shown_in_its_place_and_a_hand_where_there_is_none(card):
    picture = QImage(480, 320, QImage.Format.Format_RGB32)
    picture.fill(QColor("#AA3311"))
    with_picture, without = card(picture), card(None)
    middle = with_picture.plan.thumb.center()
    assert with_picture.grab().toImage().pixelColor(middle) == QColor("#AA3311")
    assert without.grab().toImage().pixelColor(middle) != QColor("#AA3311")


def test_a_picture_of_another_shape_fills_its_place(card):
    for width, height in ((100, 400), (400, 100)):
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        picture.fill(QColor("#AA3311"))
        view = card(picture)
        frame = view.plan.thumb
        image = view.grab().toImage()
        for point in (frame.center(), frame.topLeft() + QPoint(12, 12)):
            assert image.pixelColor(point) == QColor("#AA3311")


def test_a_narrow_card_is_a_tall_one(card):
    view = card(None)
    assert view.heightForWidth(500) > view.heightForWidth(1200)


def test_another_language_changes_the_cards_that_are_open(shelf):
    window = shelf.window()
    page = window.library_page
    shelf.preferences.update(language="en")
    settle(window)
    assert page.cards[0].words.needs_title == "What you need"
    assert page.cards[0].words.name == "Massage and points: lesson-0"
    assert page.cards[0].button.text() == "Start"


def test_html_in_a_lesson_stays_what_was_written(shell):
    made = lesson_card("one")
    odd = type(made)(
        made.id,
        LocalizedText("a < b & c", "a < b & c"),
        made.summary,
        made.needs,
        made.cover,
        made.total_ms,
        made.order,
        made.steps,
    )
    page = page_of(shell(lessons=CardLessons(odd)))
    assert page.cards[0].words.name == "a < b & c"
    assert isinstance(page, QWidget)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [(800, 560), (1920, 1080)])
def test_what_is_due_is_one_line_that_fits_and_is_gone_when_nothing_is_due(shell, size, language):
    stand = shell(lessons=CardLessons(*(lesson_card(name) for name in IDS)), language=language)
    window = stand.window(*size)
    page = window.library_page
    page.show_due(12)
    assert cut_off(window) == []
    assert unreachable(window) == []
    line = page.findChild(QWidget, "due")
    assert "12" in line.text()
    page.show_due(0)
    assert not line.isVisible()


def test_the_line_of_what_is_due_is_made_when_something_is(shelf, qtbot):
    page = page_of(shelf)
    page.show_due(0)
    assert page.findChild(QWidget, "due") is None
    page.show_due(1)
    with qtbot.waitSignal(page.due_clicked, timeout=0):
        page.findChild(QWidget, "due").click()
