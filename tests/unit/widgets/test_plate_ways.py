"""How the hands move, drawn over the picture: heads, directions, sizes, mirror images."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from massage_trainer.domain.still_places import DrawnMark, MarkKind
from massage_trainer.widgets.plate.viewport import Viewport
from massage_trainer.widgets.plate.way_words import way_words
from massage_trainer.widgets.plate.ways import draw_way, way_on
from massage_trainer.widgets.theme import LIGHT
from tests.plate_examples import marked_plates, still_places

VIEW = Viewport(10, 20, 600, 400)
STROKE = DrawnMark(MarkKind.STROKE, ((0.2, 0.5), (0.5, 0.5), (0.8, 0.5)))
BOTH_WAYS = replace(STROKE, both_ways=True)
PRESS = DrawnMark(MarkKind.PRESS, ((0.5, 0.2), (0.5, 0.5)))
HOLD = DrawnMark(MarkKind.HOLD, ((0.5, 0.5),))
LIMB = DrawnMark(MarkKind.MOVE, ((0.2, 0.8), (0.2, 0.4)))


def ring(*, clockwise, radius=0.2, kind=MarkKind.CIRCLE, steps=24):
    turn = 1 if clockwise else -1
    angles = [turn * 2 * math.pi * step / steps for step in range(steps)]
    path = [(0.5 + radius * math.cos(a) / 1.5, 0.5 + radius * math.sin(a)) for a in angles]
    return DrawnMark(kind, tuple(path), closed=True)


MARKS = [STROKE, BOTH_WAYS, PRESS, HOLD, LIMB, ring(clockwise=True)]


def direction(head):
    """Where a head points: from the middle of its back to its tip."""
    way = head[0] - (head[1] + head[-1]) / 2
    return math.degrees(math.atan2(way.y(), way.x()))


def place(at, view=VIEW):
    return QPointF(*view.to_screen(at))


def near(one, other, within=1.0):
    return math.hypot(one.x() - other.x(), one.y() - other.y()) <= within


def test_a_stroke_ends_in_a_head_where_the_hand_arrives():
    way = way_on(STROKE, VIEW)
    (head,) = way.shapes
    assert near(head[0], place((0.8, 0.5)))
    assert direction(head) == pytest.approx(0, abs=1)
    (line,) = way.lines
    assert near(line[0], place((0.2, 0.5)))
    assert line[-1].x() < head[0].x()  # the tip stays sharp


def test_a_stroke_both_ways_has_a_head_at_each_end():
    first, second = way_on(BOTH_WAYS, VIEW).shapes
    assert {round(direction(first)), abs(round(direction(second)))} == {0, 180}
    assert near(second[0], place((0.2, 0.5)))


@pytest.mark.parametrize("clockwise", [True, False])
@pytest.mark.parametrize("kind", [MarkKind.CIRCLE, MarkKind.MOVE])
def test_the_heads_of_a_circle_turn_as_the_hand_does(clockwise, kind):
    way = way_on(ring(clockwise=clockwise, kind=kind), VIEW)
    assert len(way.shapes) == 2
    middle = place((0.5, 0.5))
    for head in way.shapes:
        out, along = head[0] - middle, head[0] - (head[1] + head[-1]) / 2
        turn = out.x() * along.y() - out.y() * along.x()
        assert (turn > 0) is clockwise  # downwards is positive on a screen


def test_a_small_circle_has_one_head_that_fits_it():
    way = way_on(ring(clockwise=True, radius=0.03), VIEW)
    (head,) = way.shapes
    assert math.dist(head[1].toTuple(), head[-1].toTuple()) < 0.06 * VIEW.height
    assert way.width < way_on(ring(clockwise=True), VIEW).width


def test_a_press_points_at_its_place_and_leaves_it_in_sight():
    (arrow,) = way_on(PRESS, VIEW).shapes
    end = place((0.5, 0.5))
    assert arrow[0].x() == pytest.approx(end.x())
    assert end.y() - 20 < arrow[0].y() < end.y() - 2
    assert all(corner.y() <= arrow[0].y() for corner in arrow)


def test_a_press_is_broad_where_a_stroke_is_a_line():
    press, stroke = way_on(PRESS, VIEW), way_on(STROKE, VIEW)
    assert not press.lines
    breadth = max(p.x() for p in press.shapes[0]) - min(p.x() for p in press.shapes[0])
    head = stroke.shapes[0]
    assert breadth > 1.3 * math.hypot((head[1] - head[-1]).x(), (head[1] - head[-1]).y())


def test_a_press_seen_from_above_is_four_heads_around_the_place():
    way = way_on(DrawnMark(MarkKind.PRESS, ((0.5, 0.49), (0.5, 0.5))), VIEW)
    assert len(way.shapes) == 4
    middle = place((0.5, 0.5))
    for head in way.shapes:
        back = (head[1] + head[-1]) / 2
        assert math.hypot(*(head[0] - middle).toTuple()) < math.hypot(*(back - middle).toTuple())


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.kind.value)
@pytest.mark.parametrize("zoom", [1.0, 2.5, 6.0])
def test_a_way_is_as_thick_at_any_zoom(mark, zoom):
    assert way_on(mark, VIEW._replace(zoom=zoom)).width == way_on(mark, VIEW).width


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_a_way_stays_where_it_is_in_the_picture(zoom):
    view = VIEW._replace(zoom=zoom, across=0.7)
    assert near(way_on(STROKE, view).shapes[0][0], place((0.8, 0.5), view))


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.kind.value)
def test_the_mirror_image_of_a_way_is_its_way_in_the_mirror(mark):
    there, here = way_on(mark.mirrored(), VIEW), way_on(mark, VIEW)

    def corners(way, mirrored):
        sign, left = (-1, 2 * VIEW.left + VIEW.width) if mirrored else (1, 0)
        places = [p for shape in (*way.lines, *way.shapes) for p in shape]
        return {(round(left + sign * p.x(), 1), round(p.y(), 1)) for p in places}

    assert corners(there, mirrored=True) == corners(here, mirrored=False)


@pytest.mark.parametrize("mark", [STROKE, PRESS, HOLD, LIMB, ring(clockwise=True)])
@pytest.mark.parametrize(
    "ground", ["#1F2A7A", "#23201C", "#FBF8F2", "#E0A986", "#8A5A3C", "#0F6B63"]
)
def test_a_way_is_seen_on_every_ground(look, mark, ground):
    """Skin, towel, cloth, and grounds as dark and as light as its own two colours."""
    picture = QImage(620, 440, QImage.Format.Format_RGB32)
    picture.fill(ground)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_way(painter, way_on(mark, VIEW), LIGHT)
    painter.end()
    seen = {picture.pixel(x, y) & 0xFFFFFF for x in range(620) for y in range(440)}
    own = picture.pixelColor(0, 0).lightness()
    lights = [(p >> 16 & 255) + (p >> 8 & 255) + (p & 255) for p in seen]
    assert max(abs(light / 3 - own) for light in lights) > 60


def test_each_sign_is_explained_once():
    text = way_words((STROKE, STROKE, BOTH_WAYS, PRESS, HOLD, LIMB))
    assert text.count("Arrow: the hand goes along it.") == 1
    assert "to and fro" in text
    assert "press straight in" in text
    assert "hold still" in text
    assert "Dashed arrow" in text


def test_the_words_say_which_way_a_circle_goes():
    assert "circles clockwise" in way_words((ring(clockwise=True),))
    assert "anticlockwise" in way_words((ring(clockwise=False),))
    assert "limb circles clockwise" in way_words((ring(clockwise=True, kind=MarkKind.MOVE),))


@pytest.fixture
def shown(plate):
    return plate(plates=marked_plates(replace(still_places(), marks=(STROKE, PRESS))))


def test_the_key_and_the_button_put_the_arrows_away(shown):
    assert len(shown.view.overlay.ways) == 2
    assert shown.button("arrows").isChecked()
    shown.key(Qt.Key.Key_O)
    assert shown.view.overlay.ways == ()
    assert shown.preferences.value.arrows is False
    shown.click("arrows")
    assert len(shown.view.overlay.ways) == 2
    assert shown.preferences.value.arrows is True


def test_arrows_that_were_put_away_stay_away(shown, plate):
    shown.click("arrows")
    shown.lesson.jump_to_row(1)
    assert shown.view.overlay.ways == ()


def test_where_nothing_moves_there_is_no_button(plate):
    assert plate().button("arrows").isHidden()


def test_labels_keep_off_the_arrows(shown):
    (line,) = shown.view.overlay.ways[0].lines
    for label in shown.view.overlay.labels:
        box = label.placed.box.grown(-2)
        places = [(p.x(), p.y()) for p in line]
        assert not any(box.is_crossed(a, b) for a, b in pairwise(places))


def test_the_arrows_are_told_to_those_who_do_not_see_them(shown):
    told = shown.view.accessibleDescription()
    assert "Arrow: the hand goes along it." in told
    assert "Points: " in told
    shown.click("arrows")
    assert "Arrow" not in shown.view.accessibleDescription()


def test_the_words_about_the_picture_explain_its_arrows(shown):
    shown.button("describe").click()
    assert shown.illustration.strip.words.lines == (
        "Picture back. Second sentence.",
        "Arrow: the hand goes along it. Broad arrow: press straight in here.",
    )


def test_a_piece_of_a_way_that_is_hidden_further_on_has_no_head():
    way = way_on(replace(STROKE, headed=False), VIEW)
    assert way.shapes == ()
    assert near(way.lines[0][-1], place((0.8, 0.5)))


@pytest.mark.parametrize(("metre", "share"), [(0.0, 1.0), (2.0, 1.0), (0.3, 0.45)])
def test_a_way_on_a_body_far_away_is_thinner(metre, share):
    """Where a still was framed for it nothing is known of its size, and nothing is changed."""
    width = way_on(replace(STROKE, metre=metre), VIEW).width
    assert width == pytest.approx(way_on(STROKE, VIEW).width * share, rel=0.1)


@pytest.mark.parametrize("mark", [PRESS, DrawnMark(MarkKind.PRESS, ((0.5, 0.49), (0.5, 0.5)))])
def test_a_press_fills_from_its_back_to_its_tip(mark):
    """Seen from the side and from above."""

    def dark(force):
        picture = QImage(640, 460, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        draw_way(painter, way_on(mark, VIEW), LIGHT, force)
        painter.end()
        return [
            (x, y)
            for y in range(0, 460, 2)
            for x in range(0, 640, 2)
            if picture.pixelColor(x, y) == LIGHT.way
        ]

    counts = [len(dark(force)) for force in (0.0, 0.4, 0.8, 1.0)]
    assert counts == sorted(set(counts))
    assert len(dark(None)) <= counts[3] <= 1.6 * len(dark(None))  # its outline is around it
    end = place(mark.path[-1])
    far = [math.hypot(x - end.x(), y - end.y()) for x, y in dark(0.4)]
    near_ = [math.hypot(x - end.x(), y - end.y()) for x, y in dark(1.0)]
    assert sum(far) / len(far) > sum(near_) / len(near_)
