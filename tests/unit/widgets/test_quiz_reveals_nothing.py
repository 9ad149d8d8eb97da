"""Until the answer nothing tells it: no name, hint, title, focus order or pointer."""

import re

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from massage_trainer.domain.point_search import fold, spellings
from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.quiz.question import Form
from massage_trainer.domain.quiz.round import Help
from tests.quiz_examples import shipped_source
from tests.unit.widgets.quiz_stand import QuizStand, text_properties

PICTURED = [kind.id for kind in KINDS]
ROLES = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
QUESTIONS = 6
LEAST_FOLDED = 5  # letters; shorter ones are parts of many words


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(*kinds, language="en", **wish):
        made.append(QuizStand(qtbot, language))
        made[-1].before = {text for _, _, text in strings(made[-1])}
        made[-1].start(*kinds, **{"length": 20, **wish})
        return made[-1]

    return make


def strings(stand):
    """Everything that can be read on the page or asked of it, by where it stands.

    Without the question itself, and without the words of the options: those are shown to all.
    """
    shown = {stand.sheet.prompt_text, stand.sheet.progress_text, ""}
    options = stand.question.options if stand.question else ()
    for number, option in enumerate(options, start=1):
        words = option.text.in_language(stand.language)
        shown |= {words, f"{number}. {words}"}
    found = []
    for thing in [stand.page, *stand.page.findChildren(QObject)]:
        own = [bytes(name).decode() for name in thing.dynamicPropertyNames()]
        names = [*text_properties(type(thing)), *own]
        names = [name for name in names if not name.startswith("_")]
        found += [(thing, name, str(thing.property(name))) for name in names]
        if isinstance(thing, QWidget):
            spoken = QAccessible.queryAccessibleInterface(thing)
            if spoken is not None and spoken.isValid():
                found += [(thing, role.name, spoken.text(role)) for role in ROLES]
    found.append((None, "tooltip", QToolTip.text()))
    return [(thing, name, text) for thing, name, text in found if text not in shown]


def telling(question, source):
    """What would tell the answer: codes and names in every spelling, ids, names of files."""
    catalog = source.catalog
    codes = {question.item, question.topic, *question.right}
    if question.spot and question.spot.key:
        codes |= {question.spot.key, question.spot.key.partition("@")[0]}
    words = set()
    for code in codes:
        if point := catalog.points.get(code):
            words |= {point.code, point.name_vi, point.pinyin, point.hanzi, *spellings(point)}
            words |= {site.key for site in point.sites}
            words |= {point.gloss.vi, point.gloss.en, point.find.vi, point.find.en}
        elif landmark := catalog.landmarks.get(code):
            words |= {landmark.id, landmark.name.vi, landmark.name.en, landmark.find.en}
        elif zone := catalog.zones.get(code):
            words |= {zone.id, zone.name.vi, zone.name.en}
        elif stroke := catalog.strokes.get(code):
            words |= {stroke.id, stroke.name.vi, stroke.name.en}
    right = [option for option in question.options if option.id in question.right]
    words |= {text for option in right for text in (option.text.vi, option.text.en)}
    words |= {question.why.vi, question.why.en, *question.accepted}
    if question.shot:
        words.add(question.shot.plate_id)
    return {word for word in words if len(word) > 1}


def found_in(stand):
    """Every string of the page that would tell; what stood there before the round cannot."""
    words = telling(stand.question, shipped_source())
    folded = {fold(word) for word in words if len(fold(word)) > LEAST_FOLDED}
    whole = re.compile(r"\b(" + "|".join(map(re.escape, sorted(words, reverse=True))) + r")\b")
    return [
        (thing, name, text)
        for thing, name, text in strings(stand)
        if text not in stand.before
        for plain in [fold(text)]
        if whole.search(text) or any(word in plain for word in folded)
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", PICTURED)
def test_nothing_on_the_page_tells_the_answer(stand, kind, language):
    quiz = stand(kind, language=language)
    for _ in range(QUESTIONS):
        assert found_in(quiz) == []
        quiz.quiz.give_up()
        quiz.quiz.dismiss()


def test_nothing_is_told_under_the_pointer(stand):
    quiz = stand("locate-point", tries=1)
    before = strings(quiz)
    for at in quiz.spots():
        quiz.hover(at)
        quiz.layout()
        assert [each[1:] for each in strings(quiz)] == [each[1:] for each in before]
        assert quiz.canvas.drawing.marks == ()
        assert quiz.canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_nothing_is_told_by_a_place_that_was_put_down_right(stand):
    quiz = stand("locate-point", tries=1)
    quiz.click(quiz.wrong_place())
    elsewhere = [(name, bool(text)) for _, name, text in strings(quiz)]
    quiz.click(quiz.spots()[0])
    assert [(name, bool(text)) for _, name, text in strings(quiz)] == elsewhere
    assert quiz.feedback == ""


@pytest.mark.parametrize("kind", ["locate-point", "name-point", "type-point"])
def test_the_keyboard_goes_the_same_way_through_every_question(stand, kind):
    quiz = stand(kind)
    ways = set()
    for _ in range(QUESTIONS):
        ways.add(tuple(_focus_order(quiz)))
        quiz.quiz.give_up()
        quiz.quiz.dismiss()
    assert len(ways) == 1


def test_where_the_crosshair_begins_does_not_depend_on_the_question(stand):
    quiz = stand("locate-point", deck="region:lumbar", length=40)
    begins = {}
    for _ in range(20):
        quiz.press(Qt.Key.Key_Left)
        begins.setdefault(quiz.question.shot, set()).add(quiz.sheet.crosshair)
        quiz.quiz.give_up()
        quiz.quiz.dismiss()
    assert all(len(places) == 1 for places in begins.values())


def test_the_right_option_is_no_different_from_the_others(stand):
    quiz = stand("name-point", length=40)
    places = {1: 0, 2: 0, 3: 0, 4: 0}
    for _ in range(40):
        rows = quiz.sheet.answers.options.shown
        looks = {(row.isEnabled(), row.isChecked(), row.mark, row.toolTip()) for row in rows}
        assert len(looks) == 1
        ids = [option.id for option in quiz.question.options]
        places[ids.index(next(iter(quiz.question.right))) + 1] += 1
        quiz.quiz.give_up()
        quiz.quiz.dismiss()
    assert min(places.values()) >= 3


def test_names_of_neighbours_leave_the_asked_one_out(stand):
    quiz = stand("locate-point", help=Help.NEIGHBOURS)
    for _ in range(QUESTIONS):
        labels = {drawn.label for drawn, _ in quiz.canvas.sketch.labels}
        assert labels
        assert quiz.question.item not in labels
        quiz.quiz.give_up()
        quiz.quiz.dismiss()


def test_helps_for_places_are_not_drawn_where_a_name_is_asked(stand):
    for level in Help:
        quiz = stand("name-point", help=level)
        assert [mark.label for mark in quiz.canvas.sketch.marks] == ["?"]
        assert quiz.question.form is Form.CHOICE


def _focus_order(quiz):
    order, widget = [], QApplication.focusWidget()
    for _ in range(30):
        order.append((type(widget).__name__, widget.objectName()))
        widget = widget.nextInFocusChain()
        while not (widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            widget = widget.nextInFocusChain()
        if widget is QApplication.focusWidget():
            break
    return order
