"""How hands and limbs move in a live picture: ways without what is hidden of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.live_sight import SLANTED
from massage_trainer.domain.live_skin import PosedBody, PosedPlace
from massage_trainer.domain.still_places import DrawnMark, Fraction, MarkKind, Sight

if TYPE_CHECKING:
    from massage_trainer.domain.live_sight import Sightline
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.scene_plates import SceneMark, ScenePlate
    from massage_trainer.domain.stage import Scene

# A press comes from so far above the skin.
_PRESS_FROM_M: Final = 0.06
# A way is drawn if so much of it can be seen, and a circle as a whole if nearly all of it can.
_LEAST_SEEN: Final = 0.5
_NEARLY_ALL: Final = 0.85
# A way through the room is that of a limb, which is so thick.
_LIMB_M: Final = 0.2
# What is hidden for so small a part of a way is drawn: a finger lies there, or an edge is coarse.
_BRIDGED: Final = 0.09
_LEAST_PIECE: Final = 0.12


def marks_of(
    scene: Scene, plate: ScenePlate, posed: PosedBody, line: Sightline
) -> Iterator[DrawnMark]:
    """The marks of a plate, in the order in which the hands move."""
    is_reflected = any(prop.reflected for prop in scene.props)
    # The marks of a scene are those of the side it was made for: in its mirror image the body
    # lies as in the scene itself, reflected, and so do they.
    if is_reflected and any(mark.spots for mark in plate.marks):
        posed = posed.reflected
    for mark in plate.marks:
        if mark.spots:
            places = [posed.at(spot) for spot in mark.spots]
            if is_reflected:
                places = [_reflected(place) for place in places]
            yield from _on_skin(mark, places, line)
        else:
            world = [(x, -y, z) for x, y, z in mark.world] if is_reflected else mark.world
            yield from _in_room(mark, world, line)


def _on_skin(mark: SceneMark, places: Sequence[PosedPlace], line: Sightline) -> Iterator[DrawnMark]:
    sights = [line.see(place, turned=SLANTED) for place in places]
    metre = line.lens.scale(*places[len(places) // 2][:3])
    path = [seen.at for seen in sights]
    shown = [seen.sight is Sight.VISIBLE for seen in sights]
    if mark.kind is not MarkKind.PRESS:
        yield from _pieces(mark, path, shown, metre)
    elif shown[0]:
        x, y, z, nx, ny, nz = places[0]
        up = _PRESS_FROM_M
        start = line.lens.fraction(x + up * nx, y + up * ny, z + up * nz)
        if start is not None:
            yield DrawnMark(mark.kind, (start, path[0]), metre=metre)


def _in_room(mark: SceneMark, world: Sequence[Vector], line: Sightline) -> Iterator[DrawnMark]:
    path: list[Fraction] = []
    shown: list[bool] = []
    eye = line.lens.camera.eye
    for place in world:
        at = line.lens.fraction(*place)
        if at is None:
            return
        path.append(at)
        shown.append(not line.covers(at, place, math.dist(place, eye), _LIMB_M))
    yield from _pieces(mark, path, shown, line.lens.scale(*world[len(world) // 2]))


def _pieces(
    mark: SceneMark, path: Sequence[Fraction], shown: Sequence[bool], metre: float
) -> Iterator[DrawnMark]:
    """The way as far as it is seen; only its real ends have heads."""
    count = len(path)
    seen = sum(shown) / count
    if seen < _LEAST_SEEN:
        return
    if seen == 1 or count == 1 or (mark.closed and seen >= _NEARLY_ALL):
        yield DrawnMark(mark.kind, tuple(path), mark.closed, mark.both_ways, metre=metre)
        return
    if mark.closed:  # begin behind what hides it, so that no piece is cut at the beginning
        first = next(i for i in range(count) if shown[i] and not shown[i - 1])
        path, shown = (*path[first:], *path[:first]), (*shown[first:], *shown[:first])
    for first, last in _runs(shown):
        piece = tuple(path[first : last + 1])
        if len(piece) < max(2, _LEAST_PIECE * count):
            continue
        at_start, at_end = first == 0, last == count - 1
        if mark.closed or (at_end and not (at_start and mark.both_ways)):
            yield DrawnMark(mark.kind, piece, metre=metre)
        elif at_start and mark.both_ways:
            yield DrawnMark(mark.kind, piece[::-1], both_ways=at_end, metre=metre)
        else:
            yield DrawnMark(mark.kind, piece, headed=False, metre=metre)


def _runs(shown: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last of what is seen in a row, over small gaps."""
    runs: list[tuple[int, int]] = []
    at = 0
    for is_seen, group in groupby(shown):
        length = len(list(group))
        if is_seen:
            gap = at - runs[-1][1] - 1 if runs else math.inf
            if gap <= max(1.0, _BRIDGED * len(shown)):
                runs[-1] = (runs[-1][0], at + length - 1)
            else:
                runs.append((at, at + length - 1))
        at += length
    return runs


def _reflected(place: PosedPlace) -> PosedPlace:
    x, y, z, nx, ny, nz = place
    return PosedPlace(x, -y, z, nx, -ny, nz)
