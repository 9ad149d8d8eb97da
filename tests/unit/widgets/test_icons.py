"""Every icon is drawn, in its colour, inside its square."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from massage_trainer.widgets.icons import Icon, draw_icon

RED = QColor("#FF0000")
WHITE = QColor("#FFFFFF")


def drawn(icon, size, ratio=1.0):
    picture = QImage(int(size * 3 * ratio), int(size * 3 * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(WHITE)
    painter = QPainter(picture)
    draw_icon(painter, icon, QRect(size, size, size, size), RED)
    painter.end()
    return picture


def inked(picture):
    return {
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != WHITE
    }


@pytest.mark.parametrize("icon", Icon)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_fills_its_square_and_no_more(icon, ratio):
    size = 24
    dots = inked(drawn(icon, size, ratio))
    low, high = size * ratio, 2 * size * ratio
    assert len(dots) > 30
    assert all(low - 1 <= x <= high and low - 1 <= y <= high for x, y in dots)


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_is_drawn_when_there_is_hardly_room(icon):
    assert drawn(icon, 1).size().width() == 3


def test_no_two_icons_look_alike():
    pictures = [frozenset(inked(drawn(icon, 24))) for icon in Icon]
    assert len(set(pictures)) == len(pictures)
