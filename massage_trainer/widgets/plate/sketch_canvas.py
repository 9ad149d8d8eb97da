"""The still of a question or of the atlas with a drawing over it, moved over by arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.plate.handled import ZOOM_STEP, HandledCanvas
from massage_trainer.widgets.plate.sketch import Sketch, draft_mark, paint_mark
from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.lens import Lens
    from massage_trainer.widgets.plate.words import PlateWords

_TURNING: Final = Qt.KeyboardModifier.ControlModifier
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class SketchCanvas(HandledCanvas):
    """Says nothing of what it shows: no name, no hint, nothing under the pointer.

    Where the picture is live the arrows turn the body with Ctrl: alone they are the page's.

    Signals:
        step_wanted: int, int, bool; an arrow key (right and down are positive), and Shift with it.
    """

    step_wanted = Signal(int, int, bool)

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        find: Callable[[Vector], Fraction | None],
        parent: QWidget,
    ) -> None:
        """``find`` says where the picture shows a place of the rest body."""
        super().__init__(model, words, parent)
        self._find = find
        self._drawing = BodyDrawing()
        self._sketch: Sketch | None = None
        self._draft: tuple[Fraction | None] | None = None
        self._lens: Lens | None = None
        self._pointer: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def sketch(self) -> Sketch:
        """What is drawn now; made again when the view or anything but the draft changes."""
        if self._sketch is None:
            places = self._model.places
            font = sized(self.font(), self._text_px)
            drawing = _by_place(self._drawing) if self.is_live else self._drawing
            calm = self._calm if self._model.is_live else None
            self._calm.rests = self._model.rests
            view, find = self._view, self._find
            self._sketch = Sketch(drawing, places, find, view, font, calm=calm)
        return self._sketch

    @property
    def drawing(self) -> BodyDrawing:
        return self._drawing

    def draw(self, drawing: BodyDrawing) -> None:
        """Draw this and nothing else."""
        before, self._drawing = self._drawing, drawing
        if _without_draft(before) != _without_draft(drawing):
            self._sketch = None
        self._draft = None
        self.update()

    @property
    def draft(self) -> Fraction | None:
        """Where what would be confirmed is now; a body that turns takes it along."""
        drawing = self._drawing
        if drawing.draft is None or drawing.draft_place is None or not self.is_live:
            return drawing.draft
        if self._draft is None:
            self._draft = (self._find(drawing.draft_place),)
        return self._draft[0]

    def set_lens(self, lens: Lens | None) -> None:
        """Magnify what is at the draft, else at the pointer."""
        self._lens = lens
        self.update()

    def zoom_at_draft(self, factor: float) -> None:
        """Nearer or further; what would be confirmed stays in its place."""
        draft = self.draft
        self.zoom_by(factor, QPointF(*self._view.to_screen(draft)) if draft else None)

    def refresh(self) -> None:
        self._sketch = self._draft = None
        super().refresh()

    def point_at(self, position: QPointF | None) -> None:
        self._pointer = position
        if self._lens is not None:
            self.update()

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is for the picture and not for the page."""
        return event.key() in _STEPS or self._is_of_camera(
            event, Qt.KeyboardModifier.ControlModifier
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.draft is not None and (zoom := _ZOOMS.get(Qt.Key(event.key()))):
            self.zoom_at_draft(ZOOM_STEP**zoom)
            return
        if self._turn_by_key(event, _TURNING):
            return
        step = _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if step is None or (held and not shift):
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(*step, shift)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._picture is None and not self.is_live:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setClipRect(self.card)
        self.sketch.paint(painter, theme)
        draft = draft_mark(self.draft, self.sketch.ring, self._view)
        if draft is not None:
            paint_mark(painter, draft, theme)
        picture = self._fine or self._picture
        if self._lens is not None and picture is not None and not self.is_live:
            aim = QPointF(draft.x, draft.y) if draft else self._pointer
            self._lens.paint(painter, picture, self._view, aim, theme)


def _without_draft(drawing: BodyDrawing) -> BodyDrawing:
    return replace(drawing, draft=None, draft_place=None)


def _by_place(drawing: BodyDrawing) -> BodyDrawing:
    """What is known by its place on the body is looked for there, wherever it was seen."""

    def mark(each: BodyMark) -> BodyMark:
        return replace(each, at=None) if each.place is not None else each

    return replace(
        drawing,
        marks=tuple(mark(each) for each in drawing.marks),
        joins=tuple(replace(j, start=mark(j.start), end=mark(j.end)) for j in drawing.joins),
    )
