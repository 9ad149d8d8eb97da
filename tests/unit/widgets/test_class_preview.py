"""The console's copy of the class's picture: what is done on it stands at the same place there."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.board import PictureView
from massage_trainer.domain.classroom.slides import Cover, LessonSlide, WaitingSlide, Wall
from massage_trainer.viewmodels.class_tools import ClassTools, Tool
from massage_trainer.widgets.audience.audience_view import AudienceView
from massage_trainer.widgets.classroom.class_preview import ClassPreview
from tests.unit.widgets.audience_stand import AudienceStand
from tests.unit.widgets.fitting import settle

LEFT = Qt.MouseButton.LeftButton


class Stand(AudienceStand):
    """A class's view of one size, and a console of another."""

    def __init__(self, qtbot, **named):
        super().__init__(qtbot, **named)
        self.tools = ClassTools(self.classroom)
        copy = AudienceView(self.classroom, self.view._makers, self.view._parts, prepared=True)
        self.preview = ClassPreview(copy, self.classroom, self.tools)
        qtbot.addWidget(self.preview)
        self.preview.resize(620, 360)
        self.show_wall(self.view.size())
        self.preview.show()

    def show_wall(self, size):
        self.classroom.set_wall(Wall(size.width(), size.height(), is_seen=True))

    def on_wall(self):
        self.open()
        self.classroom.show(LessonSlide(self.lesson.countdown))
        settle(self.view)
        settle(self.preview)

    @property
    def mine(self):
        return self.preview.picture

    @property
    def theirs(self):
        return self.face.picture

    def at(self, fraction):
        return QPoint(*(round(part) for part in self.mine.view.to_screen(fraction)))


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(**named):
        made.append(Stand(qtbot, **named))
        return made[-1]

    return make


def share(picture, fraction):
    """Where a place stands on the sheet, in shares of it."""
    card = picture.card
    x, y = picture.view.to_screen(fraction)
    return (x - card.left()) / card.width(), (y - card.top()) / card.height()


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1024, 768), QSize(1080, 1920)])
@pytest.mark.parametrize("zoom", [1.0, 2.7])
def test_a_place_pointed_at_is_the_same_place_on_the_wall(stand, size, zoom):
    room = stand()
    room.view.resize(size)
    room.show_wall(size)
    room.on_wall()
    room.classroom.look_at(PictureView(zoom, 0.4, 0.55).inside())
    settle(room.preview)
    settle(room.view)
    room.tools.take(Tool.SPOTLIGHT)
    asked = (0.36, 0.52)
    QTest.mouseMove(room.mine, room.at(asked))
    QTest.mouseClick(room.mine, LEFT, pos=room.at(asked))
    lit = room.classroom.shown.board.spotlight
    assert lit == pytest.approx(asked, abs=0.005)
    assert room.theirs.board == room.mine.board
    assert share(room.theirs, lit) == pytest.approx(share(room.mine, lit), abs=0.005)


def test_the_pen_draws_on_both(stand):
    room = stand()
    room.on_wall()
    room.tools.take(Tool.PEN)
    QTest.mousePress(room.mine, LEFT, pos=room.at((0.3, 0.3)))
    QTest.mouseMove(room.mine, room.at((0.5, 0.4)))
    QTest.mouseRelease(room.mine, LEFT, pos=room.at((0.5, 0.4)))
    (line,) = room.classroom.shown.board.pen
    assert line.spots[0] == pytest.approx((0.3, 0.3), abs=0.01)
    assert room.theirs.board.pen == (line,)


def test_a_click_without_a_tool_is_left_to_the_sheet(stand):
    room = stand()
    room.on_wall()
    told = []
    room.preview.pointed.connect(told.append)
    QTest.mouseClick(room.mine, LEFT, pos=room.at((0.25, 0.75)))
    room.tools.take(Tool.LENS)
    QTest.mouseClick(room.mine, LEFT, pos=room.at((0.5, 0.5)))
    assert told == [pytest.approx((0.25, 0.75), abs=0.01)]


def test_the_window_of_the_class_takes_no_pointer(stand):
    room = stand()
    room.on_wall()
    assert room.theirs.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not room.mine.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_arrow_keys_are_the_previews_only_while_they_move_something(stand):
    room = stand()
    room.on_wall()
    room.preview.setFocus()
    QTest.keyClick(room.preview, Qt.Key.Key_Right)
    assert room.classroom.prepared.board.view == PictureView()
    room.tools.take(Tool.LENS)
    before = room.classroom.prepared.board.lens
    QTest.keyClick(room.preview, Qt.Key.Key_Right)
    assert room.classroom.prepared.board.lens[0] > before[0]


def test_the_preview_keeps_the_proportions_of_the_wall(stand):
    room = stand()
    for shape in (QSize(1920, 1080), QSize(1024, 768), QSize(1080, 1920)):
        room.show_wall(shape)
        copy = room.preview.view
        assert copy.width() / copy.height() == pytest.approx(
            shape.width() / shape.height(), rel=0.02
        )
        assert room.preview.rect().contains(copy.geometry())


def test_the_console_sees_what_it_prepares_whatever_covers_the_wall(stand):
    room = stand()
    room.on_wall()
    room.classroom.set_cover(Cover.BLACK)
    assert room.preview.view.cover is Cover.NONE
    room.classroom.toggle_freeze()
    room.classroom.show(WaitingSlide())
    assert isinstance(room.preview.view.showing.slide, WaitingSlide)
    assert isinstance(room.view.showing.slide, LessonSlide)
    assert room.preview.picture is None


def test_a_face_made_later_is_handled_too(stand):
    room = stand()
    assert room.preview.picture is None
    room.on_wall()
    assert room.mine is not None
    room.tools.take(Tool.PEN)
    QTest.mouseClick(room.mine, LEFT, pos=room.at((0.5, 0.5)))
    assert room.classroom.prepared.board.pen
    assert room.lesson.segment.side in (None, *Side)
