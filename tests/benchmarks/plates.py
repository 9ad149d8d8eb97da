"""Opening a plate with its points: the picture, its places and its map, cold and ahead."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody, MissingPicture, PlateIndex, Still, View
from massage_trainer.services.plates import PlateFiles, read_plate_index

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "plates"
WIDTH, HEIGHT = 1400, 933
# A student looks at a step for seconds; the worker has this long to read ahead.
LOOK_S = 0.4


def run() -> dict[str, Any]:
    index = read_plate_index(FOLDER)
    stills = list(shown(index))
    if not stills:
        return {"stills": 0, "problem": index.places_problem or "no plate has places"}
    # The first picture pays for loading the decoder.
    open_still(PlateFiles(FOLDER, index), stills[0])
    cold = [timed(lambda one=still: open_still(PlateFiles(FOLDER, index), one)) for still in stills]
    ahead = []
    source = PlateFiles(FOLDER, index)
    for still in stills:
        source.prepare([still], WIDTH, HEIGHT)
        time.sleep(LOOK_S)
        ahead.append(timed(lambda one=still: open_still(source, one)))
    source.close()
    return {
        "stills": len(stills),
        "mirrored": sum(still.files.mirrored for still in stills),
        "cold_median_ms": round(median(cold), 1),
        "cold_p95_ms": round(p95(cold), 1),
        "cold_worst_ms": round(max(cold), 1),
        "ahead_median_ms": round(median(ahead), 2),
        "ahead_p95_ms": round(p95(ahead), 2),
        "ahead_worst_ms": round(max(ahead), 2),
        "index_ms": round(median(timed(lambda: read_plate_index(FOLDER)) for _ in range(9)), 1),
        "places_and_maps_bytes": size("places/*"),
        "index_bytes": size("index.json"),
        "limit": "cold <= 80 ms, ahead p95 <= 16 ms, index and maps <= 8 MB",
    }


def shown(index: PlateIndex) -> Iterator[Still]:
    """Every plate with both clients, both sides and views, each picture once."""
    seen = set()
    for name in index.plates:
        for client in ClientBody:
            for side in (None, Side.LEFT, Side.RIGHT):
                for view in View:
                    still = index.still(name, side, view=view, client=client)
                    if still and still.files.places and still.files not in seen:
                        seen.add(still.files)
                        yield still


def p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def open_still(source: PlateFiles, still: Still) -> None:
    is_missing = isinstance(source.picture(still, WIDTH, HEIGHT), MissingPicture)
    if is_missing:
        raise RuntimeError(f"{still.files.file}: no picture")
    if source.places(still) is None or source.position_map(still) is None:
        raise RuntimeError(source.places_problem(still))


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def size(pattern: str) -> int:
    return sum(path.stat().st_size for path in FOLDER.rglob(pattern) if path.is_file())
