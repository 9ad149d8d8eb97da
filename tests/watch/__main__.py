"""``python -m tests.watch OUT [LESSON ...]`` writes the contact sheets that are to be looked at."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.resources import assets_dir
from tests.content.spoken_lessons import SHOWN
from tests.virtual_display import VirtualDisplay
from tests.watch.seconds import Seen, different


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.watch", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the sheets")
    parser.add_argument("lessons", nargs="*", help="all that are shipped where none is named")
    parser.add_argument("--client", choices=[c.value for c in ClientBody], action="append")
    parser.add_argument("--within-mm", type=float, default=10, help="moments nearer are one")
    options = parser.parse_args()
    clients = [ClientBody(name) for name in options.client or [c.value for c in ClientBody]]
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, VirtualDisplay(Path(folder)) as display:
        os.environ |= {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        watch(options.out, options.lessons or sorted(SHOWN), clients, options.within_mm / 1000)


def watch(out: Path, lessons: list[str], clients: list[ClientBody], within_m: float) -> None:
    """Lesson by lesson; what an earlier one showed is not drawn again."""
    from PySide6.QtGui import QGuiApplication

    from tests.watch.sheets import Drawer, write_sheets
    from tests.watch.sides import sides

    app = QGuiApplication.instance() or QGuiApplication([])
    drawer, seen, seconds, pictures = Drawer(), Seen(), 0, 0
    for client in clients:
        for lesson_id in lessons:
            scenes = LiveScenes(assets_dir() / "stage")
            found = different(lesson_id, client, scenes, within_m, seen)
            title = f"{client.value} {lesson_id}"
            name = f"{client.value}-{lesson_id}"
            sheets = list(write_sheets(drawer, found.looks, title, out, name))
            drawn = sum(len(sides(look)) for look in found.looks)
            seconds, pictures = seconds + found.seconds, pictures + drawn
            sys.stdout.write(
                f"{title}: {found.seconds} s, {len(found.looks)} different moments, {drawn}"
                f" pictures on {len(sheets)} sheets, {found.equal} s equal to one of them,"
                f" {found.without_scene} s without a scene\n"
            )
            sys.stdout.flush()
    sys.stdout.write(f"in all: {seconds} s, {pictures} pictures\n")
    drawer.close()
    del app


if __name__ == "__main__":
    main()
