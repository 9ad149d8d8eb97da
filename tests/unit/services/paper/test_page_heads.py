"""The head of a page leaves its content alone, whatever the paper is called."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.letters import register_letters
from massage_trainer.services.paper.pages import (
    CONTENT_HEIGHT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SetPaper,
    fill_pages,
    paint_page,
)
from massage_trainer.services.resources import assets_dir

WIDTH = 595  # dots, one for a point
ABOVE, CONTENT = 38, 50  # points from the upper edge: under the rule of the head, and the content


def nothing(painter, left, top):
    del painter, left, top


def second_page(title, topic):
    chunks = [Chunk(0.9 * CONTENT_HEIGHT, nothing, topic=topic) for _ in range(2)]
    paper = SetPaper(title, "vi", "", fill_pages(chunks), frozenset())
    image = QImage(WIDTH, round(WIDTH * PAGE_HEIGHT / PAGE_WIDTH), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(WIDTH / PAGE_WIDTH, WIDTH / PAGE_WIDTH)
    paint_page(painter, paper, 1)
    painter.end()
    return image


def darkest(image, first, last):
    return min(
        image.pixelColor(x, y).lightness() for y in range(first, last) for x in range(image.width())
    )


@pytest.mark.parametrize("name", ["Thi cuối kỳ", "Lớp kỹ thuật viên " * 12, "K" * 200])
def test_a_head_stays_over_its_rule_however_long_the_name_is(qapp, name):
    register_letters(assets_dir() / "fonts")
    image = second_page(name, name)
    assert darkest(image, 0, ABOVE) < 128
    assert darkest(image, ABOVE, CONTENT + 40) > 250
