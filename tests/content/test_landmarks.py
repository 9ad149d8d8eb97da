"""Every landmark of the baked body lies beside its neighbours as anatomy has it."""

from itertools import pairwise

import pytest

from massage_trainer.artwork.index import Tree
from massage_trainer.domain.anatomy import Side
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.resources import assets_dir

BODY = read_body_places(Tree(assets_dir().parent).stage, "client.places.json")
CUN_M = BODY.cun_m["back"]
ACROSS, BACK, UP = range(3)
SPINE = ["C7", *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6)), "S1", "S2", "S3"]
FORAMINA = [f"sacral-foramen-{n}" for n in range(1, 5)]

# Each list from above downwards.
DOWNWARD = [
    [*SPINE, "sacral-hiatus", "gluteal-cleft-top", "coccyx-tip"],
    [*FORAMINA, "coccyx-tip", "ischial-tuberosity", "gluteal-fold-middle"],
    ["scapula-superior-angle", "scapula-spine-medial", "scapula-medial-border"],
    ["scapula-medial-border", "scapula-inferior-angle", "rib12-tip", "iliac-crest-top"],
    ["acromion", "scapula-spine-lateral", "scapula-spine-middle", "scapula-spine-medial"],
    ["acromion", "posterior-axillary-fold", "scapula-inferior-angle"],
    ["acromion", "anterior-axillary-fold", "scapula-inferior-angle"],
    ["T4", "back-midline", "T5"],
    ["L3", "iliac-crest-line", "L5"],
    ["iliac-crest-top", "asis", "greater-trochanter", "gluteal-fold-lateral", "thigh-fingertip"],
    ["iliac-crest-top", "psis", "ischial-tuberosity", "gluteal-fold-medial"],
    ["thigh-fingertip", "patella-base", "patella-middle", "patella-apex", "fibula-head"],
    ["patella-base", "popliteal-crease-middle", "calf-angle", "calcaneal-tendon", "heel", "sole"],
    ["patella-base", "popliteal-crease-medial", "calf-angle", "medial-malleolus", "heel"],
    ["patella-base", "lateral-epicondyle", "popliteal-crease-lateral", "fibula-head"],
    ["patella-base", "biceps-femoris-tendon", "fibula-head", "lateral-malleolus", "heel"],
    ["medial-malleolus", "lateral-malleolus"],
]
# Each list from the midline outwards.
OUTWARD = [
    *(["sacral-hiatus", foramen, "psis"] for foramen in FORAMINA),
    ["coccyx-tip", "gluteal-fold-medial", "ischial-tuberosity", "gluteal-fold-middle"],
    ["gluteal-fold-middle", "gluteal-fold-lateral", "greater-trochanter"],
    ["T3", "scapula-spine-medial", "scapula-spine-middle", "scapula-spine-lateral", "acromion"],
    ["back-midline", "scapula-medial-border", "scapula-inferior-angle", "posterior-axillary-fold"],
    ["T2", "scapula-superior-angle", "acromion"],
    ["L2", "rib12-tip", "iliac-crest-top", "greater-trochanter"],
    ["popliteal-crease-medial", "popliteal-crease-middle", "popliteal-crease-lateral"],
    ["popliteal-crease-middle", "biceps-femoris-tendon", "lateral-epicondyle", "fibula-head"],
    ["medial-malleolus", "calcaneal-tendon", "lateral-malleolus"],
]
# Each list from the front of the body backwards.
BACKWARD = [
    ["asis", "iliac-crest-top", "psis"],
    ["asis", "greater-trochanter", "ischial-tuberosity"],
    ["anterior-axillary-fold", "acromion", "posterior-axillary-fold"],
    ["patella-middle", "lateral-epicondyle", "fibula-head", "popliteal-crease-middle"],
    ["patella-base", "thigh-fingertip", "gluteal-fold-lateral"],
    ["medial-malleolus", "lateral-malleolus", "calcaneal-tendon"],
    ["sole", "calcaneal-tendon", "heel"],
    ["lateral-epicondyle", "knee-groove", "biceps-femoris-tendon"],
]


def rest(key):
    """Metres to the client's left, backwards and up, of the left side or the midline."""
    sides = BODY.landmarks[key]
    x, y, z = sides.get(Side.LEFT, sides.get(Side.MIDLINE)).rest
    return (x, y, z)


@pytest.mark.parametrize("axis", [ACROSS, BACK, UP])
def test_landmarks_follow_one_another(axis):
    lines = {ACROSS: OUTWARD, BACK: BACKWARD, UP: [line[::-1] for line in DOWNWARD]}[axis]
    for line in lines:
        for one, other in pairwise(line):
            assert rest(one)[axis] < rest(other)[axis], (one, other)


def test_every_landmark_has_its_place_among_the_others():
    checked = {key for line in (*DOWNWARD, *OUTWARD, *BACKWARD) for key in line}
    assert set(BODY.landmarks) == checked


def test_steps_between_vertebrae_are_those_of_bones():
    """From 2 cm in the neck to 4 cm, and no vertebra twice as far down as the one above it."""
    steps = [rest(a)[UP] - rest(b)[UP] for a, b in pairwise(SPINE[: SPINE.index("L5") + 1])]
    assert all(0.8 < step / CUN_M < 1.8 for step in steps)
    assert all(0.5 < b / a < 2 for a, b in pairwise(steps))


@pytest.mark.parametrize(
    ("one", "other", "most_cun"),
    [
        ("T3", "scapula-spine-medial", 0.05),
        ("T7", "scapula-inferior-angle", 0.05),
        ("L4", "iliac-crest-top", 0.25),
        ("S2", "psis", 0.05),
        ("S1", "sacral-foramen-1", 0.05),
        ("S2", "sacral-foramen-2", 0.05),
        ("S3", "sacral-foramen-3", 0.05),
        ("lateral-malleolus", "calcaneal-tendon", 0.05),
        ("popliteal-crease-medial", "popliteal-crease-lateral", 0.25),
        ("gluteal-fold-medial", "gluteal-fold-lateral", 0.5),
    ],
)
def test_what_a_teacher_puts_at_one_height_is_there(one, other, most_cun):
    assert abs(rest(one)[UP] - rest(other)[UP]) / CUN_M <= most_cun
