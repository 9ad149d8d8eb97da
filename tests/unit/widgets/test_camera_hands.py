"""Hands on a live picture: what a drag, a wheel, two fingers and keys do with the camera."""

import math
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from massage_trainer.domain.live_camera import Preset, place_seen
from massage_trainer.domain.skin_ring import Ring
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_camera import MOVE_MS, Orbit
from massage_trainer.domain.stage_time import StageMoment
from massage_trainer.services.scenes import SceneStore
from massage_trainer.viewmodels.plate import PlateViewModel
from massage_trainer.widgets.plate.view import PlateView
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.stage.camera_hands import CameraHands
from massage_trainer.widgets.stage.camera_row import CameraRow
from massage_trainer.widgets.stage.live_body import LiveBody
from massage_trainer.widgets.stage.skin_cursor import SkinCursor
from tests.examples import example_catalog
from tests.fakes import FakeClock, FakePlates
from tests.fakes_stage import FakeStage, example_scene

REST = StageMoment.at("rest")
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


class FakeTake:
    width, height = 400, 200

    def __init__(self, camera):
        self.camera = camera


class FakeFrame:
    """Everywhere in the picture something is seen at the same distance."""

    def __init__(self, camera, away):
        self.take = FakeTake(camera)
        self.away = away

    def distance(self, across, down):
        return self.away


