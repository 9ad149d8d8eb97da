"""A click on any point of any point plate means the same at every size, zoom and scale factor."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.verdict import Grade, Judge, SideRule, Target
from massage_trainer.viewmodels.plate import PlateViewModel, PointWish
from massage_trainer.widgets.plate.view import PlateView
from massage_trainer.widgets.plate.words import PlateWords
from tests.content import placed
from tests.content.placed import GROUNDS, INDEX
from tests.content.test_places import CATALOG

# The room of the picture in the windows of tests/unit/widgets/test_plate_clicks.py.
SHEETS = [(500, 333), (630, 420), (640, 427), (690, 460), (1010, 673), (1370, 913)]
ZOOMS = [1.0, 2.0, 4.5]
RATIOS = [1.0, 2.0]
# Half a dot of the smallest sheet: where this changes the verdict, the point is at a boundary.
HALF_DOT = (0.5 / SHEETS[0][0], 0.5 / SHEETS[0][1])
MOST_AT_BOUNDARIES = 0.04
POINT_PLATES = [name for name in GROUNDS if name.startswith("places/points-")]


class OnePlate:
    """A source of one still alone."""

    def __init__(self, ground):
        self._places, self._map = ground.places(), ground.position_map()
        self.index = INDEX

    def places(self, still):
        return self._places

    def position_map(self, still):
        return self._map

    def places_problem(self, still):
        return ""


@pytest.fixture(scope="module")
def judge():
    return Judge(placed.chart(ClientBody.MAN), CATALOG.points.values())


def click(view, at, ratio):
    """One click on the dot of the screen that is nearest to the place."""
    place = QPointF(*(round(part * ratio) / ratio for part in view.view.to_screen(at)))
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        QApplication.sendEvent(
            view,
            QMouseEvent(
                kind,
                place,
                view.mapToGlobal(place),
                Qt.MouseButton.LeftButton,
                buttons,
                Qt.KeyboardModifier.NoModifier,
            ),
        )


def views(view):
    """All sizes, zooms, scale factors, mirrored and not."""
    for width, height in SHEETS:
        for ratio in RATIOS:
            picture = QImage(
                round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32
            )
            picture.setDevicePixelRatio(ratio)
            view.resize(width, height)
            view.show_picture(picture)
            for mirrored in (False, True):
                view.set_mirrored(mirrored=mirrored)
                for zoom in ZOOMS:
                    yield ratio, zoom


def around(positions, mark, judge):
    """The verdicts on the place of a point and on four places beside it."""
    x, y = mark.at
    dx, dy = HALF_DOT
    ats = [(x, y), (x - dx, y - dy), (x - dx, y + dy), (x + dx, y - dy), (x + dx, y + dy)]
    target = Target(mark.code, SideRule.LEFT)
    return [told(judge.judge(target, positions.place_at(at))) for at in ats]


def told(verdict):
    nearest = verdict.nearest and verdict.nearest.code
    return verdict.grade, verdict.side, verdict.wrong_side, nearest


@pytest.mark.parametrize("name", POINT_PLATES)
def test_a_click_on_a_point_has_one_verdict_however_it_is_seen(qtbot, judge, name):
    plates = OnePlate(GROUNDS[name])
    room = QWidget()
    qtbot.add_widget(room)
    model = PlateViewModel(plates, lambda _client: judge)
    view = PlateView(model, PlateWords(CATALOG, "en"), room)
    view.place_touched.connect(model.touch)
    still = GROUNDS[name].still
    codes = {key.partition("@")[0] for key in plates.places(still).points}
    wishes = {code: PointWish((code,), code, Side.LEFT) for code in codes if judge.can_judge(code)}
    model.show(still, PointWish(tuple(codes), "BL23", Side.BOTH))
    marks = model.marks
    expected = {}
    for mark in marks:
        verdicts = around(plates.position_map(still), mark, judge)
        if len(set(verdicts)) == 1:
            expected[mark] = verdicts[0]
    wrong = []
    for ratio, zoom in views(view):
        for mark in expected:
            model.show(still, wishes[mark.code])
            view.show_whole()
            view.zoom_by(zoom, QPointF(*view.view.to_screen(mark.at)))
            click(view, mark.at, ratio)
            if model.answer is None or told(model.answer.verdict) != expected[mark]:
                wrong.append((mark.key, mark.side, view.view, model.answer))
    assert len(marks) - len(expected) <= max(1, MOST_AT_BOUNDARIES * len(marks))
    assert {grade for grade, *_ in expected.values()} <= {Grade.HIT, Grade.MISS}
    assert wrong == []
