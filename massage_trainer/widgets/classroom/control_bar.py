"""What an instructor does to the class's picture, on every sheet that shows something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.board import Layer
from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.domain.classroom.slides import Cover
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.class_keys import with_class_keys
from massage_trainer.widgets.classroom.seen_badge import SeenBadge
from massage_trainer.widgets.classroom.wrapping_row import WrappingRow
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.classroom.class_keys import ClassSlots
    from massage_trainer.widgets.classroom.live_controls import LiveControls
    from massage_trainer.widgets.theme import Scale

_COVERS: Final = {ClassAction.BLACK: Cover.BLACK, ClassAction.WHITE: Cover.WHITE}
_TOOLS: Final = {
    ClassAction.SPOTLIGHT: Tool.SPOTLIGHT,
    ClassAction.LENS: Tool.LENS,
    ClassAction.PEN: Tool.PEN,
}
_LAYERS: Final = {
    ClassAction.POINTS: Layer.POINTS,
    ClassAction.LINES: Layer.LINES,
    ClassAction.ZONES: Layer.ZONES,
    ClassAction.LABELS: Layer.LABELS,
    ClassAction.ARROWS: Layer.ARROWS,
}
_ICONS: Final = {
    ClassAction.BLACK: Icon.BLACK,
    ClassAction.WHITE: Icon.WHITE,
    ClassAction.FREEZE: Icon.FREEZE,
    ClassAction.SPOTLIGHT: Icon.SPOTLIGHT,
    ClassAction.LENS: Icon.LENS,
    ClassAction.PEN: Icon.PEN,
    ClassAction.UNDO_PEN: Icon.UNDO,
    ClassAction.CLEAR_PEN: Icon.ERASE,
    ClassAction.ZOOM_IN: Icon.ZOOM_IN,
    ClassAction.ZOOM_OUT: Icon.ZOOM_OUT,
    ClassAction.WHOLE: Icon.WIDE,
    ClassAction.POINTS: Icon.TARGET,
    ClassAction.LINES: Icon.RULER,
    ClassAction.ZONES: Icon.ZONES,
    ClassAction.LABELS: Icon.LABEL,
    ClassAction.ARROWS: Icon.WAYS,
    ClassAction.TEXT_SIZE: Icon.LETTERS,
    ClassAction.CONTRAST: Icon.CONTRAST,
}
_GROUPS: Final = (
    (ClassAction.BLACK, ClassAction.WHITE, ClassAction.FREEZE),
    (
        *(ClassAction.SPOTLIGHT, ClassAction.LENS, ClassAction.PEN),
        *(ClassAction.UNDO_PEN, ClassAction.CLEAR_PEN),
    ),
    (ClassAction.ZOOM_OUT, ClassAction.WHOLE, ClassAction.ZOOM_IN),
    tuple(_LAYERS),
    (ClassAction.TEXT_SIZE, ClassAction.CONTRAST),
)
_LAYERED: Final = 3  # of the groups
_ON_PICTURES: Final = (1, 2, _LAYERED)  # of the groups: without a picture they have nothing to do


class ControlBar(WrappingRow):
    """Every button follows the classroom, whoever has changed it; ``slots`` are its keys.

    Signals:
        grown: it has more buttons now, or fewer.
    """

    grown = Signal()

    def __init__(
        self,
        classroom: ClassroomViewModel,
        tools: ClassTools,
        parent: QWidget | None = None,
        *,
        badge: bool = True,
    ) -> None:
        """Without ``badge`` something else says what the class gets of it."""
        super().__init__(parent)
        self.setObjectName("control-bar")
        self._classroom = classroom
        self._tools = tools
        self._live: LiveControls | None = None
        self._live_set: QWidget | None = None
        self.buttons = {action: self._button(action) for group in _GROUPS for action in group}
        self.badge = SeenBadge(classroom, self)
        self.add_group(self.badge).setVisible(badge)
        self._sets = [self.add_group(*(self.buttons[each] for each in group)) for group in _GROUPS]
        for action, slot in self.slots.items():
            self.buttons[action].clicked.connect(slot)
        for changed in (
            classroom.prepared_changed,
            classroom.cover_changed,
            classroom.frozen_changed,
            classroom.look_changed,
            tools.changed,
        ):
            changed.connect(self._follow)
        for changed in (
            classroom.cover_changed,
            classroom.frozen_changed,
            classroom.wall_changed,
        ):
            changed.connect(self.arrange)  # the badge has become longer or shorter
        self.retranslate()
        self._follow()

    def add_live(self, controls: LiveControls) -> None:
        """Also have the buttons of the living body, beside those of the picture."""
        self._live = controls
        self._live_set = self.add_group(controls)
        controls.grown.connect(self.arrange)
        controls.grown.connect(self.grown)

    @property
    def slots(self) -> ClassSlots:
        """What each of its buttons does, for the keys of a sheet."""
        room, tools = self._classroom, self._tools
        slots: dict[ClassAction, Callable[[], object]] = {
            ClassAction.FREEZE: room.toggle_freeze,
            ClassAction.UNDO_PEN: room.undo_pen,
            ClassAction.CLEAR_PEN: room.clear_pen,
            ClassAction.ZOOM_IN: tools.zoom_in,
            ClassAction.ZOOM_OUT: tools.zoom_out,
            ClassAction.WHOLE: tools.show_whole,
            ClassAction.TEXT_SIZE: self._next_size,
            ClassAction.CONTRAST: self._toggle_contrast,
        }
        slots |= {action: partial(room.set_cover, cover) for action, cover in _COVERS.items()}
        slots |= {action: partial(tools.toggle, tool) for action, tool in _TOOLS.items()}
        slots |= {action: partial(self._switch, layer) for action, layer in _LAYERS.items()}
        return slots if self._live is None else {**slots, **self._live.slots}

    def set_scale(self, scale: Scale, width: int) -> None:
        """Words beside the first signs where they cost no further row."""
        for button in self.buttons.values():
            button.set_text_px(scale.control_px)
        if self._live is not None:
            self._live.set_text_px(scale.control_px)
        self.badge.set_scale(scale)
        self.set_gap(2 * scale.unit)
        self._show_words(on=False)
        height = self.heightForWidth(width)
        self._show_words(on=True)
        if self.heightForWidth(width) > height:
            self._show_words(on=False)
        self.arrange()

    def _show_words(self, *, on: bool) -> None:
        for action in _GROUPS[0]:
            self.buttons[action].setText(self._short(action) if on else "")

    def show_pictures(self, *, on: bool) -> None:
        """Whether what is shown has a picture to point at."""
        for number in _ON_PICTURES:
            self._sets[number].setVisible(on)
        if self._live_set is not None:
            self._live_set.setVisible(on)
        self.arrange()

    def show_layers(self, *, on: bool) -> None:
        """Whether anything can be laid over the picture."""
        self._sets[_LAYERED].setVisible(on)
        self.arrange()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for action, button in self.buttons.items():
            words = self._words(action)
            button.setAccessibleName(words)
            button.setToolTip(with_class_keys(words, action))
            if button.text():
                button.setText(self._short(action))
        if self._live is not None:
            self._live.retranslate()
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, action: ClassAction) -> Button:
        button = Button(ButtonKind.QUIET, _ICONS[action], self)
        button.setObjectName(f"class-{action.value}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        stays = {ClassAction.FREEZE, ClassAction.CONTRAST, *_COVERS, *_TOOLS, *_LAYERS}
        button.setCheckable(action in stays)
        return button

    @Slot()
    def _follow(self) -> None:
        room, board = self._classroom, self._classroom.prepared.board
        on = {
            ClassAction.FREEZE: room.frozen,
            ClassAction.CONTRAST: room.look.contrast,
            **{action: room.cover is cover for action, cover in _COVERS.items()},
            **{action: self._tools.tool is tool for action, tool in _TOOLS.items()},
            **{action: layer in board.layers for action, layer in _LAYERS.items()},
        }
        for action, checked in on.items():
            self.buttons[action].setChecked(checked)
        drawn, zoomed = bool(board.lines), board.view.zoom > 1 or self._tools.turns
        for action in (ClassAction.UNDO_PEN, ClassAction.CLEAR_PEN):
            self.buttons[action].setEnabled(drawn)
        for action in (ClassAction.ZOOM_OUT, ClassAction.WHOLE):
            self.buttons[action].setEnabled(zoomed)

    def _switch(self, layer: Layer) -> None:
        on = layer not in self._classroom.prepared.board.layers
        self._classroom.switch_layer(layer, on=on)

    @Slot()
    def _next_size(self) -> None:
        look, sizes = self._classroom.look, tuple(TextSize)
        size = sizes[(sizes.index(look.text) + 1) % len(sizes)]
        self._classroom.set_look(AudienceLook(size, look.contrast))

    @Slot()
    def _toggle_contrast(self) -> None:
        look = self._classroom.look
        self._classroom.set_look(AudienceLook(look.text, not look.contrast))

    def _short(self, action: ClassAction) -> str:
        return {
            ClassAction.BLACK: self.tr("Black"),
            ClassAction.WHITE: self.tr("White"),
            ClassAction.FREEZE: self.tr("Freeze"),
        }[action]

    def _words(self, action: ClassAction) -> str:
        return {
            ClassAction.BLACK: self.tr("Black screen for the class"),
            ClassAction.WHITE: self.tr("White screen for the class"),
            ClassAction.FREEZE: self.tr("Freeze the class's picture"),
            ClassAction.SPOTLIGHT: self.tr("Spotlight"),
            ClassAction.LENS: self.tr("Magnifier"),
            ClassAction.PEN: self.tr("Pen"),
            ClassAction.UNDO_PEN: self.tr("Take back the last line"),
            ClassAction.CLEAR_PEN: self.tr("Wipe off everything drawn"),
            ClassAction.ZOOM_IN: self.tr("Larger picture; also with the wheel"),
            ClassAction.ZOOM_OUT: self.tr("Smaller picture"),
            ClassAction.WHOLE: self.tr("The whole picture"),
            ClassAction.POINTS: self.tr("Points of the step"),
            ClassAction.LINES: self.tr("Measuring lines"),
            ClassAction.ZONES: self.tr("Safety zones"),
            ClassAction.LABELS: self.tr("Names on the picture"),
            ClassAction.ARROWS: self.tr("Arrows of the hands"),
            ClassAction.TEXT_SIZE: self.tr("Size of the words for the class"),
            ClassAction.CONTRAST: self.tr("Strong contrast for a weak projector"),
        }[action]
