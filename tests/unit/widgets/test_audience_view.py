"""What the class sees: each kind of slide on its face, covers, and the size of the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.domain.classroom.slides import Cover, WaitingSlide
from massage_trainer.domain.plate import PictureFault
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.theme import CONTRAST, DARK, LIGHT
from tests.fakes import FakePlates
from tests.unit.widgets.audience_stand import AudienceStand
from tests.unit.widgets.fitting import settle

SOON = LocalizedText("Sắp bắt đầu", "We begin soon")
CHANGE = LocalizedText("Đổi bên ngay", "Change sides now")
LONG = LocalizedText("Dài", "Wash your hands, put on fresh linen, and then change places")


@pytest.fixture
def audience(qtbot, look):
    made = []

    def make(**named):
        made.append(AudienceStand(qtbot, **named))
        return made[-1]

    return make


def color_at(view, x=5, y=5):
    return view.grab().toImage().pixelColor(x, y)


def row_named(stand, name):
    rows = stand.lesson.timeline.rows
    return next(n for n, row in enumerate(rows) if row.step.name.en.startswith(name))


def test_before_the_lesson_stands_what_comes_or_the_name_of_the_program(audience):
    stand = audience()
    assert stand.face._title.text() == "Massage trainer"
    stand.classroom.show(WaitingSlide(SOON))
    assert stand.face._title.text() == "We begin soon"
    stand.language = "vi"
    stand.face.retranslate()
    assert stand.face._title.text() == "Sắp bắt đầu"


def test_a_lesson_shows_its_step_its_time_and_how_far_it_is(audience):
    stand = audience()
    stand.open()
    stand.go(row_named(stand, "rub"))
    stand.show_lesson()
    countdown = stand.lesson.countdown
    name, *others = stand.face.words
    assert name == countdown.segment.step.name.en
    assert countdown.text in others
    assert f"{countdown.segment.row + 1}/{len(stand.lesson.timeline.rows)}" in others
    stand.ticker.pass_time(*[1_000] * 5)
    stand.show_lesson()
    assert stand.lesson.countdown.text != countdown.text
    assert stand.lesson.countdown.text in stand.face.words


def test_side_and_point_stand_over_the_time(audience):
    stand = audience()
    stand.open()
    rows = stand.lesson.timeline.rows
    at = next(n for n, row in enumerate(rows) if row.point_id and row.side)
    stand.go(at)
    stand.show_lesson()
    point = stand.catalog.points[rows[at].point_id]
    assert f"{point.pinyin} · {point.code}" in stand.face.words
    stand.language = "vi"
    stand.face.retranslate()
    assert f"{point.name_vi} · {point.code}" in stand.face.words
    stand.language = "en"
    stand.face.retranslate()
    assert any("side" in word for word in stand.face.words)


def test_every_pair_is_told_what_to_do_now(audience):
    stand = audience()
    stand.open()
    stand.show_lesson(CHANGE)
    assert "Change sides now" in stand.face.words
    stand.show_lesson()
    assert "Change sides now" not in stand.face.words


def test_what_pairs_are_told_never_covers_the_time(audience):
    stand = audience()
    stand.open()
    stand.show_lesson()
    plain = stand.face.countdown.grab().toImage()
    stand.show_lesson(LONG)
    told = stand.face.countdown.grab().toImage()
    lines = range(plain.height())
    painted = [y for y in lines if plain.copy(0, y, plain.width(), 1) != _empty(plain)]
    changed = [
        y for y in lines if plain.copy(0, y, plain.width(), 1) != told.copy(0, y, told.width(), 1)
    ]
    assert changed
    assert min(changed) > max(painted)


def _empty(picture):
    return picture.copy(0, picture.height() - 1, picture.width(), 1)


def test_a_cover_hides_everything_and_gives_it_back(audience):
    stand = audience()
    stand.open()
    stand.show_lesson()
    for cover, color in ((Cover.BLACK, "black"), (Cover.WHITE, "white")):
        stand.classroom.set_cover(cover)
        picture = stand.view.grab().toImage()
        middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
        assert color_at(stand.view) == middle == QColor(color)
        stand.classroom.set_cover(cover)
        assert color_at(stand.view) == LIGHT.paper


def test_the_frozen_class_sees_what_it_saw_while_the_console_looks_ahead(audience):
    stand = audience()
    ahead = audience(prepared=True, classroom=stand.classroom)
    stand.classroom.toggle_freeze()
    stand.classroom.show(WaitingSlide(SOON))
    assert stand.face._title.text() == "Massage trainer"
    assert ahead.face._title.text() == "We begin soon"
    stand.classroom.toggle_freeze()
    assert stand.face._title.text() == "We begin soon"


def test_a_missing_picture_is_no_word_before_the_class(audience):
    names = [f"prone-lumbar{end}" for end in ("", ".start", ".folded", ".left", ".right")]
    faults = dict.fromkeys(names, PictureFault.MISSING)
    stand = audience(plates=FakePlates("prone-lumbar", faults=faults))
    stand.open()
    for row in range(len(stand.lesson.timeline.rows)):
        stand.go(row)
        stand.show_lesson()
        stand.view.grab()
        assert not any("missing" in word for word in stand.face.words)
        assert "missing" in stand.face.picture.problem


def test_words_grow_for_the_back_row_and_keep_inside_the_wall(audience):
    stand = audience()
    stand.open()
    stand.go(row_named(stand, "rub"))
    stand.show_lesson()
    heights = []
    for size in TextSize:
        stand.classroom.set_look(AudienceLook(size))
        heights.append(stand.face._progress.height())
        inside = stand.face.rect()
        for part in stand.face.findChildren(QWidget):
            if part.parent() is stand.face and part.isVisible():
                assert inside.contains(part.geometry()), (size, part.objectName())
    assert heights == sorted(set(heights))


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("wall", [(1920, 1080), (1024, 768), (1080, 1920), (480, 270)])
def test_side_and_point_keep_to_their_column_and_the_time_below_them(audience, size, wall):
    stand = audience(size=wall)
    stand.classroom.set_look(AudienceLook(size))
    stand.open()
    rows = stand.lesson.timeline.rows
    stand.go(next(n for n, row in enumerate(rows) if row.point_id and row.side))
    stand.show_lesson()
    face = stand.face
    chips = [face._side.geometry(), face._point.geometry()]
    for chip in chips:
        assert face._column.contains(chip)
        assert not chip.intersects(face.countdown.geometry())
    assert not chips[0].intersects(chips[1])


def test_larger_words_never_make_the_time_smaller(audience):
    stand = audience(size=(1920, 1080))
    stand.open()
    stand.go(row_named(stand, "rub"))
    stand.show_lesson(CHANGE)
    high = []
    for size in TextSize:
        stand.classroom.set_look(AudienceLook(size))
        high.append(stand.face.countdown._places.high)
        assert stand.face.countdown._places.foot < stand.face.countdown.height()
    assert high[0] >= 1080 * 0.12
    assert min(high) == high[0]


def test_contrast_is_black_on_white_whatever_the_console_looks_like(audience, qapp):
    stand = audience()
    qapp.setPalette(DARK.palette())
    settle(stand.view)
    assert color_at(stand.view) == DARK.paper
    stand.classroom.set_look(AudienceLook(contrast=True))
    assert color_at(stand.view) == CONTRAST.paper
    stand.classroom.set_look(AudienceLook())
    assert color_at(stand.view) == DARK.paper


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768), (1080, 1920), (480, 270)])
def test_picture_and_time_share_the_wall_whatever_its_shape(audience, width, height):
    stand = audience(size=(width, height))
    stand.open()
    stand.go(row_named(stand, "rub"))
    stand.show_lesson()
    face = stand.face
    picture, time = face.picture.geometry(), face.countdown.geometry()
    assert not picture.intersects(time)
    assert picture.width() >= width * 0.45
    assert face.rect().contains(picture)
    assert face.rect().contains(time)
    assert time.height() >= height * 0.25


def test_the_copy_of_the_console_has_the_shares_of_the_wall(audience):
    wall, copy = audience(size=(1920, 1080)), audience(size=(480, 270))
    for stand in (wall, copy):
        stand.open()
        stand.go(row_named(stand, "rub"))
        stand.show_lesson()
    large, small = wall.face.picture.geometry(), copy.face.picture.geometry()
    for one, other in zip(large.getRect(), small.getRect(), strict=True):
        assert abs(one / 4 - other) <= 2


def test_nothing_before_the_class_can_be_pressed_or_asked(audience):
    stand = audience()
    stand.open()
    stand.show_lesson()
    for part in [stand.view, *stand.view.findChildren(QWidget)]:
        assert part.focusPolicy() == Qt.FocusPolicy.NoFocus, part
        assert not part.toolTip()
        assert not part.statusTip()
        assert not part.whatsThis()
