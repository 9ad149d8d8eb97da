"""The picture of the class: the same place on every window, and each layer by itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.board import Board, Layer, PenLine, PictureView
from massage_trainer.domain.plate import Files, Meaning, Moment, Plate, PlateIndex, Sided
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.plates import PlateFiles
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.plate.keeper import PictureWish
from massage_trainer.widgets.plate.words import PlateWords
from tests.fakes import FakePlates, of_the_man
from tests.plate_examples import marked_plates, plate_catalog

SPOT = (0.31, 0.58)
SIZES = [(1504, 1003), (611, 900), (333, 240), (240, 161), (97, 64), (1920, 300)]
VIEWS = [PictureView(), PictureView(1.7, 0.4, 0.55), PictureView(4.0, 0.28, 0.6)]
WORKED = PointWish(("BL23", "BL25"), "BL23", Side.LEFT, ("kidney",))
ALL = frozenset(Layer)
BARE = frozenset()


def with_a_dot(_folder, _name, width, height):
    """A grey picture with a blue dot on SPOT, in the size that was asked for."""
    size = QSize(2000, 1333).scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor("#777777"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("blue"))
    reach = size.width() * 0.016
    middle = QPointF(SPOT[0] * size.width(), SPOT[1] * size.height())
    painter.drawEllipse(middle, reach, reach)
    painter.end()
    return picture


@pytest.fixture
def dotted():
    sides = {Side.LEFT: Files("dot"), Side.RIGHT: Files("dot", mirrored=True)}
    moments = (Moment("main", Meaning.PRESS, of_the_man(Sided(Files("dot"), sides))),)
    plate = Plate("dot", 2000, 1333, LocalizedText("chấm", "dot"), moments, "main")
    plates = PlateFiles(Path(), PlateIndex({"dot": plate}), with_a_dot)
    yield plates
    plates.close()


@pytest.fixture
def board_picture(qtbot, look):
    made = []

    def make(plates, size=(900, 600)):
        picture = BoardPicture(plates, PlateWords(plate_catalog(), "vi"))
        qtbot.addWidget(picture)
        picture.resize(*size)
        picture.show()
        made.append(picture)
        return picture

    return make


def settle():
    for _ in range(3):
        QApplication.processEvents()


def middle_of(image, wanted):
    """Where the dots of a colour are, on average."""
    stride = max(1, image.width() // 300)
    found = [
        (x, y)
        for x in range(0, image.width(), stride)
        for y in range(0, image.height(), stride)
        if wanted(image.pixelColor(x, y))
    ]
    assert found
    xs, ys = zip(*found, strict=True)
    return sum(xs) / len(xs) + 0.5, sum(ys) / len(ys) + 0.5


def seen_at(picture, wanted):
    """In fractions of the picture."""
    card = picture.card.toAlignedRect().adjusted(2, 2, -2, -2)  # without the hairline
    x, y = middle_of(picture.grab(card).toImage(), wanted)
    return picture.view.to_picture(x + card.left(), y + card.top())


def is_dot(color):
    return color.blue() > 190 and color.red() < 70


def is_lit(color):
    """The grey or the dot of the picture as it is, not the paper at its corners."""
    return color.blue() > 110 and color.red() < 150


def is_pen(color):
    return color.red() - color.green() > 50


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("size", SIZES)
def test_every_window_shows_a_place_at_the_same_fraction(board_picture, dotted, size, side, view):
    at = SPOT if side is Side.LEFT else (1 - SPOT[0], SPOT[1])
    view = view if side is Side.LEFT else replace(view, across=1 - view.across)
    picture = board_picture(dotted, size)
    picture.show_picture_of(PictureWish("dot", side))
    picture.show_board(Board(view=view, layers=BARE))
    settle()

    assert seen_at(picture, is_dot) == pytest.approx(at, abs=0.005)

    picture.show_board(Board(view=view, layers=BARE, pen=(PenLine((at,)),)))
    assert seen_at(picture, is_pen) == pytest.approx(at, abs=0.005)


@pytest.mark.parametrize("view", VIEWS)
def test_two_windows_of_any_size_show_the_same_part(board_picture, dotted, view):
    shares = []
    for size in SIZES:
        picture = board_picture(dotted, size)
        picture.show_picture_of(PictureWish("dot", Side.LEFT))
        picture.show_board(Board(view=view))
        card = picture.card
        x, y = picture.view.to_screen((0.42, 0.63))
        shares.append(((x - card.left()) / card.width(), (y - card.top()) / card.height()))
    for share in shares:
        assert share == pytest.approx(shares[0], abs=0.005)


def test_the_picture_stands_in_the_middle_of_its_room(board_picture, dotted):
    for size in SIZES:
        picture = board_picture(dotted, size)
        picture.show_picture_of(PictureWish("dot", Side.LEFT))
        settle()
        middle = picture.card.center()
        assert (middle.x(), middle.y()) == pytest.approx((size[0] / 2, size[1] / 2), abs=1)
        assert picture.card.width() == pytest.approx(size[0], abs=1) or (
            picture.card.height() == pytest.approx(size[1], abs=1)
        )


def test_a_window_that_changes_its_size_keeps_the_view(board_picture, dotted):
    picture = board_picture(dotted)
    picture.show_picture_of(PictureWish("dot", Side.LEFT))
    settle()
    picture.grab()
    picture.show_board(Board(view=PictureView(2.0, 0.4, 0.55)))
    assert picture.view[4:7] == (2.0, 0.4, 0.55)
    for size in SIZES:
        picture.resize(*size)
        assert picture.view[4:7] == (2.0, 0.4, 0.55)
        assert picture.card.width() / picture.card.height() == pytest.approx(1.5, rel=0.02)


def test_spotlight_and_lens_stand_on_their_place(board_picture, dotted):
    picture = board_picture(dotted)
    picture.show_picture_of(PictureWish("dot", Side.LEFT))
    picture.show_board(Board(layers=BARE, spotlight=SPOT))
    settle()
    lit = seen_at(picture, is_lit)
    assert lit == pytest.approx(SPOT, abs=0.005)
    corner = picture.view.to_screen((0.9, 0.1))
    assert picture.grab().toImage().pixelColor(round(corner[0]), round(corner[1])).lightness() < 80

    before = count(picture, is_dot)
    picture.show_board(Board(layers=BARE, lens=SPOT))
    settle()
    larger = seen_at(picture, is_dot)
    assert larger == pytest.approx(SPOT, abs=0.005)
    assert count(picture, is_dot) > 4 * before


def count(picture, wanted):
    image = picture.grab(picture.card.toAlignedRect()).toImage()
    columns, rows = range(image.width()), range(image.height())
    return sum(1 for x in columns for y in rows if wanted(image.pixelColor(x, y)))


def overlay_of(board_picture, layers):
    picture = board_picture(marked_plates())
    picture.show_picture_of(PictureWish("back", Side.LEFT), WORKED)
    picture.show_board(Board(layers=layers))
    return picture.overlay, picture


def test_with_no_layer_nothing_is_drawn(board_picture):
    overlay, picture = overlay_of(board_picture, BARE)
    assert (overlay.dots, overlay.labels, overlay.ways) == ((), (), ())
    assert picture._model.zones == ()


def test_each_layer_is_switched_by_itself(board_picture):
    points, _ = overlay_of(board_picture, frozenset({Layer.POINTS}))
    assert len(points.dots) == 4
    assert points.labels == ()

    lines, picture = overlay_of(board_picture, frozenset({Layer.LINES, Layer.LABELS}))
    assert lines.dots == ()
    assert len(lines._measured) == 1
    assert {label.text for label in lines.labels} == {"gai L2"}

    _, picture = overlay_of(board_picture, frozenset({Layer.ZONES}))
    assert [zone for zone, _ in picture._model.zones] == ["kidney", "kidney"]

    both, _ = overlay_of(board_picture, frozenset({Layer.POINTS, Layer.LABELS}))
    assert len(both.labels) >= 4


def test_a_layer_switched_off_again_leaves_as_it_was(board_picture):
    _, picture = overlay_of(board_picture, frozenset({Layer.POINTS, Layer.LABELS}))
    before = picture.grab().toImage()
    picture.show_board(Board(layers=ALL))
    assert picture.grab().toImage() != before
    picture.show_board(Board(layers=frozenset({Layer.POINTS, Layer.LABELS})))
    assert picture.grab().toImage() == before


def test_a_missing_picture_is_an_empty_sheet_and_told_to_the_console(board_picture):
    picture = board_picture(FakePlates())
    assert picture.problem == ""
    picture.show_picture_of(PictureWish("nowhere"))
    image = picture.grab(picture.card.adjusted(9, 9, -9, -9).toAlignedRect()).toImage()
    colours = {image.pixelColor(x, y).rgb() for x in range(0, image.width(), 7) for y in range(9)}
    assert len(colours) == 1
    assert "nowhere" in picture.problem


def test_marks_of_a_drawing_stand_over_the_picture(board_picture):
    picture = board_picture(marked_plates())
    picture.show_picture_of(PictureWish("back", Side.LEFT))
    before = picture.grab().toImage()
    picture.draw(BodyDrawing(heat=((0.5, 0.5), (0.52, 0.5))))
    assert picture.grab().toImage() != before
    picture.draw(BodyDrawing())
    assert picture.grab().toImage() == before


class Told:
    """Everything that a picture told."""

    def __init__(self, picture):
        self.heard = []
        for name in ("pointed", "pressed", "dragged", "zoom_wanted"):
            self._hear(picture, name)
        picture.released.connect(lambda: self.heard.append(("released",)))

    def _hear(self, picture, name):
        getattr(picture, name).connect(lambda *what: self.heard.append((name, *what)))

    @property
    def names(self):
        return [each[0] for each in self.heard]


def on_screen(picture, at):
    return QPoint(*(round(part) for part in picture.view.to_screen(at)))


def test_a_click_tells_its_fraction_whatever_the_zoom(board_picture, dotted):
    for view in VIEWS:
        picture = board_picture(dotted)
        picture.set_handled(handled=True)
        picture.show_picture_of(PictureWish("dot", Side.LEFT))
        picture.show_board(Board(view=view))
        told = Told(picture)
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=on_screen(picture, SPOT))
        assert told.names == ["pressed", "released", "pointed"]
        assert told.heard[-1][1] == pytest.approx(SPOT, abs=0.002)


def test_a_drag_is_no_click(board_picture, dotted):
    picture = board_picture(dotted)
    picture.set_handled(handled=True)
    picture.show_picture_of(PictureWish("dot", Side.LEFT))
    told = Told(picture)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=on_screen(picture, SPOT))
    QTest.mouseMove(picture, on_screen(picture, (0.6, 0.6)))
    QTest.mouseRelease(
        picture, Qt.MouseButton.LeftButton, pos=on_screen(picture, (0.6, 0.6)), delay=0
    )
    assert told.names[0] == "pressed"
    assert told.names[-1] == "released"
    assert "pointed" not in told.names


def test_a_wheel_wants_to_zoom_around_its_place(board_picture, dotted):
    picture = board_picture(dotted)
    picture.set_handled(handled=True)
    picture.show_picture_of(PictureWish("dot", Side.LEFT))
    told = Told(picture)
    place = QPointF(on_screen(picture, SPOT))
    event = QWheelEvent(
        place,
        picture.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picture, event)
    ((name, factor, at),) = told.heard
    assert (name, factor > 1) == ("zoom_wanted", True)
    assert at == pytest.approx(SPOT, abs=0.002)


def test_for_the_class_the_pointer_goes_through(board_picture, dotted):
    picture = board_picture(dotted)
    assert picture.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert not picture.toolTip()
