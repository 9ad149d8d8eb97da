"""Bakes the scenes with both clients: meshes and places once, then every scene, on all cores."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from massage_trainer.artwork import keep, places, scene_reader, stage_files
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.chart import bake_chart
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.people import ClientKit, People, catalog_digest
from massage_trainer.artwork.room import SHARED
from massage_trainer.artwork.scene import SceneSource
from massage_trainer.artwork.scene_json import scene_text
from massage_trainer.artwork.scene_reader import ScenesError
from massage_trainer.artwork.smoothing import solve_all
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.chart import CHART_FILE
from massage_trainer.services.content.catalog_loader import LoadedCatalog
from massage_trainer.services.scenes import SceneStore

WOMAN_FOLDER = "woman"
_CODE = ("massage_trainer.artwork.bake",)
# Where something stands in its file: an object that shows its address alone.
_PLACE = re.compile(r"<[^<>]*SourceLocation[^<>]*>")
# Several threads in each of several processes only get in each other's way.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_KINDS = (".json", ".mesh", ".chart")


def folder_of(out_dir: Path, which: ClientBody) -> Path:
    """Where the files of one client lie; those of both lie with the man's."""
    return out_dir if which is ClientBody.MAN else out_dir / WOMAN_FOLDER


def bake_all(
    scenes_dir: Path, out_dir: Path, loaded: LoadedCatalog, names: Sequence[str] = ()
) -> list[str]:
    """Bake every scene, or only the named ones, into `out_dir`; returns the broken checks."""
    everything = scene_reader.read_all(scenes_dir, loaded.catalog)
    scene_reader.refuse_unknown(names, [source.id for source in everything])
    sources = [source for source in everything if not names or source.id in names]
    with _one_thread_each():
        people = People(loaded)
        broken: list[str] = []
        for which, kit in people.clients.items():
            found = bake_client(kit, folder_of(out_dir, which), loaded)
            broken += [problem for problem in found if problem not in broken]
        practitioner = stage_files.practitioner_mesh(people.practitioner)
        keep.write(out_dir / "practitioner.mesh", practitioner)
        problems, written = _bake_scenes(sources, out_dir, loaded)
    if problems:
        raise ScenesError(problems)
    if not names:
        remove_strays(out_dir, written)
    return broken


def bake_client(kit: ClientKit, folder: Path, loaded: LoadedCatalog) -> list[str]:
    """The client's mesh, and where the catalogue's places lie on it; returns the broken checks."""
    body, resolved = kit.client.body, kit.resolved
    keep.write(folder / "client.mesh", stage_files.client_mesh(kit))
    packed = PackedSkin(SceneStore(folder).mesh("client"))
    places.bake_places(resolved, loaded.catalog, packed, folder / places.FILE)
    bake_chart(resolved, body, folder / CHART_FILE)
    return places.broken_checks(resolved, loaded)


@dataclass(frozen=True, slots=True)
class Task:
    """One scene with one client, to be baked into a folder."""

    source: SceneSource
    which: ClientBody
    out_dir: Path


@dataclass(frozen=True, slots=True)
class Baked:
    """What came of a task: the files, or everything that is wrong."""

    files: dict[str, bytes]
    problems: tuple[str, ...] = ()


def _bake_scenes(
    sources: Sequence[SceneSource], out_dir: Path, loaded: LoadedCatalog
) -> tuple[list[str], set[Path]]:
    tasks = [Task(source, which, out_dir) for source in sources for which in source.clients]
    # Long ones first, so that the cores end together.
    tasks.sort(key=lambda task: -_weight(task.source))
    problems: list[str] = []
    written = {out_dir / "practitioner.mesh"}
    for which in ClientBody:
        home = folder_of(out_dir, which)
        written |= {home / name for name in ("client.mesh", places.FILE, CHART_FILE)}
    for task, baked in _progress(_in_processes(tasks, loaded), len(tasks)):
        problems += baked.problems
        for name, content in sorted(baked.files.items()):
            shared = Path(name).stem in SHARED
            path = (out_dir if shared else folder_of(out_dir, task.which)) / name
            if not path.is_file() or path.read_bytes() != content:
                keep.write(path, content)
            written.add(path)
    return sorted(problems), written


def _weight(source: SceneSource) -> int:
    return 1 + (50 * len(source.frames) if source.stance is not None else 0)


def _progress(done: Iterator[tuple[Task, Baked]], total: int) -> Iterator[tuple[Task, Baked]]:
    from tqdm import tqdm

    with tqdm(total=total, desc="scenes", unit="scene", file=sys.stderr) as bar:
        for task, baked in done:
            bar.set_postfix_str(f"{task.source.id} {task.which.value}")
            bar.update()
            yield task, baked


def _in_processes(tasks: Sequence[Task], loaded: LoadedCatalog) -> Iterator[tuple[Task, Baked]]:
    cores = min(len(tasks), os.cpu_count() or 1)
    if cores < 2:
        _begin(loaded)
        yield from ((task, bake_scene(task)) for task in tasks)
        return
    pool = ProcessPoolExecutor(cores, get_context("spawn"), _begin, (loaded,))
    with pool:
        yield from zip(tasks, pool.map(bake_scene, tasks), strict=True)


_people: list[People] = []


def _begin(loaded: LoadedCatalog) -> None:
    """What a process that bakes keeps between its tasks."""
    _people[:] = [People(loaded)]


def bake_scene(task: Task) -> Baked:
    """Bake one scene with one client; what was baked from the same before is taken over."""
    people = _people[0]
    kit = people.clients[task.which]
    inputs = [_text(task.source), task.which.value, catalog_digest(kit.loaded)]
    path = (
        keep.folder()
        / f"baked-{task.source.id}-{task.which.value}-{keep.key(_CODE, inputs)}.pickle"
    )
    found: Baked | None = keep.read(path)
    if found is None:
        found = _baked(task, people, kit)
        if not found.problems:
            keep.forget(path.parent, f"baked-{task.source.id}-{task.which.value}")
            keep.save(path, found)
    return found


def _text(source: SceneSource) -> str:
    """All that a scene says, the same in every process: no order of a set, no place in a file."""
    clothes = sorted(source.clothes)
    return f"{clothes} {_PLACE.sub('', repr(replace(source, clothes=frozenset())))}"


def _baked(task: Task, people: People, kit: ClientKit) -> Baked:
    act = Act(task.source, kit, people.practitioner)
    problems = solve_all(act)
    if problems:
        return Baked({}, tuple(str(problem) for problem in problems))
    packed = stage_files.packed_skin(stage_files.client_mesh(kit))
    files = {f"{task.source.id}.json": scene_text(act, packed).encode()}
    for prop in (*act.room.props, *act.room.towels):
        files[f"{prop.name}.mesh"] = stage_files.prop_mesh(prop)
    return Baked(files)


def remove_strays(out_dir: Path, written: Collection[Path]) -> None:
    """Delete baked files that no scene asks for any more."""
    for which in ClientBody:
        for path in folder_of(out_dir, which).iterdir():
            if path.suffix in _KINDS and path not in written:
                path.unlink()


@contextmanager
def _one_thread_each() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
