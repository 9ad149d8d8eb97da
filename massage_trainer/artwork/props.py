"""The things around the client: table, face cradle, ankle roll, pillows, towels and lamp."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.mesh import Floats, Mesh, joined, still
from massage_trainer.artwork.solids import grid_faces, outward, rounded_box, tube, turned
from massage_trainer.artwork.support import (
    TABLE_HALF,
    TABLE_MIDDLE_X,
    TABLE_TOP,
    HalfRoll,
)

PAD_COLOUR = "#9fb3b1"
BASE_COLOUR = "#cdb796"
CHEST_COLOUR = "#e3d8c5"
CRADLE_COLOUR = "#93a8a6"
ROLL_COLOUR = "#8ba19f"
PILLOW_COLOUR = "#e9e4d8"
TOWEL_COLOUR = "#f0e6d2"
METAL_COLOUR = "#b9bcbc"
LAMP_COLOUR = "#e8e6e1"
GLOW_COLOUR = "#e2573a"
BEAM_COLOUR = "#ffb152"
BEAM_FROM, BEAM_RADII = 0.012, (0.095, 0.078)
PAD_THICKNESS = 0.085
RING_RADIUS = 0.041


@dataclass(frozen=True, slots=True)
class Part:
    """A shape of one colour within a prop."""

    name: str
    mesh: Mesh
    colour: str


def pad() -> Part:
    """The upholstered top of the table; fine enough to carry soft shadows."""
    low = np.array([TABLE_MIDDLE_X - TABLE_HALF[0], -TABLE_HALF[1], TABLE_TOP - PAD_THICKNESS])
    high = np.array([TABLE_MIDDLE_X + TABLE_HALF[0], TABLE_HALF[1], TABLE_TOP])
    return Part("pad", rounded_box(low, high, 0.030, 0.020), PAD_COLOUR)


def base() -> list[Part]:
    """A closed base, so that no table legs cross the picture."""
    x, y = TABLE_HALF[0] - 0.06, TABLE_HALF[1] - 0.05
    under = TABLE_TOP - PAD_THICKNESS
    frame = rounded_box(
        np.array([TABLE_MIDDLE_X - x, -y, under - 0.05]),
        np.array([TABLE_MIDDLE_X + x, y, under + 0.004]),
        0.008,
        0.3,
    )
    chest = rounded_box(
        np.array([TABLE_MIDDLE_X - x + 0.16, -y + 0.11, 0.0]),
        np.array([TABLE_MIDDLE_X + x - 0.16, y - 0.11, under - 0.045]),
        0.012,
        0.3,
    )
    return [Part("frame", frame, BASE_COLOUR), Part("chest", chest, CHEST_COLOUR)]


def cradle_path() -> Floats:
    """The middle line of the padded ring, open towards the chest, about the origin."""
    angles = np.radians(np.linspace(-148, 148, 49))
    return np.stack([0.092 * np.cos(angles), 0.088 * np.sin(angles), 0 * angles], axis=1)


def cradle() -> list[Part]:
    """A padded ring for the face on two bars; the ring's middle lies at the origin."""
    ring = tube(cradle_path(), RING_RADIUS, 24)
    arm = [
        tube(np.array([[-0.24, y, -0.075], [-0.05, y, -0.075], [0.07, y, -0.07]]), 0.011, 12)
        for y in (-0.05, 0.05)
    ]
    plate = rounded_box(
        np.array([-0.07, -0.10, -0.062]), np.array([0.11, 0.10, -0.046]), 0.007, 0.1
    )
    return [
        Part("ring", ring, CRADLE_COLOUR),
        Part("arm", joined(arm), METAL_COLOUR),
        Part("plate", plate, BASE_COLOUR),
    ]


