"""What the instructor's pointer does to the picture: pull it, light a place, magnify it, draw."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.board import PenLine, PictureView

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.classroom import ClassroomViewModel

ZOOM_STEP: Final = 1.25
_STEP: Final = 0.02  # of what is seen, for a press of an arrow key
_PULL: Final = 0.2
_SPACING: Final = 0.002  # of the picture; nearer spots of the pen add nothing


class Tool(Enum):
    """What a pointer over the picture does."""

    HAND = "hand"  # pulls a zoomed picture; a click is left to the sheet
    SPOTLIGHT = "spotlight"
    LENS = "lens"
    PEN = "pen"


class TurnedCamera(Protocol):
    """The camera of a living body, under hands."""

    def zoom(self, factor: float, at: Fraction | None = None, *, smooth: bool = True) -> None: ...

    def go_home(self) -> None: ...


class ClassTools(QObject):
    """One for all sheets, as the classroom is; keeps what is held down, nothing of the board.

    Signals:
        changed: another tool is in the hand.
    """

    changed = Signal()

    def __init__(self, classroom: ClassroomViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._classroom = classroom
        self.tool = Tool.HAND
        self._place: Fraction | None = None  # where the pointer was last
        self._held: Fraction | None = None
        self._line: tuple[Fraction, ...] = ()
        self._camera: TurnedCamera | None = None

    def set_camera(self, camera: TurnedCamera | None) -> None:
        """What comes nearer now is this camera; None: the picture is enlarged."""
        if camera is not self._camera:
            self._camera = camera
            self.changed.emit()

    @property
    def turns(self) -> bool:
        """Whether there is a living body to turn."""
        return self._camera is not None

    @property
    def is_in_hand(self) -> bool:
        """Whether there is anything to put away."""
        return self.tool is not Tool.HAND

    def toggle(self, tool: Tool) -> None:
        """Take a tool; the same again puts it away."""
        self.take(Tool.HAND if tool is self.tool else tool)

    def take(self, tool: Tool) -> None:
        """Have this in the hand; light and magnifier go away with their tool."""
        if tool is self.tool:
            return
        self.release()
        self.tool = tool
        board = self._classroom.prepared.board
        at = self._place or (board.view.across, board.view.down)
        self._classroom.change_board(
            replace(
                board,
                spotlight=at if tool is Tool.SPOTLIGHT else None,
                lens=at if tool is Tool.LENS else None,
            )
        )
        self.changed.emit()

    @Slot()
    def put_away(self) -> None:
        """Nothing but the hand."""
        self.take(Tool.HAND)

    @Slot(object)
    def hover(self, at: Fraction | None) -> None:
        """The pointer is there; light and magnifier stay where it left the picture."""
        if at is not None:
            self._place = at
            self._aim(at)

    @Slot(tuple)
    def press(self, at: Fraction) -> None:
        """The pointer goes down."""
        self._place = self._held = at
        if self.tool is Tool.PEN:
            self._line = (at,)
            self._classroom.draw(PenLine(self._line))
        else:
            self._aim(at)

    @Slot(tuple)
    def drag(self, at: Fraction) -> None:
        """It is held down, and there now."""
        if self._held is None:
            return
        view = self._classroom.prepared.board.view
        match self.tool:
            case Tool.PEN:
                self._draw_on(at)
            case Tool.HAND if view.zoom > 1:
                # The place that was taken hold of stays under the pointer.
                across, down = self._held
                self._classroom.look_at(view.pulled(at[0] - across, at[1] - down))
            case _:
                self._place = at
                self._aim(at)

    @Slot()
    def release(self) -> None:
        """It comes up."""
        self._held, self._line = None, ()

    def step(self, across: int, down: int) -> None:
        """An arrow key: light and magnifier go there, the pen draws, a zoomed picture is pulled."""
        board = self._classroom.prepared.board
        view = board.view
        if self.is_in_hand:
            x, y = board.spotlight or board.lens or self._place or (view.across, view.down)
            way = _STEP / view.zoom
            there = (_within(x + across * way), _within(y + down * way * 1.5))
            if self.tool is Tool.PEN:
                self._draw_from((x, y), there)
            self.hover(there)
        elif view.zoom > 1:
            way = _PULL / view.zoom
            self._classroom.look_at(view.pulled(-across * way, -down * way))

    @property
    def takes_arrows(self) -> bool:
        """Whether an arrow key has anything to move."""
        zoomed = self._classroom.prepared.board.view.zoom > 1
        return self.is_in_hand or zoomed

    def zoom(self, factor: float, at: Fraction | None = None) -> None:
        """Nearer or further, around this place."""
        if self._camera is not None:
            self._camera.zoom(factor, at)
            return
        self._classroom.look_at(self._classroom.prepared.board.view.zoomed(factor, at))

    @Slot()
    def zoom_in(self) -> None:
        self.zoom(ZOOM_STEP, self._aimed)

    @Slot()
    def zoom_out(self) -> None:
        self.zoom(1 / ZOOM_STEP, self._aimed)

    @Slot()
    def show_whole(self) -> None:
        """Everything, as the still shows it."""
        if self._camera is not None:
            self._camera.go_home()
        else:
            self._classroom.look_at(PictureView())

    @property
    def _aimed(self) -> Fraction | None:
        board = self._classroom.prepared.board
        return board.spotlight or board.lens

    def _aim(self, at: Fraction) -> None:
        if self.tool is Tool.SPOTLIGHT:
            self._classroom.point_spotlight(at)
        elif self.tool is Tool.LENS:
            self._classroom.point_lens(at)

    def _draw_from(self, start: Fraction, at: Fraction) -> None:
        """By the keyboard: on with the line that ends there, else a new one from there."""
        pen = self._classroom.prepared.board.pen
        if not (self._line and self._line[-1] == start and pen and pen[-1].spots == self._line):
            self._line = (start,)
            self._classroom.draw(PenLine(self._line))
        self._draw_on(at)

    def _draw_on(self, at: Fraction) -> None:
        if not self._line or math.dist(self._line[-1], at) < _SPACING:
            return
        board = self._classroom.prepared.board
        if board.lines and board.lines[-1].spots == self._line:  # else another picture came
            self._line = (*self._line, at)
            self._classroom.change_board(board.undrawn().drawn(PenLine(self._line)))


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
