"""What the program shows between two frames is measured, mended with steps, or refused."""

import dataclasses
import json

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import bake, blends, keep
from massage_trainer.artwork.acting import Act, Acted
from massage_trainer.artwork.movement import Moment, middle, plan
from massage_trainer.artwork.people import People
from massage_trainer.artwork.pose import Pose
from massage_trainer.artwork.reach import measure
from massage_trainer.artwork.scene import FrameSource, StanceSource
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from tests.artwork.made_scenes import HERE, frames, hand, on, scene
from tests.artwork.sources import LOADED, ROOT, SOURCES


@pytest.fixture(scope="module")
def people():
    return People(LOADED)


def from_to(start, end, **more):
    known = {
        "here": FrameSource("here", HERE, "in", {"left": start}),
        "there": FrameSource("there", HERE, "move", {"left": end}, **more),
    }
    return scene(list(known), known=known, stance=StanceSource(HERE, "left", "L4"))


def act_of(source, people):
    return Act(source, people.clients[ClientBody.MAN], people.practitioner)


def test_the_middle_of_two_neighbours_is_counted_between_them():
    found = plan(scene(["a", "b"], known=frames("a", "b", steps=1)))
    a, b = found.keys
    (step,) = found.ways["a", "b"]
    assert middle(a, step) == Moment("a~b.0.5", a.start, b.start, 0.25)
    assert middle(step, b) == Moment("a~b.1.5", a.start, b.start, 0.75)
    more = found.with_step("a~b.1", "b", middle(step, b))
    assert more.frames() == ("a", "a~b.1", "a~b.1.5", "b")
    with pytest.raises(ValueError, match="no neighbours"):
        more.with_step("a~b.1", "b", step)


def test_a_hand_that_cuts_through_between_frames_is_refused(tmp_path, people, monkeypatch):
    across = on("L4", Side.RIGHT, out_cm=11.0), on("L4", out_cm=11.0)
    source = from_to(hand("palm", across[0]), hand("palm", across[1]), steps=0)
    assert act_of(source, people).solve() == []
    monkeypatch.setattr(bake, "_people", [people])
    monkeypatch.setattr(keep, "folder", lambda: tmp_path)
    monkeypatch.setattr(blends, "HALVINGS", 0)
    found = bake.bake_scene(bake.Task(source, ClientBody.MAN, tmp_path))
    assert not found.files
    (deep,) = (problem for problem in found.problems if "inside" in problem)
    assert deep.startswith("assets/scenes/made.yaml:7:1: half-way from frame here to there (man): ")
    assert float(deep.split(" is ")[1].split(" mm")[0]) > 20


def test_a_step_is_added_where_the_blend_leaves_the_skin(people, monkeypatch):
    ends = (hand("palm", on("L4", out_cm=out)) for out in (9.0, 3.0))
    source = from_to(*ends, steps=0)
    act = act_of(source, people)
    assert act.solve() == []
    measured = blends.half_way

    def too_deep_in_one_go(act, start, end):
        blend = measured(act, start, end)
        if (start, end) == ("here", "there"):
            deeper = dataclasses.replace(blend.measured, penetration_mm=9.0)
            blend = dataclasses.replace(blend, measured=deeper)
        return blend

    monkeypatch.setattr(blends, "half_way", too_deep_in_one_go)
    found = list(blends.mended(act))
    assert [fault for blend in found for fault in blend.faults("man")] == []
    assert act.plan.frames() == ("here", "here~there.0.5", "there")
    assert [(blend.start, blend.end) for blend in found] == list(act.plan.neighbours())
    assert act.practitioner_frames().keys() == set(act.plan.frames())


def test_a_hand_that_hovers_at_one_end_need_not_touch_between(people):
    up = hand("palm", on("L4", out_cm=5.0), press_mm=-80.0)
    act = act_of(from_to(up, hand("palm", on("L4", out_cm=5.0)), steps=0), people)
    assert act.solve() == []
    blend = blends.half_way(act, "here", "there")
    assert blend.measured.contact_mm == {}
    assert blend.faults("man") == []


ACTED = [(source, which) for source in SOURCES if source.stance for which in source.clients]


@pytest.mark.parametrize(("source", "which"), ACTED, ids=[f"{s.id}-{w.value}" for s, w in ACTED])
def test_the_committed_hands_keep_to_the_skin(people, source, which):
    """Contact, penetration and joints of every frame that is shipped, and half-way between."""
    path = bake.folder_of(ROOT / "assets" / "stage", which) / f"{source.id}.json"
    act = Act(source, people.clients[which], people.practitioner)
    take_over(act, json.loads(path.read_text(encoding="utf-8")))
    wrong = [str(fault) for acted in act.acted.values() for fault in acted.faults(which.value)]
    for start, end in act.plan.neighbours():
        wrong += [str(fault) for fault in blends.half_way(act, start, end).faults(which.value)]
    assert wrong == []


def take_over(act, content):
    """The frames as the file has them, measured and not solved."""
    act.plan = dataclasses.replace(act.plan, ways=shipped_ways(act.plan, content["frames"]))
    assert act.plan.frames() == tuple(content["frames"])
    client, practitioner = content["figures"]
    for moment in (*act.plan.keys, *act.plan.steps()):
        lying, pose = act.lay(moment), read_pose(practitioner, moment.name)
        assert far_apart(lying, read_pose(client, moment.name)) < 0.5
        skin, stage = act.stage(moment.name)
        measured = measure(stage, pose, act.hands(moment, skin))
        act.acted[moment.name] = Acted(moment, lying, pose, measured)


def shipped_ways(found, names):
    """With the steps that the build has added."""
    ways, sources = {}, {key.name: key.start for key in found.keys}
    for start, end in found.ways:
        first, last = sources[start], sources[end]
        numbers = [n.rpartition(f"{start}~{end}.")[2] for n in names if f"{start}~{end}." in n]
        ways[start, end] = tuple(
            Moment(f"{start}~{end}.{number}", first, last, float(number) / (last.steps + 1))
            for number in numbers
        )
    return ways


def read_pose(figure, name):
    frame = figure["frames"][name]
    bones = {
        bone: Rotation.from_quat(turn, scalar_first=True)
        for bone, turn in (figure["bones"] | frame["bones"]).items()
        if "-half." not in bone
    }
    root = Rotation.from_quat(frame["root"][:4], scalar_first=True)
    return Pose(root, np.array(frame["root"][4:]), bones)


def far_apart(one, other):
    """The greatest difference of any bone's turn, in degrees."""
    still = Rotation.identity()
    names = one.bones.keys() | other.bones.keys()
    turns = [one.bones.get(n, still).inv() * other.bones.get(n, still) for n in names]
    return max(np.degrees(turn.magnitude()) for turn in turns)
