"""Where a live camera can come to be, in every shipped scene: in no body, over the floor."""

import math
import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain import live_camera
from massage_trainer.domain.live_bodies import Block, clear_of, flesh_of
from massage_trainer.domain.live_camera import (
    Preset,
    place_level,
    place_seen,
    preset_of,
    presets_of,
    room_of,
)
from massage_trainer.domain.live_seat import Eyes, Round
from massage_trainer.domain.live_things import blocks_of
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.domain.stage_camera import LEAST_HEIGHT, Ball, Orbit
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore

STAGE = assets_dir() / "stage"
SCENES = [(client, name) for client in ClientBody for name in SceneStore(STAGE, client).scene_ids()]
EVERY = 211  # of so many vertices one is looked at
THING_EVERY = 97
HELD_THING = 0.002  # metres
HELD = 0.02  # metres; the eye keeps another 45 mm away, and more from further away
places = st.tuples(*[st.floats(-1.0, 1.0)] * 2, st.floats(0.0, 1.6))
orbits = st.builds(
    Orbit,
    at=places,
    yaw=st.floats(0, 359.9),
    pitch=st.floats(-20, 88),
    distance=st.floats(0.35, 6.0),
    fov_degrees=st.floats(20, 60),
)
balls = st.lists(st.builds(Ball, middle=places, radius=st.floats(0.05, 0.3)), max_size=12)


@cache
def scenes():
    return LiveScenes(STAGE)


@cache
def skeletons():
    return SkeletonStore(STAGE)


@cache
def skin_places(name):
    """Some of the vertices of a thing."""
    folder, _, mesh = name.rpartition("/")
    baked = SceneStore(STAGE, ClientBody.WOMAN if folder else ClientBody.MAN).mesh(mesh)
    return [baked.position(at) for at in range(0, baked.vertex_count, THING_EVERY)]


def holds(block, place, slack):
    inside = zip(place, block.low, block.high, strict=True)
    return all(low - slack < n < high + slack for n, low, high in inside)


@cache
def skin(name):
    """Some of the vertices of a mesh with the bones that move them, the outermost among them."""
    folder, _, mesh = name.rpartition("/")
    baked = SceneStore(STAGE, ClientBody.WOMAN if folder else ClientBody.MAN).mesh(mesh)
    chosen = set(range(0, baked.vertex_count, EVERY))
    spots = [baked.position(v) for v in range(baked.vertex_count)]
    for axis in range(3):
        chosen |= {min(range(len(spots)), key=lambda v, a=axis: spots[v][a])}
        chosen |= {max(range(len(spots)), key=lambda v, a=axis: spots[v][a])}
    return [(spots[v], baked.influences(v)) for v in sorted(chosen)]


def posed(name, skeleton, frame):
    matrices = skin_matrices(skeleton, frame)
    for (x, y, z), influences in skin(name):
        whole = sum(share for _, share in influences)
        yield tuple(
            sum(
                share * (m[0] * x + m[1] * y + m[2] * z + m[3])
                for bone, share in influences
                for m in [matrices[bone][4 * row : 4 * row + 4]]
            )
            / whole
            for row in range(3)
        )


def scene_of(client, name, mirrored=False):
    scene = scenes()._scene(client, name, mirrored)
    return scene, skeletons().of(scene)


