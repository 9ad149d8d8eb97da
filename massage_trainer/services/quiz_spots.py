"""Finds the quiz's own spots on each client's skin, and the point stills that show them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.question import Shot
from massage_trainer.domain.quiz.source import SeenPlace
from massage_trainer.domain.quiz.spots import SPOTS, spot_place
from massage_trainer.services.chart import CHART_FILE, ChartFileError, read_chart
from massage_trainer.services.still_places import StillPlacesError, read_map, read_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.plate import PlateIndex
    from massage_trainer.domain.position_map import PositionMap
    from massage_trainer.domain.rotation import Vector

_WITHIN_M: Final = 0.008
_EDGE: Final = 0.03  # of the picture: what is nearer to its border is not asked
Places = dict[str, dict[ClientBody, "Vector"]]


def find_spots(
    stage: Path, plates: Path, index: PlateIndex, catalog: Catalog, shots: Mapping[str, Any]
) -> dict[str, SeenPlace]:
    """``shots`` are the pictures of points: only those that show the spot's site are searched."""
    places = _places(stage, catalog)
    maps: dict[Shot, tuple[ClientBody, PositionMap | None]] = {}
    found: dict[str, SeenPlace] = {}
    for name, of in places.items():
        seen: dict[Side, tuple[Shot, ...]] = {}
        for side in (Side.LEFT, Side.RIGHT):
            candidates = shots.get(SPOTS[name].site, {}).get(side, ())
            for shot in candidates:
                if shot not in maps:
                    maps[shot] = _map(plates, index, shot)
            seen[side] = tuple(shot for shot in candidates if _shows(maps[shot], of, side))
        shown = {side: each for side, each in seen.items() if each}
        found[name] = SeenPlace(_as_shown(of, shown, index), shown)
    return found


def _as_shown(
    places: Mapping[ClientBody, Vector], shots: Mapping[Side, tuple[Shot, ...]], index: PlateIndex
) -> dict[ClientBody, Vector]:
    """By who is wished for: where the pictures show the other client, it is the other's place."""
    result = dict(places)
    for client in ClientBody:
        stills = [
            index.still(shot.plate_id, shot.side, shot.frame, client=client)
            for each in shots.values()
            for shot in each
        ]
        seen = {still.client for still in stills if still}
        if len(seen) == 1 and (place := places.get(seen.pop())):
            result[client] = place
    return result


def _places(stage: Path, catalog: Catalog) -> Places:
    found: Places = {}
    for client, folder in ((ClientBody.MAN, stage), (ClientBody.WOMAN, stage / "woman")):
        try:
            chart = read_chart(folder / CHART_FILE)
        except ChartFileError:
            continue  # told by whoever judges
        for name, offset in SPOTS.items():
            if place := spot_place(offset, catalog, chart):
                found.setdefault(name, {})[client] = place
    return found


def _map(plates: Path, index: PlateIndex, shot: Shot) -> tuple[ClientBody, PositionMap | None]:
    still = index.still(shot.plate_id, shot.side, shot.frame)
    if still is None or not still.files.places:
        return ClientBody.MAN, None
    try:
        name = read_places(plates, still.files.places, still.plate_id).map_file
        found = read_map(plates, name) if name else None
    except StillPlacesError:
        return still.client, None  # told where the picture is shown
    return still.client, found.reversed() if found and still.files.mirrored else found


def _shows(
    seen: tuple[ClientBody, PositionMap | None], places: Mapping[ClientBody, Vector], side: Side
) -> bool:
    client, position_map = seen
    place = places.get(client)
    if position_map is None or place is None:
        return False
    x, y, z = place
    at = position_map.find((-x if side is Side.RIGHT else x, y, z), _WITHIN_M)
    return at is not None and all(_EDGE < part < 1 - _EDGE for part in at)
