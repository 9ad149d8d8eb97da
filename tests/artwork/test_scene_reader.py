"""What stops a scene from being built is told with its line, everything at once."""

import re
from textwrap import dedent

import pytest

from massage_trainer.artwork import scene_reader
from massage_trainer.artwork.frame_reader import _FRAME, _STANCE
from massage_trainer.artwork.hand_reader import _HAND, _PLACE
from massage_trainer.artwork.hand_shapes import SHAPES as MADE_SHAPES
from massage_trainer.artwork.plate_reader import _PLATE
from massage_trainer.artwork.scene import FREE_SHAPES, SHAPES
from massage_trainer.artwork.scene_reader import _OPTIONAL, _REQUIRED, ScenesError
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.still_places import MarkKind
from tests.artwork.sources import LOADED, ROOT, SOURCES

PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
GOOD = """\
id: press
position: prone
wear: [shirt-up]
props: [table, cradle, ankle-roll]
practitioner:
  stand: {beside: left, level: L4, forward: right}
  lean: 30
frames:
  touch:
    meaning: in
    hands:
      left: {shape: thumb, on: BL23, side: left, fingers: head, out_cm: 1}
      right: {shape: heel, between: [L1, L5], share: 0.25, fingers: -30}
  press:
    meaning: press
    like: touch
    hands: {left: {press_mm: 4}, right: {on: psis, side: right}}
    steps: 3
  away:
    like: press
    hands: {left: {shape: relaxed}}
cameras:
  wide: {eye: [0, -2, 2], at: [0, 0, 1], fov: 30}
  close: {eye: [0, -1, 2], at: [0, 0, 1], fov: 20}
  own: auto
mirror: true
worked: left
plates:
  press:
    frames: [touch, press]
    main: press
    views: [close, wide]
    marks:
      - {kind: press, on: BL23, side: left}
      - {kind: circle, on: BL23, side: left, radius_mm: 14, turn: counter}
      - {kind: stroke, path: [{on: L1, side: left, out_cm: 4}, {on: psis, side: left}]}
      - {kind: move, of: patella-apex, side: right, closed: true}
    description: {vi: Một. Hai, en: "One {side}. Two {other}."}
"""


def read(tmp_path, text):
    (tmp_path / "press.yaml").write_text(dedent(text), encoding="utf-8")
    return scene_reader.read(tmp_path / "press.yaml", LOADED.catalog)


def problems(tmp_path, text):
    with pytest.raises(ScenesError) as caught:
        read(tmp_path, text)
    return str(caught.value).splitlines()


def test_a_scene_says_who_does_what_where(tmp_path):
    scene = read(tmp_path, GOOD)
    assert scene.stance.forward == "right"
    assert scene.order == ("touch", "press", "away")
    assert scene.clients == (ClientBody.MAN, ClientBody.WOMAN)
    assert scene.own_auto
    left = scene.frames["touch"].hands["left"]
    assert (left.shape, left.target.on, left.target.side) == ("thumb", ("BL23",), Side.LEFT)
    assert left.touching
    right = scene.frames["touch"].hands["right"]
    assert (right.target.on, right.target.share) == (("L1", "L5"), 0.25)
    assert right.fingers_degrees == -30.0
    assert [mark.kind for mark in scene.plates[0].marks] == [
        MarkKind.PRESS, MarkKind.CIRCLE, MarkKind.STROKE, MarkKind.MOVE,
    ]  # fmt: skip
    assert scene.plates[0].said("left")["en"] == "One left. Two right."


def test_a_frame_like_another_takes_over_what_it_does_not_change(tmp_path):
    frames = read(tmp_path, GOOD).frames
    assert frames["press"].hands["left"].press_mm == 4.0
    assert frames["press"].hands["left"].target.out_cm == 1.0
    # another place forgets the share between two, and keeps the shape
    assert frames["press"].hands["right"].target.on == ("psis",)
    assert frames["press"].hands["right"].shape == "heel"
    assert frames["away"].meaning == "press"
    assert frames["away"].steps == 1
    assert frames["away"].hands["left"].target is None
    assert frames["away"].hands["right"].target.on == ("psis",)


def test_every_shape_of_a_scene_has_been_made():
    assert set(MADE_SHAPES) == SHAPES | FREE_SHAPES


def test_the_shipped_scenes_can_be_read():
    assert len(SOURCES) > 25


