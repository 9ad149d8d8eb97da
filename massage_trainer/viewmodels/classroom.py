"""What the class sees and what the console prepares: the same, unless the picture is frozen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.board import Board, Layer, PenLine, PictureView
from massage_trainer.domain.classroom.look import AudienceLook
from massage_trainer.domain.classroom.slides import (
    Cover,
    LessonSlide,
    QuestionSlide,
    Showing,
    Slide,
    WaitingSlide,
    Wall,
)
from massage_trainer.domain.stage_layers import StageLayer, switched
from massage_trainer.domain.still_places import Fraction

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.stage import Camera


class ClassroomViewModel(QObject):
    """One for all windows: the audience paints ``shown``, the console prepares ``prepared``.

    Signals:
        shown_changed: the class sees something else.
        prepared_changed: the console has something else; without freezing both come together.
        cover_changed: the class sees nothing, or something again.
        frozen_changed: the class's picture stands still, or follows again.
        look_changed: its words are larger or stronger.
        wall_changed: the class has another screen, or none.
        cleared: what stood there was taken down; whoever put it up lets it rest.
    """

    shown_changed = Signal()
    prepared_changed = Signal()
    cover_changed = Signal()
    frozen_changed = Signal()
    look_changed = Signal()
    wall_changed = Signal()
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.prepared = Showing()
        self.shown = self.prepared
        self.cover = Cover.NONE
        self.frozen = False
        self.look = AudienceLook()
        self.wall = Wall()
        self.coming: Shot | None = None  # the next picture: made ready, and painted by nobody
        self._lessons_live = False

    @property
    def sees_prepared(self) -> bool:
        """Whether what the console works on is what the class sees."""
        return self.cover is Cover.NONE and self.shown == self.prepared

    def show(self, slide: Slide, *, same_picture: bool = False) -> None:
        """Put another slide up; what was drawn on another picture goes with it."""
        board = self.prepared.board
        if not same_picture:
            board = board.of_another_picture(
                live=self._lessons_live and isinstance(slide, LessonSlide)
            )
        self._prepare(Showing(slide, board))

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits to be taken down, on the wall or behind what is frozen there."""
        slides = (self.shown.slide, self.prepared.slide)
        return all(isinstance(slide, WaitingSlide) for slide in slides)

    @Slot()
    def clear(self) -> None:
        """Take down what stands there, also what is frozen; a cover stays."""
        if not self.is_clear:
            self.take_down(WaitingSlide())
            self.cleared.emit()

    def take_down(self, waiting: WaitingSlide) -> None:
        """Have the class see this instead at once, whatever was frozen."""
        was_frozen, self.frozen = self.frozen, False
        before = self.shown
        self.shown = Showing(waiting, self.prepared.board.of_another_picture(live=False))
        self.prepared = self.shown
        if was_frozen:
            self.frozen_changed.emit()
        if before != self.shown:
            self.shown_changed.emit()
        self.prepared_changed.emit()

    def change_board(self, board: Board) -> None:
        """Lay something else over the picture."""
        self._prepare(replace(self.prepared, board=board))

    def look_at(self, view: PictureView) -> None:
        self.change_board(replace(self.prepared.board, view=view))

    def switch_live(self, *, on: bool, everywhere: bool = False) -> None:
        """The body moves, or is a still; lessons keep to that, each question begins as a still.

        ``everywhere``: whatever is shown now, it is meant for the lessons, too.
        """
        if everywhere or not isinstance(self.prepared.slide, QuestionSlide):
            self._lessons_live = on
        if on != self.prepared.board.live.on:
            self.change_board(self.prepared.board.switched_live(on=on))

    def switch_lessons_live(self, *, on: bool) -> None:
        """As above for the lessons alone; a question that is shown stays as it is."""
        if isinstance(self.prepared.slide, QuestionSlide):
            self._lessons_live = on
        else:
            self.switch_live(on=on)

    def turn_to(self, camera: Camera | None) -> None:
        """See the living body from there; None: as the still shows it."""
        self.change_board(self.prepared.board.turned_to(camera))

    def stand_in(self, frame: str) -> None:
        """Show this key frame while the time stands; none: the moment of the time."""
        board = self.prepared.board
        self.change_board(replace(board, live=replace(board.live, frame=frame)))

    def switch_stage_layer(self, layer: StageLayer, *, on: bool) -> None:
        """People, clothes and guides of the living body."""
        board = self.prepared.board
        layers = switched(board.live.layers, layer, on=on)
        self.change_board(replace(board, live=replace(board.live, layers=layers)))

    def point_spotlight(self, at: Fraction | None) -> None:
        self.change_board(replace(self.prepared.board, spotlight=at))

    def point_lens(self, at: Fraction | None) -> None:
        self.change_board(replace(self.prepared.board, lens=at))

    def draw(self, line: PenLine) -> None:
        self.change_board(self.prepared.board.drawn(line))

    @Slot()
    def undo_pen(self) -> None:
        self.change_board(self.prepared.board.undrawn())

    @Slot()
    def clear_pen(self) -> None:
        self.change_board(self.prepared.board.cleared())

    def switch_layer(self, layer: Layer, *, on: bool) -> None:
        layers = self.prepared.board.layers
        changed = layers | {layer} if on else layers - {layer}
        self.change_board(replace(self.prepared.board, layers=changed))

    def set_cover(self, cover: Cover) -> None:
        """Hide everything, also while frozen; the same again shows it."""
        self.cover = Cover.NONE if cover is self.cover else cover
        self.cover_changed.emit()

    @Slot()
    def toggle_freeze(self) -> None:
        """Let the class's picture stand while the console looks ahead; then jump to it."""
        self.frozen = not self.frozen
        self.frozen_changed.emit()
        if not self.frozen and self.shown != self.prepared:
            self.shown = self.prepared
            self.shown_changed.emit()

    def set_look(self, look: AudienceLook) -> None:
        """Size of the words and contrast; also while frozen, for they are not what is shown."""
        if look != self.look:
            self.look = look
            self.look_changed.emit()

    def set_wall(self, wall: Wall) -> None:
        """Where the class sees all this."""
        if wall != self.wall:
            self.wall = wall
            self.wall_changed.emit()

    @property
    def sees_lesson(self) -> bool:
        """Whether a cue of the lesson belongs to what the class sees now."""
        return self.sees_prepared and isinstance(self.shown.slide, LessonSlide)

    @property
    def lessons_live(self) -> bool:
        """Whether lessons are shown live."""
        return self._lessons_live

    def _prepare(self, showing: Showing) -> None:
        if showing == self.prepared:
            return
        self.prepared = showing
        if not self.frozen:
            self.shown = showing
            self.shown_changed.emit()
        self.prepared_changed.emit()
