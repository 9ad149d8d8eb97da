"""The picture: which one, how large, what stands there when it is missing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import PictureFault
from massage_trainer.domain.protocol import Holds, Timed
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.illustration import Illustration
from massage_trainer.widgets.picture_wishes import Look, Wishes
from massage_trainer.widgets.plate.keeper import PictureWish
from massage_trainer.widgets.plate.words import PlateWords
from tests.examples import MINUTE, SECOND, exactly, example_catalog, protocol, step
from tests.fakes import FakePlates


def framed_lesson():
    hold = Holds(exactly(MINUTE), exactly(2), exactly(5 * SECOND), None, exactly(9 * SECOND))
    frames = (("hold", "folded"), ("rest", "start"))
    fold = replace(step("fold", hold, plate="knees"), frames=frames)
    rub = step("rub", Timed(exactly(MINUTE)), Side.LEFT, Side.RIGHT, plate="back")
    return protocol(rub, fold, step("end", Timed(exactly(MINUTE)), plate="rest"))


@pytest.fixture
def plates():
    return FakePlates("knees", "back", "rest")


def test_a_segment_asks_for_its_side_and_its_frame(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    segments, wishes = page.lesson.timeline.segments, Wishes(plates.index, Look())
    assert wishes.first(segments[0]) == PictureWish("back", Side.LEFT, "main")
    assert [wishes.first(s).frame for s in segments if s.step.id == "fold"] == [
        "main",  # while the hands come
        "folded",
        "start",
        "start",
        "folded",
    ]


def test_next_and_previous_are_decoded_ahead_and_no_more(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    QApplication.sendPostedEvents()
    assert plates.prepared[:4] == ["back.left", "back.right", "back.start", "back.folded"]
    assert plates.prepared[4:] == ["thumbs/knees"]  # announced after a press of a key
    page.lesson.jump_to_row(2)
    QApplication.sendPostedEvents()
    assert plates.prepared[0] == "knees"
    assert plates.prepared[1:3] == ["knees.folded", "rest"]  # time, and a press of a key
    assert set(plates.prepared[3:-2]) == {"knees.start", "back.right"}
    assert plates.prepared[-2:] == ["thumbs/rest", "thumbs/knees"]


@pytest.mark.parametrize("index", [0, 1, 3, 7])
def test_nothing_ahead_is_named_twice_or_is_here_already(stand, plates, index):
    page = stand(lesson=framed_lesson(), plates=plates)
    ahead = Wishes(plates.index, Look()).ahead(page.lesson.timeline, index)
    assert len(set(ahead)) == len(ahead)
    page.lesson.jump_to_row(page.lesson.timeline.segments[index].row)
    QApplication.sendPostedEvents()
    assert len(set(plates.prepared)) == len(plates.prepared)


def test_the_same_picture_is_not_fetched_again(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    page.lesson.jump_to_row(2)
    asked = len(plates.asked)
    page.lesson.jump_to_row(2)
    page.ticker.pass_time(500)
    assert len(plates.asked) == asked


def test_the_picture_is_fetched_in_the_size_it_is_painted_in(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    ratio = page.page.devicePixelRatioF()
    size = page.illustration.view.size() * ratio
    assert plates.asked[-1] == ("back.left", size.width(), size.height())
    page.resize(1920, 1080)
    assert plates.asked[-1][1] > size.width()
    assert page.illustration.shows_picture


def test_on_a_fine_screen_the_picture_is_finer_not_larger(qtbot, look, plates):
    class Fine(Illustration):
        def devicePixelRatioF(self):  # noqa: N802 - Qt's name
            return 2.0

    words = PlateWords(example_catalog(), "en")
    fine = Fine(plates, lambda _client: None, words)
    qtbot.add_widget(fine)
    fine.resize(300, 200)
    fine.show_step("rub", "do", "en")
    fine.show_picture(PictureWish("back"), (), PointWish(), words)
    assert plates.asked == [("back", 2 * fine.view.width(), 400)]


def test_the_picture_fills_its_card(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    shown = page.illustration.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle = shown.pixelColor(shown.width() // 2, shown.height() // 2)
    assert middle.name().upper() == "#3366CC"


def test_a_picture_is_described_in_the_language_of_the_page(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    assert page.illustration.accessibleName() == "rub (en)"
    assert page.illustration.accessibleDescription() == "Picture back. Second sentence."
    page.language = "vi"
    page.page.retranslate()
    assert page.illustration.accessibleDescription() == "Hình back. Câu hai."


def test_the_description_can_be_read_on_the_page(stand, plates):
    page = stand(lesson=framed_lesson(), plates=plates)
    before = page.illustration.grab().toImage()
    page.click("describe")
    assert page.illustration.grab().toImage() != before
    page.click("describe")
    assert page.illustration.strip.isHidden()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PictureFault.MISSING, "The picture back.left is missing."),
        (PictureFault.DAMAGED, "The picture back.left is damaged."),
    ],
)
def test_name_and_words_stand_where_a_picture_cannot(stand, fault, words):
    plates = FakePlates("knees", "back", "rest", faults={"back.left": fault})
    page = stand(lesson=framed_lesson(), plates=plates)
    assert not page.illustration.shows_picture
    assert page.illustration.fault_text == words
    assert page.illustration.accessibleName() == "rub (en)"
    painted = page.illustration.grab().toImage()
    assert painted.pixelColor(painted.width() // 2, 2) != Qt.GlobalColor.black
    page.lesson.jump_to_row(1)
    assert page.illustration.shows_picture


def test_an_unknown_plate_is_told_not_hidden(stand):
    page = stand(lesson=framed_lesson(), plates=FakePlates("knees"))
    assert page.illustration.fault_text == "There is no picture named back."
    assert page.illustration.accessibleDescription() == ""
    assert page.button("describe").isHidden()
