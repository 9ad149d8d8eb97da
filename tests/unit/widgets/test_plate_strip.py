"""The strip of words at the picture: whole where there is room, in short where there is not."""

import pytest
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.plate.strip import Strip
from massage_trainer.widgets.plate.words import StripWords
from massage_trainer.widgets.theme import Scale

LONG = "Một câu dài về cách tìm huyệt bằng tay. " * 8


@pytest.fixture
def strip(qtbot, look):
    parent = QWidget()
    qtbot.add_widget(parent)
    strip = Strip(parent)
    strip.held = parent
    strip.set_scale(Scale(1080))
    return strip


def test_without_words_there_is_no_strip(strip):
    strip.show_words(StripWords())
    assert strip.isHidden()
    strip.show_words(StripWords(None, "", ("words",)))
    assert not strip.isHidden()


def test_it_is_as_high_as_its_words(strip):
    strip.show_words(StripWords(Icon.TARGET, "title", ("one line",)))
    low = strip.height_for(700, 400)
    strip.show_words(StripWords(Icon.TARGET, "title", (LONG,)))
    assert low < strip.height_for(700, 400) < 400
    assert strip.height_for(300, 400) > strip.height_for(700, 400)


def test_words_get_smaller_before_they_are_cut(strip):
    strip.show_words(StripWords(Icon.TARGET, "title", (LONG,)))
    whole = strip.height_for(700, 1_000)
    assert strip.height_for(700, whole - 10) <= whole - 10
    assert strip._height <= whole - 10  # nothing is cut off
    assert strip.height_for(700, 40) == 40


def test_what_can_be_said_in_short_is_said_in_short_rather_than_small(strip):
    strip.show_words(StripWords(Icon.TARGET, "title", (LONG,), ("short",)))
    strip.height_for(700, 1_000)
    letter, whole = strip._letter, strip._height
    height = strip.height_for(700, whole // 2)
    assert height < whole // 2
    assert strip._letter == letter
    assert LONG in strip.words.spoken  # all of it for those who hear it


def test_in_a_check_the_description_stands_beside_the_small_picture(plate):
    page = plate()
    page.illustration.set_picture_height(110)
    page.page.grab()
    page.lesson.jump_to_row(1)
    page.model.show(page.plates.index.still("back"), page.model.wish._replace(codes=(), active=""))
    page.click("describe")
    strip = page.illustration.strip
    assert strip.geometry().left() > page.illustration.tools.geometry().right()
    assert page.illustration.rect().contains(strip.geometry())
