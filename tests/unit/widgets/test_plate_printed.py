"""What is drawn over a picture on paper: every number stands in it, and no name over a zone."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from massage_trainer.domain.paper.model import Dot, Picture
from massage_trainer.domain.plate import Files, Still
from massage_trainer.domain.still_places import DrawnMark, MarkKind, Run
from massage_trainer.widgets.plate.printed import decorate
from tests.examples import text
from tests.pdf_reader import read_pdf

STILL = Still("a", Files("a.webp"), text("a"))
WIDE, HIGH = 9000, 6000


def printed(**drawn):
    image = QImage(WIDE // 10, HIGH // 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#c08040"))
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    decorate(painter, QRectF(0, 0, WIDE, HIGH), Picture(STILL, 1.5, **drawn))
    painter.end()
    return image


def changed(image):
    ground = QColor("#c08040").rgb()
    return [
        (x, y)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        if image.pixel(x, y) != ground
    ]


def test_a_bare_picture_stays_as_it_is(qapp):
    assert changed(printed()) == []


def test_a_crowd_of_points_is_numbered_to_the_last(qapp, tmp_path):
    crowd = tuple(Dot((0.5 + 0.001 * n, 0.5), "Ủy trung (BL40)", n) for n in range(1, 61))
    writer = QPdfWriter(str(tmp_path / "crowd.pdf"))
    painter = QPainter(writer)
    decorate(painter, QRectF(0, 0, WIDE, HIGH), Picture(STILL, 1.5, dots=crowd))
    painter.end()
    lines = read_pdf((tmp_path / "crowd.pdf").read_bytes()).text.splitlines()
    assert sorted(int(line.split()[0]) for line in lines) == [*range(1, 61)]


def test_points_are_marked_where_they_are_in_a_part_of_the_picture(qapp):
    image = printed(dots=(Dot((0.75, 0.75)),), part=(0.5, 0.5, 0.5))
    xs, ys = zip(*changed(image), strict=True)
    assert abs(sum(xs) / len(xs) - image.width() / 2) < 3
    assert abs(sum(ys) / len(ys) - image.height() / 2) < 3


def test_a_zone_is_hatched_and_a_name_keeps_off_it(qapp):
    dot = (Dot((0.5, 0.5), "BL23"),)
    image = printed(dots=dot)
    wide, high = image.width(), image.height()
    # Where the name stands as long as nothing is in its way.
    name = [(x, y) for x, y in changed(image) if abs(x - wide / 2) + abs(y - high / 2) > 25]
    left, right = (each(x for x, _ in name) for each in (min, max))
    top, bottom = (each(y for _, y in name) for each in (min, max))
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    zone = (Run(tuple((x / wide, y / high) for x, y in corners)),)
    bare, both = printed(zones=(zone,)), printed(zones=(zone,), dots=dot)
    assert changed(bare)
    inside = [(x, y) for x in range(left, right, 2) for y in range(top, bottom, 2)]
    assert all(bare.pixel(x, y) == both.pixel(x, y) for x, y in inside)


@pytest.mark.parametrize("kind", [MarkKind.STROKE, MarkKind.PRESS, MarkKind.MOVE])
def test_the_ways_of_the_hands_are_drawn(qapp, kind):
    assert changed(printed(marks=(DrawnMark(kind, ((0.2, 0.2), (0.6, 0.6))),)))


def test_a_wrong_place_is_a_cross_and_no_ring(qapp):
    right, wrong = (printed(dots=(Dot((0.5, 0.5), wrong=each),)) for each in (False, True))
    assert changed(right) != changed(wrong)
