"""Plays atlas and quiz with a body that turns: ``python live_pages_child.py FOLDER PART``."""

import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from massage_trainer.app.composition import Program
from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.quiz.question import Form
from massage_trainer.domain.stage_looks import places_of
from massage_trainer.domain.still_places import Sight
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.page_row import Page
from massage_trainer.widgets.quiz.question_sheet import LEAST_READ_MS
from massage_trainer.widgets.verdict_words import place_text

PATIENCE_S = 40.0
NEAR_M = 0.01  # two pixels of a whole body
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
ENTER = Qt.Key.Key_Return
# From every start the body is gone round, and looked at from above and from a low seat.
TURNS = (UP, UP, *[RIGHT] * 6, UP, *[RIGHT] * 6, UP, UP, *[RIGHT] * 12, *[DOWN] * 6)
PLACES = ("locate-point", "locate-landmark")


def wait(until: Callable[[], Any], seconds: float = PATIENCE_S) -> bool:
    """Let events come until something is so; whether it came to be."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
    return bool(until())


class Stand:
    """The whole program in a small window, and keys."""

    def __init__(self, folder: Path, size: tuple[int, int], language: str) -> None:
        self.app = QApplication([])
        self.program = Program(self.app, folder, language=language)
        self.program.preferences.update(live="on", reduce_motion=True)
        self.problems: list[str] = []
        self.program.problems.changed.connect(self._note)
        window = self.program.window
        window.resize(*size)
        window.show()
        window.activateWindow()
        wait(window.isActiveWindow, 5)
        self.flow = self.program.study_flow

    def _note(self) -> None:
        self.problems.append("told")

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.program.window, key, modifiers)

    def settled(self, picture: Any) -> bool:
        """Whether a picture of the camera that was asked for last is on the screen."""
        body = picture.body
        if body is None or body.hands.is_moving or not picture.is_live:
            return False
        frame = body.stage.frame
        return bool(frame and frame.take.camera == body.stage.camera)

    def close(self) -> None:
        self.program.close()


class QuizHands:
    """Plays rounds with the keyboard alone."""

    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        stand.press(Qt.Key.Key_3, modifiers=CTRL)
        self.page = stand.flow.page(Page.QUIZ)
        self.quiz = stand.flow.quiz_flow.quiz
        self.quiz._seeds = count(1).__next__  # the same questions each time
        self.sheet = self.page.question_sheet
        self.picture = self.sheet.picture
        self.log = stand.program.practice_flow.memory.log

    def begin(self, kind: str, length: int, **wish: Any) -> None:
        self.quiz.setup.update(kinds=frozenset({kind}), length=length, **wish)
        self.page.setup_sheet.start.setFocus()
        self.stand.press(ENTER)

    def spots(self, *, well: bool = False) -> list[tuple[float, float]]:
        """Where the picture shows what is asked for; ``well``: not all too slantwise."""
        item, places = self.quiz.question.item, self.picture.places
        return [
            spot.at
            for group in (places.points, places.landmarks)
            for key, sides in group.items()
            if key.partition("@")[0] == item
            for spot in sides.values()
            if spot.sight is Sight.VISIBLE and (not well or _is_well_seen(spot))
        ]

    def turn_until_seen(self) -> int:
        """By Ctrl and arrows; how many turns it took."""
        for turns, key in enumerate(TURNS):
            assert wait(lambda: self.stand.settled(self.picture))
            if self.spots(well=True) and self.is_shown():
                return turns
            self.stand.press(key, modifiers=CTRL)
        raise AssertionError(f"{self.quiz.question.item} is never seen")

    def is_shown(self) -> bool:
        """Whether the skin that a click finds there is that of the place, and none before it."""
        posed = self.picture._posed_body()
        rests = [place.rest for place in places_of(posed, self.quiz.question.item)]
        found = [self.exactly(at) for at in self.spots(well=True)]
        return any(each and math.dist(each, rest) < NEAR_M for each in found for rest in rests)

    def exactly(self, at: tuple[float, float]) -> Any:
        """What the picking pass tells of a place of the picture."""
        stage, told = self.picture.body.stage, {}
        receive = told.__setitem__
        stage.place_found.connect(receive)
        number = stage.ask_place(*at)
        assert wait(lambda: number in told)
        stage.place_found.disconnect(receive)
        return told[number]

    def steer(self) -> float:
        """To the place, nearer with +, and to it again; by how much + has moved the crosshair."""
        self.step(LEFT)
        self._steer(SHIFT)
        self._steer(NONE)
        before = self.picture.canvas.draft
        self.stand.press(*[Qt.Key.Key_Plus] * 5)
        assert wait(lambda: self.stand.settled(self.picture))
        slip = math.dist(before, self.picture.canvas.draft or (9, 9))
        self._steer(NONE)
        return slip

    def _steer(self, modifiers: Qt.KeyboardModifier) -> None:
        """Move the crosshair with arrow keys until no step brings it nearer."""
        at = min(self.spots(), key=lambda spot: math.dist(spot, self.picture.canvas.draft))
        arrows = (LEFT, RIGHT), (UP, DOWN)
        for axis in (0, 1, 0, 1):
            for _ in range(150):
                before = self.picture.canvas.draft
                toward = at[axis] > before[axis]
                self.step(arrows[axis][toward], modifiers)
                after = self.picture.canvas.draft
                if abs(at[axis] - after[axis]) >= abs(at[axis] - before[axis]):
                    self.step(arrows[axis][not toward], modifiers)
                    break
        assert wait(lambda: not self.picture.is_asking_place)

    def step(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.stand.press(key, modifiers=modifiers)
        QCoreApplication.processEvents()

    def answer(self) -> None:
        """Anything that the form allows, and Enter."""
        question = self.quiz.question
        match question.form:
            case Form.CHOICE | Form.MANY:
                enabled = [row.isEnabled() for row in self.sheet.answers.options.shown]
                self.stand.press(Qt.Key(Qt.Key.Key_1 + enabled.index(True)))
            case Form.TYPED:
                QTest.keyClicks(QApplication.focusWidget(), "BL23")
            case Form.NUMBER:
                self.stand.press(UP)
        self.stand.press(ENTER)

    def go_on(self) -> None:
        wait(lambda: self.quiz.told_for_ms >= LEAST_READ_MS)
        self.stand.press(ENTER)

    def words(self) -> str:
        """Everything that can be read or heard on the page, but for the question itself."""
        return "\n".join(
            words
            for widget in (self.page, *self.page.findChildren(QWidget))
            if widget.isVisible() and widget is not self.sheet._prompt
            for words in _words_of(widget)
        )


def _is_well_seen(spot: Any) -> bool:
    x, y = spot.at
    lengths = sorted(math.hypot(way[0] * 1.5, way[1]) for way in (spot.across, spot.along))
    return 0.04 < x < 0.96 and 0.04 < y < 0.96 and lengths[0] > 0.6 * lengths[1]


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel) or hasattr(widget, "text"):
        yield str(widget.text())


def play_kinds(stand: Stand) -> dict[str, Any]:
    """A round of every kind in the harder form."""
    hands = QuizHands(stand)
    quiz, catalog = hands.quiz, None
    told: dict[str, Any] = {"kinds": {}, "places": []}
    for kind in KINDS:
        length = 5 if kind.id in PLACES else 2
        hands.begin(kind.id, length, turned=True, tries=3)
        assert quiz.stage is Stage.ROUND, kind.id
        catalog = quiz.setup.source.catalog
        while quiz.stage is Stage.ROUND:
            question = quiz.question
            if question.form is Form.PLACE:
                told["places"].append(_play_place(hands, catalog))
            else:
                tries = 0
                while quiz.is_asking and tries < 3:
                    hands.answer()
                    tries += 1
            hands.go_on()
        told["kinds"][kind.id] = quiz.summary.asked
        stand.press(Qt.Key.Key_Tab)
        quiz.to_setup()
    rounds = hands.log.rounds(1)
    told["turned"] = [record.turned for record in rounds]
    told["problems"] = stand.problems
    return told


def _play_place(hands: QuizHands, catalog: Any) -> dict[str, Any]:
    """One question about a place, from what is seen first to its answer."""
    quiz, picture, sheet = hands.quiz, hands.picture, hands.sheet
    question = quiz.question
    blank = None
    if not picture.is_live:
        hands.step(LEFT)
        blank = {
            "colours": _colours(picture),
            "draft": quiz.round.can_confirm,
            "marks": len(picture.canvas.sketch.marks),
        }
    assert wait(lambda: hands.stand.settled(picture)), "the body never came"
    names = {place_text(question.item, catalog, language) for language in ("vi", "en")}
    words = hands.words()
    first = {
        "item": question.item,
        "blank": blank,
        "seen": len(hands.spots()),
        "yaw": round(picture.body.hands.orbit.yaw),
        "named": sorted(name for name in names if name and name in words),
        "way_round": picture.switch.isVisible() or picture.magnify.isVisible(),
        "marks": len(picture.canvas.sketch.marks),
    }
    turns = hands.turn_until_seen()
    slip = hands.steer()
    drawn = picture.canvas.draft is not None
    hands.stand.press(ENTER)
    (kept, *_) = hands.log.attempts(1, 1)
    told = {
        "turns": turns,
        "slip": slip,
        "drawn": drawn,
        "grade": kept.grade.value,
        "distance": kept.distance_cun,
        "at": quiz.round.last.response.at if quiz.round.last else None,
    }
    if quiz.is_asking:
        quiz.give_up()
    assert wait(lambda: hands.stand.settled(picture))
    marks = [mark.sign.name for mark in picture.canvas.sketch.marks]
    return {**first, **told, "told": marks, "prompt": sheet.prompt_text}


def _colours(picture: Any) -> int:
    """How many colours the sheet has where the still would be."""
    image = picture.canvas.grab(picture.canvas.card.toRect().adjusted(12, 12, -12, -12)).toImage()
    image = image.scaled(60, 40)
    return len({image.pixel(x, y) for x in range(60) for y in range(40)})


def lose_the_body(stand: Stand) -> dict[str, Any]:
    """The pictures fail in the middle of a question of the harder form."""
    hands = QuizHands(stand)
    quiz, picture, sheet = hands.quiz, hands.picture, hands.sheet
    hands.begin("locate-point", 5, turned=True, tries=1)
    assert wait(lambda: stand.settled(picture))
    before = sheet._notice.text()
    stand.problems.clear()
    stand.flow.live_room.studio.failed.emit("the context is gone")
    first = {
        "live": picture.is_live,
        "colours": _colours(picture),
        "notice": [before, sheet._notice.text()],
        "shown": sheet._notice.isVisible(),
    }
    spot = hands.spots()[0]
    view = picture.canvas.view
    x, y = view.to_screen(spot)
    QTest.mouseClick(picture.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    stand.press(ENTER)
    (kept, *_) = hands.log.attempts(1, 1)
    hands.go_on()
    told = {"grade": kept.grade.value, "next": sheet._notice.isVisible(), "asks": quiz.is_asking}
    quiz.stop()
    quiz.to_setup()
    check = hands.page.setup_sheet
    return {
        **first,
        **told,
        "problems": len(stand.problems),
        "offered": check.options["turned"].isVisible(),
        "lack": check.findChild(QWidget, "lacks-turning").isVisible(),
        "wished": stand.program.preferences.value.turn_body,
    }


def look_round(stand: Stand) -> dict[str, Any]:
    """The atlas with a body that turns."""
    stand.press(Qt.Key.Key_2, modifiers=CTRL)
    page = stand.flow.page(Page.ATLAS)
    picture, atlas = page.picture, stand.flow.atlas_flow.atlas
    began = time.monotonic()
    assert wait(lambda: not picture.canvas.isHidden() and picture.still is not None)
    still = {"colours": _colours(picture)}
    assert wait(lambda: stand.settled(picture))
    still["seconds"] = round(time.monotonic() - began, 2)
    atlas.choose("BL23")
    wait(lambda: stand.settled(picture))
    spot = picture.spot(atlas.sighting.key, atlas.sighting.side)
    chosen = {"at": spot.at if spot else None}
    picture.canvas.setFocus()
    home = picture.body.camera
    signs = []
    for _ in range(12):
        stand.press(RIGHT, modifiers=CTRL)
        assert wait(lambda: stand.settled(picture))
        seen = picture.spot(atlas.sighting.key, atlas.sighting.side) is not None
        drawn = any(mark.sign.name == "ASKED" for mark in picture.canvas.sketch.marks)
        signs.append([seen, drawn])
    turned = picture.body.camera != home
    stand.press(*[UP] * 8, modifiers=CTRL)
    wait(lambda: stand.settled(picture))
    stand.press(Qt.Key.Key_0)
    wait(lambda: stand.settled(picture))
    back = picture.spot("BL25", atlas.sighting.side)
    x, y = picture.canvas.view.to_screen(back.at)
    QTest.mouseClick(picture.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    clicked = wait(lambda: atlas.code == "BL25", 5)
    stand.press(RIGHT)  # an arrow alone goes to the next point
    walked = wait(lambda: atlas.code != "BL25", 5)
    before = picture.canvas.grab().toImage()
    menu = picture.layers.make_menu()
    channels = next(each for each in menu.actions() if each.objectName() == "channels")
    channels.trigger()
    guides = {
        "drawn": wait(lambda: picture.canvas.grab().toImage() != before, 5),
        "layers": sorted(layer.value for layer in picture.body.stage.layers),
        "offered": picture.layers.isVisible(),
    }
    picture.switch.click()
    stills = {"live": picture.is_live, "wish": stand.program.preferences.value.live}
    picture.switch.click()
    again = wait(lambda: stand.settled(picture))
    return {
        "still": still,
        "chosen": chosen,
        "signs": signs,
        "turned": turned,
        "clicked": clicked,
        "walked": walked,
        "guides": guides,
        "stills": stills,
        "again": again,
    }


PARTS = {"kinds": play_kinds, "lost": lose_the_body, "atlas": look_round}

if __name__ == "__main__":
    where, part, width, height, language = sys.argv[1:]
    stand = Stand(Path(where), (int(width), int(height)), language)
    try:
        found = PARTS[part](stand)
    finally:
        stand.close()
    Path(where, f"{part}.json").write_text(json.dumps(found), encoding="utf-8")
