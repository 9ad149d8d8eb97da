"""The client with table, towels and pillows: as props of a scene, and as what a hand meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import drape, props
from massage_trainer.artwork.lying import ANKLE_ROLL
from massage_trainer.artwork.mesh import Floats, Mesh, joined, still
from massage_trainer.artwork.occlusion import samples
from massage_trainer.artwork.people import ClientKit
from massage_trainer.artwork.pose import Pose, skin
from massage_trainer.artwork.positions import HEADS, Position, cradle_place
from massage_trainer.artwork.props import Part
from massage_trainer.artwork.scene import CameraSource, SceneSource, SceneSourceError
from massage_trainer.artwork.support import HalfRoll

LAMP_HEAD = np.array([0.34, -0.52, 1.30])
LAMP_AIM = np.array([0.34, -0.06, 0.90])
STILL = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
# These look alike whoever lies there.
SHARED = frozenset({"table", "cradle", "ankle-roll", "lamp"})
_SPACING = 0.004


@dataclass(frozen=True, slots=True)
class Placed:
    """A prop of the scene: its parts, and where it stands (a quaternion and a place)."""

    name: str
    parts: Sequence[Part]
    at: tuple[float, ...] = STILL

    def mesh(self) -> Mesh:
        """All of it in the world; a hand goes through light."""
        whole = joined([part.mesh for part in self.parts if part.name != "beam"])
        turn = Rotation.from_quat(self.at[:4], scalar_first=True)
        return whole.with_points(turn.apply(whole.points) + np.array(self.at[4:]))


@dataclass(slots=True)
class Room:
    """What stands and lies around in one scene, with one client."""

    kit: ClientKit
    source: SceneSource
    position: Position
    worn: list[str] = field(init=False)
    props: list[Placed] = field(init=False)
    towels: list[Placed] = field(init=False)

    def __post_init__(self) -> None:
        self.worn = self.kit.worn(self.source.clothes)
        self.props = [self._prop(name) for name in self.source.props]
        self.towels = []

    def along(self, x: float) -> float:
        """Where this client has what the man has at ``x`` along the table."""
        return self.kit.client.along(x, HEADS[self.source.position])

    def camera(self, camera: CameraSource) -> CameraSource:
        """The same view of this client."""
        shift = round(self.along(camera.at[0]) - camera.at[0], 4)
        (ex, ey, ez), (ax, ay, az) = camera.eye, camera.at
        return CameraSource(
            (round(ex + shift, 4), ey, ez), (round(ax + shift, 4), ay, az), camera.fov
        )

    def lay_towels(self, pose: Pose) -> None:
        """Lay the towels over the client in this pose."""
        if not self.source.drapes:
            return
        blockers = [self._surface(pose, self.worn)]
        for prop in self.position.support.props:
            if isinstance(prop, HalfRoll):
                roll = props.ankle_roll(prop).mesh
                blockers.append(samples(roll.points, roll.faces, _SPACING))
        for cushion in self.position.cushions.values():
            mesh = drape.cushion(cushion.low, cushion.high, cushion.top, blockers[0])
            blockers.append(samples(mesh.points, mesh.faces, _SPACING))
        every = np.vstack(blockers)
        for number, towel in enumerate(self.source.drapes):
            name = f"drape-{self.source.id}" + (f"-{number + 1}" if number else "")
            fitted = replace(towel, from_x=self.along(towel.from_x), to_x=self.along(towel.to_x))
            part = Part("towel", drape.towel(fitted, every), props.TOWEL_COLOUR)
            self.towels.append(Placed(name, [part]))

    def garments(self, pose: Pose) -> dict[str, Mesh]:
        """The cloth that is worn, where the pose takes it."""
        out = {}
        for piece in self.kit.pieces:
            if piece.name in ("skin", "hair"):
                continue
            faces = [faces for name, faces in piece.ranges() if name in self.worn]
            if faces:
                posed = skin(self.kit.client.body, pose, piece.points, piece.weights)
                out[piece.name] = still(posed, np.vstack(faces)).picked(np.vstack(faces))
        return out

    def hair(self, pose: Pose) -> dict[str, Mesh]:
        """The hair, where the pose takes it."""
        body = self.kit.client.body
        return {
            piece.name: still(skin(body, pose, piece.points, piece.weights), piece.faces)
            for piece in self.kit.pieces
            if piece.name == "hair"
        }

    def furniture(self) -> dict[str, Mesh]:
        """Whatever does not move."""
        return {prop.name: prop.mesh() for prop in (*self.props, *self.towels)}

    def _surface(self, pose: Pose, worn: Sequence[str]) -> Floats:
        """Points all over the dressed and posed figure."""
        out = []
        for piece in self.kit.pieces:
            posed = skin(self.kit.client.body, pose, piece.points, piece.weights)
            for name, faces in piece.ranges():
                if name in worn:
                    out.append(samples(posed, faces, _SPACING))
        return np.vstack(out)

    def _prop(self, name: str) -> Placed:
        if name == "table":
            return Placed(name, [props.pad(), *props.base()])
        if name == "lamp":
            shift = self.along(float(LAMP_AIM[0])) - float(LAMP_AIM[0])
            return Placed(name, props.lamp(LAMP_HEAD, LAMP_AIM), _at(shift, 0.0, 0.0))
        if name == "ankle-roll":
            shift = self._roll() - ANKLE_ROLL.x
            return Placed(name, [props.ankle_roll(ANKLE_ROLL)], _at(shift, 0.0, 0.0))
        if name == "cradle":
            place = cradle_place(self.kit.client, self.position.pose)
            return Placed(name, props.cradle(), _at(*place.tolist()))
        cushion = self.position.cushions[name]
        blockers = self._surface(self.position.pose, self.kit.worn(frozenset({"shirt-down"})))
        mesh = drape.cushion(cushion.low, cushion.high, cushion.top, blockers)
        return Placed(name, [Part("pillow", mesh, props.PILLOW_COLOUR)])

    def _roll(self) -> float:
        """Where along the table the roll lies under this client's ankles."""
        rolls = [prop for prop in self.position.support.props if isinstance(prop, HalfRoll)]
        if not rolls:
            where = self.source.where
            raise SceneSourceError(f"{where}: nobody's ankles lie on a roll in this position")
        return rolls[0].x


def _at(x: float, y: float, z: float) -> tuple[float, ...]:
    return (*STILL[:4], round(x, 5), round(y, 5), round(z, 5))
