"""A frame at which the practitioner's body would jerk is solved again near its neighbours."""

import dataclasses

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import smoothing
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.people import People
from massage_trainer.artwork.scene import FrameSource, StanceSource
from massage_trainer.domain.plate import ClientBody
from tests.artwork.made_scenes import HERE, frames, hand, on, scene
from tests.artwork.sources import LOADED


@pytest.fixture(scope="module")
def people():
    return People(LOADED)


@pytest.fixture
def act(people):
    """A palm that glides out over the loin, solved in five frames."""
    known = {
        "here": FrameSource("here", HERE, "in", {"left": hand("palm", on("L4", out_cm=9.0))}),
        "there": FrameSource(
            "there", HERE, "move", {"left": hand("palm", on("L4", out_cm=6.0))}, steps=3
        ),
    }
    source = scene(list(known), known=known, stance=StanceSource(HERE, "left", "L4"))
    made = Act(source, people.clients[ClientBody.MAN], people.practitioner)
    assert made.solve() == []
    return made


def test_frames_are_gone_through_in_time(people):
    ring = scene(["up", "in", "down"], loop=True, known=frames("up", "in", "down", steps=1))
    made = Act(ring, people.clients[ClientBody.MAN], people.practitioner)
    for moment in (*made.plan.keys, *made.plan.steps()):
        made.acted[moment.name] = made.solved(moment, None)
    found = {bend.names: bend for bend in smoothing.bends(made)}
    assert found["down~up.1", "up", "up~in.1"].come == pytest.approx(1 / 6)
    assert len(found) == 6
    assert smoothing.Smoother(made).bends == []  # nobody's body could jerk


def test_where_a_movement_turns_back_it_may_stop(people):
    source = scene(["low", "high", "low"], known=frames("low", "high", steps=0))
    made = Act(source, people.clients[ClientBody.MAN], people.practitioner)
    for moment in made.plan.keys:
        made.acted[moment.name] = made.solved(moment, None)
    assert smoothing.bends(made) == []


def test_a_body_that_jerks_is_told_and_mended(act, monkeypatch):
    monkeypatch.setattr(smoothing, "LIMIT", 0.5)
    name = "here~there.2"
    good = act.acted[name]
    nods = Rotation.from_euler("X", 80, degrees=True)
    bones = {**good.practitioner.bones, "neck01": nods}
    nodding = dataclasses.replace(good.practitioner, bones=bones)
    act.acted[name] = dataclasses.replace(good, practitioner=nodding)
    told = [str(fault) for fault in smoothing.faults(act)]
    assert told
    assert all("changes its speed by" in fault for fault in told)
    smoother = smoothing.Smoother(act)
    before = max(smoother.jerk(bend)[1] for bend in smoother.bends)
    smoother.smooth()
    assert list(smoothing.faults(act)) == []
    assert max(smoother.jerk(bend)[1] for bend in smoother.bends) < 0.5 * before
    assert all(acted.faults("man") == [] for acted in act.acted.values())


def test_a_pose_with_a_twisted_arm_is_found_again(act):
    """From one start alone the arm's joints came out turned the wrong way round."""
    from massage_trainer.artwork.chain import Chain

    chain = Chain(act.practitioner.body, act.practitioner.rig)
    knobs = np.clip(np.zeros(len(chain.knobs)), chain.low, chain.high)
    starts = [knobs.copy() for _ in range(3)]
    for start, turned in zip(starts, (0.0, 60.0, -60.0), strict=True):
        start[chain.knob("pronate.R")] = np.clip(
            turned, chain.low[chain.knob("pronate.R")], chain.high[chain.knob("pronate.R")]
        )
    pose = chain.pose(starts[1], {})
    found = chain.knobs_nearest(pose, starts)
    assert np.abs(found - starts[1]).max() < 0.5
