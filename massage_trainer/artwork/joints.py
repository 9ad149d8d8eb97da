"""Joint movements in an anatomist's words, as rotations of the rig's bones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats

Bones = dict[str, Rotation]


def unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector))


def about(axis: Floats, degrees: float) -> Rotation:
    return Rotation.from_rotvec(np.radians(degrees) * axis)


@dataclass(frozen=True, slots=True)
class Rig:
    """Axes of the joints, read from the bones of the rest body."""

    body: Body

    def _head(self, name: str) -> Floats:
        return self.body.head(name)

    def shoulder(self, side: str, flex: float, abduct: float, twist: float) -> Bones:
        """Where the upper arm points from the trunk, and its inward turn about itself."""
        sign = 1.0 if side == "L" else -1.0
        rest = unit(self._head(f"lowerarm01.{side}") - self._head(f"upperarm01.{side}"))
        f, a = np.radians(flex), np.radians(abduct)
        way = np.array([sign * np.sin(a), -np.sin(f) * np.cos(a), -np.cos(f) * np.cos(a)])
        axis = np.cross(rest, way)
        angle = float(np.degrees(np.arctan2(np.linalg.norm(axis), rest @ way)))
        swing = about(unit(axis), angle) if angle > 1e-6 else Rotation.identity()
        return {f"upperarm01.{side}": about(way, sign * twist) * swing}

    def elbow(self, side: str, bend: float, pronate: float = 0.0) -> Bones:
        """`bend` is the elbow's angle from straight; the rest body's elbow is bent already."""
        upper = unit(self._head(f"lowerarm01.{side}") - self._head(f"upperarm01.{side}"))
        fore = unit(self._head(f"wrist.{side}") - self._head(f"lowerarm01.{side}"))
        hinge = unit(np.cross(upper, fore))
        at_rest = float(np.degrees(np.arccos(upper @ fore)))
        sign = 1.0 if side == "L" else -1.0
        twist = about(fore, sign * pronate)
        return {f"lowerarm01.{side}": about(hinge, bend - at_rest), f"lowerarm02.{side}": twist}

    def hand_axes(self, side: str) -> tuple[Floats, Floats, Floats]:
        """Along the middle finger, out of the palm, and towards the thumb."""
        wrist = self._head(f"wrist.{side}")
        along = unit(self._head(f"finger3-1.{side}") - wrist)
        across = self._head(f"finger2-1.{side}") - self._head(f"finger5-1.{side}")
        across = unit(across - (across @ along) * along)
        palm = np.cross(along, across) if side == "L" else np.cross(across, along)
        return along, unit(palm), across

    def wrist(self, side: str, flex: float, towards_thumb: float = 0.0) -> Bones:
        along, palm, across = self.hand_axes(side)
        bend = about(unit(np.cross(along, palm)), flex)
        return {f"wrist.{side}": bend * about(unit(np.cross(along, across)), towards_thumb)}

    def fingers(self, side: str, curl: float, together: float = 1.25) -> Bones:
        """Curl (degrees at the middle joint) and close the gaps between the fingers."""
        _, palm, _ = self.hand_axes(side)
        out: Bones = {}
        middle = self._finger(side, 3, palm)
        for finger in (2, 3, 4, 5):
            way = self._finger(side, finger, palm)
            gap = float(np.degrees(np.arctan2(np.cross(way, middle) @ palm, way @ middle)))
            hinge = unit(np.cross(way, palm))
            shares = (0.55 + 0.08 * finger, 1.0 + 0.05 * finger, 0.5)
            for joint, share in enumerate(shares, start=1):
                out[f"finger{finger}-{joint}.{side}"] = about(hinge, curl * share)
            out[f"finger{finger}-1.{side}"] *= about(palm, together * gap)
        return out

    def _finger(self, side: str, finger: int, palm: Floats) -> Floats:
        way = self._head(f"finger{finger}-3.{side}") - self._head(f"finger{finger}-1.{side}")
        return unit(way - (way @ palm) * palm)

    def thumb(self, side: str, together: float = 25.0, bend: float = 10.0) -> Bones:
        """Swing the thumb towards the index finger (degrees) and bend its joints."""
        along, palm, _ = self.hand_axes(side)
        way = unit(self._head(f"finger1-3.{side}") - self._head(f"finger1-1.{side}"))
        inward = unit(np.cross(way, along))
        hinge = unit(np.cross(way, palm))
        return {
            f"finger1-1.{side}": about(inward, together),
            f"finger1-2.{side}": about(hinge, bend),
            f"finger1-3.{side}": about(hinge, bend),
        }

    def hip(self, side: str, flex: float, abduct: float = 0.0, turn_out: float = 0.0) -> Bones:
        sign = 1.0 if side == "L" else -1.0
        swing = Rotation.from_euler("zyx", [sign * turn_out, -sign * abduct, -flex], degrees=True)
        return {f"upperleg01.{side}": swing}

    def knee(self, side: str, bend: float) -> Bones:
        thigh = unit(self._head(f"lowerleg01.{side}") - self._head(f"upperleg01.{side}"))
        sideways = np.array([1.0, 0.0, 0.0])
        axis = unit(sideways - (sideways @ thigh) * thigh)
        return {f"lowerleg01.{side}": about(axis, bend)}

    def ankle(self, side: str, point: float) -> Bones:
        """Positive points the toes."""
        shin = unit(self._head(f"foot.{side}") - self._head(f"lowerleg01.{side}"))
        sideways = np.array([1.0, 0.0, 0.0])
        axis = unit(sideways - (sideways @ shin) * shin)
        return {f"foot.{side}": about(axis, point)}

    def spine(self, bends: dict[str, float]) -> Bones:
        """Forward bending (degrees) of single spine bones."""
        return {name: about(np.array([1.0, 0.0, 0.0]), value) for name, value in bends.items()}
