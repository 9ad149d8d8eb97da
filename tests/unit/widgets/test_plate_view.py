"""Hover and keys on the picture, and what is said of it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.plate import PictureFault, View
from massage_trainer.domain.still_places import Sight
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.plate.tools import PlateTools
from massage_trainer.widgets.theme import Scale
from tests.plate_examples import PLACES, fraction_of, marked_plates, still_places
from tests.unit.widgets.fitting import nameless, unreachable

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_hover_tells_of_a_point_while_the_pointer_is_on_it(plate):
    page = plate()
    page.point_at(fraction_of(*PLACES["BL25"]))
    assert page.model.chosen.code == "BL25"
    assert page.told.startswith("Dàchángshū (BL25), left side")
    page.point_at((0.5, 0.05))
    assert page.model.chosen is None
    assert page.told == ""


def test_hover_does_not_take_an_answer_away(plate):
    page = plate()
    at = fraction_of(*PLACES["BL23"])
    page.point_at(at)
    page.touch(at)
    page.move(page.on_screen(at) + QPoint(1, 1))
    assert page.model.answer is not None
    page.point_at((0.5, 0.05))
    assert page.model.answer is not None


def test_arrows_go_from_point_to_point(plate):
    page = plate(Side.LEFT, codes=("BL23", "BL25"))
    page.view.setFocus()
    gone = []
    for key in ("Right", "Down", "Left", "Up", "Right", "Right"):
        page.press_key(getattr(Qt.Key, f"Key_{key}"))
        gone.append((page.model.chosen.code, page.model.chosen.side.value))
    assert gone == [
        ("BL23", "left"),  # the step's own first
        ("BL25", "left"),
        ("BL25", "left"),  # nothing further to the left
        ("BL23", "left"),
        ("BL23", "right"),
        ("BL23", "right"),
    ]
    assert page.lesson.index == 0


def test_in_a_mirror_right_is_right(plate):
    page = plate(Side.LEFT)
    page.view.set_mirrored(mirrored=True)
    page.view.setFocus()
    page.press_key(Qt.Key.Key_Left)
    assert page.model.chosen.side is Side.LEFT
    page.press_key(Qt.Key.Key_Left)
    assert page.model.chosen.side is Side.RIGHT


def test_the_chosen_point_is_spoken(plate):
    page = plate()
    page.view.setFocus()
    assert page.view.accessibleName() == "Picture: press (en)"
    assert "Shènshū (BL23), left side" in page.view.accessibleDescription()
    assert "arrow keys" in page.view.accessibleDescription()
    page.press_key(Qt.Key.Key_Right)
    assert page.view.accessibleName() == "Picture: Shènshū (BL23), left side"
    said = page.view.accessibleDescription()
    assert said == page.told
    for words in ("腎俞", "Thận du", "Level with Zhìshì (BL52), Mìngmén (GV4), spine of L2"):
        assert words in said
    assert "from L2 go out 1.5 cun" in said


def test_escape_leaves_the_picture_and_the_lesson_goes_on(plate):
    page = plate()
    page.lesson.start()
    page.view.setFocus()
    page.press_key(Qt.Key.Key_Right)
    page.press_key(Qt.Key.Key_Escape)
    assert page.model.chosen is None
    assert page.page.hasFocus()
    assert page.lesson.state is not SessionState.PAUSED


@pytest.mark.parametrize("key", ["Space", "Return", "PageDown", "R", "D"])
def test_all_other_keys_are_the_lessons_also_on_the_picture(plate, key):
    pressed = getattr(Qt.Key, f"Key_{key}")
    states = []
    for on_picture in (False, True):
        page = plate()
        page.lesson.start()
        page.ticker.pass_time(20_000)
        target = page.view if on_picture else page.page
        target.setFocus()
        page.qtbot.keyClick(target, pressed)
        states.append((page.lesson.state, page.lesson.index, page.lesson.countdown.left_ms))
    assert states[0] == states[1]


def test_without_points_the_arrows_are_the_lessons(stand):
    page = stand(plates=marked_plates())
    page.go(row=4)
    page.illustration.view.setFocus()
    index = page.lesson.index
    page.key(Qt.Key.Key_Right, page.illustration.view)
    assert page.lesson.index == index + 1


def test_shift_and_arrows_pull_a_zoomed_picture(plate):
    page = plate()
    page.illustration.zoom_in()
    page.view.setFocus()
    before = page.view.view.across
    page.press_key(Qt.Key.Key_Right, SHIFT)
    assert page.view.view.across > before
    for _ in range(20):
        page.press_key(Qt.Key.Key_Right, SHIFT)
    assert page.view.view.across == pytest.approx(1 - 0.5 / 1.25)


def test_a_chosen_point_comes_into_sight(plate):
    page = plate()
    page.wheel(8, page.on_screen((0.9, 0.9)))
    page.view.setFocus()
    page.press_key(Qt.Key.Key_Up)
    at = page.view.view.to_screen(page.model.chosen.at)
    assert page.view.view.contains(*at)
    assert page.view.overlay.mark_at(*at) == page.model.chosen


def test_tab_reaches_the_picture_and_its_buttons_and_all_have_names(plate):
    page = plate(avoid=("kidney",))
    assert unreachable(page.page) == []
    assert nameless(page.page) == []


@pytest.mark.parametrize(("button", "key"), [("find", "F"), ("zones", "Z")])
def test_a_button_and_its_key_do_the_same(plate, button, key):
    page = plate()
    plain = page.view.grab().toImage()
    page.click(button)
    shown = page.view.grab().toImage()
    assert shown != plain
    page.key(getattr(Qt.Key, f"Key_{key}"))
    assert page.view.grab().toImage() == plain


def test_the_measuring_line_comes_with_the_names_of_its_landmarks(plate):
    page = plate(Side.LEFT)
    assert not [label for label in page.view.overlay.labels if label.kind.name == "landmark"]
    page.click("find")
    texts = [label.text for label in page.view.overlay.labels]
    assert "spine of L2" in texts
    assert "Shènshū (BL23) · 1.5 cun" in texts


def test_zones_are_shown_on_demand_with_their_reason(plate):
    page = plate()
    assert page.model.zones == ()
    page.click("zones")
    assert {zone for zone, _ in page.model.zones} == {"kidney"}
    assert page.told == "Do not press here\nkidney: no muscle covers it"
    page.point_at(page.model.zones[0][1][0].points[0])
    page.click("zones")
    assert page.told == ""


def test_a_zone_under_the_pointer_is_explained(plate):
    page = plate()
    page.click("zones")
    page.point_at(fraction_of(0.09, 0.01))
    assert page.model.chosen_zone == "kidney"
    page.point_at((0.5, 0.1))
    assert page.model.chosen_zone == ""


def test_a_zone_that_is_not_drawn_any_more_is_not_explained(plate):
    page = plate()
    page.key(Qt.Key.Key_Z)
    page.point_at(fraction_of(0.09, 0.01))
    assert page.model.chosen_zone == "kidney"
    page.key(Qt.Key.Key_Z)
    assert page.model.chosen_zone == ""
    assert page.told == ""


@pytest.mark.parametrize("codes", [("BL23",), ()])
def test_zones_that_cannot_be_read_are_not_said_to_be_nowhere(plate, codes):
    plates = marked_plates()
    plates.marked.clear()
    plates.places_problems["back"] = "back.json: version 9 is not known"
    page = plate(plates=plates)
    page.model.show(page.plates.index.still("back"), PointWish(codes, *codes))
    page.click("zones")
    assert "cannot be read" in page.told
    assert "No safety zone" not in page.told


def test_zones_to_avoid_that_cannot_be_read_are_told(plate):
    plates = marked_plates()
    plates.marked.clear()
    plates.places_problems["back"] = "back.json: version 9 is not known"
    page = plate(plates=plates)
    page.model.show(page.plates.index.still("back"), PointWish(avoid=("kidney",)))
    assert "cannot be read" in page.told


def test_zones_to_avoid_are_shown_at_once(plate):
    page = plate(avoid=("kidney",))
    assert len(page.model.zones) == 2
    assert [label.text for label in page.view.overlay.labels if label.kind.name == "zone"] == [
        "kidney"
    ]
    assert any(line.label == "Do not press: kidney" for line in page.cautions.lines)


@pytest.mark.parametrize(
    ("sight", "words"),
    [(Sight.HIDDEN, "is out of sight in this picture"), (Sight.TURNED, "is out of sight")],
)
def test_what_cannot_be_seen_is_not_drawn_and_that_is_said(plate, sight, words):
    page = plate(places=still_places(sight=sight))
    assert page.model.marks == ()
    assert words in page.told
    assert page.button("find").isHidden()


def test_a_picture_without_readable_places_says_so_and_shows_the_picture(plate):
    plates = marked_plates()
    plates.marked.clear()
    plates.places_problems["back"] = "back.json: version 9 is not known"
    page = plate(plates=plates)
    assert page.illustration.shows_picture
    assert page.told == "The points of this picture cannot be read, so none are shown."
    assert page.illustration.strip.toolTip() == "back.json: version 9 is not known"
    page.touch((0.5, 0.5))
    assert page.model.answer is None


def test_a_missing_map_answers_no_touch(plate):
    plates = marked_plates()
    plates.maps.clear()
    page = plate(plates=plates)
    page.touch((0.5, 0.5))
    assert page.model.answer is None


def test_over_a_missing_picture_nothing_is_said_of_its_points_and_zones(plate):
    plates = marked_plates()
    plates.faults["back"] = PictureFault.MISSING
    page = plate(plates=plates, avoid=("kidney",))
    page.model.want_zones(on=True)  # as it was wished at an earlier picture
    assert not page.illustration.shows_picture
    assert page.told == ""
    page.click("describe")
    assert page.told == "Picture back. Second sentence."


def test_the_other_language_arrives_in_the_picture(plate):
    page = plate()
    assert "Shènshū (BL23)" in [label.text for label in page.view.overlay.labels]
    page.language = "vi"
    page.page.retranslate()
    assert "Thận du (BL23)" in [label.text for label in page.view.overlay.labels]


def test_the_buttons_stand_beside_the_picture(plate):
    page = plate()
    for size in ((1024, 768), (1280, 800), (1920, 1080)):
        page.resize(*size)
        tools = page.illustration.tools
        assert tools.geometry().left() >= page.view.card.right()
        assert page.illustration.rect().contains(tools.geometry())
        buttons = [b for b in tools.findChildren(QAbstractButton) if b.isVisible()]
        assert len(buttons) == 5
        assert all(tools.rect().contains(button.geometry()) for button in buttons)


def test_the_strip_never_covers_the_place_it_tells_of(plate):
    page = plate()
    page.view.setFocus()
    for size in ((1024, 768), (1280, 800), (1920, 1080)):
        page.resize(*size)
        for mark in page.model.marks:
            page.model.choose(mark)
            place = page.on_screen(mark.at)
            assert not page.illustration.strip.geometry().contains(place), (size, mark)
            page.model.choose(None)


def test_leaving_by_tab_forgets_the_choice(plate):
    page = plate()
    page.view.setFocus()
    page.press_key(Qt.Key.Key_Right)
    page.press_key(Qt.Key.Key_Tab)
    assert page.model.chosen is None


def test_the_pointer_that_leaves_forgets_the_choice(plate):
    page = plate()
    page.point_at(fraction_of(*PLACES["BL25"]))
    QApplication.sendEvent(page.view, QEvent(QEvent.Type.Leave))
    assert page.model.chosen is None


def test_where_one_column_is_too_low_for_all_buttons_the_zoom_gives_way(qtbot, look):
    window = QWidget()
    qtbot.add_widget(window)
    tools = PlateTools(window)
    tools.set_scale(Scale(560))
    for picture in (True, False):
        tools.show_which(
            find=False, arrows=True, distance=View.WIDE, picture=picture, describe=True
        )
        for height, zoom in ((150, False), (400, True), (150, False)):
            size = tools.arrange(height)
            assert size.width() == tools.column_width
            assert size.height() <= height
            assert tools.closer.isHidden() is not (picture and zoom)
            assert tools.further.isHidden() is tools.closer.isHidden()