MISTAKES = [
    ("lean: 30", "lean: 30\n  height: 3", "unknown key 'height'"),
    ("shape: thumb", "shape: thum", "unknown hand shape 'thum' (did you mean 'thumb'?)"),
    ("on: BL23, side: left, f", "on: BL223, side: left, f", "unknown landmark or point"),
    ("level: L4", "level: L44", "unknown landmark 'L44'"),
    ("like: touch", "like: tuch", "unknown earlier frame 'tuch'"),
    ("press_mm: 4", "press_mm: 9", "9 is not between -250 and 4.5"),
    ("side: right}}", "side: rihgt}}", "unknown side 'rihgt'"),
    ("on: psis, side: right", "on: psis", "psis is on both sides: say side"),
    ("share: 0.25", "share: 1.25", "1.25 is not between 0 and 1"),
    ("fingers: head", "fingers: up", "unknown direction of the fingers 'up'"),
    ("frames: [touch, press]", "frames: [touch, pres]", "unknown frame 'pres'"),
    ("main: press", "main: touchy", "unknown moment 'touchy'"),
    ("views: [close, wide]", "views: [near]", "unknown view 'near'"),
    ("radius_mm: 14, ", "", "missing radius_mm"),
    ("{on: psis, side: left}]}", "{on: psos, side: left}]}", "unknown landmark or point"),
    ("meaning: in", "meaning: on", "unknown meaning 'on'"),
    ("beside: left", "beside: front", "unknown side of the table 'front'"),
    ("{shape: relaxed}", "{shape: relaxed, press_mm: 2}", "a relaxed hand has no press_mm"),
    ("cradle, ", "cradel, ", "unknown prop 'cradel'"),
    ("steps: 3", "steps: many", "is not a whole number"),
    ("en: \"One", "eng: \"One", "unknown language 'eng'"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "what"), MISTAKES, ids=lambda p: str(p)[:24])
def test_a_mistake_is_told_with_its_line(tmp_path, right, wrong, what):
    assert GOOD.count(right) == 1
    line = GOOD[: GOOD.index(right)].count("\n") + 1 + wrong.count("\n")
    found = problems(tmp_path, GOOD.replace(right, wrong))
    start = f"assets/scenes/press.yaml:{line}:"
    assert any(one.startswith(start) and what in one for one in found), found


def test_all_mistakes_are_told_at_once(tmp_path):
    text = GOOD
    for right, wrong, _ in (MISTAKES[1], MISTAKES[3], MISTAKES[5], MISTAKES[12]):
        text = text.replace(right, wrong)
    found = problems(tmp_path, text)
    assert [int(one.split(":")[1]) for one in found] == [6, 12, 17, 32]


def test_a_mistake_taken_over_by_other_frames_is_told_once(tmp_path):
    assert len(problems(tmp_path, GOOD.replace("shape: thumb", "shape: fist"))) == 1


def test_hands_need_a_practitioner_and_an_own_view_too(tmp_path):
    start, end = GOOD.index("practitioner:"), GOOD.index("frames:")
    found = problems(tmp_path, GOOD[:start] + GOOD[end:])
    assert any("hands need a practitioner" in one for one in found)
    assert any("whose view?" in one for one in found)


def test_one_plate_is_drawn_from_one_scene(tmp_path):
    read(tmp_path, GOOD)
    (tmp_path / "other.yaml").write_text(
        GOOD.replace("id: press", "id: other", 1), encoding="utf-8"
    )
    with pytest.raises(ScenesError, match="plate 'press' is in other too"):
        scene_reader.read_all(tmp_path, LOADED.catalog)


def section(heading):
    return PAGE.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]


def keys_of_table(head):
    rows = section("## A scene").split(f"| {head} |", 1)[1].split("\n\n", 1)[0]
    return set(re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE))


def test_the_worked_example_of_the_page_is_a_scene_without_mistakes(tmp_path):
    (example,) = re.findall(r"```yaml\n(id: .*?)```", section("## A scene"), re.DOTALL)
    (tmp_path / "press-bl23.yaml").write_text(example, encoding="utf-8")
    scene = scene_reader.read(tmp_path / "press-bl23.yaml", LOADED.catalog)
    assert scene.frames["press"].hands["left"].press_mm == 4.0


def test_the_tables_of_the_page_name_every_key():
    assert keys_of_table("key of a scene | what it says") == {*_REQUIRED, *_OPTIONAL}
    assert keys_of_table("key of a frame | what it says") == set(_FRAME)
    assert keys_of_table("key of a hand | what it says") == {*_HAND, *_PLACE}
    assert keys_of_table("key of a plate | what it says") == {*_PLATE, "description"}
    assert keys_of_table("mark | keys") == {kind.value for kind in MarkKind}
    for shape in SHAPES | FREE_SHAPES:
        assert f"`{shape}`" in section("## A scene")
    for name in _STANCE:
        assert f"`{name}`" in section("## A scene")
