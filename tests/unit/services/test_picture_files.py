"""Drawings as files: they can be read again, and a full disk is said in a sentence."""

import sys
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.picture_files import PictureFiles

SIZE = (300, 200)


def draw(painter):
    painter.fillRect(QRectF(0, 0, *SIZE), QColor("white"))
    painter.fillRect(QRectF(30, 20, 60, 40), QColor("#0F6B63"))
    painter.drawText(20, 120, "Huyệt 2 cun")


def test_a_png_shows_what_was_drawn(qapp, tmp_path):
    path = tmp_path / "a.png"
    PictureFiles().write(path, SIZE, "Title", draw)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (600, 400)
    assert picture.pixelColor(120, 80).name() == "#0f6b63"
    assert picture.text("Title") == "Title"


def test_an_svg_keeps_words_as_words(qapp, tmp_path):
    path = tmp_path / "a.svg"
    PictureFiles().write(path, SIZE, "A & B <c>", draw)
    root = ElementTree.parse(path).getroot()
    words = "".join(root.itertext())
    assert "Huyệt 2 cun" in words
    assert "A & B <c>" in words
    text = path.read_text(encoding="utf-8")
    assert "#0f6b63" in text
    assert text.count("font-family=") == text.count(',sans-serif"') > 0


@pytest.mark.parametrize("name", ["a.png", "a.svg"])
def test_where_nothing_can_be_written_it_is_said_and_the_old_file_stays(qapp, tmp_path, name):
    old = tmp_path / name
    old.write_text("old", encoding="utf-8")
    (tmp_path / f"{name}.new").mkdir()
    with pytest.raises(TrainerError, match=name):
        PictureFiles().write(old, SIZE, "", draw)
    assert old.read_text(encoding="utf-8") == "old"


def test_svg_is_loaded_only_when_it_is_written():
    import subprocess

    code = (
        "import sys, massage_trainer.services.picture_files; print('PySide6.QtSvg' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
