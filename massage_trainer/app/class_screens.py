"""Puts what the class sees on a screen of its own, and keeps the console within reach."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from massage_trainer.domain.classroom.keys import CLASS_KEYS, ClassAction, action_of
from massage_trainer.domain.classroom.screens import Plan, Standing
from massage_trainer.domain.classroom.slides import Wall
from massage_trainer.services.screen_memory import FileScreenMemory
from massage_trainer.services.screens import QtScreens
from massage_trainer.viewmodels.class_screens import ClassScreensViewModel
from massage_trainer.viewmodels.one_shot import OneShot
from massage_trainer.widgets.audience.placing import bring_to, fill_screen
from massage_trainer.widgets.audience.window import AudienceWindow
from massage_trainer.widgets.classroom.screen_bar import ScreenBar
from massage_trainer.widgets.key_names import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from massage_trainer.app.class_faces import ClassFaces
    from massage_trainer.app.composition import Program
    from massage_trainer.viewmodels.classroom import ClassroomViewModel

OPEN_KEY: Final = "F5"  # a remote sends it for "begin the show"
SWAP_KEY: Final = "F6"


class ClassScreens(QObject):
    """Carries out the plan: the window of the class is made when it is first shown."""

    def __init__(
        self,
        program: Program,
        faces: ClassFaces,
        classroom: ClassroomViewModel,
        screens: QtScreens | None = None,
    ) -> None:
        super().__init__(program)
        self._faces = faces
        self._console = program.window
        self._screens = screens or QtScreens(program.app, self)
        memory = FileScreenMemory(program.practice_flow.data_dir, program.problems.report)
        self.model = ClassScreensViewModel(
            self._screens, memory, classroom, self._console_key, self
        )
        self.obey: Callable[[QKeyEvent], bool] | None = None  # the keys of the sheet that is open
        self._done = Plan()
        self._closing = False
        swap = QShortcut(QKeySequence(SWAP_KEY), self._console)
        swap.setContext(Qt.ShortcutContext.ApplicationShortcut)
        swap.activated.connect(self.model.swap)
        self._classroom = classroom
        self.model.changed.connect(self._tell_wall)
        self.model.changed.connect(self._carry_out)
        self._screens.changed.connect(self._find_console_again, Qt.ConnectionType.QueuedConnection)
        self._console.closing.connect(self._end)
        self._tell_wall()

    @cached_property
    def window(self) -> AudienceWindow:
        """The window of the class."""
        window = AudienceWindow(self._faces.make_view(), OneShot(self))
        window.key_changed.connect(self._hand_over)
        window.left.connect(self.model.bring_up_console)
        window.closed.connect(self.model.close)
        return window

    def make_bar(self, parent: QWidget) -> ScreenBar:
        """The console's way to all this; the key that opens works wherever the bar is shown."""
        bar = ScreenBar(self.model, self._classroom, OPEN_KEY, SWAP_KEY, parent)
        for key in CLASS_KEYS[ClassAction.CLEAR]:  # where the bar is, so is the key
            clearing = QShortcut(QKeySequence(key), bar)
            clearing.setAutoRepeat(False)
            clearing.activated.connect(self._classroom.clear)
        opening = QShortcut(QKeySequence(OPEN_KEY), parent)
        opening.setContext(Qt.ShortcutContext.WindowShortcut)
        opening.activated.connect(self.model.open)
        return bar

    @Slot()
    def open(self) -> None:
        """Show the class what there is."""
        self.model.open()

    @Slot()
    def close(self) -> None:
        """Show the class nothing more."""
        self.model.close()

    def _console_key(self) -> str:
        return self._screens.key(self._console.screen())

    @Slot()
    def _tell_wall(self) -> None:
        plan = self.model.plan
        screen = plan.screen or self.model.target
        if screen is not None:
            self._classroom.set_wall(Wall(screen.width, screen.height, plan.is_seen))

    @Slot()
    def _carry_out(self) -> None:
        plan = self.model.plan
        if plan == self._done or self._closing:
            return
        self._done = plan
        self._move_console(plan)
        self._move_class(plan)

    def _move_console(self, plan: Plan) -> None:
        screen = self._screens.find(plan.console.key) if plan.console else None
        if screen is not None:
            bring_to(self._console, screen)

    def _move_class(self, plan: Plan) -> None:
        if not plan.is_seen:
            if "window" in vars(self):
                self.window.hide()
            return
        screen = self._screens.find(plan.screen.key) if plan.screen else None
        if screen is None:
            return
        self.window.set_covers_console(covers=plan.standing is Standing.OVER)
        match plan.standing:
            case Standing.OWN:
                fill_screen(self.window, screen)
                self._console.activateWindow()  # the keys stay with the console
            case Standing.OVER:
                fill_screen(self.window, screen)
                self.window.raise_()
                self.window.activateWindow()
            case Standing.UNDER:
                self._bring_up_console()
            case Standing.BY_HAND:
                self.window.stand_beside(self._console.screen())

    def _bring_up_console(self) -> None:
        """Over the class's picture; where windows cannot be raised, that one is put away."""
        if self.model.may_place:
            self._console.raise_()
        else:
            self.window.hide()
        self._console.activateWindow()

    @Slot()
    def _find_console_again(self) -> None:
        """Qt hides the windows of a screen that was unplugged."""
        if not self._closing and not self._console.isVisible():
            self._console.show()

    @Slot(object)
    def _hand_over(self, event: QKeyEvent) -> None:
        """The console has all keys, also those pressed in the window of the class.

        An event that is sent on finds no shortcut, so those of the class are looked for first.
        """
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and action_of(key_of(event)) is ClassAction.CLEAR:
            self._classroom.clear()
            return
        if pressed and self.obey is not None and self.obey(event):
            return
        copy = QKeyEvent(
            event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat()
        )
        focused: QWidget | None = self._console.focusWidget()
        QCoreApplication.sendEvent(self._console if focused is None else focused, copy)

    @Slot()
    def _end(self) -> None:
        self.model.close()
        self._closing = True
