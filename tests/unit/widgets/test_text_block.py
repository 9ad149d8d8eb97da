"""Text with generous lines: heights, wrapping, and accents that are not cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage

from massage_trainer.widgets.text_block import LINE_DISTANCE, LINE_HEIGHT, TextBlock
from massage_trainer.widgets.theme import Scale

STACKED = "ẲẴẪỆỖỚỮỰ ẳẵẫệỗớữự gjqy"


@pytest.fixture
def block(qtbot, look):
    made = TextBlock(4.0)
    qtbot.add_widget(made)
    made.set_scale(Scale(1000))
    return made


def ink_rows(widget):
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dark = [
        min(picture.pixelColor(x, y).red() for x in range(picture.width()))
        for y in range(picture.height())
    ]
    return [y for y, darkest in enumerate(dark) if darkest < 160]


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_stacked_accents_and_tails_are_inside(block, weight):
    block.set_weight(weight)
    block.show_text(STACKED)
    width = block.natural_width() + 10
    block.resize(width, block.heightForWidth(width))
    shown = ink_rows(block)
    block.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    block.resize(width, 300)
    assert len(shown) == len(ink_rows(block))


def test_more_lines_are_higher_by_the_line(block):
    block.show_text("one")
    one = block.heightForWidth(2000)
    block.show_text("one\ntwo\nthree")
    assert block.heightForWidth(2000) == pytest.approx(one + 2 * 40 * LINE_DISTANCE, abs=2)
    assert one == pytest.approx(40 * LINE_HEIGHT, abs=1)


def test_a_narrower_column_needs_more_height_and_a_new_text_its_own(block):
    block.show_text("several words that will need several lines")
    assert block.heightForWidth(150) > block.heightForWidth(1500)
    block.show_text("few")
    assert block.heightForWidth(150) == block.heightForWidth(1500)


def test_it_never_asks_for_more_width_than_its_longest_word(block):
    block.show_text("a wonderfully long sentence with a wonderfully longish word")
    metrics = block.fontMetrics()
    assert block.minimumSizeHint().width() <= metrics.horizontalAdvance("wonderfully") + 3


def test_the_middle_is_found(block):
    block.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    block.show_text("x")
    block.resize(200, 300)
    rows = ink_rows(block)
    assert 120 < (rows[0] + rows[-1]) / 2 < 180


def test_colours_come_from_the_theme_by_name(block):
    block.show_text("xxxx")
    block.resize(block.natural_width(), 60)
    before = block.grab().toImage()
    block.set_ink("danger_ink")
    assert block.grab().toImage() != before
