"""Bakes the scenes: the client's mesh once, the props, and each scene's key frames."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import drape, figure, meshfile, places, props
from massage_trainer.artwork.chart import bake_chart
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.lying import ANKLE_ROLL
from massage_trainer.artwork.mesh import Floats, neighbours, normals, welds
from massage_trainer.artwork.meshfile import Piece
from massage_trainer.artwork.occlusion import openness, samples, softened
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.pose import Pose, skin
from massage_trainer.artwork.positions import POSITIONS, Position, cradle_place, moved
from massage_trainer.artwork.props import Part
from massage_trainer.artwork.regions import regions
from massage_trainer.artwork.scene import SceneSource, SceneSourceError, read_all
from massage_trainer.artwork.support import HalfRoll, zones
from massage_trainer.services.chart import CHART_FILE
from massage_trainer.services.content.catalog_loader import LoadedCatalog
from massage_trainer.services.scenes import SceneStore

LAMP_HEAD = np.array([0.40, 0.52, 1.30])
LAMP_AIM = np.array([0.39, 0.05, 0.90])
STILL_PLACE = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]


def bake_all(
    scenes_dir: Path, out_dir: Path, loaded: LoadedCatalog, names: Sequence[str] = ()
) -> list[str]:
    """Bake every scene, or only the named ones, into `out_dir`; returns the broken checks."""
    sources = read_all(scenes_dir)
    known = {source.id for source in sources}
    if strangers := sorted(set(names) - known):
        raise SceneSourceError(f"no scene {', '.join(strangers)}")
    out_dir.mkdir(parents=True, exist_ok=True)
    baker = Baker(out_dir, loaded)
    for source in sources:
        if not names or source.id in names:
            baker.scene(source)
    if not names:
        baker.remove_strays(known)
    return baker.broken


class Baker:
    """Bakes what several scenes share only once."""

    def __init__(self, out_dir: Path, loaded: LoadedCatalog) -> None:
        self._out = out_dir
        body = body_model.load(figure.PHENOTYPE)
        self.client = Client(body, Rig(body), zones(body))
        self._pieces = figure.client_pieces(body)
        self._positions: dict[str, Position] = {}
        self._written: set[str] = set()
        meshfile.write(out_dir / "client.mesh", self._pieces, figure.skeleton(body))
        self._written.add("client")
        resolved = places.resolved_all(body, loaded)
        self.broken = places.broken_checks(resolved, loaded)
        self._regions = regions(places.levels(resolved))
        packed = PackedSkin(SceneStore(out_dir).mesh("client"))
        places.bake_places(resolved, loaded.catalog, packed, out_dir / places.FILE)
        bake_chart(resolved, body, out_dir / CHART_FILE)

    def position(self, name: str) -> Position:
        if name not in POSITIONS:
            raise SceneSourceError(f"unknown position {name}")
        if name not in self._positions:
            self._positions[name] = POSITIONS[name](self.client)
        return self._positions[name]

    def scene(self, source: SceneSource) -> None:
        position = self.position(source.position)
        poses = {name: moved(self.client, position, frame) for name, frame in source.frames.items()}
        worn = figure.parts_worn(source.clothes)
        first = next(iter(poses.values()))
        placed = [self._prop(name, position) for name in source.props]
        for number, towel in enumerate(source.drapes):
            name = f"drape-{source.id}" + (f"-{number + 1}" if number else "")
            self._drape(name, towel, first, worn, position)
            placed.append({"mesh": name, "at": STILL_PLACE})
        boxes = [box for name in source.highlight for box in self._regions[name]]
        content: dict[str, Any] = {
            "id": source.id,
            "figures": [
                {
                    "mesh": "client",
                    "places": places.FILE,
                    "parts": worn,
                    "frames": {name: _frame(pose) for name, pose in poses.items()},
                }
            ],
            "props": placed,
            "frames": list(poses),
            "highlight": [box.as_json() for box in boxes],
            "regions": list(source.highlight),
            "cameras": source.cameras,
            "mirror": source.mirror,
            "description": source.said(None),
            "stills": list(_stills(source)),
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        (self._out / f"{source.id}.json").write_text(text, encoding="utf-8")

    def remove_strays(self, scenes: set[str]) -> None:
        """Delete baked files that no scene asks for any more."""
        for path in self._out.iterdir():
            known = scenes if path.suffix == ".json" else self._written
            if path.suffix in (".json", ".mesh") and path.stem not in known | {
                Path(places.FILE).stem
            }:
                path.unlink()

    def _prop(self, name: str, position: Position) -> dict[str, Any]:
        at = STILL_PLACE
        if name == "table":
            parts = [props.pad(), *props.base()]
        elif name == "ankle-roll":
            parts = [props.ankle_roll(ANKLE_ROLL)]
            at = [*STILL_PLACE[:4], _roll(position) - ANKLE_ROLL.x, 0.0, 0.0]
        elif name == "lamp":
            parts = props.lamp(LAMP_HEAD, LAMP_AIM)
        elif name == "cradle":
            parts = props.cradle()
            at = [1.0, 0.0, 0.0, 0.0, *cradle_place(self.client, position.pose)]
        elif name in position.cushions:
            cushion = position.cushions[name]
            blockers = self._surface(position.pose, figure.parts_worn(frozenset({"shirt-down"})))
            mesh = drape.cushion(cushion.low, cushion.high, cushion.top, blockers)
            parts = [Part("pillow", mesh, props.PILLOW_COLOUR)]
        else:
            raise SceneSourceError(f"unknown prop {name}")
        self._write_prop(name, parts)
        return {"mesh": name, "at": [round(float(value), 5) for value in at]}

    def _write_prop(self, name: str, parts: Sequence[Part]) -> None:
        if name in self._written:
            return
        self._written.add(name)
        every = np.vstack([samples(part.mesh.points, part.mesh.faces, 0.006) for part in parts])
        meshfile.write(self._out / f"{name}.mesh", [_prop_piece(part, every) for part in parts])

    def _surface(self, pose: Pose, worn: Sequence[str]) -> Floats:
        """Points all over the dressed and posed figure."""
        out = []
        for piece in self._pieces:
            posed = skin(self.client.body, pose, piece.points, piece.weights)
            for name, faces in piece.ranges():
                if name in worn:
                    out.append(samples(posed, faces, 0.004))
        return np.vstack(out)

    def _drape(
        self, name: str, towel: drape.Towel, pose: Pose, worn: Sequence[str], position: Position
    ) -> None:
        blockers = [self._surface(pose, worn)]
        for prop in position.support.props:
            if isinstance(prop, HalfRoll):
                roll = props.ankle_roll(prop).mesh
                blockers.append(samples(roll.points, roll.faces, 0.004))
        for cushion in position.cushions.values():
            mesh = drape.cushion(cushion.low, cushion.high, cushion.top, blockers[0])
            blockers.append(samples(mesh.points, mesh.faces, 0.004))
        cloth = drape.towel(towel, np.vstack(blockers))
        self._write_prop(name, [Part("towel", cloth, props.TOWEL_COLOUR)])


def _roll(position: Position) -> float:
    """Where along the table the roll lies under this client's ankles."""
    rolls = [prop for prop in position.support.props if isinstance(prop, HalfRoll)]
    if not rolls:
        raise SceneSourceError("nobody's ankles lie on a roll in this position")
    return rolls[0].x


