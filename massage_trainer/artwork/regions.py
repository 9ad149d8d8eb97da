"""Named places of the rest body that a scene can highlight, as rounded boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# The landmarks whose heights the boxes hang on.
LEVELS = (
    "C7", "T1", "T12", "L1", "L3", "L5", "psis", "gluteal-fold-middle", "patella-apex",
    "popliteal-crease-middle", "medial-malleolus",
)  # fmt: skip
# The landmarks whose distance from the midline the boxes of the legs hang on.
ASIDE = {name: f"{name} aside" for name in ("patella-apex", "popliteal-crease-middle")}
ASIDE["medial-malleolus"] = "medial-malleolus aside"
# From C7 to the ankles on the body whose boxes are told here in metres.
TALL = 1.450
NAMES = frozenset(
    {
        "loin", "right beside spine to buttock", "kidney level", "crest level",
        "right lateral buttock", "right gluteal fold", "shins below kneecaps",
        "thighs above knee creases", "right knee", "right ankle", "knees", "back beside spine",
        "spine strips", "back, buttocks, thighs",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box seen from one side of the rest body; x is positive on the client's left."""

    words: str
    side: str
    centre: tuple[float, float]
    half: tuple[float, float]
    radius: float
    tilt: float = 0.0

    def __post_init__(self) -> None:
        if not 0 < self.radius <= min(self.half):
            raise ValueError(f"{self.words}: the radius must fit the smaller half width")

    def mirrored(self) -> Box:
        centre = (-self.centre[0], self.centre[1])
        return Box(self.words, self.side, centre, self.half, self.radius, -self.tilt)

    def scaled(self, size: float) -> Box:
        (x, z), (half_x, half_z) = self.centre, self.half
        half = (half_x * size, half_z * size)
        return Box(self.words, self.side, (x * size, z * size), half, self.radius * size, self.tilt)

    def as_json(self) -> dict[str, object]:
        return {
            "centre": [round(value, 4) for value in self.centre],
            "half": [round(value, 4) for value in self.half],
            "radius": round(self.radius, 4),
            "side": self.side,
            "tilt": self.tilt,
        }


def _band(words: str, x: float, half_x: float, low: float, high: float, radius: float) -> Box:
    return Box(words, "back", (x, (low + high) / 2), (half_x, (high - low) / 2), radius)


def _both(box: Box) -> tuple[Box, ...]:
    return (box, box.mirrored())


def regions(at: Mapping[str, float]) -> dict[str, tuple[Box, ...]]:
    """The places by name; ``at`` is the height of each of LEVELS on the rest body, and how far
    aside each of ASIDE lies.

    For the right side of the body (negative x) where a side is named.
    """
    size = (at["C7"] - at["medial-malleolus"]) / TALL
    told = {name: value / size for name, value in at.items()}
    every = _trunk(told) | _hips(told) | _legs(told)
    every["back, buttocks, thighs"] = _lower_back_half(told)
    return {name: tuple(box.scaled(size) for box in boxes) for name, boxes in every.items()}


def _trunk(at: Mapping[str, float]) -> dict[str, tuple[Box, ...]]:
    loin = _band("the loin from T12 to the sacrum", 0.0, 0.118, at["psis"], at["T12"], 0.035)
    kidney = _band("on the long back muscle, L1 to L3", -0.046, 0.026, at["L3"], at["L1"], 0.018)
    crest = _band("on the long back muscle, L3 to L5", -0.046, 0.026, at["L5"], at["L3"], 0.018)
    low, high = at["L5"], at["C7"] - 0.060
    back = _band("back muscles beside the spine", -0.080, 0.056, low, high, 0.045)
    low, high = at["psis"] + 0.013, at["T1"] - 0.003
    strip = _band("strip beside the spine, T1 to the sacrum", -0.034, 0.015, low, high, 0.015)
    return {
        "loin": (loin,),
        "kidney level": _both(kidney),
        "crest level": _both(crest),
        "back beside spine": _both(back),
        "spine strips": _both(strip),
    }


def _hips(at: Mapping[str, float]) -> dict[str, tuple[Box, ...]]:
    low, high = _down_the_buttock(at, 0.56), at["L1"] + 0.006
    words = "from L1 beside the spine over the crest to the middle of the buttock"
    beside = Box(words, "back", (-0.074, (low + high) / 2), (0.024, (high - low) / 2), 0.023, -14.0)
    # Around GB30 alone: the inner half is where nobody presses hard.
    middle = _down_the_buttock(at, 0.36)
    buttock = Box("lateral half of the buttock", "back", (-0.140, middle), (0.026, 0.027), 0.024)
    fold = at["gluteal-fold-middle"]
    under = Box("the fold below the buttock", "back", (-0.100, fold), (0.050, 0.018), 0.017)
    return {
        "right beside spine to buttock": (beside,),
        "right lateral buttock": (buttock,),
        "right gluteal fold": (under,),
    }


def _legs(at: Mapping[str, float]) -> dict[str, tuple[Box, ...]]:
    knee, crease = at["patella-apex"], at["popliteal-crease-middle"]
    words = "upper shin just below the kneecap"
    aside = {name: at[key] for name, key in ASIDE.items()}
    shin = Box(
        words, "front", (-aside["patella-apex"] - 0.002, knee - 0.093), (0.040, 0.036), 0.028
    )
    words = "back of the thigh just above the knee crease"
    behind = Box(
        words,
        "back",
        (0.024 - aside["popliteal-crease-middle"], crease + 0.127),
        (0.040, 0.042),
        0.034,
    )
    held = Box(
        "the knee held from the front",
        "front",
        (0.008 - aside["patella-apex"], knee + 0.005),
        (0.055, 0.050),
        0.04,
    )
    place = (-aside["medial-malleolus"] - 0.029, at["medial-malleolus"])
    ankle = Box("the ankle", "front", place, (0.050, 0.036), 0.028)
    return {
        "shins below kneecaps": _both(shin),
        "thighs above knee creases": _both(behind),
        "right knee": (held,),
        "right ankle": (ankle,),
        "knees": _both(held),
    }


def _lower_back_half(at: Mapping[str, float]) -> tuple[Box, ...]:
    low, high = at["L5"] - 0.005, at["C7"] - 0.055
    back = _band("whole back", 0.0, 0.135, low, high, 0.060)
    middle = _down_the_buttock(at, 0.453)
    buttocks = Box("both buttocks", "back", (0.0, middle), (0.140, 0.062), 0.050)
    low, high = at["popliteal-crease-middle"] + 0.055, at["gluteal-fold-middle"] - 0.034
    centre, half = (low + high) / 2, (high - low) / 2
    thigh = Box(
        "back of the thigh",
        "back",
        (0.019 - at[ASIDE["popliteal-crease-middle"]], centre),
        (0.046, half),
        0.042,
        -8.0,
    )
    return (back, buttocks, *_both(thigh))


def _down_the_buttock(at: Mapping[str, float], share: float) -> float:
    """The height at a share of the way from the PSIS to the gluteal fold."""
    return at["psis"] + share * (at["gluteal-fold-middle"] - at["psis"])
