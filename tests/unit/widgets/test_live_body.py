"""One live picture under one canvas: still first, then live, and the still again in trouble."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_time import StageMoment
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.plate import PlateViewModel, PointWish
from massage_trainer.widgets.plate.handled import HandledCanvas
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.stage.live_body import LiveBody
from massage_trainer.widgets.theme import DARK, LIGHT
from tests.examples import example_catalog
from tests.fakes_stage import FakeStage, another_scene, example_scene
from tests.plate_examples import PLACES, marked_plates, plate_judge, still_places

REST, BENT = StageMoment.at("rest"), StageMoment.at("bent")
FAR = Camera((0.0, -5.0, 3.0), (0.0, 0.0, 0.5), 30)


class Stand:
    def __init__(self, qtbot, folder):
        self.of = example_scene(folder)
        self.still = QImage(300, 200, QImage.Format.Format_RGB32)
        self.still.fill(QColor("red"))
        self.window = QWidget()
        qtbot.add_widget(self.window)
        self.window.resize(500, 400)
        model = self.model = PlateViewModel(
            marked_plates(), lambda _client: plate_judge(), self.window
        )
        self.canvas = HandledCanvas(model, PlateWords(example_catalog(), "en"), self.window)
        self.canvas.setGeometry(20, 30, 400, 200)
        self.canvas.show_picture(self.still)
        self.stage = FakeStage(self.window)
        self.body = LiveBody(self.stage, self.canvas, model)
        self.seen = []
        self.body.became_live.connect(lambda: self.seen.append("live"))
        self.body.fell_back.connect(self.seen.append)
        self.touches = []
        self.body.touched.connect(lambda place, at: self.touches.append((place, at)))
        self.window.show()

    def live(self):
        self.body.show(self.of, self.still, REST)
        assert self.stage.draw()


@pytest.fixture
def stand(qtbot, look, tmp_path):
    return Stand(qtbot, tmp_path)


def test_the_still_is_seen_until_the_first_live_picture(stand):
    stand.body.show(stand.of, stand.still, REST)
    assert not stand.body.is_live
    assert stand.canvas.grab().toImage().pixelColor(150, 100) == QColor("red")
    assert stand.stage.isVisible(), "what is hidden is not drawn for"
    assert stand.stage.mask().boundingRect().width() == 1
    assert stand.stage.draw()
    assert stand.seen == ["live"]
    assert stand.body.is_live
    assert stand.stage.mask().isEmpty()
    assert stand.canvas.grab().toImage().pixelColor(150, 100) != QColor("red")


def test_the_stage_lies_right_under_the_canvas_wherever_that_goes(stand):
    stand.live()
    assert stand.stage.geometry() == QRect(20, 30, 300, 200), "as large as the still was"
    stand.canvas.setGeometry(5, 6, 300, 100)
    assert stand.stage.geometry() == QRect(5, 6, 150, 100)
    stand.canvas.move(7, 8)
    assert stand.stage.geometry() == QRect(7, 8, 150, 100)
    stand.canvas.show_picture(None)
    assert stand.stage.geometry() == QRect(7, 8, 300, 100), "without a still all the room"
    children = [each for each in stand.window.children() if isinstance(each, QWidget)]
    assert children.index(stand.stage) == children.index(stand.canvas) - 1
    stand.canvas.hide()
    assert not stand.stage.isVisible()
    stand.canvas.show()
    assert stand.stage.isVisible()


def test_within_a_scene_the_view_of_the_user_stays(stand):
    stand.live()
    stand.body.set_camera(FAR)
    stand.body.show(stand.of, stand.still, BENT)
    assert stand.body.is_live
    assert stand.body.camera == FAR
    assert stand.stage.moment == BENT


def test_another_camera_of_the_plate_is_gone_to(stand):
    stand.live()
    stand.body.show(stand.of._replace(camera=FAR), stand.still, REST)
    assert stand.body.is_live
    assert stand.body.camera == FAR


def test_another_scene_begins_with_its_still(stand):
    stand.live()
    stand.body.set_camera(FAR)
    stand.body.show(another_scene(stand.of), stand.still, REST)
    assert not stand.body.is_live
    assert stand.body.camera == stand.of.camera
    assert stand.canvas.grab().toImage().pixelColor(150, 100) == QColor("red")
    stand.stage.draw()
    assert stand.seen == ["live", "live"]


def test_any_failure_brings_the_still_back_and_names_the_reason(stand):
    stand.live()
    stand.stage.fail("the context is gone")
    assert stand.seen == ["live", "the context is gone"]
    assert not stand.body.is_live
    assert not stand.stage.isVisible()
    assert stand.canvas.grab().toImage().pixelColor(150, 100) == QColor("red")
    stand.stage.fail("again")
    assert len(stand.seen) == 2
    stand.live()
    assert stand.body.is_live


def test_stopped_it_asks_for_nothing(stand):
    stand.live()
    stand.body.stop()
    count = len(stand.stage.told)
    stand.body.show_moment(BENT)
    stand.body.set_camera(FAR)
    assert len(stand.stage.told) == count
    assert stand.body.camera is None
    assert stand.seen == ["live"], "whoever stops it knows"


def test_a_picture_that_comes_too_late_changes_nothing(stand):
    stand.body.show(stand.of, stand.still, REST)
    stand.body.stop()
    stand.stage.ready.emit()
    assert not stand.body.is_live


def test_a_click_asks_for_the_place_and_tells_it(stand):
    QTest.mouseClick(stand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert stand.stage.asked == []
    stand.live()
    QTest.mouseClick(stand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(75, 50))
    assert stand.stage.asked == [(0.25, 0.25)]
    stand.stage.place_found.emit(7, (1.0, 1.0, 1.0))
    assert stand.touches == []
    stand.stage.place_found.emit(1, (0.1, 0.0, 0.2))
    assert stand.touches == [((0.1, 0.0, 0.2), (0.25, 0.25))]


def judged(stand):
    """The picture of a step that works on a point, live and moving: of it no places are known."""
    plates = stand.model._plates
    stand.model.show(plates.index.still("back"), PointWish(("BL23",), "BL23", Side.LEFT))
    stand.live()
    stand.model.show_live(still_places(map_file="live"), Unknown())
    QTest.mouseClick(stand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert stand.model.answer is None, "asked of the body, and not of what is known roughly"


class Unknown:
    """What is known of the places of a picture that moves."""

    def place_at(self, at):
        return None

    def find(self, place, within_m):
        return None


def test_a_touch_is_judged_by_the_body_also_while_it_moves(stand):
    judged(stand)
    x, z = PLACES["BL23"]
    stand.stage.place_found.emit(1, (x, 0.0, z))
    assert stand.model.answer.verdict.grade is Grade.HIT
    assert stand.model.answer.at == stand.stage.asked[0]


def test_an_answer_that_comes_after_the_next_step_is_none(stand):
    judged(stand)
    plates = stand.model._plates
    stand.model.show(plates.index.still("back"), PointWish(("BL25",), "BL25", Side.LEFT))
    stand.stage.place_found.emit(1, (0.1, 0.0, 0.2))
    assert stand.model.answer is None
    assert stand.touches == []


def test_a_double_click_asks_for_nothing(stand):
    judged(stand)
    QTest.mouseDClick(stand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    stand.stage.place_found.emit(1, (0.1, 0.0, 0.2))
    assert stand.model.answer is None
    assert stand.touches == []


def test_moments_and_cameras_say_whether_others_follow(stand):
    stand.live()
    stand.body.show_moment(replace(BENT, share=0.0), moving=True)
    assert stand.stage.moving
    stand.body.set_camera(FAR, moving=False)
    assert not stand.stage.moving


def test_a_live_picture_has_the_paper_of_the_stills_in_the_dark_too(qtbot, look, tmp_path):
    look.setPalette(DARK.palette())
    stand = Stand(qtbot, tmp_path)
    assert stand.stage.palette().color(QPalette.ColorRole.Base) == LIGHT.plate
    assert stand.window.palette().color(QPalette.ColorRole.Base) != LIGHT.plate


def test_a_live_picture_is_whole_and_has_no_zoom_of_its_own(stand):
    stand.canvas.zoom_by(2)
    stand.live()
    stand.canvas.zoom_by(2)
    assert stand.canvas.view.zoom == 1.0
