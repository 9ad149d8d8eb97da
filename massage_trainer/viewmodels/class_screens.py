"""Where the class's picture stands, as console and windows see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.look import AudienceLook
from massage_trainer.domain.classroom.screens import (
    Plan,
    Projectors,
    Room,
    ScreenInfo,
    ScreenMemory,
    Screens,
    Standing,
    opened,
    rearranged,
    swapped,
)

if TYPE_CHECKING:
    from massage_trainer.viewmodels.classroom import ClassroomViewModel


class ClassScreensViewModel(QObject):
    """Follows the screens; windows follow ``plan``.

    Signals:
        changed: the plan is another, or the screens to choose from.
    """

    changed = Signal()

    def __init__(
        self,
        screens: Screens,
        memory: ScreenMemory,
        classroom: ClassroomViewModel,
        console_screen: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """``console_screen`` tells the key of the screen on which the console stands now."""
        super().__init__(parent)
        self._screens = screens
        self._memory = memory
        self._classroom = classroom
        self._console_screen = console_screen
        self._projectors = memory.load()
        self._wished = ""
        self.plan = Plan()
        screens.changed.connect(self.follow_screens)
        classroom.look_changed.connect(self._keep_look)

    @property
    def is_open(self) -> bool:
        """Whether the class is shown something, or would be if its screen were there."""
        return self.plan.standing is not Standing.CLOSED

    @property
    def walls(self) -> tuple[ScreenInfo, ...]:
        """What can be chosen."""
        return self._room.walls

    @property
    def target(self) -> ScreenInfo | None:
        """Where it is shown, or would be shown next."""
        if self.plan.screen is not None:
            return self._room.wall(self.plan.screen.key)
        return opened(self._room, self._wished, self._projectors.keys).screen

    @property
    def may_place(self) -> bool:
        """Whether windows go where they are sent."""
        return self._screens.may_place

    @Slot()
    def open(self) -> None:
        """Show the class what there is."""
        self._take(opened(self._room, self._wished, self._projectors.keys))
        self._remember()

    @Slot()
    def close(self) -> None:
        """Show the class nothing more."""
        self._take(Plan())

    @Slot()
    def toggle(self) -> None:
        """The other of the two."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def choose(self, key: str) -> None:
        """Show it on this screen, also from the next opening on."""
        self._wished = key
        if self.is_open:
            self.open()
        elif self._room.wall(key) is not None:
            self._keep(self._projectors.used(key, self._projectors.look(key) or AudienceLook()))
            self.changed.emit()

    @Slot()
    def swap(self) -> None:
        """Change both windows over; on one screen, bring the other one up."""
        self._take(swapped(self.plan, self._room))

    @Slot()
    def bring_up_console(self) -> None:
        """On one screen: the way out of what the class sees."""
        if self.plan.standing is Standing.OVER:
            self.swap()

    @Slot()
    def follow_screens(self) -> None:
        """Screens came, went or moved."""
        before = self.plan
        plan = rearranged(self.plan, self._room, self._projectors.keys)
        if plan == before:
            self.changed.emit()  # there may be others to choose from
        else:
            self._take(plan)
            self._remember()

    @property
    def _room(self) -> Room:
        return Room(self._screens.screens(), self._console_screen(), self._screens.may_place)

    def _take(self, plan: Plan) -> None:
        if plan == self.plan:
            return
        other = plan.screen is not None and (
            self.plan.screen is None or plan.screen.key != self.plan.screen.key
        )
        self.plan = plan
        if other and plan.screen is not None and plan.standing is Standing.OWN:
            kept = self._projectors.look(plan.screen.key)
            self._classroom.set_look(kept or self._classroom.look)
        self.changed.emit()

    def _remember(self) -> None:
        """A screen of its own is a projector; the only one there is may be anything."""
        plan = self.plan
        if plan.screen is not None and plan.standing in (Standing.OWN, Standing.BY_HAND):
            self._keep(self._projectors.used(plan.screen.key, self._classroom.look))

    @Slot()
    def _keep_look(self) -> None:
        """The next class in this room begins with it."""
        if self.plan.screen is not None and self.plan.standing is Standing.OWN:
            projectors = self._projectors.with_look(self.plan.screen.key, self._classroom.look)
            self._keep(projectors)

    def _keep(self, projectors: Projectors) -> None:
        if projectors != self._projectors:
            self._projectors = projectors
            self._memory.save(projectors)