def frames_of(scene):
    return dict.fromkeys((scene.frames[0], scene.frames[len(scene.frames) // 2], scene.frames[-1]))


@pytest.mark.parametrize(("client", "name"), SCENES)
def test_the_balls_hold_every_figure_with_hair_and_clothes(client, name):
    scene, bones = scene_of(client, name)
    for figure, skeleton in zip(scene.figures, bones, strict=True):
        for frame in frames_of(scene):
            flesh = list(flesh_of(skeleton, figure.frames[frame]))
            for place in posed(figure.mesh, skeleton, figure.frames[frame]):
                away = min(math.dist(place, ball.middle) - ball.radius for ball in flesh)
                assert away < HELD, (figure.mesh, frame, place)


@pytest.mark.parametrize(("client", "name"), SCENES)
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_cameras_of_the_plates_are_left_where_they_are(client, name, mirrored):
    scene, bones = scene_of(client, name, mirrored)
    room = room_of(scene, bones)
    for view in ("wide", "close"):
        if camera := scene.cameras.get(view):
            eye = Round(Orbit.of(camera), room).to(Orbit.of(camera)).orbit.camera.eye
            assert eye == pytest.approx(camera.eye, abs=1e-6), view
            orbit = Orbit.of(camera)
            assert orbit.zoomed(1.0).distance == pytest.approx(orbit.distance), "within bounds"


def test_bodies_are_reckoned_with_the_first_move_and_once(monkeypatch):
    asked, bodies = [], live_camera.bodies_of
    monkeypatch.setattr(live_camera, "bodies_of", lambda *of: asked.append(of) or bodies(*of))
    scene, bones = scene_of(ClientBody.MAN, "prone-back")
    seat = Round(Orbit.of(scene.cameras["wide"]), room_of(scene, bones))
    assert asked == [], "a picture is shown sooner"
    seat.turned(10, 0).zoomed(2)
    assert asked == [(scene, bones)]


@pytest.mark.parametrize(("client", "name"), SCENES)
def test_no_camera_that_hands_can_reach_is_in_a_body_or_under_the_floor(client, name):
    scene, bones = scene_of(client, name)
    room = room_of(scene, bones)
    chance = random.Random(f"{client}{name}")
    seat = Round(Orbit.of(scene.cameras["wide"]), room)
    for number in range(60):
        match number % 6:
            case 0:
                preset = chance.choice(presets_of(scene, bones))
                found = preset_of(scene, preset, seat.orbit, bones, room)
                seat = found if isinstance(found, Round) else seat
            case 1 | 2:
                seat = seat.turned(chance.uniform(-180, 180), chance.uniform(-90, 90))
            case 3:
                seat = seat.panned(chance.uniform(-0.7, 0.7), chance.uniform(-0.7, 0.7))
            case 4:
                place = chance.choice(room.balls).middle
                seat = seat.zoomed(chance.choice([0.3, 1.25, 4.0, 20.0]), place)
            case _:
                seat = seat.visiting(chance.choice(room.balls).middle)
        eye = seat.orbit.camera.eye
        assert eye[2] >= LEAST_HEIGHT - 1e-6
        assert all(math.dist(eye, ball.middle) > ball.radius for ball in room.balls)
        for block in room.blocks:
            inside = zip(eye, block.low, block.high, strict=True)
            assert not all(low < e < high for e, low, high in inside)


@pytest.mark.parametrize(("client", "name"), SCENES)
@pytest.mark.parametrize("mirrored", [False, True])
def test_all_that_stands_around_the_bodies_is_kept_out_of(client, name, mirrored):
    scene, _ = scene_of(client, name, mirrored)
    blocks = blocks_of(scene)
    for prop in scene.props:
        if prop.mesh.rpartition("/")[2].startswith("drape"):
            continue  # it lies on bodies and table
        m = prop.matrix()
        for place in skin_places(prop.mesh):
            at = [sum(m[4 * row + i] * n for i, n in enumerate((*place, 1.0))) for row in range(3)]
            assert any(holds(block, at, HELD_THING) for block in blocks), (prop.mesh, at)


@pytest.mark.parametrize(("client", "name"), SCENES)
def test_what_lies_on_the_table_is_never_looked_at_through_it(client, name):
    scene, bones = scene_of(client, name)
    room = room_of(scene, bones)
    table = next(block for block in room.blocks if block.low[2] == 0.0 and block.high[2] > 0.7)
    for camera in scene.cameras.values():
        for yaw in range(0, 360, 15):
            orbit = Round(Orbit.of(camera), room).turned(yaw, -90).orbit
            eye, at = orbit.camera.eye, orbit.at
            if at[2] < 0.75:
                continue
            for part in range(1, 200):
                way = [a + (e - a) * part / 200 for a, e in zip(at, eye, strict=True)]
                assert not holds(table, way, 0.0), (yaw, part)


@pytest.mark.parametrize(("client", "name"), SCENES)
def test_the_practitioners_eyes_are_before_the_face_and_in_nobody(client, name):
    scene, bones = scene_of(client, name)
    seat = preset_of(scene, Preset.PRACTITIONER, None, bones, room_of(scene, bones))
    assert (seat is None) is (len(scene.figures) < 2)
    if seat is None:
        return
    seat = seat.turned(200.0, 10.0).zoomed(2.0).turned(-200.0, -10.0).zoomed(0.5)
    assert isinstance(seat, Eyes)
    camera = seat.orbit.camera
    nearest = 0.1 * seat.orbit.distance
    for figure, skeleton in zip(scene.figures, bones, strict=True):
        for frame in frames_of(scene):
            for place in posed(figure.mesh, skeleton, figure.frames[frame]):
                away = math.dist(place, camera.eye)
                way = [p - e for p, e in zip(place, camera.eye, strict=True)]
                ahead = -sum(w * n for w, n in zip(way, seat.orbit.way, strict=True))
                # What is not before the eyes may be near to them: it is their own face.
                assert ahead < 0.75 * away or away > nearest + 0.02, (figure.mesh, frame)


@given(orbits, balls)
def test_a_camera_keeps_out_of_everything_at_once(orbit, bodies):
    table = Block((-1.05, -0.37, 0.0), (0.85, 0.37, 0.72))
    kept = clear_of(orbit, bodies, (table,))
    eye = kept.camera.eye
    assert eye[2] >= LEAST_HEIGHT - 1e-6
    near = 0.1 * kept.distance
    assert all(math.dist(eye, ball.middle) >= ball.radius + near for ball in bodies)
    assert not all(a < e < b for e, a, b in zip(eye, table.low, table.high, strict=True))
    assert kept.yaw == orbit.yaw


@given(orbits, st.floats(-0.2, 0.2), st.floats(0.25, 0.4))
def test_an_eye_in_a_body_is_drawn_back_so_far_that_it_does_not_see_into_it(orbit, aside, radius):
    x, y, z = orbit.camera.eye
    ball = Ball((x + aside, y, z), radius)
    kept = clear_of(orbit, [ball])
    assert math.dist(kept.camera.eye, ball.middle) >= radius + 0.1 * kept.distance


@given(orbits)
def test_a_camera_in_the_open_is_left_alone(orbit):
    if orbit.camera.eye[2] > LEAST_HEIGHT:
        assert clear_of(orbit, ()) == orbit


@given(orbits, st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.floats(0.3, 8))
def test_a_place_is_where_the_picture_shows_it(orbit, across, down, away):
    camera, aspect = orbit.camera, 1.6
    x, y, z = place_seen(camera, across, down, aspect, away)
    assert math.dist((x, y, z), camera.eye) == pytest.approx(away)
    yaw, pitch = math.radians(orbit.yaw), math.radians(orbit.pitch)
    way = [p - e for p, e in zip((x, y, z), camera.eye, strict=True)]
    right = way[0] * math.cos(yaw) + way[1] * math.sin(yaw)
    deep = -sum(w * n for w, n in zip(way, orbit.way, strict=True))
    back = way[0] * math.sin(yaw) - way[1] * math.cos(yaw)
    up = way[2] * math.cos(pitch) - back * math.sin(pitch)
    half = math.tan(math.radians(orbit.fov_degrees) / 2)
    assert right / deep / half / aspect == pytest.approx(2 * across - 1, abs=1e-6)
    assert up / deep / half == pytest.approx(1 - 2 * down, abs=1e-6)
    level = place_level(camera, across, down, aspect)
    forth = sum((p - e) * n for p, e, n in zip(level, camera.eye, orbit.way, strict=True))
    assert -forth == pytest.approx(orbit.distance)


@given(orbits, st.floats(-100, 100), st.floats(-60, 60), st.floats(0.2, 5))
def test_eyes_stay_where_they_are(orbit, yaw, pitch, factor):
    eyes = Eyes(orbit)
    eye = orbit.camera.eye
    for seat in (
        eyes.turned(yaw, pitch),
        eyes.panned(yaw / 100, pitch / 100),
        eyes.zoomed(factor),
    ):
        assert seat.orbit.camera.eye == pytest.approx(eye, abs=1e-6)
    place = (eye[0] + 0.3, eye[1] + 0.2, eye[2] - 0.4)
    seen = eyes.visiting(place).orbit
    toward = [p - e for p, e in zip(place, eye, strict=True)]
    length = math.hypot(*toward)
    assert [-n for n in seen.way] == pytest.approx([t / length for t in toward], abs=1e-6)


def test_going_to_a_place_looks_at_it_from_the_same_side():
    orbit = Orbit((0.0, 0.0, 0.8), 30, 40, 3.0, 30)
    seat = Round(orbit, room_of(*scene_of(ClientBody.MAN, "prone-back")))
    went = seat.visiting((0.3, 0.0, 0.9)).orbit
    assert went.at == (0.3, 0.0, 0.9)
    assert (went.yaw, went.pitch) == (30, 40)
    assert went.distance < orbit.distance