class Stand:
    def __init__(self, qtbot, folder):
        self.of = example_scene(folder)
        skeleton = SceneStore(folder).mesh("figure").skeleton
        still = QImage(400, 200, QImage.Format.Format_RGB32)
        still.fill(QColor("red"))
        self.window = QWidget()
        qtbot.add_widget(self.window)
        self.window.resize(500, 400)
        model = PlateViewModel(FakePlates(), lambda _: None, self.window)
        self.canvas = PlateView(model, PlateWords(example_catalog(), "en"), self.window)
        self.canvas.setGeometry(20, 30, 400, 200)
        self.canvas.show_picture(still)
        self.clock = FakeClock()
        self.calm = False
        self.stage = FakeStage(self.window)
        self.hands = CameraHands(
            self.stage, self.clock, lambda _: (skeleton,), reduced=lambda: self.calm
        )
        self.body = LiveBody(self.stage, self.canvas, model, self.hands)
        self.row = CameraRow(self.hands, self.window)
        self.touches = []
        self.canvas.place_touched.connect(self.touches.append)
        self.window.show()
        self.body.show(self.of, still, REST)
        self.show_frame(self.distance)

    @property
    def orbit(self):
        return Orbit.of(self.stage.camera)

    @property
    def distance(self):
        return self.orbit.distance

    def show_frame(self, away):
        assert self.stage.draw(FakeFrame(self.stage.camera, away))

    def settle(self):
        self.clock.ms += MOVE_MS
        self.hands.tick()

    def drag(self, dx, dy, button=LEFT, held=NONE):
        start = QPoint(200, 100)
        QTest.mousePress(self.canvas, button, held, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            at = start + QPoint(round(dx * share), round(dy * share))
            # QTest.mouseMove tells of no button: the events are sent as a mouse would.
            move(self.canvas, at, button, held)
        QTest.mouseRelease(self.canvas, button, held, start + QPoint(dx, dy))


def move(widget, at, button, held):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    there = QPointF(at)
    kind = QEvent.Type.MouseMove
    event = QMouseEvent(kind, there, widget.mapToGlobal(there), button, button, held)
    QApplication.sendEvent(widget, event)


def wheel(widget, at, notches):
    there = QPointF(at)
    event = QWheelEvent(
        there,
        widget.mapToGlobal(there),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def stand(qtbot, look, tmp_path):
    return Stand(qtbot, tmp_path)


def test_a_drag_turns_the_body_after_the_pointer(stand):
    before = stand.orbit
    stand.drag(100, 0)
    assert stand.orbit.at == pytest.approx(before.at)
    assert (stand.orbit.yaw - before.yaw) % 360 == pytest.approx(360 - 90)
    stand.drag(-100, 10)
    assert (stand.orbit.yaw - before.yaw + 180) % 360 == pytest.approx(180)
    assert stand.orbit.pitch == pytest.approx(before.pitch + 9)
    assert stand.touches == []
    assert not stand.stage.moving, "what stands may be drawn finely"


@pytest.mark.parametrize(
    ("button", "held"),
    [
        (Qt.MouseButton.RightButton, NONE),
        (Qt.MouseButton.MiddleButton, NONE),
        (LEFT, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_another_button_or_shift_pulls_the_picture(stand, button, held):
    before = stand.orbit
    stand.drag(40, 0, button, held)
    after = stand.orbit
    assert (after.yaw, after.pitch) == pytest.approx((before.yaw, before.pitch))
    height = 2 * before.distance * math.tan(math.radians(before.fov_degrees) / 2)
    assert math.dist(after.at, before.at) == pytest.approx(height * 40 / 200)


def test_a_click_stays_a_click(stand):
    before = stand.orbit
    QTest.mouseClick(stand.canvas, LEFT, NONE, QPoint(100, 50))
    assert stand.touches == [(0.25, 0.25)]
    assert stand.stage.asked == [(0.25, 0.25)]
    assert stand.orbit == before


def test_a_wheel_zooms_at_the_pointer(stand):
    at, aspect = (0.75, 0.25), 2.0
    place = place_seen(stand.stage.camera, *at, aspect, 2.0)
    stand.show_frame(2.0)
    before = stand.distance
    wheel(stand.canvas, QPoint(300, 50), 1)
    wheel(stand.canvas, QPoint(301, 50), 1)
    stand.settle()
    assert stand.distance == pytest.approx(before / 1.25**2)
    away = math.dist(stand.stage.camera.eye, place)
    assert place_seen(stand.stage.camera, *at, aspect, away) == pytest.approx(place, abs=1e-6)


def test_a_wheel_over_nothing_zooms_all_the_same(stand):
    stand.show_frame(0.0)
    before = stand.distance
    wheel(stand.canvas, QPoint(300, 50), -1)
    stand.settle()
    assert stand.distance == pytest.approx(before * 1.25)


def test_a_double_click_goes_to_the_place(stand):
    place = place_seen(stand.stage.camera, 0.25, 0.75, 2.0, 2.0)
    stand.show_frame(2.0)
    before = stand.orbit
    QTest.mouseDClick(stand.canvas, LEFT, NONE, QPoint(100, 150))
    stand.settle()
    assert stand.orbit.at == pytest.approx(place)
    assert (stand.orbit.yaw, stand.orbit.pitch) == pytest.approx((before.yaw, before.pitch))
    assert stand.distance < before.distance


def test_a_double_click_beside_everything_does_nothing(stand):
    stand.show_frame(0.0)
    before = stand.stage.camera
    QTest.mouseDClick(stand.canvas, LEFT, NONE, QPoint(100, 150))
    stand.settle()
    assert stand.stage.camera == before


def test_keys_turn_pull_zoom_and_go_back(stand):
    home = stand.orbit
    QTest.keyClick(stand.canvas, Qt.Key.Key_Right)
    stand.settle()
    assert (stand.orbit.yaw - home.yaw) % 360 == pytest.approx(15)
    QTest.keyClick(stand.canvas, Qt.Key.Key_Up)
    stand.settle()
    assert stand.orbit.pitch == pytest.approx(home.pitch + 15)
    QTest.keyClick(stand.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    stand.settle()
    assert stand.distance == pytest.approx(home.distance / 1.25)
    QTest.keyClick(stand.canvas, Qt.Key.Key_Minus)
    stand.settle()
    assert stand.distance == pytest.approx(home.distance)
    QTest.keyClick(stand.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    stand.settle()
    assert math.dist(stand.orbit.at, home.at) > 0.05
    QTest.keyClick(stand.canvas, Qt.Key.Key_0)
    stand.settle()
    assert stand.orbit.camera.eye == pytest.approx(home.camera.eye)
    assert stand.hands.is_home


def test_a_move_follows_the_clock_and_is_short(stand):
    home = stand.orbit
    stand.row.presets[Preset.OTHER_SIDE].click()
    assert stand.hands.is_moving
    seen = []
    for _ in range(4):
        stand.clock.ms += MOVE_MS // 4
        stand.hands.tick()
        seen.append((stand.orbit.yaw - home.yaw) % 360)
    assert seen == sorted(seen) or seen == sorted(seen, reverse=True)
    assert len(set(seen)) == 4
    assert not stand.hands.is_moving
    assert not stand.stage.moving
    assert stand.stage.camera.at == home.at
    assert stand.stage.camera.eye[1] == pytest.approx(2 * home.at[1] - home.camera.eye[1])
    told = len(stand.stage.told)
    stand.clock.ms += 1000
    stand.hands.tick()
    assert len(stand.stage.told) == told, "nothing moves any more"


def test_with_reduced_motion_the_camera_is_there_at_once(stand):
    stand.calm = True
    home = stand.orbit
    stand.row.presets[Preset.OTHER_SIDE].click()
    assert not stand.hands.is_moving
    assert stand.stage.camera.at == home.at
    assert stand.stage.camera.eye[1] == pytest.approx(2 * home.at[1] - home.camera.eye[1])


def test_a_scene_has_only_the_buttons_that_it_can_answer(stand):
    shown = {preset for preset, button in stand.row.presets.items() if not button.isHidden()}
    assert shown == {Preset.WIDE, Preset.OTHER_SIDE}
    assert all(b.accessibleName() for b in stand.row.findChildren(type(stand.row.back)))


def test_the_row_gives_up_words_before_it_leaves_its_place(stand):
    whole = stand.row.arrange(2000)
    assert stand.row.back.text()
    narrow = stand.row.arrange(whole.width() - 10)
    assert narrow.width() < whole.width()
    assert not stand.row.back.text()
    assert stand.row.back.accessibleName()


def test_another_home_in_the_same_scene_is_a_move(stand):
    near = Camera((0.0, -1.6, 1.4), (0.0, 0.0, 0.5), 30)
    stand.body.show(stand.of._replace(camera=near), None, REST)
    assert stand.hands.is_moving
    stand.settle()
    assert stand.stage.camera.eye == pytest.approx(near.eye)
    stand.drag(50, 0)
    turned = stand.stage.camera
    stand.body.show(stand.of._replace(camera=near), None, REST)
    assert stand.stage.camera == turned, "the next moment of the same picture"


def test_gestures_zoom_the_still_again_when_the_body_is_gone(stand):
    stand.body.stop()
    stand.drag(100, 0)
    wheel(stand.canvas, QPoint(200, 100), 2)
    assert stand.canvas.view.zoom > 1
    stand.canvas.show_whole()
    assert stand.canvas.view.zoom == 1


def pinch(canvas, *steps):
    """Two fingers on a touch screen, from place to place."""
    device = QTest.createTouchDevice()
    one, other = steps[0]
    QTest.touchEvent(canvas, device).press(0, QPoint(*one), canvas).press(
        1, QPoint(*other), canvas
    ).commit()
    for one, other in steps[1:]:
        QTest.touchEvent(canvas, device).move(0, QPoint(*one), canvas).move(
            1, QPoint(*other), canvas
        ).commit()
    one, other = steps[-1]
    QTest.touchEvent(canvas, device).release(0, QPoint(*one), canvas).release(
        1, QPoint(*other), canvas
    ).commit()


def test_two_fingers_that_part_come_nearer(stand):
    stand.show_frame(stand.distance)
    before = stand.orbit
    pinch(
        stand.canvas,
        ((190, 100), (210, 100)),
        ((185, 100), (215, 100)),
        ((180, 100), (220, 100)),
        ((175, 100), (225, 100)),
    )
    assert stand.distance == pytest.approx(before.distance * 30 / 50), "the first step is none"
    assert (stand.orbit.yaw, stand.orbit.pitch) == pytest.approx((before.yaw, before.pitch))
    assert stand.touches == []
    assert not stand.stage.moving


def test_two_fingers_that_go_together_pull_the_picture(stand):
    before = stand.orbit
    pinch(
        stand.canvas,
        ((150, 100), (250, 100)),
        ((160, 100), (260, 100)),
        ((170, 100), (270, 100)),
        ((190, 100), (290, 100)),
    )
    after = stand.orbit
    assert after.distance == pytest.approx(before.distance)
    assert (after.yaw, after.pitch) == pytest.approx((before.yaw, before.pitch))
    height = 2 * before.distance * math.tan(math.radians(before.fov_degrees) / 2)
    assert math.dist(after.at, before.at) == pytest.approx(height * 30 / 200)
    assert stand.touches == []


class FakePositions:
    """On the left half of the picture there is skin."""

    asked = 0

    def ring_at(self, at, radius_m, pin_m):
        self.asked += 1
        x, y = at
        box = ((x - 0.02, y), (x, y - 0.02), (x + 0.02, y), (x, y + 0.02))
        return Ring(box, at, (x, y - 0.05)) if x < 0.5 else None


def test_a_ring_lies_on_the_skin_under_the_pointer(stand):
    positions = FakePositions()
    stand.body.overlay = SimpleNamespace(positions=positions, stop=lambda: None)
    cursor = SkinCursor(stand.body, stand.canvas)
    for x in range(50, 100):
        move(stand.canvas, QPoint(x, 100), Qt.MouseButton.NoButton, NONE)
    assert positions.asked == 0, "not for every step of the pointer"
    cursor.look()
    assert cursor.isVisible()
    assert cursor.geometry().contains(QPoint(99, 100))
    assert cursor.width() < 60
    inks = {cursor.grab().toImage().pixelColor(x, 15).name() for x in range(cursor.width())}
    assert len(inks) > 1
    stand.body.overlay.positions = None  # the body moves
    cursor.look()
    assert not cursor.isVisible()
    stand.body.overlay.positions = positions
    move(stand.canvas, QPoint(300, 100), Qt.MouseButton.NoButton, NONE)
    cursor.look()
    assert not cursor.isVisible(), "beside the body"
    move(stand.canvas, QPoint(60, 100), Qt.MouseButton.NoButton, NONE)
    cursor.look()
    assert cursor.isVisible()
    stand.body.stop()
    cursor.look()
    assert not cursor.isVisible()


def test_one_finger_turns_and_a_tap_is_a_click(stand):
    before = stand.orbit
    device = QTest.createTouchDevice()
    QTest.touchEvent(stand.canvas, device).press(0, QPoint(200, 100), stand.canvas).commit()
    for x in (220, 240, 260, 300):
        QTest.touchEvent(stand.canvas, device).move(0, QPoint(x, 100), stand.canvas).commit()
    QTest.touchEvent(stand.canvas, device).release(0, QPoint(300, 100), stand.canvas).commit()
    assert (stand.orbit.yaw - before.yaw) % 360 == pytest.approx(360 - 90)
    assert stand.touches == []
    QTest.touchEvent(stand.canvas, device).press(0, QPoint(100, 50), stand.canvas).commit()
    QTest.touchEvent(stand.canvas, device).release(0, QPoint(100, 50), stand.canvas).commit()
    assert stand.touches == [(0.25, 0.25)]
