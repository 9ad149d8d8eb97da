"""Somebody at the program whose hands are busy."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.events import SegmentEnded, SegmentShown, SessionState
from massage_trainer.domain.partner_words import Answer

KEY = Qt.Key
APART_MS = 300
LOOKS_MS = 5_000  # in a whole lesson


class Desk:
    """Somebody who only presses keys; never looks which widget has the focus."""

    def __init__(self, qtbot, stand):
        self.stand, self.window, self.lesson = stand, stand.window, stand.lesson
        stand.program.warm_up()
        with qtbot.wait_active(self.window):
            self.window.activateWindow()
        self.hands = stand.program.busy_hands.hands
        self.shown, self.ended = [], []
        self.lesson.happened.connect(self._note)

    def _note(self, event):
        if isinstance(event, SegmentShown):
            self.shown.append(event.index)
        elif isinstance(event, SegmentEnded):
            self.ended.append(event.outcome)

    @property
    def focus(self):
        return QApplication.focusWidget() or self.window

    def press(self, key):
        self.stand.clock.ms += APART_MS
        QTest.keyClick(self.focus, key)

    def hold(self, key):
        self.stand.clock.ms += APART_MS
        focus = self.focus
        QTest.keyPress(focus, key)
        self.stand.clock.ms += 600
        self.stand.holding.run_out()
        QTest.keyRelease(self.focus, key)

    def pass_time(self, most_ms=1_000):
        self.stand.ticker.pass_time(min(most_ms, max(1, self.lesson.countdown.left_ms)))

    def choose_lesson(self, lesson_id, onward):
        cards = self.window.library_page.cards
        wanted = [view.card.id for view in cards].index(lesson_id)
        for _ in cards:
            lit = next((n for n, view in enumerate(cards) if view.button.hasFocus()), None)
            if lit == wanted:
                break
            self.press(onward)
        self.hold(onward)
        self.say_who_is_there(onward)
        assert self.lesson.protocol.id == lesson_id

    def say_who_is_there(self, onward):
        """Nobody: the questions before a lesson are gone through by the same key."""
        partner = self.stand.program.partner_flow.partner
        while partner.screen.items[partner.screen.lit].answer is not Answer.ALONE:
            self.press(onward)
        self.hold(onward)

    def play(self, key):
        for _ in range(100_000):
            if self.lesson.state is SessionState.FINISHED:
                return
            if self.lesson.state is SessionState.IDLE or self.lesson.countdown.waiting:
                self.press(key)
            else:
                self.pass_time(LOOKS_MS)
        raise AssertionError("the lesson does not end")


def go_to(desk, choice):
    for _ in desk.hands.menu.choices:
        if desk.hands.menu.chosen is choice:
            return
        desk.press(KEY.Key_PageDown)
    raise AssertionError(f"{choice} is not offered")


def working(desk):
    """Go on until the hands are at work."""
    if desk.lesson.state is SessionState.IDLE:
        desk.press(KEY.Key_PageDown)
    while desk.lesson.countdown.waiting or not desk.lesson.countdown.begun:
        if desk.lesson.countdown.waiting:
            desk.press(KEY.Key_PageDown)
        else:
            desk.pass_time()
    desk.pass_time()
