"""The picture of a step as it is handled: pointed at, and gone through by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.plate.handled import PULL_SHARE, ZOOM_STEP, HandledCanvas

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel
    from massage_trainer.widgets.plate.words import PlateWords

__all__ = ["ZOOM_STEP", "PlateView"]
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PlateView(HandledCanvas):
    """Tells what is done on the picture.

    With the focus on it and points in it, the arrow keys go from point to point; with Shift they
    pull a zoomed picture. Where the picture is live they turn the body and pull it, + and - zoom,
    0 goes back, and Alt with an arrow goes from point to point. All other keys are left to the
    page.

    Signals:
        left: the student is done with the points (Escape).
    """

    left = Signal()

    def __init__(self, model: PlateViewModel, words: PlateWords, parent: QWidget) -> None:
        super().__init__(model, words, parent)
        self._under_pointer: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the lesson

    def refresh(self) -> None:
        """Something that is drawn over the picture is different."""
        super().refresh()
        asks = self._model.can_judge
        self.setCursor(Qt.CursorShape.CrossCursor if asks else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._model.forget()
            self.left.emit()
            return
        if self._turn_by_key(event):
            return
        dx, dy = _ARROWS[Qt.Key(event.key())]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            card = self.card
            self.pull(-dx * card.width() * PULL_SHARE, -dy * card.height() * PULL_SHARE)
            return
        toward = -dx if self._view.mirrored else dx
        self._model.choose_toward(toward, dy, self._view.width / self._view.height)
        if self._model.chosen:
            self.set_view(self._view.showing(self._model.chosen.at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._model.choose(None)
        self.update()

    def point_at(self, position: QPointF | None) -> None:
        """Choose the point under the pointer as long as it is there."""
        mark = self.overlay.mark_at(position.x(), position.y()) if position else None
        if self._model.zones_wanted:
            at = self.overlay.zone_at(position.x(), position.y()) if position else ""
            self._model.choose_zone(at)
        before, self._under_pointer = self._under_pointer, mark
        if mark == before:
            return
        if mark is not None:
            self._model.choose(mark)
        elif self._model.chosen == before:
            self._model.choose(None)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is for the picture and not for the lesson."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            return modifiers == Qt.KeyboardModifier.NoModifier
        if self.is_turned and self._is_of_camera(event):
            return True
        if event.key() not in _ARROWS:
            return False
        if self.is_turned:
            return modifiers == Qt.KeyboardModifier.AltModifier and bool(self._model.marks)
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self._view.zoom > 1
        return modifiers == Qt.KeyboardModifier.NoModifier and bool(self._model.marks)
