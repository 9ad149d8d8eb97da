"""The program in busy hands: few keys, one key, or a tap anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.pause_menu import (
    REASONS,
    Choice,
    PauseMenu,
    menu_for,
    reasons_menu,
)
from massage_trainer.domain.ports import Clock
from massage_trainer.domain.presses import HOLD_MS, TYPING_MS, Presses, TypedLine
from massage_trainer.domain.record import SkipReason
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.one_shot import OneShot


class Guest(Protocol):
    """A page of questions that takes the presses for itself while it is shown."""

    def on(self) -> None: ...

    def choose(self) -> None: ...

    def back(self) -> None: ...

    def take(self) -> None: ...

    def pick(self, number: int) -> None: ...


class HandsFreeViewModel(QObject):
    """Counts presses, tells short from held, and leads through the page of a pause.

    Where no lesson is open the same presses go through the lessons to choose from.

    Signals:
        silenced: everything heard must stop now; told before anything else happens.
        hurt: the client said that it hurts; the lesson is paused already.
        eased: go on, with less pressure from now on.
        skipped: SkipReason; why the step is left, told before it is.
        menu_changed: PauseMenu or None; what the page of the pause shows.
        card_moved: int; light another lesson, so many further down.
        card_chosen: open the lesson that is lit.
        library_wanted: the student wants to choose another lesson.
        buttons_wanted: the page is to be no longer one button.
    """

    silenced = Signal()
    hurt = Signal()
    eased = Signal()
    skipped = Signal(SkipReason)
    menu_changed = Signal(object)
    card_moved = Signal(int)
    card_chosen = Signal()
    library_wanted = Signal()
    buttons_wanted = Signal()

    def __init__(
        self,
        lesson: LessonViewModel,
        clock: Clock,
        holding: OneShot,
        typing: OneShot,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.menu: PauseMenu | None = None
        self._lesson = lesson
        self._clock = clock
        self._holding = holding
        self._typing = typing
        self._presses = Presses()
        self._typed = TypedLine()
        self._down_ms: int | None = None
        self._was_hurt = False
        self._oily = False
        self._guest: Guest | None = None
        holding.elapsed.connect(self._held)
        typing.elapsed.connect(self._end_typing)
        lesson.state_changed.connect(self._follow_state)
        lesson.segment_changed.connect(self._follow_segment)
        lesson.opened.connect(self.close_menu)

    def set_merge_ms(self, milliseconds: int) -> None:
        """How near to each other two presses count as one."""
        self._presses.merge_ms = milliseconds

    @Slot(int)
    def pick(self, number: int) -> None:
        """A finger on a line of the page of questions; a broad contact may touch twice."""
        if self._guest and self._counts("choose"):
            self._guest.pick(number)

    def once(self, verb: Callable[[], object]) -> None:
        """Do what any other key or button is for, unless it is the same contact again."""
        if self._counts("once"):
            verb()

    def lend(self, guest: Guest | None) -> None:
        """Give the presses to a page of questions, or take them back."""
        self._guest = guest

    def set_oily(self, *, oily: bool) -> None:
        """Whether the whole page is one button."""
        self._oily = oily

    @Slot()
    def press(self) -> None:
        """The one key, the pedal or a finger goes down."""
        if self._down_ms is None and self._counts("forward"):
            self._down_ms = self._clock.now_ms()
            self._holding.start(HOLD_MS)

    @Slot()
    def release(self) -> None:
        """It comes up again: a short press, unless it was held."""
        down_ms, self._down_ms = self._down_ms, None
        self._holding.stop()
        if down_ms is None:
            return
        if self._clock.now_ms() - down_ms >= HOLD_MS:
            self._hold()
        else:
            self._forward()

    @Slot()
    def let_go(self) -> None:
        """Forget a press that is down: its release will not come, or means nothing any more."""
        self._down_ms = None
        self._holding.stop()

    @Slot()
    def back(self) -> None:
        """One choice, one lesson or one repetition back."""
        if not self._counts("back"):
            return
        if self._guest:
            self._guest.back()
        elif not self._lesson.is_open:
            self.card_moved.emit(-1)
        elif self.menu:
            self._show(self.menu.step(-1))
        else:
            self._lesson.back()

    @Slot()
    def hush(self) -> None:
        """Pause and silence, or go on."""
        if not self._counts("hush", always=True):
            return
        self.let_go()
        if self._guest:
            self.silenced.emit()
            self._guest.choose()
        else:
            self._pause_or_go_on()

    @Slot()
    def pause(self) -> None:
        """Start, acknowledge what waits, pause or go on: what the big button does."""
        if not self._counts("pause", always=True):
            return
        if self._guest:
            self._guest.take()
            return
        lesson = self._lesson
        going = lesson.is_open and lesson.state in (SessionState.RUNNING, SessionState.BETWEEN)
        if going and not lesson.countdown.waiting:
            self._pause_or_go_on()
        else:
            lesson.toggle()

    @Slot()
    def stop_it_hurts(self) -> None:
        """Hands off: silence at once, then pause, then ask how to go on."""
        if not self._counts("hurts", always=True):
            return
        self.silenced.emit()
        self.let_go()
        if not self._lesson.is_open:
            return
        self._lesson.pause()
        self.hurt.emit()
        if self._lesson.state is SessionState.PAUSED:
            self._was_hurt = True
            self._show(self._menu(hurt=True))

    @Slot()
    def choose_lit(self) -> None:
        """Take the choice that is lit."""
        if self.menu and self._counts("choose"):
            self.choose(self.menu.chosen)

    def type_digit(self, digit: int) -> None:
        """A line of the step list, or on the page of the pause one of its choices."""
        guest, is_open = self._guest, self._lesson.is_open
        if not (guest or is_open) or not self._counts(f"digit {digit}", always=True):
            return
        if guest:
            guest.pick(digit - 1)
            return
        if self.menu:
            if 0 < digit <= len(self.menu.choices):
                self.choose(self.menu.choices[digit - 1])
            return
        line = self._typed.type(digit, len(self._lesson.timeline.rows))
        if self._typed.is_open:
            self._typing.start(TYPING_MS)
        else:
            self._typing.stop()
            self._jump(line)

    def tap(self, choice: Choice) -> None:
        """A finger or the pointer on a choice; a broad contact may touch twice."""
        if self._counts("choose"):
            self.choose(choice)

    def choose(self, choice: Choice) -> None:
        """Do what was chosen on the page of the pause."""
        lesson = self._lesson
        if (choice is Choice.SKIP or choice in REASONS) and not lesson.countdown.may_skip:
            return
        if choice is Choice.BUTTONS:
            self.buttons_wanted.emit()
            self._show(self._menu(hurt=self._was_hurt))
        elif choice is Choice.RETURN:
            self._show(self._menu(hurt=self._was_hurt))
        elif choice is Choice.SKIP and lesson.segment.kind is not SegmentKind.CHOICE:
            reasons = reasons_menu()
            self._show(reasons.light(Choice.REASON_HURTS) if self._was_hurt else reasons)
        else:
            self.close_menu()
            if choice in REASONS:
                self.skipped.emit(REASONS[choice])
            if choice is Choice.EASE:
                self.eased.emit()
            for verb in self._verbs(choice):
                verb()

    def _verbs(self, choice: Choice) -> tuple[Callable[[], None], ...]:
        lesson = self._lesson
        match choice:
            case Choice.GO_ON | Choice.EASE:
                return (lesson.resume,)
            case Choice.TAKE_PART:
                return lesson.resume, lesson.done
            case Choice.BACK:
                return lesson.back, lesson.resume
            case Choice.END:
                return (lesson.stop,)
            case Choice.START:
                return (lesson.start,)
            case Choice.LIBRARY:
                return (self.library_wanted.emit,)
            case Choice.SKIP:  # of an optional part
                return lesson.next, lesson.resume
            case _:
                return lesson.skip_row, lesson.resume

    def light(self, choice: Choice) -> None:
        """Light this choice: the focus came to it."""
        if self.menu and choice in self.menu.choices and choice is not self.menu.chosen:
            self._show(self.menu.light(choice))

    @Slot()
    def close_menu(self) -> None:
        """Take the page of the pause away; the lesson stays as it is."""
        self._was_hurt = False
        if self.menu is not None:
            self._show(None)

    @Slot()
    def _held(self) -> None:
        """The time of holding is over while the key is still down."""
        if self._down_ms is not None:
            self._down_ms = None
            self._hold()

    def _forward(self) -> None:
        lesson = self._lesson
        if self._guest:
            self._guest.on()
        elif not lesson.is_open:
            self.card_moved.emit(1)
        elif self.menu:
            self._show(self.menu.step(1))
        elif lesson.state is SessionState.IDLE:
            lesson.start()
        elif lesson.state is SessionState.PAUSED:
            self._show(self._menu())
        elif lesson.countdown.may_end and lesson.segment.kind is not SegmentKind.CHOICE:
            lesson.done()
        else:
            lesson.next()

    def _hold(self) -> None:
        if self._guest:
            self.silenced.emit()
            self._guest.choose()
        elif not self._lesson.is_open:
            self.card_chosen.emit()
        elif self.menu:
            self.choose(self.menu.chosen)
        else:
            self._pause()

    def _pause_or_go_on(self) -> None:
        lesson = self._lesson
        if lesson.is_open and lesson.state is SessionState.PAUSED:
            self.close_menu()
            lesson.resume()
        else:
            self._pause()

    def _pause(self) -> None:
        self.silenced.emit()
        self.let_go()
        if self._lesson.is_open:
            self._lesson.pause()
            self._show(self._menu())

    def _jump(self, line: int | None) -> None:
        if line is not None:
            self._lesson.jump_to_row(line - 1)

    @Slot()
    def _end_typing(self) -> None:
        line = self._typed.end()
        if self._lesson.is_open:
            self._jump(line)

    @Slot(SessionState)
    def _follow_state(self, _state: SessionState) -> None:
        """However the lesson goes on, there is nothing to choose any more."""
        self.close_menu()

    @Slot(int)
    def _follow_segment(self, _index: int) -> None:
        """Another line is shown: what could be chosen at the one before holds no longer."""
        if self.menu is not None:
            self._was_hurt = False
            self._show(self._menu())

    def _menu(self, *, hurt: bool = False) -> PauseMenu:
        return menu_for(self._lesson.countdown, hurt=hurt, oily=self._oily)

    def _show(self, menu: PauseMenu | None) -> None:
        self.menu = menu
        self.menu_changed.emit(menu)

    def _counts(self, what: str, *, always: bool = False) -> bool:
        return self._presses.count(what, self._clock.now_ms(), always=always)
