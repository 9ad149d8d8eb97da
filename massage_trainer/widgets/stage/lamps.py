"""Where the lamps stand: a small disc for the key light, a dome for the sky."""

import math
from dataclasses import dataclass

from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import Camera

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
# Half the angle that the key light fills: as soft as a large window.
_KEY_SPREAD = math.radians(9)
_LOWEST_SKY = 0.08


@dataclass(frozen=True, slots=True)
class Quality:
    """How much work one picture may cost: lamps, their depth maps, samples per pixel.

    ``gather`` is how many measurements of the light are averaged, across and down.
    """

    key_lamps: int
    sky_lamps: int
    depth_size: int
    smooth_depth: bool
    gather: int
    supersampling: int
    multisampling: int

    @property
    def lamps(self) -> int:
        return self.key_lamps + self.sky_lamps


LIVE = Quality(
    key_lamps=1,
    sky_lamps=6,
    depth_size=512,
    smooth_depth=True,
    gather=2,
    supersampling=1,
    multisampling=4,
)
# Many samples of a pixel make up for depth maps that are read roughly, which is quicker.
STILL = Quality(
    key_lamps=7,
    sky_lamps=28,
    depth_size=1024,
    smooth_depth=False,
    gather=4,
    supersampling=1,
    multisampling=8,
)


def key_direction(camera: Camera) -> Vector:
    """Towards the one key light: over the viewer's left shoulder, wherever the viewer stands."""
    x, y = camera.eye[0] - camera.at[0], camera.eye[1] - camera.at[1]
    flat = math.hypot(x, y)
    towards = (x / flat, y / flat) if flat > 1e-6 else (0.0, -1.0)
    left = (towards[1], -towards[0])
    ahead, aside, up = 0.36, 0.66, 0.66
    return _unit((ahead * towards[0] + aside * left[0], ahead * towards[1] + aside * left[1], up))


def lamp_directions(quality: Quality, camera: Camera) -> list[Vector]:
    """Towards each lamp: first those of the key light, then those of the sky."""
    key = key_direction(camera)
    return [*_disc(key, quality.key_lamps), *_dome(quality.sky_lamps)]


def lamp_rows(lamp: Vector, middle: Vector, radius: float) -> list[float]:
    """Three rows of four that take the world to the lamp's depth map, 0 to 1 inside the ball."""
    x, y, z = lamp
    across = _unit((y, -x, 0.0)) if abs(z) < 0.999 else (1.0, 0.0, 0.0)
    up = (
        y * across[2] - z * across[1],
        z * across[0] - x * across[2],
        x * across[1] - y * across[0],
    )
    rows: list[float] = []
    for axis in (across, up, (-x, -y, -z)):
        scaled = [n / (2 * radius) for n in axis]
        shift = sum(n * m for n, m in zip(scaled, middle, strict=True))
        rows += [*scaled, 0.5 - shift]
    return rows


def _disc(middle: Vector, count: int) -> list[Vector]:
    x, y, z = middle
    across = _unit((y, -x, 0.0))
    above = (across[1] * z, -across[0] * z, across[0] * y - across[1] * x)
    lamps = []
    for i in range(count):
        radius = _KEY_SPREAD * math.sqrt((i + 0.5) / count) if count > 1 else 0.0
        turn = i * _GOLDEN_ANGLE
        a, b = radius * math.cos(turn), radius * math.sin(turn)
        lamps.append(
            _unit(
                (
                    x + a * across[0] + b * above[0],
                    y + a * across[1] + b * above[1],
                    z + b * above[2],
                )
            )
        )
    return lamps


def _dome(count: int) -> list[Vector]:
    """Evenly spread over the upper half of the sphere (a Fibonacci spiral)."""
    lamps = []
    for i in range(count):
        z = _LOWEST_SKY + (1 - _LOWEST_SKY) * (i + 0.5) / count
        flat, turn = math.sqrt(1 - z * z), i * _GOLDEN_ANGLE
        lamps.append((flat * math.cos(turn), flat * math.sin(turn), z))
    return lamps


def _unit(v: Vector) -> Vector:
    length = math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2)
    return (v[0] / length, v[1] / length, v[2] / length)
