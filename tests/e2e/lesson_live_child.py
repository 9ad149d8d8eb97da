"""A lesson in a real window with a live picture: ``... FOLDER [play|stills|choose|back]``."""

import json
import sys
import time
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QImage, QOpenGLContext
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.widgets.illustration import Illustration
from tests.e2e.conftest import Stand

LESSON = "lumbar-acupressure"
PLATE = "loin-xat"
AT_MOST_S = 60.0
STAGE = "massage_trainer.widgets.stage.view"


def wait(until, seconds=AT_MOST_S):
    """Let events come until something is so; whether it came to be."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
    return bool(until())


def difference(one: QImage, other: QImage) -> float:
    """The mean of what the colours differ by, in parts of 255."""
    plain = QImage.Format.Format_RGB888
    images = one.convertToFormat(plain), other.scaled(one.size()).convertToFormat(plain)
    a, b = (bytes(image.constBits()) for image in images)
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


class FirstSight(QObject):
    """What was loaded, and whether it was live, when the picture was first painted."""

    def __init__(self, picture):
        super().__init__(picture)
        self._picture = picture
        self.loaded = self.live = None
        self.at = 0.0
        picture.view.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint and self.loaded is None and self._picture.picture:
            self.loaded, self.live = STAGE in sys.modules, self._picture.is_live
            self.at = time.monotonic()
        return False


class Lesson:
    """The program at a stroke of its longest lesson."""

    def __init__(self, folder, live="auto"):
        self.stand = Stand(folder / "data", "vi")
        self.program, self.window = self.stand.program, self.stand.window
        self.window.resize(1280, 760)
        self.window.activateWindow()
        self.program.preferences.update(live=live)
        wait(lambda: False, 0.3)
        self.program.open_lesson(LESSON)
        self.lesson = self.program.lesson
        self.picture = self.window.findChild(Illustration)
        self.first = FirstSight(self.picture)
        rows = self.lesson.timeline.rows
        row = next(at for at, each in enumerate(rows) if each.step.plate_id == PLATE)
        self.lesson.jump_to_row(row)

    @property
    def stage(self):
        from massage_trainer.widgets.stage.view import LiveStage

        return self.picture.findChild(LiveStage)

    def begin(self):
        self.lesson.start()
        while self.lesson.countdown.face.name in ("GET_READY", "RESUMING"):
            self.pass_time(500)

    def pass_time(self, ms):
        self.stand.ticker.pass_time(ms)
        wait(lambda: False, 0.02)

    def settle(self):
        """Until the finest picture of this moment is there."""

        def is_fine():
            frame, stage = self.stage.frame, self.stage
            return frame is not None and frame.finest and frame.take.number == stage._number

        assert wait(is_fine), "no fine picture came"

    def seen(self):
        wait(lambda: False, 0.05)
        return self.picture.grab(self.picture.view.geometry()).toImage()

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        assert wait(self.window.isActiveWindow, 5)
        QTest.keyClick(self.window, key, modifier)
        wait(lambda: False, 0.05)


def play(folder):
    """Still, live, moving, paused, stepped through, switched off and on, turned, broken."""
    from massage_trainer.widgets.stage import studio

    studio.Studio = partial(studio.Studio, make_context=Breakable)
    page = Lesson(folder)
    picture = page.picture
    came = wait(lambda: picture.is_live)
    told = {"first": [page.first.loaded, page.first.live], "came": came}
    told["live_after_ms"] = round(1000 * (time.monotonic() - page.first.at))
    page.begin()
    page.settle()
    views = [page.seen()]
    for _ in range(3):
        page.pass_time(300)
        page.settle()
        views.append(page.seen())
    told["moved"] = [difference(a, b) for a, b in pairwise(views)]
    page.lesson.pause()
    page.settle()
    before, frames = page.seen(), []
    page.stage.frame_drawn.connect(frames.append)
    busy = time.process_time()
    page.stand.clock.ms += 5000
    wait(lambda: False, 1.0)
    told["paused"] = {
        "differs": difference(before, page.seen()),
        "frames": len(frames),
        "busy_s": time.process_time() - busy,
    }
    page.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    told["stepped"] = difference(before, page.seen())
    page.key(Qt.Key.Key_L)
    told["still"] = [picture.is_live, page.stage.isVisible(), page.program.preferences.value.live]
    page.key(Qt.Key.Key_L)
    told["again"] = wait(lambda: picture.is_live)
    page.lesson.resume()
    page.pass_time(4000)
    left = page.lesson.countdown.left_ms
    Breakable.broken = True
    for _ in range(100):
        page.pass_time(100)
        if not picture.is_live:
            break
    wait(lambda: False, 0.3)
    kinds = [each.kind.value for each in page.program.problems.shown]
    told["broken"] = {
        "live": picture.is_live,
        "button": picture.tools.live.isVisible(),
        "told": kinds.count("no-live-view"),
        "runs": page.lesson.countdown.left_ms < left,
        "sees": difference(page.seen(), before) < 60,
    }
    page.window.grab().save(str(folder / "broken.png"))
    page.stand.close()
    return told


def stay_still(folder):
    """Who wants stills loads nothing of the stage, and may choose otherwise."""
    page = Lesson(folder, live="off")
    page.begin()
    page.pass_time(1000)
    wait(lambda: False, 0.3)
    told = {"loaded": STAGE in sys.modules, "offered": page.picture.tools.live.isVisible()}
    page.key(Qt.Key.Key_L)
    told["live"] = wait(lambda: page.picture.is_live)
    told["setting"] = page.program.preferences.value.live
    page.stand.close()
    return told


def choose(folder):
    """A lesson is chosen; while it is asked who lies on the table its body is rehearsed."""
    stand = Stand(folder / "data", "vi")
    program = stand.program
    program.preferences.update(client="woman")
    seen = []
    program.study_flow.live_room.studio.drawn.connect(seen.append)
    stand.window.lesson_chosen.emit(LESSON)
    came = wait(lambda: seen)
    told = {"came": came, "open": program.lesson.is_open}
    if came:
        take = seen[0].take
        told |= {"pixels": take.width * take.height, "client": take.scene.figures[0].mesh}
    stand.close()
    return told


def come_back(folder):
    """At home, with a lesson that was on before: its body is rehearsed unless stills are wanted."""
    stand = Stand(folder / "data", "vi")
    program = stand.program
    program.preferences.update(client="woman", last_lesson=LESSON, live="off")
    program.warm_up()
    wait(lambda: False, 1.0)
    told = {"loaded": STAGE in sys.modules}
    program.preferences.update(live="auto")
    seen = []
    program.study_flow.live_room.studio.drawn.connect(seen.append)
    program.warm_up()
    told["came"] = wait(lambda: seen)
    if seen:
        told["client"] = seen[0].take.scene.figures[0].mesh
    wait(lambda: False, 0.5)
    told["wanted"] = program.study_flow.live_room.studio.is_wanted
    stand.close()
    return told


class Breakable(QOpenGLContext):
    """Taken away by the driver when the test says so, for good."""

    broken = False

    def create(self) -> bool:
        return not Breakable.broken and super().create()

    def makeCurrent(self, surface) -> bool:  # noqa: N802 - Qt's name
        return not Breakable.broken and super().makeCurrent(surface)


if __name__ == "__main__":
    app = QApplication([])
    parts = {"play": play, "stills": stay_still, "choose": choose, "back": come_back}
    do = parts[sys.argv[2] if sys.argv[2:] else "play"]
    sys.stdout.write(json.dumps(do(Path(sys.argv[1]))) + "\n")