def ankle_roll(roll: HalfRoll) -> Part:
    """Half a bolster across the table."""
    half_length, round_end = 0.30, 0.02
    angles = np.linspace(0, np.pi, 25)
    rows = []
    ends = [(-half_length, 0.55), (-half_length + 0.006, 0.86), (-half_length + round_end, 1.0)]
    stations = [
        *ends,
        *((y, 1.0) for y in np.linspace(-0.24, 0.24, 9)),
        *((-y, s) for y, s in ends[::-1]),
    ]
    for y, size in stations:
        ring = np.stack(
            [
                roll.x + size * roll.radius * np.cos(angles),
                np.full(25, y),
                TABLE_TOP + size * roll.radius * np.sin(angles),
            ],
            axis=1,
        )
        rows.append(ring)
    body = grid_faces(len(rows), 25)
    points = np.vstack(rows)
    fans = []
    for row, y in ((0, -half_length), (len(rows) - 1, half_length)):
        centre = len(points)
        points = np.vstack([points, [[roll.x, y, TABLE_TOP + 0.01]]])
        at = np.arange(24) + row * 25
        fans.append(np.stack([np.full(24, centre), at, at + 1], axis=1))
    mesh = still(points, np.vstack([body, *fans]))
    return Part("roll", outward(mesh, np.array([roll.x, 0.0, TABLE_TOP + 0.02])), ROLL_COLOUR)


def lamp(at: Floats, aim: Floats) -> list[Part]:
    """An infrared lamp on a floor stand; its head at `at` looks towards `aim`."""
    foot = turned(
        [(0.0, 0.0), (0.17, 0.0), (0.175, 0.012), (0.16, 0.026), (0.03, 0.034), (0.0, 0.036)], 48
    )
    away = np.array([at[0] - aim[0], at[1] - aim[1], 0.0])
    away /= np.linalg.norm(away)
    stand = np.array([at[0], at[1], 0.0]) + away * 0.24
    look = (aim - at) / np.linalg.norm(aim - at)
    top = np.array([stand[0], stand[1], at[2] - 0.10])
    neck = at - look * 0.15
    up = np.array([0.0, 0.0, 1.0])
    bend = np.array([top, top + 0.07 * up, (top + 0.11 * up + neck) / 2 + 0.02 * up, neck])
    pole = tube(np.array([[stand[0], stand[1], 0.02], [stand[0], stand[1], 0.5], top]), 0.013, 16)
    collar = tube(np.array([top - 0.05 * up, top + 0.03 * up]), 0.020, 16)
    arm = tube(_smooth(bend), 0.011, 14)
    turn, _ = Rotation.align_vectors([look], [up])
    shade = turned(
        [
            (0.0, -0.155),
            (0.035, -0.150),
            (0.048, -0.10),
            (0.060, -0.085),
            (0.105, 0.0),
            (0.108, 0.012),
            (0.104, 0.012),
            (0.056, -0.080),
            (0.0, -0.082),
        ],
        48,
    )
    bulb = turned(
        [(0.0, -0.084), (0.045, -0.080), (0.062, -0.045), (0.055, -0.020), (0.0, -0.010)], 40
    )
    return [
        Part("foot", still(foot.points + stand, foot.faces), METAL_COLOUR),
        Part("pole", joined([pole, collar, arm]), METAL_COLOUR),
        Part("shade", still(turn.apply(shade.points) + at, shade.faces), LAMP_COLOUR),
        Part("bulb", still(turn.apply(bulb.points) + at, bulb.faces), GLOW_COLOUR),
        beam(at, aim),
    ]


def beam(at: Floats, aim: Floats) -> Part:
    """The cone of light of a lamp, from its shade into what it warms."""
    look = (aim - at) / np.linalg.norm(aim - at)
    turn, _ = Rotation.align_vectors([look], [np.array([0.0, 0.0, 1.0])])
    start, end = BEAM_FROM, float(np.linalg.norm(aim - at))
    shares = np.linspace(0, 1, 9)
    near, far = BEAM_RADII
    profile = [(near + (far - near) * share, start + (end - start) * share) for share in shares]
    cone = turned(profile, 64)
    return Part("beam", still(turn.apply(cone.points) + at, cone.faces), BEAM_COLOUR)


def _smooth(path: Floats) -> Floats:
    t = np.linspace(0, 1, 15)[:, None]
    a, b, c, d = path
    return np.asarray(
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    )
