"""The first picture comes without Qt's namespace, and the flags used instead are Qt's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from massage_trainer.widgets.drawing import (
    LEFT_MIDDLE,
    LEFT_WRAPPED,
    brush_of,
    fill_rounded,
    frame_rounded,
    pen_of,
    wrapped_rect,
)

ROOT = Path(__file__).parents[3]
START = """
import sys
from pathlib import Path
import PySide6.QtCore as core, PySide6.QtWidgets as widgets
app = widgets.QApplication(["massage-trainer", "-platform", "offscreen"])
from massage_trainer.app.composition import Program
program = Program(app, Path(sys.argv[1]))
program.window.resize(1280, 800)  # in a narrower window the tools are drawn as icons
program.window.show()
app.processEvents()
assert len(program.window.library_page.cards) > 3
print(*({"Qt"} & set(vars(core))), *({"QStyle"} & set(vars(widgets))))
"""


def test_the_flags_are_those_of_qt():
    align, text = Qt.AlignmentFlag, Qt.TextFlag
    assert (align.AlignLeft | align.AlignVCenter).value == LEFT_MIDDLE
    assert align.AlignLeft.value | text.TextWordWrap.value == LEFT_WRAPPED


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the style is set")
def test_the_first_picture_names_neither_qt_nor_its_styles(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == []


def test_brushes_and_pens_keep_their_colour():
    brushes = [brush_of(QColor(n, 2, 3)) for n in range(256)]
    assert [brush.color().red() for brush in brushes] == list(range(256))
    pen = pen_of(QColor("#123456"), 2.5)
    assert (pen.color().name(), pen.widthF()) == ("#123456", 2.5)


def test_a_sheet_is_filled_and_framed_inside_its_area():
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    fill_rounded(painter, QRect(10, 10, 20, 20), 4, QColor("red"))
    frame_rounded(painter, QRect(10, 10, 20, 20), 4, QColor("blue"), 2)
    painter.end()
    assert picture.pixelColor(20, 20) == QColor("red")
    assert picture.pixelColor(11, 20) == QColor("blue")
    assert picture.pixelColor(9, 20) == QColor("white")
    assert picture.pixelColor(10, 10) != QColor("blue")  # the corner is round


def test_wrapped_words_have_room(look):
    metrics = QFontMetrics(look.font())
    one = wrapped_rect(metrics, 5, 7, 1000, "Ấn")
    several = wrapped_rect(metrics, 5, 7, 60, "Ấn Ấn Ấn Ấn Ấn Ấn Ấn Ấn")
    assert (one.left(), one.top(), one.width()) == (5, 7, 1000)
    assert several.height() >= 2 * one.height() - 2
