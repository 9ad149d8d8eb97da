"""Shows live views for test_live_stage.py: ``python draw_live.py FOLDER`` on a display."""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QColor, QImage, QOpenGLContext, QPalette, QSurfaceFormat
from PySide6.QtWidgets import QApplication, QWidget

from massage_trainer.artwork.live_meshes import packed_live
from massage_trainer.artwork.simplify import simplified
from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.domain.stage import Camera, Scene
from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, IN_THE_PICTURE, StageLayer
from massage_trainer.domain.stage_time import StageMoment, poses_at
from massage_trainer.services.graphics_mark import FILE, GraphicsMark
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.lamps import STILL
from massage_trainer.widgets.stage.offscreen import offscreen_stage
from massage_trainer.widgets.stage.shot import PAPER, Shot
from massage_trainer.widgets.stage.studio import Studio
from massage_trainer.widgets.stage.view import LiveStage

WIDTH, HEIGHT = 360, 240
PATIENCE_S = 40.0
REST, BENT = StageMoment.at("rest"), StageMoment.at("bent")


def wait(until: Callable[[], Any], seconds: float = PATIENCE_S) -> bool:
    """Let events come until something is so; whether it came to be."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)
    return bool(until())


class Stand:
    """A studio, a view and all that they told."""

    def __init__(self, folder: Path, **more: Any) -> None:
        self.store = SceneStore(folder)
        self.scene = self.store.scene("example")
        self.camera = self.scene.cameras["wide"]
        self.studio = Studio(LiveMeshStore(folder / "live"), **more)
        self.views: list[LiveStage] = []
        self.frames: list[Any] = []
        self.failures: list[str] = []

    def view(self, parent: QWidget | None = None) -> LiveStage:
        view = LiveStage(self.studio, parent)
        view.frame_drawn.connect(self.frames.append)
        view.failed.connect(self.failures.append)
        view.resize(WIDTH, HEIGHT)
        view.show()
        self.views.append(view)
        return view

    def shown(self, view: LiveStage, moment: StageMoment = REST) -> QImage:
        """The finest picture of a moment."""
        view.show_scene(self.scene, moment, self.camera)
        assert wait(lambda: settled(view)), self.failures
        assert view.frame is not None
        return view.frame.picture

    def close(self) -> None:
        for view in self.views:
            view.close()
        self.studio.close()


def settled(view: LiveStage) -> bool:
    """Whether the finest picture of what was asked for last is there."""
    frame, scene, moment = view.frame, view.scene, view.moment
    if frame is None or scene is None or moment is None or not frame.finest:
        return False
    if frame.take.scene is not scene or frame.take.layers != view.layers & IN_THE_PICTURE:
        return False
    return frame.take.poses == poses_at(scene, moment) and frame.take.camera == view.camera


def difference(one: QImage, other: QImage) -> float:
    """The mean of what the colours differ by, in parts of 255."""
    plain = [image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, other)]
    a, b = (bytes(image.constBits()) for image in plain)  # while the images are still there
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def compare_with_the_still(folder: Path) -> dict[str, Any]:
    stand = Stand(folder)
    view = stand.view()
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor.fromRgbF(*PAPER))
    view.setPalette(palette)
    live = stand.shown(view, BENT)
    live.save(str(folder / "live-view.png"))
    ink = 3.0 * HEIGHT / 1333
    with offscreen_stage(STILL) as stage:
        shot = Shot.of_frame(stand.scene, "bent", stand.camera, WIDTH, HEIGHT, max(1.0, ink))
        still = stage.picture(shot, stand.store.meshes(stand.scene))
    still.save(str(folder / "live-still.png"))
    other = stand.shown(view, REST)
    stand.close()
    return {"differs": difference(live, still), "moved": difference(live, other)}


def count_frames(folder: Path) -> dict[str, Any]:
    """What moves is drawn, what stands still is drawn once more finely and then never again."""
    stand = Stand(folder)
    view = stand.view()
    stand.shown(view)
    count, began = len(stand.frames), time.process_time()
    wait(lambda: False, 1.0)
    idle = {"frames": len(stand.frames) - count, "busy_s": time.process_time() - began}
    moved = 0
    for step in range(1, 13):
        stand.frames.clear()
        view.show_moment(StageMoment("rest", "bent", step / 12), moving=True)
        moved += wait(lambda: stand.frames, 10.0)
    wait(lambda: settled(view))
    view.hide()
    stand.frames.clear()
    view.show_moment(REST)
    wait(lambda: False, 0.3)
    hidden = len(stand.frames)
    view.show()
    back = wait(lambda: settled(view))
    stand.studio.end()
    view.show_moment(BENT)
    ended = stand.studio._thread is None
    return {"idle": idle, "moved": moved, "hidden": hidden, "back": back, "ended": ended}


def see_two(folder: Path) -> dict[str, Any]:
    """Two windows of one scene are told the same and show the same."""
    stand = Stand(folder)
    first, second = stand.view(), stand.view()
    numbers = []
    for step in range(8):
        for view in (first, second):
            moment = StageMoment("rest", "bent", step / 8)
            if step == 0:
                view.show_scene(stand.scene, moment, stand.camera)
            else:
                view.show_moment(moment)
        assert wait(lambda: settled(first) and settled(second))
        assert first.frame is not None
        assert second.frame is not None
        numbers.append(difference(first.frame.picture, second.frame.picture))
    second.resize(2 * WIDTH, HEIGHT)
    wait(lambda: settled(first) and settled(second))
    stand.frames.clear()
    for step in range(40):
        for view in (first, second):
            view.show_moment(StageMoment("bent", "rest", step / 40), moving=True)
        wait(lambda: False, 0.04)
    turns = [frame.take.view for frame in stand.frames if not frame.finest]
    for view in (first, second):
        view.show_moment(REST)
    end = wait(lambda: settled(first) and settled(second))
    stand.close()
    return {"differs": max(numbers), "turns": turns, "end": end}


def ask_places(folder: Path) -> dict[str, Any]:
    stand = Stand(folder)
    view = stand.view()
    stand.shown(view)
    inside = (0.4, 0.42)  # no edge is near
    answers: dict[int, Any] = {}
    view.place_found.connect(lambda number, place: answers.update({number: place}))
    asked = [view.ask_place(*at) for at in ((0.5, 0.5), (0.02, 0.02), inside)]
    wait(lambda: len(answers) == len(asked))
    assert view.frame is not None
    distances = [view.frame.distance(0.5, 0.5), view.frame.distance(0.02, 0.02)]
    grid = view.positions
    assert grid is not None
    on_grid = [grid.place_at(inside), grid.place_at((0.02, 0.02))]
    found = fraction_of(grid, on_grid[0]) if on_grid[0] else None
    view.show_moment(BENT, moving=True)
    moving = view.positions is None
    stand.close()
    return {
        "places": [answers.get(number) for number in asked],
        "distances": distances,
        "grid": on_grid,
        "found": found,
        "moving": moving,
    }


def fade(folder: Path) -> dict[str, Any]:
    """Without movement one picture goes over into the next."""
    stand = Stand(folder)
    view = stand.view()
    first, second = stand.shown(view, REST), stand.shown(view, BENT)
    stand.shown(view, REST)
    found = []
    for share in (0.1, 0.5, 0.9):
        view.show_moment(StageMoment("rest", "bent", share, fades=True))
        assert wait(lambda: settled(view))
        seen = view.grab().toImage()
        found.append([difference(seen, first), difference(seen, second)])
    view.show_moment(BENT)
    wait(lambda: False, 0.3)
    found.append([difference(view.grab().toImage(), each) for each in (first, second)])
    count = len(stand.frames)
    stand.close()
    return {"differs": found, "whole": difference(first, second), "frames": count}


def change_layers(folder: Path) -> dict[str, Any]:
    """People are left out and clothes become sheer; guides are no matter of the picture."""
    stand = Stand(folder)
    view = stand.view()
    stand.shown(view)
    worker = (150, 62)
    client = stand.scene.figures[0]
    beside = {
        name: replace(f, root=replace(f.root, at=(0.0, 0.8, 0.62)))
        for name, f in client.frames.items()
    }
    stand.scene = replace(stand.scene, figures=(client, replace(client, frames=beside)))
    pictures = {"both": stand.shown(view)}
    for name, left_out in (
        ("client", StageLayer.PRACTITIONER),
        ("worker", StageLayer.CLIENT),
        ("sheer", StageLayer.CLOTHES),
    ):
        view.set_layers(DEFAULT_LAYERS - {left_out})
        pictures[name] = stand.shown(view)
        if name == "worker":
            answers: list[Any] = []
            view.place_found.connect(lambda _, place, into=answers: into.append(place))
            view.ask_place(0.4, 0.42)
            wait(lambda told=answers: told)
            hidden = [view.positions is None, answers]
    count = len(stand.frames)
    view.set_layers(DEFAULT_LAYERS - {StageLayer.CLOTHES} | {StageLayer.SPINE})
    wait(lambda: False, 0.3)
    stand.close()
    return {
        "skin": {name: picture.pixelColor(*worker).blue() for name, picture in pictures.items()},
        "both": {name: difference(pictures["both"], each) for name, each in pictures.items()},
        "hidden": hidden,
        "by_guides": len(stand.frames) - count,
    }


def take_the_background(folder: Path) -> dict[str, Any]:
    stand = Stand(folder)
    view = stand.view()
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(20, 30, 40))
    view.setPalette(palette)
    picture = stand.shown(view)
    stand.close()
    return {"corner": list(picture.pixelColor(2, 2).getRgb()[:3])}


def break_things(folder: Path) -> dict[str, Any]:
    """A scene that cannot be drawn fails alone; what the driver refuses is told in words."""
    stand = Stand(folder)
    view = stand.view()
    lacking: Scene = replace(stand.scene, figures=(replace(stand.scene.figures[0], mesh="nobody"),))
    view.show_scene(lacking, REST, stand.camera)
    wait(lambda: stand.failures)
    told = list(stand.failures)
    stand.shown(view)
    stand.close()
    found: dict[str, Any] = {"lacking": told, "then": len(stand.frames) > 0}
    for name, kind in (("none", NoContext), ("old", OldContext)):
        mark = GraphicsMark(folder / name)
        stand = Stand(folder, guard=mark, make_context=kind)
        view = stand.view()
        view.show_scene(stand.scene, REST, stand.camera)
        wait(lambda seen=stand: seen.failures)
        wait(lambda: False, 0.2)
        found[name] = stand.failures + ["marked"] * GraphicsMark(folder / name).crashed
        stand.close()
    found["ready"] = note_marks(folder / "ready", stand.scene, stand.camera)
    FleetingContext.left = [40, 60, 10_000]
    stand = Stand(folder, make_context=FleetingContext)
    view = stand.view()
    for moment in (REST, BENT, REST, BENT, REST):
        stand.shown(view, moment)
        view.set_camera(Camera(stand.camera.eye, stand.camera.at, stand.camera.fov_degrees))
    found["fleeting"] = [stand.failures, len(FleetingContext.left)]
    stand.close()
    FleetingContext.left = [0] * 9
    stand = Stand(folder, make_context=FleetingContext)
    stand.view().show_scene(stand.scene, REST, stand.camera)
    wait(lambda: stand.failures)
    found["gone"] = stand.failures
    stand.close()
    return found


def note_marks(folder: Path, scene: Scene, camera: Camera) -> list[bool]:
    """Whether a mark stood on the disk: opened, drawing, ready before it, and after it."""

    class Noted(QOpenGLContext):
        def makeCurrent(self, surface: Any) -> bool:  # noqa: N802 - Qt's name
            told.append(is_marked())
            return super().makeCurrent(surface)

    def is_marked() -> bool:
        return (folder / FILE).exists()

    told: list[bool] = []
    stand = Stand(folder.parent, guard=GraphicsMark(folder), make_context=Noted)
    opened: list[str] = []
    stand.studio.opened.connect(opened.append)
    stand.studio.warm_up()
    wait(lambda: opened)
    waiting = is_marked()
    view = stand.view()
    view.show_scene(scene, REST, camera)
    wait(lambda: stand.frames)
    drawn = is_marked()
    stand.close()
    return [*told[:2], waiting, drawn]


class NoContext(QOpenGLContext):
    def create(self) -> bool:
        return False


class OldContext(QOpenGLContext):
    def format(self) -> QSurfaceFormat:
        old = super().format()
        old.setVersion(2, 1)
        return old


class FleetingContext(QOpenGLContext):
    """Taken away by the driver after so many uses."""

    left: list[int] = []  # noqa: RUF012 - the test's own counter

    def __init__(self) -> None:
        super().__init__()
        self._left = FleetingContext.left.pop(0) if FleetingContext.left else 0

    def makeCurrent(self, surface: Any) -> bool:  # noqa: N802 - Qt's name
        self._left -= 1
        return self._left >= 0 and super().makeCurrent(surface)


def crash(folder: Path) -> dict[str, Any]:
    """As a driver does: the process is gone in the middle of the first drawing."""

    class Crashing(QOpenGLContext):
        def extraFunctions(self) -> Any:  # noqa: N802 - Qt's name
            os._exit(17)

    stand = Stand(folder, guard=GraphicsMark(folder / "crash"), make_context=Crashing)
    stand.view().show_scene(stand.scene, REST, stand.camera)
    wait(lambda: False, 20)
    return {}


PARTS = {
    "compare": compare_with_the_still,
    "frames": count_frames,
    "two": see_two,
    "places": ask_places,
    "fade": fade,
    "layers": change_layers,
    "background": take_the_background,
    "broken": break_things,
}


def write_live(folder: Path) -> None:
    (folder / "live").mkdir(exist_ok=True)
    store = SceneStore(folder)
    for path in folder.glob("*.mesh"):
        mesh = store.mesh(path.stem)
        content = packed_live(mesh, simplified(mesh, 1e-6), "0" * 21)
        (folder / "live" / path.name).write_bytes(content)


if __name__ == "__main__":
    app, work = QApplication([]), Path(sys.argv[1])
    write_live(work)
    if sys.argv[2:] == ["crash"]:
        crash(work)
    report = {name: part(work) for name, part in PARTS.items()}
    (work / "live.json").write_text(json.dumps(report), encoding="utf-8")
    QTimer.singleShot(0, app.quit)
    app.exec()
