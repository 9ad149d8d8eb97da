"""A contact sheet: the landmarks, and the points if wished, labelled on the rest body."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QVector3D

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import figure
from massage_trainer.artwork.finder import MeshPlace
from massage_trainer.artwork.index import Tree
from massage_trainer.artwork.label_layout import Box, Spot, beside, in_column
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.resolve import Resolved, check, resolve
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import Camera, Figure, KeyFrame, Placement, Scene
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.lamps import STILL
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.shot import Shot

_MESH = "client"
_PANEL, _COLUMNS, _FOOT = 2000, 2, 150
_FOV, _INK = 9.0, 2.0
_BARE = ("body-bare", "body-under-shorts", "body-under-shirt", "body-under-shirt-hem")
_PARTS = (*_BARE, "body-under-both", "hair")
# Places are looked up in a smaller picture; the nearest pixel may lie this far from the place.
_PROBE, _NEAR, _AROUND = 1000, 0.009, 2
_LEAST_FACING = 0.12
_TEXT, _SMALL, _TITLE, _STEP, _EDGE = 25, 21, 40, 33, 24
_LANDMARK, _POINT, _PAPER = QColor("#12386b"), QColor("#a3161f"), QColor("#fbf8f2")


@dataclass(frozen=True, slots=True)
class _View:
    """One panel: its title, from where it looks at which place of the rest body, how much of it."""

    title: str
    towards: Vector
    at: Vector
    height: float
    # The whole body is too small for the points.
    points: bool = True


_VIEWS = (
    _View("From behind", (0, 1, 0), (0, 0, -0.055), 2.0, points=False),
    _View("From the front", (0, -1, 0), (0, 0, -0.055), 2.0, points=False),
    _View("Left side", (1, 0, 0), (0, -0.05, -0.055), 2.0, points=False),
    _View("Right side", (-1, 0, 0), (0, -0.05, -0.055), 2.0, points=False),
    _View("Back", (0, 1, 0), (0, 0, 0.40), 0.56),
    _View("Loin and pelvis", (0, 1, 0), (0, 0, 0.06), 0.50),
    _View("Left shoulder from above and behind", (0.35, 1, 0.75), (0.09, 0.04, 0.49), 0.48),
    _View("Left hip", (1, 0.35, 0.1), (0.12, 0.0, 0.02), 0.46),
    _View("Legs from behind", (0, 1, 0), (0, 0, -0.52), 0.95),
    _View("Left leg, outer side", (1, 0, 0), (0.2, -0.02, -0.52), 0.95),
)


@dataclass(frozen=True, slots=True)
class _Dot:
    """A place as it stands in a panel; ``text`` is empty where the other side has the label."""

    text: str
    spot: Spot
    is_landmark: bool
    midline: bool


def write_sheet(tree: Tree, out: Path, *, with_points: bool) -> list[str]:
    """Draw the sheet; returns what is wrong with the places, in words."""
    loaded = load_catalog(tree.catalog, tree.catalog.relative_to(tree.root).as_posix())
    if loaded.errors:
        raise TrainerError("; ".join(str(error) for error in loaded.errors[:5]))
    catalog = loaded.catalog
    resolved = resolve(body_model.load(figure.PHENOTYPE), catalog, loaded.marks)
    mesh = SceneStore(tree.stage).mesh(_MESH)
    rows = -(-len(_VIEWS) // _COLUMNS)
    sheet = QImage(_COLUMNS * _PANEL, rows * _PANEL + _FOOT, QImage.Format.Format_RGB32)
    sheet.fill(_PAPER)
    painter = QPainter(sheet)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    with offscreen_stage(STILL) as stage:
        for number, view in enumerate(_VIEWS):
            row, column = divmod(number, _COLUMNS)
            painter.save()
            painter.translate(column * _PANEL, row * _PANEL)
            painter.setClipRect(0, 0, _PANEL, _PANEL)
            shown = with_points and view.points
            _draw_panel(painter, stage, mesh, view, resolved, catalog, with_points=shown)
            painter.restore()
    _draw_foot(painter, resolved, catalog, rows * _PANEL)
    painter.end()
    if not sheet.save(str(out)):
        raise TrainerError(f"{out}: cannot be written")
    return check(resolved, catalog)


def _draw_panel(
    painter: QPainter,
    stage: OffscreenStage,
    mesh: BakedMesh,
    view: _View,
    resolved: Resolved,
    catalog: Catalog,
    *,
    with_points: bool,
) -> None:
    shot = _shot(mesh, view)
    meshes = {_MESH: mesh}
    painter.drawImage(0, 0, stage.picture(shot, meshes))
    probe = np.frombuffer(stage.places(shot, meshes, _PROBE, _PROBE), np.float32)
    dots = list(
        _dots(
            shot, probe.reshape(_PROBE, _PROBE, 4)[::-1], resolved, catalog, with_points=with_points
        )
    )
    for dot in dots:
        _draw_dot(painter, dot)
    taken = [Box(dot.spot[0] - 8, dot.spot[1] - 8, 16, 16) for dot in dots]
    taken += _label_margins(painter, [dot for dot in dots if dot.is_landmark and dot.text])
    _label_beside(painter, [dot for dot in dots if not dot.is_landmark and dot.text], taken)
    painter.setFont(_font(_TITLE, bold=True))
    painter.setPen(QColor("#2b2320"))
    painter.drawText(QPointF(_EDGE, _PANEL - _EDGE), view.title)


def _shot(mesh: BakedMesh, view: _View) -> Shot:
    lift = -mesh.bounds()[0][2]
    rest = KeyFrame(Placement(at=(0.0, 0.0, lift)))
    person = Figure(_MESH, _PARTS, {"rest": rest})
    scene = Scene("landmarks", (person,), (), ("rest",), (), {}, has_mirror=False)
    x, y, z = view.at
    away = view.height / 2 / math.tan(math.radians(_FOV / 2)) / math.hypot(*view.towards)
    dx, dy, dz = (part * away for part in view.towards)
    camera = Camera((x + dx, y + dy, z + dz + lift), (x, y, z + lift), _FOV)
    return Shot.of_frame(scene, "rest", camera, _PANEL, _PANEL, _INK)


def _dots(
    shot: Shot, probe: Floats, resolved: Resolved, catalog: Catalog, *, with_points: bool
) -> Iterator[_Dot]:
    """The places that the panel shows, not those that are turned away or hidden."""
    matrix, lift = shot.matrix(), shot.poses[0].root.at[2]
    eye = np.array(shot.camera.eye) - [0, 0, lift]
    for key, sides in resolved.places.items():
        is_landmark = key in catalog.landmarks
        if not (is_landmark or with_points):
            continue
        seen: dict[Side, Spot] = {}
        for side, place in sides.items():
            x, y, z = (float(n) for n in place.point)
            spot = matrix.map(QVector3D(x, y, z + lift))
            u, v = (spot.x() + 1) / 2, (1 - spot.y()) / 2
            if _is_seen(place, eye, probe, u, v):
                seen[side] = (u * _PANEL, v * _PANEL)
        # One side has the label: a landmark's on the left, a point's on the right.
        first = Side.LEFT if is_landmark else Side.RIGHT
        named = next((side for side in (Side.MIDLINE, first) if side in seen), None)
        for side, at in seen.items():
            yield _Dot(
                key if side is (named or next(iter(seen))) else "",
                at,
                is_landmark,
                side is Side.MIDLINE,
            )


def _is_seen(place: MeshPlace, eye: Floats, probe: Floats, u: float, v: float) -> bool:
    towards = eye - place.point
    if place.normal @ towards < _LEAST_FACING * np.linalg.norm(towards):
        return False
    column, row = int(u * _PROBE), int(v * _PROBE)
    if not (0 <= column < _PROBE and 0 <= row < _PROBE):
        return False
    rows = slice(max(0, row - _AROUND), row + _AROUND + 1)
    columns = slice(max(0, column - _AROUND), column + _AROUND + 1)
    around = probe[rows, columns].reshape(-1, 4)
    off = np.linalg.norm(around[:, :3] - place.point, axis=1) + (around[:, 3] == 0)
    return bool(off.min() < _NEAR)


def _label_margins(painter: QPainter, dots: Sequence[_Dot]) -> list[Box]:
    """Labels in a column at each edge, in the order of the places, with leaders."""
    painter.setFont(_font(_TEXT))
    metrics = QFontMetricsF(painter.font())
    middle = _PANEL / 2
    has_midline = any(dot.midline for dot in dots)
    groups: Mapping[bool, list[_Dot]] = {True: [], False: []}
    for dot in sorted(dots, key=lambda d: d.spot[1]):
        # From behind, what lies in the middle of the body has one edge for itself.
        to_right = dot.midline if has_midline else dot.spot[0] >= middle
        groups[to_right].append(dot)
    boxes = []
    for to_right, group in groups.items():
        heights = in_column([d.spot[1] for d in group], _STEP, _EDGE, _PANEL - 3 * _EDGE)
        for dot, height in zip(group, heights, strict=True):
            width = metrics.horizontalAdvance(dot.text)
            left = _PANEL - _EDGE - width if to_right else float(_EDGE)
            box = Box(left, height - metrics.height() / 2, width, metrics.height())
            end = (left - 8 if to_right else left + width + 8, height)
            _draw_leader(painter, dot, end)
            _draw_label(painter, dot, box)
            boxes.append(box)
    return boxes


def _label_beside(painter: QPainter, dots: Sequence[_Dot], taken: Sequence[Box]) -> None:
    painter.setFont(_font(_SMALL, bold=True))
    metrics = QFontMetricsF(painter.font())
    sizes = [(metrics.horizontalAdvance(dot.text) + 4, metrics.height() - 4) for dot in dots]
    frame = Box(_EDGE, _EDGE, _PANEL - 2 * _EDGE, _PANEL - 4 * _EDGE)
    spots = [dot.spot for dot in dots]
    for dot, box in zip(dots, beside(spots, sizes, taken, frame), strict=True):
        if box is None:
            raise TrainerError(f"landmark sheet: no room for the label {dot.text}")
        _draw_leader(painter, dot, box.nearest(dot.spot))
        _draw_label(painter, dot, box)


def _draw_dot(painter: QPainter, dot: _Dot) -> None:
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(_LANDMARK if dot.is_landmark else _POINT)
    radius = 6.0 if dot.text else 4.0
    painter.drawEllipse(QPointF(*dot.spot), radius, radius)


def _draw_leader(painter: QPainter, dot: _Dot, end: Spot) -> None:
    colour = QColor(_LANDMARK if dot.is_landmark else _POINT)
    colour.setAlpha(150)
    painter.setPen(QPen(colour, 1.4))
    painter.drawLine(QPointF(*dot.spot), QPointF(*end))


def _draw_label(painter: QPainter, dot: _Dot, box: Box) -> None:
    rect = QRectF(box.left, box.top, box.width, box.height)
    paper = QColor(_PAPER)
    paper.setAlpha(215)
    painter.fillRect(rect, paper)
    painter.setPen(_LANDMARK if dot.is_landmark else _POINT)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, dot.text)


def _draw_foot(painter: QPainter, resolved: Resolved, catalog: Catalog, top: int) -> None:
    """How long a cun is in each region."""
    sizes = [
        f"{name}: {catalog.spans[name].cun:g} cun of {metres * 1000:.1f} mm"
        for name, metres in resolved.cun_m.items()
    ]
    painter.setFont(_font(30))
    painter.setPen(QColor("#2b2320"))
    place = QRectF(_EDGE, top, _COLUMNS * _PANEL - 2 * _EDGE, _FOOT)
    flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(place, flags, "Cun by bone proportion -   " + "     ".join(sizes))


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
