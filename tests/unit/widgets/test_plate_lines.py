"""The numbers at the ticks of a measuring line."""

from PySide6.QtCore import QPointF

from massage_trainer.domain.still_places import MeasuringLine, Run
from massage_trainer.widgets.plate.lines import measure
from massage_trainer.widgets.plate.viewport import Viewport

VIEW = Viewport(0, 0, 1000, 1000)


def leg(*points):
    return Run(tuple(points))


def numbers(line):
    return [number for _, number in measure(line, VIEW, 12, QPointF(990, 990), 5).numbers]


def test_each_leg_is_counted_from_its_own_beginning():
    down = leg(*((0.1, 0.1 + 0.05 * step) for step in range(7)))
    across = leg(*((0.1 + 0.05 * step, 0.4) for step in range(9)))
    line = MeasuringLine((down, across), ((0.1, 0.2), (0.2, 0.4), (0.3, 0.4)), ())
    assert numbers(line) == ["1", "1", "2"]


def test_a_line_of_which_nothing_is_seen_still_counts_its_ticks():
    assert numbers(MeasuringLine((), ((0.2, 0.2), (0.3, 0.3)), ())) == ["1", "2"]