def _prop_piece(part: Part, blockers: Floats) -> Piece:
    mesh = part.mesh
    facing = normals(mesh.points, mesh.faces, welds(mesh.points))
    light = openness(mesh.points + facing * 0.002, facing, blockers)
    light = softened(light, neighbours(len(mesh.points), mesh.faces), 2)
    light = np.clip(light / 0.97, 0.3, 1.0)
    colours = np.tile(figure.rgb(part.colour), (len(mesh.points), 1))
    return Piece(part.name, mesh.points, facing, mesh.weights, colours, light, mesh.faces)


def _frame(pose: Pose) -> dict[str, Any]:
    return {
        "root": [*_quaternion(pose.root), *(round(float(value), 5) for value in pose.at)],
        "bones": {
            bone: _quaternion(turn)
            for bone, turn in pose.complete().items()
            if turn.magnitude() > 1e-4
        },
    }


def _quaternion(turn: Rotation) -> list[float]:
    return [round(float(value), 5) for value in turn.as_quat(canonical=True, scalar_first=True)]


def _stills(source: SceneSource) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for side in ("right", "left") if source.mirror else (None,):
        for still in source.stills:
            moments = [(still.plate, still.frame)]
            if len(source.frames) > 1:
                moments += [
                    (f"{still.plate}.{name}", name)
                    for name, frame in source.frames.items()
                    if not frame.get("between")
                ]
            out += [
                {
                    "plate": plate,
                    "camera": still.camera,
                    "frame": frame,
                    "side": side,
                    "description": source.said(side),
                }
                for plate, frame in moments
            ]
    return out
