"""Checking lessons from their source, picking up a change, and reading the cache at a start."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.services.content.check_command import check
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir

LESSONS = 100
STEPS = 50
ROUNDS = 5

HEAD = """\
schema: 1
name: {{vi: Bài tập số {number}, en: Exercise number {number}}}
summary: {{vi: Xát và day vùng thắt lưng hai bên., en: Rub and knead the loin on both sides.}}
order: {order}
needs: [{{vi: Bàn xoa bóp, en: Massage table}}, {{vi: Hai khăn lớn, en: Two large towels}}]
cover: prone-lumbar
lead_in: {{value: 5s, status: app_default}}
between: {{value: 8s, status: app_default}}
total: {{value: {total}, status: app_default}}
steps:
"""
STEP = """\
  - step: rub-{number}
    name:
      vi: Xát vùng thắt lưng lần {number}
      en: Linear friction rubbing of the loin, number {number}
    position: prone
    stroke: xat
    region: lumbar
    plate: prone-lumbar
    sides: {{by: leg-first, right-first: [right, left], left-first: [left, right]}}
    {dose}
    do:
      vi: >-
        Đẩy tay tới lui theo đường thẳng, trượt trên da, cho vùng thắt lưng ấm đều.
        Làm bên này rồi bên kia, hai bên bằng nhau.
      en: >-
        Push the hand to and fro in straight lines, sliding on the skin, until the loin is evenly
        warm. One side, then the other, both alike.
    practitioner:
      vi: Đứng cạnh bàn, ngang khung chậu, chân trước chân sau.
      en: Stand beside the table at pelvis level, one foot forward.
    contact:
      vi: Gốc bàn tay, ô mô cái hoặc ô mô út.
      en: Heel of the hand, or the thumb or little-finger side of the palm.
    direction:
      vi: Thẳng dọc cạnh cột sống, hoặc thẳng ngang thắt lưng.
      en: Straight up and down beside the spine, or straight across.
    pressure:
      vi: Đề xuất mức Walton 2; người được xoa bóp thấy 3–4/10.
      en: Proposed Walton 2; the client feels 3–4 of 10.
    watch:
      vi: Nhịp đều. Không đè lên mỏm gai. Tay rít thì thêm phấn hoặc dầu.
      en: Even rhythm. No force on the bony tips of the spine. If the hand drags, add talc.
    stop:
      vi: Rát da, đau chói, hoặc người được xoa bóp bảo dừng.
      en: Stinging skin, sharp pain, or the client says stop.
    cautions: [L1, K2, K9]
    source: [S2.2]
    corrections: [C10]
    ask: [leg-first]
"""
TIMED = "time: {value: 1m, status: app_default}"
HELD = (
    "hold: {least: 20s, most: 1m, status: app_default}\n"
    "    times: {value: 3, status: app_default}\n"
    "    rest: {value: 10s, status: app_default}"
)


def _lesson(number: int) -> str:
    half = STEPS // 2
    seconds = 2 * (half * 60 + (STEPS - half) * (3 * 20 + 2 * 10))
    steps = "".join(STEP.format(number=n, dose=HELD if n % 2 else TIMED) for n in range(STEPS))
    total = f"{seconds // 60}m{seconds % 60}s"
    return HEAD.format(number=number, order=number + 1, total=total) + steps


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "protocols"
        folder.mkdir()
        for number in range(LESSONS):
            (folder / f"lesson-{number}.yaml").write_text(_lesson(number), encoding="utf-8")
        places = ContentPlaces(
            (folder,),
            assets_dir() / "catalog",
            Path(root) / "no-pictures.json",
            Path(root) / "cache",
        )
        size = sum(path.stat().st_size for path in folder.iterdir())
        return {
            "lessons": LESSONS,
            "steps_each": STEPS,
            "source_mb": round(size / 1e6, 1),
            "parse_only_ms": _median_ms(lambda: _parse(folder)),
            "check_from_source_ms": _median_ms(lambda: _check(folder)),
            "check_limit_ms": 3_000,
            "pick_up_one_change_ms": _pick_up_ms(places),
            "pick_up_limit_ms": 100,
            "index_from_cache_ms": _index_ms(places),
            "index_limit_ms": 5,
        }


def _median_ms(work: Callable[[], None]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1_000)
    return round(median(times), 1)


def _parse(folder: Path) -> None:
    """The baseline: what the YAML parser alone needs for the same files."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in folder.glob("*.yaml"):
        yaml.compose(path.read_bytes(), loader)


def _check(folder: Path) -> None:
    mistakes = check([folder], protocols_dir(), assets_dir(), lambda _: None)
    assert mistakes == [], mistakes[0]


def _pick_up_ms(places: ContentPlaces) -> float:
    """A lesson of an open program is saved again with another name."""
    library = ContentLibrary(places, TeacherChoices, lambda: "")
    assert len(library.index().cards) == LESSONS
    # Long ago, so that no file needs a look inside because it is too new.
    for path in places.protocols[0].iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    library.index()
    changes = iter(range(1_000))
    path = places.protocols[0] / "lesson-7.yaml"
    text = path.read_text(encoding="utf-8")

    def change() -> None:
        path.write_text(text.replace("number 7", f"number 7.{next(changes)}"), encoding="utf-8")
        assert library.refresh()

    result = _median_ms(change)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    library.index()
    return result


INDEX = """
import json, os, pathlib, sys, time
import dataclasses, re, stat, typing, zlib  # any Qt program has loaded these
root, catalog = map(pathlib.Path, sys.argv[1:])
start = time.perf_counter()
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
places = ContentPlaces((root / "protocols",), catalog, root / "no-pictures.json", root / "cache")
cards = ContentLibrary(places, None, lambda: "").index().cards
print(json.dumps([(time.perf_counter() - start) * 1_000, len(cards), "yaml" in sys.modules]))
"""


def _index_ms(places: ContentPlaces) -> float:
    """The library of a new process, the imports of its modules included."""
    root = str(places.protocols[0].parent)
    command = [sys.executable, "-c", INDEX, root, str(places.catalog)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(2 * ROUNDS + 1):
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
        milliseconds, cards, yaml_loaded = json.loads(done.stdout)
        assert (cards, yaml_loaded) == (LESSONS, False)
        times.append(milliseconds)
    return round(median(times), 1)
