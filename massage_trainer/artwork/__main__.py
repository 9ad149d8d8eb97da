"""``python -m massage_trainer.artwork``: bakes the scenes, draws their stills and checks both."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from massage_trainer.artwork import index
from massage_trainer.artwork.index import Hashes, Tree
from massage_trainer.artwork.trial_words import add_trial_arguments
from massage_trainer.domain.errors import TrainerError

_ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m massage_trainer.artwork", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("build", "bake the scenes and draw their stills (needs requirements-artwork.lock)"),
        ("stills", "draw the stills of the baked scenes again"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("scenes", nargs="*", metavar="SCENE", help="only these")
    commands.add_parser("live", help="write the meshes of the live view again")
    commands.add_parser("check", help="do the committed pictures fit their sources?")
    sheet = commands.add_parser("sheet", help="all stills and key frames on pages, for review")
    sheet.add_argument("out", type=Path, metavar="OUT", help="a folder for the pages")
    sheet.add_argument("--scene", action="append", metavar="ID", help="only of this scene")
    marks = commands.add_parser("landmarks", help="the landmarks on the rest body, for review")
    marks.add_argument("out", type=Path, metavar="OUT.png")
    marks.add_argument("--points", action="store_true", help="the points too")
    trial = commands.add_parser("try", help="solve and draw one scene quickly, to write it")
    add_trial_arguments(trial)
    parser.add_argument("--root", type=Path, default=_ROOT, help=argparse.SUPPRESS)
    wish = parser.parse_args(arguments)
    tree = Tree(wish.root)
    try:
        return _run(wish, tree)
    except TrainerError as error:
        sys.stderr.write(f"artwork: {error}\n")
        return 1


def _run(wish: argparse.Namespace, tree: Tree) -> int:
    if wish.command == "check":
        return _check(tree)
    if wish.command == "build" and not wish.scenes and not index.problems(tree):
        sys.stdout.write("artwork: nothing has changed\n")
        return 0
    if wish.command == "live":
        return _live(tree)
    _need_display(tree.root)
    if wish.command == "try":
        from massage_trainer.artwork.trial import run

        return run(tree, wish)
    if wish.command == "sheet":
        _sheet(tree, wish.out, wish.scene or ())
        return 0
    if wish.command == "landmarks":
        return _landmarks(tree, wish.out, with_points=wish.points)
    if wish.command == "build":
        return _build(tree, wish.scenes)
    _stills(tree, wish.scenes)
    return 0


def _build(tree: Tree, names: Sequence[str]) -> int:
    """Bake, draw and place what has changed; what is wrong with the catalogue is told at last."""
    # Taken before, so that what is edited meanwhile does not count as built.
    inputs = tree.inputs()
    from massage_trainer.services.content.catalog_loader import load_catalog

    loaded = load_catalog(tree.catalog, tree.catalog.relative_to(tree.root).as_posix())
    stale = names or index.stale_scenes(tree, inputs)
    if stale is None or stale:
        from massage_trainer.artwork.bake import bake_all

        broken = bake_all(tree.scenes, tree.stage, loaded, stale or ())
        _record_baking(tree, inputs, stale or (), broken)
    _stills(tree, names)
    _live(tree)
    if not names:
        from massage_trainer.artwork.build import unseen_points

        index.record_problems(tree, "unseen", unseen_points(tree, loaded))
    found = index.recorded_problems(index.read(tree))
    for problem in found:
        sys.stderr.write(f"artwork: {problem}\n")
    return 1 if found else 0


def _live(tree: Tree) -> int:
    from massage_trainer.artwork import live_meshes

    live_meshes.update(tree, sys.stdout.write)
    return 0


def _check(tree: Tree) -> int:
    from massage_trainer.artwork import live_meshes

    found = [*index.problems(tree), *live_meshes.problems(tree)]
    for problem in found:
        sys.stderr.write(f"artwork: {problem}\n")
    if not found:
        sys.stdout.write("artwork: all pictures fit their sources\n")
    return 1 if found else 0


def _need_display(root: Path) -> None:
    """OpenGL needs a display; where there is none, a virtual one takes over the process."""
    # OpenGL is not to be had on Qt's own off-screen platform.
    os.environ.pop("QT_QPA_PLATFORM", None)
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform != "linux" or shown:
        return
    virtual = shutil.which("xvfb-run")
    if virtual is None:
        raise TrainerError("no display; install xvfb (apt install xvfb xauth) or set DISPLAY")
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, (str(root), os.environ.get("PYTHONPATH")))
    )
    command = [sys.executable, "-m", "massage_trainer.artwork", *sys.argv[1:]]
    sys.stdout.flush()
    os.execv(virtual, [virtual, "-a", *command])


def _record_baking(
    tree: Tree, inputs: Mapping[str, Hashes], names: Sequence[str], broken: Sequence[str]
) -> None:
    content = index.read(tree)
    content["problems"]["checks"] = list(broken)
    index.record_inputs(content["inputs"], inputs, index.BAKING_GROUPS, names)
    content["tools"] = _tools()
    tree.plates.mkdir(parents=True, exist_ok=True)
    index.write(tree, content)


def _stills(tree: Tree, names: Sequence[str]) -> None:
    from PySide6.QtGui import QGuiApplication

    from massage_trainer.artwork.build import update_stills

    app = QGuiApplication([])
    _refuse_strangers(tree, names)
    update_stills(tree, _tools(), names)
    app.quit()


def _tools() -> dict[str, str]:
    return {tool: _version(tool) for tool in index.TOOLS}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _refuse_strangers(tree: Tree, names: Sequence[str]) -> None:
    from massage_trainer.services.scenes import SceneStore

    known = SceneStore(tree.stage).scene_ids()
    if strangers := sorted(set(names) - set(known)):
        raise TrainerError(f"no baked scene {', '.join(strangers)} (there is: {', '.join(known)})")


def _sheet(tree: Tree, out: Path, names: Sequence[str]) -> None:
    from PySide6.QtGui import QGuiApplication

    from massage_trainer.artwork.sheet import write_pages

    app = QGuiApplication([])
    _refuse_strangers(tree, names)
    for page in write_pages(tree, out, names):
        sys.stdout.write(f"{page}\n")
    app.quit()


def _landmarks(tree: Tree, out: Path, *, with_points: bool) -> int:
    from PySide6.QtGui import QGuiApplication

    from massage_trainer.artwork.landmark_sheet import write_sheet

    app = QGuiApplication([])
    broken = write_sheet(tree, out, with_points=with_points)
    for problem in broken:
        sys.stderr.write(f"artwork: {problem}\n")
    app.quit()
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
