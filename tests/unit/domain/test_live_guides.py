"""Channels, spine and crest line: through their points in order, and on the skin."""

import itertools
import math

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_guides import Guides, channel_runs
from massage_trainer.domain.live_skin import PosedBody
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import KeyFrame, Placement
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.domain.still_places import Sight
from tests.live_bodies import stood

# No bone is turned, and the body stands where its mesh does.
AT_REST = KeyFrame(Placement())
LEFT, RIGHT, MIDDLE = Side.LEFT, Side.RIGHT, Side.MIDLINE


@pytest.fixture(scope="module", params=list(ClientBody))
def shown(request):
    return stood("prone-draped", client=request.param)


@pytest.fixture(scope="module")
def lines(shown):
    return Guides.of(shown.body).lines


def test_points_follow_each_other_by_their_numbers():
    runs = dict(channel_runs(["GB30", "GB31", "GB29", "SI9", "EX-B6", "EX-B2@T1", "GB100"]))
    assert runs == {"GB": ("GB29", "GB30", "GB31", "GB100"), "SI": ("SI9",)}


def test_the_bladder_channel_runs_down_the_back_twice_and_on_from_the_knee():
    codes = [f"BL{n}" for n in (*range(11, 35), *range(36, 61))]
    runs = [run for _, run in channel_runs(codes)]
    assert [(run[0], run[-1]) for run in runs] == [
        ("BL11", "BL30"),
        ("BL31", "BL40"),
        ("BL41", "BL54"),
        ("BL40", "BL60"),
    ]


def test_every_layer_has_its_lines(lines):
    assert {line.layer for line in lines} == {
        StageLayer.CHANNELS,
        StageLayer.SPINE,
        StageLayer.CREST,
    }
    bladder = [line for line in lines if line.name == "BL"]
    assert sorted(line.side.value for line in bladder) == ["left"] * 4 + ["right"] * 4


def test_lines_lie_on_the_skin_all_the_way(shown, lines):
    """Neighbours are close, and the body has its skin there."""
    rest = PosedBody(shown.body, AT_REST)
    for line in lines:
        placed = [rest.of(pulls)[:3] for pulls in line.samples]
        for one, other in itertools.pairwise(placed):
            assert math.dist(one, other) < 0.03, line.name
        for place in placed:
            on = rest.of(shown.body.on_skin(place))[:3]
            assert math.dist(on, place) < 0.004, line.name


def test_a_line_of_one_side_stays_on_it(shown, lines):
    rest = PosedBody(shown.body, AT_REST)
    for line in lines:
        xs = [rest.of(pulls).x for pulls in line.samples]
        if line.side is LEFT:
            assert min(xs) > 0
        elif line.side is RIGHT:
            assert max(xs) < 0
        elif line.layer is StageLayer.SPINE:
            assert max(map(abs, xs)) < 0.005


def test_only_what_is_seen_is_drawn_and_only_of_the_wanted_layers(shown):
    guides = Guides.of(shown.body)
    stage, places = shown.places()
    spine = guides.seen(stage, frozenset({StageLayer.SPINE, StageLayer.LANDMARKS}))
    assert [guide.layer for guide in spine] == [StageLayer.SPINE]
    assert places.landmarks["L2"][MIDDLE].sight is Sight.VISIBLE
    covered, _ = shown.places(lambda *_: 0.3)
    assert guides.seen(covered, frozenset(StageLayer)) == ()
