"""Named places of the rest body that a scene can highlight, as rounded boxes."""

from __future__ import annotations

from dataclasses import dataclass

# Rest heights in metres above the hip joints. Fixed by what shows on the skin of this body: the
# C7 prominence, the dimples over the PSIS, the top of the cleft, the gluteal fold and the folds of
# the knees; the vertebral levels stand between C7 and the sacrum in the proportions of the adult
# spine, with L4 on the line of the iliac crest tops.
LEVELS = {
    "C7": 0.560,
    "T1": 0.540,
    "T7": 0.368,
    "T12": 0.224,
    "L1": 0.198,
    "L2": 0.173,
    "L3": 0.148,
    "L4": 0.124,
    "L5": 0.100,
    "PSIS": 0.074,
    "gluteal fold": -0.116,
    "kneecap": -0.455,
    "knee crease": -0.445,
    "ankle": -0.880,
}


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

    def as_json(self) -> dict[str, object]:
        return {
            "centre": [round(value, 4) for value in self.centre],
            "half": [round(value, 4) for value in self.half],
            "radius": self.radius,
            "side": self.side,
            "tilt": self.tilt,
        }


def _between(low: str, high: str) -> tuple[float, float]:
    """Middle and half height of the band between two levels."""
    return (LEVELS[low] + LEVELS[high]) / 2, abs(LEVELS[high] - LEVELS[low]) / 2


def _band(words: str, x: float, half_x: float, low: str, high: str, radius: float) -> Box:
    middle, half = _between(low, high)
    return Box(words, "back", (x, middle), (half_x, half), radius)


# For the right side of the body (negative x) where a side is named.
_LOIN = _band("the loin from T12 to the sacrum", 0.0, 0.118, "PSIS", "T12", 0.035)
_BESIDE_SPINE = Box(
    "from L1 beside the spine over the crest to the middle of the buttock",
    "back",
    (-0.082, 0.086),
    (0.030, 0.118),
    0.028,
    -14.0,
)
_KIDNEY = _band("on the long back muscle, L1 to L3", -0.046, 0.026, "L3", "L1", 0.018)
_CREST = _band("on the long back muscle, L3 to L5", -0.046, 0.026, "L5", "L3", 0.018)
_BUTTOCK = Box("lateral half of the buttock", "back", (-0.116, -0.044), (0.044, 0.040), 0.036)
_FOLD = Box("the fold below the buttock", "back", (-0.090, -0.116), (0.062, 0.018), 0.017)
_SHIN = Box("upper shin just below the kneecap", "front", (-0.170, -0.548), (0.040, 0.036), 0.028)
_BEHIND_THIGH = Box(
    "back of the thigh just above the knee crease", "back", (-0.138, -0.318), (0.040, 0.042), 0.034
)
_KNEE = Box("the knee held from the front", "front", (-0.160, -0.450), (0.055, 0.050), 0.040)
_ANKLE = Box("the ankle", "front", (-0.205, -0.872), (0.050, 0.036), 0.028)
_BACK = Box("back muscles beside the spine", "back", (-0.080, 0.300), (0.056, 0.200), 0.045)
_STRIP = Box(
    "strip beside the spine, T1 to the sacrum", "back", (-0.034, 0.312), (0.015, 0.225), 0.015
)
_WHOLE_BACK = Box("whole back", "back", (0.0, 0.300), (0.135, 0.205), 0.060)
_BUTTOCKS = Box("both buttocks", "back", (0.0, -0.012), (0.140, 0.062), 0.050)
_THIGH = Box("back of the thigh", "back", (-0.143, -0.270), (0.046, 0.120), 0.042, -8.0)


def _both(box: Box) -> tuple[Box, ...]:
    return (box, box.mirrored())


REGIONS: dict[str, tuple[Box, ...]] = {
    "loin": (_LOIN,),
    "right beside spine to buttock": (_BESIDE_SPINE,),
    "kidney level": _both(_KIDNEY),
    "crest level": _both(_CREST),
    "right lateral buttock": (_BUTTOCK,),
    "right gluteal fold": (_FOLD,),
    "shins below kneecaps": _both(_SHIN),
    "thighs above knee creases": _both(_BEHIND_THIGH),
    "right knee": (_KNEE,),
    "right ankle": (_ANKLE,),
    "knees": _both(_KNEE),
    "back beside spine": _both(_BACK),
    "spine strips": _both(_STRIP),
    "back, buttocks, thighs": (_WHOLE_BACK, _BUTTOCKS, *_both(_THIGH)),
}
