"""Places of the picture on the screen and back, and labels that never meet."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from massage_trainer.domain.still_places import MeasuringLine, Run
from massage_trainer.widgets.plate.labels import LabelLayout, Wanted
from massage_trainer.widgets.plate.lines import measure, zone_path
from massage_trainer.widgets.plate.patches import patch_of
from massage_trainer.widgets.plate.shapes import Box, Chain, Disc, Stroke
from massage_trainer.widgets.plate.viewport import MOST_ZOOM, Viewport

shares = st.floats(0, 1)
sheets = st.builds(
    Viewport,
    left=st.floats(0, 50),
    top=st.floats(0, 50),
    width=st.floats(100, 2000),
    height=st.floats(100, 1400),
    zoom=st.just(1.0),
    across=st.just(0.5),
    down=st.just(0.5),
    mirrored=st.booleans(),
)
steps = st.lists(
    st.tuples(st.floats(0.3, 3), shares, shares, st.floats(-300, 300), st.floats(-300, 300)),
    max_size=6,
)


def moved(sheet, ways):
    for factor, across, down, dx, dy in ways:
        x, y = sheet.left + across * sheet.width, sheet.top + down * sheet.height
        sheet = sheet.zoomed(factor, x, y).panned(dx, dy)
    return sheet


@given(sheets, steps, shares, shares)
def test_a_place_of_the_screen_is_the_same_place_of_the_picture(sheet, ways, across, down):
    view = moved(sheet, ways)
    x, y = view.left + across * view.width * 0.999, view.top + down * view.height * 0.999
    at = view.to_picture(x, y)
    assert at is not None
    assert view.to_screen(at) == pytest.approx((x, y), abs=1e-6)


@given(sheets, steps)
def test_the_picture_always_fills_its_sheet(sheet, ways):
    view = moved(sheet, ways)
    left, top, width, height = view.picture
    assert 1 <= view.zoom <= MOST_ZOOM
    assert left <= view.left + 1e-6
    assert top <= view.top + 1e-6
    assert left + width >= view.left + view.width - 1e-6
    assert top + height >= view.top + view.height - 1e-6


@given(sheets, steps, st.floats(0.5, 3), shares, shares)
def test_zooming_in_keeps_the_place_under_the_pointer(sheet, ways, factor, across, down):
    view = moved(sheet, ways)
    x, y = view.left + across * view.width * 0.999, view.top + down * view.height * 0.999
    at = view.to_picture(x, y)
    closer = view.zoomed(max(1.0, factor), x, y)
    assert closer.to_screen(at) == pytest.approx((x, y), abs=1e-6)


@given(sheets, steps, shares, shares)
def test_what_is_shown_is_in_sight(sheet, ways, across, down):
    view = moved(sheet, ways).showing((across, down))
    x, y = view.to_screen((across, down))
    assert view.left - 1e-6 <= x <= view.left + view.width + 1e-6
    assert view.top - 1e-6 <= y <= view.top + view.height + 1e-6


@given(sheets, shares, shares)
def test_a_mirror_changes_left_and_right_alone(sheet, across, down):
    mirror = sheet._replace(mirrored=not sheet.mirrored)
    x, y = sheet.to_screen((across, down))
    assert mirror.to_screen((1 - across, down)) == pytest.approx((x, y))


def test_beside_the_sheet_is_nowhere():
    sheet = Viewport(10, 10, 100, 100)
    for x, y in ((9, 50), (110, 50), (50, 9), (50, 111)):
        assert sheet.to_picture(x, y) is None


AREA = Box(0, 0, 700, 460)
marks = st.lists(
    st.tuples(st.floats(20, 680), st.floats(20, 440)), min_size=1, max_size=12, unique=True
)
taken = st.sampled_from([(), (Box(8, 320, 684, 132),), (Box(8, 8, 684, 120),)])
sizes = st.lists(st.floats(40, 220), min_size=12, max_size=12)


@given(marks, sizes, taken)
def test_labels_meet_nothing_and_stay_inside(places, widths, covered):
    discs = [Disc(x, y, 18) for x, y in places]
    layout = LabelLayout(AREA, discs, covered)
    placed = [
        layout.place(Wanted(disc, width, 30)) for disc, width in zip(discs, widths, strict=False)
    ]
    boxes = [place.box for place in placed if place]
    for number, box in enumerate(boxes):
        assert AREA.holds(box)
        assert not any(disc.meets(box) for disc in discs)
        assert not any(box.meets(other) for other in (*boxes[:number], *covered))
    for disc, place in zip(discs, placed, strict=True):
        if place:
            assert not any(box.is_crossed(*place.leader) for box in boxes if box != place.box)
            assert not any(d.is_crossed(*place.leader) for d in discs if d != disc)


@given(st.tuples(st.floats(20, 680), st.floats(20, 440)), st.floats(40, 300), taken)
def test_a_label_alone_always_finds_a_place(at, width, covered):
    disc = Disc(*at, 18)
    seen = not any(box.distance(*at) == 0 for box in covered)
    found = LabelLayout(AREA, [disc], covered).place(Wanted(disc, width, 30))
    assert (found is not None) is seen


def test_a_label_keeps_off_what_is_worked_on_while_there_is_room():
    disc = Disc(350, 230, 15)
    near = LabelLayout(AREA, [disc]).place(Wanted(disc, 100, 30))
    worked = Disc(350, 230, 90)
    clear = LabelLayout(AREA, [disc], worked=[worked]).place(Wanted(disc, 100, 30))
    assert worked.meets(near.box)
    assert not worked.meets(clear.box)
    everywhere = Disc(350, 230, 2000)
    assert LabelLayout(AREA, [disc], worked=[everywhere]).place(Wanted(disc, 100, 30))


def test_a_label_keeps_off_a_line_between_its_bends():
    disc = Disc(350, 230, 15)
    near = LabelLayout(AREA, [disc]).place(Wanted(disc, 100, 30)).box
    line = Stroke((near.left - 300, near.top + 8), (near.right + 300, near.bottom - 8), 5)
    clear = LabelLayout(AREA, [disc], lines=[line]).place(Wanted(disc, 100, 30)).box
    assert line.meets(near)
    assert not line.meets(clear)
    assert line.is_crossed((near.left, near.top - 200), (near.left, near.bottom + 200))
    assert not line.is_crossed((near.left, near.top - 200), (near.left, near.top - 100))


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6),
    st.tuples(st.integers(-20, 80), st.integers(-20, 80), st.integers(1, 40), st.integers(1, 40)),
)
def test_a_chain_meets_and_is_crossed_where_one_of_its_pieces_is(places, box):
    chain, box = Chain.of(places, 5), Box(*box)
    pieces = [Stroke(one, other, 5) for one, other in pairwise(places)]
    assert chain.meets(box) is any(box.grown(5).is_crossed(*piece[:2]) for piece in pieces)
    line = (box.left, box.top), (box.right, box.bottom)
    assert chain.is_crossed(*line) is any(piece.is_crossed(*line) for piece in pieces)


def test_a_leader_goes_over_no_line_while_there_is_another_way():
    disc = Disc(350, 230, 15)
    near = LabelLayout(AREA, [disc]).place(Wanted(disc, 100, 30))
    x = sum(place[0] for place in near.leader) / 2
    line = Stroke((x, 200), (x, 260), 0)
    assert line.is_crossed(*near.leader)
    clear = LabelLayout(AREA, [disc], lines=[line]).place(Wanted(disc, 100, 30))
    assert not line.is_crossed(*clear.leader)


def test_a_label_keeps_off_zones_unless_it_would_be_far_away():
    disc = Disc(350, 230, 15)
    near = LabelLayout(AREA, [disc]).place(Wanted(disc, 100, 30)).box
    beside = patch_of(((200, 200), (335, 200), (335, 260), (200, 260)), AREA)
    clear = LabelLayout(AREA, [disc], zones=[beside]).place(Wanted(disc, 100, 30)).box
    assert beside.meets(near)
    assert not beside.meets(clear)
    around = patch_of(((20, 20), (680, 20), (680, 440), (20, 440)), AREA)
    over = LabelLayout(AREA, [disc], zones=[around]).place(Wanted(disc, 100, 30)).box
    assert over.distance(disc.x, disc.y) < 105


def test_the_name_of_a_zone_never_stands_on_another():
    own, other = Disc(350, 100, 3), patch_of(((0, 0), (700, 0), (700, 200), (0, 200)), AREA)
    wanted = Wanted(own, 100, 30, stride=8)
    assert other.meets(LabelLayout(AREA, []).place_at_one([wanted]).box)
    assert LabelLayout(AREA, []).place_at_one([wanted], 90, [other]) is None
    lower = wanted._replace(mark=Disc(350, 320, 3))
    found = LabelLayout(AREA, []).place_at_one([wanted, lower], 90, [other])
    assert found.box.distance(350, 320) < 90


def test_labels_of_a_pair_go_to_their_own_sides():
    left, right = Disc(300, 230, 15), Disc(400, 230, 15)
    layout = LabelLayout(AREA, [left, right])
    one, other = (layout.place(Wanted(disc, 100, 30)) for disc in (left, right))
    assert one.box.right < left.x < right.x < other.box.left


def test_leaders_go_from_the_edge_of_the_mark():
    disc = Disc(350, 230, 15)
    start, end = LabelLayout(AREA, [disc]).place(Wanted(disc, 100, 30)).leader
    assert math.dist(start, (disc.x, disc.y)) == pytest.approx(15)
    assert math.dist(end, (disc.x, disc.y)) > 15


SHEET = Viewport(0, 0, 1000, 1000)


def line(*places, ticks=()):
    return MeasuringLine((Run(places),), ticks, ())


def measured(made, at=(500, 500), radius=20):
    return measure(made, SHEET, 12, QPointF(*at), radius)


def test_a_measuring_line_never_enters_the_ring():
    through = measured(line((0.3, 0.5), (0.5, 0.5), (0.7, 0.5)))
    assert len(through.legs) == 2
    for leg in through.legs:
        assert all(math.dist((p.x(), p.y()), (500, 500)) >= 19.9 for p in leg)
    [before, after] = through.legs
    assert before[-1].x() == pytest.approx(480, abs=0.1)
    assert after[0].x() == pytest.approx(520, abs=0.1)
    assert len(measured(line((0.3, 0.5), (0.5, 0.5))).legs) == 1
    assert measured(line((0.499, 0.5), (0.501, 0.5))).legs == ()


def test_ticks_are_numbered_and_none_stands_in_the_ring():
    ticks = ((0.3, 0.5), (0.4, 0.5), (0.5, 0.5), (0.6, 0.5))
    made = measured(line((0.2, 0.5), (0.5, 0.5), (0.7, 0.5), ticks=ticks))
    assert [number for _, number in made.numbers] == ["1", "2", "4"]
    assert all((way.x(), abs(way.y())) == pytest.approx((0, 1)) for _, way in made.ticks)


BENT = ((100, 100), (900, 100), (900, 900), (800, 900), (800, 200), (100, 200))


def test_a_zone_is_named_deep_inside_of_what_is_seen_of_it():
    whole = patch_of(BENT, Box(0, 0, 1000, 1000))
    places = whole.anchors(10, 4)
    assert len(set(places)) == 4
    for x, y in places:
        assert all(whole.holds(x, y + away) for away in (-10, 0, 10))
        assert y < 200 or x > 800
    part = patch_of(BENT, Box(0, 0, 300, 300))
    assert all(100 <= x <= 300 and 100 <= y <= 200 for x, y in part.anchors(10, 4))
    assert part.size == pytest.approx(200 * 100)
    assert patch_of(BENT, Box(0, 500, 300, 300)).anchors(10, 4) == ()
    thin = patch_of(((100, 100), (500, 104), (500, 100)), Box(0, 0, 1000, 1000))
    assert thin.anchors(10, 4)  # better at its edge than nowhere


@given(st.floats(0, 990), st.floats(0, 990), st.floats(1, 300), st.floats(1, 300))
def test_an_area_is_met_where_it_is_and_nowhere_else(left, top, width, height):
    patch = patch_of(BENT, Box(0, 0, 1000, 1000))
    box = Box(left, top, width, height)
    high, wide = Box(100, 100, 800, 100), Box(800, 100, 100, 800)
    if any(part.meets(box.grown(-4)) for part in (high, wide) if width > 8 and height > 8):
        assert patch.meets(box)
    if not any(part.meets(box.grown(4)) for part in (high, wide)):
        assert not patch.meets(box)


def test_a_line_over_an_area_crosses_it():
    patch = patch_of(BENT, Box(0, 0, 1000, 1000))
    assert patch.is_crossed((500, 0), (500, 500))
    assert patch.is_crossed((500, 500), (900, 500))
    assert not patch.is_crossed((100, 300), (700, 900))


def test_the_pieces_of_a_partly_hidden_zone_are_one_area():
    left = Run(((0.2, 0.2), (0.2, 0.8)))
    right = Run(((0.8, 0.8), (0.8, 0.2)))
    assert zone_path((left, right), SHEET).contains(QPointF(500, 500))
