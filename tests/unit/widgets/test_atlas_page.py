"""The atlas by mouse, by keyboard and by ear."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.atlas import WHOLE_BODY
from massage_trainer.domain.catalog import Sure
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.body_picture import Sign
from massage_trainer.widgets.fonts import register_fonts, text_font
from massage_trainer.widgets.theme import Scale
from tests.unit.widgets.atlas_stand import KEY, Stand
from tests.unit.widgets.fitting import cut_off, nameless, unreachable


@pytest.fixture
def stand(qtbot, qapp):
    stand = Stand(qtbot, qapp)
    yield stand
    stand.close()


def test_at_first_the_whole_body_is_seen_with_every_point(stand):
    assert stand.atlas.shot == WHOLE_BODY
    assert len(stand.marks(Sign.SPOT)) > 100
    assert stand.page.card.title.text() == "Choose a point"
    assert stand.page.finder.list.lines.rowCount() == 91


def test_typing_anywhere_searches(stand):
    stand.page.card.setFocus()
    stand.type("t")
    assert QApplication.focusWidget() is stand.page.finder.search
    stand.type("han du")
    assert stand.code == "BL23"
    assert stand.page.card.title.text() == "Shènshū (BL23)"
    assert stand.page.finder.list.currentIndex().row() == 0


def test_the_arrows_go_through_the_list_while_one_types(stand):
    stand.type("bl2")
    first = stand.code
    stand.press(KEY.Key_Down)
    assert stand.code != first
    stand.press(KEY.Key_Up)
    assert stand.code == first
    assert QApplication.focusWidget() is stand.page.finder.search


def test_the_list_is_gone_through_by_its_own_keys(stand):
    stand.page.finder.list.setFocus()
    stand.press(KEY.Key_End)
    assert stand.code == "ASHI"
    stand.press(KEY.Key_Home)
    assert stand.code == "BL11"
    stand.press(KEY.Key_Down)
    assert stand.code == "BL12"


@pytest.mark.parametrize(
    ("key", "modifiers", "code"),
    [
        (KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier, "BL24"),
        (KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier, "BL22"),
        (KEY.Key_Right, Qt.KeyboardModifier.AltModifier, "BL24"),
        (KEY.Key_Left, Qt.KeyboardModifier.AltModifier, "BL22"),
    ],
)
def test_the_channel_is_gone_along_from_any_focus(stand, key, modifiers, code):
    for part in (stand.page.finder.search, stand.page.finder.list, stand.page.picture.canvas):
        stand.atlas.choose("BL23")
        part.setFocus()
        stand.press(key, modifiers)
        assert stand.code == code


def test_escape_leaves_the_finding_then_the_search_then_the_atlas(qtbot, stand):
    stand.type("BL23")
    stand.button("find").click()
    assert stand.atlas.step == 0
    with qtbot.assert_not_emitted(stand.page.left):
        stand.press(KEY.Key_Escape)
        assert stand.atlas.step == -1
        stand.page.finder.search.setFocus()
        stand.press(KEY.Key_Escape)
        assert stand.atlas.query == ""
    with qtbot.wait_signal(stand.page.left, timeout=0):
        stand.press(KEY.Key_Escape)


def test_a_chosen_point_is_marked_named_and_seen_from_near(stand):
    stand.atlas.choose("BL23")
    (mark,) = stand.marks(Sign.ASKED)
    assert (mark.key, mark.label) == ("BL23", "Shènshū (BL23)")
    view = stand.page.picture.canvas.view
    assert view.zoom > 1
    at = stand.where("BL23", Side.RIGHT)
    assert view.contains(at.x(), at.y())


@pytest.mark.parametrize("code", ["BL23", "BL40", "GB30", "GV14", "SI11", "GB40", "BL36"])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_press_chooses_the_nearest_point(stand, code, side):
    stand.atlas.set_side(side)
    stand.atlas.choose(code)
    seen = stand.atlas.sighting
    shot = stand.atlas.shot
    stand.atlas.choose("")
    stand.atlas.shot = shot
    stand.page.body.show_chosen()
    at = stand.where(seen.key, seen.side)
    canvas = stand.page.picture.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert stand.code == code
    assert stand.atlas.sighting.side is seen.side
    assert stand.atlas.shot == shot  # the picture stays


def test_dragging_and_other_buttons_choose_nothing(stand):
    stand.atlas.choose("BL23")
    canvas = stand.page.picture.canvas
    at = stand.where("BL24", Side.RIGHT)
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=at)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPoint(60, 40))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 40))
    assert stand.code == "BL23"


def test_arrow_keys_go_from_point_to_point_in_the_picture(stand):
    stand.atlas.choose("BL23")
    stand.page.picture.canvas.setFocus()
    stand.press(KEY.Key_Right)  # the head lies to the right
    assert stand.code == "BL22"
    stand.press(KEY.Key_Left)
    assert stand.code == "BL23"


def test_the_sides_are_changed(stand):
    stand.atlas.choose("GB40")
    QTest.mouseClick(stand.button("side-left"), Qt.MouseButton.LeftButton)
    assert stand.atlas.sighting.side is Side.LEFT
    assert stand.marks(Sign.ASKED)[0].side is Side.LEFT
    stand.atlas.choose("GV4")  # in the middle
    assert not stand.button("side-left").isEnabled()


def test_the_finding_goes_from_landmark_to_point(stand):
    stand.atlas.choose("BL23")
    QTest.mouseClick(stand.button("find"), Qt.MouseButton.LeftButton)
    assert [mark.key for mark in stand.drawing.marks] == ["L2"]
    assert "BL23" not in [mark.key for mark in stand.drawing.marks]  # it is looked for
    assert stand.drawing.measure.legs == 0
    QTest.mouseClick(stand.button("find-next"), Qt.MouseButton.LeftButton)
    assert [mark.key for mark in stand.drawing.marks] == ["L2", "BL23"]
    assert stand.drawing.measure.legs == 1
    assert not stand.button("find-next").isEnabled()
    QTest.mouseClick(stand.button("find-back"), Qt.MouseButton.LeftButton)
    assert stand.atlas.step == 0
    QTest.mouseClick(stand.button("find-done"), Qt.MouseButton.LeftButton)
    assert stand.marks(Sign.ASKED)


def test_a_landmark_that_is_out_of_sight_is_said_to_be(stand):
    stand.atlas.choose("GB30")  # lying on the side, seen from behind the hip
    told = []
    for step in range(len(stand.atlas.steps)):
        stand.atlas.find(step)
        place = stand.atlas.steps[step].places[-1]
        told.append("does not show it" in stand.page.card.step_text)
        assert told[-1] != stand.page.body.sees(place)
    assert not told[-1]


def test_the_line_grows_unless_motion_is_reduced(qtbot, qapp):
    moving = Stand(qtbot, qapp, moves=True)
    moving.atlas.choose("BL23")
    moving.atlas.find(0)
    moving.atlas.find(1)
    assert moving.drawing.measure.share < 1
    assert [mark.key for mark in moving.drawing.marks] == ["L2"]
    moving.page.hide()  # nothing runs on where nobody looks
    moving.close()


def test_layers_are_laid_and_taken_away(stand):
    stand.atlas.choose("BL23")
    for name in ("layer-landmarks", "layer-zones", "layer-line"):
        QTest.mouseClick(stand.button(name), Qt.MouseButton.LeftButton)
    assert stand.drawing.landmarks("L2")
    assert stand.drawing.measure.key == "BL23"
    assert (stand.atlas.landmarks, stand.atlas.zones, stand.atlas.line) == (True, True, True)
    for name in ("layer-landmarks", "layer-zones", "layer-line"):
        QTest.mouseClick(stand.button(name), Qt.MouseButton.LeftButton)
    assert stand.drawing.landmarks is None
    assert stand.drawing.measure is None


def test_beside_a_point_of_the_middle_one_side_is_named(stand):
    stand.atlas.choose("GV4")
    named = {mark.key: mark.side for mark in stand.marks(Sign.SPOT) if mark.label}
    assert named["BL23"] is Side.RIGHT
    assert [m.label for m in stand.marks(Sign.SPOT) if m.key == "BL23"].count("") == 1


def test_covered_names_are_told_by_a_press_alone(stand):
    stand.atlas.choose("BL23")
    QTest.mouseClick(stand.button("cover"), Qt.MouseButton.LeftButton)
    assert [mark for mark in stand.drawing.marks if mark.label] == []
    assert stand.page.card.title.text() == "Names are covered"
    assert "BL23" not in stand.page.picture.canvas.accessibleName()
    stand.atlas.lay(landmarks=True)
    assert stand.drawing.landmarks("L2") == ""
    at = stand.where("BL25", Side.RIGHT)
    QTest.mouseClick(stand.page.picture.canvas, Qt.MouseButton.LeftButton, pos=at)
    labels = [mark.label for mark in stand.drawing.marks if mark.label]
    assert labels == ["Dàchángshū (BL25)"]


def test_a_neighbour_of_the_level_is_gone_to(stand):
    stand.atlas.choose("BL23")
    QTest.mouseClick(stand.button("link-BL52"), Qt.MouseButton.LeftButton)
    assert stand.code == "BL52"


def test_a_lesson_is_opened_from_the_card(qtbot, stand):
    stand.atlas.choose("BL23")
    with qtbot.wait_signal(stand.atlas.lesson_wanted, timeout=0) as wanted:
        stand.button("link-lumbar-acupressure").click()
    assert wanted.args == ["lumbar-acupressure"]


def test_filters_shorten_the_list_and_say_so(stand):
    box = stand.page.finder.channel
    box.setCurrentIndex(box.findData("GB"))
    assert stand.page.finder.count.text() == "13 points"
    assert {mark.key[:2] for mark in stand.marks(Sign.SPOT)} == {"GB"}
    box.setCurrentIndex(0)
    assert stand.page.finder.count.text() == "91 points"


def test_a_point_of_elsewhere_is_named_and_said_to_be_missing(stand):
    stand.type("hop coc")
    assert stand.page.card.title.text() == "Hégǔ (LI4)"
    assert "not in the atlas" in stand.page.card.text
    assert stand.page.finder.count.text() == "0 points, and 1 known by name alone"
    index = stand.page.finder.list.lines.index(0)
    assert "not in this atlas" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_nothing_found_is_said(stand):
    stand.type("xyzzy")
    assert stand.page.finder.count.text() == "Nothing is called so. Fewer letters find more."


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_card_is_complete_in_both_languages(qtbot, qapp, language):
    stand = Stand(qtbot, qapp, language)
    catalog, atlas = stand.source.catalog, stand.atlas.atlas
    for code, point in catalog.points.items():
        stand.atlas.choose(code)
        card, said = stand.page.card, stand.page.card.text
        assert code in card.title.text()
        expected = [point.find, point.gloss, point.source]
        expected += [*atlas.cautions(code), *atlas.pregnancy(code)]
        if point.alternative:
            expected.append(point.alternative.text)
        for text in expected:
            assert text.in_language(language) in said, code
        assert point.hanzi in said
        if point.sure is not Sure.HIGH:
            assert ("giáo viên" if language == "vi" else "ask your instructor") in said
        assert card.accessibleName() == card.title.text()
        assert card.accessibleDescription() == said
        names = {link.objectName() for link in card.findChildren(QPushButton) if link.isVisible()}
        assert {f"link-{other}" for other in atlas.level_points(code)} <= names
        assert {f"link-{lesson.id}" for lesson in atlas.lessons_of(code)} <= names
    stand.close()


def test_another_language_is_spoken_at_once(stand):
    stand.atlas.choose("BL23")
    stand.say("vi")
    QApplication.processEvents()
    assert stand.page.card.title.text() == "Thận du (BL23)"
    assert stand.button("find").text() == "Chỉ cách tìm huyệt"
    assert stand.page.finder.count.text() == "91 huyệt"
    assert stand.page.finder.channel.itemText(0) == "Mọi đường kinh"
    assert stand.marks(Sign.ASKED)[0].label == "Thận du (BL23)"


def test_everything_that_takes_the_focus_has_a_name(stand):
    stand.atlas.choose("BL23")
    widget, seen = stand.page.finder.search, []
    while widget not in seen:
        seen.append(widget)
        takes_it = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_it and widget.isVisible() and stand.page.isAncestorOf(widget):
            accessible = QAccessible.queryAccessibleInterface(widget)
            assert accessible.text(QAccessible.Text.Name), widget.objectName()
        widget = widget.nextInFocusChain()
    assert stand.page.picture.canvas in seen
    assert stand.page.picture.canvas.accessibleName() == "Picture of the body: Shènshū (BL23)"


def test_the_card_is_read_aloud(qtbot, stand):
    stand.atlas.choose("BL23")
    with qtbot.wait_signal(stand.atlas.speak_wanted, timeout=0) as said:
        stand.button("speak").click()
    assert said.args[0].vi.startswith("Thận du.")
    stand.button("find").click()
    with qtbot.wait_signal(stand.atlas.speak_wanted, timeout=0) as said:
        stand.button("speak").click()
    assert said.args[0] == stand.atlas.steps[0].text


SIZES = ((800, 500), (1024, 720), (1366, 720), (1920, 1030))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_off(qtbot, qapp, language, size):
    before = qapp.font()
    qapp.setFont(text_font(register_fonts(assets_dir() / "fonts")))
    stand = Stand(qtbot, qapp, language)
    stand.page.resize(*size)
    stand.page.set_scale(Scale.of(stand.page))
    for code in ("BL23", "GB30", "EX-B2", "BL35", "BL31"):
        stand.atlas.choose(code)
        assert cut_off(stand.page) == []
        stand.atlas.find(0)
        assert cut_off(stand.page) == []
    stand.close()
    qapp.setFont(before)


def test_everything_is_reached_by_tab_and_has_a_name(stand):
    stand.atlas.choose("BL23")
    assert unreachable(stand.page) == []
    assert nameless(stand.page) == []
