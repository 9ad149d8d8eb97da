"""A verdict on a place of the body, and reading the chart that it is judged by."""

import math
import random
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from massage_trainer.domain.catalog import Acupoint
from massage_trainer.domain.chart import BodyChart
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.verdict import Judge, SideRule, Target
from massage_trainer.services.chart import CHART_FILE, read_chart
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir

VERDICTS = 3_000
LOADS = 15
MAGIC_BYTES = 4


def run() -> dict[str, Any]:
    path = assets_dir() / "stage" / CHART_FILE
    chart = read_chart(path)
    catalog = load_catalog(assets_dir() / "catalog", "catalog").catalog
    points = list(catalog.points.values())
    judge = Judge(chart, points)
    codes = [code for code in catalog.points if judge.can_judge(code)]
    places = _places(chart)
    rules = list(SideRule)
    wishes = [
        (Target(codes[i % len(codes)], rules[i % len(rules)]), place)
        for i, place in enumerate(places)
    ]
    first = _timed(lambda: judge.judge(*wishes[0]))
    straight = _straight(chart, points)
    return {
        "points": len(codes),
        "sites": len(chart.sites),
        "nodes": len(chart.nodes),
        "chart_kb": round(path.stat().st_size / 1e3, 1),
        "first_verdict_ms": round(first, 2),
        "verdict_ms": _spread([_timed(lambda w=w: judge.judge(*w)) for w in wishes]),
        "verdict_processor_ms": _spread(
            [_timed(lambda w=w: judge.judge(*w), time.process_time) for w in wishes]
        ),
        "verdict_p95_limit_ms": 2,
        "baseline_straight_line_ms": _spread([_timed(lambda p=p: straight(p)) for p in places]),
        "load_ms": _spread([_timed(lambda: read_chart(path)) for _ in range(LOADS)]),
        "baseline_unpack_ms": _spread([_timed(lambda: _unpack(path)) for _ in range(LOADS)]),
    }


def _places(chart: BodyChart) -> list[Vector]:
    """All over the charted skin, a little off it, on both sides."""
    chance = random.Random(3)
    out: list[Vector] = []
    for _ in range(VERDICTS):
        x, y, z = (part + chance.gauss(0, 0.001) for part in chance.choice(chart.nodes))
        out.append((x * chance.choice((1, -1)), y, z))
    return out


def _straight(chart: BodyChart, points: Sequence[Acupoint]) -> Callable[[Vector], float]:
    """The baseline: the nearest point as the crow flies, through the body."""
    keys = [site.key for point in points for site in point.sites]
    own = [chart.sites[key].place for key in keys if key in chart.sites]
    every = [*own, *((-x, y, z) for x, y, z in own)]
    return lambda place: min(math.dist(place, other) for other in every)


def _unpack(path: Path) -> bytes:
    """The baseline: reading and unpacking the file alone."""
    return zlib.decompress(path.read_bytes()[MAGIC_BYTES:])


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return (clock() - start) * 1e3


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(ordered[len(ordered) // 2], 3),
        "p95": round(ordered[int(len(ordered) * 0.95)], 3),
    }
