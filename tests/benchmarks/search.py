"""What finding a point by its names takes, as it is typed."""

import time
from typing import Any

from massage_trainer.domain.point_search import PointSearch, names_of
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir

QUERIES = ("l", "d", "kidney", "thận du", "BL23", "du", "xyzzy", "transport point lung")
TIMES = 50


def run() -> dict[str, Any]:
    catalog = load_catalog(assets_dir() / "catalog", "catalog").catalog
    search = PointSearch(catalog.points.values(), names_of(catalog.point_names))
    medians = {query: _median_ms(search, query) for query in QUERIES}
    return {"median_ms": medians, "slowest_ms": max(medians.values()), "limit_ms": 10}


def _median_ms(search: PointSearch, query: str) -> float:
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        search.find(query)
        times.append(1000 * (time.perf_counter() - begun))
    return round(sorted(times)[TIMES // 2], 2)
