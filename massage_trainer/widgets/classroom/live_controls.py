"""Buttons for the living body: whether the class sees it, from where, and what of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.live_policy import StillsBecause
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.class_keys import with_class_keys
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.stage.layer_menu import LayerMenu

if TYPE_CHECKING:
    from massage_trainer.domain.live_camera import Preset
    from massage_trainer.viewmodels.class_live import ClassLive
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.audience.board_live import LiveSource
    from massage_trainer.widgets.classroom.class_camera import ClassCamera
    from massage_trainer.widgets.classroom.class_keys import ClassSlots

_PRESETS: Final = {
    ClassAction.SEE_WIDE: "WIDE",
    ClassAction.SEE_CLOSE: "CLOSE",
    ClassAction.SEE_EYES: "PRACTITIONER",
    ClassAction.SEE_OTHER: "OTHER_SIDE",
}
_ICONS: Final = {
    ClassAction.LIVE: Icon.TURN,
    ClassAction.SEE_WIDE: Icon.FAR,
    ClassAction.SEE_CLOSE: Icon.CLOSE_UP,
    ClassAction.SEE_EYES: Icon.EYE,
    ClassAction.SEE_OTHER: Icon.SWAP,
}


class LiveControls(QWidget):
    """A group of the bar; beside its first button there is something only while a body is live.

    Signals:
        grown: it has more buttons now, or fewer.
    """

    grown = Signal()

    def __init__(
        self,
        classroom: ClassroomViewModel,
        live: ClassLive,
        camera: ClassCamera,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("live-controls")
        self._classroom = classroom
        self._live = live
        self._camera = camera
        self._width = 0
        self.buttons = {action: self._button(action.value, _ICONS[action]) for action in _ICONS}
        self.buttons[ClassAction.LIVE].setCheckable(True)
        self.layers = self._button("body-layers", Icon.PERSON)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (*self.buttons.values(), self.layers):
            row.addWidget(button)
        for action, slot in self.slots.items():
            if action in self.buttons:
                self.buttons[action].clicked.connect(slot)
        self.layers.clicked.connect(self._open_menu)
        live.changed.connect(self.follow)
        camera.changed.connect(self.follow)
        self.retranslate()

    @property
    def slots(self) -> ClassSlots:
        """What each of its buttons does, for the keys of a sheet."""
        return {
            ClassAction.LIVE: self._toggle,
            **{action: partial(self._take, action) for action in _PRESETS},
            ClassAction.FRAME_BACK: partial(self._camera.step, -1),
            ClassAction.FRAME_ON: partial(self._camera.step, 1),
        }

    def set_text_px(self, pixel_size: int) -> None:
        for button in (*self.buttons.values(), self.layers):
            button.set_text_px(pixel_size)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = {
            ClassAction.SEE_WIDE: self.tr("The whole body, from further away"),
            ClassAction.SEE_CLOSE: self.tr("The hands from near"),
            ClassAction.SEE_EYES: self.tr("What the practitioner sees"),
            ClassAction.SEE_OTHER: self.tr("From across the table"),
        }
        for action, told in words.items():
            self.buttons[action].setAccessibleName(told)
            self.buttons[action].setToolTip(with_class_keys(told, action))
        shown = self.tr("What of the body is shown; the hands in key frames")
        self.layers.setAccessibleName(shown)
        self.layers.setToolTip(shown)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Show what is on and what is possible."""
        button, on = self.buttons[ClassAction.LIVE], self._live.is_on
        name, why = self.tr("Live body"), self._why()
        button.setAccessibleName(name)
        button.setAccessibleDescription(why)
        button.setToolTip(f"{with_class_keys(name, ClassAction.LIVE)}\n{why}")
        button.setChecked(on)
        button.setEnabled(self._live.is_possible)
        is_live = self._camera.hands is not None
        presets = {preset.name for preset in self._camera.presets}
        for action, preset in _PRESETS.items():
            self.buttons[action].setVisible(is_live and preset in presets)
        self.layers.setVisible(is_live)
        self._row.invalidate()  # Qt does that later, and the bar is arranged now
        self.updateGeometry()
        width = self.sizeHint().width()
        if width != self._width:
            self._width = width
            self.grown.emit()

    def make_menu(self) -> LayerMenu:
        """What is shown of the body, and the frames of its movement."""
        menu = LayerMenu(self._classroom.prepared.board.live.layers, self)
        menu.setFont(self.layers.font())
        menu.switched.connect(self._switch)
        menu.addSeparator()
        for told, key, by in (
            (self.tr("Previous key frame"), ClassAction.FRAME_BACK, -1),
            (self.tr("Next key frame"), ClassAction.FRAME_ON, 1),
        ):
            action = menu.addAction(with_class_keys(told, key))
            action.setObjectName(key.value)
            action.setEnabled(self._camera.may_step)
            action.triggered.connect(partial(self._camera.step, by))
        return menu

    def _why(self) -> str:
        """Why the class does not see it, or what it does there."""
        match self._live.because:
            case StillsBecause.BROKEN:
                return self.tr("This computer cannot draw it; the class sees stills.")
            case StillsBecause.NO_CARD:
                return self.tr(
                    "Without a graphics card the class sees stills: a body in two windows is"
                    " drawn twice and moves less smoothly. It can be switched on."
                )
            case StillsBecause.SLOW:
                return self.tr(
                    "The body moves too slowly on this computer, so the class sees stills. It can"
                    " be switched on."
                )
            case StillsBecause.CRASHED:
                return self.tr(
                    "Drawing it ended the program once, so the class sees stills. It can be tried"
                    " again."
                )
            case StillsBecause.CHOSEN:
                return self.tr(
                    "Stills were chosen in the preferences. It can be switched on for this class."
                )
        return self.tr("The hands move in the lesson's time, and the body can be turned.")

    def _button(self, name: str, icon: Icon) -> Button:
        button = Button(ButtonKind.QUIET, icon, self)
        button.setObjectName(f"class-{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        return button

    @Slot()
    def _toggle(self) -> None:
        self._live.toggle()
        self.follow()  # a click has checked the button, whatever came of it

    def _take(self, action: ClassAction) -> None:
        from massage_trainer.domain.live_camera import Preset

        preset: Preset = Preset[_PRESETS[action]]
        self._camera.take(preset)

    @Slot(StageLayer, bool)
    def _switch(self, layer: StageLayer, on: bool) -> None:  # noqa: FBT001 - a slot
        self._classroom.switch_stage_layer(layer, on=on)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.layers.mapToGlobal(QPoint(0, self.layers.height())))


class LiveParts(NamedTuple):
    """What a sheet needs to show and turn a living body."""

    source: LiveSource
    camera: ClassCamera
    controls: LiveControls
